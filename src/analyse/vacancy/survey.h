/* survey.h - everything that one vacancy analysis holds while it runs. */
#ifndef VT_SURVEY_H
#define VT_SURVEY_H

#include "analyse/vacancy/match.h"
#include "analyse/vacancy/rates.h"
#include "analyse/vacancy/spots.h"

typedef enum { VT_SURVEYED, VT_FROM_GEOMETRY, VT_NO_FRONTAGE } vt_frontage_source;
extern const char *const vt_frontage_sources[];

/* What is found out about one premises beside its street. */
typedef struct {
    double frontage_m;     /* surveyed or measured; NaN */
    vt_frontage_source frontage_source;
    vt_term term;          /* VT_TERMS: it does not count as vacant */
    double vacancy_days;   /* NaN unless the day is known */
    uint32_t family;       /* into families; UINT32_MAX: not known */
    uint32_t rank;         /* place in the order along the streets; UINT32_MAX without a street */
    bool tied;             /* shares its point with the one before it, and no number tells which comes first */
} vt_detail;

/* A row of street_mix: premises of one family in a unit. */
typedef struct {
    const char *unit, *unit_id, *family;
    size_t premises;
    double share;
} vt_mix;

typedef struct {
    vitrine_context *ctx;
    const vitrine_study *study;
    const vitrine_model *model;
    const vt_layer *premises, *streets, *centres; /* centres: NULL when the study has none */
    vt_network *network;
    vt_match *matches;  /* by premises */
    size_t *centre;     /* by premises: the first centre that covers it; SIZE_MAX */
    vt_detail *details; /* by premises */
    const char **families; /* sorted by bytes */
    size_t n_families;
    VT_ARRAY(vt_mix) mix;
    vt_spot *premises_spots, *street_spots;
    vt_moran moran; /* of the stock's premises */
    vt_rate_rules rules;
    vitrine_result *result;
} vt_survey;

/* Each finds its part of the details. frontage.c, terms.c, mix.c, order.c, spots.c. */
vitrine_status vt_survey_frontages(vt_survey *survey);
/* Dates are counted to reference_date, which must then be given. */
vitrine_status vt_survey_judge_dates(const vt_survey *survey);
vitrine_status vt_survey_terms(vt_survey *survey);
vitrine_status vt_survey_families(vt_survey *survey);
vitrine_status vt_survey_order(vt_survey *survey);
vitrine_status vt_survey_spots(vt_survey *survey);

/* premises.c, layers.c: the result layers. */
vitrine_status vt_survey_premises(vt_survey *survey);
vitrine_status vt_survey_streets(vt_survey *survey);
vitrine_status vt_survey_blocks(vt_survey *survey);
vitrine_status vt_survey_total(vt_survey *survey);
/* centres.c: finds the centre of each premises, then the layers that centres have. */
vitrine_status vt_survey_locate(vt_survey *survey);
vitrine_status vt_survey_centres(vt_survey *survey);
vitrine_status vt_survey_street_centres(vt_survey *survey);
/* mix.c, frontage_rules.c: tables of families, and of premises on protected frontage. */
vitrine_status vt_survey_mix(vt_survey *survey);
vitrine_status vt_survey_frontage_rules(vt_survey *survey);
/* to_check.c: notices, and the surveyor's list. */
vitrine_status vt_survey_to_check(vt_survey *survey);

/* Counts a premises in a tally. */
void vt_survey_count(const vt_survey *survey, size_t premises, vt_tally *tally);

#endif
