/* style.h - QGIS styles: templates of styles/ filled with the study's language and classes.
 *
 * A template may hold {{fr text||en text}} (one of the two), {{aliases}} (the layer's <alias> elements),
 * and blocks {{#classes}} … {{/classes}}, repeated a class, with {{i}}, {{label}}, {{color}} (r,g,b) and
 * {{width}} (mm) inside. */
#ifndef VT_STYLE_H
#define VT_STYLE_H

#include "write/export.h"

/* styles/LAYER.qml ships. */
bool vt_style_has(const char *layer);

/* The QML of a layer; the caller frees it. */
vitrine_status vt_style_fill(vt_export *e, const vitrine_layer *layer, char **qml);

#endif
