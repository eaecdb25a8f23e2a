/* friche.c - the chapter of friches: the map by best index, the ranking, and why the best ones are the best. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "write/report/report.h"
#include "write/style.h"
#include "write/words.h"

#define N_OF(array) (sizeof(array) / sizeof *(array))

static const vt_report_order by_rank[] = {{"rank", false}, {"site_name", false}, {"site_id", false}};

/* The scheme's band of an index, from 0, the lowest; −1 without one. */
static int grade_of(const vitrine_layer *friches, double index)
{
    int grade = -1;
    for (size_t i = 0; i < friches->n_grades; i++) {
        grade = index >= friches->grades[i].from ? (int)i : grade;
    }
    return grade;
}

static void draw_friche(vt_report *r, const vt_report_map *map, const vitrine_layer *friches, size_t row, char letter)
{
    const double index = vt_report_value(friches, row, "best_index");
    const char *name = vt_report_cell(friches, row, "site_name"), *use = vt_word("best_use", vt_report_cell(friches, row, "best_use"), r->french);
    vt_buffer_printf(&r->out, isnan(index) ? "<path class=\"friche none\"" : "<path class=\"friche g%d\"", grade_of(friches, index));
    vt_buffer_printf(&r->out, " id=\"%c%zu\" data-f=\"%c%zu\" data-t=\"", letter, row, letter, row);
    vt_buffer_xml(&r->out, name && *name ? name : vt_report_cell(friches, row, "site_id"));
    vt_buffer_add(&r->out, "\n");
    vt_buffer_xml(&r->out, use ? use : vt_report_say(r, "aucun critère renseigné", "no criterion is filled"));
    VT_REPORT_PRINT(r, "\u00A0: indice %s\nrang %s (%s à %s)\nfiabilité %s sur 10\" d=\"", ": index %s\nrank %s (%s to %s)\nreliability %s of 10\" d=\"", vt_report_real(r, index, 0),
                    vt_report_count(r, vt_report_value(friches, row, "rank")), vt_report_count(r, vt_report_value(friches, row, "rank_p05")),
                    vt_report_count(r, vt_report_value(friches, row, "rank_p95")), vt_report_real(r, vt_report_value(friches, row, "reliability"), 1));
    vt_report_path(r, map, &friches->geometry, row);
    vt_report_add(r, "\"/>\n");
}

/* The streets as a thin ground, so that one knows where one is. */
static void draw_streets(vt_report *r, const vt_report_map *map)
{
    const vt_layer *streets = vt_model_layer(r->e->model, "streets");
    if (!streets || !streets->n || streets->geometry.vertex[streets->geometry.ring[streets->geometry.part[streets->n]]] > VT_REPORT_GROUND) {
        return;
    }
    vt_report_add(r, "<path class=\"none\" d=\"");
    for (size_t row = 0; row < streets->n; row++) {
        vt_report_path(r, map, &streets->geometry, row);
    }
    vt_report_add(r, "\"/>\n");
}

static const char legend[] = "{{#grades}}<li><svg aria-hidden=\"true\"><rect class=\"g{{i}}\" x=\"4\" y=\"2\" width=\"20\" height=\"12\"/></svg>{{label}}</li>{{/grades}}"
                             "<li><svg aria-hidden=\"true\"><rect class=\"g none\" x=\"4\" y=\"2\" width=\"20\" height=\"12\"/></svg>{{aucun critère renseigné||no criterion is filled}}</li>";

