/* survey.h - everything that one vacancy analysis holds while it runs. */
#ifndef VT_SURVEY_H
#define VT_SURVEY_H

#include "analyse/vacancy/match.h"
#include "analyse/vacancy/rates.h"

typedef struct {
    vitrine_context *ctx;
    const vitrine_study *study;
    const vt_layer *premises, *streets, *centres; /* centres: NULL when the study has none */
    vt_network *network;
    vt_match *matches;  /* by premises */
    size_t *centre;     /* by premises: the first centre that covers it; SIZE_MAX */
    vt_rate_rules rules;
    vitrine_result *result;
} vt_survey;

/* layers.c: the result layers. */
vitrine_status vt_survey_premises(vt_survey *survey);
vitrine_status vt_survey_streets(vt_survey *survey);
vitrine_status vt_survey_blocks(vt_survey *survey);
vitrine_status vt_survey_total(vt_survey *survey);
/* Appends the kept source fields of `from`; `row_of` gives the row of `from` for a row of the layer, SIZE_MAX:
 * none (NULL: the same row). A field that bears a name of ours is called source_NAME. */
vitrine_status vt_survey_keep(vt_survey *survey, vitrine_layer *layer, const vt_layer *from, const size_t *row_of);
/* centres.c: finds the centre of each premises, then the layers that centres have. */
vitrine_status vt_survey_locate(vt_survey *survey);
vitrine_status vt_survey_centres(vt_survey *survey);
vitrine_status vt_survey_street_centres(vt_survey *survey);
/* to_check.c: notices, and the surveyor's list. */
vitrine_status vt_survey_to_check(vt_survey *survey);

/* Counts a premises in a tally. */
void vt_survey_count(const vt_survey *survey, size_t premises, vt_tally *tally);

#endif
