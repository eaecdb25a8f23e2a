/* rtree.h - a packed Hilbert R-tree (Kamel & Faloutsos 1993): built once over boxes, then only read,
 * by any number of threads. */
#ifndef VT_RTREE_H
#define VT_RTREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    double xmin, ymin, xmax, ymax;
} vt_box;

static inline bool vt_box_meets(const vt_box *a, const vt_box *b)
{
    return a->xmin <= b->xmax && b->xmin <= a->xmax && a->ymin <= b->ymax && b->ymin <= a->ymax;
}

/* b lies in a, edges included. */
static inline bool vt_box_holds(const vt_box *a, const vt_box *b)
{
    return a->xmin <= b->xmin && b->xmax <= a->xmax && a->ymin <= b->ymin && b->ymax <= a->ymax;
}

/* The n boxes in the order of their middles along the Hilbert curve over all of them, so that neighbours stand together;
 * order[] has room for n. false: out of memory. */
bool vt_rtree_order(const vt_box *boxes, size_t n, uint32_t *order);

typedef struct vt_rtree vt_rtree;

/* NULL when out of memory. The boxes are copied. */
vt_rtree *vt_rtree_new(const vt_box *boxes, size_t n);
void vt_rtree_free(vt_rtree *tree);

/* Calls `found` for each box that meets `query`, in an order that depends on nothing but the boxes;
 * it returns false to stop. */
typedef bool (*vt_rtree_fn)(void *user, size_t item);
void vt_rtree_search(const vt_rtree *tree, const vt_box *query, vt_rtree_fn found, void *user);

/* The least distance that `distance` tells of an item, INFINITY for an empty tree. It is asked only of items whose
 * box is as near to `query` as the least so far, and must not tell less than the distance of the boxes. */
typedef double (*vt_rtree_distance_fn)(void *user, size_t item);
double vt_rtree_nearest(const vt_rtree *tree, const vt_box *query, vt_rtree_distance_fn distance, void *user);

#endif
