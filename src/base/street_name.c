/* street_name.c - see street_name.h. One table a kind of word; add a word there. */
#include "base/street_name.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

typedef struct {
    const char *written, *meant;
} entry;

/* First word of a French name. La Poste's and the cadastre's abbreviations. */
static const entry first_types[] = {
    {"all", "allee"},       {"allee", "allee"},         {"allees", "allee"},      {"av", "avenue"},
    {"ave", "avenue"},      {"avenue", "avenue"},       {"bd", "boulevard"},      {"bld", "boulevard"},
    {"blvd", "boulevard"},  {"boul", "boulevard"},      {"boulevard", "boulevard"}, {"bvd", "boulevard"},
    {"ch", "chemin"},       {"che", "chemin"},          {"chem", "chemin"},       {"chemin", "chemin"},
    {"cite", "cite"},       {"cours", "cours"},         {"crs", "cours"},         {"esp", "esplanade"},
    {"esplanade", "esplanade"}, {"faubourg", "faubourg"}, {"fbg", "faubourg"},    {"fg", "faubourg"},
    {"galerie", "galerie"}, {"imp", "impasse"},         {"impasse", "impasse"},   {"mail", "mail"},
    {"montee", "montee"},   {"mte", "montee"},          {"pas", "passage"},       {"pass", "passage"},
    {"passage", "passage"}, {"pl", "place"},            {"place", "place"},       {"placette", "placette"},
    {"prom", "promenade"},  {"promenade", "promenade"}, {"psg", "passage"},       {"quai", "quai"},
    {"r", "rue"},           {"rte", "route"},           {"route", "route"},       {"rue", "rue"},
    {"ruelle", "ruelle"},   {"sen", "sentier"},         {"sentier", "sentier"},   {"sq", "square"},
    {"square", "square"},   {"trav", "traverse"},       {"traverse", "traverse"}, {"venelle", "venelle"},
    {"voie", "voie"},
};

/* Last word of an English name. */
static const entry last_types[] = {
    {"alley", "alley"},      {"av", "avenue"},      {"ave", "avenue"},         {"avenue", "avenue"},
    {"blvd", "boulevard"},   {"boulevard", "boulevard"}, {"cir", "circle"},    {"circle", "circle"},
    {"court", "court"},      {"cres", "crescent"},  {"crescent", "crescent"},  {"ct", "court"},
    {"dr", "drive"},         {"drive", "drive"},    {"highway", "highway"},    {"hwy", "highway"},
    {"lane", "lane"},        {"ln", "lane"},        {"mews", "mews"},          {"parkway", "parkway"},
    {"pkwy", "parkway"},     {"pl", "place"},       {"place", "place"},        {"rd", "road"},
    {"road", "road"},        {"sq", "square"},      {"square", "square"},      {"st", "street"},
    {"street", "street"},    {"ter", "terrace"},    {"terrace", "terrace"},    {"way", "way"},
};

/* Any word but the type. */
static const entry titles[] = {
    {"cdt", "commandant"}, {"col", "colonel"},     {"doctor", "docteur"}, {"dr", "docteur"},
    {"fbg", "faubourg"},   {"fg", "faubourg"},     {"gal", "general"},    {"lt", "lieutenant"},
    {"mal", "marechal"},   {"mgr", "monseigneur"}, {"pdt", "president"},  {"prof", "professeur"},
    {"st", "saint"},       {"ste", "sainte"},      {"sts", "saints"},
};

static const entry directions[] = {
    {"e", "east"},       {"n", "north"},     {"ne", "northeast"}, {"nw", "northwest"},
    {"s", "south"},      {"se", "southeast"}, {"sw", "southwest"}, {"w", "west"},
};

static const entry articles[] = {
    {"au", ""}, {"aux", ""}, {"d", ""},  {"de", ""},  {"des", ""}, {"du", ""},
    {"l", ""},  {"la", ""},  {"le", ""}, {"les", ""}, {"of", ""},  {"the", ""},
};

#define LOOK_UP(table, text) look_up(table, sizeof table / sizeof *(table), text)

static const char *look_up(const entry *table, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(table[i].written, text) == 0) {
            return table[i].meant;
        }
    }
    return NULL;
}

/* 4th, 1er, 2e, 3ème (folded) → 4, 1, 2, 3 */
static void cut_ordinal(char *text)
{
    static const char *const endings[] = {"er", "ere", "re", "e", "eme", "ieme", "nd", "nde", "st", "rd", "th"};
    const size_t digits = strspn(text, "0123456789");
    for (size_t i = 0; digits && i < sizeof endings / sizeof *endings; i++) {
        if (strcmp(text + digits, endings[i]) == 0) {
            text[digits] = '\0';
            return;
        }
    }
}

static bool is_separator(char c)
{
    return c && strchr(" -'.,;:/()\"_", c);
}

