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

/* To be read: a count by thousands, or one decimal, as QGIS's format_number has it. */
static void count(const vt_export *e, vt_buffer *text, double value)
{
    char room[VT_NUMBER_ROOM];
    const size_t n = strlen(vt_number_format_fixed(room, value, 0));
    for (size_t i = 0; i < n; i++) {
        vt_buffer_add(text, i && (n - i) % 3 == 0 ? say(e, "\u00A0", ",") : "");
        vt_buffer_add_n(text, room + i, 1);
    }
}

static void decimal(const vt_export *e, vt_buffer *text, double value)
{
    char room[VT_NUMBER_ROOM];
    vt_number_format_fixed(room, value, 1);
    char *point = strchr(room, '.');
    if (point && e->french) {
        *point = ',';
    }
    vt_buffer_add(text, room);
    vt_buffer_add(text, point ? "" : say(e, ",0", ".0"));
}

static void percent(const vt_export *e, vt_buffer *text, double share)
{
    decimal(e, text, 100 * share);
    vt_buffer_add(text, say(e, "\u00A0%", "%"));
}

static double real(const vitrine_layer *layer, size_t row, const char *column)
{
    return vitrine_layer_get_real(layer, row, vitrine_layer_column(layer, column));
}

static bool is(const vitrine_layer *layer, size_t row, const char *column, const char *word)
{
    const char *text = vitrine_layer_get_text(layer, row, vitrine_layer_column(layer, column));
    return text && strcmp(text, word) == 0;
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
    vt_buffer_add(&f->words, say(e, "Locaux vacants\u00A0: ", "Vacant premises: "));
    count(e, &f->words, real(total, 0, "stock") - real(total, 0, "occupied"));
    vt_buffer_add(&f->words, say(e, " sur ", " of "));
    count(e, &f->words, real(total, 0, "stock"));
    vt_buffer_add(&f->words, say(e, " comptés.\nIntervalle à 95\u00A0%\u00A0: ", " counted.\n95% interval: "));
    percent(e, &f->words, real(total, 0, "rate_ci_low"));
    vt_buffer_add(&f->words, say(e, " à ", " to "));
    percent(e, &f->words, real(total, 0, "rate_ci_high"));
    f->page_large = say(e, "format_number(100 * \"rate\", 1, 'fr') || ' %'", "format_number(100 * \"rate\", 1, 'en') || '%'");
    f->page_words = say(e,
        "concat('Locaux vacants : ', format_number(\"stock\" - \"occupied\", 0, 'fr'), ' sur ', format_number(\"stock\", 0, 'fr'), ' comptés.\\nIntervalle à 95 % : ' ||"
        " format_number(100 * \"rate_ci_low\", 1, 'fr') || ' % à ' || format_number(100 * \"rate_ci_high\", 1, 'fr') || ' %')",
        "concat('Vacant premises: ', format_number(\"stock\" - \"occupied\", 0, 'en'), ' of ', format_number(\"stock\", 0, 'en'), ' counted.\\n95% interval: ' ||"
        " format_number(100 * \"rate_ci_low\", 1, 'en') || '% to ' || format_number(100 * \"rate_ci_high\", 1, 'en') || '%')");
}

/* The map shows the window of the heat map, the figure is of all: it says so, for the reader cannot see it. */
void vt_qgis_figure_survey(const vt_export *e, vt_qgis_figure *f)
{
    vt_qgis_figure_vacancy(e, f);
    if (!f->words.failed && *f->words.text) {
        vt_buffer_add(&f->words, say(e, "\nEnsemble du relevé, au-delà de la carte aussi.", "\nThe whole survey, also beyond the map."));
    }
}

/* Friches without an outline are among them. */
void vt_qgis_figure_friches(const vt_export *e, vt_qgis_figure *f)
{
    const vitrine_layer *friches = vt_qgis_find(e, "friche_potential").layer;
    const size_t n = friches ? friches->n : 0;
    double best = -INFINITY;
    const char *name = NULL;
    for (size_t row = 0; row < n; row++) {
        if (real(friches, row, "best_index") > best) { /* false for NULL */
            best = real(friches, row, "best_index");
            name = vitrine_layer_get_text(friches, row, vitrine_layer_column(friches, "site_name"));
        }
    }
    if (!n) {
        return;
    }
    count(e, &f->large, (double)n);
    vt_buffer_add(&f->words, say(e, n == 1 ? "friche notée" : "friches notées", n == 1 ? "friche scored" : "friches scored"));
    const double area_m2 = sum(friches, "area_m2");
    if (area_m2 > 0) { /* else none is known */
        vt_buffer_add(&f->words, ", ");
        decimal(e, &f->words, area_m2 / 1e4);
        vt_buffer_add(&f->words, say(e, "\u00A0ha en tout", "\u00A0ha in all"));
    }
    vt_buffer_add(&f->words, ".");
    if (best > -INFINITY) {
        vt_buffer_add(&f->words, say(e, "\nMeilleur indice\u00A0: ", "\nBest index: "));
        decimal(e, &f->words, best);
        vt_buffer_add(&f->words, name ? " (" : "");
        vt_buffer_add(&f->words, name ? name : "");
        vt_buffer_add(&f->words, name ? ")" : "");
    }
    f->page_large = say(e, "format_number(\"best_index\", 1, 'fr')", "format_number(\"best_index\", 1, 'en')");
    f->page_words = say(e,
        "if(\"best_index\" IS NULL, 'Aucun critère renseigné', concat('sur 100, meilleur usage : ', represent_value(\"best_use\"), '\\nRang ', \"rank\", ' (à 90 % : '"
        " || \"rank_p05\" || ' à ' || \"rank_p95\" || ')', ' ; fiabilité ', format_number(\"reliability\", 1, 'fr'), ' / 10'))",
        "if(\"best_index\" IS NULL, 'No criterion is filled', concat('of 100, best use: ', represent_value(\"best_use\"), '\\nRank ', \"rank\", ' (90%: '"
        " || \"rank_p05\" || ' to ' || \"rank_p95\" || ')', '; reliability ', format_number(\"reliability\", 1, 'en'), ' / 10'))");
}

