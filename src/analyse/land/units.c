/* units.c - parcels of one owner that hang together, zone by zone. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/land/contiguity.h"
#include "analyse/land/land.h"
#include "analyse/land/whole.h"
#include "base/parallel.h"
#include "base/text.h"

/* --- which parcels ------------------------------------------------------------------------------------- */

/* Each parcel belongs to the zone that has most of it, the lesser id where two have as much. */
static vitrine_status give_to_zones(vt_land *land)
{
    size_t below = 0;
    const vt_layer *parcels = land->ground.parcels;
    const double least = vt_study_number(land->study, "land.parcel_share");
    vt_arena *arena = &land->result->arena;
    double *most = vt_arena_array(arena, parcels->n, sizeof *most);
    land->zone_of = vt_arena_array(arena, parcels->n, sizeof *land->zone_of);
    land->unit_of = vt_arena_array(arena, parcels->n, sizeof *land->unit_of);
    if (!most || !land->zone_of || !land->unit_of) {
        return vt_no_memory(land->ctx);
    }
    for (size_t i = 0; i < parcels->n; i++) {
        land->zone_of[i] = land->unit_of[i] = VT_NONE;
    }
    for (size_t z = 0; z < land->ground.zones->n; z++) {
        const vt_zone_ground *ground = &land->ground.of_zone[z];
        for (size_t b = 0; b < ground->bases.n; b++) {
            const vt_base *base = &ground->bases.at[b];
            if (base->parcel != VT_NONE && base->area > most[base->parcel]) {
                most[base->parcel] = base->area;
                land->zone_of[base->parcel] = (uint32_t)z;
            }
        }
    }
    for (size_t i = 0; i < parcels->n; i++) {
        if (land->zone_of[i] != VT_NONE && most[i] < least * vt_layer_area(parcels, i)) {
            land->zone_of[i] = VT_NONE;
            below++;
        }
    }
    return vt_result_note(land->result, "parcels_below_share", (double)below, parcels->n) ? VITRINE_OK : vt_no_memory(land->ctx);
}

/* --- linking ------------------------------------------------------------------------------------------- */

/* A parcel of the zone, on its way into a unit. */
typedef struct {
    uint32_t parcel, base;
    uint32_t root; /* place of the least member */
    vt_box box;
    const char *owner;
} candidate;

typedef struct {
    VT_ARRAY(candidate) list;
    VT_ARRAY(vt_land_unit) units;
    VT_ARRAY(vt_member) members; /* unit after unit */
    vt_polygons *shapes;
    size_t left_out;
    bool no_room;
    const char *fault;
} zone_units;

typedef struct {
    vt_land *land;
    zone_units *of_zone;
    bool corner, clip;
} linking;

static uint32_t root_of(candidate *list, uint32_t i)
{
    while (list[i].root != i) {
        i = list[i].root = list[list[i].root].root;
    }
    return i;
}

static void join(candidate *list, uint32_t a, uint32_t b)
{
    a = root_of(list, a);
    b = root_of(list, b);
    list[a > b ? a : b].root = a < b ? a : b;
}

/* By owner, then from the west: only neighbours in this order can touch. */
static int by_owner_from_west(const void *a, const void *b)
{
    const candidate *x = *(candidate *const *)a, *y = *(candidate *const *)b;
    const int owner = strcmp(x->owner, y->owner);
    return owner ? owner : (x->box.xmin > y->box.xmin) - (x->box.xmin < y->box.xmin);
}

static int hang_together(const linking *l, vt_knife *knife, const candidate *a, const candidate *b)
{
    const double tolerance = 0.02, length = 1; /* m, of definitions.md */
    const vt_layer *parcels = l->land->ground.parcels;
    const vt_box wide = {a->box.xmin - tolerance, a->box.ymin - tolerance, a->box.xmax + tolerance, a->box.ymax + tolerance};
    if (!vt_box_meets(l->corner ? &a->box : &wide, &b->box)) {
        return 0;
    }
    return l->corner ? vt_contiguity_meets(knife, parcels, a->parcel, b->parcel)
                     : vt_contiguity_length(parcels, a->parcel, b->parcel, tolerance) > length;
}

