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

/* Kinds before rules, which name them. */
static vitrine_status judge(vt_land *land)
{
    vitrine_status status = find_zones(land);
    if (!status && land->ground.zones) {
        status = vt_ground_map_kinds(&land->ground);
        status = status ? status : vt_land_judge_rules(land);
        status = status ? status : vt_land_judge_dates(land);
    }
    return status ? status : vt_land_judge_targets(land);
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

vitrine_status vitrine_land_check(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study)
{
    vt_land land = {.ctx = ctx, .study = study, .model = model};
    vitrine_status status = vt_result_new(ctx, &land.result);
    if (!status) {
        status = judge(&land);
    }
    drop(&land);
    vitrine_result_free(land.result);
    return status;
}

vitrine_status vitrine_land(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study, vitrine_result **result)
{
    *result = NULL;
    vt_land land = {.ctx = ctx, .study = study, .model = model};
    static const struct {
        const char *name;
        vitrine_status (*run)(vt_land *);
        bool of_zones;
        double weight; /* of the time, about, as measured by tests/bench: for the progress */
    } steps[] = {
        {"study", judge, false, 0.3},
        {"partition", make_ground, true, 20},
        {"checks", vt_land_check, true, 0.3},
        {"cadastre", vt_land_cadastre, true, 0.3},
        {"units", vt_land_units, true, 2},
        {"buildings", vt_land_built, true, 3},
        {"occupancy", vt_land_occupancy, true, 0.3},
        {"words of plots", vt_land_words, true, 0.3},
        {"buckets", vt_land_buckets, true, 0.3},
        {"densification", vt_land_densify, true, 70},
        {"inventory", vt_land_inventory_layer, true, 0.3},
        {"land units listed", vt_land_unit_layer, true, 0.3},
        {"balance", vt_land_balance_layer, true, 0.3},
        {"partition listed", vt_land_partition_layer, true, 1},
        {"overlaps listed", vt_land_overlap_layer, true, 0.3},
        {"standard", vt_land_cnig_layers, true, 0.3},
        {"targets", vt_land_target_layer, false, 0.3},
    };
    const size_t n = sizeof steps / sizeof *steps;
    double all = 0, done = 0;
    for (size_t i = 0; i < n; i++) {
        all += steps[i].weight;
    }
    vitrine_status status = vt_progress(ctx, "land", 0);
    status = status ? status : vt_result_new(ctx, &land.result);
    for (size_t i = 0; !status && i < n; i++) {
        const double start = vt_clock();
        done += steps[i].weight;
        land.progress = done / all;
        if (!steps[i].of_zones || land.ground.zones) {
            status = steps[i].run(&land);
        }
        vt_log(ctx, VITRINE_LOG_TIMING, "land %s: %.3f s", steps[i].name, vt_clock() - start);
        if (!status) {
            status = vt_progress(ctx, "land", land.progress);
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
