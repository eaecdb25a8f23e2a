/* land.h - the ground of business zones: land units and their legal vacancy, a partition in which every square metre stands once,
 * its balance by bucket, what could be built more densely, and targets.
 *
 * Vacancy rate of a zone: vacant land units / land units (Code de l'urbanisme, art. L318-8-2; not the shops' rate). */
#ifndef VITRINE_LAND_H
#define VITRINE_LAND_H

#include <vitrine/model.h>
#include <vitrine/result.h>

/* Layers: land_unit, land_evidence, zone_inventory, land_partition, land_overlap, land_balance, land_target where land.targets are
 * given and, with export.cnig, site_eco and terrain_eco as the standard CNIG Sites économiques has them. Needs the layer zones, or
 * targets; all others are used where the study has them. VITRINE_E_INPUT: neither zones nor targets, a wrong rule or target, or overlaps above land.overlap_ceiling. VITRINE_E_FAILED: the partition does not add up. */
VITRINE_API vitrine_status vitrine_land(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study,
                                        vitrine_result **result);

/* Judges what vitrine_land reads of the study, computing nothing: layers, rules, kinds, targets, reference_date. VITRINE_E_INPUT as there. */
VITRINE_API vitrine_status vitrine_land_check(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study);

/* The i-th row of the default table of land.rules, as YAML to be copied into a study: "{when: {friche: yes}, bucket: recycling}".
 * A study's own rules go before it; the first that fits decides. false past the last. The text lasts until the thread's next call. */
VITRINE_API bool vitrine_land_rule_info(size_t i, const char **yaml);

#endif
