/* measures.c - see measures.h. Overlays run on several threads, each with a GEOS handle of its own; distances are in
 * distances.c. */
#include "analyse/friche/measures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/friche/distances.h"
#include "base/number.h"
#include "base/parallel.h"
#include "base/text.h"
#include "geo/geos.h"

/* Features of one or several layers whose union covers part of a site. */
typedef struct {
    const vt_layer *layer;
    const vt_rtree *tree;
    bool *member; /* by row; NULL: all */
} cover;

typedef struct {
    VT_ARRAY(cover) covers;
    double *share;
} coverage;

typedef struct {
    vitrine_context *ctx;
    const vt_layer *sites, *parcels, *buildings;
    vt_rtree *parcel_tree, *building_tree;
    double *area, *compactness, *widest, *built, *built_coverage, *inside, *touching, *owners;
    VT_ARRAY(coverage) coverages;
    VT_ARRAY(vt_rtree *) trees; /* of the covers */
    bool failed;
} measuring;

/* --- one site ---------------------------------------------------------------------------------------------- */

typedef struct {
    VT_ARRAY(size_t) rows;
    bool failed;
} gathering;

static bool gather(void *user, size_t row)
{
    gathering *g = user;
    g->failed = g->failed || !vt_array_push(&g->rows, row);
    return !g->failed;
}

static vt_geos_geometry *polygons_of(vt_geos *geos, const vt_layer *layer, size_t row)
{
    const vt_geometry *g = &layer->geometry;
    return vt_geos_polygons(geos, g, g->part[row], g->part[row + 1] - g->part[row]);
}

static size_t vertices_of(const vt_layer *layer, size_t row)
{
    const vt_geometry *g = &layer->geometry;
    return g->vertex[g->ring[g->part[row + 1]]] - g->vertex[g->ring[g->part[row]]];
}

/* A feature's part inside the site; a large one is clipped to the site's box first. */
static vt_geos_geometry *part_inside(vt_geos *geos, const vt_layer *layer, size_t row, const vt_geos_geometry *site, const vt_box *box)
{
    enum { LARGE = 100 };
    vt_geos_geometry *whole = polygons_of(geos, layer, row);
    if (whole && vertices_of(layer, row) > LARGE) {
        vt_geos_geometry *near = vt_geos_clip(geos, whole, box);
        if (near) {
            vt_geos_drop(geos, whole);
            whole = near;
        }
    }
    vt_geos_geometry *inside = whole ? vt_geos_intersection(geos, whole, site) : NULL;
    vt_geos_drop(geos, whole);
    return inside;
}

