/* look.c - see look.h. */
#include "read/look.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <ogr_srs_api.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "geo/geometry.h"
#include "read/source.h"

vitrine_status vt_presets_load(vitrine_context *ctx, vt_arena *arena, vt_presets *presets)
{
    const char *name, *yaml;
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && vitrine_preset_info(i, &name, &yaml); i++) {
        vt_preset preset = {.name = vt_arena_text(arena, name)};
        status = preset.name ? vitrine_study_new(ctx, &preset.text) : vt_no_memory(ctx);
        if (!status && !vt_array_push(presets, preset)) {
            vitrine_study_free(preset.text);
            status = vt_no_memory(ctx);
        }
        if (!status) {
            vt_preset *last = &presets->at[presets->n - 1];
            status = vt_study_parse_preset(ctx, last->text, yaml, last->name);
            last->unverified = vt_study_flag(last->text, "unverified");
        }
    }
    return status;
}

void vt_presets_free(vt_presets *presets)
{
    for (size_t i = 0; i < presets->n; i++) {
        vitrine_study_free(presets->at[i].text);
    }
    vt_array_free(presets);
}

bool vt_seen_field(const vt_seen *seen, const char *name, size_t *at)
{
    for (size_t i = 0; i < seen->n; i++) {
        if (strcasecmp(seen->fields[i], name) == 0) {
            *at = i;
            return true;
        }
    }
    return false;
}

static unsigned shapes_of(OGRwkbGeometryType type)
{
    switch (wkbFlatten(type)) {
    case wkbNone: return 0;
    case wkbPoint:
    case wkbMultiPoint: return VT_POINTS;
    case wkbLineString:
    case wkbMultiLineString:
    case wkbCircularString:
    case wkbCompoundCurve:
    case wkbMultiCurve: return VT_LINES;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbCurvePolygon:
    case wkbMultiSurface: return VT_POLYGONS;
    default: return VT_POINTS | VT_LINES | VT_POLYGONS;
    }
}

/* The code of a CRS, also where the file has only its definition, as a shapefile. */
static void find_crs(OGRSpatialReferenceH own, vt_seen *seen)
{
    seen->has_crs = own && !OSRIsLocal(own);
    if (!seen->has_crs) {
        return;
    }
    OGRSpatialReferenceH srs = OSRClone(own);
    seen->lonlat = OSRIsGeographic(srs);
    if (!OSRGetAuthorityCode(srs, NULL)) {
        (void)OSRAutoIdentifyEPSG(srs);
    }
    const char *authority = OSRGetAuthorityName(srs, NULL), *code = OSRGetAuthorityCode(srs, NULL);
    if (authority && code && strcmp(authority, "EPSG") == 0) {
        snprintf(seen->crs, sizeof seen->crs, "EPSG:%s", code);
    }
    OSRRelease(srs);
}

static void take_place(OGRFeatureH feature, vt_seen *seen)
{
    OGRGeometryH geometry = feature ? OGR_F_GetGeometryRef(feature) : NULL;
    if (geometry && !OGR_G_IsEmpty(geometry)) {
        OGREnvelope box;
        OGR_G_GetEnvelope(geometry, &box);
        seen->x = (box.MinX + box.MaxX) / 2;
        seen->y = (box.MinY + box.MaxY) / 2;
        seen->placed = true;
    }
}

/* Values of the first feature, and where it is. */
static bool take_first(vt_arena *arena, OGRFeatureH feature, vt_seen *seen)
{
    bool worked = true;
    for (size_t i = 0; worked && i < seen->n; i++) {
        const char *text = feature && OGR_F_IsFieldSetAndNotNull(feature, (int)i) ? OGR_F_GetFieldAsString(feature, (int)i) : "";
        seen->first[i] = vt_arena_text(arena, text);
        worked = seen->first[i] != NULL;
    }
    take_place(feature, seen);
    return worked;
}

