/* contour.c - see contour.h. The border of an area is a set of directed pieces with the area on their left: cuts of
 * squares, and stretches of the edges that no drawn square lies beyond. Pieces are joined by the names of their ends,
 * which are integers, never by coordinates. */
#include "analyse/heatmap/contour.h"

#include <math.h>
#include <stdlib.h>

/* An end is a centre, or the place of the low or high level on the edge from a centre to the east or north. */
enum { CENTRE, EAST_LOW, EAST_HIGH, NORTH_LOW, NORTH_HIGH, NAMES = 8 };
enum { LOW, HIGH };

typedef struct {
    uint64_t from, to; /* cell · NAMES + kind */
    uint64_t square;   /* cell of its south-west corner */
} piece;

typedef struct {
    const vt_grid *grid;
    const float *values;
    double level[2];
    VT_ARRAY(piece) pieces;
    bool failed;
} tracer;

void vt_paths_free(vt_paths *paths)
{
    vt_array_free(&paths->x);
    vt_array_free(&paths->y);
    vt_array_free(&paths->end);
}

/* --- pieces of a square --------------------------------------------------------------------------- */

static void add_piece(tracer *t, uint64_t from, uint64_t to, uint64_t square)
{
    const piece p = {from, to, square};
    t->failed = !vt_array_push(&t->pieces, p) || t->failed;
}

/* The corners of a square, counter-clockwise from the south-west; edge e runs from corner e to corner e + 1. */
static uint64_t corner(const tracer *t, uint64_t square, int at)
{
    const uint64_t steps[] = {0, 1, t->grid->columns + 1, t->grid->columns};
    return square + steps[at & 3];
}

static uint64_t crossing(const tracer *t, uint64_t square, int edge, int level)
{
    const uint64_t west_or_south = corner(t, square, edge == 2 ? 3 : edge == 3 ? 0 : edge);
    return west_or_south * NAMES + (uint64_t)(edge % 2 ? NORTH_LOW + level : EAST_LOW + level);
}

/* Above the low level; below the high one. */
static bool is_inside(const tracer *t, double value, int level)
{
    return level == LOW ? value >= t->level[LOW] : value < t->level[HIGH];
}

/* Goes round the square: where the border is left, a cut leads to where it is entered again. */
static void cut_square(tracer *t, uint64_t square, int level)
{
    bool in[5];
    double mean = 0;
    for (int c = 0; c < 4; c++) {
        const double value = (double)t->values[corner(t, square, c)];
        in[c] = is_inside(t, value, level);
        mean += value / 4;
    }
    in[4] = in[0];
    for (int out = 0; out < 4; out++) {
        if (!in[out] || in[out + 1]) {
            continue;
        }
        const bool saddle = in[out] == in[(out + 2) & 3] && in[out + 1] == in[(out + 3) & 3];
        /* at a saddle the outsides are parted when the middle is inside: enter by the next edge, else by the one before */
        int enter = (out + 1) & 3;
        if (saddle && !is_inside(t, mean, level)) {
            enter = (out + 3) & 3;
        }
        while (in[enter] || !in[enter + 1]) {
            enter = (enter + 1) & 3;
        }
        add_piece(t, crossing(t, square, out, level), crossing(t, square, enter, level), square);
    }
}

/* The stretch of an edge of the drawn ground between the two levels. */
static void add_edge(tracer *t, uint64_t square, int edge)
{
    const double a = (double)t->values[corner(t, square, edge)], b = (double)t->values[corner(t, square, edge + 1)];
    if ((a < t->level[LOW] && b < t->level[LOW]) || (a >= t->level[HIGH] && b >= t->level[HIGH])) {
        return;
    }
    const uint64_t from = a < t->level[LOW]     ? crossing(t, square, edge, LOW)
                          : a >= t->level[HIGH] ? crossing(t, square, edge, HIGH)
                                                : corner(t, square, edge) * NAMES;
    const uint64_t to = b < t->level[LOW]     ? crossing(t, square, edge, LOW)
                        : b >= t->level[HIGH] ? crossing(t, square, edge, HIGH)
                                              : corner(t, square, edge + 1) * NAMES;
    add_piece(t, from, to, square);
}

