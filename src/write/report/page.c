/* page.c - words, figures and tables of the report; see report.h. */
#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"
#include "write/columns.h"
#include "write/report/report.h"
#include "study/words.h"

static const char dash[] = "–";

const char *vt_report_say(const vt_report *r, const char *french, const char *english)
{
    return r->french ? french : english;
}

void vt_report_add(vt_report *r, const char *html)
{
    vt_buffer_add(&r->out, html);
}

const char *vt_report_printed(vt_report *r, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    const int n = vsnprintf(NULL, 0, format, args);
    char *text = n < 0 ? NULL : vt_arena_alloc(&r->arena, (size_t)n + 1);
    if (text) {
        vsnprintf(text, (size_t)n + 1, format, again);
    }
    va_end(again);
    va_end(args);
    r->out.failed = r->out.failed || !text;
    return text ? text : "";
}

/* --- words and figures -------------------------------------------------------------------------------- */

const char *vt_report_text(vt_report *r, const char *text)
{
    if (!text || !*text) {
        return dash;
    }
    vt_buffer escaped = {0};
    vt_buffer_xml(&escaped, text);
    const char *html = escaped.failed ? "" : !escaped.n ? dash : vt_report_printed(r, "<bdi>%s</bdi>", escaped.text);
    r->out.failed = r->out.failed || escaped.failed;
    vt_buffer_free(&escaped);
    return html;
}

const char *vt_report_days(vt_report *r, double days)
{
    const double years = days / 365;
    return years >= 1 && years == floor(years) ? vt_report_many(r, years, "%s an", "%s ans", "%s year", "%s years")
                                               : vt_report_many(r, days, "%s jour", "%s jours", "%s day", "%s days");
}

/* Thousands parted by a thin space (French) or a comma, the decimal comma or point. */
const char *vt_report_real(vt_report *r, double value, int decimals)
{
    if (isnan(value)) {
        return dash;
    }
    char plain[64], grouped[128] = "";
    snprintf(plain, sizeof plain, "%.*f", decimals, fabs(value));
    const size_t whole = strcspn(plain, ".,");
    size_t n = 0;
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0) {
            n += (size_t)snprintf(grouped + n, sizeof grouped - n, "%s", r->french ? "\u202F" : ",");
        }
        grouped[n++] = plain[i];
        grouped[n] = '\0';
    }
    const bool negative = value < 0 && strspn(plain, "0.,") < strlen(plain);
    const char *point = whole == strlen(plain) ? "" : r->french ? "," : ".";
    return vt_report_printed(r, "%s%s%s%s", negative ? "−" : "", grouped, point, *point ? plain + whole + 1 : "");
}

const char *vt_report_count(vt_report *r, double value)
{
    return vt_report_real(r, value, 0);
}

const char *vt_report_many(vt_report *r, double n, const char *fr_one, const char *fr_many, const char *en_one, const char *en_many)
{
    const char *words = r->french ? (n < 2 ? fr_one : fr_many) : n == 1 ? en_one : en_many;
    return vt_report_printed(r, words, vt_report_count(r, n));
}

const char *vt_report_percent(vt_report *r, double share)
{
    return isnan(share) ? dash : vt_report_printed(r, r->french ? "%s\u00A0%%" : "%s%%", vt_report_real(r, 100 * share, 1));
}

const char *vt_report_percent_beside(vt_report *r, double share, double other)
{
    int decimals = 1;
    while (decimals < 4 && share != other && fabs(share - other) < 0.5 * pow(10, -2 - decimals)) {
        decimals++;
    }
    return isnan(share) ? dash : vt_report_printed(r, r->french ? "%s\u00A0%%" : "%s%%", vt_report_real(r, 100 * share, decimals));
}

const char *vt_report_between(vt_report *r, double low, double high)
{
    return vt_report_printed(r, vt_report_say(r, "%s à %s", "%s to %s"), vt_report_percent(r, low), vt_report_percent(r, high));
}

const char *vt_report_day(vt_report *r, const char *iso)
{
    if (!iso || !*iso || !r->french || strlen(iso) < 7 || iso[4] != '-') {
        return iso;
    }
    return strlen(iso) == sizeof "2026-06-30" - 1 ? vt_report_printed(r, "%.2s/%.2s/%.4s", iso + 8, iso + 5, iso) : vt_report_printed(r, "%.2s/%.4s", iso + 5, iso);
}

const char *vt_report_cell(const vitrine_layer *layer, size_t row, const char *column)
{
    return vitrine_layer_get_text(layer, row, vitrine_layer_column(layer, column));
}

const char *vt_report_name(vt_report *r, const vitrine_layer *layer, size_t row, const char *name, const char *id)
{
    const char *text = vt_report_cell(layer, row, name);
    return vt_report_text(r, text && *text ? text : vt_report_cell(layer, row, id));
}

void vt_report_section(vt_report *r, const char *id, const char *french, const char *english)
{
    vt_report_add(r, vt_report_printed(r, "<section id=\"%s\">\n<h2>%s</h2>\n", id, vt_report_say(r, french, english)));
}

