/* qgis_metadata.h - metadata as QGIS reads them, in gpkg_metadata and in the project: title, abstract, licence, sources. */
#ifndef VT_QGIS_METADATA_H
#define VT_QGIS_METADATA_H

#include "write/buffer.h"
#include "write/export.h"
#include "write/qgis_plan.h"

/* The elements of one layer (a raster where `layer` is NULL: of that name, titled by its first band). */
void vt_qgis_layer_metadata(const vt_export *e, const char *name, const vitrine_layer *layer, vt_buffer *xml);
/* The elements of the whole. */
void vt_qgis_project_metadata(const vt_export *e, vt_buffer *xml);

/* A layer's or a raster's title in the study's language. */
const char *vt_qgis_title(const vt_export *e, const char *name);
/* The study's title, or that of the program where it has none. */
const char *vt_qgis_study_title(const vt_export *e);
/* "EPSG:2154"; "" where the study's CRS has no code. */
const char *vt_qgis_crs(const vt_export *e);
/* The notes of the sources of a theme's map (NULL: of all), each once, in the order of the study; "" where there is none. Plain text. */
void vt_qgis_sources(const vt_export *e, const vt_qgis_theme *theme, vt_buffer *text);
/* The reference date as it is read, "30/06/2026" or 2026-06-30; "" without one. Plain text. */
void vt_qgis_day(const vt_export *e, vt_buffer *text);

#endif
