/* vacancy.c - the analysis, step by step; see vitrine/vacancy.h. */
#include <vitrine/vacancy.h>

#include "analyse/vacancy/survey.h"
#include "model/crossings.h"

void vt_survey_count(const vt_survey *s, size_t premises, vt_tally *tally)
{
    const vt_detail *detail = &s->details[premises];
    vt_tally_add(tally, &s->rules, s->premises->status[premises], detail->term, detail->frontage_m,
                 vt_layer_number(s->premises, "floor_m2", premises));
}

static vitrine_status find_layers(vt_survey *s, const vitrine_model *model)
{
    static const char *const needed[] = {"premises", "streets"};
    for (size_t i = 0; i < 2; i++) {
        const vt_layer *layer = vt_model_layer(model, needed[i]);
        if (!layer) {
            return vt_fail(s->ctx, VITRINE_E_INPUT, _("layers.%s is missing: vacancy needs the premises and the streets"),
                           needed[i]);
        }
        if (!layer->n) {
            return vt_fail(s->ctx, VITRINE_E_INPUT,
                           _("layers.%s: no feature is left to work with; check the source and its where"), needed[i]);
        }
    }
    s->premises = vt_model_layer(model, "premises");
    s->streets = vt_model_layer(model, "streets");
    s->centres = vt_model_layer(model, "centres");
    return VITRINE_OK;
}

static vitrine_status prepare(vt_survey *s)
{
    vt_rate_rules_of(s->study, &s->rules);
    vitrine_status status = vt_network_build(s->ctx, s->streets, s->study, &s->result->arena, &s->network);
    if (!status) {
        status = vt_crossings_list(s->ctx, s->streets, s->network, &s->result->notices);
    }
    if (!status && !s->network->streets.n) {
        status = vt_fail(s->ctx, VITRINE_E_INPUT, "%s",
                         _("layers.streets: no line has a name; check fields.name, or set vacancy.unnamed_streets"));
    }
    s->matches = vt_arena_array(&s->result->arena, s->premises->n, sizeof *s->matches);
    s->centre = vt_arena_array(&s->result->arena, s->premises->n, sizeof *s->centre);
    s->details = vt_arena_array(&s->result->arena, s->premises->n, sizeof *s->details);
    return status                                  ? status
           : s->matches && s->centre && s->details ? VITRINE_OK
                                                   : vt_no_memory(s->ctx);
}

static vitrine_status match(vt_survey *s)
{
    return vt_match_all(s->ctx, s->premises, s->streets, s->network, s->study, s->matches);
}

/* Nothing is searched any more, and the layers need the room. */
static vitrine_status drop_index(vt_survey *s)
{
    vt_rtree_free(s->network->tree);
    s->network->tree = NULL;
    return VITRINE_OK;
}

vitrine_status vitrine_vacancy_check(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study)
{
    vt_survey s = {.ctx = ctx, .study = study, .model = model, .premises = vt_model_layer(model, "premises")};
    const vitrine_status status = vitrine_study_declares(study, "vacancy") ? find_layers(&s, model) : VITRINE_OK;
    return status || !s.premises ? status : vt_survey_judge_dates(&s);
}

vitrine_status vitrine_vacancy(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study,
                               vitrine_result **result)
{
    *result = NULL;
    vt_survey s = {.ctx = ctx, .study = study, .model = model};
    vitrine_status status = find_layers(&s, model);
    status = status ? status : vt_progress(ctx, "vacancy", 0);
    if (!status) {
        status = vt_result_new(ctx, &s.result);
    }
    if (status) {
        return status;
    }
    static const struct {
        const char *name;
        vitrine_status (*run)(vt_survey *);
        double weight; /* of the time, about, as measured by tests/bench: for the progress */
    } steps[] = {
        {"streets", prepare, 15},
        {"match", match, 1},
        {"locate", vt_survey_locate, 1},
        {"frontages", vt_survey_frontages, 1},
        {"terms", vt_survey_terms, 1},
        {"families", vt_survey_families, 1},
        {"order", vt_survey_order, 1},
        {"hot spots", vt_survey_spots, 20},
        {"index", drop_index, 1},
        {"premises", vt_survey_premises, 1},
        {"street rates", vt_survey_streets, 2},
        {"block rates", vt_survey_blocks, 3},
        {"centre rates", vt_survey_centres, 1},
        {"street and centre rates", vt_survey_street_centres, 1},
        {"total", vt_survey_total, 1},
        {"mix", vt_survey_mix, 1},
        {"frontage rules", vt_survey_frontage_rules, 1},
        {"to check", vt_survey_to_check, 1},
    };
    const size_t n = sizeof steps / sizeof *steps;
    double all = 0, done = 0;
    for (size_t i = 0; i < n; i++) {
        all += steps[i].weight;
    }
    for (size_t i = 0; !status && i < n; i++) {
        const double start = vt_clock();
        status = steps[i].run(&s);
        vt_log(ctx, VITRINE_LOG_TIMING, "%s: %.3f s", steps[i].name, vt_clock() - start);
        if (!status) {
            status = vt_progress(ctx, "vacancy", (done += steps[i].weight) / all);
        }
    }
    vt_network_free(s.network);
    vt_array_free(&s.mix);
    if (status) {
        vitrine_result_free(s.result);
        return status;
    }
    *result = s.result;
    return VITRINE_OK;
}
