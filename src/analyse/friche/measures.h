/* measures.h - what the layers of a study tell of each site, in metres and square metres of its CRS.
 *
 *   area_m2, compactness (4πA/P²), widest_m (diameter of the greatest inscribed circle, to 0.1 m)
 *   built_m2 (sum of the footprints inside), built_coverage          with layers.buildings
 *   parcels (at least half of whose area lies inside), parcels_touching (that intersect), owners (of the former)
 *                                                                    with layers.parcels
 *   share_KIND: area under the union of the constraints of a kind / area
 *   distance_KIND_m: from the polygon to the nearest place of a kind, 0 inside
 *   share_zoning_TYPE, and the type of the greatest share; share_centre; artificial_share (land cover marked artificial)
 *
 * A measure whose layer the study lacks is not in the list. A site without a polygon has distances only. */
#ifndef VT_MEASURES_H
#define VT_MEASURES_H

#include "base/array.h"
#include "model/model.h"

typedef struct {
    const char *name, *unit;
    double *value; /* by site; NaN: not measured */
} vt_measured;

typedef struct {
    VT_ARRAY(vt_measured) list;
    const char **zoning; /* by site: type of the greatest share, ties to the lesser; NULL */
} vt_measures;

/* The arrays live in the arena; give the list to vt_measures_free. What cannot be measured of a site is NaN. */
vitrine_status vt_measure_sites(vitrine_context *ctx, const vitrine_model *model, const vt_layer *sites,
                                vt_arena *arena, vt_measures *measures);
void vt_measures_free(vt_measures *measures);

/* By name; NULL when the study gives no such measure. */
const vt_measured *vt_measures_find(const vt_measures *measures, const char *name);

#endif
