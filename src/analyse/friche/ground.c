/* ground.c - see ground.h. */
#include "analyse/friche/ground.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void vt_ground_free(vt_ground *g)
{
    vt_hits_free(&g->parcels.hits);
    vt_hits_free(&g->buildings.hits);
    for (size_t i = 0; i < g->overs.n; i++) {
        vt_hits_free(&g->overs.at[i].hits);
    }
    for (size_t i = 0; i < g->covers.n; i++) {
        vt_array_free(&g->covers.at[i].parts);
    }
    for (size_t i = 0; i < g->reaches.n; i++) {
        vt_places_free(&g->reaches.at[i].places);
    }
    vt_array_free(&g->overs);
    vt_array_free(&g->covers);
    vt_array_free(&g->reaches);
    free(g->fault);
}

/* Adds a measure of NaN and sets its place; `name` lives as long as the arena. false: out of memory. */
static bool add(vt_ground *g, const char *name, const char *unit, int *place)
{
    double *value = name ? vt_arena_array(g->arena, g->sites->n, sizeof *value) : NULL;
    for (size_t i = 0; value && i < g->sites->n; i++) {
        value[i] = NAN;
    }
    const vt_measure measure = {name, unit, value};
    *place = (int)g->measures->list.n;
    return value && vt_array_push(&g->measures->list, measure);
}

/* --- covers -------------------------------------------------------------------------------------- */

static vt_cover *add_cover(vt_ground *g, const char *name)
{
    int place;
    if (!add(g, name, "share", &place)) {
        return NULL;
    }
    const vt_cover cover = {.measure = (size_t)place};
    return vt_array_push(&g->covers, cover) ? &g->covers.at[g->covers.n - 1] : NULL;
}

static bool add_over(vt_ground *g, const vt_layer *layer)
{
    const vt_over over = {.layer = layer};
    return vt_array_push(&g->overs, over);
}

/* A part made of the layer added last. */
static bool add_part(vt_ground *g, vt_cover *cover, const uint32_t *class_of, uint32_t wanted)
{
    const vt_cover_part part = {g->overs.n - 1, class_of, wanted};
    return cover && vt_array_push(&cover->parts, part);
}

/* The share under the union of a whole layer, where the study has it. */
static bool add_whole(vt_ground *g, const char *layer, const char *name)
{
    const vt_layer *over = vt_model_layer(g->model, layer);
    return !over || (add_over(g, over) && add_part(g, add_cover(g, name), NULL, 0));
}

