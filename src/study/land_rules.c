/* land_rules.c - see land_rules.h. The words of plots are those of CNIG Sites économiques v2024-10, TERRAIN-ECO. */
#include "study/land_rules.h"

#include <stdio.h>
#include <string.h>

#include <vitrine/land.h>

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

/* "key: one|another" as "key: [one, another]". Words of the standard hold commas, hence the quotes. */
static size_t write_condition(char *to, size_t room, const char *condition)
{
    const size_t key = strcspn(condition, ":");
    size_t n = (size_t)snprintf(to, room, "%.*s: [", (int)key, condition);
    const char *word = condition + key + 2;
    for (;;) {
        const size_t length = strcspn(word, "|");
        n += (size_t)snprintf(to + n, room - n, "\"%.*s\"", (int)length, word);
        if (!word[length]) {
            break;
        }
        n += (size_t)snprintf(to + n, room - n, ", ");
        word += length + 1;
    }
    return n + (size_t)snprintf(to + n, room - n, "]");
}

bool vitrine_land_rule_info(size_t i, const char **yaml)
{
    static _Thread_local char text[1024]; /* the longest row takes a fifth of it */
    if (i >= vt_default_rule_count) {
        return false;
    }
    const vt_default_rule *rule = &vt_default_rules[i];
    size_t n = (size_t)snprintf(text, sizeof text, "{when: {");
    for (size_t k = 0; k < sizeof rule->when / sizeof *rule->when && rule->when[k]; k++) {
        n += k ? (size_t)snprintf(text + n, sizeof text - n, ", ") : 0;
        n += write_condition(text + n, sizeof text - n, rule->when[k]);
    }
    snprintf(text + n, sizeof text - n, "}, bucket: %s}", rule->bucket);
    *yaml = text;
    return true;
}
