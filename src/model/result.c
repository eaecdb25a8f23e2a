/* result.c - see result.h and vitrine/result.h. */
#include "model/result.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

vitrine_status vt_result_new(vitrine_context *ctx, vitrine_result **result)
{
    *result = calloc(1, sizeof **result);
    return *result ? VITRINE_OK : vt_no_memory(ctx);
}

void vitrine_result_free(vitrine_result *result)
{
    if (result) {
        for (size_t i = 0; i < result->layers.n; i++) {
            vt_array_free(&result->layers.at[i]->columns);
        }
        vt_array_free(&result->layers);
        vt_array_free(&result->rasters);
        vt_array_free(&result->checks);
        vt_ledger_free(&result->notices);
        vt_arena_free(&result->arena);
        free(result);
    }
}

vitrine_layer *vt_result_add(vitrine_result *result, const char *name, vt_draw draw, size_t n)
{
    vitrine_layer *layer = vt_arena_alloc(&result->arena, sizeof *layer);
    if (!layer || !vt_array_push(&result->layers, layer)) {
        return NULL;
    }
    layer->name = name;
    layer->draw = draw;
    layer->n = n;
    layer->first_kept = SIZE_MAX;
    return layer;
}

vt_column *vt_layer_add_column(vitrine_result *result, vitrine_layer *layer, const char *name, vitrine_type type)
{
    vt_column column = {.name = name, .type = type};
    column.text = vt_arena_array(&result->arena, layer->n, sizeof(int64_t));
    if (!column.text || !vt_array_push(&layer->columns, column)) {
        return NULL;
    }
    for (size_t i = 0; i < layer->n; i++) {
        if (type == VITRINE_REAL) {
            column.real[i] = NAN;
        } else if (type != VITRINE_TEXT) {
            column.integer[i] = VITRINE_NULL_INTEGER;
        }
    }
    return &layer->columns.at[layer->columns.n - 1];
}

vt_column *vt_layer_add_columns(vitrine_result *result, vitrine_layer *layer, const vt_column_type *columns, size_t n)
{
    const size_t first = layer->columns.n;
    for (size_t c = 0; c < n; c++) {
        if (!vt_layer_add_column(result, layer, columns[c].name, columns[c].type)) {
            return NULL;
        }
    }
    return &layer->columns.at[first];
}

static bool is_taken(const vitrine_layer *layer, const char *name)
{
    bool taken = strcasecmp(name, "fid") == 0 || strcasecmp(name, "geom") == 0; /* GeoPackage's own */
    for (size_t c = 0; c < layer->columns.n; c++) {
        taken = taken || strcasecmp(layer->columns.at[c].name, name) == 0;
    }
    return taken;
}

bool vt_layer_keep(vitrine_result *result, vitrine_layer *layer, const vt_layer *from, const size_t *row_of)
{
    layer->first_kept = layer->columns.n;
    for (size_t k = 0; k < from->n_kept; k++) {
        const vt_column *kept = &from->kept[k];
        const char *name = kept->name;
        while (name && is_taken(layer, name)) {
            name = vt_arena_printf(&result->arena, "source_%s", name);
        }
        vt_column *column = name ? vt_layer_add_column(result, layer, name, kept->type) : NULL;
        if (!column) {
            return false;
        }
        for (size_t i = 0; i < layer->n; i++) {
            const size_t row = row_of ? row_of[i] : i;
            if (row != SIZE_MAX && kept->type == VITRINE_TEXT) {
                column->text[i] = kept->text[row];
            } else if (row != SIZE_MAX && kept->type == VITRINE_REAL) {
                column->real[i] = kept->real[row];
            } else if (row != SIZE_MAX) {
                column->integer[i] = kept->integer[row];
            }
        }
    }
    return true;
}

bool vt_layer_room(vitrine_result *result, vitrine_layer *layer, size_t parts, size_t rings, size_t vertices)
{
    vt_geometry *g = &layer->geometry;
    vt_arena *arena = &result->arena;
    g->shape = vt_arena_array(arena, layer->n, sizeof *g->shape);
    g->part = vt_arena_array(arena, layer->n + 1, sizeof *g->part);
    g->ring = vt_arena_array(arena, parts + 1, sizeof *g->ring);
    g->vertex = vt_arena_array(arena, rings + 1, sizeof *g->vertex);
    g->x = vt_arena_array(arena, vertices, sizeof *g->x);
    g->y = vt_arena_array(arena, vertices, sizeof *g->y);
    return g->shape && g->part && g->ring && g->vertex && g->x && g->y;
}

