/* cadastre.c - how the parcels' drawn areas compare with those that the cadastre states (contenance, SUPF): both are kept apart, and a
 * balance by drawn areas is as good as this tells. */
#include <math.h>
#include <stdlib.h>

#include "analyse/land/land.h"

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Of n values in order, by linear interpolation between ranks. */
static double quantile(const double *sorted, size_t n, double q)
{
    const double at = q * (double)(n - 1);
    const size_t low = (size_t)at;
    return low + 1 < n ? sorted[low] + (at - (double)low) * (sorted[low + 1] - sorted[low]) : sorted[low];
}

static bool note_all(vt_land *land, double *ratios, size_t n)
{
    size_t off = 0;
    qsort(ratios, n, sizeof *ratios, by_value);
    for (size_t i = 0; i < n; i++) {
        off += fabs(ratios[i] - 1) > 0.05;
    }
    return vt_result_note(land->result, "drawn_to_cadastral_p05", quantile(ratios, n, 0.05), n) &&
           vt_result_note(land->result, "drawn_to_cadastral_median", quantile(ratios, n, 0.5), n) &&
           vt_result_note(land->result, "drawn_to_cadastral_p95", quantile(ratios, n, 0.95), n) &&
           vt_result_note(land->result, "drawn_to_cadastral_off_5_percent", (double)off, n);
}

vitrine_status vt_land_cadastre(vt_land *land)
{
    const vt_layer *parcels = land->ground.parcels;
    if (!parcels || !vt_layer_has(parcels, "cadastral_area_m2")) {
        return VITRINE_OK;
    }
    double *ratios = malloc((parcels->n + 1) * sizeof *ratios);
    size_t n = 0;
    for (size_t i = 0; ratios && i < parcels->n; i++) {
        const double stated = vt_layer_number(parcels, "cadastral_area_m2", i);
        if (stated > 0) {
            ratios[n++] = vt_layer_area(parcels, i) / stated;
        }
    }
    const bool worked = ratios && (!n || note_all(land, ratios, n));
    free(ratios);
    return worked ? VITRINE_OK : vt_no_memory(land->ctx);
}
