/* land.c - the analysis, step by step; see vitrine/land.h. */
#include "analyse/land/land.h"

#include <stdlib.h>

static vitrine_status find_zones(vt_land *land)
{
    land->ground = (vt_ground_map){.ctx = land->ctx, .study = land->study, .model = land->model};
    land->ground.zones = vt_model_layer(land->model, "zones");
    land->ground.parcels = vt_model_layer(land->model, "parcels");
    if (!land->ground.zones && vt_study_has(land->study, "land.targets.0")) {
        return VITRINE_OK;
    }
    return land->ground.zones && land->ground.zones->n
               ? VITRINE_OK
               : vt_fail(land->ctx, VITRINE_E_INPUT, "%s", _("layers.zones is missing or empty: give the business zones, or land.targets, or leave land out"));
}

static vitrine_status make_ground(vt_land *land)
{
    return vt_ground_map_make(&land->ground);
}

static void drop(vt_land *land)
{
    for (size_t z = 0; land->unit_shapes && z < land->ground.zones->n; z++) {
        vt_polygons_free(&land->unit_shapes[z]);
    }
    free(land->unit_shapes);
    vt_array_free(&land->units);
    vt_array_free(&land->members);
    vt_ground_map_free(&land->ground);
}

vitrine_status vitrine_land(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study, vitrine_result **result)
{
    *result = NULL;
    vt_land land = {.ctx = ctx, .study = study, .model = model};
    static const struct {
        const char *name;
        vitrine_status (*run)(vt_land *);
        bool of_zones;
    } steps[] = {
        {"zones", find_zones, false},
        {"partition", make_ground, true},
        {"checks", vt_land_check, true},
        {"cadastre", vt_land_cadastre, true},
        {"units", vt_land_units, true},
        {"buildings", vt_land_built, true},
        {"occupancy", vt_land_occupancy, true},
        {"words of plots", vt_land_words, true},
        {"buckets", vt_land_buckets, true},
        {"densification", vt_land_densify, true},
        {"inventory", vt_land_inventory_layer, true},
        {"land units listed", vt_land_unit_layer, true},
        {"balance", vt_land_balance_layer, true},
        {"partition listed", vt_land_partition_layer, true},
        {"overlaps listed", vt_land_overlap_layer, true},
        {"standard", vt_land_cnig_layers, true},
        {"targets", vt_land_target_layer, false},
    };
    const size_t n = sizeof steps / sizeof *steps;
    vitrine_status status = vt_result_new(ctx, &land.result);
    for (size_t i = 0; !status && i < n; i++) {
        const double start = vt_clock();
        if (!steps[i].of_zones || land.ground.zones) {
            status = steps[i].run(&land);
        }
        vt_log(ctx, VITRINE_LOG_TIMING, "land %s: %.3f s", steps[i].name, vt_clock() - start);
        if (!status) {
            status = vt_progress(ctx, "land", (double)(i + 1) / (double)n);
        }
    }
    drop(&land);
    if (status) {
        vitrine_result_free(land.result);
        return status;
    }
    *result = land.result;
    return VITRINE_OK;
}
