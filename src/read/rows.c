/* rows.c - the features of one source, one after the other; see rows.h. */
#include "read/rows.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <math.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "read/shapes.h"

void vt_rows_free(vt_rows *rows)
{
    vt_source_close(&rows->source);
    vt_status_map_close(&rows->status);
    vt_array_free(&rows->rows);
    vt_array_free(&rows->bad);
    vt_array_free(&rows->mended);
    vt_array_free(&rows->texts);
    vt_array_free(&rows->numbers);
    vt_array_free(&rows->ring);
    vt_array_free(&rows->vertex);
    vt_array_free(&rows->x);
    vt_array_free(&rows->y);
}

/* --- values -------------------------------------------------------------------------------------- */

/* A date as ISO 8601 writes it; GDAL's own text has slashes. */
static const char *date_text(OGRFeatureH feature, int field, OGRFieldType type, char room[VT_NUMBER_ROOM])
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone);
    if (type == OFTDate) {
        snprintf(room, VT_NUMBER_ROOM, "%04d-%02d-%02d", year, month, day);
    } else {
        snprintf(room, VT_NUMBER_ROOM, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, (int)second);
    }
    return room;
}

/* The text of a field without white space around, NULL when empty. *text is copied to the arena. */
static vitrine_status text_of(vt_rows *rows, OGRFeatureH feature, int field, const char **text)
{
    *text = NULL;
    if (!OGR_F_IsFieldSetAndNotNull(feature, field)) {
        return VITRINE_OK;
    }
    OGRFieldDefnH definition = OGR_F_GetFieldDefnRef(feature, field);
    char number[VT_NUMBER_ROOM];
    const OGRFieldType type = OGR_Fld_GetType(definition);
    const char *raw = type == OFTReal ? vt_number_format(number, OGR_F_GetFieldAsDouble(feature, field))
                      : type == OFTDate || type == OFTDateTime ? date_text(feature, field, type, number)
                                                               : OGR_F_GetFieldAsString(feature, field);
    if (!vt_text_is_utf8(raw)) {
        return vt_fail(rows->ctx, VITRINE_E_INPUT,
                       _("%s: %s: feature %lld, field %s: not UTF-8 (Latin-1?); convert the file to UTF-8, or give "
                         "a shapefile its .cpg"),
                       vt_spec_where(rows->spec, rows->arena, "source"), rows->source.gate.path,
                       (long long)OGR_F_GetFID(feature), OGR_Fld_GetNameRef(definition));
    }
    size_t length;
    const char *trimmed = vt_text_trim(raw, &length);
    if (!length) {
        return VITRINE_OK;
    }
    const char *own = vt_arena_text_n(rows->arena, trimmed, length);
    *text = own && vt_rows_is_missing(rows, own) ? NULL : own;
    return own ? VITRINE_OK : vt_no_memory(rows->ctx);
}

bool vt_rows_is_missing(const vt_rows *rows, const char *text)
{
    bool missing = false;
    for (size_t i = 0; !missing && i < rows->n_missing; i++) {
        missing = strcasecmp(rows->missing[i], text) == 0;
    }
    return missing;
}

/* --- codes that lost their zero --------------------------------------------------------------------- */

/* A spreadsheet takes 01004 for a number and leaves 1004. Municipalities have five characters; parcels 14, which may be
 * several, parted by |. */
static size_t whole_length(const char *field)
{
    return strcmp(field, "municipality") == 0 ? 5 : strcmp(field, "parcels") == 0 ? 14 : 0;
}

/* *text with a 0 before each code that is one digit short, and a line for rows->mended. */
static vitrine_status mend_code(vt_rows *rows, const char *field, const char **text)
{
    const size_t whole = rows->insee && *text ? whole_length(field) : 0;
    if (!whole) {
        return VITRINE_OK;
    }
    char *mended = vt_arena_alloc(rows->arena, 2 * strlen(*text) + 2), *to = mended;
    if (!mended) {
        return vt_no_memory(rows->ctx);
    }
    bool changed = false;
    for (const char *at = *text; *at;) {
        const size_t n = strcspn(at, "|"), digits = strspn(at, "0123456789");
        const size_t code = n - (n && at[n - 1] == ' ');
        if (code + 1 == whole && (digits >= code || whole == 14)) {
            *to++ = '0';
            changed = true;
        }
        memcpy(to, at, n + (at[n] == '|'));
        to += n + (at[n] == '|');
        at += n + (at[n] == '|');
    }
    *to = '\0';
    if (changed) {
        const char *detail = vt_arena_printf(rows->arena, "%s: %s", field, *text);
        *text = mended;
        return detail && vt_array_push(&rows->mended, detail) ? VITRINE_OK : vt_no_memory(rows->ctx);
    }
    return VITRINE_OK;
}

