/* network_density.c - see network_density.h.
 *
 * Beyond a block's ends the walk is the same for all events of the block, but for the distance at which they
 * reach the end: it is walked once an end. Blocks are taken in parallel, by rounds of a fixed number, and what
 * they give is added in their order. */
#include "analyse/heatmap/network_density.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "analyse/heatmap/street_graph.h"
#include "base/number.h"
#include "base/parallel.h"

#define LONGEST_LIXEL 25.0 /* m */

/* Fronts in one walk, for memory (100 MB a thread), and in all, for time (half a minute of one processor). */
#define MOST_IN_WALK 4000000
#define MOST_IN_ALL 100000000

enum { ROUND = 64 };

typedef struct {
    vt_sum stock, vacant;
} mass;

/* What one block's events give to a lixel. */
typedef struct {
    size_t lixel;
    double stock, vacant;
} share;

/* One block that bears events, and what comes of them. */
typedef struct {
    const vt_event *events; /* rising along the block */
    size_t n;
    VT_ARRAY(share) shares;
    size_t fronts;
    vt_walked walked;
} source;

typedef struct {
    vt_street_graph graph;
    size_t *first_lixel; /* by block; one more for the end */
    size_t most_lixels;  /* of one block */
    vt_event *events;    /* by block, then along */
    size_t n;
    vt_kernel kernel;
    double bandwidth_m, reach_m;
    bool continuous;
    source round[ROUND];
    atomic_bool refused; /* a walk was too long: the others need not begin */
    mass *masses;        /* by lixel */
} estimate;

/* --- one block's events -------------------------------------------------------------------------- */

/* The events as seen from an end of their block: nearest first. */
typedef struct {
    const estimate *e;
    const source *s;
    bool from_end; /* beyond the block's end, not its begin */
} view;

static const vt_event *event_of(const view *v, size_t i)
{
    return &v->s->events[v->from_end ? v->s->n - 1 - i : i];
}

static double distance_of(const view *v, size_t i)
{
    const vt_event *event = event_of(v, i);
    return v->from_end ? v->e->graph.length_m[event->block] - event->offset_m : event->offset_m;
}

/* Mass of the first n events between themselves and `beyond_m` metres past the end. */
static share mass_to(const view *v, size_t n, double beyond_m)
{
    share sum = {0};
    for (size_t i = 0; i < n; i++) {
        const double m = vt_kernel_line_mass(v->e->kernel, v->e->bandwidth_m, 0, distance_of(v, i) + beyond_m);
        sum.stock += event_of(v, i)->stock * m;
        sum.vacant += event_of(v, i)->vacant * m;
    }
    return sum;
}

/* Lays a front's mass on the lixels of the block that it enters. */
static void lay_front(const view *v, const vt_front *front, mass *lixels)
{
    const estimate *e = v->e;
    const size_t block = front->end / 2, k = e->first_lixel[block + 1] - e->first_lixel[block];
    size_t n = 0;
    while (n < v->s->n && distance_of(v, n) + front->distance_m < e->reach_m) {
        n++;
    }
    share before = mass_to(v, n, front->distance_m);
    double beyond = front->distance_m;
    for (size_t j = 0; j < k && beyond < e->reach_m; j++) {
        beyond = front->last ? e->reach_m
                             : front->distance_m + e->graph.length_m[block] * (double)(j + 1) / (double)k;
        const share after = mass_to(v, n, beyond);
        mass *to = &lixels[front->end % 2 ? k - 1 - j : j];
        vt_sum_add(&to->stock, front->factor * (after.stock - before.stock));
        vt_sum_add(&to->vacant, front->factor * (after.vacant - before.vacant));
        before = after;
    }
}

/* Appends the masses of a block's lixels to the shares and clears them. */
static bool take_shares(const estimate *e, source *s, size_t block, mass *lixels)
{
    const size_t first = e->first_lixel[block], k = e->first_lixel[block + 1] - first;
    if (!vt_array_reserve(&s->shares, k)) {
        return false;
    }
    for (size_t j = 0; j < k; j++) {
        const mass *m = &lixels[j];
        s->shares.at[s->shares.n++] = (share){first + j, vt_sum_value(&m->stock), vt_sum_value(&m->vacant)};
        lixels[j] = (mass){0};
    }
    return true;
}

