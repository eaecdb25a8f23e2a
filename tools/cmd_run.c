/* cmd_run.c - vitrine run, vitrine vacancy: compute, write, and print the result in short. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

enum { SHOWN = 10 };

typedef struct {
    const vitrine_layer *layer;
    size_t row;
} line;

static double value(const vitrine_layer *layer, size_t row, const char *column)
{
    return vitrine_layer_get_real(layer, row, vitrine_layer_column(layer, column));
}

/* What the rate counts as vacant: with vacancy.works also the works. */
static double counted_vacant(const vitrine_layer *layer, size_t row)
{
    return value(layer, row, "stock") - value(layer, row, "occupied");
}

/* Most vacant premises first; then by rate; then as in the layer. */
static int by_vacancy(const void *a, const void *b)
{
    const line *x = a, *y = b;
    const double more = counted_vacant(y->layer, y->row) - counted_vacant(x->layer, x->row);
    const double higher = value(y->layer, y->row, "rate") - value(x->layer, x->row, "rate");
    return more != 0      ? (more > 0) - (more < 0)
           : higher != 0  ? (higher > 0) - (higher < 0)
                          : (x->row > y->row) - (x->row < y->row);
}

static void print_percent(double share, bool french, int width)
{
    char text[32] = "–";
    if (!isnan(share)) {
        snprintf(text, sizeof text, "%.1f %%", 100 * share);
        char *point = strpbrk(text, ".,");
        if (point) {
            *point = french ? ',' : '.';
        }
    }
    cli_cell(stdout, text, width, true);
}

static void print_line(const vitrine_layer *layer, size_t row, const char *name, bool french)
{
    char text[32];
    cli_cell(stdout, name, 36, false);
    const double counts[] = {value(layer, row, "premises"), value(layer, row, "stock"), counted_vacant(layer, row),
                             value(layer, row, "unknown")};
    for (size_t i = 0; i < 4; i++) {
        snprintf(text, sizeof text, "%.0f", counts[i]);
        cli_cell(stdout, text, 9, true);
    }
    print_percent(value(layer, row, "rate"), french, 10);
    print_percent(value(layer, row, "rate_ci_low"), french, 10);
    fputs(" –", stdout);
    print_percent(value(layer, row, "rate_ci_high"), french, 8);
    putchar('\n');
}

static void print_heading(bool french)
{
    static const char *const fr[] = {"locaux", "comptés", "vacants", "inconnus"};
    static const char *const en[] = {"premises", "stock", "vacant", "unknown"};
    cli_cell(stdout, french ? "rue" : "street", 36, false);
    for (size_t i = 0; i < 4; i++) {
        cli_cell(stdout, french ? fr[i] : en[i], 9, true);
    }
    cli_cell(stdout, french ? "taux" : "rate", 10, true);
    cli_cell(stdout, french ? "intervalle à 95 %" : "95 % interval", 20, true);
    putchar('\n');
}

static bool print_result(const vitrine_result *result, bool french)
{
    const vitrine_layer *total = vitrine_result_find(result, "total_vacancy");
    const vitrine_layer *streets = vitrine_result_find(result, "street_vacancy");
    const size_t rows = vitrine_layer_rows(streets);
    line *lines = calloc(rows + 1, sizeof *lines);
    if (!lines) {
        return false;
    }
    size_t n = 0;
    for (size_t row = 0; row < rows; row++) {
        if (value(streets, row, "stock") > 0) {
            lines[n++] = (line){streets, row};
        }
    }
    qsort(lines, n, sizeof *lines, by_vacancy);
    print_heading(french);
    for (size_t i = 0; i < n && i < SHOWN; i++) {
        const char *name = vitrine_layer_get_text(streets, lines[i].row, vitrine_layer_column(streets, "street_name"));
        print_line(streets, lines[i].row, name ? name : "–", french);
    }
    if (n > SHOWN) {
        printf(french ? "… et %zu autres rues\n" : "… and %zu other streets\n", n - SHOWN);
    }
    print_line(total, 0, french ? "ensemble" : "total", french);
    free(lines);
    return true;
}

static int print_and_end(const cli_options *options, const vitrine_study *study, const vitrine_model *model,
                         const vitrine_result *result)
{
    if (!print_result(result, strcmp(vitrine_study_get(study, "lang"), "fr") == 0)) {
        return EXIT_FAILED;
    }
    printf("%s\n", options->out);
    const size_t rejected = vitrine_model_rejected(model);
    if (rejected && options->verbosity >= 0) {
        fprintf(stderr, _("vitrine: warning: features rejected: %zu, listed in the layer rejects\n"), rejected);
    }
    return rejected && options->strict ? EXIT_REJECTS : EXIT_DONE;
}

int cmd_run(const cli_options *given)
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
    vitrine_result *vacancy = NULL;
    vitrine_status status = cli_load_study(&options, &study);
    if (!status) {
        status = vitrine_export_check(options.ctx, study, options.out, options.overwrite);
    }
    if (!status) {
        status = vitrine_model_read(options.ctx, study, &model);
    }
    if (!status) {
        status = vitrine_vacancy(options.ctx, model, study, &vacancy);
    }
    if (!status) {
        const vitrine_result *results[] = {vacancy};
        status = vitrine_export(options.ctx, study, model, results, 1, options.out, options.overwrite);
    }
    const int end = status ? cli_fail(&options, status) : print_and_end(&options, study, model, vacancy);
    vitrine_result_free(vacancy);
    vitrine_model_free(model);
    vitrine_study_free(study);
    return end;
}

int cmd_vacancy(const cli_options *options)
{
    return cmd_run(options); /* it is the only analysis so far */
}
