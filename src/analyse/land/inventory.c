/* inventory.c - one row a zone: its ground, its land units and their vacancy (art. L318-8-2), what is built. */
#include <math.h>
#include <string.h>

#include "analyse/land/land.h"

typedef struct {
    double gross, net, built, densification, area_all, area_vacant, artificial, artificial_known;
    double under[VT_MOST_KINDS];
    int64_t units, by_occupancy[VT_OCCUPANCIES];
} sums;

static void add_up(const vt_land *land, size_t z, sums *s)
{
    const vt_zone_ground *ground = &land->ground.of_zone[z];
    for (size_t i = 0; i < ground->pieces.n; i++) {
        const vt_piece *piece = &ground->pieces.at[i];
        const int artificial = vt_land_artificial(land, piece);
        s->gross += piece->area;
        s->net += piece->net ? piece->area : 0;
        s->artificial += artificial > 0 ? piece->area : 0;
        s->artificial_known += artificial >= 0 ? piece->area : 0;
        for (size_t k = 0; k < land->ground.n_kinds; k++) {
            s->under[k] += piece->label.kinds >> k & 1 ? piece->area : 0;
        }
    }
    for (size_t b = 0; b < ground->bases.n; b++) {
        s->built += ground->bases.at[b].built;
    }
    s->densification = land->buildings && land->ground.parcels ? 0 : NAN;
    for (size_t u = land->first_unit[z]; u < land->first_unit[z + 1]; u++) {
        const vt_land_unit *unit = &land->units.at[u];
        s->units++;
        s->by_occupancy[unit->occupancy]++;
        s->area_all += unit->area;
        s->area_vacant += unit->occupancy == VT_UNIT_VACANT ? unit->area : 0;
        if (!isnan(unit->densification_m2)) {
            s->densification += unit->densification_m2;
        }
    }
}

bool vt_land_draw_like(vt_land *land, vitrine_layer *layer, const vt_layer *from)
{
    const vt_geometry *g = &from->geometry;
    const size_t n = from->n, parts = g->part[n], rings = g->ring[parts], vertices = g->vertex[rings];
    if (!vt_layer_room(land->result, layer, parts, rings, vertices)) {
        return false;
    }
    vt_geometry *to = &layer->geometry;
    memcpy(to->shape, g->shape, n);
    memcpy(to->part, g->part, (n + 1) * sizeof *to->part);
    memcpy(to->ring, g->ring, (parts + 1) * sizeof *to->ring);
    memcpy(to->vertex, g->vertex, (rings + 1) * sizeof *to->vertex);
    memcpy(to->x, g->x, vertices * sizeof *to->x);
    memcpy(to->y, g->y, vertices * sizeof *to->y);
    return true;
}

vitrine_status vt_land_inventory_layer(vt_land *land)
{
    enum { ID, NAME, VOCATION, MUNICIPALITY, BASIN, GROSS, NET, UNITS, OCCUPIED, VACANT, NEVER, UNDETERMINED, RATE, RATE_MAX, RATE_AREA, BUILT, COVERAGE, MORE, ESTABLISHMENTS, COLUMNS };
    static const vt_column_type columns[COLUMNS] = {
        {"zone_id", VITRINE_TEXT},           {"name", VITRINE_TEXT},              {"vocation", VITRINE_TEXT},
        {"municipality", VITRINE_TEXT},      {"basin", VITRINE_TEXT},             {"gross_m2", VITRINE_REAL},
        {"net_m2", VITRINE_REAL},            {"land_units", VITRINE_INTEGER},     {"land_units_occupied", VITRINE_INTEGER},
        {"land_units_vacant", VITRINE_INTEGER}, {"land_units_never_occupied", VITRINE_INTEGER}, {"land_units_undetermined", VITRINE_INTEGER},
        {"vacancy_rate", VITRINE_REAL},      {"vacancy_rate_max", VITRINE_REAL},  {"vacancy_rate_area", VITRINE_REAL},
        {"built_m2", VITRINE_REAL},          {"coverage", VITRINE_REAL},          {"densification_m2", VITRINE_REAL},
        {"establishments", VITRINE_INTEGER}};
    static const char *const texts[] = {"name", "vocation", "municipality", "basin"};
    const vt_layer *zones = land->ground.zones;
    const bool french = strcmp(vitrine_study_get(land->study, "lang"), "fr") == 0;
    vitrine_layer *layer = vt_result_add(land->result, "zone_inventory", VT_DRAW_MULTIPOLYGON, zones->n);
    bool worked = layer && vt_land_draw_like(land, layer, zones) && vt_layer_add_columns(land->result, layer, columns, COLUMNS);
    for (size_t k = 0; worked && k < land->ground.n_kinds; k++) {
        const char *name = vt_arena_printf(&land->result->arena, "share_%s", land->ground.kinds[k]);
        vt_column *share = name ? vt_layer_add_column(land->result, layer, name, VITRINE_REAL) : NULL;
        worked = share != NULL;
        if (worked) {
            share->label = vt_arena_printf(&land->result->arena, french ? "Part sous contrainte\u00A0: %s" : "Share under constraint: %s", land->ground.kinds[k]);
        }
    }
    worked = worked && vt_layer_add_column(land->result, layer, "artificial_share", VITRINE_REAL);
    for (size_t z = 0; worked && z < zones->n; z++) {
        vt_column *to = layer->columns.at;
        sums s = {0};
        add_up(land, z, &s);
        to[ID].text[z] = zones->id[z];
        for (size_t t = 0; t < 4; t++) {
            to[NAME + t].text[z] = vt_layer_text(zones, texts[t], z);
        }
        to[GROSS].real[z] = s.gross;
        to[NET].real[z] = land->ground.parcels ? s.net : NAN;
        to[BUILT].real[z] = land->buildings ? s.built : NAN;
        to[COVERAGE].real[z] = land->buildings ? s.built / s.gross : NAN;
        to[MORE].real[z] = s.densification;
        for (size_t k = 0; k < land->ground.n_kinds; k++) {
            to[COLUMNS + k].real[z] = s.under[k] / s.gross;
        }
        to[COLUMNS + land->ground.n_kinds].real[z] = s.artificial_known > 0 ? s.artificial / s.gross : NAN;
        if (land->establishments) {
            to[ESTABLISHMENTS].integer[z] = (int64_t)land->establishments_in[z];
        }
        if (!land->ground.parcels) {
            continue;
        }
        to[UNITS].integer[z] = s.units;
        for (size_t o = 0; o < VT_OCCUPANCIES; o++) {
            to[OCCUPIED + o].integer[z] = s.by_occupancy[o];
        }
        if (land->establishments && s.units) {
            to[RATE].real[z] = (double)s.by_occupancy[VT_UNIT_VACANT] / (double)s.units;
            to[RATE_MAX].real[z] = (double)(s.by_occupancy[VT_UNIT_VACANT] + s.by_occupancy[VT_UNIT_UNDETERMINED]) / (double)s.units;
            to[RATE_AREA].real[z] = s.area_vacant / s.area_all;
        }
    }
    if (layer) {
        layer->source_note = zones->source_note;
    }
    return worked ? VITRINE_OK : vt_no_memory(land->ctx);
}
