/* embedded.h - files of geodata/presets and styles, built into the library (tools/embed.py), so that an
 * installed vitrine needs no data folder. */
#ifndef VT_EMBEDDED_H
#define VT_EMBEDDED_H

typedef struct {
    const char *name, *text; /* "presets/osm.yaml" */
} vt_embedded;

/* Ends with a NULL name; sorted by name. */
extern const vt_embedded vt_embedded_files[];

/* The text of a file; NULL when there is none. */
const char *vt_embedded_find(const char *name);

#endif
