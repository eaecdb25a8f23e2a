/* overlaps.c - friches that share ground: their square metres stand twice in the stock, which the ledger tells. */
#include <math.h>

#include "analyse/overlay/hits.h"
#include "analyse/friche/overlay.h"
#include "analyse/friche/potential.h"
#include "base/number.h"

/* Less is how two surveys of one boundary differ. */
#define LEAST_M2 1.0

static vitrine_status tell(vt_potential *p, size_t row, size_t other, double area)
{
    char room[VT_NUMBER_ROOM];
    double x, y;
    const char *detail = vt_arena_printf(&p->result->arena, "%s, %s m2", p->friches->id[other],
                                         vt_number_format_fixed(room, area, 1));
    vt_layer_place(p->friches, row, &x, &y);
    return detail ? vt_ledger_add(p->ctx, &p->result->notices, p->friches->name, p->friches->id[row], VT_SHARED_GROUND, x, y,
                                  detail)
                  : vt_no_memory(p->ctx);
}

static bool is_drawn(const vt_potential *p, size_t row)
{
    return p->friches->geometry.shape[row] == VT_POLYGONS;
}

vitrine_status vt_potential_overlaps(vt_potential *p)
{
    const vt_layer *friches = p->friches;
    vt_rtree *tree = vt_layer_index(friches);
    vt_overlay overlay = {.geos = vt_geos_new()};
    vt_hits hits = {0};
    vitrine_status status = tree && overlay.geos ? vt_hits_find(p->ctx, friches->n, tree, friches, &hits)
                                                 : vt_no_memory(p->ctx);
    for (size_t row = 0; !status && row < friches->n; row++) {
        if (!is_drawn(p, row)) {
            continue;
        }
        vt_overlay_site(&overlay, friches, row);
        for (size_t i = hits.first[row]; !status && i < hits.first[row + 1]; i++) {
            const size_t other = hits.row[i];
            if (other > row && is_drawn(p, other)) {
                const vt_shared shared = vt_overlay_shared(&overlay, (vt_feature){friches, other});
                status = overlay.no_room             ? vt_no_memory(p->ctx)
                         : shared.area >= LEAST_M2 ? tell(p, row, other, shared.area)
                                                     : VITRINE_OK;
            }
        }
    }
    vt_overlay_free(&overlay);
    vt_hits_free(&hits);
    vt_rtree_free(tree);
    return status;
}
