/* words.c - words of plots that no rule can know: neither of the standard (CNIG TERRAIN-ECO) nor named by the study. Their ground falls
 * to a later rule without a word, hence the notices; one mistyped lot must not move a hectare unseen. */
#include <stdlib.h>
#include <string.h>

#include "analyse/land/land.h"
#include "base/text.h"
#include "study/cnig.h"

static const struct {
    const char *field, *standard;
} asked[] = {{"servicing", "terr_stade_amngt"}, {"marketing", "terr_stade_comm"}, {"occupancy", "terr_etat_occup"}, {"usage", "terr_usage"}, {"useful", "terr_utile"}};

typedef VT_ARRAY(const char *) word_list;

/* Words, parted by |, as they are compared. */
static bool add_words(vt_arena *arena, const vt_entry *entry, word_list *list)
{
    bool worked = true;
    for (size_t i = 0; worked && i < entry->n; i++) {
        for (const char *at = entry->values[i]; worked && at;) {
            const size_t n = strcspn(at, "|");
            char *one = vt_arena_text_n(arena, at, n), *folded = one ? vt_text_fold(one) : NULL;
            const char *own = folded ? vt_arena_text(arena, folded) : NULL;
            free(folded);
            worked = own && vt_array_push(list, own);
            at = at[n] ? at + n + 1 : NULL;
        }
    }
    return worked;
}

/* The study's own words for a field: of its rules, and of land.not_units. */
static bool list_words(vt_land *land, const char *field, word_list *list)
{
    bool worked = true;
    for (size_t i = 0; worked && i < land->study->entries.n; i++) {
        const vt_entry *entry = &land->study->entries.at[i];
        const char *when = strncmp(entry->key, "land.rules.", 11) == 0 ? strstr(entry->key, ".when.plot_") : NULL;
        const char *what = when ? when + strlen(".when.plot_") : NULL;
        if (what && (strcmp(what, field) == 0 || strcmp(what, "stage") == 0)) {
            worked = add_words(&land->result->arena, entry, list);
        } else if (strcmp(entry->key, "land.not_units") == 0 && strcmp(field, "usage") == 0) {
            worked = add_words(&land->result->arena, entry, list);
        }
    }
    return worked;
}

static bool is_listed(const word_list *list, const char *text)
{
    char *folded = vt_text_fold(text);
    bool is = false;
    for (size_t i = 0; folded && !is && i < list->n; i++) {
        is = strcmp(list->at[i], folded) == 0;
    }
    free(folded);
    return is;
}

/* Land cover whose answer is neither yes nor no is unknown ground. */
static vitrine_status tell_cover(vt_land *land, bool french)
{
    const vt_layer *cover = land->ground.partings[VT_BY_COVER].layer;
    vitrine_status status = VITRINE_OK;
    for (size_t row = 0; !status && cover && row < cover->n; row++) {
        const char *text = vt_layer_text(cover, "artificial", row);
        if (text && vt_text_yes_no(text) < 0) {
            status = vt_ledger_unknown(land->ctx, &land->result->notices, french, cover, row, "artificial", text, NULL);
        }
    }
    return status;
}

vitrine_status vt_land_words(vt_land *land)
{
    const bool french = strcmp(vitrine_study_get(land->study, "lang"), "fr") == 0;
    vitrine_status status = tell_cover(land, french);
    const vt_layer *plots = land->ground.partings[VT_BY_PLOT].layer;
    if (!plots || vt_study_flag(land->study, "export.cnig")) { /* the export tells them itself */
        return status;
    }
    for (size_t f = 0; !status && f < sizeof asked / sizeof *asked; f++) {
        const vt_cnig_field *standard = vt_cnig_find(vt_cnig_plots.layer, asked[f].standard);
        word_list own = {0};
        status = list_words(land, asked[f].field, &own) ? VITRINE_OK : vt_no_memory(land->ctx);
        for (size_t row = 0; !status && row < plots->n; row++) {
            const char *text = vt_layer_text(plots, asked[f].field, row);
            if (text && !vt_cnig_spelling(standard, text) && !is_listed(&own, text)) {
                status = vt_ledger_unknown(land->ctx, &land->result->notices, french, plots, row, asked[f].field, text, vt_cnig_nearest(standard, text));
            }
        }
        vt_array_free(&own);
    }
    return status;
}
