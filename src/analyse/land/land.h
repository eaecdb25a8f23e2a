/* land.h - what the steps of the analysis hand on; see vitrine/land.h. */
#ifndef VT_LAND_H
#define VT_LAND_H

#include <vitrine/land.h>

#include "analyse/land/ground.h"
#include "base/date.h"
#include "model/result.h"

typedef enum { VT_UNIT_OCCUPIED, VT_UNIT_VACANT, VT_UNIT_NEVER, VT_UNIT_UNDETERMINED, VT_OCCUPANCIES } vt_occupancy;
extern const char *const vt_occupancy_names[VT_OCCUPANCIES];

/* In the order of the balance. */
typedef enum {
    VT_IMMEDIATE, VT_COMMITTED, VT_FUTURE, VT_RECYCLING, VT_DENSIFICATION, VT_CONSUMED, VT_NEUTRALISED, VT_BUCKETS
} vt_bucket;
extern const char *const vt_bucket_names[VT_BUCKETS];

/* From so much footprint on (m²) ground is built; less is a wall of a neighbour, drawn a hand's breadth off. */
#define VT_BUILT_M2 1.0

/* A land unit (unité foncière): parcels of one owner that hang together, in one zone. */
typedef struct {
    uint32_t zone;
    uint32_t first, n;      /* into land->members, rising */
    double area;            /* m² of its ground, clipped unless land.clip_units is false */
    double built;           /* m² of footprint on it; NaN without buildings */
    vt_occupancy occupancy;
    const char *evidence;   /* a word: occupancy.c */
    const char *end;        /* of the last activity known, ISO 8601; NULL */
    double free_m2, widest_m, rectangle_m2, densification_m2; /* densify.c; NaN where not known */
    bool on_street;
    bool street_known;
    uint32_t first_shape, n_shapes; /* polygons of land->unit_shapes[zone] */
} vt_land_unit;

typedef struct {
    uint32_t parcel, base; /* base: of its zone */
} vt_member;

typedef struct {
    vitrine_context *ctx;
    const vitrine_study *study;
    const vitrine_model *model;
    vitrine_result *result;
    vt_ground_map ground;
    const vt_layer *buildings, *establishments, *premises, *streets; /* NULL: the study has none */
    VT_ARRAY(vt_land_unit) units;   /* by zone, then least parcel */
    VT_ARRAY(vt_member) members;
    uint32_t *unit_of;              /* by parcel: its unit, or VT_NONE */
    uint32_t *zone_of;              /* by parcel: the zone it belongs to, or VT_NONE */
    size_t *first_unit;             /* by zone, and the end */
    vt_polygons *unit_shapes;       /* by zone */
    double *establishments_in;      /* by zone: active ones; NULL without the layer */
    double progress;                /* where the step at hand ends, of 0 to 1 */
} vt_land;

/* Of rules.c, occupancy.c and targets.c: what they read of the study is judged, before any work is done */
vitrine_status vt_land_judge_rules(vt_land *land);
vitrine_status vt_land_judge_dates(vt_land *land);
vitrine_status vt_land_judge_targets(vt_land *land);
/* checks.c: what must add up does, and overlaps are no more than land.overlap_ceiling; in run.json. */
vitrine_status vt_land_check(vt_land *land);
/* cadastre.c: drawn areas against stated ones */
vitrine_status vt_land_cadastre(vt_land *land);
/* units.c */
vitrine_status vt_land_units(vt_land *land);
/* built.c: footprints of bases and units */
vitrine_status vt_land_built(vt_land *land);
/* occupancy.c */
vitrine_status vt_land_occupancy(vt_land *land);
/* words.c: plots with words that no rule knows, as notices */
vitrine_status vt_land_words(vt_land *land);
/* rules.c: the bucket of each piece */
vitrine_status vt_land_buckets(vt_land *land);
/* densify.c */
vitrine_status vt_land_densify(vt_land *land);
/* layers.c, inventory.c, balance.c, targets.c */
vitrine_status vt_land_partition_layer(vt_land *land);
vitrine_status vt_land_overlap_layer(vt_land *land);
vitrine_status vt_land_unit_layer(vt_land *land);
vitrine_status vt_land_inventory_layer(vt_land *land);
vitrine_status vt_land_balance_layer(vt_land *land);
vitrine_status vt_land_target_layer(vt_land *land);
/* cnig.c: site_eco and terrain_eco, with export.cnig */
vitrine_status vt_land_cnig_layers(vt_land *land);

/* Draws the rows of a result layer as those of a layer of the model, one for one. false: out of memory. */
bool vt_land_draw_like(vt_land *land, vitrine_layer *layer, const vt_layer *from);
/* The text of a plot's field for a piece; NULL where the piece has no plot or the plot no such text. */
const char *vt_land_plot_text(const vt_land *land, const vt_piece *piece, const char *field);
/* A text is one of the words of a study key, without case or accents. */
bool vt_land_lists(const vt_land *land, const char *key, const char *text);
/* The ground is already artificial by the land cover: 1 yes, 0 no, −1 not known. */
int vt_land_artificial(const vt_land *land, const vt_piece *piece);

#endif
