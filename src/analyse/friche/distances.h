/* distances.h - how far each site lies from the nearest place of each kind: plain plane arithmetic, no overlay. */
#ifndef VT_DISTANCES_H
#define VT_DISTANCES_H

#include "analyse/friche/measures.h"

/* Adds distance_KIND_m for each kind of places. NaN where the study has no such place. false: out of memory. */
bool vt_distances_add(vitrine_context *ctx, const vitrine_model *model, const vt_layer *sites, vt_arena *arena, vt_measures *measures);

#endif