static void add_map(vt_report *r, const vitrine_layer *friches, const vitrine_layer *points)
{
    char *items = NULL;
    vt_report_map map;
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    vt_report_grow(&box, &friches->geometry, 0, friches->n);
    if (points) {
        vt_report_grow(&box, &points->geometry, 0, points->n);
    }
    if (box.xmin > box.xmax || vt_style_fill_text(r->e, friches, legend, &items)) {
        return;
    }
    vt_report_map_open(r, &map, "carte-friches", box, box, vt_report_say(r, "Carte des friches selon leur meilleur indice\u00A0; les mêmes chiffres sont dans le tableau", "Map of friches by their best index; the table has the same figures"));
    vt_report_ground(r, &map);
    draw_streets(r, &map);
    for (size_t row = 0; row < friches->n; row++) {
        draw_friche(r, &map, friches, row, 'f');
    }
    for (size_t row = 0; points && row < points->n; row++) {
        draw_friche(r, &map, points, row, 'q');
    }
    vt_report_add(r, "<g class=\"names\" aria-hidden=\"true\">\n");
    for (size_t row = 0; row < friches->n && row < VT_REPORT_ROWS; row++) {
        vt_report_label(r, &map, &friches->geometry, row, vt_report_cell(friches, row, "site_name"));
    }
    vt_report_add(r, "</g>\n");
    vt_report_map_close(r, items, vt_report_say(r, "Meilleur indice de chaque friche, par niveau du barème.", "Best index of each friche, by band of the scheme."));
    free(items);
}

/* --- tables ------------------------------------------------------------------------------------------------------- */

/* What the ranking says of each, then the index of each use of the scheme. */
static void add_ranking(vt_report *r, const vitrine_layer *friches, const char *id, const char *fr, const char *en, char letter)
{
    enum { MOST = 32 };
    static const vt_report_column columns[] = {{"rank", NULL, NULL}, {"site_name", NULL, NULL}, {"municipality", NULL, NULL}, {"status", "Statut", "Status"}, {"area_m2", NULL, NULL}, {"best_use", NULL, NULL},
                                               {"best_index", NULL, NULL}, {"band", NULL, NULL}, {"rank_p05", "Rang, au mieux", "Rank, at best"}, {"rank_p95", "Rang, au pire", "Rank, at worst"},
                                               {"reliability", NULL, NULL}};
    vt_report_column uses[MOST] = {{"rank", NULL, NULL}, {"site_name", NULL, NULL}};
    size_t n_uses = 2, n;
    for (size_t c = 0; c < friches->columns.n && n_uses < MOST; c++) {
        const char *name = friches->columns.at[c].name;
        if (strncmp(name, "index_", 6) == 0) {
            const char *use = vt_word("best_use", name + 6, r->french);
            uses[n_uses++] = (vt_report_column){name, use, use};
        }
    }
    const size_t *rows = vt_report_rows(r, friches, NULL, by_rank, N_OF(by_rank), &n);
    if (rows && n) {
        vt_report_add_table(r, &(vt_report_table){id, fr, en, friches, rows, n, columns, N_OF(columns), letter});
        vt_report_add_table(r, &(vt_report_table){vt_report_printed(r, "%s-usages", id), "L'indice de chaque usage", "The index of each use", friches, rows, n, uses, n_uses, letter});
    }
}

/* A number to be read, or a word of the scheme. */
static const char *value_of(vt_report *r, const char *value)
{
    double number;
    const char *word = value && strcmp(value, "true") == 0 ? vt_report_say(r, "oui", "yes") : value && strcmp(value, "false") == 0 ? vt_report_say(r, "non", "no") : value;
    return value && vt_number_parse(value, &number) ? vt_report_real(r, number, fabs(number) < 100 && number != floor(number) ? 2 : 0) : vt_report_text(r, word);
}

/* Points for a use, and against it. */
static void add_reason(vt_report *r, const vitrine_layer *criteria, size_t row, const char *use)
{
    char column[128];
    snprintf(column, sizeof column, "advantage_%s", use);
    const double for_it = vt_report_value(criteria, row, column);
    snprintf(column, sizeof column, "constraint_%s", use);
    const double against = vt_report_value(criteria, row, column);
    const char *source = vt_report_cell(criteria, row, "source");
    if (!source || strcmp(source, "missing") == 0 || !(for_it > 0 || against > 0)) {
        return;
    }
    const char *unit = vt_report_cell(criteria, row, "unit");
    VT_REPORT_PRINT(r, "<li>%s\u00A0: %s%s%s, <strong>%s%s</strong></li>", "<li>%s: %s%s%s, <strong>%s%s</strong></li>", vt_report_text(r, vt_word("criterion", vt_report_cell(criteria, row, "criterion"), r->french)),
                    value_of(r, vt_report_cell(criteria, row, "value")), unit ? " " : "", unit ? vt_report_text(r, unit) : "", for_it > 0 ? "+" : "−",
                    vt_report_real(r, for_it > 0 ? for_it : against, 2));
}

