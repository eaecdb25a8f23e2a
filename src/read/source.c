/* source.c - see source.h. */
#include "read/source.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogr_srs_api.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "embedded.h"

/* GDAL says through its error handler what its return values do not. */
static void CPL_STDCALL count_errors(CPLErr class, CPLErrorNum number, const char *text)
{
    (void)number;
    vt_source *source = CPLGetErrorHandlerUserData();
    if (class >= CE_Failure) {
        if (source->errors++ == 0) {
            snprintf(source->first_error, sizeof source->first_error, "%s", text);
        }
    }
}

/* The driver's own options: what it may do to a file, and how it reads text. */
static char **options_of(vt_source *source, const char *config)
{
    char **options = NULL;
    if (strcmp(source->gate.driver, "GPKG") == 0) {
        options = CSLSetNameValue(options, "IMMUTABLE", "YES");
    } else if (strcmp(source->gate.driver, "CSV") == 0) {
        options = CSLSetNameValue(options, "HEADERS", "YES");
        options = CSLSetNameValue(options, "AUTODETECT_TYPE", "NO");
    } else if (strcmp(source->gate.driver, "OSM") == 0) {
        source->osm = true;
        const char *text = vt_embedded_find("presets/osm.ini");
        VSILFILE *file = VSIFOpenL(config, "wb");
        if (file) {
            VSIFWriteL(text, 1, strlen(text), file);
            VSIFCloseL(file);
        }
        options = CSLSetNameValue(options, "CONFIG_FILE", config);
    }
    return options;
}

vitrine_status vt_source_open_dataset(vitrine_context *ctx, const char *where, vt_source *source)
{
    const char *const drivers[] = {source->gate.driver, NULL};
    const char *config = "/vsimem/vitrine_osm.ini";
    CPLPushErrorHandlerEx(count_errors, source);
    char **options = options_of(source, config);
    GDALAllRegister();
    source->dataset = GDALOpenEx(source->gate.path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers,
                                 (const char *const *)options, NULL);
    CSLDestroy(options);
    if (source->osm) {
        VSIUnlink(config);
    }
    CPLPopErrorHandler();
    if (!source->dataset) {
        const bool database = strcmp(source->gate.driver, "PostgreSQL") == 0;
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: cannot be opened as %s: %s"), where,
                       database ? "PG:…" : source->gate.path, source->gate.driver, source->first_error);
    }
    return VITRINE_OK;
}

/* Names of the layers that hold features of the map, for a message. */
static size_t list_layers(const vt_source *source, const char **names, size_t most, char *list, size_t room)
{
    size_t n = 0;
    *list = '\0';
    for (int i = 0; i < GDALDatasetGetLayerCount(source->dataset) && n < most; i++) {
        OGRLayerH layer = GDALDatasetGetLayer(source->dataset, i);
        if (OGR_L_GetGeomType(layer) == wkbNone && strcmp(source->gate.driver, "GPKG") == 0) {
            continue;
        }
        names[n] = OGR_L_GetName(layer);
        const size_t used = strlen(list);
        snprintf(list + used, room - used, "%s%s", n ? ", " : "", names[n]);
        n++;
    }
    return n;
}

