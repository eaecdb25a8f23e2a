/* rejects.c - the ledger as a layer, one row a feature that was rejected or noted. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "write/export.h"

static size_t account_of(const vt_export *e, const vt_reject *reject)
{
    size_t i = 0;
    while (i < e->model->ledger.accounts.n && strcmp(e->model->ledger.accounts.at[i].layer, reject->layer) != 0) {
        i++;
    }
    return i;
}

typedef struct {
    const vt_reject *reject;
    size_t account;
} row;

static int compare_numbers(double a, double b)
{
    return isnan(a) || isnan(b) ? isnan(b) - isnan(a) : (a > b) - (a < b);
}

/* By layer, code (rejections come first), feature, place: the same for any order of the input. */
static int by_layer_and_code(const void *a, const void *b)
{
    const row *x = a, *y = b;
    if (x->account != y->account) {
        return x->account < y->account ? -1 : 1;
    }
    if (x->reject->code != y->reject->code) {
        return (int)x->reject->code - (int)y->reject->code;
    }
    const bool integers = vt_text_is_integer_id(x->reject->feature_id) && vt_text_is_integer_id(y->reject->feature_id);
    int order = vt_text_compare_ids(x->reject->feature_id, y->reject->feature_id, integers);
    order = order ? order : strcmp(x->reject->detail, y->reject->detail);
    order = order ? order : compare_numbers(x->reject->x, y->reject->x);
    return order ? order : compare_numbers(x->reject->y, y->reject->y);
}

static void collect(const vt_export *e, row *rows)
{
    size_t n = 0;
    for (size_t r = 0; r <= e->n_results; r++) {
        const vt_ledger *ledger = r ? &e->results[r - 1]->notices : &e->model->ledger;
        for (size_t i = 0; i < ledger->rejects.n; i++) {
            rows[n++] = (row){&ledger->rejects.at[i], account_of(e, &ledger->rejects.at[i])};
        }
    }
    qsort(rows, n, sizeof *rows, by_layer_and_code);
}

static bool fill(const vt_export *e, vitrine_result *result, vitrine_layer *layer, const row *rows)
{
    enum { LAYER, FEATURE, SEVERITY, CODE, MESSAGE, COLUMNS };
    static const char *const names[COLUMNS] = {"layer", "feature_id", "severity", "code", "message"};
    if (!vt_layer_room(result, layer, layer->n, layer->n, layer->n)) {
        return false;
    }
    for (int c = 0; c < COLUMNS; c++) {
        if (!vt_layer_add_column(result, layer, names[c], VITRINE_TEXT)) {
            return false;
        }
    }
    uint32_t points = 0;
    for (size_t i = 0; i < layer->n; i++) {
        const vt_reject *reject = rows[i].reject;
        const vt_code_text *code = &vt_codes[reject->code];
        const char *said = e->french ? code->fr : code->en;
        const char *message = *reject->detail
                                  ? vt_arena_printf(&result->arena, e->french ? "%s\u00A0: %s" : "%s: %s", said, reject->detail)
                                  : said;
        if (!message) {
            return false;
        }
        const char *cells[COLUMNS] = {reject->layer, reject->feature_id,
                                      reject->code < VT_FIRST_NOTICE ? "rejected" : "notice", code->name, message};
        for (int c = 0; c < COLUMNS; c++) {
            layer->columns.at[c].text[i] = cells[c];
        }
        vt_geometry *g = &layer->geometry;
        if (!isnan(reject->x)) {
            g->shape[i] = VT_POINTS;
            g->x[points] = reject->x;
            g->y[points] = reject->y;
            points++;
            g->ring[points] = g->vertex[points] = points;
        }
        g->part[i + 1] = points;
    }
    return true;
}

vitrine_status vt_export_rejects(vt_export *e, vitrine_result *result)
{
    size_t n = e->model->ledger.rejects.n;
    for (size_t r = 0; r < e->n_results; r++) {
        n += e->results[r]->notices.rejects.n;
    }
    row *rows = calloc(n + 1, sizeof *rows);
    vitrine_layer *layer = vt_result_add(result, "rejects", VT_DRAW_POINT, n);
    if (rows) {
        collect(e, rows);
    }
    const bool worked = rows && layer && fill(e, result, layer, rows);
    free(rows);
    return worked ? VITRINE_OK : vt_no_memory(e->ctx);
}
