/* draft.h - the text of a first study, of the layers that were seen. */
#ifndef VT_DRAFT_H
#define VT_DRAFT_H

#include <stdio.h>

#include "read/look.h"

/* Kinds of constraints or places, as the scheme that ships knows them. */
enum { VT_MOST_DRAFT_KINDS = 32 };
typedef struct {
    const char *names[VT_MOST_DRAFT_KINDS];
    size_t n;
} vt_draft_kinds;

typedef struct {
    FILE *to;
    bool french; /* language of the comments */
    const vt_sights *sights;
    bool *ready;       /* of each: it stands in the study as it is */
    const char *crs;   /* "EPSG:2154" */
    const vt_seen *crs_of; /* the layer that has it; NULL: supposed */
    bool crs_by_place; /* supposed from where the data lie, else for lack of better */
    vt_draft_kinds kinds[2]; /* of constraints, of places */
} vt_draft;

void vt_draft_write(const vt_draft *draft);

#endif
