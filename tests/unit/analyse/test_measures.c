/* Measures of friches: layers drawn by hand with areas that one can work out, and real parcels against the oracle
 * (tests/oracle/friche_measures.py). */
#include <stdlib.h>

#include "../../support/check.h"
#include "analyse/friche/measures.h"
#include "cambridge_flood.h"

/* --- layers drawn by hand ------------------------------------------------------------------------ */

enum { MOST_FEATURES = 40, MOST_VERTICES = 6000, MOST_LAYERS = 12, MOST_FIELDS = 8 };

typedef struct {
    uint8_t shape[MOST_FEATURES];
    uint32_t part[MOST_FEATURES + 1], ring[MOST_FEATURES + 1], vertex[MOST_FEATURES + 1];
    double x[MOST_VERTICES], y[MOST_VERTICES];
    const char *id[MOST_FEATURES], *text[MOST_FIELDS][MOST_FEATURES];
    vt_column fields[MOST_FIELDS];
} sheet;

typedef struct {
    vitrine_context *ctx;
    vitrine_model model;
    vt_layer layers[MOST_LAYERS];
    vt_arena arena;
    vt_measures measures;
    vt_ledger notices;
} plan;

static plan *plan_new(void)
{
    plan *p = calloc(1, sizeof *p);
    p->ctx = vitrine_context_new();
    p->model.layers = p->layers;
    return p;
}

static void plan_free(plan *p)
{
    vt_measures_free(&p->measures);
    vt_ledger_free(&p->notices);
    vt_arena_free(&p->arena);
    vitrine_context_free(p->ctx);
    free(p);
}

static vt_layer *add_layer(plan *p, const char *name)
{
    char kind[40];
    snprintf(kind, sizeof kind, "%.*s", (int)strcspn(name, "."), name);
    vt_layer *layer = &p->layers[p->model.n_layers++];
    sheet *s = vt_arena_alloc(&p->arena, sizeof *s);
    const char *dot = strchr(name, '.');
    *layer = (vt_layer){.kind = vt_kind_find(kind), .name = name, .what = dot ? dot + 1 : NULL, .id = s->id, .fields = s->fields};
    layer->geometry = (vt_geometry){s->shape, s->part, s->ring, s->vertex, s->x, s->y};
    return layer;
}

/* Adds n places x, y as a new feature, else a part or ring of the last one. Polygons are closed here. */
static void draw(plan *p, vt_layer *layer, vt_shape shape, const char *what, size_t n, const double *xy)
{
    vt_geometry *g = &layer->geometry;
    const bool feature = strcmp(what, "feature") == 0, ring = strcmp(what, "ring") == 0;
    const size_t row = feature ? layer->n++ : layer->n - 1;
    const uint32_t parts = feature ? g->part[row] : g->part[row + 1], rings = g->ring[parts];
    g->shape[row] = (uint8_t)shape;
    layer->id[row] = vt_arena_printf(&p->arena, "%zu", row + 1);
    uint32_t end = g->vertex[rings];
    for (size_t i = 0; i < n + (shape == VT_POLYGONS); i++) {
        g->x[end] = xy[2 * (i % n)];
        g->y[end++] = xy[2 * (i % n) + 1];
    }
    g->vertex[rings + 1] = end;
    g->ring[parts + !ring] = rings + 1;
    g->part[row + 1] = parts + !ring;
}
#define DRAW(plan, layer, shape, what, ...) \
    draw(plan, layer, shape, what, sizeof (double[]){__VA_ARGS__} / sizeof(double) / 2, (double[]){__VA_ARGS__})
/* A rectangle from a, b to c, d. */
#define RECTANGLE(plan, layer, what, a, b, c, d) DRAW(plan, layer, VT_POLYGONS, what, a, b, c, b, c, d, a, d)

static void say(vt_layer *layer, const char *field, const char *text)
{
    const size_t at = vt_kind_field(layer->kind, field);
    sheet *s = (sheet *)((char *)layer->fields - offsetof(sheet, fields));
    layer->fields[at].text = s->text[at];
    s->text[at][layer->n - 1] = text;
}

static bool measure(plan *p, int threads)
{
    vt_measures_free(&p->measures);
    vitrine_set_threads(p->ctx, threads);
    return !vt_friche_measure(p->ctx, &p->model, &p->layers[0], &p->arena, &p->measures, &p->notices);
}