static bool is_drawn(const tracer *t, int64_t column, int64_t row)
{
    if (column < 0 || row < 0 || column + 1 >= (int64_t)t->grid->columns || row + 1 >= (int64_t)t->grid->rows) {
        return false;
    }
    const float *v = t->values + (size_t)row * t->grid->columns + (size_t)column, *above = v + t->grid->columns;
    return !isnan(v[0]) && !isnan(v[1]) && !isnan(above[0]) && !isnan(above[1]);
}

static void collect(tracer *t, bool lines)
{
    static const int beyond[4][2] = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};
    for (int64_t row = 0; row + 1 < (int64_t)t->grid->rows; row++) {
        for (int64_t column = 0; column + 1 < (int64_t)t->grid->columns; column++) {
            if (!is_drawn(t, column, row)) {
                continue;
            }
            const uint64_t square = (uint64_t)row * t->grid->columns + (uint64_t)column;
            cut_square(t, square, LOW);
            if (lines) {
                continue;
            }
            cut_square(t, square, HIGH);
            for (int edge = 0; edge < 4; edge++) {
                if (!is_drawn(t, column + beyond[edge][0], row + beyond[edge][1])) {
                    add_edge(t, square, edge);
                }
            }
        }
    }
}

/* --- joining -------------------------------------------------------------------------------------- */

static int by_begin(const void *a, const void *b)
{
    const piece *p = a, *q = b;
    return p->from != q->from ? (p->from > q->from) - (p->from < q->from) : (p->square > q->square) - (p->square < q->square);
}

/* The piece that begins where p ends. Where two squares touch at a corner, that of the same square: then a ring
 * surrounds ground that hangs together by edges. SIZE_MAX: a line ends. */
static size_t next_of(const tracer *t, const piece *p)
{
    size_t low = 0, high = t->pieces.n;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (t->pieces.at[middle].from < p->to) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == t->pieces.n || t->pieces.at[low].from != p->to) {
        return SIZE_MAX;
    }
    const bool two = low + 1 < t->pieces.n && t->pieces.at[low + 1].from == p->to;
    return two && t->pieces.at[low + 1].square == p->square ? low + 1 : low;
}

/* A level lies strictly inside its edge, by 1e-6 of it at least: no two ends are one place, no ring touches itself. */
static void place_of(const tracer *t, uint64_t end, double *x, double *y)
{
    const uint64_t cell = end / NAMES, columns = t->grid->columns;
    const int kind = (int)(end % NAMES);
    *x = vt_grid_x(t->grid, (size_t)(cell % columns));
    *y = vt_grid_y(t->grid, (size_t)(cell / columns));
    if (kind == CENTRE) {
        return;
    }
    const bool north = kind >= NORTH_LOW;
    const double level = t->level[kind == EAST_HIGH || kind == NORTH_HIGH];
    const double a = (double)t->values[cell], b = (double)t->values[cell + (north ? columns : 1)];
    const double share = fmin(fmax((level - a) / (b - a), 1e-6), 1 - 1e-6);
    *(north ? y : x) += share * t->grid->cell;
}

static bool add_vertex(const tracer *t, uint64_t end, vt_paths *paths)
{
    double x, y;
    place_of(t, end, &x, &y);
    return vt_array_push(&paths->x, x) && vt_array_push(&paths->y, y);
}

static bool in_line(const tracer *t, uint64_t a, uint64_t b, uint64_t c)
{
    double ax, ay, bx, by, cx, cy;
    place_of(t, a, &ax, &ay);
    place_of(t, b, &bx, &by);
    place_of(t, c, &cx, &cy);
    return (ax == bx && bx == cx) || (ay == by && by == cy);
}

