/* neighbours.c - see neighbours.h. */
#include "analyse/hotspot/neighbours.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "geo/measure.h"

void vt_neighbour_rules_of(const vitrine_study *study, vt_neighbour_rules *rules)
{
    const char *name = vitrine_study_get(study, "hotspots.neighbours");
    rules->rule = strcmp(name, "knn") == 0 ? VT_BY_KNN : strcmp(name, "contiguity") == 0 ? VT_BY_CONTIGUITY : VT_BY_DISTANCE;
    rules->distance_m = vt_study_number(study, "hotspots.distance_m");
    rules->k = (size_t)vt_study_integer(study, "hotspots.k");
}

/* --- premises ---------------------------------------------------------------------------------------- */

typedef struct {
    uint32_t place, side, point;
} seat;

static int by_place(const void *one, const void *two)
{
    const seat *a = one, *b = two;
    return (a->place > b->place) - (a->place < b->place);
}

static vitrine_status link_in_order(vitrine_context *ctx, const uint32_t *place, const uint32_t *side, size_t n,
                                    vt_weights *weights)
{
    seat *seats = malloc((n + 1) * sizeof *seats);
    vt_pair *pairs = malloc((n + 1) * sizeof *pairs);
    size_t seated = 0, n_pairs = 0;
    for (size_t i = 0; seats && i < n; i++) {
        if (place[i] != UINT32_MAX) {
            seats[seated++] = (seat){place[i], side[i], (uint32_t)i};
        }
    }
    if (seats && seated) {
        qsort(seats, seated, sizeof *seats, by_place);
    }
    for (size_t i = 1; pairs && i < seated; i++) {
        if (seats[i].side == seats[i - 1].side) {
            pairs[n_pairs++] = (vt_pair){seats[i - 1].point, seats[i].point};
        }
    }
    const vitrine_status status =
        seats && pairs ? vt_weights_from_pairs(ctx, pairs, n_pairs, n, weights) : vt_no_memory(ctx);
    free(seats);
    free(pairs);
    return status;
}

vitrine_status vt_neighbours_of_points(vitrine_context *ctx, const vt_neighbour_rules *rules, const double *x,
                                       const double *y, const uint32_t *place, const uint32_t *side, size_t n,
                                       vt_weights *weights)
{
    switch (rules->rule) {
    case VT_BY_KNN: return vt_weights_knn(ctx, x, y, n, rules->k, weights);
    case VT_BY_CONTIGUITY: return link_in_order(ctx, place, side, n, weights);
    default: return vt_weights_distance(ctx, x, y, n, rules->distance_m, weights);
    }
}

/* --- streets ----------------------------------------------------------------------------------------- */

typedef struct {
    const vt_network *net;
    const uint32_t *rank;  /* by street: its row here; UINT32_MAX: left out */
    size_t from;           /* street at hand */
    size_t segment;        /* of it */
    double reach;
    double *least;         /* by row: distance to the street at hand, so far; INFINITY */
    VT_ARRAY(uint32_t) met; /* rows whose least is finite */
    bool failed;
} meeting;

static double segment_distance(const vt_network *net, size_t one, size_t two)
{
    const size_t a = net->segments.at[one].a, c = net->segments.at[two].a;
    const double *x = net->x.at, *y = net->y.at;
    return vt_measure_between(x[a], y[a], x[a + 1], y[a + 1], x[c], y[c], x[c + 1], y[c + 1]);
}

static bool meet(void *user, size_t segment)
{
    meeting *m = user;
    const uint32_t street = m->net->segments.at[segment].street, row = m->rank[street];
    if (street == m->from || row == UINT32_MAX || m->least[row] == 0) {
        return true;
    }
    const double distance = segment_distance(m->net, m->segment, segment);
    if (distance <= m->reach && distance < m->least[row]) {
        m->failed = m->failed || (isinf(m->least[row]) && !vt_array_push(&m->met, row));
        m->least[row] = distance;
    }
    return !m->failed;
}

/* Fills `met` with the streets within reach of one. */
static void meet_all(meeting *m, size_t street, double reach)
{
    for (size_t i = 0; i < m->met.n; i++) {
        m->least[m->met.at[i]] = INFINITY;
    }
    m->met.n = 0;
    m->from = street;
    m->reach = reach;
    const vt_street *s = &m->net->streets.at[street];
    for (m->segment = s->first_segment; m->segment < s->first_segment + s->segments; m->segment++) {
        vt_box box = vt_network_segment_box(m->net, m->segment);
        box = (vt_box){box.xmin - reach, box.ymin - reach, box.xmax + reach, box.ymax + reach};
        vt_rtree_search(m->net->tree, &box, meet, m);
    }
}