/* NaN too where the measure is absent, which `has` tells. */
static double value(const plan *p, const char *name, size_t site)
{
    const vt_measure *found = vt_measures_find(&p->measures, name);
    return found ? found->value[site] : NAN;
}

static bool has(const plan *p, const char *name)
{
    return vt_measures_find(&p->measures, name) != NULL;
}

/* All numbers here are small whole metres: sums of them are exact, quotients to a few last places. */
#define TINY 1e-12

/* --- by hand ------------------------------------------------------------------------------------- */

TEST(a_site_alone)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches");
    RECTANGLE(p, friches, "feature", 0, 0, 40, 30);
    CHECK(measure(p, 1));
    CHECK(p->measures.list.n == 3 && !p->measures.zoning);
    CHECK_CLOSE(value(p, "area_m2", 0), 1200, 0);
    CHECK_CLOSE(value(p, "compactness", 0), 4 * 3.14159265358979323846 * 1200 / (140. * 140), TINY);
    CHECK_CLOSE(value(p, "widest_m", 0), 30, 0.2); /* its tolerance */
    CHECK_TEXT(vt_measures_find(&p->measures, "area_m2")->unit, "m2");
    plan_free(p);
}

TEST(holes_and_parts)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *flood = add_layer(p, "constraints.flood");
    RECTANGLE(p, friches, "feature", 0, 0, 100, 100);
    RECTANGLE(p, friches, "ring", 40, 40, 60, 60);
    RECTANGLE(p, friches, "part", 200, 0, 210, 10);
    /* half of the first part with half its hole, all of the second */
    RECTANGLE(p, flood, "feature", 50, -10, 300, 300);
    RECTANGLE(p, flood, "ring", 70, 10, 80, 20);
    RECTANGLE(p, flood, "feature", 45, 45, 55, 55); /* inside the hole */
    CHECK(measure(p, 1));
    CHECK_CLOSE(value(p, "area_m2", 0), 10000 - 400 + 100, 0);
    CHECK_CLOSE(value(p, "share_flood", 0), (5000. - 200 + 100 - 100) / 9700, TINY);
    CHECK_CLOSE(value(p, "compactness", 0), 4 * 3.14159265358979323846 * 9700 / (520. * 520), TINY);
    CHECK_CLOSE(value(p, "widest_m", 0), 2 * 40 / 1.36602540378443864676, 15); /* between corner and hole */
    plan_free(p);
}

TEST(outlines_apart_are_told_by_whole_rings)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *one = add_layer(p, "constraints.around"),
             *two = add_layer(p, "constraints.within"), *three = add_layer(p, "constraints.frame");
    RECTANGLE(p, friches, "feature", 0, 0, 100, 100);
    RECTANGLE(p, friches, "ring", 10, 10, 30, 30);
    RECTANGLE(p, one, "feature", -5, -5, 105, 105);
    RECTANGLE(p, two, "feature", 50, 50, 60, 60);
    RECTANGLE(p, two, "part", 15, 15, 20, 20);   /* in the hole */
    RECTANGLE(p, two, "part", 300, 0, 310, 10);  /* elsewhere */
    RECTANGLE(p, three, "feature", -5, -5, 105, 105);
    RECTANGLE(p, three, "ring", 5, 5, 95, 95);   /* a frame of 5 m, 4 corners of 25 m² counted once */
    RECTANGLE(p, three, "part", 50, 50, 60, 60); /* an island in it */
    CHECK(measure(p, 1));
    CHECK_CLOSE(value(p, "share_around", 0), 1, 0);
    CHECK_CLOSE(value(p, "share_within", 0), 100. / 9600, TINY);
    CHECK_CLOSE(value(p, "share_frame", 0), (10000. - 8100 + 100) / 9600, TINY);
    plan_free(p);
}

TEST(constraints_of_one_kind_that_overlap_count_once)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *a = add_layer(p, "constraints.river"),
             *b = add_layer(p, "constraints.sea"), *c = add_layer(p, "constraints.nature");
    a->what = b->what = "flood";
    RECTANGLE(p, friches, "feature", 0, 0, 100, 100);
    RECTANGLE(p, friches, "feature", 500, 0, 600, 100);
    RECTANGLE(p, a, "feature", -10, -10, 40, 110); /* 4000 */
    RECTANGLE(p, a, "feature", 20, -10, 60, 110);  /* 2000 more */
    RECTANGLE(p, b, "feature", 50, 50, 110, 60);   /* 400 more */
    RECTANGLE(p, c, "feature", 100, 0, 500, 100);  /* touches both sites, covers neither */
    CHECK(measure(p, 1));
    CHECK_CLOSE(value(p, "share_flood", 0), 0.64, TINY);
    CHECK_CLOSE(value(p, "share_flood", 1), 0, 0);
    CHECK_CLOSE(value(p, "share_nature", 0), 0, 0);
    CHECK(!has(p, "share_river") && !has(p, "share_sea"));
    CHECK_TEXT(p->measures.list.at[3].name, "share_flood"); /* by bytes */
    plan_free(p);
}