static vitrine_status find_layers(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec, vt_source *source)
{
    enum { MOST = 64 };
    const char *names[MOST];
    char list[600];
    const size_t n = list_layers(source, names, MOST, list, sizeof list);
    const vt_entry *entry = vt_spec_entry(spec, "layer");
    if (n == 1 && entry && vt_spec_of_preset(spec, entry)) {
        entry = NULL; /* whatever the one layer is called */
    }
    if (source->gate.layer && entry && vt_spec_of_preset(spec, entry)) {
        entry = NULL; /* path|layername=x is the study's word */
    }
    const char *const *wanted = entry ? entry->values : &source->gate.layer;
    size_t n_wanted = entry ? entry->n : source->gate.layer != NULL;
    const char *where = vt_spec_where(spec, arena, entry ? "layer" : "source");
    if (n_wanted == 0) {
        if (n != 1) {
            return n ? vt_fail(ctx, VITRINE_E_INPUT, _("%s: the source has several layers (%s); say which with %s.layer"),
                               where, list, spec->key)
                     : vt_fail(ctx, VITRINE_E_INPUT, _("%s: the source has no layer"), where);
        }
        wanted = names;
        n_wanted = 1;
    }
    if (n_wanted > VT_MOST_SOURCE_LAYERS) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: at most %d layers"), where, VT_MOST_SOURCE_LAYERS);
    }
    for (size_t i = 0; i < n_wanted; i++) {
        OGRLayerH layer = GDALDatasetGetLayerByName(source->dataset, wanted[i]);
        if (!layer) {
            const char *near = vt_text_nearest(wanted[i], names, n);
            return near ? vt_fail(ctx, VITRINE_E_INPUT, _("%s: no layer \"%s\"; did you mean %s?"), where, wanted[i], near)
                        : vt_fail(ctx, VITRINE_E_INPUT, _("%s: no layer \"%s\"; there are %s"), where, wanted[i], list);
        }
        source->layers[source->n_layers++] = layer;
    }
    return VITRINE_OK;
}

static vitrine_status apply_where(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec, vt_source *source)
{
    const char *where = vt_spec_text(spec, "where");
    for (size_t i = 0; where && i < source->n_layers; i++) {
        if (OGR_L_SetAttributeFilter(source->layers[i], where) != OGRERR_NONE) {
            return vt_fail(ctx, VITRINE_E_INPUT, _("%s: \"%s\" is no filter for this source: %s"),
                           vt_spec_where(spec, arena, "where"), where, source->first_error);
        }
    }
    return VITRINE_OK;
}

/* All layers of a source are read as one: their CRS must be one too. */
static vitrine_status check_one_crs(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec, const vt_source *source)
{
    OGRSpatialReferenceH first = OGR_L_GetSpatialRef(source->layers[0]);
    for (size_t i = 1; i < source->n_layers; i++) {
        OGRSpatialReferenceH other = OGR_L_GetSpatialRef(source->layers[i]);
        if (!first != !other || (first && !OSRIsSame(first, other))) {
            return vt_fail(ctx, VITRINE_E_INPUT, _("%s: the layers %s and %s have different CRS; read them from sources of their own"),
                           vt_spec_where(spec, arena, "layer"), OGR_L_GetName(source->layers[0]),
                           OGR_L_GetName(source->layers[i]));
        }
    }
    return VITRINE_OK;
}

static void find_crs(vt_source *source)
{
    OGRSpatialReferenceH srs = OGR_L_GetSpatialRef(source->layers[0]);
    source->has_geometry = OGR_L_GetGeomType(source->layers[0]) != wkbNone;
    /* GeoPackage's "undefined" systems (srs_id -1 and 0) come as local ones */
    if (srs && source->has_geometry && !OSRIsLocal(srs)) {
        OSRExportToWkt(srs, &source->crs);
    }
}

/* GDAL chooses a separator by itself; it must have found the fields that we counted. */
static vitrine_status check_heading(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec, const vt_source *source)
{
    const size_t fields = (size_t)OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(source->layers[0]));
    if (!source->gate.fields || source->gate.fields == fields) {
        return VITRINE_OK;
    }
    return vt_fail(ctx, VITRINE_E_INPUT,
                   _("%s: %s: %zu or %zu fields? The heading mixes separators; take the commas out of the names, or "
                     "put the names in quotes"),
                   vt_spec_where(spec, arena, "source"), source->gate.path, source->gate.fields, fields);
}

