/* cmd_run.c - vitrine run, vitrine vacancy, vitrine heatmap: compute, write, and print the result in short. */
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

/* A number as the language writes it. */
static const char *written(char room[32], const char *format, double number, bool french)
{
    snprintf(room, 32, format, number);
    char *point = strpbrk(room, ".,");
    if (point) {
        *point = french ? ',' : '.';
    }
    return room;
}

static void print_percent(double share, bool french, int width)
{
    char text[32] = "–";
    cli_cell(stdout, isnan(share) ? text : written(text, "%.1f %%", 100 * share, french), width, true);
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

static bool print_vacancy(const vitrine_result *result, bool french)
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

/* The bandwidth, the cells, and how much of the area with a rate lies above the town's at p < 5 %. */
static void print_heatmap(const vitrine_result *result, bool french)
{
    vitrine_raster raster;
    if (!vitrine_result_raster(result, 0, &raster)) {
        return;
    }
    size_t shown = 0, above = 0;
    for (size_t row = 0; row < raster.rows; row++) {
        for (size_t column = 0; column < raster.columns; column++) {
            const float p = vitrine_result_cell(result, 0, 1, column, row);
            shown += !isnan(p);
            above += p < 0.05f;
        }
    }
    char cell[32], area[32], share[32];
    written(cell, "%.3g", raster.cell_m, french);
    written(area, "%.1f", (double)shown * raster.cell_m * raster.cell_m / 1e4, french);
    written(share, "%.1f", shown ? 100 * (double)above / (double)shown : 0, french);
    printf(french ? "carte de chaleur : largeur de bande %.0f m, %zu × %zu cellules de %s m\n"
                  : "heat map: bandwidth %.0f m, %zu × %zu cells of %s m\n",
           raster.bandwidth_m, raster.columns, raster.rows, cell);
    printf(french ? "taux connu sur %s ha, plus haut que dans la ville (p < 5 %%) sur %s %% d'entre eux\n"
                  : "a rate on %s ha, above the town's (p < 5 %%) on %s %% of them\n", area, share);
}

/* Results of the analyses, NULL where one was not asked for. */
typedef struct {
    vitrine_result *vacancy, *heatmap;
} results;

static int print_and_end(const cli_options *options, const vitrine_study *study, const vitrine_model *model,
                         const results *made)
{
    const bool french = strcmp(vitrine_study_get(study, "lang"), "fr") == 0;
    if (made->vacancy && !print_vacancy(made->vacancy, french)) {
        return EXIT_FAILED;
    }
    if (made->heatmap) {
        print_heatmap(made->heatmap, french);
    }
    printf("%s\n", options->out);
    const size_t rejected = vitrine_model_rejected(model);
    if (rejected && options->verbosity >= 0) {
        fprintf(stderr, _("vitrine: warning: features rejected: %zu, listed in the layer rejects\n"), rejected);
    }
    return rejected && options->strict ? EXIT_REJECTS : EXIT_DONE;
}

static vitrine_status compute(const cli_options *options, const vitrine_study *study, const vitrine_model *model,
                              const char *verb, results *made)
{
    vitrine_context *ctx = options->ctx;
    const bool every = strcmp(verb, "run") == 0;
    vitrine_status status = VITRINE_OK;
    if (every || strcmp(verb, "vacancy") == 0) {
        status = vitrine_vacancy(ctx, model, study, &made->vacancy);
    }
    if (!status && (every ? vitrine_study_declares(study, "heatmap") : strcmp(verb, "heatmap") == 0)) {
        status = vitrine_heatmap(ctx, model, study, &made->heatmap);
    }
    const vitrine_result *all[2];
    size_t n = 0;
    if (made->vacancy) {
        all[n++] = made->vacancy;
    }
    if (made->heatmap) {
        all[n++] = made->heatmap;
    }
    return status ? status : vitrine_export(ctx, study, model, all, n, options->out, options->overwrite);
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
    results made = {NULL, NULL};
    vitrine_status status = cli_load_study(&options, &study);
    if (!status) {
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
