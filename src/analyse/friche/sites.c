/* sites.c - which friches are scored, by their status (CNIG site_statut). */
#include <stdlib.h>
#include <string.h>

#include "analyse/friche/potential.h"
#include "analyse/friche/status.h"
#include "base/text.h"

static const char *const known[] = {"friche potentielle", "friche reconvertie", "friche sans projet", "friche avec projet",
                                    "inconnu", "autre", "sans objet"};
enum { LEFT_OUT = 2, KNOWN = sizeof known / sizeof *known };

vitrine_status vt_potential_unknown(vt_potential *p, size_t row, const char *field, const char *written, const char *near)
{
    const bool french = strcmp(vitrine_study_get(p->study, "lang"), "fr") == 0;
    return vt_ledger_unknown(p->ctx, &p->result->notices, french, p->friches, row, field, written, near);
}

/* Index of the word among n texts; n when it is none of them. */
static size_t find_word(const char *word, const char *const *texts, size_t n)
{
    size_t i = 0;
    for (bool found = false; i < n; i += !found) {
        char *other = vt_scheme_word(texts[i]);
        found = other && strcmp(other, word) == 0;
        free(other);
        if (found) {
            break;
        }
    }
    return i;
}

bool vt_friche_is_open(const char *status)
{
    char *word = status ? vt_scheme_word(status) : NULL;
    const bool open = !word || find_word(word, known, LEFT_OUT) == LEFT_OUT;
    free(word);
    return open;
}

/* Judges a friche's status: those listed are taken, else all but the potential and the reconverted ones. One that is
 * nearly a known one is told. */
static vitrine_status judge(vt_potential *p, const vt_entry *listed, bool *seen, size_t row, bool *taken)
{
    const char *status = vt_layer_text(p->friches, "status", row);
    char *word = status ? vt_scheme_word(status) : NULL;
    if (!word) {
        *taken = !listed;
        return status ? vt_no_memory(p->ctx) : VITRINE_OK;
    }
    const size_t own = find_word(word, known, KNOWN), which = listed ? find_word(word, listed->values, listed->n) : 0;
    *taken = listed ? which < listed->n : own >= LEFT_OUT;
    if (listed && *taken) {
        seen[which] = true;
    }
    const char *near = own == KNOWN && !(listed && *taken) ? vt_text_nearest(status, known, KNOWN) : NULL;
    free(word);
    return near ? vt_potential_unknown(p, row, "status", status, near) : VITRINE_OK;
}

vitrine_status vt_potential_sites(vt_potential *p)
{
    const vt_entry *listed = vt_study_entry(p->study, "friche.statuses");
    bool *seen = vt_arena_array(&p->result->arena, listed ? listed->n : 0, sizeof *seen);
    p->site = vt_arena_array(&p->result->arena, p->friches->n, sizeof *p->site);
    vitrine_status status = p->site && seen ? VITRINE_OK : vt_no_memory(p->ctx);
    for (size_t row = 0; !status && row < p->friches->n; row++) {
        bool taken;
        status = judge(p, listed, seen, row, &taken);
        if (!status && taken) {
            p->site[p->n++] = row;
        }
    }
    for (size_t i = 0; !status && listed && i < listed->n; i++) {
        if (!seen[i]) {
            vt_log(p->ctx, VITRINE_LOG_WARNING, _("%s: friche.statuses: no friche has the status \"%s\""), listed->origin,
                   listed->values[i]);
        }
    }
    if (!status && p->n < p->friches->n) {
        vt_log(p->ctx, VITRINE_LOG_INFO, _("friches: %zu of %zu left out by their status"), p->friches->n - p->n,
               p->friches->n);
    }
    return status;
}
