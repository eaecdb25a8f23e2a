/* fragment.h - a polygon that is cut by others. Plain arithmetic tells outlines that keep apart and cuts where they cross just twice;
 * GEOS sees the rest. One thread's. */
#ifndef VT_FRAGMENT_H
#define VT_FRAGMENT_H

#include "analyse/land/clips.h"
#include "analyse/overlay/bands.h"
#include "analyse/overlay/contact.h"
#include "geo/geos.h"
#include "geo/polygons.h"

/* Less ground than this (1 mm²) is the rounding of an overlay, and no piece. */
#define VT_SLIVER_M2 1e-6

/* Begun as zero, it is empty. */
typedef struct {
    vt_parts parts;
    const vt_layer *layer;   /* it is a row as drawn; else NULL */
    uint32_t row;
    struct vt_own *own;      /* holds the parts, where nobody else does */
    vt_geos_geometry *shape; /* the same for GEOS; NULL until needed */
    vt_clips *clips;         /* of the shape, once it has cut another; NULL */
    vt_bands *bands;         /* of its edges in the frame, once it has cut another; NULL */
    vt_box box;
    double area; /* NaN: GEOS has failed */
} vt_fragment;

typedef enum { VT_OUTSIDE_IT, VT_UNDER_IT, VT_CUT, VT_CUT_FAILED } vt_relation;

/* Begins as zero but for `geos`. */
typedef struct {
    vt_geos *geos;
    const vt_box *frame; /* what is cut lies in it, so that of large features what reaches beyond is cut off first; NULL: unknown */
    vt_geos *local; /* for a second try; made when needed */
    vt_edges edges[2];
} vt_knife;

void vt_knife_free(vt_knife *knife);

vt_fragment vt_fragment_row(const vt_layer *layer, uint32_t row);
/* Of parts that outlive it. */
vt_fragment vt_fragment_of(vt_parts parts);
/* Takes the shape, which may be NULL; its points and lines are dropped. */
vt_fragment vt_fragment_shape(vt_knife *knife, vt_geos_geometry *shape);
void vt_fragment_drop(vt_knife *knife, vt_fragment *fragment);
/* Its shape, made where it has none yet; NULL where GEOS refuses. */
const vt_geos_geometry *vt_fragment_polygon(vt_knife *knife, vt_fragment *fragment);

/* How a fragment lies to another. VT_CUT: *inside is what they share and, where `outside` is not NULL, *outside the rest; the
 * caller drops them. */
vt_relation vt_fragment_cut(vt_knife *knife, vt_fragment *fragment, vt_fragment *by, vt_fragment *inside, vt_fragment *outside);

#endif
