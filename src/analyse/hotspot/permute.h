/* permute.h - conditional permutations: how often chance alone gives a row such neighbours. */
#ifndef VT_PERMUTE_H
#define VT_PERMUTE_H

#include "analyse/hotspot/weights.h"

/* Two-sided p of the sum of y over each row's neighbours, for any y (finite): i stays, as many as it has
 * neighbours are drawn from the n−1 others without putting back, `permutations` times (R < 2^31):
 * p = min(1, 2·min((M_le+1)/(R+1), (M_ge+1)/(R+1))), M_le, M_ge the draws whose sum is ≤, ≥ the observed one. It is
 * the p of Gi* and of the local Moran alike, both monotone in that sum while y_i is fixed. Sums of k values that
 * differ by at most 1e-12·k·max|y| are equal and count on both sides. All draws come from `seed`: same seed, same p
 * for any number of threads. 1 for a row without neighbours; R = 0: all NaN.
 *
 * One permutation serves all rows at once (Anselin 1995 draws anew for each), so that the p of different rows
 * are dependent, each by itself as exact. Costs R·(kmax + degrees·log n), degrees: how many distinct ones; memory
 * 0.3 kB a row. May be cancelled. */
vitrine_status vt_permute_p(vitrine_context *ctx, const vt_weights *weights, const double *y, size_t permutations,
                            uint64_t seed, double *p);

#endif
