/* contiguity.h - whether two parcels hang together. */
#ifndef VT_CONTIGUITY_H
#define VT_CONTIGUITY_H

#include "analyse/land/fragment.h"

/* Length of the boundary of row a that runs within `distance` of the boundary of row b, m. */
double vt_contiguity_length(const vt_layer *layer, uint32_t a, uint32_t b, double distance);

/* They share a point, be it a corner: 1 or 0; −1 where GEOS gives up. */
int vt_contiguity_meets(vt_knife *knife, const vt_layer *layer, uint32_t a, uint32_t b);

#endif
