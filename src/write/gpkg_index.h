/* gpkg_index.h - the spatial index of a GeoPackage layer, packed at once. Row by row, SQLite's R-tree takes twenty
 * times as long, and its nodes are two thirds full. */
#ifndef VT_GPKG_INDEX_H
#define VT_GPKG_INDEX_H

#include <sqlite3.h>

#include "geo/rtree.h"

/* Fills the empty R-tree of the layer `table` with n boxes; fids[] rises. A code of SQLite. */
int vt_gpkg_index(sqlite3 *db, const char *table, const vt_box *boxes, const int64_t *fids, size_t n);

#endif
