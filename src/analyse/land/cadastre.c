/* cadastre.c - how the parcels' drawn areas compare with those that the cadastre states (contenance, SUPF): both are kept apart, and a
 * balance by drawn areas is as good as this tells. */
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "analyse/land/land.h"

static bool note_all(vt_land *land, double *ratios, size_t n)
{
    size_t off = 0;
    qsort(ratios, n, sizeof *ratios, vt_number_compare);
    for (size_t i = 0; i < n; i++) {
        off += fabs(ratios[i] - 1) > 0.05;
    }
    return vt_result_note(land->result, "drawn_to_cadastral_p05", vt_number_quantile(ratios, n, 0.05), n) &&
           vt_result_note(land->result, "drawn_to_cadastral_median", vt_number_quantile(ratios, n, 0.5), n) &&
           vt_result_note(land->result, "drawn_to_cadastral_p95", vt_number_quantile(ratios, n, 0.95), n) &&
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
