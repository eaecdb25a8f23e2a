/* Neighbours, hot spots and their p: by hand, by enumeration and by brute force. */
#include <stdint.h>
#include <stdlib.h>

#include "../../support/check.h"
#include "analyse/hotspot/fdr.h"
#include "analyse/hotspot/hypergeometric.h"
#include "analyse/hotspot/local.h"
#include "analyse/hotspot/moran.h"
#include "analyse/hotspot/permute.h"

static vitrine_context *ctx;

static bool are(const vt_weights *w, size_t row, size_t n, const uint32_t *rows)
{
    return vt_weights_degree(w, row) == n && (n == 0 || memcmp(&w->to[w->first[row]], rows, n * sizeof *rows) == 0);
}
#define ARE(w, row, ...) \
    are((w), (row), sizeof(uint32_t[]){__VA_ARGS__} / sizeof(uint32_t), (const uint32_t[]){__VA_ARGS__})

/* --- neighbours ----------------------------------------------------------------------------------- */

TEST(a_band_includes_its_bound)
{
    /* 3-4-5 triangles in Lambert-93 coordinates; the last is a millimetre beyond, and one has no place */
    const double x[] = {652000, 652030, 652000, NAN, 652000}, y[] = {6862000, 6862040, 6862050, 6862000, 6861949.999};
    vt_weights w;
    CHECK(vt_weights_distance(ctx, x, y, 5, 50, &w) == VITRINE_OK);
    CHECK(ARE(&w, 0, 1, 2) && ARE(&w, 1, 0, 2) && ARE(&w, 2, 0, 1));
    CHECK(vt_weights_degree(&w, 3) == 0 && vt_weights_degree(&w, 4) == 0);
    vt_weights_free(&w);
    CHECK(vt_weights_distance(ctx, x, y, 5, 0, &w) == VITRINE_OK && w.first[5] == 0);
    vt_weights_free(&w);
    CHECK(vt_weights_distance(ctx, x, y, 0, 50, &w) == VITRINE_OK && w.n == 0 && w.first[0] == 0);
    vt_weights_free(&w);
}

enum { CROWD = 400 };

/* Lattice points, so that distances tie, and a heap of 150 premises at one place, as in a mall. */
static void crowd(double *x, double *y, bool tall)
{
    uint32_t seed = 12345;
    for (size_t i = 0; i < CROWD; i++) {
        for (int axis = 0; axis < 2; axis++) {
            seed = seed * 1664525u + 1013904223u;
            (axis == tall ? x : y)[i] = i % 8 < 3 ? 100 : (seed >> 16) % (axis ? 40 : 20) * 10;
        }
    }
    x[7] = y[7] = NAN;
}

static double distance2(const double *x, const double *y, size_t i, size_t j)
{
    return (x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]);
}

TEST(a_band_against_brute_force)
{
    static const double bands[] = {0, 10, 14.2, 50, 1e6};
    double x[CROWD], y[CROWD];
    for (size_t b = 0; b < 2 * sizeof bands / sizeof *bands; b++) {
        const double band = bands[b / 2];
        crowd(x, y, b % 2);
        vt_weights w;
        CHECK(vt_weights_distance(ctx, x, y, CROWD, band, &w) == VITRINE_OK);
        size_t at = 0;
        for (size_t i = 0; i < CROWD; i++) {
            for (size_t j = 0; j < CROWD; j++) {
                if (j != i && distance2(x, y, i, j) <= band * band) {
                    CHECK(at < w.first[i + 1] && w.to[at] == j);
                    at++;
                }
            }
            CHECK(at == w.first[i + 1]);
        }
        vt_weights_free(&w);
    }
}

