/* geos.c - see geos.h. */
#include "geo/geos.h"

#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct vt_geos {
    GEOSContextHandle_t handle;
    double x0, y0; /* what GEOS sees begins here */
    char message[256];
};

static void keep_message(const char *text, void *user)
{
    vt_geos *geos = user;
    const char *what = strstr(text, "Exception: "); /* what was thrown says nothing to a planner */
    snprintf(geos->message, sizeof geos->message, "%s", what ? what + strlen("Exception: ") : text);
}

vt_geos *vt_geos_new(void)
{
    vt_geos *geos = calloc(1, sizeof *geos);
    if (geos && !(geos->handle = GEOS_init_r())) {
        free(geos);
        return NULL;
    }
    if (geos) {
        GEOSContext_setErrorMessageHandler_r(geos->handle, keep_message, geos);
    }
    return geos;
}

void vt_geos_free(vt_geos *geos)
{
    if (geos) {
        GEOS_finish_r(geos->handle);
        free(geos);
    }
}

const char *vt_geos_message(const vt_geos *geos)
{
    return geos->message;
}

void vt_geos_origin(vt_geos *geos, double x, double y)
{
    geos->x0 = floor(x);
    geos->y0 = floor(y);
}

static GEOSCoordSequence *sequence(vt_geos *geos, const vt_geometry *g, size_t ring)
{
    const size_t from = g->vertex[ring], n = g->vertex[ring + 1] - from;
    if (geos->x0 == 0 && geos->y0 == 0) {
        return GEOSCoordSeq_copyFromArrays_r(geos->handle, g->x + from, g->y + from, NULL, NULL, (unsigned)n);
    }
    double *x = malloc(2 * (n + 1) * sizeof *x), *y = x + n + 1;
    for (size_t i = 0; x && i < n; i++) {
        x[i] = g->x[from + i] - geos->x0;
        y[i] = g->y[from + i] - geos->y0;
    }
    GEOSCoordSequence *points = x ? GEOSCoordSeq_copyFromArrays_r(geos->handle, x, y, NULL, NULL, (unsigned)n) : NULL;
    free(x);
    return points;
}

static GEOSGeometry *polygon(vt_geos *geos, const vt_geometry *g, size_t part)
{
    const size_t first = g->ring[part], n = g->ring[part + 1] - first;
    GEOSGeometry **rings = calloc(n ? n : 1, sizeof(GEOSGeometry *));
    size_t made = 0;
    for (; rings && made < n; made++) {
        GEOSCoordSequence *points = sequence(geos, g, first + made);
        rings[made] = points ? GEOSGeom_createLinearRing_r(geos->handle, points) : NULL;
        if (!rings[made]) {
            break;
        }
    }
    GEOSGeometry *whole = NULL;
    if (rings && made == n && n) {
        whole = GEOSGeom_createPolygon_r(geos->handle, rings[0], rings + 1, (unsigned)(n - 1));
    }
    for (size_t i = 0; made < n && i < made; i++) { /* of a polygon that fails GEOS itself drops them */
        GEOSGeom_destroy_r(geos->handle, rings[i]);
    }
    free(rings);
    return whole;
}

static GEOSGeometry *line(vt_geos *geos, const vt_geometry *g, size_t part)
{
    GEOSCoordSequence *points = sequence(geos, g, g->ring[part]);
    return points ? GEOSGeom_createLineString_r(geos->handle, points) : NULL;
}

static GEOSGeometry *collect(vt_geos *geos, const vt_geometry *g, size_t first, size_t n, int type,
                             GEOSGeometry *(*make)(vt_geos *, const vt_geometry *, size_t))
{
    geos->message[0] = '\0';
    GEOSGeometry **parts = calloc(n ? n : 1, sizeof(GEOSGeometry *));
    size_t made = 0;
    for (; parts && made < n && (parts[made] = make(geos, g, first + made)); made++) {
    }
    GEOSGeometry *whole = NULL;
    if (parts && made == n) {
        whole = GEOSGeom_createCollection_r(geos->handle, type, parts, (unsigned)n);
    }
    for (size_t i = 0; made < n && i < made; i++) { /* of a collection that fails GEOS itself drops them */
        GEOSGeom_destroy_r(geos->handle, parts[i]);
    }
    free(parts);
    return whole;
}

vt_geos_geometry *vt_geos_polygons(vt_geos *geos, const vt_geometry *g, size_t first, size_t n)
{
    return collect(geos, g, first, n, GEOS_MULTIPOLYGON, polygon);
}

vt_geos_geometry *vt_geos_lines(vt_geos *geos, const vt_geometry *g, size_t first, size_t n)
{
    return collect(geos, g, first, n, GEOS_MULTILINESTRING, line);
}

void vt_geos_drop(vt_geos *geos, vt_geos_geometry *geometry)
{
    if (geometry) {
        GEOSGeom_destroy_r(geos->handle, geometry);
    }
}

