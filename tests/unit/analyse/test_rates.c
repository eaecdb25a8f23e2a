/* Wilson, empirical Bayes, classes: against published figures, reference sets and hand calculations. */
#include <stdlib.h>

#include "../../support/check.h"
#include "analyse/vacancy/rates.h"

TEST(wilson_against_published_intervals)
{
    double low, high;
    /* Newcombe (1998), Statistics in Medicine 17, table I, method 3 (score): 81/263, 15/148, 0/20, 1/29 */
    vt_rates_wilson(81, 263, &low, &high);
    CHECK_CLOSE(low, 0.2553, 5e-5);
    CHECK_CLOSE(high, 0.3662, 5e-5);
    vt_rates_wilson(15, 148, &low, &high);
    CHECK_CLOSE(low, 0.0624, 5e-5);
    CHECK_CLOSE(high, 0.1605, 5e-5);
    vt_rates_wilson(0, 20, &low, &high);
    CHECK_CLOSE(low, 0, 0);
    CHECK_CLOSE(high, 0.1611, 5e-5);
    vt_rates_wilson(1, 29, &low, &high);
    CHECK_CLOSE(low, 0.0061, 5e-5);
    CHECK_CLOSE(high, 0.1718, 5e-5);
    vt_rates_wilson(0, 0, &low, &high);
    CHECK(isnan(low) && isnan(high));
    vt_rates_wilson(7, 7, &low, &high);
    CHECK_CLOSE(high, 1, 0);
}

TEST(bayes_by_hand)
{
    /* v = 1, 3 of b = 10, 10: m = 0.2, m(1−m) = 0.16; Σb(r−m)²/Σb = 0.01; 0.16/10 = 0.016; A = max(0, −0.006)
     * = 0, so both borrow everything: 0.2 */
    const double v[] = {1, 3}, b[] = {10, 10};
    double rate[3];
    vt_rates_bayes(v, b, 2, false, rate);
    CHECK_CLOSE(rate[0], 0.2, 1e-15);
    CHECK_CLOSE(rate[1], 0.2, 1e-15);
    /* v = 0, 10, – of b = 20, 20, 0: m = 0.25, m(1−m) = 0.1875; Σb(r−m)²/Σb = 0.0625; s = A's second term =
     * 0.1875/20 = 0.009375; A = 0.053125; w = A/(A+s) = 0.85; rates 0.25 ∓ 0.85·0.25 */
    const double v2[] = {0, 10, 0}, b2[] = {20, 20, 0};
    vt_rates_bayes(v2, b2, 3, false, rate);
    CHECK_CLOSE(rate[0], 0.0375, 1e-15);
    CHECK_CLOSE(rate[1], 0.4625, 1e-15);
    CHECK(isnan(rate[2]));
}

TEST(bayes_without_spread_or_at_the_ends)
{
    const double none[] = {0, 0}, all[] = {5, 7}, b[] = {5, 7};
    double rate[2];
    vt_rates_bayes(none, b, 2, false, rate);
    CHECK(rate[0] == 0 && rate[1] == 0);
    vt_rates_bayes(all, b, 2, false, rate);
    CHECK(rate[0] == 1 && rate[1] == 1);
}

TEST(standardised_by_hand)
{
    double z[3];
    /* m = 0.25, A = 0.053125, s = 0.009375 as above: √(A + s) = 0.25 */
    const double v[] = {0, 10, 0}, b[] = {20, 20, 0};
    vt_rates_standardised(v, b, 3, false, z);
    CHECK_CLOSE(z[0], -1, 1e-15);
    CHECK_CLOSE(z[1], 1, 1e-15);
    CHECK(isnan(z[2]));
    /* Poisson, m = 0.2: 0.01 − 0.2/10 = −0.01; with s = 0.02 the variance is 0.01: (0.1 − 0.2)/0.1. Binomial: A = max(0,
     * 0.01 − 0.016) = 0; (0.1 − 0.2)/√0.016 */
    const double v2[] = {1, 3}, ten[] = {10, 10};
    vt_rates_standardised(v2, ten, 2, true, z);
    CHECK_CLOSE(z[0], -1, 1e-14);
    vt_rates_standardised(v2, ten, 2, false, z);
    CHECK_CLOSE(z[0], -0.1 / sqrt(0.016), 1e-14);
    /* equal rates, Poisson: A + s = 0, so s alone; all vacant: nothing varies */
    vt_rates_standardised((double[]){2, 2}, ten, 2, true, z);
    CHECK_CLOSE(z[0], 0, 1e-15);
    vt_rates_standardised(ten, ten, 2, false, z);
    CHECK(isnan(z[0]) && isnan(z[1]));
}

