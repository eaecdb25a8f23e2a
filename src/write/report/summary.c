/* summary.c - the diagnosis in sentences that a mayor can read: how much is vacant and how sure that is, then the rest (summary_streets.c,
 * summary_land.c), and what the data cannot say. Each sentence is there only where the data say it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "write/report/report.h"
#include "write/style.h"

enum { NAMED = 3 }; /* centres told in sentences */

/* --- how much ------------------------------------------------------------------------------------------- */

/* `low` and `high`: as far as chance and the unknown may carry the rate. */
static const char *verdict(const vt_report *r, double rate, double low, double high)
{
    return low > VT_REPORT_ALERT    ? vt_report_say(r, "C'est plus que le seuil de 10\u00A0%, au-delà duquel la vacance est jugée très élevée et appelle une action massive\u00A0: nettement, quoi que puissent le hasard et les situations inconnues.",
                                                    "That is over 10%, the level beyond which vacancy is read as very high and asks for massive action: clearly, whatever chance and unknown statuses may do.")
           : rate > VT_REPORT_ALERT ? vt_report_say(r, "C'est plus que le seuil de 10\u00A0% qui appelle une action massive, mais le hasard ou les situations inconnues peuvent l'expliquer\u00A0: le relevé ne suffit pas à l'affirmer.",
                                                    "That is over the level of 10% that asks for massive action, but chance or unknown statuses may explain it: the survey alone cannot assert it.")
           : rate == VT_REPORT_ALERT ? vt_report_say(r, "C'est le seuil même de 10\u00A0% au-delà duquel une action massive est jugée nécessaire.", "That is the very level of 10% beyond which massive action is held to be needed.")
           : high > VT_REPORT_ALERT ? vt_report_say(r, "C'est moins que le seuil de 10\u00A0% qui appelle une action massive, mais le hasard ou les situations inconnues peuvent le cacher\u00A0: à surveiller.",
                                                    "That is below the level of 10% that asks for massive action, but chance or unknown statuses may hide it: to be watched.")
                                    : vt_report_say(r, "C'est nettement moins que le seuil de 10\u00A0% qui appelle une action massive.", "That is clearly below the level of 10% that asks for massive action.");
}

/* The words of the class, as the maps have them. */
static const char *class_words(vt_report *r, double class)
{
    char *all = NULL;
    if (isnan(class) || vt_style_fill_text(r->e, NULL, "{{#classes}}{{label}}\n{{/classes}}", &all)) {
        return "";
    }
    const char *at = all;
    for (double i = 0; i < class && strchr(at, '\n'); i++) {
        at = strchr(at, '\n') + 1;
    }
    const char *words = vt_report_printed(r, "%.*s", (int)strcspn(at, "\n"), at);
    free(all);
    return words;
}

static void judge(vt_report *r, const vitrine_layer *layer, size_t row)
{
    const double rate = vt_report_value(layer, row, "rate");
    if (!vt_report_is_enough(layer, row)) {
        vt_report_add(r, vt_report_say(r, "C'est trop peu de locaux pour en conclure quoi que ce soit.", "These are too few premises to conclude anything."));
        return;
    }
    vt_report_add(r, verdict(r, rate, fmin(vt_report_value(layer, row, "rate_ci_low"), vt_report_value(layer, row, "rate_min")), fmax(vt_report_value(layer, row, "rate_ci_high"), vt_report_value(layer, row, "rate_max"))));
    VT_REPORT_PRINT(r, " Classe\u00A0: %s%s.", " Class: %s%s.", class_words(r, vt_report_value(layer, row, "class")),
                    vt_report_value(layer, row, "class_certain") > 0 ? vt_report_say(r, ", l'intervalle aussi", ", the interval too")
                                                                     : vt_report_say(r, ", mais l'intervalle en couvre plusieurs", ", but the interval covers several"));
}

