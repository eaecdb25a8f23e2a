/* rates.h - counting premises and what follows from the counts. Definitions: vitrine/vacancy.h. */
#ifndef VT_RATES_H
#define VT_RATES_H

#include "base/number.h"
#include "model/result.h"
#include "study/classes.h"

/* For how long a premises has been vacant; `unknown`, without a date. */
typedef enum { VT_FRICTIONAL, VT_LONG, VT_STRUCTURAL, VT_PERSISTENT, VT_TERM_UNKNOWN, VT_TERMS } vt_term;
extern const char *const vt_term_names[];

/* Premises of one unit (street, block, centre, town). */
typedef struct {
    size_t status[VT_STATUSES];
    size_t terms[VT_TERMS];   /* of the vacant ones */
    size_t frontages, floors; /* members of the stock with a value */
    vt_sum frontage_m, frontage_vacant_m, floor_m2, floor_vacant_m2;
} vt_tally;

typedef struct {
    bool works_vacant;   /* vacancy.works: vacant */
    double bounds[VT_MOST_BOUNDS]; /* of the classes, rising */
    size_t n_bounds;
    size_t min_premises;
} vt_rate_rules;

void vt_rate_rules_of(const vitrine_study *study, vt_rate_rules *rules);

/* How a premises of that status counts: 1 vacant (v of the definitions), 0 occupied, −1 not in the stock. */
int vt_rates_counts(const vt_rate_rules *rules, vt_status status);

/* Adds a premises of that status; frontage and floor: NaN when unknown; term: of a vacant one. */
void vt_tally_add(vt_tally *tally, const vt_rate_rules *rules, vt_status status, vt_term term, double frontage_m,
                  double floor_m2);

size_t vt_tally_vacant(const vt_tally *tally, const vt_rate_rules *rules);
size_t vt_tally_stock(const vt_tally *tally, const vt_rate_rules *rules);

/* Wilson's interval (1927) for v of n at 95 %, z = 1.959963984540054; exactly 0 and 1 at v = 0 and
 * v = n; NaN when n is 0. */
void vt_rates_wilson(size_t v, size_t n, double *low, double *high);

/* Empirical-Bayes rates (Marshall 1991, global, method of moments) of n units with v[i] of b[i]; NaN
 * where b is 0. Binomial variance: s = m(1−m)/b, A = max(0, Σb(r−m)²/Σb − m(1−m)/mean b). `poisson`: m in
 * place of m(1−m), as in the reference sets. Where A + s is 0 all is m. */
void vt_rates_bayes(const double *v, const double *b, size_t n, bool poisson, double *rate);

/* Standardised rates (Assunção & Reis 1999) of n units with v[i] of b[i], for statistics that take all values to
 * vary alike: z = (r − m)/√(A + s), m, A and s as in vt_rates_bayes. `poisson`, as in the reference sets: m in place of
 * m(1−m), A may be negative, and where A + s ≤ 0 it is s. NaN where b is 0 or nothing varies (m is 0 or, binomial, 1). */
void vt_rates_standardised(const double *v, const double *b, size_t n, bool poisson, double *z);

/* Class of a rate: 0 below the first bound; a bound belongs to the class above it, but for the last,
 * which must be exceeded ("plus de 10 %"). −1 for NaN. */
int vt_rates_class(const vt_rate_rules *rules, double rate);

/* Adds the columns from `premises` to `term_unknown`, a unit a row; `count` is called once for each row, rising, with an
 * empty tally to fill. The rate_eb of a layer borrows from all its rows. */
typedef void (*vt_tally_fn)(void *user, size_t row, vt_tally *tally);
vitrine_status vt_rates_columns(vitrine_context *ctx, vitrine_result *result, vitrine_layer *layer, vt_tally_fn count,
                                void *user, const vt_rate_rules *rules);

#endif
