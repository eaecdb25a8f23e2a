/* families.h - the family of each premises from its activity, by a table of code prefixes: one that ships with vitrine
 * (naf, bdcom) or a file of the user, named by layers.premises.families. */
#ifndef VT_FAMILIES_H
#define VT_FAMILIES_H

#include "model/layer.h"
#include "model/ledger.h"
#include "read/spec.h"

/* Fills the field `family` where the survey gives none. An activity that no row of the table begins is a notice.
 * Nothing is done where the study names no table. */
vitrine_status vt_families_fill(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec, vt_ledger *ledger,
                                vt_layer *premises);

#endif
