/* model.c - see model.h. */
#include "model/model.h"

#include <stdlib.h>
#include <string.h>

void vitrine_model_free(vitrine_model *model)
{
    if (model) {
        vt_crs_free(model->crs);
        vt_ledger_free(&model->ledger);
        vt_arena_free(&model->arena);
        free(model);
    }
}

const vt_layer *vt_model_layer(const vitrine_model *model, const char *name)
{
    for (size_t i = 0; i < model->n_layers; i++) {
        if (strcmp(model->layers[i].name, name) == 0) {
            return &model->layers[i];
        }
    }
    return NULL;
}

size_t vitrine_model_count(const vitrine_model *model, const char *layer)
{
    const vt_layer *found = vt_model_layer(model, layer);
    return found ? found->n : 0;
}

bool vitrine_model_ledger(const vitrine_model *model, size_t i, vitrine_ledger_row *row)
{
    if (i >= model->ledger.accounts.n) {
        return false;
    }
    const vt_account *account = &model->ledger.accounts.at[i];
    *row = (vitrine_ledger_row){account->layer,    account->source,   account->read,   account->used,
                                account->filtered, account->rejected, account->notices};
    return true;
}

size_t vitrine_model_rejected(const vitrine_model *model)
{
    size_t rejected = 0;
    for (size_t i = 0; i < model->ledger.accounts.n; i++) {
        rejected += model->ledger.accounts.at[i].rejected;
    }
    return rejected;
}
