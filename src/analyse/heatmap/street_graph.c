/* street_graph.c - see street_graph.h.
 *
 * The paths from a node grow exponentially with their length, but many differ only in the order of the
 * same blocks, there and back above all: taken nearest first, with lengths that add up exactly, these
 * meet again as equal pairs of end and distance, and go on as one. */
#include "analyse/heatmap/street_graph.h"

#include <math.h>
#include <stdlib.h>

/* A fainter front is followed no further. */
#define FAINTEST 1e-14

void vt_street_graph_free(vt_street_graph *graph)
{
    free(graph->length_m);
    free(graph->node);
    free(graph->first);
    free(graph->end);
    *graph = (vt_street_graph){0};
}

typedef struct {
    double x, y;
    uint32_t end;
} place;

static int by_place(const void *a, const void *b)
{
    const place *p = a, *q = b;
    if (p->x != q->x) {
        return p->x < q->x ? -1 : 1;
    }
    if (p->y != q->y) {
        return p->y < q->y ? -1 : 1;
    }
    return (p->end > q->end) - (p->end < q->end);
}

/* Numbers the places where ends lie; returns how many there are. */
static size_t number_places(const vt_network *net, place *places, uint32_t *node)
{
    const size_t ends = 2 * net->blocks.n;
    for (size_t e = 0; e < ends; e++) {
        const vt_block *block = &net->blocks.at[e / 2];
        const size_t v = e % 2 ? block->first + block->n - 1 : block->first;
        places[e] = (place){net->x.at[v], net->y.at[v], (uint32_t)e};
    }
    qsort(places, ends, sizeof *places, by_place);
    size_t n = 0;
    for (size_t i = 0; i < ends; i++) {
        n += i == 0 || places[i].x != places[i - 1].x || places[i].y != places[i - 1].y;
        node[places[i].end] = (uint32_t)n - 1;
    }
    return n;
}

