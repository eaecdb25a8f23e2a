/* vacancy.c - the chapter of shops: the map of streets and premises, the ranking with its intervals, terms, families, and the tables. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "write/report/report.h"
#include "write/style.h"
#include "study/words.h"

/* Vacant, or under works: the table has both, with the status. */
static bool is_vacant(const vitrine_layer *layer, size_t row)
{
    const char *status = vt_report_cell(layer, row, "status");
    return status && (strcmp(status, "vacant") == 0 || strcmp(status, "works") == 0);
}

/* --- the map ------------------------------------------------------------------------------------------------- */

/* What the script shows under the pointer, a line each. */
static void add_street_tip(vt_report *r, const vitrine_layer *streets, size_t row)
{
    const char *name = vt_report_cell(streets, row, "street_name");
    const double stock = vt_report_value(streets, row, "stock"), unknown = vt_report_value(streets, row, "unknown"), run = vt_report_value(streets, row, "run_max");
    vt_buffer_add(&r->out, " data-t=\"");
    vt_report_tip(r, name && *name ? name : vt_report_cell(streets, row, "street_id"));
    VT_REPORT_PRINT(r, "\n%s\u00A0: %s sur %s\nintervalle à 95\u00A0%%\u00A0: %s", "\n%s: %s of %s\n95%% interval: %s", vt_report_percent(r, vt_report_value(streets, row, "rate")),
                    vt_report_many(r, vt_report_vacant(r, streets, row), "%s vacant", "%s vacants", "%s vacant", "%s vacant"), vt_report_count(r, stock),
                    vt_report_between(r, vt_report_value(streets, row, "rate_ci_low"), vt_report_value(streets, row, "rate_ci_high")));
    if (!vt_report_is_enough(streets, row)) {
        vt_report_add(r, vt_report_say(r, "\neffectif faible", "\nsmall number"));
    }
    if (unknown > 0) {
        VT_REPORT_PRINT(r, "\nsituation inconnue\u00A0: %s", "\nstatus unknown: %s", vt_report_count(r, unknown));
    }
    if (run >= 2) {
        VT_REPORT_PRINT(r, "\nsuite de vacants\u00A0: %s", "\nvacant run: %s", vt_report_count(r, run));
    }
    vt_report_add(r, "\"");
}

/* The interval lies in one class: a broad line. */
static bool is_sure(const vitrine_layer *streets, size_t row)
{
    return vt_report_value(streets, row, "class_certain") > 0;
}

/* The lines once, as definitions: casing and colour both use them. */
static void define_streets(vt_report *r, const vt_report_map *map, const vitrine_layer *streets, const size_t *rows, size_t n)
{
    vt_report_add(r, "<defs>\n");
    for (size_t i = 0; i < n; i++) {
        vt_buffer_printf(&r->out, "<path id=\"s%zu\" vector-effect=\"non-scaling-stroke\" d=\"", rows[i]);
        vt_report_path(r, map, &streets->geometry, rows[i]);
        vt_report_add(r, "\"/>\n");
    }
    vt_report_add(r, "</defs>\n<g class=\"casing\">\n");
    for (size_t i = 0; i < n; i++) {
        if (vt_report_is_enough(streets, rows[i])) {
            vt_buffer_printf(&r->out, is_sure(streets, rows[i]) ? "<use href=\"#s%zu\"/>" : "<use href=\"#s%zu\" class=\"unsure\"/>", rows[i]);
        }
    }
    vt_report_add(r, "</g>\n");
}

/* The page has room for streets without premises too. */
static bool has_room(const vitrine_layer *streets)
{
    return streets->geometry.vertex[streets->geometry.ring[streets->geometry.part[streets->n]]] <= 2 * VT_REPORT_GROUND;
}

/* As the table has them, the worst first. */
static const vt_report_order by_rate[] = {{"enough", true}, {"rate", true}, {"stock", true}, {"street_name", false}};

