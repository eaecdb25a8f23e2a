/* parts.h - some parts of a geometry one after the other: the polygon of a feature, or one of our own making. */
#ifndef VT_PARTS_H
#define VT_PARTS_H

#include <stdbool.h>

#include "geo/geometry.h"
#include "geo/rtree.h"

typedef struct {
    const vt_geometry *g; /* outlives it */
    uint32_t first, n;
} vt_parts;

/* Of all vertices; turned inside out where there is none. */
vt_box vt_parts_box(const vt_parts *parts);
/* Of polygons: without their holes. */
double vt_parts_area(const vt_parts *parts);
/* The polygons cover the point, boundary included. */
bool vt_parts_cover(const vt_parts *parts, double x, double y);

#endif
