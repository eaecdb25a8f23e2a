/* finish.c - see finish.h. */
#include "read/finish.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/number.h"
#include "base/text.h"
#include "geo/geos.h"
#include "geo/measure.h"
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

static vitrine_status judge_shape(vt_rows *rows, vt_geos *geos, bool may_repair, vt_row *row)
{
    size_t from, to;
    vt_rows_span(rows, row, &from, &to);
    if (!row->parts) {
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
        if (!row->rejected && !left_out) { /* close up; texts and numbers move along */
            const size_t width = rows->n_fields + rows->n_kept;
            memmove(rows->texts.at + kept * width, rows->texts.at + i * width, width * sizeof *rows->texts.at);
            memmove(rows->numbers.at + kept * width, rows->numbers.at + i * width, width * sizeof *rows->numbers.at);
            rows->rows.at[kept++] = *row;
        }
    }
    vt_geos_free(geos);
    rows->rows.n = kept;
    return status;
}

/* --- ids ----------------------------------------------------------------------------------------- */

typedef struct {
    size_t at;
    const vt_row *row;
    bool integers;
} sortable;

static int by_id_then_content(const void *a, const void *b)
{
    const sortable *x = a, *y = b;
    const int order = vt_text_compare_ids(x->row->id, y->row->id, x->integers);
    return order ? order : strcmp(x->row->content, y->row->content);
}

/* "A#2", or the next number that no other row has. NULL: out of memory. */
static const char *numbered(vt_rows *rows, vt_map *taken, const char *id, size_t number)
{
    for (;; number++) {
        bool fresh = false;
        const char *name = vt_arena_printf(rows->arena, "%s#%zu", id, number);
        if (!name || !vt_map_at(taken, name, &fresh) || fresh) {
            return name;
        }
    }
}

static vitrine_status number_twins(vt_rows *rows, const sortable *order, size_t head, size_t end, vt_map *taken)
{
    const char *id = order[head].row->id;
    vitrine_status status = VITRINE_OK;
    for (size_t i = head + 1; !status && i < end; i++) {
        vt_row *twin = &rows->rows.at[order[i].at];
        twin->id = numbered(rows, taken, id, i - head + 1);
        status = !twin->id          ? vt_no_memory(rows->ctx)
                 : rows->given_ids ? vt_ledger_add(rows->ctx, rows->ledger, rows->name, twin->id, VT_DUPLICATE_ID, NAN, NAN, id)
                                    : VITRINE_OK;
    }
    return status;
}

/* Lines of a street may share its id; elsewhere an id is one feature's. Content keys of equal rows are
 * numbered silently: they are no ids that somebody gave. */
static vitrine_status settle_ids(vt_rows *rows, const sortable *order)
{
    if (strcmp(rows->spec->kind->name, "streets") == 0) {
        return VITRINE_OK;
    }
    const char *policy = vt_spec_text(rows->spec, "ids");
    const bool suffix = !rows->given_ids || (policy && strcmp(policy, "suffix") == 0);
    vt_map taken = {0};
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < rows->rows.n; i++) {
        bool fresh;
        status = vt_map_at(&taken, rows->rows.at[i].id, &fresh) ? VITRINE_OK : vt_no_memory(rows->ctx);
    }
    for (size_t head = 0, end; !status && head < rows->rows.n; head = end) {
        for (end = head + 1; end < rows->rows.n && strcmp(order[end].row->id, order[head].row->id) == 0;) {
            end++;
        }
        if (end - head > 1 && !suffix) {
            const vt_row *one = order[head].row, *two = order[head + 1].row;
            status = vt_fail(rows->ctx, VITRINE_E_INPUT,
                             _("%s: id \"%s\" stands twice, in features %s and %s; correct the source, map another "
                               "field, or set %s.ids to suffix"),
                             vt_spec_where(rows->spec, rows->arena, "fields.id"), two->id, one->label, two->label,
                             rows->spec->key);
        } else {
            status = number_twins(rows, order, head, end, &taken);
        }
    }
    vt_map_free(&taken);
    return status;
}

/* --- gathering ----------------------------------------------------------------------------------- */