/* North Carolina SIDS: EBest of R's spdep, 100 counties (Poisson variance). */
TEST(bayes_poisson_against_spdep)
{
    const char *path = getenv("SIDS2_SPDEP");
    FILE *file = path ? fopen(path, "r") : NULL;
    if (!file) {
        printf("# no reference set\n");
        return;
    }
    enum { N = 100 };
    double v[N], b[N], expected[N], rate[N];
    char line[512];
    size_t n = 0;
    while (fgets(line, sizeof line, file)) { /* FIPS, SID74, BIR74, EBest_raw, EBest, … */
        n += n < N && sscanf(line, "%*d,%lf,%lf,%*f,%lf", &v[n], &b[n], &expected[n]) == 3;
    }
    fclose(file);
    CHECK(n == N);
    vt_rates_bayes(v, b, N, true, rate);
    for (size_t i = 0; i < N; i++) {
        CHECK_CLOSE(rate[i], expected[i], 1e-12);
    }
}

static vt_rate_rules procos = {.bounds = {0.05, 0.075, 0.10}, .n_bounds = 3, .min_premises = 5};

TEST(a_bound_belongs_above_but_the_last_must_be_exceeded)
{
    CHECK(vt_rates_class(&procos, 0) == 0 && vt_rates_class(&procos, 0.0499) == 0);
    CHECK(vt_rates_class(&procos, 1.0 / 20) == 1);
    CHECK(vt_rates_class(&procos, 3.0 / 40) == 2);
    CHECK(vt_rates_class(&procos, 1.0 / 10) == 2);
    CHECK(vt_rates_class(&procos, 73.0 / 730) == 2);
    CHECK(vt_rates_class(&procos, 0.1001) == 3 && vt_rates_class(&procos, 1) == 3);
    CHECK(vt_rates_class(&procos, NAN) == -1);
}

TEST(works_count_when_asked)
{
    vt_rate_rules vacant = procos;
    vacant.works_vacant = true;
    vt_tally plain = {0}, counted = {0};
    static const vt_status all[] = {VT_OCCUPIED, VT_OCCUPIED, VT_VACANT, VT_WORKS, VT_RESERVE, VT_CONVERTED, VT_UNKNOWN};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        vt_tally_add(&plain, &procos, all[i], VT_TERM_UNKNOWN, 10, NAN);
        vt_tally_add(&counted, &vacant, all[i], VT_TERM_UNKNOWN, 10, NAN);
    }
    CHECK(vt_tally_vacant(&plain, &procos) == 1 && vt_tally_stock(&plain, &procos) == 3);
    CHECK(vt_tally_vacant(&counted, &vacant) == 2 && vt_tally_stock(&counted, &vacant) == 4);
    CHECK_CLOSE(vt_sum_value(&plain.frontage_m), 30, 0); /* the stock's, not the reserve's */
    CHECK_CLOSE(vt_sum_value(&counted.frontage_vacant_m), 20, 0);
    CHECK(plain.floors == 0);
}

int main(void)
{
    RUN(wilson_against_published_intervals);
    RUN(bayes_by_hand);
    RUN(bayes_without_spread_or_at_the_ends);
    RUN(standardised_by_hand);
    RUN(bayes_poisson_against_spdep);
    RUN(a_bound_belongs_above_but_the_last_must_be_exceeded);
    RUN(works_count_when_asked);
    return failures > 0;
}
