/* Density along streets: by hand on streets and crossings, by brute force (tests/oracle/network_kde.py) on two
 * networks, and by what must hold on any: the mass is that of the events, whatever the threads. */
#include "../../support/check.h"
#include "../../support/town.h"
#include "analyse/heatmap/network_density.h"
#include "base/number.h"
#include "network_kde.h"

static vt_lixels lixels; /* of the last estimate */

static vitrine_status estimate(town *t, const vt_event *events, size_t n, vt_kernel kernel, double h, bool continuous)
{
    vt_lixels_free(&lixels);
    return vt_network_density(t->ctx, t->net, events, n, kernel, h, continuous, &lixels);
}

#define ALL UINT32_MAX

static double mass_of(uint32_t block)
{
    vt_sum sum = {0};
    for (size_t i = 0; i < lixels.n; i++) {
        if (block == ALL || lixels.block[i] == block) {
            vt_sum_add(&sum, lixels.stock[i] * (lixels.to_m[i] - lixels.from_m[i]));
        }
    }
    return vt_sum_value(&sum);
}

/* --- by hand ------------------------------------------------------------------------------------- */

TEST(a_straight_street)
{
    /* 100 m, four lixels; event in the middle, uniform kernel of 40 m: 1/80 per metre from 10 to 90 */
    town *t = town_new();
    STREET(t, 0, 0, 60, 80);
    CHECK(town_build(t));
    vt_event event = {0, 50, 2, 1};
    CHECK(!estimate(t, &event, 1, VT_UNIFORM, 40, false));
    CHECK(lixels.n == 4);
    CHECK_CLOSE(lixels.stock[0], 2 * 15. / 80 / 25, 1e-12);
    CHECK_CLOSE(lixels.stock[1], 2 * 25. / 80 / 25, 1e-12);
    CHECK_CLOSE(lixels.vacant[3], 15. / 80 / 25, 1e-12);
    /* quartic: ∫15/16·(1−u²)² from 0 to u is 15/16·(u − 2u³/3 + u⁵/5); u = 5/8 at the lixel's end */
    const double u = 5. / 8, inner = 15. / 16 * (u - 2 * u * u * u / 3 + u * u * u * u * u / 5);
    CHECK(!estimate(t, &event, 1, VT_QUARTIC, 40, true));
    CHECK_CLOSE(lixels.vacant[2] * 25, inner, 1e-12);
    CHECK_CLOSE(lixels.vacant[3] * 25, 0.5 - inner, 1e-12);
    /* at 10 m of the begin, uniform: 0..50 m bear 1/80, and the 30 m beyond the begin come back over 0..30 */
    event.offset_m = 10;
    CHECK(!estimate(t, &event, 1, VT_UNIFORM, 40, false));
    CHECK_CLOSE(lixels.vacant[0] * 25, 25. / 80 + 25. / 80, 1e-12);
    CHECK_CLOSE(lixels.vacant[1] * 25, 25. / 80 + 5. / 80, 1e-12);
    CHECK_CLOSE(lixels.vacant[2], 0, 0);
    town_free(t);
}

TEST(crossings_of_two_to_four)
{
    /* uniform kernel of 40 m, the event 10 m west of the crossing: 30/80 arrive there */
    for (size_t arms = 2; arms <= 4; arms++) {
        town *t = town_new();
        const double d = (double)arms, arriving = 30. / 80;
        STREET(t, -50, 0, 0, 0);
        STREET(t, 0, 0, 50, 0);
        if (arms > 2) {
            STREET(t, 0, 0, 0, 50);
        }
        if (arms > 3) {
            STREET(t, 0, 0, 0, -50);
        }
        CHECK(town_build(t) && t->net->blocks.n == arms);
        const vt_event event = {0, 40, 1, 0};
        CHECK(!estimate(t, &event, 1, VT_UNIFORM, 40, false));
        CHECK_CLOSE(mass_of(0), 50. / 80, 1e-12);
        for (uint32_t arm = 1; arm < arms; arm++) {
            CHECK_CLOSE(mass_of(arm), arriving / (d - 1), 1e-12);
        }
        CHECK(!estimate(t, &event, 1, VT_UNIFORM, 40, true));
        CHECK_CLOSE(mass_of(0), 50. / 80 - arriving * (d - 2) / d, 1e-12);
        for (uint32_t arm = 1; arm < arms; arm++) {
            CHECK_CLOSE(mass_of(arm), arriving * 2 / d, 1e-12);
        }
        town_free(t);
    }
}

