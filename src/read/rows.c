/* rows.c - the features of one source, one after the other; see rows.h. */
#include "read/rows.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "read/fields.h"
#include "read/shapes.h"

void vt_rows_free(vt_rows *rows)
{
    vt_source_close(&rows->source);
    vt_status_map_close(&rows->status);
    vt_array_free(&rows->rows);
    vt_array_free(&rows->bad);
    vt_array_free(&rows->mended);
    for (size_t c = 0; rows->columns && c < rows->n_fields + rows->n_kept; c++) {
        vt_array_free(&rows->columns[c].text);
        vt_array_free(&rows->columns[c].number);
    }
    vt_array_free(&rows->ring);
    vt_array_free(&rows->vertex);
    vt_array_free(&rows->x);
    vt_array_free(&rows->y);
}

/* A hash of all that the row says (after Murmur's mixing of words), for ids of sources that have none and for an order
 * among equals. */
static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0xff51afd7ed558ccdULL;
    return (hash ^ hash >> 32) * 0xc4ceb9fe1a85ec53ULL;
}

static uint64_t mix_real(uint64_t hash, double value)
{
    uint64_t word;
    value += 0.0; /* no -0 */
    memcpy(&word, &value, sizeof word);
    return mix(hash, word);
}

static uint64_t mix_text(uint64_t hash, const char *text)
{
    uint64_t word = 0;
    size_t n = 0;
    for (; text[n]; n++) {
        word = word << 8 | (unsigned char)text[n];
        hash = n % 8 == 7 ? mix(hash, word) : hash;
    }
    return mix(mix(hash, word), n);
}

static uint64_t hash_content(const vt_rows *rows, OGRFeatureH feature, const vt_row *row)
{
    uint64_t hash = 0;
    const int n = OGR_F_GetFieldCount(feature);
    for (int i = 0; i < n; i++) {
        if (!OGR_F_IsFieldSetAndNotNull(feature, i)) {
            hash = mix(hash, 1);
            continue;
        }
        const OGRFieldType type = OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, i));
        hash = type == OFTReal ? mix_real(hash, OGR_F_GetFieldAsDouble(feature, i))
               : type == OFTInteger || type == OFTInteger64
                   ? mix(hash, (uint64_t)OGR_F_GetFieldAsInteger64(feature, i))
                   : mix_text(hash, OGR_F_GetFieldAsString(feature, i));
    }
    for (uint32_t p = row->first_part; p < row->first_part + row->parts; p++) {
        for (uint32_t r = rows->ring.at[p]; r < rows->ring.at[p + 1]; r++) {
            hash = mix(hash, r == rows->ring.at[p]);
            for (uint32_t v = rows->vertex.at[r]; v < rows->vertex.at[r + 1]; v++) {
                hash = mix_real(mix_real(hash, rows->x.at[v]), rows->y.at[v]);
            }
        }
    }
    return hash;
}

const char *vt_row_key(const vt_rows *rows, const vt_row *row)
{
    return row->id ? row->id : vt_arena_printf(rows->arena, "%016llx", (unsigned long long)row->content);
}

/* The id that the format itself stores; NULL where it would only be the row's number. */
static const char *stored_id(vt_rows *rows, OGRFeatureH feature, size_t layer)
{
    const vt_source *source = &rows->source;
    OGRLayerH from = source->layers[layer];
    const long long fid = (long long)OGR_F_GetFID(feature);
    if (source->osm) { /* as OSM writes them: node/1, way/2, relation/3 */
        const bool node = strcmp(OGR_L_GetName(from), "points") == 0;
        const bool way = strcmp(OGR_L_GetName(from), "lines") == 0;
        const int of_way = OGR_F_GetFieldIndex(feature, "osm_way_id"), id = OGR_F_GetFieldIndex(feature, "osm_id");
        const bool has_way = of_way >= 0 && OGR_F_IsFieldSetAndNotNull(feature, of_way);
        return vt_arena_printf(rows->arena, "%s/%s", node ? "node" : way || has_way ? "way" : "relation",
                               OGR_F_GetFieldAsString(feature, has_way ? of_way : id));
    }
    if (source->gate.text_ids) {
        const int id = OGR_F_GetFieldIndex(feature, "id");
        const char *text = id >= 0 ? OGR_F_GetFieldAsString(feature, id) : "";
        return *text ? vt_arena_text(rows->arena, text) : NULL;
    }
    const bool stored = source->gate.stored_ids || *OGR_L_GetFIDColumn(from);
    return stored ? vt_arena_printf(rows->arena, "%lld", fid) : NULL;
}

