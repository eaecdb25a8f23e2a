/* Measures by hand on integer grids; the tree against brute force. */
#include <stdlib.h>

#include "../../support/check.h"
#include "geo/geos.h"
#include "geo/measure.h"
#include "geo/rtree.h"
#include "geo/simple.h"

TEST(the_foot_of_a_point_on_a_segment)
{
    vt_foot foot = vt_measure_foot(3, 4, 0, 0, 10, 0); /* above the middle of a segment to the east */
    CHECK_CLOSE(foot.distance, 4, 0);
    CHECK_CLOSE(foot.along, 3, 0);
    CHECK(foot.cross > 0);
    foot = vt_measure_foot(3, -4, 0, 0, 10, 0);
    CHECK(foot.cross < 0);
    foot = vt_measure_foot(13, 4, 0, 0, 10, 0); /* beyond the end: 3-4-5 triangle */
    CHECK_CLOSE(foot.distance, 5, 0);
    CHECK_CLOSE(foot.along, 10, 0);
    foot = vt_measure_foot(-3, 4, 0, 0, 0, 0); /* a segment of no length */
    CHECK_CLOSE(foot.distance, 5, 0);
}

TEST(segments_that_share_a_vertex_tie_exactly)
{
    const double px = 652001.7, py = 6862003.1, vx = 652000.3, vy = 6862000.9;
    const vt_foot one = vt_measure_foot(px, py, 651900.17, 6861950.3, vx, vy);
    const vt_foot two = vt_measure_foot(px, py, vx, vy, 651890.11, 6861940.7);
    CHECK(one.distance == two.distance);
}

TEST(lengths_and_areas)
{
    const double x[] = {0, 3, 3, 0}, y[] = {0, 4, 9, 9};
    CHECK_CLOSE(vt_measure_length(x, y, 4), 5 + 5 + 3, 0);
    const double sx[] = {652000, 652010, 652010, 652000, 652000}, sy[] = {6862000, 6862000, 6862010, 6862010, 6862000};
    CHECK_CLOSE(vt_measure_ring_area(sx, sy, 5), 100, 0);
    const double rx[] = {0, 0, 10, 10, 0}, ry[] = {0, 10, 10, 0, 0};
    CHECK_CLOSE(vt_measure_ring_area(rx, ry, 5), -100, 0);
}

TEST(inside_outside_and_on_the_boundary)
{
    const double x[] = {0, 10, 10, 5, 0, 0}, y[] = {0, 0, 10, 5, 10, 0}; /* a square with a notch from above */
    CHECK(vt_measure_in_ring(5, 2, x, y, 6) == 1);
    CHECK(vt_measure_in_ring(5, 8, x, y, 6) == 0); /* in the notch */
    CHECK(vt_measure_in_ring(5, 5, x, y, 6) == -1); /* its tip */
    CHECK(vt_measure_in_ring(10, 5, x, y, 6) == -1);
    CHECK(vt_measure_in_ring(10, 0, x, y, 6) == -1);
    CHECK(vt_measure_in_ring(11, 5, x, y, 6) == 0);
    CHECK(vt_measure_in_ring(-1, 5, x, y, 6) == 0);
    CHECK(vt_measure_in_ring(1, 9, x, y, 6) == -1 || vt_measure_in_ring(1, 9, x, y, 6) == 1);
}

TEST(crossing_is_not_touching)
{
    CHECK(vt_measure_cross(0, 0, 10, 10, 0, 10, 10, 0));
    CHECK(!vt_measure_cross(0, 0, 10, 0, 5, 0, 5, 5)); /* a T */
    CHECK(!vt_measure_cross(0, 0, 10, 0, 10, 0, 20, 5)); /* end to end */
    CHECK(!vt_measure_cross(0, 0, 10, 0, 2, 0, 8, 0)); /* one on the other */
}

typedef struct {
    bool found[2000];
    size_t n;
} hits;

static bool note(void *user, size_t item)
{
    hits *h = user;
    h->found[item] = true;
    h->n++;
    return true;
}

