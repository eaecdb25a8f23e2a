/* study.c - entries and their check against the parameter table; see study.h. */
#include "study/study.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "study/classes.h"

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

static vitrine_status unknown_key(vitrine_context *ctx, const vt_entry *entry)
{
    enum { MOST = 64 };
    vt_param_name names[MOST];
    /* the first part of the key that no row has is the one to speak of */
    char bad[256];
    snprintf(bad, sizeof bad, "%s", entry->key);
    for (char *dot = strchr(bad, '.'); dot; dot = strchr(dot + 1, '.')) {
        *dot = '\0';
        if (!vt_param_is_prefix(bad)) {
            break;
        }
        *dot = '.';
    }
    const size_t n = vt_param_names(bad, names, MOST);
    const char *list[MOST];
    for (size_t i = 0; i < n; i++) {
        list[i] = names[i];
    }
    const char *last = strrchr(bad, '.') ? strrchr(bad, '.') + 1 : bad;
    const char *near = vt_text_nearest(last, list, n);
    if (near) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: unknown key; did you mean %.*s%s?"), entry->origin,
                       bad, (int)(last - bad), bad, near);
    }
    char known[700] = "";
    for (size_t i = 0, used = 0; i < n && used < sizeof known; i++) {
        used += (size_t)snprintf(known + used, sizeof known - used, "%s%s", i ? ", " : "", names[i]);
    }
    return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: unknown key; valid here: %s"), entry->origin, bad,
                   n ? known : "-");
}

/* Texts parted by commas where a list is written in brackets: an old habit of command lines. */
static bool wants_brackets(const vt_entry *entry, const vt_param *param, const char *value)
{
    return !entry->list && strchr(value, ',') && (param->type == VT_PARAM_LIST || param->type == VT_PARAM_NUMBERS);
}

static vitrine_status write_brackets(vitrine_context *ctx, const vt_entry *entry, const char *value)
{
    char list[512] = "";
    for (size_t n = 0; *value && n + 3 < sizeof list; value++) {
        n += (size_t)snprintf(list + n, sizeof list - n, "%c%s", *value, *value == ',' && value[1] != ' ' ? " " : "");
    }
    return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: a list stands in brackets; write [%s]"), entry->origin, entry->key, list);
}

static vitrine_status bad_choice(vitrine_context *ctx, const vt_entry *entry, const vt_param *param,
                                 const char *value)
{
    enum { MOST = 16 };
    char words[256];
    snprintf(words, sizeof words, "%s", param->choices);
    const char *list[MOST];
    size_t n = 0;
    char *rest = words;
    for (char *word; n < MOST && (word = strsep(&rest, "|"));) {
        list[n++] = word;
    }
    const char *near = vt_text_nearest(value, list, n);
    return near ? vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: \"%s\" is not one of %s; did you mean %s?"),
                          entry->origin, entry->key, value, param->choices, near)
                : vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: \"%s\" is not one of %s"), entry->origin,
                          entry->key, value, param->choices);
}

static vitrine_status check_number(vitrine_context *ctx, const vt_entry *entry, const vt_param *param,
                                   const char *text)
{
    double value;
    int64_t whole;
    char range[128];
    vt_param_range(param, range, sizeof range);
    if (param->type == VT_PARAM_INTEGER ? !vt_integer_parse(text, &whole) : !vt_number_parse(text, &value)) {
        return vt_fail(ctx, VITRINE_E_INPUT,
                       param->type == VT_PARAM_INTEGER ? _("%s: %s: \"%s\" is not a whole number; give one in %s")
                                                       : _("%s: %s: \"%s\" is not a number with a decimal point; give one in %s"),
                       entry->origin, entry->key, text, range);
    }
    if (param->type == VT_PARAM_INTEGER) {
        value = (double)whole;
    }
    if (param->min < param->max && (value < param->min || value > param->max)) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: %s is out of range; give %s %s"), entry->origin,
                       entry->key, text, range, param->unit);
    }
    return VITRINE_OK;
}

static bool is_flag(const char *text)
{
    return strcmp(text, "true") == 0 || strcmp(text, "false") == 0;
}

static vitrine_status check_value(vitrine_context *ctx, const vt_entry *entry, const vt_param *param,
                                  const char *value)
{
    if (!vt_text_is_utf8(value)) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: not UTF-8 text"), entry->origin, entry->key);
    }
    const bool good = param->type == VT_PARAM_LIST ? vt_param_has_choice(param, value) : param->type != VT_PARAM_NUMBERS;
    if (!good && wants_brackets(entry, param, value)) {
        return write_brackets(ctx, entry, value);
    }
    if (strcmp(value, "…") == 0) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: \"…\" is still to be filled in, or the line to be taken out"), entry->origin, entry->key);
    }
    switch (param->type) {
    case VT_PARAM_NUMBERS:
        if (param->choices && entry->n == 1 && vt_param_has_choice(param, value)) {
            return VITRINE_OK;
        }
        return check_number(ctx, entry, param, value);
    case VT_PARAM_NUMBER:
    case VT_PARAM_INTEGER:
        return check_number(ctx, entry, param, value);
    case VT_PARAM_BOOLEAN:
        return is_flag(value) ? VITRINE_OK
                              : vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: \"%s\" is not true or false"),
                                        entry->origin, entry->key, value);
    default:
        return vt_param_has_choice(param, value) ? VITRINE_OK : bad_choice(ctx, entry, param, value);
    }
}

