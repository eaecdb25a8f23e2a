/* run.c - a study from its file to its folder, in one call. */
#include <vitrine/vitrine.h>

vitrine_status vitrine_run(vitrine_context *ctx, const vitrine_study *study, const char *dir, bool overwrite,
                           size_t *rejected)
{
    vitrine_model *model = NULL;
    vitrine_result *results[4] = {NULL};
    size_t n = 0;
    const bool other = vitrine_study_declares(study, "friche") || vitrine_study_declares(study, "land");
    vitrine_status status = vitrine_export_check(ctx, study, dir, overwrite);
    if (!status) {
        status = vitrine_model_read(ctx, study, &model);
    }
    if (!status && (!other || vitrine_study_declares(study, "layers.premises"))) {
        status = vitrine_vacancy(ctx, model, study, &results[n++]);
    }
    if (!status && vitrine_study_declares(study, "heatmap")) {
        status = vitrine_heatmap(ctx, model, study, &results[n++]);
    }
    if (!status && vitrine_study_declares(study, "friche")) {
        status = vitrine_friche(ctx, model, study, &results[n++]);
    }
    if (!status && vitrine_study_declares(study, "land")) {
        status = vitrine_land(ctx, model, study, &results[n++]);
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
