/* weights.c - see weights.h. Points are swept along the axis they spread on most: who is within d of a point
 * lies within d of it along that axis, whatever heaps of points there are. */
#include "analyse/hotspot/weights.h"

#include <math.h>
#include <stdlib.h>

void vt_weights_free(vt_weights *weights)
{
    free(weights->first);
    free(weights->to);
    *weights = (vt_weights){0};
}

/* Zeroes first[]. */
static bool begin(vt_weights *weights, size_t n)
{
    *weights = (vt_weights){.n = n, .first = calloc(n + 1, sizeof *weights->first)};
    return weights->first;
}

/* Turns the degrees in first[1..n] into offsets, and makes the room for to[]. */
static bool make_room(vt_weights *weights)
{
    for (size_t i = 0; i < weights->n; i++) {
        weights->first[i + 1] += weights->first[i];
    }
    const size_t links = weights->first[weights->n];
    weights->to = malloc((links ? links : 1) * sizeof *weights->to);
    return weights->to;
}

static vitrine_status too_many(vitrine_context *ctx, const char *key, double value)
{
    return vt_fail(ctx, VITRINE_E_INPUT, _("%s: %g gives more than %zu links between neighbours; lower it"), key, value,
                   VT_MOST_LINKS);
}

static int compare_rows(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int by_row(const void *a, const void *b)
{
    return compare_rows(*(const uint32_t *)a, *(const uint32_t *)b);
}

/* --- the sweep ------------------------------------------------------------------------------------ */

typedef struct {
    double along, across;
    uint32_t row;
} place;

static int by_along(const void *a, const void *b)
{
    const place *p = a, *q = b;
    return p->along != q->along ? (p->along > q->along) - (p->along < q->along) : compare_rows(p->row, q->row);
}

static double spread(const double *v, size_t n)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        low = isfinite(v[i]) && v[i] < low ? v[i] : low;
        high = isfinite(v[i]) && v[i] > high ? v[i] : high;
    }
    return high - low;
}

/* The rows that have a place, sorted; NULL when out of memory. */
static place *sweep_new(const double *x, const double *y, size_t n, size_t *placed)
{
    place *places = malloc((n ? n : 1) * sizeof *places);
    const bool wide = spread(x, n) >= spread(y, n);
    *placed = 0;
    for (size_t i = 0; places && i < n; i++) {
        if (isfinite(x[i]) && isfinite(y[i])) {
            places[(*placed)++] = (place){wide ? x[i] : y[i], wide ? y[i] : x[i], (uint32_t)i};
        }
    }
    if (places) {
        qsort(places, *placed, sizeof *places, by_along);
    }
    return places;
}

static double square(double v)
{
    return v * v;
}

static double distance2(const place *a, const place *b)
{
    return square(a->along - b->along) + square(a->across - b->across);
}

/* --- distance band -------------------------------------------------------------------------------- */

/* Degrees into first[row + 1]; false when there are too many. */
static bool count_band(const place *places, size_t n, double band2, size_t *first)
{
    size_t links = 0;
    for (size_t p = 0; p < n; p++) {
        for (size_t q = p + 1; q < n && square(places[q].along - places[p].along) <= band2; q++) {
            if (distance2(&places[p], &places[q]) <= band2) {
                first[places[p].row + 1]++;
                first[places[q].row + 1]++;
                links += 2;
            }
        }
        if (links > VT_MOST_LINKS) {
            return false;
        }
    }
    return true;
}

/* The relation is symmetric: handing out the rows in their order to their neighbours fills rising lists. */
static bool fill_band(const place *places, size_t n, double band2, vt_weights *weights)
{
    size_t *at = malloc((weights->n + 1) * sizeof *at), *filled = calloc(weights->n + 1, sizeof *filled);
    const bool worked = at && filled;
    for (size_t i = 0; worked && i < weights->n; i++) {
        at[i] = SIZE_MAX;
    }
    for (size_t p = 0; worked && p < n; p++) {
        at[places[p].row] = p;
    }
    for (size_t i = 0; worked && i < weights->n; i++) {
        const size_t p = at[i];
        if (p == SIZE_MAX) {
            continue;
        }
        size_t q = p;
        while (q > 0 && square(places[p].along - places[q - 1].along) <= band2) {
            q--;
        }
        for (; q < n && square(places[q].along - places[p].along) <= band2; q++) {
            if (q != p && distance2(&places[p], &places[q]) <= band2) {
                const uint32_t to = places[q].row;
                weights->to[weights->first[to] + filled[to]++] = (uint32_t)i;
            }
        }
    }
    free(at);
    free(filled);
    return worked;
}

vitrine_status vt_weights_distance(vitrine_context *ctx, const double *x, const double *y, size_t n, double band_m,
                                   vt_weights *weights)
{
    size_t placed = 0;
    place *places = sweep_new(x, y, n, &placed);
    const double band2 = square(band_m);
    bool worked = begin(weights, n) && places;
    if (worked && !count_band(places, placed, band2, weights->first)) {
        free(places);
        return too_many(ctx, "hotspots.distance_m", band_m);
    }
    worked = worked && make_room(weights) && fill_band(places, placed, band2, weights);
    free(places);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}

/* --- nearest neighbours --------------------------------------------------------------------------- */

typedef struct {
    double distance2;
    uint32_t row;
} held;

static bool farther(const held *a, const held *b)
{
    return a->distance2 != b->distance2 ? a->distance2 > b->distance2 : a->row > b->row;
}

/* Moves heap[at] down to where none below it is farther. */
static void sink(held *heap, size_t n, size_t at)
{
    for (;;) {
        size_t top = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < n; child++) {
            top = farther(&heap[child], &heap[top]) ? child : top;
        }
        if (top == at) {
            return;
        }
        const held swap = heap[at];
        heap[at] = heap[top];
        heap[top] = swap;
        at = top;
    }
}

