/* facts.c - what several chapters ask of the results; see report.h. */
#include <math.h>
#include <string.h>

#include "write/report/report.h"

double vt_report_vacant(const vt_report *r, const vitrine_layer *layer, size_t row)
{
    (void)r;
    return vt_report_value(layer, row, "stock") - vt_report_value(layer, row, "occupied");
}

bool vt_report_has_stock(const vitrine_layer *layer, size_t row)
{
    return vt_report_value(layer, row, "stock") > 0;
}

bool vt_report_is_enough(const vitrine_layer *layer, size_t row)
{
    return vt_report_value(layer, row, "enough") > 0;
}

bool vt_report_is_ranked(const vitrine_layer *layer, size_t row)
{
    return vt_report_is_enough(layer, row) && vt_report_vacant(NULL, layer, row) > 0;
}

bool vt_report_is_over(const vitrine_layer *layer, size_t row)
{
    return vt_report_is_enough(layer, row) && fmin(vt_report_value(layer, row, "rate_ci_low"), vt_report_value(layer, row, "rate_min")) > VT_REPORT_ALERT;
}

size_t vt_report_count_rows(const vitrine_layer *layer, bool (*keep)(const vitrine_layer *, size_t))
{
    size_t n = 0;
    for (size_t row = 0; row < layer->n; row++) {
        n += keep(layer, row);
    }
    return n;
}

const char *vt_report_since(const vt_report *r, const vitrine_layer *premises, size_t row)
{
    const char *status = vt_report_cell(premises, row, "status"), *since = vt_report_cell(premises, row, "vacant_since");
    const char *today = vitrine_study_get(r->e->study, "reference_date");
    const bool empty = status && (strcmp(status, "vacant") == 0 || strcmp(status, "works") == 0);
    return empty && since && !(today && strncmp(since, today, strlen(since)) > 0) ? since : NULL;
}

bool vt_report_legal_vacancy(const vitrine_layer *zones, double *units, double *vacant, double *undetermined)
{
    bool known = false;
    *units = *vacant = *undetermined = 0;
    for (size_t row = 0; row < zones->n; row++) {
        *units += vt_report_value(zones, row, "land_units"); /* NaN without parcels */
        *vacant += vt_report_value(zones, row, "land_units_vacant");
        *undetermined += vt_report_value(zones, row, "land_units_undetermined");
        known = known || !isnan(vt_report_value(zones, row, "vacancy_rate"));
    }
    return known && *units > 0;
}

double vt_report_hectares(const vitrine_layer *balance, const char *bucket, const char *column)
{
    double sum = 0;
    for (size_t row = 0; row < balance->n; row++) {
        const char *scope = vt_report_cell(balance, row, "scope"), *own = vt_report_cell(balance, row, "bucket");
        sum += scope && own && strcmp(scope, "total") == 0 && strcmp(own, bucket) == 0 ? vt_report_value(balance, row, column) : 0;
    }
    return sum;
}
