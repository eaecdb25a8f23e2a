/* layers.c - streets, blocks and the total, as result layers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/vacancy/units.h"

/* Adds a column and returns it; NULL also when an earlier one failed, so that one check at the end of a
 * list of columns is enough. The pointer holds until the next column. */
static vt_column *text_column(vt_survey *s, vitrine_layer *layer, const char *name)
{
    return layer ? vt_layer_add_column(s->result, layer, name, VITRINE_TEXT) : NULL;
}

static vt_column *real_column(vt_survey *s, vitrine_layer *layer, const char *name)
{
    return layer ? vt_layer_add_column(s->result, layer, name, VITRINE_REAL) : NULL;
}

/* --- members of units ------------------------------------------------------------------------------ */

typedef enum { OF_STREET, OF_BLOCK, OF_TOTAL } unit_kind;

/* The columns of a layer whose units are the streets, the blocks or the town. */
static vitrine_status count_units(vt_survey *s, vitrine_layer *layer, unit_kind kind)
{
    vt_members members = {0};
    bool worked = true;
    for (size_t row = 0; worked && row < s->premises->n; row++) {
        const vt_match *match = &s->matches[row];
        if (kind == OF_TOTAL || match->how != VT_NO_MATCH) {
            const uint32_t unit = kind == OF_TOTAL    ? 0
                                  : kind == OF_STREET ? match->street
                                                      : s->network->segments.at[match->segment].block;
            const vt_member member = {unit, (uint32_t)row};
            worked = vt_array_push(&members, member);
        }
    }
    const vitrine_status status =
        worked ? vt_units_columns(s, layer, &members, kind == OF_BLOCK ? VT_ONE_BLOCK : VT_WHOLE_PIECES)
               : vt_no_memory(s->ctx);
    vt_array_free(&members);
    return status;
}

/* --- lines --------------------------------------------------------------------------------------- */

/* Copies a stretch of the network's vertices as one more part of the row being filled. */
static void add_stretch(const vt_network *net, vt_geometry *g, size_t first, size_t n, uint32_t *part)
{
    const uint32_t at = g->vertex[*part];
    memcpy(g->x + at, net->x.at + first, n * sizeof *g->x);
    memcpy(g->y + at, net->y.at + first, n * sizeof *g->y);
    ++*part;
    g->ring[*part] = *part;
    g->vertex[*part] = at + (uint32_t)n;
}

/* A street's kept fields are those of its line of least id. */
static vitrine_status keep_of_lines(vt_survey *s, vitrine_layer *layer)
{
    size_t *first = malloc((layer->n + 1) * sizeof *first);
    for (size_t i = 0; first && i < layer->n; i++) {
        first[i] = SIZE_MAX;
    }
    for (size_t row = s->streets->n; first && row-- > 0;) {
        if (s->network->street_of_line[row] != SIZE_MAX) {
            first[s->network->street_of_line[row]] = row;
        }
    }
    const vitrine_status status = first && vt_layer_keep(s->result, layer, s->streets, first) ? VITRINE_OK : vt_no_memory(s->ctx);
    free(first);
    return status;
}

vitrine_status vt_survey_streets(vt_survey *s)
{
    const vt_network *net = s->network;
    vitrine_layer *layer = vt_result_add(s->result, "street_vacancy", VT_DRAW_MULTILINE, net->streets.n);
    if (!layer || !vt_layer_room(s->result, layer, net->pieces.n, net->pieces.n, net->x.n)) {
        return vt_no_memory(s->ctx);
    }
    layer->source_note = s->streets->source_note;
    uint32_t part = 0;
    for (size_t i = 0; i < net->streets.n; i++) {
        const vt_street *street = &net->streets.at[i];
        layer->geometry.shape[i] = VT_LINES;
        for (size_t p = street->first_piece; p < street->first_piece + street->pieces; p++) {
            add_stretch(net, &layer->geometry, net->pieces.at[p].first, net->pieces.at[p].n, &part);
        }
        layer->geometry.part[i + 1] = part;
    }
    vt_column *column = text_column(s, layer, "street_id");
    for (size_t i = 0; column && i < layer->n; i++) {
        column->text[i] = net->streets.at[i].id;
    }
    column = column ? text_column(s, layer, "street_name") : NULL;
    for (size_t i = 0; column && i < layer->n; i++) {
        column->text[i] = net->streets.at[i].name;
    }
    column = column ? real_column(s, layer, "length_m") : NULL;
    for (size_t i = 0; column && i < layer->n; i++) {
        column->real[i] = net->streets.at[i].length_m;
    }
    vitrine_status status = column ? count_units(s, layer, OF_STREET) : vt_no_memory(s->ctx);
    if (!status) {
        status = vt_spots_columns(s->ctx, s->result, layer, s->street_spots);
    }
    return status ? status : keep_of_lines(s, layer);
}

