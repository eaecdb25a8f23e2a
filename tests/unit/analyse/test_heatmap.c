/* The parts of the heat map: densities against the kernels themselves, bandwidths by hand, contours by invariants. */
#include <stdlib.h>

#include "../../support/check.h"
#include "analyse/heatmap/bandwidth.h"
#include "analyse/heatmap/contour.h"
#include "analyse/heatmap/map.h"
#include "geo/geos.h"
#include "geo/measure.h"

/* A generator of our own: the same numbers anywhere (Knuth's MMIX). */
static uint64_t seed;

static double chance(void)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(seed >> 11) / 9007199254740992.0;
}

TEST(cells_are_aligned_on_zero)
{
    const vt_box box = {-12, 3, 29.9, 40};
    const vt_grid g = vt_grid_over(&box, 10);
    CHECK(g.i0 == -2 && g.columns == 5 && g.j0 == 0 && g.rows == 4);
    CHECK_CLOSE(vt_grid_x(&g, 0), -15, 0);
    CHECK_CLOSE(vt_grid_y(&g, 3), 35, 0);
    CHECK(vt_grid_cells(&box, 10) == 20);
    const vt_box point = {20, 20, 20, 20}; /* on a corner of cells: still one */
    const vt_grid one = vt_grid_over(&point, 10);
    CHECK(one.columns == 1 && one.rows == 1);
}

TEST(spans_are_those_of_a_search)
{
    seed = 1;
    for (int turn = 0; turn < 20000; turn++) {
        const double first = 20 * chance() - 10, cell = 0.5 + chance(), low = 30 * chance() - 15, high = low + 20 * chance() - 4;
        const size_t n = (size_t)(12 * chance());
        size_t from, to, count = 0, least = n;
        vt_grid_span(first, cell, n, low, high, &from, &to);
        for (size_t i = n; i-- > 0;) {
            const double x = first + (double)i * cell;
            if (x >= low && x <= high) {
                count++;
                least = i;
            }
        }
        CHECK(to - from == count && to <= n && (count == 0 || from == least));
    }
}

enum { COLUMNS = 40, ROWS = 30 };

typedef struct {
    double vacant[ROWS][COLUMNS], occupied[ROWS][COLUMNS];
} sums;

static void keep(void *user, size_t row, const double *vacant, const double *occupied)
{
    sums *s = user;
    memcpy(s->vacant[row], vacant, sizeof s->vacant[row]);
    memcpy(s->occupied[row], occupied, sizeof s->occupied[row]);
}

static vt_density grid_of_points(vt_kernel kernel, vt_heat_point *points, size_t n)
{
    vt_density d = {.grid = {10, 3, -4, COLUMNS, ROWS}, .kernel = kernel, .h = 63, .points = points, .n = n};
    seed = 7;
    for (size_t i = 0; i < n; i++) {
        points[i] = (vt_heat_point){30 + 400 * chance(), -40 + 300 * chance(), 0.5 + chance(), i, chance() < 0.3};
    }
    vt_density_sort(points, n);
    return d;
}

/* Against the sum over all points of the kernel itself; both are sums of positive terms, far from 1e-12 of loss. */
TEST(densities_are_sums_of_kernels)
{
    static sums s, again;
    vt_heat_point points[50];
    vitrine_context one = {.threads = 1}, three = {.threads = 3};
    for (int k = 0; k < VT_KERNELS; k++) {
        const vt_density d = grid_of_points((vt_kernel)k, points, 50);
        CHECK(vt_density_rows(&one, &d, keep, &s) == VITRINE_OK);
        CHECK(vt_density_rows(&three, &d, keep, &again) == VITRINE_OK);
        CHECK(memcmp(&s, &again, sizeof s) == 0);
        for (size_t row = 0; row < ROWS; row++) {
            for (size_t column = 0; column < COLUMNS; column++) {
                double expected[2] = {0};
                for (size_t i = 0; i < d.n; i++) {
                    const double dx = vt_grid_x(&d.grid, column) - points[i].x, dy = vt_grid_y(&d.grid, row) - points[i].y;
                    expected[points[i].vacant] += points[i].weight * vt_kernel_plane((vt_kernel)k, d.h, dx * dx + dy * dy);
                }
                CHECK_CLOSE(s.vacant[row][column], expected[1], 1e-12 * expected[1] + 1e-18);
                CHECK_CLOSE(s.occupied[row][column], expected[0], 1e-12 * expected[0] + 1e-18);
            }
        }
    }
}

