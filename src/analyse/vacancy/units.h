/* units.h - the premises of a layer's units (streets, blocks, centres, the town), and the columns counted from
 * them, in the order of the contract: statuses and rates, terms, runs and gaps, mix. */
#ifndef VT_UNITS_H
#define VT_UNITS_H

#include "analyse/vacancy/survey.h"

/* A premises in a unit: the row of the layer, the row of the premises. One premises may be in several units. */
typedef struct {
    uint32_t unit, row;
} vt_member;
typedef VT_ARRAY(vt_member) vt_members;

/* What the units hold of a street: all of its pieces (streets, the town), a block, or those of its premises that
 * lie in a perimeter. A gap reaches to the ends of a piece or block; a perimeter has none, so no gaps. */
typedef enum { VT_WHOLE_PIECES, VT_ONE_BLOCK, VT_SOME_PREMISES } vt_stretch;

/* Adds all columns. Sorts the members. */
vitrine_status vt_units_columns(vt_survey *survey, vitrine_layer *layer, vt_members *members, vt_stretch stretch);

/* runs.c: run_max, run_max_m, run_order_unsure, gap_max_m, gaps. mix.c: shannon, evenness, families. Both take the
 * members sorted by unit. */
vitrine_status vt_runs_columns(vt_survey *survey, vitrine_layer *layer, const vt_members *members, vt_stretch stretch);
vitrine_status vt_mix_columns(vt_survey *survey, vitrine_layer *layer, const vt_members *members);

#endif
