/* layers.c - what a heat map shows as lines and areas. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/heatmap/contour.h"
#include "analyse/heatmap/map.h"

/* One line a row, with its level. */
vitrine_status vt_heatmap_contours(vt_heatmap *m)
{
    static const struct {
        const char *name;
        double p;
    } levels[] = {{"above", 0.05}, {"below", 0.95}};
    vt_paths lines = {0};
    size_t above = 0; /* lines of the first level */
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < 2; i++) {
        above = lines.end.n;
        status = vt_contour_lines(m->ctx, &m->density.grid, m->p, levels[i].p, &lines);
    }
    const size_t n = lines.end.n;
    vitrine_layer *layer = status ? NULL : vt_result_add(m->result, "heatmap_contours", VT_DRAW_LINE, n);
    const bool worked = layer && vt_layer_room(m->result, layer, n, n, lines.x.n) &&
                        vt_layer_add_column(m->result, layer, "level", VITRINE_TEXT) &&
                        vt_layer_add_column(m->result, layer, "p", VITRINE_REAL);
    for (size_t i = 0; worked && i < n; i++) {
        layer->columns.at[0].text[i] = levels[i >= above].name;
        layer->columns.at[1].real[i] = levels[i >= above].p;
        layer->geometry.shape[i] = VT_LINES;
        layer->geometry.part[i + 1] = layer->geometry.ring[i + 1] = (uint32_t)(i + 1);
        layer->geometry.vertex[i + 1] = (uint32_t)lines.end.at[i];
    }
    if (worked && n) {
        memcpy(layer->geometry.x, lines.x.at, lines.x.n * sizeof *lines.x.at);
        memcpy(layer->geometry.y, lines.y.at, lines.y.n * sizeof *lines.y.at);
    }
    vt_paths_free(&lines);
    return status ? status : worked ? VITRINE_OK : vt_no_memory(m->ctx);
}

/* The rings of one class, and the shell of each. */
typedef struct {
    double low, high;
    vt_paths rings;
    size_t *shell;
} band;

static void add_ring(vt_geometry *g, size_t ring, const vt_paths *from, size_t r)
{
    const size_t begin = r ? from->end.at[r - 1] : 0, n = from->end.at[r] - begin;
    memcpy(g->x + g->vertex[ring], from->x.at + begin, n * sizeof *g->x);
    memcpy(g->y + g->vertex[ring], from->y.at + begin, n * sizeof *g->y);
    g->vertex[ring + 1] = g->vertex[ring] + (uint32_t)n;
}

/* The holes in the order of their shells: those of shell r are hole[first[r]]..hole[first[r + 1]]. */
static void gather_holes(const band *b, size_t *first, size_t *hole)
{
    const size_t n = b->rings.end.n;
    for (size_t r = 0; r < n; r++) {
        first[b->shell[r] + 2] += b->shell[r] != r;
    }
    for (size_t r = 2; r < n + 2; r++) {
        first[r] += first[r - 1];
    }
    for (size_t r = 0; r < n; r++) { /* moves first[r + 1] from the begin of r's holes to their end */
        if (b->shell[r] != r) {
            hole[first[b->shell[r] + 1]++] = r;
        }
    }
}

/* A polygon a shell, with its holes. */
static bool fill_band(vitrine_layer *layer, const band *b, size_t class, size_t *row, size_t *ring)
{
    const size_t n = b->rings.end.n;
    size_t *first = calloc(n + 2, sizeof *first), *hole = calloc(n + 1, sizeof *hole);
    const bool worked = first && hole;
    if (worked) {
        gather_holes(b, first, hole);
    }
    for (size_t r = 0; worked && r < n; r++) {
        if (b->shell[r] != r) {
            continue;
        }
        vt_geometry *g = &layer->geometry;
        add_ring(g, (*ring)++, &b->rings, r);
        for (size_t i = first[r]; i < first[r + 1]; i++) {
            add_ring(g, (*ring)++, &b->rings, hole[i]);
        }
        layer->columns.at[0].integer[*row] = (int64_t)class;
        layer->columns.at[1].real[*row] = b->low;
        layer->columns.at[2].real[*row] = b->high;
        g->shape[*row] = VT_POLYGONS;
        ++*row;
        g->part[*row] = (uint32_t)*row;
        g->ring[*row] = (uint32_t)*ring;
    }
    free(first);
    free(hole);
    return worked;
}

static vitrine_status trace_bands(vt_heatmap *m, band *bands)
{
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i <= m->rules.n_bounds; i++) {
        band *b = &bands[i];
        const bool last = i == m->rules.n_bounds;
        b->low = i ? m->rules.bounds[i - 1] : 0;
        b->high = last ? 1 : m->rules.bounds[i];
        status = vt_contour_rings(m->ctx, &m->density.grid, m->rate, i ? b->low : -INFINITY, last ? INFINITY : b->high, &b->rings);
        b->shell = calloc(b->rings.end.n + 1, sizeof *b->shell);
        status = status ? status : b->shell ? vt_contour_nest(m->ctx, &b->rings, b->shell) : vt_no_memory(m->ctx);
    }
    return status;
}

vitrine_status vt_heatmap_bands(vt_heatmap *m)
{
    band bands[VT_MOST_BOUNDS + 1] = {0};
    const vitrine_status status = trace_bands(m, bands);
    size_t shells = 0, rings = 0, vertices = 0;
    for (size_t i = 0; !status && i <= m->rules.n_bounds; i++) {
        const band *b = &bands[i];
        for (size_t r = 0; r < b->rings.end.n; r++) {
            shells += b->shell[r] == r;
        }
        rings += b->rings.end.n;
        vertices += b->rings.x.n;
    }
    vitrine_layer *layer = status ? NULL : vt_result_add(m->result, "heatmap_bands", VT_DRAW_POLYGON, shells);
    bool worked = layer && vt_layer_room(m->result, layer, shells, rings, vertices) &&
                  vt_layer_add_column(m->result, layer, "band", VITRINE_INTEGER) &&
                  vt_layer_add_column(m->result, layer, "low", VITRINE_REAL) &&
                  vt_layer_add_column(m->result, layer, "high", VITRINE_REAL);
    size_t row = 0, ring = 0;
    for (size_t i = 0; i <= m->rules.n_bounds; i++) {
        worked = worked && fill_band(layer, &bands[i], i, &row, &ring);
        vt_paths_free(&bands[i].rings);
        free(bands[i].shell);
    }
    return status ? status : worked ? VITRINE_OK : vt_no_memory(m->ctx);
}
