/* densify.c - what of each land unit could still be built on: free of setbacks, in one piece, with a street. */
#include <math.h>
#include <stdlib.h>

#include "analyse/land/fragment.h"
#include "analyse/land/land.h"
#include "analyse/land/rectangle.h"
#include "base/parallel.h"
#include "geo/measure.h"

typedef struct {
    vt_land *land;
    vt_rtree *buildings;   /* NULL: the study has none */
    double setback, target;
    bool failed;
} densifying;

/* --- streets ------------------------------------------------------------------------------------------- */

/* Edges of ground without a parcel, and of street lines near the zone. */
typedef struct {
    VT_ARRAY(double) at; /* ax, ay, bx, by of each */
    VT_ARRAY(vt_box) box;
    vt_rtree *tree;
    double ax, ay, bx, by; /* of the unit, at hand */
    bool near;
} street_edges;

#define REACH 1.0 /* m from a street: definitions.md */

static bool add_edge(street_edges *s, double ax, double ay, double bx, double by)
{
    const vt_box box = {fmin(ax, bx), fmin(ay, by), fmax(ax, bx), fmax(ay, by)};
    return vt_array_push(&s->at, ax) && vt_array_push(&s->at, ay) && vt_array_push(&s->at, bx) && vt_array_push(&s->at, by) && vt_array_push(&s->box, box);
}

static bool add_rings(street_edges *s, const vt_geometry *g, size_t first_ring, size_t end_ring, const vt_box *within)
{
    bool worked = true;
    for (size_t r = first_ring; worked && r < end_ring; r++) {
        for (size_t v = g->vertex[r] + 1; worked && v < g->vertex[r + 1]; v++) {
            const vt_box box = {fmin(g->x[v - 1], g->x[v]), fmin(g->y[v - 1], g->y[v]), fmax(g->x[v - 1], g->x[v]), fmax(g->y[v - 1], g->y[v])};
            worked = !vt_box_meets(&box, within) || add_edge(s, g->x[v - 1], g->y[v - 1], g->x[v], g->y[v]);
        }
    }
    return worked;
}

/* Less ground without a parcel than this (m²) is a gap of the drawing, and no street. */
#define GAP_M2 1e-3

/* Ground without a parcel of the zone and of those around it. */
static bool add_ground(const vt_land *land, const vt_box *box, street_edges *s)
{
    bool worked = true;
    for (size_t z = 0; worked && z < land->ground.zones->n; z++) {
        const vt_zone_ground *ground = &land->ground.of_zone[z];
        const vt_base *last = ground->bases.n ? &ground->bases.at[ground->bases.n - 1] : NULL;
        const vt_geometry view = vt_polygons_view(&ground->grounds);
        for (size_t i = 0; worked && last && last->parcel == VT_NONE && i < last->n_ground; i++) {
            const uint32_t at = last->first_ground + (uint32_t)i;
            const vt_box own = vt_polygons_box(&ground->grounds, at);
            if (vt_box_meets(&own, box) && vt_polygons_area(&ground->grounds, at) > GAP_M2) {
                worked = add_rings(s, &view, view.ring[at], view.ring[at + 1], box);
            }
        }
    }
    return worked;
}

static bool list_streets(const vt_land *land, size_t z, street_edges *s)
{
    vt_box box = vt_layer_box(land->ground.zones, z);
    for (size_t i = 0; i < vt_polygons_count(&land->unit_shapes[z]); i++) { /* unclipped units reach beyond */
        const vt_box own = vt_polygons_box(&land->unit_shapes[z], i);
        box = (vt_box){fmin(box.xmin, own.xmin), fmin(box.ymin, own.ymin), fmax(box.xmax, own.xmax), fmax(box.ymax, own.ymax)};
    }
    box = (vt_box){box.xmin - REACH, box.ymin - REACH, box.xmax + REACH, box.ymax + REACH};
    bool worked = add_ground(land, &box, s);
    for (size_t i = 0; worked && land->streets && i < land->streets->n; i++) {
        const vt_geometry *g = &land->streets->geometry;
        const vt_box own = vt_layer_box(land->streets, i);
        worked = !vt_box_meets(&own, &box) || add_rings(s, g, g->ring[g->part[i]], g->ring[g->part[i + 1]], &box);
    }
    s->tree = worked ? vt_rtree_new(s->box.at, s->box.n) : NULL;
    return s->tree != NULL;
}