/* The first of the mapped fields that is not empty; for an id all of them, joined by "/". */
static vitrine_status mapped_text(vt_rows *rows, OGRFeatureH feature, size_t layer, const vt_mapping *mapping,
                                  bool join, const char **text)
{
    *text = NULL;
    for (size_t i = 0; i < mapping->n; i++) {
        const char *part;
        const vitrine_status status = text_of(rows, feature, mapping->at[layer][i], &part);
        if (status) {
            return status;
        }
        if (part && !*text && !join) {
            *text = part;
            return VITRINE_OK;
        }
        if (join && !part) {
            *text = NULL; /* an id with a hole is none */
            return VITRINE_OK;
        }
        if (part) {
            *text = *text ? vt_arena_printf(rows->arena, "%s/%s", *text, part) : part;
        }
    }
    return VITRINE_OK;
}

/* A date of the declared forms (ISO 8601 where the source stores dates) as ISO 8601. false: none of them. */
static bool read_date(const vt_rows *rows, OGRFeatureH feature, size_t layer, const vt_mapping *mapping, const char *text,
                      char iso[VT_DATE_ROOM])
{
    static const char *const stored[] = {"%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"};
    const vt_entry *entry = vt_spec_entry(rows->spec, "date_format");
    const char *const *forms = entry ? entry->values : stored;
    size_t n = entry ? entry->n : 1;
    for (size_t i = 0; i < mapping->n; i++) {
        const OGRFieldType type = OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, mapping->at[layer][i]));
        if (type == OFTDate || type == OFTDateTime) {
            forms = stored;
            n = 2;
        }
    }
    vt_days days;
    bool known = false;
    for (size_t i = 0; !known && i < n; i++) {
        known = vt_date_parse(text, forms[i], &days);
    }
    if (known) {
        vt_date_format(iso, days);
    }
    return known;
}

/* Reads our field i. An unreadable number or date is left empty, and remembered in rows->bad until the row's id
 * is known. */
static vitrine_status read_field(vt_rows *rows, OGRFeatureH feature, size_t layer, size_t i)
{
    const vt_field *field = &rows->spec->kind->fields[i];
    const char *text;
    double number = NAN;
    char iso[VT_DATE_ROOM];
    vitrine_status status = mapped_text(rows, feature, layer, &rows->fields[i], i == 0, &text);
    bool bad = false;
    if (!status && text && field->type == VT_FIELD_NUMBER) {
        bad = !vt_number_parse_survey(text, &number) || number < field->min;
    } else if (!status && text && field->type == VT_FIELD_DATE) {
        bad = !read_date(rows, feature, layer, &rows->fields[i], text, iso);
    }
    if (bad) {
        number = NAN;
        const char *detail = vt_arena_printf(rows->arena, "%s: %s", field->name, text);
        status = detail && vt_array_push(&rows->bad, detail) ? VITRINE_OK : vt_no_memory(rows->ctx);
        text = NULL;
    } else if (text && field->type == VT_FIELD_DATE) {
        text = vt_arena_text(rows->arena, iso);
        status = text ? VITRINE_OK : vt_no_memory(rows->ctx);
    }
    if (!status) {
        status = mend_code(rows, field->name, &text);
    }
    if (!status && (!vt_array_push(&rows->texts, text) || !vt_array_push(&rows->numbers, number))) {
        status = vt_no_memory(rows->ctx);
    }
    return status;
}

static vitrine_status read_kept(vt_rows *rows, OGRFeatureH feature, size_t layer, size_t i)
{
    const char *text;
    double number = NAN;
    vitrine_status status = mapped_text(rows, feature, layer, &rows->kept[i], false, &text);
    if (text && rows->kept_types[i] == VITRINE_REAL) {
        number = OGR_F_GetFieldAsDouble(feature, rows->kept[i].at[layer][0]);
    }
    if (!status && (!vt_array_push(&rows->texts, text) || !vt_array_push(&rows->numbers, number))) {
        status = vt_no_memory(rows->ctx);
    }
    return status;
}

static vitrine_status read_status(vt_rows *rows, OGRFeatureH feature, size_t layer, vt_row *row)
{
    const vt_entry *entry = vt_spec_entry(rows->spec, "status.field");
    const char *words[8];
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < rows->status_fields.n; i++) {
        status = text_of(rows, feature, rows->status_fields.at[layer][i], &words[i]);
    }
    if (!status && !vt_status_of(&rows->status, rows->arena, entry->values, words, rows->status_fields.n,
                                 row->label, &row->status)) {
        status = vt_no_memory(rows->ctx);
    }
    return status;
}

/* A hash of all that the row says, for ids of sources that have none and for an order among equals. */
static void hash_content(OGRFeatureH feature, OGRGeometryH geometry, char text[17])
{
    struct sha256_ctx hash;
    sha256_init(&hash);
    for (int i = 0; i < OGR_F_GetFieldCount(feature); i++) {
        const char *value = OGR_F_IsFieldSetAndNotNull(feature, i) ? OGR_F_GetFieldAsString(feature, i) : "\x01";
        sha256_update(&hash, strlen(value) + 1, (const uint8_t *)value);
    }
    const int size = geometry ? OGR_G_WkbSize(geometry) : 0;
    unsigned char *wkb = size > 0 ? VSIMalloc((size_t)size) : NULL;
    if (wkb && OGR_G_ExportToIsoWkb(geometry, wkbNDR, wkb) == OGRERR_NONE) {
        sha256_update(&hash, (size_t)size, wkb);
    }
    VSIFree(wkb);
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(&hash, sizeof digest, digest);
    for (size_t i = 0; i < 8; i++) {
        snprintf(text + 2 * i, 3, "%02x", digest[i]);
    }
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
    row->rejected = true;
    return vt_ledger_add(rows->ctx, rows->ledger, rows->name, row->id ? row->id : row->content, code, x, y, detail);
}

