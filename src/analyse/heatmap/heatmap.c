/* heatmap.c - the analysis, step by step; see vitrine/heatmap.h. */
#include <vitrine/heatmap.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/heatmap/map.h"

#define M2_PER_HA 1e4

static bool has(const vt_heatmap *m, const char *name)
{
    const vt_layer *layer = vt_model_layer(m->model, name);
    return layer && layer->n;
}

/* What the study says, before any work is done. */
static vitrine_status judge(vt_heatmap *m)
{
    const double h = vt_study_number(m->study, "heatmap.bandwidth_m"), cell = vt_study_number(m->study, "heatmap.cell_m");
    m->premises = vt_model_layer(m->model, "premises");
    if (!m->premises) {
        return vt_fail(m->ctx, VITRINE_E_INPUT, "%s", _("layers.premises is missing: the heat map needs the premises"));
    }
    if (h < cell && strcmp(vitrine_study_get(m->study, "heatmap.bandwidth_rule"), "given") == 0) {
        return vt_fail(m->ctx, VITRINE_E_INPUT, _("heatmap.bandwidth_m: %g: give at least heatmap.cell_m, %g"), h, cell);
    }
    if (strcmp(vitrine_study_get(m->study, "heatmap.network"), "false") != 0 && !has(m, "streets")) {
        return vt_fail(m->ctx, VITRINE_E_INPUT, "%s", _("heatmap.network: needs layers.streets; give them, or set it to false"));
    }
    if (vt_study_flag(m->study, "heatmap.edge_correction") && !has(m, "centres") && !has(m, "streets")) {
        return vt_fail(m->ctx, VITRINE_E_INPUT, "%s", _("heatmap.edge_correction: needs layers.centres or layers.streets for its window; "
                                                        "give one, or set it to false"));
    }
    return VITRINE_OK;
}

static vitrine_status gather_stock(vt_heatmap *m)
{
    m->density.points = vt_arena_array(&m->result->arena, m->premises->n, sizeof *m->density.points);
    if (!m->density.points) {
        return vt_no_memory(m->ctx);
    }
    for (size_t row = 0; row < m->premises->n; row++) {
        const int vacant = vt_rates_counts(&m->rules, m->premises->status[row]);
        if (vacant >= 0) {
            vt_heat_point *point = &m->density.points[m->density.n++];
            *point = (vt_heat_point){.weight = 1, .row = row, .vacant = vacant};
            vt_layer_place(m->premises, row, &point->x, &point->y);
            m->n_vacant += vacant;
        }
    }
    m->n_occupied = (double)m->density.n - m->n_vacant;
    vt_density_sort(m->density.points, m->density.n);
    if (!m->density.n) {
        return vt_fail(m->ctx, VITRINE_E_INPUT, _("layers.premises: none of its %zu premises is occupied or vacant: no heat map can be made; "
                                                  "check layers.premises.status, or leave heatmap out"), m->premises->n);
    }
    return VITRINE_OK;
}

/* Each premises weighs so that its mass inside is 1; those without a part inside go. */
static vitrine_status weigh(vt_heatmap *m)
{
    double *mass = malloc((m->density.n + 1) * sizeof *mass);
    vitrine_status status = !mass      ? vt_no_memory(m->ctx)
                            : m->inside ? vt_density_masses(m->ctx, &m->density, m->inside, mass)
                                        : VITRINE_OK;
    for (size_t i = 0; !status && m->inside && i < m->density.n; i++) {
        m->density.points[i].weight = mass[i] > 0 ? 1 / mass[i] : 0;
    }
    free(mass);
    if (!status && m->inside) {
        status = vt_heatmap_keep_inside(m);
    }
    if (!status && (m->n_vacant == 0 || m->n_occupied == 0)) {
        vt_log(m->ctx, VITRINE_LOG_WARNING, "%s",
               m->n_vacant == 0 ? _("heatmap: no premises of the map is vacant: the rate is 0 and p 1 everywhere")
                                : _("heatmap: no premises of the map is occupied: the rate is 1 and p 0 everywhere"));
    }
    return status;
}

static vitrine_status add_rasters(vt_heatmap *m)
{
    const vt_grid *g = &m->density.grid;
    vitrine_raster info = {.x0 = (double)g->i0 * g->cell, .y0 = (double)g->j0 * g->cell, .cell_m = g->cell,
                           .bandwidth_m = m->density.h, .columns = g->columns, .rows = g->rows};
    static const struct {
        const char *name;
        size_t bands;
    } rasters[] = {{"vacancy_heatmap", 2}, {"premises_density", 1}, {"vacancy_density", 1}};
    for (size_t i = 0; i < 3; i++) {
        info.name = rasters[i].name;
        info.bands = rasters[i].bands;
        if (!vt_result_add_raster(m->result, info)) {
            return vt_no_memory(m->ctx);
        }
    }
    const vt_raster *made = m->result->rasters.at;
    m->rate = made[0].band[0];
    m->p = made[0].band[1];
    m->stock = made[1].band[0];
    m->vacant = made[2].band[0];
    return VITRINE_OK;
}

