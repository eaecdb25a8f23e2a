/* layer.h - a layer as columns: its geometry, then one array a field. Immutable once read. */
#ifndef VT_LAYER_H
#define VT_LAYER_H

#include <stdint.h>
#include <vitrine/result.h>

#include "base/arena.h"
#include "geo/geometry.h"
#include "geo/parts.h"
#include "geo/rtree.h"
#include "study/schema.h"

/* One column: the array of its type, NULL as in result.h. */
typedef struct {
    const char *name;
    const char *label; /* a heading in the language of the outputs; NULL: that of the column table */
    vitrine_type type;
    union {
        const char **text;
        double *real;
        int64_t *integer; /* also booleans, 0 and 1 */
    };
} vt_column;

/* In the order of the contract; `converted` and the like never enter a rate. */
typedef enum {
    VT_OCCUPIED,
    VT_VACANT,
    VT_WORKS,
    VT_RESERVE,
    VT_CONVERTED,
    VT_UNKNOWN,
    VT_STATUSES
} vt_status;
extern const char *const vt_status_names[VT_STATUSES];

typedef struct {
    const vt_kind *kind;
    const char *name;        /* "premises", "constraints.flood" */
    const char *source_note; /* NULL when the study gives none */
    const char *what;        /* of constraints and places: flood, public_transport…; else NULL */
    size_t n;
    const char **id;         /* unique; features are sorted by it */
    bool integer_ids;        /* all of them, so that 9 comes before 10 */
    vt_geometry geometry;
    vt_column *fields;       /* one a field of the kind; array NULL where the study maps none */
    vt_column *kept;         /* n_kept for the output, then the attributes that a kind takes beyond its fields */
    size_t n_kept, n_attributes;
    uint8_t *status;         /* of vt_status; premises only */
} vt_layer;

/* Text of a field or attribute, NULL when unknown or unmapped. */
const char *vt_layer_text(const vt_layer *layer, const char *field, size_t row);
/* The study maps that field. */
bool vt_layer_has(const vt_layer *layer, const char *field);
double vt_layer_number(const vt_layer *layer, const char *field, size_t row);

/* What a layer of `kind` ("constraints", "places") is about; NULL for another kind. */
const char *vt_layer_what(const vt_layer *layer, const char *kind);

/* The feature's geometry. */
vt_parts vt_layer_parts(const vt_layer *layer, size_t row);
vt_box vt_layer_box(const vt_layer *layer, size_t row);

/* Of a polygon: its area without holes (0 of other shapes), and the length of all its rings. */
double vt_layer_area(const vt_layer *layer, size_t row);
double vt_layer_perimeter(const vt_layer *layer, size_t row);

/* An index over the features' boxes; NULL when out of memory. The caller frees it. */
vt_rtree *vt_layer_index(const vt_layer *layer);

/* A place for the feature: the point itself, the middle of a line, a point inside a polygon. NaN when it
 * has no geometry. */
void vt_layer_place(const vt_layer *layer, size_t row, double *x, double *y);

/* The polygon covers the point, boundary included. */
bool vt_layer_covers(const vt_layer *layer, size_t row, double x, double y);

#endif
