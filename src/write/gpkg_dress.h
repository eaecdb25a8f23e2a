/* gpkg_dress.h - what makes a GeoPackage pleasant to open: labels, metadata, styles, a project. */
#ifndef VT_GPKG_DRESS_H
#define VT_GPKG_DRESS_H

#include <sqlite3.h>

#include "write/export.h"

/* Adds gpkg_data_columns, gpkg_metadata and layer_styles to a GeoPackage, within the caller's transaction. */
vitrine_status vt_gpkg_dress(vt_export *e, sqlite3 *db);
/* Adds the QGIS project `vitrine` (qgis_project.h). */
vitrine_status vt_gpkg_project(vt_export *e, sqlite3 *db);

#endif
