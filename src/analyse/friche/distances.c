/* distances.c - see distances.h. */
#include "analyse/friche/distances.h"

#include <math.h>
#include <string.h>

#include "base/parallel.h"
#include "geo/measure.h"

/* Places of one kind, and how far each site is from the nearest. */
typedef struct {
    const vt_layer *sites;
    VT_ARRAY(const vt_layer *) places;
    VT_ARRAY(vt_rtree *) trees;
    double *value;
} finding;

typedef struct {
    const vt_layer *sites, *places;
    size_t site;
    double least;
} nearest;

/* Least distance of two features' vertices and edges; a point is an edge of no length. */
static double edge_distance(const vt_layer *a, size_t i, const vt_layer *b, size_t j)
{
    const vt_geometry *g = &a->geometry, *h = &b->geometry;
    double least = INFINITY;
    for (size_t r = g->ring[g->part[i]]; r < g->ring[g->part[i + 1]]; r++) {
        const size_t from = g->vertex[r], to = g->vertex[r + 1];
        for (size_t v = from; v < (to - from > 1 ? to - 1 : to); v++) {
            const size_t w = to - from > 1 ? v + 1 : v;
            for (size_t q = h->ring[h->part[j]]; q < h->ring[h->part[j + 1]]; q++) {
                const size_t first = h->vertex[q], last = h->vertex[q + 1];
                for (size_t u = first; u < (last - first > 1 ? last - 1 : last); u++) {
                    const size_t t = last - first > 1 ? u + 1 : u;
                    least = fmin(least, vt_measure_between(g->x[v], g->y[v], g->x[w], g->y[w], h->x[u], h->y[u], h->x[t], h->y[t]));
                }
            }
        }
    }
    return least;
}

/* One lies in the other: its first vertex does, when no edges meet. */
static bool holds(const vt_layer *a, size_t i, const vt_layer *b, size_t j)
{
    const vt_geometry *h = &b->geometry;
    const size_t v = h->vertex[h->ring[h->part[j]]];
    return a->geometry.shape[i] == VT_POLYGONS && vt_layer_covers(a, i, h->x[v], h->y[v]);
}

static bool consider(void *user, size_t place)
{
    nearest *n = user;
    if (n->least > 0) {
        const bool inside = holds(n->sites, n->site, n->places, place) || holds(n->places, place, n->sites, n->site);
        n->least = fmin(n->least, inside ? 0 : edge_distance(n->sites, n->site, n->places, place));
    }
    return n->least > 0;
}

/* Boxes of growing reach, until what is found is nearer than what may lie outside. */
static double nearest_of(const finding *f, size_t site)
{
    const vt_box box = vt_layer_box(f->sites, site);
    double least = INFINITY;
    for (double reach = 500; reach < 1e8; reach *= 4) {
        const vt_box around = {box.xmin - reach, box.ymin - reach, box.xmax + reach, box.ymax + reach};
        for (size_t i = 0; i < f->places.n; i++) {
            nearest n = {f->sites, f->places.at[i], site, least};
            vt_rtree_search(f->trees.at[i], &around, consider, &n);
            least = n.least;
        }
        if (least <= reach) {
            break;
        }
    }
    return isinf(least) ? NAN : least;
}

static void find_range(void *user, size_t from, size_t to)
{
    const finding *f = user;
    for (size_t site = from; site < to; site++) {
        f->value[site] = f->sites->geometry.shape[site] ? nearest_of(f, site) : NAN;
    }
}

static bool add_kind(vitrine_context *ctx, const vitrine_model *model, const vt_layer *sites, vt_arena *arena, size_t first,
                     vt_measures *measures)
{
    const char *kind = vt_layer_what(&model->layers[first], "places");
    finding f = {.sites = sites, .value = vt_arena_array(arena, sites->n, sizeof *f.value)};
    const vt_measured measured = {vt_arena_printf(arena, "distance_%s_m", kind), "m", f.value};
    bool worked = measured.name && f.value && vt_array_push(&measures->list, measured);
    for (size_t i = first; worked && i < model->n_layers; i++) {
        const char *other = vt_layer_what(&model->layers[i], "places");
        if (other && strcmp(other, kind) == 0) {
            vt_rtree *tree = vt_layer_index(&model->layers[i]);
            worked = tree && vt_array_push(&f.trees, tree) && vt_array_push(&f.places, &model->layers[i]);
        }
    }
    if (worked) {
        vt_parallel_for(ctx, sites->n, 64, find_range, &f);
    }
    for (size_t i = 0; i < f.trees.n; i++) {
        vt_rtree_free(f.trees.at[i]);
    }
    vt_array_free(&f.trees);
    vt_array_free(&f.places);
    return worked;
}

bool vt_distances_add(vitrine_context *ctx, const vitrine_model *model, const vt_layer *sites, vt_arena *arena, vt_measures *measures)
{
    bool worked = true;
    for (size_t i = 0; worked && i < model->n_layers; i++) {
        const char *kind = vt_layer_what(&model->layers[i], "places");
        bool fresh = kind != NULL;
        for (size_t j = 0; fresh && j < i; j++) {
            const char *other = vt_layer_what(&model->layers[j], "places");
            fresh = !other || strcmp(other, kind) != 0;
        }
        worked = !fresh || add_kind(ctx, model, sites, arena, i, measures);
    }
    return worked;
}
