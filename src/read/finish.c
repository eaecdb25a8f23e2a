/* finish.c - see finish.h. */
#include "read/finish.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/parallel.h"
#include "base/text.h"
#include "geo/geos.h"
#include "geo/measure.h"
#include "geo/simple.h"
#include "read/gather.h"
#include "read/order.h"
#include "read/same_business.h"

/* --- the source's CRS ---------------------------------------------------------------------------- */

static vitrine_status open_transform(vt_rows *rows, const vt_crs *crs, vt_transform **transform)
{
    const vt_source *source = &rows->source;
    const vt_entry *entry = vt_spec_entry(rows->spec, "crs");
    const char *own = rows->n_written ? NULL : source->crs;
    /* a preset's CRS is that of its text columns */
    const char *key = entry && (rows->n_written || !vt_spec_of_preset(rows->spec, entry)) ? entry->values[0] : NULL;
    const char *where = vt_spec_where(rows->spec, rows->arena, key ? "crs" : "source");
    if (key && own && !source->gate.crs_implied) {
        return vt_fail(rows->ctx, VITRINE_E_INPUT, _("%s: the source carries a CRS of its own; leave the key out"), where);
    }
    if (!key && !own) {
        return vt_fail(rows->ctx, VITRINE_E_INPUT, _("%s: the source carries no CRS; give it with %s.crs"), where,
                       rows->spec->key);
    }
    return vt_transform_open(rows->ctx, crs, key ? key : own, where, transform);
}

/* --- judging rows -------------------------------------------------------------------------------- */

static vitrine_status judge_place(vt_rows *rows, const vt_transform *transform, vt_row *row)
{
    size_t from, to;
    vt_rows_span(rows, row, &from, &to);
    if (!row->parts) {
        return VITRINE_OK;
    }
    vt_area_verdict verdict = vt_transform_judge(transform, row->x, row->y, rows->x.at[from], rows->y.at[from]);
    for (size_t i = from; i < to && verdict == VT_INSIDE; i++) {
        verdict = isfinite(rows->x.at[i]) ? VT_INSIDE : VT_OUTSIDE;
    }
    if (verdict == VT_INSIDE) {
        return VITRINE_OK;
    }
    char detail[100], x[VT_NUMBER_ROOM], y[VT_NUMBER_ROOM];
    snprintf(detail, sizeof detail, "%s %s", vt_number_format(x, row->x), vt_number_format(y, row->y));
    return vt_rows_reject(rows, row, verdict == VT_SWAPPED ? VT_SWAPPED_AXES : VT_OUTSIDE_CRS, NAN, NAN, detail);
}

/* What lies outside the area of interest is misplaced (premises) or left out (other kinds). */
static vitrine_status judge_interest(vt_rows *rows, const double box[4], vt_row *row, bool *left_out)
{
    const vt_box own = vt_rows_box(rows, row);
    const vt_box interest = {box[0], box[1], box[2], box[3]};
    *left_out = false;
    if (!row->parts || vt_box_meets(&interest, &own)) {
        return VITRINE_OK;
    }
    if (strcmp(rows->spec->kind->name, "premises") == 0) {
        return vt_rows_reject(rows, row, VT_MISPLACED, own.xmin, own.ymin, "");
    }
    *left_out = true;
    return VITRINE_OK;
}

static double size_of(const vt_rows *rows, const vt_row *row)
{
    double size = 0;
    for (size_t r = rows->ring.at[row->first_part]; r < rows->ring.at[row->first_part + row->parts]; r++) {
        const size_t from = rows->vertex.at[r], n = rows->vertex.at[r + 1] - from;
        size += vt_measure_length(rows->x.at + from, rows->y.at + from, n);
    }
    return size;
}

static bool add_repaired_ring(void *user, const double *x, const double *y, size_t n, bool part)
{
    vt_rows *rows = user;
    bool worked = true;
    if (!part) { /* a further ring of the part that was ended: open it again */
        rows->ring.n--;
    }
    for (size_t i = 0; worked && i < n; i++) {
        worked = vt_array_push(&rows->x, x[i]) && vt_array_push(&rows->y, y[i]);
    }
    return worked && vt_array_push(&rows->vertex, (uint32_t)rows->x.n) &&
           vt_array_push(&rows->ring, (uint32_t)(rows->vertex.n - 1));
}

static vitrine_status repair(vt_rows *rows, vt_geos *geos, const vt_geos_geometry *broken, vt_row *row,
                             const char *why, double x, double y)
{
    vt_geos_geometry *repaired = broken ? vt_geos_repair(geos, broken) : NULL;
    const double before = broken ? vt_geos_area(geos, broken) : NAN, after = repaired ? vt_geos_area(geos, repaired) : 0;
    if (!(after > 0)) {
        vt_geos_drop(geos, repaired);
        return vt_rows_reject(rows, row, VT_INVALID_GEOMETRY, x, y, why);
    }
    row->first_part = (uint32_t)(rows->ring.n - 1);
    const bool worked = vt_geos_rings(geos, repaired, VT_POLYGONS, add_repaired_ring, rows);
    row->parts = (uint32_t)(rows->ring.n - 1) - row->first_part;
    vt_geos_drop(geos, repaired);
    char detail[200], change[VT_NUMBER_ROOM];
    snprintf(detail, sizeof detail, "%s; %s m2", why, vt_number_format_fixed(change, after - before, 3));
    return worked ? vt_ledger_add(rows->ctx, rows->ledger, rows->name, row->id, VT_REPAIRED, x, y, detail)
                  : vt_no_memory(rows->ctx);
}

