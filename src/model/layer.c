/* layer.c - see layer.h. */
#include "model/layer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "geo/measure.h"

const char *const vt_status_names[VT_STATUSES] = {"occupied", "vacant",    "works",
                                                  "reserve",  "converted", "unknown"};

const char *vt_layer_text(const vt_layer *layer, const char *field, size_t row)
{
    const size_t i = vt_kind_field(layer->kind, field);
    for (size_t a = layer->n_kept; i == SIZE_MAX && a < layer->n_kept + layer->n_attributes; a++) {
        if (strcmp(layer->kept[a].name, field) == 0) {
            return layer->kept[a].text[row];
        }
    }
    return i == SIZE_MAX || !layer->fields[i].text ? NULL : layer->fields[i].text[row];
}

bool vt_layer_has(const vt_layer *layer, const char *field)
{
    const size_t i = vt_kind_field(layer->kind, field);
    return i != SIZE_MAX && (layer->fields[i].text || layer->fields[i].real);
}

double vt_layer_number(const vt_layer *layer, const char *field, size_t row)
{
    const size_t i = vt_kind_field(layer->kind, field);
    return i == SIZE_MAX || !layer->fields[i].real ? NAN : layer->fields[i].real[row];
}

const char *vt_layer_what(const vt_layer *layer, const char *kind)
{
    return strcmp(layer->kind->name, kind) == 0 ? layer->what : NULL;
}

/* First and last vertex of a feature. */
static void span(const vt_layer *layer, size_t row, size_t *from, size_t *to)
{
    const vt_geometry *g = &layer->geometry;
    *from = g->vertex[g->ring[g->part[row]]];
    *to = g->vertex[g->ring[g->part[row + 1]]];
}

vt_parts vt_layer_parts(const vt_layer *layer, size_t row)
{
    const uint32_t first = layer->geometry.part[row];
    return (vt_parts){&layer->geometry, first, layer->geometry.part[row + 1] - first};
}

vt_box vt_layer_box(const vt_layer *layer, size_t row)
{
    const vt_parts parts = vt_layer_parts(layer, row);
    return vt_parts_box(&parts);
}

double vt_layer_area(const vt_layer *layer, size_t row)
{
    const vt_parts parts = vt_layer_parts(layer, row);
    return vt_parts_area(&parts);
}

double vt_layer_perimeter(const vt_layer *layer, size_t row)
{
    const vt_geometry *g = &layer->geometry;
    double length = 0;
    for (size_t r = g->ring[g->part[row]]; r < g->ring[g->part[row + 1]]; r++) {
        const size_t from = g->vertex[r];
        length += vt_measure_length(g->x + from, g->y + from, g->vertex[r + 1] - from);
    }
    return length;
}

static void middle_of_line(const double *px, const double *py, size_t n, double *x, double *y)
{
    double left = vt_measure_length(px, py, n) / 2;
    *x = px[0];
    *y = py[0];
    for (size_t i = 1; i < n; i++) {
        const double step = hypot(px[i] - px[i - 1], py[i] - py[i - 1]);
        if (step >= left && step > 0) {
            *x = px[i - 1] + (px[i] - px[i - 1]) * left / step;
            *y = py[i - 1] + (py[i] - py[i - 1]) * left / step;
            return;
        }
        left -= step;
    }
}

/* The middle of the widest stretch inside the polygon on the horizontal line halfway up its box, between
 * two vertex heights so that the line touches none. */
static void inside_polygon(const vt_layer *layer, size_t row, double *x, double *y)
{
    const vt_geometry *g = &layer->geometry;
    const vt_box box = vt_layer_box(layer, row);
    size_t from, to;
    span(layer, row, &from, &to);
    double above = box.ymax, below = box.ymin;
    const double half = (box.ymin + box.ymax) / 2;
    for (size_t i = from; i < to; i++) {
        above = g->y[i] > half ? fmin(above, g->y[i]) : above;
        below = g->y[i] <= half ? fmax(below, g->y[i]) : below;
    }
    const double level = (above + below) / 2;
    *x = (box.xmin + box.xmax) / 2;
    *y = level;
    double *cut = malloc((to - from) * sizeof *cut);
    size_t n = 0;
    for (size_t r = g->ring[g->part[row]]; cut && r < g->ring[g->part[row + 1]]; r++) {
        for (size_t i = g->vertex[r] + 1; i < g->vertex[r + 1]; i++) {
            if ((g->y[i - 1] > level) != (g->y[i] > level)) {
                const double t = (level - g->y[i - 1]) / (g->y[i] - g->y[i - 1]);
                cut[n++] = g->x[i - 1] + t * (g->x[i] - g->x[i - 1]);
            }
        }
    }
    if (cut) {
        qsort(cut, n, sizeof *cut, vt_number_compare);
    }
    double widest = -1;
    for (size_t i = 0; i + 1 < n; i += 2) {
        if (cut[i + 1] - cut[i] > widest) {
            widest = cut[i + 1] - cut[i];
            *x = (cut[i] + cut[i + 1]) / 2;
        }
    }
    free(cut);
}

vt_rtree *vt_layer_index(const vt_layer *layer)
{
    vt_box *boxes = malloc((layer->n + 1) * sizeof *boxes);
    for (size_t i = 0; boxes && i < layer->n; i++) {
        boxes[i] = vt_layer_box(layer, i);
    }
    vt_rtree *tree = boxes ? vt_rtree_new(boxes, layer->n) : NULL;
    free(boxes);
    return tree;
}

void vt_layer_place(const vt_layer *layer, size_t row, double *x, double *y)
{
    const vt_geometry *g = &layer->geometry;
    *x = *y = NAN;
    size_t from, to;
    span(layer, row, &from, &to);
    if (from == to) {
        return;
    }
    if (g->shape[row] == VT_LINES) {
        const size_t ring = g->ring[g->part[row]];
        middle_of_line(g->x + g->vertex[ring], g->y + g->vertex[ring], g->vertex[ring + 1] - g->vertex[ring], x,
                       y);
    } else if (g->shape[row] == VT_POLYGONS) {
        inside_polygon(layer, row, x, y);
    } else {
        *x = g->x[from];
        *y = g->y[from];
    }
}

bool vt_layer_covers(const vt_layer *layer, size_t row, double x, double y)
{
    const vt_parts parts = vt_layer_parts(layer, row);
    return vt_parts_cover(&parts, x, y);
}