void vt_report_end(vt_report *r)
{
    vt_report_add(r, "</section>\n");
}

/* --- rows in order ------------------------------------------------------------------------------------- */

enum { MOST_KEYS = 4 };

typedef struct {
    const vitrine_layer *layer;
    size_t n, column[MOST_KEYS]; /* looked up once: there are many comparisons */
    bool down[MOST_KEYS];
} sorting;

typedef struct {
    const sorting *by;
    size_t row;
} ordered;

static double number_at(const vitrine_layer *layer, size_t row, size_t c)
{
    if (c != SIZE_MAX && layer->columns.at[c].type == VITRINE_BOOLEAN) {
        const int64_t value = vitrine_layer_get_integer(layer, row, c);
        return value == VITRINE_NULL_INTEGER ? NAN : (double)value;
    }
    return vitrine_layer_get_real(layer, row, c);
}

void vt_report_tip(vt_report *r, const char *text)
{
    char *line = vt_arena_text(&r->arena, text && *text ? text : dash);
    for (char *at = line; at && *at; at++) {
        *at = *at == '\n' || *at == '\t' ? ' ' : *at;
    }
    r->out.failed = r->out.failed || !line;
    vt_buffer_xml(&r->out, line ? line : "");
}

double vt_report_value(const vitrine_layer *layer, size_t row, const char *column)
{
    return number_at(layer, row, vitrine_layer_column(layer, column));
}

static int by_order(const void *a, const void *b)
{
    const ordered *x = a, *y = b;
    const sorting *by = x->by;
    for (size_t i = 0; i < by->n; i++) {
        const char *s = vitrine_layer_get_text(by->layer, x->row, by->column[i]), *t = vitrine_layer_get_text(by->layer, y->row, by->column[i]);
        const double u = number_at(by->layer, x->row, by->column[i]), v = number_at(by->layer, y->row, by->column[i]);
        const int unknown = s || t ? (s == NULL) - (t == NULL) : (isnan(u) != 0) - (isnan(v) != 0);
        const int order = unknown ? 0 : s ? strcmp(s, t) : (u > v) - (u < v);
        if (unknown || order) {
            return unknown ? unknown : by->down[i] ? -order : order;
        }
    }
    return (x->row > y->row) - (x->row < y->row);
}

size_t *vt_report_rows(vt_report *r, const vitrine_layer *layer, bool (*keep)(const vitrine_layer *, size_t), const vt_report_order *order,
                       size_t n_order, size_t *n)
{
    sorting by = {.layer = layer, .n = n_order < MOST_KEYS ? n_order : MOST_KEYS};
    ordered *all = vt_arena_array(&r->arena, layer->n + 1, sizeof *all);
    size_t *rows = vt_arena_array(&r->arena, layer->n + 1, sizeof *rows);
    *n = 0;
    if (!all || !rows) {
        r->out.failed = true;
        return rows;
    }
    for (size_t i = 0; i < by.n; i++) {
        by.column[i] = vitrine_layer_column(layer, order[i].column);
        by.down[i] = order[i].down;
    }
    for (size_t row = 0; row < layer->n; row++) {
        if (!keep || keep(layer, row)) {
            all[(*n)++] = (ordered){&by, row};
        }
    }
    qsort(all, *n, sizeof *all, by_order);
    for (size_t i = 0; i < *n; i++) {
        rows[i] = all[i].row;
    }
    return rows;
}

/* --- tables ---------------------------------------------------------------------------------------------- */

/* A number's decimals, by its unit. */
static int decimals_of(const vitrine_column *info)
{
    static const struct {
        const char *unit; /* or how the name begins */
        int decimals;
    } names[] = {{"index_", 1}, {"best_index", 1}, {"reliability", 1}}, units[] = {{"ha", 2}, {"m2", 0}, {"m", 0}, {"premises/100m", 1}, {"years", 1}, {"percent", 0}, {"count", 0}, {"premises", 0}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strncmp(names[i].unit, info->name, strlen(names[i].unit)) == 0) {
            return names[i].decimals;
        }
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(units[i].unit, info->unit) == 0) {
            return units[i].decimals;
        }
    }
    return info->type == VITRINE_REAL ? 2 : 0;
}

static bool is_number(const vitrine_column *info)
{
    return info->type == VITRINE_REAL || info->type == VITRINE_INTEGER;
}

/* Years count without a thin space. */
static bool is_year(const vitrine_column *info)
{
    return strcmp(info->name, "from_year") == 0 || strcmp(info->name, "to_year") == 0 || strcmp(info->name, "as_of") == 0;
}

static void add_number(vt_report *r, const vitrine_column *info, double value)
{
    const char *figure = strcmp(info->unit, "share") == 0 ? vt_report_percent(r, value)
                         : is_year(info) && !isnan(value) ? vt_report_printed(r, "%.0f", value)
                                                          : vt_report_real(r, value, decimals_of(info));
    vt_report_add(r, vt_report_printed(r, "<td class=\"n\">%s</td>", figure));
}

