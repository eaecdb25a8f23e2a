/* columns.h - the one table of result columns: labels, units, meanings. OGR fields, QGIS aliases,
 * gpkg_data_columns, the data dictionary in README and the tests all read it. */
#ifndef VT_COLUMNS_H
#define VT_COLUMNS_H

#include <vitrine/result.h>

/* The layer's description, then its columns. `layer` NULL: any layer. */
typedef struct {
    const char *layer, *name, *unit, *label_fr, *label_en, *meaning;
} vt_column_text;

typedef struct {
    const char *name, *title_fr, *title_en, *meaning, *meaning_fr;
} vt_layer_title;

/* What a band of a raster holds. */
typedef struct {
    const char *raster;
    size_t band; /* from 0 */
    const char *unit, *label_fr, *label_en, *meaning;
} vt_band_text;

/* NULL when nobody described it. */
const vt_band_text *vt_band_text_of(const char *raster, size_t band);

/* End with a NULL name. */
extern const vt_column_text vt_column_texts[];
extern const vt_layer_title vt_layer_titles[];

/* The description of a column in a layer; NULL for a kept field, which nobody described. */
const vt_column_text *vt_column_text_of(const char *layer, const char *column);
const vt_layer_title *vt_layer_title_of(const char *layer);

#endif
