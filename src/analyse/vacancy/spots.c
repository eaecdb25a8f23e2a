/* spots.c - see spots.h. */
#include "analyse/vacancy/spots.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/hotspot/fdr.h"
#include "analyse/hotspot/hypergeometric.h"
#include "analyse/hotspot/local.h"
#include "analyse/hotspot/neighbours.h"
#include "analyse/hotspot/permute.h"
#include "analyse/vacancy/survey.h"

/* The places of one study: premises of the stock, or streets that have one. */
typedef struct {
    size_t n;
    uint32_t *row; /* of the place in the survey, rising */
    double *y;     /* what it carries; then its deviation from the mean */
    double *p, *q, *lag, *moran, *gi;
    vt_weights weights;
    double sum_z2;
} places;

static void free_places(places *at)
{
    free(at->row);
    free(at->y);
    vt_weights_free(&at->weights);
}

/* false: out of memory. */
static bool new_places(places *at, size_t most)
{
    at->row = calloc(most + 1, sizeof *at->row);
    at->y = calloc(6 * (most + 1), sizeof *at->y);
    if (at->row && at->y) {
        at->p = at->y + most + 1;
        at->q = at->p + most + 1;
        at->lag = at->q + most + 1;
        at->moran = at->lag + most + 1;
        at->gi = at->moran + most + 1;
    }
    return at->row && at->y;
}

/* --- what is said of each place ------------------------------------------------------------------------- */

static const char *gi_class(double gi, double q, double most)
{
    return isnan(q) ? NULL : q > most || !(gi != 0) ? "ns" : gi > 0 ? "hot" : "cold";
}

static const char *moran_class(vt_quadrant quadrant, double moran, double q, double most)
{
    static const char *const names[] = {
        [VT_ON_AXIS] = "ns", [VT_HIGH_HIGH] = "HH", [VT_LOW_LOW] = "LL", [VT_HIGH_LOW] = "HL", [VT_LOW_HIGH] = "LH"};
    return isnan(moran) || isnan(q) ? NULL : q > most ? "ns" : names[quadrant];
}

/* Fills the spots from the deviations and the p of Gi*; a place without neighbours has no Moran. */
static vitrine_status settle(const vt_survey *s, places *at, vt_spot *spots)
{
    const vt_fdr_method method = strcmp(vitrine_study_get(s->study, "hotspots.fdr_method"), "by") == 0;
    const double most = vt_study_number(s->study, "hotspots.fdr");
    vt_local_gi_star(&at->weights, at->y, at->sum_z2, at->gi);
    vt_local_moran(&at->weights, at->y, at->sum_z2, at->lag, at->moran);
    for (size_t i = 0; i < at->n; i++) {
        at->p[i] = at->sum_z2 > 0 ? at->p[i] : NAN;
    }
    vitrine_status status = vt_fdr(s->ctx, at->p, at->n, method, at->q);
    for (size_t i = 0; !status && i < at->n; i++) {
        vt_spot *spot = &spots[at->row[i]];
        spot->gi_z = at->gi[i];
        spot->gi_p = at->p[i];
        spot->gi_q = at->q[i];
        spot->gi_class = gi_class(at->gi[i], at->q[i], most);
        spot->moran_i = at->moran[i];
        spot->moran_p = at->p[i] = isnan(at->moran[i]) ? NAN : at->p[i];
    }
    if (!status) {
        status = vt_fdr(s->ctx, at->p, at->n, method, at->q);
    }
    for (size_t i = 0; !status && i < at->n; i++) {
        vt_spot *spot = &spots[at->row[i]];
        spot->moran_q = at->q[i];
        spot->moran_class = moran_class(vt_local_quadrant(at->y[i], at->lag[i]), spot->moran_i, spot->moran_q, most);
    }
    return status;
}

static void forget(vt_spot *spots, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        spots[i] = (vt_spot){NAN, NAN, NAN, NAN, NAN, NAN, NULL, NULL};
    }
}

/* --- premises ------------------------------------------------------------------------------------------- */

static vitrine_status link_premises(const vt_survey *s, const vt_neighbour_rules *rules, places *at)
{
    double *x = malloc((at->n + 1) * sizeof *x), *y = malloc((at->n + 1) * sizeof *y);
    uint32_t *rank = malloc((at->n + 1) * sizeof *rank), *side = malloc((at->n + 1) * sizeof *side);
    const bool worked = x && y && rank && side;
    for (size_t i = 0; worked && i < at->n; i++) {
        const vt_match *match = &s->matches[at->row[i]];
        x[i] = match->x;
        y[i] = match->y;
        rank[i] = s->details[at->row[i]].rank;
        side[i] = match->how == VT_NO_MATCH ? 0 : 3 * s->network->segments.at[match->segment].piece + match->side;
    }
    const vitrine_status status = worked ? vt_neighbours_of_points(s->ctx, rules, x, y, rank, side, at->n, &at->weights)
                                         : vt_no_memory(s->ctx);
    free(x);
    free(y);
    free(rank);
    free(side);
    return status;
}