/* Streets within the distance of each other, or candidates for the k nearest: the reach is doubled until enough are met. */
static vitrine_status link_by_distance(vitrine_context *ctx, const vt_neighbour_rules *rules, meeting *m,
                                       const uint32_t *streets, size_t n, vt_weights *weights)
{
    VT_ARRAY(vt_candidate) found = {0};
    const size_t wanted = rules->rule == VT_BY_KNN ? (rules->k < n ? rules->k : n - 1) : 0;
    for (size_t i = 0; !m->failed && i < n; i++) {
        double reach = rules->distance_m > 0 ? rules->distance_m : 1;
        meet_all(m, streets[i], rules->rule == VT_BY_KNN ? reach : rules->distance_m);
        while (!m->failed && m->met.n < wanted) {
            reach *= 2;
            meet_all(m, streets[i], reach);
        }
        for (size_t j = 0; !m->failed && j < m->met.n; j++) {
            const vt_candidate c = {(uint32_t)i, m->met.at[j], m->least[m->met.at[j]]};
            m->failed = !vt_array_push(&found, c);
        }
    }
    const size_t most = rules->rule == VT_BY_KNN ? rules->k : n;
    const vitrine_status status =
        m->failed ? vt_no_memory(ctx) : vt_weights_nearest(ctx, found.at, found.n, n, most, weights);
    vt_array_free(&found);
    return status;
}

typedef struct {
    double x, y;
    uint32_t row;
} vertex;

static int by_position(const void *one, const void *two)
{
    const vertex *a = one, *b = two;
    if (a->x != b->x) {
        return a->x < b->x ? -1 : 1;
    }
    if (a->y != b->y) {
        return a->y < b->y ? -1 : 1;
    }
    return (a->row > b->row) - (a->row < b->row);
}

static vitrine_status link_by_vertex(vitrine_context *ctx, const vt_network *net, const uint32_t *rank, size_t n,
                                     vt_weights *weights)
{
    VT_ARRAY(vertex) all = {0};
    VT_ARRAY(vt_pair) pairs = {0};
    bool worked = true;
    for (size_t p = 0; worked && p < net->pieces.n; p++) {
        const vt_piece *piece = &net->pieces.at[p];
        for (size_t v = piece->first; worked && rank[piece->street] != UINT32_MAX && v < piece->first + piece->n; v++) {
            const vertex one = {net->x.at[v], net->y.at[v], rank[piece->street]};
            worked = vt_array_push(&all, one);
        }
    }
    if (all.n) {
        qsort(all.at, all.n, sizeof *all.at, by_position);
    }
    for (size_t from = 0, to; worked && from < all.n; from = to) {
        for (to = from + 1; to < all.n && all.at[to].x == all.at[from].x && all.at[to].y == all.at[from].y; to++) {
        }
        for (size_t i = from; worked && i < to; i++) {
            for (size_t j = i + 1; worked && j < to; j++) {
                const vt_pair pair = {all.at[i].row, all.at[j].row};
                worked = vt_array_push(&pairs, pair);
            }
        }
    }
    const vitrine_status status =
        worked ? vt_weights_from_pairs(ctx, pairs.at, pairs.n, n, weights) : vt_no_memory(ctx);
    vt_array_free(&all);
    vt_array_free(&pairs);
    return status;
}

vitrine_status vt_neighbours_of_streets(vitrine_context *ctx, const vt_neighbour_rules *rules, const vt_network *net,
                                        const uint32_t *streets, size_t n, vt_weights *weights)
{
    uint32_t *rank = malloc((net->streets.n + 1) * sizeof *rank);
    meeting m = {.net = net, .rank = rank, .least = malloc((n + 1) * sizeof *m.least)};
    vitrine_status status = rank && m.least ? VITRINE_OK : vt_no_memory(ctx);
    for (size_t i = 0; !status && i < net->streets.n; i++) {
        rank[i] = UINT32_MAX;
    }
    for (size_t i = 0; !status && i < n; i++) {
        rank[streets[i]] = (uint32_t)i;
        m.least[i] = INFINITY;
    }
    if (!status) {
        status = rules->rule == VT_BY_CONTIGUITY ? link_by_vertex(ctx, net, rank, n, weights)
                                                 : link_by_distance(ctx, rules, &m, streets, n, weights);
    }
    vt_array_free(&m.met);
    free(m.least);
    free(rank);
    return status;
}