static bool add_land_cover(vt_ground *g)
{
    const vt_layer *cover = vt_model_layer(g->model, "land_cover");
    if (!cover || !cover->fields[vt_kind_field(cover->kind, "artificial")].text) {
        return true;
    }
    uint32_t *yes = vt_arena_array(g->arena, cover->n, sizeof *yes);
    for (size_t row = 0; yes && row < cover->n; row++) {
        yes[row] = vt_text_yes_no(vt_layer_text(cover, "artificial", row)) == 1;
    }
    return yes && add_over(g, cover) && add_part(g, add_cover(g, "artificial_share"), yes, 1);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorts n names and drops what stands twice. */
static size_t sort_names(const char **names, size_t n)
{
    size_t kept = 0;
    if (n) {
        qsort(names, n, sizeof *names, by_bytes);
    }
    for (size_t i = 0; i < n; i++) {
        if (kept == 0 || strcmp(names[kept - 1], names[i]) != 0) {
            names[kept++] = names[i];
        }
    }
    return kept;
}

static const char *type_of(const vt_layer *zoning, size_t row)
{
    const char *type = vt_layer_text(zoning, "type", row);
    return type ? type : "unknown";
}

static bool add_zoning(vt_ground *g)
{
    const vt_layer *zoning = vt_model_layer(g->model, "zoning");
    g->first_zoning = g->measures->list.n;
    if (!zoning) {
        return true;
    }
    g->types = vt_arena_array(g->arena, zoning->n, sizeof *g->types);
    uint32_t *class_of = vt_arena_array(g->arena, zoning->n, sizeof *class_of);
    g->measures->zoning = vt_arena_array(g->arena, g->sites->n, sizeof *g->measures->zoning);
    if (!g->types || !class_of || !g->measures->zoning || !add_over(g, zoning)) {
        return false;
    }
    for (size_t row = 0; row < zoning->n; row++) {
        g->types[row] = type_of(zoning, row);
    }
    g->zonings = sort_names(g->types, zoning->n);
    for (size_t row = 0; row < zoning->n; row++) {
        const char *type = type_of(zoning, row);
        const char **found = bsearch(&type, g->types, g->zonings, sizeof *g->types, by_bytes);
        class_of[row] = (uint32_t)(found - g->types);
    }
    bool worked = true;
    for (size_t i = 0; worked && i < g->zonings; i++) {
        const char *name = vt_arena_printf(g->arena, "share_zoning_%s", g->types[i]);
        worked = name && add_part(g, add_cover(g, name), class_of, (uint32_t)i);
    }
    return worked;
}

/* --- layers of which there may be many ----------------------------------------------------------- */

/* The kinds that a family of layers ("constraints") has, sorted. NULL: out of memory. */
static const char **list_kinds(const vt_ground *g, const char *family, size_t *n)
{
    const char **kinds = malloc((g->model->n_layers + 1) * sizeof *kinds);
    *n = 0;
    for (size_t i = 0; kinds && i < g->model->n_layers; i++) {
        const char *kind = vt_layer_what(&g->model->layers[i], family);
        if (kind) {
            kinds[(*n)++] = kind;
        }
    }
    *n = kinds ? sort_names(kinds, *n) : 0;
    return kinds;
}

static bool add_constraints(vt_ground *g)
{
    size_t n;
    const char **kinds = list_kinds(g, "constraints", &n);
    bool worked = kinds != NULL;
    for (size_t k = 0; worked && k < n; k++) {
        vt_cover *cover = add_cover(g, vt_arena_printf(g->arena, "share_%s", kinds[k]));
        worked = cover != NULL;
        for (size_t i = 0; worked && i < g->model->n_layers; i++) {
            const vt_layer *layer = &g->model->layers[i];
            const char *kind = vt_layer_what(layer, "constraints");
            if (kind && strcmp(kind, kinds[k]) == 0) {
                worked = add_over(g, layer) && add_part(g, cover, NULL, 0);
            }
        }
    }
    free(kinds);
    return worked;
}

static bool add_places(vt_ground *g)
{
    size_t n;
    const char **kinds = list_kinds(g, "places", &n);
    bool worked = kinds != NULL;
    for (size_t k = 0; worked && k < n; k++) {
        int place = VT_ABSENT;
        worked = add(g, vt_arena_printf(g->arena, "distance_%s_m", kinds[k]), "m", &place);
        const vt_reach reach = {.measure = (size_t)place};
        worked = worked && vt_array_push(&g->reaches, reach);
        for (size_t i = 0; worked && i < g->model->n_layers; i++) {
            const vt_layer *layer = &g->model->layers[i];
            const char *kind = vt_layer_what(layer, "places");
            if (kind && strcmp(kind, kinds[k]) == 0) {
                worked = vt_places_add(&g->reaches.at[g->reaches.n - 1].places, layer);
            }
        }
        worked = worked && vt_places_index(&g->reaches.at[g->reaches.n - 1].places);
    }
    free(kinds);
    return worked;
}

/* --- all of it ----------------------------------------------------------------------------------- */

static bool has_owners(const vt_layer *parcels)
{
    return parcels->fields[vt_kind_field(parcels->kind, "owner")].text != NULL;
}

static bool list_measures(vt_ground *g)
{
    g->built = g->coverage = g->counted = g->touching = g->owners = VT_ABSENT;
    g->buildings.layer = vt_model_layer(g->model, "buildings");
    g->parcels.layer = vt_model_layer(g->model, "parcels");
    return add(g, "area_m2", "m2", &g->area) &&
           (!g->buildings.layer ||
            (add(g, "built_m2", "m2", &g->built) && add(g, "built_coverage", "share", &g->coverage))) &&
           (!g->parcels.layer || (add(g, "parcels", "parcels", &g->counted) &&
                                  add(g, "parcels_touching", "parcels", &g->touching) &&
                                  (!has_owners(g->parcels.layer) || add(g, "owners", "owners", &g->owners)))) &&
           add(g, "compactness", "", &g->compactness) && add(g, "widest_m", "m", &g->widest) && add_constraints(g) &&
           add_places(g) && add_zoning(g) && add_whole(g, "centres", "share_centre") &&
           add_whole(g, "zones", "share_zones") && add_land_cover(g);
}

vitrine_status vt_ground_list(vt_ground *g)
{
    bool worked = list_measures(g);
    g->fault = worked ? calloc(g->measures->list.n * g->sites->n + 1, sizeof *g->fault) : NULL;
    vt_rtree *tree = g->fault ? vt_layer_index(g->sites) : NULL;
    vitrine_status status = tree ? VITRINE_OK : vt_no_memory(g->ctx);
    if (!status && g->parcels.layer) {
        status = vt_hits_find(g->ctx, g->sites->n, tree, g->parcels.layer, &g->parcels.hits);
    }
    if (!status && g->buildings.layer) {
        status = vt_hits_find(g->ctx, g->sites->n, tree, g->buildings.layer, &g->buildings.hits);
    }
    for (size_t i = 0; !status && i < g->overs.n; i++) {
        status = vt_hits_find(g->ctx, g->sites->n, tree, g->overs.at[i].layer, &g->overs.at[i].hits);
    }
    vt_rtree_free(tree);
    return status;
}
