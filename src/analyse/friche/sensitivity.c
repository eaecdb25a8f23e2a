/* sensitivity.c - see sensitivity.h. Draws go to the threads; a draw makes the points of every row of the scheme once,
 * and a site adds up its own. Ranks come from counts of the index, which has a decimal and so 1,001 values. */
#include "analyse/friche/sensitivity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"

enum { TENTHS = 1001, STAYS = 1 << 15, MISSING = -2, NO_POINTS = -1, SIDES = 2 * VT_MOST_USES };

typedef struct {
    const vt_scheme *scheme;
    const vt_score *scores;
    size_t n, draws, rows;
    uint64_t seed;
    uint32_t *first;  /* by criterion: its first row among those of all */
    int32_t *row;     /* by site, then criterion: among those of all; MISSING, NO_POINTS */
    uint16_t *tenths; /* by draw, then site: the best index; STAYS is set where the best use is as before */
    uint32_t *rank;   /* by draw, then tenths */
    vt_sensitivity *found;
    bool failed;
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

static void draw_points(const drawing *d, uint64_t *state, double (*points)[SIDES])
{
    const vt_scheme *s = d->scheme;
    for (size_t c = 0; c < s->criteria.n; c++) {
        const double weight = s->criteria.at[c].weight * exp(0.25 * normal(state));
        for (size_t row = 0; row < s->criteria.at[c].rows.n; row++) {
            double *of = points[d->first[c] + row];
            for (size_t use = 0; use < s->n_uses; use++) {
                vt_score_points(s, c, row, use, weight, &of[use], &of[s->n_uses + use]);
            }
        }
    }
}

/* The best index of a site in tenths; `sides` is twice the uses. */
static uint16_t best_of(const drawing *d, size_t site, size_t sides, double (*points)[SIDES], uint64_t *state)
{
    const size_t criteria = d->scheme->criteria.n, uses = d->scheme->n_uses;
    double sum[SIDES] = {0};
    for (size_t c = 0; c < criteria; c++) {
        int32_t row = d->row[site * criteria + c];
        if (row == MISSING) { /* 32 bits times a few: the bias is below 1e-8 */
            row = (int32_t)(d->first[c] + ((next(state) >> 32) * d->scheme->criteria.at[c].rows.n >> 32));
        }
        if (row != NO_POINTS) {
            for (size_t i = 0; i < sides; i++) {
                sum[i] += points[row][i];
            }
        }
    }
    int highest = -1;
    size_t best = 0;
    for (size_t use = 0; use < uses; use++) {
        const int tenths = vt_score_tenths(sum[use], sum[uses + use]);
        if (tenths > highest) {
            highest = tenths;
            best = use;
        }
    }
    return (uint16_t)(highest | (best == d->scores[site].best ? STAYS : 0));
}

static void draw_one(const drawing *d, size_t draw, double (*points)[SIDES])
{
    uint64_t state = d->seed * 0xD1342543DE82EF95u + draw;
    uint16_t *tenths = d->tenths + draw * d->n;
    uint32_t *rank = d->rank + draw * TENTHS, above = 0;
    draw_points(d, &state, points);
    for (size_t site = 0; site < d->n; site++) {
        tenths[site] = best_of(d, site, 2 * d->scheme->n_uses, points, &state);
        rank[tenths[site] & ~STAYS]++;
    }
    for (size_t i = TENTHS; i-- > 0;) {
        const uint32_t here = rank[i];
        rank[i] = above + 1;
        above += here;
    }
}

static void draw_range(void *user, size_t from, size_t to)
{
    drawing *d = user;
    double(*points)[SIDES] = calloc(d->rows, sizeof *points);
    for (size_t draw = from; points && draw < to; draw++) {
        draw_one(d, draw, points);
    }
    if (!points) {
        __atomic_store_n(&d->failed, true, __ATOMIC_RELAXED);
    }
    free(points);
}

/* The rank that `least` of the draws do not exceed; `times` counts the draws of each rank. */
static double rank_at(const uint32_t *times, size_t least)
{
    size_t rank = 0, draws = 0;
    while ((draws += times[++rank]) < least) {
    }
    return (double)rank;
}

static void conclude_range(void *user, size_t from, size_t to)
{
    drawing *d = user;
    uint32_t *times = malloc((d->n + 1) * sizeof *times);
    for (size_t site = from; times && site < to; site++) {
        size_t stays = 0;
        memset(times, 0, (d->n + 1) * sizeof *times);
        for (size_t draw = 0; draw < d->draws; draw++) {
            const uint16_t tenths = d->tenths[draw * d->n + site];
            times[d->rank[draw * TENTHS + (tenths & ~STAYS)]]++;
            stays += (tenths & STAYS) != 0;
        }
        d->found[site] = (vt_sensitivity){rank_at(times, (5 * d->draws + 99) / 100), rank_at(times, (95 * d->draws + 99) / 100),
                                          d->scores[site].best == SIZE_MAX ? NAN : (double)stays / (double)d->draws};
    }
    if (!times) {
        __atomic_store_n(&d->failed, true, __ATOMIC_RELAXED);
    }
    free(times);
}

static void find_rows(drawing *d, const vt_value *values)
{
    const size_t criteria = d->scheme->criteria.n;
    for (size_t c = 0; c < criteria; c++) {
        d->first[c] = (uint32_t)d->rows;
        d->rows += d->scheme->criteria.at[c].rows.n;
    }
    for (size_t i = 0; i < d->n * criteria; i++) {
        d->row[i] = !values[i].filled              ? MISSING
                    : values[i].row == SIZE_MAX ? NO_POINTS
                                                : (int32_t)(d->first[i % criteria] + values[i].row);
    }
}

vitrine_status vt_sensitivity_of(vitrine_context *ctx, const vt_scheme *scheme, const vt_value *values,
                                 const vt_score *scores, size_t n, size_t draws, uint64_t seed, vt_sensitivity *found)
{
    for (size_t site = 0; site < n; site++) {
        found[site] = (vt_sensitivity){NAN, NAN, NAN};
    }
    if (!draws || !n) {
        return VITRINE_OK;
    }
    drawing d = {.scheme = scheme, .scores = scores, .n = n, .draws = draws, .seed = seed,
                 .first = calloc(scheme->criteria.n, sizeof *d.first),
                 .row = calloc(n * scheme->criteria.n, sizeof *d.row), .tenths = calloc(draws * n, sizeof *d.tenths),
                 .rank = calloc(draws * TENTHS, sizeof *d.rank), .found = found};
    bool worked = d.first && d.row && d.tenths && d.rank;
    if (worked) {
        find_rows(&d, values);
        vt_parallel_for(ctx, draws, 16, draw_range, &d);
        vt_parallel_for(ctx, n, 64, conclude_range, &d);
        worked = !d.failed;
    }
    free(d.first);
    free(d.row);
    free(d.tenths);
    free(d.rank);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}
