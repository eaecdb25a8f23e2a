/* vigil.h - what must look at every byte of a file, done beside the reading: its digest, and whether a GeoPackage is sound. */
#ifndef VT_VIGIL_H
#define VT_VIGIL_H

#include "base/context.h"
#include "base/sha256.h"

typedef struct vt_vigil vt_vigil;

/* Begins, on a thread of its own where the context allows two. NULL: out of memory. `path` must live until the end. */
vt_vigil *vt_vigil_begin(const vitrine_context *ctx, const char *path, bool geopackage);

/* Waits for it and frees it (NULL: nothing to wait for, all is well). false: the GeoPackage is damaged, and `why`. *read: the
 * file could be read to its end, and its digest is in `sha256`. */
bool vt_vigil_end(vt_vigil *vigil, char sha256[VT_SHA256_ROOM], bool *read, char *why, size_t size);

#endif
