/* friche.c - the analysis, step by step; see vitrine/friche.h. */
#include <vitrine/friche.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/friche/potential.h"
#include "analyse/friche/values.h"

static vitrine_status find_layer(vt_potential *p)
{
    p->friches = vt_model_layer(p->model, "friches");
    if (!p->friches || !p->friches->n) {
        return vt_fail(p->ctx, VITRINE_E_INPUT, "%s", _("layers.friches is missing or empty: give the friches, or leave friche out"));
    }
    return vt_scheme_load(p->ctx, p->study, &p->scheme);
}

static vitrine_status make_room(vt_potential *p)
{
    vt_arena *arena = &p->result->arena;
    p->values = vt_arena_array(arena, p->n * p->scheme->criteria.n, sizeof *p->values);
    p->scores = vt_arena_array(arena, p->n, sizeof *p->scores);
    p->sure = vt_arena_array(arena, p->n, sizeof *p->sure);
    p->rank = vt_arena_array(arena, p->n, sizeof *p->rank);
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

/* A notice for each value of the site that the scheme does not know. */
static vitrine_status list_odd(vt_potential *p, const vt_finder *finder, size_t site)
{
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < finder->odd.n; i++) {
        const vt_odd_value *odd = &finder->odd.at[i];
        status = vt_potential_unknown(p, site, odd->attribute, odd->written, odd->near);
    }
    return status;
}

/* Sites of the same index share the least rank. */
static vitrine_status score(vt_potential *p)
{
    vt_finder finder = {.scheme = p->scheme, .sites = p->friches, .measures = &p->measures, .arena = &p->result->arena};
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < p->n; i++) {
        vt_value *values = p->values + i * p->scheme->criteria.n;
        if (vt_values_of_site(&finder, p->site[i], values)) {
            vt_score_site(p->scheme, values, &p->scores[i]);
            status = list_odd(p, &finder, p->site[i]);
        } else {
            status = vt_no_memory(p->ctx);
        }
    }
    vt_array_free(&finder.odd);
    for (size_t i = 0; !status && i < p->n; i++) {
        const double own = best_index(p, i);
        p->rank[i] = isnan(own) ? 0 : 1;
        for (size_t j = 0; !isnan(own) && j < p->n; j++) {
            p->rank[i] += best_index(p, j) > own;
        }
    }
    return status;
}

static vitrine_status draw(vt_potential *p)
{
    return vt_sensitivity_of(p->ctx, p->scheme, p->values, p->scores, p->n,
                             (size_t)vt_study_integer(p->study, "friche.sensitivity.draws"),
                             (uint64_t)vt_study_integer(p->study, "friche.sensitivity.seed"), p->sure);
}

vitrine_status vitrine_friche_check(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study)
{
    vt_potential p = {.ctx = ctx, .study = study, .model = model};
    vitrine_status status = find_layer(&p);
    if (!status) {
        status = vt_potential_kinds(&p);
    }
    vt_scheme_free(p.scheme);
    return status;
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
        {"scheme", find_layer},
        {"ground", vt_potential_ground},
        {"overlaps", vt_potential_overlaps},
        {"sites", vt_potential_sites},
        {"room", make_room},
        {"measures", measure},
        {"scores", score},
        {"sensitivity", draw},
        {"potential", vt_potential_layer},
        {"points", vt_potential_points},
        {"criteria", vt_potential_criteria},
        {"measures listed", vt_potential_measures},
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
