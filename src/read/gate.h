/* gate.h - what may be opened, and by which driver: decided before GDAL sees a byte.
 *
 * Only plain local files of known formats, recognised by ending and first bytes; no address, no
 * /vsi path, no folder, no device. A database only where the study writes PG:… itself. */
#ifndef VT_GATE_H
#define VT_GATE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/context.h"
#include "read/vigil.h"

typedef struct {
    const char *path;    /* to open; the connection string of PG: */
    const char *driver;  /* GDAL's name */
    const char *layer;   /* of path|layername=x, or NULL */
    char sha256[65];     /* of the file, once settled; "" for a database */
    vt_vigil *vigil;     /* at work until then */
    size_t rows;         /* counted apart from GDAL; SIZE_MAX where the format is not counted */
    size_t fields;       /* of a CSV's heading; 0 for other formats */
    bool crs_implied;    /* a GeoJSON without `crs`: WGS 84 by RFC 7946, written nowhere */
    bool text_ids;       /* GeoJSON: features carry an `id`, as text */
    bool stored_ids;     /* GeoJSON: features carry an `id`, as a number */
} vt_gate;

/* `where` says what names the source, for messages. VITRINE_E_INPUT with what is wrong. */
vitrine_status vt_gate_check(vitrine_context *ctx, vt_arena *arena, const char *folder, const char *source,
                             const char *where, vt_gate *gate);

/* Waits for what looks at the whole file, and refuses it where it is damaged: to be called once, whatever else was found. */
vitrine_status vt_gate_settle(vitrine_context *ctx, const char *where, vt_gate *gate);

#endif