/* Area of the site under the union of the covers; NaN when GEOS or memory fails. */
static double covered(vt_geos *geos, const coverage *all, const vt_geos_geometry *site, const vt_box *box)
{
    VT_ARRAY(vt_geos_geometry *) parts = {0};
    gathering near = {0};
    bool worked = true;
    for (size_t c = 0; worked && c < all->covers.n; c++) {
        const cover *from = &all->covers.at[c];
        near.rows.n = 0;
        vt_rtree_search(from->tree, box, gather, &near);
        worked = !near.failed;
        for (size_t i = 0; worked && i < near.rows.n; i++) {
            if (!from->member || from->member[near.rows.at[i]]) {
                vt_geos_geometry *part = part_inside(geos, from->layer, near.rows.at[i], site, box);
                worked = part && vt_array_push(&parts, part);
            }
        }
    }
    double area = 0;
    if (worked && parts.n == 1) {
        area = vt_geos_area(geos, parts.at[0]);
        vt_geos_drop(geos, parts.at[0]);
    } else if (worked && parts.n) {
        vt_geos_geometry *whole = vt_geos_union(geos, parts.at, parts.n);
        area = whole ? vt_geos_area(geos, whole) : NAN;
        vt_geos_drop(geos, whole);
    }
    for (size_t i = 0; !worked && i < parts.n; i++) {
        vt_geos_drop(geos, parts.at[i]);
    }
    vt_array_free(&parts);
    vt_array_free(&near.rows);
    return worked ? area : NAN;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t count_distinct(const char **texts, size_t n)
{
    size_t distinct = 0;
    if (n) {
        qsort(texts, n, sizeof *texts, by_text);
    }
    for (size_t i = 0; i < n; i++) {
        distinct += i == 0 || strcmp(texts[i - 1], texts[i]) != 0;
    }
    return distinct;
}

static void measure_parcels(measuring *m, vt_geos *geos, size_t site, const vt_geos_geometry *polygon, const vt_geos_prepared *prepared,
                            const vt_box *box)
{
    gathering near = {0};
    VT_ARRAY(const char *) owners = {0};
    size_t inside = 0, touching = 0;
    vt_rtree_search(m->parcel_tree, box, gather, &near);
    for (size_t i = 0; i < near.rows.n; i++) {
        const size_t row = near.rows.at[i];
        vt_geos_geometry *parcel = polygons_of(geos, m->parcels, row);
        if (parcel && vt_geos_intersects(geos, prepared, parcel)) {
            touching++;
            vt_geos_geometry *part = vt_geos_covers(geos, prepared, parcel) ? NULL : vt_geos_intersection(geos, parcel, polygon);
            if (!part || 2 * vt_geos_area(geos, part) >= vt_geos_area(geos, parcel)) {
                const char *owner = vt_layer_text(m->parcels, "owner", row);
                inside++;
                near.failed = near.failed || (owner && !vt_array_push(&owners, owner));
            }
            vt_geos_drop(geos, part);
        }
        vt_geos_drop(geos, parcel);
    }
    if (!near.failed) {
        m->inside[site] = (double)inside;
        m->touching[site] = (double)touching;
        m->owners[site] = owners.n ? (double)count_distinct(owners.at, owners.n) : NAN;
    }
    vt_array_free(&owners);
    vt_array_free(&near.rows);
}

static void measure_buildings(measuring *m, vt_geos *geos, size_t site, const vt_geos_geometry *polygon, const vt_box *box)
{
    gathering near = {0};
    vt_sum sum = {0};
    vt_rtree_search(m->building_tree, box, gather, &near);
    for (size_t i = 0; i < near.rows.n; i++) {
        vt_geos_geometry *part = part_inside(geos, m->buildings, near.rows.at[i], polygon, box);
        vt_sum_add(&sum, part ? vt_geos_area(geos, part) : NAN);
        vt_geos_drop(geos, part);
    }
    if (!near.failed) {
        m->built[site] = vt_sum_value(&sum);
        m->built_coverage[site] = m->built[site] / m->area[site];
    }
    vt_array_free(&near.rows);
}

static void measure_site(measuring *m, vt_geos *geos, size_t site)
{
    const double pi = 3.14159265358979323846;
    if (m->sites->geometry.shape[site] != VT_POLYGONS) {
        return;
    }
    const vt_box box = vt_layer_box(m->sites, site);
    vt_geos_geometry *polygon = polygons_of(geos, m->sites, site);
    const vt_geos_prepared *prepared = polygon ? vt_geos_prepare(geos, polygon) : NULL;
    if (prepared) {
        const double perimeter = vt_geos_perimeter(geos, polygon);
        m->area[site] = vt_geos_area(geos, polygon);
        m->compactness[site] = 4 * pi * m->area[site] / (perimeter * perimeter);
        m->widest[site] = vt_geos_widest(geos, polygon);
        if (m->parcels) {
            measure_parcels(m, geos, site, polygon, prepared, &box);
        }
        if (m->buildings) {
            measure_buildings(m, geos, site, polygon, &box);
        }
        for (size_t c = 0; c < m->coverages.n; c++) {
            m->coverages.at[c].share[site] = covered(geos, &m->coverages.at[c], polygon, &box) / m->area[site];
        }
    }
    vt_geos_drop_prepared(geos, prepared);
    vt_geos_drop(geos, polygon);
}

static void measure_range(void *user, size_t from, size_t to)
{
    measuring *m = user;
    vt_geos *geos = vt_geos_new();
    for (size_t site = from; geos && site < to; site++) {
        measure_site(m, geos, site);
    }
    vt_geos_free(geos);
}

/* --- which measures the study gives ------------------------------------------------------------------------- */

typedef struct {
    measuring *m;
    vt_measures *measures;
    vt_arena *arena;
    const vitrine_model *model;
} listing;

static double *add(listing *l, const char *name, const char *unit)
{
    double *value = vt_arena_array(l->arena, l->m->sites->n, sizeof *value);
    const vt_measured measured = {name, unit, value};
    for (size_t i = 0; value && i < l->m->sites->n; i++) {
        value[i] = NAN;
    }
    if (!name || !value || !vt_array_push(&l->measures->list, measured)) {
        l->m->failed = true;
        return NULL;
    }
    return value;
}

static vt_rtree *index_of(listing *l, const vt_layer *layer)
{
    vt_rtree *tree = vt_layer_index(layer);
    if (!tree || !vt_array_push(&l->m->trees, tree)) {
        vt_rtree_free(tree);
        l->m->failed = true;
        return NULL;
    }
    return tree;
}

static void add_cover(listing *l, coverage *all, const vt_layer *layer, vt_rtree *tree, bool *member)
{
    const cover one = {layer, tree, member};
    l->m->failed = l->m->failed || !tree || !vt_array_push(&all->covers, one);
}

static void end_coverage(listing *l, coverage *all, const char *name)
{
    all->share = add(l, name, "share");
    if (l->m->failed || !vt_array_push(&l->m->coverages, *all)) {
        vt_array_free(&all->covers);
        l->m->failed = true;
    }
}

/* Constraints: one measure a kind, over all the layers of that kind, in the order in which they are read. */
static void list_constraints(listing *l)
{
    for (size_t i = 0; i < l->model->n_layers; i++) {
        const char *kind = vt_layer_what(&l->model->layers[i], "constraints");
        bool first = kind != NULL;
        for (size_t j = 0; first && j < i; j++) {
            const char *other = vt_layer_what(&l->model->layers[j], "constraints");
            first = !other || strcmp(other, kind) != 0;
        }
        if (!first) {
            continue;
        }
        coverage all = {0};
        for (size_t j = i; j < l->model->n_layers; j++) {
            const char *other = vt_layer_what(&l->model->layers[j], "constraints");
            if (other && strcmp(other, kind) == 0) {
                add_cover(l, &all, &l->model->layers[j], index_of(l, &l->model->layers[j]), NULL);
            }
        }
        end_coverage(l, &all, vt_arena_printf(l->arena, "share_%s", kind));
    }
}

/* Zoning: one measure a type, types in the order of bytes. */
static void list_zoning(listing *l)
{
    const vt_layer *zoning = vt_model_layer(l->model, "zoning");
    const char **types = zoning ? vt_arena_array(l->arena, zoning->n, sizeof *types) : NULL;
    vt_rtree *tree = zoning ? index_of(l, zoning) : NULL;
    size_t n = 0, distinct = 0;
    for (size_t i = 0; types && tree && i < zoning->n; i++) {
        const char *type = vt_layer_text(zoning, "type", i);
        if (type) {
            types[n++] = type;
        }
    }
    if (n) {
        qsort(types, n, sizeof *types, by_text);
    }
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || strcmp(types[i], types[distinct - 1]) != 0) {
            types[distinct++] = types[i];
        }
    }
    for (size_t t = 0; !l->m->failed && t < distinct; t++) {
        coverage all = {0};
        bool *member = vt_arena_array(l->arena, zoning->n, sizeof *member);
        for (size_t i = 0; member && i < zoning->n; i++) {
            const char *type = vt_layer_text(zoning, "type", i);
            member[i] = type && strcmp(type, types[t]) == 0;
        }
        l->m->failed = !member;
        add_cover(l, &all, zoning, tree, member);
        end_coverage(l, &all, vt_arena_printf(l->arena, "share_zoning_%s", types[t]));
    }
}

