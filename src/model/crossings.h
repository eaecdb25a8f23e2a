/* crossings.h - where streets cross on the map but share no vertex: bridges, or a layer drawn without
 * snapping. Blocks are not split there, and the run says so. */
#ifndef VT_CROSSINGS_H
#define VT_CROSSINGS_H

#include "model/network.h"

/* A notice for each place where two segments cross, or a vertex lies on the inside of another segment. */
vitrine_status vt_crossings_list(vitrine_context *ctx, const vt_layer *lines, const vt_network *network,
                                 vt_ledger *notices);

#endif
