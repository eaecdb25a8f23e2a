/* ground.h - the ground of the zones, cut into pieces that lie whole in one parcel, plot, PLU zone… or in none.
 *
 * A base is what a zone has of one parcel, or all of the zone that has no parcel (streets). Pieces cut it up further.
 * Ground under two features of a layer is the lesser's (by id); the loss is kept as such. */
#ifndef VT_LAND_GROUND_H
#define VT_LAND_GROUND_H

#include "analyse/overlay/hits.h"
#include "geo/polygons.h"
#include "model/model.h"
#include "study/study.h"

enum { VT_NONE = UINT32_MAX, VT_MOST_KINDS = 64 };

/* Layers that part the ground: a piece has one feature of each, or none. */
typedef enum { VT_BY_PLOT, VT_BY_ZONING, VT_BY_FRICHE, VT_BY_COVER, VT_PARTINGS } vt_parting;

typedef struct {
    uint32_t feature[VT_PARTINGS]; /* row, or VT_NONE */
    uint64_t kinds;                /* bit k: under constraints of kind k */
} vt_label;

typedef struct {
    vt_label label;
    uint32_t base;   /* of the zone */
    uint8_t bucket;  /* rules.h */
    bool net;
    double area;     /* m² */
    double floor;    /* m² of footprint times floors; NaN where a building has none, or without buildings */
} vt_piece;

typedef struct {
    uint32_t parcel; /* VT_NONE: ground without a parcel */
    uint32_t first, n; /* pieces of the zone */
    bool whole;        /* all of the parcel, as it is drawn */
    uint32_t first_ground, n_ground; /* else polygons of `grounds`: its ground before it is cut up */
    double area;     /* of its pieces */
    double built;    /* m² of footprint; NaN without buildings */
} vt_base;

/* Ground that `lost` gave to `kept`, rows of layer `of` (VT_PARTINGS: parcels; one more: zones). */
enum { VT_OF_PARCELS = VT_PARTINGS, VT_OF_ZONES };
typedef struct {
    uint8_t of;
    uint32_t kept, lost;
    double area;
    uint32_t first, n; /* polygons of `lost` */
} vt_loss;

typedef struct {
    VT_ARRAY(vt_base) bases;   /* by parcel, rising; without a parcel: the last */
    VT_ARRAY(vt_piece) pieces; /* each is polygon i of `shapes` */
    VT_ARRAY(vt_loss) losses;
    vt_polygons shapes, grounds, lost;
    double area;               /* of the zone as it is drawn */
    double given;              /* of it to zones of lesser id */
    bool no_room;
    const char *fault;         /* of GEOS, or NULL */
} vt_zone_ground;

/* What cuts: the features of one layer, or those of one constraint kind in several. */
typedef struct {
    const vt_layer *layer;
    vt_hits near; /* rows by zone whose box meets that of the zone */
} vt_cutter;

typedef struct {
    vitrine_context *ctx;
    const vitrine_study *study;
    const vitrine_model *model;
    const vt_layer *zones, *parcels;      /* parcels may be NULL */
    vt_hits parcels_near;
    vt_cutter partings[VT_PARTINGS];      /* layer NULL: the study has none */
    const char *kinds[VT_MOST_KINDS];     /* in the order in which they cut */
    VT_ARRAY(vt_cutter) of_kind[VT_MOST_KINDS];
    size_t n_kinds;
    size_t ranked;                        /* the first of the kinds have a rank: ground under one of them is of no later one */
    vt_zone_ground *of_zone;              /* by row of zones */
} vt_ground_map;

/* Lists the kinds of constraints: those of land.kind_priority first, then the others in byte order. */
vitrine_status vt_ground_map_kinds(vt_ground_map *map);
/* Finds the layers, lists what may meet which zone, and cuts every zone; the kinds are listed before. */
vitrine_status vt_ground_map_make(vt_ground_map *map);
void vt_ground_map_free(vt_ground_map *map);

/* The ground of a base, before it is cut up: of the parcels, or of `grounds`, a view of the zone's. */
vt_parts vt_ground_of_base(const vt_ground_map *map, const vt_geometry *grounds, const vt_base *base);

/* cut.c: cuts zone `zone` into map->of_zone[zone]; `shared` are the rows of lesser id that overlap it. */
void vt_ground_cut(vt_ground_map *map, uint32_t zone, const uint32_t *shared, size_t n);
/* The layer whose features a loss speaks of; NULL: the study has none. */
const vt_layer *vt_ground_layer(const vt_ground_map *map, size_t of);

#endif
