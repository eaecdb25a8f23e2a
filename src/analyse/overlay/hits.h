/* hits.h - which features of a layer may touch which sites. */
#ifndef VT_HITS_H
#define VT_HITS_H

#include "base/context.h"
#include "model/layer.h"

/* The features whose box meets that of site i are row[first[i]] .. row[first[i + 1]], rising. */
typedef struct {
    size_t *first; /* sites + 1 */
    uint32_t *row;
} vt_hits;

/* `tree` is over the sites: they are few, so that a million parcels need no index. */
vitrine_status vt_hits_find(vitrine_context *ctx, size_t sites, const vt_rtree *tree, const vt_layer *layer,
                            vt_hits *hits);
void vt_hits_free(vt_hits *hits);

#endif
