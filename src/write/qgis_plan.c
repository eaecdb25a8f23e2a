/* qgis_plan.c - see qgis_plan.h. */
#include "write/qgis_plan.h"

#include <math.h>
#include <string.h>

enum { VACANCY, FRICHES, LAND, CONTROL };

/* Of layers of the study, those that are read where the study has them. */
#define OF_FRICHES "friches parcels buildings zoning land_cover centres streets premises zones constraints places"
#define OF_UNITS "zones parcels establishments premises buildings zoning"
#define OF_PIECES "zones parcels plots zoning friches constraints land_cover establishments premises buildings"

/* clang-format off */
const vt_qgis_group vt_qgis_groups[VT_QGIS_GROUPS] = {
    [VACANCY] = {"Vacance", "Vacancy", false},
    [FRICHES] = {"Friches", "Friches", false},
    [LAND] = {"Foncier", "Land", false},
    [CONTROL] = {"Contrôle", "Control", true},
};

const vt_qgis_place vt_qgis_places[] = {
    {"premises", VACANCY, true, "premises streets"},
    {"heatmap_contours", VACANCY, false, "premises streets centres"},
    {"street_vacancy", VACANCY, true, "streets premises"},
    {"segment_vacancy", VACANCY, false, "streets premises"},
    {"street_centre_vacancy", VACANCY, false, "streets premises centres"},
    {"network_density", VACANCY, false, "streets premises"},
    {"centre_vacancy", VACANCY, false, "centres premises"},
    {"heatmap_bands", VACANCY, false, "premises streets centres"},
    {"vacancy_heatmap", VACANCY, false, "premises streets centres"},
    {"vacancy_density", VACANCY, false, "premises streets centres"},
    {"premises_density", VACANCY, false, "premises streets centres"},
    {"total_vacancy", VACANCY, false, NULL},
    {"street_mix", VACANCY, false, NULL},
    {"frontage_rule_vacancy", VACANCY, false, NULL},
    {"friche_points", FRICHES, true, OF_FRICHES},
    {"friche_potential", FRICHES, true, OF_FRICHES},
    {"friche_stock", FRICHES, false, NULL},
    {"friche_criteria", FRICHES, false, NULL},
    {"friche_measures", FRICHES, false, NULL},
    {"zone_inventory", LAND, true, OF_UNITS},
    {"land_unit", LAND, false, OF_UNITS},
    {"land_partition", LAND, true, OF_PIECES},
    {"terrain_eco", LAND, false, "plots zones parcels"},
    {"site_eco", LAND, false, OF_UNITS " plots"},
    {"land_balance", LAND, false, NULL},
    {"land_target", LAND, false, NULL},
    {"land_evidence", LAND, false, NULL},
    {"to_check", CONTROL, true, "premises streets"},
    {"rejects", CONTROL, true, NULL},
    {"land_overlap", CONTROL, true, "parcels zones"},
    {NULL, 0, false, NULL},
};

static const vt_qgis_pages centres = {"centre_vacancy", "\"centre_name\"", "250"};
static const vt_qgis_pages friches = {"friche_potential", "coalesce(\"site_name\", \"site_id\")", "2000"}; /* with what lies around */
static const vt_qgis_pages zones = {"zone_inventory", "coalesce(\"name\", \"zone_id\")", "250"};

const vt_qgis_theme vt_qgis_themes[] = {
    {"Vacance", "Vacancy", "Taux de vacance commerciale par rue", "Vacancy rate of shops per street",
     {"premises", "street_vacancy"}, "premises", NULL, vt_qgis_figure_vacancy, NULL},
    {"Vacance par centre", "Vacancy by centre", "Taux de vacance commerciale par rue", "Vacancy rate of shops per street",
     {"premises", "street_vacancy"}, "centre_vacancy", "centre_vacancy", vt_qgis_figure_vacancy, &centres},
    {"Carte de chaleur", "Heat map", "Taux de vacance local, et où il sort de l'ordinaire", "Local vacancy rate, and where it is out of the ordinary",
     {"heatmap_contours", "vacancy_heatmap"}, "vacancy_heatmap", "street_vacancy", vt_qgis_figure_survey, NULL},
    {"Le long des rues", "Along the streets", "Taux de vacance le long des rues", "Vacancy rate along the streets",
     {"network_density"}, "premises", NULL, vt_qgis_figure_vacancy, NULL},
    {"Friches", "Friches", "Potentiel de reconversion des friches", "Reconversion potential of friches",
     {"friche_points", "friche_potential"}, NULL, "street_vacancy", vt_qgis_figure_friches, &friches},
    {"Bilan foncier", "Land balance", "Bilan foncier des zones d'activité", "Land balance of the business zones",
     {"zone_inventory", "land_partition"}, "zone_inventory", "street_vacancy", vt_qgis_figure_balance, &zones},
    {"Unités foncières", "Land units", "Occupation des unités foncières des zones d'activité", "Occupancy of the land units of the business zones",
     {"zone_inventory", "land_unit"}, "zone_inventory", "street_vacancy", vt_qgis_figure_units, &zones},
    {"Contrôle", "Control", NULL, NULL,
     {"to_check", "rejects", "land_overlap"}, NULL, "street_vacancy", NULL, NULL},
    {NULL, NULL, NULL, NULL, {NULL}, NULL, NULL, NULL, NULL},
};