TEST(parcels_touching_halves_and_owners)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *parcels = add_layer(p, "parcels");
    RECTANGLE(p, friches, "feature", 0, 0, 100, 100);
    static const struct {
        double box[4];
        const char *owner;
    } list[] = {
        {{10, 10, 20, 20}, "A"},     /* inside */
        {{90, 40, 110, 60}, "B"},    /* exactly half */
        {{89, 0, 113, 10}, "C"},     /* 11 of 24 m: less than half */
        {{100, 60, 120, 80}, "D"},   /* shares a stretch of the edge */
        {{100, 100, 110, 110}, "E"}, /* shares a corner */
        {{-20, 30, 0, 31}, "F"},     /* both its eastern corners lie on the edge */
        {{101, 20, 110, 30}, "G"},   /* a metre away */
        {{0, 80, 20, 100}, "A"},     /* inside, along two edges */
        {{-50, -50, 150, 150}, "H"}, /* 10000 of 40000 m² */
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        const double *b = list[i].box;
        RECTANGLE(p, parcels, "feature", b[0], b[1], b[2], b[3]);
        say(parcels, "owner", list[i].owner);
    }
    CHECK(measure(p, 1));
    CHECK_CLOSE(value(p, "parcels", 0), 3, 0);
    CHECK_CLOSE(value(p, "parcels_touching", 0), 8, 0);
    CHECK_CLOSE(value(p, "owners", 0), 2, 0);
    RECTANGLE(p, parcels, "feature", 60, 60, 61, 61); /* of an unknown owner: how many there are is not known */
    CHECK(measure(p, 1));
    CHECK_CLOSE(value(p, "parcels", 0), 4, 0);
    CHECK(has(p, "owners") && isnan(value(p, "owners", 0)));
    parcels->fields[vt_kind_field(parcels->kind, "owner")].text = NULL;
    CHECK(measure(p, 1));
    CHECK(!has(p, "owners"));
    CHECK(p->notices.rejects.n == 0);
    plan_free(p);
}

/* A slanted square, cut in two by its diagonal: rounding must not lose the half. */
TEST(half_of_a_slanted_parcel)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *parcels = add_layer(p, "parcels");
    const double x = 652381.37, y = 6861234.91;
    DRAW(p, friches, VT_POLYGONS, "feature", x, y, x + 30.1, y + 70.7, x - 300.3, y + 200.9, x - 300, y);
    DRAW(p, parcels, VT_POLYGONS, "feature", x, y, x + 30.1 + 20, y + 70.7 - 10, x + 30.1, y + 70.7, x - 20, y + 10);
    CHECK(measure(p, 1));
    CHECK_CLOSE(value(p, "parcels", 0), 1, 0);
    plan_free(p);
}

TEST(buildings_in_part_and_on_top_of_each_other)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *buildings = add_layer(p, "buildings");
    RECTANGLE(p, friches, "feature", 0, 0, 100, 100);
    RECTANGLE(p, buildings, "feature", 10, 10, 30, 30);    /* 400 */
    RECTANGLE(p, buildings, "ring", 15, 15, 20, 20);       /* less its court of 25 */
    RECTANGLE(p, buildings, "feature", 25, 25, 35, 35);    /* 100, 25 of them once more */
    RECTANGLE(p, buildings, "feature", 95, 50, 115, 60);   /* 50 */
    RECTANGLE(p, buildings, "feature", 200, 200, 210, 210);
    CHECK(measure(p, 1));
    CHECK_CLOSE(value(p, "built_m2", 0), 400 - 25 + 100 + 50, TINY);
    CHECK_CLOSE(value(p, "built_coverage", 0), 0.0525, TINY);
    CHECK(!has(p, "parcels") && !has(p, "owners"));
    plan_free(p);
}

