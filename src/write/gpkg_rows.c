/* gpkg_rows.c - see gpkg_rows.h. Values and geometry are stored as OGR does it (GeoPackage 1.2, 2.1.3: geometry blobs). */
#include "write/gpkg_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "write/gpkg_index.h"

typedef struct {
    sqlite3 *db;
    const vitrine_layer *layer;
    sqlite3_stmt *insert;
    int32_t srs_id;
    VT_ARRAY(unsigned char) blob; /* the geometry of one row */
    vt_box *boxes;                /* of the rows that have a geometry, and their fids */
    int64_t *fids;
    size_t n_boxes;
} filling;

/* --- geometry -------------------------------------------------------------------------------------- */

static void put(filling *f, const void *bytes, size_t n)
{
    memcpy(f->blob.at + f->blob.n, bytes, n);
    f->blob.n += n;
}

static void put_byte(filling *f, unsigned char byte)
{
    put(f, &byte, 1);
}

static void put_uint(filling *f, uint32_t value)
{
    put(f, &value, sizeof value);
}

/* Of well-known binary: little-endian, as the hosts are (all that Debian's amd64 and arm64 are). */
static void put_type(filling *f, vt_draw draw)
{
    enum { POINT = 1, LINE, POLYGON, MULTILINE = 5, MULTIPOLYGON };
    static const uint32_t types[] = {0, POINT, LINE, MULTILINE, POLYGON, MULTIPOLYGON};
    put_byte(f, 1);
    put_uint(f, types[draw]);
}

static void put_ring(filling *f, size_t ring)
{
    const vt_geometry *g = &f->layer->geometry;
    for (size_t i = g->vertex[ring]; i < g->vertex[ring + 1]; i++) {
        put(f, &g->x[i], sizeof(double));
        put(f, &g->y[i], sizeof(double));
    }
}

static void put_wkb(filling *f, size_t row)
{
    const vt_geometry *g = &f->layer->geometry;
    const vt_draw draw = f->layer->draw;
    const bool many = draw == VT_DRAW_MULTILINE || draw == VT_DRAW_MULTIPOLYGON;
    if (many) {
        put_type(f, draw);
        put_uint(f, g->part[row + 1] - g->part[row]);
    }
    for (size_t p = g->part[row]; p < g->part[row + 1]; p++) {
        put_type(f, many ? draw - 1 : draw);
        if (draw == VT_DRAW_POLYGON || draw == VT_DRAW_MULTIPOLYGON) {
            put_uint(f, g->ring[p + 1] - g->ring[p]);
        }
        for (size_t r = g->ring[p]; r < g->ring[p + 1]; r++) {
            if (draw != VT_DRAW_POINT) {
                put_uint(f, g->vertex[r + 1] - g->vertex[r]);
            }
            put_ring(f, r);
        }
    }
}

/* "GP", version 0, flags (little-endian; 2: an envelope follows), the CRS; a point is its own envelope. */
static void put_header(filling *f, const vt_box *box)
{
    const bool point = f->layer->draw == VT_DRAW_POINT;
    put(f, "GP", 2);
    put_byte(f, 0);
    put_byte(f, point ? 1 : 1 | 2);
    put(f, &f->srs_id, sizeof f->srs_id);
    if (!point) {
        const double sides[] = {box->xmin, box->xmax, box->ymin, box->ymax};
        put(f, sides, sizeof sides);
    }
}

static void widen(vt_box *box, const vt_box *by)
{
    box->xmin = by->xmin < box->xmin ? by->xmin : box->xmin;
    box->ymin = by->ymin < box->ymin ? by->ymin : box->ymin;
    box->xmax = by->xmax > box->xmax ? by->xmax : box->xmax;
    box->ymax = by->ymax > box->ymax ? by->ymax : box->ymax;
}

static const vt_box nothing = {INFINITY, INFINITY, -INFINITY, -INFINITY};

/* Puts the row's geometry together in f->blob, empty where it has none, and remembers its box. false: out of memory. */
static bool put_geometry(filling *f, size_t row)
{
    enum { HEADER = 40, TYPE_AND_COUNT = 9, COUNT = 4 };
    const vt_geometry *g = &f->layer->geometry;
    const size_t parts = g->part[row + 1] - g->part[row];
    f->blob.n = 0;
    if (parts == 0) {
        return true;
    }
    const size_t first = g->ring[g->part[row]], last = g->ring[g->part[row + 1]];
    const size_t from = g->vertex[first], to = g->vertex[last];
    const size_t most = HEADER + (1 + parts) * TYPE_AND_COUNT + (last - first) * COUNT + (to - from) * 2 * sizeof(double);
    if (!vt_array_reserve(&f->blob, most)) {
        return false;
    }
    vt_box box = nothing;
    for (size_t i = from; i < to; i++) {
        widen(&box, &(vt_box){g->x[i], g->y[i], g->x[i], g->y[i]});
    }
    put_header(f, &box);
    put_wkb(f, row);
    f->boxes[f->n_boxes] = box;
    f->fids[f->n_boxes++] = (int64_t)row + 1;
    return true;
}

