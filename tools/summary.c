/* summary.c - a result in short, on stdout: rates by street, the longest runs, terms, hot spots; the heat map. In the
 * language of the study. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

typedef struct {
    const vitrine_layer *layer;
    size_t row;
} line;

/* What the rate counts as vacant: with vacancy.works also the works. */
static double counted_vacant(const vitrine_layer *layer, size_t row)
{
    return cli_value(layer, row, "stock") - cli_value(layer, row, "occupied");
}

/* Most vacant premises first; then by rate; then as in the layer. */
static int by_vacancy(const void *a, const void *b)
{
    const line *x = a, *y = b;
    const double more = counted_vacant(y->layer, y->row) - counted_vacant(x->layer, x->row);
    const double higher = cli_value(y->layer, y->row, "rate") - cli_value(x->layer, x->row, "rate");
    return more != 0      ? (more > 0) - (more < 0)
           : higher != 0  ? (higher > 0) - (higher < 0)
                          : (x->row > y->row) - (x->row < y->row);
}

static void print_percent(double share, bool french, int width)
{
    char text[32] = "–";
    cli_cell(stdout, isnan(share) ? text : cli_written(text, "%.1f %%", 100 * share, french), width, true);
}

static void print_line(const vitrine_layer *layer, size_t row, const char *name, bool french)
{
    char text[32];
    cli_cell(stdout, name, 36, false);
    const double counts[] = {cli_value(layer, row, "premises"), cli_value(layer, row, "stock"), counted_vacant(layer, row),
                             cli_value(layer, row, "unknown")};
    for (size_t i = 0; i < 4; i++) {
        snprintf(text, sizeof text, "%.0f", counts[i]);
        cli_cell(stdout, text, 9, true);
    }
    print_percent(cli_value(layer, row, "rate"), french, 10);
    print_percent(cli_value(layer, row, "rate_ci_low"), french, 10);
    fputs(" –", stdout);
    print_percent(cli_value(layer, row, "rate_ci_high"), french, 8);
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

/* --- dead stretches ----------------------------------------------------------------------------------- */

static int by_run(const void *a, const void *b)
{
    const line *x = a, *y = b;
    const double more = cli_value(y->layer, y->row, "run_max") - cli_value(x->layer, x->row, "run_max");
    const double mx = cli_value(x->layer, x->row, "run_max_m"), my = cli_value(y->layer, y->row, "run_max_m");
    const double longer = (isnan(my) ? 0 : my) - (isnan(mx) ? 0 : mx);
    return more != 0     ? (more > 0) - (more < 0)
           : longer != 0 ? (longer > 0) - (longer < 0)
                         : (x->row > y->row) - (x->row < y->row);
}

/* Streets with two vacant premises in a row and more, the longest runs first. */
static void print_runs(const vitrine_layer *streets, line *lines, bool french)
{
    size_t n = 0;
    for (size_t row = 0; row < vitrine_layer_rows(streets); row++) {
        if (cli_value(streets, row, "run_max") >= 2) {
            lines[n++] = (line){streets, row};
        }
    }
    qsort(lines, n, sizeof *lines, by_run);
    if (n) {
        printf("\n%s\n", french ? "plus longues suites de locaux vacants d'un même côté" : "longest runs of vacant premises on one side");
    }
    for (size_t i = 0; i < n && i < CLI_SHOWN / 2; i++) {
        const size_t row = lines[i].row;
        char count[64], metres[32];
        snprintf(count, sizeof count, "%.0f", cli_value(streets, row, "run_max"));
        cli_cell(stdout, cli_text(streets, row, "street_name"), 36, false);
        cli_cell(stdout, count, 9, true);
        if (!isnan(cli_value(streets, row, "run_max_m"))) {
            cli_written(metres, "%.1f m", cli_value(streets, row, "run_max_m"), french);
            cli_cell(stdout, metres, 10, true);
        }
        puts(cli_value(streets, row, "run_order_unsure") > 0 ? french ? "  (ordre incertain)" : "  (order unsure)" : "");
    }
}

/* --- for how long ------------------------------------------------------------------------------------- */

static void print_terms(const vitrine_layer *total, bool french)
{
    static const char *const columns[] = {"frictional", "long_term", "structural", "persistent", "term_unknown"};
    static const char *const codes[] = {"frictional", "long", "structural", "persistent", "unknown"};
    double known = 0;
    for (size_t i = 0; i < 4; i++) {
        known += cli_value(total, 0, columns[i]);
    }
    if (known == 0) {
        return;
    }
    fputs(french ? "\ndurée de la vacance : " : "\nterm of vacancy: ", stdout);
    for (size_t i = 0; i < 5; i++) {
        printf("%s%s %.0f", i ? ", " : "", vitrine_word("term", codes[i], french), cli_value(total, 0, columns[i]));
    }
    putchar('\n');
}

/* --- where it clusters -------------------------------------------------------------------------------- */

typedef struct {
    const char *street;
    size_t n;
} hot_street;

static int by_name(const void *a, const void *b)
{
    return strcmp(((const hot_street *)a)->street, ((const hot_street *)b)->street);
}

static int by_number(const void *a, const void *b)
{
    const hot_street *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n ? 1 : -1) : strcmp(x->street, y->street);
}

static size_t count_class(const vitrine_layer *layer, const char *class)
{
    size_t n = 0;
    for (size_t row = 0; row < vitrine_layer_rows(layer); row++) {
        n += strcmp(cli_text(layer, row, "gi_class"), class) == 0;
    }
    return n;
}

