/* checks.c - what must add up does: the identities of the partition, and how much of each layer overlaps. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/land/fragment.h"
#include "analyse/land/land.h"
#include "base/number.h"
#include "base/parallel.h"

/* 1e-6 of it or 1e-3 m², whichever is larger. */
static bool adds_up(double difference, double whole)
{
    return fabs(difference) <= fmax(1e-6 * whole, 1e-3);
}

/* Pieces of a zone and what it gave to others are the zone. */
static vitrine_status check_zones(vt_land *land)
{
    double worst = 0;
    for (size_t z = 0; z < land->ground.zones->n; z++) {
        const vt_zone_ground *ground = &land->ground.of_zone[z];
        double sum = ground->given;
        for (size_t b = 0; b < ground->bases.n; b++) {
            sum += ground->bases.at[b].area;
        }
        worst = fmax(worst, fabs(sum - ground->area));
        if (!adds_up(sum - ground->area, ground->area)) {
            char room[2][VT_NUMBER_ROOM];
            return vt_fail(land->ctx, VITRINE_E_FAILED, _("zone %s: its pieces make %s m2 and not %s; send us this study"), land->ground.zones->id[z],
                           vt_number_format_fixed(room[0], sum, 3), vt_number_format_fixed(room[1], ground->area, 3));
        }
    }
    return vt_result_note(land->result, "partition_zone_difference_m2", worst, land->ground.zones->n) ? VITRINE_OK : vt_no_memory(land->ctx);
}

/* --- parcels ------------------------------------------------------------------------------------------- */

typedef struct {
    const vt_land *land;
    double *inside;          /* by parcel: its pieces and losses */
    double *outside;         /* by parcel: what no zone has */
    const uint32_t *rows;    /* parcels that a zone cuts */
    const vt_rtree *zones;
} leaving;

typedef struct {
    VT_ARRAY(uint32_t) row;
} zone_list;

static bool note_zone(void *user, size_t zone)
{
    zone_list *list = user;
    return vt_array_push(&list->row, (uint32_t)zone);
}

/* The parcel without all zones, as drawn. */
static double area_outside(const leaving *l, vt_knife *knife, uint32_t parcel, zone_list *near)
{
    vt_fragment rest = vt_fragment_row(l->land->ground.parcels, parcel);
    near->row.n = 0;
    vt_rtree_search(l->zones, &rest.box, note_zone, near);
    for (size_t i = 0; i < near->row.n && rest.area > 0; i++) {
        vt_fragment zone = vt_fragment_row(l->land->ground.zones, near->row.at[i]), inside, outside;
        const vt_relation relation = vt_fragment_cut(knife, &rest, &zone, &inside, &outside);
        if (relation == VT_UNDER_IT) {
            vt_fragment_drop(knife, &rest);
        } else if (relation == VT_CUT) {
            vt_fragment_drop(knife, &inside);
            vt_fragment_drop(knife, &rest);
            rest = outside;
        } else if (relation == VT_CUT_FAILED) {
            rest.area = NAN;
        }
        vt_fragment_drop(knife, &zone);
    }
    const double area = rest.area;
    vt_fragment_drop(knife, &rest);
    return area;
}

static void leave_range(void *user, size_t from, size_t to)
{
    const leaving *l = user;
    vt_knife knife = {.geos = vt_geos_new()};
    zone_list near = {0};
    for (size_t i = from; i < to; i++) {
        l->outside[l->rows[i]] = area_outside(l, &knife, l->rows[i], &near);
    }
    vt_array_free(&near.row);
    vt_knife_free(&knife);
}

