/* summary.c - the diagnosis in sentences that a mayor can read: how much is vacant and how sure that is, where, for how long, in a row, in
 * clusters; then friches and land (summary_land.c). Each sentence is there only where the data say it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "write/report/report.h"
#include "write/style.h"

/* Over 10 % a town centre's vacancy is read as very high, one that asks for massive action: the highest class of Procos/Codata and the bound of
 * IGF and CGEDD (La revitalisation commerciale des centres-villes, 2016). */
static const double alert = 0.10;

enum { NAMED = 3 }; /* streets named in a sentence */

static double vacant_of(const vitrine_layer *layer, size_t row)
{
    return vt_report_value(layer, row, "stock") - vt_report_value(layer, row, "occupied");
}

/* --- how much ------------------------------------------------------------------------------------------- */

static const char *verdict(const vt_report *r, double rate, double low, double high)
{
    return low > alert    ? vt_report_say(r, "C'est plus que le seuil de 10\u00A0%, au-delà duquel la vacance est jugée très élevée et appelle une action massive\u00A0; l'intervalle entier est au-dessus.",
                                          "That is over 10%, the level beyond which vacancy is read as very high and asks for massive action; so is the whole interval.")
           : rate > alert ? vt_report_say(r, "C'est plus que le seuil de 10\u00A0% qui appelle une action massive, mais l'intervalle descend au-dessous\u00A0: le relevé ne suffit pas à l'affirmer.",
                                          "That is over the level of 10% that asks for massive action, but the interval reaches below it: the survey alone cannot assert it.")
           : high > alert ? vt_report_say(r, "C'est moins que le seuil de 10\u00A0% qui appelle une action massive, mais l'intervalle monte au-dessus\u00A0: à surveiller.",
                                          "That is below the level of 10% that asks for massive action, but the interval reaches above it: to be watched.")
                          : vt_report_say(r, "C'est moins que le seuil de 10\u00A0% qui appelle une action massive, intervalle compris.",
                                          "That is below the level of 10% that asks for massive action, and so is the whole interval.");
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

/* `judged`: with what it means. */
static void say_rate(vt_report *r, const vitrine_layer *layer, size_t row, const char *where, bool judged)
{
    const double rate = vt_report_value(layer, row, "rate"), low = vt_report_value(layer, row, "rate_ci_low"), high = vt_report_value(layer, row, "rate_ci_high");
    if (isnan(rate)) {
        VT_REPORT_PRINT(r, "<p>%s\u00A0: aucun local occupé ou vacant n'est relevé, il n'y a pas de taux.</p>\n", "<p>%s: no occupied or vacant premises is surveyed, there is no rate.</p>\n", where);
        return;
    }
    VT_REPORT_PRINT(r, "<p class=\"lead\">%s\u00A0: <strong>%s des %s locaux comptés sont vacants</strong> (%s locaux\u00A0; intervalle à 95\u00A0%%\u00A0: %s). ",
                    "<p class=\"lead\">%s: <strong>%s of the %s premises counted are vacant</strong> (%s premises; 95%% interval: %s). ", where,
                    vt_report_percent(r, rate), vt_report_count(r, vt_report_value(layer, row, "stock")), vt_report_count(r, vacant_of(layer, row)), vt_report_between(r, low, high));
    if (!judged) {
        vt_report_add(r, "</p>\n");
        return;
    }
    vt_report_add(r, verdict(r, rate, low, high));
    VT_REPORT_PRINT(r, " Classe\u00A0: %s%s.</p>\n", " Class: %s%s.</p>\n", class_words(r, vt_report_value(layer, row, "class")),
                    vt_report_value(layer, row, "class_certain") > 0 ? vt_report_say(r, ", à coup sûr", ", for sure")
                                                                     : vt_report_say(r, ", mais l'intervalle en couvre plusieurs", ", but the interval covers several"));
}

static void say_unknown(vt_report *r, const vitrine_layer *total)
{
    const double unknown = vt_report_value(total, 0, "unknown");
    if (unknown > 0) {
        VT_REPORT_PRINT(r, "<p>La situation de %s locaux n'est pas connue\u00A0: selon qu'ils sont tous occupés ou tous vacants, le taux d'ensemble serait de %s.</p>\n",
                        "<p>The status of %s premises is not known: were they all occupied or all vacant, the rate in total would be %s.</p>\n", vt_report_count(r, unknown),
                        vt_report_between(r, vt_report_value(total, 0, "rate_min"), vt_report_value(total, 0, "rate_max")));
    }
    const double works = vt_report_value(total, 0, "works"), reserve = vt_report_value(total, 0, "reserve"), converted = vt_report_value(total, 0, "converted");
    if (works + reserve + converted > 0) {
        const bool counted = strcmp(vitrine_study_get(r->e->study, "vacancy.works"), "vacant") == 0;
        VT_REPORT_PRINT(r, "<p>Hors du taux\u00A0: %s%s réserves ou vitrines mortes, %s locaux convertis%s.</p>\n",
                        "<p>Out of the rate: %s%s used as storage, %s converted%s.</p>\n",
                        counted ? "" : VT_REPORT_WORDS(r, "%s locaux en travaux, ", "%s under works, ", vt_report_count(r, works)), vt_report_count(r, reserve),
                        vt_report_count(r, converted),
                        counted ? VT_REPORT_WORDS(r, "\u00A0; les %s en travaux comptent comme vacants", "; the %s under works count as vacant", vt_report_count(r, works)) : "");
    }
}

/* --- where ------------------------------------------------------------------------------------------------ */

static bool is_ranked(const vitrine_layer *layer, size_t row)
{
    return vt_report_value(layer, row, "enough") > 0 && vacant_of(layer, row) > 0;
}

static bool is_over(const vitrine_layer *layer, size_t row)
{
    return vt_report_value(layer, row, "enough") > 0 && vt_report_value(layer, row, "rate_ci_low") > alert;
}

static bool is_enough(const vitrine_layer *layer, size_t row)
{
    return vt_report_value(layer, row, "enough") > 0;
}

static bool is_small(const vitrine_layer *layer, size_t row)
{
    return vt_report_value(layer, row, "stock") > 0 && !is_enough(layer, row);
}

static size_t count_rows(const vitrine_layer *layer, bool (*keep)(const vitrine_layer *, size_t))
{
    size_t n = 0;
    for (size_t row = 0; row < layer->n; row++) {
        n += keep(layer, row);
    }
    return n;
}

static void say_streets(vt_report *r, const vitrine_layer *streets)
{
    static const vt_report_order order[] = {{"rate", true}, {"vacant", true}, {"street_name", false}};
    size_t n;
    const size_t *rows = vt_report_rows(r, streets, is_ranked, order, 3, &n), enough = count_rows(streets, is_enough), over = count_rows(streets, is_over);
    if (!rows || !n) {
        return;
    }
    VT_REPORT_PRINT(r, "<p><strong>Où\u00A0?</strong> Sur %s rues dont l'effectif suffit (%s locaux au moins), %s dépassent 10\u00A0%% à coup sûr. Les plus touchées\u00A0: ",
                    "<p><strong>Where?</strong> Of %s streets with enough premises (at least %s), %s are over 10%% for sure. The most affected: ",
                    vt_report_count(r, (double)enough), vt_report_count(r, (double)vt_study_integer(r->e->study, "vacancy.min_premises")), vt_report_count(r, (double)over));
    for (size_t i = 0; i < n && i < NAMED; i++) {
        VT_REPORT_PRINT(r, "%s%s (%s, %s sur %s)", "%s%s (%s, %s of %s)", i ? ", " : "", vt_report_name(r, streets, rows[i], "street_name", "street_id"),
                        vt_report_percent(r, vt_report_value(streets, rows[i], "rate")), vt_report_count(r, vacant_of(streets, rows[i])),
                        vt_report_count(r, vt_report_value(streets, rows[i], "stock")));
    }
    const size_t small = count_rows(streets, is_small);
    VT_REPORT_PRINT(r, ". %s rues ont trop peu de locaux pour qu'un taux ait un sens\u00A0: elles ne sont pas classées.</p>\n",
                    ". %s streets have too few premises for a rate to mean anything: they are not ranked.</p>\n", vt_report_count(r, (double)small));
}

/* --- for how long, in a row, in clusters ------------------------------------------------------------------- */

static void say_terms(vt_report *r, const vitrine_layer *total)
{
    const double frictional = vt_report_value(total, 0, "frictional"), lasting = vt_report_value(total, 0, "structural") + vt_report_value(total, 0, "persistent");
    const double known = frictional + vt_report_value(total, 0, "long_term") + lasting, unknown = vt_report_value(total, 0, "term_unknown");
    if (known > 0) {
        double bounds[3] = {0};
        vt_study_numbers(r->e->study, "vacancy.terms", bounds, 3);
        VT_REPORT_PRINT(r, "<p><strong>Depuis quand\u00A0?</strong> Des %s locaux vacants, %s le sont depuis au moins %s, %s depuis moins de %s\u00A0; la durée de %s n'est pas connue.</p>\n",
                        "<p><strong>For how long?</strong> Of %s vacant premises, %s have been so for at least %s, %s for less than %s; the term of %s is not known.</p>\n",
                        vt_report_count(r, known + unknown), vt_report_count(r, lasting), vt_report_days(r, bounds[1]), vt_report_count(r, frictional), vt_report_days(r, bounds[0]),
                        vt_report_count(r, unknown));
    }
}

static bool has_run(const vitrine_layer *layer, size_t row)
{
    return vt_report_value(layer, row, "run_max") >= 2;
}

static bool has_gap(const vitrine_layer *layer, size_t row)
{
    return vt_report_value(layer, row, "gaps") > 0;
}

static void say_stretches(vt_report *r, const vitrine_layer *streets)
{
    static const vt_report_order by_run[] = {{"run_max", true}, {"run_max_m", true}, {"street_name", false}}, by_gap[] = {{"gap_max_m", true}, {"street_name", false}};
    size_t n, gaps;
    const size_t *runs = vt_report_rows(r, streets, has_run, by_run, 3, &n), *longest = vt_report_rows(r, streets, has_gap, by_gap, 2, &gaps);
    if (!runs || !longest || n + gaps == 0) {
        return;
    }
    VT_REPORT_PRINT(r, "<p><strong>Les linéaires morts.</strong> ", "<p><strong>Dead stretches.</strong> %s", "");
    for (size_t i = 0; i < n && i < NAMED; i++) {
        const double metres = vt_report_value(streets, runs[i], "run_max_m");
        VT_REPORT_PRINT(r, "%s%s\u00A0: %s vitrines vacantes de suite d'un même côté%s%s", "%s%s: %s vacant shopfronts in a row on one side%s%s", i ? vt_report_say(r, "\u00A0; ", "; ") : "",
                        vt_report_name(r, streets, runs[i], "street_name", "street_id"), vt_report_count(r, vt_report_value(streets, runs[i], "run_max")),
                        isnan(metres) ? "" : VT_REPORT_WORDS(r, " (%s m)", " (%s m)", vt_report_count(r, metres)),
                        vt_report_value(streets, runs[i], "run_order_unsure") > 0 ? vt_report_say(r, ", ordre incertain", ", order unsure") : "");
    }
    vt_report_add(r, n ? ". " : "");
    if (gaps) {
        VT_REPORT_PRINT(r, "%s rues ont au moins une rupture de %s m sans commerce ouvert\u00A0; la plus longue, %s, en compte %s.", "%s streets have at least one gap of %s m without an open shop; the longest, %s, has %s.",
                        vt_report_count(r, (double)gaps), vt_report_count(r, vt_study_number(r->e->study, "vacancy.gap_m")),
                        vt_report_name(r, streets, longest[0], "street_name", "street_id"), VT_REPORT_WORDS(r, "%s m", "%s m", vt_report_count(r, vt_report_value(streets, longest[0], "gap_max_m"))));
    }
    vt_report_add(r, "</p>\n");
}

static bool is_hot(const vitrine_layer *layer, size_t row)
{
    const char *class = vt_report_cell(layer, row, "gi_class");
    return class && strcmp(class, "hot") == 0;
}

typedef struct {
    size_t row, n; /* a premises of the street; how many are hot */
} hot_street;

static int by_number(const void *a, const void *b)
{
    const hot_street *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n ? 1 : -1) : (x->row > y->row) - (x->row < y->row);
}

