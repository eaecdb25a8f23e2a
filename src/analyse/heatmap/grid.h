/* grid.h - square cells aligned on 0: cell (i, j) has its centre at ((i + ½)c, (j + ½)c), so that the maps of two
 * surveys lie on each other. Row 0 is the southernmost. */
#ifndef VT_GRID_H
#define VT_GRID_H

#include <math.h>
#include <stdint.h>

#include "geo/rtree.h"

typedef struct {
    double cell;    /* m */
    int64_t i0, j0; /* of the cell in the south-west corner */
    size_t columns, rows;
} vt_grid;

/* How many cells cover a box, as a number that may be too great to have. */
static inline double vt_grid_cells(const vt_box *box, double cell)
{
    return fmax(1, ceil(box->xmax / cell) - floor(box->xmin / cell)) * fmax(1, ceil(box->ymax / cell) - floor(box->ymin / cell));
}

/* The cells that cover a box. */
static inline vt_grid vt_grid_over(const vt_box *box, double cell)
{
    return (vt_grid){
        .cell = cell,
        .i0 = (int64_t)floor(box->xmin / cell),
        .j0 = (int64_t)floor(box->ymin / cell),
        .columns = (size_t)fmax(1, ceil(box->xmax / cell) - floor(box->xmin / cell)),
        .rows = (size_t)fmax(1, ceil(box->ymax / cell) - floor(box->ymin / cell)),
    };
}

/* Centre of a column, of a row. */
static inline double vt_grid_x(const vt_grid *grid, size_t column)
{
    return ((double)(grid->i0 + (int64_t)column) + 0.5) * grid->cell;
}

static inline double vt_grid_y(const vt_grid *grid, size_t row)
{
    return ((double)(grid->j0 + (int64_t)row) + 0.5) * grid->cell;
}

/* [*from, *to): indices below n whose centres, the first at `first`, lie in [low, high]; *from == *to: none. Without
 * ceil and floor, which are calls where the processor is not known to round by itself. */
static inline void vt_grid_span(double first, double cell, size_t n, double low, double high, size_t *from, size_t *to)
{
    const double a = (low - first) / cell, b = (high - first) / cell, last = (double)n - 1;
    *from = *to = 0;
    if (n == 0 || !(a <= last && b >= 0 && a <= b)) {
        return;
    }
    const int64_t begin = a > 0 ? (int64_t)a : 0, end = (b < last ? (int64_t)b : (int64_t)n - 1) + 1;
    *from = (size_t)(begin + ((double)begin < a));
    *to = (size_t)end > *from ? (size_t)end : *from;
}

#endif