/* Columns of what is mapped, with room for the features that the source counts. */
static bool make_columns(vt_rows *rows)
{
    const size_t n = rows->n_fields + rows->n_kept;
    rows->columns = vt_arena_array(rows->arena, n, sizeof *rows->columns);
    const size_t expected = vt_source_expected(&rows->source);
    bool worked = rows->columns && vt_array_reserve(&rows->rows, expected);
    for (size_t c = 0; worked && c < n; c++) {
        vt_row_column *column = &rows->columns[c];
        column->is_number = c < rows->n_fields ? rows->spec->kind->fields[c].type == VT_FIELD_NUMBER
                                               : rows->kept_types[c - rows->n_fields] == VITRINE_REAL;
        const bool mapped = c >= rows->n_fields || rows->fields[c].n;
        worked = !mapped || (column->is_number ? vt_array_reserve(&column->number, expected) : vt_array_reserve(&column->text, expected));
    }
    return worked;
}

void vt_rows_move(vt_rows *rows, size_t from, size_t to)
{
    for (size_t c = 0; from != to && c < rows->n_fields + rows->n_kept; c++) {
        vt_row_column *column = &rows->columns[c];
        if (column->number.at) {
            column->number.at[to] = column->number.at[from];
        } else if (column->text.at) {
            column->text.at[to] = column->text.at[from];
        }
    }
    rows->rows.at[to] = rows->rows.at[from];
}

void vt_rows_span(const vt_rows *rows, const vt_row *row, size_t *from, size_t *to)
{
    *from = rows->vertex.at[rows->ring.at[row->first_part]];
    *to = rows->vertex.at[rows->ring.at[row->first_part + row->parts]];
}

vt_box vt_rows_box(const vt_rows *rows, const vt_row *row)
{
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    size_t from, to;
    vt_rows_span(rows, row, &from, &to);
    for (size_t i = from; i < to; i++) {
        box = (vt_box){fmin(box.xmin, rows->x.at[i]), fmin(box.ymin, rows->y.at[i]), fmax(box.xmax, rows->x.at[i]),
                       fmax(box.ymax, rows->y.at[i])};
    }
    return box;
}

/* --- features ------------------------------------------------------------------------------------ */

vitrine_status vt_rows_reject(vt_rows *rows, vt_row *row, vt_code code, double x, double y, const char *detail)
{
    const char *key = vt_row_key(rows, row);
    row->rejected = true;
    return key ? vt_ledger_add(rows->ctx, rows->ledger, rows->name, key, code, x, y, detail) : vt_no_memory(rows->ctx);
}

/* The row at hand is of a kind that may take its ground from parcels, and names some. */
static bool has_parcels(const vt_rows *rows)
{
    const size_t field = vt_kind_field(rows->spec->kind, "parcels");
    return rows->spec->kind->bare && vt_rows_text(rows, rows->rows.n, field);
}

/* What was found while reading the row's fields, under the row's name. */
static vitrine_status list_notices(vt_rows *rows, const vt_row *row)
{
    const char *called = rows->bad.n || rows->mended.n ? vt_row_key(rows, row) : "";
    vitrine_status status = called ? VITRINE_OK : vt_no_memory(rows->ctx);
    for (size_t i = 0; !status && i < rows->bad.n; i++) {
        status = vt_ledger_add(rows->ctx, rows->ledger, rows->name, called, VT_BAD_VALUE, NAN, NAN, rows->bad.at[i]);
    }
    for (size_t i = 0; !status && i < rows->mended.n; i++) {
        status = vt_ledger_add(rows->ctx, rows->ledger, rows->name, called, VT_LOST_ZERO, NAN, NAN, rows->mended.at[i]);
    }
    rows->bad.n = rows->mended.n = 0;
    return status;
}

/* The row's geometry into the columns; VT_CODES, or what is wrong with it. */
static vt_code read_geometry(vt_rows *rows, OGRFeatureH feature, size_t layer, vt_row *row, const char **detail)
{
    OGRGeometryH made = NULL, geometry = NULL;
    vt_code wrong = VT_CODES;
    if (rows->n_written) {
        wrong = vt_shape_from_text(rows, feature, layer, &made, detail);
        geometry = made;
    } else {
        geometry = OGR_F_GetGeometryRef(feature);
        wrong = geometry ? VT_CODES : VT_NULL_GEOMETRY;
    }
    if (wrong == VT_NULL_GEOMETRY && has_parcels(rows)) {
        wrong = VT_CODES;
    }
    if (wrong == VT_CODES && geometry) {
        wrong = vt_shape_add(rows, geometry, row, detail);
    }
    OGR_G_DestroyGeometry(made);
    return wrong;
}