/* The streets with most hot premises; returns how many streets have any. */
static size_t hot_streets(vt_report *r, const vitrine_layer *premises, const size_t *rows, size_t n, hot_street **streets)
{
    size_t found = 0;
    *streets = vt_arena_array(&r->arena, n + 1, sizeof **streets);
    for (size_t i = 0; *streets && i < n; i++) {
        const char *own = vt_report_cell(premises, rows[i], "street_id"), *last = found ? vt_report_cell(premises, (*streets)[found - 1].row, "street_id") : NULL;
        if (own && last && strcmp(own, last) == 0) {
            (*streets)[found - 1].n++;
        } else if (own) {
            (*streets)[found++] = (hot_street){rows[i], 1};
        }
    }
    if (*streets && found) {
        qsort(*streets, found, sizeof **streets, by_number);
    }
    return found;
}

static void say_clusters(vt_report *r, const vitrine_layer *premises, const vitrine_layer *total)
{
    static const vt_report_order by_street[] = {{"street_id", false}};
    size_t n;
    hot_street *streets;
    const size_t *rows = vt_report_rows(r, premises, is_hot, by_street, 1, &n), found = rows ? hot_streets(r, premises, rows, n, &streets) : 0;
    const double p = vt_report_value(total, 0, "moran_p"), i_moran = vt_report_value(total, 0, "moran_i");
    if (isnan(p)) {
        return;
    }
    VT_REPORT_PRINT(r, "<p><strong>En grappes\u00A0?</strong> %s (I de Moran %s, p %s). ", "<p><strong>In clusters?</strong> %s (Moran's I %s, p %s). ",
                    p > 0.05      ? vt_report_say(r, "D'ensemble, les locaux vacants ne se regroupent pas plus que le hasard ne le ferait", "On the whole vacant premises do not cluster more than chance would make them")
                    : i_moran > 0 ? vt_report_say(r, "D'ensemble, les locaux vacants se regroupent plus que le hasard ne le ferait", "On the whole vacant premises cluster more than chance would make them")
                                  : vt_report_say(r, "D'ensemble, les locaux vacants s'évitent plus que le hasard ne le ferait", "On the whole vacant premises keep apart more than chance would make them"),
                    vt_report_real(r, i_moran, 2), p < 0.001 ? vt_report_say(r, "&lt; 0,001", "&lt; 0.001") : vt_report_printed(r, "= %s", vt_report_real(r, p, 3)));
    if (!found) {
        vt_report_add(r, vt_report_say(r, "Aucun point chaud ne se distingue du hasard.</p>\n", "No hot spot can be told from chance.</p>\n"));
        return;
    }
    VT_REPORT_PRINT(r, "%s locaux sont dans un point chaud, surtout ", "%s premises lie in a hot spot, above all ", vt_report_count(r, (double)n));
    for (size_t i = 0; i < found && i < NAMED; i++) {
        VT_REPORT_PRINT(r, "%s%s (%s)", "%s%s (%s)", i ? ", " : "", vt_report_name(r, premises, streets[i].row, "street_name", "street_id"), vt_report_count(r, (double)streets[i].n));
    }
    vt_report_add(r, ".</p>\n");
}

