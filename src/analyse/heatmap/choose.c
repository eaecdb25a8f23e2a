/* choose.c - the bandwidth, the window and the grid of a heat map, and who lies outside. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/heatmap/bandwidth.h"
#include "analyse/heatmap/map.h"

/* 16 bytes a cell: 3.2 GB. */
#define MOST_CELLS 2e8

static vt_box town_of(const vt_heatmap *m)
{
    const vt_heat_point *points = m->density.points;
    vt_box box = {points[0].x, points[0].y, points[0].x, points[m->density.n - 1].y}; /* sorted by y */
    for (size_t i = 0; i < m->density.n; i++) {
        box.xmin = fmin(box.xmin, points[i].x);
        box.xmax = fmax(box.xmax, points[i].x);
    }
    return box;
}

static vitrine_status follow_rule(vt_heatmap *m, const char *rule)
{
    const vt_density *d = &m->density;
    double spread, gaussian;
    vitrine_status status = vt_bandwidth_spread(m->ctx, d->points, d->n, &spread);
    if (!status && spread == 0) {
        return vt_fail(m->ctx, VITRINE_E_INPUT, _("heatmap.bandwidth_rule: %s: all premises are in one place, no bandwidth follows from them; "
                                                  "give heatmap.bandwidth_m and the rule given"), rule);
    }
    /* n*: the geometric mean of the two counts; where one is 0 there is but one density to smooth */
    const double both = sqrt(m->n_vacant * m->n_occupied), n = both > 0 ? both : (double)d->n;
    m->density.h = vt_bandwidth_oversmoothing(d->kernel, n, spread);
    if (!status && strcmp(rule, "likelihood") == 0) {
        const double most = vt_bandwidth_oversmoothing(VT_GAUSSIAN, n, spread);
        status = vt_bandwidth_likelihood(m->ctx, d->points, d->n, vt_study_number(m->study, "heatmap.cell_m"), most, &gaussian);
        m->density.h = vt_bandwidth_convert(d->kernel, gaussian);
    }
    return status;
}

vitrine_status vt_heatmap_choose_bandwidth(vt_heatmap *m)
{
    const char *rule = vitrine_study_get(m->study, "heatmap.bandwidth_rule");
    const double cell = vt_study_number(m->study, "heatmap.cell_m");
    m->density.h = vt_study_number(m->study, "heatmap.bandwidth_m");
    const vitrine_status status = strcmp(rule, "given") == 0 ? VITRINE_OK : follow_rule(m, rule);
    if (status) {
        return status;
    }
    if (m->density.h < cell) {
        return vt_fail(m->ctx, VITRINE_E_INPUT, _("heatmap.bandwidth_rule: %s: makes a bandwidth of %.3g m, less than heatmap.cell_m, %g; "
                                                  "give a smaller cell_m"), rule, m->density.h, cell);
    }
    const vt_box town = town_of(m);
    const double size = fmax(town.xmax - town.xmin, town.ymax - town.ymin);
    if (m->density.h > size && m->density.n > 1) {
        vt_log(m->ctx, VITRINE_LOG_WARNING, _("heatmap: the bandwidth, %.0f m, is larger than the town, %.0f m: the map will be flat"),
               m->density.h, size);
    }
    vt_log(m->ctx, VITRINE_LOG_INFO, _("heatmap: bandwidth %.1f m (%s), kernel %s"), m->density.h, rule,
           vitrine_study_get(m->study, "heatmap.kernel"));
    return VITRINE_OK;
}

/* --- window and grid ------------------------------------------------------------------------------ */

static vitrine_status open_window(vt_heatmap *m)
{
    const vt_layer *centres = vt_model_layer(m->model, "centres"), *streets = vt_model_layer(m->model, "streets");
    m->window.reach = m->density.h;
    if (centres && centres->n) {
        m->window.centres = centres;
        return VITRINE_OK;
    }
    const vitrine_status status = vt_network_build(m->ctx, streets, m->study, &m->result->arena, &m->network);
    m->window.streets = m->network;
    if (!status && !m->network->segments.n) {
        return vt_fail(m->ctx, VITRINE_E_INPUT, "%s", _("layers.streets: no line has a name; check fields.name, or set vacancy.unnamed_streets"));
    }
    return status;
}

static vitrine_status check_size(vt_heatmap *m, const vt_box *box, double cell)
{
    const double cells = vt_grid_cells(box, cell);
    if (cells <= MOST_CELLS) {
        return VITRINE_OK;
    }
    double fits = cell;
    while (vt_grid_cells(box, fits) > MOST_CELLS) {
        fits *= 1.1;
    }
    return vt_fail(m->ctx, VITRINE_E_INPUT, _("heatmap.cell_m: %g: makes %.0f cells, more than %.0f; give at least %g"), cell, cells,
                   MOST_CELLS, ceil(fits * 10) / 10);
}

vitrine_status vt_heatmap_lay_grid(vt_heatmap *m)
{
    const bool corrected = vt_study_flag(m->study, "heatmap.edge_correction");
    const double cell = vt_study_number(m->study, "heatmap.cell_m"), reach = vt_kernel_reach(m->density.kernel, m->density.h);
    vitrine_status status = corrected ? open_window(m) : VITRINE_OK;
    if (status) {
        return status;
    }
    vt_box box = corrected ? vt_window_box(&m->window) : town_of(m);
    if (!corrected) {
        box = (vt_box){box.xmin - reach, box.ymin - reach, box.xmax + reach, box.ymax + reach};
    }
    status = check_size(m, &box, cell);
    if (status) {
        return status;
    }
    m->density.grid = vt_grid_over(&box, cell);
    vt_log(m->ctx, VITRINE_LOG_INFO, _("heatmap: %zu × %zu cells of %g m"), m->density.grid.columns, m->density.grid.rows, cell);
    if (corrected) {
        m->inside = calloc(m->density.grid.columns * m->density.grid.rows, 1);
        return m->inside && vt_window_fill(&m->window, &m->density.grid, m->inside) ? VITRINE_OK : vt_no_memory(m->ctx);
    }
    return VITRINE_OK;
}

/* Drops the premises outside the window, and those of which no cell inside bears a part. */
vitrine_status vt_heatmap_keep_inside(vt_heatmap *m)
{
    vt_density *d = &m->density;
    const size_t all = d->n;
    d->n = 0;
    m->n_vacant = 0;
    for (size_t i = 0; i < all; i++) {
        const vt_heat_point point = d->points[i];
        if (point.weight > 0 && vt_window_holds(&m->window, point.x, point.y)) {
            m->n_vacant += point.vacant;
            d->points[d->n++] = point;
            continue;
        }
        const vitrine_status status = vt_ledger_add(m->ctx, &m->result->notices, "premises", m->premises->id[point.row],
                                                    VT_OUTSIDE_WINDOW, point.x, point.y, NULL);
        if (status) {
            return status;
        }
    }
    m->n_occupied = (double)d->n - m->n_vacant;
    const char *window = m->window.centres ? "layers.centres" : "layers.streets";
    if (!d->n) {
        return vt_fail(m->ctx, VITRINE_E_INPUT, _("heatmap: none of the %zu premises counted lies in the window that %s makes; check that layer, "
                                                  "or set heatmap.edge_correction to false"), all, window);
    }
    if (d->n < all) {
        vt_log(m->ctx, VITRINE_LOG_WARNING, _("heatmap: premises outside the window that %s makes, left out of the map: %zu of %zu"), window,
               all - d->n, all);
    }
    return VITRINE_OK;
}