enum { MOST_WORDS = 32 };

static size_t split(char *text, char *words[MOST_WORDS])
{
    size_t n = 0;
    for (char *at = text; *at && n < MOST_WORDS;) {
        while (is_separator(*at)) {
            *at++ = '\0';
        }
        if (*at) {
            words[n++] = at;
        }
        while (*at && !is_separator(*at)) {
            at++;
        }
    }
    return n;
}

static char *join(vt_arena *arena, const char *const *words, size_t n, size_t without)
{
    size_t room = 1;
    for (size_t i = 0; i < n; i++) {
        room += strlen(words[i]) + 1;
    }
    char *text = vt_arena_alloc(arena, room);
    char *at = text;
    for (size_t i = 0; text && i < n; i++) {
        if (i != without && *words[i]) {
            at = at == text ? at : (*at = ' ', at + 1);
            at = stpcpy(at, words[i]);
        }
    }
    return text;
}

bool vt_street_name_parse(vt_arena *arena, const char *text, vt_street_name *name)
{
    char *folded = vt_text_fold(text);
    if (!folded) {
        return false;
    }
    char *raw[MOST_WORDS];
    const char *words[MOST_WORDS];
    const size_t n = split(folded, raw);
    size_t type = SIZE_MAX;
    const char *meant;
    for (size_t i = 0; i < n; i++) {
        cut_ordinal(raw[i]);
        words[i] = raw[i];
    }
    size_t last = n; /* the last word that is no direction */
    if (n > 1 && (meant = LOOK_UP(directions, words[n - 1]))) {
        words[n - 1] = meant;
        last = n - 1;
    }
    if (n > 1 && (meant = LOOK_UP(first_types, words[0]))) {
        words[0] = meant;
        type = 0;
    } else if (last > 1 && (meant = LOOK_UP(last_types, words[last - 1]))) {
        words[last - 1] = meant;
        type = last - 1;
    }
    if (n > 1 && type != 0 && (meant = LOOK_UP(directions, words[0]))) {
        words[0] = meant;
    }
    for (size_t i = 0; i < n; i++) {
        if (i != type && (meant = LOOK_UP(titles, words[i]))) {
            words[i] = meant;
        } else if (i != type && i + 1 < n && LOOK_UP(articles, words[i])) {
            words[i] = "";
        }
    }
    const bool typed = type != SIZE_MAX;
    name->type = typed ? vt_arena_text(arena, words[type]) : NULL;
    name->key = join(arena, words, n, SIZE_MAX);
    name->rest = typed ? join(arena, words, n, type) : name->key;
    free(folded);
    return name->key && name->rest && (name->type || !typed);
}

bool vt_street_name_lacks_type(const vt_street_name *written, const vt_street_name *street)
{
    return !written->type && street->type && *written->key && strcmp(written->key, street->rest) == 0;
}

/* A direction, or a Roman number: words that one letter makes another street. */
static bool is_telling(const char *word, size_t n)
{
    for (size_t i = 0; i < sizeof directions / sizeof *directions; i++) {
        if (strlen(directions[i].meant) == n && strncmp(directions[i].meant, word, n) == 0) {
            return true;
        }
    }
    return strspn(word, "ivxlc") >= n;
}

/* Moves behind the next such word; its begin and length, NULL when there is none. */
static const char *next_telling(const char **at, size_t *length)
{
    while (**at) {
        const char *word = *at;
        *length = strcspn(word, " ");
        *at += *length + (word[*length] == ' ');
        if (is_telling(word, *length)) {
            return word;
        }
    }
    *length = 0;
    return NULL;
}

static bool same_telling_words(const char *a, const char *b)
{
    for (;;) {
        size_t n, m;
        const char *x = next_telling(&a, &n), *y = next_telling(&b, &m);
        if (!x || !y) {
            return x == y;
        }
        if (n != m || strncmp(x, y, n) != 0) {
            return false;
        }
    }
}

/* Moves to the next run of digits; its length, 0 at the end. */
static size_t next_digits(const char **at)
{
    *at += strcspn(*at, "0123456789");
    return strspn(*at, "0123456789");
}

static bool same_numbers(const char *a, const char *b)
{
    for (;;) {
        const size_t n = next_digits(&a), m = next_digits(&b);
        if (n != m || strncmp(a, b, n) != 0) {
            return false;
        }
        if (n == 0) {
            return true;
        }
        a += n;
        b += m;
    }
}

double vt_street_name_similarity(const vt_street_name *a, const vt_street_name *b)
{
    const bool other_type = a->type && b->type && strcmp(a->type, b->type) != 0;
    return other_type || !same_numbers(a->key, b->key) || !same_telling_words(a->key, b->key)
               ? 0
               : vt_text_similarity(a->key, b->key);
}
