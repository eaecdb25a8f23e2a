/* gpkg_dress.c - see gpkg_dress.h. Tables as the GeoPackage standard (1.2, annexes F.8 and F.9) and QGIS
 * (layer_styles) define them. Labels stand twice, here and in the QML: GDAL before 3.7 reads none of these. */
#include "write/gpkg_dress.h"

#include <stdlib.h>
#include <string.h>

#include "write/buffer.h"
#include "write/columns.h"
#include "write/legend.h"
#include "write/qgis_metadata.h"
#include "write/style.h"

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
    " definition TEXT NOT NULL, scope TEXT NOT NULL,"
    " CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));"
    "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,"
    " description TEXT, mime_type TEXT, constraint_name TEXT,"
    " CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));"
    "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL,"
    " value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,"
    " CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));"
    "CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,"
    " md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,"
    " mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');"
    "CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT,"
    " row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
    " md_file_id INTEGER NOT NULL, md_parent_id INTEGER,"
    " CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),"
    " CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));"
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),"
    " f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30),"
    " styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),"
    " update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));"
    "INSERT INTO gpkg_extensions VALUES"
    " ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec120/#extension_schema', 'read-write'),"
    " ('gpkg_data_column_constraints', NULL, 'gpkg_schema',"
    "  'http://www.geopackage.org/spec120/#extension_schema', 'read-write'),"
    " ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'),"
    " ('gpkg_metadata_reference', NULL, 'gpkg_metadata',"
    "  'http://www.geopackage.org/spec120/#extension_metadata', 'read-write');";

typedef struct {
    vt_export *e;
    sqlite3 *db;
    bool worked;
    vitrine_status style; /* of the first style that could not be made */
} dressing;

/* Runs one statement with text parameters; remembers a failure. */
static void run(dressing *d, const char *sql, const char *const *values, int n)
{
    sqlite3_stmt *statement = NULL;
    d->worked = d->worked && sqlite3_prepare_v2(d->db, sql, -1, &statement, NULL) == SQLITE_OK;
    for (int i = 0; d->worked && i < n; i++) {
        d->worked = sqlite3_bind_text(statement, i + 1, values[i], -1, SQLITE_STATIC) == SQLITE_OK;
    }
    d->worked = d->worked && sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_finalize(statement);
}

static void add_labels(dressing *d, const vitrine_layer *layer)
{
    for (size_t c = 0; c < layer->columns.n && c < layer->first_kept; c++) {
        vitrine_column info;
        vitrine_layer_column_info(layer, c, &info);
        const char *const values[] = {layer->name, info.name, info.label_fr, info.label_en, info.meaning};
        run(d, "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, NULL)", values, 5);
    }
}

/* `text` into gpkg_metadata; of a table, or of the whole where that is NULL. */
static void add_metadata(dressing *d, const char *standard, const char *type, const char *text, const char *table)
{
    const char *const metadata[] = {standard, type, text};
    run(d, "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES ('dataset', ?, ?, ?)", metadata, 3);
    const char *const reference[] = {table ? "table" : "geopackage", table, d->e->timestamp};
    run(d, "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, timestamp, md_file_id)"
           " VALUES (?, ?, ?, last_insert_rowid())", reference, 3);
}

/* Title, abstract and source as QGIS reads them, of a layer or, where that is NULL, of the whole. */
static void add_qgis_metadata(dressing *d, const vitrine_layer *layer)
{
    vt_buffer xml = {0};
    vt_buffer_add(&xml, "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.16\">");
    if (layer) {
        vt_qgis_layer_metadata(d->e, layer->name, layer, &xml);
    } else {
        vt_qgis_project_metadata(d->e, &xml);
    }
    vt_buffer_add(&xml, "</qgis>");
    d->worked = d->worked && !xml.failed;
    add_metadata(d, "http://mrcc.com/qgis.dtd", "text/xml", xml.text, layer ? layer->name : NULL);
    vt_buffer_free(&xml);
}

/* Of the whole: what it is, and the run that made it. */
static void add_manifest(dressing *d)
{
    add_qgis_metadata(d, NULL);
    add_metadata(d, "urn:vitrine:run", "application/json", d->e->manifest, NULL);
}

static void add_style(dressing *d, const vitrine_layer *layer)
{
    char *qml = NULL, *sld = NULL;
    if (!d->worked || layer->draw == VT_TABLE || !vt_style_has(layer->name)) {
        return;
    }
    d->style = vt_style_fill(d->e, layer, &qml);
    d->style = d->style ? d->style : vt_sld_make(d->e, layer, &sld);
    d->worked = !d->style;
    const vt_layer_title *text = vt_layer_title_of(layer->name);
    const char *title = d->e->french ? text->title_fr : text->title_en;
    const char *const values[] = {layer->name, title, qml, sld, title, d->e->timestamp};
    run(d, "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
           " styleQML, styleSLD, useAsDefault, description, owner, update_time)"
           " VALUES ('', '', ?1, 'geom', iif(length(?2) <= 30, ?2, ?1), ?3, ?4, 1, ?5, '', ?6)", /* TEXT(30) */
        values, 6);
    free(qml);
    free(sld);
}

vitrine_status vt_gpkg_dress(vt_export *e, sqlite3 *db)
{
    dressing d = {.e = e, .db = db};
    d.worked = sqlite3_exec(db, schema, NULL, NULL, NULL) == SQLITE_OK;
    const char *const dated[] = {e->timestamp};
    run(&d, "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
            " VALUES ('layer_styles', 'attributes', 'layer_styles', 'QGIS', ?, 0)", dated, 1);
    for (size_t i = 0; i < e->n_layers; i++) {
        add_labels(&d, e->layers[i]);
        add_qgis_metadata(&d, e->layers[i]);
        add_style(&d, e->layers[i]);
    }
    add_manifest(&d);
    if (d.worked || d.style) {
        return d.style;
    }
    const int code = sqlite3_errcode(db); /* none of SQLite's: a text found no room */
    return code == SQLITE_OK || code == SQLITE_DONE ? vt_no_memory(e->ctx)
                                                    : vt_export_failed(e, "vitrine.gpkg", sqlite3_errmsg(db));
}