static bool is_near(void *user, size_t edge)
{
    street_edges *s = user;
    const double *e = s->at.at + 4 * edge;
    s->near = vt_measure_between(s->ax, s->ay, s->bx, s->by, e[0], e[1], e[2], e[3]) <= REACH;
    return !s->near;
}

static bool has_street(const vt_polygons *shapes, const vt_land_unit *unit, street_edges *s)
{
    s->near = false;
    for (size_t r = shapes->ring.at[unit->first_shape]; r < shapes->ring.at[unit->first_shape + unit->n_shapes]; r++) {
        for (size_t v = shapes->vertex.at[r] + 1; !s->near && v < shapes->vertex.at[r + 1]; v++) {
            s->ax = shapes->x.at[v - 1];
            s->ay = shapes->y.at[v - 1];
            s->bx = shapes->x.at[v];
            s->by = shapes->y.at[v];
            const vt_box box = {fmin(s->ax, s->bx) - REACH, fmin(s->ay, s->by) - REACH, fmax(s->ax, s->bx) + REACH, fmax(s->ay, s->by) + REACH};
            vt_rtree_search(s->tree, &box, is_near, s);
        }
    }
    return s->near;
}

/* --- free ground --------------------------------------------------------------------------------------- */

typedef struct {
    const densifying *d;
    vt_knife *knife;
    VT_ARRAY(uint32_t) row;
} near_buildings;

static bool note_building(void *user, size_t row)
{
    near_buildings *near = user;
    return vt_array_push(&near->row, (uint32_t)row);
}

