/* friche.c - the chapter of friches: the map by best index, the ranking, and why the best ones are the best. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "write/report/report.h"
#include "write/style.h"
#include "study/words.h"

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

/* `g`: of the friche, or of its point where it has no outline. */
static void draw_friche(vt_report *r, const vt_report_map *map, const vitrine_layer *friches, size_t row, const vt_geometry *g, size_t at)
{
    const double index = vt_report_value(friches, row, "best_index"), rank = vt_report_value(friches, row, "rank");
    const char *name = vt_report_cell(friches, row, "site_name"), *use = vt_word("best_use", vt_report_cell(friches, row, "best_use"), r->french);
    vt_buffer_printf(&r->out, isnan(index) ? "<path class=\"friche none\"" : "<path class=\"friche g%d\"", grade_of(friches, index));
    vt_buffer_printf(&r->out, " id=\"f%zu\" data-f=\"f%zu\" data-t=\"", row, row);
    vt_report_tip(r, name && *name ? name : vt_report_cell(friches, row, "site_id"));
    vt_buffer_add(&r->out, "\n");
    vt_report_tip(r, use ? use : vt_report_say(r, "aucun critère renseigné", "no criterion is filled"));
    if (!isnan(rank)) {
        VT_REPORT_PRINT(r, "\u00A0: indice %s\nrang %s (%s à %s)\nfiabilité %s sur 10", ": index %s\nrank %s (%s to %s)\nreliability %s of 10", vt_report_real(r, index, 0), vt_report_count(r, rank),
                        vt_report_count(r, vt_report_value(friches, row, "rank_p05")), vt_report_count(r, vt_report_value(friches, row, "rank_p95")),
                        vt_report_real(r, vt_report_value(friches, row, "reliability"), 1));
    }
    vt_report_add(r, "\" d=\"");
    vt_report_path(r, map, g, at);
    vt_report_add(r, "\"/>\n");
}

/* All friches are in one layer, those without an outline with no geometry there and as points in another, in the same order. */
static void draw_friches(vt_report *r, const vt_report_map *map, const vitrine_layer *friches, const vitrine_layer *points)
{
    for (size_t row = 0, point = 0; row < friches->n && row < VT_REPORT_STREETS; row++) {
        const char *id = vt_report_cell(friches, row, "site_id"), *its = points && point < points->n ? vt_report_cell(points, point, "site_id") : NULL;
        if (friches->geometry.part[row] < friches->geometry.part[row + 1]) {
            draw_friche(r, map, friches, row, &friches->geometry, row);
        } else if (id && its && strcmp(id, its) == 0) {
            draw_friche(r, map, friches, row, &points->geometry, point++);
        }
    }
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
    vt_report_ground(r, &map, "buildings", "ground");
    vt_report_ground(r, &map, "streets", "none");
    draw_friches(r, &map, friches, points);
    vt_report_add(r, "<g class=\"names\" aria-hidden=\"true\">\n");
    for (size_t row = 0; row < friches->n && row < VT_REPORT_ROWS; row++) {
        if (friches->geometry.part[row] < friches->geometry.part[row + 1]) {
            vt_report_label(r, &map, &friches->geometry, row, vt_report_cell(friches, row, "site_name"));
        }
    }
    vt_report_add(r, "</g>\n");
    vt_report_map_close(r, items, vt_report_say(r, "Meilleur indice de chaque friche, par niveau du barème.", "Best index of each friche, by band of the scheme."));
    free(items);
}

/* --- tables ------------------------------------------------------------------------------------------------------- */