void vt_layer_put_point(vitrine_layer *layer, size_t row, double x, double y)
{
    vt_geometry *g = &layer->geometry;
    g->shape[row] = VT_POINTS;
    g->x[row] = x;
    g->y[row] = y;
    g->part[row + 1] = g->ring[row + 1] = g->vertex[row + 1] = (uint32_t)row + 1;
}

size_t vitrine_result_layers(const vitrine_result *result)
{
    return result->layers.n;
}

const vitrine_layer *vitrine_result_layer(const vitrine_result *result, size_t i)
{
    return i < result->layers.n ? result->layers.at[i] : NULL;
}

const vitrine_layer *vitrine_result_find(const vitrine_result *result, const char *name)
{
    for (size_t i = 0; i < result->layers.n; i++) {
        if (strcmp(result->layers.at[i]->name, name) == 0) {
            return result->layers.at[i];
        }
    }
    return NULL;
}

const char *vitrine_layer_name(const vitrine_layer *layer)
{
    return layer->name;
}

size_t vitrine_layer_rows(const vitrine_layer *layer)
{
    return layer->n;
}

size_t vitrine_layer_columns(const vitrine_layer *layer)
{
    return layer->columns.n;
}

size_t vitrine_layer_column(const vitrine_layer *layer, const char *name)
{
    for (size_t i = 0; i < layer->columns.n; i++) {
        if (strcmp(layer->columns.at[i].name, name) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

static const vt_column *cell(const vitrine_layer *layer, size_t row, size_t column)
{
    return row < layer->n && column < layer->columns.n ? &layer->columns.at[column] : NULL;
}

const char *vitrine_layer_get_text(const vitrine_layer *layer, size_t row, size_t column)
{
    const vt_column *c = cell(layer, row, column);
    return c && c->type == VITRINE_TEXT ? c->text[row] : NULL;
}

int64_t vitrine_layer_get_integer(const vitrine_layer *layer, size_t row, size_t column)
{
    const vt_column *c = cell(layer, row, column);
    return c && (c->type == VITRINE_INTEGER || c->type == VITRINE_BOOLEAN) ? c->integer[row] : VITRINE_NULL_INTEGER;
}

double vitrine_layer_get_real(const vitrine_layer *layer, size_t row, size_t column)
{
    const vt_column *c = cell(layer, row, column);
    if (c && c->type == VITRINE_REAL) {
        return c->real[row];
    }
    const int64_t whole = vitrine_layer_get_integer(layer, row, column);
    return whole == VITRINE_NULL_INTEGER ? NAN : (double)whole;
}

vt_raster *vt_result_add_raster(vitrine_result *result, vitrine_raster info)
{
    vt_raster raster = {.info = info};
    for (size_t b = 0; b < info.bands; b++) {
        raster.band[b] = vt_arena_array(&result->arena, info.columns * info.rows, sizeof(float));
        if (!raster.band[b]) {
            return NULL;
        }
    }
    return vt_array_push(&result->rasters, raster) ? &result->rasters.at[result->rasters.n - 1] : NULL;
}

size_t vitrine_result_rasters(const vitrine_result *result)
{
    return result->rasters.n;
}

bool vitrine_result_raster(const vitrine_result *result, size_t i, vitrine_raster *raster)
{
    if (i >= result->rasters.n) {
        return false;
    }
    *raster = result->rasters.at[i].info;
    return true;
}

float vitrine_result_cell(const vitrine_result *result, size_t raster, size_t band, size_t column, size_t row)
{
    vitrine_raster info;
    if (!vitrine_result_raster(result, raster, &info) || band >= info.bands || column >= info.columns || row >= info.rows) {
        return NAN;
    }
    return result->rasters.at[raster].band[band][row * info.columns + column];
}

bool vt_result_note(vitrine_result *result, const char *name, double value, size_t of)
{
    const vitrine_check check = {name, value, of};
    return vt_array_push(&result->checks, check);
}

bool vitrine_result_check(const vitrine_result *result, size_t i, vitrine_check *check)
{
    if (i >= result->checks.n) {
        return false;
    }
    *check = result->checks.at[i];
    return true;
}