static vitrine_status describe(vitrine_context *ctx, vt_arena *arena, OGRLayerH layer, vt_seen *seen)
{
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    const char *name = OGR_L_GetName(layer);
    seen->handle = layer;
    seen->layer = vt_arena_text(arena, name);
    seen->shapes = shapes_of(OGR_L_GetGeomType(layer));
    seen->n = (size_t)OGR_FD_GetFieldCount(definition);
    seen->fields = vt_arena_array(arena, seen->n + 1, sizeof *seen->fields);
    seen->first = vt_arena_array(arena, seen->n + 1, sizeof *seen->first);
    bool worked = seen->layer && seen->fields && seen->first;
    for (size_t i = 0; worked && i < seen->n; i++) {
        const char *field = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, (int)i));
        seen->fields[i] = vt_arena_text(arena, vt_text_is_utf8(field) ? field : "?");
        worked = seen->fields[i] != NULL;
    }
    if (!worked) {
        return vt_no_memory(ctx);
    }
    find_crs(OGR_L_GetSpatialRef(layer), seen);
    /* OSM keeps all its layers in one stream: a layer's first feature is not asked for */
    OGRFeatureH feature = seen->osm ? NULL : OGR_L_GetNextFeature(layer);
    worked = take_first(arena, feature, seen);
    OGR_F_Destroy(feature);
    OGR_L_ResetReading(layer);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}

static vitrine_status look_at_layers(vitrine_context *ctx, vt_arena *arena, const vt_presets *presets, vt_source *source,
                                     vt_seen like, vt_sights *sights)
{
    const bool package = strcmp(source->gate.driver, "GPKG") == 0;
    const size_t from = sights->n;
    vitrine_status status = VITRINE_OK;
    for (int i = 0; !status && i < GDALDatasetGetLayerCount(source->dataset); i++) {
        OGRLayerH layer = GDALDatasetGetLayer(source->dataset, i);
        if ((package && OGR_L_GetGeomType(layer) == wkbNone) ||
            (source->gate.layer && strcmp(OGR_L_GetName(layer), source->gate.layer) != 0)) {
            continue;
        }
        vt_seen seen = like;
        status = describe(ctx, arena, layer, &seen);
        if (!status && source->osm) {
            OGRFeatureH feature = GDALDatasetGetNextFeature(source->dataset, NULL, NULL, NULL, NULL);
            take_place(feature, &seen);
            OGR_F_Destroy(feature);
            seen.shapes = 0; /* one preset reads all its layers */
            seen.sole = true;
            return vt_array_push(sights, seen) ? VITRINE_OK : vt_no_memory(ctx);
        }
        if (!status) {
            vt_recognise(presets, &seen);
            status = vt_array_push(sights, seen) ? VITRINE_OK : vt_no_memory(ctx);
        }
    }
    if (!status && sights->n == from) {
        status = source->gate.layer ? vt_fail(ctx, VITRINE_E_INPUT, _("init: %s: no layer \"%s\""), source->gate.path, source->gate.layer)
                                    : vt_fail(ctx, VITRINE_E_INPUT, _("init: %s: the source has no layer"), source->gate.path);
    }
    for (size_t i = from; i < sights->n; i++) {
        sights->at[i].sole = sights->n == from + 1 && !source->gate.layer;
        sights->at[i].handle = NULL;
    }
    return status;
}

vitrine_status vt_look(vitrine_context *ctx, vt_arena *arena, const vt_presets *presets, const char *path, const char *source_name,
                       vt_sights *sights)
{
    vt_source source = {0};
    vitrine_status status = vt_gate_check(ctx, arena, "", path, "init", &source.gate);
    if (status) {
        return status;
    }
    const char *slash = strrchr(source.gate.path, '/'), *name = slash ? slash + 1 : source.gate.path;
    const char *bar = strstr(source_name, "|layername="), *dot = strrchr(name, '.');
    vt_seen like = {.source = vt_arena_text_n(arena, source_name, bar ? (size_t)(bar - source_name) : strlen(source_name)),
                    .stem = vt_arena_text_n(arena, name, dot ? (size_t)(dot - name) : strlen(name))};
    status = like.source && like.stem ? vt_source_open_dataset(ctx, "init", &source) : vt_no_memory(ctx);
    like.osm = source.osm;
    if (!status) {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        status = look_at_layers(ctx, arena, presets, &source, like, sights);
        CPLPopErrorHandler();
    }
    vt_source_close(&source);
    const vitrine_status whole = vt_gate_settle(ctx, "init", &source.gate); /* a damaged file is the reason of all other faults */
    return whole ? whole : status;
}
