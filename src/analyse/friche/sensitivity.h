/* sensitivity.h - how sure a ranking is: Monte-Carlo on the weights and on what is missing. */
#ifndef VT_SENSITIVITY_H
#define VT_SENSITIVITY_H

#include "analyse/friche/score.h"

typedef struct {
    double rank_p05, rank_p95; /* of the site's rank over the draws (nearest rank) */
    double stability;          /* share of the draws in which its best use stays best */
} vt_sensitivity;

/* Each draw multiplies every weight by exp(0.25·N(0, 1)) and gives each missing criterion one of its rows, all alike likely;
 * then sites are ranked by their best index, ties sharing the least rank. values: criteria.n a site. Draws come from the
 * seed and their number alone: the same for any number of threads. draws 0: all NaN. */
vitrine_status vt_sensitivity_of(vitrine_context *ctx, const vt_scheme *scheme, const vt_value *values, const vt_score *scores,
                                 size_t n, size_t draws, uint64_t seed, vt_sensitivity *found);

#endif