/* Mass on an event's own block, before it has met an end. */
static bool lay_own(const estimate *e, source *s, mass *lixels)
{
    const size_t block = s->events->block, k = e->first_lixel[block + 1] - e->first_lixel[block];
    const double h = e->bandwidth_m, length = e->graph.length_m[block];
    for (size_t i = 0; i < s->n; i++) {
        const vt_event *event = &s->events[i];
        for (size_t j = 0; j < k; j++) {
            const double a = length * (double)j / (double)k - event->offset_m;
            const double b = length * (double)(j + 1) / (double)k - event->offset_m;
            const double back = a < 0 ? vt_kernel_line_mass(e->kernel, h, fmax(-b, 0), -a) : 0;
            const double forth = b > 0 ? vt_kernel_line_mass(e->kernel, h, fmax(a, 0), b) : 0;
            vt_sum_add(&lixels[j].stock, event->stock * (back + forth));
            vt_sum_add(&lixels[j].vacant, event->vacant * (back + forth));
        }
    }
    return take_shares(e, s, block, lixels);
}

static int by_end(const void *a, const void *b)
{
    const vt_front *x = a, *y = b;
    return x->end != y->end ? (x->end > y->end) - (x->end < y->end)
                            : (x->distance_m > y->distance_m) - (x->distance_m < y->distance_m);
}

static vt_walked lay_beyond(const estimate *e, source *s, bool from_end, vt_walk *walk, mass *lixels)
{
    const view v = {e, s, from_end};
    const uint32_t end = 2 * s->events->block + from_end;
    const vt_walked walked =
        vt_street_graph_walk(&e->graph, end, e->reach_m - distance_of(&v, 0), e->continuous, MOST_IN_WALK, walk);
    if (walked != VT_WALKED) {
        return walked;
    }
    const size_t n = walk->fronts.n;
    s->fronts += n;
    if (n) {
        qsort(walk->fronts.at, n, sizeof *walk->fronts.at, by_end);
    }
    for (size_t i = 0; i < n; i++) {
        const size_t block = walk->fronts.at[i].end / 2;
        lay_front(&v, &walk->fronts.at[i], lixels);
        if ((i + 1 == n || walk->fronts.at[i + 1].end / 2 != block) && !take_shares(e, s, block, lixels)) {
            return VT_OUT_OF_MEMORY;
        }
    }
    return VT_WALKED;
}

static void spread_range(void *user, size_t from, size_t to)
{
    estimate *e = user;
    vt_walk walk = {0};
    mass *lixels = calloc(e->most_lixels + 1, sizeof *lixels);
    for (size_t i = from; i < to; i++) {
        source *s = &e->round[i];
        s->walked = lixels && lay_own(e, s, lixels) ? VT_WALKED : VT_OUT_OF_MEMORY;
        for (int side = 0; side < 2 && s->walked == VT_WALKED && !atomic_load(&e->refused); side++) {
            s->walked = lay_beyond(e, s, side == 1, &walk, lixels);
        }
        if (s->walked == VT_TOO_MANY) {
            atomic_store(&e->refused, true);
        }
    }
    free(lixels);
    vt_walk_free(&walk);
}

/* --- all of them --------------------------------------------------------------------------------- */

static vitrine_status too_many(vitrine_context *ctx, const estimate *e)
{
    char number[VT_NUMBER_ROOM];
    return vt_fail(ctx, VITRINE_E_INPUT,
                   _("heatmap.bandwidth_m: %s m spans too many crossings for heatmap.network: %s; take a smaller "
                     "bandwidth, or heatmap.network: %s"),
                   vt_number_format(number, e->bandwidth_m), e->continuous ? "continuous" : "discontinuous",
                   e->continuous ? "discontinuous" : "false");
}

/* Adds what the round's blocks gave, in their order, and empties it. */
static vitrine_status gather(vitrine_context *ctx, estimate *e, size_t n, size_t *fronts)
{
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; i < n; i++) {
        source *s = &e->round[i];
        *fronts += s->fronts;
        for (size_t j = 0; j < s->shares.n; j++) {
            vt_sum_add(&e->masses[s->shares.at[j].lixel].stock, s->shares.at[j].stock);
            vt_sum_add(&e->masses[s->shares.at[j].lixel].vacant, s->shares.at[j].vacant);
        }
        vt_array_free(&s->shares);
        if (!status && s->walked == VT_OUT_OF_MEMORY) {
            status = vt_no_memory(ctx);
        } else if (!status && (s->walked == VT_TOO_MANY || *fronts > MOST_IN_ALL)) {
            status = too_many(ctx, e);
        }
    }
    return status;
}

static vitrine_status spread_all(vitrine_context *ctx, estimate *e)
{
    vitrine_status status = VITRINE_OK;
    size_t fronts = 0;
    for (size_t i = 0; !status && i < e->n;) {
        size_t n = 0;
        while (n < ROUND && i < e->n) {
            const size_t from = i;
            while (i < e->n && e->events[i].block == e->events[from].block) {
                i++;
            }
            e->round[n++] = (source){.events = &e->events[from], .n = i - from};
        }
        vt_parallel_for(ctx, n, 1, spread_range, e);
        status = gather(ctx, e, n, &fronts);
        if (!status) {
            status = vt_progress(ctx, "network", 0.9 + 0.1 * (double)i / (double)e->n);
        }
    }
    return status;
}

