/* layer.h - a layer as columns: coordinates, offsets, then one array a field. Immutable once read.
 *
 * Geometry is laid out as GeoArrow does: feature i has the parts part[i]..part[i+1], part p the rings
 * ring[p]..ring[p+1], ring r the vertices vertex[r]..vertex[r+1]. A point is one part of one ring of one
 * vertex; a line one part of one ring; rings of polygons are closed, the first of a part is its shell. */
#ifndef VT_LAYER_H
#define VT_LAYER_H

#include <stdint.h>
#include <vitrine/result.h>

#include "base/arena.h"
#include "geo/rtree.h"
#include "model/schema.h"

typedef struct {
    uint8_t *shape; /* of vt_shape, per feature; 0: none */
    uint32_t *part, *ring, *vertex;
    double *x, *y;
} vt_geometry;

/* One column: the array of its type, NULL as in result.h. */
typedef struct {
    const char *name;
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
    size_t n;
    const char **id;         /* unique; features are sorted by it */
    bool integer_ids;        /* all of them, so that 9 comes before 10 */
    vt_geometry geometry;
    vt_column *fields;       /* one a field of the kind; array NULL where the study maps none */
    vt_column *kept;
    size_t n_kept;
    uint8_t *status;         /* of vt_status; premises only */
} vt_layer;

/* Text of a field, NULL when unknown or unmapped. */
const char *vt_layer_text(const vt_layer *layer, const char *field, size_t row);
double vt_layer_number(const vt_layer *layer, const char *field, size_t row);

vt_box vt_layer_box(const vt_layer *layer, size_t row);

/* A place for the feature: the point itself, the middle of a line, a point inside a polygon. NaN when it
 * has no geometry. */
void vt_layer_place(const vt_layer *layer, size_t row, double *x, double *y);

/* The polygon covers the point, boundary included. */
bool vt_layer_covers(const vt_layer *layer, size_t row, double x, double y);

#endif
