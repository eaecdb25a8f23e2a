/* layers.c - the partition, its losses and the land units, as result layers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/land/land.h"
#include "base/text.h"

const char *vt_land_plot_text(const vt_land *land, const vt_piece *piece, const char *field)
{
    const uint32_t plot = piece->label.feature[VT_BY_PLOT];
    return plot == VT_NONE ? NULL : vt_layer_text(land->ground.partings[VT_BY_PLOT].layer, field, plot);
}

bool vt_land_lists(const vt_land *land, const char *key, const char *text)
{
    const vt_entry *entry = text ? vt_study_entry(land->study, key) : NULL;
    static const char *const usual[] = {"voirie ou infrastructure", "bassin d'orage ou de rétention"}; /* as in params.c */
    const char *const *words = entry ? entry->values : usual;
    const size_t n = entry ? entry->n : text ? sizeof usual / sizeof *usual : 0;
    char *folded = text ? vt_text_fold(text) : NULL;
    bool listed = false;
    for (size_t i = 0; folded && !listed && i < n; i++) {
        char *word = vt_text_fold(words[i]);
        listed = word && strcmp(word, folded) == 0;
        free(word);
    }
    free(folded);
    return listed;
}

int vt_land_artificial(const vt_land *land, const vt_piece *piece)
{
    const vt_layer *cover = land->ground.partings[VT_BY_COVER].layer;
    const uint32_t row = piece->label.feature[VT_BY_COVER];
    return row == VT_NONE ? -1 : vt_text_yes_no(vt_layer_text(cover, "artificial", row));
}

/* --- shapes -------------------------------------------------------------------------------------------- */

typedef struct {
    vt_geometry *to;
    uint32_t part, ring, vertex;
} pen;

/* n polygons of the list, as the parts of row i; rows one after the other. */
static void draw_row(pen *p, size_t i, const vt_polygons *from, size_t first, size_t n)
{
    p->to->shape[i] = n ? VT_POLYGONS : 0;
    for (size_t k = first; k < first + n; k++) {
        for (size_t r = from->ring.at[k]; r < from->ring.at[k + 1]; r++) {
            const uint32_t at = from->vertex.at[r], vertices = from->vertex.at[r + 1] - at;
            memcpy(p->to->x + p->vertex, from->x.at + at, vertices * sizeof(double));
            memcpy(p->to->y + p->vertex, from->y.at + at, vertices * sizeof(double));
            p->vertex += vertices;
            p->to->vertex[++p->ring] = p->vertex;
        }
        p->to->ring[++p->part] = p->ring;
    }
    p->to->part[i + 1] = p->part;
}

/* Room for all polygons of a list a zone. */
static bool room_for(vt_land *land, vitrine_layer *layer, const vt_polygons *(*list)(const vt_land *, size_t zone))
{
    size_t parts = 0, rings = 0, vertices = 0;
    for (size_t z = 0; z < land->ground.zones->n; z++) {
        const vt_polygons *p = list(land, z);
        parts += vt_polygons_count(p);
        rings += p->ring.n ? p->vertex.n - 1 : 0;
        vertices += p->x.n;
    }
    return vt_layer_room(land->result, layer, parts, rings, vertices);
}

static const vt_polygons *pieces_of(const vt_land *land, size_t zone)
{
    return &land->ground.of_zone[zone].shapes;
}

static const vt_polygons *losses_of(const vt_land *land, size_t zone)
{
    return &land->ground.of_zone[zone].lost;
}

static const vt_polygons *units_of(const vt_land *land, size_t zone)
{
    return &land->unit_shapes[zone];
}

/* --- land_partition ------------------------------------------------------------------------------------ */

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The kinds of a piece, joined by + in byte order; each combination is written once. NULL: out of memory. */
typedef struct {
    uint64_t kinds;
    const char *text;
} written;

typedef VT_ARRAY(written) written_list;

static const char *kinds_text(vt_land *land, uint64_t kinds, written_list *known)
{
    for (size_t i = 0; i < known->n; i++) {
        if (known->at[i].kinds == kinds) {
            return known->at[i].text;
        }
    }
    const char *names[VT_MOST_KINDS], *text = NULL;
    size_t n = 0;
    for (size_t k = 0; k < land->ground.n_kinds; k++) {
        if (kinds >> k & 1) {
            names[n++] = land->ground.kinds[k];
        }
    }
    if (n) {
        qsort(names, n, sizeof *names, by_bytes);
    }
    text = n ? vt_arena_text(&land->result->arena, names[0]) : "";
    for (size_t i = 1; text && i < n; i++) {
        text = vt_arena_printf(&land->result->arena, "%s+%s", text, names[i]);
    }
    const written one = {kinds, text};
    return text && vt_array_push(known, one) ? text : NULL;
}

static const char *id_of(const vt_layer *layer, uint32_t row)
{
    return row == VT_NONE ? NULL : layer->id[row];
}

