/* neighbours.h - who is whose neighbour by hotspots.neighbours: premises of the stock, and streets that have a stock.
 *
 * distance: at most hotspots.distance_m apart, the bound included; of streets the least distance of their lines.
 * knn: the hotspots.k nearest, ties to the lesser id. contiguity: premises that follow each other on one side of a
 * piece of street (others between them are passed over), streets that share a vertex. */
#ifndef VT_NEIGHBOURS_H
#define VT_NEIGHBOURS_H

#include "analyse/hotspot/weights.h"
#include "model/network.h"

typedef enum { VT_BY_DISTANCE, VT_BY_KNN, VT_BY_CONTIGUITY } vt_neighbour_rule;
typedef struct {
    vt_neighbour_rule rule;
    double distance_m;
    size_t k;
} vt_neighbour_rules;

void vt_neighbour_rules_of(const vitrine_study *study, vt_neighbour_rules *rules);

/* Points in the order of ids. place: for contiguity, a number of each point that grows by its order along the streets
 * (UINT32_MAX: on none), and side: what must be equal for two to follow each other. */
vitrine_status vt_neighbours_of_points(vitrine_context *ctx, const vt_neighbour_rules *rules, const double *x,
                                       const double *y, const uint32_t *place, const uint32_t *side, size_t n,
                                       vt_weights *weights);

/* streets: n of the network's, rising. */
vitrine_status vt_neighbours_of_streets(vitrine_context *ctx, const vt_neighbour_rules *rules, const vt_network *network,
                                        const uint32_t *streets, size_t n, vt_weights *weights);

#endif