/* --- rows ------------------------------------------------------------------------------------------ */

/* A parameter that is not bound is NULL. */
static int bind_value(sqlite3_stmt *to, int at, const vt_column *column, size_t row)
{
    if (column->type == VITRINE_TEXT) {
        return sqlite3_bind_text(to, at, column->text[row], -1, SQLITE_STATIC);
    }
    if (column->type == VITRINE_REAL) {
        return isfinite(column->real[row]) ? sqlite3_bind_double(to, at, column->real[row]) : sqlite3_bind_null(to, at);
    }
    return column->integer[row] == VITRINE_NULL_INTEGER ? sqlite3_bind_null(to, at)
                                                        : sqlite3_bind_int64(to, at, column->integer[row]);
}

static int insert_row(filling *f, size_t row)
{
    int at = 1, code = sqlite3_bind_int64(f->insert, at++, (int64_t)row + 1);
    if (!code && f->layer->draw != VT_TABLE) {
        if (!put_geometry(f, row)) {
            return SQLITE_NOMEM;
        }
        code = f->blob.n ? sqlite3_bind_blob64(f->insert, at++, f->blob.at, f->blob.n, SQLITE_STATIC)
                         : sqlite3_bind_null(f->insert, at++);
    }
    for (size_t c = 0; !code && c < f->layer->columns.n; c++) {
        code = bind_value(f->insert, at++, &f->layer->columns.at[c], row);
    }
    if (!code) {
        sqlite3_step(f->insert);
        code = sqlite3_reset(f->insert);
    }
    return code;
}

/* One parameter a column, in the order in which OGR made them: fid, geom unless a table, then the layer's. */
static int prepare_insert(filling *f)
{
    sqlite3_str *sql = sqlite3_str_new(f->db);
    sqlite3_str_appendf(sql, "INSERT INTO \"%w\" VALUES (?", f->layer->name);
    for (size_t c = f->layer->draw == VT_TABLE; c <= f->layer->columns.n; c++) {
        sqlite3_str_appendall(sql, ", ?");
    }
    sqlite3_str_appendchar(sql, 1, ')');
    char *text = sqlite3_str_finish(sql);
    const int code = text ? sqlite3_prepare_v2(f->db, text, -1, &f->insert, NULL) : SQLITE_NOMEM;
    sqlite3_free(text);
    return code;
}

/* --- a layer --------------------------------------------------------------------------------------- */

static int read_srs_id(filling *f)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(f->db, "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?", -1, &statement, NULL);
    code = code ? code : sqlite3_bind_text(statement, 1, f->layer->name, -1, SQLITE_STATIC);
    code = code ? code : sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        f->srs_id = sqlite3_column_int(statement, 0);
    }
    sqlite3_finalize(statement);
    return code == SQLITE_ROW ? SQLITE_OK : code == SQLITE_DONE ? SQLITE_CORRUPT : code;
}

/* Runs a statement whose last parameter is the layer's name, the others integers or reals. */
static int update(const filling *f, const char *sql, const double *values, int n)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(f->db, sql, -1, &statement, NULL);
    for (int i = 0; !code && i < n; i++) {
        code = sqlite3_bind_double(statement, i + 1, values[i]);
    }
    code = code ? code : sqlite3_bind_text(statement, n + 1, f->layer->name, -1, SQLITE_STATIC);
    if (!code) {
        sqlite3_step(statement);
    }
    const int ended = sqlite3_finalize(statement);
    return code ? code : ended;
}

static int write_count(const filling *f)
{
    const double count = (double)f->layer->n; /* the column is an integer: so is what it holds */
    return update(f, "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", &count, 1);
}

static int write_extent(const filling *f)
{
    vt_box all = nothing;
    for (size_t i = 0; i < f->n_boxes; i++) {
        widen(&all, &f->boxes[i]);
    }
    const double sides[] = {all.xmin, all.ymin, all.xmax, all.ymax};
    return f->n_boxes == 0 ? SQLITE_OK
                           : update(f, "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                                    sides, 4);
}

static int fill(filling *f)
{
    const bool drawn = f->layer->draw != VT_TABLE;
    if (drawn) {
        f->boxes = calloc(f->layer->n + 1, sizeof *f->boxes);
        f->fids = calloc(f->layer->n + 1, sizeof *f->fids);
        if (!f->boxes || !f->fids) {
            return SQLITE_NOMEM;
        }
    }
    int code = drawn ? read_srs_id(f) : SQLITE_OK;
    code = code ? code : prepare_insert(f);
    for (size_t row = 0; !code && row < f->layer->n; row++) {
        code = insert_row(f, row);
    }
    code = code ? code : write_count(f);
    code = code ? code : write_extent(f);
    return code || !drawn ? code : vt_gpkg_index(f->db, f->layer->name, f->boxes, f->fids, f->n_boxes);
}

int vt_gpkg_rows(sqlite3 *db, const vitrine_layer *layer)
{
    filling f = {.db = db, .layer = layer};
    const int code = fill(&f);
    sqlite3_finalize(f.insert);
    vt_array_free(&f.blob);
    free(f.boxes);
    free(f.fids);
    return code;
}
