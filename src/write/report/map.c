/* map.c - inline SVG in whole units of the map, so that paths are short; see report.h. Lines and points are strokes that keep their
 * width whatever the zoom, which the script does by the viewBox alone. */
#include <math.h>
#include <string.h>

#include "write/report/report.h"

enum { UNITS = 12000 }; /* along the longer side: 0.25 m in a town of 3 km */

void vt_report_grow(vt_box *box, const vt_geometry *g, size_t from, size_t to)
{
    for (size_t i = g->vertex[g->ring[g->part[from]]]; i < g->vertex[g->ring[g->part[to]]]; i++) {
        *box = (vt_box){fmin(box->xmin, g->x[i]), fmin(box->ymin, g->y[i]), fmax(box->xmax, g->x[i]), fmax(box->ymax, g->y[i])};
    }
}

/* With a margin, and no strip where a street stands alone. */
static vt_box framed(vt_box box)
{
    const double extent = fmax(fmax(box.xmax - box.xmin, box.ymax - box.ymin), 50), margin = extent * 0.03, least = extent * 0.5;
    const double x = fmax(0, least - (box.xmax - box.xmin)) / 2 + margin, y = fmax(0, least - (box.ymax - box.ymin)) / 2 + margin;
    return (vt_box){box.xmin - x, box.ymin - y, box.xmax + x, box.ymax + y};
}

void vt_report_map_open(vt_report *r, vt_report_map *map, const char *id, vt_box home, vt_box whole, const char *label)
{
    const vt_box all = framed(whole), first = framed(home);
    map->unit = fmax(0.1, fmax(first.xmax - first.xmin, first.ymax - first.ymin) / UNITS); /* a far point does not make the town coarse */
    map->x0 = all.xmin;
    map->y1 = all.ymax;
    vt_report_add(r, vt_report_printed(r, "<figure class=\"map\" id=\"%s\">\n<div class=\"frame\">", id));
    vt_report_add(r, vt_report_printed(r, "<svg viewBox=\"%.0f %.0f %.0f %.0f\" data-all=\"0 0 %.0f %.0f\" data-unit=\"%.6g\" role=\"img\" tabindex=\"0\" aria-label=\"%s\">\n",
                                       (first.xmin - map->x0) / map->unit, (map->y1 - first.ymax) / map->unit, (first.xmax - first.xmin) / map->unit,
                                       (first.ymax - first.ymin) / map->unit, (all.xmax - all.xmin) / map->unit, (all.ymax - all.ymin) / map->unit, map->unit, label));
}

void vt_report_map_close(vt_report *r, const char *legend, const char *note)
{
    vt_report_add(r, "</svg><div class=\"scale\" hidden></div></div>\n");
    vt_report_add(r, vt_report_printed(r, "<ul class=\"legend\">%s</ul>\n<figcaption class=\"note\">%s</figcaption></figure>\n", legend, note));
}

static long unit_x(const vt_report_map *map, double x)
{
    return lround((x - map->x0) / map->unit);
}

static long unit_y(const vt_report_map *map, double y)
{
    return lround((map->y1 - y) / map->unit);
}

/* Moves after the first are relative; vertices that fall on one unit are one. */
static void add_ring(vt_report *r, const vt_report_map *map, const double *x, const double *y, size_t n, bool closed)
{
    long at_x = unit_x(map, x[0]), at_y = unit_y(map, y[0]);
    vt_buffer_printf(&r->out, "M%ld %ld", at_x, at_y);
    const char *command = "l";
    for (size_t i = 1; i < n - (closed ? 1 : 0); i++) {
        const long dx = unit_x(map, x[i]) - at_x, dy = unit_y(map, y[i]) - at_y;
        if (dx || dy) {
            vt_buffer_printf(&r->out, "%s%ld%s%ld", *command ? command : dx < 0 ? "" : " ", dx, dy < 0 ? "" : " ", dy);
            at_x += dx;
            at_y += dy;
            command = "";
        }
    }
    vt_buffer_add(&r->out, closed ? "z" : *command ? "h0" : "");
}

void vt_report_path(vt_report *r, const vt_report_map *map, const vt_geometry *g, size_t row)
{
    for (size_t ring = g->ring[g->part[row]]; ring < g->ring[g->part[row + 1]]; ring++) {
        const size_t from = g->vertex[ring], n = g->vertex[ring + 1] - from;
        if (n) {
            add_ring(r, map, g->x + from, g->y + from, n, n > 3 && g->x[from] == g->x[from + n - 1] && g->y[from] == g->y[from + n - 1]);
        }
    }
}

/* Where a name stands: its middle, its angle as SVG counts it, and its room in metres. */
typedef struct {
    double x, y, angle, room;
} place;

/* The longest stretch of a line that is all but straight (its chord is at least 0.985 of it). */
static void straightest(const double *x, const double *y, size_t n, place *best)
{
    enum { MOST = 300 }; /* vertices looked at: all pairs are tried */
    n = n < MOST ? n : MOST;
    for (size_t i = 0; i + 1 < n; i++) {
        double along = 0;
        for (size_t j = i + 1; j < n; j++) {
            const double dx = x[j] - x[i], dy = y[j] - y[i], chord = hypot(dx, dy);
            along += hypot(x[j] - x[j - 1], y[j] - y[j - 1]);
            if (chord > best->room && chord >= 0.985 * along) {
                *best = (place){(x[i] + x[j]) / 2, (y[i] + y[j]) / 2, atan2(-dy, dx) * 180 / M_PI, chord};
            }
        }
    }
}

static place middle_of(const vt_geometry *g, size_t row)
{
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    vt_report_grow(&box, g, row, row + 1);
    return (place){(box.xmin + box.xmax) / 2, (box.ymin + box.ymax) / 2, 0, 3 * (box.xmax - box.xmin)}; /* a name may stand out of its polygon */
}

void vt_report_label(vt_report *r, const vt_report_map *map, const vt_geometry *g, size_t row, const char *text)
{
    place best = {0, 0, 0, 0};
    for (size_t ring = g->ring[g->part[row]]; g->shape[row] == VT_LINES && ring < g->ring[g->part[row + 1]]; ring++) {
        straightest(g->x + g->vertex[ring], g->y + g->vertex[ring], g->vertex[ring + 1] - g->vertex[ring], &best);
    }
    if (g->shape[row] == VT_POLYGONS) {
        best = middle_of(g, row);
    }
    if (best.room <= 0 || !text) {
        return;
    }
    best.angle += best.angle > 90 ? -180 : best.angle < -90 ? 180 : 0; /* read from the left */
    vt_buffer_printf(&r->out, "<text data-x=\"%ld\" data-y=\"%ld\" data-a=\"%.0f\" data-w=\"%.0f\" visibility=\"hidden\">", unit_x(map, best.x), unit_y(map, best.y),
                     best.angle, best.room / map->unit);
    vt_buffer_xml(&r->out, text);
    vt_buffer_add(&r->out, "</text>\n");
}

void vt_report_ground(vt_report *r, const vt_report_map *map, const char *layer, const char *class)
{
    const vt_layer *ground = vt_model_layer(r->e->model, layer);
    if (!ground || !ground->n || ground->geometry.vertex[ground->geometry.ring[ground->geometry.part[ground->n]]] > VT_REPORT_GROUND) {
        return;
    }
    vt_report_add(r, vt_report_printed(r, "<path class=\"%s\" d=\"", class));
    for (size_t row = 0; row < ground->n; row++) {
        vt_report_path(r, map, &ground->geometry, row);
    }
    vt_report_add(r, "\"/>\n");
}
