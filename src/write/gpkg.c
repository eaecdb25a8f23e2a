/* gpkg.c - vitrine.gpkg: the layers through OGR in one transaction each, then labels, metadata and styles
 * through SQLite (gpkg_dress.c), then read back. GDAL 3.6 hides failures of the disk: what counts is what is
 * read back. */
#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <math.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "study/cnig.h"
#include "write/columns.h"
#include "write/failures.h"
#include "write/gpkg_dress.h"

/* --- geometry as WKB, by the column layout -------------------------------------------------------- */

typedef struct {
    unsigned char *at;
    size_t n;
} wkb;

static void put(wkb *out, const void *bytes, size_t n)
{
    if (out->at) {
        memcpy(out->at + out->n, bytes, n);
    }
    out->n += n;
}

static void put_head(wkb *out, uint32_t type)
{
    const unsigned char little = 1;
    put(out, &little, 1);
    put(out, &type, sizeof type);
}

static void put_points(wkb *out, const vt_geometry *g, size_t ring, bool counted)
{
    const uint32_t from = g->vertex[ring], n = g->vertex[ring + 1] - from;
    if (counted) {
        put(out, &n, sizeof n);
    }
    for (uint32_t i = from; i < from + n; i++) {
        put(out, &g->x[i], sizeof(double));
        put(out, &g->y[i], sizeof(double));
    }
}

/* Of one row; out->at NULL only counts the bytes. Little-endian hosts (all that Debian's amd64 and arm64
 * are). */
static void put_geometry(wkb *out, const vitrine_layer *layer, size_t row)
{
    static const uint32_t types[] = {0, wkbPoint, wkbLineString, wkbMultiLineString, wkbPolygon, wkbMultiPolygon};
    const vt_geometry *g = &layer->geometry;
    const uint32_t parts = g->part[row + 1] - g->part[row];
    const bool many = layer->draw == VT_DRAW_MULTILINE || layer->draw == VT_DRAW_MULTIPOLYGON;
    if (many) {
        put_head(out, types[layer->draw]);
        put(out, &parts, sizeof parts);
    }
    for (size_t p = g->part[row]; p < g->part[row + 1]; p++) {
        const bool polygon = layer->draw == VT_DRAW_POLYGON || layer->draw == VT_DRAW_MULTIPOLYGON;
        const uint32_t rings = g->ring[p + 1] - g->ring[p];
        put_head(out, many ? types[layer->draw - 1] : types[layer->draw]);
        if (polygon) {
            put(out, &rings, sizeof rings);
        }
        for (size_t r = g->ring[p]; r < g->ring[p + 1]; r++) {
            put_points(out, g, r, layer->draw != VT_DRAW_POINT);
        }
    }
}

static OGRGeometryH geometry_of(const vitrine_layer *layer, size_t row, OGRSpatialReferenceH srs)
{
    if (layer->geometry.part[row] == layer->geometry.part[row + 1]) {
        return NULL;
    }
    wkb size = {0}, out = {0};
    put_geometry(&size, layer, row);
    out.at = malloc(size.n);
    OGRGeometryH geometry = NULL;
    if (out.at) {
        put_geometry(&out, layer, row);
        OGR_G_CreateFromWkb(out.at, srs, &geometry, (int)out.n);
    }
    free(out.at);
    return geometry;
}

/* --- layers -------------------------------------------------------------------------------------- */

static OGRwkbGeometryType ogr_type(vt_draw draw)
{
    static const OGRwkbGeometryType types[] = {wkbNone,           wkbPoint,   wkbLineString,
                                               wkbMultiLineString, wkbPolygon, wkbMultiPolygon};
    return types[draw];
}

static bool create_fields(OGRLayerH to, const vitrine_layer *layer)
{
    static const OGRFieldType types[] = {OFTString, OFTReal, OFTInteger64, OFTInteger};
    bool worked = true;
    for (size_t c = 0; worked && c < layer->columns.n; c++) {
        const vt_column *column = &layer->columns.at[c];
        const vt_cnig_field *standard = vt_cnig_find(layer->name, column->name);
        OGRFieldDefnH field = OGR_Fld_Create(column->name, standard && column->type == VITRINE_INTEGER ? OFTInteger : types[column->type]);
        if (standard) {
            OGR_Fld_SetWidth(field, standard->width);
        }
        if (column->type == VITRINE_BOOLEAN) {
            OGR_Fld_SetSubType(field, OFSTBoolean);
        }
        worked = OGR_L_CreateField(to, field, TRUE) == OGRERR_NONE;
        OGR_Fld_Destroy(field);
    }
    return worked;
}

static void set_fields(OGRFeatureH feature, const vitrine_layer *layer, size_t row)
{
    for (size_t c = 0; c < layer->columns.n; c++) {
        const vt_column *column = &layer->columns.at[c];
        const int at = (int)c;
        if (column->type == VITRINE_TEXT && column->text[row]) {
            OGR_F_SetFieldString(feature, at, column->text[row]);
        } else if (column->type == VITRINE_REAL && isfinite(column->real[row])) {
            OGR_F_SetFieldDouble(feature, at, column->real[row]);
        } else if (column->type >= VITRINE_INTEGER && column->integer[row] != VITRINE_NULL_INTEGER) {
            OGR_F_SetFieldInteger64(feature, at, column->integer[row]);
        }
    }
}

