/* values.h - the value of each criterion at each site: the first of its sources that tells one. */
#ifndef VT_VALUES_H
#define VT_VALUES_H

#include "analyse/friche/measures.h"
#include "analyse/friche/score.h"

/* Fills values[criteria.n] of a site. An attribute that is empty, NA, NaN, N/A, inconnu, sans objet or ne-sait-pas is
 * missing. Texts point into the layer or the scheme. false: out of memory. */
bool vt_values_of_site(const vt_scheme *scheme, const vt_layer *sites, const vt_measures *measures, size_t site,
                       vt_value *values);

#endif