TEST(the_nearest_against_brute_force)
{
    static const size_t ks[] = {0, 1, 2, 8, 200, CROWD, SIZE_MAX};
    double x[CROWD], y[CROWD];
    for (size_t b = 0; b < 2 * sizeof ks / sizeof *ks; b++) {
        crowd(x, y, b % 2);
        const size_t k = ks[b / 2] < CROWD - 2 ? ks[b / 2] : CROWD - 2; /* one has no place */
        vt_weights w;
        CHECK(vt_weights_knn(ctx, x, y, CROWD, ks[b / 2], &w) == VITRINE_OK);
        for (size_t i = 0; i < CROWD; i++) {
            CHECK(vt_weights_degree(&w, i) == (isnan(x[i]) ? 0 : k));
            for (size_t at = w.first[i]; at < w.first[i + 1]; at++) {
                size_t nearer = 0; /* those before it by (distance, row) are fewer than k */
                for (size_t j = 0; j < CROWD; j++) {
                    const double other = distance2(x, y, i, j), own = distance2(x, y, i, w.to[at]);
                    nearer += j != i && (other < own || (other == own && j < w.to[at]));
                }
                CHECK(nearer < k && w.to[at] != i && (at == w.first[i] || w.to[at - 1] < w.to[at]));
            }
        }
        vt_weights_free(&w);
    }
}

TEST(neighbours_from_lists)
{
    const vt_pair pairs[] = {{2, 0}, {0, 2}, {1, 1}, {0, 1}, {2, 0}};
    vt_weights w;
    CHECK(vt_weights_from_pairs(ctx, pairs, 5, 4, &w) == VITRINE_OK);
    CHECK(ARE(&w, 0, 1, 2) && ARE(&w, 1, 0) && ARE(&w, 2, 0) && vt_weights_degree(&w, 3) == 0);
    vt_weights_free(&w);
    CHECK(vt_weights_from_pairs(ctx, NULL, 0, 2, &w) == VITRINE_OK && w.first[2] == 0);
    vt_weights_free(&w);
    /* 0: 3 at 1, then 1 and 2 tie at 2 (1 repeated, farther, first); 2: only itself; 3: 0 */
    vt_candidate near[] = {{0, 1, 9}, {0, 2, 2}, {0, 1, 2}, {0, 3, 1}, {2, 2, 0}, {3, 0, 1}};
    CHECK(vt_weights_nearest(ctx, near, 6, 4, 2, &w) == VITRINE_OK);
    CHECK(ARE(&w, 0, 1, 3) && vt_weights_degree(&w, 1) == 0 && vt_weights_degree(&w, 2) == 0 && ARE(&w, 3, 0));
    vt_weights_free(&w);
    CHECK(vt_weights_nearest(ctx, NULL, 0, 4, 2, &w) == VITRINE_OK && w.first[4] == 0);
    vt_weights_free(&w);
}

TEST(too_many_neighbours_are_refused)
{
    enum { N = 17000 }; /* at one place: 17000 · 16999 links > 2^28 */
    double *x = calloc(N, sizeof *x);
    vt_weights w;
    CHECK(vt_weights_distance(ctx, x, x, N, 150, &w) == VITRINE_E_INPUT);
    CHECK(strstr(vitrine_message(ctx), "hotspots.distance_m: 150 "));
    vt_weights_free(&w);
    CHECK(vt_weights_knn(ctx, x, x, N, N, &w) == VITRINE_E_INPUT && strstr(vitrine_message(ctx), "hotspots.k: 17000 "));
    vt_weights_free(&w);
    free(x);
}

/* --- local statistics ----------------------------------------------------------------------------- */

/* Getis & Ord's six points, printed to eight digits. */
TEST(gi_star_of_six_points)
{
    static const double printed[] = {-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331};
    const double x[] = {10, 20, 40, 15, 30, 30}, y[] = {10, 10, 10, 20, 20, 30}, value[] = {2, 3, 3.2, 5, 8, 7};
    double z[6], gi[6];
    vt_weights w;
    CHECK(vt_weights_distance(ctx, x, y, 6, 15, &w) == VITRINE_OK);
    const double sum_z2 = vt_local_deviations(value, 6, z);
    vt_local_gi_star(&w, z, sum_z2, gi);
    vt_weights_free(&w);
    for (size_t i = 0; i < 6; i++) {
        CHECK_CLOSE(gi[i], printed[i], 5e-9);
    }
}

