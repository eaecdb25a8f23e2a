/* geojson.c - each spatial layer as RFC 7946: longitude and latitude in WGS 84 to 7 digits (1 cm), shells
 * counter-clockwise, and the style that shows them. Written here and not by OGR, whose 3.6 drivers hide a full disk. */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/number.h"
#include "geo/measure.h"
#include "write/buffer.h"
#include "write/export.h"
#include "write/legend.h"

/* Text is sent off in pieces of this size. */
enum { CHUNK = 1 << 20 };

typedef struct {
    const vitrine_layer *layer;
    double *x, *y; /* longitude, latitude of the layer's vertices */
    vt_buffer text;
} writer;

static void add_position(writer *w, size_t vertex)
{
    char x[VT_NUMBER_ROOM], y[VT_NUMBER_ROOM];
    vt_buffer_add(&w->text, "[");
    vt_buffer_add(&w->text, vt_number_format_fixed(x, w->x[vertex], 7));
    vt_buffer_add(&w->text, ",");
    vt_buffer_add(&w->text, vt_number_format_fixed(y, w->y[vertex], 7));
    vt_buffer_add(&w->text, "]");
}

/* A ring or line; `backwards` turns a ring that goes the wrong way round. */
static void add_ring(writer *w, size_t ring, bool backwards)
{
    const size_t from = w->layer->geometry.vertex[ring], to = w->layer->geometry.vertex[ring + 1];
    vt_buffer_add(&w->text, "[");
    for (size_t i = from; i < to; i++) {
        vt_buffer_add(&w->text, i > from ? "," : "");
        add_position(w, backwards ? to - 1 - (i - from) : i);
    }
    vt_buffer_add(&w->text, "]");
}

static void add_polygon(writer *w, size_t part)
{
    const vt_geometry *g = &w->layer->geometry;
    vt_buffer_add(&w->text, "[");
    for (size_t r = g->ring[part]; r < g->ring[part + 1]; r++) {
        const size_t from = g->vertex[r], n = g->vertex[r + 1] - from;
        const bool shell = r == g->ring[part], left = vt_measure_ring_area(w->x + from, w->y + from, n) > 0;
        vt_buffer_add(&w->text, shell ? "" : ",");
        add_ring(w, r, shell != left);
    }
    vt_buffer_add(&w->text, "]");
}

static void add_geometry(writer *w, size_t row)
{
    static const char *const types[] = {"", "Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"};
    const vt_geometry *g = &w->layer->geometry;
    const vt_draw draw = w->layer->draw;
    const size_t first = g->part[row], last = g->part[row + 1];
    if (first == last) {
        vt_buffer_add(&w->text, "null");
        return;
    }
    vt_buffer_printf(&w->text, "{\"type\":\"%s\",\"coordinates\":", types[draw]);
    const bool many = draw == VT_DRAW_MULTILINE || draw == VT_DRAW_MULTIPOLYGON;
    vt_buffer_add(&w->text, many ? "[" : "");
    for (size_t p = first; p < last; p++) {
        vt_buffer_add(&w->text, p > first ? "," : "");
        if (draw == VT_DRAW_POINT) {
            add_position(w, g->vertex[g->ring[p]]);
        } else if (draw == VT_DRAW_POLYGON || draw == VT_DRAW_MULTIPOLYGON) {
            add_polygon(w, p);
        } else {
            add_ring(w, g->ring[p], false);
        }
    }
    vt_buffer_add(&w->text, many ? "]}" : "}");
}

static void add_properties(writer *w, size_t row)
{
    for (size_t c = 0; c < w->layer->columns.n; c++) {
        const vt_column *column = &w->layer->columns.at[c];
        vt_buffer_add(&w->text, c ? "," : "");
        vt_buffer_json(&w->text, column->name);
        vt_buffer_add(&w->text, ":");
        if (column->type == VITRINE_TEXT) {
            vt_buffer_json(&w->text, column->text[row]);
        } else if (column->type == VITRINE_REAL) {
            vt_buffer_number(&w->text, column->real[row]);
        } else if (column->type == VITRINE_BOOLEAN && column->integer[row] != VITRINE_NULL_INTEGER) {
            vt_buffer_add(&w->text, column->integer[row] ? "true" : "false");
        } else {
            vt_buffer_integer(&w->text, column->integer[row]);
        }
    }
}

