/* summary_land.c - friches and the land of business zones in sentences; see summary.c. */
#include <math.h>
#include <string.h>

#include "write/report/report.h"
#include "study/words.h"

static bool is_scored(const vitrine_layer *layer, size_t row)
{
    return !isnan(vt_report_value(layer, row, "best_index"));
}

static void say_friches(vt_report *r, const vitrine_layer *friches)
{
    enum { NAMED = 3 };
    static const vt_report_order order[] = {{"rank", false}, {"site_name", false}};
    size_t n, poor = 0;
    const size_t *rows = vt_report_rows(r, friches, is_scored, order, 2, &n);
    if (!rows || !n) {
        return;
    }
    VT_REPORT_PRINT(r, "<p><strong>Les friches.</strong> %s. Les plus prometteuses\u00A0: ", "<p><strong>Friches.</strong> %s. The most promising: ",
                    vt_report_many(r, (double)n, "%s friche est notée", "%s friches sont notées", "%s friche is scored", "%s friches are scored"));
    for (size_t i = 0; i < n; i++) {
        const size_t row = rows[i];
        poor += vt_report_value(friches, row, "reliability") < 5;
        if (i >= NAMED) {
            continue;
        }
        VT_REPORT_PRINT(r, "%s%s (%s, indice %s sur 100, fiabilité %s sur 10, rang %s\u00A0; de %s à %s dans 90\u00A0%% des tirages)", "%s%s (%s, index %s of 100, reliability %s of 10, rank %s; from %s to %s in 90%% of the draws)",
                        i ? vt_report_say(r, "\u00A0; ", "; ") : "", vt_report_name(r, friches, row, "site_name", "site_id"),
                        vt_report_text(r, vt_word("best_use", vt_report_cell(friches, row, "best_use"), r->french)), vt_report_real(r, vt_report_value(friches, row, "best_index"), 0),
                        vt_report_real(r, vt_report_value(friches, row, "reliability"), 1), vt_report_count(r, vt_report_value(friches, row, "rank")),
                        vt_report_count(r, vt_report_value(friches, row, "rank_p05")), vt_report_count(r, vt_report_value(friches, row, "rank_p95")));
    }
    vt_report_add(r, ".");
    if (poor) {
        VT_REPORT_PRINT(r, " Pour %s, moins de la moitié du barème est renseignée.", " Of %s, less than half of the scheme is filled.", vt_report_many(r, (double)poor, "%s d'entre elles", "%s d'entre elles", "%s of them", "%s of them"));
    }
    vt_report_add(r, vt_report_say(r, " Le rang d'une friche change avec ce qui reste à renseigner.</p>\n", " The rank of a friche changes with what remains to be filled.</p>\n"));
}

static void say_legal_vacancy(vt_report *r, const vitrine_layer *zones)
{
    double units, vacant, undetermined;
    const bool known = vt_report_legal_vacancy(zones, &units, &vacant, &undetermined);
    if (!(units > 0)) {
        return;
    }
    const char *all = vt_report_many(r, units, "%s unité foncière", "%s unités foncières", "%s land unit", "%s land units");
    if (!known) {
        VT_REPORT_PRINT(r, "<p><strong>Vacance des zones d'activité.</strong> %s\u00A0; sans établissements, leur occupation n'est pas connue.</p>\n",
                        "<p><strong>Vacancy of business zones.</strong> %s; without establishments their occupancy is not known.</p>\n", all);
        return;
    }
    VT_REPORT_PRINT(r, "<p><strong>Vacance des zones d'activité</strong> (art. L318-8-2)\u00A0: %s, %s, soit %s.", "<p><strong>Vacancy of business zones</strong> (art. L318-8-2): %s, %s: %s.", all,
                    vt_report_many(r, vacant, "%s vacante", "%s vacantes", "%s vacant", "%s vacant"), vt_report_percent(r, vacant / units));
    if (undetermined > 0) {
        VT_REPORT_PRINT(r, " L'occupation n'est pas déterminée pour %s\u00A0: au plus %s.", " The occupancy of %s is not determined: at most %s.",
                        vt_report_many(r, undetermined, "%s unité", "%s unités", "%s unit", "%s units"), vt_report_percent(r, (vacant + undetermined) / units));
    }
    vt_report_add(r, "</p>\n");
}

static void say_balance(vt_report *r, const vitrine_layer *balance)
{
    static const char *const buckets[] = {"immediate", "committed", "future", "recycling", "densification"};
    if (!balance->n) {
        return;
    }
    vt_report_add(r, vt_report_say(r, "<p><strong>Le foncier des zones</strong>, en hectares bruts\u00A0: ", "<p><strong>The land of the zones</strong>, in gross hectares: "));
    for (size_t i = 0; i < VT_N_OF(buckets); i++) {
        vt_report_add(r, vt_report_printed(r, "%s%s %s", i ? ", " : "", vt_word("bucket", buckets[i], r->french), vt_report_real(r, vt_report_hectares(balance, buckets[i], "gross_ha"), 2)));
    }
    vt_report_add(r, ".</p>\n");
}