/* Pieces of a parcel, its losses and what no zone has of it are the parcel. One that lies whole in a zone is so by itself. */
static vitrine_status check_parcels(vt_land *land)
{
    const vt_layer *parcels = land->ground.parcels;
    if (!parcels) {
        return VITRINE_OK;
    }
    vt_rtree *zones = vt_layer_index(land->ground.zones);
    uint32_t *cut = malloc((parcels->n + 1) * sizeof *cut);
    leaving l = {.land = land, .inside = calloc(parcels->n + 1, sizeof(double)), .outside = calloc(parcels->n + 1, sizeof(double)), .rows = cut, .zones = zones};
    vitrine_status status = zones && cut && l.inside && l.outside ? VITRINE_OK : vt_no_memory(land->ctx);
    size_t n = 0;
    for (size_t z = 0; !status && z < land->ground.zones->n; z++) {
        const vt_zone_ground *ground = &land->ground.of_zone[z];
        for (size_t b = 0; b < ground->bases.n; b++) {
            const vt_base *base = &ground->bases.at[b];
            if (base->parcel != VT_NONE && !base->whole) {
                l.inside[base->parcel] += base->area;
            }
        }
        for (size_t i = 0; i < ground->losses.n; i++) {
            if (ground->losses.at[i].of == VT_OF_PARCELS) {
                l.inside[ground->losses.at[i].lost] += ground->losses.at[i].area;
            }
        }
    }
    for (size_t i = 0; !status && i < parcels->n; i++) {
        if (l.inside[i] > 0) {
            cut[n++] = (uint32_t)i;
        }
    }
    if (!status) {
        vt_parallel_for(land->ctx, n, 64, leave_range, &l);
    }
    double worst = 0;
    for (size_t i = 0; !status && i < n; i++) {
        const double area = vt_layer_area(parcels, cut[i]), sum = l.inside[cut[i]] + l.outside[cut[i]];
        worst = fmax(worst, fabs(sum - area));
        if (!adds_up(sum - area, area)) {
            char room[2][VT_NUMBER_ROOM];
            status = vt_fail(land->ctx, VITRINE_E_FAILED, _("parcel %s: its pieces make %s m2 and not %s; send us this study"), parcels->id[cut[i]],
                             vt_number_format_fixed(room[0], sum, 3), vt_number_format_fixed(room[1], area, 3));
        }
    }
    if (!status && !vt_result_note(land->result, "partition_parcel_difference_m2", worst, n)) {
        status = vt_no_memory(land->ctx);
    }
    vt_rtree_free(zones);
    free(cut);
    free(l.inside);
    free(l.outside);
    return status;
}

/* --- overlaps ------------------------------------------------------------------------------------------ */

static vitrine_status check_overlaps(vt_land *land)
{
    const double ceiling = vt_study_number(land->study, "land.overlap_ceiling");
    vitrine_status status = VITRINE_OK;
    for (size_t of = 0; !status && of <= VT_OF_ZONES; of++) {
        const vt_layer *layer = vt_ground_layer(&land->ground, of);
        double lost = 0, whole = 0;
        const vt_loss *most = NULL;
        size_t n = 0;
        for (size_t z = 0; layer && z < land->ground.zones->n; z++) {
            for (size_t i = 0; i < land->ground.of_zone[z].losses.n; i++) {
                const vt_loss *loss = &land->ground.of_zone[z].losses.at[i];
                lost += loss->of == of ? loss->area : 0;
                most = loss->of == of && (!most || loss->area > most->area) ? loss : most;
                n += loss->of == of;
            }
        }
        for (size_t i = 0; layer && i < layer->n; i++) {
            whole += vt_layer_area(layer, i);
        }
        if (layer && most && lost > ceiling * whole) {
            char room[2][VT_NUMBER_ROOM];
            status = vt_fail(land->ctx, VITRINE_E_INPUT, _("layers.%s: %s m2 lie under two features, more than land.overlap_ceiling allows (%g of %s m2), most of it (%.1f m2) under %s and %s; correct the layer, or raise it"),
                             layer->name, vt_number_format_fixed(room[0], lost, 1), ceiling, vt_number_format_fixed(room[1], whole, 0), most->area, layer->id[most->kept],
                             layer->id[most->lost]);
        } else if (layer && n) {
            const char *name = vt_arena_printf(&land->result->arena, "overlap_%s_m2", layer->name);
            status = name && vt_result_note(land->result, name, lost, n) ? VITRINE_OK : vt_no_memory(land->ctx);
        }
    }
    return status;
}

vitrine_status vt_land_check(vt_land *land)
{
    vitrine_status status = check_zones(land);
    status = status ? status : check_parcels(land);
    return status ? status : check_overlaps(land);
}
