/* split.h - a ring cut in two by an outline that crosses it just twice, by plain arithmetic: most crossings of a cadastre are so. */
#ifndef VT_SPLIT_H
#define VT_SPLIT_H

#include "analyse/overlay/contact.h"

enum { VT_SPLIT_ROOM = 256 };

typedef struct {
    double x[VT_SPLIT_ROOM], y[VT_SPLIT_ROOM];
    size_t n; /* closed, counter-clockwise */
} vt_split_ring;

/* `edges` are those of both that vt_contact_of left. false: not so simple, or so near that rounding could matter. */
bool vt_split(const vt_parts *of, const vt_parts *by, const vt_edges edges[2], vt_split_ring *inside, vt_split_ring *outside);

#endif