TEST(an_event_at_a_crossing)
{
    /* three arms: 1/2 stays, 1/4 and 1/4 pass; continuous: a third each, whichever arm it was matched to */
    town *t = town_new();
    STREET(t, 0, 0, 50, 0);
    STREET(t, 0, 0, 0, 50);
    STREET(t, -50, 0, 0, 0);
    CHECK(town_build(t));
    for (uint32_t arm = 0; arm < 3; arm++) {
        const vt_event event = {arm, arm == 2 ? 50 : 0, 1, 1};
        CHECK(!estimate(t, &event, 1, VT_QUARTIC, 45, false));
        for (uint32_t other = 0; other < 3; other++) {
            CHECK_CLOSE(mass_of(other), other == arm ? 0.5 : 0.25, 1e-12);
        }
        CHECK(!estimate(t, &event, 1, VT_QUARTIC, 45, true));
        for (uint32_t other = 0; other < 3; other++) {
            CHECK_CLOSE(mass_of(other), 1. / 3, 1e-12);
        }
    }
    town_free(t);
}

TEST(a_place_where_a_street_only_changes_its_name_changes_nothing)
{
    town *one = town_new(), *two = town_new();
    STREET(one, 0, 0, 100, 0);
    STREET(two, 0, 0, 50, 0);
    STREET(two, 50, 0, 100, 0);
    STREET(one, 100, 0, 100, 75);
    STREET(two, 100, 0, 100, 75);
    CHECK(town_build(one) && town_build(two));
    const vt_event there = {0, 70, 1, 0}, here = {1, 20, 1, 0};
    for (int continuous = 0; continuous < 2; continuous++) {
        CHECK(!estimate(one, &there, 1, VT_TRIANGULAR, 90, continuous) && lixels.n == 7);
        double whole[7];
        memcpy(whole, lixels.stock, sizeof whole);
        CHECK(!estimate(two, &here, 1, VT_TRIANGULAR, 90, continuous) && lixels.n == 7);
        for (size_t i = 0; i < 7; i++) {
            CHECK_CLOSE(lixels.stock[i], whole[i], 1e-14);
        }
    }
    town_free(one);
    town_free(two);
}

/* --- by brute force ------------------------------------------------------------------------------ */

static town *draw_grid(double m)
{
    town *t = town_new();
    for (int k = 0; k < 4; k++) {
        STREET(t, 0, m * k, m, m * k, 2 * m, m * k, 3 * m, m * k);
    }
    for (int k = 0; k < 4; k++) {
        STREET(t, m * k, 0, m * k, m, m * k, 2 * m, m * k, 3 * m);
    }
    return t;
}

/* The oracle states 13 digits; lengths here are whole metres, so nothing else is lost. */
TEST(a_grid_as_by_brute_force)
{
    for (int large = 0; large < 2; large++) {
        const double m = large ? 50 : 1;
        const size_t n = large ? 48 : 24;
        town *t = draw_grid(m);
        CHECK(town_build(t) && t->net->blocks.n == 24);
        const vt_event event = {16, m / 2, 1, 1};
        for (int continuous = 0; continuous < 2; continuous++) {
            CHECK(!estimate(t, &event, 1, VT_QUARTIC, 2 * m, continuous));
            CHECK(lixels.n == n);
            CHECK_CLOSE(mass_of(ALL), 1, 1e-12);
            for (size_t i = 0; i < n; i++) {
                CHECK_CLOSE(lixels.stock[i], large ? grid[continuous][i] : unit_grid[continuous][i], 1e-13);
            }
            for (size_t i = 0; i < n / 8; i++) { /* the first street mirrors the fourth, the second the third */
                CHECK_CLOSE(lixels.stock[i], lixels.stock[3 * n / 8 + i], 1e-14);
                CHECK_CLOSE(lixels.stock[n / 8 + i], lixels.stock[n / 4 + i], 1e-14);
            }
        }
        town_free(t);
    }
}