/* The worst are drawn last, on top, and are not those left out where streets are too many; returns how many are. */
static size_t draw_streets(vt_report *r, const vt_report_map *map, const vitrine_layer *streets)
{
    size_t all, n;
    size_t *rows = vt_report_rows(r, streets, vt_report_has_stock, by_rate, VT_N_OF(by_rate), &all);
    n = rows ? (all < VT_REPORT_STREETS ? all : VT_REPORT_STREETS) : 0;
    for (size_t i = 0; i < n / 2; i++) {
        const size_t row = rows[i];
        rows[i] = rows[n - 1 - i];
        rows[n - 1 - i] = row;
    }
    vt_report_add(r, "<path class=\"none\" d=\"");
    for (size_t row = 0; has_room(streets) && row < streets->n; row++) {
        if (!vt_report_has_stock(streets, row)) {
            vt_report_path(r, map, &streets->geometry, row);
        }
    }
    vt_report_add(r, "\"/>\n");
    define_streets(r, map, streets, rows, n);
    vt_report_add(r, "<g class=\"rates\">\n");
    for (size_t i = 0; i < n; i++) {
        if (vt_report_is_enough(streets, rows[i])) {
            vt_buffer_printf(&r->out, "<use href=\"#s%zu\" class=\"c%.0f%s\" data-f=\"s%zu\"", rows[i], vt_report_value(streets, rows[i], "class"), is_sure(streets, rows[i]) ? "" : " unsure", rows[i]);
        } else {
            vt_buffer_printf(&r->out, "<use href=\"#s%zu\" class=\"small\" data-f=\"s%zu\"", rows[i], rows[i]);
        }
        add_street_tip(r, streets, rows[i]);
        vt_report_add(r, "/>\n");
    }
    vt_report_add(r, "</g>\n");
    return all - n;
}

static void draw_premises(vt_report *r, const vt_report_map *map, const vitrine_layer *premises)
{
    static const vt_report_order by_status[] = {{"status", false}};
    size_t n;
    const size_t *rows = premises->n <= VT_REPORT_PREMISES ? vt_report_rows(r, premises, NULL, by_status, 1, &n) : NULL;
    vt_report_add(r, "<g class=\"premises\">\n");
    for (size_t i = 0; rows && i < n; i++) {
        const size_t row = rows[i];
        const char *status = vt_report_cell(premises, row, "status"), *name = vt_report_cell(premises, row, "name"), *since = vt_report_since(r, premises, row);
        const char *street = vt_report_cell(premises, row, "street_name");
        vt_buffer_printf(&r->out, "<path class=\"%s\"", status ? status : "unknown");
        if (is_vacant(premises, row)) {
            vt_buffer_printf(&r->out, " data-f=\"p%zu\"", row);
        }
        vt_report_add(r, " d=\"");
        vt_report_path(r, map, &premises->geometry, row);
        vt_report_add(r, "\" data-t=\"");
        vt_report_tip(r, name && *name ? name : vt_report_cell(premises, row, "premises_id"));
        vt_buffer_printf(&r->out, "\n%s", vt_word("status", status ? status : "unknown", r->french));
        if (since) {
            vt_report_add(r, vt_report_say(r, ", depuis\u00A0: ", ", since: "));
            vt_report_tip(r, vt_report_day(r, since));
        }
        if (street) {
            vt_buffer_add(&r->out, "\n");
            vt_report_tip(r, street);
        }
        vt_report_add(r, "\"/>\n");
    }
    vt_report_add(r, "</g>\n");
}

/* The heat map, where the study has one; to be switched on. */
static void draw_bands(vt_report *r, const vt_report_map *map)
{
    const vitrine_layer *bands = vt_export_layer(r->e, "heatmap_bands");
    vt_report_add(r, "<g class=\"bands\" data-off=\"\">\n");
    for (size_t row = 0; bands && row < bands->n; row++) {
        vt_buffer_printf(&r->out, "<path class=\"c%.0f\" d=\"", vt_report_value(bands, row, "band"));
        vt_report_path(r, map, &bands->geometry, row);
        vt_report_add(r, "\"/>\n");
    }
    vt_report_add(r, "</g>\n");
}

/* Under the premises of a hot spot. */
static void draw_hot(vt_report *r, const vt_report_map *map, const vitrine_layer *premises)
{
    vt_report_add(r, "<g class=\"hot\"><path d=\"");
    for (size_t row = 0; row < premises->n; row++) {
        const char *class = vt_report_cell(premises, row, "gi_class");
        if (class && strcmp(class, "hot") == 0) {
            vt_report_path(r, map, &premises->geometry, row);
        }
    }
    vt_report_add(r, "\"/></g>\n");
}

static void draw_names(vt_report *r, const vt_report_map *map, const vitrine_layer *streets)
{
    static const vt_report_order order[] = {{"stock", true}, {"length_m", true}};
    size_t n;
    const size_t *rows = vt_report_rows(r, streets, NULL, order, 2, &n);
    vt_report_add(r, "<g class=\"names\" aria-hidden=\"true\">\n");
    for (size_t i = 0; rows && i < n && i < VT_REPORT_ROWS; i++) {
        vt_report_label(r, map, &streets->geometry, rows[i], vt_report_cell(streets, rows[i], "street_name"));
    }
    vt_report_add(r, "</g>\n");
}

