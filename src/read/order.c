/* order.c - see order.h. */
#include "read/order.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/number.h"
#include "base/text.h"

typedef struct {
    uint64_t key; /* the id as a number, or its first eight bytes: settles most comparisons */
    const vt_row *row;
} sortable;

static int by_id_then_content(const void *a, const void *b)
{
    const sortable *x = a, *y = b;
    int order = (x->key > y->key) - (x->key < y->key);
    order = order ? order : strcmp(x->row->id, y->row->id);
    return order ? order : (x->row->content > y->row->content) - (x->row->content < y->row->content);
}

static uint64_t key_of(const char *id, bool integers)
{
    int64_t number = 0;
    if (integers && vt_integer_parse(id, &number)) {
        return (uint64_t)number ^ (uint64_t)1 << 63; /* negative ones first */
    }
    uint64_t key = 0;
    for (size_t i = 0; i < 8; i++) {
        key = key << 8 | (unsigned char)*id;
        id += *id != '\0';
    }
    return key;
}

/* Sorts the rows by id and content, without moving them; false: out of memory. */
static bool sort_rows(vt_rows *rows, vt_row_order *order)
{
    const size_t n = rows->rows.n;
    sortable *list = malloc((n + 1) * sizeof *list);
    bool sorted = true;
    order->integers = true;
    for (size_t i = 0; i < n; i++) {
        order->integers = order->integers && vt_text_is_integer_id(rows->rows.at[i].id);
    }
    for (size_t i = 0; list && i < n; i++) {
        list[i] = (sortable){key_of(rows->rows.at[i].id, order->integers), &rows->rows.at[i]};
        sorted = sorted && (!i || by_id_then_content(&list[i - 1], &list[i]) <= 0);
    }
    if (list && !sorted) {
        qsort(list, n, sizeof *list, by_id_then_content);
    }
    order->as_read = sorted;
    for (size_t i = 0; list && i < n; i++) {
        order->at[i] = (uint32_t)(list[i].row - rows->rows.at);
    }
    free(list);
    return list != NULL;
}

/* "A#2", or the next number that no other row has. NULL: out of memory. */
static const char *numbered(vt_rows *rows, vt_map *taken, const char *id, size_t number)
{
    for (;; number++) {
        bool fresh = false;
        const char *name = vt_arena_printf(rows->arena, "%s#%zu", id, number);
        if (!name || !vt_map_at(taken, name, &fresh) || fresh) {
            return name;
        }
    }
}

static vitrine_status number_twins(vt_rows *rows, const vt_row_order *order, size_t head, size_t end, vt_map *taken)
{
    const char *id = rows->rows.at[order->at[head]].id;
    vitrine_status status = VITRINE_OK;
    for (size_t i = head + 1; !status && i < end; i++) {
        vt_row *twin = &rows->rows.at[order->at[i]];
        twin->id = numbered(rows, taken, id, i - head + 1);
        status = !twin->id          ? vt_no_memory(rows->ctx)
                 : rows->given_ids ? vt_ledger_add(rows->ctx, rows->ledger, rows->name, twin->id, VT_DUPLICATE_ID, NAN, NAN, id)
                                    : VITRINE_OK;
    }
    return status;
}

static bool all_taken(const vt_rows *rows, vt_map *taken)
{
    bool worked = true, fresh;
    for (size_t i = 0; worked && i < rows->rows.n; i++) {
        worked = vt_map_at(taken, rows->rows.at[i].id, &fresh) != NULL;
    }
    return worked;
}

/* Lines of a street may share its id; elsewhere an id is one feature's. Content keys of equal rows are
 * numbered silently: they are no ids that somebody gave. *changed: some are numbered now. */
static vitrine_status settle_ids(vt_rows *rows, const vt_row_order *order, bool *changed)
{
    *changed = false;
    if (strcmp(rows->spec->kind->name, "streets") == 0) {
        return VITRINE_OK;
    }
    const char *policy = vt_spec_text(rows->spec, "ids");
    const bool suffix = !rows->given_ids || (policy && strcmp(policy, "suffix") == 0);
    vt_map taken = {0};
    vitrine_status status = VITRINE_OK;
    for (size_t head = 0, end; !status && head < rows->rows.n; head = end) {
        const vt_row *one = &rows->rows.at[order->at[head]], *two = one;
        for (end = head + 1; end < rows->rows.n && strcmp(rows->rows.at[order->at[end]].id, one->id) == 0;) {
            two = &rows->rows.at[order->at[head + 1]];
            end++;
        }
        if (end - head > 1 && !suffix) {
            status = vt_fail(rows->ctx, VITRINE_E_INPUT,
                             _("%s: id \"%s\" stands twice, in features %lld and %lld; correct the source, map another "
                               "field, or set %s.ids to suffix"),
                             vt_spec_where(rows->spec, rows->arena, "fields.id"), two->id, (long long)one->fid,
                             (long long)two->fid, rows->spec->key);
        } else if (end - head > 1) {
            status = *changed || all_taken(rows, &taken) ? number_twins(rows, order, head, end, &taken)
                                                         : vt_no_memory(rows->ctx);
            *changed = true;
        }
    }
    vt_map_free(&taken);
    return status;
}

vitrine_status vt_order_rows(vt_rows *rows, vt_row_order *order)
{
    bool changed = false;
    order->at = malloc((rows->rows.n + 1) * sizeof *order->at);
    if (!order->at || !sort_rows(rows, order)) {
        return vt_no_memory(rows->ctx);
    }
    const vitrine_status status = settle_ids(rows, order, &changed);
    return !status && changed && !sort_rows(rows, order) ? vt_no_memory(rows->ctx) : status;
}