double vt_geos_area(vt_geos *geos, const vt_geos_geometry *geometry)
{
    double area = NAN;
    return GEOSArea_r(geos->handle, geometry, &area) ? area : NAN;
}

bool vt_geos_is_valid(vt_geos *geos, const vt_geos_geometry *geometry, char *why, size_t size, double *x, double *y)
{
    char *reason = NULL;
    GEOSGeometry *place = NULL;
    *x = *y = NAN;
    const char valid = GEOSisValidDetail_r(geos->handle, geometry, 0, &reason, &place);
    snprintf(why, size, "%s", reason ? reason : geos->message);
    if (place) {
        GEOSGeomGetX_r(geos->handle, place, x);
        GEOSGeomGetY_r(geos->handle, place, y);
        *x += geos->x0;
        *y += geos->y0;
        GEOSGeom_destroy_r(geos->handle, place);
    }
    GEOSFree_r(geos->handle, reason);
    return valid == 1;
}

vt_geos_geometry *vt_geos_repair(vt_geos *geos, const vt_geos_geometry *geometry)
{
    GEOSMakeValidParams *how = GEOSMakeValidParams_create_r(geos->handle);
    GEOSMakeValidParams_setMethod_r(geos->handle, how, GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(geos->handle, how, 0);
    GEOSGeometry *repaired = GEOSMakeValidWithParams_r(geos->handle, geometry, how);
    GEOSMakeValidParams_destroy_r(geos->handle, how);
    return repaired;
}

vt_geos_geometry *vt_geos_intersection(vt_geos *geos, const vt_geos_geometry *a, const vt_geos_geometry *b)
{
    vt_geos_geometry *both = GEOSIntersection_r(geos->handle, a, b);
    return both ? both : GEOSIntersectionPrec_r(geos->handle, a, b, VT_GRID_M);
}

vt_geos_geometry *vt_geos_intersection_on(vt_geos *geos, const vt_geos_geometry *a, const vt_geos_geometry *b, double grid)
{
    return GEOSIntersectionPrec_r(geos->handle, a, b, grid);
}

vt_geos_geometry *vt_geos_difference_on(vt_geos *geos, const vt_geos_geometry *a, const vt_geos_geometry *b, double grid)
{
    return GEOSDifferencePrec_r(geos->handle, a, b, grid);
}

vt_geos_geometry *vt_geos_rectangle(vt_geos *geos, const vt_box *box)
{
    return GEOSGeom_createRectangle_r(geos->handle, box->xmin - geos->x0, box->ymin - geos->y0, box->xmax - geos->x0, box->ymax - geos->y0);
}

size_t vt_geos_vertices(vt_geos *geos, const vt_geos_geometry *geometry)
{
    const int n = GEOSGetNumCoordinates_r(geos->handle, geometry);
    return n > 0 ? (size_t)n : 0;
}

vt_geos_geometry *vt_geos_difference(vt_geos *geos, const vt_geos_geometry *a, const vt_geos_geometry *b)
{
    vt_geos_geometry *rest = GEOSDifference_r(geos->handle, a, b);
    return rest ? rest : GEOSDifferencePrec_r(geos->handle, a, b, VT_GRID_M);
}

vt_geos_geometry *vt_geos_polygonal(vt_geos *geos, vt_geos_geometry *geometry)
{
    const int type = geometry ? GEOSGeomTypeId_r(geos->handle, geometry) : GEOS_POLYGON;
    if (type == GEOS_POLYGON || type == GEOS_MULTIPOLYGON) {
        return geometry;
    }
    const int n = type == GEOS_GEOMETRYCOLLECTION ? GEOSGetNumGeometries_r(geos->handle, geometry) : 0;
    GEOSGeometry **parts = calloc((size_t)n + 1, sizeof(GEOSGeometry *));
    unsigned kept = 0;
    for (int i = 0; parts && i < n; i++) {
        const GEOSGeometry *part = GEOSGetGeometryN_r(geos->handle, geometry, i);
        if (GEOSGeomTypeId_r(geos->handle, part) == GEOS_POLYGON) {
            parts[kept++] = GEOSGeom_clone_r(geos->handle, part);
        }
    }
    GEOSGeometry *whole = parts ? GEOSGeom_createCollection_r(geos->handle, GEOS_MULTIPOLYGON, parts, kept) : NULL;
    free(parts);
    GEOSGeom_destroy_r(geos->handle, geometry);
    return whole;
}

vt_geos_geometry *vt_geos_copy(vt_geos *geos, const vt_geos_geometry *geometry)
{
    return GEOSGeom_clone_r(geos->handle, geometry);
}

bool vt_geos_is_empty(vt_geos *geos, const vt_geos_geometry *geometry)
{
    return GEOSisEmpty_r(geos->handle, geometry) == 1;
}

vt_box vt_geos_box(vt_geos *geos, const vt_geos_geometry *geometry)
{
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    if (!vt_geos_is_empty(geos, geometry)) {
        GEOSGeom_getXMin_r(geos->handle, geometry, &box.xmin);
        GEOSGeom_getYMin_r(geos->handle, geometry, &box.ymin);
        GEOSGeom_getXMax_r(geos->handle, geometry, &box.xmax);
        GEOSGeom_getYMax_r(geos->handle, geometry, &box.ymax);
        box = (vt_box){box.xmin + geos->x0, box.ymin + geos->y0, box.xmax + geos->x0, box.ymax + geos->y0};
    }
    return box;
}

/* A collection that takes the geometries; NULL, and they are dropped, where one of them is NULL. GEOS drops them itself when it fails. */
static GEOSGeometry *gather(vt_geos *geos, vt_geos_geometry **geometries, size_t n)
{
    bool whole = true;
    for (size_t i = 0; i < n; i++) {
        whole = whole && geometries[i];
    }
    for (size_t i = 0; !whole && i < n; i++) {
        vt_geos_drop(geos, geometries[i]);
    }
    return whole ? GEOSGeom_createCollection_r(geos->handle, GEOS_GEOMETRYCOLLECTION, geometries, (unsigned)n) : NULL;
}

vt_geos_geometry *vt_geos_coverage_union(vt_geos *geos, vt_geos_geometry **geometries, size_t n)
{
    GEOSGeometry *all = gather(geos, geometries, n);
    GEOSGeometry *whole = all ? GEOSCoverageUnion_r(geos->handle, all) : NULL;
    vt_geos_drop(geos, all);
    return whole;
}

vt_geos_geometry *vt_geos_buffer(vt_geos *geos, const vt_geos_geometry *geometry, double distance)
{
    return GEOSBuffer_r(geos->handle, geometry, distance, 8);
}

vt_geos_geometry *vt_geos_union(vt_geos *geos, vt_geos_geometry **geometries, size_t n)
{
    vt_geos_geometry *all = gather(geos, geometries, n);
    vt_geos_geometry *whole = all ? GEOSUnaryUnion_r(geos->handle, all) : NULL;
    if (all && !whole) {
        whole = GEOSUnaryUnionPrec_r(geos->handle, all, VT_GRID_M);
    }
    vt_geos_drop(geos, all);
    return whole;
}

int vt_geos_meets(vt_geos *geos, const vt_geos_geometry *a, const vt_geos_geometry *b)
{
    const char answer = GEOSIntersects_r(geos->handle, a, b);
    return answer == 2 ? -1 : answer;
}

double vt_geos_widest(vt_geos *geos, const vt_geos_geometry *polygons, double tolerance)
{
    GEOSGeometry *radius = GEOSMaximumInscribedCircle_r(geos->handle, polygons, tolerance);
    double length = NAN;
    const bool known = radius && GEOSLength_r(geos->handle, radius, &length);
    vt_geos_drop(geos, radius);
    return known ? 2 * length : NAN;
}

static bool give_ring(vt_geos *geos, const GEOSGeometry *ring, bool part, vt_geos_ring_fn take, void *user)
{
    const GEOSCoordSequence *points = GEOSGeom_getCoordSeq_r(geos->handle, ring);
    unsigned n = 0;
    GEOSCoordSeq_getSize_r(geos->handle, points, &n);
    double *x = malloc((n + 1) * sizeof *x), *y = malloc((n + 1) * sizeof *y);
    bool went_on = x && y && GEOSCoordSeq_copyToArrays_r(geos->handle, points, x, y, NULL, NULL);
    for (unsigned i = 0; went_on && i < n; i++) {
        x[i] += geos->x0;
        y[i] += geos->y0;
    }
    went_on = went_on && take(user, x, y, n, part);
    free(x);
    free(y);
    return went_on;
}

bool vt_geos_rings(vt_geos *geos, const vt_geos_geometry *geometry, vt_shape shape, vt_geos_ring_fn take, void *user)
{
    const int type = GEOSGeomTypeId_r(geos->handle, geometry);
    if (GEOSisEmpty_r(geos->handle, geometry) == 1) {
        return true;
    }
    if (type == GEOS_LINESTRING || type == GEOS_LINEARRING) {
        return shape != VT_LINES || give_ring(geos, geometry, true, take, user);
    }
    if (type == GEOS_POLYGON) {
        bool went_on = shape != VT_POLYGONS ||
                       give_ring(geos, GEOSGetExteriorRing_r(geos->handle, geometry), true, take, user);
        const int holes = shape == VT_POLYGONS ? GEOSGetNumInteriorRings_r(geos->handle, geometry) : 0;
        for (int i = 0; went_on && i < holes; i++) {
            went_on = give_ring(geos, GEOSGetInteriorRingN_r(geos->handle, geometry, i), false, take, user);
        }
        return went_on;
    }
    bool went_on = true;
    const int n = type == GEOS_POINT ? 0 : GEOSGetNumGeometries_r(geos->handle, geometry);
    for (int i = 0; went_on && i < n; i++) {
        went_on = vt_geos_rings(geos, GEOSGetGeometryN_r(geos->handle, geometry, i), shape, take, user);
    }
    return went_on;
}
