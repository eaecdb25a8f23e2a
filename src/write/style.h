/* style.h - templates of styles/ filled with the study's language and classes: the QGIS style of a layer (.qml), its rules in brief
 * (.rules, see legend.h), and a raster's SLD.
 *
 * A template may hold {{fr text||en text}} (one of the two), {{aliases}} (the layer's <alias> elements), {{widgets}} (how forms show
 * its columns, and {{row}} what tells a row of a table, see forms.h), and blocks
 * {{#classes}} … {{/classes}}, repeated a class, with {{i}}, {{label}}, {{color}} (r,g,b), {{hex}} (#rrggbb), {{high}}
 * (upper bound, inf for the last), {{top}} (the same, 2 for the last) and {{width}} (mm), {{thin}} (half of it) inside. Where the layer has grades (result.h) {{#grades}} …
 * {{/grades}}, the lowest first, with {{i}}, {{label}}, {{from}}, {{to}}, {{color}} and {{hex}}; where it has a series
 * {{#series}} … {{/series}}, with {{i}}, {{column}}, {{code}}, {{label}} (its word), {{hex}} and {{shape}} (a QGIS marker). Of a raster also {{max}}, the greatest value of its first
 * band, and {{#steps}} … {{/steps}}, five steps from 0 to it, with {{hex}}, {{value}} and {{figure}} (to be read). */
#ifndef VT_STYLE_H
#define VT_STYLE_H

#include "write/buffer.h"
#include "write/export.h"

/* styles/LAYER.qml ships. */
bool vt_style_has(const char *layer);

/* Any template; `layer` (NULL: none) gives aliases, grades and series. The caller frees the text. */
vitrine_status vt_style_fill_text(vt_export *e, const vitrine_layer *layer, const char *template, char **text);

/* The QML of a layer; the caller frees it. */
vitrine_status vt_style_fill(vt_export *e, const vitrine_layer *layer, char **qml);
vitrine_status vt_style_fill_raster(vt_export *e, const vt_raster *raster, char **qml);
/* Its rules in brief, as plain text. */
vitrine_status vt_style_fill_rules(vt_export *e, const vitrine_layer *layer, char **rules);
vitrine_status vt_style_fill_raster_sld(vt_export *e, const vt_raster *raster, char **sld);

/* The QML of a layer by another style: styles/NAME.qml, which must ship. */
vitrine_status vt_style_fill_as(vt_export *e, const vitrine_layer *layer, const char *name, char **qml);
/* How many lines the legend of a raster's style has in QGIS, after the one that names the band: one a class, else a single ramp. */
size_t vt_style_legend(const vt_export *e, const char *raster);

#endif
