/* spec.h - what the study says of one layer, its preset behind it: study keys win. */
#ifndef VT_SPEC_H
#define VT_SPEC_H

#include "study/schema.h"
#include "study/study.h"

typedef struct {
    const vitrine_study *study;
    const vt_kind *kind;
    const char *name;       /* "premises", "constraints.flood" */
    const char *key;        /* "layers.premises" */
    vitrine_study *preset;  /* NULL when it uses none */
} vt_spec;

/* Loads the preset that `layers.NAME.preset` names, if any. */
vitrine_status vt_spec_open(vitrine_context *ctx, vt_arena *arena, const vitrine_study *study,
                            const vt_kind *kind, const char *name, vt_spec *spec);
void vt_spec_close(vt_spec *spec);

/* The entry at `layers.NAME.key` or the preset's; NULL when neither has one. */
const vt_entry *vt_spec_entry(const vt_spec *spec, const char *key);
/* The preset says it, not the study: its lists may name fields that a source lacks. */
bool vt_spec_of_preset(const vt_spec *spec, const vt_entry *entry);
/* Its first value; NULL when there is none. */
const char *vt_spec_text(const vt_spec *spec, const char *key);
/* "study.yaml:12: layers.premises.fields.id" for a message about that key. */
const char *vt_spec_where(const vt_spec *spec, vt_arena *arena, const char *key);

#endif
