/* sensitivity.c - see sensitivity.h. */
#include "analyse/friche/sensitivity.h"

#include <math.h>
#include <stdlib.h>

#include "base/parallel.h"

typedef struct {
    const vt_scheme *scheme;
    const vt_value *values;
    const vt_score *scores;
    size_t n, draws;
    uint64_t seed;
    uint32_t *rank; /* draws × sites */
    uint8_t *stays; /* draws × sites */
    double *room;   /* draws: index and order of the sites while a draw is made */
} drawing;

/* SplitMix64 (Steele, Lea & Flood 2014). */
static uint64_t next(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* Above 0, at most 1. */
static double uniform(uint64_t *state)
{
    return ((double)(next(state) >> 11) + 1) / 9007199254740992.0;
}

/* Box & Muller 1958. */
static double normal(uint64_t *state)
{
    const double radius = sqrt(-2 * log(uniform(state)));
    return radius * cos(6.283185307179586 * uniform(state));
}

static int by_index(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

/* Best index of a site under the weights of a draw; whether the best use stays. */
static double best_of(const drawing *d, size_t site, const double *weights, uint64_t *state, bool *stays)
{
    const vt_scheme *s = d->scheme;
    double advantages[VT_MOST_USES] = {0}, all[VT_MOST_USES] = {0};
    for (size_t c = 0; c < s->criteria.n; c++) {
        const vt_value *value = &d->values[site * s->criteria.n + c];
        const size_t row = value->filled ? value->row : (size_t)(next(state) % s->criteria.at[c].rows.n);
        for (size_t use = 0; row != SIZE_MAX && use < s->n_uses; use++) {
            double advantage, constraint;
            vt_score_points(s, c, row, use, weights[c], &advantage, &constraint);
            advantages[use] += advantage;
            all[use] += advantage + constraint;
        }
    }
    size_t best = 0;
    double highest = -1;
    for (size_t use = 0; use < s->n_uses; use++) {
        const double index = all[use] > 0 ? advantages[use] / all[use] : 0;
        if (index > highest) {
            highest = index;
            best = use;
        }
    }
    *stays = best == d->scores[site].best;
    return highest;
}

static void draw_one(const drawing *d, size_t draw)
{
    uint64_t state = d->seed * 0xD1342543DE82EF95u + draw;
    double weights[256], *index = d->room + 2 * draw * d->n, *sorted = index + d->n;
    for (size_t c = 0; c < d->scheme->criteria.n; c++) {
        weights[c] = d->scheme->criteria.at[c].weight * exp(0.25 * normal(&state));
    }
    for (size_t site = 0; site < d->n; site++) {
        bool stays;
        index[site] = sorted[site] = best_of(d, site, weights, &state, &stays);
        d->stays[draw * d->n + site] = stays;
    }
    qsort(sorted, d->n, sizeof *sorted, by_index);
    for (size_t site = 0; site < d->n; site++) {
        size_t low = 0, high = d->n; /* how many are higher */
        while (low < high) {
            const size_t middle = (low + high) / 2;
            if (sorted[middle] > index[site]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        d->rank[draw * d->n + site] = (uint32_t)low + 1;
    }
}

static void draw_range(void *user, size_t from, size_t to)
{
    for (size_t draw = from; draw < to; draw++) {
        draw_one(user, draw);
    }
}

static int by_rank(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

vitrine_status vt_sensitivity_of(vitrine_context *ctx, const vt_scheme *scheme, const vt_value *values, const vt_score *scores,
                                 size_t n, size_t draws, uint64_t seed, vt_sensitivity *found)
{
    for (size_t site = 0; site < n; site++) {
        found[site] = (vt_sensitivity){NAN, NAN, NAN};
    }
    if (!draws || !n) {
        return VITRINE_OK;
    }
    if (scheme->criteria.n > 256) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("friche.scheme: more than %d criteria"), 256);
    }
    drawing d = {scheme, values, scores, n, draws, seed, calloc(draws * n, sizeof *d.rank), calloc(draws * n, 1),
                 calloc(2 * draws * n, sizeof *d.room)};
    uint32_t *ranks = calloc(draws, sizeof *ranks);
    const bool worked = d.rank && d.stays && d.room && ranks;
    if (worked) {
        vt_parallel_for(ctx, draws, 8, draw_range, &d);
    }
    for (size_t site = 0; worked && site < n; site++) {
        size_t stays = 0;
        for (size_t draw = 0; draw < draws; draw++) {
            ranks[draw] = d.rank[draw * n + site];
            stays += d.stays[draw * n + site];
        }
        qsort(ranks, draws, sizeof *ranks, by_rank);
        const size_t low = (size_t)ceil(0.05 * (double)draws), high = (size_t)ceil(0.95 * (double)draws);
        found[site] = (vt_sensitivity){ranks[low ? low - 1 : 0], ranks[high - 1],
                                       scores[site].best == SIZE_MAX ? NAN : (double)stays / (double)draws};
    }
    free(ranks);
    free(d.rank);
    free(d.stays);
    free(d.room);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}
