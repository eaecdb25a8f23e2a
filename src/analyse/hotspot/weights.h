/* weights.h - who is whose neighbour: equal weights, a list a row.
 *
 * The neighbours of row i are to[first[i]] .. to[first[i + 1]], rising, each once, without i. Builders fill a
 * struct of the caller's, who gives it back to vt_weights_free also when they fail; they refuse
 * (VITRINE_E_INPUT) more than VT_MOST_LINKS links. Coordinates are metres; a row whose x or y is not finite
 * has no neighbours and is nobody's. Distances are compared by their squares, so that 3-4-5 triangles at the
 * bound are exact. */
#ifndef VT_WEIGHTS_H
#define VT_WEIGHTS_H

#include <stdint.h>

#include "base/context.h"

/* 1 GiB. */
#define VT_MOST_LINKS ((size_t)1 << 28)

typedef struct {
    size_t n;
    size_t *first; /* n + 1 */
    uint32_t *to;
} vt_weights;

static inline size_t vt_weights_degree(const vt_weights *weights, size_t row)
{
    return weights->first[row + 1] - weights->first[row];
}

/* All others at a distance of at most band_m. Symmetric. */
vitrine_status vt_weights_distance(vitrine_context *ctx, const double *x, const double *y, size_t n, double band_m,
                                   vt_weights *weights);

/* The k nearest others, ties to the lesser row; all others where k ≥ n. Not symmetric. */
vitrine_status vt_weights_knn(vitrine_context *ctx, const double *x, const double *y, size_t n, size_t k,
                              vt_weights *weights);

typedef struct {
    uint32_t a, b;
} vt_pair;

/* Both ways for each pair of rows; repeated pairs and pairs of a row with itself are dropped. */
vitrine_status vt_weights_from_pairs(vitrine_context *ctx, const vt_pair *pairs, size_t n_pairs, size_t n,
                                     vt_weights *weights);

/* `to` may be a neighbour of `from`, this far away in any measure. */
typedef struct {
    uint32_t from, to;
    double distance;
} vt_candidate;

/* The k nearest of each row's candidates, ties to the lesser row; a repeated one counts at its least
 * distance. Sorts the candidates. */
vitrine_status vt_weights_nearest(vitrine_context *ctx, vt_candidate *candidates, size_t n_candidates, size_t n,
                                  size_t k, vt_weights *weights);

void vt_weights_free(vt_weights *weights);

#endif