static vitrine_status read_feature(vt_rows *rows, OGRFeatureH feature, size_t layer)
{
    vt_row row = {.first_part = (uint32_t)(rows->ring.n - 1), .fid = OGR_F_GetFID(feature), .x = NAN, .y = NAN};
    vitrine_status status = vt_fields_read(rows, feature, layer, &row);
    if (status) {
        return status;
    }
    const char *detail = "";
    row.id = vt_rows_text(rows, rows->rows.n, 0);
    vt_code wrong = read_geometry(rows, feature, layer, &row, &detail);
    row.content = hash_content(rows, feature, &row);
    if (!rows->fields[0].n) {
        row.id = stored_id(rows, feature, layer);
        rows->given_ids = rows->given_ids || row.id;
        row.id = vt_row_key(rows, &row);
        status = row.id ? VITRINE_OK : vt_no_memory(rows->ctx);
    } else if (!row.id) {
        wrong = VT_NO_ID;
    }
    if (!status) {
        status = list_notices(rows, &row);
    }
    if (!status && wrong != VT_CODES) {
        status = vt_rows_reject(rows, &row, wrong, NAN, NAN, detail);
        row.reject = rows->ledger->rejects.n;
    }
    return status ? status : vt_array_push(&rows->rows, row) ? VITRINE_OK : vt_no_memory(rows->ctx);
}

/* A line of a table that holds nothing but separators, as spreadsheets leave at the end. */
static bool is_blank(const vt_rows *rows, OGRFeatureH feature)
{
    bool blank = strcmp(rows->source.gate.driver, "CSV") == 0;
    for (int i = 0; blank && i < OGR_F_GetFieldCount(feature); i++) {
        blank = !*OGR_F_GetFieldAsString(feature, i);
    }
    return blank;
}

/* Of what the layer has to tell, reading its rows is half; the other half they are transformed and judged. */
static vitrine_status tell(const vt_rows *rows)
{
    char stage[300];
    const size_t all = rows->source.gate.rows;
    const double read = all == SIZE_MAX || all == 0 ? 0 : fmin(1, (double)rows->rows.n / (double)all);
    snprintf(stage, sizeof stage, "read %s", rows->name);
    return vt_progress(rows->ctx, stage, rows->before + rows->share * read / 2);
}

vitrine_status vt_rows_read(vt_rows *rows)
{
    vitrine_status status = VITRINE_OK;
    rows->given_ids = rows->fields[0].n > 0;
    if (!make_columns(rows)) {
        return vt_no_memory(rows->ctx);
    }
    if (vt_spec_text(rows->spec, "where")) {
        status = vt_source_count(rows->ctx, rows->spec, &rows->source, &rows->read);
    }
    if (!status && (!vt_array_push(&rows->ring, 0) || !vt_array_push(&rows->vertex, 0))) {
        status = vt_no_memory(rows->ctx);
    }
    size_t layer = 0;
    status = status ? status : tell(rows);
    /* what GDAL says of one feature (broken text in a geometry column) is in its reject */
    CPLPushErrorHandler(CPLQuietErrorHandler);
    for (OGRFeatureH feature; !status && (feature = vt_source_next(&rows->source, &layer));) {
        status = is_blank(rows, feature) ? VITRINE_OK : read_feature(rows, feature, layer);
        OGR_F_Destroy(feature);
        if (!status && rows->rows.n % 4096 == 0) {
            status = tell(rows);
        }
    }
    CPLPopErrorHandler();
    if (!status) {
        vt_fields_tell_unreadable(rows);
    }
    if (rows->read < rows->rows.n) {
        rows->read = rows->rows.n;
    }
    if (!status) {
        status = vt_source_check(rows->ctx, rows->spec, rows->arena, &rows->source);
    }
    const size_t counted = rows->source.gate.rows;
    if (!status && counted != SIZE_MAX && counted != rows->read) {
        status = vt_fail(rows->ctx, VITRINE_E_INPUT,
                         _("%s: %s: holds %zu rows, but %zu can be read (deleted or damaged ones?); save it anew, from "
                           "QGIS for instance"),
                         vt_spec_where(rows->spec, rows->arena, "source"), rows->source.gate.path, counted, rows->read);
    }
    return status;
}
