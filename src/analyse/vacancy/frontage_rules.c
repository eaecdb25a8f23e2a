/* frontage_rules.c - premises on frontage that the PLU protects (CNIG 22-01…22-04), by rule and street. A premises
 * belongs to the nearest rule line within vacancy.rule_distance_m, on a tie to that of the lesser id. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/vacancy/survey.h"
#include "geo/measure.h"

typedef struct {
    const char *rule;
    size_t street; /* SIZE_MAX: none */
    size_t row;
} member;

typedef struct {
    const vt_layer *rules;
    double x, y, least;
    size_t found;
} search;

static double distance_to(const vt_layer *rules, size_t rule, double x, double y)
{
    const vt_geometry *g = &rules->geometry;
    double least = INFINITY;
    for (size_t p = g->part[rule]; p < g->part[rule + 1]; p++) {
        for (size_t i = g->vertex[g->ring[p]] + 1; i < g->vertex[g->ring[p] + 1]; i++) {
            least = fmin(least, vt_measure_foot(x, y, g->x[i - 1], g->y[i - 1], g->x[i], g->y[i]).distance);
        }
    }
    return least;
}

static bool consider(void *user, size_t rule)
{
    search *s = user;
    const double distance = distance_to(s->rules, rule, s->x, s->y);
    if (distance < s->least || (distance == s->least && rule < s->found)) {
        s->least = distance;
        s->found = rule;
    }
    return true;
}

static int by_rule(const void *one, const void *two)
{
    const member *a = one, *b = two;
    const int rule = strcmp(a->rule, b->rule);
    if (rule || a->street != b->street) {
        return rule ? rule : a->street < b->street ? -1 : 1;
    }
    return (a->row > b->row) - (a->row < b->row);
}

/* Members of rules, sorted; NULL: out of memory. */
static member *find_members(const vt_survey *s, const vt_layer *rules, size_t *n)
{
    const double most = vt_study_number(s->study, "vacancy.rule_distance_m");
    member *members = malloc((s->premises->n + 1) * sizeof *members);
    vt_rtree *tree = vt_layer_index(rules);
    *n = 0;
    for (size_t row = 0; members && tree && row < s->premises->n; row++) {
        const vt_match *match = &s->matches[row];
        search found = {rules, match->x, match->y, INFINITY, SIZE_MAX};
        const vt_box around = {match->x - most, match->y - most, match->x + most, match->y + most};
        vt_rtree_search(tree, &around, consider, &found);
        if (found.least <= most) {
            const char *type = vt_layer_text(rules, "type", found.found);
            members[(*n)++] = (member){type ? type : rules->id[found.found],
                                       match->how == VT_NO_MATCH ? SIZE_MAX : match->street, row};
        }
    }
    if (!tree) {
        free(members);
        members = NULL;
    }
    vt_rtree_free(tree);
    if (members && *n) {
        qsort(members, *n, sizeof *members, by_rule);
    }
    return members;
}

static bool same_unit(const member *a, const member *b)
{
    return strcmp(a->rule, b->rule) == 0 && a->street == b->street;
}

enum { RULE, STREET, NAME, FRONTAGE, VACANT_M, PREMISES, VACANT, COLUMNS };

static void fill_row(const vt_survey *s, vt_column *to, size_t at, const member *first, const member *last)
{
    vt_tally tally = {0};
    for (const member *m = first; m < last; m++) {
        vt_survey_count(s, m->row, &tally);
    }
    const vt_street *street = first->street == SIZE_MAX ? NULL : &s->network->streets.at[first->street];
    to[RULE].text[at] = first->rule;
    to[STREET].text[at] = street ? street->id : NULL;
    to[NAME].text[at] = street ? street->name : NULL;
    to[FRONTAGE].real[at] = tally.frontages ? vt_sum_value(&tally.frontage_m) : NAN;
    to[VACANT_M].real[at] = tally.frontages ? vt_sum_value(&tally.frontage_vacant_m) : NAN;
    to[PREMISES].integer[at] = (int64_t)(last - first);
    to[VACANT].integer[at] = (int64_t)vt_tally_vacant(&tally, &s->rules);
}

vitrine_status vt_survey_frontage_rules(vt_survey *s)
{
    const vt_layer *rules = vt_model_layer(s->model, "frontage_rules");
    if (!rules) {
        return VITRINE_OK;
    }
    static const vt_column_type columns[COLUMNS] = {{"rule", VITRINE_TEXT},       {"street_id", VITRINE_TEXT}, {"street_name", VITRINE_TEXT},
                          {"frontage_m", VITRINE_REAL}, {"vacant_m", VITRINE_REAL},  {"premises", VITRINE_INTEGER},
                          {"vacant", VITRINE_INTEGER}};
    size_t n, rows = 0;
    member *members = find_members(s, rules, &n);
    for (size_t i = 0; members && i < n; i++) {
        rows += i == 0 || !same_unit(&members[i - 1], &members[i]);
    }
    vitrine_layer *layer = members ? vt_result_add(s->result, "frontage_rule_vacancy", VT_TABLE, rows) : NULL;
    const bool worked = layer && vt_layer_add_columns(s->result, layer, columns, COLUMNS);
    size_t at = 0;
    for (size_t from = 0, to; worked && from < n; from = to) {
        for (to = from + 1; to < n && same_unit(&members[from], &members[to]); to++) {
        }
        fill_row(s, layer->columns.at, at++, members + from, members + to);
    }
    if (worked) {
        layer->source_note = rules->source_note;
    }
    free(members);
    return worked ? VITRINE_OK : vt_no_memory(s->ctx);
}
