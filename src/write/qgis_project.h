/* qgis_project.h - the QGIS project that lies in vitrine.gpkg: every layer and raster that the run has written, in groups, with its
 * style, map themes and print layouts. It names its data by `./`, so that the folder may be moved. */
#ifndef VT_QGIS_PROJECT_H
#define VT_QGIS_PROJECT_H

#include "write/buffer.h"
#include "write/export.h"

/* The text of the .qgs. */
vitrine_status vt_qgis_project(vt_export *e, vt_buffer *qgs);

/* Parts of it. */

/* "vitrine_street_vacancy": the layer's id in the project. */
void vt_qgis_id(vt_buffer *xml, const char *name);
/* "./vitrine.gpkg|layername=street_vacancy" */
void vt_qgis_source(vt_buffer *xml, const char *name, bool raster);
/* A node of a layer tree. */
void vt_qgis_node(const vt_export *e, vt_buffer *xml, const char *name, bool raster, bool on);
/* <maplayer> of each layer, with `crs` as its <spatialrefsys>. */
vitrine_status vt_qgis_layers(vt_export *e, const char *crs, vt_buffer *xml);
/* Text for a label of a layout: what others wrote is never an expression there. */
void vt_qgis_label(vt_buffer *xml, const char *text);
/* <Layout> of each theme that has something to show. */
void vt_qgis_layouts(const vt_export *e, vt_buffer *xml);

/* The name of a layer's second style, for maps that are not about it. */
#define VT_QGIS_CONTEXT "context"

#endif
