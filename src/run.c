/* run.c - a study from its file to its folder, in one call. */
#include <string.h>
#include <vitrine/vitrine.h>

static const struct {
    const char *name;
    vitrine_status (*check)(vitrine_context *, const vitrine_model *, const vitrine_study *);
    vitrine_status (*run)(vitrine_context *, const vitrine_model *, const vitrine_study *, vitrine_result **);
} analyses[] = {{"vacancy", vitrine_vacancy_check, vitrine_vacancy},
                {"heatmap", vitrine_heatmap_check, vitrine_heatmap},
                {"friche", vitrine_friche_check, vitrine_friche},
                {"land", vitrine_land_check, vitrine_land}};
enum { ANALYSES = sizeof analyses / sizeof *analyses };

bool vitrine_run_does(const vitrine_study *study, const char *analysis)
{
    if (strcmp(analysis, "vacancy") != 0) {
        return vitrine_study_declares(study, analysis);
    }
    const bool other = vitrine_study_declares(study, "friche") || vitrine_study_declares(study, "land");
    return !other || vitrine_study_declares(study, "layers.premises");
}

vitrine_status vitrine_run_check(vitrine_context *ctx, const vitrine_study *study, const vitrine_model *model)
{
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < ANALYSES; i++) {
        if (vitrine_run_does(study, analyses[i].name)) {
            status = analyses[i].check(ctx, model, study);
        }
    }
    return status;
}

vitrine_status vitrine_run(vitrine_context *ctx, const vitrine_study *study, const char *dir, bool overwrite,
                           size_t *rejected)
{
    vitrine_model *model = NULL;
    vitrine_result *results[ANALYSES] = {NULL};
    size_t n = 0;
    vitrine_status status = vitrine_export_check(ctx, study, dir, overwrite);
    if (!status) {
        status = vitrine_model_read(ctx, study, &model);
    }
    if (!status) {
        status = vitrine_run_check(ctx, study, model);
    }
    for (size_t i = 0; !status && i < ANALYSES; i++) {
        if (vitrine_run_does(study, analyses[i].name)) {
            status = analyses[i].run(ctx, model, study, &results[n++]);
        }
    }
    if (!status) {
        status = vitrine_export(ctx, study, model, (const vitrine_result *const *)results, n, dir, overwrite);
    }
    if (!status && rejected) {
        *rejected = vitrine_model_rejected(model);
    }
    while (n > 0) {
        vitrine_result_free(results[--n]);
    }
    vitrine_model_free(model);
    return status;
}
