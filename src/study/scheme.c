/* scheme.c - see scheme.h. */
#include "study/scheme.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/number.h"
#include "base/text.h"
#include "embedded.h"
#include "study/scheme_source.h"

typedef struct {
    vitrine_context *ctx;
    vt_scheme *scheme;
} loader;

static vitrine_status wrong(const loader *l, const vt_entry *entry, const char *what)
{
    return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: scheme: %s: %s"), entry->origin, entry->key, what);
}

/* What stands behind `prefix` in the key; NULL when the key begins otherwise. */
static const char *below(const vt_entry *entry, const char *prefix)
{
    const size_t n = strlen(prefix);
    return strncmp(entry->key, prefix, n) == 0 ? entry->key + n : NULL;
}

static const char *word_of(const loader *l, const char *text)
{
    char *word = vt_scheme_word(text);
    const char *kept = word ? vt_arena_text(&l->scheme->file->arena, word) : NULL;
    free(word);
    return kept;
}

static bool one_number(const vt_entry *entry, double *number)
{
    return entry->n == 1 && !entry->list && vt_number_parse(entry->values[0], number);
}

/* --- rows ------------------------------------------------------------------------------------------------- */

/* "<10", ">=5", "[1,2)": a band, else a category. */
static bool parse_band(const char *text, vt_scheme_row *row)
{
    char number[64];
    *row = (vt_scheme_row){.name = text, .low = -INFINITY, .high = INFINITY};
    if (*text == '<' || *text == '>') {
        const bool equal = text[1] == '=';
        double *bound = *text == '<' ? &row->high : &row->low;
        *(*text == '<' ? &row->high_in : &row->low_in) = equal;
        return vt_number_parse(text + 1 + equal, bound);
    }
    const size_t n = strlen(text), comma = strcspn(text, ",");
    if ((*text != '[' && *text != '(') || comma == n || n >= sizeof number || !strchr("])", text[n - 1])) {
        return false;
    }
    row->low_in = *text == '[';
    row->high_in = text[n - 1] == ']';
    snprintf(number, sizeof number, "%.*s", (int)(comma - 1), text + 1);
    const bool low = vt_number_parse(number, &row->low);
    snprintf(number, sizeof number, "%.*s", (int)(n - comma - 2), text + comma + 1);
    return low && vt_number_parse(number, &row->high) && row->low <= row->high;
}

static bool bands_meet(const vt_scheme_row *a, const vt_scheme_row *b)
{
    const vt_scheme_row *first = a->low < b->low || (a->low == b->low && a->low_in) ? a : b, *next = first == a ? b : a;
    return first->high > next->low || (first->high == next->low && first->high_in && next->low_in);
}

static vitrine_status add_row(loader *l, vt_criterion *criterion, const vt_entry *entry, const char *name)
{
    vt_scheme_row row;
    const bool band = parse_band(name, &row);
    if (criterion->rows.n && band != criterion->number) {
        return wrong(l, entry, _("bands and categories do not mix"));
    }
    criterion->number = band;
    row.word = word_of(l, name);
    if (!row.word) {
        return vt_no_memory(l->ctx);
    }
    if (entry->n != l->scheme->n_uses) {
        return wrong(l, entry, _("give one score for each of the uses"));
    }
    for (size_t i = 0; i < entry->n; i++) {
        if (!vt_number_parse(entry->values[i], &row.scores[i])) {
            return wrong(l, entry, _("a score is a number"));
        }
    }
    for (size_t i = 0; i < criterion->rows.n; i++) {
        const vt_scheme_row *other = &criterion->rows.at[i];
        if (band ? bands_meet(&row, other) : strcmp(row.word, other->word) == 0) {
            return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: scheme: %s: overlaps \"%s\""), entry->origin, entry->key, other->name);
        }
    }
    return vt_array_push(&criterion->rows, row) ? VITRINE_OK : vt_no_memory(l->ctx);
}