static bool gather_geometry(vt_rows *rows, const sortable *order, vt_layer *layer)
{
    size_t parts = 0, rings = 0, vertices = 0;
    for (size_t i = 0; i < layer->n; i++) {
        const vt_row *row = order[i].row;
        size_t from, to;
        vt_rows_span(rows, row, &from, &to);
        parts += row->parts;
        rings += rows->ring.at[row->first_part + row->parts] - rows->ring.at[row->first_part];
        vertices += to - from;
    }
    vt_geometry *g = &layer->geometry;
    g->shape = vt_arena_array(rows->arena, layer->n, sizeof *g->shape);
    g->part = vt_arena_array(rows->arena, layer->n + 1, sizeof *g->part);
    g->ring = vt_arena_array(rows->arena, parts + 1, sizeof *g->ring);
    g->vertex = vt_arena_array(rows->arena, rings + 1, sizeof *g->vertex);
    g->x = vt_arena_array(rows->arena, vertices, sizeof *g->x);
    g->y = vt_arena_array(rows->arena, vertices, sizeof *g->y);
    if (!g->shape || !g->part || !g->ring || !g->vertex || !g->x || !g->y) {
        return false;
    }
    uint32_t part = 0, ring = 0, vertex = 0;
    for (size_t i = 0; i < layer->n; i++) {
        const vt_row *row = order[i].row;
        g->shape[i] = row->shape;
        for (size_t p = row->first_part; p < row->first_part + row->parts; p++) {
            for (size_t r = rows->ring.at[p]; r < rows->ring.at[p + 1]; r++) {
                const size_t from = rows->vertex.at[r], n = rows->vertex.at[r + 1] - from;
                memcpy(g->x + vertex, rows->x.at + from, n * sizeof *g->x);
                memcpy(g->y + vertex, rows->y.at + from, n * sizeof *g->y);
                vertex += (uint32_t)n;
                g->vertex[++ring] = vertex;
            }
            g->ring[++part] = ring;
        }
        g->part[i + 1] = part;
    }
    return true;
}

/* A column of one field; NULL arrays stay NULL where the study maps nothing. */
static bool gather_column(vt_rows *rows, const sortable *order, size_t n, size_t field, vt_column *column)
{
    const size_t width = rows->n_fields + rows->n_kept;
    column->text = vt_arena_array(rows->arena, n, sizeof(int64_t));
    for (size_t i = 0; column->text && i < n; i++) {
        const size_t at = order[i].at * width + field;
        if (column->type == VITRINE_TEXT) {
            column->text[i] = rows->texts.at[at];
        } else if (column->type == VITRINE_REAL) {
            column->real[i] = rows->numbers.at[at];
        } else if (!rows->texts.at[at] || !vt_integer_parse(rows->texts.at[at], &column->integer[i])) {
            column->integer[i] = VITRINE_NULL_INTEGER;
        }
    }
    return column->text != NULL;
}

static bool gather(vt_rows *rows, const sortable *order, vt_layer *layer)
{
    layer->n = rows->rows.n;
    layer->id = vt_arena_array(rows->arena, layer->n, sizeof *layer->id);
    layer->fields = vt_arena_array(rows->arena, rows->n_fields, sizeof *layer->fields);
    layer->kept = vt_arena_array(rows->arena, rows->n_kept, sizeof *layer->kept);
    layer->status = vt_arena_array(rows->arena, layer->n, 1);
    if (!layer->id || !layer->fields || !layer->kept || !layer->status || !gather_geometry(rows, order, layer)) {
        return false;
    }
    layer->n_kept = rows->n_kept - rows->n_attributes;
    layer->n_attributes = rows->n_attributes;
    layer->integer_ids = order[0].integers;
    for (size_t i = 0; i < layer->n; i++) {
        layer->id[i] = order[i].row->id;
        layer->status[i] = order[i].row->status;
    }
    bool worked = true;
    for (size_t f = 0; worked && f < rows->n_fields; f++) {
        const vt_field *field = &rows->spec->kind->fields[f];
        layer->fields[f] = (vt_column){.name = field->name,
                                       .type = field->type == VT_FIELD_NUMBER ? VITRINE_REAL : VITRINE_TEXT};
        worked = !rows->fields[f].n || gather_column(rows, order, layer->n, f, &layer->fields[f]);
    }
    for (size_t k = 0; worked && k < rows->n_kept; k++) {
        layer->kept[k] = (vt_column){.name = rows->kept_names[k], .type = rows->kept_types[k]};
        worked = gather_column(rows, order, layer->n, rows->n_fields + k, &layer->kept[k]);
    }
    return worked;
}

static void sort_rows(vt_rows *rows, sortable *order)
{
    bool integers = true;
    for (size_t i = 0; i < rows->rows.n; i++) {
        integers = integers && vt_text_is_integer_id(rows->rows.at[i].id);
    }
    order[0].integers = integers;
    for (size_t i = 0; i < rows->rows.n; i++) {
        order[i] = (sortable){i, &rows->rows.at[i], integers};
    }
    qsort(order, rows->rows.n, sizeof *order, by_id_then_content);
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
    sortable *order = status ? NULL : calloc(rows->rows.n + 1, sizeof *order);
    if (!status && !order) {
        status = vt_no_memory(rows->ctx);
    }
    if (!status) {
        sort_rows(rows, order);
        status = settle_ids(rows, order);
    }
    if (!status) {
        sort_rows(rows, order); /* some are numbered now */
        status = gather(rows, order, layer) ? VITRINE_OK : vt_no_memory(rows->ctx);
    }
    free(order);
    return status;
}