TEST(islands_and_equal_values)
{
    /* y = 0, 0, 3: mean 1, z = −1, −1, 2, S² = 2; 0 and 1 neighbours, 2 an island */
    const vt_pair pair = {0, 1};
    const double y[] = {0, 0, 3}, tenth[] = {.1, .1, .1};
    double z[3], gi[3], lag[3], moran[3];
    vt_weights w;
    CHECK(vt_weights_from_pairs(ctx, &pair, 1, 3, &w) == VITRINE_OK);
    double sum_z2 = vt_local_deviations(y, 3, z);
    CHECK_CLOSE(sum_z2, 6, 0);
    vt_local_gi_star(&w, z, sum_z2, gi);
    vt_local_moran(&w, z, sum_z2, lag, moran);
    CHECK_CLOSE(gi[0], -2 / sqrt(2), 1e-15); /* −2 / (√2 · √((3·2 − 4)/2)) */
    CHECK_CLOSE(gi[2], 2 / sqrt(2), 1e-15);  /* 2 / (√2 · √((3·1 − 1)/2)) */
    CHECK_CLOSE(moran[0], 0.5, 1e-15);       /* −1 · −1 / 2 */
    CHECK(isnan(moran[2]) && isnan(lag[2]));
    sum_z2 = vt_local_deviations(tenth, 3, z);
    CHECK(sum_z2 == 0);
    vt_local_gi_star(&w, z, sum_z2, gi);
    vt_local_moran(&w, z, sum_z2, lag, moran);
    CHECK(isnan(gi[0]) && isnan(gi[2]) && isnan(moran[0]));
    vt_weights_free(&w);
}

TEST(one_row_and_one_place)
{
    const double x[] = {5, 5, 5, 5}, y[] = {1, 0, 0, 1};
    double z[4], gi[4], lag[4], local[4], p[4];
    vt_weights w;
    vt_moran moran;
    CHECK(vt_weights_distance(ctx, x, x, 1, 150, &w) == VITRINE_OK);
    double sum_z2 = vt_local_deviations(y, 1, z);
    vt_local_gi_star(&w, z, sum_z2, gi);
    vt_local_moran(&w, z, sum_z2, lag, local);
    CHECK(sum_z2 == 0 && isnan(gi[0]) && isnan(local[0]));
    CHECK(vt_moran_global(ctx, &w, z, sum_z2, &moran) == VITRINE_OK && isnan(moran.i) && moran.islands == 1);
    CHECK(vt_permute_p(ctx, &w, y, 99, 1, p) == VITRINE_OK && p[0] == 1);
    vt_weights_free(&w);
    /* all at one place: everyone is everyone's neighbour; Gi* is 0/0, and I −1/(n−1) whatever y */
    CHECK(vt_weights_distance(ctx, x, x, 4, 150, &w) == VITRINE_OK);
    sum_z2 = vt_local_deviations(y, 4, z);
    vt_local_gi_star(&w, z, sum_z2, gi);
    vt_local_moran(&w, z, sum_z2, lag, local);
    CHECK(isnan(gi[0]) && isnan(gi[3]));
    CHECK_CLOSE(local[0], -1. / 3, 1e-15);
    CHECK(vt_moran_global(ctx, &w, z, sum_z2, &moran) == VITRINE_OK && isnan(moran.z_normal) && isnan(moran.p_random));
    CHECK_CLOSE(moran.i, -1. / 3, 1e-15);
    CHECK(vt_permute_p(ctx, &w, y, 99, 1, p) == VITRINE_OK && p[0] == 1 && p[3] == 1); /* only one draw there is */
    vt_weights_free(&w);
}

