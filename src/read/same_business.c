/* same_business.c - see same_business.h. */
#include "read/same_business.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "geo/measure.h"

typedef struct {
    vt_rows *rows;
    size_t activity, name; /* columns of texts */
    bool *drop;
    size_t point, polygon; /* row at hand; the polygon of least id that is the same business */
} search;

static const char *text(const search *s, size_t row, size_t column)
{
    return vt_rows_text(s->rows, row, column);
}

static bool same_name(const search *s, size_t a, size_t b)
{
    const char *one = text(s, a, s->name), *two = text(s, b, s->name);
    if (!one || !two) {
        return true;
    }
    char *x = vt_text_fold(one), *y = vt_text_fold(two);
    const bool same = x && y && strcmp(x, y) == 0;
    free(x);
    free(y);
    return same;
}

static bool covers(const vt_rows *rows, const vt_row *polygon, double x, double y)
{
    bool inside = false;
    for (size_t r = rows->ring.at[polygon->first_part]; r < rows->ring.at[polygon->first_part + polygon->parts]; r++) {
        const size_t from = rows->vertex.at[r];
        const int where = vt_measure_in_ring(x, y, rows->x.at + from, rows->y.at + from, rows->vertex.at[r + 1] - from);
        if (where < 0) {
            return true;
        }
        inside = inside != (where > 0); /* holes take away again */
    }
    return inside;
}

static bool consider(void *user, size_t polygon)
{
    search *s = user;
    const vt_row *area = &s->rows->rows.at[polygon], *point = &s->rows->rows.at[s->point];
    const char *one = text(s, polygon, s->activity), *two = text(s, s->point, s->activity);
    size_t from, to;
    vt_rows_span(s->rows, point, &from, &to);
    if (area->shape == VT_POLYGONS && area->status == point->status && one && two && strcmp(one, two) == 0 &&
        same_name(s, polygon, s->point) && covers(s->rows, area, s->rows->x.at[from], s->rows->y.at[from])) {
        s->drop[polygon] = true;
        if (s->polygon == SIZE_MAX || strcmp(area->id, s->rows->rows.at[s->polygon].id) < 0) {
            s->polygon = polygon;
        }
    }
    return true;
}

/* The point takes the fields that it lacks, but for the id. */
static void take_over(search *s)
{
    for (size_t c = 1; c < s->rows->n_fields + s->rows->n_kept; c++) {
        vt_row_column *column = &s->rows->columns[c];
        if (column->text.at && !column->text.at[s->point]) {
            column->text.at[s->point] = column->text.at[s->polygon];
        } else if (column->number.at && isnan(column->number.at[s->point])) {
            column->number.at[s->point] = column->number.at[s->polygon];
        }
    }
}

static vitrine_status close_up(search *s, vt_account *account)
{
    vt_rows *rows = s->rows;
    vitrine_status status = VITRINE_OK;
    size_t kept = 0;
    for (size_t i = 0; !status && i < rows->rows.n; i++) {
        if (s->drop[i]) {
            account->filtered++;
            const vt_box box = vt_rows_box(rows, &rows->rows.at[i]);
            status = vt_ledger_add(rows->ctx, rows->ledger, rows->name, rows->rows.at[i].id, VT_SAME_BUSINESS,
                                   (box.xmin + box.xmax) / 2, (box.ymin + box.ymax) / 2, text(s, i, s->activity));
            continue;
        }
        vt_rows_move(rows, i, kept++);
    }
    rows->rows.n = kept;
    return status;
}

vitrine_status vt_same_business(vt_rows *rows, vt_account *account)
{
    search s = {.rows = rows};
    s.activity = vt_kind_field(rows->spec->kind, "activity");
    s.name = vt_kind_field(rows->spec->kind, "name");
    s.drop = calloc(rows->rows.n + 1, sizeof *s.drop);
    vt_box *boxes = calloc(rows->rows.n + 1, sizeof *boxes);
    for (size_t i = 0; boxes && i < rows->rows.n; i++) {
        boxes[i] = vt_rows_box(rows, &rows->rows.at[i]);
    }
    vt_rtree *tree = boxes ? vt_rtree_new(boxes, rows->rows.n) : NULL;
    vitrine_status status = s.drop && tree ? VITRINE_OK : vt_no_memory(rows->ctx);
    for (size_t i = 0; !status && i < rows->rows.n; i++) {
        if (rows->rows.at[i].shape == VT_POINTS) {
            s.point = i;
            s.polygon = SIZE_MAX;
            vt_rtree_search(tree, &boxes[i], consider, &s);
            if (s.polygon != SIZE_MAX) {
                take_over(&s);
            }
        }
    }
    status = status ? status : close_up(&s, account);
    vt_rtree_free(tree);
    free(boxes);
    free(s.drop);
    return status;
}