static void draw_centres(vt_report *r, const vt_report_map *map)
{
    const vitrine_layer *centres = vt_export_layer(r->e, "centre_vacancy");
    for (size_t row = 0; centres && row < centres->n; row++) {
        vt_report_add(r, "<path class=\"centre\" d=\"");
        vt_report_path(r, map, &centres->geometry, row);
        vt_report_add(r, "\"/>\n");
    }
}

/* Where the premises are; without any the streets. */
static vt_box extent(const vitrine_layer *streets, const vitrine_layer *premises)
{
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    if (premises) {
        vt_report_grow(&box, &premises->geometry, 0, premises->n);
    }
    if (box.xmin > box.xmax) {
        vt_report_grow(&box, &streets->geometry, 0, streets->n);
    }
    return box;
}

/* What the map shows first: the centres, so that a shop out of town does not make the town small; without any all that it has. */
static vt_box home(const vt_report *r, vt_box whole)
{
    const vitrine_layer *centres = vt_export_layer(r->e, "centre_vacancy");
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    if (centres) {
        vt_report_grow(&box, &centres->geometry, 0, centres->n);
    }
    return box.xmin > box.xmax ? whole : box;
}

static const char legend[] =
    "{{#classes}}<li><svg aria-hidden=\"true\"><path class=\"casing\" d=\"M2 8h24\"/><path class=\"rate c{{i}}\" d=\"M2 8h24\"/></svg>{{label}}</li>{{/classes}}"
    "<li><svg aria-hidden=\"true\"><path class=\"casing unsure\" d=\"M2 8h24\"/><path class=\"rate unsure\" d=\"M2 8h24\"/></svg>{{trait fin\u00A0: l'intervalle à 95\u00A0% couvre plusieurs classes||thin line: the 95% interval covers several classes}}</li>"
    "<li><svg aria-hidden=\"true\"><path class=\"small\" d=\"M2 8h24\"/></svg>{{effectif faible||small number}}</li>"
    "<li><svg aria-hidden=\"true\"><path class=\"none\" d=\"M2 8h24\"/></svg>{{sans local observé||no premises observed}}</li>";
static const char legend_of_premises[] =
    "<li class=\"of-premises\"><svg aria-hidden=\"true\" class=\"premises\"><path class=\"vacant\" d=\"M14 8h0\"/></svg>{{local vacant||vacant premises}}</li>"
    "<li class=\"of-premises\"><svg aria-hidden=\"true\" class=\"premises\"><path class=\"works\" d=\"M14 8h0\"/></svg>{{en travaux||under works}}</li>"
    "<li class=\"of-premises\"><svg aria-hidden=\"true\" class=\"premises\"><path class=\"unknown\" d=\"M14 8h0\"/></svg>{{situation inconnue||unknown status}}</li>"
    "<li class=\"of-premises\"><svg aria-hidden=\"true\" class=\"premises\"><path class=\"occupied\" d=\"M14 8h0\"/></svg>{{local occupé||occupied premises}}</li>"
    "<li class=\"of-hot\"><svg aria-hidden=\"true\" class=\"hot\"><path d=\"M14 8h0\"/></svg>{{point chaud de vacance||hot spot of vacancy}}</li>";

