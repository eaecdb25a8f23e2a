/* permutations.c - how long 9,999 conditional permutations of all premises of a study take, and whether their p are those of
 * the exact distribution. Usage: bench_permutations STUDY.yaml. Prints seconds, premises, links, and how many p lie more than
 * five Monte-Carlo standard errors from the exact one. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <vitrine/vitrine.h>

#include "analyse/hotspot/hypergeometric.h"
#include "analyse/hotspot/permute.h"
#include "analyse/vacancy/rates.h"
#include "model/model.h"

enum { PERMUTATIONS = 9999 };

/* The permuted p is twice a share of R + 1 draws, the lesser of two tails. */
static bool is_far(double permuted, double exact)
{
    const double share = exact / 2, error = 2 * sqrt(share * (1 - share) / PERMUTATIONS);
    return fabs(permuted - exact) > 5 * error + 2.0 / (PERMUTATIONS + 1);
}

static int compare(vitrine_context *ctx, const vt_layer *premises, const vt_rate_rules *rules)
{
    const size_t most = premises->n;
    double *x = calloc(4 * most + 1, sizeof *x), *y = x + most, *value = y + most, *p = value + most;
    size_t n = 0, vacant = 0, far = 0;
    for (size_t row = 0; x && row < most; row++) {
        const int counts = vt_rates_counts(rules, premises->status[row]);
        if (counts >= 0) {
            vt_layer_place(premises, row, &x[n], &y[n]);
            value[n++] = counts;
            vacant += (size_t)counts;
        }
    }
    vt_weights weights = {0};
    if (!x || vt_weights_distance(ctx, x, y, n, 150, &weights)) {
        return 1;
    }
    const double start = vt_clock();
    if (vt_permute_p(ctx, &weights, value, PERMUTATIONS, 1, p)) {
        return 1;
    }
    const double seconds = vt_clock() - start;
    for (size_t i = 0; i < n; i++) {
        size_t hits = 0;
        for (size_t j = weights.first[i]; j < weights.first[i + 1]; j++) {
            hits += value[weights.to[j]] > 0;
        }
        far += is_far(p[i], vt_hypergeometric_p(n - 1, vacant - (value[i] > 0), vt_weights_degree(&weights, i), hits));
    }
    printf("%.3f %zu %zu %zu\n", seconds, n, weights.first[n], far);
    vt_weights_free(&weights);
    free(x);
    return 0;
}

int main(int argc, char **argv)
{
    vitrine_context *ctx = vitrine_context_new();
    vitrine_study *study = NULL;
    vitrine_model *model = NULL;
    int end = 1;
    if (argc == 2 && ctx && !vitrine_study_load(ctx, argv[1], &study) && !vitrine_model_read(ctx, study, &model)) {
        vt_rate_rules rules;
        vt_rate_rules_of(study, &rules);
        end = compare(ctx, vt_model_layer(model, "premises"), &rules);
    }
    fputs(ctx ? vitrine_message(ctx) : "out of memory", stderr);
    vitrine_model_free(model);
    vitrine_study_free(study);
    vitrine_context_free(ctx);
    return end;
}
