/* Kernels: mass, roughness and variance by quadrature (Simpson) of the values that the functions give. */
#include "../../support/check.h"
#include "analyse/heatmap/kernel.h"

static const double pi = 3.14159265358979323846;

enum { STEPS = 200000 };

/* ∫ over the plane of K^power · (x² by half of r², else 1), in rings; smooth inside the reach, so Simpson is exact to
 * well under 1e-9. */
static double over_the_plane(vt_kernel kernel, double h, int power, bool second_moment)
{
    const double reach = vt_kernel_reach(kernel, h) * (1 - 1e-13), step = reach / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
        const double r = i * step, k = vt_kernel_plane(kernel, h, r * r);
        const double value = 2 * pi * r * (power == 2 ? k * k : k) * (second_moment ? r * r / 2 : 1);
        sum += value * (i == 0 || i == STEPS ? 1 : i % 2 ? 4 : 2);
    }
    return sum * step / 3;
}

TEST(each_integrates_to_one_in_the_plane)
{
    for (int k = 0; k < VT_KERNELS; k++) {
        CHECK_CLOSE(over_the_plane((vt_kernel)k, 150, 1, false), 1, 1e-9);
        CHECK_CLOSE(over_the_plane((vt_kernel)k, 1, 1, false), 1, 1e-9);
    }
}

TEST(roughness_and_variance_are_those_of_the_values)
{
    for (int k = 0; k < VT_KERNELS; k++) {
        CHECK_CLOSE(over_the_plane((vt_kernel)k, 1, 2, false), vt_kernel_roughness((vt_kernel)k), 1e-9);
        CHECK_CLOSE(over_the_plane((vt_kernel)k, 1, 1, true), vt_kernel_variance((vt_kernel)k), 1e-9);
        /* R(K_h) = R(K)/h², variance of K_h = h² that of K */
        CHECK_CLOSE(over_the_plane((vt_kernel)k, 20, 2, false) * 400, vt_kernel_roughness((vt_kernel)k), 1e-9);
        CHECK_CLOSE(over_the_plane((vt_kernel)k, 20, 1, true) / 400, vt_kernel_variance((vt_kernel)k), 1e-9);
    }
    CHECK_CLOSE(vt_kernel_roughness(VT_QUARTIC), 9 / (5 * pi), 1e-15); /* the figure of the definition of p */
}

TEST(values_by_hand)
{
    /* h = 2, d² = 1: u² = 1/4 */
    CHECK_CLOSE(vt_kernel_plane(VT_QUARTIC, 2, 1), 3 / (4 * pi) * 0.5625, 1e-16);
    CHECK_CLOSE(vt_kernel_plane(VT_EPANECHNIKOV, 2, 1), 2 / (4 * pi) * 0.75, 1e-16);
    CHECK_CLOSE(vt_kernel_plane(VT_TRIANGULAR, 2, 1), 3 / (4 * pi) * 0.5, 1e-16);
    CHECK_CLOSE(vt_kernel_plane(VT_UNIFORM, 2, 4), 1 / (4 * pi), 1e-16); /* at its edge */
    CHECK_CLOSE(vt_kernel_plane(VT_GAUSSIAN, 2, 1), 0.0351134361, 1e-10); /* e^(−1/8)/(8π) = 0.8824969026/25.1327412287 */
    for (int k = 0; k < VT_KERNELS; k++) {
        CHECK(vt_kernel_plane((vt_kernel)k, 2, 1000) == 0);
    }
}

/* The kernels along a line as the header writes them. */
static double line_value(vt_kernel kernel, double u)
{
    switch (kernel) {
    case VT_QUARTIC: return 15. / 16 * (1 - u * u) * (1 - u * u);
    case VT_EPANECHNIKOV: return 3. / 4 * (1 - u * u);
    case VT_GAUSSIAN: return exp(-u * u / 2) / sqrt(2 * pi) / 0.99993665751633376; /* 2Φ(4) − 1 */
    case VT_TRIANGULAR: return 1 - u;
    default: return 0.5;
    }
}

TEST(masses_along_a_line_are_those_of_the_formulas)
{
    for (int k = 0; k < VT_KERNELS; k++) {
        const double h = 50, reach = vt_kernel_line_reach((vt_kernel)k, h);
        CHECK_CLOSE(vt_kernel_line_mass((vt_kernel)k, h, 0, reach), 0.5, 1e-12);
        CHECK_CLOSE(vt_kernel_line_mass((vt_kernel)k, h, reach, 10 * reach), 0, 1e-12);
        const double a = 0.2 * reach, b = 0.7 * reach, step = (b - a) / 1000;
        double sum = 0;
        for (int i = 0; i <= 1000; i++) {
            sum += line_value((vt_kernel)k, (a + i * step) / h) / h * (i == 0 || i == 1000 ? 1 : i % 2 ? 4 : 2);
        }
        CHECK_CLOSE(vt_kernel_line_mass((vt_kernel)k, h, a, b), sum * step / 3, 1e-9);
    }
}

TEST(names_are_the_choices_of_the_study)
{
    CHECK(vt_kernel_named("quartic") == VT_QUARTIC && vt_kernel_named("uniform") == VT_UNIFORM);
    CHECK(vt_kernel_named("cubic") == VT_KERNELS);
}

int main(void)
{
    RUN(each_integrates_to_one_in_the_plane);
    RUN(roughness_and_variance_are_those_of_the_values);
    RUN(values_by_hand);
    RUN(masses_along_a_line_are_those_of_the_formulas);
    RUN(names_are_the_choices_of_the_study);
    return failures > 0;
}
