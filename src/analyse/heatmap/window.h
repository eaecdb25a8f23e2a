/* window.h - where the heat map is drawn when heatmap.edge_correction: the union of the centres if the study has any,
 * else all places within the bandwidth of a street (boundaries included). A cell is inside when its centre is; whether
 * a premises is, the geometry tells, not the cell. */
#ifndef VT_WINDOW_H
#define VT_WINDOW_H

#include "analyse/heatmap/grid.h"
#include "model/network.h"

typedef struct {
    const vt_layer *centres; /* NULL: the streets */
    const vt_network *streets;
    double reach;            /* around the streets, m */
} vt_window;

/* xmin > xmax where there is nothing. */
vt_box vt_window_box(const vt_window *window);

/* Sets inside[row · columns + column] to 1 where the centre of the cell is inside; leaves the rest. false: no memory. */
bool vt_window_fill(const vt_window *window, const vt_grid *grid, uint8_t *inside);

bool vt_window_holds(const vt_window *window, double x, double y);

#endif