/* --- the chapter ------------------------------------------------------------------------------------------- */

static void add_card(vt_report *r, const char *figure, const char *label)
{
    vt_report_add(r, vt_report_printed(r, "<div><dd>%s</dd><dt>%s</dt></div>\n", figure, label));
}

/* The few figures that are asked for first. */
static void add_cards(vt_report *r)
{
    const vitrine_layer *total = vt_export_layer(r->e, "total_vacancy"), *centres = vt_export_layer(r->e, "centre_vacancy"), *streets = vt_export_layer(r->e, "street_vacancy");
    const vitrine_layer *zones = vt_export_layer(r->e, "zone_inventory"), *friches = vt_export_layer(r->e, "friche_potential");
    const bool central = centres && centres->n == 1;
    const vitrine_layer *told = central ? centres : total;
    vt_report_add(r, "<dl class=\"cards\">\n");
    if (told && told->n) {
        add_card(r, vt_report_percent(r, vt_report_value(told, 0, "rate")), VT_REPORT_WORDS(r, "taux de vacance, %s", "vacancy rate, %s", central ? vt_report_name(r, centres, 0, "centre_name", "centre_id") : vt_report_say(r, "ensemble", "in total")));
        add_card(r, vt_report_count(r, vacant_of(told, 0)), VT_REPORT_WORDS(r, "vacants sur %s locaux comptés", "vacant of %s premises counted", vt_report_count(r, vt_report_value(told, 0, "stock"))));
    }
    if (streets) {
        add_card(r, vt_report_count(r, (double)count_rows(streets, is_over)), VT_REPORT_WORDS(r, "rues au-dessus de 10\u00A0%% à coup sûr, sur %s", "streets over 10%% for sure, of %s", vt_report_count(r, (double)count_rows(streets, is_enough))));
    }
    if (friches) {
        add_card(r, vt_report_count(r, (double)friches->n), vt_report_say(r, "friches notées", "friches scored"));
    }
    if (zones) {
        add_card(r, vt_report_percent(r, vt_report_share(zones, "land_units_vacant", "land_units")), vt_report_say(r, "vacance des zones d'activité (art. L318-8-2)", "vacancy of business zones (art. L318-8-2)"));
    }
    vt_report_add(r, "</dl>\n");
}

