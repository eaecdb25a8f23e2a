/* forms.h - what QGIS's forms and lists of rows show of a layer: the words of codes, shares in few digits, and a line that tells a row of a
 * table from the others. Parts of a QML. */
#ifndef VT_FORMS_H
#define VT_FORMS_H

#include "model/result.h"
#include "write/buffer.h"

/* The <field> of a column that holds codes of ours or shares; nothing for the others, and nothing where a value has no word: QGIS would
 * put it in brackets. */
void vt_forms_field(vt_buffer *xml, const vitrine_layer *layer, size_t column, bool french);

/* A column of whole numbers from 0 that have labels: open, an item each (its label is put between the two), close. */
void vt_forms_open_map(vt_buffer *xml, const char *column);
void vt_forms_item(vt_buffer *xml, const char *label, const char *value);
void vt_forms_close_map(vt_buffer *xml);

/* The QGIS expression that tells a row of a table; NULL: it has none of its own. */
const char *vt_forms_row(const vitrine_layer *layer);

#endif
