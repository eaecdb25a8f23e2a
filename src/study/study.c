/* study.c - a study's entries: how they are set, and asked for; see study.h. */
#include "study/study.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"

vitrine_status vitrine_study_new(vitrine_context *ctx, vitrine_study **study)
{
    *study = calloc(1, sizeof **study);
    if (!*study) {
        return vt_no_memory(ctx);
    }
    (*study)->folder = "";
    return VITRINE_OK;
}

void vitrine_study_free(vitrine_study *study)
{
    if (study) {
        vt_array_free(&study->entries);
        vt_array_free(&study->sections);
        vt_arena_free(&study->arena);
        free(study);
    }
}

vitrine_status vt_study_put(vitrine_context *ctx, vitrine_study *study, vt_entry entry)
{
    const vitrine_status status = vt_study_judge(ctx, &entry);
    if (status) {
        return status;
    }
    for (size_t i = 0; i < study->entries.n; i++) {
        if (strcmp(study->entries.at[i].key, entry.key) == 0) {
            study->entries.at[i] = entry;
            return VITRINE_OK;
        }
    }
    return vt_array_push(&study->entries, entry) ? VITRINE_OK : vt_no_memory(ctx);
}

/* land.rules, land.targets…: a list of mappings. */
static bool takes_mappings(const char *key)
{
    char first[256];
    snprintf(first, sizeof first, "%s.0", key);
    return vt_param_is_prefix(first);
}

/* A list that is set stands for the whole one, however long that was. */
static void drop_below(vitrine_study *study, const char *key)
{
    const size_t n = strlen(key);
    size_t kept = 0;
    for (size_t i = 0; i < study->entries.n; i++) {
        const char *other = study->entries.at[i].key;
        if (strncmp(other, key, n) != 0 || other[n] != '.') {
            study->entries.at[kept++] = study->entries.at[i];
        }
    }
    study->entries.n = kept;
}

vitrine_status vitrine_study_set(vitrine_context *ctx, vitrine_study *study, const char *key,
                                 const char *value)
{
    const vt_param *param = vt_param_find(key);
    const bool mappings = *value == '[' && !param && takes_mappings(key);
    const bool flow = mappings || (*value == '[' && param && (param->type == VT_PARAM_LIST || param->type == VT_PARAM_NUMBERS)) ||
                      (*value == '{' && !param && vt_param_is_prefix(key));
    if (mappings) {
        drop_below(study, key);
    }
    if (flow) {
        return vt_study_parse(ctx, study, value, strlen(value), key, "--set", false);
    }
    if (!param && vt_param_is_prefix(key) && !flow) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: takes keys below it, not the value \"%s\""), "--set", key, value);
    }
    vt_entry entry = {.n = 1, .origin = "--set"};
    entry.key = vt_arena_text(&study->arena, key);
    entry.values = vt_arena_array(&study->arena, 1, sizeof *entry.values);
    if (!entry.key || !entry.values || !(entry.values[0] = vt_arena_text(&study->arena, value))) {
        return vt_no_memory(ctx);
    }
    return vt_study_put(ctx, study, entry);
}

const vt_entry *vt_study_entry(const vitrine_study *study, const char *key)
{
    for (size_t i = 0; i < study->entries.n; i++) {
        if (strcmp(study->entries.at[i].key, key) == 0) {
            return &study->entries.at[i];
        }
    }
    return NULL;
}

bool vt_study_has(const vitrine_study *study, const char *key)
{
    const size_t n = strlen(key);
    for (size_t i = 0; i < study->entries.n; i++) {
        const char *other = study->entries.at[i].key;
        if (strncmp(other, key, n) == 0 && (other[n] == '\0' || other[n] == '.')) {
            return true;
        }
    }
    return false;
}

bool vitrine_study_declares(const vitrine_study *study, const char *section)
{
    bool found = vt_study_has(study, section);
    for (size_t i = 0; !found && i < study->sections.n; i++) {
        found = strcmp(study->sections.at[i], section) == 0;
    }
    return found;
}

const char *vitrine_study_get(const vitrine_study *study, const char *key)
{
    const vt_entry *entry = vt_study_entry(study, key);
    if (entry) {
        return entry->n ? entry->values[0] : NULL;
    }
    const vt_param *param = vt_param_find(key);
    return param && *param->fallback ? param->fallback : NULL;
}

double vt_study_number(const vitrine_study *study, const char *key)
{
    double value = 0;
    const char *text = vitrine_study_get(study, key);
    return text && vt_number_parse(text, &value) ? value : 0;
}

size_t vt_study_numbers(const vitrine_study *study, const char *key, double *values, size_t most)
{
    const vt_entry *entry = vt_study_entry(study, key);
    size_t n = 0;
    for (; entry && n < entry->n && n < most; n++) {
        (void)vt_number_parse(entry->values[n], &values[n]);
    }
    const vt_param *param = entry ? NULL : vt_param_find(key);
    for (const char *at = param ? param->fallback : ""; *at && n < most; n++) {
        char number[32];
        const size_t length = strcspn(at, ",");
        snprintf(number, sizeof number, "%.*s", (int)length, at);
        (void)vt_number_parse(number, &values[n]);
        at += length + (at[length] == ',');
    }
    return n;
}

int64_t vt_study_integer(const vitrine_study *study, const char *key)
{
    int64_t value = 0;
    const char *text = vitrine_study_get(study, key);
    return text && vt_integer_parse(text, &value) ? value : 0;
}

bool vt_study_flag(const vitrine_study *study, const char *key)
{
    const char *text = vitrine_study_get(study, key);
    return text && strcmp(text, "true") == 0;
}

bool vt_study_lists(const vitrine_study *study, const char *key, const char *word)
{
    const vt_entry *entry = vt_study_entry(study, key);
    if (entry) {
        for (size_t i = 0; i < entry->n; i++) {
            if (strcmp(entry->values[i], word) == 0) {
                return true;
            }
        }
        return false;
    }
    const vt_param *param = vt_param_find(key);
    const size_t n = strlen(word);
    for (const char *at = param ? param->fallback : NULL; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        if (strcspn(at, ",") == n && strncmp(at, word, n) == 0) {
            return true;
        }
    }
    return false;
}

const char *vt_study_origin(const vitrine_study *study, const char *key)
{
    const size_t n = strlen(key);
    const char *below = "";
    for (size_t i = 0; i < study->entries.n; i++) {
        const vt_entry *entry = &study->entries.at[i];
        if (strcmp(entry->key, key) == 0) {
            return entry->origin;
        }
        if (!*below && strncmp(entry->key, key, n) == 0 && entry->key[n] == '.') {
            below = entry->origin;
        }
    }
    return below;
}

bool vitrine_param_is_below(size_t i, const char *key)
{
    const vt_param *row = vt_param_at(i);
    return row && vt_param_is_below(row, key);
}

bool vitrine_param_info(size_t i, vitrine_param *param)
{
    static _Thread_local char range[160]; /* valid until the thread's next call */
    const vt_param *row = vt_param_at(i);
    if (!row) {
        return false;
    }
    *param = (vitrine_param){
        .key = row->key,
        .type = _(vt_param_type_name(row->type)),
        .unit = *row->unit ? _(row->unit) : "",
        .range = vt_param_range(row, range, sizeof range),
        .fallback = row->fallback,
        .help = _(row->help),
        .used = row->used,
    };
    return true;
}
