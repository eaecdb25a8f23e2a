/* network_density.h - density of events along the streets, by the equal-split kernel estimators (Okabe, Satoh &
 * Sugihara 2009; Okabe & Sugihara 2012, ch. 9); how mass passes a node: street_graph.h.
 *
 * An event of weight 1 sends half of a kernel's mass along its block each way. An event at a node belongs to
 * the block that it was matched to: half goes along that block, half arrives at the node from it. A lixel is an
 * equal part, of at most 25 m, of a block; it bears the integral of the density over it divided by its length,
 * so that the sum of value × length is that of the weights. Values of the continuous estimator may be
 * negative. */
#ifndef VT_NETWORK_DENSITY_H
#define VT_NETWORK_DENSITY_H

#include "analyse/heatmap/kernel.h"
#include "analyse/vacancy/match.h"
#include "analyse/vacancy/rates.h"

typedef struct {
    uint32_t block;
    double offset_m;      /* from the block's begin; beyond its ends: at them */
    double stock, vacant; /* weights of two densities, estimated in one walk */
} vt_event;

/* Where a matched premises lies, its weights 0. */
vt_event vt_network_event(const vt_network *network, const vt_match *match);

/* Rows in the order of blocks, then along. Blocks shorter than VT_SHORTEST_BLOCK have none. */
typedef struct {
    size_t n;
    uint32_t *block;
    double *from_m, *to_m;  /* along the block */
    double *stock, *vacant; /* premises per metre */
} vt_lixels;

/* The density of n events. One on a block that is too short for lixels counts at its node, or not at all where
 * no other block meets it. VITRINE_E_INPUT when the bandwidth spans so many crossings that the paths through
 * them cannot be counted. Give the lixels to vt_lixels_free, also after a failure. */
vitrine_status vt_network_density(vitrine_context *ctx, const vt_network *network, const vt_event *events, size_t n,
                                  vt_kernel kernel, double bandwidth_m, bool continuous, vt_lixels *lixels);
void vt_lixels_free(vt_lixels *lixels);

/* Adds the layer network_density. rate is vacant / stock density: NULL below a billionth of a premises on the
 * lixel, where rounding begins, and where the continuous estimator leaves 0..1. class: of the rate. enough: the density over
 * twice the bandwidth makes min_premises. Ids point into the network's arena. */
vitrine_status vt_network_density_layer(vitrine_context *ctx, const vt_network *network, const vt_lixels *lixels,
                                        const vt_rate_rules *rules, double bandwidth_m, vitrine_result *result);

#endif
