/* to_check.c - what the surveyor should look at again: unknown statuses and doubtful matches. */
#include <string.h>

#include "analyse/vacancy/survey.h"

typedef enum { UNKNOWN_STATUS, NO_STREET, UNKNOWN_STREET, FUZZY_STREET, REASONS } reason;

static const struct {
    const char *code, *fr, *en;
} reasons[REASONS] = {
    [UNKNOWN_STATUS] = {"unknown_status", "occupé ou vacant\u00A0?", "occupied or vacant?"},
    [NO_STREET] = {"no_street", "sans nom de rue, aucune rue à portée", "no street name, no street in reach"},
    [UNKNOWN_STREET] = {"unknown_street", "rue absente de la couche des rues, ou trop loin",
                        "street not in the street layer, or too far"},
    [FUZZY_STREET] = {"fuzzy_street", "nom de rue approchant\u00A0: est-ce bien celle-ci\u00A0?",
                      "near-identical street name: is it this one?"},
};

static bool applies(const vt_survey *s, size_t row, reason why)
{
    const vt_how how = s->matches[row].how;
    const bool named = s->matches[row].named;
    switch (why) {
    case UNKNOWN_STATUS:
        return s->premises->status[row] == VT_UNKNOWN;
    case NO_STREET:
        return how == VT_NO_MATCH && !named;
    case UNKNOWN_STREET: /* also one that was given to the nearest, as vacancy.nearest_when_named allows */
        return named && (how == VT_NO_MATCH || how == VT_NEAREST);
    default:
        return how == VT_FUZZY;
    }
}

/* Premises without a street are notices too: they are missing from every street's rate. */
static vitrine_status note(vt_survey *s, size_t row, reason why)
{
    if (s->matches[row].how != VT_NO_MATCH || (why != NO_STREET && why != UNKNOWN_STREET)) {
        return VITRINE_OK;
    }
    const char *name = vt_layer_text(s->premises, "street", row);
    const char *street = name ? name : vt_layer_text(s->premises, "street_id", row);
    return vt_ledger_add(s->ctx, &s->result->notices, s->premises->name, s->premises->id[row],
                         why == NO_STREET ? VT_NO_STREET : VT_UNKNOWN_STREET, s->matches[row].x, s->matches[row].y,
                         street ? street : "");
}

vitrine_status vt_survey_to_check(vt_survey *s)
{
    static const char *const names[] = {"premises_id", "name",        "reason",  "message", "status",
                                        "surveyed_street", "street_name", "number"};
    enum { ID, NAME, REASON, MESSAGE, STATUS, SURVEYED, STREET, NUMBER, COLUMNS };
    size_t n = 0;
    for (size_t row = 0; row < s->premises->n; row++) {
        for (int why = 0; why < REASONS; why++) {
            n += applies(s, row, why);
        }
    }
    vitrine_layer *layer = vt_result_add(s->result, "to_check", VT_DRAW_POINT, n);
    bool worked = layer && vt_layer_room(s->result, layer, n, n, n);
    for (int c = 0; worked && c < COLUMNS; c++) {
        worked = vt_layer_add_column(s->result, layer, names[c], VITRINE_TEXT) != NULL;
    }
    const char *lang = vitrine_study_get(s->study, "lang");
    vitrine_status status = worked ? VITRINE_OK : vt_no_memory(s->ctx);
    size_t at = 0;
    for (size_t row = 0; !status && row < s->premises->n; row++) {
        for (int why = 0; !status && why < REASONS; why++) {
            if (!applies(s, row, why)) {
                continue;
            }
            const vt_match *match = &s->matches[row];
            const char *cells[COLUMNS] = {
                [ID] = s->premises->id[row],
                [NAME] = vt_layer_text(s->premises, "name", row),
                [REASON] = reasons[why].code,
                [MESSAGE] = strcmp(lang, "en") == 0 ? reasons[why].en : reasons[why].fr,
                [STATUS] = vt_status_names[s->premises->status[row]],
                [SURVEYED] = vt_layer_text(s->premises, "street", row),
                [STREET] = match->how == VT_NO_MATCH ? NULL : s->network->streets.at[match->street].name,
                [NUMBER] = vt_layer_text(s->premises, "number", row),
            };
            for (int c = 0; c < COLUMNS; c++) {
                layer->columns.at[c].text[at] = cells[c];
            }
            vt_layer_put_point(layer, at++, match->x, match->y);
            status = note(s, row, why);
        }
    }
    return status;
}