/* The same of the zone on the page of an atlas. */
#define ZONE_HA(and_bucket, lang) "format_number(coalesce(aggregate('vitrine_land_balance', 'sum', \"gross_ha\", \"scope\" = 'zone'" \
    " AND \"scope_id\" = attribute(@atlas_feature, 'zone_id')" and_bucket "), 0), 1, '" lang "')"
#define IMMEDIATE " AND \"bucket\" = 'immediate'"
#define FUTURE " AND \"bucket\" = 'future'"

/* Gross hectares of a bucket (NULL: all) over all zones. */
static double hectares(const vitrine_layer *balance, const char *bucket)
{
    vt_sum all = {0, 0};
    for (size_t row = 0; row < balance->n; row++) {
        if (is(balance, row, "scope", "total") && (!bucket || is(balance, row, "bucket", bucket))) {
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
    decimal(e, &f->large, hectares(balance, "immediate"));
    vt_buffer_add(&f->large, "\u00A0ha");
    vt_buffer_add(&f->words, say(e, "d'offre immédiate, et ", "of immediate offer, and "));
    decimal(e, &f->words, hectares(balance, "future"));
    vt_buffer_add(&f->words, say(e, "\u00A0ha d'offre future,\nsur ", "\u00A0ha of future offer,\nof "));
    decimal(e, &f->words, hectares(balance, NULL));
    vt_buffer_add(&f->words, say(e, "\u00A0ha de zones (brut).", "\u00A0ha of zones (gross)."));
    f->page_large = say(e, "concat(" ZONE_HA(IMMEDIATE, "fr") ", ' ha')", "concat(" ZONE_HA(IMMEDIATE, "en") ", ' ha')");
    f->page_words = say(e, "concat('d''offre immédiate, et ', " ZONE_HA(FUTURE, "fr") ", ' ha d''offre future,\\nsur ', " ZONE_HA("", "fr") ", ' ha (brut).')",
                        "concat('of immediate offer, and ', " ZONE_HA(FUTURE, "en") ", ' ha of future offer,\\nof ', " ZONE_HA("", "en") ", ' ha (gross).')");
}

void vt_qgis_figure_units(const vt_export *e, vt_qgis_figure *f)
{
    const vitrine_layer *zones = vt_qgis_find(e, "zone_inventory").layer;
    double all = 0, vacant = 0, most = 0; /* most: with those undetermined */
    for (size_t row = 0; zones && row < zones->n; row++) {
        if (!isnan(real(zones, row, "vacancy_rate"))) { /* NULL without establishments */
            all += real(zones, row, "land_units");
            vacant += real(zones, row, "land_units_vacant");
            most += real(zones, row, "land_units_vacant") + real(zones, row, "land_units_undetermined");
        }
    }
    if (!(all > 0)) {
        return;
    }
    percent(e, &f->large, vacant / all);
    vt_buffer_add(&f->words, say(e, "Unités foncières vacantes\u00A0: ", "Vacant land units: "));
    count(e, &f->words, vacant);
    vt_buffer_add(&f->words, say(e, " sur ", " of "));
    count(e, &f->words, all);
    if (most > vacant) {
        vt_buffer_add(&f->words, say(e, " (au plus ", " (at most "));
        percent(e, &f->words, most / all);
        vt_buffer_add(&f->words, ")");
    }
    vt_buffer_add(&f->words, say(e, "\nau 1er janvier de l'année de référence\n(art. L318-8-2 du code de l'urbanisme)",
                                 "\non 1 January of the reference year\n(art. L318-8-2 of the Code de l'urbanisme)"));
    f->page_large = say(e, "format_number(100 * \"vacancy_rate\", 1, 'fr') || ' %'", "format_number(100 * \"vacancy_rate\", 1, 'en') || '%'");
    f->page_words = say(e,
        "if(\"vacancy_rate\" IS NULL, '', concat('Unités foncières vacantes : ', \"land_units_vacant\", ' sur ', \"land_units\","
        " if(\"vacancy_rate_max\" > \"vacancy_rate\", ' (au plus ' || format_number(100 * \"vacancy_rate_max\", 1, 'fr') || ' %)', ''),"
        " '\\nau 1er janvier de l''année de référence\\n(art. L318-8-2 du code de l''urbanisme)'))",
        "if(\"vacancy_rate\" IS NULL, '', concat('Vacant land units: ', \"land_units_vacant\", ' of ', \"land_units\","
        " if(\"vacancy_rate_max\" > \"vacancy_rate\", ' (at most ' || format_number(100 * \"vacancy_rate_max\", 1, 'en') || '%)', ''),"
        " '\\non 1 January of the reference year\\n(art. L318-8-2 of the Code de l''urbanisme)'))");
}
