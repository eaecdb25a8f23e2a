/* crossings.c - see crossings.h. */
#include "model/crossings.h"

#include <math.h>
#include <stdlib.h>

#include "geo/measure.h"

/* A vertex this near to another line (m), but to none of its vertices, was meant to meet it. */
#define TOUCH 0.01

typedef struct {
    size_t other;
    double x, y;
} crossing;

typedef struct {
    const vt_network *net;
    size_t segment;
    VT_ARRAY(crossing) found;
    bool worked;
} crossing_search;

static bool add_crossing(crossing_search *s, size_t other, double x, double y)
{
    const crossing c = {other, x, y};
    s->worked = s->worked && vt_array_push(&s->found, c);
    return s->worked;
}

/* Where two segments cross at inner points of both. */
static bool note_crossing(crossing_search *s, size_t other)
{
    const double *x = s->net->x.at, *y = s->net->y.at;
    const size_t i = s->net->segments.at[s->segment].a, j = s->net->segments.at[other].a;
    if (other < s->segment || !vt_measure_cross(x[i], y[i], x[i + 1], y[i + 1], x[j], y[j], x[j + 1], y[j + 1])) {
        return true;
    }
    const double dx = x[i + 1] - x[i], dy = y[i + 1] - y[i], ex = x[j + 1] - x[j], ey = y[j + 1] - y[j];
    const double t = ((x[j] - x[i]) * ey - (y[j] - y[i]) * ex) / (dx * ey - dy * ex);
    return add_crossing(s, other, x[i] + t * dx, y[i] + t * dy);
}

/* Where a vertex of the segment at hand lies on the inside of another: its begin, and its end where the
 * piece ends with it. */
static bool note_touch(crossing_search *s, size_t other)
{
    const vt_network *net = s->net;
    const double *x = net->x.at, *y = net->y.at;
    const vt_segment *mine = &net->segments.at[s->segment];
    const vt_piece *piece = &net->pieces.at[mine->piece];
    const size_t last = piece->first + piece->n - 1, j = net->segments.at[other].a;
    for (size_t v = mine->a; v <= mine->a + 1; v++) {
        if (v != mine->a && (v != last || piece->ring)) {
            continue;
        }
        const vt_foot foot = vt_measure_foot(x[v], y[v], x[j], y[j], x[j + 1], y[j + 1]);
        const double rest = hypot(x[j + 1] - x[j], y[j + 1] - y[j]) - foot.along;
        if (foot.distance <= TOUCH && foot.along > TOUCH && rest > TOUCH && !add_crossing(s, other, x[v], y[v])) {
            return false;
        }
    }
    return true;
}

static bool note_meeting(void *user, size_t other)
{
    crossing_search *s = user;
    return other == s->segment || (note_crossing(s, other) && note_touch(s, other));
}

static int by_other(const void *a, const void *b)
{
    const crossing *x = a, *y = b;
    return x->other != y->other ? (x->other > y->other) - (x->other < y->other)
           : x->x != y->x       ? (x->x > y->x) - (x->x < y->x)
                                : (x->y > y->y) - (x->y < y->y);
}

vitrine_status vt_crossings_list(vitrine_context *ctx, const vt_layer *lines, const vt_network *net,
                                 vt_ledger *notices)
{
    crossing_search s = {.net = net, .worked = true};
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < net->segments.n; i++) {
        vt_box box = vt_network_segment_box(net, i);
        box = (vt_box){box.xmin - TOUCH, box.ymin - TOUCH, box.xmax + TOUCH, box.ymax + TOUCH};
        s.segment = i;
        s.found.n = 0;
        vt_rtree_search(net->tree, &box, note_meeting, &s);
        if (s.found.n) {
            qsort(s.found.at, s.found.n, sizeof *s.found.at, by_other);
        }
        for (size_t k = 0; !status && k < s.found.n; k++) {
            const crossing *c = &s.found.at[k];
            status = vt_ledger_add(ctx, notices, lines->name, net->streets.at[net->segments.at[i].street].id,
                                   VT_CROSSING, c->x, c->y,
                                   net->streets.at[net->segments.at[c->other].street].id);
        }
        status = s.worked ? status : vt_no_memory(ctx);
    }
    vt_array_free(&s.found);
    return status;
}
