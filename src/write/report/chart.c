/* chart.c - charts that are tables: a bar or an interval drawn in a cell, its figure in words beside it, so that they can be read out,
 * printed and read on a telephone. */
#include <math.h>

#include "write/report/report.h"

static void open_chart(vt_report *r, const char *caption)
{
    vt_report_add(r, vt_report_printed(r, "<table class=\"chart\"><caption>%s</caption>\n", caption));
}

/* The end of the scale: a whole number of steps beyond the highest bound. */
static double scale_of(const vitrine_layer *layer, const size_t *rows, size_t n, double *step)
{
    double most = VT_REPORT_ALERT * 1.2;
    for (size_t i = 0; i < n; i++) {
        most = fmax(most, vt_report_value(layer, rows[i], "rate_ci_high"));
    }
    *step = most > 0.5 ? 0.2 : most > 0.25 ? 0.1 : 0.05;
    return fmin(1, ceil(most / *step - 1e-9) * *step);
}

void vt_report_intervals(vt_report *r, const char *caption, const vitrine_layer *layer, const char *name, const char *id, const size_t *rows, size_t n, char link)
{
    double step;
    const double most = scale_of(layer, rows, n, &step);
    open_chart(r, caption);
    vt_report_add(r, vt_report_printed(r, "<thead><tr><th scope=\"col\">%s</th><th scope=\"col\" class=\"axis\"><svg aria-hidden=\"true\">", vt_report_say(r, "Rue", "Street")));
    for (double at = 0; at <= most + 1e-9; at += step) {
        vt_report_add(r, vt_report_printed(r, "<text x=\"%.1f%%\" y=\"15\" text-anchor=\"%s\">%.0f%s</text>", 100 * at / most,
                                           at == 0 ? "start" : at > most - step / 2 ? "end" : "middle", 100 * at, vt_report_say(r, "\u00A0%", "%")));
    }
    vt_report_add(r, vt_report_say(r, "</svg><span class=\"unseen\">Taux et intervalle à 95\u00A0%</span></th><th scope=\"col\" class=\"n\">Taux</th><th scope=\"col\" class=\"n\">Vacants</th></tr></thead><tbody>\n",
                                   "</svg><span class=\"unseen\">Rate and 95% interval</span></th><th scope=\"col\" class=\"n\">Rate</th><th scope=\"col\" class=\"n\">Vacant</th></tr></thead><tbody>\n"));
    for (size_t i = 0; i < n; i++) {
        const size_t row = rows[i];
        const double low = vt_report_value(layer, row, "rate_ci_low"), high = vt_report_value(layer, row, "rate_ci_high");
        const double stock = vt_report_value(layer, row, "stock"), vacant = vt_report_vacant(r, layer, row);
        vt_report_add(r, vt_report_printed(r, "<tr data-f=\"%c%zu\"><th scope=\"row\">%s</th><td class=\"draw\"><svg aria-hidden=\"true\">", link, row,
                                           vt_report_name(r, layer, row, name, id)));
        vt_report_add(r, vt_report_printed(r, "<line class=\"alert\" x1=\"%.1f%%\" x2=\"%.1f%%\" y1=\"0\" y2=\"100%%\"/>", 100 * VT_REPORT_ALERT / most, 100 * VT_REPORT_ALERT / most));
        vt_report_add(r, vt_report_printed(r, "<line class=\"ci\" x1=\"%.1f%%\" x2=\"%.1f%%\" y1=\"50%%\" y2=\"50%%\"/>", 100 * low / most, 100 * high / most));
        vt_report_add(r, vt_report_printed(r, "<circle class=\"c%.0f\" cx=\"%.1f%%\" cy=\"50%%\" r=\"6\"/></svg>", vt_report_value(layer, row, "class"),
                                           100 * vt_report_value(layer, row, "rate") / most));
        VT_REPORT_PRINT(r, "<span class=\"unseen\">%s</span></td><td class=\"n\">%s</td><td class=\"n\">%s sur %s</td></tr>\n",
                        "<span class=\"unseen\">%s</span></td><td class=\"n\">%s</td><td class=\"n\">%s of %s</td></tr>\n",
                        vt_report_between(r, low, high), vt_report_percent(r, vt_report_value(layer, row, "rate")), vt_report_count(r, vacant),
                        vt_report_count(r, stock));
    }
    vt_report_add(r, "</tbody></table>\n");
    vt_report_add(r, vt_report_say(r, "<p class=\"note\">Le point est le taux, le trait son intervalle à 95\u00A0% (Wilson), le tireté le seuil de 10\u00A0%.</p>\n",
                                   "<p class=\"note\">The dot is the rate, the line its 95% interval (Wilson), the dashes the level of 10%.</p>\n"));
}

void vt_report_bars(vt_report *r, const char *caption, const vt_report_bar *bars, size_t n)
{
    double most = 0;
    for (size_t i = 0; i < n; i++) {
        most = fmax(most, bars[i].value);
    }
    open_chart(r, caption);
    vt_report_add(r, "<tbody>\n");
    for (size_t i = 0; i < n; i++) {
        const double width = most > 0 && bars[i].value > 0 ? 100 * bars[i].value / most : 0;
        vt_report_add(r, vt_report_printed(r, "<tr><th scope=\"row\">%s</th><td class=\"draw\"><svg aria-hidden=\"true\"><rect class=\"%s\" width=\"%.1f%%\" "
                                              "height=\"100%%\"/></svg></td><td class=\"n\">%s</td></tr>\n",
                                           bars[i].label, bars[i].class, width, bars[i].figure));
    }
    vt_report_add(r, "</tbody></table>\n");
}
