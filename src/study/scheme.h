/* scheme.h - a scoring scheme: criteria with weights, and how each of their values suits each use.
 *
 * A scheme is YAML, by name one that ships (mutafriches-1.11) or a file of the user; geodata/schemes/README.md shows one.
 *   scheme: name of the scheme and its version, in every row of the result
 *   uses: [a, b…]                order of the scores; a tie of best uses goes to the first
 *   neutral: 0.5                 a score that counts for and against; left out: none does
 *   bands: {Good: 60, Bad: 0}    names of the index, from …
 *   reliability: {of: 30, levels: {Sure: 9, Unsure: 0}}   sum of weights that makes 10; names, from …
 *   criteria: NAME: {weight, unit, from, values, several, known, scores}
 *
 * `from` says where the value comes from, in order: `attribute NAME` (of the site), `measure NAME`, `zoning` (type of most
 * of the ground), `criterion NAME`. Behind it may stand `/ N`, `within N` (farther: searched, nothing found), or a
 * question: `> N`, `>= N`, `< N`, `<= N`, `is WORD|WORD`; several are joined by `and`. A question makes true or false;
 * with `-> VALUE` behind, it makes that value where it is true, and the next source is asked where it is not.
 * `values` renames what is found, the first that fits (`P*`: what begins so); `several` is the value of parts a|b that differ;
 * `known` are values that score nothing. `scores` has a row a category, or a row a band of a number: `<10`, `[10,20)`, `>=20`; one
 * score a use in each. Words compare without case, accents, or a difference of space, - and _. */
#ifndef VT_SCHEME_H
#define VT_SCHEME_H

#include "study/study.h"

enum { VT_MOST_USES = 16 };

typedef struct {
    const char *name; /* as written */
    const char *word; /* of a category, as it is compared */
    double low, high; /* of a band */
    bool low_in, high_in;
    double scores[VT_MOST_USES];
} vt_scheme_row;

typedef enum { VT_FROM_ATTRIBUTE, VT_FROM_MEASURE, VT_FROM_ZONING, VT_FROM_CRITERION } vt_scheme_from;

enum { VT_MOST_ASKS = 4 };

typedef struct {
    vt_scheme_from from;
    const char *name;
    char test[3]; /* ">", "<=", "is"…; "" when it asks for the value itself */
    double limit;
    const char *words; /* of "is": parted by | */
} vt_scheme_ask;

typedef struct {
    vt_scheme_ask asks[VT_MOST_ASKS];
    size_t n;
    double divisor;   /* 1 when none */
    double within;    /* of the divided number; NaN when none */
    const char *then; /* value where all asks are true; NULL */
} vt_scheme_source;

typedef struct {
    const char *from, *to; /* a word, perhaps with * at its end; the value as written */
    const char *written;   /* `from` as written */
} vt_scheme_value;

typedef struct {
    const char *name;
    const char *unit; /* of a number, for the reader; NULL */
    double weight;
    bool number; /* rows are bands */
    VT_ARRAY(vt_scheme_source) sources;
    VT_ARRAY(vt_scheme_value) values;
    const char *several;          /* NULL: parts that differ are an unknown value */
    VT_ARRAY(const char *) known; /* words, perhaps with * at the end */
    VT_ARRAY(vt_scheme_row) rows;
} vt_criterion;

typedef struct {
    const char *name;
    double from;
} vt_scheme_band;

typedef struct {
    const char *name;
    const char *uses[VT_MOST_USES];
    size_t n_uses;
    double neutral;        /* NaN when none */
    double reliability_of; /* weights that make 10 */
    VT_ARRAY(vt_scheme_band) bands;  /* falling */
    VT_ARRAY(vt_scheme_band) levels; /* of reliability, falling */
    VT_ARRAY(vt_criterion) criteria; /* in the order of the file */
    vitrine_study *file; /* owns the texts */
} vt_scheme;

/* Loads friche.scheme. VITRINE_E_INPUT names the file and line of what is wrong. */
vitrine_status vt_scheme_load(vitrine_context *ctx, const vitrine_study *study, vt_scheme **scheme);
void vt_scheme_free(vt_scheme *scheme);

/* The row of a criterion that a value falls under; SIZE_MAX: none does. */
size_t vt_scheme_row_of_number(const vt_criterion *criterion, double number);
size_t vt_scheme_row_of_text(const vt_criterion *criterion, const char *word);

/* The kinds of constraints (family "constraints": measures share_KIND) or places ("places": distance_KIND_m) that the scheme asks for,
 * each once, in its order, at most `most`; returns how many. The texts live in the scheme. */
size_t vt_scheme_kinds(vt_scheme *scheme, const char *family, const char **kinds, size_t most);

/* A text as it is compared: folded, with spaces for - and _. The caller frees it; NULL: out of memory. */
char *vt_scheme_word(const char *text);
/* A word equals the pattern, or begins like one that ends in *. */
bool vt_scheme_fits(const char *pattern, const char *word);

#endif
