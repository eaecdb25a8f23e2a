/* judge.c - an entry against the parameter table: its key, its type, its range, and what the types do not say. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "study/classes.h"
#include "study/study.h"

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

vitrine_status vt_study_judge(vitrine_context *ctx, const vt_entry *entry)
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
