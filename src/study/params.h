/* params.h - the one table of study keys: type, unit, range, default, help. YAML, --set, `vitrine
 * params`, --help, the man page and the manifest all read it. */
#ifndef VT_PARAMS_H
#define VT_PARAMS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    VT_PARAM_TEXT,
    VT_PARAM_PATH,    /* a file, relative to the study */
    VT_PARAM_NUMBER,
    VT_PARAM_INTEGER,
    VT_PARAM_BOOLEAN, /* true, false */
    VT_PARAM_CHOICE,  /* one of `choices` */
    VT_PARAM_LIST,    /* texts, each one of `choices` where there are any; a single text is a list of one */
    VT_PARAM_NUMBERS, /* numbers, or one of `choices` */
} vt_param_type;

typedef struct {
    const char *key; /* dotted; see vitrine_param in study.h */
    vt_param_type type;
    const char *unit;
    double min, max;     /* of numbers; both 0: any */
    const char *choices; /* "a|b|c" or NULL */
    const char *fallback;
    bool used;
    const char *help;
} vt_param;

/* The i-th row; NULL past the last. */
const vt_param *vt_param_at(size_t i);

/* The row that `key` matches; NULL when there is none. */
const vt_param *vt_param_find(const char *key);

/* `key` is the row's key, the beginning of it as text, or a study's key above it ("layers.streets" of "layers.*.source"). */
bool vt_param_is_below(const vt_param *param, const char *key);

/* Some row's key begins with `key` and goes on. */
bool vt_param_is_prefix(const char *key);

/* Names that could stand where the last part of `key` stands, at most `most`; returns how many. */
typedef char vt_param_name[32];
size_t vt_param_names(const char *key, vt_param_name *names, size_t most);

/* "0..10000", "bh|by"; "" when free. */
const char *vt_param_range(const vt_param *param, char *room, size_t size);
/* In English, marked for translation. */
const char *vt_param_type_name(vt_param_type type);

/* `value` is one of the row's choices, or the row has none. */
bool vt_param_has_choice(const vt_param *param, const char *value);

#endif
