/* gpkg_project.c - the QGIS project in the GeoPackage, as QGIS keeps one there: a row of qgis_projects with the bytes of the .qgz
 * as hexadecimal text, and when it was written. The table stands in no list of the standard's, as QGIS has it. */
#include <stdio.h>

#include "write/gpkg_dress.h"
#include "write/qgis_project.h"
#include "write/zip.h"

static void add_hex(vt_buffer *hex, const vt_buffer *bytes)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < bytes->n; i++) {
        const unsigned char byte = (unsigned char)bytes->text[i];
        const char pair[] = {digits[byte >> 4], digits[byte & 15]};
        vt_buffer_add_n(hex, pair, sizeof pair);
    }
}

static int insert(vt_export *e, sqlite3 *db, const vt_buffer *hex)
{
    char saved[128];
    snprintf(saved, sizeof saved, "{\"last_modified_time\": \"%.19s\", \"last_modified_user\": \"vitrine\"}", e->timestamp);
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_exec(db, "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)", NULL, NULL, NULL);
    code = code ? code : sqlite3_prepare_v2(db, "INSERT INTO qgis_projects VALUES ('vitrine', ?, ?)", -1, &statement, NULL);
    code = code ? code : sqlite3_bind_text(statement, 1, saved, -1, SQLITE_STATIC);
    code = code ? code : sqlite3_bind_text(statement, 2, hex->text, (int)hex->n, SQLITE_STATIC);
    code = code ? code : sqlite3_step(statement);
    sqlite3_finalize(statement);
    return code;
}

vitrine_status vt_gpkg_project(vt_export *e, sqlite3 *db)
{
    vt_buffer qgs = {0}, zip = {0}, hex = {0};
    vitrine_status status = vt_qgis_project(e, &qgs);
    if (!status) {
        vt_zip_one(&zip, "vitrine.qgs", e->timestamp, qgs.text, qgs.n);
        add_hex(&hex, &zip);
        status = zip.failed || hex.failed ? vt_no_memory(e->ctx) : VITRINE_OK;
    }
    if (!status) {
        const int code = insert(e, db, &hex);
        status = code == SQLITE_DONE ? VITRINE_OK : code == SQLITE_NOMEM ? vt_no_memory(e->ctx) : vt_export_failed(e, "vitrine.gpkg", sqlite3_errmsg(db));
    }
    vt_buffer_free(&qgs);
    vt_buffer_free(&zip);
    vt_buffer_free(&hex);
    return status;
}
