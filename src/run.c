/* run.c - a study from its file to its folder, in one call. */
#include <vitrine/vitrine.h>

vitrine_status vitrine_run(vitrine_context *ctx, const vitrine_study *study, const char *dir, bool overwrite,
                           size_t *rejected)
{
    vitrine_model *model = NULL;
    vitrine_result *vacancy = NULL;
    vitrine_status status = vitrine_export_check(ctx, study, dir, overwrite);
    if (!status) {
        status = vitrine_model_read(ctx, study, &model);
    }
    if (!status) {
        status = vitrine_vacancy(ctx, model, study, &vacancy);
    }
    if (!status) {
        const vitrine_result *results[] = {vacancy};
        status = vitrine_export(ctx, study, model, results, 1, dir, overwrite);
    }
    if (!status && rejected) {
        *rejected = vitrine_model_rejected(model);
    }
    vitrine_result_free(vacancy);
    vitrine_model_free(model);
    return status;
}