static vitrine_status judge_premises(vt_survey *s, const vt_neighbour_rules *rules, places *at)
{
    size_t vacant = 0;
    for (size_t row = 0; row < s->premises->n; row++) {
        const int counts = vt_rates_counts(&s->rules, s->premises->status[row]);
        if (counts >= 0) {
            at->row[at->n] = (uint32_t)row;
            at->y[at->n++] = counts;
            vacant += (size_t)counts;
        }
    }
    vitrine_status status = link_premises(s, rules, at);
    for (size_t i = 0; !status && i < at->n; i++) {
        size_t hits = 0;
        for (size_t j = at->weights.first[i]; j < at->weights.first[i + 1]; j++) {
            hits += at->y[at->weights.to[j]] > 0;
        }
        at->p[i] = vt_hypergeometric_p(at->n - 1, vacant - (at->y[i] > 0), vt_weights_degree(&at->weights, i), hits);
    }
    if (!status) {
        at->sum_z2 = vt_local_deviations(at->y, at->n, at->y);
        status = vt_moran_global(s->ctx, &at->weights, at->y, at->sum_z2, &s->moran);
    }
    if (!status && !(at->sum_z2 > 0)) {
        vt_log(s->ctx, VITRINE_LOG_WARNING, "%s", _("hot spots: no two premises of the stock differ in being vacant, so none is computed"));
    }
    return status ? status : settle(s, at, s->premises_spots);
}

/* --- streets -------------------------------------------------------------------------------------------- */

/* Streets with a stock, and their standardised rates. */
static bool rate_streets(const vt_survey *s, places *at)
{
    const size_t n = s->network->streets.n;
    double *v = calloc(n + 1, sizeof *v), *b = calloc(n + 1, sizeof *b);
    for (size_t row = 0; v && b && row < s->premises->n; row++) {
        const vt_match *match = &s->matches[row];
        const int counts = vt_rates_counts(&s->rules, s->premises->status[row]);
        if (match->how != VT_NO_MATCH && counts >= 0) {
            v[match->street] += counts;
            b[match->street]++;
        }
    }
    const bool worked = v && b;
    for (size_t i = 0; worked && i < n; i++) {
        if (b[i] > 0) {
            at->row[at->n] = (uint32_t)i;
            v[at->n] = v[i];
            b[at->n++] = b[i];
        }
    }
    if (worked) {
        vt_rates_standardised(v, b, at->n, false, at->y);
    }
    free(v);
    free(b);
    return worked;
}

static vitrine_status judge_streets(vt_survey *s, const vt_neighbour_rules *rules, places *at)
{
    if (!rate_streets(s, at)) {
        return vt_no_memory(s->ctx);
    }
    if (!at->n || isnan(at->y[0])) { /* no variance: no rate is standardised */
        return VITRINE_OK;
    }
    vitrine_status status = vt_neighbours_of_streets(s->ctx, rules, s->network, at->row, at->n, &at->weights);
    const size_t draws = (size_t)vt_study_integer(s->study, "hotspots.permutations");
    if (!status && !draws) {
        vt_log(s->ctx, VITRINE_LOG_WARNING, "%s", _("hotspots.permutations is 0: hot spots of streets have no p and no class"));
    }
    if (!status) {
        at->sum_z2 = vt_local_deviations(at->y, at->n, at->y);
        status = vt_permute_p(s->ctx, &at->weights, at->y, draws, (uint64_t)vt_study_integer(s->study, "hotspots.seed"), at->p);
    }
    return status ? status : settle(s, at, s->street_spots);
}

vitrine_status vt_survey_spots(vt_survey *s)
{
    const size_t n = s->premises->n, streets = s->network->streets.n;
    s->premises_spots = vt_arena_array(&s->result->arena, n + 1, sizeof *s->premises_spots);
    s->street_spots = vt_arena_array(&s->result->arena, streets + 1, sizeof *s->street_spots);
    if (!s->premises_spots || !s->street_spots) {
        return vt_no_memory(s->ctx);
    }
    forget(s->premises_spots, n);
    forget(s->street_spots, streets);
    vt_neighbour_rules rules;
    vt_neighbour_rules_of(s->study, &rules);
    places premises = {0}, lines = {0};
    vitrine_status status = new_places(&premises, n) && new_places(&lines, streets) ? VITRINE_OK : vt_no_memory(s->ctx);
    if (!status) {
        status = judge_premises(s, &rules, &premises);
    }
    if (!status) {
        status = judge_streets(s, &rules, &lines);
    }
    free_places(&premises);
    free_places(&lines);
    return status;
}

/* --- columns -------------------------------------------------------------------------------------------- */

vitrine_status vt_spots_columns(vitrine_context *ctx, vitrine_result *result, vitrine_layer *layer, const vt_spot *spots)
{
    enum { GI_Z, GI_P, GI_Q, GI_CLASS, MORAN_I, MORAN_P, MORAN_Q, MORAN_CLASS, COLUMNS };
    static const vt_column_type columns[COLUMNS] = {
        {"gi_z", VITRINE_REAL},    {"gi_p", VITRINE_REAL},    {"gi_q", VITRINE_REAL},    {"gi_class", VITRINE_TEXT},
        {"moran_i", VITRINE_REAL}, {"moran_p", VITRINE_REAL}, {"moran_q", VITRINE_REAL}, {"moran_class", VITRINE_TEXT}};
    vt_column *to = vt_layer_add_columns(result, layer, columns, COLUMNS);
    for (size_t i = 0; to && i < layer->n; i++) {
        to[GI_Z].real[i] = spots[i].gi_z;
        to[GI_P].real[i] = spots[i].gi_p;
        to[GI_Q].real[i] = spots[i].gi_q;
        to[GI_CLASS].text[i] = spots[i].gi_class;
        to[MORAN_I].real[i] = spots[i].moran_i;
        to[MORAN_P].real[i] = spots[i].moran_p;
        to[MORAN_Q].real[i] = spots[i].moran_q;
        to[MORAN_CLASS].text[i] = spots[i].moran_class;
    }
    return to ? VITRINE_OK : vt_no_memory(ctx);
}