vitrine_status vt_source_open(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec, vt_source *source)
{
    memset(source, 0, sizeof *source);
    const char *name = vt_spec_text(spec, "source");
    if (!name) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s.source is missing: name the file of the %s"), spec->key,
                       _(spec->kind->is));
    }
    vitrine_status status = vt_gate_check(ctx, arena, spec->study->folder, name,
                                          vt_spec_where(spec, arena, "source"), &source->gate);
    if (status) {
        return status;
    }
    CPLPushErrorHandlerEx(count_errors, source);
    status = vt_source_open_dataset(ctx, vt_spec_where(spec, arena, "source"), source);
    if (!status) {
        status = find_layers(ctx, arena, spec, source);
    }
    if (!status) {
        status = apply_where(ctx, arena, spec, source);
    }
    if (!status) {
        status = check_one_crs(ctx, arena, spec, source);
    }
    if (!status) {
        status = check_heading(ctx, arena, spec, source);
    }
    if (!status) {
        find_crs(source);
    }
    CPLPopErrorHandler();
    if (status) {
        vt_source_close(source);
    }
    return status;
}

void vt_source_close(vt_source *source)
{
    CPLPushErrorHandlerEx(count_errors, source);
    if (source->dataset) {
        GDALClose(source->dataset);
    }
    CPLFree(source->crs);
    source->dataset = NULL;
    source->crs = NULL;
    CPLPopErrorHandler();
}

static void rewind_source(vt_source *source)
{
    source->at = 0;
    for (size_t i = 0; i < source->n_layers; i++) {
        OGR_L_ResetReading(source->layers[i]);
    }
    if (source->osm) {
        GDALDatasetResetReading(source->dataset);
    }
}

vitrine_status vt_source_count(vitrine_context *ctx, const vt_spec *spec, vt_source *source, size_t *n)
{
    (void)ctx;
    *n = 0;
    CPLPushErrorHandlerEx(count_errors, source);
    for (size_t i = 0; i < source->n_layers; i++) {
        OGR_L_SetAttributeFilter(source->layers[i], NULL);
    }
    rewind_source(source);
    size_t layer;
    for (OGRFeatureH feature; (feature = vt_source_next(source, &layer)); OGR_F_Destroy(feature)) {
        ++*n;
    }
    for (size_t i = 0; i < source->n_layers; i++) {
        OGR_L_SetAttributeFilter(source->layers[i], vt_spec_text(spec, "where"));
    }
    rewind_source(source);
    CPLPopErrorHandler();
    return VITRINE_OK;
}

size_t vt_source_expected(const vt_source *source)
{
    const GIntBig most = 2000000;
    GIntBig n = 0;
    for (size_t i = 0; i < source->n_layers; i++) {
        const GIntBig own = OGR_L_TestCapability(source->layers[i], OLCFastFeatureCount) ? OGR_L_GetFeatureCount(source->layers[i], FALSE) : 0;
        n += own > 0 && own < most ? own : 0;
    }
    return (size_t)(n < most ? n : most);
}

OGRFeatureH vt_source_next(vt_source *source, size_t *layer)
{
    OGRFeatureH feature = NULL;
    CPLPushErrorHandlerEx(count_errors, source);
    /* OSM keeps all layers in one stream: read across it, or features pile up in the others */
    while (source->osm) {
        OGRLayerH from = NULL;
        feature = GDALDatasetGetNextFeature(source->dataset, &from, NULL, NULL, NULL);
        for (*layer = 0; feature && *layer < source->n_layers && source->layers[*layer] != from;) {
            ++*layer;
        }
        if (!feature || *layer < source->n_layers) {
            break;
        }
        OGR_F_Destroy(feature);
    }
    while (!source->osm && source->at < source->n_layers) {
        *layer = source->at;
        feature = OGR_L_GetNextFeature(source->layers[source->at]);
        if (feature) {
            break;
        }
        source->at++;
    }
    CPLPopErrorHandler();
    return feature;
}

vitrine_status vt_source_check(vitrine_context *ctx, const vt_spec *spec, vt_arena *arena, const vt_source *source)
{
    return source->errors ? vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: damaged or cut off, rows would be missing: %s"),
                                    vt_spec_where(spec, arena, "source"), source->gate.path, source->first_error)
                          : VITRINE_OK;
}