/* --- keys ------------------------------------------------------------------------------------------------- */

static vt_criterion *criterion_of(loader *l, const char *key)
{
    const size_t n = strcspn(key, ".");
    for (size_t i = 0; i < l->scheme->criteria.n; i++) {
        if (strlen(l->scheme->criteria.at[i].name) == n && strncmp(l->scheme->criteria.at[i].name, key, n) == 0) {
            return &l->scheme->criteria.at[i];
        }
    }
    const vt_criterion fresh = {.name = vt_arena_text_n(&l->scheme->file->arena, key, n), .weight = NAN};
    return fresh.name && vt_array_push(&l->scheme->criteria, fresh) ? &l->scheme->criteria.at[l->scheme->criteria.n - 1] : NULL;
}

static vitrine_status add_source(loader *l, vt_criterion *criterion, const vt_entry *entry, const char *text)
{
    vt_scheme_source source;
    const char *why = vt_scheme_parse_source(&l->scheme->file->arena, text, &source);
    return why                                           ? wrong(l, entry, why)
           : vt_array_push(&criterion->sources, source) ? VITRINE_OK
                                                         : vt_no_memory(l->ctx);
}

static vitrine_status read_criterion(loader *l, const vt_entry *entry, const char *key)
{
    vt_criterion *criterion = criterion_of(l, key);
    const char *field = key + strcspn(key, ".");
    if (!criterion) {
        return vt_no_memory(l->ctx);
    }
    if (strcmp(field, ".weight") == 0) {
        return one_number(entry, &criterion->weight) && criterion->weight > 0 && isfinite(criterion->weight)
                   ? VITRINE_OK
                   : wrong(l, entry, _("a weight is a number above 0"));
    }
    if (strcmp(field, ".unit") == 0 && entry->n == 1) {
        criterion->unit = entry->values[0];
        return VITRINE_OK;
    }
    if (strcmp(field, ".from") == 0) {
        vitrine_status status = VITRINE_OK;
        for (size_t i = 0; !status && i < entry->n; i++) {
            status = add_source(l, criterion, entry, entry->values[i]);
        }
        return status;
    }
    if (strcmp(field, ".several") == 0 && entry->n == 1) {
        criterion->several = entry->values[0];
        return VITRINE_OK;
    }
    if (strcmp(field, ".known") == 0) {
        bool worked = true;
        for (size_t i = 0; worked && i < entry->n; i++) {
            const char *word = word_of(l, entry->values[i]);
            worked = word && vt_array_push(&criterion->known, word);
        }
        return worked ? VITRINE_OK : vt_no_memory(l->ctx);
    }
    if (strncmp(field, ".values.", 8) == 0 && entry->n == 1) {
        const vt_scheme_value value = {word_of(l, field + 8), entry->values[0], field + 8};
        return value.from && vt_array_push(&criterion->values, value) ? VITRINE_OK : vt_no_memory(l->ctx);
    }
    if (strncmp(field, ".scores.", 8) == 0) {
        return add_row(l, criterion, entry, field + 8);
    }
    return wrong(l, entry, _("a criterion has weight, unit, from, values, several, known and scores"));
}

static int by_from(const void *a, const void *b)
{
    const vt_scheme_band *x = a, *y = b;
    return (x->from < y->from) - (x->from > y->from);
}

