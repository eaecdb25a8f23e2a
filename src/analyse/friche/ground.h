/* ground.h - what is measured, and of which layers: the inner side of measures.h. */
#ifndef VT_GROUND_H
#define VT_GROUND_H

#include "analyse/friche/distance.h"
#include "analyse/overlay/hits.h"
#include "analyse/friche/measures.h"

enum { VT_ABSENT = -1 };

/* A layer whose features lie over sites; NULL layer: the study has none. */
typedef struct {
    const vt_layer *layer;
    vt_hits hits;
} vt_over;

/* A layer's share in a cover: all its rows, or those of one class. */
typedef struct {
    size_t over;              /* into vt_ground.overs */
    const uint32_t *class_of; /* by row; NULL: all rows */
    uint32_t wanted;
} vt_cover_part;

/* Ground whose share of each site is measured: the union of its parts. */
typedef struct {
    size_t measure; /* into measures->list */
    VT_ARRAY(vt_cover_part) parts;
} vt_cover;

typedef struct {
    size_t measure;
    vt_places places;
} vt_reach;

/* Measures by their place in the list; VT_ABSENT. */
typedef struct {
    vitrine_context *ctx;
    const vitrine_model *model;
    const vt_layer *sites;
    vt_arena *arena;
    vt_measures *measures;
    vt_over parcels, buildings;
    VT_ARRAY(vt_over) overs; /* of the covers */
    VT_ARRAY(vt_cover) covers;
    VT_ARRAY(vt_reach) reaches;
    int area, built, coverage, counted, touching, owners, compactness, widest;
    size_t first_zoning, zonings;  /* measures of zoning types */
    const char **types;            /* of zoning, rising */
    const char **fault;            /* [measure · sites + site]: "" or the feature that GEOS refused; NULL: fine */
} vt_ground;

/* Lists the measures that the study's layers allow, each of NaN, and finds which features may touch which sites. */
vitrine_status vt_ground_list(vt_ground *ground);
void vt_ground_free(vt_ground *ground);

#endif