TEST(the_tree_finds_what_brute_force_finds)
{
    enum { N = 2000 };
    static vt_box boxes[N];
    srand(1);
    for (size_t i = 0; i < N; i++) {
        const double x = rand() % 10000, y = rand() % 10000;
        boxes[i] = (vt_box){x, y, x + rand() % 100, y + rand() % 100};
    }
    const size_t sizes[] = {0, 1, 2, 15, 16, 17, 256, 257, N};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        vt_rtree *tree = vt_rtree_new(boxes, sizes[s]);
        CHECK(tree != NULL);
        for (int q = 0; q < 200; q++) {
            static hits h;
            h = (hits){.n = 0};
            const double x = rand() % 10000, y = rand() % 10000;
            const vt_box query = {x, y, x + rand() % 500, y + rand() % 500};
            vt_rtree_search(tree, &query, note, &h);
            size_t expected = 0;
            for (size_t i = 0; i < sizes[s]; i++) {
                const bool meets = vt_box_meets(&boxes[i], &query);
                expected += meets;
                CHECK(h.found[i] == meets);
            }
            CHECK(h.n == expected);
        }
        vt_rtree_free(tree);
    }
}

typedef struct {
    const vt_box *boxes;
    double x, y;
    size_t asked;
} seeker;

static double middle_distance(void *user, size_t item)
{
    seeker *s = user;
    s->asked++;
    const vt_box *box = &s->boxes[item];
    return hypot((box->xmin + box->xmax) / 2 - s->x, (box->ymin + box->ymax) / 2 - s->y);
}

TEST(the_tree_tells_the_least_distance_that_brute_force_tells)
{
    enum { N = 2000 };
    static vt_box boxes[N];
    srand(2);
    for (size_t i = 0; i < N; i++) {
        const double x = rand() % 10000, y = rand() % 10000;
        boxes[i] = (vt_box){x, y, x + rand() % 100, y + rand() % 100};
    }
    const size_t sizes[] = {0, 1, 17, 257, N};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        vt_rtree *tree = vt_rtree_new(boxes, sizes[s]);
        CHECK(tree != NULL);
        for (int q = 0; q < 200; q++) {
            seeker seek = {.boxes = boxes, .x = rand() % 12000, .y = rand() % 12000};
            const vt_box query = {seek.x, seek.y, seek.x, seek.y};
            const double found = vt_rtree_nearest(tree, &query, middle_distance, &seek);
            CHECK(seek.asked <= 100);
            double expected = INFINITY;
            for (size_t i = 0; i < sizes[s]; i++) {
                expected = fmin(expected, middle_distance(&seek, i));
            }
            CHECK(found == expected);
        }
        vt_rtree_free(tree);
    }
}

/* Rings of a few vertices on a small grid, so that many touch or cross themselves: what is called simple GEOS calls valid,
 * and it is most of what GEOS calls valid. */
TEST(what_is_called_simple_is_valid)
{
    vt_geos *geos = vt_geos_new();
    size_t valid = 0, simple = 0;
    srand(3);
    for (int round = 0; round < 20000; round++) {
        const uint32_t n = 3 + (uint32_t)rand() % 6;
        double x[12], y[12];
        for (uint32_t i = 0; i < n; i++) {
            x[i] = 650000 + rand() % 6 + (round % 2 ? 0.1 : 0);
            y[i] = 6860000 + rand() % 6 + (round % 2 ? 0.3 : 0);
        }
        x[n] = x[0];
        y[n] = y[0];
        const uint32_t ring[] = {0, 1}, vertex[] = {0, n + 1};
        const vt_geometry g = {NULL, NULL, (uint32_t *)ring, (uint32_t *)vertex, x, y};
        vt_geos_geometry *polygon = vt_geos_polygons(geos, &g, 0, 1);
        char why[200];
        double wx, wy;
        const bool is_valid = polygon && vt_geos_is_valid(geos, polygon, why, sizeof why, &wx, &wy) && vt_geos_area(geos, polygon) > 0;
        const bool is_simple = vt_simple_ring(x, y, n + 1);
        CHECK(is_valid || !is_simple);
        valid += is_valid;
        simple += is_simple;
        vt_geos_drop(geos, polygon);
    }
    CHECK(simple > valid / 2);
    CHECK(valid > 1000);
    vt_geos_free(geos);
}

int main(void)
{
    RUN(the_foot_of_a_point_on_a_segment);
    RUN(segments_that_share_a_vertex_tie_exactly);
    RUN(lengths_and_areas);
    RUN(inside_outside_and_on_the_boundary);
    RUN(crossing_is_not_touching);
    RUN(the_tree_finds_what_brute_force_finds);
    RUN(the_tree_tells_the_least_distance_that_brute_force_tells);
    RUN(what_is_called_simple_is_valid);
    return failures > 0;
}