static vitrine_status read_entry(loader *l, const vt_entry *entry)
{
    vt_scheme *s = l->scheme;
    const char *key = below(entry, "criteria.");
    vt_scheme_band band = {0};
    if (key) {
        return read_criterion(l, entry, key);
    }
    if (strcmp(entry->key, "scheme") == 0 && entry->n == 1) {
        s->name = entry->values[0];
        return VITRINE_OK;
    }
    if (strcmp(entry->key, "title") == 0 || below(entry, "source")) {
        return VITRINE_OK;
    }
    if (strcmp(entry->key, "uses") == 0) { /* read before all others */
        return VITRINE_OK;
    }
    if (strcmp(entry->key, "neutral") == 0) {
        return one_number(entry, &s->neutral) ? VITRINE_OK : wrong(l, entry, _("not a number"));
    }
    if (strcmp(entry->key, "reliability.of") == 0) {
        return one_number(entry, &s->reliability_of) && s->reliability_of > 0 ? VITRINE_OK : wrong(l, entry, _("give a number above 0"));
    }
    band.name = below(entry, "bands.");
    const bool of_index = band.name != NULL;
    band.name = of_index ? band.name : below(entry, "reliability.levels.");
    if (!band.name) {
        return wrong(l, entry, _("a scheme has scheme, title, source, uses, neutral, bands, reliability and criteria"));
    }
    if (!one_number(entry, &band.from)) {
        return wrong(l, entry, _("not a number"));
    }
    return (of_index ? vt_array_push(&s->bands, band) : vt_array_push(&s->levels, band)) ? VITRINE_OK : vt_no_memory(l->ctx);
}

static vitrine_status read_uses(loader *l)
{
    const vt_entry *uses = vt_study_entry(l->scheme->file, "uses");
    const vt_entry *first = l->scheme->file->entries.n ? &l->scheme->file->entries.at[0] : NULL;
    if (!uses || !uses->n || uses->n > VT_MOST_USES) {
        return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: scheme: give 1 to %d uses as a list"),
                       uses ? uses->origin : first ? first->origin : "friche.scheme", VT_MOST_USES);
    }
    for (size_t i = 0; i < uses->n; i++) {
        l->scheme->uses[l->scheme->n_uses++] = uses->values[i];
        for (size_t j = 0; j < i; j++) {
            if (strcmp(uses->values[i], uses->values[j]) == 0) {
                return wrong(l, uses, _("a use stands twice"));
            }
        }
        if (!*uses->values[i] || strspn(uses->values[i], "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(uses->values[i])) {
            return wrong(l, uses, _("a use is written in small letters, digits and _: it names a column"));
        }
    }
    return VITRINE_OK;
}

/* A criterion that the i-th one asks for, but that does not stand before it (so that there is no circle); NULL. */
static const char *unknown_criterion(const vt_scheme *s, size_t i)
{
    const vt_criterion *c = &s->criteria.at[i];
    for (size_t k = 0; k < c->sources.n; k++) {
        for (size_t a = 0; a < c->sources.at[k].n; a++) {
            const vt_scheme_ask *ask = &c->sources.at[k].asks[a];
            bool known = ask->from != VT_FROM_CRITERION;
            for (size_t j = 0; j < i; j++) {
                known = known || strcmp(s->criteria.at[j].name, ask->name) == 0;
            }
            if (!known) {
                return ask->name;
            }
        }
    }
    return NULL;
}

/* What can only be told at the end. */
static vitrine_status check_whole(loader *l)
{
    const vt_scheme *s = l->scheme;
    const char *origin = s->file->entries.at[0].origin;
    if (!s->name || !s->criteria.n) {
        return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: scheme: needs scheme (its name) and criteria"), origin);
    }
    double weights = 0;
    for (size_t i = 0; i < s->criteria.n; i++) {
        const vt_criterion *c = &s->criteria.at[i];
        if (isnan(c->weight) || !c->rows.n) {
            return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: scheme: criteria.%s: needs weight and scores"), origin, c->name);
        }
        const char *unknown = unknown_criterion(s, i);
        if (unknown) {
            return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: scheme: criteria.%s.from: no criterion %s stands before it"),
                           origin, c->name, unknown);
        }
        weights += c->weight;
    }
    l->scheme->reliability_of = s->reliability_of > 0 ? s->reliability_of : weights;
    return VITRINE_OK;
}