static vitrine_status check_classes(vitrine_context *ctx, const vt_entry *entry)
{
    double before = 0, value;
    if (entry->n == 0 || entry->n > VT_MOST_BOUNDS) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: give 1 to %d bounds"), entry->origin, entry->key,
                       VT_MOST_BOUNDS);
    }
    for (size_t i = 0; i < entry->n; i++) {
        if (vt_number_parse(entry->values[i], &value)) { /* else the name of a scheme */
            if (value <= before) {
                return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: %s: the bounds must grow and be above 0"),
                               entry->origin, entry->key, entry->values[i]);
            }
            before = value;
        }
    }
    return VITRINE_OK;
}

static vitrine_status check_terms(vitrine_context *ctx, const vt_entry *entry)
{
    double days[3] = {0};
    for (size_t i = 0; i < entry->n && i < 3; i++) {
        (void)vt_number_parse(entry->values[i], &days[i]);
    }
    return entry->n == 3 && days[0] > 0 && days[0] < days[1] && days[1] < days[2]
               ? VITRINE_OK
               : vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: give three numbers of days that grow, as [365, 730, 1095]"),
                         entry->origin, entry->key);
}

static vitrine_status check_box(vitrine_context *ctx, const vt_entry *entry)
{
    double box[4] = {0};
    for (size_t i = 0; i < entry->n && i < 4; i++) {
        (void)vt_number_parse(entry->values[i], &box[i]);
    }
    return entry->n == 4 && box[0] < box[2] && box[1] < box[3]
               ? VITRINE_OK
               : vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: give [xmin, ymin, xmax, ymax] in the study's crs"),
                         entry->origin, entry->key);
}

static vitrine_status check_date(vitrine_context *ctx, const vt_entry *entry)
{
    const char *text = entry->values[0];
    vt_days days;
    if (strlen(text) == 10 && vt_date_parse(text, "%Y-%m-%d", &days) && days.first == days.last) {
        return VITRINE_OK;
    }
    return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: \"%s\" is not a day; write it as 2026-06-30"), entry->origin,
                   entry->key, text);
}

static vitrine_status check_date_forms(vitrine_context *ctx, const vt_entry *entry)
{
    for (size_t i = 0; i < entry->n; i++) {
        if (!vt_date_form_is_good(entry->values[i])) {
            return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: \"%s\" is not the form of a date; write it as %%d/%%m/%%Y"),
                           entry->origin, entry->key, entry->values[i]);
        }
    }
    return VITRINE_OK;
}

static vitrine_status check_formats(vitrine_context *ctx, const vt_entry *entry)
{
    return entry->n ? VITRINE_OK
                    : vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: an empty list: nothing would be written; name a format, as [gpkg]"), entry->origin, entry->key);
}

/* What the table's types do not say. */
static vitrine_status check_special(vitrine_context *ctx, const vt_entry *entry)
{
    static const struct {
        const char *key;
        vitrine_status (*check)(vitrine_context *, const vt_entry *);
    } checks[] = {{"vacancy.classes", check_classes}, {"area_of_interest", check_box}, {"reference_date", check_date},
                 {"layers.premises.date_format", check_date_forms}, {"vacancy.terms", check_terms}, {"export.formats", check_formats}};
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        if (strcmp(entry->key, checks[i].key) == 0) {
            return checks[i].check(ctx, entry);
        }
    }
    return VITRINE_OK;
}

static vitrine_status check_entry(vitrine_context *ctx, const vt_entry *entry)
{
    const vt_param *param = vt_param_find(entry->key);
    if (!param) {
        return unknown_key(ctx, entry);
    }
    const bool takes_list = param->type == VT_PARAM_LIST || param->type == VT_PARAM_NUMBERS;
    if (entry->list && !takes_list) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: takes one value, not a list"), entry->origin, entry->key);
    }
    if (!entry->list && !*entry->values[0]) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %s: has no value; give one or leave the key out"),
                       entry->origin, entry->key);
    }
    for (size_t i = 0; i < entry->n; i++) {
        const vitrine_status status = check_value(ctx, entry, param, entry->values[i]);
        if (status) {
            return status;
        }
    }
    return check_special(ctx, entry);
}

vitrine_status vt_study_put(vitrine_context *ctx, vitrine_study *study, vt_entry entry)
{
    const vitrine_status status = check_entry(ctx, &entry);
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