/* Of the best friches: what speaks for the best use and against it, and what is not known. */
static void add_reasons(vt_report *r, const vitrine_layer *friches)
{
    enum { MOST = 3 };
    const vitrine_layer *criteria = vt_export_layer(r->e, "friche_criteria");
    size_t n;
    const size_t *rows = vt_report_rows(r, friches, NULL, by_rank, N_OF(by_rank), &n);
    for (size_t i = 0; criteria && rows && i < n && i < MOST; i++) {
        const char *site = vt_report_cell(friches, rows[i], "site_id"), *use = vt_report_cell(friches, rows[i], "best_use");
        size_t missing = 0;
        if (!use || !site) {
            continue;
        }
        VT_REPORT_PRINT(r, "<details><summary>Pourquoi %s\u00A0: %s, indice %s</summary>\n<ul>", "<details><summary>Why %s: %s, index %s</summary>\n<ul>",
                        vt_report_name(r, friches, rows[i], "site_name", "site_id"), vt_report_text(r, vt_word("best_use", use, r->french)),
                        vt_report_real(r, vt_report_value(friches, rows[i], "best_index"), 0));
        for (size_t row = 0; row < criteria->n; row++) {
            const char *own = vt_report_cell(criteria, row, "site_id"), *source = vt_report_cell(criteria, row, "source");
            if (own && strcmp(own, site) == 0) {
                add_reason(r, criteria, row, use);
                missing += source && strcmp(source, "missing") == 0;
            }
        }
        vt_report_add(r, "</ul>\n");
        VT_REPORT_PRINT(r, "<p>%s</p></details>\n", "<p>%s</p></details>\n",
                        vt_report_many(r, (double)missing, "%s critère n'est pas renseigné.", "%s critères ne sont pas renseignés.", "%s criterion is not filled.", "%s criteria are not filled."));
    }
}

static bool is_total(const vitrine_layer *layer, size_t row)
{
    const char *scope = vt_report_cell(layer, row, "scope");
    return scope && strcmp(scope, "total") == 0;
}

static void add_stock(vt_report *r)
{
    static const vt_report_column columns[] = {{"status", "Statut", "Status"}, {"sites", NULL, NULL}, {"area_m2", NULL, NULL}, {"recycling_m2", NULL, NULL}};
    static const vt_report_order order[] = {{"area_m2", true}, {"status", false}};
    const vitrine_layer *stock = vt_export_layer(r->e, "friche_stock");
    size_t n = 0;
    const size_t *rows = stock ? vt_report_rows(r, stock, is_total, order, 2, &n) : NULL;
    if (n) {
        vt_report_add_table(r, &(vt_report_table){"stock-friches", "Toutes les friches, par statut", "All friches by status", stock, rows, n, columns, N_OF(columns), 0});
    }
}

void vt_report_friches(vt_report *r)
{
    const vitrine_layer *friches = vt_export_layer(r->e, "friche_potential"), *points = vt_export_layer(r->e, "friche_points");
    if (!friches) {
        return;
    }
    vt_report_section(r, "friches", "Les friches et leur reconversion", "Friches and their reconversion");
    add_map(r, friches, points);
    add_ranking(r, friches, "tableau-friches", "Les friches, la meilleure d'abord", "Friches, the best first", 'f');
    if (points) {
        add_ranking(r, points, "friches-points", "Les friches sans contour", "Friches without an outline", 'q');
    }
    add_reasons(r, friches);
    add_stock(r);
    vt_report_end(r);
}
