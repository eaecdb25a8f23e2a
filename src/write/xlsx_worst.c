/* xlsx_worst.c - the ten streets of the highest rate among those with premises enough, and their chart. */
#include <stdlib.h>
#include <string.h>

#include "write/xlsx.h"

enum { MOST = 10 };

typedef struct {
    double rate;
    int64_t vacant;
    size_t row;
} street;

/* The highest rate first; of equals the one with more vacant premises, then the first of the layer. */
static int by_rate(const void *a, const void *b)
{
    const street *x = a, *y = b;
    if (x->rate != y->rate) {
        return x->rate > y->rate ? -1 : 1;
    }
    if (x->vacant != y->vacant) {
        return x->vacant > y->vacant ? -1 : 1;
    }
    return x->row < y->row ? -1 : x->row > y->row;
}

static bool is_worth(const vitrine_layer *layer, size_t row)
{
    return vitrine_layer_get_integer(layer, row, vitrine_layer_column(layer, "enough")) == 1 &&
           vitrine_layer_get_integer(layer, row, vitrine_layer_column(layer, "vacant")) > 0 &&
           vitrine_layer_get_real(layer, row, vitrine_layer_column(layer, "rate")) > 0;
}

bool vt_xlsx_has_worst(const vt_export *e)
{
    const vitrine_layer *layer = vt_export_layer(e, "street_vacancy");
    for (size_t row = 0; layer && row < layer->n; row++) {
        if (is_worth(layer, row)) {
            return true;
        }
    }
    return false;
}

/* Bars from the top down, the first street at the top. */
static bool add_chart(vt_xlsx *x, lxw_row_t streets, lxw_row_t at)
{
    lxw_chart *chart = workbook_add_chart(x->book, LXW_CHART_BAR);
    lxw_chart_series *series = chart ? chart_add_series(chart, NULL, NULL) : NULL;
    if (!series) {
        return false;
    }
    const char *percent = vt_xlsx_say(x, "0.0\\ %", "0.0%");
    chart_series_set_categories(series, x->worst->name, 1, 0, streets, 0);
    chart_series_set_values(series, x->worst->name, 1, 1, streets, 1);
    chart_series_set_name(series, vt_xlsx_say(x, "Taux de vacance", "Vacancy rate"));
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, percent);
    lxw_chart_fill fill = {.color = 0xB2182B};
    chart_series_set_fill(series, &fill);
    chart_set_series_gap(chart, 60);
    chart_title_set_name(chart, vt_xlsx_say(x, "Taux de vacance des rues les plus vacantes", "Vacancy rate of the most vacant streets"));
    lxw_chart_font font = {.size = 12, .bold = LXW_TRUE};
    chart_title_set_name_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_axis_set_reverse(chart->y_axis); /* in a bar chart y is the streets and x the rate */
    chart_axis_set_num_format(chart->x_axis, vt_xlsx_say(x, "0\\ %", "0%"));
    chart_axis_set_min(chart->x_axis, 0);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
    lxw_chart_options options = {.x_scale = 1.6, .y_scale = 1.4};
    return worksheet_insert_chart_opt(x->worst, at, 0, chart, &options) == LXW_NO_ERROR;
}

bool vt_xlsx_fill_worst(vt_xlsx *x)
{
    static const char *const names[] = {"street_name", "rate", "rate_ci_low", "rate_ci_high", "vacant", "stock"};
    enum { COLUMNS = sizeof names / sizeof *names };
    const vitrine_layer *layer = vt_export_layer(x->e, "street_vacancy");
    street *streets = vt_arena_array(&x->arena, layer->n + 1, sizeof *streets);
    size_t n = 0;
    for (size_t row = 0; streets && row < layer->n; row++) {
        if (is_worth(layer, row)) {
            streets[n++] = (street){vitrine_layer_get_real(layer, row, vitrine_layer_column(layer, "rate")),
                                    vitrine_layer_get_integer(layer, row, vitrine_layer_column(layer, "vacant")), row};
        }
    }
    if (!streets) {
        return false;
    }
    worksheet_set_column(x->worst, 0, 0, 34, NULL);
    worksheet_set_column(x->worst, 1, COLUMNS - 1, 14, NULL);
    worksheet_set_row(x->worst, 0, 48, NULL);
    qsort(streets, n, sizeof *streets, by_rate);
    n = n < MOST ? n : MOST;
    for (size_t i = 0; i <= n; i++) {
        for (size_t c = 0; c < COLUMNS; c++) {
            const size_t column = vitrine_layer_column(layer, names[c]), row = i ? streets[i - 1].row : 0;
            vitrine_column info;
            vitrine_layer_column_info(layer, column, &info);
            if (i == 0) {
                vt_xlsx_text(x, x->worst, 0, c, vt_xlsx_say(x, info.label_fr, info.label_en), x->heading);
            } else if (info.type == VITRINE_TEXT) {
                const char *name = vitrine_layer_get_text(layer, row, column);
                const char *id = vitrine_layer_get_text(layer, row, vitrine_layer_column(layer, "street_id"));
                vt_xlsx_text(x, x->worst, i, c, name ? name : id, x->cell[VT_CELL_TEXT]);
            } else {
                const double value = info.type == VITRINE_REAL ? vitrine_layer_get_real(layer, row, column)
                                                               : (double)vitrine_layer_get_integer(layer, row, column);
                vt_xlsx_number(x, x->worst, i, c, value, x->cell[vt_xlsx_cell_of(&info)]);
            }
        }
    }
    worksheet_freeze_panes(x->worst, 1, 0);
    worksheet_autofilter(x->worst, 0, 0, (lxw_row_t)n, COLUMNS - 1);
    worksheet_set_landscape(x->worst);
    worksheet_set_paper(x->worst, 9); /* A4 */
    worksheet_fit_to_pages(x->worst, 1, 1);
    return add_chart(x, (lxw_row_t)n, (lxw_row_t)n + 2);
}
