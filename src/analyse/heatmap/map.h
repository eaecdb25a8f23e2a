/* map.h - everything that one heat map holds while it is made. */
#ifndef VT_MAP_OF_HEAT_H
#define VT_MAP_OF_HEAT_H

#include "analyse/heatmap/density.h"
#include "analyse/heatmap/window.h"
#include "analyse/vacancy/rates.h"

typedef struct {
    vitrine_context *ctx;
    const vitrine_study *study;
    const vitrine_model *model;
    const vt_layer *premises;
    vt_rate_rules rules;
    vt_density density;  /* the stock, and the grid */
    double n_vacant, n_occupied;
    vt_network *network; /* NULL unless the window or heatmap.network needs it */
    vt_window window;
    uint8_t *inside;     /* by cell; NULL without a window: everywhere */
    float *rate, *p, *stock, *vacant; /* by cell: the bands of the rasters */
    vitrine_result *result;
} vt_heatmap;

/* choose.c: the bandwidth; the window and the grid; who is left in the window */
vitrine_status vt_heatmap_choose_bandwidth(vt_heatmap *map);
vitrine_status vt_heatmap_lay_grid(vt_heatmap *map);
vitrine_status vt_heatmap_keep_inside(vt_heatmap *map);
/* layers.c */
vitrine_status vt_heatmap_contours(vt_heatmap *map);
vitrine_status vt_heatmap_bands(vt_heatmap *map);
/* along_streets.c: the layer network_density, where heatmap.network asks for it */
vitrine_status vt_heatmap_along_streets(vt_heatmap *map);

/* p at a cell, of the densities of vacant and occupied premises (1/m²), not both 0. */
double vt_heatmap_p(const vt_heatmap *map, double vacant, double occupied);

#endif
