/* parcels.c - the ground of friches that are drawn as points: the union of the parcels that they name (CNIG
 * unite_fonciere_refcad, parted by |). One whose parcels are not in the layer stays a point, and is told. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/friche/potential.h"
#include "base/map.h"
#include "geo/geos.h"

/* The friches' geometry as it is gathered anew. */
typedef struct {
    VT_ARRAY(uint32_t) part; /* first ring of each part */
    VT_ARRAY(uint32_t) ring; /* first vertex of each ring */
    VT_ARRAY(double) x;
    VT_ARRAY(double) y;
    bool failed;
} drawing;

static bool take_ring(void *user, const double *x, const double *y, size_t n, bool part)
{
    drawing *d = user;
    d->failed = d->failed || (part && !vt_array_push(&d->part, (uint32_t)d->ring.n)) || !vt_array_push(&d->ring, (uint32_t)d->x.n);
    for (size_t i = 0; !d->failed && i < n; i++) {
        d->failed = !vt_array_push(&d->x, x[i]) || !vt_array_push(&d->y, y[i]);
    }
    return !d->failed;
}

static void copy_feature(drawing *d, const vt_geometry *g, size_t row)
{
    for (size_t p = g->part[row]; p < g->part[row + 1]; p++) {
        for (size_t r = g->ring[p]; r < g->ring[p + 1]; r++) {
            const size_t from = g->vertex[r];
            take_ring(d, g->x + from, g->y + from, g->vertex[r + 1] - from, r == g->ring[p]);
        }
    }
}

static vitrine_status note(vt_potential *p, size_t row, vt_code code, const char *detail)
{
    double x, y;
    vt_layer_place(p->friches, row, &x, &y);
    return vt_ledger_add(p->ctx, &p->result->notices, p->friches->name, p->friches->id[row], code, x, y, detail);
}

/* The union of the parcels that a friche names; NULL when none is known. */
static vt_geos_geometry *union_of(vt_potential *p, vt_geos *geos, const vt_map *known, const vt_layer *parcels, size_t row,
                                  vitrine_status *status)
{
    VT_ARRAY(vt_geos_geometry *) found = {0};
    const char *text = vt_layer_text(p->friches, "parcels", row);
    char *names = text ? vt_arena_text(&p->result->arena, text) : NULL, *rest = NULL;
    for (char *name = names ? strtok_r(names, "|", &rest) : NULL; name && !*status; name = strtok_r(NULL, "|", &rest)) {
        const vt_geometry *g = parcels ? &parcels->geometry : NULL;
        while (*name == ' ') {
            name++;
        }
        name[strcspn(name, " ")] = '\0';
        const size_t *parcel = vt_map_find(known, name);
        vt_geos_geometry *polygon = parcel ? vt_geos_polygons(geos, g, g->part[*parcel], g->part[*parcel + 1] - g->part[*parcel]) : NULL;
        if (!polygon && parcels) {
            *status = note(p, row, VT_UNKNOWN_PARCEL, name);
        } else if (polygon && !vt_array_push(&found, polygon)) {
            *status = vt_no_memory(p->ctx);
        }
    }
    vt_geos_geometry *whole = found.n ? vt_geos_union(geos, found.at, found.n) : NULL;
    vt_array_free(&found);
    return whole;
}

static bool settle(vt_potential *p, const drawing *d, vt_layer *layer, const uint32_t *part, const uint8_t *shape)
{
    vt_arena *arena = &p->result->arena;
    vt_geometry g = {vt_arena_array(arena, layer->n, 1), vt_arena_array(arena, layer->n + 1, sizeof *g.part),
                     vt_arena_array(arena, d->part.n + 1, sizeof *g.ring), vt_arena_array(arena, d->ring.n + 1, sizeof *g.vertex),
                     vt_arena_array(arena, d->x.n, sizeof *g.x), vt_arena_array(arena, d->x.n, sizeof *g.y)};
    if (!g.shape || !g.part || !g.ring || !g.vertex || !g.x || !g.y) {
        return false;
    }
    memcpy(g.shape, shape, layer->n);
    memcpy(g.part, part, (layer->n + 1) * sizeof *part);
    if (d->x.n) {
        memcpy(g.ring, d->part.at, d->part.n * sizeof *g.ring);
        memcpy(g.vertex, d->ring.at, d->ring.n * sizeof *g.vertex);
        memcpy(g.x, d->x.at, d->x.n * sizeof *g.x);
        memcpy(g.y, d->y.at, d->y.n * sizeof *g.y);
    }
    g.ring[d->part.n] = (uint32_t)d->ring.n;
    g.vertex[d->ring.n] = (uint32_t)d->x.n;
    layer->geometry = g;
    return true;
}

static bool index_parcels(const vt_layer *parcels, vt_map *known)
{
    bool worked = true, fresh;
    for (size_t i = 0; worked && parcels && i < parcels->n; i++) {
        size_t *at = vt_map_at(known, parcels->id[i], &fresh);
        worked = at != NULL;
        if (worked) {
            *at = i;
        }
    }
    return worked;
}

/* Draws each friche again; the layer is a copy whose columns are shared. */
static vitrine_status draw_all(vt_potential *p, const vt_map *known, drawing *d, vt_layer *layer)
{
    const vt_layer *parcels = vt_model_layer(p->model, "parcels");
    vt_geos *geos = vt_geos_new();
    uint32_t *part = calloc(layer->n + 1, sizeof *part);
    uint8_t *shape = calloc(layer->n + 1, 1);
    vitrine_status status = geos && part && shape ? VITRINE_OK : vt_no_memory(p->ctx);
    for (size_t row = 0; !status && row < layer->n; row++) {
        vt_geos_geometry *ground = NULL;
        shape[row] = p->friches->geometry.shape[row];
        if (shape[row] != VT_POLYGONS) {
            ground = union_of(p, geos, known, parcels, row, &status);
        }
        if (ground && vt_geos_rings(geos, ground, VT_POLYGONS, take_ring, d)) {
            shape[row] = VT_POLYGONS;
        } else if (!status) {
            copy_feature(d, &p->friches->geometry, row);
            status = shape[row] == VT_POLYGONS ? VITRINE_OK : note(p, row, VT_NO_POLYGON, NULL);
        }
        vt_geos_drop(geos, ground);
        part[row + 1] = (uint32_t)d->part.n;
        status = !status && d->failed ? vt_no_memory(p->ctx) : status;
    }
    if (!status && !settle(p, d, layer, part, shape)) {
        status = vt_no_memory(p->ctx);
    }
    vt_geos_free(geos);
    free(part);
    free(shape);
    return status;
}

vitrine_status vt_potential_ground(vt_potential *p)
{
    bool all = true;
    for (size_t row = 0; row < p->friches->n; row++) {
        all = all && p->friches->geometry.shape[row] == VT_POLYGONS;
    }
    vt_layer *layer = vt_arena_alloc(&p->result->arena, sizeof *layer);
    if (!layer) {
        return vt_no_memory(p->ctx);
    }
    if (all) {
        return VITRINE_OK;
    }
    *layer = *p->friches;
    vt_map known = {0};
    drawing d = {0};
    vitrine_status status = index_parcels(vt_model_layer(p->model, "parcels"), &known) ? draw_all(p, &known, &d, layer) : vt_no_memory(p->ctx);
    if (!status) {
        p->friches = layer;
    }
    vt_map_free(&known);
    vt_array_free(&d.part);
    vt_array_free(&d.ring);
    vt_array_free(&d.x);
    vt_array_free(&d.y);
    return status;
}