TEST(weights_of_one_by_mass_keep_all_mass_inside)
{
    static sums s;
    static uint8_t inside[ROWS * COLUMNS];
    vt_heat_point points[50];
    double mass[50], total = 0;
    vitrine_context ctx = {.threads = 2};
    for (size_t i = 0; i < ROWS * COLUMNS; i++) {
        inside[i] = i % COLUMNS > 0 && i % COLUMNS < COLUMNS - 2 && (i / COLUMNS) % 7 != 3; /* within reach of every point */
    }
    for (int k = 0; k < VT_KERNELS; k++) {
        const vt_density d = grid_of_points((vt_kernel)k, points, 50);
        CHECK(vt_density_masses(&ctx, &d, inside, mass) == VITRINE_OK);
        for (size_t i = 0; i < d.n; i++) {
            CHECK(mass[i] > 0 && mass[i] < 1.05); /* the sum over cells is not quite the integral */
            points[i].weight = 1 / mass[i];
        }
        CHECK(vt_density_rows(&ctx, &d, keep, &s) == VITRINE_OK);
        total = 0;
        for (size_t i = 0; i < ROWS * COLUMNS; i++) {
            total += inside[i] ? (s.vacant[i / COLUMNS][i % COLUMNS] + s.occupied[i / COLUMNS][i % COLUMNS]) * 100 : 0;
        }
        CHECK_CLOSE(total, 50, 1e-10);
    }
}

TEST(p_by_hand)
{
    vt_heatmap m = {.n_vacant = 10, .n_occupied = 40, .density = {.kernel = VT_QUARTIC, .h = 100}};
    CHECK_CLOSE(vt_heatmap_p(&m, 1e-4, 4e-4), 0.5, 1e-15); /* f_v = f_o: as the town */
    CHECK(vt_heatmap_p(&m, 0, 1e-4) == 1 && vt_heatmap_p(&m, 1e-4, 0) == 0);
    /* V = O = 1e-3: f_v/f_o = 4; f = 2e-3/50 = 4e-5; variance = 9/(5π)/1e4 · (1/10 + 1/40)/4e-5 = 0.17904931; z =
     * 1.38629436/0.42314219 = 3.27619; p = 1 − Φ(3.27619) = 5.2608e-4 */
    CHECK_CLOSE(vt_heatmap_p(&m, 1e-3, 1e-3), 5.2608e-4, 1e-7);
    const vt_heatmap swapped = {.n_vacant = 40, .n_occupied = 10, .density = m.density};
    CHECK_CLOSE(vt_heatmap_p(&m, 3e-4, 5e-4), 1 - vt_heatmap_p(&swapped, 5e-4, 3e-4), 1e-15);
}

/* --- bandwidths ----------------------------------------------------------------------------------- */

TEST(oversmoothing_by_hand)
{
    /* Gaussian: (2/(4π) / (n · 0.3072/π))^(1/6) = (0.5/0.3072/n)^(1/6) = (1.62760417/n)^(1/6); n = 64: 1.08457…/2 */
    CHECK_CLOSE(vt_bandwidth_oversmoothing(VT_GAUSSIAN, 64, 1), 0.5 * pow(1.6276041666666667, 1. / 6), 1e-14);
    CHECK_CLOSE(vt_bandwidth_oversmoothing(VT_GAUSSIAN, 64, 300), 150 * pow(1.6276041666666667, 1. / 6), 1e-11);
    /* quartic against Gaussian: (9/(5π) · 8² / (1/(4π)))^(1/6) = 460.8^(1/6) */
    CHECK_CLOSE(vt_bandwidth_convert(VT_QUARTIC, 10), 10 * pow(460.8, 1. / 6), 1e-12);
    CHECK_CLOSE(vt_bandwidth_convert(VT_GAUSSIAN, 10), 10, 1e-14);
}

