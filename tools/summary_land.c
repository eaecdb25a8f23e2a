/* summary_land.c - the land of business zones in short, on stdout, in the language of the study. */
#include <math.h>
#include <string.h>

#include "cli.h"

/* The zones with the most vacant land units first, as far as CLI_SHOWN. */
static void print_zones(const vitrine_layer *zones, bool french)
{
    const size_t n = vitrine_layer_rows(zones);
    size_t shown = 0;
    cli_cell(stdout, french ? "zone d'activité" : "business zone", 36, false);
    cli_cell(stdout, french ? "unités" : "units", 8, true);
    cli_cell(stdout, french ? "vacantes" : "vacant", 10, true);
    cli_cell(stdout, french ? "taux" : "rate", 9, true);
    printf("  %s\n", french ? "taux maximal" : "greatest rate");
    double most = 0;
    for (size_t row = 0; row < n; row++) {
        const double own = cli_value(zones, row, "land_units_vacant");
        most = own > most ? own : most; /* NaN, without parcels, is none */
    }
    for (double vacant = most; vacant >= 0 && shown < CLI_SHOWN; vacant--) {
        for (size_t row = 0; row < n && shown < CLI_SHOWN; row++) {
            const double own = cli_value(zones, row, "land_units_vacant");
            if ((own > 0 ? own : 0) != vacant) {
                continue;
            }
            char text[32], number[32];
            const char *name = vitrine_layer_get_text(zones, row, vitrine_layer_column(zones, "name"));
            cli_cell(stdout, name ? name : cli_text(zones, row, "zone_id"), 36, false);
            const double units = cli_value(zones, row, "land_units"), rate = cli_value(zones, row, "vacancy_rate");
            snprintf(text, sizeof text, isnan(units) ? "-" : "%.0f", units);
            cli_cell(stdout, text, 8, true);
            snprintf(text, sizeof text, isnan(rate) ? "-" : "%.0f", vacant);
            cli_cell(stdout, text, 10, true);
            cli_cell(stdout, isnan(rate) ? "-" : cli_written(number, french ? "%.1f %%" : "%.1f%%", 100 * rate, french), 9, true);
            printf("  %s\n", isnan(rate) ? "-" : cli_written(number, french ? "%.1f %%" : "%.1f%%", 100 * cli_value(zones, row, "vacancy_rate_max"), french));
            shown++;
        }
    }
    if (shown < n) {
        printf(french ? "… et %zu autres\n" : "… and %zu others\n", n - shown);
    }
}

/* That the ground adds up, and what overlaps. */
static void print_checks(const vitrine_result *result, bool french)
{
    static const struct {
        const char *name, *fr, *en;
        const char *form;
        bool if_any; /* nothing to say of none */
    } known[] = {
        {"partition_zone_difference_m2", "zones = morceaux + pertes, écart (m²)", "zones = pieces + losses, off by (m2)", "%.6f", false},
        {"partition_parcel_difference_m2", "parcelles = morceaux + dehors + pertes", "parcels = pieces + outside + losses", "%.6f", false},
        {"overlap_parcels_m2", "parcelles superposées (m²)", "overlapping parcels (m2)", "%.1f", true},
        {"overlap_zones_m2", "zones superposées (m²)", "overlapping zones (m2)", "%.1f", true},
        {"overlap_plots_m2", "terrains superposés (m²)", "overlapping plots (m2)", "%.1f", true},
        {"overlap_zoning_m2", "zonage superposé (m²)", "overlapping zoning (m2)", "%.1f", true},
        {"overlap_friches_m2", "friches superposées (m²)", "overlapping friches (m2)", "%.1f", true},
        {"overlap_land_cover_m2", "occupation du sol superposée (m²)", "overlapping land cover (m2)", "%.1f", true},
        {"drawn_to_cadastral_median", "surface dessinée / contenance, médiane", "drawn / stated area, median", "%.4f", false},
        {"drawn_to_cadastral_off_5_percent", "parcelles à plus de 5 % d’écart", "parcels off by more than 5 %", "%.0f", true},
        {"establishments_outside_zones", "établissements hors de toute zone", "establishments outside all zones", "%.0f", true},
        {"land_units_left_out", "voirie, bassins… sans unité foncière", "roads, basins… that make no unit", "%.0f", true},
        {"parcels_below_share", "parcelles sous land.parcel_share", "parcels below land.parcel_share", "%.0f", true},
    };
    vitrine_check check;
    for (size_t i = 0; vitrine_result_check(result, i, &check); i++) {
        for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
            char number[32];
            if (strcmp(known[k].name, check.name) == 0 && (check.value != 0 || !known[k].if_any)) {
                cli_cell(stdout, french ? known[k].fr : known[k].en, 40, false);
                printf("%s\n", cli_written(number, known[k].form, check.value, french));
            }
        }
    }
}