static bool is_yes(const char *text)
{
    static const char *const words[] = {"yes", "true", "1", "oui", "t", "y", "o", "artif", "artificiel", "artificial"};
    char *fold = text ? vt_text_fold(text) : NULL;
    bool yes = false;
    for (size_t i = 0; fold && i < sizeof words / sizeof *words; i++) {
        yes = yes || strcmp(fold, words[i]) == 0;
    }
    free(fold);
    return yes;
}

static void list_others(listing *l)
{
    const vt_layer *centres = vt_model_layer(l->model, "centres"), *cover_layer = vt_model_layer(l->model, "land_cover");
    if (centres) {
        coverage all = {0};
        add_cover(l, &all, centres, index_of(l, centres), NULL);
        end_coverage(l, &all, "share_centre");
    }
    if (cover_layer) {
        coverage all = {0};
        bool *member = vt_arena_array(l->arena, cover_layer->n, sizeof *member);
        for (size_t i = 0; member && i < cover_layer->n; i++) {
            member[i] = is_yes(vt_layer_text(cover_layer, "artificial", i));
        }
        l->m->failed = l->m->failed || !member;
        add_cover(l, &all, cover_layer, index_of(l, cover_layer), member);
        end_coverage(l, &all, "artificial_share");
    }
}

static void list_measures(listing *l)
{
    measuring *m = l->m;
    m->area = add(l, "area_m2", "m2");
    m->compactness = add(l, "compactness", "");
    m->widest = add(l, "widest_m", "m");
    if (m->buildings) {
        m->built = add(l, "built_m2", "m2");
        m->built_coverage = add(l, "built_coverage", "share");
        m->building_tree = index_of(l, m->buildings);
    }
    if (m->parcels) {
        m->inside = add(l, "parcels", "count");
        m->touching = add(l, "parcels_touching", "count");
        m->owners = add(l, "owners", "count");
        m->parcel_tree = index_of(l, m->parcels);
    }
    list_constraints(l);
    list_zoning(l);
    list_others(l);
}

