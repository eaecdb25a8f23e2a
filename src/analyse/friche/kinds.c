/* kinds.c - constraints and places of a kind that no criterion of the scheme asks for: a kind is a free word, so that a misspelt one
 * would change the ranks without a sound. */
#include <string.h>

#include "analyse/friche/potential.h"
#include "base/text.h"

enum { MOST_KINDS = 64 };

/* land.rules or land.kind_priority speak of the kind: it is there for them. */
static bool land_knows(const vitrine_study *study, const char *kind)
{
    bool known = vt_study_lists(study, "land.kind_priority", kind);
    for (size_t i = 0; !known && i < study->entries.n; i++) {
        const vt_entry *entry = &study->entries.at[i];
        const size_t n = strlen(entry->key), tail = strlen(".when.kind");
        for (size_t v = 0; n > tail && strcmp(entry->key + n - tail, ".when.kind") == 0 && !known && v < entry->n; v++) {
            known = strcmp(entry->values[v], kind) == 0;
        }
    }
    return known;
}

/* The words, parted by commas; "-" when there is none. NULL: out of memory. */
static const char *list_of(vt_arena *arena, const char *const *words, size_t n)
{
    const char *list = n ? words[0] : "-";
    for (size_t i = 1; list && i < n; i++) {
        list = vt_arena_printf(arena, "%s, %s", list, words[i]);
    }
    return list;
}

static vitrine_status judge_layer(vt_potential *p, const vt_layer *layer, const char *const *known, size_t n)
{
    vt_arena *arena = &p->scheme->file->arena;
    const char *list = list_of(arena, known, n), *near = vt_text_nearest(layer->what, known, n);
    const char *key = vt_arena_printf(arena, "layers.%s.kind", layer->name);
    if (!list || !key) {
        return vt_no_memory(p->ctx);
    }
    const bool given = vt_study_entry(p->study, key) != NULL;
    const char *origin = vt_study_origin(p->study, given ? key : vt_arena_printf(arena, "layers.%s", layer->name));
    vt_log(p->ctx, VITRINE_LOG_WARNING,
           given ? near ? _("%s: %s: no criterion of the scheme uses \"%s\"; did you mean %s? It knows %s")
                        : _("%s: %s: no criterion of the scheme uses \"%s\", so it scores nothing%.0s; it knows %s")
           : near ? _("%s: %s: is not given, and no criterion of the scheme uses the name \"%s\"; did you mean %s? It knows %s")
                  : _("%s: %s: is not given, and no criterion of the scheme uses the name \"%s\", so it scores nothing%.0s; it knows %s"),
           origin, key, layer->what, near ? near : "", list);
    return VITRINE_OK;
}

vitrine_status vt_potential_kinds(vt_potential *p)
{
    static const char *const families[] = {"constraints", "places"};
    vitrine_status status = VITRINE_OK;
    for (size_t f = 0; f < 2; f++) {
        const char *known[MOST_KINDS];
        const size_t n = vt_scheme_kinds(p->scheme, families[f], known, MOST_KINDS);
        for (size_t l = 0; !status && l < p->model->n_layers; l++) {
            const char *kind = vt_layer_what(&p->model->layers[l], families[f]);
            bool used = !kind || land_knows(p->study, kind);
            for (size_t k = 0; !used && k < n; k++) {
                used = strcmp(known[k], kind) == 0;
            }
            status = used ? VITRINE_OK : judge_layer(p, &p->model->layers[l], known, n);
        }
    }
    return status;
}
