/* spots.h - where vacancy clusters: hot and cold spots of premises and of streets.
 *
 * Premises of the stock carry 1 (vacant) or 0; their p is exact, the conditional distribution being hypergeometric.
 * Streets with a stock carry the Assunção-Reis standardised rate; their p comes from hotspots.permutations. Gi* and the
 * local Moran have one p, both rising with the neighbours' sum while the place itself is fixed. */
#ifndef VT_SPOTS_H
#define VT_SPOTS_H

#include "analyse/hotspot/moran.h"
#include "model/result.h"

/* One place. NaN and NULL where not defined: not in the stock, all alike, no neighbours (Moran only),
 * everyone a neighbour (gi_z only, with p 1). */
typedef struct {
    double gi_z, gi_p, gi_q, moran_i, moran_p, moran_q;
    const char *gi_class;    /* hot, cold, ns */
    const char *moran_class; /* HH, LL, HL, LH, ns */
} vt_spot;

/* Adds gi_z … moran_class, a row a spot. */
vitrine_status vt_spots_columns(vitrine_context *ctx, vitrine_result *result, vitrine_layer *layer, const vt_spot *spots);

#endif
