/* parts.c - see parts.h. */
#include "geo/parts.h"

#include <math.h>

#include "geo/measure.h"

vt_box vt_parts_box(const vt_parts *parts)
{
    const vt_geometry *g = parts->g;
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    const size_t from = g->vertex[g->ring[parts->first]], to = g->vertex[g->ring[parts->first + parts->n]];
    for (size_t i = from; i < to; i++) { /* compared by hand: fmin is a call, and a cadastre has ten million vertices */
        const double x = g->x[i], y = g->y[i];
        box.xmin = x < box.xmin ? x : box.xmin;
        box.ymin = y < box.ymin ? y : box.ymin;
        box.xmax = x > box.xmax ? x : box.xmax;
        box.ymax = y > box.ymax ? y : box.ymax;
    }
    return box;
}

double vt_parts_area(const vt_parts *parts)
{
    const vt_geometry *g = parts->g;
    double area = 0;
    for (size_t p = parts->first; p < parts->first + parts->n; p++) {
        for (size_t r = g->ring[p]; r < g->ring[p + 1]; r++) {
            const size_t from = g->vertex[r], n = g->vertex[r + 1] - from;
            const double ring = fabs(vt_measure_ring_area(g->x + from, g->y + from, n));
            area += r == g->ring[p] ? ring : -ring;
        }
    }
    return area;
}

bool vt_parts_cover(const vt_parts *parts, double x, double y)
{
    const vt_geometry *g = parts->g;
    for (size_t p = parts->first; p < parts->first + parts->n; p++) {
        bool inside = false;
        for (size_t r = g->ring[p]; r < g->ring[p + 1]; r++) {
            const size_t from = g->vertex[r];
            const int where = vt_measure_in_ring(x, y, g->x + from, g->y + from, g->vertex[r + 1] - from);
            if (where < 0) {
                return true;
            }
            inside = r == g->ring[p] ? where > 0 : inside && where == 0;
        }
        if (inside) {
            return true;
        }
    }
    return false;
}
