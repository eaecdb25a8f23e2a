/* values.c - see values.h. */
#include "analyse/friche/values.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

/* What one source holds, before the scheme has named it. */
typedef struct {
    const char *text; /* NULL: a number, or nothing */
    double number;    /* NaN: nothing */
    vt_value_source source;
} raw;

static bool is_one_of(const char *word, const char *const *words, size_t n)
{
    bool is = false;
    for (size_t i = 0; !is && i < n; i++) {
        is = strcmp(word, words[i]) == 0;
    }
    return is;
}

/* "pollution inconnue" too. */
static bool says_nothing(const char *word)
{
    static const char *const words[] = {"",          "na",     "nan",       "n/a", "sans objet", "ne sait pas", "null",
                                        "inconnu", "inconnue"};
    const char *last = strrchr(word, ' ');
    return is_one_of(word, words, sizeof words / sizeof *words) ||
           (last && (strcmp(last, " inconnu") == 0 || strcmp(last, " inconnue") == 0));
}

static bool says_none_found(const char *word)
{
    static const char *const words[] = {"rien trouve", "nothing found"};
    return is_one_of(word, words, sizeof words / sizeof *words);
}

/* --- one question --------------------------------------------------------------------------------------- */

static raw look_up(const vt_finder *f, const vt_scheme_ask *ask, size_t site, const vt_value *values)
{
    raw found = {.number = NAN, .source = VT_VALUE_MEASURED};
    if (ask->from == VT_FROM_ATTRIBUTE) {
        found.text = vt_layer_text(f->sites, ask->name, site);
        found.source = VT_VALUE_ATTRIBUTE;
    } else if (ask->from == VT_FROM_ZONING) {
        found.text = f->measures->zoning ? f->measures->zoning[site] : NULL;
    } else if (ask->from == VT_FROM_MEASURE) {
        const vt_measure *measure = vt_measures_find(f->measures, ask->name);
        found.number = measure ? measure->value[site] : NAN;
    } else {
        for (size_t c = 0; c < f->scheme->criteria.n; c++) {
            if (strcmp(f->scheme->criteria.at[c].name, ask->name) == 0) {
                found = (raw){values[c].text, values[c].number, values[c].source};
            }
        }
    }
    return found;
}

/* The parts of a|b|c as words, in a list that the caller frees with its texts. */
typedef VT_ARRAY(char *) words;

static bool split(vt_finder *f, const char *text, words *parts)
{
    for (const char *at = text;; at++) {
        const size_t n = strcspn(at, "|");
        const char *part = vt_arena_text_n(f->arena, at, n);
        char *word = part ? vt_scheme_word(part) : NULL;
        if (!word || !vt_array_push(parts, word)) {
            free(word);
            return false;
        }
        at += n;
        if (!*at) {
            return true;
        }
    }
}

static void drop(words *parts)
{
    for (size_t i = 0; i < parts->n; i++) {
        free(parts->at[i]);
    }
    vt_array_free(parts);
}

/* One of the parts of the text fits one of the words of the question. */
static bool text_is(vt_finder *f, const char *text, const char *wanted)
{
    words parts = {0}, patterns = {0};
    bool is = false;
    f->failed = f->failed || !split(f, text, &parts) || !split(f, wanted, &patterns);
    for (size_t i = 0; !f->failed && i < parts.n; i++) {
        for (size_t k = 0; !is && k < patterns.n; k++) {
            is = vt_scheme_fits(patterns.at[k], parts.at[i]);
        }
    }
    drop(&parts);
    drop(&patterns);
    return is;
}

/* 1 or 0; -1 where it is not known. */
static int answer(vt_finder *f, const vt_scheme_ask *ask, raw found)
{
    double number = found.number;
    if (strcmp(ask->test, "is") == 0) {
        return found.text ? text_is(f, found.text, ask->words) : -1;
    }
    if (found.text && !vt_number_parse_survey(found.text, &number)) {
        number = NAN;
    }
    if (isnan(number)) {
        return -1;
    }
    const bool above = ask->test[0] == '>', equal = ask->test[1] == '=';
    return number == ask->limit ? equal : above ? number > ask->limit : number < ask->limit;
}

/* --- what a text means ------------------------------------------------------------------------------------ */

/* What the scheme calls a word; NULL: it has no name for it. */
static const char *name_of(const vt_criterion *criterion, const char *word)
{
    for (size_t i = 0; i < criterion->values.n; i++) {
        if (vt_scheme_fits(criterion->values.at[i].from, word)) {
            return criterion->values.at[i].to;
        }
    }
    return NULL;
}

static bool is_known(const vt_criterion *criterion, const char *word)
{
    bool known = vt_scheme_row_of_text(criterion, word) != SIZE_MAX;
    for (size_t i = 0; !known && i < criterion->known.n; i++) {
        known = vt_scheme_fits(criterion->known.at[i], word);
    }
    return known;
}

