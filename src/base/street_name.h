/* street_name.h - when two writings name the same street.
 *
 * "R. de l'Hôtel-de-Ville", "RUE HOTEL DE VILLE" and "rue de  l’hôtel de ville" are one name; so are
 * "Bd St-Étienne" and "Boulevard Saint-Etienne", "W 4TH AV" and "West 4th Avenue". */
#ifndef VT_STREET_NAME_H
#define VT_STREET_NAME_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct {
    const char *key;  /* the normalised words joined by a space; "" for an empty name */
    const char *rest; /* key without its type word (rue, avenue, street…); key itself when it has none */
    const char *type; /* the type word as the key has it; NULL when it has none */
} vt_street_name;

/* Normalises: accents, case, hyphens, apostrophes, spaces; type words and their abbreviations, at the
 * beginning (French) or the end (English); "St" is Saint before a name and Street at the end; articles
 * dropped; ordinals to their number; directions at either end spelt out. false: out of memory. */
bool vt_street_name_parse(vt_arena *arena, const char *text, vt_street_name *name);

/* `written` lacks its type word and is otherwise `street`: "République" for "Rue de la République". */
bool vt_street_name_lacks_type(const vt_street_name *written, const vt_street_name *street);

/* How alike two names are, 0..1 (vt_text_similarity of their keys); 0 where their numbers (Roman ones too),
 * directions or type words differ: 4th Avenue is not nearly 5th Avenue, nor Charles V Charles X, nor East
 * Georgia West Georgia, nor Rue Pasteur Route Pasteur. */
double vt_street_name_similarity(const vt_street_name *a, const vt_street_name *b);

#endif
