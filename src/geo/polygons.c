/* polygons.c - see polygons.h. */
#include "geo/polygons.h"

#include <math.h>
#include <string.h>

#include "geo/measure.h"

void vt_polygons_free(vt_polygons *p)
{
    vt_array_free(&p->ring);
    vt_array_free(&p->vertex);
    vt_array_free(&p->x);
    vt_array_free(&p->y);
}

size_t vt_polygons_count(const vt_polygons *p)
{
    return p->ring.n ? p->ring.n - 1 : 0;
}

static bool begin(vt_polygons *p)
{
    return p->ring.n || (vt_array_push(&p->ring, 0) && vt_array_push(&p->vertex, 0));
}

static bool add_ring(vt_polygons *p, const double *x, const double *y, size_t n)
{
    if (!vt_array_reserve(&p->x, n) || !vt_array_reserve(&p->y, n)) {
        return false;
    }
    memcpy(p->x.at + p->x.n, x, n * sizeof *x);
    memcpy(p->y.at + p->y.n, y, n * sizeof *y);
    p->x.n += n;
    p->y.n += n;
    return vt_array_push(&p->vertex, (uint32_t)p->x.n);
}

static bool end_polygon(vt_polygons *p)
{
    return vt_array_push(&p->ring, (uint32_t)(p->vertex.n - 1));
}

bool vt_polygons_add(vt_polygons *p, const vt_geometry *g, size_t first, size_t n)
{
    bool worked = begin(p);
    for (size_t part = first; worked && part < first + n; part++) {
        for (size_t r = g->ring[part]; worked && r < g->ring[part + 1]; r++) {
            worked = add_ring(p, g->x + g->vertex[r], g->y + g->vertex[r], g->vertex[r + 1] - g->vertex[r]);
        }
        worked = worked && end_polygon(p);
    }
    return worked;
}

static bool take_ring(void *user, const double *x, const double *y, size_t n, bool part)
{
    vt_polygons *p = user;
    if (!part) { /* a hole of the polygon that was ended: open it again */
        p->ring.n--;
    }
    return add_ring(p, x, y, n) && end_polygon(p);
}

bool vt_polygons_add_geos(vt_polygons *p, vt_geos *geos, const vt_geos_geometry *geometry)
{
    return begin(p) && vt_geos_rings(geos, geometry, VT_POLYGONS, take_ring, p);
}

void vt_polygons_drop_last(vt_polygons *p)
{
    p->ring.n--;
    p->vertex.n = p->ring.at[p->ring.n - 1] + 1;
    p->x.n = p->y.n = p->vertex.at[p->vertex.n - 1];
}

vt_geometry vt_polygons_view(const vt_polygons *p)
{
    return (vt_geometry){NULL, NULL, p->ring.at, p->vertex.at, p->x.at, p->y.at};
}

double vt_polygons_area(const vt_polygons *p, size_t i)
{
    double area = 0;
    for (size_t r = p->ring.at[i]; r < p->ring.at[i + 1]; r++) {
        const size_t from = p->vertex.at[r];
        const double ring = fabs(vt_measure_ring_area(p->x.at + from, p->y.at + from, p->vertex.at[r + 1] - from));
        area += r == p->ring.at[i] ? ring : -ring;
    }
    return area;
}

vt_box vt_polygons_box(const vt_polygons *p, size_t i)
{
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    const size_t shell = p->ring.at[i];
    for (size_t v = p->vertex.at[shell]; v < p->vertex.at[shell + 1]; v++) {
        const double x = p->x.at[v], y = p->y.at[v];
        box = (vt_box){fmin(box.xmin, x), fmin(box.ymin, y), fmax(box.xmax, x), fmax(box.ymax, y)};
    }
    return box;
}
