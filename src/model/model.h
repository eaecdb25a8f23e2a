/* model.h - everything an analysis knows besides its parameters. */
#ifndef VT_MODEL_H
#define VT_MODEL_H

#include <vitrine/model.h>

#include "geo/crs.h"
#include "model/layer.h"
#include "model/ledger.h"

struct vitrine_model {
    vt_arena arena;
    vt_crs *crs;
    vt_layer *layers;
    size_t n_layers;
    vt_ledger ledger; /* of the reading; analyses list their notices in their results */
};

/* NULL when the study has no such layer. */
const vt_layer *vt_model_layer(const vitrine_model *model, const char *name);

#endif
