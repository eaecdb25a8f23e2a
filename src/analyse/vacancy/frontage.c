/* frontage.c - the length of each shopfront: as surveyed, else measured on the premises' own line or polygon, else on
 * the building, else on the parcel that alone holds it; never guessed.
 *
 * An edge faces the matched street if it makes at most 45° with it and no other part of its polygon lies on the
 * ground between the two. The edges that face make the frontage: of a corner premises those on its own street. */
#include <math.h>
#include <stdlib.h>

#include "analyse/vacancy/survey.h"
#include "geo/geos.h"
#include "geo/measure.h"

const char *const vt_frontage_sources[] = {"survey", "geometry", "none"};

/* As much of a polygon (m²) between an edge and the street is a slip of drawing. */
#define BETWEEN_M2 0.01

typedef struct {
    vt_survey *s;
    vt_geos *geos;
    const vt_street *street; /* of the premises at hand */
} measuring;

/* The segment of the street nearest to a point, and the foot there. */
static size_t nearest(const measuring *m, double x, double y, double *foot_x, double *foot_y)
{
    const vt_network *net = m->s->network;
    size_t best = m->street->first_segment;
    double least = INFINITY;
    for (size_t i = best; i < m->street->first_segment + m->street->segments; i++) {
        const size_t a = net->segments.at[i].a;
        const double dx = net->x.at[a + 1] - net->x.at[a], dy = net->y.at[a + 1] - net->y.at[a];
        const vt_foot foot = vt_measure_foot(x, y, net->x.at[a], net->y.at[a], net->x.at[a + 1], net->y.at[a + 1]);
        if (foot.distance < least) {
            const double length = hypot(dx, dy), t = length > 0 ? foot.along / length : 0;
            least = foot.distance;
            best = i;
            *foot_x = net->x.at[a] + t * dx;
            *foot_y = net->y.at[a] + t * dy;
        }
    }
    return best;
}

static bool is_along(const vt_network *net, size_t segment, double dx, double dy)
{
    const size_t a = net->segments.at[segment].a;
    const double sx = net->x.at[a + 1] - net->x.at[a], sy = net->y.at[a + 1] - net->y.at[a];
    return fabs(dx * sx + dy * sy) >= hypot(dx, dy) * hypot(sx, sy) * (sqrt(0.5) - 1e-12);
}

/* Nothing of the polygon lies on the ground between the edge and its feet on the street. */
static bool is_free(const measuring *m, const vt_geos_geometry *polygon, const double x[2], const double y[2])
{
    double qx[5] = {x[0], x[1], 0, 0, x[0]}, qy[5] = {y[0], y[1], 0, 0, y[0]};
    nearest(m, x[1], y[1], &qx[2], &qy[2]);
    nearest(m, x[0], y[0], &qx[3], &qy[3]);
    if (fabs(vt_measure_ring_area(qx, qy, 5)) < BETWEEN_M2) {
        return true; /* it stands on the street's line */
    }
    const vt_geometry ground = {(uint8_t[]){VT_POLYGONS}, (uint32_t[]){0, 1}, (uint32_t[]){0, 1}, (uint32_t[]){0, 5}, qx, qy};
    vt_geos_geometry *quad = vt_geos_polygons(m->geos, &ground, 0, 1);
    vt_geos_geometry *both = quad ? vt_geos_intersection(m->geos, polygon, quad) : NULL;
    const bool is = both && vt_geos_area(m->geos, both) <= BETWEEN_M2;
    vt_geos_drop(m->geos, quad);
    vt_geos_drop(m->geos, both);
    return is;
}

/* Length of the edges of a shell that face the street. */
static double facing_of_ring(const measuring *m, const vt_geos_geometry *polygon, const double *x, const double *y, size_t n)
{
    const double turn = vt_measure_ring_area(x, y, n) > 0 ? 1 : -1; /* outside is right of a counter-clockwise edge */
    vt_sum sum = {0};
    for (size_t i = 0; i + 1 < n; i++) {
        const double dx = x[i + 1] - x[i], dy = y[i + 1] - y[i], mx = (x[i] + x[i + 1]) / 2, my = (y[i] + y[i + 1]) / 2;
        double fx, fy;
        const size_t segment = nearest(m, mx, my, &fx, &fy);
        const bool outwards = turn * (dy * (fx - mx) - dx * (fy - my)) >= 0;
        if (outwards && is_along(m->s->network, segment, dx, dy) && is_free(m, polygon, x + i, y + i)) {
            vt_sum_add(&sum, hypot(dx, dy));
        }
    }
    return vt_sum_value(&sum);
}

static double facing_of_line(const measuring *m, const double *x, const double *y, size_t n)
{
    vt_sum sum = {0};
    for (size_t i = 0; i + 1 < n; i++) {
        double fx, fy;
        const size_t segment = nearest(m, (x[i] + x[i + 1]) / 2, (y[i] + y[i + 1]) / 2, &fx, &fy);
        const double dx = x[i + 1] - x[i], dy = y[i + 1] - y[i];
        vt_sum_add(&sum, is_along(m->s->network, segment, dx, dy) ? hypot(dx, dy) : 0);
    }
    return vt_sum_value(&sum);
}

