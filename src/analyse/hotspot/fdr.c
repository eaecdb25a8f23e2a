/* fdr.c - see fdr.h. */
#include "analyse/hotspot/fdr.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    double p;
    size_t row;
} test;

static int by_p(const void *a, const void *b)
{
    const test *s = a, *t = b;
    return s->p != t->p ? (s->p > t->p) - (s->p < t->p) : (s->row > t->row) - (s->row < t->row);
}

vitrine_status vt_fdr(vitrine_context *ctx, const double *p, size_t n, vt_fdr_method method, double *q)
{
    test *tests = malloc((n + 1) * sizeof *tests);
    if (!tests) {
        return vt_no_memory(ctx);
    }
    size_t m = 0;
    double harmonic = 0;
    for (size_t i = 0; i < n; i++) {
        q[i] = NAN;
        if (!isnan(p[i])) {
            tests[m++] = (test){p[i], i};
            harmonic += 1 / (double)m;
        }
    }
    const double factor = (double)m * (method == VT_BENJAMINI_YEKUTIELI ? harmonic : 1);
    qsort(tests, m, sizeof *tests, by_p);
    double least = 1;
    for (size_t j = m; j-- > 0;) {
        least = fmin(least, factor * tests[j].p / (double)(j + 1));
        q[tests[j].row] = least;
    }
    free(tests);
    return VITRINE_OK;
}
