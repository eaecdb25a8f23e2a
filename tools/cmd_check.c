/* cmd_check.c - vitrine check: read, judge, print the ledger. */
#include "cli.h"

static void print_ledger(const vitrine_model *model)
{
    static const char *const headings[] = {N_("read"), N_("used"), N_("filtered"), N_("rejected"), N_("notices")};
    cli_cell(stdout, _("layer"), 24, false);
    for (size_t i = 0; i < 5; i++) {
        cli_cell(stdout, _(headings[i]), 11, true);
    }
    printf("  %s\n", _("source"));
    vitrine_ledger_row row;
    for (size_t i = 0; vitrine_model_ledger(model, i, &row); i++) {
        const size_t counts[] = {row.read, row.used, row.filtered, row.rejected, row.notices};
        cli_cell(stdout, row.layer, 24, false);
        for (size_t c = 0; c < 5; c++) {
            char text[32];
            snprintf(text, sizeof text, "%zu", counts[c]);
            cli_cell(stdout, text, 11, true);
        }
        printf("  %s\n", row.source);
    }
}

int cmd_check(const cli_options *given)
{
    cli_options options = *given;
    if (options.n_operands > 1 || (!options.n_operands && !options.n_sets)) {
        return cli_misuse("%s", _("give one study file"));
    }
    options.study = options.operands[0];
    vitrine_study *study = NULL;
    vitrine_model *model = NULL;
    cli_progress_expect("read");
    vitrine_status status = cli_load_study(&options, &study);
    if (!status) {
        status = vitrine_model_read(options.ctx, study, &model);
    }
    if (!status) {
        status = vitrine_run_check(options.ctx, study, model);
    }
    int end;
    if (status) {
        end = cli_fail(&options, status);
    } else {
        cli_progress_erase();
        print_ledger(model);
        end = options.strict && vitrine_model_rejected(model) ? EXIT_REJECTS : EXIT_DONE;
    }
    vitrine_model_free(model);
    vitrine_study_free(study);
    return end;
}