/* Neither a scheme that ships nor a file. */
static vitrine_status no_scheme(const loader *l, const vitrine_study *study, const char *name)
{
    static const char *const shipped[] = {"mutafriches-1.11"};
    const char *origin = vt_study_origin(study, "friche.scheme"), *near = strchr(name, '/') ? NULL : vt_text_nearest(name, shipped, 1);
    return near ? vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: friche.scheme: no scheme and no file \"%s\"; did you mean %s? Else give the path of a scheme file"), origin, name, near)
                : vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: friche.scheme: no scheme and no file \"%s\"; give %s, or the path of a scheme file"), origin, name, shipped[0]);
}

static vitrine_status load_file(loader *l, const vitrine_study *study, const char *name)
{
    char path[300];
    snprintf(path, sizeof path, "schemes/%s.yaml", name);
    const char *text = vt_embedded_find(path);
    vitrine_status status = vitrine_study_new(l->ctx, &l->scheme->file);
    if (!status && text) {
        return vt_study_parse_preset(l->ctx, l->scheme->file, text, name);
    }
    const char *place = status ? NULL : vt_arena_printf(&l->scheme->file->arena, "%s%s", *name == '/' ? "" : study->folder, name);
    if (place && access(place, F_OK) != 0) {
        return no_scheme(l, study, name);
    }
    return status ? status : place ? vt_study_parse_file(l->ctx, l->scheme->file, place) : vt_no_memory(l->ctx);
}

vitrine_status vt_scheme_load(vitrine_context *ctx, const vitrine_study *study, vt_scheme **scheme)
{
    *scheme = calloc(1, sizeof **scheme);
    if (!*scheme) {
        return vt_no_memory(ctx);
    }
    loader l = {ctx, *scheme};
    (*scheme)->neutral = NAN;
    vitrine_status status = load_file(&l, study, vitrine_study_get(study, "friche.scheme"));
    if (!status) {
        status = read_uses(&l);
    }
    for (size_t i = 0; !status && i < (*scheme)->file->entries.n; i++) {
        status = read_entry(&l, &(*scheme)->file->entries.at[i]);
    }
    if (!status) {
        status = check_whole(&l);
    }
    if (status) {
        vt_scheme_free(*scheme);
        *scheme = NULL;
        return status;
    }
    if ((*scheme)->bands.n) {
        qsort((*scheme)->bands.at, (*scheme)->bands.n, sizeof *(*scheme)->bands.at, by_from);
    }
    if ((*scheme)->levels.n) {
        qsort((*scheme)->levels.at, (*scheme)->levels.n, sizeof *(*scheme)->levels.at, by_from);
    }
    return VITRINE_OK;
}

void vt_scheme_free(vt_scheme *scheme)
{
    if (scheme) {
        for (size_t i = 0; i < scheme->criteria.n; i++) {
            vt_array_free(&scheme->criteria.at[i].sources);
            vt_array_free(&scheme->criteria.at[i].values);
            vt_array_free(&scheme->criteria.at[i].known);
            vt_array_free(&scheme->criteria.at[i].rows);
        }
        vt_array_free(&scheme->criteria);
        vt_array_free(&scheme->bands);
        vt_array_free(&scheme->levels);
        vitrine_study_free(scheme->file);
        free(scheme);
    }
}

size_t vt_scheme_row_of_number(const vt_criterion *criterion, double number)
{
    for (size_t i = 0; i < criterion->rows.n; i++) {
        const vt_scheme_row *row = &criterion->rows.at[i];
        if ((number > row->low || (row->low_in && number == row->low)) && (number < row->high || (row->high_in && number == row->high))) {
            return i;
        }
    }
    return SIZE_MAX;
}

size_t vt_scheme_row_of_text(const vt_criterion *criterion, const char *text)
{
    size_t i = 0;
    while (i < criterion->rows.n && strcmp(criterion->rows.at[i].word, text) != 0) {
        i++;
    }
    return i < criterion->rows.n ? i : SIZE_MAX;
}