static void add_map(vt_report *r, const vitrine_layer *streets, const vitrine_layer *premises)
{
    char *items = NULL, *more = NULL;
    vt_report_map map;
    const bool drawn = premises && premises->n && premises->n <= VT_REPORT_PREMISES;
    if (!streets->n || vt_style_fill_text(r->e, NULL, legend, &items) || vt_style_fill_text(r->e, NULL, drawn ? legend_of_premises : "", &more)) {
        free(items);
        return;
    }
    vt_box whole = extent(streets, premises);
    const vt_box first = home(r, whole);
    whole = (vt_box){fmin(whole.xmin, first.xmin), fmin(whole.ymin, first.ymin), fmax(whole.xmax, first.xmax), fmax(whole.ymax, first.ymax)};
    vt_report_map_open(r, &map, "carte", first, whole, vt_report_say(r, "Carte du taux de vacance par rue\u00A0; les mêmes chiffres sont dans le tableau des rues", "Map of the vacancy rate per street; the table of streets has the same figures"));
    vt_report_ground(r, &map, "buildings", "ground");
    draw_centres(r, &map);
    draw_bands(r, &map);
    if (drawn) {
        draw_hot(r, &map, premises);
    }
    const size_t left_out = draw_streets(r, &map, streets);
    if (drawn) {
        draw_premises(r, &map, premises);
    }
    draw_names(r, &map, streets);
    const char *note = vt_report_many(r, (double)vt_report_count_rows(streets, vt_report_is_over), "Taux de vacance relevé par rue\u00A0; %s rue dépasse nettement 10\u00A0%%. Une rue à l'effectif faible n'est jamais colorée.",
                                      "Taux de vacance relevé par rue\u00A0; %s rues dépassent nettement 10\u00A0%%. Une rue à l'effectif faible n'est jamais colorée.",
                                      "Vacancy rate per street as surveyed; %s street is clearly over 10%%. A street with a small number is never coloured.",
                                      "Vacancy rate per street as surveyed; %s streets are clearly over 10%%. A street with a small number is never coloured.");
    const char *lacking = left_out ? VT_REPORT_WORDS(r, " Les %s rues de plus haut taux seulement\u00A0; les autres et les locaux sont dans vitrine.gpkg.", " Only the %s streets of the highest rate; the others and the premises are in vitrine.gpkg.", vt_report_count(r, VT_REPORT_STREETS))
                          : premises && premises->n && !drawn ? vt_report_say(r, " Les locaux sont trop nombreux pour cette carte\u00A0: ils sont dans vitrine.gpkg.", " The premises are too many for this map: they are in vitrine.gpkg.") : "";
    vt_report_map_close(r, vt_report_printed(r, "%s%s", items, more ? more : ""), vt_report_printed(r, "%s%s%s", note, lacking, has_room(streets) ? "" : vt_report_say(r, " Les rues sans local ne sont pas dessinées.", " Streets without premises are not drawn.")));
    free(items);
    free(more);
}

/* --- charts ----------------------------------------------------------------------------------------------------- */

static void add_ranking(vt_report *r, const vitrine_layer *streets)
{
    enum { MOST = 15 };
    static const vt_report_order order[] = {{"rate", true}, {"vacant", true}, {"street_name", false}};
    size_t n;
    const size_t *rows = vt_report_rows(r, streets, vt_report_is_ranked, order, 3, &n);
    n = n < MOST ? n : MOST;
    if (rows && n) {
        vt_report_intervals(r, vt_report_many(r, (double)n, "La rue au taux le plus haut", "Les %s rues au taux le plus haut", "The street of the highest rate", "The %s streets of the highest rate"), streets,
                            "street_name", "street_id", rows, n, 's');
    }
}

static void add_terms(vt_report *r, const vitrine_layer *total)
{
    static const struct {
        const char *column, *fr, *en;
    } terms[] = {{"frictional", "frictionnelle", "frictional"}, {"long_term", "longue", "long"}, {"structural", "structurelle", "structural"},
                 {"persistent", "persistante", "persistent"}, {"term_unknown", "durée inconnue", "unknown term"}};
    vt_report_bar bars[VT_N_OF(terms)];
    double known = 0;
    for (size_t i = 0; i < VT_N_OF(terms); i++) {
        const double n = vt_report_value(total, 0, terms[i].column);
        known += i < VT_N_OF(terms) - 1 ? n : 0;
        bars[i] = (vt_report_bar){vt_report_say(r, terms[i].fr, terms[i].en), n, vt_report_count(r, n), i < VT_N_OF(terms) - 1 ? "main" : "other"};
    }
    if (known > 0) {
        double bounds[3] = {0};
        vt_study_numbers(r->e->study, "vacancy.terms", bounds, 3);
        vt_report_bars(r, vt_report_say(r, "Depuis quand les locaux sont vacants", "How long premises have been vacant"), bars, VT_N_OF(terms));
        VT_REPORT_PRINT(r, "<p class=\"note\">Frictionnelle\u00A0: moins de %s\u00A0; longue\u00A0: moins de %s\u00A0; structurelle\u00A0: moins de %s\u00A0; persistante au-delà.</p>\n",
                        "<p class=\"note\">Frictional: under %s; long: under %s; structural: under %s; persistent beyond.</p>\n", vt_report_days(r, bounds[0]), vt_report_days(r, bounds[1]), vt_report_days(r, bounds[2]));
    }
}

static bool is_total(const vitrine_layer *layer, size_t row)
{
    const char *unit = vt_report_cell(layer, row, "unit");
    return unit && strcmp(unit, "total") == 0;
}

