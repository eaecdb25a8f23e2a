/* potential.h - everything that one analysis of friches holds while it runs. */
#ifndef VT_POTENTIAL_H
#define VT_POTENTIAL_H

#include "analyse/friche/measures.h"
#include "analyse/friche/sensitivity.h"
#include "model/result.h"

typedef struct {
    vitrine_context *ctx;
    const vitrine_study *study;
    const vitrine_model *model;
    const vt_layer *friches;
    vt_scheme *scheme;
    vt_measures measures;  /* by friche */
    size_t *site;          /* the friches that are scored, rising */
    size_t n;
    vt_value *values;      /* criteria.n a site */
    vt_score *scores;      /* by site */
    vt_sensitivity *sure;  /* by site */
    uint32_t *rank;        /* by site; 0 without an index */
    vitrine_result *result;
} vt_potential;

/* parcels.c: friches drawn as points get the ground of their parcels */
vitrine_status vt_potential_ground(vt_potential *p);
/* kinds.c: warns of constraints and places that the scheme has no use for */
vitrine_status vt_potential_kinds(vt_potential *p);
/* sites.c: which friches are scored */
vitrine_status vt_potential_sites(vt_potential *p);
/* Tells that a friche (row of the layer) has a value that nobody knows; near: what may be meant, or NULL. */
vitrine_status vt_potential_unknown(vt_potential *p, size_t row, const char *field, const char *written, const char *near);
/* overlaps.c: friches that share ground, as notices */
vitrine_status vt_potential_overlaps(vt_potential *p);
/* layers.c */
vitrine_status vt_potential_layer(vt_potential *p);
vitrine_status vt_potential_points(vt_potential *p); /* the sites without a polygon */
vitrine_status vt_potential_criteria(vt_potential *p);
vitrine_status vt_potential_measures(vt_potential *p);
/* stock.c: number and area by municipality and zone, and the territory's status */
vitrine_status vt_potential_stock(vt_potential *p);

#endif