TEST(distances)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *stops = add_layer(p, "places.stop");
    vt_layer *halts = add_layer(p, "places.halt"), *roads = add_layer(p, "places.road");
    vt_layer *parks = add_layer(p, "places.park");
    add_layer(p, "places.none");
    stops->what = halts->what = "transport";
    RECTANGLE(p, friches, "feature", 0, 0, 100, 100);
    DRAW(p, friches, VT_POINTS, "feature", 400, 0);
    RECTANGLE(p, friches, "feature", 1000, 0, 1100, 100);
    RECTANGLE(p, friches, "part", 1200, 0, 1300, 100);
    DRAW(p, stops, VT_POINTS, "feature", 103, 104);
    DRAW(p, stops, VT_POINTS, "feature", 400, 12);
    DRAW(p, halts, VT_POINTS, "feature", 1250, 50);
    DRAW(p, roads, VT_LINES, "feature", -50, 107, 500, 107);
    DRAW(p, roads, VT_LINES, "feature", 1150, -50, 1150, 150);
    RECTANGLE(p, parks, "feature", 300, -100, 450, 100); /* the point lies in it */
    RECTANGLE(p, parks, "feature", 1190, -10, 1310, 110); /* the second part lies in it */
    CHECK(measure(p, 1));
    CHECK_CLOSE(value(p, "distance_transport_m", 0), 5, TINY);
    CHECK_CLOSE(value(p, "distance_transport_m", 1), 12, TINY);
    CHECK_CLOSE(value(p, "distance_transport_m", 2), 0, 0);
    CHECK_CLOSE(value(p, "distance_road_m", 0), 7, TINY);
    CHECK_CLOSE(value(p, "distance_road_m", 1), 107, TINY);
    CHECK_CLOSE(value(p, "distance_road_m", 2), 50, TINY);
    CHECK_CLOSE(value(p, "distance_park_m", 0), 200, TINY);
    CHECK_CLOSE(value(p, "distance_park_m", 1), 0, 0);
    CHECK_CLOSE(value(p, "distance_park_m", 2), 0, 0);
    CHECK(has(p, "distance_none_m") && isnan(value(p, "distance_none_m", 0)));
    CHECK(isnan(value(p, "area_m2", 1)) && isnan(value(p, "widest_m", 1)) && p->notices.rejects.n == 0);
    plan_free(p);
}

TEST(zoning_centres_and_land_cover)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *zoning = add_layer(p, "zoning"), *centres = add_layer(p, "centres"),
             *cover = add_layer(p, "land_cover");
    RECTANGLE(p, friches, "feature", 0, 0, 100, 100);
    RECTANGLE(p, friches, "feature", 500, 0, 600, 100);
    DRAW(p, friches, VT_POINTS, "feature", 5, 5);
    RECTANGLE(p, zoning, "feature", -10, -10, 50, 110);
    say(zoning, "type", "U");
    RECTANGLE(p, zoning, "feature", 50, -10, 110, 110);
    say(zoning, "type", "AU"); /* a tie with U */
    RECTANGLE(p, zoning, "feature", 80, -10, 110, 110);
    say(zoning, "type", "N"); /* over AU: the sum is 1.2 */
    RECTANGLE(p, zoning, "feature", 40, -10, 50, 110);
    say(zoning, "type", "U"); /* over another U: once */
    RECTANGLE(p, zoning, "feature", 590, 0, 600, 100);
    RECTANGLE(p, centres, "feature", 0, 0, 20, 100);
    RECTANGLE(p, centres, "feature", 10, 0, 30, 100);
    static const char *const words[] = {"Oui", "no", "TRUE", "1", "", "yes"};
    for (int i = 0; i < 6; i++) {
        RECTANGLE(p, cover, "feature", 10. * i, 0, 10. * i + 10, 100);
        say(cover, "artificial", words[i]);
    }
    CHECK(measure(p, 1));
    CHECK_CLOSE(value(p, "share_zoning_U", 0), 0.5, TINY);
    CHECK_CLOSE(value(p, "share_zoning_AU", 0), 0.5, TINY);
    CHECK_CLOSE(value(p, "share_zoning_N", 0), 0.2, TINY);
    CHECK_CLOSE(value(p, "share_zoning_unknown", 0), 0, 0);
    CHECK_TEXT(p->measures.zoning[0], "AU");
    CHECK_TEXT(p->measures.zoning[1], "unknown");
    CHECK(!p->measures.zoning[2] && isnan(value(p, "share_zoning_U", 2)));
    CHECK_CLOSE(value(p, "share_centre", 0), 0.3, TINY);
    CHECK_CLOSE(value(p, "artificial_share", 0), 0.4, TINY);
    CHECK_CLOSE(value(p, "artificial_share", 1), 0, 0);
    cover->fields[vt_kind_field(cover->kind, "artificial")].text = NULL;
    CHECK(measure(p, 1));
    CHECK(!has(p, "artificial_share"));
    plan_free(p);
}

