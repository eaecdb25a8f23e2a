/* permute.c - see permute.h.
 *
 * A draw for row i is the first k_i cards of a shuffled deck of all rows, without i: where i is among them,
 * the card after them stands in. So a deck is shuffled only as far as the largest degree, and its sum P[k] of
 * the first k cards is compared with the observed sums of all rows of degree k by a search in these, sorted.
 * That is right for all rows but the few that lie among their own k_i cards; they are corrected one by one. */
#include "analyse/hotspot/permute.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/number.h"
#include "base/parallel.h"

/* The permutations are shared out to decks, each with its own counts and random numbers, whatever thread
 * shuffles it; between rounds the user may cancel. */
enum { DECKS = 8, ROUNDS = 16 };

typedef struct {
    double y, observed;
    size_t degree;
    size_t place; /* in the order of (degree, observed) */
} subject;

/* The places [first, end) of rows of one degree. */
typedef struct {
    size_t degree, first, end;
} group;

typedef struct {
    uint64_t random;
    uint32_t *card;           /* a row each, shuffled on and on */
    double *prefix;           /* P[0..most + 1] */
    int32_t *ge, *le;         /* by place p: draws ≥ the observed sums of its group up to p; ≤ those from p on */
    int32_t *ge_own, *le_own; /* by place: corrections of its own */
} deck;

typedef struct {
    size_t n, most;    /* rows; the largest degree */
    double largest;    /* |y| */
    subject *subjects; /* by row */
    double *sorted;    /* observed sums by place */
    VT_ARRAY(group) groups;
    deck decks[DECKS];
    size_t permutations, round;
} permuting;

/* --- random numbers: SplitMix64 (Steele, Lea & Flood 2014) --------------------------------------- */

static uint64_t mix(uint64_t v)
{
    v = (v ^ v >> 30) * 0xBF58476D1CE4E5B9u;
    v = (v ^ v >> 27) * 0x94D049BB133111EBu;
    return v ^ v >> 31;
}

static uint64_t next(uint64_t *state)
{
    return mix(*state += 0x9E3779B97F4A7C15u);
}

/* Uniform in 0..bound−1 (Lemire 2019): what would favour some is drawn again. */
static uint32_t below(uint64_t *state, uint32_t bound)
{
    const uint32_t unfair = (0u - bound) % bound;
    uint64_t product;
    do {
        product = (next(state) >> 32) * bound;
    } while ((uint32_t)product < unfair);
    return (uint32_t)(product >> 32);
}

/* --- one permutation ------------------------------------------------------------------------------ */

static void shuffle(const permuting *m, deck *d)
{
    for (size_t k = 0; k <= m->most; k++) {
        const size_t other = k + below(&d->random, (uint32_t)(m->n - k));
        const uint32_t card = d->card[other];
        d->card[other] = d->card[k];
        d->card[k] = card;
        d->prefix[k + 1] = d->prefix[k] + m->subjects[card].y;
    }
}

/* Sums of so many values that lie this close are equal. */
static double nearness(const permuting *m, size_t degree)
{
    return 1e-12 * (double)degree * m->largest;
}

/* The first place of the group whose observed sum is ≥ value, or > value. */
static size_t place_of(const permuting *m, const group *of, double value, bool above)
{
    size_t first = of->first, end = of->end;
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        if (m->sorted[middle] < value || (above && m->sorted[middle] <= value)) {
            first = middle + 1;
        } else {
            end = middle;
        }
    }
    return first;
}

static void count(const permuting *m, deck *d)
{
    for (size_t g = 0; g < m->groups.n; g++) {
        const group *of = &m->groups.at[g];
        const double sum = d->prefix[of->degree], near = nearness(m, of->degree);
        const size_t from = place_of(m, of, sum - near, false), to = place_of(m, of, sum + near, true);
        if (from < of->end) {
            d->le[from]++;
        }
        if (to > of->first) {
            d->ge[to - 1]++;
        }
    }
}

/* The same comparisons as in count, for the rows among their own cards. */
static void correct(const permuting *m, deck *d)
{
    for (size_t k = 0; k < m->most; k++) {
        const subject *s = &m->subjects[d->card[k]];
        if (k < s->degree) {
            const double near = nearness(m, s->degree);
            const double with = d->prefix[s->degree], without = d->prefix[s->degree + 1] - s->y;
            d->ge_own[s->place] += (s->observed <= without + near) - (s->observed <= with + near);
            d->le_own[s->place] += (s->observed >= without - near) - (s->observed >= with - near);
        }
    }
}

static void play(void *user, size_t from, size_t to)
{
    permuting *m = user;
    for (size_t i = from; i < to; i++) {
        deck *d = &m->decks[i];
        const size_t all = m->permutations / DECKS + (i < m->permutations % DECKS);
        for (size_t r = all * m->round / ROUNDS; r < all * (m->round + 1) / ROUNDS; r++) {
            shuffle(m, d);
            count(m, d);
            correct(m, d);
        }
    }
}

/* --- before and after ----------------------------------------------------------------------------- */