static bool to_lonlat(writer *w, const vt_transform *transform, vt_arena *arena)
{
    const vt_geometry *g = &w->layer->geometry;
    const size_t n = g->vertex[g->ring[g->part[w->layer->n]]];
    w->x = vt_arena_array(arena, n, sizeof *w->x);
    w->y = vt_arena_array(arena, n, sizeof *w->y);
    if (!w->x || !w->y) {
        return false;
    }
    memcpy(w->x, g->x, n * sizeof *w->x);
    memcpy(w->y, g->y, n * sizeof *w->y);
    vt_transform_points(transform, w->x, w->y, n);
    return true;
}

vitrine_status vt_export_failed(vt_export *e, const char *name, const char *why)
{
    return vt_fail(e->ctx, VITRINE_E_FAILED, _("%s cannot be written: %s; free some space or choose another folder"),
                   name, why);
}

FILE *vt_export_create(const vt_export *e, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s%s", e->folder, name);
    return fopen(path, "wbx");
}

vitrine_status vt_export_finish(vt_export *e, const char *name, FILE *file, int error)
{
    if (file && !error && fflush(file) != 0) {
        error = errno;
    }
    if (file && fclose(file) != 0 && !error) {
        error = errno;
    }
    return error ? vt_export_failed(e, name, strerror(error)) : VITRINE_OK;
}

vitrine_status vt_export_file(vt_export *e, const char *name, const char *text, size_t n)
{
    FILE *file = vt_export_create(e, name);
    return vt_export_finish(e, name, file, file && fwrite(text, 1, n, file) == n ? 0 : errno);
}

/* Sends the text off and empties the buffer; returns errno, or 0. */
static int flush(writer *w, FILE *file)
{
    const bool worked = fwrite(w->text.text, 1, w->text.n, file) == w->text.n;
    w->text.n = 0;
    return worked ? 0 : errno;
}

static vitrine_status write_layer(vt_export *e, const vitrine_layer *layer, const vt_transform *transform)
{
    writer w = {.layer = layer};
    vt_arena arena = {0};
    if (!to_lonlat(&w, transform, &arena)) {
        vt_arena_free(&arena);
        return vt_no_memory(e->ctx);
    }
    char name[128];
    snprintf(name, sizeof name, "%s.geojson", layer->name);
    FILE *file = vt_export_create(e, name);
    int error = file ? 0 : errno;
    vt_buffer_add(&w.text, "{\"type\":\"FeatureCollection\",\"name\":");
    vt_buffer_json(&w.text, layer->name);
    vt_buffer_add(&w.text, ",\"features\":[");
    for (size_t row = 0; !error && row < layer->n; row++) {
        vt_buffer_add(&w.text, row ? ",\n" : "\n");
        vt_buffer_add(&w.text, "{\"type\":\"Feature\",\"properties\":{");
        add_properties(&w, row);
        vt_buffer_add(&w.text, "},\"geometry\":");
        add_geometry(&w, row);
        vt_buffer_add(&w.text, "}");
        error = w.text.n >= CHUNK ? flush(&w, file) : 0;
    }
    vt_buffer_add(&w.text, "\n]}\n");
    error = error ? error : flush(&w, file);
    const bool full = w.text.failed;
    vitrine_status status = vt_export_finish(e, name, file, error);
    status = full ? vt_no_memory(e->ctx) : status;
    vt_buffer_free(&w.text);
    vt_arena_free(&arena);
    return status;
}

vitrine_status vt_export_geojson(vt_export *e)
{
    vt_transform *transform = NULL;
    vitrine_status status = vt_transform_open_lonlat(e->ctx, e->model->crs, &transform);
    for (size_t i = 0; !status && i < e->n_layers; i++) {
        if (e->layers[i]->draw != VT_TABLE) {
            status = write_layer(e, e->layers[i], transform);
            status = status ? status : vt_export_wrote(e, e->layers[i]);
        }
    }
    vt_transform_free(transform);
    return status ? status : vt_maplibre_write(e);
}