/* Also a little smaller, for lengths that are no round number: they are rounded to 1e-6 m. */
TEST(a_kite_with_loop_ring_and_dead_ends_as_by_brute_force)
{
    static const vt_event events[] = {{2, 35, 1, 0}, {4, 10, 1, 1}, {3, 50, 1, 0},
                                      {5, 5, 1, 0},  {6, 1, 1, 0},  {1, 0, 1, 1}};
    static const vt_kernel order[] = {VT_QUARTIC, VT_EPANECHNIKOV, VT_GAUSSIAN, VT_TRIANGULAR, VT_UNIFORM};
    for (int smaller = 0; smaller < 2; smaller++) {
        const double m = smaller ? 0.987654321 : 1;
        town *t = town_new();
        STREET(t, 0, 0, 60 * m, 0);
        STREET(t, 60 * m, 0, 60 * m, 80 * m);
        STREET(t, 0, 0, 60 * m, 80 * m);
        STREET(t, 60 * m, 0, 90 * m, 40 * m);
        STREET(t, 60 * m, 80 * m, 90 * m, 80 * m, 90 * m, 120 * m, 60 * m, 80 * m);
        STREET(t, 500, 0, 500 + 20 * m, 0, 500 + 20 * m, 20 * m, 500, 20 * m, 500, 0);
        STREET(t, 900, 0, 900 + 3 * m, 0);
        CHECK(town_build(t) && t->net->blocks.n == 7);
        vt_event scaled[6];
        for (size_t i = 0; i < 6; i++) {
            scaled[i] = events[i];
            scaled[i].offset_m *= m;
        }
        for (size_t k = 0; k < 10; k++) {
            CHECK(!estimate(t, scaled, 6, order[k / 2], m * (order[k / 2] == VT_GAUSSIAN ? 32.5 : 130), k % 2));
            CHECK(lixels.n == 23);
            for (size_t i = 0; i < 23; i++) {
                CHECK_CLOSE(lixels.stock[i] * m, kite[k][i], smaller ? 1e-9 : 1e-12);
            }
        }
        town_free(t);
    }
}

/* --- whatever the network ------------------------------------------------------------------------ */

static double chance(uint64_t *seed) /* 0..1; Knuth's MMIX constants */
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(*seed >> 11) * 0x1p-53;
}

/* Streets between places drawn at random: nodes of any degree, loops, doubles, a part of its own. */
static void draw_any(town *t, uint64_t *seed, size_t places, size_t streets, double size)
{
    double x[64], y[64];
    for (size_t i = 0; i < places; i++) {
        x[i] = 5e5 + floor(chance(seed) * size * 100) / 100;
        y[i] = 6e6 + floor(chance(seed) * size * 100) / 100;
    }
    for (size_t k = 0; k < streets; k++) {
        const size_t a = (size_t)(chance(seed) * (double)places), b = (size_t)(chance(seed) * (double)places);
        const double px = x[a] + chance(seed), py = y[a] + chance(seed) * 9;
        STREET(t, x[a], y[a], px, py, x[b], y[b]);
    }
    STREET(t, 9e5, 6e6, 9e5, 6e6 + 0.3); /* shorter than a metre */
}

/* Events anywhere, every fifth at an end of its block; the sums of their weights. */
static void draw_events(const town *t, uint64_t *seed, vt_event *events, size_t n, double *stock, double *vacant)
{
    *stock = *vacant = 0;
    for (size_t i = 0; i < n; i++) {
        const uint32_t block = (uint32_t)(chance(seed) * (double)t->net->blocks.n);
        const double length = t->net->blocks.at[block].length_m, where = length * chance(seed);
        events[i] = (vt_event){block, i % 5 ? where : i % 2 ? 0 : length, 1, chance(seed) < 0.2};
        *stock += events[i].stock;
        *vacant += events[i].vacant;
    }
}

TEST(mass_is_kept_and_threads_do_not_show)
{
    uint64_t seed = 20240131;
    for (size_t trial = 0; trial < 40; trial++) {
        town *t = town_new();
        draw_any(t, &seed, 5 + trial % 4, 4 + trial % 7, trial % 3 ? 120 : 30);
        CHECK(town_build(t));
        vt_event events[80];
        double stock, vacant;
        draw_events(t, &seed, events, 80, &stock, &vacant);
        const vt_kernel kernel = (vt_kernel)(trial % VT_KERNELS);
        const double h = (trial % 3 ? 100 : 40) / (kernel == VT_GAUSSIAN ? 4. : 1.);
        for (int continuous = 0; continuous < 2; continuous++) {
            vitrine_set_threads(t->ctx, 1);
            CHECK(!estimate(t, events, 80, kernel, h, continuous));
            CHECK_CLOSE(mass_of(ALL), stock, 1e-9 * stock);
            vt_lixels one = lixels;
            lixels = (vt_lixels){0};
            vitrine_set_threads(t->ctx, 2);
            CHECK(!estimate(t, events, 80, kernel, h, continuous));
            double sum = 0;
            for (size_t i = 0; i < one.n; i++) {
                sum += one.vacant[i] * (one.to_m[i] - one.from_m[i]);
                CHECK(continuous || one.vacant[i] <= one.stock[i] + 1e-12);
            }
            CHECK_CLOSE(sum, vacant, 1e-9 * stock);
            CHECK(one.n == lixels.n && memcmp(one.stock, lixels.stock, one.n * sizeof *one.stock) == 0 &&
                  memcmp(one.vacant, lixels.vacant, one.n * sizeof *one.vacant) == 0);
            vt_lixels_free(&one);
        }
        town_free(t);
    }
}