static void say_vacancy(vt_report *r, const vitrine_layer *total)
{
    const vitrine_layer *centres = vt_export_layer(r->e, "centre_vacancy"), *streets = vt_export_layer(r->e, "street_vacancy"), *premises = vt_export_layer(r->e, "premises");
    for (size_t row = 0; centres && row < centres->n && row < NAMED; row++) {
        say_rate(r, centres, row, vt_report_name(r, centres, row, "centre_name", "centre_id"), true);
    }
    say_rate(r, total, 0, vt_report_say(r, "Sur l'ensemble du relevé", "Over the whole survey"), !centres || !centres->n);
    say_unknown(r, total);
    if (streets) {
        say_streets(r, streets);
    }
    say_terms(r, total);
    if (streets) {
        say_stretches(r, streets);
    }
    if (premises) {
        say_clusters(r, premises, total);
    }
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
    if (rejected + notices) {
        VT_REPORT_PRINT(r, "<p><strong>Les limites.</strong> %s, %s : voir les motifs plus bas.</p>\n", "<p><strong>Limits.</strong> %s, %s: see the reasons below.</p>\n",
                        vt_report_many(r, (double)rejected, "%s objet des couches est rejeté", "%s objets des couches sont rejetés", "%s feature of the layers is rejected", "%s features of the layers are rejected"),
                        vt_report_many(r, (double)notices, "%s signalement accompagne des objets utilisés", "%s signalements accompagnent des objets utilisés", "%s notice goes with features in use", "%s notices go with features in use"));
    }
}

void vt_report_summary(vt_report *r)
{
    const vitrine_layer *total = vt_export_layer(r->e, "total_vacancy");
    vt_report_section(r, "essentiel", "L'essentiel", "In short");
    add_cards(r);
    if (total && total->n) {
        say_vacancy(r, total);
    }
    vt_report_summary_land(r);
    say_limits(r);
    VT_REPORT_PRINT(r, "<p class=\"note\">%s</p>\n", "<p class=\"note\">%s</p>\n",
                    vt_report_say(r, "Chaque chiffre a son intervalle ou ses bornes\u00A0; ce qui n'est pas connu est dit sous <a href=\"#limites\">Ce que les données ne disent pas</a>.",
                                  "Every figure has its interval or bounds; what is not known is told under <a href=\"#limites\">What the data cannot say</a>."));
    vt_report_end(r);
}
