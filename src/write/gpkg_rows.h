/* gpkg_rows.h - the rows of a layer into its table in a GeoPackage. */
#ifndef VT_GPKG_ROWS_H
#define VT_GPKG_ROWS_H

#include <sqlite3.h>

#include "model/result.h"

/* Fills the empty table that OGR made for the layer, its spatial index, extent and count; fids are 1, 2… in the order of
 * the rows. The table's triggers must be off. A code of SQLite. */
int vt_gpkg_rows(sqlite3 *db, const vitrine_layer *layer);

#endif
