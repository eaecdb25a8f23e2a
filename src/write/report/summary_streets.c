/* summary_streets.c - where shops are vacant, for how long, in which stretches and clusters, in sentences; see summary.c. Where the data do
 * not tell, that is said. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "write/report/report.h"

enum { NAMED = 3 }; /* streets named in a sentence */

/* --- where ------------------------------------------------------------------------------------------------ */

static bool is_small(const vitrine_layer *layer, size_t row)
{
    return vt_report_has_stock(layer, row) && !vt_report_is_enough(layer, row);
}

static void name_worst(vt_report *r, const vitrine_layer *streets, const size_t *rows, size_t n)
{
    vt_report_add(r, vt_report_say(r, "Les plus touchées\u00A0: ", "The most affected: "));
    for (size_t i = 0; i < n && i < NAMED; i++) {
        VT_REPORT_PRINT(r, "%s%s (%s, %s sur %s)", "%s%s (%s, %s of %s)", i ? ", " : "", vt_report_name(r, streets, rows[i], "street_name", "street_id"),
                        vt_report_percent(r, vt_report_value(streets, rows[i], "rate")), vt_report_count(r, vt_report_vacant(r, streets, rows[i])),
                        vt_report_count(r, vt_report_value(streets, rows[i], "stock")));
    }
    vt_report_add(r, ". ");
}

static void say_where(vt_report *r, const vitrine_layer *streets)
{
    static const vt_report_order order[] = {{"rate", true}, {"vacant", true}, {"street_name", false}};
    size_t n;
    const size_t *rows = vt_report_rows(r, streets, vt_report_is_ranked, order, 3, &n);
    const size_t enough = vt_report_count_rows(streets, vt_report_is_enough), over = vt_report_count_rows(streets, vt_report_is_over), small = vt_report_count_rows(streets, is_small);
    const char *least = vt_report_count(r, (double)vt_study_integer(r->e->study, "vacancy.min_premises"));
    vt_report_add(r, vt_report_say(r, "<p><strong>Où\u00A0?</strong> ", "<p><strong>Where?</strong> "));
    if (!enough) {
        VT_REPORT_PRINT(r, "Aucune rue n'a l'effectif (%s locaux comptés) qui donne un sens à un taux. ", "No street has the number of premises (%s) that gives a rate a meaning. ", least);
    } else {
        VT_REPORT_PRINT(r, "%s (%s locaux comptés au moins), et %s. ", "%s (at least %s counted), and %s. ",
                        vt_report_many(r, (double)enough, "%s rue a un effectif suffisant", "%s rues ont un effectif suffisant", "%s street has premises enough", "%s streets have premises enough"), least,
                        over ? vt_report_many(r, (double)over, "%s dépasse nettement 10\u00A0%%", "%s dépassent nettement 10\u00A0%%", "%s is clearly over 10%%", "%s are clearly over 10%%")
                             : vt_report_say(r, "aucune ne dépasse nettement 10\u00A0%", "none is clearly over 10%"));
    }
    if (rows && n) {
        name_worst(r, streets, rows, n);
    }
    if (small) {
        vt_report_add(r, vt_report_many(r, (double)small, "%s rue a trop peu de locaux pour qu'un taux ait un sens\u00A0: elle n'est pas classée.", "%s rues ont trop peu de locaux pour qu'un taux ait un sens\u00A0: elles ne sont pas classées.",
                                        "%s street has too few premises for a rate to mean anything: it is not ranked.", "%s streets have too few premises for a rate to mean anything: they are not ranked."));
    }
    vt_report_add(r, "</p>\n");
}

/* --- for how long ------------------------------------------------------------------------------------------- */

static void say_terms(vt_report *r, const vitrine_layer *total)
{
    const double frictional = vt_report_value(total, 0, "frictional"), longer = vt_report_value(total, 0, "long_term"), unknown = vt_report_value(total, 0, "term_unknown");
    const double lasting = vt_report_value(total, 0, "structural") + vt_report_value(total, 0, "persistent"), known = frictional + longer + lasting;
    double bounds[3] = {0};
    vt_study_numbers(r->e->study, "vacancy.terms", bounds, 3);
    if (!(known + unknown > 0)) {
        return;
    }
    vt_report_add(r, vt_report_say(r, "<p><strong>Depuis quand\u00A0?</strong> ", "<p><strong>For how long?</strong> "));
    if (!(known > 0)) {
        vt_report_add(r, vt_report_say(r, "Les données ne disent d'aucun local depuis quand il est vacant.</p>\n", "The data tell of no premises since when it is vacant.</p>\n"));
        return;
    }
    VT_REPORT_PRINT(r, "%s\u00A0: %s depuis %s et plus, %s depuis %s à %s, %s depuis moins\u00A0; ", "%s: %s for %s and more, %s for %s to %s, %s for less; ",
                    vt_report_many(r, known + unknown, "%s local vacant", "%s locaux vacants", "%s vacant premises", "%s vacant premises"), vt_report_count(r, lasting), vt_report_days(r, bounds[1]),
                    vt_report_count(r, longer), vt_report_days(r, bounds[0]), vt_report_days(r, bounds[1]), vt_report_count(r, frictional));
    VT_REPORT_PRINT(r, "de %s la durée n'est pas connue.</p>\n", "of %s the term is not known.</p>\n", unknown > 0 ? vt_report_count(r, unknown) : vt_report_say(r, "aucun", "none"));
}

/* --- dead stretches ------------------------------------------------------------------------------------------- */

static bool has_run(const vitrine_layer *layer, size_t row)
{
    return vt_report_value(layer, row, "run_max") >= 2;
}

/* Of streets with a number of shops: on others a gap is the rule. */
static bool has_gap(const vitrine_layer *layer, size_t row)
{
    return vt_report_is_enough(layer, row) && vt_report_value(layer, row, "gaps") > 0;
}

