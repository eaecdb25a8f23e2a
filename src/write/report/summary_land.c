/* summary_land.c - friches and the land of business zones in sentences; see summary.c. */
#include <math.h>
#include <string.h>

#include "write/report/report.h"
#include "write/words.h"

static bool is_scored(const vitrine_layer *layer, size_t row)
{
    return !isnan(vt_report_value(layer, row, "best_index"));
}

static void say_friches(vt_report *r, const vitrine_layer *friches)
{
    enum { NAMED = 3 };
    static const vt_report_order order[] = {{"rank", false}, {"site_name", false}};
    size_t n;
    const size_t *rows = vt_report_rows(r, friches, is_scored, order, 2, &n);
    const double most = (double)friches->n;
    if (!rows || !n) {
        return;
    }
    VT_REPORT_PRINT(r, "<p><strong>Les friches.</strong> %s. Les plus prometteuses\u00A0: ", "<p><strong>Friches.</strong> %s. The most promising: ",
                    vt_report_many(r, (double)n, "%s friche est notée", "%s friches sont notées", "%s friche is scored", "%s friches are scored"));
    for (size_t i = 0; i < n && i < NAMED; i++) {
        const size_t row = rows[i];
        const double low = vt_report_value(friches, row, "rank_p05"), high = vt_report_value(friches, row, "rank_p95");
        VT_REPORT_PRINT(r, "%s%s (%s, indice %s sur 100, fiabilité %s sur 10, rang %s, entre %s et %s)", "%s%s (%s, index %s of 100, reliability %s of 10, rank %s, between %s and %s)",
                        i ? vt_report_say(r, "\u00A0; ", "; ") : "", vt_report_name(r, friches, row, "site_name", "site_id"),
                        vt_report_text(r, vt_word("best_use", vt_report_cell(friches, row, "best_use"), r->french)), vt_report_real(r, vt_report_value(friches, row, "best_index"), 0),
                        vt_report_real(r, vt_report_value(friches, row, "reliability"), 1), vt_report_count(r, vt_report_value(friches, row, "rank")), vt_report_count(r, low),
                        vt_report_count(r, high));
    }
    size_t poor = 0;
    for (size_t row = 0; row < friches->n; row++) {
        poor += vt_report_value(friches, row, "reliability") < 5;
    }
    VT_REPORT_PRINT(r, ".%s</p>\n", ".%s</p>\n",
                    poor ? VT_REPORT_WORDS(r, " %s sur %s ont moins de la moitié du barème renseignée\u00A0: leur rang peut changer.", " Of %s of %s less than half of the scheme is filled: their rank may change.",
                                           vt_report_count(r, (double)poor), vt_report_count(r, most))
                         : "");
}

/* Hectares of a bucket in all zones. */
static double hectares(const vitrine_layer *balance, const char *bucket)
{
    double sum = 0;
    for (size_t row = 0; row < balance->n; row++) {
        const char *scope = vt_report_cell(balance, row, "scope"), *own = vt_report_cell(balance, row, "bucket");
        if (scope && own && strcmp(scope, "total") == 0 && strcmp(own, bucket) == 0) {
            sum += vt_report_value(balance, row, "gross_ha");
        }
    }
    return sum;
}

