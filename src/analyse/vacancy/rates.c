/* rates.c - see rates.h. */
#include "analyse/vacancy/rates.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void vt_rate_rules_of(const vitrine_study *study, vt_rate_rules *rules)
{
    *rules = (vt_rate_rules){.min_premises = (size_t)vt_study_integer(study, "vacancy.min_premises")};
    rules->works_vacant = strcmp(vitrine_study_get(study, "vacancy.works"), "vacant") == 0;
    rules->n_bounds = vt_class_bounds(study, rules->bounds);
}

int vt_rates_counts(const vt_rate_rules *rules, vt_status status)
{
    return status == VT_VACANT || (status == VT_WORKS && rules->works_vacant) ? 1 : status == VT_OCCUPIED ? 0 : -1;
}

void vt_tally_add(vt_tally *tally, const vt_rate_rules *rules, vt_status status, vt_term term, double frontage_m,
                  double floor_m2)
{
    tally->status[status]++;
    const int vacant = vt_rates_counts(rules, status);
    if (vacant < 0) {
        return;
    }
    if (vacant) {
        tally->terms[term]++;
    }
    if (!isnan(frontage_m)) {
        tally->frontages++;
        vt_sum_add(&tally->frontage_m, frontage_m);
        vt_sum_add(&tally->frontage_vacant_m, vacant ? frontage_m : 0);
    }
    if (!isnan(floor_m2)) {
        tally->floors++;
        vt_sum_add(&tally->floor_m2, floor_m2);
        vt_sum_add(&tally->floor_vacant_m2, vacant ? floor_m2 : 0);
    }
}

size_t vt_tally_vacant(const vt_tally *tally, const vt_rate_rules *rules)
{
    return tally->status[VT_VACANT] + (rules->works_vacant ? tally->status[VT_WORKS] : 0);
}

size_t vt_tally_stock(const vt_tally *tally, const vt_rate_rules *rules)
{
    return tally->status[VT_OCCUPIED] + vt_tally_vacant(tally, rules);
}

void vt_rates_wilson(size_t v, size_t n, double *low, double *high)
{
    *low = *high = NAN;
    if (n == 0) {
        return;
    }
    const double z = 1.959963984540054, size = (double)n, p = (double)v / size;
    const double middle = p + z * z / (2 * size);
    const double spread = z * sqrt(p * (1 - p) / size + z * z / (4 * size * size));
    *low = v == 0 ? 0 : (middle - spread) / (1 + z * z / size);
    *high = v == n ? 1 : (middle + spread) / (1 + z * z / size);
}

/* Over the units with b > 0; `between` is not held above 0. */
typedef struct {
    double mean, variance, between; /* of one premises: m or m(1−m); of the units' true rates */
} moments;

static moments moments_of(const double *v, const double *b, size_t n, bool poisson)
{
    vt_sum sum_v = {0}, sum_b = {0}, spread = {0};
    size_t units = 0;
    for (size_t i = 0; i < n; i++) {
        if (b[i] > 0) {
            vt_sum_add(&sum_v, v[i]);
            vt_sum_add(&sum_b, b[i]);
            units++;
        }
    }
    const double all = vt_sum_value(&sum_b), m = vt_sum_value(&sum_v) / all;
    const double variance = poisson ? m : m * (1 - m);
    for (size_t i = 0; i < n; i++) {
        if (b[i] > 0) {
            vt_sum_add(&spread, b[i] * (v[i] / b[i] - m) * (v[i] / b[i] - m));
        }
    }
    return (moments){m, variance, vt_sum_value(&spread) / all - variance / (all / (double)units)};
}

void vt_rates_bayes(const double *v, const double *b, size_t n, bool poisson, double *rate)
{
    const moments all = moments_of(v, b, n, poisson);
    const double m = all.mean, between = fmax(0, all.between);
    for (size_t i = 0; i < n; i++) {
        const double within = all.variance / b[i];
        rate[i] = !(b[i] > 0) ? NAN : between + within > 0 ? m + between / (between + within) * (v[i] / b[i] - m) : m;
    }
}

void vt_rates_standardised(const double *v, const double *b, size_t n, bool poisson, double *z)
{
    const moments all = moments_of(v, b, n, poisson);
    const double between = poisson ? all.between : fmax(0, all.between);
    for (size_t i = 0; i < n; i++) {
        const double within = all.variance / b[i];
        const double variance = between + within > 0 ? between + within : within;
        z[i] = b[i] > 0 && variance > 0 ? (v[i] / b[i] - all.mean) / sqrt(variance) : NAN;
    }
}

int vt_rates_class(const vt_rate_rules *rules, double rate)
{
    if (isnan(rate)) {
        return -1;
    }
    int class = 0;
    for (size_t i = 0; i < rules->n_bounds; i++) {
        const bool last = i + 1 == rules->n_bounds;
        class += last ? rate > rules->bounds[i] : rate >= rules->bounds[i];
    }
    return class;
}

/* The columns, in the order of the contract. */
enum {
    PREMISES, OCCUPIED, VACANT, WORKS, RESERVE, CONVERTED, UNKNOWN, STOCK, RATE, CI_LOW, CI_HIGH, RATE_MIN, RATE_MAX,
    RATE_EB, CLASS, CLASS_CERTAIN, ENOUGH, FRONTAGE, FRONTAGE_VACANT, FRONTAGE_RATE, FRONTAGE_COVERAGE, FLOOR,
    FLOOR_VACANT, FLOOR_RATE, FLOOR_COVERAGE, TERM, TERM_LAST = TERM + VT_TERM_UNKNOWN, COLUMNS
};

