/* legend.h - what a layer's map says, rule by rule: styles/LAYER.rules, filled (style.h) and read. SLD and MapLibre styles are made from
 * it; the QML stands beside it and says the same with more art (tests/cli/test_styles.py compares them). A line is
 *
 *     KEY | CONDITION | SYMBOL | LEGEND          # the key `label`, without a legend: what is written on the map
 *
 * CONDITION: terms joined by `and`, each [not] COLUMN OP VALUE, OP one of = < >= > in null; `not` also holds where the column is NULL,
 * the others never. Texts stand in quotes. SYMBOL: words NAME=VALUE, see `words` in legend.c; `+` begins a second symbol over the first. */
#ifndef VT_LEGEND_H
#define VT_LEGEND_H

#include "base/array.h"
#include "write/export.h"

enum { VT_MOST_VALUES = 8, VT_MOST_TERMS = 4, VT_MOST_PARTS = 2, VT_MOST_DASHES = 4 };

typedef enum { VT_IS_EQUAL, VT_IS_LESS, VT_IS_LEAST, VT_IS_MORE, VT_IS_IN, VT_IS_NULL, VT_COMPARISONS } vt_comparison;

typedef struct {
    bool negated;
    const char *column;
    vt_comparison comparison;
    const char *values[VT_MOST_VALUES];
    bool quoted; /* they are texts, else numbers, true or false */
    size_t n;
} vt_legend_term;

/* Sizes in mm; a colour is #rrggbb or NULL. */
typedef struct {
    const char *mark, *fill, *hatch, *stroke, *casing, *text;
    double dashes[VT_MOST_DASHES]; /* drawn, left out…; 0 ends them */
    double width, size, opacity, outside, pass;
} vt_legend_part;

typedef struct {
    const char *key, *label;
    vt_legend_term terms[VT_MOST_TERMS];
    size_t n_terms;
    vt_legend_part parts[VT_MOST_PARTS];
    size_t n_parts;
    double below; /* shown only at larger scales than 1:below; 0: at all */
} vt_legend_rule;

typedef struct {
    char *text; /* the rules point into it */
    VT_ARRAY(vt_legend_rule) rules;
} vt_legend;

/* The casing of a line is so much wider than it, in mm. */
#define VT_CASING_MM 0.4

/* The legend of a layer that has a style; the caller frees it. */
vitrine_status vt_legend_read(vt_export *e, const vitrine_layer *layer, vt_legend *legend);
void vt_legend_free(vt_legend *legend);

/* The layer's style as SLD 1.1.0; the caller frees it. */
vitrine_status vt_sld_make(vt_export *e, const vitrine_layer *layer, char **sld);

/* styles.maplibre.json: all spatial layers as one style, over the GeoJSON files beside it. */
vitrine_status vt_maplibre_write(vt_export *e);

#endif