/* Looks at polygons on all threads: most are sound, and what is not is judged in the order of the rows. */
static void look_at_polygons(void *user, size_t from, size_t to)
{
    vt_rows *rows = user;
    const vt_geometry g = {NULL, NULL, rows->ring.at, rows->vertex.at, rows->x.at, rows->y.at};
    vt_geos *geos = NULL;
    for (size_t i = from; i < to; i++) {
        vt_row *row = &rows->rows.at[i];
        if (row->rejected || !row->parts || row->shape != VT_POLYGONS) {
            continue;
        }
        const size_t ring = rows->ring.at[row->first_part], first = rows->vertex.at[ring];
        row->sound = row->parts == 1 && rows->ring.at[row->first_part + 1] == ring + 1 &&
                     vt_simple_ring(rows->x.at + first, rows->y.at + first, rows->vertex.at[ring + 1] - first);
        geos = row->sound || geos ? geos : vt_geos_new();
        if (!row->sound && geos) {
            char why[200];
            double x, y;
            vt_geos_geometry *polygon = vt_geos_polygons(geos, &g, row->first_part, row->parts);
            row->sound = polygon && vt_geos_is_valid(geos, polygon, why, sizeof why, &x, &y) && vt_geos_area(geos, polygon) > 0;
            vt_geos_drop(geos, polygon);
        }
    }
    vt_geos_free(geos);
}

static vitrine_status judge_shape(vt_rows *rows, vt_geos *geos, bool may_repair, vt_row *row)
{
    size_t from, to;
    vt_rows_span(rows, row, &from, &to);
    if (!row->parts || row->sound) {
        return VITRINE_OK;
    }
    if (row->shape != VT_POINTS && size_of(rows, row) == 0) {
        return vt_rows_reject(rows, row, VT_ZERO_LENGTH, rows->x.at[from], rows->y.at[from], "");
    }
    if (row->shape != VT_POLYGONS) {
        return VITRINE_OK;
    }
    const vt_geometry g = {NULL, NULL, rows->ring.at, rows->vertex.at, rows->x.at, rows->y.at};
    vt_geos_geometry *polygon = vt_geos_polygons(geos, &g, row->first_part, row->parts);
    char why[200];
    double x = NAN, y = NAN;
    const bool valid = polygon && vt_geos_is_valid(geos, polygon, why, sizeof why, &x, &y);
    vitrine_status status = VITRINE_OK;
    if (!polygon) {
        snprintf(why, sizeof why, "%s", vt_geos_message(geos));
    }
    if (valid && !(vt_geos_area(geos, polygon) > 0)) {
        status = vt_rows_reject(rows, row, VT_ZERO_LENGTH, rows->x.at[from], rows->y.at[from], "");
    } else if (!valid) {
        x = isfinite(x) ? x : rows->x.at[from];
        y = isfinite(y) ? y : rows->y.at[from];
        status = may_repair ? repair(rows, geos, polygon, row, why, x, y)
                            : vt_rows_reject(rows, row, VT_INVALID_GEOMETRY, x, y, why);
    }
    vt_geos_drop(geos, polygon);
    return status;
}

/* A row rejected while reading: its place is known only now. */
static void tell_place(vt_rows *rows, const vt_row *row)
{
    if (row->reject && row->parts) {
        vt_reject *reject = &rows->ledger->rejects.at[row->reject - 1];
        size_t from, to;
        vt_rows_span(rows, row, &from, &to);
        const bool finite = isfinite(rows->x.at[from]) && isfinite(rows->y.at[from]);
        reject->x = finite ? rows->x.at[from] : NAN;
        reject->y = finite ? rows->y.at[from] : NAN;
    }
}

static vitrine_status judge_rows(vt_rows *rows, const vt_transform *transform, vt_account *account)
{
    const vt_entry *interest = vt_study_entry(rows->spec->study, "area_of_interest");
    double box[4] = {0};
    for (size_t i = 0; interest && i < 4; i++) {
        vt_number_parse(interest->values[i], &box[i]);
    }
    const char *policy = vitrine_study_get(rows->spec->study, "repair");
    const bool may_repair = policy && strcmp(policy, "structure") == 0;
    vt_parallel_for(rows->ctx, rows->rows.n, 4096, look_at_polygons, rows);
    vt_geos *geos = vt_geos_new();
    vitrine_status status = geos ? VITRINE_OK : vt_no_memory(rows->ctx);
    size_t kept = 0;
    for (size_t i = 0; !status && i < rows->rows.n; i++) {
        vt_row *row = &rows->rows.at[i];
        bool left_out = false;
        if (row->rejected) {
            tell_place(rows, row);
        } else {
            status = judge_place(rows, transform, row);
        }
        if (!status && !row->rejected && interest) {
            status = judge_interest(rows, box, row, &left_out);
        }
        if (!status && !row->rejected && !left_out) {
            status = judge_shape(rows, geos, may_repair, row);
        }
        if (left_out) {
            account->filtered++;
        }
        if (!row->rejected && !left_out) {
            vt_rows_move(rows, i, kept++);
        }
    }
    vt_geos_free(geos);
    rows->rows.n = kept;
    return status;
}

vitrine_status vt_rows_finish(vt_rows *rows, const vt_crs *crs, vt_layer *layer, vt_account *account)
{
    vt_transform *transform = NULL;
    vitrine_status status = open_transform(rows, crs, &transform);
    if (!status) {
        vt_transform_points(transform, rows->x.at, rows->y.at, rows->x.n);
        status = judge_rows(rows, transform, account);
    }
    vt_transform_free(transform);
    if (!status && vt_spec_text(rows->spec, "once")) {
        status = vt_same_business(rows, account);
    }
    vt_row_order order = {0};
    if (!status) {
        status = vt_order_rows(rows, &order);
    }
    if (!status) {
        status = vt_gather_rows(rows, &order, layer) ? VITRINE_OK : vt_no_memory(rows->ctx);
    }
    free(order.at);
    return status;
}
