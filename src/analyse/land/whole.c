/* whole.c - land units that are not clipped to their zone (land.clip_units: false): their parcels as drawn, without what a lesser parcel
 * has of them, and all that is built on them. */
#include "analyse/land/whole.h"

#include <stdlib.h>

vt_fragment vt_whole_parcel(const vt_land *land, uint32_t zone, uint32_t parcel, vt_knife *knife)
{
    const vt_zone_ground *ground = &land->ground.of_zone[zone];
    vt_fragment whole = vt_fragment_row(land->ground.parcels, parcel);
    for (size_t i = 0; i < ground->losses.n; i++) {
        const vt_loss *loss = &ground->losses.at[i];
        if (loss->of != VT_OF_PARCELS || loss->lost != parcel) {
            continue;
        }
        vt_fragment kept = vt_fragment_row(land->ground.parcels, loss->kept), inside, outside;
        const vt_relation relation = vt_fragment_cut(knife, &whole, &kept, &inside, &outside);
        if (relation == VT_CUT) {
            vt_fragment_drop(knife, &inside);
            vt_fragment_drop(knife, &whole);
            whole = outside;
        } else if (relation == VT_UNDER_IT) {
            vt_fragment_drop(knife, &whole);
        }
        vt_fragment_drop(knife, &kept);
    }
    return whole;
}

typedef struct {
    const vt_land *land;
    vt_knife *knife;
    vt_fragment ground;
    double built;
} adding;

static bool add_footprint(void *user, size_t row)
{
    adding *a = user;
    vt_fragment footprint = vt_fragment_row(a->land->buildings, (uint32_t)row), inside;
    const vt_relation relation = vt_fragment_cut(a->knife, &footprint, &a->ground, &inside, NULL);
    a->built += relation == VT_UNDER_IT ? footprint.area : relation == VT_CUT ? inside.area : 0;
    if (relation == VT_CUT) {
        vt_fragment_drop(a->knife, &inside);
    }
    vt_fragment_drop(a->knife, &footprint);
    return true;
}

vitrine_status vt_whole_built(vt_land *land)
{
    vt_rtree *tree = vt_layer_index(land->buildings);
    vt_knife knife = {.geos = vt_geos_new()};
    const bool worked = tree && knife.geos;
    for (size_t u = 0; worked && u < land->units.n; u++) {
        vt_land_unit *unit = &land->units.at[u];
        unit->built = 0;
        for (size_t i = unit->first; i < unit->first + unit->n; i++) {
            const vt_member *member = &land->members.at[i];
            const vt_base *base = &land->ground.of_zone[unit->zone].bases.at[member->base];
            if (base->whole) {
                unit->built += base->built;
                continue;
            }
            const vt_box box = vt_layer_box(land->ground.parcels, member->parcel);
            adding a = {.land = land, .knife = &knife, .ground = vt_whole_parcel(land, unit->zone, member->parcel, &knife)};
            vt_rtree_search(tree, &box, add_footprint, &a);
            unit->built += a.built;
            vt_fragment_drop(&knife, &a.ground);
        }
    }
    vt_knife_free(&knife);
    vt_rtree_free(tree);
    return worked ? VITRINE_OK : vt_no_memory(land->ctx);
}
