/* density.c - see density.h. A point adds to the cells of its reach, row by row: the inner loops run along a row
 * without a branch, so that the compiler makes vectors of them. */
#include "analyse/heatmap/density.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"

enum { ROWS = 16, CHUNKS = 16, POINTS = 64, ROUNDS = 16 };

/* A cell just at the reach is looked at rather than lost to rounding; the kernel itself tells that it is 0. */
#define ROUNDING (1 + 1e-9)

static int by_place(const void *a, const void *b)
{
    const vt_heat_point *p = a, *q = b;
    return p->y != q->y   ? (p->y > q->y) - (p->y < q->y)
           : p->x != q->x ? (p->x > q->x) - (p->x < q->x)
                          : (p->row > q->row) - (p->row < q->row);
}

void vt_density_sort(vt_heat_point *points, size_t n)
{
    if (n) {
        qsort(points, n, sizeof *points, by_place);
    }
}

/* The part of a grid that a point's kernel reaches, and what its rows share. */
typedef struct {
    const vt_density *d;
    double dx;         /* from the point to the centre of column `from` */
    size_t from, to;   /* columns within reach in some row */
    double reach, top; /* top: the kernel at its middle */
    double *along;     /* of the Gaussian: exp(−dx²/2h²) for the columns from..to */
} stamp;

static stamp stamp_of(const vt_density *d, const vt_heat_point *point, double *along)
{
    stamp s = {.d = d, .reach = vt_kernel_reach(d->kernel, d->h), .top = vt_kernel_plane(d->kernel, d->h, 0), .along = along};
    const double wide = s.reach * ROUNDING;
    vt_grid_span(vt_grid_x(&d->grid, 0), d->grid.cell, d->grid.columns, point->x - wide, point->x + wide, &s.from, &s.to);
    s.dx = vt_grid_x(&d->grid, s.from) - point->x;
    for (size_t i = s.from; d->kernel == VT_GAUSSIAN && i < s.to; i++) {
        const double u = (s.dx + (double)(i - s.from) * d->grid.cell) / d->h;
        along[i - s.from] = exp(-u * u / 2);
    }
    return s;
}

/* sum[i] += weight · kernel for the columns from..to of the row at distance dy; the sums are those of the whole row.
 * The value is vt_kernel_plane's. */
static void add_row(const stamp *s, double dy, double weight, double *restrict sum, size_t *from, size_t *to)
{
    const double cell = s->d->grid.cell, h2 = s->d->h * s->d->h, scale = 1 / h2, w = weight * s->top;
    const double half = sqrt(fmax(0, s->reach * s->reach - dy * dy)) * ROUNDING;
    vt_grid_span(s->dx, cell, s->to - s->from, -half, half, from, to);
    const int n = (int)(*to - *from);
    const double first = s->dx + (double)*from * cell, rest = 1 - dy * dy * scale;
    const double *along = s->along + *from;
    *from += s->from;
    *to += s->from;
    sum += *from;
    switch (s->d->kernel) {
    case VT_QUARTIC:
        for (int i = 0; i < n; i++) {
            const double x = first + i * cell, t = rest - x * x * scale, u = t > 0 ? t : 0;
            sum[i] += w * (u * u);
        }
        break;
    case VT_EPANECHNIKOV:
        for (int i = 0; i < n; i++) {
            const double x = first + i * cell, t = rest - x * x * scale;
            sum[i] += w * (t > 0 ? t : 0);
        }
        break;
    case VT_GAUSSIAN: {
        const double across = w * exp(-dy * dy * scale / 2);
        for (int i = 0; i < n; i++) {
            sum[i] += across * along[i];
        }
        break;
    }
    case VT_TRIANGULAR:
        for (int i = 0; i < n; i++) {
            const double x = first + i * cell, t = 1 - sqrt((x * x + dy * dy) * scale);
            sum[i] += w * (t > 0 ? t : 0);
        }
        break;
    default:
        for (int i = 0; i < n; i++) {
            const double x = first + i * cell;
            sum[i] += x * x + dy * dy <= h2 ? w : 0;
        }
    }
}

/* --- the mass inside ------------------------------------------------------------------------------ */

typedef struct {
    const vt_density *d;
    const uint8_t *inside;
    double *mass;
    size_t first; /* of this round */
    atomic_bool failed;
} weighing;

