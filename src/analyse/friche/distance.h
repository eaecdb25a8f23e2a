/* distance.h - how far sites lie from places of one kind. */
#ifndef VT_DISTANCE_H
#define VT_DISTANCE_H

#include "base/array.h"
#include "model/layer.h"

/* An edge of a place, or a point as an edge from itself to itself. */
typedef struct {
    double ax, ay, bx, by;
} vt_place_edge;

/* All places of a kind, be they of several layers; zero is none. */
typedef struct {
    VT_ARRAY(vt_place_edge) edges;
    VT_ARRAY(const vt_layer *) layers;
    VT_ARRAY(vt_rtree *) polygons; /* over the features of each layer; NULL where none is a polygon */
    vt_rtree *tree;                /* over the edges */
} vt_places;

/* false: out of memory. */
bool vt_places_add(vt_places *places, const vt_layer *layer);
/* Once all are added. */
bool vt_places_index(vt_places *places);
void vt_places_free(vt_places *places);

/* From the site's polygon, or its point, to the nearest place: 0 where they share a point. NaN without a place or
 * without a site. */
double vt_places_distance(const vt_places *places, const vt_layer *sites, size_t site);

#endif
