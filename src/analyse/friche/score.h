/* score.h - how a site suits the uses of a scheme.
 *
 * Points of a criterion for a use are score × weight. A positive score is an advantage, a negative one a constraint, the
 * scheme's neutral one both (Mutafriches: a neutral 0.5 counts 0.5·w on either side). Index = advantages / (advantages +
 * constraints) × 100, to one decimal, halves up; NaN where nothing was scored. A missing value, and one that no row of
 * the scheme has, is left out of the score; the latter still counts as filled. Reliability = weight of the filled
 * criteria / weights of the scheme × 10, to the half. */
#ifndef VT_SCORE_H
#define VT_SCORE_H

#include "study/scheme.h"

typedef enum { VT_VALUE_MEASURED, VT_VALUE_ATTRIBUTE, VT_VALUE_MISSING } vt_value_source;
extern const char *const vt_value_sources[]; /* measured, attribute, missing */

/* What is known of one criterion at one site. */
typedef struct {
    vt_value_source source;
    bool filled;      /* known, or searched and nothing found */
    const char *text; /* the value, as the scheme names it; NULL for a number, or none */
    double number;    /* NaN for a text, or none */
    size_t row;       /* of the scheme; SIZE_MAX: not scored */
} vt_value;

typedef struct {
    double index[VT_MOST_USES]; /* 0..100; NaN: nothing scored */
    size_t best;                /* use of the highest index, the first of equals; SIZE_MAX */
    double reliability;         /* 0..10 */
} vt_score;

/* Points of one criterion and use: what it gives and what it costs, both ≥ 0. */
void vt_score_points(const vt_scheme *scheme, size_t criterion, size_t row, size_t use, double weight, double *advantage,
                     double *constraint);

/* The index in tenths, 0..1000; 0 without any points. */
int vt_score_tenths(double advantages, double constraints);

/* values: one a criterion. */
void vt_score_site(const vt_scheme *scheme, const vt_value *values, vt_score *score);

/* The band or level that a number falls under; NULL for NaN. */
const char *vt_score_band(const vt_scheme_band *bands, size_t n, double number);

#endif