TEST(spread_by_hand)
{
    vitrine_context ctx = {0};
    double spread;
    /* x = 0, 1, 2, 3, 100: sd far above; quartiles 1 and 3; y all 0: (2 + 0)/2/1.349 */
    vt_heat_point points[] = {{.x = 0}, {.x = 1}, {.x = 2}, {.x = 3}, {.x = 100}};
    CHECK(vt_bandwidth_spread(&ctx, points, 5, &spread) == VITRINE_OK);
    CHECK_CLOSE(spread, 1 / 1.349, 1e-15);
    /* four of five in one place: no range, so the deviation: variance of x = 80²·(4/25 + …) = 1280, (1280 + 0)/2 */
    vt_heat_point doors[] = {{.x = 20}, {.x = 20}, {.x = 20}, {.x = 20}, {.x = 100}};
    CHECK(vt_bandwidth_spread(&ctx, doors, 5, &spread) == VITRINE_OK);
    CHECK_CLOSE(spread, sqrt(640), 1e-12);
    CHECK(vt_bandwidth_spread(&ctx, doors, 4, &spread) == VITRINE_OK && spread == 0);
}

/* Two places 100 m apart: each has the density exp(−d²/2h²)/(2πh²) of the other, greatest at h = d/√2. */
TEST(likelihood_of_two_places)
{
    vitrine_context ctx = {.threads = 2};
    vt_heat_point points[] = {{.x = 0}, {.x = 0}, {.x = 0}, {.x = 100}, {.x = 100}};
    double h;
    CHECK(vt_bandwidth_likelihood(&ctx, points + 2, 2, 1, 1000, &h) == VITRINE_OK);
    CHECK_CLOSE(h, 100 / sqrt(2), 0.01 * h);
    CHECK(vt_bandwidth_likelihood(&ctx, points, 5, 1, 1000, &h) == VITRINE_OK); /* shared doors do not drive it to 0 */
    CHECK_CLOSE(h, 100 / sqrt(2), 0.01 * h);
}

/* --- contours ------------------------------------------------------------------------------------- */

enum { LEVELS = 5 };
static const double bounds[LEVELS + 1] = {-INFINITY, 0.2, 0.4, 0.5, 0.8, INFINITY};

/* The rings of a band as one GEOS multipolygon, shells with their holes. */
static vt_geos_geometry *polygons_of(vt_geos *geos, const vt_paths *rings, const size_t *shell)
{
    const size_t n = rings->end.n;
    uint32_t *ring = calloc(n + 1, sizeof *ring), *vertex = calloc(n + 1, sizeof *vertex);
    double *x = calloc(rings->x.n + 1, sizeof *x), *y = calloc(rings->x.n + 1, sizeof *y);
    size_t parts = 0, out = 0;
    for (size_t s = 0; s < n; s++) {
        for (size_t pass = 0; shell[s] == s && pass < 2; pass++) {
            for (size_t r = 0; r < n; r++) {
                if (pass == 0 ? r != s : r == s || shell[r] != s) {
                    continue;
                }
                const size_t from = r ? rings->end.at[r - 1] : 0, count = rings->end.at[r] - from;
                memcpy(x + vertex[out], rings->x.at + from, count * sizeof *x);
                memcpy(y + vertex[out], rings->y.at + from, count * sizeof *y);
                vertex[out + 1] = vertex[out] + (uint32_t)count;
                out++;
            }
        }
        if (shell[s] == s) {
            ring[++parts] = (uint32_t)out;
        }
    }
    const vt_geometry g = {.ring = ring, .vertex = vertex, .x = x, .y = y};
    vt_geos_geometry *made = vt_geos_polygons(geos, &g, 0, parts);
    free(ring);
    free(vertex);
    free(x);
    free(y);
    return made;
}

