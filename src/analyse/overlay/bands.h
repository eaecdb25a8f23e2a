/* bands.h - the edges of a polygon of many vertices, sorted into bands of height, so that what lies near a small box, or beside a point,
 * is found without a look at all of them. */
#ifndef VT_BANDS_H
#define VT_BANDS_H

#include "analyse/overlay/contact.h"

typedef struct vt_bands vt_bands;

/* Of the edges between the heights of `frame`; what is asked for later must lie between them. NULL: out of memory. */
vt_bands *vt_bands_new(const vt_parts *parts, const vt_box *frame);
void vt_bands_free(vt_bands *bands);

/* As vt_contact_edges and vt_parts_cover, of the same parts. */
bool vt_bands_edges(const vt_bands *bands, const vt_parts *parts, const vt_box *box, vt_edges *edges, vt_box *span);
bool vt_bands_cover(const vt_bands *bands, const vt_parts *parts, double x, double y);

#endif