/* The streets with most hot premises. */
static bool print_hot_streets(const vitrine_layer *premises, size_t hot)
{
    hot_street *streets = calloc(hot + 1, sizeof *streets);
    size_t n = 0, kept = 0;
    if (!streets) {
        return false;
    }
    for (size_t row = 0; row < vitrine_layer_rows(premises); row++) {
        if (strcmp(cli_text(premises, row, "gi_class"), "hot") == 0) {
            streets[n++] = (hot_street){cli_text(premises, row, "street_name"), 1};
        }
    }
    qsort(streets, n, sizeof *streets, by_name);
    for (size_t i = 0; i < n; i++) {
        if (kept && strcmp(streets[kept - 1].street, streets[i].street) == 0) {
            streets[kept - 1].n++;
        } else {
            streets[kept++] = streets[i];
        }
    }
    qsort(streets, kept, sizeof *streets, by_number);
    for (size_t i = 0; i < kept && i < CLI_SHOWN / 2; i++) {
        printf("%s%s %zu", i ? ", " : " (", streets[i].street, streets[i].n);
    }
    fputs(kept > CLI_SHOWN / 2 ? ", …)" : kept ? ")" : "", stdout);
    free(streets);
    return true;
}

static bool print_spots(const vitrine_result *result, bool french)
{
    const vitrine_layer *premises = vitrine_result_find(result, "premises"), *total = vitrine_result_find(result, "total_vacancy");
    const size_t hot = count_class(premises, "hot"), cold = count_class(premises, "cold");
    if (isnan(cli_value(total, 0, "moran_p"))) {
        return true;
    }
    char moran[32], p[32];
    cli_written(moran, "%.3f", cli_value(total, 0, "moran_i"), french);
    cli_written(p, "%.2g", cli_value(total, 0, "moran_p"), french);
    printf(french ? "\nI de Moran %s (p = %s) ; locaux en point chaud : %zu" : "\nMoran's I %s (p = %s); premises in a hot spot: %zu", moran, p, hot);
    const bool worked = print_hot_streets(premises, hot);
    printf(french ? ", en point froid : %zu\n" : ", in a cold spot: %zu\n", cold);
    return worked;
}

bool cli_print_vacancy(const vitrine_result *result, bool french)
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
        if (cli_value(streets, row, "stock") > 0) {
            lines[n++] = (line){streets, row};
        }
    }
    qsort(lines, n, sizeof *lines, by_vacancy);
    print_heading(french);
    for (size_t i = 0; i < n && i < CLI_SHOWN; i++) {
        print_line(streets, lines[i].row, cli_text(streets, lines[i].row, "street_name"), french);
    }
    if (n > CLI_SHOWN) {
        printf(french ? "… et %zu autres rues\n" : "… and %zu other streets\n", n - CLI_SHOWN);
    }
    print_line(total, 0, french ? "ensemble" : "total", french);
    print_runs(streets, lines, french);
    free(lines);
    print_terms(total, french);
    const bool worked = print_spots(result, french);
    putchar('\n');
    return worked;
}

/* The bandwidth, the cells, and how much of the area with a rate lies above the town's at p < 5 %. */
void cli_print_heatmap(const vitrine_result *result, bool french)
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
    cli_written(cell, "%.3g", raster.cell_m, french);
    cli_written(area, "%.1f", (double)shown * raster.cell_m * raster.cell_m / 1e4, french);
    cli_written(share, "%.1f", shown ? 100 * (double)above / (double)shown : 0, french);
    printf(french ? "carte de chaleur : largeur de bande %.0f m, %zu × %zu cellules de %s m\n"
                  : "heat map: bandwidth %.0f m, %zu × %zu cells of %s m\n",
           raster.bandwidth_m, raster.columns, raster.rows, cell);
    printf(french ? "taux connu sur %s ha, plus haut que dans la ville (p < 5 %%) sur %s %% d'entre eux\n"
                  : "a rate on %s ha, above the town's (p < 5 %%) on %s %% of them\n", area, share);
}

/* The best sites, in the order of their ranks. */
void cli_print_friche(const vitrine_result *result, bool french)
{
    const vitrine_layer *sites = vitrine_result_find(result, "friche_potential");
    const size_t n = vitrine_layer_rows(sites);
    cli_cell(stdout, french ? "friche" : "friche", 36, false);
    cli_cell(stdout, french ? "rang" : "rank", 6, true);
    cli_cell(stdout, french ? "à 90 %" : "90 %", 10, true);
    cli_cell(stdout, french ? "indice" : "index", 9, true);
    printf("  %s\n", french ? "meilleur usage, fiabilité sur 10" : "best use, reliability of 10");
    size_t shown = 0;
    for (double rank = 1; rank <= (double)n && shown < CLI_SHOWN; rank++) {
        for (size_t row = 0; row < n && shown < CLI_SHOWN; row++) {
            if (cli_value(sites, row, "rank") != rank) {
                continue;
            }
            char text[64], number[32];
            const char *name = vitrine_layer_get_text(sites, row, vitrine_layer_column(sites, "site_name"));
            cli_cell(stdout, name ? name : cli_text(sites, row, "site_id"), 36, false);
            snprintf(text, sizeof text, "%.0f", rank);
            cli_cell(stdout, text, 6, true);
            snprintf(text, sizeof text, "%.0f-%.0f", cli_value(sites, row, "rank_p05"), cli_value(sites, row, "rank_p95"));
            cli_cell(stdout, text, 10, true);
            cli_cell(stdout, cli_written(number, "%.1f", cli_value(sites, row, "best_index"), french), 9, true);
            printf("  %s, %s\n", vitrine_word("best_use", cli_text(sites, row, "best_use"), french), cli_written(number, "%.1f", cli_value(sites, row, "reliability"), french));
            shown++;
        }
    }
    if (shown < n) {
        printf(french ? "… et %zu autres\n" : "… and %zu others\n", n - shown);
    }
}