static void add_families(vt_report *r)
{
    enum { MOST = 20 };
    static const vt_report_order order[] = {{"premises", true}, {"family", false}};
    const vitrine_layer *mix = vt_export_layer(r->e, "street_mix");
    size_t n = 0;
    const size_t *rows = mix ? vt_report_rows(r, mix, is_total, order, 2, &n) : NULL;
    vt_report_bar bars[MOST];
    n = n < MOST ? n : MOST;
    for (size_t i = 0; rows && i < n; i++) {
        const double premises = vt_report_value(mix, rows[i], "premises");
        bars[i] = (vt_report_bar){vt_report_text(r, vt_report_cell(mix, rows[i], "family")), premises,
                                  vt_report_printed(r, "%s (%s)", vt_report_count(r, premises), vt_report_percent(r, vt_report_value(mix, rows[i], "share"))), "main"};
    }
    if (n) {
        vt_report_bars(r, vt_report_say(r, "Familles d'activité des locaux occupés", "Activity families of the occupied premises"), bars, n);
    }
}

/* --- tables --------------------------------------------------------------------------------------------------------- */

static const vt_report_column rate_columns[] = {
    {.column = "street_name"}, {.column = "centre_name"}, {.column = "stock", .fr = "Comptés", .en = "Stock"}, {.column = "vacant", .fr = "Vacants", .en = "Vacant", .number = vt_report_vacant}, {.column = "works", .fr = "Travaux", .en = "Works"}, {.column = "unknown", .fr = "Inconnus", .en = "Unknown"},
    {.column = "rate", .fr = "Taux", .en = "Rate"}, {.column = "rate_ci_low", .fr = "Borne basse", .en = "Low"}, {.column = "rate_ci_high", .fr = "Borne haute", .en = "High"}, {.column = "enough", .fr = "Effectif suffisant", .en = "Enough"},
    {.column = "run_max", .fr = "Suite de vacants", .en = "Vacant run"}, {.column = "gap_max_m", .fr = "Plus long vide (m)", .en = "Longest gap (m)"}};

static void add_tables(vt_report *r, const vitrine_layer *streets, const vitrine_layer *premises)
{
    static const vt_report_order by_street[] = {{"street_name", false}, {"premises_id", false}};
    static const vt_report_column vacant_columns[] = {{.column = "premises_id", .fr = "Identifiant", .en = "Id"}, {.column = "name"}, {.column = "street_name"}, {.column = "status"}, {.column = "vacant_since", .text = vt_report_since}, {.column = "term", .fr = "Durée", .en = "Term"},
                                                      {.column = "frontage_m", .fr = "Façade (m)", .en = "Frontage (m)"}, {.column = "floor_m2", .fr = "Surface (m²)", .en = "Floor (m²)"}, {.column = "gi_class", .fr = "Point chaud", .en = "Hot spot"}};
    const vitrine_layer *centres = vt_export_layer(r->e, "centre_vacancy");
    if (centres && centres->n) {
        vt_report_add_table(r, &(vt_report_table){"centres", "Les centres", "Centres", centres, NULL, 0, rate_columns, VT_N_OF(rate_columns), 0});
    }
    size_t n;
    const size_t *rows = vt_report_rows(r, streets, vt_report_has_stock, by_rate, 4, &n);
    if (rows) {
        vt_report_add_table(r, &(vt_report_table){"rues", "Les rues", "Streets", streets, rows, n, rate_columns, VT_N_OF(rate_columns), 's'});
        if (streets->n > n) {
            vt_report_add(r, vt_report_many(r, (double)(streets->n - n), "<p class=\"note\">%s autre rue est sans local observé.</p>\n", "<p class=\"note\">%s autres rues sont sans local observé.</p>\n",
                                            "<p class=\"note\">%s more street has no premises observed.</p>\n", "<p class=\"note\">%s more streets have no premises observed.</p>\n"));
        }
    }
    rows = premises ? vt_report_rows(r, premises, is_vacant, by_street, 2, &n) : NULL;
    if (rows && n) {
        vt_report_add_table(r, &(vt_report_table){"vacants", "Les locaux vacants ou en travaux", "Premises vacant or under works", premises, rows, n, vacant_columns, VT_N_OF(vacant_columns), 'p'});
    }
}

void vt_report_vacancy(vt_report *r)
{
    const vitrine_layer *total = vt_export_layer(r->e, "total_vacancy"), *streets = vt_export_layer(r->e, "street_vacancy"), *premises = vt_export_layer(r->e, "premises");
    if (!total || !total->n || !streets) {
        return;
    }
    vt_report_section(r, "vacance", "La vacance commerciale", "Vacancy of shops");
    add_map(r, streets, premises);
    add_ranking(r, streets);
    add_terms(r, total);
    add_families(r);
    add_tables(r, streets, premises);
    vt_report_end(r);
}
