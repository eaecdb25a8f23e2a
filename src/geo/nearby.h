/* nearby.h - the parts and holes of polygons that lie near a box, so that an overlay with something small need not
 * see all of a catchment's flood plain. */
#ifndef VT_NEARBY_H
#define VT_NEARBY_H

#include "base/array.h"
#include "geo/geometry.h"
#include "geo/rtree.h"

/* Rings laid out as in vt_geometry; zero is empty. */
typedef struct {
    VT_ARRAY(uint32_t) ring;   /* first ring of each part, and the end */
    VT_ARRAY(uint32_t) vertex; /* first vertex of each ring, and the end */
    VT_ARRAY(double) x;
    VT_ARRAY(double) y;
} vt_nearby;

void vt_nearby_free(vt_nearby *nearby);

/* Replaces what is there by those of the parts [first, first + n) whose shell's box meets `box`, without the holes
 * whose box does not. Inside `box` nothing changes. Rings stay whole: cut along the box (Sutherland and Hodgman)
 * they run to and fro, and GEOS may then take a ring's inside for its outside. false: out of memory. */
bool vt_nearby_take(vt_nearby *nearby, const vt_geometry *g, size_t first, size_t n, const vt_box *box);

static inline size_t vt_nearby_parts(const vt_nearby *nearby)
{
    return nearby->ring.n - 1;
}

/* A view, without `shape` and `part`. */
static inline vt_geometry vt_nearby_geometry(const vt_nearby *nearby)
{
    return (vt_geometry){NULL, NULL, nearby->ring.at, nearby->vertex.at, nearby->x.at, nearby->y.at};
}

#endif
