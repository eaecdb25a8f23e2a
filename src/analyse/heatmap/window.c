/* window.c - see window.h. */
#include "analyse/heatmap/window.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "geo/measure.h"

static vt_box join(vt_box a, vt_box b)
{
    return (vt_box){fmin(a.xmin, b.xmin), fmin(a.ymin, b.ymin), fmax(a.xmax, b.xmax), fmax(a.ymax, b.ymax)};
}

vt_box vt_window_box(const vt_window *w)
{
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    if (w->centres) {
        for (size_t i = 0; i < w->centres->n; i++) {
            box = join(box, vt_layer_box(w->centres, i));
        }
        return box;
    }
    for (size_t i = 0; i < w->streets->segments.n; i++) {
        box = join(box, vt_network_segment_box(w->streets, i));
    }
    return (vt_box){box.xmin - w->reach, box.ymin - w->reach, box.xmax + w->reach, box.ymax + w->reach};
}

static void fill_row(const vt_grid *grid, size_t row, double low, double high, uint8_t *inside)
{
    size_t from, to;
    vt_grid_span(vt_grid_x(grid, 0), grid->cell, grid->columns, low, high, &from, &to);
    memset(inside + row * grid->columns + from, 1, to - from);
}

/* --- centres: even-odd filling, a line of cell centres at a time ------------------------------------ */

/* Where the rings of a part cross the height y. A vertex at y counts as below it or, with `up`, as above: one of the
 * two fills what the boundary's horizontal edges bound from below, the other what they bound from above. */
static size_t crossings(const vt_geometry *g, size_t part, double y, bool up, double *cut)
{
    size_t n = 0;
    for (size_t r = g->ring[part]; r < g->ring[part + 1]; r++) {
        for (size_t i = g->vertex[r] + 1; i < g->vertex[r + 1]; i++) {
            const double ay = g->y[i - 1], by = g->y[i], ax = g->x[i - 1], bx = g->x[i];
            if (up ? (ay >= y) != (by >= y) : (ay > y) != (by > y)) {
                cut[n++] = ay == y ? ax : by == y ? bx : ax + (y - ay) / (by - ay) * (bx - ax);
            }
        }
    }
    if (n) {
        qsort(cut, n, sizeof *cut, vt_number_compare);
    }
    return n;
}

static bool fill_part(const vt_geometry *g, size_t part, const vt_grid *grid, uint8_t *inside)
{
    const size_t begin = g->vertex[g->ring[part]], end = g->vertex[g->ring[part + 1]];
    double low = INFINITY, high = -INFINITY, *cut = malloc((end - begin + 1) * sizeof *cut);
    for (size_t i = begin; i < end; i++) {
        low = fmin(low, g->y[i]);
        high = fmax(high, g->y[i]);
    }
    size_t from, to;
    vt_grid_span(vt_grid_y(grid, 0), grid->cell, grid->rows, low, high, &from, &to);
    for (size_t row = from; cut && row < to; row++) {
        for (int up = 0; up < 2; up++) {
            const size_t n = crossings(g, part, vt_grid_y(grid, row), up, cut);
            for (size_t i = 0; i + 1 < n; i += 2) {
                fill_row(grid, row, cut[i], cut[i + 1], inside);
            }
        }
    }
    const bool worked = cut != NULL;
    free(cut);
    return worked;
}

/* --- streets: a segment widened on all sides cuts a row in one interval ------------------------------ */

typedef struct {
    double low, high;
} interval;

/* What of `in` has low ≤ a·x + b ≤ high. */
static interval clip(interval in, double a, double b, double low, double high)
{
    if (a == 0) {
        return b >= low && b <= high ? in : (interval){INFINITY, -INFINITY};
    }
    const double p = (low - b) / a, q = (high - b) / a;
    return (interval){fmax(in.low, fmin(p, q)), fmin(in.high, fmax(p, q))};
}

static interval round_end(double dy, double x, double reach)
{
    const double square = reach * reach - dy * dy;
    return square >= 0 ? (interval){x - sqrt(square), x + sqrt(square)} : (interval){INFINITY, -INFINITY};
}

static void fill_segment(double ax, double ay, double bx, double by, double reach, const vt_grid *grid, uint8_t *inside)
{
    const double dx = bx - ax, dy = by - ay, length = hypot(dx, dy);
    size_t from, to;
    vt_grid_span(vt_grid_y(grid, 0), grid->cell, grid->rows, fmin(ay, by) - reach, fmax(ay, by) + reach, &from, &to);
    for (size_t row = from; row < to; row++) {
        const double y = vt_grid_y(grid, row);
        const interval a = round_end(y - ay, ax, reach), b = round_end(y - by, bx, reach);
        /* beside it: x from a, across = dx·(y−ay) − dy·x within ±reach·length, along = dx·x + dy·(y−ay) on it */
        interval side = clip((interval){-INFINITY, INFINITY}, -dy, dx * (y - ay), -reach * length, reach * length);
        side = clip(side, dx, dy * (y - ay), 0, length * length);
        interval all = {fmin(a.low, b.low), fmax(a.high, b.high)};
        if (length > 0 && side.low <= side.high) {
            all = (interval){fmin(all.low, ax + side.low), fmax(all.high, ax + side.high)};
        }
        if (all.low <= all.high) {
            fill_row(grid, row, all.low, all.high, inside);
        }
    }
}

bool vt_window_fill(const vt_window *w, const vt_grid *grid, uint8_t *inside)
{
    bool worked = true;
    for (size_t i = 0; w->centres && worked && i < w->centres->n; i++) {
        const vt_geometry *g = &w->centres->geometry;
        for (size_t part = g->part[i]; worked && part < g->part[i + 1]; part++) {
            worked = fill_part(g, part, grid, inside);
        }
    }
    for (size_t i = 0; !w->centres && i < w->streets->segments.n; i++) {
        const size_t a = w->streets->segments.at[i].a;
        const double *x = w->streets->x.at + a, *y = w->streets->y.at + a;
        fill_segment(x[0], y[0], x[1], y[1], w->reach, grid, inside);
    }
    return worked;
}

/* --- one place ------------------------------------------------------------------------------------ */

typedef struct {
    const vt_window *w;
    double x, y;
    bool found;
} question;

static bool is_near(void *user, size_t segment)
{
    question *q = user;
    const size_t a = q->w->streets->segments.at[segment].a;
    const double *x = q->w->streets->x.at + a, *y = q->w->streets->y.at + a;
    q->found = vt_measure_foot(q->x, q->y, x[0], y[0], x[1], y[1]).distance <= q->w->reach;
    return !q->found;
}

bool vt_window_holds(const vt_window *w, double x, double y)
{
    bool found = false;
    for (size_t i = 0; w->centres && !found && i < w->centres->n; i++) {
        const vt_box box = vt_layer_box(w->centres, i), place = {x, y, x, y};
        found = vt_box_meets(&box, &place) && vt_layer_covers(w->centres, i, x, y);
    }
    if (w->centres) {
        return found;
    }
    question q = {.w = w, .x = x, .y = y};
    const vt_box around = {x - w->reach, y - w->reach, x + w->reach, y + w->reach};
    vt_rtree_search(w->streets->tree, &around, is_near, &q);
    return q.found;
}
