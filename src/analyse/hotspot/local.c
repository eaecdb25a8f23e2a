/* local.c - see local.h. */
#include "analyse/hotspot/local.h"

#include <math.h>

#include "base/number.h"

double vt_local_deviations(const double *y, size_t n, double *z)
{
    vt_sum sum = {0}, squares = {0};
    bool equal = true;
    for (size_t i = 0; i < n; i++) {
        vt_sum_add(&sum, y[i]);
        equal = equal && y[i] == y[0];
    }
    const double mean = equal && n ? y[0] : vt_sum_value(&sum) / (double)n;
    for (size_t i = 0; i < n; i++) {
        z[i] = y[i] - mean;
        vt_sum_add(&squares, z[i] * z[i]);
    }
    return vt_sum_value(&squares);
}

static double sum_of_neighbours(const vt_weights *weights, size_t row, const double *z)
{
    vt_sum sum = {0};
    for (size_t at = weights->first[row]; at < weights->first[row + 1]; at++) {
        vt_sum_add(&sum, z[weights->to[at]]);
    }
    return vt_sum_value(&sum);
}

void vt_local_gi_star(const vt_weights *weights, const double *z, double sum_z2, double *gi)
{
    const double n = (double)weights->n, s = sqrt(sum_z2 / n);
    for (size_t i = 0; i < weights->n; i++) {
        const double w = (double)vt_weights_degree(weights, i) + 1;
        const double scale = s * sqrt(w * (n - w) / (n - 1));
        gi[i] = scale > 0 ? (sum_of_neighbours(weights, i, z) + z[i]) / scale : NAN;
    }
}

void vt_local_moran(const vt_weights *weights, const double *z, double sum_z2, double *lag, double *moran)
{
    const double variance = sum_z2 / (double)weights->n;
    for (size_t i = 0; i < weights->n; i++) {
        const size_t degree = vt_weights_degree(weights, i);
        lag[i] = degree && variance > 0 ? sum_of_neighbours(weights, i, z) / (double)degree : NAN;
        moran[i] = isnan(lag[i]) ? NAN : z[i] * lag[i] / variance;
    }
}

vt_quadrant vt_local_quadrant(double z, double lag)
{
    if (z > 0) {
        return lag > 0 ? VT_HIGH_HIGH : lag < 0 ? VT_HIGH_LOW : VT_ON_AXIS;
    }
    return !(z < 0) ? VT_ON_AXIS : lag > 0 ? VT_LOW_HIGH : lag < 0 ? VT_LOW_LOW : VT_ON_AXIS;
}
