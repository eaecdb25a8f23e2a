/* moran.h - global Moran's I: are neighbours alike over the whole town? */
#ifndef VT_MORAN_H
#define VT_MORAN_H

#include "analyse/hotspot/weights.h"

/* z: (I − expected) / √variance; p: two-sided, by the normal law. `normal`: y drawn from a normal law; `random`: y
 * dealt out at random to the places. */
typedef struct {
    double i, expected;
    double variance_normal, z_normal, p_normal;
    double variance_random, z_random, p_random;
    size_t islands; /* rows without neighbours */
} vt_moran;

/* Row-standardised (Cliff & Ord 1981, ch. 2): I = n/S0 · ΣΣ w z z / Σz², expected −1/(n−1), with n and the mean over
 * all rows, islands too, which add nothing to S0 = ΣΣ w. z and sum_z2: vt_local_deviations. All but `islands` is NaN for
 * n < 4, equal values or no links; a variance of 0 (everyone a neighbour of everyone) leaves its z and p NaN. */
vitrine_status vt_moran_global(vitrine_context *ctx, const vt_weights *weights, const double *z, double sum_z2,
                               vt_moran *moran);

#endif