static uint32_t root_of(uint32_t *parent, uint32_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

/* The ends of a block of no length become one node. */
static void join_places(vt_street_graph *g, uint32_t *parent, size_t places)
{
    for (size_t i = 0; i < places; i++) {
        parent[i] = (uint32_t)i;
    }
    for (size_t b = 0; b < g->blocks; b++) {
        const uint32_t one = root_of(parent, g->node[2 * b]), two = root_of(parent, g->node[2 * b + 1]);
        if (g->length_m[b] == 0) {
            parent[one > two ? one : two] = one > two ? two : one;
        }
    }
    for (size_t e = 0; e < 2 * g->blocks; e++) {
        g->node[e] = root_of(parent, g->node[e]);
    }
}

/* Lists the ends of each node. */
static void list_ends(vt_street_graph *g, size_t nodes)
{
    /* first[i + 1] counts, then is where node i's next end goes, then where its ends stop */
    uint32_t *next = g->first + 1;
    for (size_t e = 0; e < 2 * g->blocks; e++) {
        next[g->node[e]] += g->length_m[e / 2] > 0;
    }
    for (size_t i = 0, sum = 0; i < nodes; i++) {
        const size_t degree = next[i];
        next[i] = (uint32_t)sum;
        sum += degree;
    }
    for (size_t e = 0; e < 2 * g->blocks; e++) {
        if (g->length_m[e / 2] > 0) {
            g->end[next[g->node[e]]++] = (uint32_t)e;
        }
    }
}

bool vt_street_graph_build(const vt_network *net, vt_street_graph *g)
{
    const size_t ends = 2 * net->blocks.n;
    *g = (vt_street_graph){.blocks = net->blocks.n};
    g->length_m = calloc(net->blocks.n + 1, sizeof *g->length_m);
    g->node = calloc(ends + 1, sizeof *g->node);
    g->first = calloc(ends + 2, sizeof *g->first);
    g->end = calloc(ends + 1, sizeof *g->end);
    place *places = calloc(ends + 1, sizeof *places);
    uint32_t *parent = calloc(ends + 1, sizeof *parent);
    const bool worked = g->length_m && g->node && g->first && g->end && places && parent;
    if (worked) {
        for (size_t b = 0; b < net->blocks.n; b++) {
            const double length = net->blocks.at[b].length_m;
            g->length_m[b] = length < VT_SHORTEST_BLOCK ? 0 : rint(length * 0x1p20) * 0x1p-20;
        }
        const size_t nodes = number_places(net, places, g->node);
        join_places(g, parent, nodes);
        list_ends(g, nodes);
    }
    free(places);
    free(parent);
    if (!worked) {
        vt_street_graph_free(g);
    }
    return worked;
}

/* --- the walk ------------------------------------------------------------------------------------ */

void vt_walk_free(vt_walk *walk)
{
    vt_array_free(&walk->ahead);
    vt_array_free(&walk->fronts);
}

static bool comes_before(const vt_front *a, const vt_front *b)
{
    return a->distance_m < b->distance_m || (a->distance_m == b->distance_m && a->end < b->end);
}

static bool push(vt_walk *walk, vt_front front)
{
    if (!vt_array_push(&walk->ahead, front)) {
        return false;
    }
    vt_front *heap = walk->ahead.at;
    size_t i = walk->ahead.n - 1;
    for (; i && comes_before(&front, &heap[(i - 1) / 2]); i = (i - 1) / 2) {
        heap[i] = heap[(i - 1) / 2];
    }
    heap[i] = front;
    return true;
}

static vt_front pop(vt_walk *walk)
{
    vt_front *heap = walk->ahead.at;
    const size_t n = --walk->ahead.n;
    const vt_front top = heap[0], sink = heap[n];
    size_t i = 0;
    for (size_t child; (child = 2 * i + 1) < n; i = child) {
        child += child + 1 < n && comes_before(&heap[child + 1], &heap[child]);
        if (!comes_before(&heap[child], &sink)) {
            break;
        }
        heap[i] = heap[child];
    }
    heap[i] = sink;
    return top;
}

/* Splits the factor that arrives at a node by `end` over the ends that meet there. */
static bool split(const vt_street_graph *g, uint32_t end, double distance_m, double factor, bool continuous,
                  vt_walk *walk)
{
    const uint32_t node = g->node[end], from = g->first[node], to = g->first[node + 1];
    const double degree = to - from;
    const double back = degree == 1 ? 1 : continuous ? -(degree - 2) / degree : 0;
    const double on = continuous ? 2 / degree : 1 / (degree - 1);
    for (uint32_t i = from; i < to; i++) {
        const double part = factor * (g->end[i] == end ? back : on);
        if (part != 0 && !push(walk, (vt_front){distance_m, part, g->end[i], false})) {
            return false;
        }
    }
    return true;
}

vt_walked vt_street_graph_walk(const vt_street_graph *g, uint32_t end, double reach_m, bool continuous, size_t most,
                               vt_walk *walk)
{
    walk->ahead.n = walk->fronts.n = 0;
    bool worked = reach_m <= 0 || split(g, end, 0, 1, continuous, walk);
    while (worked && walk->ahead.n) {
        vt_front front = pop(walk);
        while (walk->ahead.n && walk->ahead.at[0].end == front.end &&
               walk->ahead.at[0].distance_m == front.distance_m) {
            front.factor += pop(walk).factor;
        }
        front.last = fabs(front.factor) < FAINTEST;
        if (walk->fronts.n + walk->ahead.n >= most) {
            return VT_TOO_MANY;
        }
        const double beyond_m = front.distance_m + g->length_m[front.end / 2];
        worked = vt_array_push(&walk->fronts, front) &&
                 (front.last || beyond_m >= reach_m ||
                  split(g, front.end ^ 1, beyond_m, front.factor, continuous, walk));
    }
    return worked ? VT_WALKED : VT_OUT_OF_MEMORY;
}