static const vt_column_type columns[COLUMNS] = {
    [PREMISES] = {"premises", VITRINE_INTEGER},
    [OCCUPIED] = {"occupied", VITRINE_INTEGER},
    [VACANT] = {"vacant", VITRINE_INTEGER},
    [WORKS] = {"works", VITRINE_INTEGER},
    [RESERVE] = {"reserve", VITRINE_INTEGER},
    [CONVERTED] = {"converted", VITRINE_INTEGER},
    [UNKNOWN] = {"unknown", VITRINE_INTEGER},
    [STOCK] = {"stock", VITRINE_INTEGER},
    [RATE] = {"rate", VITRINE_REAL},
    [CI_LOW] = {"rate_ci_low", VITRINE_REAL},
    [CI_HIGH] = {"rate_ci_high", VITRINE_REAL},
    [RATE_MIN] = {"rate_min", VITRINE_REAL},
    [RATE_MAX] = {"rate_max", VITRINE_REAL},
    [RATE_EB] = {"rate_eb", VITRINE_REAL},
    [CLASS] = {"class", VITRINE_INTEGER},
    [CLASS_CERTAIN] = {"class_certain", VITRINE_BOOLEAN},
    [ENOUGH] = {"enough", VITRINE_BOOLEAN},
    [FRONTAGE] = {"frontage_m", VITRINE_REAL},
    [FRONTAGE_VACANT] = {"frontage_vacant_m", VITRINE_REAL},
    [FRONTAGE_RATE] = {"frontage_rate", VITRINE_REAL},
    [FRONTAGE_COVERAGE] = {"frontage_coverage", VITRINE_REAL},
    [FLOOR] = {"floor_m2", VITRINE_REAL},
    [FLOOR_VACANT] = {"floor_vacant_m2", VITRINE_REAL},
    [FLOOR_RATE] = {"floor_rate", VITRINE_REAL},
    [FLOOR_COVERAGE] = {"floor_coverage", VITRINE_REAL},
    [TERM + VT_FRICTIONAL] = {"frictional", VITRINE_INTEGER},
    [TERM + VT_LONG] = {"long_term", VITRINE_INTEGER},
    [TERM + VT_STRUCTURAL] = {"structural", VITRINE_INTEGER},
    [TERM + VT_PERSISTENT] = {"persistent", VITRINE_INTEGER},
    [TERM + VT_TERM_UNKNOWN] = {"term_unknown", VITRINE_INTEGER},
};

static double share(double part, double whole)
{
    return whole > 0 ? part / whole : NAN;
}

/* Total, vacant part, rate and coverage of a measure that only some premises carry. */
static void fill_measure(vt_column *to, size_t row, const vt_sum *all, const vt_sum *vacant, size_t with,
                         size_t stock)
{
    const double total = vt_sum_value(all);
    to[0].real[row] = with ? total : NAN;
    to[1].real[row] = with ? vt_sum_value(vacant) : NAN;
    to[2].real[row] = share(vt_sum_value(vacant), total);
    to[3].real[row] = share((double)with, (double)stock);
}

static void fill_row(vt_column *to, size_t row, const vt_tally *tally, const vt_rate_rules *rules)
{
    const size_t v = vt_tally_vacant(tally, rules), stock = vt_tally_stock(tally, rules);
    const double unknown = (double)tally->status[VT_UNKNOWN];
    size_t all = 0;
    for (int s = 0; s < VT_STATUSES; s++) {
        to[OCCUPIED + s].integer[row] = (int64_t)tally->status[s];
        all += tally->status[s];
    }
    for (int t = 0; t < VT_TERMS; t++) {
        to[TERM + t].integer[row] = (int64_t)tally->terms[t];
    }
    to[PREMISES].integer[row] = (int64_t)all;
    to[STOCK].integer[row] = (int64_t)stock;
    const double rate = share((double)v, (double)stock);
    double low, high;
    vt_rates_wilson(v, stock, &low, &high);
    to[RATE].real[row] = rate;
    to[CI_LOW].real[row] = low;
    to[CI_HIGH].real[row] = high;
    to[RATE_MIN].real[row] = share((double)v, (double)stock + unknown);
    to[RATE_MAX].real[row] = share((double)v + unknown, (double)stock + unknown);
    to[ENOUGH].integer[row] = stock >= rules->min_premises;
    if (stock) {
        to[CLASS].integer[row] = vt_rates_class(rules, rate);
        to[CLASS_CERTAIN].integer[row] = vt_rates_class(rules, low) == vt_rates_class(rules, high);
    }
    fill_measure(&to[FRONTAGE], row, &tally->frontage_m, &tally->frontage_vacant_m, tally->frontages, stock);
    fill_measure(&to[FLOOR], row, &tally->floor_m2, &tally->floor_vacant_m2, tally->floors, stock);
}

vitrine_status vt_rates_columns(vitrine_context *ctx, vitrine_result *result, vitrine_layer *layer, vt_tally_fn count,
                                void *user, const vt_rate_rules *rules)
{
    vt_column *to = vt_layer_add_columns(result, layer, columns, COLUMNS);
    double *v = calloc(layer->n + 1, sizeof *v), *b = calloc(layer->n + 1, sizeof *b);
    for (size_t row = 0; to && v && b && row < layer->n; row++) {
        vt_tally tally = {0};
        count(user, row, &tally);
        fill_row(to, row, &tally, rules);
        v[row] = (double)vt_tally_vacant(&tally, rules);
        b[row] = (double)vt_tally_stock(&tally, rules);
    }
    const bool worked = to && v && b;
    if (worked) {
        vt_rates_bayes(v, b, layer->n, false, to[RATE_EB].real);
    }
    free(v);
    free(b);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}
