/* gather.c - see gather.h. */
#include "read/gather.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"

/* All rows read are used, in the order read. */
static bool is_whole(const vt_rows *rows, const vt_row_order *order)
{
    uint32_t part = 0;
    bool whole = order->as_read;
    for (size_t i = 0; whole && i < rows->rows.n; i++) {
        whole = rows->rows.at[i].first_part == part;
        part += rows->rows.at[i].parts;
    }
    return whole && part + 1 == rows->ring.n;
}

/* Then the arrays of the reading become the layer's. */
static bool hand_over_geometry(vt_rows *rows, vt_layer *layer)
{
    vt_geometry *g = &layer->geometry;
    g->shape = vt_arena_array(rows->arena, layer->n, sizeof *g->shape);
    g->part = vt_arena_array(rows->arena, layer->n + 1, sizeof *g->part);
    for (size_t i = 0; g->shape && g->part && i < layer->n; i++) {
        g->shape[i] = rows->rows.at[i].shape;
        g->part[i + 1] = g->part[i] + rows->rows.at[i].parts;
    }
    const size_t n_ring = rows->ring.n, n_vertex = rows->vertex.n, n = rows->x.n;
    g->ring = vt_arena_adopt(rows->arena, (void **)&rows->ring.at, n_ring * sizeof *g->ring);
    g->vertex = vt_arena_adopt(rows->arena, (void **)&rows->vertex.at, n_vertex * sizeof *g->vertex);
    g->x = vt_arena_adopt(rows->arena, (void **)&rows->x.at, n * sizeof *g->x);
    g->y = vt_arena_adopt(rows->arena, (void **)&rows->y.at, n * sizeof *g->y);
    return g->shape && g->part && g->ring && g->vertex && g->x && g->y;
}

static bool gather_geometry(vt_rows *rows, const vt_row_order *order, vt_layer *layer)
{
    size_t parts = 0, rings = 0, vertices = 0;
    for (size_t i = 0; i < layer->n; i++) {
        const vt_row *row = &rows->rows.at[order->at[i]];
        size_t from, to;
        vt_rows_span(rows, row, &from, &to);
        parts += row->parts;
        rings += rows->ring.at[row->first_part + row->parts] - rows->ring.at[row->first_part];
        vertices += to - from;
    }
    vt_geometry *g = &layer->geometry;
    g->shape = vt_arena_array(rows->arena, layer->n, sizeof *g->shape);
    g->part = vt_arena_array(rows->arena, layer->n + 1, sizeof *g->part);
    g->ring = vt_arena_array(rows->arena, parts + 1, sizeof *g->ring);
    g->vertex = vt_arena_array(rows->arena, rings + 1, sizeof *g->vertex);
    g->x = vt_arena_array(rows->arena, vertices, sizeof *g->x);
    g->y = vt_arena_array(rows->arena, vertices, sizeof *g->y);
    if (!g->shape || !g->part || !g->ring || !g->vertex || !g->x || !g->y) {
        return false;
    }
    uint32_t part = 0, ring = 0, vertex = 0;
    for (size_t i = 0; i < layer->n; i++) {
        const vt_row *row = &rows->rows.at[order->at[i]];
        g->shape[i] = row->shape;
        for (size_t p = row->first_part; p < row->first_part + row->parts; p++) {
            for (size_t r = rows->ring.at[p]; r < rows->ring.at[p + 1]; r++) {
                const size_t from = rows->vertex.at[r], n = rows->vertex.at[r + 1] - from;
                memcpy(g->x + vertex, rows->x.at + from, n * sizeof *g->x);
                memcpy(g->y + vertex, rows->y.at + from, n * sizeof *g->y);
                vertex += (uint32_t)n;
                g->vertex[++ring] = vertex;
            }
            g->ring[++part] = ring;
        }
        g->part[i + 1] = part;
    }
    return true;
}

/* A column of one field; it stays NULL where the study maps nothing. Numbers and texts that are in order already are
 * handed over. */
static bool gather_column(vt_rows *rows, const vt_row_order *order, size_t n, size_t field, vt_column *column)
{
    vt_row_column *from = &rows->columns[field];
    if (!from->text.at && !from->number.at && n) {
        return true;
    }
    if (order->as_read && column->type != VITRINE_INTEGER) {
        void **list = from->is_number ? (void **)&from->number.at : (void **)&from->text.at;
        column->text = vt_arena_adopt(rows->arena, list, n * sizeof(int64_t));
        return column->text != NULL;
    }
    column->text = vt_arena_array(rows->arena, n, sizeof(int64_t));
    for (size_t i = 0; column->text && i < n; i++) {
        const size_t at = order->at[i];
        if (column->type == VITRINE_TEXT) {
            column->text[i] = from->text.at[at];
        } else if (column->type == VITRINE_REAL) {
            column->real[i] = from->number.at[at];
        } else if (!from->text.at[at] || !vt_integer_parse(from->text.at[at], &column->integer[i])) {
            column->integer[i] = VITRINE_NULL_INTEGER;
        }
    }
    return column->text != NULL;
}

bool vt_gather_rows(vt_rows *rows, const vt_row_order *order, vt_layer *layer)
{
    layer->n = rows->rows.n;
    layer->id = vt_arena_array(rows->arena, layer->n, sizeof *layer->id);
    layer->fields = vt_arena_array(rows->arena, rows->n_fields, sizeof *layer->fields);
    layer->kept = vt_arena_array(rows->arena, rows->n_kept, sizeof *layer->kept);
    layer->status = vt_arena_array(rows->arena, layer->n, 1);
    if (!layer->id || !layer->fields || !layer->kept || !layer->status || !(is_whole(rows, order) ? hand_over_geometry(rows, layer) : gather_geometry(rows, order, layer))) {
        return false;
    }
    layer->n_kept = rows->n_kept - rows->n_attributes;
    layer->n_attributes = rows->n_attributes;
    layer->integer_ids = order->integers;
    for (size_t i = 0; i < layer->n; i++) {
        const vt_row *row = &rows->rows.at[order->at[i]];
        layer->id[i] = row->id;
        layer->status[i] = row->status;
    }
    bool worked = true;
    for (size_t f = 0; worked && f < rows->n_fields; f++) {
        const vt_field *field = &rows->spec->kind->fields[f];
        layer->fields[f] = (vt_column){.name = field->name,
                                       .type = field->type == VT_FIELD_NUMBER ? VITRINE_REAL : VITRINE_TEXT};
        worked = gather_column(rows, order, layer->n, f, &layer->fields[f]);
    }
    for (size_t k = 0; worked && k < rows->n_kept; k++) {
        layer->kept[k] = (vt_column){.name = rows->kept_names[k], .type = rows->kept_types[k]};
        worked = gather_column(rows, order, layer->n, rows->n_fields + k, &layer->kept[k]);
    }
    return worked;
}
