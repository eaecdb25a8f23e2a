/* model.h - the layers of a study, read, transformed to its CRS, checked, and immutable since. */
#ifndef VITRINE_MODEL_H
#define VITRINE_MODEL_H

#include <vitrine/study.h>

typedef struct vitrine_model vitrine_model;

/* What became of a layer's features: read = used + filtered + rejected. */
typedef struct {
    const char *layer;  /* "premises", "constraints.flood" */
    const char *source; /* as named in the study; of an absolute path the file name, of a database "PG:" */
    size_t read, used, filtered, rejected;
    size_t notices;     /* of the reading; an analysis adds its own to the layer `rejects` */
} vitrine_ledger_row;

/* Reads every layer that the study names. Features that cannot be used are counted and listed; above
 * rejects.ceiling of a layer the study is refused (VITRINE_E_INPUT). */
VITRINE_API vitrine_status vitrine_model_read(vitrine_context *ctx, const vitrine_study *study,
                                              vitrine_model **model);
VITRINE_API void vitrine_model_free(vitrine_model *model);

/* Features in use of a layer ("premises"); 0 when the study has no such layer. */
VITRINE_API size_t vitrine_model_count(const vitrine_model *model, const char *layer);

/* The i-th layer's account; false past the last. */
VITRINE_API bool vitrine_model_ledger(const vitrine_model *model, size_t i, vitrine_ledger_row *row);

/* Features rejected over all layers. */
VITRINE_API size_t vitrine_model_rejected(const vitrine_model *model);

#endif