static void add_cell(vt_report *r, const vitrine_layer *layer, size_t row, const vitrine_column *info, const vt_report_column *column)
{
    const double value = column->number ? column->number(r, layer, row) : vt_report_value(layer, row, column->column);
    const char *text = column->text ? column->text(r, layer, row) : vt_report_cell(layer, row, column->column);
    if (is_number(info)) {
        add_number(r, info, value);
    } else if (info->type == VITRINE_BOOLEAN) {
        vt_report_add(r, vt_report_printed(r, "<td>%s</td>", isnan(value) ? dash : value > 0 ? vt_report_say(r, "oui", "yes") : vt_report_say(r, "non", "no")));
    } else if (strcmp(info->unit, "date") == 0) {
        vt_buffer_add(&r->out, "<td data-v=\"");
        vt_buffer_xml(&r->out, text ? text : "");
        vt_report_add(r, vt_report_printed(r, "\">%s</td>", vt_report_text(r, vt_report_day(r, text))));
    } else {
        vt_report_add(r, vt_report_printed(r, "<td>%s</td>", vt_report_text(r, vt_word(column->column, text, r->french))));
    }
}

static void add_head(vt_report *r, const vt_report_table *table, vitrine_column *infos)
{
    vt_report_add(r, vt_report_printed(r, "<table id=\"%s\"><caption>%s</caption><thead><tr>", table->id, vt_report_say(r, table->fr, table->en)));
    for (size_t c = 0; c < table->n_columns; c++) {
        const vt_report_column *column = &table->columns[c];
        vitrine_layer_column_info(table->layer, vitrine_layer_column(table->layer, column->column), &infos[c]);
        const char *heading = column->fr ? vt_report_say(r, column->fr, column->en) : vt_report_say(r, infos[c].label_fr, infos[c].label_en);
        vt_report_add(r, vt_report_printed(r, "<th scope=\"col\"%s>%s</th>", is_number(&infos[c]) ? " class=\"n\"" : "", vt_report_text(r, heading)));
    }
    vt_report_add(r, "</tr></thead><tbody>\n");
}

void vt_report_add_table(vt_report *r, const vt_report_table *table)
{
    enum { MOST = 32, MANY = 12 };
    vitrine_column infos[MOST] = {{0}};
    vt_report_table own = *table;
    vt_report_column present[MOST];
    own.columns = present;
    own.n_columns = 0;
    for (size_t c = 0; c < table->n_columns && own.n_columns < MOST; c++) {
        if (vitrine_layer_column(table->layer, table->columns[c].column) != SIZE_MAX) {
            present[own.n_columns++] = table->columns[c];
        }
    }
    const size_t n = own.rows ? own.n : own.layer->n, shown = n < VT_REPORT_ROWS ? n : VT_REPORT_ROWS;
    vt_report_add(r, vt_report_printed(r, "<div class=\"table%s\">\n", n > MANY ? " many" : ""));
    add_head(r, &own, infos);
    for (size_t i = 0; i < shown; i++) {
        const size_t row = own.rows ? own.rows[i] : i;
        vt_report_add(r, own.link ? vt_report_printed(r, "<tr data-f=\"%c%zu\">", own.link, row) : "<tr>");
        for (size_t c = 0; c < own.n_columns; c++) {
            add_cell(r, own.layer, row, &infos[c], &present[c]);
        }
        vt_report_add(r, "</tr>\n");
    }
    vt_report_add(r, "</tbody></table></div>\n");
    if (shown < n) {
        VT_REPORT_PRINT(r, "<p class=\"note\">Les %s premières lignes sur %s\u00A0; toutes sont dans vitrine.gpkg, couche %s.</p>\n",
                        "<p class=\"note\">The first %s rows of %s; all are in vitrine.gpkg, layer %s.</p>\n", vt_report_count(r, (double)shown),
                        vt_report_count(r, (double)n), own.layer->name);
    }
}

void vt_report_list(vt_report *r, const char *id, const char *caption, const char *const headings[], const char *kinds, bool many)
{
    vt_report_add(r, vt_report_printed(r, "<div class=\"table%s\">\n<table id=\"%s\"><caption>%s</caption><thead><tr>", many ? " many" : "", id, caption));
    for (size_t i = 0; kinds[i]; i++) {
        vt_report_add(r, vt_report_printed(r, "<th scope=\"col\"%s>%s</th>", kinds[i] == 'n' ? " class=\"n\"" : "", headings[i]));
    }
    vt_report_add(r, "</tr></thead><tbody>\n");
}

void vt_report_list_row(vt_report *r, const char *const cells[], const char *kinds)
{
    vt_report_add(r, "<tr>");
    for (size_t i = 0; kinds[i]; i++) {
        vt_report_add(r, vt_report_printed(r, kinds[i] == 'n' ? "<td class=\"n\">%s</td>" : "<td>%s</td>", cells[i] && *cells[i] ? vt_report_text(r, cells[i]) : ""));
    }
    vt_report_add(r, "</tr>\n");
}

void vt_report_list_end(vt_report *r)
{
    vt_report_add(r, "</tbody></table></div>\n");
}