static bool link_owners(const linking *l, zone_units *zone, vt_knife *knife)
{
    const double reach = 0.02;
    candidate **order = malloc((zone->list.n + 1) * sizeof(candidate *));
    size_t n = 0;
    for (size_t i = 0; order && i < zone->list.n; i++) {
        if (zone->list.at[i].owner) {
            order[n++] = &zone->list.at[i];
        }
    }
    if (n) {
        qsort(order, n, sizeof *order, by_owner_from_west);
    }
    for (size_t i = 0; order && i < n; i++) {
        for (size_t j = i + 1; j < n && strcmp(order[i]->owner, order[j]->owner) == 0 && order[j]->box.xmin <= order[i]->box.xmax + reach; j++) {
            const uint32_t a = (uint32_t)(order[i] - zone->list.at), b = (uint32_t)(order[j] - zone->list.at);
            if (root_of(zone->list.at, a) == root_of(zone->list.at, b)) {
                continue;
            }
            const int linked = hang_together(l, knife, order[i], order[j]);
            if (linked < 0) {
                zone->fault = l->land->ground.parcels->id[order[j]->parcel];
            } else if (linked) {
                join(zone->list.at, a, b);
            }
        }
    }
    free(order);
    return order != NULL;
}

/* --- shapes -------------------------------------------------------------------------------------------- */

/* A member's ground in the zone or, unclipped, its parcel; the caller drops it. */
static vt_fragment member_ground(const linking *l, uint32_t zone, const vt_geometry *grounds, const vt_member *member, vt_knife *knife)
{
    const vt_base *base = &l->land->ground.of_zone[zone].bases.at[member->base];
    return l->clip ? vt_fragment_of(vt_ground_of_base(&l->land->ground, grounds, base)) : vt_whole_parcel(l->land, zone, member->parcel, knife);
}

static void shape_unit(const linking *l, zone_units *zone, vt_land_unit *unit, vt_knife *knife)
{
    const vt_zone_ground *ground = &l->land->ground.of_zone[unit->zone];
    const vt_member *members = zone->members.at + unit->first;
    const vt_geometry grounds = vt_polygons_view(&ground->grounds);
    unit->first_shape = (uint32_t)vt_polygons_count(zone->shapes);
    if (unit->n == 1) {
        vt_fragment own = member_ground(l, unit->zone, &grounds, members, knife);
        zone->no_room = zone->no_room || !vt_polygons_add(zone->shapes, own.parts.g, own.parts.first, own.parts.n);
        vt_fragment_drop(knife, &own);
    } else {
        vt_geos_geometry **shapes = malloc((unit->n + 1) * sizeof(vt_geos_geometry *));
        for (size_t i = 0; shapes && i < unit->n; i++) {
            vt_fragment own = member_ground(l, unit->zone, &grounds, &members[i], knife);
            shapes[i] = vt_geos_polygons(knife->geos, own.parts.g, own.parts.first, own.parts.n);
            vt_fragment_drop(knife, &own);
        }
        vt_geos_geometry *whole = shapes ? vt_geos_union(knife->geos, shapes, unit->n) : NULL;
        if (!whole || !vt_polygons_add_geos(zone->shapes, knife->geos, whole)) {
            zone->fault = l->land->ground.parcels->id[members->parcel];
        }
        vt_geos_drop(knife->geos, whole);
        free(shapes);
    }
    unit->n_shapes = (uint32_t)vt_polygons_count(zone->shapes) - unit->first_shape;
    for (size_t i = unit->first_shape; i < vt_polygons_count(zone->shapes); i++) {
        unit->area += vt_polygons_area(zone->shapes, i);
    }
}

/* --- a zone's units ------------------------------------------------------------------------------------ */

