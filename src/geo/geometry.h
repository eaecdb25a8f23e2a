/* geometry.h - geometries of many features as columns, laid out as GeoArrow does.
 *
 * Feature i has the parts part[i]..part[i+1], part p the rings ring[p]..ring[p+1], ring r the vertices
 * vertex[r]..vertex[r+1]. A point is one part of one ring of one vertex; a line one part of one ring; rings
 * of polygons are closed, the first of a part is its shell. */
#ifndef VT_GEOMETRY_H
#define VT_GEOMETRY_H

#include <stdint.h>

typedef enum { VT_POINTS = 1, VT_LINES = 2, VT_POLYGONS = 4 } vt_shape;

typedef struct {
    uint8_t *shape; /* of vt_shape, per feature; 0: none */
    uint32_t *part, *ring, *vertex;
    double *x, *y;
} vt_geometry;

#endif
