/* targets.c - what a programme aims at, against what was achieved and committed; years are inclusive, to their end. Hectares and
 * square metres of floor stand side by side and are never converted. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analyse/land/land.h"
#include "base/number.h"

typedef struct {
    const char *programme, *scope, *unit;
    int64_t from, to, as_of;
    double target, achieved, recycled, committed, recycled_target;
    double supply; /* ha immediate and future of the same scope; NaN without a balance */
} target;

typedef VT_ARRAY(target) target_list;

static const char *key_of(vt_land *land, size_t n, const char *name)
{
    return vt_arena_printf(&land->result->arena, "land.targets.%zu.%s", n, name);
}

static double number_at(vt_land *land, const char *key)
{
    const char *text = key ? vitrine_study_get(land->study, key) : NULL;
    double value = NAN;
    return text && vt_number_parse(text, &value) ? value : NAN;
}

/* Where a key was written, or else its target. */
static const char *origin_of(vt_land *land, const char *key)
{
    const char *origin = vt_study_origin(land->study, key);
    const size_t list = strlen("land.targets."), number = strcspn(key + list, ".");
    return *origin ? origin : vt_study_origin(land->study, vt_arena_text_n(&land->result->arena, key, list + number));
}

static vitrine_status wrong(vt_land *land, const char *key, const char *why)
{
    return vt_fail(land->ctx, VITRINE_E_INPUT, "%s: %s: %s", origin_of(land, key), key, why);
}

/* Sums the dated quantities below `list`; years must lie in from..to. */
static vitrine_status add_dated(vt_land *land, size_t n, const char *list, int64_t from, int64_t to, double *quantity, double *recycled)
{
    vitrine_status status = VITRINE_OK;
    *quantity = 0;
    *recycled = 0;
    for (size_t i = 0; !status; i++) {
        vt_arena *arena = &land->result->arena;
        const char *prefix = vt_arena_printf(arena, "%s.%zu", key_of(land, n, list), i);
        if (!prefix || !vt_study_has(land->study, prefix)) {
            return prefix ? VITRINE_OK : vt_no_memory(land->ctx);
        }
        const char *year_key = vt_arena_printf(arena, "%s.year", prefix);
        const double year = number_at(land, year_key), own = number_at(land, vt_arena_printf(arena, "%s.quantity", prefix));
        const double again = number_at(land, vt_arena_printf(arena, "%s.recycled", prefix));
        if (isnan(year) || isnan(own)) {
            status = wrong(land, prefix, _("give year and quantity"));
        } else if (year < (double)from || year > (double)to) {
            char why[160];
            snprintf(why, sizeof why, _("%g does not lie from %lld to %lld"), year, (long long)from, (long long)to);
            status = wrong(land, year_key, why);
        } else if (again > own) {
            status = wrong(land, prefix, _("more is recycled than there is"));
        }
        *quantity += own;
        *recycled += again; /* NaN: not known */
    }
    return status;
}

/* Ground that could still be offered; NaN without a balance of that scope. An id of several scopes means the widest, which comes
 * first in the balance. */
static double supply_of(const vt_land *land, const char *scope)
{
    const vitrine_layer *balance = vitrine_result_find(land->result, "land_balance");
    const char *kind = NULL;
    double sum = NAN;
    for (size_t i = 0; balance && i < balance->n; i++) {
        const char *own = balance->columns.at[0].text[i], *bucket = balance->columns.at[3].text[i];
        if (strcmp(balance->columns.at[1].text[i], scope) == 0 && (!kind || strcmp(kind, own) == 0)) {
            sum = kind ? sum : 0;
            kind = own;
            sum += strcmp(bucket, "immediate") == 0 || strcmp(bucket, "future") == 0 ? balance->columns.at[5].real[i] : 0;
        }
    }
    return sum;
}

static vitrine_status read_target(vt_land *land, size_t n, target *t)
{
    static const char *const needed[] = {"from_year", "to_year", "quantity"};
    double values[3];
    for (size_t i = 0; i < 3; i++) {
        values[i] = number_at(land, key_of(land, n, needed[i]));
        if (isnan(values[i])) {
            return wrong(land, key_of(land, n, needed[i]), _("is missing"));
        }
    }
    const char *programme = vitrine_study_get(land->study, key_of(land, n, "programme")), *scope = vitrine_study_get(land->study, key_of(land, n, "scope"));
    const char *unit = vitrine_study_get(land->study, key_of(land, n, "unit")), *date = vitrine_study_get(land->study, "reference_date");
    if (!unit) {
        return wrong(land, key_of(land, n, "unit"), _("is missing: ha, or m2 of floor"));
    }
    *t = (target){.programme = programme, .scope = scope ? scope : "total", .unit = unit, .from = (int64_t)values[0], .to = (int64_t)values[1], .target = values[2]};
    double as_of = number_at(land, key_of(land, n, "as_of"));
    if (isnan(as_of) && date) {
        vt_number_parse(vt_arena_text_n(&land->result->arena, date, strcspn(date, "-")), &as_of);
    }
    if (t->from > t->to) {
        char why[160];
        snprintf(why, sizeof why, _("ends in %lld, before it begins in %lld; correct one of both"), (long long)t->to, (long long)t->from);
        return wrong(land, key_of(land, n, "to_year"), why);
    }
    if (isnan(as_of)) {
        return wrong(land, key_of(land, n, "as_of"), _("is missing: the year to whose end the account goes"));
    }
    t->as_of = (int64_t)as_of;
    if (t->as_of < t->from || t->as_of > t->to) {
        return wrong(land, key_of(land, n, "as_of"), _("lies outside from_year to to_year"));
    }
    t->recycled_target = number_at(land, key_of(land, n, "recycled_share"));
    double unused;
    vitrine_status status = add_dated(land, n, "achieved", t->from, t->as_of, &t->achieved, &t->recycled);
    if (!status) {
        status = add_dated(land, n, "committed", t->as_of + 1, t->to, &t->committed, &unused);
    }
    return status;
}

