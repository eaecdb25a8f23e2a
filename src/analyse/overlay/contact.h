/* contact.h - whether the outlines of two polygons touch, by plain arithmetic. */
#ifndef VT_CONTACT_H
#define VT_CONTACT_H

#include "base/array.h"
#include "model/layer.h"

typedef enum {
    VT_APART,  /* no point in common, for certain */
    VT_MEET,   /* a shared vertex */
    VT_CROSS,  /* a crossing within two edges, for certain */
    VT_UNSURE, /* so near that rounding hides it, such as a vertex on an edge */
    VT_NO_ROOM /* out of memory */
} vt_contact;

/* Edges of polygons by the vertex at their end; scratch. */
typedef VT_ARRAY(uint32_t) vt_edges;

/* `box` is that of a; `bands` of b, or NULL. Of several contacts the first that is found; VT_UNSURE only where there is no certain one. */
struct vt_bands;
vt_contact vt_contact_of(const vt_parts *a, const vt_box *box, const vt_parts *b, const struct vt_bands *bands, vt_edges scratch[2]);

/* Lists the edges whose box meets `box`, and sets what they span together. false: out of memory. */
bool vt_contact_edges(const vt_parts *parts, const vt_box *box, vt_edges *edges, vt_box *span);
vt_box vt_contact_edge_box(const vt_geometry *g, size_t end);
/* Of the edges that end in vertex i of a and j of b. */
vt_contact vt_contact_of_edges(const vt_geometry *a, size_t i, const vt_geometry *b, size_t j);

#endif
