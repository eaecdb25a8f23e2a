/* tables.h - what the writers of spreadsheets share. */
#ifndef VT_TABLES_H
#define VT_TABLES_H

#include "write/export.h"

/* One heading a column, no two alike: the label in the study's language, with the name behind it where another column has
 * the same. NULL when out of memory. */
const char **vt_table_headings(const vt_export *e, vt_arena *arena, const vitrine_layer *layer);

/* A spreadsheet that reads the text from a CSV would take it for a formula: it begins with = + - @, a tab or an end of line. */
bool vt_table_is_formula(const char *text);

#endif
