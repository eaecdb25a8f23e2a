/* local.h - is a row's neighbourhood higher or lower than the whole? Getis-Ord Gi* and local Moran.
 *
 * All of it works on deviations from the mean, of one row each of the weights. Nothing is defined where all
 * values are equal: NaN. */
#ifndef VT_LOCAL_H
#define VT_LOCAL_H

#include "analyse/hotspot/weights.h"

/* z = y − mean y (z may be y). Returns Σz², exactly 0 where all y are equal, 0 for n = 0. y: finite. */
double vt_local_deviations(const double *y, size_t n, double *z);

/* Gi* with binary weights, i among its own neighbours, as a standard normal deviate (Ord & Getis 1995, eq. 14):
 * Σz / (S √((n W − W²) / (n−1))), sum over i and its neighbours, W of them, S² = Σz²/n of all rows. NaN where all
 * rows are neighbours of i. A row without neighbours has that of its own value. */
void vt_local_gi_star(const vt_weights *weights, const double *z, double sum_z2, double *gi);

/* Local Moran, row-standardised, without i (Anselin 1995, eq. 12 and 13): lag = mean z of the neighbours,
 * I = z · lag / (Σz²/n). Both NaN without neighbours. */
void vt_local_moran(const vt_weights *weights, const double *z, double sum_z2, double *lag, double *moran);

/* The row, then its neighbours; VT_ON_AXIS where z or lag is exactly 0 (the mean is neither high nor low) or
 * NaN. */
typedef enum { VT_ON_AXIS, VT_HIGH_HIGH, VT_LOW_LOW, VT_HIGH_LOW, VT_LOW_HIGH } vt_quadrant;
vt_quadrant vt_local_quadrant(double z, double lag);

#endif
