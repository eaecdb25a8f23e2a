/* nearby.c - see nearby.h. */
#include "geo/nearby.h"

#include <math.h>
#include <string.h>

void vt_nearby_free(vt_nearby *nearby)
{
    vt_array_free(&nearby->ring);
    vt_array_free(&nearby->vertex);
    vt_array_free(&nearby->x);
    vt_array_free(&nearby->y);
}

static bool is_near(const vt_geometry *g, size_t ring, const vt_box *box)
{
    vt_box own = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = g->vertex[ring]; i < g->vertex[ring + 1]; i++) {
        own.xmin = g->x[i] < own.xmin ? g->x[i] : own.xmin;
        own.ymin = g->y[i] < own.ymin ? g->y[i] : own.ymin;
        own.xmax = g->x[i] > own.xmax ? g->x[i] : own.xmax;
        own.ymax = g->y[i] > own.ymax ? g->y[i] : own.ymax;
    }
    return vt_box_meets(&own, box);
}

static bool add_ring(vt_nearby *nearby, const vt_geometry *g, size_t ring)
{
    const size_t from = g->vertex[ring], n = g->vertex[ring + 1] - from;
    if (!vt_array_reserve(&nearby->x, n + 1) || !vt_array_reserve(&nearby->y, n + 1)) {
        return false;
    }
    memcpy(nearby->x.at + nearby->x.n, g->x + from, n * sizeof *g->x);
    memcpy(nearby->y.at + nearby->y.n, g->y + from, n * sizeof *g->y);
    nearby->x.n += n;
    nearby->y.n += n;
    return vt_array_push(&nearby->vertex, (uint32_t)nearby->x.n);
}

bool vt_nearby_take(vt_nearby *nearby, const vt_geometry *g, size_t first, size_t n, const vt_box *box)
{
    nearby->ring.n = nearby->vertex.n = nearby->x.n = nearby->y.n = 0;
    bool worked = vt_array_push(&nearby->ring, 0) && vt_array_push(&nearby->vertex, 0);
    for (size_t p = first; worked && p < first + n; p++) {
        const size_t shell = g->ring[p];
        if (shell == g->ring[p + 1] || !is_near(g, shell, box)) {
            continue;
        }
        worked = add_ring(nearby, g, shell);
        for (size_t r = shell + 1; worked && r < g->ring[p + 1]; r++) {
            worked = !is_near(g, r, box) || add_ring(nearby, g, r);
        }
        worked = worked && vt_array_push(&nearby->ring, (uint32_t)(nearby->vertex.n - 1));
    }
    return worked;
}
