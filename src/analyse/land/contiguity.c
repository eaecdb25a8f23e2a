/* contiguity.c - see contiguity.h. */
#include "analyse/land/contiguity.h"

#include <math.h>
#include <stdlib.h>

#include "geo/measure.h"

/* A stretch of an edge, from 0 to 1. */
typedef struct {
    double from, to;
} stretch;

static void widen(stretch *s, double from, double to)
{
    from = from < 0 ? 0 : from;
    to = to > 1 ? 1 : to;
    if (from <= to) {
        s->from = from < s->from ? from : s->from;
        s->to = to > s->to ? to : s->to;
    }
}

/* Adds the stretch of p + t·d that lies in the disc around c. */
static void within_disc(stretch *s, double px, double py, double dx, double dy, double cx, double cy, double radius)
{
    const double a = dx * dx + dy * dy, b = (px - cx) * dx + (py - cy) * dy;
    const double root = b * b - a * ((px - cx) * (px - cx) + (py - cy) * (py - cy) - radius * radius);
    if (root >= 0 && a > 0) {
        widen(s, (-b - sqrt(root)) / a, (-b + sqrt(root)) / a);
    }
}

/* The stretch of p→q within `distance` of r→s: that is a convex area, two discs and the strip between them. */
static stretch within(double px, double py, double qx, double qy, double rx, double ry, double sx, double sy, double distance)
{
    stretch found = {INFINITY, -INFINITY};
    const double dx = qx - px, dy = qy - py, length = hypot(sx - rx, sy - ry);
    within_disc(&found, px, py, dx, dy, rx, ry, distance);
    within_disc(&found, px, py, dx, dy, sx, sy, distance);
    if (length > 0) {
        const double ux = (sx - rx) / length, uy = (sy - ry) / length;
        /* along the edge 0..length, and across it −distance..distance */
        const double at[2] = {(px - rx) * ux + (py - ry) * uy, (py - ry) * ux - (px - rx) * uy};
        const double slope[2] = {dx * ux + dy * uy, dy * ux - dx * uy};
        const double low[2] = {0, -distance}, high[2] = {length, distance};
        double from = 0, to = 1;
        for (int i = 0; i < 2; i++) {
            if (slope[i] == 0) {
                to = at[i] < low[i] || at[i] > high[i] ? -1 : to;
                continue;
            }
            const double a = (low[i] - at[i]) / slope[i], b = (high[i] - at[i]) / slope[i];
            from = fmax(from, fmin(a, b));
            to = fmin(to, fmax(a, b));
        }
        if (from <= to) {
            widen(&found, from, to);
        }
    }
    return found;
}

static int by_begin(const void *a, const void *b)
{
    const stretch *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

/* Share of an edge that the stretches cover together. */
static double covered(stretch *list, size_t n)
{
    double sum = 0, end = 0;
    qsort(list, n, sizeof *list, by_begin);
    for (size_t i = 0; i < n; i++) {
        sum += fmax(0, list[i].to - fmax(end, list[i].from));
        end = fmax(end, list[i].to);
    }
    return sum;
}

/* Of the edge that ends in vertex v of row a. */
static double edge_length(const vt_geometry *g, size_t v, uint32_t b, const vt_box *near_b, double distance)
{
    enum { MOST = 64 };
    stretch list[MOST];
    size_t n = 0;
    const double px = g->x[v - 1], py = g->y[v - 1], qx = g->x[v], qy = g->y[v];
    const vt_box box = {fmin(px, qx) - distance, fmin(py, qy) - distance, fmax(px, qx) + distance, fmax(py, qy) + distance};
    if (!vt_box_meets(&box, near_b)) {
        return 0;
    }
    for (size_t r = g->ring[g->part[b]]; r < g->ring[g->part[b + 1]]; r++) {
        for (size_t w = g->vertex[r] + 1; w < g->vertex[r + 1]; w++) {
            const vt_box other = {fmin(g->x[w - 1], g->x[w]), fmin(g->y[w - 1], g->y[w]), fmax(g->x[w - 1], g->x[w]), fmax(g->y[w - 1], g->y[w])};
            if (!vt_box_meets(&box, &other)) {
                continue;
            }
            const stretch found = within(px, py, qx, qy, g->x[w - 1], g->y[w - 1], g->x[w], g->y[w], distance);
            if (found.to > found.from) {
                if (n == MOST) { /* a comb of edges along one: what there is counts as one */
                    list[0] = (stretch){0, covered(list, n)};
                    n = 1;
                }
                list[n++] = found;
            }
        }
    }
    return covered(list, n) * hypot(qx - px, qy - py);
}

double vt_contiguity_length(const vt_layer *layer, uint32_t a, uint32_t b, double distance)
{
    const vt_geometry *g = &layer->geometry;
    const vt_box near_b = vt_layer_box(layer, b);
    double length = 0;
    for (size_t r = g->ring[g->part[a]]; r < g->ring[g->part[a + 1]]; r++) {
        for (size_t v = g->vertex[r] + 1; v < g->vertex[r + 1]; v++) {
            length += edge_length(g, v, b, &near_b, distance);
        }
    }
    return length;
}

int vt_contiguity_meets(vt_knife *knife, const vt_layer *layer, uint32_t a, uint32_t b)
{
    vt_fragment one = vt_fragment_row(layer, a), two = vt_fragment_row(layer, b);
    const vt_contact contact = vt_contact_of(&one.parts, &one.box, &two.parts, NULL, knife->edges);
    int meets = contact == VT_MEET || contact == VT_CROSS;
    if (contact == VT_UNSURE) {
        const vt_geos_geometry *x = vt_fragment_polygon(knife, &one), *y = vt_fragment_polygon(knife, &two);
        meets = x && y ? vt_geos_meets(knife->geos, x, y) : -1;
    } else if (contact == VT_APART) { /* one inside the other */
        const vt_geometry *g = &layer->geometry;
        const size_t va = g->vertex[g->ring[g->part[a]]], vb = g->vertex[g->ring[g->part[b]]];
        meets = vt_layer_covers(layer, a, g->x[vb], g->y[vb]) || vt_layer_covers(layer, b, g->x[va], g->y[va]);
    } else if (contact == VT_NO_ROOM) {
        meets = -1;
    }
    vt_fragment_drop(knife, &one);
    vt_fragment_drop(knife, &two);
    return meets;
}
