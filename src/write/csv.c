/* csv.c - each layer as LAYER.csv (RFC 4180, UTF-8), without geometry. Where the study's lang is fr as a French spreadsheet
 * opens it: byte order mark, semicolons, decimal commas, 12 significant digits, codes in words, labels as headings. Else for machines: commas, points,
 * every digit, codes, true and false, names as headings. NULL is empty. Text that a spreadsheet would run as a formula gets an apostrophe in front. */
#include <errno.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "write/buffer.h"
#include "write/tables.h"
#include "study/words.h"

/* Text is sent off in pieces of this size. To people a number says no more than 12 digits: 3,45, not 3,4499999999999997. */
enum { CHUNK = 1 << 20, DIGITS = 12 };

typedef struct {
    const vitrine_layer *layer;
    bool french;
    bool *worded; /* by column: its codes are told in words */
    vt_arena arena;
    vt_buffer text;
} writer;

/* An empty text is "", so that it differs from NULL. */
static void add_text(writer *w, const char *text)
{
    const size_t n = strlen(text);
    const bool formula = vt_table_is_formula(text);
    if (n && !formula && !strpbrk(text, "\",;\t\r\n") && text[0] != ' ' && text[n - 1] != ' ') {
        vt_buffer_add_n(&w->text, text, n);
        return;
    }
    vt_buffer_add(&w->text, formula ? "\"'" : "\"");
    for (const char *from = text, *quote; *from; from = quote) {
        quote = strchr(from, '"');
        quote = quote ? quote + 1 : from + strlen(from);
        vt_buffer_add_n(&w->text, from, (size_t)(quote - from));
        vt_buffer_add(&w->text, quote[-1] == '"' ? "\"" : "");
    }
    vt_buffer_add(&w->text, "\"");
}

static void add_number(writer *w, double value)
{
    char room[VT_NUMBER_ROOM];
    if (!isfinite(value)) {
        return;
    }
    const char *text = w->french ? vt_number_format_significant(room, value, DIGITS) : vt_number_format(room, value), *point = w->french ? strchr(text, '.') : NULL;
    vt_buffer_add_n(&w->text, text, point ? (size_t)(point - text) : strlen(text));
    if (point) {
        vt_buffer_add(&w->text, ",");
        vt_buffer_add(&w->text, point + 1);
    }
}

static void add_cell(writer *w, size_t c, size_t row)
{
    const vt_column *column = &w->layer->columns.at[c];
    if (column->type == VITRINE_REAL) {
        add_number(w, column->real[row]);
    } else if (column->type == VITRINE_TEXT) {
        if (column->text[row]) {
            add_text(w, w->worded[c] ? vt_word(column->name, column->text[row], w->french) : column->text[row]);
        }
    } else if (column->integer[row] == VITRINE_NULL_INTEGER) {
        return;
    } else if (column->type == VITRINE_BOOLEAN) {
        const char *yes = w->french ? "oui" : "true", *no = w->french ? "non" : "false";
        vt_buffer_add(&w->text, column->integer[row] ? yes : no);
    } else {
        vt_buffer_integer(&w->text, column->integer[row]);
    }
}

static bool add_headings(writer *w, const vt_export *e)
{
    const char **headings = vt_table_headings(e, &w->arena, w->layer);
    w->worded = vt_arena_array(&w->arena, w->layer->columns.n + 1, sizeof *w->worded);
    for (size_t c = 0; w->worded && c < w->layer->columns.n && c < w->layer->first_kept; c++) {
        w->worded[c] = w->french && vt_word_has(w->layer->columns.at[c].name); /* a kept field stays as it is */
    }
    vt_buffer_add(&w->text, w->french ? "\xEF\xBB\xBF" : "");
    for (size_t c = 0; headings && c < w->layer->columns.n; c++) {
        vt_buffer_add(&w->text, c == 0 ? "" : w->french ? ";" : ",");
        add_text(w, w->french ? headings[c] : w->layer->columns.at[c].name);
    }
    vt_buffer_add(&w->text, "\r\n");
    return headings && w->worded;
}

/* Sends the text off and empties the buffer; returns errno, or 0. */
static int flush(writer *w, FILE *file)
{
    const bool worked = fwrite(w->text.text, 1, w->text.n, file) == w->text.n;
    w->text.n = 0;
    return worked ? 0 : errno;
}

static vitrine_status write_layer(vt_export *e, const vitrine_layer *layer)
{
    writer w = {.layer = layer, .french = e->french};
    char name[128];
    snprintf(name, sizeof name, "%s.csv", layer->name);
    bool worked = add_headings(&w, e);
    FILE *file = vt_export_create(e, name);
    int error = file ? 0 : errno;
    for (size_t row = 0; worked && !error && row < layer->n; row++) {
        for (size_t c = 0; c < layer->columns.n; c++) {
            vt_buffer_add(&w.text, c == 0 ? "" : w.french ? ";" : ",");
            add_cell(&w, c, row);
        }
        vt_buffer_add(&w.text, "\r\n");
        worked = !w.text.failed;
        error = worked && w.text.n >= CHUNK ? flush(&w, file) : 0;
    }
    error = error || !worked ? error : flush(&w, file);
    const vitrine_status status = vt_export_finish(e, name, file, error);
    vt_buffer_free(&w.text);
    vt_arena_free(&w.arena);
    return worked ? status : vt_no_memory(e->ctx);
}

vitrine_status vt_export_csv(vt_export *e)
{
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < e->n_layers; i++) {
        status = write_layer(e, e->layers[i]);
        status = status ? status : vt_export_wrote(e, e->layers[i]);
    }
    return status;
}
