/* csv_scan.c - RFC 4180 with `,`, `;`, tab or `|` between fields, whichever the heading has most of. */
#include "read/csv_scan.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/map.h"
#include "base/text.h"

typedef VT_ARRAY(char) heading;

typedef struct {
    FILE *file;
    char separator;
    size_t line;       /* of the file, where the reader stands */
    size_t start;      /* line on which the record at hand begins */
    size_t fields;     /* of it */
    bool blank;        /* it holds nothing at all */
    bool open;         /* the file ended inside quotes */
    heading *text;     /* where to keep the fields, NUL between them; NULL: nowhere */
} record_reader;

static bool keep(record_reader *r, char c)
{
    return !r->text || vt_array_push(r->text, c);
}

/* Reads one record; false at the end of the file. */
static bool read_record(record_reader *r)
{
    bool quoted = false, any = false;
    int c;
    r->start = r->line;
    r->fields = 1;
    r->blank = true;
    while ((c = getc_unlocked(r->file)) != EOF) {
        any = true;
        r->line += c == '\n';
        if (c == '"') {
            quoted = !quoted; /* a doubled quote closes and opens again */
            r->blank = false;
        } else if (!quoted && c == '\n') {
            return true;
        } else if (!quoted && c == r->separator) {
            r->fields++;
            keep(r, '\0');
        } else if (c != '\r') {
            r->blank = false;
            keep(r, (char)c);
        }
    }
    r->open = quoted;
    return any;
}

static char find_separator(FILE *file)
{
    static const char candidates[] = ",;\t|";
    size_t counts[4] = {0}, best = 0;
    bool quoted = false;
    for (int c; (c = getc_unlocked(file)) != EOF && (quoted || c != '\n');) {
        quoted = quoted != (c == '"');
        const char *at = !quoted && c ? strchr(candidates, c) : NULL;
        if (at) {
            counts[at - candidates]++;
        }
    }
    for (size_t i = 1; i < 4; i++) {
        best = counts[i] > counts[best] ? i : best;
    }
    rewind(file);
    return candidates[best];
}

/* The first name that stands twice in the heading, or NULL. */
static const char *find_twin(const char *text, size_t n, vt_map *seen)
{
    for (const char *name = text; name < text + n; name += strlen(name) + 1) {
        bool fresh = true;
        if (*name && vt_map_at(seen, name, &fresh) && !fresh) {
            return name;
        }
    }
    return NULL;
}

static bool is_utf8(const char *text, size_t n)
{
    for (const char *name = text; name < text + n; name += strlen(name) + 1) {
        if (!vt_text_is_utf8(name)) {
            return false;
        }
    }
    return true;
}

vitrine_status vt_csv_scan(vitrine_context *ctx, FILE *file, const char *where, const char *path, size_t *rows,
                           size_t *fields)
{
    heading first = {0};
    vt_map seen = {0};
    record_reader r = {.file = file, .separator = find_separator(file), .line = 1};
    r.text = &first;
    *rows = 0;
    vitrine_status status = VITRINE_OK;
    const bool any = read_record(&r) && vt_array_push(&first, '\0');
    *fields = r.fields;
    r.text = NULL;
    const char *twin = any ? find_twin(first.at, first.n, &seen) : NULL;
    const unsigned char *mark = (const unsigned char *)first.at;
    if (any && first.n > 1 && ((mark[0] == 0xFF && mark[1] == 0xFE) || (mark[0] == 0xFE && mark[1] == 0xFF))) {
        status = vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: UTF-16 text; save it as CSV UTF-8"), where, path);
    } else if (any && !is_utf8(first.at, first.n)) {
        status = vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: the heading is not UTF-8 (Latin-1?); save it as CSV UTF-8"), where, path);
    } else if (any && strncmp(first.at, "sep=", 4) == 0) {
        status = vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: remove the first line, sep=, which only one spreadsheet reads"), where, path);
    } else if (twin) {
        status = vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: two columns are called \"%s\"; rename one"), where, path, twin);
    }
    while (!status && !r.open && read_record(&r)) {
        if (r.blank) { /* nothing but separators */
            continue;
        }
        ++*rows;
        if (!r.open && r.fields != *fields) {
            status = vt_fail(ctx, VITRINE_E_INPUT,
                             _("%s: %s: line %zu has %zu fields, the heading %zu; correct the line (a separator or a "
                               "quote too many?)"),
                             where, path, r.start, r.fields, *fields);
        }
    }
    if (!status && r.open) {
        status = vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: the quote opened in the record of line %zu is never closed"),
                         where, path, r.start);
    }
    vt_map_free(&seen);
    vt_array_free(&first);
    return status;
}
