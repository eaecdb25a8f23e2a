/* distance.c - see distance.h. */
#include "analyse/friche/distance.h"

#include <math.h>
#include <stdlib.h>

#include "geo/measure.h"

static bool add_edges(vt_places *places, const vt_layer *layer, size_t row)
{
    const vt_geometry *g = &layer->geometry;
    const bool point = g->shape[row] == VT_POINTS;
    for (size_t r = g->ring[g->part[row]]; r < g->ring[g->part[row + 1]]; r++) {
        for (size_t i = g->vertex[r] + !point; i < g->vertex[r + 1]; i++) {
            const size_t from = point ? i : i - 1;
            const vt_place_edge edge = {g->x[from], g->y[from], g->x[i], g->y[i]};
            if (!vt_array_push(&places->edges, edge)) {
                return false;
            }
        }
    }
    return true;
}

bool vt_places_add(vt_places *places, const vt_layer *layer)
{
    bool polygons = false, worked = true;
    for (size_t row = 0; worked && row < layer->n; row++) {
        polygons = polygons || layer->geometry.shape[row] == VT_POLYGONS;
        worked = add_edges(places, layer, row);
    }
    vt_rtree *tree = worked && polygons ? vt_layer_index(layer) : NULL;
    if (!worked || (polygons && !tree) || !vt_array_push(&places->layers, layer) ||
        !vt_array_push(&places->polygons, tree)) {
        vt_rtree_free(tree);
        return false;
    }
    return true;
}

bool vt_places_index(vt_places *places)
{
    vt_box *boxes = malloc((places->edges.n + 1) * sizeof *boxes);
    for (size_t i = 0; boxes && i < places->edges.n; i++) {
        const vt_place_edge *e = &places->edges.at[i];
        boxes[i] = (vt_box){fmin(e->ax, e->bx), fmin(e->ay, e->by), fmax(e->ax, e->bx), fmax(e->ay, e->by)};
    }
    places->tree = boxes ? vt_rtree_new(boxes, places->edges.n) : NULL;
    free(boxes);
    return places->tree != NULL;
}

void vt_places_free(vt_places *places)
{
    for (size_t i = 0; i < places->polygons.n; i++) {
        vt_rtree_free(places->polygons.at[i]);
    }
    vt_rtree_free(places->tree);
    vt_array_free(&places->edges);
    vt_array_free(&places->layers);
    vt_array_free(&places->polygons);
}

/* --- one site ------------------------------------------------------------------------------------ */

typedef struct {
    const vt_places *places;
    const vt_layer *sites;
    size_t site;
    vt_box box;
    double x, y;            /* a vertex of the site */
    const vt_layer *layer;  /* of polygons, at hand */
    bool inside;
} quest;

/* The least distance of the site's edges and an edge of a place. */
static double edge_distance(void *user, size_t item)
{
    const quest *q = user;
    const vt_place_edge *e = &q->places->edges.at[item];
    const vt_geometry *g = &q->sites->geometry;
    const bool at_point = e->ax == e->bx && e->ay == e->by;
    if (g->shape[q->site] == VT_POINTS) {
        return vt_measure_foot(q->x, q->y, e->ax, e->ay, e->bx, e->by).distance;
    }
    const vt_box here = {e->ax, e->ay, e->ax, e->ay};
    if (vt_box_meets(&q->box, &here) && vt_layer_covers(q->sites, q->site, e->ax, e->ay)) {
        return 0;
    }
    double least = INFINITY;
    for (size_t r = g->ring[g->part[q->site]]; r < g->ring[g->part[q->site + 1]]; r++) {
        for (size_t i = g->vertex[r] + 1; i < g->vertex[r + 1]; i++) {
            const double ax = g->x[i - 1], ay = g->y[i - 1], bx = g->x[i], by = g->y[i];
            const double d = at_point ? vt_measure_foot(e->ax, e->ay, ax, ay, bx, by).distance
                                      : vt_measure_between(ax, ay, bx, by, e->ax, e->ay, e->bx, e->by);
            least = fmin(least, d);
        }
    }
    return least;
}

static bool is_inside(void *user, size_t row)
{
    quest *q = user;
    q->inside = q->layer->geometry.shape[row] == VT_POLYGONS && vt_layer_covers(q->layer, row, q->x, q->y);
    return !q->inside;
}

double vt_places_distance(const vt_places *places, const vt_layer *sites, size_t site)
{
    const vt_geometry *g = &sites->geometry;
    quest q = {.places = places, .sites = sites, .site = site, .box = vt_layer_box(sites, site)};
    if (g->part[site] == g->part[site + 1] || places->edges.n == 0) {
        return NAN;
    }
    for (size_t p = g->part[site]; p < g->part[site + 1] && !q.inside; p++) {
        q.x = g->x[g->vertex[g->ring[p]]];
        q.y = g->y[g->vertex[g->ring[p]]];
        const vt_box here = {q.x, q.y, q.x, q.y};
        for (size_t i = 0; i < places->layers.n && !q.inside; i++) {
            q.layer = places->layers.at[i];
            if (places->polygons.at[i]) {
                vt_rtree_search(places->polygons.at[i], &here, is_inside, &q);
            }
        }
    }
    return q.inside ? 0 : vt_rtree_nearest(places->tree, &q.box, edge_distance, &q);
}
