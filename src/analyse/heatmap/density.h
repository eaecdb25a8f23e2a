/* density.h - kernel densities on a grid, a row at a time.
 *
 * density(cell) = Σ over points of weight · K_h(centre − point), in 1/m², for the vacant and the occupied apart. Each
 * cell adds its points in one order, whatever the threads. */
#ifndef VT_DENSITY_H
#define VT_DENSITY_H

#include <stdbool.h>

#include "analyse/heatmap/grid.h"
#include "analyse/heatmap/kernel.h"
#include "base/context.h"

typedef struct {
    double x, y, weight;
    size_t row; /* of the layer that it comes from */
    bool vacant;
} vt_heat_point;

typedef struct {
    vt_grid grid;
    vt_kernel kernel;
    double h;
    vt_heat_point *points; /* sorted by vt_density_sort */
    size_t n;
} vt_density;

/* By y, x, row. */
void vt_density_sort(vt_heat_point *points, size_t n);

/* The mass of the kernel of each point over the cells inside: Σ K_h · cell² over the cells where inside[row·columns +
 * column] is true; mass has room for all points. */
vitrine_status vt_density_masses(vitrine_context *ctx, const vt_density *density, const uint8_t *inside, double *mass);

/* Is given each row once, in no order and on any thread: the sums of a row's columns. */
typedef void (*vt_density_fn)(void *user, size_t row, const double *vacant, const double *occupied);
vitrine_status vt_density_rows(vitrine_context *ctx, const vt_density *density, vt_density_fn take, void *user);

#endif