TEST(a_bandwidth_larger_than_the_town_spreads_it_evenly)
{
    /* folded back and forth over 290 m, the kernel is even but for its spectrum at the wave of 580 m: for the
     * quartic about 15·(2πh/580)⁻³, 4e-6 at h = 50 × 290 m, for each of the two events */
    town *t = town_new();
    STREET(t, 0, 0, 60, 80);
    STREET(t, 60, 80, 60, 200, 130, 200);
    CHECK(town_build(t));
    const vt_event events[] = {{0, 20, 1, 0}, {1, 190, 1, 0}};
    for (int continuous = 0; continuous < 2; continuous++) {
        CHECK(!estimate(t, events, 2, VT_QUARTIC, 50 * 290, continuous));
        CHECK_CLOSE(mass_of(ALL), 2, 2e-9);
        for (size_t i = 0; i < lixels.n; i++) {
            CHECK_CLOSE(lixels.stock[i], 2. / 290, 2e-5 / 290);
        }
    }
    town_free(t);
}

TEST(blocks_of_no_length)
{
    town *t = town_new();
    STREET(t, 0, 0, 50, 0);
    STREET(t, 50, 0, 50, 0.004); /* a slip of drawing between two streets */
    STREET(t, 50, 0.004, 100, 0);
    STREET(t, 700, 0, 700, 0.004); /* and one on its own */
    CHECK(town_build(t));
    const vt_event events[] = {{0, 40, 1, 0}, {1, 0.002, 1, 0}, {3, 0, 1, 0}};
    for (int none = 0; none < 2; none++) { /* as drawn, then of no length at all */
        for (int continuous = 0; continuous < 2; continuous++) {
            CHECK(!estimate(t, events, 3, VT_UNIFORM, 40, continuous));
            CHECK_CLOSE(mass_of(0), 50. / 80 + 0.5, 1e-12);
            CHECK_CLOSE(mass_of(2), 30. / 80 + 0.5, 1e-12);
            CHECK(lixels.n == 4 && lixels.block[2] == 2);
        }
        t->net->blocks.at[1].length_m = t->net->blocks.at[3].length_m = 0;
    }
    CHECK(!estimate(t, NULL, 0, VT_UNIFORM, 40, false));
    CHECK_CLOSE(mass_of(ALL), 0, 0);
    town_free(t);
}

TEST(too_many_crossings_are_refused)
{
    town *t = town_new();
    uint64_t seed = 7;
    draw_any(t, &seed, 12, 60, 10);
    CHECK(town_build(t));
    const vt_event event = {0, 0, 1, 0};
    CHECK(estimate(t, &event, 1, VT_QUARTIC, 1000, true) == VITRINE_E_INPUT);
    CHECK(strstr(vitrine_message(t->ctx), "heatmap.bandwidth_m: 1000 m"));
    CHECK(strstr(vitrine_message(t->ctx), "heatmap.network: discontinuous"));
    town_free(t);
}

/* --- to and from the network --------------------------------------------------------------------- */

TEST(places_on_the_block_of_a_ring)
{
    /* a square of 80 m that starts at (0, 0), met at (20, 10), measure 30, by another street: its only block runs
     * from there over the start */
    town *t = town_new();
    STREET(t, 0, 0, 20, 0, 20, 10, 20, 20, 0, 20, 0, 0);
    STREET(t, 20, 10, 45, 10);
    CHECK(town_build(t) && t->net->blocks.n == 2);
    for (uint32_t s = 0; s < 5; s++) { /* the middle of each side; the third starts at the crossing */
        static const double measure[] = {10, 25, 35, 50, 70}, offset[] = {60, 75, 5, 20, 40};
        const vt_match match = {.segment = s, .measure_m = measure[s]};
        const vt_event event = vt_network_event(t->net, &match);
        CHECK(event.block == 0);
        CHECK_CLOSE(event.offset_m, offset[s], 1e-12);
    }
    const vt_match match = {.segment = 5, .measure_m = 7};
    CHECK(vt_network_event(t->net, &match).block == 1);
    CHECK_CLOSE(vt_network_event(t->net, &match).offset_m, 7, 0);
    town_free(t);
}

