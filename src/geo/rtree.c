/* rtree.c - boxes sorted along the Hilbert curve, sixteen to a node, level over level in one array. */
#include "geo/rtree.h"

#include <math.h>
#include <stdlib.h>

enum { FAN = 16, MOST_LEVELS = 16 };

struct vt_rtree {
    size_t n, levels;
    size_t start[MOST_LEVELS + 1]; /* of each level in box[]; level 0 are the items */
    vt_box *box;
    uint32_t *item; /* of level 0 */
};

/* Distance along the Hilbert curve of order 16 (Warren, Hacker's Delight, ch. 16). */
static uint32_t hilbert(uint32_t x, uint32_t y)
{
    uint32_t d = 0;
    for (uint32_t s = 1u << 15; s; s >>= 1) {
        const uint32_t rx = (x & s) != 0, ry = (y & s) != 0;
        d = d << 2 | ((3 * rx) ^ ry);
        if (!ry) {
            if (rx) {
                x = 0xFFFF - x;
                y = 0xFFFF - y;
            }
            const uint32_t swap = x;
            x = y;
            y = swap;
        }
    }
    return d;
}

typedef struct {
    uint32_t key, item;
} entry;

static int by_key(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : (x->item > y->item) - (x->item < y->item);
}

static const vt_box nothing = {INFINITY, INFINITY, -INFINITY, -INFINITY};

static void widen(vt_box *box, const vt_box *by)
{
    box->xmin = by->xmin < box->xmin ? by->xmin : box->xmin;
    box->ymin = by->ymin < box->ymin ? by->ymin : box->ymin;
    box->xmax = by->xmax > box->xmax ? by->xmax : box->xmax;
    box->ymax = by->ymax > box->ymax ? by->ymax : box->ymax;
}

static uint32_t grid(double value, double low, double high)
{
    const double at = high > low ? (value - low) / (high - low) * 65535 : 0;
    return at > 0 ? (uint32_t)(at < 65535 ? at : 65535) : 0;
}

bool vt_rtree_order(const vt_box *boxes, size_t n, uint32_t *order)
{
    entry *entries = malloc((n ? n : 1) * sizeof *entries);
    if (!entries) {
        return false;
    }
    vt_box all = nothing;
    for (size_t i = 0; i < n; i++) {
        widen(&all, &boxes[i]);
    }
    for (size_t i = 0; i < n; i++) {
        const double x = (boxes[i].xmin + boxes[i].xmax) / 2, y = (boxes[i].ymin + boxes[i].ymax) / 2;
        entries[i] = (entry){hilbert(grid(x, all.xmin, all.xmax), grid(y, all.ymin, all.ymax)), (uint32_t)i};
    }
    qsort(entries, n, sizeof *entries, by_key);
    for (size_t i = 0; i < n; i++) {
        order[i] = entries[i].item;
    }
    free(entries);
    return true;
}

vt_rtree *vt_rtree_new(const vt_box *boxes, size_t n)
{
    vt_rtree *tree = calloc(1, sizeof *tree);
    if (!tree) {
        return NULL;
    }
    size_t total = n, levels = 1;
    for (size_t level = n; level > 1; levels++) {
        tree->start[levels] = total;
        level = (level + FAN - 1) / FAN;
        total += level;
    }
    tree->n = n;
    tree->levels = levels;
    tree->start[levels] = total;
    tree->box = malloc((total ? total : 1) * sizeof *tree->box);
    tree->item = malloc((n ? n : 1) * sizeof *tree->item);
    if (!tree->box || !tree->item || !vt_rtree_order(boxes, n, tree->item)) {
        vt_rtree_free(tree);
        return NULL;
    }
    for (size_t i = 0; i < n; i++) {
        tree->box[i] = boxes[tree->item[i]];
    }
    for (size_t level = 1; level < levels; level++) {
        const size_t below = tree->start[level - 1], end = tree->start[level];
        for (size_t i = 0; below + i < end; i++) {
            vt_box *box = &tree->box[end + i / FAN];
            *box = i % FAN ? *box : nothing;
            widen(box, &tree->box[below + i]);
        }
    }
    return tree;
}

void vt_rtree_free(vt_rtree *tree)
{
    if (tree) {
        free(tree->box);
        free(tree->item);
        free(tree);
    }
}

static bool search(const vt_rtree *tree, size_t level, size_t node, const vt_box *query, vt_rtree_fn found,
                   void *user)
{
    if (!vt_box_meets(&tree->box[tree->start[level] + node], query)) {
        return true;
    }
    if (level == 0) {
        return found(user, tree->item[node]);
    }
    const size_t below = tree->start[level] - tree->start[level - 1];
    for (size_t child = node * FAN; child < (node + 1) * FAN && child < below; child++) {
        if (!search(tree, level - 1, child, query, found, user)) {
            return false;
        }
    }
    return true;
}

void vt_rtree_search(const vt_rtree *tree, const vt_box *query, vt_rtree_fn found, void *user)
{
    if (tree->n) {
        search(tree, tree->levels - 1, 0, query, found, user);
    }
}

static double gap(const vt_box *a, const vt_box *b)
{
    const double dx = fmax(0, fmax(a->xmin - b->xmax, b->xmin - a->xmax));
    const double dy = fmax(0, fmax(a->ymin - b->ymax, b->ymin - a->ymax));
    return hypot(dx, dy);
}

typedef struct {
    double gap;
    size_t node;
} ahead;

/* The nearest child first, so that most others need no look. */
static double nearest(const vt_rtree *tree, size_t level, size_t node, const vt_box *query, double least,
                      vt_rtree_distance_fn distance, void *user)
{
    if (level == 0) {
        return fmin(least, distance(user, tree->item[node]));
    }
    const size_t first = tree->start[level - 1], below = tree->start[level] - first;
    ahead list[FAN];
    size_t n = 0;
    for (size_t child = node * FAN; child < (node + 1) * FAN && child < below; child++) {
        const ahead one = {gap(&tree->box[first + child], query), child};
        size_t at = n++;
        for (; at && list[at - 1].gap > one.gap; at--) {
            list[at] = list[at - 1];
        }
        list[at] = one;
    }
    for (size_t i = 0; i < n && list[i].gap < least; i++) {
        least = nearest(tree, level - 1, list[i].node, query, least, distance, user);
    }
    return least;
}

double vt_rtree_nearest(const vt_rtree *tree, const vt_box *query, vt_rtree_distance_fn distance, void *user)
{
    return tree->n ? nearest(tree, tree->levels - 1, 0, query, INFINITY, distance, user) : INFINITY;
}
