/* kernel.h - the five kernels, in the plane and along a line; each integrates to 1.
 *
 * u = d / h, h the bandwidth: the kernel's radius, or the standard deviation of the Gaussian. In the plane
 * (Silverman 1986, ch. 4; the factors are those of two dimensions): quartic 3/(πh²)·(1−u²)²,
 * epanechnikov 2/(πh²)·(1−u²), gaussian 1/(2πh²)·exp(−u²/2), triangular 3/(πh²)·(1−u), uniform 1/(πh²).
 * Along a line: 15/(16h)·(1−u²)², 3/(4h)·(1−u²), 1/(√(2π)h)·exp(−u²/2), 1/h·(1−u), 1/(2h). */
#ifndef VT_KERNEL_H
#define VT_KERNEL_H

/* In the order of the choices of heatmap.kernel. */
typedef enum { VT_QUARTIC, VT_EPANECHNIKOV, VT_GAUSSIAN, VT_TRIANGULAR, VT_UNIFORM, VT_KERNELS } vt_kernel;

/* The kernel of that name; VT_KERNELS when there is none. */
vt_kernel vt_kernel_named(const char *name);

/* Value in 1/m² at squared distance d2 (m²). Beyond the reach: 0 (at it too, but for the uniform one). */
double vt_kernel_plane(vt_kernel kernel, double h, double d2);
/* Distance beyond which the kernel is 0 in the plane: h; of the Gaussian where exp(−u²/2) < 1e-16. */
double vt_kernel_reach(vt_kernel kernel, double h);

/* R(K) = ∫K² and the variance along one axis, both for h = 1 in the plane. */
double vt_kernel_roughness(vt_kernel kernel);
double vt_kernel_variance(vt_kernel kernel);

/* Mass along a line of one side of the kernel between the distances a and b, 0 ≤ a ≤ b: half for a = 0 and
 * b at the reach. The Gaussian is cut at 4 h and scaled so that it still integrates to 1. */
double vt_kernel_line_mass(vt_kernel kernel, double h, double a, double b);
double vt_kernel_line_reach(vt_kernel kernel, double h);

#endif
