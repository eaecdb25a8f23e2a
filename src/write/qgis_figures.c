/* qgis_figures.c - the figure that a print layout says in words beside its map: one large, a line or two about it. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "write/qgis_plan.h"
#include "write/qgis_project.h"

static const char *say(const vt_export *e, const char *french, const char *english)
{
    return e->french ? french : english;
}

/* To be read, one decimal at most. */
static void number(const vt_export *e, vt_buffer *xml, double value)
{
    char text[VT_NUMBER_ROOM];
    vt_number_format_fixed(text, value, 1);
    char *point = strchr(text, '.');
    if (point && e->french) {
        *point = ',';
    }
    vt_buffer_add(xml, text);
}

static void percent(const vt_export *e, vt_buffer *xml, double share)
{
    number(e, xml, 100 * share);
    vt_buffer_add(xml, say(e, "\u00A0%", "%"));
}

static double real(const vitrine_layer *layer, size_t row, const char *column)
{
    return vitrine_layer_get_real(layer, row, vitrine_layer_column(layer, column));
}

/* Sum of what is known. */
static double sum(const vitrine_layer *layer, const char *column)
{
    vt_sum all = {0, 0};
    for (size_t row = 0; row < layer->n; row++) {
        const double value = real(layer, row, column);
        if (!isnan(value)) {
            vt_sum_add(&all, value);
        }
    }
    return vt_sum_value(&all);
}

void vt_qgis_figure_vacancy(const vt_export *e, vt_qgis_figure *f)
{
    const vitrine_layer *total = vt_qgis_find(e, "total_vacancy").layer;
    if (!total || !total->n || isnan(real(total, 0, "rate"))) {
        return;
    }
    percent(e, &f->large, real(total, 0, "rate"));
    number(e, &f->words, real(total, 0, "stock") - real(total, 0, "occupied"));
    vt_buffer_add(&f->words, say(e, " locaux vacants sur ", " premises vacant of "));
    number(e, &f->words, real(total, 0, "stock"));
    vt_buffer_add(&f->words, say(e, " comptés.&#xa;Intervalle à 95\u00A0%\u00A0: ", " counted.&#xa;95% interval: "));
    percent(e, &f->words, real(total, 0, "rate_ci_low"));
    vt_buffer_add(&f->words, say(e, " à ", " to "));
    percent(e, &f->words, real(total, 0, "rate_ci_high"));
}

/* Of the centre on the page: QGIS fills it in. */
void vt_qgis_figure_centre(const vt_export *e, vt_qgis_figure *f)
{
    vt_buffer_xml(&f->large, say(e, "[% if(@atlas_featureid IS NULL, '', format_number(100 * \"rate\", 1, 'fr') || ' %') %]",
                                 "[% if(@atlas_featureid IS NULL, '', format_number(100 * \"rate\", 1, 'en') || '%') %]"));
    vt_buffer_xml(&f->words,
                  say(e,
                      "[% if(@atlas_featureid IS NULL, '', concat(\"stock\" - \"occupied\", ' locaux vacants sur ', \"stock\", ' comptés.\\n', "
                      "'Intervalle à 95 % : ' || format_number(100 * \"rate_ci_low\", 1, 'fr') || ' % à ' || format_number(100 * \"rate_ci_high\", 1, 'fr') || ' %')) %]",
                      "[% if(@atlas_featureid IS NULL, '', concat(\"stock\" - \"occupied\", ' premises vacant of ', \"stock\", ' counted.\\n', "
                      "'95% interval: ' || format_number(100 * \"rate_ci_low\", 1, 'en') || '% to ' || format_number(100 * \"rate_ci_high\", 1, 'en') || '%')) %]"));
}

void vt_qgis_figure_friches(const vt_export *e, vt_qgis_figure *f)
{
    static const char *const names[] = {"friche_potential", "friche_points"};
    size_t n = 0;
    double area_m2 = 0, best = -INFINITY;
    const char *name = NULL;
    for (size_t i = 0; i < 2; i++) {
        const vitrine_layer *layer = vt_qgis_find(e, names[i]).layer;
        n += layer ? layer->n : 0;
        area_m2 += layer ? sum(layer, "area_m2") : 0;
        for (size_t row = 0; layer && row < layer->n; row++) {
            if (real(layer, row, "best_index") > best) { /* false for NULL */
                best = real(layer, row, "best_index");
                name = vitrine_layer_get_text(layer, row, vitrine_layer_column(layer, "site_name"));
            }
        }
    }
    number(e, &f->large, (double)n);
    vt_buffer_add(&f->words, say(e, n == 1 ? "friche notée, " : "friches notées, ", n == 1 ? "friche scored, " : "friches scored, "));
    number(e, &f->words, area_m2 / 1e4);
    vt_buffer_add(&f->words, say(e, " ha en tout.", " ha in all."));
    if (best > -INFINITY) {
        vt_buffer_add(&f->words, say(e, "&#xa;Meilleur indice\u00A0: ", "&#xa;Best index: "));
        number(e, &f->words, best);
        vt_buffer_add(&f->words, name ? " (" : "");
        vt_qgis_label(&f->words, name ? name : "");
        vt_buffer_add(&f->words, name ? ")" : "");
    }
}

/* Gross hectares of a bucket (NULL: all) over all zones. */
static double hectares(const vitrine_layer *balance, const char *bucket)
{
    const size_t scope = vitrine_layer_column(balance, "scope"), of = vitrine_layer_column(balance, "bucket");
    vt_sum all = {0, 0};
    for (size_t row = 0; row < balance->n; row++) {
        const char *here = vitrine_layer_get_text(balance, row, of);
        if (strcmp(vitrine_layer_get_text(balance, row, scope), "total") == 0 && (!bucket || strcmp(here, bucket) == 0)) {
            vt_sum_add(&all, real(balance, row, "gross_ha"));
        }
    }
    return vt_sum_value(&all);
}

void vt_qgis_figure_balance(const vt_export *e, vt_qgis_figure *f)
{
    const vitrine_layer *balance = vt_qgis_find(e, "land_balance").layer;
    if (!balance || !balance->n) {
        return;
    }
    number(e, &f->large, hectares(balance, "immediate"));
    vt_buffer_add(&f->large, "\u00A0ha");
    vt_buffer_add(&f->words, say(e, "d'offre immédiate, et ", "of immediate offer, and "));
    number(e, &f->words, hectares(balance, "future"));
    vt_buffer_add(&f->words, say(e, "\u00A0ha d'offre future,&#xa;sur ", "\u00A0ha of future offer,&#xa;of "));
    number(e, &f->words, hectares(balance, NULL));
    vt_buffer_add(&f->words, say(e, "\u00A0ha de zones (brut).", "\u00A0ha of zones (gross)."));
}

void vt_qgis_figure_units(const vt_export *e, vt_qgis_figure *f)
{
    const vitrine_layer *zones = vt_qgis_find(e, "zone_inventory").layer;
    const double all = zones ? sum(zones, "land_units") : 0, vacant = zones ? sum(zones, "land_units_vacant") : 0;
    if (!(all > 0) || isnan(real(zones, 0, "vacancy_rate"))) { /* no establishments: nothing is known */
        return;
    }
    percent(e, &f->large, vacant / all);
    number(e, &f->words, vacant);
    vt_buffer_add(&f->words, say(e, " unités foncières vacantes sur ", " land units vacant of "));
    number(e, &f->words, all);
    vt_buffer_add(&f->words, say(e, "&#xa;(art. L318-8-2 du code de l'urbanisme)", "&#xa;(art. L318-8-2 of the Code de l'urbanisme)"));
}