static bool create_layer(vt_export *e, GDALDatasetH dataset, const vitrine_layer *layer, OGRSpatialReferenceH srs)
{
    const vt_layer_title *text = vt_layer_title_of(layer->name);
    char **options = NULL;
    options = CSLSetNameValue(options, "GEOMETRY_NAME", "geom");
    options = CSLSetNameValue(options, "FID", "fid");
    options = CSLSetNameValue(options, "IDENTIFIER", layer->name);
    options = CSLSetNameValue(options, "DESCRIPTION", e->french ? text->title_fr : text->title_en);
    options = CSLSetNameValue(options, "ASPATIAL_VARIANT", "GPKG_ATTRIBUTES");
    OGRLayerH to = GDALDatasetCreateLayer(dataset, layer->name, layer->draw == VT_TABLE ? NULL : srs,
                                          ogr_type(layer->draw), options);
    CSLDestroy(options);
    if (!to || !create_fields(to, layer)) {
        return false;
    }
    bool worked = true;
    for (size_t row = 0; worked && row < layer->n; row++) {
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(to));
        set_fields(feature, layer, row);
        if (layer->draw != VT_TABLE) {
            OGRGeometryH geometry = geometry_of(layer, row, srs);
            if (geometry) {
                OGR_F_SetGeometryDirectly(feature, geometry);
            }
        }
        worked = OGR_L_CreateFeature(to, feature) == OGRERR_NONE;
        OGR_F_Destroy(feature);
    }
    return worked;
}

static vitrine_status create_file(vt_export *e, const char *path)
{
    GDALAllRegister();
    vt_failures f;
    vt_failures_begin(&f);
    /* The folder is thrown away on a failure and synced as a whole before it takes its place: no journal. */
    const char *const config[][2] = {
        {"OGR_CURRENT_DATE", e->timestamp}, {"OGR_SQLITE_SYNCHRONOUS", "OFF"}, {"OGR_SQLITE_JOURNAL", "OFF"}};
    for (size_t i = 0; i < sizeof config / sizeof *config; i++) {
        CPLSetThreadLocalConfigOption(config[i][0], config[i][1]);
    }
    OGRSpatialReferenceH srs = OSRNewSpatialReference(vt_crs_wkt(e->model->crs));
    OSRSetAxisMappingStrategy(srs, OAMS_TRADITIONAL_GIS_ORDER);
    GDALDatasetH dataset = GDALCreate(GDALGetDriverByName("GPKG"), path, 0, 0, 0, GDT_Unknown, NULL);
    bool worked = dataset && GDALDatasetStartTransaction(dataset, FALSE) == OGRERR_NONE;
    for (size_t i = 0; worked && i < e->n_layers; i++) {
        worked = create_layer(e, dataset, e->layers[i], srs);
    }
    worked = worked && GDALDatasetCommitTransaction(dataset) == OGRERR_NONE;
    if (dataset) {
        GDALClose(dataset);
    }
    OSRDestroySpatialReference(srs);
    for (size_t i = 0; i < sizeof config / sizeof *config; i++) {
        CPLSetThreadLocalConfigOption(config[i][0], NULL);
    }
    vt_failures_end();
    return worked && !f.errors ? VITRINE_OK : vt_export_failed(e, "vitrine.gpkg", f.errors ? f.first : "GDAL");
}

/* --- reading back -------------------------------------------------------------------------------- */

static bool says(sqlite3 *db, const char *sql, const char *expected)
{
    sqlite3_stmt *statement = NULL;
    const bool right = sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
                       sqlite3_step(statement) == SQLITE_ROW &&
                       strcmp((const char *)sqlite3_column_text(statement, 0), expected) == 0;
    sqlite3_finalize(statement);
    return right;
}

static vitrine_status read_back(vt_export *e, const char *path)
{
    sqlite3 *db = NULL;
    bool right = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
                 says(db, "PRAGMA integrity_check", "ok");
    for (size_t i = 0; right && i < e->n_layers; i++) {
        char sql[200], expected[32];
        snprintf(sql, sizeof sql, "SELECT count(*) FROM \"%s\"", e->layers[i]->name);
        snprintf(expected, sizeof expected, "%zu", e->layers[i]->n);
        right = says(db, sql, expected);
    }
    sqlite3_close(db);
    return right ? VITRINE_OK : vt_export_failed(e, "vitrine.gpkg", _("what is read back is not what was written"));
}

vitrine_status vt_export_gpkg(vt_export *e)
{
    char path[4096];
    snprintf(path, sizeof path, "%svitrine.gpkg", e->folder);
    vitrine_status status = create_file(e, path);
    if (!status) {
        status = vt_gpkg_dress(e, path);
    }
    return status ? status : read_back(e, path);
}
