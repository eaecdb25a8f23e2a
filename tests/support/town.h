/* town.h - a street network for a test: town *t = town_new(); STREET(t, 0, 0, 100, 0); town_build(t). Each line is
 * a street of its own, numbered from 1; lines that share a vertex cross there. */
#ifndef TOWN_H
#define TOWN_H

#include <stdlib.h>

#include "model/network.h"

enum { MOST_LINES = 300, MOST_VERTICES = 3000 };

typedef struct {
    vitrine_context *ctx;
    vt_arena arena;
    vt_layer layer;
    uint8_t shape[MOST_LINES];
    uint32_t part[MOST_LINES + 1], ring[MOST_LINES + 1], vertex[MOST_LINES + 1];
    double x[MOST_VERTICES], y[MOST_VERTICES];
    const char *id[MOST_LINES], *name[MOST_LINES];
    vt_column fields[3]; /* id, name, municipality */
    vt_network *net;
} town;

static town *town_new(void)
{
    town *t = calloc(1, sizeof *t);
    t->ctx = vitrine_context_new();
    t->layer = (vt_layer){.kind = vt_kind_find("streets"), .name = "streets", .id = t->id, .integer_ids = true};
    t->layer.geometry = (vt_geometry){t->shape, t->part, t->ring, t->vertex, t->x, t->y};
    t->layer.fields = t->fields;
    t->fields[1].text = t->name;
    return t;
}

static void town_free(town *t)
{
    vt_network_free(t->net);
    vt_arena_free(&t->arena);
    vitrine_context_free(t->ctx);
    free(t);
}

/* A street through n places x, y. */
static void town_street(town *t, size_t n, const double *xy)
{
    const size_t i = t->layer.n++;
    t->shape[i] = VT_LINES;
    t->id[i] = vt_arena_printf(&t->arena, "%zu", i + 1);
    t->name[i] = vt_arena_printf(&t->arena, "Rue q%zu", i + 1);
    t->part[i + 1] = t->ring[i + 1] = (uint32_t)i + 1;
    t->vertex[i + 1] = t->vertex[i];
    for (size_t k = 0; k < n; k++) {
        t->x[t->vertex[i + 1]] = xy[2 * k];
        t->y[t->vertex[i + 1]++] = xy[2 * k + 1];
    }
}
#define STREET(town, ...) \
    town_street(town, sizeof (double[]){__VA_ARGS__} / sizeof(double) / 2, (double[]){__VA_ARGS__})

static bool town_build(town *t)
{
    vitrine_study *study = NULL;
    const bool worked = !vitrine_study_new(t->ctx, &study) &&
                        !vt_network_build(t->ctx, &t->layer, study, &t->arena, &t->net);
    vitrine_study_free(study);
    return worked;
}

#endif
