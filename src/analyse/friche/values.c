/* values.c - see values.h. */
#include "analyse/friche/values.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

/* A value before the scheme has named it. */
typedef struct {
    bool known;
    const char *text; /* NULL: a number */
    double number;
    vt_value_source source;
} raw;

static bool says_nothing(const char *folded)
{
    static const char *const words[] = {"", "na", "nan", "n/a", "inconnu", "inconnue", "sans objet", "ne-sait-pas", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(folded, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

static raw look_up(const vt_scheme *scheme, const vt_scheme_source *from, const vt_layer *sites, const vt_measures *measures,
                   size_t site, const vt_value *values)
{
    raw found = {.number = NAN, .source = VT_VALUE_MEASURED};
    if (from->from == VT_FROM_ATTRIBUTE) {
        found.text = vt_layer_text(sites, from->name, site);
        found.source = VT_VALUE_ATTRIBUTE;
    } else if (from->from == VT_FROM_ZONING) {
        found.text = measures->zoning ? measures->zoning[site] : NULL;
    } else if (from->from == VT_FROM_MEASURE) {
        const vt_measure *measured = vt_measures_find(measures, from->name);
        found.number = measured ? measured->value[site] : NAN;
    } else {
        for (size_t c = 0; c < scheme->criteria.n; c++) {
            if (strcmp(scheme->criteria.at[c].name, from->name) == 0) {
                found.number = values[c].number;
                found.text = values[c].text;
                found.source = values[c].source;
            }
        }
    }
    found.known = found.text || !isnan(found.number);
    return found;
}

static bool passes(const vt_scheme_source *from, double number)
{
    const bool above = from->test[0] == '>', equal = from->test[1] == '=';
    return number == from->limit ? equal : above ? number > from->limit : number < from->limit;
}

/* What the scheme calls a folded text; NULL when it has no name for it. */
static const char *name_of(const vt_criterion *criterion, const char *folded)
{
    for (size_t i = 0; i < criterion->values.n; i++) {
        if (strcmp(criterion->values.at[i].from, folded) == 0) {
            return criterion->values.at[i].to;
        }
    }
    return NULL;
}

/* Names the value as the scheme does, and finds its row. */
static bool settle(const vt_criterion *criterion, const vt_scheme_source *from, raw found, vt_value *value)
{
    char *folded = found.text ? vt_text_fold(found.text) : NULL;
    if (found.text && !folded) {
        return false;
    }
    if (folded && says_nothing(folded) && !name_of(criterion, folded)) {
        free(folded);
        return true;
    }
    const bool wants_number = criterion->number || from->test[0] || !isnan(from->within);
    if (folded && wants_number && vt_number_parse_survey(folded, &found.number)) {
        found.text = NULL;
    }
    value->filled = true;
    value->source = found.source;
    if (!found.text && wants_number) {
        const double number = found.number / from->divisor;
        if (number > from->within) { /* searched, nothing found */
            free(folded);
            return true;
        }
        found.text = from->test[0] ? (passes(from, number) ? "true" : "false") : NULL;
        value->number = found.text ? NAN : number;
    }
    free(folded);
    if (found.text) {
        folded = vt_text_fold(found.text);
        const char *named = folded ? name_of(criterion, folded) : NULL;
        value->text = named ? named : found.text;
        free(folded);
        folded = vt_text_fold(value->text);
        if (!folded) {
            return false;
        }
        if (says_nothing(folded)) {
            *value = (vt_value){.source = VT_VALUE_MISSING, .number = NAN, .row = SIZE_MAX};
        } else if (!criterion->number) {
            value->row = vt_scheme_row_of_text(criterion, folded);
        }
        free(folded);
    } else if (criterion->number) {
        value->row = vt_scheme_row_of_number(criterion, value->number);
    }
    return true;
}

bool vt_values_of_site(const vt_scheme *scheme, const vt_layer *sites, const vt_measures *measures, size_t site,
                       vt_value *values)
{
    bool worked = true;
    for (size_t c = 0; worked && c < scheme->criteria.n; c++) {
        const vt_criterion *criterion = &scheme->criteria.at[c];
        values[c] = (vt_value){.source = VT_VALUE_MISSING, .number = NAN, .row = SIZE_MAX};
        for (size_t i = 0; worked && !values[c].filled && i < criterion->sources.n; i++) {
            const raw found = look_up(scheme, &criterion->sources.at[i], sites, measures, site, values);
            worked = !found.known || settle(criterion, &criterion->sources.at[i], found, &values[c]);
        }
    }
    return worked;
}
