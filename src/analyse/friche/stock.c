/* stock.c - how many friches of each status, and how much ground, by municipality, by zone and in total.
 *
 * The status of a territory follows the areas by status (Mon Diagnostic Artificialisation, MTE): none at all: nul et sans
 * potentiel; none without a project but others: potentiel déjà exploité; only without a project: potentiel non exploité;
 * both: en cours d'exploitation. Potential friches are in the list, but no part of that rule.
 *
 * recycling_m2: ground of business zones that they could give the land supply (bucket recycling of the balance): of the
 * friches that are neither potential nor reconverted, the part inside zones; NULL without layers.zones. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/friche/potential.h"
#include "analyse/friche/status.h"
#include "base/number.h"
#include "base/text.h"

typedef struct {
    const char *scope, *id, *status;
    double area, recycling;
} entry;

typedef VT_ARRAY(entry) entries;

static int compare_texts(const char *a, const char *b)
{
    return !a || !b ? (a != NULL) - (b != NULL) : strcmp(a, b);
}

static int by_scope(const void *one, const void *two)
{
    const entry *a = one, *b = two;
    const int scope = strcmp(a->scope, b->scope), id = scope ? scope : compare_texts(a->id, b->id);
    return id ? id : compare_texts(a->status, b->status);
}

static bool same_scope(const entry *a, const entry *b)
{
    return strcmp(a->scope, b->scope) == 0 && compare_texts(a->id, b->id) == 0;
}

/* The zone that covers a place of the friche; NULL. */
static const char *zone_of(const vt_layer *zones, const vt_layer *friches, size_t row)
{
    double x, y;
    vt_layer_place(friches, row, &x, &y);
    for (size_t z = 0; zones && z < zones->n; z++) {
        if (vt_layer_covers(zones, z, x, y)) {
            return zones->id[z];
        }
    }
    return NULL;
}

static bool list(const vt_potential *p, entries *all)
{
    const vt_layer *zones = vt_model_layer(p->model, "zones");
    const vt_measure *area = vt_measures_find(&p->measures, "area_m2"), *zoned = vt_measures_find(&p->measures, "share_zones");
    bool worked = true;
    for (size_t row = 0; worked && row < p->friches->n; row++) {
        const double own = area ? area->value[row] : NAN;
        const char *status = vt_layer_text(p->friches, "status", row), *zone = zone_of(zones, p->friches, row);
        const double recycling = !zoned ? NAN : vt_friche_is_open(status) ? own * zoned->value[row] : 0;
        const entry total = {"total", "total", status, own, recycling}, in_zone = {"zone", zone, status, own, recycling},
                    in_municipality = {"municipality", vt_layer_text(p->friches, "municipality", row), status, own, recycling};
        worked = vt_array_push(all, total) && vt_array_push(all, in_municipality) && (!zone || vt_array_push(all, in_zone));
    }
    return worked;
}

/* Of the entries [from, to), one scope. A friche without an area counts by its number of places: as some ground. */
static const char *territory(const entry *from, const entry *to, bool french)
{
    bool without = false, with = false;
    for (; from < to; from++) {
        char *folded = from->status ? vt_scheme_word(from->status) : NULL;
        without = without || (folded && strcmp(folded, "friche sans projet") == 0);
        with = with || (folded && (strcmp(folded, "friche avec projet") == 0 || strcmp(folded, "friche reconvertie") == 0));
        free(folded);
    }
    if (without) {
        return with ? (french ? "gisement potentiel et en cours d'exploitation" : "stock in use")
                    : (french ? "gisement potentiel et non exploité" : "stock unused");
    }
    return with ? (french ? "gisement nul car potentiel déjà exploité" : "stock used up")
                : (french ? "gisement nul et sans potentiel" : "no stock");
}

static vitrine_status fill(vt_potential *p, const entries *all)
{
    enum { SCOPE, ID, STATUS, SITES, AREA, RECYCLING, TERRITORY, COLUMNS };
    static const vt_column_type columns[COLUMNS] = {{"scope", VITRINE_TEXT}, {"scope_id", VITRINE_TEXT}, {"status", VITRINE_TEXT},
                                                    {"sites", VITRINE_INTEGER}, {"area_m2", VITRINE_REAL}, {"recycling_m2", VITRINE_REAL},
                                                    {"territory_status", VITRINE_TEXT}};
    const bool french = strcmp(vitrine_study_get(p->study, "lang"), "fr") == 0;
    size_t rows = 0;
    for (size_t i = 0; i < all->n; i++) {
        rows += i == 0 || by_scope(&all->at[i - 1], &all->at[i]) != 0;
    }
    vitrine_layer *layer = vt_result_add(p->result, "friche_stock", VT_TABLE, rows);
    vt_column *to = layer ? vt_layer_add_columns(p->result, layer, columns, COLUMNS) : NULL;
    const entry *end = all->at + all->n, *scope_end = all->at;
    const char *told = NULL;
    for (const entry *from = all->at, *next; to && from < end; from = next) {
        if (from >= scope_end) {
            for (scope_end = from; scope_end < end && same_scope(from, scope_end); scope_end++) {
            }
            told = territory(from, scope_end, french);
        }
        vt_sum area = {0}, recycling = {0};
        bool known = false, zoned = false;
        for (next = from; next < end && by_scope(from, next) == 0; next++) {
            known = known || !isnan(next->area);
            vt_sum_add(&area, isnan(next->area) ? 0 : next->area);
            zoned = zoned || !isnan(next->recycling);
            vt_sum_add(&recycling, isnan(next->recycling) ? 0 : next->recycling);
        }
        const size_t at = layer->n - rows;
        to[SCOPE].text[at] = from->scope;
        to[ID].text[at] = from->id;
        to[STATUS].text[at] = from->status;
        to[SITES].integer[at] = next - from;
        to[AREA].real[at] = known ? vt_sum_value(&area) : NAN;
        to[RECYCLING].real[at] = zoned ? vt_sum_value(&recycling) : NAN;
        to[TERRITORY].text[at] = told;
        rows--;
    }
    return to ? VITRINE_OK : vt_no_memory(p->ctx);
}

vitrine_status vt_potential_stock(vt_potential *p)
{
    entries all = {0};
    vitrine_status status = list(p, &all) ? VITRINE_OK : vt_no_memory(p->ctx);
    if (!status) {
        qsort(all.at, all.n, sizeof *all.at, by_scope);
        status = fill(p, &all);
    }
    vt_array_free(&all);
    return status;
}