/* Writes the path of n ends; a ring is closed, and its centres that lie in line are left out. */
static bool add_path(const tracer *t, const uint64_t *ends, size_t n, bool ring, vt_paths *paths)
{
    const size_t first = paths->x.n;
    bool worked = true;
    for (size_t i = 0; worked && i < n; i++) {
        const bool plain = ring && ends[i] % NAMES == CENTRE && in_line(t, ends[(i + n - 1) % n], ends[i], ends[(i + 1) % n]);
        worked = plain || add_vertex(t, ends[i], paths);
    }
    if (worked && ring) { /* read before the push, which may move the array */
        const double x = paths->x.at[first], y = paths->y.at[first];
        worked = vt_array_push(&paths->x, x) && vt_array_push(&paths->y, y);
    }
    return worked && vt_array_push(&paths->end, paths->x.n);
}

typedef VT_ARRAY(uint64_t) end_list;

/* Two pieces begin where this one does: squares touch at a corner. */
static bool is_touch(const tracer *t, size_t at)
{
    const piece *p = &t->pieces.at[at];
    return (at > 0 && p[-1].from == p->from) || (at + 1 < t->pieces.n && p[1].from == p->from);
}

/* Appends the begin of a piece to a ring under way; one that it has been at closes a loop, a ring of its own. */
static bool walk_to(const tracer *t, size_t at, end_list *way, vt_paths *rings)
{
    const uint64_t end = t->pieces.at[at].from;
    for (size_t i = is_touch(t, at) ? way->n : 0; i-- > 0;) {
        if (way->at[i] == end) {
            const bool worked = add_path(t, way->at + i, way->n - i, true, rings);
            way->n = i;
            return worked && vt_array_push(way, end);
        }
    }
    return vt_array_push(way, end);
}

/* Follows pieces from `start` until there is none or it comes back. */
static bool follow(const tracer *t, size_t start, const size_t *next, bool *done, bool lines, end_list *way, vt_paths *paths)
{
    way->n = 0;
    size_t at = start;
    bool worked = true;
    uint64_t last = 0;
    for (; worked && at != SIZE_MAX && !done[at]; at = next[at]) {
        done[at] = true;
        last = t->pieces.at[at].to;
        worked = lines ? vt_array_push(way, t->pieces.at[at].from) : walk_to(t, at, way, paths);
    }
    const bool ring = at != SIZE_MAX;
    if (worked && !ring) {
        worked = vt_array_push(way, last);
    }
    return worked && add_path(t, way->at, way->n, ring, paths);
}

static vitrine_status trace(vitrine_context *ctx, tracer *t, bool lines, vt_paths *paths)
{
    collect(t, lines);
    const size_t n = t->pieces.n;
    size_t *next = calloc(n + 1, sizeof *next);
    bool *done = calloc(n + 1, sizeof *done), *follows = calloc(n + 1, sizeof *follows);
    end_list way = {0};
    bool worked = !t->failed && next && done && follows;
    if (worked && n) {
        qsort(t->pieces.at, n, sizeof *t->pieces.at, by_begin);
    }
    for (size_t i = 0; worked && i < n; i++) {
        next[i] = next_of(t, &t->pieces.at[i]);
        if (next[i] != SIZE_MAX) {
            follows[next[i]] = true;
        }
    }
    for (int round = 0; round < 2; round++) { /* lines from their begin, then rings from anywhere */
        for (size_t i = 0; worked && i < n; i++) {
            if (!done[i] && (round == 1 || !follows[i])) {
                worked = follow(t, i, next, done, lines, &way, paths);
            }
        }
    }
    vt_array_free(&way);
    vt_array_free(&t->pieces);
    free(next);
    free(done);
    free(follows);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}

vitrine_status vt_contour_lines(vitrine_context *ctx, const vt_grid *grid, const float *values, double level, vt_paths *lines)
{
    tracer t = {.grid = grid, .values = values, .level = {level, INFINITY}};
    return trace(ctx, &t, true, lines);
}

vitrine_status vt_contour_rings(vitrine_context *ctx, const vt_grid *grid, const float *values, double low, double high,
                                vt_paths *rings)
{
    tracer t = {.grid = grid, .values = values, .level = {low, high}};
    return trace(ctx, &t, false, rings);
}