/* A river of 4000 vertices whose banks are straight, so that its share is known. */
TEST(a_long_river)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *river = add_layer(p, "constraints.flood");
    static double xy[8000];
    for (size_t i = 0; i < 2000; i++) { /* 40 m wide, from west to east and back, with a hole in it */
        xy[2 * i] = (double)i * 10;
        xy[2 * i + 1] = 20;
        xy[2 * (2000 + i)] = (1999 - (double)i) * 10;
        xy[2 * (2000 + i) + 1] = 60;
    }
    draw(p, river, VT_POLYGONS, "feature", 4000, xy);
    RECTANGLE(p, river, "ring", 9005, 30, 9115, 50);
    RECTANGLE(p, river, "part", 9055, 32, 9065, 48);
    RECTANGLE(p, friches, "feature", 5000, 0, 5100, 100);
    RECTANGLE(p, friches, "feature", 9010, 0, 9110, 100);  /* crosses the river where its hole is as wide */
    RECTANGLE(p, friches, "feature", 9050, 40, 9070, 60);  /* its box lies in the hole, but for a strip */
    RECTANGLE(p, friches, "feature", 9054, 31, 9060, 49);  /* wholly in the hole: half of the island */
    CHECK(measure(p, 1));
    CHECK_CLOSE(value(p, "share_flood", 0), 0.4, 1e-9);
    CHECK_CLOSE(value(p, "share_flood", 1), (4000. - 2000 + 160) / 10000, 1e-9);
    CHECK_CLOSE(value(p, "share_flood", 2), (200. + 80) / 400, 1e-9);
    CHECK_CLOSE(value(p, "share_flood", 3), 80. / 108, 1e-9);
    CHECK(p->notices.rejects.n == 0);
    plan_free(p);
}

TEST(what_geos_refuses_is_null_and_told)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *flood = add_layer(p, "constraints.flood"),
             *parcels = add_layer(p, "parcels"), *buildings = add_layer(p, "buildings"),
             *nature = add_layer(p, "constraints.nature");
    RECTANGLE(p, friches, "feature", 0, 0, 100, 100);
    RECTANGLE(p, friches, "feature", 500, 0, 600, 100);
    DRAW(p, flood, VT_POLYGONS, "feature", -10, 50, 50, 50); /* there and back: no ring */
    DRAW(p, parcels, VT_POLYGONS, "feature", -10, 50, 50, 50);
    RECTANGLE(p, buildings, "feature", 0, 0, 10, 10);
    DRAW(p, buildings, VT_POLYGONS, "feature", -10, 50, 50, 50);
    DRAW(p, nature, VT_POLYGONS, "feature", -20, 20, 120, 80, 120, 20, -20, 80); /* crosses itself */
    CHECK(measure(p, 1));
    CHECK(isnan(value(p, "share_flood", 0)) && isnan(value(p, "built_m2", 0)) && isnan(value(p, "built_coverage", 0)));
    CHECK(isnan(value(p, "parcels", 0)) && value(p, "parcels_touching", 0) == 1);
    CHECK_CLOSE(value(p, "share_flood", 1), 0, 0);
    CHECK_CLOSE(value(p, "parcels", 1), 0, 0);
    CHECK(isnan(value(p, "share_nature", 0)) || fabs(value(p, "share_nature", 0) - 0.2142857142857143) < 1e-6);
    CHECK(p->notices.rejects.n == 3u + isnan(value(p, "share_nature", 0)));
    const vt_reject *first = &p->notices.rejects.at[0];
    CHECK(first->code == VT_NOT_MEASURED);
    CHECK_TEXT(first->layer, "friches");
    CHECK_TEXT(first->feature_id, "1");
    CHECK_TEXT(first->detail, "built_m2: 2");
    plan_free(p);
}

TEST(a_sliver_and_no_sites)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *stops = add_layer(p, "places.stop");
    DRAW(p, stops, VT_POINTS, "feature", 0, 3);
    CHECK(measure(p, 2) && p->measures.list.n == 4);
    RECTANGLE(p, friches, "feature", 0, 0, 10000, 0.001);
    CHECK(measure(p, 2));
    CHECK_CLOSE(value(p, "widest_m", 0), 0.001, 1e-6);
    plan_free(p);
}

