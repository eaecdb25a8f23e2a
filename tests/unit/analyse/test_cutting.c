/* The cutting of polygons by plain arithmetic against GEOS's whole overlay of the same, over random stars and rectangles (fixed seed), and
 * rectangles and rulers worked out by hand. */
#include <stdlib.h>

#include "../../support/check.h"
#include "analyse/land/contiguity.h"
#include "analyse/land/fragment.h"
#include "analyse/land/rectangle.h"
#include "analyse/land/split.h"

static uint64_t state = 20261128;

static double chance(double low, double high) /* xorshift64* */
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return low + (high - low) * (double)((state * 2685821657736338717ULL) >> 11) / 9007199254740992.0;
}

/* A polygon of one ring, drawn around a point: a star of n corners, in either direction; `round`: hardly a star. */
typedef struct {
    uint32_t ring[2], vertex[2];
    double x[600], y[600];
    vt_geometry g;
    vt_parts parts;
} star;

static void draw_star(star *s, double cx, double cy, double radius, uint32_t n, bool turned)
{
    const double pi = 3.14159265358979323846;
    for (uint32_t i = 0; i < n; i++) {
        const double r = radius * chance(0.55, 1), angle = 2 * pi * (turned ? n - i : i) / n;
        s->x[i] = 650000 + cx + r * cos(angle);
        s->y[i] = 6860000 + cy + r * sin(angle);
    }
    s->x[n] = s->x[0];
    s->y[n] = s->y[0];
    s->ring[0] = 0, s->ring[1] = 1, s->vertex[0] = 0, s->vertex[1] = n + 1;
    s->g = (vt_geometry){NULL, NULL, s->ring, s->vertex, s->x, s->y};
    s->parts = (vt_parts){&s->g, 0, 1};
}

static double area_of_both(vt_geos *geos, const star *a, const star *b)
{
    vt_geos_geometry *one = vt_geos_polygons(geos, &a->g, 0, 1), *two = vt_geos_polygons(geos, &b->g, 0, 1);
    vt_geos_geometry *both = vt_geos_intersection(geos, one, two);
    const double area = both ? vt_geos_area(geos, both) : NAN;
    vt_geos_drop(geos, one);
    vt_geos_drop(geos, two);
    vt_geos_drop(geos, both);
    return area;
}

/* What is cut and what is left make the whole, and the cut is GEOS's, whether split, clipped or told by a glance. Tolerance: 1e-6 m²
 * of up to 10 000, some hundred roundings of coordinates of 7 digits before the point. */
TEST(cuts_are_those_of_geos)
{
    static star small, large;
    vt_knife knife = {.geos = vt_geos_new()};
    const vt_box frame = {649000, 6859000, 651000, 6861000};
    size_t splits = 0, under = 0, outside_it = 0, cuts = 0;
    for (int i = 0; i < 6000; i++) {
        knife.frame = i % 3 ? &frame : NULL; /* with bands and clips, and without */
        draw_star(&small, chance(-120, 120), chance(-120, 120), chance(3, 40), 4 + (uint32_t)chance(0, 12), i % 2);
        draw_star(&large, 0, 0, chance(60, 140), 5 + (uint32_t)chance(0, i % 4 ? 30 : 500), i % 5 == 0);
        vt_fragment fragment = vt_fragment_of(small.parts), by = vt_fragment_of(large.parts), inside, rest;
        const double expected = area_of_both(knife.geos, &small, &large), whole = fragment.area;
        const vt_contact contact = vt_contact_of(&small.parts, &fragment.box, &large.parts, NULL, knife.edges);
        vt_split_ring in, out;
        splits += contact == VT_CROSS && vt_split(&small.parts, &large.parts, knife.edges, &in, &out);
        const vt_relation relation = vt_fragment_cut(&knife, &fragment, &by, &inside, &rest);
        const double found = relation == VT_CUT ? inside.area : relation == VT_UNDER_IT ? whole : relation == VT_OUTSIDE_IT ? 0 : NAN;
        CHECK_CLOSE(found, expected, 1e-6);
        if (relation == VT_CUT) {
            CHECK_CLOSE(inside.area + rest.area, whole, 1e-6);
            vt_fragment_drop(&knife, &inside);
            vt_fragment_drop(&knife, &rest);
        }
        cuts += relation == VT_CUT;
        under += relation == VT_UNDER_IT;
        outside_it += relation == VT_OUTSIDE_IT;
        vt_fragment_drop(&knife, &fragment);
        vt_fragment_drop(&knife, &by);
    }
    CHECK(splits > 500 && cuts > splits && under > 500 && outside_it > 200); /* each way was gone */
    vt_knife_free(&knife);
}

