/* gpkg.c - vitrine.gpkg: OGR makes the file and its empty layers; their rows (gpkg_rows.c), index (gpkg_index.c), labels,
 * metadata, styles (gpkg_dress.c) and a QGIS project (gpkg_project.c) go in through SQLite in one transaction; then all is read back. OGR would take
 * several times as long for the rows, nearly all of it for the index; and GDAL 3.6 hides failures of the disk: what counts
 * is what is read back. */
#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "study/cnig.h"
#include "write/columns.h"
#include "write/failures.h"
#include "write/gpkg_dress.h"
#include "write/gpkg_rows.h"

/* --- the file and its empty layers, by OGR -------------------------------------------------------- */

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
    /* OGR puts off the table until the layer has a row or is synced, and what is left to the end is made in its own order. */
    return to && create_fields(to, layer) && OGR_L_SyncToDisk(to) == OGRERR_NONE;
}

static vitrine_status create_file(vt_export *e, const char *path)
{
    vt_failures f;
    vt_failures_begin(&f);
    /* The folder is thrown away on a failure and synced as a whole before it takes its place: no journal, no sync. */
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

/* --- what they hold, by SQLite --------------------------------------------------------------------- */

static vitrine_status failed(vt_export *e, sqlite3 *db, int code)
{
    if (code == SQLITE_NOMEM) {
        return vt_no_memory(e->ctx);
    }
    return vt_export_failed(e, "vitrine.gpkg", code == SQLITE_ERROR ? sqlite3_errmsg(db) : sqlite3_errstr(code));
}

/* The triggers that keep index and counts are for those who change the file later: here both are written at once. One
 * thread uses the connection, so it needs no locks (a seventh of the time), and a failed file is thrown away: no journal. */
static int begin(const char *path, sqlite3 **db)
{
    int code = sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    code = code ? code : sqlite3_db_config(*db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    return code ? code : sqlite3_exec(*db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN", NULL, NULL, NULL);
}

static vitrine_status fill_file(vt_export *e, const char *path)
{
    sqlite3 *db = NULL;
    int code = begin(path, &db);
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !code && !status && i < e->n_layers; i++) {
        code = vt_gpkg_rows(db, e->layers[i]);
        status = code ? VITRINE_OK : vt_export_wrote(e, e->layers[i]);
    }
    status = code ? failed(e, db, code) : status ? status : vt_gpkg_dress(e, db);
    status = status ? status : vt_gpkg_project(e, db);
    if (!status) {
        code = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
        status = code ? failed(e, db, code) : VITRINE_OK;
    }
    sqlite3_close(db);
    return status;
}

/* --- reading back -------------------------------------------------------------------------------- */

static bool says(sqlite3 *db, const char *sql, const char *expected)
{
    sqlite3_stmt *statement = NULL;
    const bool row = sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW;
    const char *said = row ? (const char *)sqlite3_column_text(statement, 0) : NULL; /* NULL: out of memory */
    const bool right = said && strcmp(said, expected) == 0;
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
        status = fill_file(e, path);
    }
    return status ? status : read_back(e, path);
}
