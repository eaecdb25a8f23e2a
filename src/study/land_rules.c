/* land_rules.c - see land_rules.h. The words of plots are those of CNIG Sites économiques v2024-10, TERRAIN-ECO. */
#include "study/land_rules.h"

#include "study/cnig.h"

const vt_default_rule vt_default_rules[] = {
    {{"plot_servicing: " VT_CNIG_UNFIT}, "neutralised"},
    {{"plot_marketing: " VT_CNIG_NOT_FOR_SALE}, "neutralised"},
    {{"plot_useful: non"}, "neutralised"},
    {{"plot_marketing: " VT_CNIG_OPTION "|" VT_CNIG_VOTED}, "committed"},
    {{"plot_occupancy: " VT_CNIG_FRICHE}, "recycling"},
    {{"friche: yes"}, "recycling"},
    {{"occupancy: occupied", "coverage_below: 0.10"}, "densification"},
    {{"occupancy: occupied"}, "consumed"},
    {{"plot_marketing: " VT_CNIG_SOLD}, "consumed"},
    {{"parcel: no"}, "consumed"},
    {{"occupancy: undetermined|none", "built: yes"}, "consumed"},
    {{"plot_servicing: " VT_CNIG_SERVICED_BARE "|" VT_CNIG_SERVICED, "plot_marketing: " VT_CNIG_ON_SALE "|" VT_CNIG_ON_SALE_TERMS}, "immediate"},
    {{"occupancy: vacant|never_occupied", "zoning: AU"}, "future"},
    {{"occupancy: vacant|never_occupied"}, "immediate"},
    {{0}, "future"},
};
const size_t vt_default_rule_count = sizeof vt_default_rules / sizeof *vt_default_rules;

const char *const vt_rule_keys[] = {"zoning",         "occupancy",      "coverage_below", "kind",        "plot_stage", "plot_servicing", "plot_marketing",
                                    "plot_occupancy", "plot_usage",     "plot_useful",    "friche",      "parcel",     "built",          NULL};