/* Length of a feature's edges that face the street; 0 when none does, or it is a point. */
static double facing_of(const measuring *m, const vt_layer *layer, size_t row)
{
    const vt_geometry *g = &layer->geometry;
    vt_geos_geometry *polygon = NULL;
    if (g->shape[row] == VT_POLYGONS) {
        polygon = vt_geos_polygons(m->geos, g, g->part[row], g->part[row + 1] - g->part[row]);
    }
    double sum = 0;
    for (size_t p = g->part[row]; p < g->part[row + 1]; p++) {
        const size_t from = g->vertex[g->ring[p]], n = g->vertex[g->ring[p] + 1] - from;
        if (polygon) {
            sum += facing_of_ring(m, polygon, g->x + from, g->y + from, n);
        } else if (g->shape[row] == VT_LINES) {
            sum += facing_of_line(m, g->x + from, g->y + from, n);
        }
    }
    vt_geos_drop(m->geos, polygon);
    return sum;
}

/* --- which building or parcel holds a premises --------------------------------------------------------- */

typedef struct {
    const vt_layer *layer; /* NULL: the study has none */
    size_t *holder;        /* by premises; SIZE_MAX */
    uint32_t *premises;    /* held, by feature */
    vt_rtree *tree;
} holders;

typedef struct {
    const vt_layer *layer;
    double x, y;
    size_t found;
} covering;

static bool is_covered(void *user, size_t row)
{
    covering *c = user;
    if (row < c->found && vt_layer_covers(c->layer, row, c->x, c->y)) {
        c->found = row;
    }
    return true;
}

/* false: out of memory. */
static bool find_holders(const vt_survey *s, const char *name, holders *h)
{
    h->layer = vt_model_layer(s->model, name);
    if (!h->layer) {
        return true;
    }
    const vt_layer *layer = h->layer;
    h->holder = malloc((s->premises->n + 1) * sizeof *h->holder);
    h->premises = calloc(layer->n + 1, sizeof *h->premises);
    h->tree = vt_layer_index(layer);
    if (!h->tree || !h->holder || !h->premises) {
        return false;
    }
    for (size_t row = 0; row < s->premises->n; row++) {
        covering c = {layer, s->matches[row].x, s->matches[row].y, SIZE_MAX};
        const vt_box point = {c.x, c.y, c.x, c.y};
        vt_rtree_search(h->tree, &point, is_covered, &c);
        h->holder[row] = c.found;
        if (c.found != SIZE_MAX) {
            h->premises[c.found]++;
        }
    }
    return true;
}

static void measure_one(measuring *m, size_t row, const holders *held, size_t n)
{
    vt_detail *detail = &m->s->details[row];
    const vt_match *match = &m->s->matches[row];
    m->street = &m->s->network->streets.at[match->street];
    double metres = facing_of(m, m->s->premises, row);
    for (size_t i = 0; metres == 0 && i < n; i++) {
        const size_t holder = held[i].layer ? held[i].holder[row] : SIZE_MAX;
        if (holder == SIZE_MAX) {
            continue;
        }
        if (held[i].premises[holder] > 1) {
            return; /* nothing tells which part of it is whose */
        }
        metres = facing_of(m, held[i].layer, holder);
    }
    if (metres > 0) {
        detail->frontage_m = metres;
        detail->frontage_source = VT_FROM_GEOMETRY;
    }
}

vitrine_status vt_survey_frontages(vt_survey *s)
{
    bool all = true;
    for (size_t row = 0; row < s->premises->n; row++) {
        vt_detail *detail = &s->details[row];
        detail->frontage_m = vt_layer_number(s->premises, "frontage_m", row);
        detail->frontage_source = isnan(detail->frontage_m) ? VT_NO_FRONTAGE : VT_SURVEYED;
        all = all && detail->frontage_source == VT_SURVEYED;
    }
    if (all) {
        return VITRINE_OK;
    }
    enum { HOLDERS = 2 };
    static const char *const names[HOLDERS] = {"buildings", "parcels"};
    holders held[HOLDERS] = {0};
    measuring m = {.s = s, .geos = vt_geos_new()};
    bool worked = m.geos != NULL;
    for (size_t i = 0; worked && i < HOLDERS; i++) {
        worked = find_holders(s, names[i], &held[i]);
    }
    for (size_t row = 0; worked && row < s->premises->n; row++) {
        if (s->details[row].frontage_source == VT_NO_FRONTAGE && s->matches[row].how != VT_NO_MATCH) {
            measure_one(&m, row, held, HOLDERS);
        }
    }
    for (size_t i = 0; i < HOLDERS; i++) {
        free(held[i].holder);
        free(held[i].premises);
        vt_rtree_free(held[i].tree);
    }
    vt_geos_free(m.geos);
    return worked ? VITRINE_OK : vt_no_memory(s->ctx);
}