/* What the ranking says of each, then the index of each use of the scheme. */
static void add_ranking(vt_report *r, const vitrine_layer *friches)
{
    enum { MOST = 32 };
    static const vt_report_column columns[] = {{.column = "rank"}, {.column = "site_name"}, {.column = "municipality"}, {.column = "status", .fr = "Statut", .en = "Status"}, {.column = "area_m2"}, {.column = "best_use"},
                                               {.column = "best_index"}, {.column = "band"}, {.column = "rank_p05", .fr = "Rang, au mieux", .en = "Rank, at best"}, {.column = "rank_p95", .fr = "Rang, au pire", .en = "Rank, at worst"},
                                               {.column = "reliability"}};
    vt_report_column uses[MOST] = {{.column = "rank"}, {.column = "site_name"}};
    size_t n_uses = 2, n;
    for (size_t c = 0; c < friches->columns.n && n_uses < MOST; c++) {
        const char *name = friches->columns.at[c].name;
        if (strncmp(name, "index_", 6) == 0) {
            const char *use = vt_word("best_use", name + 6, r->french);
            uses[n_uses++] = (vt_report_column){.column = name, .fr = use, .en = use};
        }
    }
    const size_t *rows = vt_report_rows(r, friches, NULL, by_rank, VT_N_OF(by_rank), &n);
    if (rows && n) {
        vt_report_add_table(r, &(vt_report_table){"tableau-friches", "Les friches, la meilleure d'abord", "Friches, the best first", friches, rows, n, columns, VT_N_OF(columns), 'f'});
        vt_report_add_table(r, &(vt_report_table){"tableau-friches-usages", "L'indice de chaque usage", "The index of each use", friches, rows, n, uses, n_uses, 'f'});
    }
}

/* A number to be read, or a word of the scheme. */
static const char *value_of(vt_report *r, const char *value)
{
    double number;
    char *spaced = value ? vt_arena_text(&r->arena, value) : NULL; /* "zone-agricole-a" */
    for (char *at = spaced; at && *at; at++) {
        *at = *at == '-' || *at == '_' ? ' ' : *at;
    }
    const char *word = value && strcmp(value, "true") == 0 ? vt_report_say(r, "oui", "yes") : value && strcmp(value, "false") == 0 ? vt_report_say(r, "non", "no") : spaced;
    return value && vt_number_parse(value, &number) ? vt_report_real(r, number, fabs(number) < 100 && number != floor(number) ? 2 : 0) : vt_report_text(r, word);
}

/* Points for a use, and against it. */
static void add_reason(vt_report *r, const vitrine_layer *criteria, size_t row, const char *use)
{
    const double for_it = vt_report_value(criteria, row, vt_report_printed(r, "advantage_%s", use)), against = vt_report_value(criteria, row, vt_report_printed(r, "constraint_%s", use));
    const char *source = vt_report_cell(criteria, row, "source");
    if (!source || strcmp(source, "missing") == 0 || !(for_it > 0 || against > 0)) {
        return;
    }
    const char *unit = vt_word("unit", vt_report_cell(criteria, row, "unit"), r->french);
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
    const size_t *rows = vt_report_rows(r, friches, NULL, by_rank, VT_N_OF(by_rank), &n);
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
        vt_report_add(r, vt_report_many(r, (double)missing, "<p>%s critère n'est pas renseigné.</p></details>\n", "<p>%s critères ne sont pas renseignés.</p></details>\n", "<p>%s criterion is not filled.</p></details>\n", "<p>%s criteria are not filled.</p></details>\n"));
    }
}

static bool is_total(const vitrine_layer *layer, size_t row)
{
    const char *scope = vt_report_cell(layer, row, "scope");
    return scope && strcmp(scope, "total") == 0;
}

static void add_stock(vt_report *r)
{
    static const vt_report_column columns[] = {{.column = "status", .fr = "Statut", .en = "Status"}, {.column = "sites"}, {.column = "area_m2"}, {.column = "recycling_m2"}};
    static const vt_report_order order[] = {{"area_m2", true}, {"status", false}};
    const vitrine_layer *stock = vt_export_layer(r->e, "friche_stock");
    size_t n = 0;
    const size_t *rows = stock ? vt_report_rows(r, stock, is_total, order, 2, &n) : NULL;
    if (n) {
        vt_report_add(r, vt_report_say(r, "<p class=\"note\">Ne sont notées que les friches des statuts de friche.statuses\u00A0; le tableau compte toutes les friches.</p>\n", "<p class=\"note\">Only friches of the statuses of friche.statuses are scored; the table counts all friches.</p>\n"));
        vt_report_add_table(r, &(vt_report_table){"stock-friches", "Toutes les friches, par statut", "All friches by status", stock, rows, n, columns, VT_N_OF(columns), 0});
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
    add_ranking(r, friches);
    add_reasons(r, friches);
    add_stock(r);
    vt_report_end(r);
}