vitrine_status vt_land_partition_layer(vt_land *land)
{
    enum { ID, PARCEL, ZONE, PLOT, ZONING, FRICHE, KINDS, BUCKET, NET, ARTIFICIAL, AREA, COLUMNS };
    static const vt_column_type columns[COLUMNS] = {{"piece_id", VITRINE_TEXT}, {"parcel_id", VITRINE_TEXT}, {"zone_id", VITRINE_TEXT}, {"plot_id", VITRINE_TEXT},
                                                    {"zoning", VITRINE_TEXT},   {"friche_id", VITRINE_TEXT}, {"kinds", VITRINE_TEXT},   {"bucket", VITRINE_TEXT},
                                                    {"net", VITRINE_BOOLEAN},   {"artificial", VITRINE_TEXT}, {"area_m2", VITRINE_REAL}};
    static const char *const answers[] = {"unknown", "no", "yes"};
    const vt_ground_map *map = &land->ground;
    size_t n = 0, row = 0;
    for (size_t z = 0; z < map->zones->n; z++) {
        n += map->of_zone[z].pieces.n;
    }
    vitrine_layer *layer = vt_result_add(land->result, "land_partition", VT_DRAW_POLYGON, n);
    size_t *parcel_of = vt_arena_array(&land->result->arena, n, sizeof *parcel_of);
    vt_column *to = layer && parcel_of && room_for(land, layer, pieces_of) ? vt_layer_add_columns(land->result, layer, columns, COLUMNS) : NULL;
    written_list known = {0};
    bool worked = to != NULL;
    pen p = {.to = layer ? &layer->geometry : NULL};
    for (size_t z = 0; worked && z < map->zones->n; z++) {
        const vt_zone_ground *ground = &map->of_zone[z];
        for (size_t i = 0; worked && i < ground->pieces.n; i++, row++) {
            const vt_piece *piece = &ground->pieces.at[i];
            const vt_base *base = &ground->bases.at[piece->base];
            const uint32_t zoning = piece->label.feature[VT_BY_ZONING];
            const char *parcel = id_of(map->parcels, base->parcel);
            to[ID].text[row] = vt_arena_printf(&land->result->arena, "%s/%s/%zu", map->zones->id[z], parcel ? parcel : "", i - base->first + 1);
            to[PARCEL].text[row] = parcel;
            to[ZONE].text[row] = map->zones->id[z];
            to[PLOT].text[row] = id_of(map->partings[VT_BY_PLOT].layer, piece->label.feature[VT_BY_PLOT]);
            to[ZONING].text[row] = zoning == VT_NONE ? NULL : vt_layer_text(map->partings[VT_BY_ZONING].layer, "type", zoning);
            to[FRICHE].text[row] = id_of(map->partings[VT_BY_FRICHE].layer, piece->label.feature[VT_BY_FRICHE]);
            to[KINDS].text[row] = kinds_text(land, piece->label.kinds, &known);
            to[BUCKET].text[row] = vt_bucket_names[piece->bucket];
            to[NET].integer[row] = piece->net;
            to[ARTIFICIAL].text[row] = answers[vt_land_artificial(land, piece) + 1];
            to[AREA].real[row] = piece->area;
            parcel_of[row] = base->parcel == VT_NONE ? SIZE_MAX : base->parcel;
            worked = to[ID].text[row] && to[KINDS].text[row];
            draw_row(&p, row, &ground->shapes, i, 1);
        }
    }
    vt_array_free(&known);
    worked = worked && (!map->parcels || vt_layer_keep(land->result, layer, map->parcels, parcel_of));
    return worked ? VITRINE_OK : vt_no_memory(land->ctx);
}

/* --- land_overlap -------------------------------------------------------------------------------------- */

vitrine_status vt_land_overlap_layer(vt_land *land)
{
    static const vt_column_type columns[] = {{"layer", VITRINE_TEXT}, {"kept_id", VITRINE_TEXT}, {"lost_id", VITRINE_TEXT}, {"zone_id", VITRINE_TEXT}, {"area_m2", VITRINE_REAL}};
    const vt_ground_map *map = &land->ground;
    size_t n = 0, row = 0;
    for (size_t z = 0; z < map->zones->n; z++) {
        n += map->of_zone[z].losses.n;
    }
    vitrine_layer *layer = vt_result_add(land->result, "land_overlap", VT_DRAW_MULTIPOLYGON, n);
    vt_column *to = layer && room_for(land, layer, losses_of) ? vt_layer_add_columns(land->result, layer, columns, 5) : NULL;
    pen p = {.to = layer ? &layer->geometry : NULL};
    for (size_t z = 0; to && z < map->zones->n; z++) {
        for (size_t i = 0; i < map->of_zone[z].losses.n; i++, row++) {
            const vt_loss *loss = &map->of_zone[z].losses.at[i];
            const vt_layer *of = vt_ground_layer(map, loss->of);
            to[0].text[row] = of->name;
            to[1].text[row] = of->id[loss->kept];
            to[2].text[row] = of->id[loss->lost];
            to[3].text[row] = loss->of == VT_OF_ZONES ? of->id[loss->kept] : map->zones->id[z];
            to[4].real[row] = loss->area;
            draw_row(&p, row, &map->of_zone[z].lost, loss->first, loss->n);
        }
    }
    return to ? VITRINE_OK : vt_no_memory(land->ctx);
}

