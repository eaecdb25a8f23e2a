/* friche.h - how far each friche suits each use: measured on the ground, scored by a scheme in a file, with its uncertainty.
 *
 * Measures: area, built footprint, parcels, shape, shares under constraints and zoning, distances to places (see the
 * layer friche_measures). A scheme (friche.scheme; mutafriches-1.11 ships, after ADEME and Cerema, MIT) gives each
 * criterion a weight and each of its values a score a use. Index = advantages / (advantages + constraints), 0..100.
 * Reliability tells how much of the weight is filled, 0..10, and never enters the ranking. Monte-Carlo on weights and on
 * missing criteria gives the interval of each rank and how often the best use stays best. */
#ifndef VITRINE_FRICHE_H
#define VITRINE_FRICHE_H

#include <vitrine/model.h>
#include <vitrine/result.h>

/* Layers: friche_potential, friche_criteria, friche_measures, friche_stock. Needs the layer friches; the others that the
 * study has are measured against. Sites of status friche potentielle and friche reconvertie are left out of all but the
 * stock, unless friche.statuses lists the ones to take. VITRINE_E_INPUT: no friches, or a wrong scheme. */
VITRINE_API vitrine_status vitrine_friche(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study,
                                          vitrine_result **result);

/* Judges what vitrine_friche reads of the study, computing nothing: VITRINE_E_INPUT as there; warns of constraints and places whose kind
 * no criterion of the scheme uses. Asked before any analysis runs, so that a slip costs no time. */
VITRINE_API vitrine_status vitrine_friche_check(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study);

#endif
