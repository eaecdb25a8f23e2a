/* measures.c - see measures.h. Sites are shared out to threads; each site is measured by itself, features in the
 * order of their ids. */
#include "analyse/friche/measures.h"

#include <math.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/friche/ground.h"
#include "analyse/friche/overlay.h"
#include "base/number.h"
#include "base/parallel.h"

enum { CHUNK = 8 };

/* One thread at one site. */
typedef struct {
    const vt_ground *ground;
    size_t site;
    vt_overlay overlay;
    VT_ARRAY(vt_feature) features; /* scratch */
    VT_ARRAY(const char *) owners; /* scratch */
} bench;

typedef struct {
    const vt_ground *ground;
    atomic_bool no_room;
} crew;

static void set(const bench *b, int measure, double value)
{
    if (measure != VT_ABSENT) {
        b->ground->measures->list.at[measure].value[b->site] = value;
    }
}

/* Remembers that GEOS gave up on a measure: at a feature, or NULL: at the site itself or at several together. */
static void blame(const bench *b, int measure, const char *feature_id)
{
    b->ground->fault[(size_t)measure * b->ground->sites->n + b->site] = feature_id ? feature_id : "";
}

static void measure_buildings(bench *b)
{
    const vt_over *over = &b->ground->buildings;
    vt_sum built = {0};
    for (size_t i = over->hits.first[b->site]; i < over->hits.first[b->site + 1]; i++) {
        const size_t row = over->hits.row[i];
        const vt_shared shared = vt_overlay_shared(&b->overlay, (vt_feature){over->layer, row});
        if (isnan(shared.area)) {
            blame(b, b->ground->built, over->layer->id[row]);
        }
        vt_sum_add(&built, shared.area);
    }
    set(b, b->ground->built, vt_sum_value(&built));
    set(b, b->ground->coverage, vt_sum_value(&built) / b->overlay.area);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t count_distinct(const char **texts, size_t n)
{
    size_t distinct = n > 0;
    if (n) {
        qsort(texts, n, sizeof *texts, by_bytes);
    }
    for (size_t i = 1; i < n; i++) {
        distinct += strcmp(texts[i - 1], texts[i]) != 0;
    }
    return distinct;
}

static void measure_parcels(bench *b)
{
    const vt_ground *g = b->ground;
    const vt_over *over = &g->parcels;
    size_t counted = 0, touching = 0;
    bool known = true, nameless = false;
    b->owners.n = 0;
    for (size_t i = over->hits.first[b->site]; i < over->hits.first[b->site + 1]; i++) {
        const size_t row = over->hits.row[i];
        const vt_shared shared = vt_overlay_shared(&b->overlay, (vt_feature){over->layer, row});
        touching += shared.touches;
        if (isnan(shared.area)) {
            known = false;
            blame(b, g->counted, over->layer->id[row]);
        }
        /* a billionth less, so that rounding does not tell a parcel cut in two halves from one that is not */
        if (!(shared.area > 0) || shared.area < vt_layer_area(over->layer, row) * (0.5 - 0.5e-9)) {
            continue;
        }
        counted++;
        const char *owner = vt_layer_text(over->layer, "owner", row);
        nameless = nameless || !owner;
        b->overlay.no_room = b->overlay.no_room || (owner && !vt_array_push(&b->owners, owner));
    }
    set(b, g->touching, (double)touching);
    set(b, g->counted, known ? (double)counted : NAN);
    set(b, g->owners, known && !nameless ? (double)count_distinct(b->owners.at, b->owners.n) : NAN);
}

static void measure_cover(bench *b, const vt_cover *cover)
{
    b->features.n = 0;
    for (size_t p = 0; p < cover->parts.n; p++) {
        const vt_cover_part *part = &cover->parts.at[p];
        const vt_over *over = &b->ground->overs.at[part->over];
        for (size_t i = over->hits.first[b->site]; i < over->hits.first[b->site + 1]; i++) {
            const vt_feature feature = {over->layer, over->hits.row[i]};
            const bool wanted = !part->class_of || part->class_of[feature.row] == part->wanted;
            b->overlay.no_room = b->overlay.no_room || (wanted && !vt_array_push(&b->features, feature));
        }
    }
    const double area = vt_overlay_under(&b->overlay, b->features.at, b->features.n);
    if (isnan(area)) {
        blame(b, (int)cover->measure, NULL);
    }
    set(b, (int)cover->measure, area / b->overlay.area);
}

static void measure_shape(bench *b)
{
    const vt_ground *g = b->ground;
    const double perimeter = vt_layer_perimeter(g->sites, b->site), widest = vt_overlay_widest(&b->overlay);
    set(b, g->area, b->overlay.area);
    set(b, g->compactness, 4 * M_PI * b->overlay.area / (perimeter * perimeter));
    set(b, g->widest, widest);
    if (isnan(widest)) {
        blame(b, g->widest, NULL);
    }
}

static void measure_site(bench *b)
{
    const vt_ground *g = b->ground;
    for (size_t i = 0; i < g->reaches.n; i++) {
        const vt_reach *reach = &g->reaches.at[i];
        set(b, (int)reach->measure, vt_places_distance(&reach->places, g->sites, b->site));
    }
    if (g->sites->geometry.shape[b->site] != VT_POLYGONS) {
        return;
    }
    vt_overlay_site(&b->overlay, g->sites, b->site);
    measure_shape(b);
    if (g->buildings.layer) {
        measure_buildings(b);
    }
    if (g->parcels.layer) {
        measure_parcels(b);
    }
    for (size_t i = 0; i < g->covers.n; i++) {
        measure_cover(b, &g->covers.at[i]);
    }
}

static void measure_sites(void *user, size_t from, size_t to)
{
    crew *c = user;
    bench b = {.ground = c->ground, .overlay = {.geos = vt_geos_new()}};
    b.overlay.no_room = b.overlay.geos == NULL;
    for (b.site = from; b.site < to && !b.overlay.no_room; b.site++) {
        measure_site(&b);
    }
    if (b.overlay.no_room) {
        atomic_store(&c->no_room, true);
    }
    vt_overlay_free(&b.overlay);
    vt_array_free(&b.features);
    vt_array_free(&b.owners);
}

/* The zoning type of each site's greatest share; the lesser type comes first and so wins a tie. */
static void find_majorities(const vt_ground *g)
{
    for (size_t site = 0; g->measures->zoning && site < g->sites->n; site++) {
        double most = 0;
        for (size_t i = 0; i < g->zonings; i++) {
            const double share = g->measures->list.at[g->first_zoning + i].value[site];
            if (isnan(share)) {
                g->measures->zoning[site] = NULL;
                break;
            }
            if (share > most) {
                most = share;
                g->measures->zoning[site] = g->types[i];
            }
        }
    }
}

static vitrine_status list_faults(const vt_ground *g, vt_ledger *notices)
{
    vitrine_status status = VITRINE_OK;
    for (size_t site = 0; site < g->sites->n; site++) {
        for (size_t m = 0; !status && m < g->measures->list.n; m++) {
            const char *feature = g->fault[m * g->sites->n + site], *name = g->measures->list.at[m].name;
            if (feature) {
                double x, y;
                char detail[300];
                snprintf(detail, sizeof detail, "%.100s%s%.150s", name, *feature ? ": " : "", feature);
                vt_layer_place(g->sites, site, &x, &y);
                status = vt_ledger_add(g->ctx, notices, g->sites->name, g->sites->id[site], VT_NOT_MEASURED, x, y,
                                       detail);
            }
        }
    }
    return status;
}

vitrine_status vt_friche_measure(vitrine_context *ctx, const vitrine_model *model,
                                 const vt_layer *sites, vt_arena *arena, vt_measures *measures, vt_ledger *notices)
{
    *measures = (vt_measures){0};
    vt_ground ground = {
        .ctx = ctx, .model = model, .sites = sites, .arena = arena, .measures = measures};
    double start = vt_clock();
    vitrine_status status = vt_ground_list(&ground);
    vt_log(ctx, VITRINE_LOG_TIMING, "friche: search %.3f s", vt_clock() - start);
    if (!status) {
        start = vt_clock();
        crew c = {.ground = &ground};
        vt_parallel_for(ctx, sites->n, CHUNK, measure_sites, &c);
        status = atomic_load(&c.no_room) ? vt_no_memory(ctx) : VITRINE_OK;
        vt_log(ctx, VITRINE_LOG_TIMING, "friche: measure %.3f s", vt_clock() - start);
    }
    if (!status) {
        find_majorities(&ground);
        status = list_faults(&ground, notices);
    }
    vt_ground_free(&ground);
    if (status) {
        vt_measures_free(measures);
    }
    return status;
}

void vt_measures_free(vt_measures *measures)
{
    vt_array_free(&measures->list);
}

const vt_measure *vt_measures_find(const vt_measures *measures, const char *name)
{
    for (size_t i = 0; i < measures->list.n; i++) {
        if (strcmp(measures->list.at[i].name, name) == 0) {
            return &measures->list.at[i];
        }
    }
    return NULL;
}