static bool list_candidates(const linking *l, uint32_t z, zone_units *zone)
{
    const vt_zone_ground *ground = &l->land->ground.of_zone[z];
    const vt_layer *parcels = l->land->ground.parcels;
    bool worked = true;
    for (size_t b = 0; worked && b < ground->bases.n; b++) {
        const uint32_t parcel = ground->bases.at[b].parcel;
        if (parcel != VT_NONE && l->land->zone_of[parcel] == z) {
            const candidate one = {parcel, (uint32_t)b, (uint32_t)zone->list.n, vt_layer_box(parcels, parcel), vt_layer_text(parcels, "owner", parcel)};
            worked = vt_array_push(&zone->list, one);
        }
    }
    return worked;
}

/* All of the unit's ground is of a use that makes none (land.not_units). */
static bool is_no_unit(const vt_land *land, const vt_land_unit *unit, const vt_member *members)
{
    const vt_zone_ground *ground = &land->ground.of_zone[unit->zone];
    for (size_t i = 0; i < unit->n; i++) {
        const vt_base *base = &ground->bases.at[members[i].base];
        if (vt_land_lists(land, "land.not_units", vt_layer_text(land->ground.parcels, "type", members[i].parcel))) {
            continue;
        }
        for (size_t p = base->first; p < base->first + base->n; p++) {
            if (!vt_land_lists(land, "land.not_units", vt_land_plot_text(land, &ground->pieces.at[p], "usage"))) {
                return false;
            }
        }
    }
    return true;
}

/* Candidates are rising, so that a unit's members and the units by least member are too. */
static bool make_units(const linking *l, uint32_t z, zone_units *zone)
{
    uint32_t *count = calloc(zone->list.n + 1, sizeof *count);
    bool worked = count != NULL;
    for (uint32_t i = 0; worked && i < zone->list.n; i++) {
        count[root_of(zone->list.at, i)]++;
    }
    for (uint32_t i = 0; worked && i < zone->list.n; i++) {
        if (!count[i]) {
            continue;
        }
        vt_land_unit unit = {.zone = z, .first = (uint32_t)zone->members.n, .n = count[i], .built = NAN, .free_m2 = NAN, .widest_m = NAN,
                             .rectangle_m2 = NAN, .densification_m2 = NAN, .occupancy = VT_UNIT_UNDETERMINED, .evidence = ""};
        for (uint32_t k = i, found = 0; worked && found < count[i]; k++) {
            if (root_of(zone->list.at, k) == i) {
                const vt_member member = {zone->list.at[k].parcel, zone->list.at[k].base};
                worked = vt_array_push(&zone->members, member);
                found++;
            }
        }
        if (worked && is_no_unit(l->land, &unit, zone->members.at + unit.first)) {
            zone->members.n = unit.first;
            zone->left_out++;
        } else {
            worked = worked && vt_array_push(&zone->units, unit);
        }
    }
    free(count);
    return worked;
}

static void link_range(void *user, size_t from, size_t to)
{
    const linking *l = user;
    vt_knife knife = {.geos = vt_geos_new()};
    for (size_t z = from; z < to; z++) {
        zone_units *zone = &l->of_zone[z];
        zone->shapes = &l->land->unit_shapes[z];
        zone->no_room = !knife.geos || !list_candidates(l, (uint32_t)z, zone) || !link_owners(l, zone, &knife) || !make_units(l, (uint32_t)z, zone);
        for (size_t u = 0; u < zone->units.n; u++) {
            shape_unit(l, zone, &zone->units.at[u], &knife);
        }
    }
    vt_knife_free(&knife);
}

static bool gather(vt_land *land, zone_units *of_zone)
{
    bool worked = true;
    size_t left_out = 0;
    for (size_t z = 0; worked && z < land->ground.zones->n; z++) {
        zone_units *zone = &of_zone[z];
        land->first_unit[z] = land->units.n;
        left_out += zone->left_out;
        for (size_t u = 0; worked && u < zone->units.n; u++) {
            vt_land_unit unit = zone->units.at[u];
            const vt_member *members = zone->members.at + unit.first;
            unit.first = (uint32_t)land->members.n;
            for (size_t i = 0; worked && i < unit.n; i++) {
                land->unit_of[members[i].parcel] = (uint32_t)land->units.n;
                worked = vt_array_push(&land->members, members[i]);
            }
            worked = worked && vt_array_push(&land->units, unit);
        }
    }
    land->first_unit[land->ground.zones->n] = land->units.n;
    return worked && vt_result_note(land->result, "land_units_left_out", (double)left_out, left_out + land->units.n);
}