/* --- land_unit ----------------------------------------------------------------------------------------- */

/* Texts of the members' field: one where all have the same, else the different ones, parted by |. `ids`: all ids. */
static const char *members_text(const vt_land *land, const vt_land_unit *unit, const char *field)
{
    const vt_layer *parcels = land->ground.parcels;
    const char *all = NULL;
    size_t length = 0;
    for (size_t i = unit->first; i < unit->first + unit->n; i++) {
        const uint32_t parcel = land->members.at[i].parcel;
        const char *own = field ? vt_layer_text(parcels, field, parcel) : parcels->id[parcel];
        length += own ? strlen(own) + 1 : 0;
    }
    char *text = length ? vt_arena_alloc(&land->result->arena, length + 1) : NULL;
    size_t at = 0;
    for (size_t i = unit->first; text && i < unit->first + unit->n; i++) {
        const uint32_t parcel = land->members.at[i].parcel;
        const char *own = field ? vt_layer_text(parcels, field, parcel) : parcels->id[parcel];
        const char *stands = own && field && all ? strstr(all, own) : NULL;
        if (!own || (stands && (stands == all || stands[-1] == '|') && (stands[strlen(own)] == '|' || !stands[strlen(own)]))) {
            continue;
        }
        if (at) {
            text[at++] = '|';
        }
        memcpy(text + at, own, strlen(own) + 1);
        at += strlen(own);
        all = text;
    }
    return all;
}

vitrine_status vt_land_unit_layer(vt_land *land)
{
    enum { ID, ZONE, PARCELS, IDS, OWNER, AREA, BUILT, COVERAGE, OCCUPANCY, EVIDENCE, END, SINCE, FREE, WIDEST, RECTANGLE, ACCESS, MORE, COLUMNS };
    static const vt_column_type columns[COLUMNS] = {
        {"land_unit_id", VITRINE_TEXT},      {"zone_id", VITRINE_TEXT},       {"parcels", VITRINE_INTEGER},  {"parcel_ids", VITRINE_TEXT},
        {"owner_type", VITRINE_TEXT},        {"area_m2", VITRINE_REAL},       {"built_m2", VITRINE_REAL},    {"coverage", VITRINE_REAL},
        {"occupancy", VITRINE_TEXT},         {"evidence", VITRINE_TEXT},      {"last_activity_end", VITRINE_TEXT}, {"vacant_since", VITRINE_TEXT},
        {"free_m2", VITRINE_REAL},           {"widest_free_m", VITRINE_REAL}, {"rectangle_free_m2", VITRINE_REAL}, {"street_access", VITRINE_BOOLEAN},
        {"densification_m2", VITRINE_REAL}};
    vitrine_layer *layer = vt_result_add(land->result, "land_unit", VT_DRAW_MULTIPOLYGON, land->units.n);
    vt_column *to = layer && room_for(land, layer, units_of) ? vt_layer_add_columns(land->result, layer, columns, COLUMNS) : NULL;
    pen p = {.to = layer ? &layer->geometry : NULL};
    for (size_t u = 0; to && u < land->units.n; u++) {
        const vt_land_unit *unit = &land->units.at[u];
        to[ID].text[u] = land->ground.parcels->id[land->members.at[unit->first].parcel];
        to[ZONE].text[u] = land->ground.zones->id[unit->zone];
        to[PARCELS].integer[u] = unit->n;
        to[IDS].text[u] = unit->n == 1 ? to[ID].text[u] : members_text(land, unit, NULL);
        to[OWNER].text[u] = members_text(land, unit, "owner_type");
        to[AREA].real[u] = unit->area;
        to[BUILT].real[u] = unit->built;
        to[COVERAGE].real[u] = unit->built / unit->area;
        to[OCCUPANCY].text[u] = vt_occupancy_names[unit->occupancy];
        to[EVIDENCE].text[u] = unit->evidence;
        to[END].text[u] = unit->end;
        to[SINCE].text[u] = unit->occupancy == VT_UNIT_VACANT ? unit->end : NULL;
        to[FREE].real[u] = unit->free_m2;
        to[WIDEST].real[u] = unit->widest_m;
        to[RECTANGLE].real[u] = unit->rectangle_m2;
        if (unit->street_known) {
            to[ACCESS].integer[u] = unit->on_street;
        }
        to[MORE].real[u] = unit->densification_m2;
        draw_row(&p, u, &land->unit_shapes[unit->zone], unit->first_shape, unit->n_shapes);
    }
    if (to && land->ground.parcels) {
        layer->source_note = land->ground.parcels->source_note;
    }
    return to ? VITRINE_OK : vt_no_memory(land->ctx);
}
