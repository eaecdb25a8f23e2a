/* fragment.h - a polygon that is cut by features: whole rows are told by plain arithmetic where their outlines keep apart; GEOS
 * sees only those that touch. One thread's. */
#ifndef VT_FRAGMENT_H
#define VT_FRAGMENT_H

#include "analyse/land/clips.h"
#include "analyse/overlay/contact.h"
#include "geo/geos.h"
#include "geo/polygons.h"

/* Less ground than this (1 mm²) is the rounding of an overlay, and no piece. */
#define VT_SLIVER_M2 1e-6

/* A row of a layer, or a shape of GEOS that it owns. */
typedef struct {
    const vt_layer *layer;   /* NULL: a shape */
    uint32_t row;
    vt_geos_geometry *shape; /* of a row: NULL until needed */
    vt_clips *clips;         /* of the shape, once it has cut another; NULL */
    vt_box box;
    double area;
} vt_fragment;

typedef enum { VT_OUTSIDE_IT, VT_UNDER_IT, VT_CUT, VT_CUT_FAILED } vt_relation;

/* Begins as zero but for `geos`. */
typedef struct {
    vt_geos *geos;
    const vt_box *frame; /* what is cut lies in it, so that of large features what reaches beyond is cut off first; NULL: unknown */
    vt_edges edges[2];
} vt_knife;

void vt_knife_free(vt_knife *knife);

vt_fragment vt_fragment_row(const vt_layer *layer, uint32_t row);
/* Takes the shape, which may be NULL; its points and lines are dropped. */
vt_fragment vt_fragment_shape(vt_knife *knife, vt_geos_geometry *shape);
void vt_fragment_drop(vt_knife *knife, vt_fragment *fragment);
/* Its shape, made where it has none yet; NULL where GEOS refuses. */
const vt_geos_geometry *vt_fragment_polygon(vt_knife *knife, vt_fragment *fragment);

/* How a fragment lies to another. VT_CUT: *inside is what they share and, where `outside` is not NULL, *outside the rest; the
 * caller drops them. */
vt_relation vt_fragment_cut(vt_knife *knife, vt_fragment *fragment, vt_fragment *by, vt_fragment *inside, vt_fragment *outside);

#endif
