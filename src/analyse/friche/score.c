/* score.c - see score.h. */
#include "analyse/friche/score.h"

#include <math.h>

#include "base/number.h"

const char *const vt_value_sources[] = {"measured", "attribute", "missing"};

void vt_score_points(const vt_scheme *scheme, size_t criterion, size_t row, size_t use, double weight, double *advantage,
                     double *constraint)
{
    const double score = scheme->criteria.at[criterion].rows.at[row].scores[use];
    const bool neutral = score == scheme->neutral;
    *advantage = score > 0 || neutral ? score * weight : 0;
    *constraint = score < 0 ? -score * weight : neutral ? score * weight : 0;
}

int vt_score_tenths(double advantages, double constraints)
{
    const double all = advantages + constraints;
    return all > 0 ? (int)(advantages / all * 1000 + 0.5) : 0;
}

void vt_score_site(const vt_scheme *scheme, const vt_value *values, vt_score *score)
{
    vt_sum filled = {0};
    bool scored = false;
    for (size_t c = 0; c < scheme->criteria.n; c++) {
        vt_sum_add(&filled, values[c].filled ? scheme->criteria.at[c].weight : 0);
        scored = scored || values[c].row != SIZE_MAX;
    }
    score->reliability = floor(vt_sum_value(&filled) / scheme->reliability_of * 20 + 0.5) / 2;
    score->best = SIZE_MAX;
    for (size_t use = 0; use < scheme->n_uses; use++) {
        vt_sum advantages = {0}, constraints = {0};
        for (size_t c = 0; c < scheme->criteria.n; c++) {
            if (values[c].row != SIZE_MAX) {
                double advantage, constraint;
                vt_score_points(scheme, c, values[c].row, use, scheme->criteria.at[c].weight, &advantage, &constraint);
                vt_sum_add(&advantages, advantage);
                vt_sum_add(&constraints, constraint);
            }
        }
        score->index[use] = scored ? vt_score_tenths(vt_sum_value(&advantages), vt_sum_value(&constraints)) / 10.0 : NAN;
        if (scored && (score->best == SIZE_MAX || score->index[use] > score->index[score->best])) {
            score->best = use;
        }
    }
}

const char *vt_score_band(const vt_scheme_band *bands, size_t n, double number)
{
    size_t i = 0;
    while (i < n && !(number >= bands[i].from)) {
        i++;
    }
    return i < n ? bands[i].name : NULL;
}
