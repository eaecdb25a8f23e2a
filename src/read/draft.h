/* draft.h - the text of a first study, of the layers that were seen. */
#ifndef VT_DRAFT_H
#define VT_DRAFT_H

#include <stdio.h>

#include "read/look.h"

typedef struct {
    FILE *to;
    bool french; /* language of the comments */
    const vt_sights *sights;
    bool *ready;       /* of each: it stands in the study as it is */
    const char *crs;   /* "EPSG:2154" */
    const vt_seen *crs_of; /* the layer that has it; NULL: supposed */
    bool crs_by_place; /* supposed from where the data lie, else for lack of better */
} vt_draft;

void vt_draft_write(const vt_draft *draft);

#endif
