/* measures.h - what the ground says of each site: plane measures in the study's CRS, from the layers it has. */
#ifndef VT_MEASURES_H
#define VT_MEASURES_H

#include "base/array.h"
#include "model/model.h"

typedef struct {
    const char *name, *unit; /* unit: "m2", "m", "share", "parcels", "owners"; "" when none */
    double *value;           /* by site; NaN: not measured */
} vt_measure;

typedef struct {
    VT_ARRAY(vt_measure) list;
    const char **zoning; /* by site: the zoning type of its greatest share, ties to the lesser type; NULL: none. The
                          * array is NULL where the study has no zoning */
} vt_measures;

/* Measures every site, in this order; what needs a layer that the study lacks is absent.
 *
 *   area_m2               without holes
 *   built_m2              Σ of the parts of buildings inside: buildings that overlap each other count twice
 *   built_coverage        built_m2 / area_m2
 *   parcels               those with at least half of their area inside
 *   parcels_touching      those that share a point with the site, be it of their boundaries
 *   owners                distinct owners of `parcels`; NaN where one of them has no known owner; absent where the
 *                         study maps no owner
 *   compactness           4πA/P² (P: all rings); 1 for a circle
 *   widest_m              diameter of the greatest inscribed circle (GEOS, tolerance 0.1 m of the radius)
 *   share_KIND            of the area, under the union of the constraints of a kind (layers.constraints.*.kind, else
 *                         the layer's own name)
 *   distance_KIND_m       to the nearest place of a kind, 0 where it touches the site or lies in it
 *   share_zoning_TYPE     of the area, under the union of the zones of a type ("unknown": no type given); may sum to
 *                         more than 1 where zones of different types overlap
 *   share_centre          under the union of the centres
 *   share_zones           under the union of the business zones
 *   artificial_share      under the union of the land cover whose `artificial` is yes, true, 1 or oui; absent where
 *                         the study maps no `artificial`
 *
 * Kinds and types come in the order of bytes. A site without a polygon has only distances, from its point. What GEOS
 * cannot tell is NaN and listed in `notices` (not_measured). The same bytes for any number of threads. The sites need
 * not be the model's friches, as when polygons were taken from parcels. Names and values live in the arena; the list
 * is given back to vt_measures_free. */
vitrine_status vt_friche_measure(vitrine_context *ctx, const vitrine_model *model,
                                 const vt_layer *sites, vt_arena *arena, vt_measures *measures, vt_ledger *notices);
void vt_measures_free(vt_measures *measures);

/* NULL when there is none of that name. */
const vt_measure *vt_measures_find(const vt_measures *measures, const char *name);

#endif
