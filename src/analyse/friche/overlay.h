/* overlay.h - how much of one site lies under polygons. One thread's: each has a GEOS handle of its own. */
#ifndef VT_OVERLAY_H
#define VT_OVERLAY_H

#include "analyse/overlay/contact.h"
#include "geo/geos.h"
#include "geo/nearby.h"

typedef struct {
    const vt_layer *layer;
    size_t row;
} vt_feature;

/* Begins as zero but for `geos`, which vt_overlay_free gives back too. */
typedef struct {
    vt_geos *geos;
    const vt_layer *sites;
    size_t site;
    vt_box box;                /* of the site */
    double area;
    vt_geos_geometry *polygon; /* the site's, made when first needed */
    vt_edges edges[2];
    vt_nearby nearby;
    VT_ARRAY(vt_geos_geometry *) pieces; /* of the site, under the features of `over`; NULL: not made yet */
    VT_ARRAY(vt_feature) over;
    bool no_room;              /* out of memory: what was answered is worth nothing */
} vt_overlay;

void vt_overlay_site(vt_overlay *overlay, const vt_layer *sites, size_t site);
void vt_overlay_free(vt_overlay *overlay);

/* What a polygon and the site share: */
typedef struct {
    bool touches; /* any point, be it of their boundaries */
    bool covers;  /* the whole site, for certain */
    double area;  /* m²; NaN where GEOS gives up */
} vt_shared;
vt_shared vt_overlay_shared(vt_overlay *overlay, vt_feature feature);

/* Area of the site under the union of n polygons; NaN where GEOS gives up. */
double vt_overlay_under(vt_overlay *overlay, const vt_feature *features, size_t n);

/* Diameter of the greatest circle inside the site, to 0.1 m of its radius; NaN where GEOS gives up. */
double vt_overlay_widest(vt_overlay *overlay);

#endif
