/* bandwidth.h - choosing the bandwidth from the premises themselves, the vacant and the occupied pooled.
 *
 * A bandwidth of the Gaussian kernel becomes that of another kernel by the canonical factor (Marron & Nolan 1988):
 * two kernels smooth alike when their bandwidths are in the ratio of their (R(K)/σ⁴)^(1/6), σ² the variance along one
 * axis for h = 1. */
#ifndef VT_BANDWIDTH_H
#define VT_BANDWIDTH_H

#include "analyse/heatmap/density.h"

/* Robust spread of the points along an axis: the lesser of the root mean square of the two standard deviations and of
 * the mean of the two interquartile ranges / 1.349, which is left out where it is 0. 0: all in one place. */
vitrine_status vt_bandwidth_spread(vitrine_context *ctx, const vt_heat_point *points, size_t n, double *spread);

/* The maximal smoothing principle (Terrell 1990) in two dimensions: no density of that spread is smoother than
 * 4/(πr²)·(1 − u²)³, r² = 10 spread², so that ∫(∇²f)² ≥ 0.3072/(π spread⁶) and the bandwidth that is best by mean
 * squared error is at most (2 R(K) / (σ⁴ n · 0.3072/π))^(1/6) · spread. */
double vt_bandwidth_oversmoothing(vt_kernel kernel, double n, double spread);

/* From the Gaussian's bandwidth to the kernel's. */
double vt_bandwidth_convert(vt_kernel kernel, double gaussian);

/* Leave-one-out likelihood cross-validation with the Gaussian kernel: the h in [low, high] of the greatest
 * Σ log f₋ᵢ(xᵢ), found by golden section in log h to 1 % (a local maximum where there are several). f₋ᵢ leaves out all
 * premises at the very place of i, so that shared doors do not drive h to 0; a premises beyond the kernel's reach of
 * every other counts as if one stood just there. `points` sorted by vt_density_sort, not all in one place. */
vitrine_status vt_bandwidth_likelihood(vitrine_context *ctx, const vt_heat_point *points, size_t n, double low, double high,
                                       double *h);

#endif