/* All that contour.h promises of the bands of a field: valid, apart, and all that is drawn. */
static bool bands_hold(const vt_grid *g, const float *values)
{
    vitrine_context ctx = {0};
    vt_geos *geos = vt_geos_new();
    vt_geos_geometry *band[LEVELS];
    double area = 0, overlap = 0, squares = 0, x, y;
    bool valid = true;
    char why[200];
    for (int i = 0; i < LEVELS; i++) {
        vt_paths rings = {0};
        vt_contour_rings(&ctx, g, values, bounds[i], bounds[i + 1], &rings);
        size_t *shell = calloc(rings.end.n + 1, sizeof *shell);
        vt_contour_nest(&ctx, &rings, shell);
        for (size_t r = 0; r < rings.end.n; r++) { /* every hole has found a shell */
            const size_t from = r ? rings.end.at[r - 1] : 0;
            valid = valid && (shell[r] == r) == (vt_measure_ring_area(rings.x.at + from, rings.y.at + from, rings.end.at[r] - from) > 0);
        }
        band[i] = polygons_of(geos, &rings, shell);
        if (!band[i] || !vt_geos_is_valid(geos, band[i], why, sizeof why, &x, &y)) {
            printf("# band %d: %s at %g, %g\n", i, band[i] ? why : vt_geos_message(geos), x, y);
            valid = false;
        }
        area += band[i] ? vt_geos_area(geos, band[i]) : 0;
        for (int other = 0; valid && other < i; other++) {
            vt_geos_geometry *both = vt_geos_intersection(geos, band[i], band[other]);
            overlap += both ? vt_geos_area(geos, both) : INFINITY;
            vt_geos_drop(geos, both);
        }
        vt_paths_free(&rings);
        free(shell);
    }
    for (size_t row = 0; row + 1 < g->rows; row++) {
        for (size_t c = 0; c + 1 < g->columns; c++) {
            const float *v = values + row * g->columns + c;
            squares += !isnan(v[0] + v[1] + v[g->columns] + v[g->columns + 1]);
        }
    }
    for (int i = 0; i < LEVELS; i++) {
        vt_geos_drop(geos, band[i]);
    }
    vt_geos_free(geos);
    squares *= g->cell * g->cell;
    if (fabs(area - squares) > 1e-6 * squares || overlap > 1e-6 * squares) {
        printf("# area %.9g of %.9g, overlap %g\n", area, squares, overlap);
        valid = false;
    }
    return valid;
}

TEST(a_line_crosses_where_the_value_is)
{
    /* 0 and 1 side by side: the level 0.25 runs a quarter of the way from the 0s to the 1s, those on its left: south */
    const float values[] = {0, 1, 0, 1};
    const vt_grid g = {8, 0, 0, 2, 2};
    vitrine_context ctx = {0};
    vt_paths lines = {0};
    CHECK(vt_contour_lines(&ctx, &g, values, 0.25, &lines) == VITRINE_OK);
    CHECK(lines.end.n == 1 && lines.x.n == 2);
    CHECK_CLOSE(lines.x.at[0], 4 + 2, 1e-12);
    CHECK_CLOSE(lines.x.at[1], 4 + 2, 1e-12);
    CHECK(lines.y.at[0] == 12 && lines.y.at[1] == 4);
    vt_paths_free(&lines);
}

