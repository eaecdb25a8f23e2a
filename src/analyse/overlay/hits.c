/* hits.c - see hits.h. Each chunk of rows keeps its own list; the lists in turn are in the order of rows. */
#include "analyse/overlay/hits.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/parallel.h"

enum { CHUNK = 4096 };

typedef struct {
    uint32_t site, row;
} hit;

typedef struct {
    VT_ARRAY(hit) list;
    uint32_t row; /* at hand */
    bool failed;
} chunk;

typedef struct {
    const vt_rtree *tree;
    const vt_layer *layer;
    chunk *chunks;
} search;

static bool add_hit(void *user, size_t site)
{
    chunk *c = user;
    const hit one = {(uint32_t)site, c->row};
    c->failed = !vt_array_push(&c->list, one);
    return !c->failed;
}

static void search_rows(void *user, size_t from, size_t to)
{
    const search *s = user;
    chunk *c = &s->chunks[from / CHUNK];
    for (size_t row = from; row < to && !c->failed; row++) {
        const vt_box box = vt_layer_box(s->layer, row);
        c->row = (uint32_t)row;
        vt_rtree_search(s->tree, &box, add_hit, c);
    }
}

/* The chunks' hits by site. false: out of memory. */
static bool gather(const chunk *chunks, size_t n, size_t sites, vt_hits *hits)
{
    size_t total = 0;
    hits->first = calloc(sites + 2, sizeof *hits->first);
    for (size_t i = 0; i < n; i++) {
        total += chunks[i].list.n;
    }
    hits->row = malloc((total + 1) * sizeof *hits->row);
    if (!hits->first || !hits->row) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < chunks[i].list.n; k++) {
            hits->first[chunks[i].list.at[k].site + 2]++;
        }
    }
    for (size_t site = 0; site < sites; site++) {
        hits->first[site + 1] += hits->first[site];
    }
    for (size_t i = 0; i < n; i++) { /* first[site + 1] runs from the site's begin to its end */
        for (size_t k = 0; k < chunks[i].list.n; k++) {
            hits->row[hits->first[chunks[i].list.at[k].site + 1]++] = chunks[i].list.at[k].row;
        }
    }
    return true;
}

vitrine_status vt_hits_find(vitrine_context *ctx, size_t sites, const vt_rtree *tree, const vt_layer *layer,
                            vt_hits *hits)
{
    const size_t n = (layer->n + CHUNK - 1) / CHUNK;
    search s = {tree, layer, calloc(n + 1, sizeof(chunk))};
    bool worked = s.chunks != NULL;
    if (worked) {
        vt_parallel_for(ctx, layer->n, CHUNK, search_rows, &s);
    }
    for (size_t i = 0; worked && i < n; i++) {
        worked = !s.chunks[i].failed;
    }
    worked = worked && gather(s.chunks, n, sites, hits);
    for (size_t i = 0; s.chunks && i < n; i++) {
        vt_array_free(&s.chunks[i].list);
    }
    free(s.chunks);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}

void vt_hits_free(vt_hits *hits)
{
    free(hits->first);
    free(hits->row);
}
