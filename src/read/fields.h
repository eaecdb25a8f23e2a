/* fields.h - the mapped fields of one feature, as text and numbers. */
#ifndef VT_FIELDS_H
#define VT_FIELDS_H

#include "read/rows.h"

/* Appends a value to each column of `rows`, and sets the row's status. What cannot be read, or had lost its zero, is in
 * rows->bad and rows->mended. */
vitrine_status vt_fields_read(vt_rows *rows, OGRFeatureH feature, size_t layer, vt_row *row);

/* Warns of fields of which no date or number could be read: it is the mapping that is wrong, rather than the values. */
void vt_fields_tell_unreadable(vt_rows *rows);

#endif
