/* geos.h - GEOS, behind a handle that belongs to one thread: validity, repair, true overlay. Geometries
 * are made on the fly from coordinate columns and never shared (GEOS 3.11 fills envelopes lazily). */
#ifndef VT_GEOS_H
#define VT_GEOS_H

#include <stdbool.h>
#include <stddef.h>

#include "geo/geometry.h"
#include "geo/rtree.h"

typedef struct vt_geos vt_geos;
typedef struct GEOSGeom_t vt_geos_geometry;

/* NULL when out of memory. */
vt_geos *vt_geos_new(void);
void vt_geos_free(vt_geos *geos);
/* Hands coordinates to GEOS as from a place nearby (rounded down to whole metres, so that nothing is lost) and takes them back: far from
 * 0 its overlay has been seen to lose a whole polygon (GEOS 3.11). Set before anything is made. */
void vt_geos_origin(vt_geos *geos, double x, double y);
/* The last message of GEOS, "" when none. */
const char *vt_geos_message(const vt_geos *geos);

/* The parts [first, first + n) as a multipolygon or multilinestring. NULL when GEOS refuses them. */
vt_geos_geometry *vt_geos_polygons(vt_geos *geos, const vt_geometry *g, size_t first, size_t n);
vt_geos_geometry *vt_geos_lines(vt_geos *geos, const vt_geometry *g, size_t first, size_t n);
void vt_geos_drop(vt_geos *geos, vt_geos_geometry *geometry);

double vt_geos_area(vt_geos *geos, const vt_geos_geometry *geometry);

/* Valid by OGC; else why and where. An exception counts as invalid. */
bool vt_geos_is_valid(vt_geos *geos, const vt_geos_geometry *geometry, char *why, size_t size, double *x, double *y);

/* GEOS MakeValid, method `structure`: overlapping parts merge, holes stay holes. NULL on an exception. */
vt_geos_geometry *vt_geos_repair(vt_geos *geos, const vt_geos_geometry *geometry);

/* NULL on an exception, never for an empty answer. Where floating overlay fails it is done on a grid of 1 mm. */
vt_geos_geometry *vt_geos_intersection(vt_geos *geos, const vt_geos_geometry *a, const vt_geos_geometry *b);

/* Where floating overlay fails: m. */
#define VT_GRID_M 0.001

/* Both by OverlayNG alone, on a grid of that many metres, or floating where it is 0: no short cut of GEOS for rectangles, whose answer may be
 * invalid, and no second try. */
vt_geos_geometry *vt_geos_intersection_on(vt_geos *geos, const vt_geos_geometry *a, const vt_geos_geometry *b, double grid);
vt_geos_geometry *vt_geos_difference_on(vt_geos *geos, const vt_geos_geometry *a, const vt_geos_geometry *b, double grid);
vt_geos_geometry *vt_geos_rectangle(vt_geos *geos, const vt_box *box);
size_t vt_geos_vertices(vt_geos *geos, const vt_geos_geometry *geometry);

/* a without b; as vt_geos_intersection. */
vt_geos_geometry *vt_geos_difference(vt_geos *geos, const vt_geos_geometry *a, const vt_geos_geometry *b);

/* The geometry without its points and lines; it takes what it is given. NULL on an exception. */
vt_geos_geometry *vt_geos_polygonal(vt_geos *geos, vt_geos_geometry *geometry);
vt_geos_geometry *vt_geos_copy(vt_geos *geos, const vt_geos_geometry *geometry);
bool vt_geos_is_empty(vt_geos *geos, const vt_geos_geometry *geometry);
vt_box vt_geos_box(vt_geos *geos, const vt_geos_geometry *geometry);

/* The union of polygons that share edges vertex by vertex and do not overlap, much faster than vt_geos_union; of others it is
 * wrong without a word: compare areas, and ask whether it is valid. Takes the geometries. NULL on an exception. */
vt_geos_geometry *vt_geos_coverage_union(vt_geos *geos, vt_geos_geometry **geometries, size_t n);

/* Grown, or shrunk by a negative distance, with 8 segments a quarter circle. NULL on an exception. */
vt_geos_geometry *vt_geos_buffer(vt_geos *geos, const vt_geos_geometry *geometry, double distance);

/* The union of n geometries, which it takes and drops. NULL on an exception. */
vt_geos_geometry *vt_geos_union(vt_geos *geos, vt_geos_geometry **geometries, size_t n);

/* Diameter of the greatest circle inside polygons, to `tolerance` of its radius; NaN on an exception. */
double vt_geos_widest(vt_geos *geos, const vt_geos_geometry *polygons, double tolerance);

/* They share a point, be it on their boundaries: 1 or 0; −1 on an exception. */
int vt_geos_meets(vt_geos *geos, const vt_geos_geometry *a, const vt_geos_geometry *b);

/* Calls `ring` for every line of `shape` VT_LINES or ring of VT_POLYGONS in the geometry, with n ≥ 2
 * vertices; `part` is true at the first ring of a part. It returns false to stop. */
typedef bool (*vt_geos_ring_fn)(void *user, const double *x, const double *y, size_t n, bool part);
bool vt_geos_rings(vt_geos *geos, const vt_geos_geometry *geometry, vt_shape shape, vt_geos_ring_fn ring, void *user);

#endif