static const vt_rate_rules two = {.min_premises = 2, .bounds = {0.1}, .n_bounds = 1};

TEST(the_layer_draws_each_lixel_and_tells_its_rate)
{
    town *t = town_new();
    STREET(t, 0, 0, 30, 0, 30, 10); /* 40 m: lixels 0..20 and 20..40, the bend in the second */
    STREET(t, 500, 0, 500, 20);
    CHECK(town_build(t));
    const vt_event events[] = {{0, 5, 3, 1}, {0, 35, 1, 1}};
    CHECK(!estimate(t, events, 2, VT_UNIFORM, 10, false));
    vitrine_result *result;
    CHECK(!vt_result_new(t->ctx, &result));
    CHECK(!vt_network_density_layer(t->ctx, t->net, &lixels, &two, 10, result));
    const vitrine_layer *layer = vitrine_result_find(result, "network_density");
    CHECK(layer && layer->n == 3);
    const vt_geometry *g = &layer->geometry;
    static const double x[] = {0, 20, 20, 30, 30, 500, 500}, y[] = {0, 0, 0, 0, 10, 0, 20};
    static const uint32_t vertex[] = {0, 2, 5, 7};
    CHECK(memcmp(g->vertex, vertex, sizeof vertex) == 0);
    CHECK(memcmp(g->x, x, sizeof x) == 0 && memcmp(g->y, y, sizeof y) == 0);
    CHECK_TEXT(vitrine_layer_get_text(layer, 1, 0), "1/1/2");
    CHECK_TEXT(vitrine_layer_get_text(layer, 2, 1), "2");
    /* columns: length, stock, vacant, rate, class, enough. 3/20 and 1/20 per metre: 3 and 1 over 2 × 10 m */
    static const double expected[3][6] = {{20, 0.15, 0.05, 1. / 3, 1, 1}, {20, 0.05, 0.05, 1, 1, 0}, {20, 0, 0, NAN, NAN, 0}};
    for (size_t row = 0; row < 3; row++) {
        for (size_t c = 0; c < 6; c++) {
            const double found = vitrine_layer_get_real(layer, row, c + 2);
            CHECK((isnan(found) && isnan(expected[row][c])) || fabs(found - expected[row][c]) < 1e-12);
        }
    }
    vitrine_result_free(result);
    town_free(t);
}

TEST(the_lixels_of_a_ring_are_drawn_over_its_start)
{
    /* the ring above from its crossing: 20-m lixels (20,10)–(10,20)–…: cuts at 20, 40, 60 m of the way round */
    town *t = town_new();
    STREET(t, 0, 0, 20, 0, 20, 10, 20, 20, 0, 20, 0, 0);
    STREET(t, 20, 10, 45, 10);
    CHECK(town_build(t));
    CHECK(!estimate(t, NULL, 0, VT_UNIFORM, 10, false));
    vitrine_result *result;
    CHECK(!vt_result_new(t->ctx, &result));
    CHECK(!vt_network_density_layer(t->ctx, t->net, &lixels, &two, 10, result));
    const vt_geometry *g = &vitrine_result_find(result, "network_density")->geometry;
    static const double x[] = {20, 20, 10, 10, 0, 0, 0, 0, 10, 10, 20, 20, 20, 45};
    static const double y[] = {10, 20, 20, 20, 20, 10, 10, 0, 0, 0, 0, 10, 10, 10};
    CHECK(g->vertex[5] == 14);
    for (size_t i = 0; i < 14; i++) {
        CHECK_CLOSE(g->x[i], x[i], 1e-12);
        CHECK_CLOSE(g->y[i], y[i], 1e-12);
    }
    vitrine_result_free(result);
    town_free(t);
}

int main(void)
{
    RUN(a_straight_street);
    RUN(crossings_of_two_to_four);
    RUN(an_event_at_a_crossing);
    RUN(a_place_where_a_street_only_changes_its_name_changes_nothing);
    RUN(a_grid_as_by_brute_force);
    RUN(a_kite_with_loop_ring_and_dead_ends_as_by_brute_force);
    RUN(mass_is_kept_and_threads_do_not_show);
    RUN(a_bandwidth_larger_than_the_town_spreads_it_evenly);
    RUN(blocks_of_no_length);
    RUN(too_many_crossings_are_refused);
    RUN(places_on_the_block_of_a_ring);
    RUN(the_layer_draws_each_lixel_and_tells_its_rate);
    RUN(the_lixels_of_a_ring_are_drawn_over_its_start);
    vt_lixels_free(&lixels);
    return failures > 0;
}
