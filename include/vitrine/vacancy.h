/* vacancy.h - vacancy of shopfronts per street, block, centre and in total.
 *
 * Each premises is given to a street (by id, by name, by a near-identical name, by distance only where
 * it names none), then counted. With v = vacant (+ works when vacancy.works is `vacant`) and
 * stock = occupied + v: rate = v / stock, with the Wilson interval (Wilson 1927) at 95 %; rate_min and
 * rate_max hold all `unknown` for occupied, for vacant; rate_eb is the empirical-Bayes rate of
 * Marshall (1991) with the binomial variance. reserve and converted never count. */
#ifndef VITRINE_VACANCY_H
#define VITRINE_VACANCY_H

#include <vitrine/model.h>
#include <vitrine/result.h>

/* Layers: premises, street_vacancy, segment_vacancy, total_vacancy, to_check and, when the study has
 * centres, centre_vacancy and street_centre_vacancy. Needs the layers premises and streets: without
 * them, or when one is empty, VITRINE_E_INPUT. The result speaks of the model's features: free it before
 * the model. */
VITRINE_API vitrine_status vitrine_vacancy(vitrine_context *ctx, const vitrine_model *model,
                                           const vitrine_study *study, vitrine_result **result);

/* Judges what vitrine_vacancy reads of the study, computing nothing: VITRINE_E_INPUT where dates are mapped without reference_date
 * or, once the study declares vacancy, a layer is missing or empty. */
VITRINE_API vitrine_status vitrine_vacancy_check(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study);

#endif