static vitrine_status read_targets(vt_land *land, target_list *list)
{
    vitrine_status status = VITRINE_OK;
    for (size_t n = 0; !status && key_of(land, n, "x") && vt_study_has(land->study, vt_arena_printf(&land->result->arena, "land.targets.%zu", n)); n++) {
        target t;
        status = read_target(land, n, &t);
        if (!status && !vt_array_push(list, t)) {
            status = vt_no_memory(land->ctx);
        }
    }
    return status;
}

vitrine_status vt_land_judge_targets(vt_land *land)
{
    target_list list = {0};
    const vitrine_status status = read_targets(land, &list);
    vt_array_free(&list);
    return status;
}

/* From the balance, which is made by then. */
static void add_supply(vt_land *land, size_t n, target *t)
{
    t->supply = strcmp(t->unit, "ha") == 0 ? supply_of(land, t->scope) : NAN;
    if (land->ground.zones && isnan(t->supply) && strcmp(t->unit, "ha") == 0) {
        vt_log(land->ctx, VITRINE_LOG_WARNING, _("%s: %s: \"%s\" is neither total nor a zone, basin or municipality of layers.zones: no years of supply"),
               origin_of(land, key_of(land, n, "scope")), key_of(land, n, "scope"), t->scope);
    }
}

static double over(double a, double b)
{
    return b > 0 ? a / b : NAN;
}

vitrine_status vt_land_target_layer(vt_land *land)
{
    enum { PROGRAMME, SCOPE, UNIT, FROM, TO, AS_OF, TARGET, ACHIEVED, COMMITTED, REMAINING, UNCOMMITTED, PACE, NEEDED, PROJECTED, GAP, RECYCLED, RECYCLED_TARGET, SUPPLY, COLUMNS };
    static const vt_column_type columns[COLUMNS] = {
        {"programme", VITRINE_TEXT},  {"scope", VITRINE_TEXT},      {"unit", VITRINE_TEXT},        {"from_year", VITRINE_INTEGER},   {"to_year", VITRINE_INTEGER},
        {"as_of", VITRINE_INTEGER},   {"target", VITRINE_REAL},     {"achieved", VITRINE_REAL},    {"committed", VITRINE_REAL},      {"remaining", VITRINE_REAL},
        {"uncommitted", VITRINE_REAL}, {"pace", VITRINE_REAL},      {"pace_needed", VITRINE_REAL}, {"projected", VITRINE_REAL},      {"gap", VITRINE_REAL},
        {"recycled_share", VITRINE_REAL}, {"recycled_share_target", VITRINE_REAL}, {"years_of_supply", VITRINE_REAL}};
    target_list list = {0};
    const vitrine_status status = read_targets(land, &list);
    for (size_t i = 0; !status && i < list.n; i++) {
        add_supply(land, i, &list.at[i]);
    }
    vitrine_layer *layer = !status && list.n ? vt_result_add(land->result, "land_target", VT_TABLE, list.n) : NULL;
    vt_column *to = layer ? vt_layer_add_columns(land->result, layer, columns, COLUMNS) : NULL;
    for (size_t i = 0; to && i < list.n; i++) {
        const target *t = &list.at[i];
        const double left = (double)(t->to - t->as_of), pace = t->achieved / (double)(t->as_of - t->from + 1), remaining = t->target - t->achieved;
        to[PROGRAMME].text[i] = t->programme;
        to[SCOPE].text[i] = t->scope;
        to[UNIT].text[i] = t->unit;
        to[FROM].integer[i] = t->from;
        to[TO].integer[i] = t->to;
        to[AS_OF].integer[i] = t->as_of;
        to[TARGET].real[i] = t->target;
        to[ACHIEVED].real[i] = t->achieved;
        to[COMMITTED].real[i] = t->committed;
        to[REMAINING].real[i] = remaining;
        to[UNCOMMITTED].real[i] = remaining - t->committed;
        to[PACE].real[i] = pace;
        to[NEEDED].real[i] = over(remaining, left);
        to[PROJECTED].real[i] = t->achieved + pace * left;
        to[GAP].real[i] = t->target - (t->achieved + pace * left);
        to[RECYCLED].real[i] = over(t->recycled, t->achieved);
        to[RECYCLED_TARGET].real[i] = t->recycled_target;
        to[SUPPLY].real[i] = over(t->supply, pace);
    }
    const bool worked = !list.n || to;
    vt_array_free(&list);
    return status ? status : worked ? VITRINE_OK : vt_no_memory(land->ctx);
}