static void say_legal_vacancy(vt_report *r, const vitrine_layer *zones)
{
    double units = 0, vacant = 0, undetermined = 0;
    for (size_t row = 0; row < zones->n; row++) {
        units += vt_report_value(zones, row, "land_units"); /* NaN without parcels */
        vacant += vt_report_value(zones, row, "land_units_vacant");
        undetermined += vt_report_value(zones, row, "land_units_undetermined");
    }
    const bool told = zones->n && !isnan(vt_report_value(zones, 0, "vacancy_rate"));
    if (!(units > 0)) {
        return;
    }
    if (!told) {
        VT_REPORT_PRINT(r, "<p><strong>Vacance des zones d'activité.</strong> %s unités foncières\u00A0; sans établissements, leur occupation n'est pas connue.</p>\n",
                        "<p><strong>Vacancy of business zones.</strong> %s land units; without establishments their occupancy is not known.</p>\n", vt_report_count(r, units));
        return;
    }
    VT_REPORT_PRINT(r, "<p><strong>Vacance des zones d'activité</strong> (art. L318-8-2)\u00A0: %s des %s unités foncières sont vacantes, soit %s\u00A0; au plus %s si les %s indéterminées l'étaient.</p>\n",
                    "<p><strong>Vacancy of business zones</strong> (art. L318-8-2): %s of %s land units are vacant, %s; at most %s were the %s undetermined ones so.</p>\n", vt_report_count(r, vacant),
                    vt_report_count(r, units), vt_report_percent(r, vacant / units), vt_report_percent(r, (vacant + undetermined) / units), vt_report_count(r, undetermined));
}

static void say_balance(vt_report *r, const vitrine_layer *balance)
{
    static const char *const buckets[] = {"immediate", "committed", "future", "recycling", "densification"};
    if (!balance->n) {
        return;
    }
    VT_REPORT_PRINT(r, "<p><strong>Le foncier des zones</strong>, en hectares bruts\u00A0: %s", "<p><strong>The land of the zones</strong>, in gross hectares: %s", "");
    for (size_t i = 0; i < sizeof buckets / sizeof *buckets; i++) {
        vt_report_add(r, vt_report_printed(r, "%s%s %s", i ? ", " : "", vt_word("bucket", buckets[i], r->french), vt_report_real(r, hectares(balance, buckets[i]), 2)));
    }
    vt_report_add(r, ".</p>\n");
}

/* "ha", "m²" */
static const char *unit_of(const vt_report *r, const vitrine_layer *targets, size_t row)
{
    const char *unit = vt_word("unit", vt_report_cell(targets, row, "unit"), r->french);
    return unit ? unit : "";
}

static void say_target(vt_report *r, const vitrine_layer *targets, size_t row)
{
    const double gap = vt_report_value(targets, row, "gap"), supply = vt_report_value(targets, row, "years_of_supply");
    VT_REPORT_PRINT(r, "<p><strong>%s</strong>, %.0f-%.0f\u00A0: %s %s réalisés sur %s à fin %.0f, %s à venir dont %s déjà engagés.", "<p><strong>%s</strong>, %.0f-%.0f: %s %s of %s achieved by the end of %.0f, %s to come of which %s committed.",
                    vt_report_text(r, vt_report_cell(targets, row, "programme")), vt_report_value(targets, row, "from_year"), vt_report_value(targets, row, "to_year"),
                    vt_report_real(r, vt_report_value(targets, row, "achieved"), 2), unit_of(r, targets, row), vt_report_real(r, vt_report_value(targets, row, "target"), 2),
                    vt_report_value(targets, row, "as_of"), vt_report_real(r, vt_report_value(targets, row, "remaining"), 2), vt_report_real(r, vt_report_value(targets, row, "committed"), 2));
    if (!isnan(gap)) {
        VT_REPORT_PRINT(r, " Au rythme constaté (%s par an, %s nécessaires), %s.", " At the pace so far (%s a year, %s needed), %s.", vt_report_real(r, vt_report_value(targets, row, "pace"), 2),
                        vt_report_real(r, vt_report_value(targets, row, "pace_needed"), 2),
                        gap > 0 ? VT_REPORT_WORDS(r, "il manquerait %s à terme", "%s would be lacking at the end", vt_report_real(r, gap, 2))
                                : VT_REPORT_WORDS(r, "l'objectif serait dépassé de %s", "the target would be exceeded by %s", vt_report_real(r, -gap, 2)));
    }
    if (!isnan(supply)) {
        VT_REPORT_PRINT(r, " L'offre immédiate et future représente %s années à ce rythme.", " Immediate and future offer make %s years at that pace.", vt_report_real(r, supply, 1));
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