static void find_zoning(const vt_layer *sites, vt_measures *measures)
{
    static const char prefix[] = "share_zoning_";
    for (size_t site = 0; site < sites->n; site++) {
        double most = 0;
        for (size_t i = 0; i < measures->list.n; i++) { /* types stand in the order of bytes: ties to the lesser */
            const vt_measured *measured = &measures->list.at[i];
            if (strncmp(measured->name, prefix, sizeof prefix - 1) == 0 && measured->value[site] > most) {
                most = measured->value[site];
                measures->zoning[site] = measured->name + sizeof prefix - 1;
            }
        }
    }
}

vitrine_status vt_measure_sites(vitrine_context *ctx, const vitrine_model *model, const vt_layer *sites,
                                vt_arena *arena, vt_measures *measures)
{
    measuring m = {.ctx = ctx, .sites = sites, .parcels = vt_model_layer(model, "parcels"), .buildings = vt_model_layer(model, "buildings")};
    listing l = {&m, measures, arena, model};
    measures->zoning = vt_arena_array(arena, sites->n, sizeof *measures->zoning);
    list_measures(&l);
    if (!m.failed) {
        vt_parallel_for(ctx, sites->n, 16, measure_range, &m);
        m.failed = !vt_distances_add(ctx, model, sites, arena, measures);
    }
    if (!m.failed && measures->zoning) {
        find_zoning(sites, measures);
    }
    for (size_t i = 0; i < m.trees.n; i++) {
        vt_rtree_free(m.trees.at[i]);
    }
    for (size_t c = 0; c < m.coverages.n; c++) {
        vt_array_free(&m.coverages.at[c].covers);
    }
    vt_array_free(&m.trees);
    vt_array_free(&m.coverages);
    return m.failed || !measures->zoning ? vt_no_memory(ctx) : VITRINE_OK;
}

void vt_measures_free(vt_measures *measures)
{
    vt_array_free(&measures->list);
}

const vt_measured *vt_measures_find(const vt_measures *measures, const char *name)
{
    for (size_t i = 0; i < measures->list.n; i++) {
        if (strcmp(measures->list.at[i].name, name) == 0) {
            return &measures->list.at[i];
        }
    }
    return NULL;
}
