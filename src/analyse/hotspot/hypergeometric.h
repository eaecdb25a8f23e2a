/* hypergeometric.h - the exact p of a count, drawn without putting back. */
#ifndef VT_HYPERGEOMETRIC_H
#define VT_HYPERGEOMETRIC_H

#include <stddef.h>

/* Two-sided p of `hits` marked ones among `drawn` of `others` rows of which `marked` are marked:
 * min(1, 2·min(P(X ≤ hits), P(X ≥ hits))), X hypergeometric; marked, drawn ≤ others < 2^31. 1 for drawn = 0; 0 where
 * `hits` cannot be. It is the conditional permutation p of a 0/1 variable with i fixed, for infinitely many
 * permutations: others = n − 1, marked = V − y_i, drawn = the neighbours of i. Relative error below 1e-12 for others
 * up to 1e6, down to the least double, where long double has 64 bits. Costs a few standard deviations of X and the
 * way from its mode to `hits`. */
double vt_hypergeometric_p(size_t others, size_t marked, size_t drawn, size_t hits);

#endif