/* The k < n nearest of place p into `heap`, the farthest on top. */
static void find_nearest(const place *places, size_t n, size_t p, size_t k, held *heap)
{
    size_t left = p, right = p + 1, found = 0;
    while (left > 0 || right < n) {
        const double to_left = left > 0 ? places[p].along - places[left - 1].along : INFINITY;
        const double to_right = right < n ? places[right].along - places[p].along : INFINITY;
        const double gap = to_left <= to_right ? to_left : to_right;
        if (found == k && square(gap) > heap[0].distance2) {
            return;
        }
        const place *other = &places[to_left <= to_right ? --left : right++];
        const held next = {distance2(&places[p], other), other->row};
        if (found < k) {
            heap[found++] = next;
            for (size_t i = found == k ? k / 2 : 0; i-- > 0;) { /* full: make it a heap */
                sink(heap, k, i);
            }
        } else if (farther(&heap[0], &next)) {
            heap[0] = next;
            sink(heap, k, 0);
        }
    }
}

vitrine_status vt_weights_knn(vitrine_context *ctx, const double *x, const double *y, size_t n, size_t k,
                              vt_weights *weights)
{
    size_t placed = 0;
    place *places = sweep_new(x, y, n, &placed);
    bool worked = begin(weights, n) && places;
    const size_t each = placed == 0 ? 0 : k < placed - 1 ? k : placed - 1;
    if (worked && each && placed > VT_MOST_LINKS / each) {
        free(places);
        return too_many(ctx, "hotspots.k", (double)k);
    }
    for (size_t p = 0; worked && p < placed; p++) {
        weights->first[places[p].row + 1] = each;
    }
    held *heap = malloc((each ? each : 1) * sizeof *heap);
    worked = worked && heap && make_room(weights);
    for (size_t p = 0; worked && each && p < placed; p++) {
        uint32_t *to = &weights->to[weights->first[places[p].row]];
        find_nearest(places, placed, p, each, heap);
        for (size_t i = 0; i < each; i++) {
            to[i] = heap[i].row;
        }
        qsort(to, each, sizeof *to, by_row);
    }
    free(places);
    free(heap);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}

/* --- lists ---------------------------------------------------------------------------------------- */

static int by_pair(const void *a, const void *b)
{
    const vt_pair *p = a, *q = b;
    return p->a != q->a ? compare_rows(p->a, q->a) : compare_rows(p->b, q->b);
}

/* Sorts the links a→b and keeps each once. */
static bool from_links(vt_pair *links, size_t n_links, size_t n, vt_weights *weights)
{
    size_t kept = 0;
    qsort(links, n_links, sizeof *links, by_pair);
    if (!begin(weights, n)) {
        return false;
    }
    for (size_t i = 0; i < n_links; i++) {
        if (links[i].a != links[i].b && (kept == 0 || by_pair(&links[kept - 1], &links[i]) != 0)) {
            weights->first[links[i].a + 1]++;
            links[kept++] = links[i];
        }
    }
    if (!make_room(weights)) {
        return false;
    }
    for (size_t i = 0; i < kept; i++) {
        weights->to[i] = links[i].b;
    }
    return true;
}

vitrine_status vt_weights_from_pairs(vitrine_context *ctx, const vt_pair *pairs, size_t n_pairs, size_t n,
                                     vt_weights *weights)
{
    *weights = (vt_weights){0};
    if (n_pairs > VT_MOST_LINKS / 2) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("hotspots: %zu pairs of neighbours, more than %zu; lower hotspots.distance_m"),
                       n_pairs, VT_MOST_LINKS / 2);
    }
    vt_pair *links = malloc((2 * n_pairs + 1) * sizeof *links);
    for (size_t i = 0; links && i < n_pairs; i++) {
        links[2 * i] = pairs[i];
        links[2 * i + 1] = (vt_pair){pairs[i].b, pairs[i].a};
    }
    const bool worked = links && from_links(links, 2 * n_pairs, n, weights);
    free(links);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}

static int by_nearness(const void *a, const void *b)
{
    const vt_candidate *p = a, *q = b;
    if (p->from != q->from) {
        return compare_rows(p->from, q->from);
    }
    return p->distance != q->distance ? (p->distance > q->distance) - (p->distance < q->distance)
                                      : compare_rows(p->to, q->to);
}

vitrine_status vt_weights_nearest(vitrine_context *ctx, vt_candidate *candidates, size_t n_candidates, size_t n,
                                  size_t k, vt_weights *weights)
{
    *weights = (vt_weights){0};
    if (n_candidates > VT_MOST_LINKS) {
        return too_many(ctx, "hotspots.k", (double)k);
    }
    vt_pair *links = malloc((n_candidates + 1) * sizeof *links);
    size_t *taken_by = calloc(n + 1, sizeof *taken_by); /* from + 1 */
    bool worked = links && taken_by;
    size_t n_links = 0, taken = 0;
    if (worked && n_candidates) {
        qsort(candidates, n_candidates, sizeof *candidates, by_nearness);
    }
    for (size_t i = 0; worked && i < n_candidates; i++) {
        const vt_candidate *c = &candidates[i];
        taken = i > 0 && candidates[i - 1].from == c->from ? taken : 0;
        if (taken < k && c->from != c->to && taken_by[c->to] != c->from + (size_t)1) {
            taken_by[c->to] = c->from + (size_t)1;
            links[n_links++] = (vt_pair){c->from, c->to};
            taken++;
        }
    }
    worked = worked && from_links(links, n_links, n, weights);
    free(links);
    free(taken_by);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}