static double mass_of(const weighing *w, const vt_heat_point *point, double *sum, double *along)
{
    const vt_grid *g = &w->d->grid;
    const stamp s = stamp_of(w->d, point, along);
    size_t first, last, from, to;
    vt_grid_span(vt_grid_y(g, 0), g->cell, g->rows, point->y - s.reach, point->y + s.reach, &first, &last);
    double mass = 0;
    for (size_t row = first; row < last; row++) {
        const uint8_t *inside = w->inside + row * g->columns;
        add_row(&s, vt_grid_y(g, row) - point->y, 1, sum, &from, &to);
        double part = 0;
        for (size_t i = from; i < to; i++) {
            part += inside[i] ? sum[i] : 0;
            sum[i] = 0;
        }
        mass += part;
    }
    return mass * g->cell * g->cell;
}

static void weigh(void *user, size_t from, size_t to)
{
    weighing *w = user;
    double *sum = calloc(2 * w->d->grid.columns, sizeof *sum);
    if (!sum) {
        atomic_store(&w->failed, true);
        return;
    }
    for (size_t i = w->first + from; i < w->first + to; i++) {
        w->mass[i] = mass_of(w, &w->d->points[i], sum, sum + w->d->grid.columns);
    }
    free(sum);
}

vitrine_status vt_density_masses(vitrine_context *ctx, const vt_density *density, const uint8_t *inside, double *mass)
{
    weighing w = {.d = density, .inside = inside, .mass = mass};
    const size_t round = density->n / ROUNDS + POINTS;
    vitrine_status status = VITRINE_OK;
    for (; !status && w.first < density->n; w.first += round) {
        const size_t left = density->n - w.first;
        vt_parallel_for(ctx, left < round ? left : round, POINTS, weigh, &w);
        status = atomic_load(&w.failed) ? vt_no_memory(ctx) : vt_progress(ctx, "heatmap", 0.4 * (double)w.first / (double)density->n);
    }
    return status;
}

/* --- the densities -------------------------------------------------------------------------------- */

typedef struct {
    const vt_density *d;
    vt_density_fn take;
    void *user;
    size_t first;    /* row of this round */
    double *scratch; /* of a round, a slice a chunk: made once, for memory is dear to get while others get some too */
} summing;

/* The first point at or above y. */
static size_t first_point(const vt_density *d, double y)
{
    size_t low = 0, high = d->n;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (d->points[middle].y < y) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* A few rows at once: the Gaussian's exponentials along x are then shared. */
static void sum_rows(void *user, size_t from, size_t to)
{
    const summing *s = user;
    const vt_density *d = s->d;
    const size_t columns = d->grid.columns, rows = to - from;
    double *sums = s->scratch + from / ROWS * (2 * ROWS + 1) * columns;
    memset(sums, 0, 2 * rows * columns * sizeof *sums);
    from += s->first;
    to += s->first;
    const double reach = vt_kernel_reach(d->kernel, d->h), top = vt_grid_y(&d->grid, to - 1) + reach;
    for (size_t i = first_point(d, vt_grid_y(&d->grid, from) - reach); i < d->n && d->points[i].y <= top; i++) {
        const vt_heat_point *point = &d->points[i];
        const stamp of = stamp_of(d, point, sums + 2 * rows * columns);
        for (size_t row = from; row < to; row++) {
            const double dy = vt_grid_y(&d->grid, row) - point->y;
            size_t a, b;
            if (fabs(dy) <= reach) {
                add_row(&of, dy, point->weight, sums + (2 * (row - from) + !point->vacant) * columns, &a, &b);
            }
        }
    }
    for (size_t row = from; row < to; row++) {
        const double *vacant = sums + 2 * (row - from) * columns;
        s->take(s->user, row, vacant, vacant + columns);
    }
}

vitrine_status vt_density_rows(vitrine_context *ctx, const vt_density *density, vt_density_fn take, void *user)
{
    const size_t rows = density->grid.rows, round = CHUNKS * ROWS;
    summing s = {.d = density, .take = take, .user = user};
    s.scratch = malloc(CHUNKS * (2 * ROWS + 1) * density->grid.columns * sizeof *s.scratch);
    vitrine_status status = s.scratch ? VITRINE_OK : vt_no_memory(ctx);
    for (; !status && s.first < rows; s.first += round) { /* in rounds, to be interrupted between them */
        const size_t left = rows - s.first;
        vt_parallel_for(ctx, left < round ? left : round, ROWS, sum_rows, &s);
        status = vt_progress(ctx, "heatmap", 0.4 + 0.5 * (double)s.first / (double)rows);
    }
    free(s.scratch);
    return status;
}