static int by_row(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The buildings near the unit, each with its setback. NULL: none, or GEOS gives up (*failed). */
static vt_geos_geometry *kept_clear(const densifying *d, vt_knife *knife, const vt_box *box, bool *failed)
{
    near_buildings near = {.d = d, .knife = knife};
    vt_rtree_search(d->buildings, box, note_building, &near);
    if (near.row.n) {
        qsort(near.row.at, near.row.n, sizeof *near.row.at, by_row);
    }
    vt_geos_geometry **list = malloc((near.row.n + 1) * sizeof(vt_geos_geometry *));
    size_t n = 0;
    *failed = !list;
    for (size_t i = 0; !*failed && i < near.row.n; i++) {
        vt_fragment building = vt_fragment_row(d->land->buildings, near.row.at[i]);
        const vt_geos_geometry *polygon = vt_fragment_polygon(knife, &building);
        list[n] = polygon ? vt_geos_buffer(knife->geos, polygon, d->setback) : NULL;
        *failed = !list[n];
        n += !*failed;
        vt_fragment_drop(knife, &building);
    }
    vt_geos_geometry *all = NULL;
    if (*failed) {
        for (size_t i = 0; i < n; i++) {
            vt_geos_drop(knife->geos, list[i]);
        }
    } else if (n) {
        all = n == 1 ? list[0] : vt_geos_union(knife->geos, list, n);
        *failed = !all;
    }
    free(list);
    vt_array_free(&near.row);
    return all;
}

/* Direction of the longest straight side: vertices within a millimetre of it, as neighbours and joined parcels leave them, do not part it. */
static void longest_side(const vt_polygons *shapes, const vt_land_unit *unit, double *dx, double *dy)
{
    double longest = -1;
    for (size_t r = shapes->ring.at[unit->first_shape]; r < shapes->ring.at[unit->first_shape + unit->n_shapes]; r++) {
        const size_t from = shapes->vertex.at[r], n = shapes->vertex.at[r + 1] - from - 1; /* the last vertex is the first */
        const double *x = shapes->x.at + from, *y = shapes->y.at + from;
        for (size_t a = 0; a < n; a++) {
            double ex = x[a + 1] - x[a], ey = y[a + 1] - y[a];
            for (size_t k = 2; k < n; k++) { /* goes on as long as it is straight */
                const double fx = x[(a + k) % n] - x[a], fy = y[(a + k) % n] - y[a], length = hypot(fx, fy);
                const bool ahead = fx * ex + fy * ey > ex * ex + ey * ey;
                if (!ahead || fabs(fx * ey - fy * ex) > 1e-3 * length) {
                    break;
                }
                ex = fx;
                ey = fy;
            }
            if (ex * ex + ey * ey > longest) {
                longest = ex * ex + ey * ey;
                *dx = ex;
                *dy = ey;
            }
        }
    }
}

static bool free_ground(const densifying *d, const vt_polygons *shapes, vt_land_unit *unit, vt_knife *knife)
{
    const vt_geometry view = vt_polygons_view(shapes);
    vt_geos_geometry *whole = vt_geos_polygons(knife->geos, &view, unit->first_shape, unit->n_shapes);
    vt_geos_geometry *inner = whole ? vt_geos_buffer(knife->geos, whole, -d->setback) : NULL;
    bool failed = !inner;
    vt_box box = whole ? vt_geos_box(knife->geos, whole) : (vt_box){0, 0, 0, 0};
    box = (vt_box){box.xmin - d->setback, box.ymin - d->setback, box.xmax + d->setback, box.ymax + d->setback};
    vt_geos_geometry *built = failed ? NULL : kept_clear(d, knife, &box, &failed);
    vt_geos_geometry *rest = !failed && built ? vt_geos_difference(knife->geos, inner, built) : NULL;
    failed = failed || (built && !rest);
    vt_fragment left = vt_fragment_shape(knife, failed ? NULL : rest ? rest : inner);
    vt_polygons polygons = {0};
    if (!isnan(left.area)) {
        double dx = 1, dy = 0;
        unit->free_m2 = left.area;
        unit->widest_m = left.area > 0 ? vt_geos_widest(knife->geos, vt_fragment_polygon(knife, &left), 0.1) : 0;
        longest_side(shapes, unit, &dx, &dy);
        if (vt_polygons_add(&polygons, left.parts.g, left.parts.first, left.parts.n)) {
            unit->rectangle_m2 = vt_rectangle_greatest(&polygons, dx, dy);
        }
        unit->densification_m2 = fmin(left.area, fmax(0, d->target * unit->area - unit->built));
    }
    vt_polygons_free(&polygons);
    if (rest || failed) {
        vt_geos_drop(knife->geos, inner);
    }
    vt_fragment_drop(knife, &left);
    vt_geos_drop(knife->geos, built);
    vt_geos_drop(knife->geos, whole);
    return !failed;
}

static void densify_range(void *user, size_t from, size_t to)
{
    densifying *d = user;
    vt_knife knife = {.geos = vt_geos_new()};
    for (size_t z = from; z < to; z++) {
        const vt_polygons *shapes = &d->land->unit_shapes[z];
        street_edges streets = {.tree = NULL};
        bool worked = list_streets(d->land, z, &streets);
        for (size_t u = d->land->first_unit[z]; worked && u < d->land->first_unit[z + 1]; u++) {
            vt_land_unit *unit = &d->land->units.at[u];
            unit->street_known = true;
            unit->on_street = has_street(shapes, unit, &streets);
            if (d->buildings) {
                free_ground(d, shapes, unit, &knife); /* one that GEOS refuses stays NULL */
            }
        }
        if (!worked) {
            __atomic_store_n(&d->failed, true, __ATOMIC_RELAXED);
        }
        vt_rtree_free(streets.tree);
        vt_array_free(&streets.at);
        vt_array_free(&streets.box);
    }
    vt_knife_free(&knife);
}

vitrine_status vt_land_densify(vt_land *land)
{
    land->streets = vt_model_layer(land->model, "streets");
    densifying d = {.land = land, .setback = vt_study_number(land->study, "land.setback_m"), .target = vt_study_number(land->study, "land.coverage_target")};
    d.buildings = land->buildings ? vt_layer_index(land->buildings) : NULL;
    if (land->buildings && !d.buildings) {
        return vt_no_memory(land->ctx);
    }
    vitrine_status status = VITRINE_OK;
    if (land->ground.parcels) {
        status = vt_parallel_for_told(land->ctx, "land", land->progress, land->ground.zones->n, 1, densify_range, &d);
    }
    vt_rtree_free(d.buildings);
    return d.failed ? vt_no_memory(land->ctx) : status;
}