/* The row at hand is of a kind that may take its ground from parcels, and names some. */
static bool has_parcels(const vt_rows *rows)
{
    const size_t field = vt_kind_field(rows->spec->kind, "parcels");
    return rows->spec->kind->bare && rows->texts.at[rows->rows.n * (rows->n_fields + rows->n_kept) + field];
}

static vitrine_status read_feature(vt_rows *rows, OGRFeatureH feature, size_t layer)
{
    vt_row row = {.first_part = (uint32_t)(rows->ring.n - 1), .x = NAN, .y = NAN};
    row.label = vt_arena_printf(rows->arena, "%lld", (long long)OGR_F_GetFID(feature));
    vitrine_status status = row.label ? VITRINE_OK : vt_no_memory(rows->ctx);
    for (size_t i = 0; !status && i < rows->n_fields; i++) {
        status = read_field(rows, feature, layer, i);
    }
    const size_t width = rows->n_fields + rows->n_kept;
    row.id = status ? NULL : rows->texts.at[rows->rows.n * width];
    for (size_t i = 0; !status && i < rows->n_kept; i++) {
        status = read_kept(rows, feature, layer, i);
    }
    if (!status && rows->status_fields.n) {
        status = read_status(rows, feature, layer, &row);
    }
    if (status) {
        return status;
    }
    OGRGeometryH made = NULL, geometry = NULL;
    vt_code wrong = VT_CODES;
    const char *detail = "";
    if (rows->n_written) {
        wrong = vt_shape_from_text(rows, feature, layer, &made, &detail);
        geometry = made;
    } else {
        geometry = OGR_F_GetGeometryRef(feature);
        wrong = geometry ? VT_CODES : VT_NULL_GEOMETRY;
    }
    if (wrong == VT_NULL_GEOMETRY && has_parcels(rows)) {
        wrong = VT_CODES;
    }
    hash_content(feature, geometry, row.content);
    if (!rows->fields[0].n) {
        const char *id = stored_id(rows, feature, layer);
        rows->given_ids = rows->given_ids || id;
        row.id = id ? id : vt_arena_text(rows->arena, row.content);
        status = row.id ? VITRINE_OK : vt_no_memory(rows->ctx);
    }
    const char *called = row.id ? row.id : row.content;
    for (size_t i = 0; !status && i < rows->bad.n; i++) {
        status = vt_ledger_add(rows->ctx, rows->ledger, rows->name, called, VT_BAD_VALUE, NAN, NAN, rows->bad.at[i]);
    }
    for (size_t i = 0; !status && i < rows->mended.n; i++) {
        status = vt_ledger_add(rows->ctx, rows->ledger, rows->name, called, VT_LOST_ZERO, NAN, NAN, rows->mended.at[i]);
    }
    rows->bad.n = rows->mended.n = 0;
    if (wrong == VT_CODES && geometry) {
        wrong = vt_shape_add(rows, geometry, &row, &detail);
    }
    if (!status && rows->fields[0].n && !row.id) {
        wrong = VT_NO_ID;
    }
    if (!status && wrong != VT_CODES) {
        status = vt_rows_reject(rows, &row, wrong, NAN, NAN, detail);
        row.reject = rows->ledger->rejects.n;
    }
    OGR_G_DestroyGeometry(made);
    if (!status && !vt_array_push(&rows->rows, row)) {
        status = vt_no_memory(rows->ctx);
    }
    return status;
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

vitrine_status vt_rows_read(vt_rows *rows)
{
    vitrine_status status = VITRINE_OK;
    rows->given_ids = rows->fields[0].n > 0;
    if (vt_spec_text(rows->spec, "where")) {
        status = vt_source_count(rows->ctx, rows->spec, &rows->source, &rows->read);
    }
    if (!status && (!vt_array_push(&rows->ring, 0) || !vt_array_push(&rows->vertex, 0))) {
        status = vt_no_memory(rows->ctx);
    }
    size_t layer = 0;
    /* what GDAL says of one feature (broken text in a geometry column) is in its reject */
    CPLPushErrorHandler(CPLQuietErrorHandler);
    for (OGRFeatureH feature; !status && (feature = vt_source_next(&rows->source, &layer));) {
        status = is_blank(rows, feature) ? VITRINE_OK : read_feature(rows, feature, layer);
        OGR_F_Destroy(feature);
        if (!status && rows->rows.n % 4096 == 0) {
            status = vt_progress(rows->ctx, "read", -1);
        }
    }
    CPLPopErrorHandler();
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
