/* bands.c - see bands.h. An edge stands in every band that it passes; a search takes it in the first of those that it looks at. */
#include "analyse/overlay/bands.h"

#include <math.h>
#include <stdlib.h>

#include "geo/measure.h"

enum { MOST = 4096, PER_BAND = 2 };

struct vt_bands {
    double low, height; /* of the first band; of each */
    size_t n;
    uint32_t *first;    /* n + 1 */
    uint32_t *edge;     /* by the vertex at its end */
};

static size_t band_of(const vt_bands *bands, double y)
{
    const double at = (y - bands->low) / bands->height;
    return at <= 0 ? 0 : at >= (double)bands->n ? bands->n - 1 : (size_t)at;
}

/* Calls for each edge within the heights: `first` and `last` are its bands. */
static void sort_edges(vt_bands *bands, const vt_parts *parts, const vt_box *frame, bool count)
{
    const vt_geometry *g = parts->g;
    for (size_t r = g->ring[parts->first]; r < g->ring[parts->first + parts->n]; r++) {
        for (size_t i = g->vertex[r] + 1; i < g->vertex[r + 1]; i++) {
            const double a = g->y[i - 1], b = g->y[i], low = a < b ? a : b, high = a < b ? b : a;
            if (high < frame->ymin || low > frame->ymax) {
                continue;
            }
            for (size_t band = band_of(bands, low), last = band_of(bands, high); band <= last; band++) {
                if (count) {
                    bands->first[band + 1]++;
                } else {
                    bands->edge[bands->first[band]++] = (uint32_t)i;
                }
            }
        }
    }
}

vt_bands *vt_bands_new(const vt_parts *parts, const vt_box *frame)
{
    const vt_geometry *g = parts->g;
    const size_t edges = g->vertex[g->ring[parts->first + parts->n]] - g->vertex[g->ring[parts->first]];
    vt_bands *bands = calloc(1, sizeof *bands);
    if (!bands) {
        return NULL;
    }
    bands->n = edges / PER_BAND < 1 ? 1 : edges / PER_BAND > MOST ? MOST : edges / PER_BAND;
    bands->low = frame->ymin;
    bands->height = fmax((frame->ymax - frame->ymin) / (double)bands->n, 1e-3);
    bands->first = calloc(bands->n + 2, sizeof *bands->first);
    if (bands->first) {
        sort_edges(bands, parts, frame, true);
        for (size_t b = 0; b < bands->n; b++) {
            bands->first[b + 1] += bands->first[b];
        }
        bands->edge = malloc((bands->first[bands->n] + 1) * sizeof *bands->edge);
    }
    if (!bands->edge) {
        vt_bands_free(bands);
        return NULL;
    }
    sort_edges(bands, parts, frame, false); /* first[b] now ends band b */
    for (size_t b = bands->n; b > 0; b--) {
        bands->first[b] = bands->first[b - 1];
    }
    bands->first[0] = 0;
    return bands;
}

void vt_bands_free(vt_bands *bands)
{
    if (bands) {
        free(bands->first);
        free(bands->edge);
        free(bands);
    }
}

bool vt_bands_edges(const vt_bands *bands, const vt_parts *parts, const vt_box *box, vt_edges *edges, vt_box *span)
{
    const vt_geometry *g = parts->g;
    edges->n = 0;
    *span = (vt_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    const size_t begin = band_of(bands, box->ymin), end = band_of(bands, box->ymax);
    for (size_t band = begin; band <= end; band++) {
        for (size_t k = bands->first[band]; k < bands->first[band + 1]; k++) {
            const uint32_t i = bands->edge[k];
            const vt_box edge = vt_contact_edge_box(g, i);
            const size_t own = band_of(bands, edge.ymin);
            if (!vt_box_meets(&edge, box) || band != (own > begin ? own : begin)) {
                continue;
            }
            if (!vt_array_push(edges, i)) {
                return false;
            }
            *span = (vt_box){fmin(span->xmin, edge.xmin), fmin(span->ymin, edge.ymin), fmax(span->xmax, edge.xmax), fmax(span->ymax, edge.ymax)};
        }
    }
    return true;
}

bool vt_bands_cover(const vt_bands *bands, const vt_parts *parts, double x, double y)
{
    const vt_geometry *g = parts->g;
    const size_t band = band_of(bands, y);
    bool inside = false; /* of valid polygons parity over all rings tells */
    for (size_t k = bands->first[band]; k < bands->first[band + 1]; k++) {
        const size_t i = bands->edge[k];
        const int where = vt_measure_beside(x, y, g->x[i - 1], g->y[i - 1], g->x[i], g->y[i]);
        if (where < 0) {
            return true;
        }
        inside = inside != (where > 0);
    }
    return inside;
}
