/* result.h - building the tables and rasters that an analysis says. */
#ifndef VT_RESULT_H
#define VT_RESULT_H

#include <vitrine/result.h>

#include "base/array.h"
#include "base/context.h"
#include "model/layer.h"
#include "model/ledger.h"

/* What a layer's rows are drawn as; VT_TABLE has no geometry. */
typedef enum { VT_TABLE, VT_DRAW_POINT, VT_DRAW_LINE, VT_DRAW_MULTILINE, VT_DRAW_POLYGON, VT_DRAW_MULTIPOLYGON } vt_draw;

/* A named step of a layer's main figure, from … to the next. */
typedef struct {
    const char *name;
    double from;
} vt_grade;

struct vitrine_layer {
    const char *name;
    vt_draw draw;
    size_t n;
    vt_geometry geometry;    /* of n features, unless a table */
    VT_ARRAY(vt_column) columns;
    size_t first_kept;       /* columns from here on are kept source fields */
    const char *source_note; /* of the layer it comes from, or NULL */
    const vt_grade *grades;  /* rising; for the map's legend */
    size_t n_grades;
    const char *series;      /* prefix of the columns that one chart shows together, or NULL */
};

enum { VT_MOST_BANDS = 2 };

typedef struct {
    vitrine_raster info;
    float *band[VT_MOST_BANDS]; /* row by row from the south, each from the west */
} vt_raster;

struct vitrine_result {
    vt_arena arena;
    VT_ARRAY(vitrine_layer *) layers;
    VT_ARRAY(vt_raster) rasters;
    VT_ARRAY(vitrine_check) checks;
    vt_ledger notices; /* found while computing; counted beside the layer they speak of */
};

vitrine_status vt_result_new(vitrine_context *ctx, vitrine_result **result);

/* A layer of n rows, without columns yet; NULL when out of memory. */
vitrine_layer *vt_result_add(vitrine_result *result, const char *name, vt_draw draw, size_t n);

/* A raster with room for its bands, all 0. Its bands must be in the band table (write/columns.c). NULL when out of
 * memory; stays where it is until the next is added. */
vt_raster *vt_result_add_raster(vitrine_result *result, vitrine_raster info);

/* A column of n NULLs. `name` must be in the column table (write/columns.c), unless it is a kept field;
 * NULL when out of memory. */
vt_column *vt_layer_add_column(vitrine_result *result, vitrine_layer *layer, const char *name, vitrine_type type);

/* The same for a list of columns: the first of them, or NULL when out of memory. The pointer holds until another
 * column is added. */
typedef struct {
    const char *name;
    vitrine_type type;
} vt_column_type;
vt_column *vt_layer_add_columns(vitrine_result *result, vitrine_layer *layer, const vt_column_type *columns, size_t n);

/* Adds to the checks; `name` must live as long as the result. false: out of memory. */
bool vt_result_note(vitrine_result *result, const char *name, double value, size_t of);

/* Appends the kept source fields of `from`; `row_of` gives the row of `from` for a row of the layer, SIZE_MAX:
 * none (NULL: the same row). A field that bears a name of ours is called source_NAME. false: out of memory. */
bool vt_layer_keep(vitrine_result *result, vitrine_layer *layer, const vt_layer *from, const size_t *row_of);

/* Room for the geometry of the layer's n rows; the caller fills it. false: out of memory. */
bool vt_layer_room(vitrine_result *result, vitrine_layer *layer, size_t parts, size_t rings, size_t vertices);
/* Draws a row as a point; row after row, from 0. */
void vt_layer_put_point(vitrine_layer *layer, size_t row, double x, double y);

#endif