TEST(a_peak_is_a_closed_ring_and_no_line_crosses_nan)
{
    float values[25] = {0};
    const vt_grid g = {1, 0, 0, 5, 5};
    vitrine_context ctx = {0};
    vt_paths lines = {0};
    values[12] = 1;
    CHECK(vt_contour_lines(&ctx, &g, values, 0.5, &lines) == VITRINE_OK);
    CHECK(lines.end.n == 1 && lines.x.n == 5 && lines.x.at[0] == lines.x.at[4] && lines.y.at[0] == lines.y.at[4]);
    CHECK_CLOSE(vt_measure_ring_area(lines.x.at, lines.y.at, 5), 0.5, 1e-12); /* a square on its tip, half-diagonal 0.5 */
    vt_paths_free(&lines);
    values[6] = NAN; /* takes one of the four squares: three sides are left, open */
    CHECK(vt_contour_lines(&ctx, &g, values, 0.5, &lines) == VITRINE_OK);
    CHECK(lines.end.n == 1 && lines.x.n == 4);
    vt_paths_free(&lines);
    for (int i = 0; i < 25; i++) {
        values[i] = NAN;
    }
    CHECK(vt_contour_lines(&ctx, &g, values, 0.5, &lines) == VITRINE_OK && lines.end.n == 0);
    CHECK(bands_hold(&g, values));
}

TEST(a_level_surface_is_one_band)
{
    float values[COLUMNS * ROWS];
    const vt_grid g = {10, 65200, 686200, COLUMNS, ROWS};
    for (size_t i = 0; i < COLUMNS * ROWS; i++) {
        values[i] = 0.4f; /* a float above the bound 0.4: in the band that begins there */
    }
    vitrine_context ctx = {0};
    for (int i = 0; i < LEVELS; i++) {
        vt_paths rings = {0};
        CHECK(vt_contour_rings(&ctx, &g, values, bounds[i], bounds[i + 1], &rings) == VITRINE_OK);
        CHECK(rings.end.n == (i == 2));
        CHECK(i != 2 || rings.x.n == 5); /* the four corners */
        vt_paths_free(&rings);
    }
    CHECK(bands_hold(&g, values));
}

/* Noise has every saddle; steps of a few values have centres on the bounds; holes touch at corners. */
TEST(bands_of_noise_are_valid_apart_and_whole)
{
    float values[COLUMNS * ROWS];
    const vt_grid g = {10, 65200, 686200, COLUMNS, ROWS};
    seed = 11;
    for (int turn = 0; turn < 24; turn++) {
        const double holes = turn % 4 * 0.15;
        for (size_t i = 0; i < COLUMNS * ROWS; i++) {
            const double v = chance();
            values[i] = chance() < holes ? NAN : turn % 2 ? (float)v : (float)(floor(v * 11) / 10);
        }
        CHECK(bands_hold(&g, values));
    }
}

/* Drawn squares that touch at corners only, around holes and in chains. */
TEST(ground_that_touches_at_corners)
{
    float values[COLUMNS * ROWS];
    const vt_grid g = {10, 0, 0, COLUMNS, ROWS};
    for (int pattern = 2; pattern < 6; pattern++) {
        for (size_t i = 0; i < COLUMNS * ROWS; i++) {
            const size_t c = i % COLUMNS, r = i / COLUMNS;
            values[i] = (c / 2 + r / 2) % (size_t)pattern == 0 && (c + r) % 2 == 0 ? NAN : 0.45f;
        }
        CHECK(bands_hold(&g, values));
        for (size_t i = 0; i < COLUMNS * ROWS; i++) {
            const size_t c = i % COLUMNS, r = i / COLUMNS;
            values[i] = c % (size_t)pattern == 1 && r % (size_t)pattern == 1 ? NAN : (float)(c % 3) / 3;
        }
        CHECK(bands_hold(&g, values));
    }
}

int main(void)
{
    RUN(cells_are_aligned_on_zero);
    RUN(spans_are_those_of_a_search);
    RUN(densities_are_sums_of_kernels);
    RUN(weights_of_one_by_mass_keep_all_mass_inside);
    RUN(p_by_hand);
    RUN(oversmoothing_by_hand);
    RUN(spread_by_hand);
    RUN(likelihood_of_two_places);
    RUN(a_line_crosses_where_the_value_is);
    RUN(a_peak_is_a_closed_ring_and_no_line_crosses_nan);
    RUN(a_level_surface_is_one_band);
    RUN(bands_of_noise_are_valid_apart_and_whole);
    RUN(ground_that_touches_at_corners);
    return failures > 0;
}
