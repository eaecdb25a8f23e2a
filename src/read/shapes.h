/* shapes.h - OGR geometries, or text columns, into coordinate columns. */
#ifndef VT_SHAPES_H
#define VT_SHAPES_H

#include "read/rows.h"

/* Appends the geometry's parts, 2D, in source coordinates; VT_CODES when it is what the kind takes, else
 * the code of its fault with a word of detail. */
vt_code vt_shape_add(vt_rows *rows, OGRGeometryH geometry, vt_row *row, const char **detail);

/* A geometry from the text in columns, the first of rows->written that is not empty; the caller destroys it. */
vt_code vt_shape_from_text(vt_rows *rows, OGRFeatureH feature, size_t layer, OGRGeometryH *geometry,
                           const char **detail);

#endif
