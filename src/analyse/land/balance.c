/* balance.c - hectares by bucket: of each zone, basin and municipality, and in total; each square metre once a scope. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/land/land.h"

/* Ground of one zone that falls together. */
typedef struct {
    const char *scope, *id, *vocation;
    uint8_t bucket;
    int artificial;
    double gross, net, floor; /* m² */
    size_t zone;
} entry;

typedef VT_ARRAY(entry) entry_list;

static int compare_texts(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) : (a != NULL) - (b != NULL); /* NULL first */
}

static int by_scope(const void *one, const void *two)
{
    const entry *a = one, *b = two;
    int order = strcmp(a->scope, b->scope);
    order = order ? order : compare_texts(a->id, b->id);
    order = order ? order : compare_texts(a->vocation, b->vocation);
    order = order ? order : (int)a->bucket - (int)b->bucket;
    return order ? order : b->artificial - a->artificial;
}

static int by_scope_then_zone(const void *one, const void *two)
{
    const entry *a = one, *b = two;
    const int order = by_scope(a, b);
    return order ? order : (a->zone > b->zone) - (a->zone < b->zone);
}

static bool add_zone(const vt_land *land, size_t z, entry_list *list)
{
    enum { SCOPES = 4 };
    const vt_layer *zones = land->ground.zones;
    const vt_zone_ground *ground = &land->ground.of_zone[z];
    entry sums[VT_BUCKETS][3] = {0};
    for (size_t i = 0; i < ground->pieces.n; i++) {
        const vt_piece *piece = &ground->pieces.at[i];
        entry *to = &sums[piece->bucket][vt_land_artificial(land, piece) + 1];
        to->gross += piece->area;
        to->net += piece->net ? piece->area : 0;
        to->floor += piece->floor;
    }
    const char *const scopes[SCOPES][2] = {{"zone", zones->id[z]},
                                           {"basin", vt_layer_text(zones, "basin", z)},
                                           {"municipality", vt_layer_text(zones, "municipality", z)},
                                           {"total", "total"}};
    bool worked = true;
    for (size_t s = 0; worked && s < SCOPES; s++) {
        for (size_t b = 0; worked && scopes[s][1] && b < VT_BUCKETS; b++) {
            for (size_t a = 0; worked && a < 3; a++) {
                entry one = sums[b][a];
                one.scope = scopes[s][0];
                one.id = scopes[s][1];
                one.vocation = vt_layer_text(zones, "vocation", z);
                one.bucket = (uint8_t)b;
                one.artificial = (int)a - 1;
                one.zone = z;
                worked = one.gross == 0 || vt_array_push(list, one);
            }
        }
    }
    return worked;
}

/* Entries of one key become one; zones are added up in their order. */
static size_t merge(entry_list *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->n; i++) {
        if (kept && by_scope(&list->at[kept - 1], &list->at[i]) == 0) {
            entry *to = &list->at[kept - 1];
            to->gross += list->at[i].gross;
            to->net += list->at[i].net;
            to->floor += list->at[i].floor;
        } else {
            list->at[kept++] = list->at[i];
        }
    }
    return kept;
}

vitrine_status vt_land_balance_layer(vt_land *land)
{
    enum { SCOPE, ID, VOCATION, BUCKET, ARTIFICIAL, GROSS, NET, FLOOR, COLUMNS };
    static const vt_column_type columns[COLUMNS] = {{"scope", VITRINE_TEXT},      {"scope_id", VITRINE_TEXT}, {"vocation", VITRINE_TEXT}, {"bucket", VITRINE_TEXT},
                                                    {"artificial", VITRINE_TEXT}, {"gross_ha", VITRINE_REAL}, {"net_ha", VITRINE_REAL},   {"floor_m2", VITRINE_REAL}};
    static const char *const answers[] = {"unknown", "no", "yes"};
    entry_list list = {0};
    bool worked = true;
    for (size_t z = 0; worked && z < land->ground.zones->n; z++) {
        worked = add_zone(land, z, &list);
    }
    if (worked && list.n) {
        qsort(list.at, list.n, sizeof *list.at, by_scope_then_zone);
        list.n = merge(&list);
    }
    vitrine_layer *layer = worked ? vt_result_add(land->result, "land_balance", VT_TABLE, list.n) : NULL;
    vt_column *to = layer ? vt_layer_add_columns(land->result, layer, columns, COLUMNS) : NULL;
    for (size_t i = 0; to && i < list.n; i++) {
        const entry *one = &list.at[i];
        to[SCOPE].text[i] = one->scope;
        to[ID].text[i] = one->id;
        to[VOCATION].text[i] = one->vocation;
        to[BUCKET].text[i] = vt_bucket_names[one->bucket];
        to[ARTIFICIAL].text[i] = answers[one->artificial + 1];
        to[GROSS].real[i] = one->gross / 1e4;
        to[NET].real[i] = land->ground.parcels ? one->net / 1e4 : NAN;
        to[FLOOR].real[i] = one->floor;
    }
    vt_array_free(&list);
    return to ? VITRINE_OK : vt_no_memory(land->ctx);
}
