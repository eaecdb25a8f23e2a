/* friche.c - the analysis, step by step; see vitrine/friche.h. */
#include <vitrine/friche.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/friche/potential.h"
#include "analyse/friche/values.h"
#include "base/text.h"

static vitrine_status find_layer(vt_potential *p)
{
    p->friches = vt_model_layer(p->model, "friches");
    if (!p->friches || !p->friches->n) {
        return vt_fail(p->ctx, VITRINE_E_INPUT, "%s", _("layers.friches is missing or empty: give the friches, or leave friche out"));
    }
    return vt_scheme_load(p->ctx, p->study, &p->scheme);
}

/* Of which status friches are scored: those listed, else all but the potential and the reconverted ones. */
static bool is_taken(const vt_potential *p, const char *status)
{
    static const char *const left_out[] = {"friche potentielle", "friche reconvertie"};
    const vt_entry *listed = vt_study_entry(p->study, "friche.statuses");
    char *folded = status ? vt_text_fold(status) : NULL;
    bool taken = !listed;
    for (size_t i = 0; !listed && folded && i < 2; i++) {
        taken = taken && strcmp(folded, left_out[i]) != 0;
    }
    for (size_t i = 0; listed && folded && i < listed->n; i++) {
        char *other = vt_text_fold(listed->values[i]);
        taken = taken || (other && strcmp(folded, other) == 0);
        free(other);
    }
    free(folded);
    return taken;
}

static vitrine_status choose_sites(vt_potential *p)
{
    vt_arena *arena = &p->result->arena;
    p->site = vt_arena_array(arena, p->friches->n, sizeof *p->site);
    if (!p->site) {
        return vt_no_memory(p->ctx);
    }
    for (size_t i = 0; i < p->friches->n; i++) {
        if (is_taken(p, vt_layer_text(p->friches, "status", i))) {
            p->site[p->n++] = i;
        }
    }
    p->values = vt_arena_array(arena, p->n * p->scheme->criteria.n, sizeof *p->values);
    p->scores = vt_arena_array(arena, p->n, sizeof *p->scores);
    p->sure = vt_arena_array(arena, p->n, sizeof *p->sure);
    p->rank = vt_arena_array(arena, p->n, sizeof *p->rank);
    if (p->n < p->friches->n) {
        vt_log(p->ctx, VITRINE_LOG_INFO, _("friches: %zu of %zu left out by their status"), p->friches->n - p->n, p->friches->n);
    }
    return p->values && p->scores && p->sure && p->rank ? VITRINE_OK : vt_no_memory(p->ctx);
}

static vitrine_status measure(vt_potential *p)
{
    return vt_friche_measure(p->ctx, p->model, p->friches, &p->result->arena, &p->measures, &p->result->notices);
}

static double best_index(const vt_potential *p, size_t i)
{
    return p->scores[i].best == SIZE_MAX ? NAN : p->scores[i].index[p->scores[i].best];
}

/* Sites of the same index share the least rank. */
static vitrine_status score(vt_potential *p)
{
    bool worked = true;
    for (size_t i = 0; worked && i < p->n; i++) {
        vt_value *values = p->values + i * p->scheme->criteria.n;
        worked = vt_values_of_site(p->scheme, p->friches, &p->measures, p->site[i], values);
        if (worked) {
            vt_score_site(p->scheme, values, &p->scores[i]);
        }
    }
    for (size_t i = 0; worked && i < p->n; i++) {
        const double own = best_index(p, i);
        p->rank[i] = isnan(own) ? 0 : 1;
        for (size_t j = 0; !isnan(own) && j < p->n; j++) {
            p->rank[i] += best_index(p, j) > own;
        }
    }
    return worked ? VITRINE_OK : vt_no_memory(p->ctx);
}

static vitrine_status draw(vt_potential *p)
{
    return vt_sensitivity_of(p->ctx, p->scheme, p->values, p->scores, p->n,
                             (size_t)vt_study_integer(p->study, "friche.sensitivity.draws"),
                             (uint64_t)vt_study_integer(p->study, "friche.sensitivity.seed"), p->sure);
}

vitrine_status vitrine_friche(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study, vitrine_result **result)
{
    *result = NULL;
    vt_potential p = {.ctx = ctx, .study = study, .model = model};
    vitrine_status status = vt_result_new(ctx, &p.result);
    static const struct {
        const char *name;
        vitrine_status (*run)(vt_potential *);
    } steps[] = {
        {"scheme", find_layer}, {"ground", vt_potential_ground}, {"sites", choose_sites}, {"measures", measure}, {"scores", score}, {"sensitivity", draw},
        {"potential", vt_potential_layer}, {"criteria", vt_potential_criteria}, {"measures listed", vt_potential_measures},
        {"stock", vt_potential_stock},
    };
    const size_t n = sizeof steps / sizeof *steps;
    for (size_t i = 0; !status && i < n; i++) {
        const double start = vt_clock();
        status = steps[i].run(&p);
        vt_log(ctx, VITRINE_LOG_TIMING, "friche %s: %.3f s", steps[i].name, vt_clock() - start);
        if (!status) {
            status = vt_progress(ctx, "friche", (double)(i + 1) / (double)n);
        }
    }
    vt_measures_free(&p.measures);
    vt_scheme_free(p.scheme);
    if (status) {
        vitrine_result_free(p.result);
        return status;
    }
    *result = p.result;
    return VITRINE_OK;
}