vitrine_status vt_survey_blocks(vt_survey *s)
{
    const vt_network *net = s->network;
    const size_t n = net->blocks.n;
    size_t vertices = 0;
    for (size_t i = 0; i < n; i++) {
        vertices += net->blocks.at[i].n;
    }
    vitrine_layer *layer = vt_result_add(s->result, "segment_vacancy", VT_DRAW_LINE, n);
    if (!layer || !vt_layer_room(s->result, layer, n, n, vertices)) {
        return vt_no_memory(s->ctx);
    }
    layer->source_note = s->streets->source_note;
    vt_column *column = text_column(s, layer, "segment_id");
    uint32_t part = 0;
    for (size_t i = 0; column && i < n; i++) {
        column->text[i] = net->blocks.at[i].id;
        layer->geometry.shape[i] = VT_LINES;
        add_stretch(net, &layer->geometry, net->blocks.at[i].first, net->blocks.at[i].n, &part);
        layer->geometry.part[i + 1] = part;
    }
    column = column ? text_column(s, layer, "street_id") : NULL;
    for (size_t i = 0; column && i < n; i++) {
        column->text[i] = net->streets.at[net->blocks.at[i].street].id;
    }
    column = column ? text_column(s, layer, "street_name") : NULL;
    for (size_t i = 0; column && i < n; i++) {
        column->text[i] = net->streets.at[net->blocks.at[i].street].name;
    }
    column = column ? real_column(s, layer, "length_m") : NULL;
    for (size_t i = 0; column && i < n; i++) {
        column->real[i] = net->blocks.at[i].length_m;
    }
    return column ? count_units(s, layer, OF_BLOCK) : vt_no_memory(s->ctx);
}

/* --- total --------------------------------------------------------------------------------------- */

vitrine_status vt_survey_total(vt_survey *s)
{
    vitrine_layer *layer = vt_result_add(s->result, "total_vacancy", VT_TABLE, 1);
    vt_column *column = text_column(s, layer, "id");
    if (column) {
        column->text[0] = "total";
    }
    column = column ? text_column(s, layer, "name") : NULL;
    if (column) {
        const char *title = vitrine_study_get(s->study, "title");
        column->text[0] = title ? vt_arena_text(&s->result->arena, title) : NULL;
    }
    column = column ? real_column(s, layer, "length_m") : NULL;
    if (!column) {
        return vt_no_memory(s->ctx);
    }
    vt_sum length = {0};
    for (size_t i = 0; i < s->network->streets.n; i++) {
        vt_sum_add(&length, s->network->streets.at[i].length_m);
    }
    column->real[0] = vt_sum_value(&length);
    const vitrine_status status = count_units(s, layer, OF_TOTAL);
    if (status) {
        return status;
    }
    /* nothing to borrow from: its own rate */
    layer->columns.at[vitrine_layer_column(layer, "rate_eb")].real[0] =
        layer->columns.at[vitrine_layer_column(layer, "rate")].real[0];
    const double moran[] = {s->moran.i, s->moran.z_random, s->moran.p_random};
    static const char *const names[] = {"moran_i", "moran_z", "moran_p"};
    for (size_t c = 0; c < 3; c++) {
        column = real_column(s, layer, names[c]);
        if (!column) {
            return vt_no_memory(s->ctx);
        }
        column->real[0] = moran[c];
    }
    column = vt_layer_add_column(s->result, layer, "islands", VITRINE_INTEGER);
    if (!column) {
        return vt_no_memory(s->ctx);
    }
    column->integer[0] = (int64_t)s->moran.islands;
    return VITRINE_OK;
}
