/* crs.c - see crs.h. */
#include "geo/crs.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <math.h>
#include <ogr_srs_api.h>
#include <proj.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    double west, south, east, north;
} box;

struct vt_crs {
    OGRSpatialReferenceH srs, lonlat;
    char *name, *wkt;
    box degrees; /* area of use */
    box plane;   /* its bounds in the CRS itself */
};

struct vt_transform {
    OGRCoordinateTransformationH with; /* NULL: source and study CRS are the same */
    const vt_crs *to;                  /* NULL for a transform to longitude and latitude */
    bool degrees;
};

static OGRSpatialReferenceH srs_of(const char *definition)
{
    OGRSpatialReferenceH srs = OSRNewSpatialReference(NULL);
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const bool known = srs && OSRSetFromUserInput(srs, definition) == OGRERR_NONE;
    CPLPopErrorHandler();
    if (!known) {
        OSRDestroySpatialReference(srs);
        return NULL;
    }
    OSRSetAxisMappingStrategy(srs, OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

static OGRCoordinateTransformationH transform_of(OGRSpatialReferenceH from, OGRSpatialReferenceH to)
{
    OGRCoordinateTransformationOptionsH options = OCTNewCoordinateTransformationOptions();
    OCTCoordinateTransformationOptionsSetBallparkAllowed(options, FALSE);
    CPLPushErrorHandler(CPLQuietErrorHandler);
    OGRCoordinateTransformationH with = OCTNewCoordinateTransformationEx(from, to, options);
    CPLPopErrorHandler();
    OCTDestroyCoordinateTransformationOptions(options);
    return with;
}

static bool is_mercator(OGRSpatialReferenceH srs)
{
    const char *method = OSRGetAttrValue(srs, "PROJECTION", 0);
    return method && (strncmp(method, "Mercator", 8) == 0 || strstr(method, "Pseudo"));
}

static void find_area_of_use(vt_crs *crs)
{
    crs->degrees = (box){-180, -90, 180, 90};
    crs->plane = (box){-INFINITY, -INFINITY, INFINITY, INFINITY};
    double west, south, east, north;
    const char *name;
    if (!OSRGetAreaOfUse(crs->srs, &west, &south, &east, &north, &name) || west >= east) {
        return; /* none stated, or across the antimeridian: nothing can be told by it */
    }
    crs->degrees = (box){west, south, east, north};
    OGRCoordinateTransformationH with = transform_of(crs->lonlat, crs->srs);
    box plane;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    if (with && OCTTransformBounds(with, west, south, east, north, &plane.west, &plane.south, &plane.east,
                                   &plane.north, 21)) {
        crs->plane = plane;
    }
    CPLPopErrorHandler();
    OCTDestroyCoordinateTransformation(with);
}

vitrine_status vt_crs_open(vitrine_context *ctx, const char *definition, const char *origin, vt_crs **out)
{
    *out = NULL;
    vt_crs *crs = calloc(1, sizeof *crs);
    if (!crs) {
        return vt_no_memory(ctx);
    }
    vitrine_status status = VITRINE_OK;
    crs->srs = srs_of(definition);
    crs->lonlat = srs_of("EPSG:4326");
    const char *wrong = NULL;
    if (!crs->lonlat) {
        status = vt_fail(ctx, VITRINE_E_FAILED, "%s", _("PROJ's database (proj.db) is missing: install proj-data"));
    } else if (!crs->srs) {
        wrong = strspn(definition, "0123456789") == strlen(definition) ? _("a number alone; write EPSG: before it")
                                                                       : _("unknown CRS; give a code such as EPSG:2154");
    } else if (!OSRIsProjected(crs->srs)) {
        wrong = _("not a projected CRS: lengths and areas need one in metres, such as EPSG:2154");
    } else if (fabs(OSRGetLinearUnits(crs->srs, NULL) - 1) > 1e-9) {
        wrong = _("not in metres; give a projected CRS in metres, such as EPSG:2154");
    } else if (is_mercator(crs->srs)) {
        wrong = _("a Mercator: its lengths and areas are false; give the national projection, such as EPSG:2154");
    }
    if (wrong) {
        status = vt_fail(ctx, VITRINE_E_INPUT, "%s: crs: %s: %s", origin, definition, wrong);
    }
    if (!status) {
        const char *authority = OSRGetAuthorityName(crs->srs, NULL), *code = OSRGetAuthorityCode(crs->srs, NULL);
        char *wkt = NULL;
        OSRExportToWkt(crs->srs, &wkt);
        crs->wkt = wkt ? strdup(wkt) : NULL;
        CPLFree(wkt);
        const size_t room = strlen(definition) + (authority && code ? strlen(authority) + strlen(code) : 0) + 2;
        crs->name = calloc(1, room);
        if (!crs->name || !crs->wkt) {
            status = vt_no_memory(ctx);
        } else if (authority && code) {
            stpcpy(stpcpy(stpcpy(crs->name, authority), ":"), code);
        } else {
            stpcpy(crs->name, definition);
        }
        find_area_of_use(crs);
    }
    if (status) {
        vt_crs_free(crs);
        return status;
    }
    *out = crs;
    return VITRINE_OK;
}

void vt_crs_free(vt_crs *crs)
{
    if (crs) {
        OSRDestroySpatialReference(crs->srs);
        OSRDestroySpatialReference(crs->lonlat);
        free(crs->name);
        free(crs->wkt);
        free(crs);
    }
}

const char *vt_crs_name(const vt_crs *crs)
{
    return crs->name;
}

const char *vt_crs_wkt(const vt_crs *crs)
{
    return crs->wkt;
}

double vt_crs_areal_scale(vitrine_context *ctx, const vt_crs *crs, double x, double y)
{
    vt_transform *to_lonlat = NULL;
    double scale = NAN;
    if (!isfinite(x) || !isfinite(y) || vt_transform_open_lonlat(ctx, crs, &to_lonlat)) {
        return scale;
    }
    vt_transform_points(to_lonlat, &x, &y, 1);
    vt_transform_free(to_lonlat);
    PJ_CONTEXT *context = proj_context_create();
    proj_log_level(context, PJ_LOG_NONE);
    PJ *projection = proj_create(context, crs->wkt);
    if (projection && isfinite(x)) {
        const PJ_FACTORS factors = proj_factors(projection, proj_coord(proj_torad(x), proj_torad(y), 0, 0));
        if (!proj_errno(projection)) {
            scale = factors.areal_scale;
        }
    }
    proj_destroy(projection);
    proj_context_destroy(context);
    return scale;
}

vitrine_status vt_transform_open(vitrine_context *ctx, const vt_crs *to, const char *source_definition,
                                 const char *what, vt_transform **out)
{
    *out = NULL;
    OGRSpatialReferenceH from = srs_of(source_definition);
    if (!from) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: unknown CRS \"%.60s\"; give a code such as EPSG:2154"), what,
                       source_definition);
    }
    vt_transform *transform = calloc(1, sizeof *transform);
    if (!transform) {
        OSRDestroySpatialReference(from);
        return vt_no_memory(ctx);
    }
    transform->to = to;
    transform->degrees = OSRIsGeographic(from);
    vitrine_status status = VITRINE_OK;
    if (!OSRIsSame(from, to->srs)) {
        transform->with = transform_of(from, to->srs);
        if (!transform->with) {
            status = vt_fail(ctx, VITRINE_E_INPUT,
                             _("%s: no exact transform from %s to %s (is a grid of PROJ missing?); convert the "
                               "source first"),
                             what, OSRGetName(from) ? OSRGetName(from) : "?", to->name);
        }
    }
    OSRDestroySpatialReference(from);
    if (status) {
        free(transform);
        return status;
    }
    *out = transform;
    return VITRINE_OK;
}