TEST(quadrants)
{
    CHECK(vt_local_quadrant(1, 2) == VT_HIGH_HIGH && vt_local_quadrant(-1, -2) == VT_LOW_LOW);
    CHECK(vt_local_quadrant(1, -2) == VT_HIGH_LOW && vt_local_quadrant(-1, 2) == VT_LOW_HIGH);
    CHECK(vt_local_quadrant(0, 2) == VT_ON_AXIS && vt_local_quadrant(1, 0) == VT_ON_AXIS);
    CHECK(vt_local_quadrant(-1, 0) == VT_ON_AXIS && vt_local_quadrant(1, NAN) == VT_ON_AXIS);
}

/* --- global Moran --------------------------------------------------------------------------------- */

/* Rook contiguity of 3 × 3 cells, y = 1 … 9, by hand: S0 = 9; S1 = 8 corner sides (1/2 + 1/3)² + 4 (1/3 + 1/4)²
 * = 83/12; column sums 2/3, 5/4, 4/3: S2 = 4 (5/3)² + 4 (9/4)² + (7/3)² = 1325/36; Σz² = 60, Σz⁴ = 708: b = 1.77.
 * (PySAL's 0.053125 and 0.0596875 for this lattice are of binary weights.) */
TEST(moran_of_a_lattice_by_hand)
{
    vt_pair pairs[12];
    size_t n_pairs = 0;
    double z[9];
    for (uint32_t i = 0; i < 9; i++) {
        z[i] = i + 1;
        if (i % 3 < 2) {
            pairs[n_pairs++] = (vt_pair){i, i + 1};
        }
        if (i < 6) {
            pairs[n_pairs++] = (vt_pair){i, i + 3};
        }
    }
    const double sum_z2 = vt_local_deviations(z, 9, z), s1 = 83. / 12, s2 = 1325. / 36;
    vt_weights w;
    vt_moran moran;
    CHECK(vt_weights_from_pairs(ctx, pairs, n_pairs, 9, &w) == VITRINE_OK);
    CHECK(vt_moran_global(ctx, &w, z, sum_z2, &moran) == VITRINE_OK);
    vt_weights_free(&w);
    CHECK_CLOSE(moran.variance_normal, (81 * s1 - 9 * s2 + 3 * 81) / (80. * 81) - 1. / 64, 1e-15);
    CHECK_CLOSE(moran.variance_random,
                (9 * (57 * s1 - 9 * s2 + 243) - 1.77 * (72 * s1 - 18 * s2 + 486)) / (8. * 7 * 6 * 81) - 1. / 64, 1e-15);
    CHECK_CLOSE(moran.expected, -0.125, 0);
}

/* Mean and variance of I over all 720 ways to deal out y are what "random" means, also for weights that are not
 * symmetric and with an island. */
TEST(moran_against_all_permutations)
{
    enum { N = 6 };
    const double x[] = {0, 1, 3, 7, 8, 10}, y[] = {1, 5, 2, 2, 9, 4}, zero[N] = {0};
    size_t turn[N] = {0}, ways = 0;
    double z[N], sum = 0, squares = 0;
    vt_weights w;
    vt_moran moran;
    CHECK(vt_weights_knn(ctx, x, zero, N, 2, &w) == VITRINE_OK);
    for (size_t i = 1; i <= N; i++) { /* the last row loses its neighbours */
        w.first[i] = i < N ? w.first[i] : w.first[N - 1];
    }
    const double sum_z2 = vt_local_deviations(y, N, z);
    CHECK(vt_moran_global(ctx, &w, z, sum_z2, &moran) == VITRINE_OK && moran.islands == 1);
    const double expected = moran.expected, variance = moran.variance_random;
    for (size_t i = 0; i < N;) { /* Heap's algorithm: one swap a way */
        if (turn[i] < i || ways == 0) {
            if (ways > 0) {
                const size_t other = i % 2 ? turn[i] : 0;
                const double swap = z[i];
                z[i] = z[other];
                z[other] = swap;
                turn[i]++;
            }
            CHECK(vt_moran_global(ctx, &w, z, sum_z2, &moran) == VITRINE_OK);
            sum += moran.i;
            squares += moran.i * moran.i;
            ways++;
            i = 0;
        } else {
            turn[i++] = 0;
        }
    }
    vt_weights_free(&w);
    CHECK(ways == 720);
    CHECK_CLOSE(sum / (double)ways, expected, 1e-14);
    CHECK_CLOSE(squares / (double)ways - expected * expected, variance, 1e-14);
}