/* `judged`: with what it means. */
static void say_rate(vt_report *r, const vitrine_layer *layer, size_t row, const char *where, bool judged)
{
    const double rate = vt_report_value(layer, row, "rate"), stock = vt_report_value(layer, row, "stock"), vacant = vt_report_vacant(r, layer, row);
    if (isnan(rate)) {
        VT_REPORT_PRINT(r, "<p>%s\u00A0: aucun local occupé ou vacant n'est relevé, il n'y a pas de taux.</p>\n", "<p>%s: no occupied or vacant premises is surveyed, there is no rate.</p>\n", where);
        return;
    }
    VT_REPORT_PRINT(r, "<p class=\"lead\">%s\u00A0: <strong>%s de vacance</strong>, %s sur %s (intervalle à 95\u00A0%%\u00A0: %s). ",
                    "<p class=\"lead\">%s: <strong>a vacancy of %s</strong>, %s of %s (95%% interval: %s). ", where, vt_report_percent_beside(r, rate, VT_REPORT_ALERT),
                    vt_report_many(r, vacant, "%s local vacant", "%s locaux vacants", "%s vacant premises", "%s vacant premises"), vt_report_many(r, stock, "%s compté", "%s comptés", "%s counted", "%s counted"),
                    vt_report_between(r, vt_report_value(layer, row, "rate_ci_low"), vt_report_value(layer, row, "rate_ci_high")));
    if (judged) {
        judge(r, layer, row);
    }
    vt_report_add(r, "</p>\n");
}

/* Counts that are not 0, in words, parted by commas. */
static const char *listed(vt_report *r, const char *so_far, double n, const char *fr_one, const char *fr_many, const char *en_one, const char *en_many)
{
    return n > 0 ? vt_report_printed(r, "%s%s%s", so_far, *so_far ? ", " : "", vt_report_many(r, n, fr_one, fr_many, en_one, en_many)) : so_far;
}

static void say_unknown(vt_report *r, const vitrine_layer *total)
{
    const double unknown = vt_report_value(total, 0, "unknown"), works = vt_report_value(total, 0, "works");
    const bool counted = strcmp(vitrine_study_get(r->e->study, "vacancy.works"), "vacant") == 0;
    if (unknown > 0) {
        VT_REPORT_PRINT(r, "<p>%s\u00A0: le taux d'ensemble irait de %s s'ils étaient tous occupés à %s s'ils étaient tous vacants.</p>\n", "<p>%s: the rate in total would go from %s, were they all occupied, to %s, were they all vacant.</p>\n",
                        vt_report_many(r, unknown, "%s local a une situation inconnue", "%s locaux ont une situation inconnue", "%s premises has an unknown status", "%s premises have an unknown status"),
                        vt_report_percent(r, vt_report_value(total, 0, "rate_min")), vt_report_percent(r, vt_report_value(total, 0, "rate_max")));
    }
    if (counted && works > 0) {
        vt_report_add(r, vt_report_many(r, works, "<p>%s local en travaux compte comme vacant.</p>\n", "<p>%s locaux en travaux comptent comme vacants.</p>\n", "<p>%s premises under works counts as vacant.</p>\n", "<p>%s premises under works count as vacant.</p>\n"));
    }
    const char *out = listed(r, "", counted ? 0 : works, "%s local en travaux", "%s locaux en travaux", "%s under works", "%s under works");
    out = listed(r, out, vt_report_value(total, 0, "reserve"), "%s réserve ou vitrine morte", "%s réserves ou vitrines mortes", "%s used as storage", "%s used as storage");
    out = listed(r, out, vt_report_value(total, 0, "converted"), "%s local converti", "%s locaux convertis", "%s converted", "%s converted");
    if (*out) {
        VT_REPORT_PRINT(r, "<p>Hors du taux\u00A0: %s.</p>\n", "<p>Out of the rate: %s.</p>\n", out);
    }
}

/* The centres, those of the highest rate among those with premises enough; then the whole survey. */
static void say_rates(vt_report *r, const vitrine_layer *total)
{
    static const vt_report_order order[] = {{"enough", true}, {"rate", true}, {"centre_name", false}};
    const vitrine_layer *centres = vt_export_layer(r->e, "centre_vacancy");
    size_t n = 0;
    const size_t *rows = centres ? vt_report_rows(r, centres, NULL, order, 3, &n) : NULL;
    for (size_t i = 0; rows && i < n && i < NAMED; i++) {
        say_rate(r, centres, rows[i], vt_report_name(r, centres, rows[i], "centre_name", "centre_id"), true);
    }
    if (n > NAMED) {
        VT_REPORT_PRINT(r, "<p>%s dans le tableau.</p>\n", "<p>%s in the table.</p>\n", vt_report_many(r, (double)(n - NAMED), "%s autre centre est", "%s autres centres sont", "%s more centre is", "%s more centres are"));
    }
    say_rate(r, total, 0, vt_report_say(r, "Sur l'ensemble du relevé", "Over the whole survey"), !n);
    say_unknown(r, total);
}

/* --- the chapter ------------------------------------------------------------------------------------------- */

static void add_card(vt_report *r, const char *figure, const char *label)
{
    vt_report_add(r, vt_report_printed(r, "<div><dd>%s</dd><dt>%s</dt></div>\n", figure, label));
}

