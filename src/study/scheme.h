/* scheme.h - a scoring scheme: criteria with weights, and how each of their values suits each use.
 *
 * A scheme is YAML, by name one that ships (mutafriches-1.11) or a file of the user; geodata/schemes/README.md shows one.
 *   scheme: name of the scheme and its version, in every row of the result
 *   uses: [a, b…]                order of the scores; a tie of best uses goes to the first
 *   neutral: 0.5                 a score that counts for and against; left out: none does
 *   bands: {Good: 60, Bad: 0}    names of the index, from …
 *   reliability: {of: 30, levels: {Sure: 9, Unsure: 0}}   sum of weights that makes 10; names, from …
 *   criteria: NAME: {weight, unit, from, values, scores}
 * `from` says where the value comes from, in order: `attribute NAME` (of the site), `measure NAME`, `zoning` (type of most of
 * the ground), `criterion NAME`; behind it `/ N`, `within N` (farther: searched, nothing found) and `> N`, `>= N`, `< N` or
 * `<= N`, which makes true or false. `values` renames what is found. `scores` has a row a category, or a row a band of a
 * number: `<10`, `[10,20)`, `>=20`; one score a use in each. */
#ifndef VT_SCHEME_H
#define VT_SCHEME_H

#include "study/study.h"

enum { VT_MOST_USES = 16 };

typedef struct {
    const char *name; /* the category, folded; the band as written */
    double low, high; /* of a band */
    bool low_in, high_in;
    double scores[VT_MOST_USES];
} vt_scheme_row;

typedef enum { VT_FROM_ATTRIBUTE, VT_FROM_MEASURE, VT_FROM_ZONING, VT_FROM_CRITERION } vt_scheme_from;

typedef struct {
    vt_scheme_from from;
    const char *name;
    double divisor; /* 1 when none */
    double within;  /* of the divided number; NaN when none */
    char test[3];   /* ">", "<=" …; "" when none */
    double limit;
} vt_scheme_source;

typedef struct {
    const char *from, *to; /* folded; the value as written */
} vt_scheme_value;

typedef struct {
    const char *name;
    const char *unit; /* of a number, for the reader; NULL */
    double weight;
    bool number; /* rows are bands */
    VT_ARRAY(vt_scheme_source) sources;
    VT_ARRAY(vt_scheme_value) values;
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
size_t vt_scheme_row_of_text(const vt_criterion *criterion, const char *folded);

#endif