/* --- exact p -------------------------------------------------------------------------------------- */

static double choose(size_t n, size_t k)
{
    double ways = 1;
    for (size_t i = 0; i < k; i++) {
        ways = ways * (double)(n - i) / (double)(i + 1); /* whole at each step, below 2^53 */
    }
    return k <= n ? ways : 0;
}

TEST(exact_p_against_counting_all_ways)
{
    for (size_t n = 0; n <= 20; n++) {
        for (size_t marked = 0; marked <= n; marked++) {
            for (size_t drawn = 0; drawn <= n; drawn++) {
                for (size_t hits = 0; hits <= drawn; hits++) {
                    double lower = 0, upper = 0;
                    for (size_t x = 0; x <= drawn; x++) {
                        const double ways = choose(marked, x) * choose(n - marked, drawn - x);
                        lower += x <= hits ? ways : 0;
                        upper += x >= hits ? ways : 0;
                    }
                    const double p = fmin(1, 2 * fmin(lower, upper) / choose(n, drawn));
                    CHECK_CLOSE(vt_hypergeometric_p(n, marked, drawn, hits), p, 4e-16 * p);
                }
            }
        }
    }
}

/* Counted in whole numbers by tests/oracle/local_statistics.py (math.comb, fractions). */
TEST(exact_p_of_far_tails)
{
    static const struct {
        size_t others, marked, drawn, hits;
        double p;
    } cases[] = {
        {999999, 60000, 60000, 5000, 3.665042476693488e-123}, {999999, 60000, 60000, 3600, 1},
        {999999, 500000, 1000, 900, 9.740500909686263e-162},  {999999, 400000, 30, 1, 9.282668646817614e-06},
        {999999, 3, 600000, 3, 0.43200043200024},             {59999, 6000, 300, 0, 3.446216015587302e-14},
        {59999, 6000, 300, 150, 7.576054779455791e-69},       {59999, 6000, 300, 45, 0.007940036810783936},
        {59999, 1, 30, 1, 0.0010000166669444492},             {5000, 800, 400, 200, 1.832026632672676e-62},
        {2000, 1000, 600, 0, 1.3114887781170329e-238},        {20, 7, 5, 3, 0.4135706914344685},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const double p = vt_hypergeometric_p(cases[i].others, cases[i].marked, cases[i].drawn, cases[i].hits);
        CHECK_CLOSE(p, cases[i].p, 1e-12 * cases[i].p);
        /* who is drawn and who is marked may change places */
        CHECK_CLOSE(vt_hypergeometric_p(cases[i].others, cases[i].drawn, cases[i].marked, cases[i].hits), p, 1e-12 * p);
    }
    CHECK(vt_hypergeometric_p(0, 0, 0, 0) == 1 && vt_hypergeometric_p(9, 4, 0, 0) == 1);
    CHECK(vt_hypergeometric_p(9, 4, 3, 4) == 0 && vt_hypergeometric_p(9, 8, 3, 1) == 0);
}

/* --- permutations --------------------------------------------------------------------------------- */

/* Five standard errors of the tail's share, and the 1 of (M + 1)/(R + 1). */
static double error_of(double p, double r)
{
    return p >= 1 ? 1 : 2 * (5 * sqrt(p / 2 * (1 - p / 2) / r) + 1 / r);
}

