/* land_rules.c - see land_rules.h. The words of plots are those of CNIG Sites économiques v2024-10, TERRAIN-ECO. */
#include "study/land_rules.h"

const vt_default_rule vt_default_rules[] = {
    {{"plot_servicing: non aménageable"}, "neutralised"},
    {{"plot_marketing: non commercialisable"}, "neutralised"},
    {{"plot_useful: non"}, "neutralised"},
    {{"plot_marketing: réservé par option de réservation|réservé par une délibération de l'EPCI"}, "committed"},
    {{"plot_occupancy: friche"}, "recycling"},
    {{"friche: yes"}, "recycling"},
    {{"occupancy: occupied", "coverage_below: 0.10"}, "densification"},
    {{"occupancy: occupied"}, "consumed"},
    {{"plot_marketing: vendu, commercialisation achevée"}, "consumed"},
    {{"parcel: no"}, "consumed"},
    {{"occupancy: undetermined|none", "built: yes"}, "consumed"},
    {{"plot_servicing: viabilisé non aménagé|viabilisé et aménagé", "plot_marketing: en vente|en vente avec contraintes"}, "immediate"},
    {{"occupancy: vacant|never_occupied", "zoning: AU"}, "future"},
    {{"occupancy: vacant|never_occupied"}, "immediate"},
    {{0}, "future"},
};
const size_t vt_default_rule_count = sizeof vt_default_rules / sizeof *vt_default_rules;

const char *const vt_rule_keys[] = {"zoning",         "occupancy",      "coverage_below", "kind",        "plot_stage", "plot_servicing", "plot_marketing",
                                    "plot_occupancy", "plot_usage",     "plot_useful",    "friche",      "parcel",     "built",          NULL};
