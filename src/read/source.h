/* source.h - one input opened through OGR: its layers, its CRS, its features one after the other. */
#ifndef VT_SOURCE_H
#define VT_SOURCE_H

#include <gdal.h>
#include <ogr_api.h>

#include "read/gate.h"
#include "read/spec.h"

enum { VT_MOST_SOURCE_LAYERS = 8 };

typedef struct {
    vt_gate gate;
    GDALDatasetH dataset;
    OGRLayerH layers[VT_MOST_SOURCE_LAYERS]; /* to read; several only where a preset says so (OSM) */
    size_t n_layers;
    bool osm;
    bool has_geometry; /* of its own; false: to be made from text columns */
    char *crs;         /* WKT of its own CRS; NULL when it carries none */
    size_t at;         /* of layers, while reading */
    int errors;        /* CPL errors since it was opened: GDAL ends a broken file as it ends a good one */
    char first_error[256];
} vt_source;

/* Opens what `layers.NAME.source` names, finds its layer(s), applies `where`. Refusals: VITRINE_E_INPUT. */
vitrine_status vt_source_open(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec, vt_source *source);
void vt_source_close(vt_source *source);

/* Opens what the gate of the source let through, no layer chosen; `where` for messages. A part of vt_source_open. */
vitrine_status vt_source_open_dataset(vitrine_context *ctx, const char *where, vt_source *source);

/* Features before `where`; counted, not taken from the file's own say. */
vitrine_status vt_source_count(vitrine_context *ctx, const vt_spec *spec, vt_source *source, size_t *n);

/* How many features to make room for: what the file says of itself, within reason. */
size_t vt_source_expected(const vt_source *source);

/* The next feature and its layer; NULL at the end. The caller destroys it. Must be followed by
 * vt_source_check after the last. */
OGRFeatureH vt_source_next(vt_source *source, size_t *layer);

/* Refuses the run when GDAL met an error on the way: rows may be missing. */
vitrine_status vt_source_check(vitrine_context *ctx, const vt_spec *spec, vt_arena *arena,
                               const vt_source *source);

#endif
