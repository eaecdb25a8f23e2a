/* street_graph.h - the blocks of a network as a graph, and the walk of a kernel's mass through it.
 *
 * Block b has the ends 2b (its begin) and 2b + 1; ends of equal coordinates meet in one node, whose degree d
 * is their number (a block that returns to its begin counts twice). A front arrives at a node by an end; of
 * its factor, the equal-split estimators of Okabe, Satoh & Sugihara (2009) pass on
 *   discontinuous  1/(d−1) into each other end;
 *   continuous     2/d into each other end, −(d−2)/d back into its own;
 * and both reflect it wholly at a dead end (d = 1). The factors of either sum to 1: mass is kept. */
#ifndef VT_STREET_GRAPH_H
#define VT_STREET_GRAPH_H

#include "model/network.h"

/* A shorter block (m) is a slip of drawing: its ends are taken for one place, and nothing lies along it. */
#define VT_SHORTEST_BLOCK 0.01

typedef struct {
    size_t blocks;
    double *length_m; /* of each block, rounded to 2^−20 m so that sums of them are exact; 0: under the shortest */
    uint32_t *node;   /* of each end */
    uint32_t *first;  /* node i joins the ends end[first[i]]..end[first[i + 1]], rising, of blocks with a length */
    uint32_t *end;
} vt_street_graph;

/* false: out of memory. */
bool vt_street_graph_build(const vt_network *network, vt_street_graph *graph);
void vt_street_graph_free(vt_street_graph *graph);

/* Mass that enters the block of `end` there, `distance_m` after its start. */
typedef struct {
    double distance_m, factor;
    uint32_t end;
    bool last; /* too faint to be followed: what it still carries stays in this block */
} vt_front;

typedef struct {
    VT_ARRAY(vt_front) ahead; /* a heap: the nearest first */
    VT_ARRAY(vt_front) fronts;
} vt_walk;

typedef enum { VT_WALKED, VT_TOO_MANY, VT_OUT_OF_MEMORY } vt_walked;

/* Follows a front of factor 1 that leaves its block by `end` until `reach_m` metres beyond: walk->fronts are
 * then those of the blocks it enters, nearest first, fronts that enter one block at one distance made one. It is
 * given up when there are `most` of them, those still ahead counted. */
vt_walked vt_street_graph_walk(const vt_street_graph *graph, uint32_t end, double reach_m, bool continuous,
                               size_t most, vt_walk *walk);
void vt_walk_free(vt_walk *walk);

#endif
