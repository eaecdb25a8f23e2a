/* premises.c - the premises as a result layer: as surveyed, their street, and what was found out about each. */
#include <math.h>

#include "analyse/vacancy/survey.h"

static bool place_points(vt_survey *s, vitrine_layer *layer)
{
    if (!layer || !vt_layer_room(s->result, layer, layer->n, layer->n, layer->n)) {
        return false;
    }
    for (size_t i = 0; i < layer->n; i++) {
        vt_layer_put_point(layer, i, s->matches[i].x, s->matches[i].y);
    }
    return true;
}

enum {
    ID, NAME, STREET_ID, STREET_NAME, SIDE, MEASURE, DISTANCE, MATCH, CENTRE, STATUS, ACTIVITY, FAMILY, FRONTAGE,
    FRONTAGE_SOURCE, FLOOR, VACANT_SINCE, VACANCY_DAYS, TERM, COLUMNS
};

static const vt_column_type columns[COLUMNS] = {
    [ID] = {"premises_id", VITRINE_TEXT},
    [NAME] = {"name", VITRINE_TEXT},
    [STREET_ID] = {"street_id", VITRINE_TEXT},
    [STREET_NAME] = {"street_name", VITRINE_TEXT},
    [SIDE] = {"side", VITRINE_TEXT},
    [MEASURE] = {"measure_m", VITRINE_REAL},
    [DISTANCE] = {"distance_m", VITRINE_REAL},
    [MATCH] = {"match", VITRINE_TEXT},
    [CENTRE] = {"centre_id", VITRINE_TEXT},
    [STATUS] = {"status", VITRINE_TEXT},
    [ACTIVITY] = {"activity", VITRINE_TEXT},
    [FAMILY] = {"family", VITRINE_TEXT},
    [FRONTAGE] = {"frontage_m", VITRINE_REAL},
    [FRONTAGE_SOURCE] = {"frontage_source", VITRINE_TEXT},
    [FLOOR] = {"floor_m2", VITRINE_REAL},
    [VACANT_SINCE] = {"vacant_since", VITRINE_TEXT},
    [VACANCY_DAYS] = {"vacancy_days", VITRINE_INTEGER},
    [TERM] = {"term", VITRINE_TEXT},
};

static void fill_row(const vt_survey *s, vt_column *to, size_t row)
{
    const vt_layer *premises = s->premises;
    const vt_match *match = &s->matches[row];
    const vt_detail *detail = &s->details[row];
    to[ID].text[row] = premises->id[row];
    to[MATCH].text[row] = vt_how_names[match->how];
    to[STATUS].text[row] = vt_status_names[premises->status[row]];
    for (int c = 0; c < COLUMNS; c++) { /* as surveyed */
        if (c == NAME || c == ACTIVITY || c == FAMILY || c == VACANT_SINCE) {
            to[c].text[row] = vt_layer_text(premises, columns[c].name, row);
        }
    }
    if (match->how != VT_NO_MATCH) {
        to[STREET_ID].text[row] = s->network->streets.at[match->street].id;
        to[STREET_NAME].text[row] = s->network->streets.at[match->street].name;
        to[SIDE].text[row] = vt_side_names[match->side];
        to[MEASURE].real[row] = match->measure_m;
        to[DISTANCE].real[row] = match->distance_m;
    }
    if (s->centre[row] != SIZE_MAX) {
        to[CENTRE].text[row] = s->centres->id[s->centre[row]];
    }
    to[FRONTAGE].real[row] = detail->frontage_m;
    to[FRONTAGE_SOURCE].text[row] = vt_frontage_sources[detail->frontage_source];
    to[FLOOR].real[row] = vt_layer_number(premises, "floor_m2", row);
    if (!isnan(detail->vacancy_days)) {
        to[VACANCY_DAYS].integer[row] = (int64_t)detail->vacancy_days;
    }
    if (detail->term != VT_TERMS) {
        to[TERM].text[row] = vt_term_names[detail->term];
    }
}

vitrine_status vt_survey_premises(vt_survey *s)
{
    vitrine_layer *layer = vt_result_add(s->result, "premises", VT_DRAW_POINT, s->premises->n);
    vt_column *to = place_points(s, layer) ? vt_layer_add_columns(s->result, layer, columns, COLUMNS) : NULL;
    if (!to) {
        return vt_no_memory(s->ctx);
    }
    layer->source_note = s->premises->source_note;
    for (size_t row = 0; row < layer->n; row++) {
        fill_row(s, to, row);
    }
    const vitrine_status status = vt_spots_columns(s->ctx, s->result, layer, s->premises_spots);
    return status ? status : vt_layer_keep(s->result, layer, s->premises, NULL) ? VITRINE_OK : vt_no_memory(s->ctx);
}
