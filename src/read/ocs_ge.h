/* ocs_ge.h - whether ground is artificial, from the codes of OCS GE (IGN): cover (CS) and usage (US). */
#ifndef VT_OCS_GE_H
#define VT_OCS_GE_H

#include "base/context.h"
#include "model/layer.h"

/* 1 artificial, 0 not; −1: `cover` is no code of OCS GE. The codes as IGN writes them ("CS1.1.1.1", "US6.1"), `usage` NULL
 * where unknown. Rule of decree 2023-1096 as MTES-MCT/sparte has it, without its thresholds of area: CS1.1.1.1, CS1.1.1.2
 * and CS1.1.2.2; CS1.1.2.1 but for extraction, US1.3; CS2.2.1 and CS2.2.2 under US2, US3, US5, US235, US4.1.1 to US4.1.5,
 * US4.2, US4.3, US6.1 and US6.2. */
int vt_ocs_ge_artificial(const char *cover, const char *usage);

/* Fills the field `artificial` of a layer of land cover with yes or no where the source gives none, but a code of cover. */
vitrine_status vt_ocs_ge_fill(vitrine_context *ctx, vt_arena *arena, vt_layer *cover);

#endif
