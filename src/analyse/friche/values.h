/* values.h - the value of each criterion at each site: the first of its sources that tells one. */
#ifndef VT_VALUES_H
#define VT_VALUES_H

#include "analyse/friche/measures.h"
#include "analyse/friche/score.h"

/* A value that the scheme does not know: it counts as filled and scores nothing. */
typedef struct {
    const char *attribute; /* "zoning" for the zoning layer's type */
    const char *written;
    const char *near;      /* the nearest value that the scheme knows; NULL when none is near */
} vt_odd_value;

typedef struct {
    const vt_scheme *scheme;
    const vt_layer *sites;
    const vt_measures *measures;
    vt_arena *arena;           /* of texts that are made */
    VT_ARRAY(vt_odd_value) odd; /* of the site last asked; the caller frees it */
    bool failed;               /* out of memory */
} vt_finder;

/* Fills values[criteria.n] of a site. An attribute that is empty, NA, NaN, N/A, inconnu, sans objet or ne-sait-pas is
 * missing; « rien trouvé » or "nothing found" is filled and scores nothing (Mutafriches' null). Texts point into the layer,
 * the scheme or the arena. false: out of memory. */
bool vt_values_of_site(vt_finder *finder, size_t site, vt_value *values);

#endif