const vt_qgis_relation vt_qgis_relations[] = {
    {"premises", "street_vacancy", "street_id", "Locaux de la rue", "Premises of the street"},
    {"segment_vacancy", "street_vacancy", "street_id", "Tronçons de la rue", "Blocks of the street"},
    {"friche_criteria", "friche_potential", "site_id", "Critères de la friche", "Criteria of the friche"},
    {"friche_measures", "friche_potential", "site_id", "Mesures de la friche", "Measures of the friche"},
    {"land_unit", "zone_inventory", "zone_id", "Unités foncières de la zone", "Land units of the zone"},
    {"land_evidence", "land_unit", "land_unit_id", "Indices de l'unité foncière", "Evidence of the land unit"},
    {NULL, NULL, NULL, NULL, NULL},
};
/* clang-format on */

vt_qgis_found vt_qgis_find(const vt_export *e, const char *name)
{
    vt_qgis_found found = {NULL, NULL};
    for (size_t i = 0; i < e->n_layers; i++) {
        found.layer = strcmp(e->layers[i]->name, name) == 0 ? e->layers[i] : found.layer;
    }
    for (size_t r = 0; r < e->n_results; r++) {
        for (size_t i = 0; i < e->results[r]->rasters.n; i++) {
            const vt_raster *raster = &e->results[r]->rasters.at[i];
            found.raster = strcmp(raster->info.name, name) == 0 ? raster : found.raster;
        }
    }
    return found;
}

bool vt_qgis_drawn(vt_qgis_found found)
{
    return found.raster || (found.layer && found.layer->draw != VT_TABLE);
}

bool vt_qgis_widen(vt_qgis_found found, vt_box *box)
{
    if (found.raster) {
        const vitrine_raster *info = &found.raster->info;
        box->xmin = fmin(box->xmin, info->x0);
        box->ymin = fmin(box->ymin, info->y0);
        box->xmax = fmax(box->xmax, info->x0 + info->cell_m * (double)info->columns);
        box->ymax = fmax(box->ymax, info->y0 + info->cell_m * (double)info->rows);
    } else if (vt_qgis_drawn(found) && found.layer->n) {
        const vt_geometry *g = &found.layer->geometry;
        const size_t n = g->vertex[g->ring[g->part[found.layer->n]]];
        for (size_t i = 0; i < n; i++) { /* fmin and fmax pass over NaN */
            box->xmin = fmin(box->xmin, g->x[i]);
            box->ymin = fmin(box->ymin, g->y[i]);
            box->xmax = fmax(box->xmax, g->x[i]);
            box->ymax = fmax(box->ymax, g->y[i]);
        }
    }
    return box->xmin <= box->xmax;
}

bool vt_qgis_theme_box(const vt_export *e, const vt_qgis_theme *theme, vt_box *box)
{
    *box = (vt_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    bool some = false;
    for (size_t i = 0; i < VT_QGIS_MOST_SHOWN && theme->shown[i]; i++) {
        vt_box own = *box;
        some = vt_qgis_widen(vt_qgis_find(e, theme->shown[i]), &own) || some;
    }
    if (!some || (theme->extent && vt_qgis_widen(vt_qgis_find(e, theme->extent), box))) {
        return some;
    }
    for (size_t i = 0; i < VT_QGIS_MOST_SHOWN && theme->shown[i]; i++) {
        vt_qgis_widen(vt_qgis_find(e, theme->shown[i]), box);
    }
    return !theme->extent || vt_qgis_shows(theme, theme->extent);
}

const vt_qgis_pages *vt_qgis_theme_pages(const vt_export *e, const vt_qgis_theme *theme)
{
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    return theme->pages && vt_qgis_widen(vt_qgis_find(e, theme->pages->layer), &box) ? theme->pages : NULL;
}

bool vt_qgis_shows(const vt_qgis_theme *theme, const char *layer)
{
    for (size_t i = 0; i < VT_QGIS_MOST_SHOWN && theme->shown[i]; i++) {
        if (strcmp(theme->shown[i], layer) == 0) {
            return true;
        }
    }
    return false;
}

static bool has_word(const char *words, size_t n, const char *word)
{
    for (const char *at = words; at < words + n; at += strcspn(at, " ") + 1) {
        if (strncmp(at, word, strlen(word)) == 0 && strcspn(at, " ") == strlen(word)) {
            return true;
        }
    }
    return false;
}

bool vt_qgis_theme_reads(const vt_export *e, const vt_qgis_theme *theme, const char *kind)
{
    const vt_qgis_pages *pages = vt_qgis_theme_pages(e, theme);
    for (const vt_qgis_place *place = vt_qgis_places; place->name; place++) {
        const bool context = theme->context && strcmp(place->name, theme->context) == 0;
        const bool shown = vt_qgis_shows(theme, place->name) || (pages && strcmp(place->name, pages->layer) == 0);
        if (place->from && (shown || context) && vt_qgis_drawn(vt_qgis_find(e, place->name)) &&
            has_word(place->from, shown ? strlen(place->from) : strcspn(place->from, " "), kind)) {
            return true;
        }
    }
    return false;
}
