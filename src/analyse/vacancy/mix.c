/* mix.c - which families of activity the occupied premises of a unit belong to. Shannon's entropy
 * H = −Σ p ln p (Shannon 1948) and Pielou's evenness H / ln(families), NULL for fewer than two. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/vacancy/units.h"
#include "base/map.h"

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

vitrine_status vt_survey_families(vt_survey *s)
{
    vt_map map = {0};
    VT_ARRAY(const char *) names = {0};
    bool worked = true, fresh;
    for (size_t row = 0; worked && row < s->premises->n; row++) {
        const char *family = vt_layer_text(s->premises, "family", row);
        worked = !family || (vt_map_at(&map, family, &fresh) && (!fresh || vt_array_push(&names, family)));
    }
    s->families = vt_arena_array(&s->result->arena, names.n + 1, sizeof *s->families);
    worked = worked && s->families;
    if (worked && names.n) {
        qsort(names.at, names.n, sizeof *names.at, by_bytes);
        memcpy(s->families, names.at, names.n * sizeof *names.at);
        s->n_families = names.n;
    }
    for (size_t i = 0; worked && i < names.n; i++) {
        *vt_map_at(&map, names.at[i], &fresh) = i;
    }
    for (size_t row = 0; worked && row < s->premises->n; row++) {
        const char *family = vt_layer_text(s->premises, "family", row);
        s->details[row].family = family ? (uint32_t)*vt_map_find(&map, family) : UINT32_MAX;
    }
    vt_map_free(&map);
    vt_array_free(&names);
    return worked ? VITRINE_OK : vt_no_memory(s->ctx);
}

/* Occupied premises of one unit by family; the members of the unit are [from, to). */
static size_t count_families(const vt_survey *s, const vt_member *from, const vt_member *to, size_t *counts)
{
    size_t all = 0;
    memset(counts, 0, s->n_families * sizeof *counts);
    for (; from < to; from++) {
        const uint32_t family = s->details[from->row].family;
        if (family != UINT32_MAX && s->premises->status[from->row] == VT_OCCUPIED) {
            counts[family]++;
            all++;
        }
    }
    return all;
}

static double entropy(const size_t *counts, size_t n, size_t all, size_t *families)
{
    vt_sum sum = {0};
    *families = 0;
    for (size_t f = 0; f < n; f++) {
        if (counts[f]) {
            const double p = (double)counts[f] / (double)all;
            vt_sum_add(&sum, -p * log(p));
            ++*families;
        }
    }
    return fmax(0, vt_sum_value(&sum)); /* one family: not −0 */
}

static const vt_member *end_of_unit(const vt_members *members, const vt_member *from)
{
    const vt_member *to = from;
    while (to < members->at + members->n && to->unit == from->unit) {
        to++;
    }
    return to;
}

/* The rows of street_mix that a layer gives: its name there, and its id column. */
static const struct {
    const char *layer, *unit, *id;
} mixed[] = {{"street_vacancy", "street", "street_id"}, {"centre_vacancy", "centre", "centre_id"}, {"total_vacancy", "total", "id"}};

static bool list_mix(vt_survey *s, const vitrine_layer *layer, size_t row, const size_t *counts, size_t all)
{
    for (size_t m = 0; m < sizeof mixed / sizeof *mixed; m++) {
        for (size_t f = 0; strcmp(mixed[m].layer, layer->name) == 0 && f < s->n_families; f++) {
            const vt_mix mix = {mixed[m].unit, layer->columns.at[vitrine_layer_column(layer, mixed[m].id)].text[row],
                                s->families[f], counts[f], (double)counts[f] / (double)all};
            if (counts[f] && !vt_array_push(&s->mix, mix)) {
                return false;
            }
        }
    }
    return true;
}

vitrine_status vt_mix_columns(vt_survey *s, vitrine_layer *layer, const vt_members *members)
{
    static const vt_column_type columns[] = {
        {"shannon", VITRINE_REAL}, {"evenness", VITRINE_REAL}, {"families", VITRINE_INTEGER}};
    vt_column *to = vt_layer_add_columns(s->result, layer, columns, 3);
    size_t *counts = calloc(s->n_families + 1, sizeof *counts);
    for (size_t i = 0; to && s->n_families && i < layer->n; i++) {
        to[2].integer[i] = 0; /* where the survey tells families at all, none is a count */
    }
    bool worked = to && counts;
    for (const vt_member *from = members->at, *to_unit; worked && from < members->at + members->n; from = to_unit) {
        to_unit = end_of_unit(members, from);
        const size_t all = count_families(s, from, to_unit, counts), row = from->unit;
        if (all) {
            size_t families;
            to[0].real[row] = entropy(counts, s->n_families, all, &families);
            to[1].real[row] = families > 1 ? to[0].real[row] / log((double)families) : NAN;
            to[2].integer[row] = (int64_t)families;
            worked = list_mix(s, layer, row, counts, all);
        }
    }
    free(counts);
    return worked ? VITRINE_OK : vt_no_memory(s->ctx);
}

vitrine_status vt_survey_mix(vt_survey *s)
{
    if (!s->n_families) {
        return VITRINE_OK;
    }
    enum { UNIT, UNIT_ID, FAMILY, PREMISES, SHARE, COLUMNS };
    static const vt_column_type columns[COLUMNS] = {{"unit", VITRINE_TEXT}, {"unit_id", VITRINE_TEXT}, {"family", VITRINE_TEXT},
                          {"premises", VITRINE_INTEGER}, {"share", VITRINE_REAL}};
    vitrine_layer *layer = vt_result_add(s->result, "street_mix", VT_TABLE, s->mix.n);
    vt_column *to = layer ? vt_layer_add_columns(s->result, layer, columns, COLUMNS) : NULL;
    if (!to) {
        return vt_no_memory(s->ctx);
    }
    for (size_t i = 0; i < s->mix.n; i++) {
        to[UNIT].text[i] = s->mix.at[i].unit;
        to[UNIT_ID].text[i] = s->mix.at[i].unit_id;
        to[FAMILY].text[i] = s->mix.at[i].family;
        to[PREMISES].integer[i] = (int64_t)s->mix.at[i].premises;
        to[SHARE].real[i] = s->mix.at[i].share;
    }
    layer->source_note = s->premises->source_note;
    return VITRINE_OK;
}
