/* contact.h - whether the outlines of two polygons touch, by plain arithmetic. */
#ifndef VT_CONTACT_H
#define VT_CONTACT_H

#include "base/array.h"
#include "model/layer.h"

typedef enum {
    VT_APART,  /* no point in common, for certain */
    VT_MEET,   /* a crossing or a shared vertex, for certain */
    VT_UNSURE, /* so near that rounding hides it, such as a vertex on an edge */
    VT_NO_ROOM /* out of memory */
} vt_contact;

/* Edges of one feature by the vertex at their end; scratch. */
typedef VT_ARRAY(uint32_t) vt_edges;

/* `box` is that of feature row_a of a. */
vt_contact vt_contact_of(const vt_layer *a, size_t row_a, const vt_box *box, const vt_layer *b, size_t row_b,
                         vt_edges scratch[2]);

#endif
