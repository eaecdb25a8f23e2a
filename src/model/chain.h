/* chain.h - lines joined end to end into pieces, and how many lines meet at a vertex. */
#ifndef VT_CHAIN_H
#define VT_CHAIN_H

#include "model/network.h"

/* Fills the pieces, vertices and measures of a network whose streets are known. false: out of memory. */
bool vt_chain_lines(const vt_layer *lines, vt_network *network);

/* Vertices by exact coordinates. */
typedef struct {
    double *x, *y;
    uint32_t *value;
    size_t n, room;
} vt_nodes;

/* Degree of each vertex over all lines: an end counts one, an inner vertex two. */
bool vt_nodes_count(vt_nodes *nodes, const vt_layer *lines);
uint32_t vt_nodes_degree(const vt_nodes *nodes, double x, double y);
void vt_nodes_free(vt_nodes *nodes);

#endif
