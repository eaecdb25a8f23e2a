/* families.c - see families.h.
 *
 * A table is text: `code;family` or `code;family_fr;family_en`, a heading, `#` before a remark. A row speaks of all codes
 * that begin with its own; the longest wins. Codes are compared without case, dots, spaces or hyphens. */
#include "read/families.h"

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/text.h"
#include "embedded.h"

typedef struct {
    const char *code, *family;
    size_t length; /* of the code */
} row;

typedef struct {
    vitrine_context *ctx;
    vt_arena *arena;
    const char *where; /* for messages */
    const char *name;
    VT_ARRAY(row) rows;
} table;

/* A code as it is compared. */
static char *fold_code(vt_arena *arena, const char *text, size_t n)
{
    char *code = vt_arena_text_n(arena, text, n);
    size_t to = 0;
    for (size_t i = 0; code && i < n; i++) {
        if (!strchr(". -", text[i])) {
            code[to++] = (char)toupper((unsigned char)text[i]);
        }
    }
    if (code) {
        code[to] = '\0';
    }
    return code;
}

static vitrine_status read_file(table *t, const vt_spec *spec, char **text)
{
    const char *path = vt_arena_printf(t->arena, "%s%s", *t->name == '/' ? "" : spec->study->folder, t->name);
    vsi_l_offset size = 0;
    GByte *bytes = NULL;
    if (!path) {
        return vt_no_memory(t->ctx);
    }
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const bool read = VSIIngestFile(NULL, path, &bytes, &size, 10 << 20);
    CPLPopErrorHandler();
    if (!read) {
        return vt_fail(t->ctx, VITRINE_E_INPUT,
                       _("%s: %s: no such table of families; the shipped ones are naf and bdcom, else give a text file of "
                         "code;family"),
                       t->where, t->name);
    }
    *text = vt_arena_text_n(t->arena, (const char *)bytes, (size_t)size);
    VSIFree(bytes);
    return *text ? VITRINE_OK : vt_no_memory(t->ctx);
}

/* One line without its end: `code;family_fr;family_en`; the column is that of the family. */
static vitrine_status read_line(table *t, const char *line, size_t n, size_t column, size_t number)
{
    size_t length = strcspn(line, ";");
    const char *at = line;
    row r = {0};
    if (length < n) {
        r.code = fold_code(t->arena, line, length);
        r.length = r.code ? strlen(r.code) : 0;
        for (size_t c = 0; c < column && length < n; c++) {
            at = line + length + 1;
            length += 1 + strcspn(at, ";\r\n");
        }
        size_t trimmed;
        char *family = vt_arena_text_n(t->arena, at, strcspn(at, ";\r\n"));
        const char *start = family ? vt_text_trim(family, &trimmed) : NULL;
        r.family = start && trimmed ? vt_arena_text_n(t->arena, start, trimmed) : NULL;
    }
    if (!r.length || !r.family || !vt_text_is_utf8(r.family)) {
        return vt_fail(t->ctx, VITRINE_E_INPUT, _("%s: %s, line %zu: not a row of code;family in UTF-8"), t->where, t->name,
                       number);
    }
    return vt_array_push(&t->rows, r) ? VITRINE_OK : vt_no_memory(t->ctx);
}

static vitrine_status read_table(table *t, const vt_spec *spec)
{
    const char *shipped = vt_arena_printf(t->arena, "families/%s.csv", t->name);
    const char *text = shipped ? vt_embedded_find(shipped) : NULL;
    char *own = NULL;
    vitrine_status status = shipped ? VITRINE_OK : vt_no_memory(t->ctx);
    if (!status && !text) {
        status = read_file(t, spec, &own);
        text = own;
    }
    const bool english = strcmp(vitrine_study_get(spec->study, "lang"), "en") == 0;
    size_t column = 0, number = 0;
    for (const char *line = text; !status && *line;) {
        line += number == 0 && strncmp(line, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
        const size_t n = strcspn(line, "\n");
        number++;
        const bool blank = strspn(line, " \t\r") >= n;
        if (!blank && *line != '#' && !column) { /* the heading */
            const size_t second = strcspn(line, ";") + 1;
            const bool both = second < n && second + strcspn(line + second, ";") < n;
            column = both && english ? 2 : 1;
        } else if (!blank && *line != '#') {
            status = read_line(t, line, n, column, number);
        }
        line += n + (line[n] == '\n');
    }
    if (!status && !t->rows.n) {
        status = vt_fail(t->ctx, VITRINE_E_INPUT, _("%s: %s: holds no row of code;family"), t->where, t->name);
    }
    return status;
}

/* The family of an activity; NULL when no row begins it. */
static const char *family_of(const table *t, const char *code)
{
    const row *best = NULL;
    for (size_t i = 0; i < t->rows.n; i++) {
        const row *r = &t->rows.at[i];
        if (strncmp(code, r->code, r->length) == 0 && (!best || r->length > best->length)) {
            best = r;
        }
    }
    return best ? best->family : NULL;
}

static vitrine_status fill(const table *t, vt_ledger *ledger, vt_layer *premises)
{
    vt_column *column = &premises->fields[vt_kind_field(premises->kind, "family")];
    if (!column->text) {
        column->text = vt_arena_array(t->arena, premises->n, sizeof *column->text);
    }
    vitrine_status status = column->text ? VITRINE_OK : vt_no_memory(t->ctx);
    for (size_t i = 0; !status && i < premises->n; i++) {
        const char *activity = vt_layer_text(premises, "activity", i);
        if (column->text[i] || !activity) {
            continue;
        }
        const char *code = fold_code(t->arena, activity, strlen(activity));
        column->text[i] = code ? family_of(t, code) : NULL;
        if (!code) {
            status = vt_no_memory(t->ctx);
        } else if (!column->text[i]) {
            double x, y;
            vt_layer_place(premises, i, &x, &y);
            status = vt_ledger_add(t->ctx, ledger, premises->name, premises->id[i], VT_UNKNOWN_ACTIVITY, x, y, activity);
        }
    }
    return status;
}

vitrine_status vt_families_fill(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec, vt_ledger *ledger,
                                vt_layer *premises)
{
    table t = {.ctx = ctx, .arena = arena, .where = vt_spec_where(spec, arena, "families"), .name = vt_spec_text(spec, "families")};
    if (!t.name) {
        return VITRINE_OK;
    }
    vitrine_status status = read_table(&t, spec);
    if (!status) {
        status = fill(&t, ledger, premises);
    }
    vt_array_free(&t.rows);
    return status;
}
