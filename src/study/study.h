/* study.h - the study inside the library: entries with their origin, typed getters. */
#ifndef VT_STUDY_H
#define VT_STUDY_H

#include <vitrine/study.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/context.h"
#include "study/params.h"

/* One key that was written, with its value as text. */
typedef struct {
    const char *key;
    const char **values;
    size_t n;
    bool list;
    const char *origin; /* "study.yaml:12" or "--set", for messages */
} vt_entry;

struct vitrine_study {
    vt_arena arena;
    VT_ARRAY(vt_entry) entries;
    VT_ARRAY(const char *) sections; /* written, with keys below them or none */
    const char *folder; /* relative paths start here; "" is the current folder */
};

/* The entry against the parameter table; VITRINE_E_INPUT says what is wrong and what to write. */
vitrine_status vt_study_judge(vitrine_context *ctx, const vt_entry *entry);

/* Adds or replaces an entry after judging it. */
vitrine_status vt_study_put(vitrine_context *ctx, vitrine_study *study, vt_entry entry);

/* Adds entries from YAML text: a whole study (at "") or one value (at its key). Origins are
 * `name:line`, or `name` alone without `lines`. */
vitrine_status vt_study_parse(vitrine_context *ctx, vitrine_study *study, const char *yaml, size_t length,
                              const char *at, const char *name, bool lines);

/* A preset: keys are taken as they are, unchecked against the table. */
vitrine_status vt_study_parse_preset(vitrine_context *ctx, vitrine_study *study, const char *yaml,
                                     const char *name);

/* The same from a file. */
vitrine_status vt_study_parse_file(vitrine_context *ctx, vitrine_study *study, const char *path);

const vt_entry *vt_study_entry(const vitrine_study *study, const char *key);
/* Some entry's key is `key` or below it. */
bool vt_study_has(const vitrine_study *study, const char *key);

/* Values in force: as written, else the table's default. The key must be one of the table's of that
 * type. */
double vt_study_number(const vitrine_study *study, const char *key);
/* A list of numbers, `most` at most; returns how many. */
size_t vt_study_numbers(const vitrine_study *study, const char *key, double *values, size_t most);
int64_t vt_study_integer(const vitrine_study *study, const char *key);
bool vt_study_flag(const vitrine_study *study, const char *key);
/* `key` is a list or a single value that holds `word`. */
bool vt_study_lists(const vitrine_study *study, const char *key, const char *word);
/* Where a key, or one below it, was written, for a message: "study.yaml:12", or "" when it was not. */
const char *vt_study_origin(const vitrine_study *study, const char *key);

#endif
