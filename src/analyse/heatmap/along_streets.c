/* along_streets.c - the premises of the stock on their streets, and their density along these. */
#include <string.h>

#include "analyse/heatmap/map.h"
#include "analyse/heatmap/network_density.h"

/* Events of the matched premises of the stock. */
static size_t place_events(const vt_heatmap *m, const vt_match *matches, vt_event *events, size_t *lost)
{
    size_t n = 0;
    *lost = 0;
    for (size_t row = 0; row < m->premises->n; row++) {
        const int counts = vt_rates_counts(&m->rules, m->premises->status[row]);
        if (counts >= 0 && matches[row].how == VT_NO_MATCH) {
            ++*lost;
        } else if (counts >= 0) {
            events[n] = vt_network_event(m->network, &matches[row]);
            events[n].stock = 1;
            events[n++].vacant = counts;
        }
    }
    return n;
}

vitrine_status vt_heatmap_along_streets(vt_heatmap *m)
{
    const char *estimator = vitrine_study_get(m->study, "heatmap.network");
    if (strcmp(estimator, "false") == 0) {
        return VITRINE_OK;
    }
    const vt_layer *streets = vt_model_layer(m->model, "streets");
    vitrine_status status = m->network ? VITRINE_OK
                                       : vt_network_build(m->ctx, streets, m->study, &m->result->arena, &m->network);
    vt_match *matches = vt_arena_array(&m->result->arena, m->premises->n, sizeof *matches);
    vt_event *events = vt_arena_array(&m->result->arena, m->premises->n, sizeof *events);
    if (!status) {
        status = matches && events ? vt_match_all(m->ctx, m->premises, streets, m->network, m->study, matches)
                                   : vt_no_memory(m->ctx);
    }
    if (status) {
        return status;
    }
    size_t lost;
    const size_t n = place_events(m, matches, events, &lost);
    if (lost) {
        vt_log(m->ctx, VITRINE_LOG_WARNING,
               _("heatmap.network: premises without a street, left out of the density along streets: %zu of %zu"), lost, n + lost);
    }
    vt_lixels lixels = {0};
    status = vt_network_density(m->ctx, m->network, events, n, m->density.kernel, m->density.h,
                                strcmp(estimator, "continuous") == 0, &lixels);
    if (!status) {
        status = vt_network_density_layer(m->ctx, m->network, &lixels, &m->rules, m->density.h, m->result);
    }
    vt_lixels_free(&lixels);
    return status;
}
