/* crs.h - coordinate reference systems: the only place that knows OSR and PROJ.
 *
 * All measures are planar, in the study's CRS. Axes are always easting/longitude first, whatever the
 * authority says. A transform that would only be a guess (ballpark) is refused. */
#ifndef VT_CRS_H
#define VT_CRS_H

#include "base/context.h"

/* The study's CRS: projected, in metres, fit for lengths and areas. Immutable. */
typedef struct vt_crs vt_crs;

/* `origin` names where the definition was written. VITRINE_E_INPUT: unknown, geographic, not in
 * metres, or a Mercator, whose areas are false (+131 % in Paris). */
vitrine_status vt_crs_open(vitrine_context *ctx, const char *definition, const char *origin, vt_crs **crs);
void vt_crs_free(vt_crs *crs);

/* "EPSG:2154", or the definition as given where the CRS has no code. */
const char *vt_crs_name(const vt_crs *crs);
const char *vt_crs_wkt(const vt_crs *crs);
/* (area on the map / area on the ellipsoid) at a point of the plane; NaN when it cannot be told. */
double vt_crs_areal_scale(vitrine_context *ctx, const vt_crs *crs, double x, double y);

typedef struct vt_transform vt_transform;

/* From a source's CRS (authority code or WKT) to the study's. `what` names the source in messages. */
vitrine_status vt_transform_open(vitrine_context *ctx, const vt_crs *to, const char *source_definition,
                                 const char *what, vt_transform **transform);
/* From the study's CRS to longitude and latitude (WGS 84), for GeoJSON. */
vitrine_status vt_transform_open_lonlat(vitrine_context *ctx, const vt_crs *from, vt_transform **transform);
void vt_transform_free(vt_transform *transform);

/* In place; a point that cannot be transformed becomes NaN. */
void vt_transform_points(const vt_transform *transform, double *x, double *y, size_t n);

typedef enum { VT_INSIDE, VT_OUTSIDE, VT_SWAPPED } vt_area_verdict;

/* Where a point (source coordinates, and the same transformed) lies as to the area of use of the
 * study's CRS: outside it, or outside but inside when its axes are swapped. */
vt_area_verdict vt_transform_judge(const vt_transform *transform, double source_x, double source_y, double x,
                                   double y);

#endif