static void say_stretches(vt_report *r, const vitrine_layer *streets)
{
    static const vt_report_order by_run[] = {{"run_max", true}, {"run_max_m", true}, {"street_name", false}}, by_gap[] = {{"gap_max_m", true}, {"street_name", false}};
    size_t n, gaps;
    const size_t *runs = vt_report_rows(r, streets, has_run, by_run, 3, &n), *longest = vt_report_rows(r, streets, has_gap, by_gap, 2, &gaps);
    if (!runs || !longest || n + gaps == 0) {
        return;
    }
    vt_report_add(r, vt_report_say(r, "<p><strong>Les linéaires morts.</strong> ", "<p><strong>Dead stretches.</strong> "));
    for (size_t i = 0; i < n && i < NAMED; i++) {
        const double metres = vt_report_value(streets, runs[i], "run_max_m");
        VT_REPORT_PRINT(r, "%s%s\u00A0: %s vitrines vacantes de suite d'un même côté%s%s", "%s%s: %s vacant shopfronts in a row on one side%s%s", i ? vt_report_say(r, "\u00A0; ", "; ") : "",
                        vt_report_name(r, streets, runs[i], "street_name", "street_id"), vt_report_count(r, vt_report_value(streets, runs[i], "run_max")),
                        isnan(metres) ? "" : vt_report_printed(r, " (%s m)", vt_report_count(r, metres)),
                        vt_report_value(streets, runs[i], "run_order_unsure") > 0 ? vt_report_say(r, ", ordre incertain", ", order unsure") : "");
    }
    vt_report_add(r, n ? ". " : "");
    if (gaps) {
        VT_REPORT_PRINT(r, "%s d'au moins %s m sans commerce ouvert\u00A0; la plus longue, de %s m, est %s.", "%s of at least %s m without an open shop; the longest, of %s m, is %s.",
                        vt_report_many(r, (double)gaps, "%s rue à l'effectif suffisant a une rupture", "%s rues à l'effectif suffisant ont une rupture", "%s street with premises enough has a gap", "%s streets with premises enough have a gap"),
                        vt_report_count(r, vt_study_number(r->e->study, "vacancy.gap_m")), vt_report_count(r, vt_report_value(streets, longest[0], "gap_max_m")),
                        vt_report_name(r, streets, longest[0], "street_name", "street_id"));
    }
    vt_report_add(r, "</p>\n");
}

/* --- clusters ------------------------------------------------------------------------------------------------- */

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

static void say_hot(vt_report *r, const vitrine_layer *premises)
{
    static const vt_report_order by_street[] = {{"street_id", false}};
    size_t n, vacant = 0;
    hot_street *streets = NULL;
    const size_t *rows = vt_report_rows(r, premises, is_hot, by_street, 1, &n), found = rows ? hot_streets(r, premises, rows, n, &streets) : 0;
    if (!rows || !n) {
        vt_report_add(r, vt_report_say(r, "Aucun point chaud ne se distingue du hasard.", "No hot spot can be told from chance."));
        return;
    }
    for (size_t i = 0; i < n; i++) {
        const char *status = vt_report_cell(premises, rows[i], "status");
        vacant += status && strcmp(status, "vacant") == 0;
    }
    VT_REPORT_PRINT(r, "%s, dont %s", "%s, of which %s", vt_report_many(r, (double)n, "%s local est dans un point chaud", "%s locaux sont dans des points chauds", "%s premises lies in a hot spot", "%s premises lie in hot spots"),
                    vt_report_many(r, (double)vacant, "%s vacant", "%s vacants", "%s vacant", "%s vacant"));
    for (size_t i = 0; i < found && i < NAMED; i++) {
        vt_report_add(r, vt_report_printed(r, "%s%s (%s)", i ? ", " : vt_report_say(r, "\u00A0: surtout ", ": above all "), vt_report_name(r, premises, streets[i].row, "street_name", "street_id"), vt_report_count(r, (double)streets[i].n)));
    }
    vt_report_add(r, ".");
}

static void say_clusters(vt_report *r, const vitrine_layer *premises, const vitrine_layer *total)
{
    const double p = vt_report_value(total, 0, "moran_p"), moran = vt_report_value(total, 0, "moran_i");
    vt_report_add(r, vt_report_say(r, "<p><strong>En grappes\u00A0?</strong> ", "<p><strong>In clusters?</strong> "));
    vt_report_add(r, isnan(p)    ? vt_report_say(r, "Les données ne permettent pas de le dire pour l'ensemble. ", "The data do not tell for the whole. ")
                     : p > 0.05  ? vt_report_say(r, "D'ensemble, les locaux vacants ne se regroupent pas plus que le hasard ne le ferait. ", "On the whole vacant premises do not cluster more than chance would make them. ")
                     : moran > 0 ? vt_report_say(r, "D'ensemble, les locaux vacants se regroupent plus que le hasard ne le ferait. ", "On the whole vacant premises cluster more than chance would make them. ")
                                 : vt_report_say(r, "D'ensemble, les locaux vacants s'évitent plus que le hasard ne le ferait. ", "On the whole vacant premises keep apart more than chance would make them. "));
    say_hot(r, premises);
    vt_report_add(r, "</p>\n");
}

void vt_report_summary_streets(vt_report *r, const vitrine_layer *total)
{
    const vitrine_layer *streets = vt_export_layer(r->e, "street_vacancy"), *premises = vt_export_layer(r->e, "premises");
    if (streets) {
        say_where(r, streets);
    }
    say_terms(r, total);
    if (streets) {
        say_stretches(r, streets);
    }
    if (premises && vt_report_has_stock(total, 0)) {
        say_clusters(r, premises, total);
    }
}
