/* study.h - a study: what to read, with which parameters, as keys and text.
 *
 * Keys are dotted ("vacancy.max_distance_m", "layers.premises.fields.id"); values are text or lists
 * of text as written in the study file. Nothing here is versioned: a new key breaks nobody. */
#ifndef VITRINE_STUDY_H
#define VITRINE_STUDY_H

#include <vitrine/base.h>

typedef struct vitrine_study vitrine_study;

/* One study key, as `vitrine params` shows it. Text is in the language of the messages; `range` lasts until
 * the thread's next call, the rest for ever. */
typedef struct {
    const char *key;      /* `*` stands for a layer kind or a name of yours, `#` for an index */
    const char *type;     /* text, path, number, integer, boolean, choice, list, numbers */
    const char *unit;     /* "m", "share"…; "" when none */
    const char *range;    /* "0..10000", "bh|by"…; "" when free */
    const char *fallback; /* the default as text; "" when none */
    const char *help;     /* one line */
    bool used;            /* false: accepted, but no analysis of this version reads it */
} vitrine_param;

/* An empty study; relative paths are taken from the current folder. */
VITRINE_API vitrine_status vitrine_study_new(vitrine_context *ctx, vitrine_study **study);

/* Reads a YAML study file (UTF-8). Unknown keys, wrong types, values out of range are refused
 * (VITRINE_E_INPUT) with file, line, key and the nearest valid name. Relative paths are taken from
 * the folder of the file. */
VITRINE_API vitrine_status vitrine_study_load(vitrine_context *ctx, const char *path,
                                              vitrine_study **study);

/* Sets one key, replacing what the file said. Lists and mappings are written as in YAML: [a, b]. */
VITRINE_API vitrine_status vitrine_study_set(vitrine_context *ctx, vitrine_study *study,
                                             const char *key, const char *value);

/* The value in force (set, loaded or default) as text; the first of a list; NULL when there is none. */
VITRINE_API const char *vitrine_study_get(const vitrine_study *study, const char *key);

/* The study has a section of that name ("heatmap"), with keys or, as `heatmap: {}`, without. */
VITRINE_API bool vitrine_study_declares(const vitrine_study *study, const char *section);

VITRINE_API void vitrine_study_free(vitrine_study *study);

/* The i-th study key; false past the last. */
VITRINE_API bool vitrine_param_info(size_t i, vitrine_param *param);

/* The i-th study key is `key` or below it, the names of layers and fields standing for the `*`: "layers.streets" has "layers.*.source"
 * below it. Any beginning of its text counts too. */
VITRINE_API bool vitrine_param_is_below(size_t i, const char *key);

/* The i-th kind of layer, a key under `layers`, and what one of its features is, in the plural, in the language of
 * the messages; `many`: any number of them, each by a name of yours. false past the last. */
VITRINE_API bool vitrine_layer_kind_info(size_t i, const char **name, const char **is, bool *many);

/* The k-th field of the i-th kind, a key under its `fields`; NULL past the last. */
VITRINE_API const char *vitrine_layer_field_info(size_t i, size_t k);

/* The i-th preset shipped, and its YAML text; false past the last. The name lasts until the thread's next
 * call. */
VITRINE_API bool vitrine_preset_info(size_t i, const char **name, const char **yaml);

#endif