TEST(permutations_against_the_exact_p)
{
    enum { N = 300, R = 9999 };
    double x[CROWD], y[CROWD], value[N], p[N];
    size_t vacant = 0;
    vt_weights w;
    crowd(x, y, false);
    for (size_t i = 0; i < N; i++) {
        value[i] = y[i] < 60 || i % 7 == 0;
        vacant += value[i] > 0;
    }
    CHECK(vt_weights_distance(ctx, x, y, N, 40, &w) == VITRINE_OK);
    CHECK(vt_permute_p(ctx, &w, value, R, 1, p) == VITRINE_OK);
    for (size_t i = 0; i < N; i++) {
        size_t hits = 0;
        for (size_t at = w.first[i]; at < w.first[i + 1]; at++) {
            hits += value[w.to[at]] > 0;
        }
        const double exact = vt_hypergeometric_p(N - 1, vacant - (value[i] > 0), vt_weights_degree(&w, i), hits);
        CHECK_CLOSE(p[i], exact, error_of(exact, R));
    }
    vt_weights_free(&w);
}

/* All subsets of the others, counted in tenths, so that 0.1 + 0.2 is 0.3. Degrees from 0 to n−1: a row is often
 * among its own cards. */
TEST(permutations_against_full_enumeration)
{
    enum { N = 8, R = 99999 };
    const int tenths[N] = {1, 2, 3, 3, 6, -7, 5, 4};
    const vt_pair pairs[] = {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {0, 6}, {1, 2}, {1, 3}, {2, 4}, {4, 5}};
    double y[N], p[N];
    vt_weights w;
    for (size_t i = 0; i < N; i++) {
        y[i] = tenths[i] / 10.;
    }
    CHECK(vt_weights_from_pairs(ctx, pairs, sizeof pairs / sizeof *pairs, N, &w) == VITRINE_OK);
    CHECK(vt_permute_p(ctx, &w, y, R, 7, p) == VITRINE_OK);
    for (unsigned i = 0; i < N; i++) {
        int observed = 0;
        double all = 0, le = 0, ge = 0;
        for (size_t at = w.first[i]; at < w.first[i + 1]; at++) {
            observed += tenths[w.to[at]];
        }
        for (unsigned set = 0; set < 1u << N; set++) {
            size_t members = 0;
            int sum = 0;
            for (unsigned j = 0; j < N; j++) {
                members += set >> j & 1;
                sum += set >> j & 1 ? tenths[j] : 0;
            }
            if (!(set >> i & 1) && members == vt_weights_degree(&w, i)) {
                all++;
                le += sum <= observed;
                ge += sum >= observed;
            }
        }
        const double exact = fmin(1, 2 * fmin(le, ge) / all);
        CHECK_CLOSE(p[i], exact, error_of(exact, R));
    }
    CHECK(p[7] == 1); /* an island */
    vt_weights_free(&w);
}

static bool stop(void *user, const char *stage, double done)
{
    (void)user, (void)stage, (void)done;
    return false;
}

