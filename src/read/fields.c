/* fields.c - see fields.h. */
#include "read/fields.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"

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

/* The first of the mapped fields that is not empty; with a joint all of them, joined by it. */
static vitrine_status mapped_text(vt_rows *rows, OGRFeatureH feature, size_t layer, const vt_mapping *mapping,
                                  const char *joint, const char **text)
{
    *text = NULL;
    for (size_t i = 0; i < mapping->n; i++) {
        const char *part;
        const vitrine_status status = text_of(rows, feature, mapping->at[layer][i], &part);
        if (status) {
            return status;
        }
        if (part && !*text && !joint) {
            *text = part;
            return VITRINE_OK;
        }
        if (joint && !part) {
            *text = NULL; /* an id with a hole is none */
            return VITRINE_OK;
        }
        if (part) {
            *text = *text ? vt_arena_printf(rows->arena, "%s%s%s", *text, joint, part) : part;
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

static vitrine_status push(vt_rows *rows, size_t column, const char *text, double number)
{
    vt_row_column *to = &rows->columns[column];
    const bool worked = to->is_number ? vt_array_push(&to->number, number) : vt_array_push(&to->text, text);
    return worked ? VITRINE_OK : vt_no_memory(rows->ctx);
}

/* Reads our field i. An unreadable number or date is left empty, and remembered in rows->bad until the row's id
 * is known. */
static vitrine_status read_field(vt_rows *rows, OGRFeatureH feature, size_t layer, size_t i)
{
    const vt_field *field = &rows->spec->kind->fields[i];
    const char *text;
    double number = NAN;
    char iso[VT_DATE_ROOM];
    vitrine_status status = mapped_text(rows, feature, layer, &rows->fields[i], field->joint, &text);
    bool bad = false;
    if (!status && text && field->type == VT_FIELD_NUMBER) {
        bad = !vt_number_parse_survey(text, &number) || number < field->min;
    } else if (!status && text && field->type == VT_FIELD_DATE) {
        bad = !read_date(rows, feature, layer, &rows->fields[i], text, iso);
    }
    rows->columns[i].readable += text && !bad;
    if (bad) {
        number = NAN;
        const char *detail = vt_arena_printf(rows->arena, "%s: %s", field->name, text);
        rows->columns[i].unread = rows->columns[i].unreadable++ ? rows->columns[i].unread : detail;
        status = detail && vt_array_push(&rows->bad, detail) ? VITRINE_OK : vt_no_memory(rows->ctx);
        text = NULL;
    } else if (text && field->type == VT_FIELD_DATE) {
        text = vt_arena_text(rows->arena, iso);
        status = text ? VITRINE_OK : vt_no_memory(rows->ctx);
    }
    if (!status) {
        status = mend_code(rows, field->name, &text);
    }
    return status ? status : push(rows, i, text, number);
}

static vitrine_status read_kept(vt_rows *rows, OGRFeatureH feature, size_t layer, size_t i)
{
    const char *text;
    double number = NAN;
    const vitrine_status status = mapped_text(rows, feature, layer, &rows->kept[i], NULL, &text);
    if (text && rows->kept_types[i] == VITRINE_REAL) {
        number = OGR_F_GetFieldAsDouble(feature, rows->kept[i].at[layer][0]);
    }
    return status ? status : push(rows, rows->n_fields + i, text, number);
}

static vitrine_status read_status(vt_rows *rows, OGRFeatureH feature, size_t layer, vt_row *row)
{
    const char *words[8], *names[8];
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < rows->status_fields.n; i++) {
        names[i] = OGR_Fld_GetNameRef(OGR_F_GetFieldDefnRef(feature, rows->status_fields.at[layer][i]));
        status = text_of(rows, feature, rows->status_fields.at[layer][i], &words[i]);
    }
    if (!status && !vt_status_of(&rows->status, rows->arena, names, words, rows->status_fields.n,
                                 (long long)row->fid, &row->status)) {
        status = vt_no_memory(rows->ctx);
    }
    return status;
}

vitrine_status vt_fields_read(vt_rows *rows, OGRFeatureH feature, size_t layer, vt_row *row)
{
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < rows->n_fields; i++) {
        status = rows->fields[i].n ? read_field(rows, feature, layer, i) : VITRINE_OK;
    }
    for (size_t i = 0; !status && i < rows->n_kept; i++) {
        status = read_kept(rows, feature, layer, i);
    }
    if (!status && rows->status_fields.n) {
        status = read_status(rows, feature, layer, row);
    }
    return status;
}

void vt_fields_tell_unreadable(vt_rows *rows)
{
    for (size_t i = 0; i < rows->n_fields; i++) {
        const vt_row_column *column = &rows->columns[i];
        if (column->unreadable && !column->readable) {
            vt_log(rows->ctx, VITRINE_LOG_WARNING,
                   rows->spec->kind->fields[i].type == VT_FIELD_DATE
                       ? _("layers.%s.fields.%s: not one of its %zu dates can be read (%s); say how they are written in layers.%s.date_format")
                       : _("layers.%s.fields.%s: not one of its %zu values is a number in range (%s); map another field to layers.%s"),
                   rows->name, rows->spec->kind->fields[i].name, column->unreadable, column->unread, rows->name);
        }
    }
}