static bool is_scored(const vitrine_layer *layer, size_t row)
{
    return !isnan(vt_report_value(layer, row, "best_index"));
}

/* The few figures that are asked for first. */
static void add_cards(vt_report *r)
{
    const vitrine_layer *total = vt_export_layer(r->e, "total_vacancy"), *centres = vt_export_layer(r->e, "centre_vacancy"), *streets = vt_export_layer(r->e, "street_vacancy");
    const vitrine_layer *zones = vt_export_layer(r->e, "zone_inventory"), *friches = vt_export_layer(r->e, "friche_potential");
    const bool central = centres && centres->n == 1;
    const vitrine_layer *told = central ? centres : total;
    double units, vacant, undetermined;
    vt_report_add(r, "<dl class=\"cards\">\n");
    if (told && told->n) {
        add_card(r, vt_report_percent_beside(r, vt_report_value(told, 0, "rate"), VT_REPORT_ALERT),
                 VT_REPORT_WORDS(r, "taux de vacance, %s", "vacancy rate, %s", central ? vt_report_name(r, centres, 0, "centre_name", "centre_id") : vt_report_say(r, "ensemble", "in total")));
        add_card(r, vt_report_count(r, vt_report_vacant(r, told, 0)), VT_REPORT_WORDS(r, "vacants, sur %s", "vacant, of %s", vt_report_many(r, vt_report_value(told, 0, "stock"), "%s local compté", "%s locaux comptés", "%s premises counted", "%s premises counted")));
    }
    if (streets && total && total->n) {
        add_card(r, vt_report_count(r, (double)vt_report_count_rows(streets, vt_report_is_over)),
                 VT_REPORT_WORDS(r, "rues nettement au-dessus de 10\u00A0%%, sur %s", "streets clearly over 10%%, of %s", vt_report_count(r, (double)vt_report_count_rows(streets, vt_report_is_enough))));
    }
    if (friches) {
        const size_t n = vt_report_count_rows(friches, is_scored);
        add_card(r, vt_report_count(r, (double)n), n < 2 ? vt_report_say(r, "friche notée", n == 1 ? "friche scored" : "friches scored") : vt_report_say(r, "friches notées", "friches scored"));
    }
    if (zones && vt_report_legal_vacancy(zones, &units, &vacant, &undetermined)) {
        add_card(r, vt_report_percent(r, vacant / units), vt_report_say(r, "vacance des zones d'activité (art. L318-8-2)", "vacancy of business zones (art. L318-8-2)"));
    }
    vt_report_add(r, "</dl>\n");
}

static void say_limits(vt_report *r)
{
    size_t rejected = 0, notices = 0;
    for (size_t i = 0; i < r->e->model->ledger.accounts.n; i++) {
        const vt_account *a = &r->e->model->ledger.accounts.at[i];
        rejected += a->rejected;
        for (int code = VT_FIRST_NOTICE; code < VT_CODES; code++) {
            notices += vt_export_count(r->e, a, (vt_code)code);
        }
    }
    const char *all = listed(r, "", (double)rejected, "%s objet des couches est rejeté", "%s objets des couches sont rejetés", "%s feature of the layers is rejected", "%s features of the layers are rejected");
    all = listed(r, all, (double)notices, "%s signalement accompagne des objets utilisés", "%s signalements accompagnent des objets utilisés", "%s notice goes with features in use", "%s notices go with features in use");
    if (*all) {
        VT_REPORT_PRINT(r, "<p><strong>Les limites.</strong> %s\u00A0: les motifs sont sous <a href=\"#limites\">Ce que les données ne disent pas</a>.</p>\n",
                        "<p><strong>Limits.</strong> %s: the reasons stand under <a href=\"#limites\">What the data cannot say</a>.</p>\n", all);
    }
}

void vt_report_summary(vt_report *r)
{
    const vitrine_layer *total = vt_export_layer(r->e, "total_vacancy");
    vt_report_section(r, "essentiel", "L'essentiel", "In short");
    add_cards(r);
    if (total && total->n) {
        say_rates(r, total);
        vt_report_summary_streets(r, total);
    }
    vt_report_summary_land(r);
    say_limits(r);
    if (total && total->n) {
        vt_report_add(r, vt_report_say(r, "<p class=\"note\">«\u00A0Nettement\u00A0»\u00A0: l'intervalle à 95\u00A0% tout entier, et même si les situations inconnues étaient toutes occupées.</p>\n",
                                       "<p class=\"note\">“Clearly”: the whole 95% interval, and even if all unknown premises were occupied.</p>\n"));
    }
    vt_report_end(r);
}
