/* kernel.c - see kernel.h. */
#include "analyse/heatmap/kernel.h"

#include <math.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

/* exp(−u²/2) < 1e-16 beyond. */
#define GAUSSIAN_REACH 8.6
#define GAUSSIAN_LINE_REACH 4.0

static const struct {
    const char *name;
    double roughness, variance; /* roughness in 1/π */
} kernels[VT_KERNELS] = {
    [VT_QUARTIC] = {"quartic", 9. / 5, 1. / 8},
    [VT_EPANECHNIKOV] = {"epanechnikov", 4. / 3, 1. / 6},
    [VT_GAUSSIAN] = {"gaussian", 1. / 4, 1},
    [VT_TRIANGULAR] = {"triangular", 3. / 2, 3. / 20},
    [VT_UNIFORM] = {"uniform", 1, 1. / 4},
};

vt_kernel vt_kernel_named(const char *name)
{
    vt_kernel k = 0;
    while (k < VT_KERNELS && strcmp(kernels[k].name, name) != 0) {
        k++;
    }
    return k;
}

double vt_kernel_plane(vt_kernel kernel, double h, double d2)
{
    const double t = d2 / (h * h), top = 1 / (pi * h * h);
    if (kernel == VT_GAUSSIAN) {
        return t <= GAUSSIAN_REACH * GAUSSIAN_REACH ? top / 2 * exp(-t / 2) : 0;
    }
    if (t > 1) {
        return 0;
    }
    switch (kernel) {
    case VT_QUARTIC: return 3 * top * (1 - t) * (1 - t);
    case VT_EPANECHNIKOV: return 2 * top * (1 - t);
    case VT_TRIANGULAR: return 3 * top * (1 - sqrt(t));
    default: return top;
    }
}

double vt_kernel_reach(vt_kernel kernel, double h)
{
    return kernel == VT_GAUSSIAN ? GAUSSIAN_REACH * h : h;
}

double vt_kernel_roughness(vt_kernel kernel)
{
    return kernels[kernel].roughness / pi;
}

double vt_kernel_variance(vt_kernel kernel)
{
    return kernels[kernel].variance;
}

/* Mass between 0 and u = d/h. */
static double line_mass_to(vt_kernel kernel, double u)
{
    const double most = kernel == VT_GAUSSIAN ? GAUSSIAN_LINE_REACH : 1;
    u = fmin(u, most);
    switch (kernel) {
    case VT_QUARTIC: return 15. / 16 * u * (1 - u * u * (2. / 3 - u * u / 5));
    case VT_EPANECHNIKOV: return 3. / 4 * u * (1 - u * u / 3);
    case VT_GAUSSIAN: return erf(u / sqrt(2)) / erf(GAUSSIAN_LINE_REACH / sqrt(2)) / 2;
    case VT_TRIANGULAR: return u * (1 - u / 2);
    default: return u / 2;
    }
}

double vt_kernel_line_mass(vt_kernel kernel, double h, double a, double b)
{
    return line_mass_to(kernel, b / h) - line_mass_to(kernel, a / h);
}

double vt_kernel_line_reach(vt_kernel kernel, double h)
{
    return kernel == VT_GAUSSIAN ? GAUSSIAN_LINE_REACH * h : h;
}
