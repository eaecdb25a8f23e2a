/* contour.h - lines of one value and areas between two, over the centres of a grid's cells.
 *
 * Marching squares: a square between four centres is cut by straight lines between the places on its edges where the
 * value, linear along an edge, is that of the level; two cuts of one square are told apart by the mean of its corners.
 * A square with a NaN corner is not drawn. The areas between rising bounds share their borders to the last bit: they are
 * valid, do not overlap, and cover all squares drawn. A centre on a level counts as above it. */
#ifndef VT_CONTOUR_H
#define VT_CONTOUR_H

#include "analyse/heatmap/grid.h"
#include "base/array.h"
#include "base/context.h"

/* Lines or rings: path p has the vertices end[p − 1]..end[p] (from 0 for the first). */
typedef struct {
    VT_ARRAY(double) x;
    VT_ARRAY(double) y;
    VT_ARRAY(size_t) end;
} vt_paths;
void vt_paths_free(vt_paths *paths);

/* Adds the lines of `level` (rings are closed), the values at or above it on their left, in the order of the grid. */
vitrine_status vt_contour_lines(vitrine_context *ctx, const vt_grid *grid, const float *values, double level, vt_paths *lines);

/* Adds the rings around low ≤ value < high (−INFINITY, INFINITY: no bound), closed, the area on their left: shells
 * counter-clockwise, holes clockwise. */
vitrine_status vt_contour_rings(vitrine_context *ctx, const vt_grid *grid, const float *values, double low, double high,
                                vt_paths *rings);

/* Finds the shell around each hole: shell[r] = r for a shell, else the least shell around the hole r. */
vitrine_status vt_contour_nest(vitrine_context *ctx, const vt_paths *rings, size_t *shell);

#endif
