/* polygons.h - polygons that are added one after the other, laid out as in geometry.h, each of one part. */
#ifndef VT_POLYGONS_H
#define VT_POLYGONS_H

#include "base/array.h"
#include "geo/geos.h"

typedef struct {
    VT_ARRAY(uint32_t) ring;   /* first ring of each polygon, and the end; empty before the first */
    VT_ARRAY(uint32_t) vertex; /* first vertex of each ring, and the end */
    VT_ARRAY(double) x;
    VT_ARRAY(double) y;
} vt_polygons;

void vt_polygons_free(vt_polygons *polygons);
size_t vt_polygons_count(const vt_polygons *polygons);

/* Appends the parts [first, first + n) of g; the polygons of a GEOS geometry, nothing else of it; or polygon `part` of other
 * polygons. false: out of memory. */
bool vt_polygons_add(vt_polygons *polygons, const vt_geometry *g, size_t first, size_t n);
bool vt_polygons_add_geos(vt_polygons *polygons, vt_geos *geos, const vt_geos_geometry *geometry);

/* Takes the last polygon away. */
void vt_polygons_drop_last(vt_polygons *polygons);

/* A view, without `shape` and `part`. */
vt_geometry vt_polygons_view(const vt_polygons *polygons);
/* Of polygon i, without its holes' area. */
double vt_polygons_area(const vt_polygons *polygons, size_t i);
vt_box vt_polygons_box(const vt_polygons *polygons, size_t i);

#endif
