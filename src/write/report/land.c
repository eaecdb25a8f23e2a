/* land.c - the chapter of business zones: the ground by bucket, the balance, legal vacancy, units and targets. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "write/report/report.h"
#include "write/style.h"
#include "study/words.h"

static const char *const buckets[] = {"immediate", "committed", "future", "recycling", "densification", "consumed", "neutralised"};

/* --- the map ---------------------------------------------------------------------------------------------------- */

static void draw_pieces(vt_report *r, const vt_report_map *map, const vitrine_layer *pieces)
{
    for (size_t row = 0; row < pieces->n; row++) {
        const char *bucket = vt_report_cell(pieces, row, "bucket"), *parcel = vt_report_cell(pieces, row, "parcel_id");
        vt_buffer_printf(&r->out, "<path class=\"piece b-%s\" data-t=\"", bucket ? bucket : "none");
        const char *word = vt_word("bucket", bucket, r->french);
        vt_buffer_add(&r->out, word ? word : "–");
        VT_REPORT_PRINT(r, "\n%s m²\n", "\n%s m²\n", vt_report_count(r, vt_report_value(pieces, row, "area_m2")));
        vt_report_tip(r, parcel ? parcel : vt_report_say(r, "sans parcelle", "no parcel"));
        vt_report_add(r, "\" d=\"");
        vt_report_path(r, map, &pieces->geometry, row);
        vt_report_add(r, "\"/>\n");
    }
}

/* Only their outlines answer to the pointer: the pieces lie inside. */
static void draw_zones(vt_report *r, const vt_report_map *map, const vitrine_layer *zones)
{
    for (size_t row = 0; row < zones->n && row < VT_REPORT_STREETS; row++) {
        const char *name = vt_report_cell(zones, row, "name");
        vt_buffer_printf(&r->out, "<path class=\"zone\" id=\"z%zu\" data-f=\"z%zu\" data-t=\"", row, row);
        vt_report_tip(r, name && *name ? name : vt_report_cell(zones, row, "zone_id"));
        VT_REPORT_PRINT(r, "\nunités foncières\u00A0: %s, vacantes\u00A0: %s\nvacance\u00A0: %s\" d=\"", "\nland units: %s, vacant: %s\nvacancy: %s\" d=\"", vt_report_count(r, vt_report_value(zones, row, "land_units")),
                        vt_report_count(r, vt_report_value(zones, row, "land_units_vacant")), vt_report_percent(r, vt_report_value(zones, row, "vacancy_rate")));
        vt_report_path(r, map, &zones->geometry, row);
        vt_report_add(r, "\"/>\n");
    }
    vt_report_add(r, "<g class=\"names\" aria-hidden=\"true\">\n");
    for (size_t row = 0; row < zones->n && row < VT_REPORT_ROWS; row++) {
        vt_report_label(r, map, &zones->geometry, row, vt_report_cell(zones, row, "name"));
    }
    vt_report_add(r, "</g>\n");
}

static const char *legend(vt_report *r)
{
    const char *items = "";
    for (size_t i = 0; i < VT_N_OF(buckets); i++) {
        items = vt_report_printed(r, "%s<li><svg aria-hidden=\"true\"><rect class=\"b-%s\" x=\"4\" y=\"2\" width=\"20\" height=\"12\"/></svg>%s</li>", items, buckets[i],
                                  vt_word("bucket", buckets[i], r->french));
    }
    return items;
}

static void add_map(vt_report *r, const vitrine_layer *zones, const vitrine_layer *pieces)
{
    vt_report_map map;
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    if (!zones->n) {
        return;
    }
    const bool drawn = pieces && pieces->n <= VT_REPORT_PREMISES && pieces->geometry.vertex[pieces->geometry.ring[pieces->geometry.part[pieces->n]]] <= 2 * VT_REPORT_GROUND;
    vt_report_grow(&box, &zones->geometry, 0, zones->n);
    vt_report_map_open(r, &map, "carte-foncier", box, box, vt_report_say(r, "Carte du sol des zones d'activité par poste du bilan\u00A0; les mêmes chiffres sont dans les tableaux", "Map of the ground of business zones by bucket of the balance; the tables have the same figures"));
    if (drawn) {
        draw_pieces(r, &map, pieces);
    }
    vt_report_ground(r, &map, "buildings", "ground");
    draw_zones(r, &map, zones);
    vt_report_map_close(r, drawn ? legend(r) : "",
                        drawn ? vt_report_say(r, "Chaque mètre carré des zones est dans un seul poste.", "Every square metre of the zones is in one bucket only.")
                              : vt_report_say(r, "Les morceaux sont trop nombreux pour cette carte\u00A0: ils sont dans vitrine.gpkg.", "The pieces are too many for this map: they are in vitrine.gpkg."));
}

/* --- the balance ---------------------------------------------------------------------------------------------------- */

