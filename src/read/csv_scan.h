/* csv_scan.h - whether a CSV is a table at all: GDAL reads on where a row is too long, a quote is never
 * closed or two columns share a name, and rows or values are lost without a word. */
#ifndef VT_CSV_SCAN_H
#define VT_CSV_SCAN_H

#include <stdio.h>

#include "base/context.h"

/* Reads the whole file once; *rows: records below the heading that hold anything; *fields: of the heading. VITRINE_E_INPUT with the line when it is
 * no table. */
vitrine_status vt_csv_scan(vitrine_context *ctx, FILE *file, const char *where, const char *path, size_t *rows,
                           size_t *fields);

#endif
