/* network_layer.c - between the network and its density: where a premises lies on its block, and the lixels as
 * a result layer. */
#include <math.h>

#include "analyse/heatmap/network_density.h"

/* Fewer premises than this on a lixel are rounding. */
#define ROUNDING 1e-9

vt_event vt_network_event(const vt_network *net, const vt_match *match)
{
    const uint32_t block = net->segments.at[match->segment].block;
    return (vt_event){.block = block, .offset_m = vt_network_block_offset(net, &net->blocks.at[block], match->measure_m)};
}

static void add_vertex(vt_geometry *g, uint32_t *n, double x, double y)
{
    g->x[*n] = x;
    g->y[*n] = y;
    *n += 1;
}

/* The place between the vertices v − 1 and v, which lie at these offsets. */
static void add_between(const vt_network *net, vt_geometry *g, uint32_t *n, size_t v, double before, double at,
                        double place)
{
    const double t = at > before ? (place - before) / (at - before) : 1;
    const double *x = &net->x.at[v], *y = &net->y.at[v];
    if (t >= 1) {
        add_vertex(g, n, x[0], y[0]);
    } else {
        add_vertex(g, n, x[-1] + (x[0] - x[-1]) * fmax(t, 0), y[-1] + (y[0] - y[-1]) * fmax(t, 0));
    }
}

/* The stretch of the block between two offsets, with the block's vertices between. */
static void add_stretch(const vt_network *net, const vt_block *block, double from, double to, vt_geometry *g,
                        uint32_t *n)
{
    double before = 0;
    bool begun = false;
    for (size_t v = block->first + 1; v < block->first + block->n; v++) {
        const bool last = v + 1 == block->first + block->n;
        const double at = last ? block->length_m : vt_network_block_offset(net, block, net->measure.at[v]);
        if (!begun && (at > from || last)) {
            add_between(net, g, n, v, before, at, from);
            begun = true;
        }
        if (begun && (at >= to || last)) {
            add_between(net, g, n, v, before, at, to);
            return;
        }
        if (begun) {
            add_vertex(g, n, net->x.at[v], net->y.at[v]);
        }
        before = at;
    }
}

static bool draw_lixels(const vt_network *net, const vt_lixels *l, vitrine_layer *layer, vitrine_result *result)
{
    size_t vertices = 2 * l->n;
    for (size_t i = 0; i < l->n; i++) { /* a block's inner vertices lie in one lixel each */
        vertices += i == 0 || l->block[i] != l->block[i - 1] ? net->blocks.at[l->block[i]].n : 0;
    }
    if (!vt_layer_room(result, layer, l->n, l->n, vertices)) {
        return false;
    }
    vt_geometry *g = &layer->geometry;
    uint32_t n = 0;
    for (size_t i = 0; i < l->n; i++) {
        g->shape[i] = VT_LINES;
        add_stretch(net, &net->blocks.at[l->block[i]], l->from_m[i], l->to_m[i], g, &n);
        g->part[i + 1] = g->ring[i + 1] = (uint32_t)i + 1;
        g->vertex[i + 1] = n;
    }
    return true;
}

/* NaN: no rate can be told. */
static double rate_of(double stock, double vacant, double length_m)
{
    const double rate = vacant / stock;
    if (!(stock * length_m > ROUNDING) || rate < -ROUNDING || rate > 1 + ROUNDING) {
        return NAN;
    }
    return fmin(fmax(rate, 0), 1);
}

enum { LIXEL_ID, STREET_ID, LENGTH, STOCK, VACANT, RATE, CLASS, ENOUGH, COLUMNS };

static const vt_column_type columns[COLUMNS] = {
    [LIXEL_ID] = {"lixel_id", VITRINE_TEXT},         [STREET_ID] = {"street_id", VITRINE_TEXT},
    [LENGTH] = {"length_m", VITRINE_REAL},           [STOCK] = {"stock_density", VITRINE_REAL},
    [VACANT] = {"vacant_density", VITRINE_REAL},     [RATE] = {"rate", VITRINE_REAL},
    [CLASS] = {"class", VITRINE_INTEGER},            [ENOUGH] = {"enough", VITRINE_BOOLEAN},
};

vitrine_status vt_network_density_layer(vitrine_context *ctx, const vt_network *net, const vt_lixels *l,
                                        const vt_rate_rules *rules, double bandwidth_m, vitrine_result *result)
{
    vitrine_layer *layer = vt_result_add(result, "network_density", VT_DRAW_LINE, l->n);
    if (!layer || !draw_lixels(net, l, layer, result)) {
        return vt_no_memory(ctx);
    }
    const vt_column *to = vt_layer_add_columns(result, layer, columns, COLUMNS);
    if (!to) {
        return vt_no_memory(ctx);
    }
    for (size_t i = 0, number = 0; i < l->n; i++) {
        const vt_block *block = &net->blocks.at[l->block[i]];
        number = i && l->block[i] == l->block[i - 1] ? number + 1 : 1;
        to[LIXEL_ID].text[i] = vt_arena_printf(&result->arena, "%s/%zu", block->id, number);
        if (!to[LIXEL_ID].text[i]) {
            return vt_no_memory(ctx);
        }
        to[STREET_ID].text[i] = net->streets.at[block->street].id;
        to[LENGTH].real[i] = l->to_m[i] - l->from_m[i];
        to[STOCK].real[i] = l->stock[i];
        to[VACANT].real[i] = l->vacant[i];
        to[RATE].real[i] = rate_of(l->stock[i], l->vacant[i], to[LENGTH].real[i]);
        if (!isnan(to[RATE].real[i])) {
            to[CLASS].integer[i] = vt_rates_class(rules, to[RATE].real[i]);
        }
        to[ENOUGH].integer[i] = l->stock[i] * 2 * bandwidth_m >= (double)rules->min_premises;
    }
    return VITRINE_OK;
}