/* Remembers a value that nobody knows, with the nearest that somebody does. */
static void remember(vt_finder *f, const vt_criterion *c, const char *attribute, const char *written)
{
    VT_ARRAY(const char *) names = {0};
    bool worked = true;
    for (size_t i = 0; worked && i < c->values.n; i++) { /* first the words of attributes, then the scheme's own */
        worked = strchr(c->values.at[i].from, '*') || vt_array_push(&names, c->values.at[i].written);
    }
    for (size_t i = 0; worked && i < c->rows.n; i++) {
        worked = c->number || vt_array_push(&names, c->rows.at[i].name);
    }
    const vt_odd_value odd = {attribute, written, worked ? vt_text_nearest(written, names.at, names.n) : NULL};
    f->failed = f->failed || !worked || !vt_array_push(&f->odd, odd);
    vt_array_free(&names);
}

/* What a whole text means: the scheme's name for it, or the text itself. NULL: that nothing is known. *known: somebody
 * knows it. Parts that differ are the criterion's `several`. */
static const char *meaning_of(vt_finder *f, const vt_criterion *c, const char *text, bool *known)
{
    words parts = {0};
    const char *means = NULL;
    f->failed = f->failed || !split(f, text, &parts);
    *known = true;
    for (size_t i = 0; !f->failed && i < parts.n; i++) {
        const char *named = name_of(c, parts.at[i]);
        const char *one = named ? named : parts.n == 1 ? text : vt_arena_text(f->arena, parts.at[i]);
        char *word = one ? vt_scheme_word(one) : NULL;
        f->failed = f->failed || !word;
        if (word && !says_nothing(word)) {
            *known = *known && (named || says_none_found(word) || is_known(c, word));
            const bool differs = means && strcmp(means, one) != 0;
            *known = *known && (!differs || c->several);
            means = differs ? c->several ? c->several : text : one;
        }
        free(word);
    }
    drop(&parts);
    return means;
}

static void settle_text(vt_finder *f, const vt_criterion *c, const char *attribute, const char *text, vt_value *value)
{
    bool known;
    const char *means = meaning_of(f, c, text, &known);
    char *word = means ? vt_scheme_word(means) : NULL;
    if (!word) {
        f->failed = f->failed || means;
        *value = (vt_value){.source = VT_VALUE_MISSING, .number = NAN, .row = SIZE_MAX};
        return;
    }
    value->filled = true;
    value->text = means;
    if (says_none_found(word)) {
        value->text = NULL;
    } else if (!known || c->number) {
        remember(f, c, attribute, text);
    } else {
        value->row = vt_scheme_row_of_text(c, word);
        value->text = value->row == SIZE_MAX ? means : c->rows.at[value->row].name;
    }
    free(word);
}

/* --- one source ------------------------------------------------------------------------------------------- */

static const char *called(const vt_scheme_ask *ask)
{
    return ask->from == VT_FROM_ZONING ? "zoning" : ask->name;
}

/* A source that asks for the value itself. */
static void take(vt_finder *f, const vt_criterion *c, const vt_scheme_source *source, raw found, vt_value *value)
{
    double number = found.number;
    const bool numeric = c->number || !isnan(source->within);
    if (!found.text && isnan(number)) {
        return;
    }
    value->source = found.source;
    if (!numeric || (found.text && !vt_number_parse_survey(found.text, &number))) {
        settle_text(f, c, called(&source->asks[0]), found.text ? found.text : "", value);
        return;
    }
    value->filled = true;
    if (number / source->divisor <= source->within || isnan(source->within)) { /* else searched, nothing found */
        value->number = number / source->divisor;
        value->row = vt_scheme_row_of_number(c, value->number);
    }
}

static void ask_source(vt_finder *f, const vt_criterion *c, const vt_scheme_source *source, size_t site,
                       const vt_value *values, vt_value *value)
{
    raw found = look_up(f, &source->asks[0], site, values);
    if (!*source->asks[0].test) {
        take(f, c, source, found, value);
        return;
    }
    int all = 1;
    vt_value_source from = VT_VALUE_ATTRIBUTE;
    for (size_t i = 0; all == 1 && i < source->n; i++) {
        found = look_up(f, &source->asks[i], site, values);
        found.number /= source->divisor;
        from = found.source == VT_VALUE_MEASURED ? VT_VALUE_MEASURED : from;
        all = answer(f, &source->asks[i], found);
    }
    if (all == 1 || (all == 0 && !source->then)) {
        value->source = from;
        settle_text(f, c, called(&source->asks[0]), source->then ? source->then : all ? "true" : "false", value);
    }
}

bool vt_values_of_site(vt_finder *f, size_t site, vt_value *values)
{
    f->odd.n = 0;
    for (size_t c = 0; !f->failed && c < f->scheme->criteria.n; c++) {
        const vt_criterion *criterion = &f->scheme->criteria.at[c];
        values[c] = (vt_value){.source = VT_VALUE_MISSING, .number = NAN, .row = SIZE_MAX};
        for (size_t i = 0; !f->failed && !values[c].filled && i < criterion->sources.n; i++) {
            values[c] = (vt_value){.source = VT_VALUE_MISSING, .number = NAN, .row = SIZE_MAX};
            ask_source(f, criterion, &criterion->sources.at[i], site, values, &values[c]);
        }
        if (!values[c].filled) {
            values[c].source = VT_VALUE_MISSING;
        }
    }
    return !f->failed;
}
