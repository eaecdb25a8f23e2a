/* cmd_run.c - vitrine run, vacancy, heatmap, friche, land: compute, write, and print the result in short. */
#include <string.h>

#include "cli.h"

/* Results of the analyses, NULL where one was not asked for. */
typedef struct {
    vitrine_result *vacancy, *heatmap, *friche, *land;
} results;

static int print_and_end(const cli_options *options, const vitrine_study *study, const vitrine_model *model,
                         const results *made)
{
    const bool french = strcmp(vitrine_study_get(study, "lang"), "fr") == 0;
    cli_progress_erase();
    if (made->vacancy && !cli_print_vacancy(made->vacancy, french)) {
        return EXIT_FAILED;
    }
    if (made->heatmap) {
        cli_print_heatmap(made->heatmap, french);
    }
    if (made->friche) {
        cli_print_friche(made->friche, french);
    }
    if (made->land) {
        cli_print_land(made->land, french);
    }
    printf("%s\n", options->out);
    const size_t rejected = vitrine_model_rejected(model);
    if (rejected && options->verbosity >= 0) {
        fprintf(stderr, _("vitrine: warning: features rejected: %zu, listed in the layer rejects\n"), rejected);
    }
    return rejected && options->strict ? EXIT_REJECTS : EXIT_DONE;
}

/* Whether the verb asks for the analysis. */
static bool wants(const char *verb, const vitrine_study *study, const char *analysis)
{
    return strcmp(verb, "run") == 0 ? vitrine_run_does(study, analysis) : strcmp(verb, analysis) == 0;
}

static vitrine_status compute(const cli_options *options, const vitrine_study *study, const vitrine_model *model,
                              const char *verb, results *made)
{
    vitrine_context *ctx = options->ctx;
    const struct {
        const char *name;
        vitrine_status (*run)(vitrine_context *, const vitrine_model *, const vitrine_study *, vitrine_result **);
        vitrine_result **result;
        vitrine_status (*check)(vitrine_context *, const vitrine_model *, const vitrine_study *);
    } analyses[] = {{"vacancy", vitrine_vacancy, &made->vacancy, vitrine_vacancy_check},
                    {"heatmap", vitrine_heatmap, &made->heatmap, vitrine_heatmap_check},
                    {"friche", vitrine_friche, &made->friche, vitrine_friche_check},
                    {"land", vitrine_land, &made->land, vitrine_land_check}};
    const vitrine_result *all[4];
    size_t n = 0;
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < 4; i++) { /* all are judged before the first takes its time */
        if (wants(verb, study, analyses[i].name)) {
            status = analyses[i].check(ctx, model, study);
        }
    }
    for (size_t i = 0; !status && i < 4; i++) {
        if (wants(verb, study, analyses[i].name)) {
            status = analyses[i].run(ctx, model, study, analyses[i].result);
            all[n++] = *analyses[i].result;
        }
    }
    return status ? status : vitrine_export(ctx, study, model, all, n, options->out, options->overwrite);
}

static void expect(const char *verb, const vitrine_study *study)
{
    static const char *const analyses[] = {"vacancy", "heatmap", "friche", "land"};
    cli_progress_expect("read");
    for (size_t i = 0; i < 4; i++) {
        if (wants(verb, study, analyses[i])) {
            cli_progress_expect(analyses[i]);
        }
    }
    cli_progress_expect("write");
}

static int run(const cli_options *given, const char *verb)
{
    cli_options options = *given;
    if (options.n_operands > 1 || (!options.n_operands && !options.n_sets)) {
        return cli_misuse("%s", _("give one study file"));
    }
    if (!options.out) {
        return cli_misuse("%s", _("say with -o DIR where the results go"));
    }
    options.study = options.operands[0];
    vitrine_study *study = NULL;
    vitrine_model *model = NULL;
    results made = {NULL, NULL, NULL, NULL};
    vitrine_status status = cli_load_study(&options, &study);
    if (!status) {
        expect(verb, study);
        status = vitrine_export_check(options.ctx, study, options.out, options.overwrite);
    }
    if (!status) {
        status = vitrine_model_read(options.ctx, study, &model);
    }
    if (!status) {
        status = compute(&options, study, model, verb, &made);
    }
    const int end = status ? cli_fail(&options, status) : print_and_end(&options, study, model, &made);
    vitrine_result_free(made.vacancy);
    vitrine_result_free(made.heatmap);
    vitrine_result_free(made.friche);
    vitrine_result_free(made.land);
    vitrine_model_free(model);
    vitrine_study_free(study);
    return end;
}

int cmd_run(const cli_options *options)
{
    return run(options, "run");
}

int cmd_vacancy(const cli_options *options)
{
    return run(options, "vacancy");
}

int cmd_heatmap(const cli_options *options)
{
    return run(options, "heatmap");
}

int cmd_friche(const cli_options *options)
{
    return run(options, "friche");
}

int cmd_land(const cli_options *options)
{
    return run(options, "land");
}
