/* map.c - the layers that cut the ground, and all zones cut on all threads; see ground.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/land/fragment.h"
#include "analyse/land/ground.h"
#include "base/parallel.h"

void vt_ground_map_free(vt_ground_map *map)
{
    for (size_t z = 0; map->of_zone && z < map->zones->n; z++) {
        vt_zone_ground *ground = &map->of_zone[z];
        vt_array_free(&ground->bases);
        vt_array_free(&ground->pieces);
        vt_array_free(&ground->losses);
        vt_polygons_free(&ground->shapes);
        vt_polygons_free(&ground->grounds);
        vt_polygons_free(&ground->lost);
    }
    free(map->of_zone);
    vt_hits_free(&map->parcels_near);
    for (size_t p = 0; p < VT_PARTINGS; p++) {
        vt_hits_free(&map->partings[p].near);
    }
    for (size_t k = 0; k < map->n_kinds; k++) {
        for (size_t i = 0; i < map->of_kind[k].n; i++) {
            vt_hits_free(&map->of_kind[k].at[i].near);
        }
        vt_array_free(&map->of_kind[k]);
    }
}

/* --- kinds --------------------------------------------------------------------------------------------- */

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t kind_of(const vt_ground_map *map, const char *kind)
{
    size_t k = 0;
    while (k < map->n_kinds && strcmp(map->kinds[k], kind) != 0) {
        k++;
    }
    return k;
}

static vitrine_status add_kind(vt_ground_map *map, const char *kind)
{
    if (kind_of(map, kind) < map->n_kinds) {
        return VITRINE_OK;
    }
    if (map->n_kinds == VT_MOST_KINDS) {
        return vt_fail(map->ctx, VITRINE_E_INPUT, _("layers.constraints: more than %d kinds; give several layers one kind"), VT_MOST_KINDS);
    }
    map->kinds[map->n_kinds++] = kind;
    return VITRINE_OK;
}

vitrine_status vt_ground_map_kinds(vt_ground_map *map)
{
    const vt_entry *ranked = vt_study_entry(map->study, "land.kind_priority");
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && ranked && i < ranked->n; i++) {
        bool has = false;
        for (size_t l = 0; l < map->model->n_layers; l++) {
            const char *kind = vt_layer_what(&map->model->layers[l], "constraints");
            has = has || (kind && strcmp(kind, ranked->values[i]) == 0);
        }
        status = has ? add_kind(map, ranked->values[i])
                     : vt_fail(map->ctx, VITRINE_E_INPUT, _("%s: land.kind_priority: no constraint is of kind \"%s\""), ranked->origin,
                               ranked->values[i]);
    }
    map->ranked = map->n_kinds;
    for (size_t l = 0; !status && l < map->model->n_layers; l++) {
        const char *kind = vt_layer_what(&map->model->layers[l], "constraints");
        status = kind ? add_kind(map, kind) : VITRINE_OK;
    }
    if (map->n_kinds > map->ranked) {
        qsort(map->kinds + map->ranked, map->n_kinds - map->ranked, sizeof *map->kinds, by_bytes);
    }
    return status;
}

/* --- layers -------------------------------------------------------------------------------------------- */

static vitrine_status find_layers(vt_ground_map *map, const vt_rtree *zones)
{
    static const char *const names[VT_PARTINGS] = {"plots", "zoning", "friches", "land_cover"};
    const size_t n = map->zones->n;
    vitrine_status status = map->parcels ? vt_hits_find(map->ctx, n, zones, map->parcels, &map->parcels_near) : VITRINE_OK;
    for (size_t p = 0; !status && p < VT_PARTINGS; p++) {
        vt_cutter *cutter = &map->partings[p];
        cutter->layer = vt_model_layer(map->model, names[p]);
        status = cutter->layer ? vt_hits_find(map->ctx, n, zones, cutter->layer, &cutter->near) : VITRINE_OK;
    }
    for (size_t l = 0; !status && l < map->model->n_layers; l++) {
        const vt_layer *layer = &map->model->layers[l];
        const char *kind = vt_layer_what(layer, "constraints");
        vt_cutter cutter = {.layer = layer};
        if (kind) {
            status = vt_hits_find(map->ctx, n, zones, layer, &cutter.near);
            if (!status && !vt_array_push(&map->of_kind[kind_of(map, kind)], cutter)) {
                status = vt_no_memory(map->ctx);
            }
        }
    }
    return status;
}

/* --- all zones ----------------------------------------------------------------------------------------- */

typedef struct {
    vt_ground_map *map;
    const vt_hits *near; /* zones by zone */
} all_zones;

static void cut_range(void *user, size_t from, size_t to)
{
    const all_zones *all = user;
    for (size_t z = from; z < to; z++) {
        const uint32_t *rows = all->near->row + all->near->first[z];
        size_t before = 0;
        while (rows + before < all->near->row + all->near->first[z + 1] && rows[before] < z) {
            before++;
        }
        vt_ground_cut(all->map, (uint32_t)z, rows, before);
    }
}

static vitrine_status cut_all(vt_ground_map *map, const vt_rtree *zones)
{
    vt_hits near = {0};
    vitrine_status status = vt_hits_find(map->ctx, map->zones->n, zones, map->zones, &near);
    map->of_zone = calloc(map->zones->n + 1, sizeof *map->of_zone);
    if (!status && map->of_zone) {
        all_zones all = {map, &near};
        vt_parallel_for(map->ctx, map->zones->n, 1, cut_range, &all);
    }
    vt_hits_free(&near);
    status = status ? status : map->of_zone ? VITRINE_OK : vt_no_memory(map->ctx);
    for (size_t z = 0; !status && z < map->zones->n; z++) {
        if (map->of_zone[z].no_room) {
            status = vt_no_memory(map->ctx);
        } else if (map->of_zone[z].fault) {
            status = vt_fail(map->ctx, VITRINE_E_FAILED, _("layers.zones: zone %s: GEOS cannot cut it by %s; correct its polygon, or set repair: structure"),
                             map->zones->id[z], map->of_zone[z].fault);
        }
    }
    return status;
}

vitrine_status vt_ground_map_make(vt_ground_map *map)
{
    vt_rtree *zones = vt_layer_index(map->zones);
    vitrine_status status = zones ? find_layers(map, zones) : vt_no_memory(map->ctx);
    if (!status) {
        status = cut_all(map, zones);
    }
    vt_rtree_free(zones);
    return status;
}