/* Hectares of all zones by bucket, gross and net. */
static void print_balance(const vitrine_layer *balance, bool french)
{
    static const char *const buckets[] = {"immediate", "committed", "future", "recycling", "densification", "consumed", "neutralised"};
    cli_cell(stdout, french ? "bilan foncier, toutes zones" : "land balance, all zones", 36, false);
    cli_cell(stdout, french ? "brut (ha)" : "gross (ha)", 12, true);
    cli_cell(stdout, french ? "net (ha)" : "net (ha)", 12, true);
    printf("\n");
    for (size_t b = 0; b < sizeof buckets / sizeof *buckets; b++) {
        double gross = 0, net = 0;
        char number[32];
        for (size_t row = 0; row < vitrine_layer_rows(balance); row++) {
            if (strcmp(cli_text(balance, row, "scope"), "total") == 0 && strcmp(cli_text(balance, row, "bucket"), buckets[b]) == 0) {
                gross += cli_value(balance, row, "gross_ha");
                net += cli_value(balance, row, "net_ha");
            }
        }
        cli_cell(stdout, vitrine_word("bucket", buckets[b], french), 36, false);
        cli_cell(stdout, cli_written(number, "%.2f", gross, french), 12, true);
        cli_cell(stdout, isnan(net) ? "-" : cli_written(number, "%.2f", net, french), 12, true);
        printf("\n");
    }
}

/* A figure of a target; "-" where it is not known. */
static const char *figure(char room[32], const char *form, const vitrine_layer *targets, size_t row, const char *column, bool french)
{
    const double value = cli_value(targets, row, column);
    return isnan(value) ? "-" : cli_written(room, form, value, french);
}

static void print_target(const vitrine_layer *targets, size_t row, bool french)
{
    const char *name = vitrine_layer_get_text(targets, row, vitrine_layer_column(targets, "programme"));
    char target[32], remaining[32], uncommitted[32], gap[32], pace[32], needed[32], supply[32];
    printf(french ? "%s, %.0f-%.0f\u00A0: objectif %s %s, reste %s dont sans opération %s, écart projeté %s ; rythme %s par an, nécessaire %s ; offre %s ans\n"
                  : "%s, %.0f-%.0f: target %s %s, remaining %s of which without an operation %s, projected gap %s; pace %s a year, needed %s; supply %s years\n",
           name ? name : "-", cli_value(targets, row, "from_year"), cli_value(targets, row, "to_year"), figure(target, "%.2f", targets, row, "target", french),
           cli_text(targets, row, "unit"), figure(remaining, "%.2f", targets, row, "remaining", french), figure(uncommitted, "%.2f", targets, row, "uncommitted", french),
           figure(gap, "%.2f", targets, row, "gap", french), figure(pace, "%.2f", targets, row, "pace", french),
           figure(needed, "%.2f", targets, row, "pace_needed", french), figure(supply, "%.1f", targets, row, "years_of_supply", french));
}

/* Zones by their vacant land units, the balance, targets, and that all adds up. */
void cli_print_land(const vitrine_result *result, bool french)
{
    const vitrine_layer *zones = vitrine_result_find(result, "zone_inventory"), *balance = vitrine_result_find(result, "land_balance");
    const vitrine_layer *targets = vitrine_result_find(result, "land_target");
    if (zones) {
        print_zones(zones, french);
        printf("\n");
    }
    if (balance) {
        print_balance(balance, french);
        printf("\n");
    }
    for (size_t row = 0; targets && row < vitrine_layer_rows(targets); row++) {
        print_target(targets, row, french);
    }
    print_checks(result, french);
}