double vt_heatmap_p(const vt_heatmap *m, double vacant, double occupied)
{
    if (vacant <= 0 || occupied <= 0) {
        return vacant <= 0;
    }
    const double h = m->density.h, all = (vacant + occupied) / (m->n_vacant + m->n_occupied);
    const double spread = vt_kernel_roughness(m->density.kernel) / (h * h) * (1 / m->n_vacant + 1 / m->n_occupied) / all;
    const double z = log(vacant / m->n_vacant / (occupied / m->n_occupied)) / sqrt(spread);
    return erfc(z / sqrt(2)) / 2;
}

typedef struct {
    vt_heatmap *map;
    double threshold; /* 1/m² */
} painting;

static void paint(void *user, size_t row, const double *vacant, const double *occupied)
{
    const painting *to = user;
    const vt_heatmap *m = to->map;
    const size_t columns = m->density.grid.columns;
    for (size_t c = 0, at = row * columns; c < columns; c++, at++) {
        const bool inside = !m->inside || m->inside[at];
        const double all = vacant[c] + occupied[c];
        const bool enough = inside && all > 0 && all >= to->threshold;
        if (!inside || all > 0) { /* else 0, as it was made: memory that is not written to costs nothing */
            m->stock[at] = inside ? (float)(all * M2_PER_HA) : NAN;
            m->vacant[at] = inside ? (float)(vacant[c] * M2_PER_HA) : NAN;
        }
        m->rate[at] = enough ? (float)(vacant[c] / all) : NAN;
        m->p[at] = enough ? (float)vt_heatmap_p(m, vacant[c], occupied[c]) : NAN;
    }
}

static vitrine_status fill_rasters(vt_heatmap *m)
{
    const double h = m->density.h, pi = 3.14159265358979323846;
    const bool given = vitrine_study_get(m->study, "heatmap.threshold") != NULL;
    const double threshold = given ? vt_study_number(m->study, "heatmap.threshold") / M2_PER_HA
                                   : (double)m->rules.min_premises / (pi * h * h);
    painting to = {m, threshold * (1 - 1e-9)}; /* just enough is enough, whatever the rounding */
    vitrine_status status = add_rasters(m);
    if (!status) {
        status = vt_density_rows(m->ctx, &m->density, paint, &to);
    }
    bool shown = status;
    for (size_t i = 0; !shown && i < m->density.grid.columns * m->density.grid.rows; i++) {
        shown = !isnan(m->rate[i]);
    }
    if (!shown) {
        vt_log(m->ctx, VITRINE_LOG_WARNING, _("heatmap: nowhere is the stock as dense as %.3g premises/ha, no rate is shown; "
                                              "lower heatmap.threshold or raise heatmap.bandwidth_m"), threshold * M2_PER_HA);
    }
    return status;
}

vitrine_status vitrine_heatmap_check(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study)
{
    vt_heatmap m = {.ctx = ctx, .study = study, .model = model};
    return judge(&m);
}

vitrine_status vitrine_heatmap(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study,
                               vitrine_result **result)
{
    *result = NULL;
    vt_heatmap m = {.ctx = ctx, .study = study, .model = model};
    vt_rate_rules_of(study, &m.rules);
    m.density.kernel = vt_kernel_named(vitrine_study_get(study, "heatmap.kernel"));
    vitrine_status status = vt_result_new(ctx, &m.result);
    static const struct {
        const char *name;
        vitrine_status (*run)(vt_heatmap *);
    } steps[] = {
        {"study", judge},          {"stock", gather_stock},                    {"bandwidth", vt_heatmap_choose_bandwidth}, {"window", vt_heatmap_lay_grid},
        {"edge", weigh},           {"density", fill_rasters},                  {"contours", vt_heatmap_contours},
        {"bands", vt_heatmap_bands}, {"network", vt_heatmap_along_streets},
    };
    for (size_t i = 0; !status && i < sizeof steps / sizeof *steps; i++) {
        const double start = vt_clock();
        status = steps[i].run(&m);
        vt_log(ctx, VITRINE_LOG_TIMING, "heatmap %s: %.3f s", steps[i].name, vt_clock() - start);
    }
    if (!status) {
        status = vt_progress(ctx, "heatmap", 1);
    }
    free(m.inside);
    vt_network_free(m.network);
    if (status) {
        vitrine_result_free(m.result);
        return status;
    }
    *result = m.result;
    return VITRINE_OK;
}