static int by_place(const void *a, const void *b)
{
    const vt_event *x = a, *y = b;
    if (x->block != y->block) {
        return x->block < y->block ? -1 : 1;
    }
    if (x->offset_m != y->offset_m) {
        return x->offset_m < y->offset_m ? -1 : 1;
    }
    return x->stock != y->stock ? (x->stock > y->stock) - (x->stock < y->stock)
                                : (x->vacant > y->vacant) - (x->vacant < y->vacant);
}

/* The events where they can be: on a block with a length, between its ends. */
static bool take_events(estimate *e, const vt_event *events, size_t n)
{
    const vt_street_graph *g = &e->graph;
    e->events = malloc((n + 1) * sizeof *e->events);
    for (size_t i = 0; e->events && i < n; i++) {
        vt_event event = events[i];
        if (g->length_m[event.block] == 0) {
            const uint32_t node = g->node[2 * event.block];
            if (g->first[node] == g->first[node + 1]) {
                continue;
            }
            const uint32_t end = g->end[g->first[node]];
            event.block = end / 2;
            event.offset_m = end % 2 ? INFINITY : 0;
        }
        event.offset_m = fmin(fmax(event.offset_m, 0), g->length_m[event.block]);
        e->events[e->n++] = event;
    }
    if (e->n) {
        qsort(e->events, e->n, sizeof *e->events, by_place);
    }
    return e->events != NULL;
}

static bool cut_lixels(estimate *e, vt_lixels *l)
{
    e->first_lixel = malloc((e->graph.blocks + 1) * sizeof *e->first_lixel);
    for (size_t b = 0; e->first_lixel && b < e->graph.blocks; b++) {
        const size_t k = (size_t)ceil(e->graph.length_m[b] / LONGEST_LIXEL);
        e->first_lixel[b] = l->n;
        e->most_lixels = k > e->most_lixels ? k : e->most_lixels;
        l->n += k;
    }
    l->block = malloc((l->n + 1) * sizeof *l->block);
    l->from_m = malloc((l->n + 1) * sizeof *l->from_m);
    l->to_m = malloc((l->n + 1) * sizeof *l->to_m);
    l->stock = malloc((l->n + 1) * sizeof *l->stock);
    l->vacant = malloc((l->n + 1) * sizeof *l->vacant);
    e->masses = calloc(l->n + 1, sizeof *e->masses);
    if (!e->first_lixel || !l->block || !l->from_m || !l->to_m || !l->stock || !l->vacant || !e->masses) {
        return false;
    }
    e->first_lixel[e->graph.blocks] = l->n;
    return true;
}

/* Masses to densities. Lengths are the block's own, so that the last lixel stops at its end. */
static void fill_lixels(const estimate *e, const vt_network *net, vt_lixels *l)
{
    for (size_t b = 0; b < e->graph.blocks; b++) {
        const size_t first = e->first_lixel[b], k = e->first_lixel[b + 1] - first;
        const double length = net->blocks.at[b].length_m;
        for (size_t j = 0; j < k; j++) {
            const size_t i = first + j;
            l->block[i] = (uint32_t)b;
            l->from_m[i] = length * (double)j / (double)k;
            l->to_m[i] = length * (double)(j + 1) / (double)k;
            l->stock[i] = vt_sum_value(&e->masses[i].stock) / (l->to_m[i] - l->from_m[i]);
            l->vacant[i] = vt_sum_value(&e->masses[i].vacant) / (l->to_m[i] - l->from_m[i]);
        }
    }
}

void vt_lixels_free(vt_lixels *l)
{
    free(l->block);
    free(l->from_m);
    free(l->to_m);
    free(l->stock);
    free(l->vacant);
    *l = (vt_lixels){0};
}

vitrine_status vt_network_density(vitrine_context *ctx, const vt_network *net, const vt_event *events, size_t n,
                                  vt_kernel kernel, double bandwidth_m, bool continuous, vt_lixels *lixels)
{
    *lixels = (vt_lixels){0};
    estimate *e = calloc(1, sizeof *e);
    if (!e || !vt_street_graph_build(net, &e->graph)) {
        free(e);
        return vt_no_memory(ctx);
    }
    e->kernel = kernel;
    e->bandwidth_m = bandwidth_m;
    e->reach_m = vt_kernel_line_reach(kernel, bandwidth_m);
    e->continuous = continuous;
    vitrine_status status =
        cut_lixels(e, lixels) && take_events(e, events, n) ? spread_all(ctx, e) : vt_no_memory(ctx);
    if (!status) {
        fill_lixels(e, net, lixels);
    }
    vt_street_graph_free(&e->graph);
    free(e->first_lixel);
    free(e->events);
    free(e->masses);
    free(e);
    return status;
}