/* Edges near a box, and whether a point is covered: the same with bands and without. */
TEST(bands_find_what_a_look_at_all_finds)
{
    static star large;
    vt_edges with = {0}, without = {0};
    const vt_box frame = {649850, 6859850, 650150, 6860150};
    for (int i = 0; i < 60; i++) {
        draw_star(&large, 0, 0, 140, 500, i % 2);
        vt_bands *bands = vt_bands_new(&large.parts, &frame);
        CHECK(bands != NULL);
        for (int k = 0; k < 200; k++) {
            const double x = 650000 + chance(-145, 145), y = 6860000 + chance(-145, 145), w = chance(0, 5);
            const vt_box box = {x, y, x + w, y + w};
            vt_box a, b;
            CHECK(vt_bands_edges(bands, &large.parts, &box, &with, &a) && vt_contact_edges(&large.parts, &box, &without, &b));
            CHECK(with.n == without.n);
            CHECK(!with.n || (a.xmin == b.xmin && a.ymin == b.ymin && a.xmax == b.xmax && a.ymax == b.ymax));
            uint64_t sum[2] = {0, 0};
            for (size_t e = 0; e < with.n; e++) {
                sum[0] += with.at[e];
                sum[1] += without.at[e];
            }
            CHECK(sum[0] == sum[1]);
            CHECK(vt_bands_cover(bands, &large.parts, x, y) == vt_parts_cover(&large.parts, x, y));
        }
        vt_bands_free(bands);
    }
    vt_array_free(&with);
    vt_array_free(&without);
}

static void draw_polygon(vt_polygons *p, const double *x, const double *y, uint32_t n)
{
    uint32_t ring[] = {0, 1}, vertex[] = {0, n};
    const vt_geometry g = {NULL, NULL, ring, vertex, (double *)x, (double *)y};
    vt_polygons_add(p, &g, 0, 1);
}

/* An L of 10 × 10 m without its upper right 6 × 4 m: 10 × 6, or 4 × 10 m. Turned by 30° the same along its own edges. */
TEST(the_greatest_rectangle_of_an_l)
{
    const double lx[] = {0, 10, 10, 4, 4, 0, 0}, ly[] = {0, 0, 6, 6, 10, 10, 0}, c = cos(0.5235987755982988), s = sin(0.5235987755982988);
    double tx[7], ty[7];
    for (int i = 0; i < 7; i++) {
        tx[i] = 650000 + c * lx[i] - s * ly[i];
        ty[i] = 6860000 + s * lx[i] + c * ly[i];
    }
    vt_polygons straight = {0}, turned = {0};
    draw_polygon(&straight, lx, ly, 7);
    draw_polygon(&turned, tx, ty, 7);
    CHECK_CLOSE(vt_rectangle_greatest(&straight, 1, 0), 60, 0);
    CHECK_CLOSE(vt_rectangle_greatest(&turned, c, s), 60, 0);
    vt_polygons_free(&straight);
    vt_polygons_free(&turned);
}

/* Two squares side by side share 10 m; moved up by 4 they share 6, and 5 cm apart none within 2 cm. The ends reach 2 cm farther. */
TEST(the_length_of_a_shared_boundary)
{
    const double moves[][3] = {{0, 0, 10}, {0, 4, 6.02}, {0.01, 0, 10}, {0.05, 0, 0}};
    for (size_t m = 0; m < 4; m++) {
        uint32_t part[] = {0, 1, 2}, ring[] = {0, 1, 2}, vertex[] = {0, 5, 10};
        uint8_t shape[] = {VT_POLYGONS, VT_POLYGONS};
        double x[] = {0, 10, 10, 0, 0, 10, 20, 20, 10, 10}, y[] = {0, 0, 10, 10, 0, 0, 0, 10, 10, 0};
        for (int i = 5; i < 10; i++) {
            x[i] += moves[m][0];
            y[i] += moves[m][1];
        }
        const vt_layer layer = {.n = 2, .geometry = {shape, part, ring, vertex, x, y}};
        CHECK_CLOSE(vt_contiguity_length(&layer, 0, 1, 0.02), moves[m][2], 0.041); /* both ends */
    }
}

int main(void)
{
    RUN(cuts_are_those_of_geos);
    RUN(bands_find_what_a_look_at_all_finds);
    RUN(the_greatest_rectangle_of_an_l);
    RUN(the_length_of_a_shared_boundary);
    return failures > 0;
}