TEST(the_same_bytes_for_any_threads)
{
    plan *p = plan_new();
    vt_layer *friches = add_layer(p, "friches"), *flood = add_layer(p, "constraints.flood");
    for (int i = 0; i < 30; i++) { /* triangles at odd angles */
        const double x = 37.31 * i, y = 11.7 * (i % 5);
        DRAW(p, friches, VT_POLYGONS, "feature", x, y, x + 61.3, y + 7.9, x + 13.1, y + 83.7);
        DRAW(p, flood, VT_POLYGONS, "feature", x + 9.9, y - 20.3, x + 31.7, y + 70.1, x - 33.3, y + 41.9);
    }
    CHECK(measure(p, 1));
    vt_measures one = p->measures;
    p->measures = (vt_measures){0};
    bool same = measure(p, 2) && one.list.n == p->measures.list.n, some = false;
    for (size_t m = 0; same && m < one.list.n; m++) {
        same = memcmp(one.list.at[m].value, p->measures.list.at[m].value, 30 * sizeof(double)) == 0;
        some = some || (one.list.at[m].value[7] > 0.1 && one.list.at[m].value[7] < 0.9);
    }
    vt_measures_free(&one);
    CHECK(same && some);
    plan_free(p);
}

/* --- real parcels -------------------------------------------------------------------------------- */

/* Parcels that the city lists as touched by the hundred-year flood, under its flood plain. Shares as the oracle
 * computes them with OGR, to 1e-9: both sum areas of a few hundred m² in doubles. */
TEST(parcels_of_cambridge_in_the_flood_plain)
{
    const char *folder = getenv("CAMBRIDGE");
    char yaml[1000], path[500];
    snprintf(path, sizeof path, "%s/flood_parcels_100yr.geojson", folder ? folder : "");
    FILE *there = fopen(path, "r");
    if (!there) {
        printf("# skipped: no CAMBRIDGE\n");
        return;
    }
    fclose(there);
    snprintf(yaml, sizeof yaml, "{friches: {source: \"%s\", fields: {id: LOC_ID}}, constraints: {flood: {source: "
             "\"%s/floodplain_100yr.geojson\"}}}", path, folder);
    vitrine_context *ctx = vitrine_context_new();
    vitrine_study *study = NULL;
    vitrine_model *model = NULL;
    CHECK(!vitrine_study_new(ctx, &study) && !vitrine_study_set(ctx, study, "crs", "EPSG:26986"));
    CHECK(!vitrine_study_set(ctx, study, "layers", yaml));
    CHECK(!vitrine_model_read(ctx, study, &model));
    const vt_layer *sites = vt_model_layer(model, "friches");
    vt_arena arena = {0};
    vt_measures measures = {0};
    vt_ledger notices = {0};
    CHECK(!vt_friche_measure(ctx, model, sites, &arena, &measures, &notices));
    CHECK(sites->n == 157 && sizeof cambridge / sizeof *cambridge == 157 && notices.rejects.n == 0);
    const double *area = vt_measures_find(&measures, "area_m2")->value;
    const double *share = vt_measures_find(&measures, "share_flood")->value;
    for (size_t i = 0; i < 157; i++) {
        CHECK_TEXT(sites->id[i], cambridge[i].id);
        CHECK(share[i] > 0);
        CHECK_CLOSE(share[i], cambridge[i].share_flood, 1e-9);
        CHECK_CLOSE(area[i], cambridge[i].area_m2, 1e-6);
    }
    vt_measures_free(&measures);
    vt_ledger_free(&notices);
    vt_arena_free(&arena);
    vitrine_model_free(model);
    vitrine_study_free(study);
    vitrine_context_free(ctx);
}

int main(void)
{
    RUN(a_site_alone);
    RUN(holes_and_parts);
    RUN(outlines_apart_are_told_by_whole_rings);
    RUN(constraints_of_one_kind_that_overlap_count_once);
    RUN(parcels_touching_halves_and_owners);
    RUN(half_of_a_slanted_parcel);
    RUN(buildings_in_part_and_on_top_of_each_other);
    RUN(distances);
    RUN(zoning_centres_and_land_cover);
    RUN(a_long_river);
    RUN(what_geos_refuses_is_null_and_told);
    RUN(a_sliver_and_no_sites);
    RUN(the_same_bytes_for_any_threads);
    RUN(parcels_of_cambridge_in_the_flood_plain);
    return failures > 0;
}
