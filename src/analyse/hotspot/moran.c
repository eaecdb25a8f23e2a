/* moran.c - see moran.h. */
#include "analyse/hotspot/moran.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"

/* Sums over the weights: s0 = ΣΣw, s1 = ½ΣΣ(w_ij + w_ji)², s2 = Σ(w_i. + w_.i)². */
typedef struct {
    double s0, s1, s2;
    size_t islands;
} moments;

/* Others are asked for rising, so that each list is read through once. */
static bool holds(const vt_weights *weights, uint32_t row, size_t other, size_t *at)
{
    while (*at < weights->first[row + 1] && weights->to[*at] < other) {
        (*at)++;
    }
    return *at < weights->first[row + 1] && weights->to[*at] == other;
}

static bool sum_weights(const vt_weights *weights, moments *m)
{
    vt_sum s1 = {0}, s2 = {0};
    size_t *at = malloc((weights->n + 1) * sizeof *at);
    double *column = calloc(weights->n + 1, sizeof *column); /* w_.i */
    const bool worked = at && column;
    *m = (moments){0};
    for (size_t i = 0; worked && i < weights->n; i++) {
        at[i] = weights->first[i];
    }
    for (size_t i = 0; worked && i < weights->n; i++) {
        const double w = 1 / (double)vt_weights_degree(weights, i);
        m->islands += vt_weights_degree(weights, i) == 0;
        for (size_t link = weights->first[i]; link < weights->first[i + 1]; link++) {
            const uint32_t j = weights->to[link];
            column[j] += w;
            vt_sum_add(&s1, w * w); /* s1 = ΣΣ(w_ij² + w_ij·w_ji) */
            if (holds(weights, j, i, &at[j])) {
                vt_sum_add(&s1, w / (double)vt_weights_degree(weights, j));
            }
        }
    }
    for (size_t i = 0; worked && i < weights->n; i++) {
        const double both = column[i] + (vt_weights_degree(weights, i) > 0);
        vt_sum_add(&s2, both * both);
    }
    m->s0 = (double)(weights->n - m->islands);
    m->s1 = vt_sum_value(&s1);
    m->s2 = vt_sum_value(&s2);
    free(at);
    free(column);
    return worked;
}

static void judge(const vt_moran *moran, double variance, double *z, double *p)
{
    const double rounding = 1e-12 * moran->expected * moran->expected;
    *z = variance > rounding ? (moran->i - moran->expected) / sqrt(variance) : NAN;
    *p = erfc(fabs(*z) / sqrt(2));
}

vitrine_status vt_moran_global(vitrine_context *ctx, const vt_weights *weights, const double *z, double sum_z2,
                               vt_moran *moran)
{
    moments m;
    if (!sum_weights(weights, &m)) {
        return vt_no_memory(ctx);
    }
    *moran = (vt_moran){NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, m.islands};
    if (weights->n < 4 || !(sum_z2 > 0) || m.islands == weights->n) {
        return VITRINE_OK;
    }
    vt_sum cross = {0}, fourth = {0};
    for (size_t i = 0; i < weights->n; i++) {
        vt_sum lag = {0};
        for (size_t link = weights->first[i]; link < weights->first[i + 1]; link++) {
            vt_sum_add(&lag, z[weights->to[link]]);
        }
        if (vt_weights_degree(weights, i)) {
            vt_sum_add(&cross, z[i] * vt_sum_value(&lag) / (double)vt_weights_degree(weights, i));
        }
        vt_sum_add(&fourth, z[i] * z[i] * z[i] * z[i]);
    }
    const double n = (double)weights->n, n2 = n * n, s02 = m.s0 * m.s0;
    const double kurtosis = n * vt_sum_value(&fourth) / (sum_z2 * sum_z2);
    moran->i = n / m.s0 * vt_sum_value(&cross) / sum_z2;
    moran->expected = -1 / (n - 1);
    const double expected2 = moran->expected * moran->expected;
    moran->variance_normal = (n2 * m.s1 - n * m.s2 + 3 * s02) / ((n2 - 1) * s02) - expected2;
    const double spread = n * ((n2 - 3 * n + 3) * m.s1 - n * m.s2 + 3 * s02);
    const double peaked = kurtosis * ((n2 - n) * m.s1 - 2 * n * m.s2 + 6 * s02);
    moran->variance_random = (spread - peaked) / ((n - 1) * (n - 2) * (n - 3) * s02) - expected2;
    judge(moran, moran->variance_normal, &moran->z_normal, &moran->p_normal);
    judge(moran, moran->variance_random, &moran->z_random, &moran->p_random);
    return VITRINE_OK;
}
