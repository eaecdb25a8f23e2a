/* scheme_source.c - see scheme_source.h. */
#include "study/scheme_source.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

char *vt_scheme_word(const char *text)
{
    char *word = vt_text_fold(text);
    for (char *c = word; c && *c; c++) {
        *c = *c == '-' || *c == '_' ? ' ' : *c;
    }
    return word;
}

bool vt_scheme_fits(const char *pattern, const char *word)
{
    const size_t n = strlen(pattern);
    return n && pattern[n - 1] == '*' ? strncmp(pattern, word, n - 1) == 0 : strcmp(pattern, word) == 0;
}

static bool is_one_of(const char *word, const char *const *words, size_t n, size_t *which)
{
    for (*which = 0; *which < n && strcmp(words[*which], word) != 0;) {
        ++*which;
    }
    return *which < n;
}

/* `attribute NAME`, `measure NAME`, `zoning` or `criterion NAME`, begun by `word`. */
static bool parse_ask(const char *word, char **rest, vt_scheme_ask *ask)
{
    static const char *const kinds[] = {"attribute", "measure", "zoning", "criterion"};
    size_t kind;
    *ask = (vt_scheme_ask){.limit = NAN};
    if (!word || !is_one_of(word, kinds, 4, &kind)) {
        return false;
    }
    ask->from = (vt_scheme_from)kind;
    ask->name = ask->from == VT_FROM_ZONING ? "" : strtok_r(NULL, " ", rest);
    return ask->name != NULL;
}

/* What stands behind a name: a word and what belongs to it. */
static bool parse_rest(const char *word, char **rest, vt_scheme_source *source)
{
    static const char *const tests[] = {">", ">=", "<", "<=", "is"};
    vt_scheme_ask *ask = &source->asks[source->n - 1];
    const char *value = strtok_r(NULL, " ", rest);
    size_t test;
    if (!value) {
        return false;
    }
    if (strcmp(word, "/") == 0) {
        return vt_number_parse(value, &source->divisor) && source->divisor > 0;
    }
    if (strcmp(word, "within") == 0) {
        return vt_number_parse(value, &source->within);
    }
    if (strcmp(word, "and") == 0) {
        return source->n < VT_MOST_ASKS && *ask->test && parse_ask(value, rest, &source->asks[source->n++]);
    }
    if (strcmp(word, "->") == 0) {
        source->then = value;
        return *ask->test && !strtok_r(NULL, " ", rest);
    }
    if (*ask->test || !is_one_of(word, tests, 5, &test)) {
        return false;
    }
    snprintf(ask->test, sizeof ask->test, "%s", word);
    ask->words = value;
    return strcmp(word, "is") == 0 || vt_number_parse(value, &ask->limit);
}

static bool is_measure(const char *name)
{
    static const char *const names[] = {"area_m2", "built_m2", "built_coverage", "parcels", "parcels_touching", "owners",
                                        "compactness", "widest_m", "artificial_share"};
    size_t which;
    return is_one_of(name, names, sizeof names / sizeof *names, &which) || strncmp(name, "share_", 6) == 0 ||
           strncmp(name, "distance_", 9) == 0;
}

/* The kind that a measure speaks of; NULL where it is none of the family's. */
static const char *kind_of_measure(vt_arena *arena, const char *name, bool places)
{
    static const char *const others[] = {"share_centre", "share_zones"}; /* of layers that have no kind */
    const char *head = places ? "distance_" : "share_", *kind = name + strlen(head);
    size_t which;
    if (strncmp(name, head, strlen(head)) != 0 || strncmp(name, "share_zoning_", 13) == 0 || is_one_of(name, others, 2, &which)) {
        return NULL;
    }
    const size_t n = strlen(kind), tail = places && n > 2 && strcmp(kind + n - 2, "_m") == 0 ? 2 : 0;
    return vt_arena_text_n(arena, kind, n - tail);
}

static size_t add_kind(const char **kinds, size_t n, size_t most, const char *kind)
{
    size_t which;
    if (kind && n < most && !is_one_of(kind, kinds, n, &which)) {
        kinds[n++] = kind;
    }
    return n;
}

size_t vt_scheme_kinds(vt_scheme *scheme, const char *family, const char **kinds, size_t most)
{
    const bool places = strcmp(family, "places") == 0;
    size_t n = 0;
    for (size_t c = 0; c < scheme->criteria.n; c++) {
        for (size_t k = 0; k < scheme->criteria.at[c].sources.n; k++) {
            const vt_scheme_source *source = &scheme->criteria.at[c].sources.at[k];
            for (size_t a = 0; a < source->n; a++) {
                const bool measure = source->asks[a].from == VT_FROM_MEASURE;
                n = add_kind(kinds, n, most, measure ? kind_of_measure(&scheme->file->arena, source->asks[a].name, places) : NULL);
            }
        }
    }
    return n;
}

const char *vt_scheme_parse_source(vt_arena *arena, const char *text, vt_scheme_source *source)
{
    *source = (vt_scheme_source){.n = 1, .divisor = 1, .within = NAN};
    char *copy = vt_arena_text(arena, text), *rest = NULL;
    const char *word = copy ? strtok_r(copy, " ", &rest) : NULL;
    if (!parse_ask(word, &rest, &source->asks[0])) {
        return _("begin with attribute, measure, zoning or criterion");
    }
    bool good = true;
    while (good && (word = strtok_r(NULL, " ", &rest))) {
        good = parse_rest(word, &rest, source);
    }
    for (size_t i = 0; i < source->n; i++) {
        if (source->asks[i].from == VT_FROM_MEASURE && !is_measure(source->asks[i].name)) {
            return _("no such measure; there are area_m2, built_m2, built_coverage, parcels, parcels_touching, owners, "
                     "compactness, widest_m, artificial_share, share_KIND, share_zoning_TYPE and distance_KIND_m");
        }
    }
    return good && (source->n == 1 || *source->asks[source->n - 1].test)
               ? NULL
               : _("write it as `measure NAME / 1000 within 15`, `criterion NAME > 20` or "
                   "`attribute NAME is a|b and measure NAME > 0 -> VALUE`");
}