static vitrine_status notice(vt_land *land, const vt_layer *layer, size_t row, vt_code code)
{
    double x, y;
    vt_layer_place(layer, row, &x, &y);
    return vt_ledger_add(land->ctx, &land->result->notices, layer->name, layer->id[row], code, x, y, "");
}

/* What the user should know of owners and of zones without a parcel. */
static vitrine_status tell(vt_land *land)
{
    const vt_layer *parcels = land->ground.parcels, *zones = land->ground.zones;
    vitrine_status status = VITRINE_OK;
    if (!vt_model_layer(land->model, "zoning")) {
        vt_log(land->ctx, VITRINE_LOG_WARNING, "%s", _("layers.zoning is not given: no ground is told as AU, so that vacant and never-occupied units count as immediate"));
    }
    if (!vt_model_layer(land->model, "buildings")) {
        vt_log(land->ctx, VITRINE_LOG_WARNING, "%s", _("layers.buildings is not given: what is built is not known, and no unit counts as never occupied"));
    }
    if (!vt_layer_has(parcels, "owner")) {
        vt_log(land->ctx, VITRINE_LOG_WARNING, "%s", _("layers.parcels.fields.owner is not given: each parcel is a land unit by itself"));
    }
    for (size_t i = 0; !status && vt_layer_has(parcels, "owner") && i < parcels->n; i++) {
        if (land->unit_of[i] != VT_NONE && !vt_layer_text(parcels, "owner", i)) {
            status = notice(land, parcels, i, VT_NO_OWNER);
        }
    }
    for (size_t z = 0; !status && z < zones->n; z++) {
        const vt_zone_ground *ground = &land->ground.of_zone[z];
        if (!ground->bases.n || ground->bases.at[0].parcel == VT_NONE) {
            status = notice(land, zones, z, VT_NO_PARCELS);
        }
    }
    return status;
}

vitrine_status vt_land_units(vt_land *land)
{
    const size_t zones = land->ground.zones->n;
    land->first_unit = vt_arena_array(&land->result->arena, zones + 1, sizeof *land->first_unit);
    land->unit_shapes = calloc(zones + 1, sizeof *land->unit_shapes);
    if (!land->first_unit || !land->unit_shapes) {
        return vt_no_memory(land->ctx);
    }
    if (!land->ground.parcels) {
        vt_log(land->ctx, VITRINE_LOG_WARNING, "%s", _("layers.parcels is not given: no land units, and all ground counts as ground without a parcel"));
        return VITRINE_OK;
    }
    vitrine_status status = give_to_zones(land);
    linking l = {land, calloc(zones + 1, sizeof(zone_units)), strcmp(vitrine_study_get(land->study, "land.owner_contiguity"), "corner") == 0,
                 vt_study_flag(land->study, "land.clip_units")};
    if (!status && l.of_zone) {
        vt_parallel_for(land->ctx, zones, 1, link_range, &l);
    }
    status = status ? status : l.of_zone ? VITRINE_OK : vt_no_memory(land->ctx);
    for (size_t z = 0; !status && z < zones; z++) {
        status = l.of_zone[z].no_room ? vt_no_memory(land->ctx)
                 : l.of_zone[z].fault ? vt_fail(land->ctx, VITRINE_E_FAILED, _("layers.parcels: parcel %s: GEOS cannot join it to its neighbours; correct its polygon"), l.of_zone[z].fault)
                                      : VITRINE_OK;
    }
    if (!status && !gather(land, l.of_zone)) {
        status = vt_no_memory(land->ctx);
    }
    if (!status) {
        status = tell(land);
    }
    for (size_t z = 0; l.of_zone && z < zones; z++) {
        vt_array_free(&l.of_zone[z].list);
        vt_array_free(&l.of_zone[z].units);
        vt_array_free(&l.of_zone[z].members);
    }
    free(l.of_zone);
    return status;
}