TEST(permutations_repeat)
{
    enum { N = CROWD - 1 };
    double x[CROWD], y[CROWD], value[N], one[N], two[N], other[N];
    vt_weights w;
    crowd(x, y, false);
    x[7] = y[7] = 0;
    for (size_t i = 0; i < N; i++) {
        value[i] = sin((double)i) + x[i] / 300;
    }
    CHECK(vt_weights_distance(ctx, x, y, N, 60, &w) == VITRINE_OK);
    vitrine_set_threads(ctx, 1);
    CHECK(vt_permute_p(ctx, &w, value, 999, 5, one) == VITRINE_OK);
    vitrine_set_threads(ctx, 2);
    CHECK(vt_permute_p(ctx, &w, value, 999, 5, two) == VITRINE_OK);
    CHECK(memcmp(one, two, sizeof one) == 0);
    CHECK(vt_permute_p(ctx, &w, value, 999, 6, other) == VITRINE_OK);
    CHECK(memcmp(one, other, sizeof one) != 0);
    for (size_t i = 0; i < N; i++) {
        CHECK(one[i] >= 2. / 1000 && one[i] <= 1);
    }
    CHECK(vt_permute_p(ctx, &w, value, 1, 5, one) == VITRINE_OK && one[0] == 1);
    CHECK(vt_permute_p(ctx, &w, value, 0, 5, one) == VITRINE_OK && isnan(one[0]) && isnan(one[N - 1]));
    vitrine_set_progress(ctx, stop, NULL);
    CHECK(vt_permute_p(ctx, &w, value, 999, 5, one) == VITRINE_E_CANCELLED);
    vitrine_set_progress(ctx, NULL, NULL);
    vt_weights_free(&w);
}

/* --- many tests at once --------------------------------------------------------------------------- */

TEST(false_discoveries_by_hand)
{
    /* m = 4, sorted .01 .03 .04 .5: 4·.01/1 = .04; 4·.03/2 = .06, but 4·.04/3 = .0533 is less; .5. BY: times
     * 1 + 1/2 + 1/3 + 1/4 = 25/12, and .5 · 25/12 > 1 */
    const double p[] = {.01, .04, NAN, .03, .5}, c = 25. / 12;
    double q[5];
    CHECK(vt_fdr(ctx, p, 5, VT_BENJAMINI_HOCHBERG, q) == VITRINE_OK && isnan(q[2]));
    CHECK_CLOSE(q[0], .04, 1e-16);
    CHECK_CLOSE(q[1], .16 / 3, 1e-16);
    CHECK_CLOSE(q[3], .16 / 3, 1e-16);
    CHECK_CLOSE(q[4], .5, 0);
    CHECK(vt_fdr(ctx, p, 5, VT_BENJAMINI_YEKUTIELI, q) == VITRINE_OK && isnan(q[2]));
    CHECK_CLOSE(q[0], .04 * c, 1e-16);
    CHECK_CLOSE(q[1], .16 / 3 * c, 1e-16);
    CHECK_CLOSE(q[4], 1, 0);
    CHECK(vt_fdr(ctx, p, 0, VT_BENJAMINI_HOCHBERG, q) == VITRINE_OK);
    /* Benjamini & Hochberg 1995, section 4.1: of fifteen, four are discoveries at 0.05 */
    const double heart[] = {.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                            .0459, .3240, .4262, .5719, .6528, .7590, 1};
    double found[15];
    size_t discoveries = 0;
    CHECK(vt_fdr(ctx, heart, 15, VT_BENJAMINI_HOCHBERG, found) == VITRINE_OK);
    for (size_t i = 0; i < 15; i++) {
        discoveries += found[i] <= 0.05;
        CHECK(i == 0 || found[i] >= found[i - 1]);
    }
    CHECK(discoveries == 4);
}

int main(void)
{
    ctx = vitrine_context_new();
    RUN(a_band_includes_its_bound);
    RUN(a_band_against_brute_force);
    RUN(the_nearest_against_brute_force);
    RUN(neighbours_from_lists);
    RUN(too_many_neighbours_are_refused);
    RUN(gi_star_of_six_points);
    RUN(islands_and_equal_values);
    RUN(one_row_and_one_place);
    RUN(quadrants);
    RUN(moran_of_a_lattice_by_hand);
    RUN(moran_against_all_permutations);
    RUN(exact_p_against_counting_all_ways);
    RUN(exact_p_of_far_tails);
    RUN(permutations_against_the_exact_p);
    RUN(permutations_against_full_enumeration);
    RUN(permutations_repeat);
    RUN(false_discoveries_by_hand);
    vitrine_context_free(ctx);
    return failures > 0;
}
