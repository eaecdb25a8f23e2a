/* nest.c - which shell a hole lies in; see contour.h. */
#include <math.h>
#include <stdlib.h>

#include "analyse/heatmap/contour.h"
#include "geo/measure.h"

typedef struct {
    const vt_paths *rings;
    const size_t *item; /* ring of each box of the tree */
    const double *area; /* by ring */
    double x, y;
    size_t best;
} search;

static size_t begin_of(const vt_paths *rings, size_t r)
{
    return r ? rings->end.at[r - 1] : 0;
}

static bool consider(void *user, size_t item)
{
    search *s = user;
    const size_t r = s->item[item], from = begin_of(s->rings, r), n = s->rings->end.at[r] - from;
    const bool holds = vt_measure_in_ring(s->x, s->y, s->rings->x.at + from, s->rings->y.at + from, n) == 1;
    if (holds && (s->best == SIZE_MAX || s->area[r] < s->area[s->best])) {
        s->best = r;
    }
    return true;
}

static vt_box box_of(const vt_paths *rings, size_t r)
{
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = begin_of(rings, r); i < rings->end.at[r]; i++) {
        box = (vt_box){fmin(box.xmin, rings->x.at[i]), fmin(box.ymin, rings->y.at[i]), fmax(box.xmax, rings->x.at[i]),
                       fmax(box.ymax, rings->y.at[i])};
    }
    return box;
}

vitrine_status vt_contour_nest(vitrine_context *ctx, const vt_paths *rings, size_t *shell)
{
    const size_t n = rings->end.n;
    double *area = calloc(n + 1, sizeof *area);
    size_t *item = calloc(n + 1, sizeof *item), shells = 0;
    vt_box *boxes = calloc(n + 1, sizeof *boxes);
    for (size_t r = 0; area && item && boxes && r < n; r++) {
        const size_t from = begin_of(rings, r);
        area[r] = vt_measure_ring_area(rings->x.at + from, rings->y.at + from, rings->end.at[r] - from);
        shell[r] = r;
        if (area[r] > 0) {
            item[shells] = r;
            boxes[shells++] = box_of(rings, r);
        }
    }
    vt_rtree *tree = area && item && boxes ? vt_rtree_new(boxes, shells) : NULL;
    for (size_t r = 0; tree && r < n; r++) {
        if (area[r] > 0) {
            continue;
        }
        /* rings touch at corners only: the middle of a hole's first side is on no other */
        const size_t a = begin_of(rings, r);
        search s = {rings, item, area, (rings->x.at[a] + rings->x.at[a + 1]) / 2, (rings->y.at[a] + rings->y.at[a + 1]) / 2, SIZE_MAX};
        const vt_box place = {s.x, s.y, s.x, s.y};
        vt_rtree_search(tree, &place, consider, &s);
        shell[r] = s.best == SIZE_MAX ? r : s.best;
    }
    const bool worked = tree != NULL;
    vt_rtree_free(tree);
    free(area);
    free(item);
    free(boxes);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}