/* --- targets ------------------------------------------------------------------------------------------------ */

/* A quantity with its unit: hectares to the hundredth, square metres whole. */
static const char *quantity(vt_report *r, const vitrine_layer *targets, size_t row, double value)
{
    const char *unit = vt_report_cell(targets, row, "unit");
    const bool ha = !unit || strcmp(unit, "m2") != 0;
    return vt_report_printed(r, "%s\u00A0%s", vt_report_real(r, value, ha ? 2 : 0), ha ? "ha" : "m²");
}

static const char *quantity_of(vt_report *r, const vitrine_layer *targets, size_t row, const char *column)
{
    return quantity(r, targets, row, vt_report_value(targets, row, column));
}

static void say_pace(vt_report *r, const vitrine_layer *targets, size_t row)
{
    const double gap = vt_report_value(targets, row, "gap"), needed = vt_report_value(targets, row, "pace_needed"), remaining = vt_report_value(targets, row, "remaining");
    if (isnan(gap)) {
        return;
    }
    VT_REPORT_PRINT(r, " Au rythme constaté de %s par an%s, %s.", " At the pace so far of %s a year%s, %s.", quantity_of(r, targets, row, "pace"),
                    isnan(needed) || !(remaining > 0) ? "" : VT_REPORT_WORDS(r, " (il en faudrait %s)", " (%s would be needed)", quantity(r, targets, row, needed)),
                    gap > 0   ? VT_REPORT_WORDS(r, "il manquerait %s à terme, les engagements non comptés", "%s would be lacking at the end, what is committed left out", quantity(r, targets, row, gap))
                    : gap < 0 ? VT_REPORT_WORDS(r, "l'objectif serait dépassé de %s", "the target would be exceeded by %s", quantity(r, targets, row, -gap))
                              : vt_report_say(r, "l'objectif serait tout juste atteint", "the target would just be reached"));
}

static void say_target(vt_report *r, const vitrine_layer *targets, size_t row)
{
    const double remaining = vt_report_value(targets, row, "remaining"), committed = vt_report_value(targets, row, "committed"), supply = vt_report_value(targets, row, "years_of_supply");
    const char *scope = vt_report_cell(targets, row, "scope");
    VT_REPORT_PRINT(r, "<p><strong>%s</strong>%s\u00A0: objectif de %s de %.0f à %.0f\u00A0; à fin %.0f, %s sont réalisés", "<p><strong>%s</strong>%s: a target of %s from %.0f to %.0f; by the end of %.0f, %s are achieved",
                    vt_report_text(r, vt_report_cell(targets, row, "programme")), scope && strcmp(scope, "total") != 0 ? vt_report_printed(r, " (%s)", vt_report_text(r, scope)) : "",
                    quantity_of(r, targets, row, "target"), vt_report_value(targets, row, "from_year"), vt_report_value(targets, row, "to_year"), vt_report_value(targets, row, "as_of"),
                    quantity_of(r, targets, row, "achieved"));
    if (remaining > 0) {
        VT_REPORT_PRINT(r, " et %s restent à réaliser%s.", " and %s remain%s.", quantity(r, targets, row, remaining),
                        committed > 0 ? VT_REPORT_WORDS(r, ", dont %s engagés", ", of which %s committed", quantity(r, targets, row, committed)) : "");
    } else {
        vt_report_add(r, vt_report_say(r, "\u00A0: il est atteint.", ": it is reached."));
    }
    say_pace(r, targets, row);
    if (supply > 0) {
        VT_REPORT_PRINT(r, " L'offre immédiate et future des zones représente %s années à ce rythme.", " Immediate and future offer of the zones make %s years at that pace.", vt_report_real(r, supply, 1));
    }
    vt_report_add(r, "</p>\n");
}

void vt_report_summary_land(vt_report *r)
{
    const vitrine_layer *friches = vt_export_layer(r->e, "friche_potential"), *zones = vt_export_layer(r->e, "zone_inventory");
    const vitrine_layer *balance = vt_export_layer(r->e, "land_balance"), *targets = vt_export_layer(r->e, "land_target");
    if (friches) {
        say_friches(r, friches);
    }
    if (zones) {
        say_legal_vacancy(r, zones);
    }
    if (balance) {
        say_balance(r, balance);
    }
    for (size_t row = 0; targets && row < targets->n; row++) {
        say_target(r, targets, row);
    }
}