static void add_balance(vt_report *r, const vitrine_layer *balance)
{
    vt_report_bar bars[VT_N_OF(buckets)];
    double all = 0;
    for (size_t i = 0; i < VT_N_OF(buckets); i++) {
        const double gross = vt_report_hectares(balance, buckets[i], "gross_ha");
        all += gross;
        bars[i] = (vt_report_bar){vt_word("bucket", buckets[i], r->french), gross,
                                  VT_REPORT_WORDS(r, "%s ha (net %s)", "%s ha (net %s)", vt_report_real(r, gross, 2), vt_report_real(r, vt_report_hectares(balance, buckets[i], "net_ha"), 2)),
                                  vt_report_printed(r, "b-%s", buckets[i])};
    }
    vt_report_bars(r, vt_report_say(r, "Bilan foncier de toutes les zones, hectares bruts", "Land balance of all zones, gross hectares"), bars, VT_N_OF(bars));
    VT_REPORT_PRINT(r, "<p class=\"note\">En tout %s ha. Brut et net sont deux comptes du même sol\u00A0: ils ne s'additionnent pas.</p>\n",
                    "<p class=\"note\">In all %s ha. Gross and net are two accounts of the same ground: they are never added.</p>\n", vt_report_real(r, all, 2));
}

/* --- tables ----------------------------------------------------------------------------------------------------------- */

static bool is_to_know(const vitrine_layer *layer, size_t row)
{
    const char *occupancy = vt_report_cell(layer, row, "occupancy");
    return occupancy && strcmp(occupancy, "occupied") != 0;
}

static void add_tables(vt_report *r, const vitrine_layer *zones)
{
    static const vt_report_column zone_columns[] = {{.column = "name"}, {.column = "vocation"}, {.column = "municipality"}, {.column = "gross_m2", .fr = "Surface (m²)", .en = "Area (m²)"}, {.column = "land_units", .fr = "Unités", .en = "Units"},
                                                    {.column = "land_units_occupied", .fr = "Occupées", .en = "Occupied"}, {.column = "land_units_vacant", .fr = "Vacantes", .en = "Vacant"}, {.column = "land_units_never_occupied", .fr = "Jamais occupées", .en = "Never occupied"},
                                                    {.column = "land_units_undetermined", .fr = "Indéterminées", .en = "Undetermined"}, {.column = "vacancy_rate", .fr = "Vacance", .en = "Vacancy"}, {.column = "vacancy_rate_max", .fr = "Au plus", .en = "At most"},
                                                    {.column = "establishments", .fr = "Établissements", .en = "Establishments"}};
    static const vt_report_column unit_columns[] = {{.column = "land_unit_id", .fr = "Unité foncière", .en = "Land unit"}, {.column = "zone_id", .fr = "Zone", .en = "Zone"}, {.column = "area_m2", .fr = "Surface (m²)", .en = "Area (m²)"}, {.column = "occupancy"}, {.column = "evidence"},
                                                    {.column = "vacant_since"}, {.column = "coverage", .fr = "Emprise au sol", .en = "Coverage"}, {.column = "densification_m2"}, {.column = "street_access"}};
    static const vt_report_order by_vacancy[] = {{"land_units_vacant", true}, {"name", false}}, by_occupancy[] = {{"occupancy", true}, {"area_m2", true}};
    const vitrine_layer *units = vt_export_layer(r->e, "land_unit");
    size_t n;
    const size_t *rows = vt_report_rows(r, zones, NULL, by_vacancy, 2, &n);
    if (rows && n) {
        vt_report_add_table(r, &(vt_report_table){"zones", "Les zones d'activité", "Business zones", zones, rows, n, zone_columns, VT_N_OF(zone_columns), 'z'});
    }
    rows = units ? vt_report_rows(r, units, is_to_know, by_occupancy, 2, &n) : NULL;
    if (rows && n) {
        vt_report_add_table(r, &(vt_report_table){"unites", "Les unités foncières qui ne sont pas occupées", "Land units that are not occupied", units, rows, n, unit_columns, VT_N_OF(unit_columns), 0});
    }
}

static void add_targets(vt_report *r)
{
    static const vt_report_column columns[] = {{.column = "programme"}, {.column = "scope"}, {.column = "unit"}, {.column = "from_year"}, {.column = "to_year"}, {.column = "as_of", .fr = "À fin", .en = "As of"}, {.column = "target"},
                                               {.column = "achieved"}, {.column = "committed"}, {.column = "remaining"}, {.column = "uncommitted"}, {.column = "pace"}, {.column = "pace_needed"},
                                               {.column = "projected"}, {.column = "gap"}, {.column = "recycled_share"}, {.column = "recycled_share_target"}, {.column = "years_of_supply"}};
    const vitrine_layer *targets = vt_export_layer(r->e, "land_target");
    if (targets && targets->n) {
        vt_report_add_table(r, &(vt_report_table){"objectifs", "Les objectifs fonciers", "Land targets", targets, NULL, 0, columns, VT_N_OF(columns), 0});
    }
}

void vt_report_land(vt_report *r)
{
    const vitrine_layer *zones = vt_export_layer(r->e, "zone_inventory"), *balance = vt_export_layer(r->e, "land_balance");
    if (!zones && !vt_export_layer(r->e, "land_target")) {
        return;
    }
    vt_report_section(r, "foncier", "Le foncier des zones d'activité", "The land of business zones");
    if (zones) {
        add_map(r, zones, vt_export_layer(r->e, "land_partition"));
    }
    if (balance && balance->n) {
        add_balance(r, balance);
    }
    if (zones) {
        add_tables(r, zones);
    }
    add_targets(r);
    vt_report_end(r);
}
