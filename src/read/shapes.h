/* shapes.h - OGR geometries, or text columns, into coordinate columns. */
#ifndef VT_SHAPES_H
#define VT_SHAPES_H

#include "read/rows.h"

/* Appends the geometry's parts, 2D, in source coordinates; VT_CODES when it is what the kind takes, else
 * the code of its fault with a word of detail. */
vt_code vt_shape_add(vt_rows *rows, OGRGeometryH geometry, vt_row *row, const char **detail);

/* A geometry from the text in columns, by rows->form; the caller destroys it. */
vt_code vt_shape_from_text(vt_rows *rows, OGRFeatureH feature, int column, int y_column, OGRGeometryH *geometry,
                           const char **detail);

#endif