typedef struct {
    double observed;
    size_t degree, row;
} rank;

static int by_degree_and_sum(const void *a, const void *b)
{
    const rank *r = a, *s = b;
    if (r->degree != s->degree) {
        return (r->degree > s->degree) - (r->degree < s->degree);
    }
    return r->observed != s->observed ? (r->observed > s->observed) - (r->observed < s->observed)
                                      : (r->row > s->row) - (r->row < s->row);
}

static bool observe(permuting *m, const vt_weights *weights, const double *y)
{
    rank *ranks = malloc(m->n * sizeof *ranks);
    bool worked = ranks;
    for (size_t i = 0; worked && i < m->n; i++) {
        vt_sum sum = {0};
        for (size_t link = weights->first[i]; link < weights->first[i + 1]; link++) {
            vt_sum_add(&sum, y[weights->to[link]]);
        }
        ranks[i] = (rank){vt_sum_value(&sum), vt_weights_degree(weights, i), i};
        m->subjects[i] = (subject){y[i], ranks[i].observed, ranks[i].degree, 0};
        m->most = ranks[i].degree > m->most ? ranks[i].degree : m->most;
        m->largest = fmax(m->largest, fabs(y[i]));
    }
    if (worked) {
        qsort(ranks, m->n, sizeof *ranks, by_degree_and_sum);
    }
    for (size_t p = 0; worked && p < m->n; p++) {
        m->sorted[p] = ranks[p].observed;
        m->subjects[ranks[p].row].place = p;
        if (p == 0 || ranks[p].degree != ranks[p - 1].degree) {
            const group begun = {ranks[p].degree, p, p};
            worked = vt_array_push(&m->groups, begun);
        }
        if (worked) {
            m->groups.at[m->groups.n - 1].end = p + 1;
        }
    }
    free(ranks);
    return worked;
}

static bool make_decks(permuting *m, uint64_t seed)
{
    bool worked = true;
    for (size_t i = 0; i < DECKS && worked; i++) {
        deck *d = &m->decks[i];
        d->random = mix(mix(seed + 0x9E3779B97F4A7C15u) + i + 1);
        d->card = malloc(m->n * sizeof *d->card);
        d->prefix = calloc(m->most + 2, sizeof *d->prefix);
        d->ge = calloc(4 * m->n, sizeof *d->ge);
        worked = d->card && d->prefix && d->ge;
        if (worked) {
            d->le = d->ge + m->n;
            d->ge_own = d->le + m->n;
            d->le_own = d->ge_own + m->n;
        }
        for (size_t row = 0; worked && row < m->n; row++) {
            d->card[row] = (uint32_t)row;
        }
    }
    return worked;
}

/* Adds up the decks, then ge from the end of each group and le from its begin. */
static void conclude(permuting *m, double *p)
{
    deck *all = &m->decks[0];
    for (size_t i = 1; i < DECKS; i++) {
        for (size_t at = 0; at < 4 * m->n; at++) {
            all->ge[at] += m->decks[i].ge[at]; /* and the three arrays behind it */
        }
    }
    for (size_t g = 0; g < m->groups.n; g++) {
        const group *of = &m->groups.at[g];
        for (size_t at = of->first + 1; at < of->end; at++) {
            all->le[at] += all->le[at - 1];
        }
        for (size_t at = of->end - 1; at-- > of->first;) {
            all->ge[at] += all->ge[at + 1];
        }
    }
    for (size_t row = 0; row < m->n; row++) {
        const size_t at = m->subjects[row].place;
        const double ge = (double)(all->ge[at] + all->ge_own[at]), le = (double)(all->le[at] + all->le_own[at]);
        p[row] = fmin(1, 2 * (fmin(ge, le) + 1) / ((double)m->permutations + 1));
    }
}

vitrine_status vt_permute_p(vitrine_context *ctx, const vt_weights *weights, const double *y, size_t permutations,
                            uint64_t seed, double *p)
{
    if (permutations == 0 || weights->n == 0) {
        for (size_t i = 0; i < weights->n; i++) {
            p[i] = NAN;
        }
        return VITRINE_OK;
    }
    permuting m = {.n = weights->n, .permutations = permutations};
    m.subjects = malloc(m.n * sizeof *m.subjects);
    m.sorted = malloc(m.n * sizeof *m.sorted);
    const bool ready = m.subjects && m.sorted && observe(&m, weights, y) && make_decks(&m, seed);
    vitrine_status status = ready ? VITRINE_OK : vt_no_memory(ctx);
    for (; status == VITRINE_OK && m.round < ROUNDS; m.round++) {
        vt_parallel_for(ctx, DECKS, 1, play, &m);
        status = vt_progress(ctx, "hotspots", -1);
    }
    if (status == VITRINE_OK) {
        conclude(&m, p);
    }
    for (size_t i = 0; i < DECKS; i++) {
        free(m.decks[i].card);
        free(m.decks[i].prefix);
        free(m.decks[i].ge);
    }
    free(m.subjects);
    free(m.sorted);
    vt_array_free(&m.groups);
    return status;
}
