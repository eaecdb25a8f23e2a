/* look.h - what one sees of a source before any study speaks of it: its layers, their fields, shapes and CRS, and the preset that fits. */
#ifndef VT_LOOK_H
#define VT_LOOK_H

#include <ogr_api.h>

#include "base/array.h"
#include "study/schema.h"
#include "study/study.h"

typedef struct {
    const char *name;
    vitrine_study *text;
    bool unverified;
} vt_preset;

typedef VT_ARRAY(vt_preset) vt_presets;

/* How well a part of a preset fits a layer. */
typedef struct {
    const vt_preset *preset; /* NULL: none fits */
    const vt_kind *kind;
    const char *fields[24];  /* of the source, that the preset knows */
    size_t n_fields;
    size_t found, slots;     /* of our fields: those that the source has, those that the preset knows */
    bool survey;             /* the preset knows it as premises too, once the study says their status */
} vt_match;

typedef struct {
    const char *source; /* as the study is to name it */
    const char *layer, *stem; /* stem: of the file's name, without its ending */
    bool sole;          /* the source has no other layer to take */
    bool osm;
    unsigned shapes;    /* of vt_shape; 0: no geometry of its own */
    const char **fields, **first; /* names, and the first feature's values, "" where empty */
    size_t n;
    char crs[32];       /* "EPSG:2154"; "" where it has none, or one without a code */
    bool has_crs, lonlat;
    bool placed;        /* x and y are somewhere in its CRS */
    double x, y;
    OGRLayerH handle;   /* while the source is open */
    vt_match match;
} vt_seen;

typedef VT_ARRAY(vt_seen) vt_sights;

/* All presets that ship; freed even after a failure. */
vitrine_status vt_presets_load(vitrine_context *ctx, vt_arena *arena, vt_presets *presets);
void vt_presets_free(vt_presets *presets);

/* Opens `path`, appends its layers, each with its match, and closes it. `source` is its name in the study. VITRINE_E_INPUT when it
 * cannot be read. */
vitrine_status vt_look(vitrine_context *ctx, vt_arena *arena, const vt_presets *presets, const char *path, const char *source,
                       vt_sights *sights);

/* Whether the layer has a field of that name, and its index; names compare without case, as OGR does. */
bool vt_seen_field(const vt_seen *seen, const char *name, size_t *at);

/* recognise.c: fills seen->match. */
void vt_recognise(const vt_presets *presets, vt_seen *seen);
/* Of the columns that the preset says hold the place (x and y, latlon), where the first feature is. false: not told. */
bool vt_recognise_place(const vt_seen *seen, double *x, double *y);

#endif
