/* result.h - what an analysis says: layers of rows, all read the same way, and rasters.
 *
 * A layer has columns, described once (name, unit, labels, meaning), and rows in a fixed order. Units
 * are in the column's name (_m, _m2, _ha, _days); rates and shares are 0..1. Unknown is NULL: NULL
 * text, NaN, VITRINE_NULL_INTEGER; never 0. */
#ifndef VITRINE_RESULT_H
#define VITRINE_RESULT_H

#include <vitrine/base.h>

typedef struct vitrine_result vitrine_result; /* the layers of one analysis */
typedef struct vitrine_layer vitrine_layer;   /* one of them */

typedef enum {
    VITRINE_TEXT,
    VITRINE_REAL,
    VITRINE_INTEGER,
    VITRINE_BOOLEAN
} vitrine_type;

#define VITRINE_NULL_INTEGER INT64_MIN

typedef struct {
    const char *name;
    vitrine_type type;
    const char *unit;     /* "m", "m2", "share", "count", "date" (ISO 8601 text), ""… */
    const char *label_fr; /* a heading; the source's field name for a kept field */
    const char *label_en;
    const char *meaning; /* one English sentence for the data dictionary */
} vitrine_column;

VITRINE_API size_t vitrine_result_layers(const vitrine_result *result);
VITRINE_API const vitrine_layer *vitrine_result_layer(const vitrine_result *result, size_t i);
/* NULL when there is none of that name. */
VITRINE_API const vitrine_layer *vitrine_result_find(const vitrine_result *result, const char *name);
VITRINE_API void vitrine_result_free(vitrine_result *result);

VITRINE_API const char *vitrine_layer_name(const vitrine_layer *layer);
VITRINE_API size_t vitrine_layer_rows(const vitrine_layer *layer);
VITRINE_API size_t vitrine_layer_columns(const vitrine_layer *layer);
/* false past the last column. */
VITRINE_API bool vitrine_layer_column_info(const vitrine_layer *layer, size_t column,
                                           vitrine_column *info);
/* The column of that name, or SIZE_MAX. */
VITRINE_API size_t vitrine_layer_column(const vitrine_layer *layer, const char *name);

/* Layers and columns live as long as their result; no argument may be NULL but that of _free.
 *
 * A cell. A row or column out of range, or a column of another type, gives NULL. Booleans read as
 * integers 0 and 1; a whole column of integers also reads as real. */
VITRINE_API const char *vitrine_layer_get_text(const vitrine_layer *layer, size_t row, size_t column);
VITRINE_API double vitrine_layer_get_real(const vitrine_layer *layer, size_t row, size_t column);
VITRINE_API int64_t vitrine_layer_get_integer(const vitrine_layer *layer, size_t row, size_t column);

/* The word in French or English for a code in a column of ours, as spreadsheets and the report have it ("best_use", "residentiel": logement,
 * housing); the code itself where it has none, NULL for NULL. */
VITRINE_API const char *vitrine_word(const char *column, const char *code, bool french);

/* What was made sure of, or counted, while computing: "partition_zone_difference_m2", of how many things. Also in run.json. */
typedef struct {
    const char *name;
    double value;
    size_t of;
} vitrine_check;

/* false past the last. */
VITRINE_API bool vitrine_result_check(const vitrine_result *result, size_t i, vitrine_check *check);

/* A raster: square cells in the study's CRS, aligned on 0. Rows are counted from the south. */
typedef struct {
    const char *name; /* "vacancy_heatmap" */
    double x0, y0;    /* south-west corner */
    double cell_m, bandwidth_m;
    size_t columns, rows, bands;
} vitrine_raster;

VITRINE_API size_t vitrine_result_rasters(const vitrine_result *result);
/* false past the last raster. */
VITRINE_API bool vitrine_result_raster(const vitrine_result *result, size_t i, vitrine_raster *raster);
/* A cell; NaN where it is unknown, or where there is none. */
VITRINE_API float vitrine_result_cell(const vitrine_result *result, size_t raster, size_t band, size_t column,
                                      size_t row);

#endif
