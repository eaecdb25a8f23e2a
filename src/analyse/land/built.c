/* built.c - footprints: of each base, by zone, and of each unit from its members' bases. */
#include <math.h>
#include <stdlib.h>

#include "analyse/land/fragment.h"
#include "analyse/land/land.h"
#include "analyse/land/whole.h"
#include "base/parallel.h"

typedef struct {
    vt_land *land;
    const vt_hits *near; /* buildings by zone */
    const char **fault;  /* by zone */
} building;

typedef struct {
    const vt_land *land;
    vt_knife *knife;
    vt_zone_ground *ground;
    vt_geometry pieces, grounds; /* of the zone */
    vt_fragment *fragments; /* of bases, made when first needed (area 0: not yet) */
    vt_fragment footprint;
    double floors;
    const char *fault;
} adding;

/* Floor area by piece: all of it on the only one, else what of the footprint each piece has. */
static bool add_floors(adding *a, const vt_base *base, double area)
{
    vt_piece *pieces = a->ground->pieces.at + base->first;
    if (base->n == 1) {
        pieces[0].floor += area * a->floors; /* NaN stays */
        return true;
    }
    bool worked = true;
    for (size_t i = 0; worked && i < base->n; i++) {
        vt_fragment piece = vt_fragment_of((vt_parts){&a->pieces, (uint32_t)(base->first + i), 1}), inside;
        const vt_relation relation = vt_fragment_cut(a->knife, &a->footprint, &piece, &inside, NULL);
        worked = relation != VT_CUT_FAILED;
        if (relation == VT_UNDER_IT || relation == VT_CUT) {
            pieces[i].floor += (relation == VT_CUT ? inside.area : a->footprint.area) * a->floors;
        }
        if (relation == VT_CUT) {
            vt_fragment_drop(a->knife, &inside);
        }
        vt_fragment_drop(a->knife, &piece);
    }
    return worked;
}

static bool add_to_base(void *user, size_t b)
{
    adding *a = user;
    vt_base *base = &a->ground->bases.at[b];
    vt_fragment *ground = &a->fragments[b], inside;
    if (ground->area == 0) {
        *ground = vt_fragment_of(vt_ground_of_base(&a->land->ground, &a->grounds, base));
    }
    const vt_relation relation = vt_fragment_cut(a->knife, &a->footprint, ground, &inside, NULL);
    bool worked = relation != VT_CUT_FAILED;
    if (relation == VT_UNDER_IT || relation == VT_CUT) {
        const double area = relation == VT_UNDER_IT ? a->footprint.area : inside.area;
        base->built += area;
        worked = add_floors(a, base, area);
    }
    if (relation == VT_CUT) {
        vt_fragment_drop(a->knife, &inside);
    }
    a->fault = worked ? NULL : a->land->buildings->id[a->footprint.row];
    return worked;
}

static void build_zone(building *b, size_t z, vt_knife *knife)
{
    vt_zone_ground *ground = &b->land->ground.of_zone[z];
    const vt_layer *buildings = b->land->buildings;
    const size_t n = ground->bases.n;
    vt_box *boxes = calloc(n + 1, sizeof *boxes);
    adding a = {.land = b->land, .knife = knife, .ground = ground, .pieces = vt_polygons_view(&ground->shapes), .grounds = vt_polygons_view(&ground->grounds), .fragments = calloc(n + 1, sizeof(vt_fragment))};
    for (size_t i = 0; boxes && i < n; i++) {
        const vt_parts parts = vt_ground_of_base(&b->land->ground, &a.grounds, &ground->bases.at[i]);
        boxes[i] = vt_parts_box(&parts);
        ground->bases.at[i].built = 0;
    }
    for (size_t i = 0; i < ground->pieces.n; i++) {
        ground->pieces.at[i].floor = 0;
    }
    vt_rtree *tree = boxes && a.fragments ? vt_rtree_new(boxes, n) : NULL;
    a.fault = tree ? NULL : "";
    for (size_t i = b->near->first[z]; !a.fault && i < b->near->first[z + 1]; i++) {
        a.footprint = vt_fragment_row(buildings, b->near->row[i]);
        a.floors = vt_layer_number(buildings, "floors", b->near->row[i]);
        vt_rtree_search(tree, &a.footprint.box, add_to_base, &a);
        vt_fragment_drop(knife, &a.footprint);
    }
    for (size_t i = 0; a.fragments && i < n; i++) {
        vt_fragment_drop(knife, &a.fragments[i]);
    }
    b->fault[z] = a.fault;
    vt_rtree_free(tree);
    free(a.fragments);
    free(boxes);
}

static void build_range(void *user, size_t from, size_t to)
{
    building *b = user;
    vt_knife knife = {.geos = vt_geos_new()};
    for (size_t z = from; z < to; z++) {
        build_zone(b, z, &knife);
    }
    vt_knife_free(&knife);
}

vitrine_status vt_land_built(vt_land *land)
{
    land->buildings = vt_model_layer(land->model, "buildings");
    if (!land->buildings) {
        return VITRINE_OK;
    }
    const vt_layer *zones = land->ground.zones;
    vt_rtree *tree = vt_layer_index(zones);
    vt_hits near = {0};
    building b = {land, &near, calloc(zones->n + 1, sizeof(char *))};
    vitrine_status status = tree && b.fault ? vt_hits_find(land->ctx, zones->n, tree, land->buildings, &near) : vt_no_memory(land->ctx);
    if (!status) {
        vt_parallel_for(land->ctx, zones->n, 1, build_range, &b);
    }
    for (size_t z = 0; !status && z < zones->n; z++) {
        if (b.fault[z]) {
            status = *b.fault[z] ? vt_fail(land->ctx, VITRINE_E_FAILED, _("layers.buildings: building %s: GEOS cannot overlay it; correct its polygon"), b.fault[z])
                                 : vt_no_memory(land->ctx);
        }
    }
    const bool clip = vt_study_flag(land->study, "land.clip_units");
    if (!status && !clip) {
        status = vt_whole_built(land);
    }
    for (size_t u = 0; !status && clip && u < land->units.n; u++) {
        vt_land_unit *unit = &land->units.at[u];
        unit->built = 0;
        for (size_t i = unit->first; i < unit->first + unit->n; i++) {
            unit->built += land->ground.of_zone[unit->zone].bases.at[land->members.at[i].base].built;
        }
    }
    vt_rtree_free(tree);
    vt_hits_free(&near);
    free(b.fault);
    return status;
}