vitrine_status vt_transform_open_lonlat(vitrine_context *ctx, const vt_crs *from, vt_transform **out)
{
    vt_transform *transform = calloc(1, sizeof *transform);
    *out = transform;
    if (!transform) {
        return vt_no_memory(ctx);
    }
    transform->with = transform_of(from->srs, from->lonlat);
    if (!transform->with) {
        free(transform);
        *out = NULL;
        return vt_fail(ctx, VITRINE_E_INPUT, _("crs: no exact transform from %s to longitude and latitude"),
                       from->name);
    }
    return VITRINE_OK;
}

void vt_transform_free(vt_transform *transform)
{
    if (transform) {
        OCTDestroyCoordinateTransformation(transform->with);
        free(transform);
    }
}

void vt_transform_points(const vt_transform *transform, double *x, double *y, size_t n)
{
    enum { CHUNK = 4096 };
    int worked[CHUNK];
    CPLPushErrorHandler(CPLQuietErrorHandler);
    for (size_t from = 0; transform->with && from < n; from += CHUNK) {
        const size_t count = n - from < CHUNK ? n - from : CHUNK;
        OCTTransformEx(transform->with, (int)count, x + from, y + from, NULL, worked);
        for (size_t i = 0; i < count; i++) {
            if (!worked[i] || !isfinite(x[from + i]) || !isfinite(y[from + i])) {
                x[from + i] = y[from + i] = NAN;
            }
        }
    }
    CPLPopErrorHandler();
}

static bool in(const box *b, double x, double y)
{
    return x >= b->west && x <= b->east && y >= b->south && y <= b->north;
}

vt_area_verdict vt_transform_judge(const vt_transform *transform, double source_x, double source_y, double x,
                                   double y)
{
    const vt_crs *to = transform->to;
    if (transform->degrees) {
        if (in(&to->degrees, source_x, source_y) && isfinite(x)) {
            return VT_INSIDE;
        }
        return in(&to->degrees, source_y, source_x) ? VT_SWAPPED : VT_OUTSIDE;
    }
    if (in(&to->plane, x, y)) {
        return VT_INSIDE;
    }
    vt_transform_points(transform, &source_y, &source_x, 1); /* the swapped pair, as (y, x) */
    return in(&to->plane, source_y, source_x) ? VT_SWAPPED : VT_OUTSIDE;
}
