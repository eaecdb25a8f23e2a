/* bandwidth.c - see bandwidth.h. */
#include "analyse/heatmap/bandwidth.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/parallel.h"

static const double pi = 3.14159265358979323846;

static double variance(const double *values, size_t n)
{
    vt_sum sum = {0}, squares = {0};
    for (size_t i = 0; i < n; i++) {
        vt_sum_add(&sum, values[i] - values[0]);
    }
    const double mean = values[0] + vt_sum_value(&sum) / (double)n;
    for (size_t i = 0; i < n; i++) {
        vt_sum_add(&squares, (values[i] - mean) * (values[i] - mean));
    }
    return n > 1 ? vt_sum_value(&squares) / (double)(n - 1) : 0;
}

vitrine_status vt_bandwidth_spread(vitrine_context *ctx, const vt_heat_point *points, size_t n, double *spread)
{
    *spread = 0;
    double *values = malloc((n + 1) * sizeof *values), square = 0, range = 0;
    if (!values) {
        return vt_no_memory(ctx);
    }
    for (int axis = 0; n && axis < 2; axis++) {
        for (size_t i = 0; i < n; i++) {
            values[i] = axis ? points[i].y : points[i].x;
        }
        qsort(values, n, sizeof *values, vt_number_compare);
        square += variance(values, n) / 2;
        range += (vt_number_quantile(values, n, 0.75) - vt_number_quantile(values, n, 0.25)) / 2;
    }
    free(values);
    *spread = range > 0 ? fmin(sqrt(square), range / 1.349) : sqrt(square);
    return VITRINE_OK;
}

double vt_bandwidth_oversmoothing(vt_kernel kernel, double n, double spread)
{
    const double along = vt_kernel_variance(kernel), bend = 0.3072 / pi;
    return pow(2 * vt_kernel_roughness(kernel) / (along * along * n * bend), 1. / 6) * spread;
}

double vt_bandwidth_convert(vt_kernel kernel, double gaussian)
{
    return gaussian * vt_bandwidth_oversmoothing(kernel, 1, 1) / vt_bandwidth_oversmoothing(VT_GAUSSIAN, 1, 1);
}

/* --- likelihood ----------------------------------------------------------------------------------- */

/* Premises at one place, in the points' order. */
typedef struct {
    double x, y, n;
} place;

typedef struct {
    const place *places;
    size_t n_places;
    double n, h;
    double *log_density; /* by place */
} likelihood;

static double kernel_between(const likelihood *l, const place *p, const place *q)
{
    const double dx = p->x - q->x, dy = p->y - q->y;
    return q->n * vt_kernel_plane(VT_GAUSSIAN, l->h, dx * dx + dy * dy);
}

static double sum_around(const likelihood *l, size_t at)
{
    const place *p = &l->places[at];
    const double reach = vt_kernel_reach(VT_GAUSSIAN, l->h);
    double sum = 0;
    for (size_t i = at; i-- > 0 && p->y - l->places[i].y <= reach;) {
        sum += kernel_between(l, p, &l->places[i]);
    }
    for (size_t i = at + 1; i < l->n_places && l->places[i].y - p->y <= reach; i++) {
        sum += kernel_between(l, p, &l->places[i]);
    }
    return sum;
}

static void measure(void *user, size_t from, size_t to)
{
    const likelihood *l = user;
    const double reach = vt_kernel_reach(VT_GAUSSIAN, l->h);
    const double least = vt_kernel_plane(VT_GAUSSIAN, l->h, reach * reach * (1 - 1e-12));
    for (size_t i = from; i < to; i++) {
        l->log_density[i] = log(fmax(sum_around(l, i), least) / (l->n - l->places[i].n));
    }
}

static vitrine_status measure_all(vitrine_context *ctx, likelihood *l, double log_h, double *value)
{
    l->h = exp(log_h);
    vt_parallel_for(ctx, l->n_places, 64, measure, l);
    vt_sum sum = {0};
    for (size_t i = 0; i < l->n_places; i++) {
        vt_sum_add(&sum, l->places[i].n * l->log_density[i]);
    }
    *value = vt_sum_value(&sum);
    return vt_progress(ctx, "heatmap", 0);
}

static vitrine_status search(vitrine_context *ctx, likelihood *l, double a, double b, double *h)
{
    const double golden = (sqrt(5) - 1) / 2;
    double c = b - golden * (b - a), d = a + golden * (b - a), at_c, at_d = 0;
    vitrine_status status = measure_all(ctx, l, c, &at_c);
    if (!status) {
        status = measure_all(ctx, l, d, &at_d);
    }
    while (!status && b - a > 0.01) {
        if (at_c >= at_d) {
            b = d;
            d = c;
            at_d = at_c;
            c = b - golden * (b - a);
            status = measure_all(ctx, l, c, &at_c);
        } else {
            a = c;
            c = d;
            at_c = at_d;
            d = a + golden * (b - a);
            status = measure_all(ctx, l, d, &at_d);
        }
    }
    *h = exp((a + b) / 2);
    return status;
}

vitrine_status vt_bandwidth_likelihood(vitrine_context *ctx, const vt_heat_point *points, size_t n, double low, double high,
                                       double *h)
{
    place *places = calloc(n + 1, sizeof *places);
    double *log_density = malloc((n + 1) * sizeof *log_density);
    likelihood l = {.places = places, .n = (double)n, .log_density = log_density};
    for (size_t i = 0; places && i < n; i++) {
        if (i && points[i].x == points[i - 1].x && points[i].y == points[i - 1].y) {
            places[l.n_places - 1].n++;
        } else {
            places[l.n_places++] = (place){points[i].x, points[i].y, 1};
        }
    }
    vitrine_status status = places && log_density ? VITRINE_OK : vt_no_memory(ctx);
    if (!status) {
        status = search(ctx, &l, log(low), log(fmax(low, high)), h);
    }
    free(places);
    free(log_density);
    return status;
}
