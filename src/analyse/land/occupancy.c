/* occupancy.c - what each land unit was used for last, and since when: establishments and premises on its ground.
 *
 * Code de l'urbanisme, art. L318-8-2, 3°: vacant is what has been without activity for at least two years (land.vacancy_years) on
 * 1 January of the reference year, and was active before. What was never active is no vacancy. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/land/land.h"
#include "base/number.h"
#include "base/text.h"

const char *const vt_occupancy_names[VT_OCCUPANCIES] = {"occupied", "vacant", "never_occupied", "undetermined"};

/* What is known of one unit so far. */
typedef struct {
    bool active;     /* an active establishment, or an occupied premises */
    bool recent;     /* an end less than vacancy_years before, for certain */
    bool unsure;     /* an end at an unknown day, or one that may be recent */
    bool ended;      /* any end, of an establishment or by a vacant premises */
    const char *why; /* the word of the strongest */
    vt_days last;    /* latest end known */
    bool dated;
} findings;

/* A row of land_evidence. */
typedef struct {
    uint32_t unit;
    const char *source, *id, *state, *date;
} item;

typedef struct {
    vt_land *land;
    findings *of_unit;
    vt_rtree *tree;  /* over the parcels below */
    VT_ARRAY(uint32_t) list;
    bool clip;       /* land.clip_units */
    vt_days cutoff;  /* an end on that day or before is old enough */
    int64_t today;   /* the reference date */
    double x, y;     /* at hand */
    uint32_t parcel;
    size_t outside;  /* establishments that lie in no zone */
    VT_ARRAY(item) evidence;
} search;

/* --- places ------------------------------------------------------------------------------------------- */

/* Ground under two parcels is the lesser's, whether that has a unit or not. */
static bool covers(void *user, size_t i)
{
    search *s = user;
    const uint32_t parcel = s->list.at[i];
    if (parcel < s->parcel && vt_layer_covers(s->land->ground.parcels, parcel, s->x, s->y)) {
        s->parcel = parcel;
    }
    return true;
}

/* The least zone that covers (s->x, s->y); VT_NONE. */
static uint32_t zone_here(const search *s)
{
    const vt_layer *zones = s->land->ground.zones;
    uint32_t z = 0;
    while (z < zones->n && !(isfinite(s->x) && vt_layer_covers(zones, z, s->x, s->y))) {
        z++;
    }
    return z < zones->n ? z : VT_NONE;
}

/* The unit at (s->x, s->y); VT_NONE. */
static uint32_t unit_here(search *s)
{
    const vt_land *land = s->land;
    s->parcel = VT_NONE;
    if (isfinite(s->x)) {
        const vt_box here = {s->x, s->y, s->x, s->y};
        vt_rtree_search(s->tree, &here, covers, s);
    }
    const uint32_t unit = s->parcel == VT_NONE ? VT_NONE : land->unit_of[s->parcel];
    return unit == VT_NONE || !s->clip || land->units.at[unit].zone == zone_here(s) ? unit : VT_NONE;
}

/* Over all parcels that have ground in a zone; one that two zones share may stand twice. */
static bool index_parcels(search *s)
{
    const vt_land *land = s->land;
    VT_ARRAY(vt_box) boxes = {0};
    bool worked = true;
    for (size_t z = 0; worked && z < land->ground.zones->n; z++) {
        const vt_zone_ground *ground = &land->ground.of_zone[z];
        for (size_t b = 0; worked && b < ground->bases.n; b++) {
            const uint32_t parcel = ground->bases.at[b].parcel;
            if (parcel != VT_NONE) {
                worked = vt_array_push(&s->list, parcel) && vt_array_push(&boxes, vt_layer_box(land->ground.parcels, parcel));
            }
        }
    }
    s->tree = worked ? vt_rtree_new(boxes.at, boxes.n) : NULL;
    vt_array_free(&boxes);
    return s->tree != NULL;
}

/* --- evidence ------------------------------------------------------------------------------------------ */

static bool write_down(search *s, uint32_t unit, const char *source, const char *id, const char *state, const char *date)
{
    const item one = {unit, source, id, state, date};
    return vt_array_push(&s->evidence, one);
}

static void add_active(findings *f, const char *why)
{
    f->why = f->active ? f->why : why;
    f->active = true;
}

/* An activity that ended on a day known, or not (days NULL). */
static void add_end(search *s, findings *f, const vt_days *days)
{
    f->ended = true;
    if (!days) {
        f->unsure = true;
        return;
    }
    f->recent = f->recent || days->first > s->cutoff.last;
    f->unsure = f->unsure || (days->first <= s->cutoff.last && days->last > s->cutoff.last);
    if (!f->dated || days->last > f->last.last) {
        f->last = *days;
        f->dated = true;
    }
}

static vitrine_status notice(const search *s, const vt_layer *layer, size_t row, vt_code code, const char *detail)
{
    double x, y;
    vt_layer_place(layer, row, &x, &y);
    return vt_ledger_add(s->land->ctx, &s->land->result->notices, layer->name, layer->id[row], code, x, y, detail);
}

static bool is_word(const char *text, const char *const *words, size_t n)
{
    char *folded = text ? vt_text_fold(text) : NULL;
    bool is = false;
    for (size_t i = 0; folded && i < n; i++) {
        is = is || strcmp(folded, words[i]) == 0;
    }
    free(folded);
    return is;
}

/* 1 active, 0 closed; −1: the text says neither. */
static int says_active(const char *text)
{
    static const char *const yes[] = {"oui", "o", "a", "actif", "active", "yes", "y", "true", "t", "1"};
    static const char *const no[] = {"non", "n", "f", "ferme", "fermee", "c", "no", "false", "0", "closed"};
    return is_word(text, yes, sizeof yes / sizeof *yes) ? 1 : is_word(text, no, sizeof no / sizeof *no) ? 0 : -1;
}

static void place_of_part(search *s, const vt_layer *layer, uint32_t part)
{
    const uint32_t vertex = layer->geometry.vertex[layer->geometry.ring[part]];
    s->x = layer->geometry.x[vertex];
    s->y = layer->geometry.y[vertex];
}

/* An establishment on several plots counts once in each zone that has one of its points. false: in none. */
static bool count_in_zones(search *s, size_t row, bool active)
{
    const vt_geometry *g = &s->land->establishments->geometry;
    bool found = false;
    for (uint32_t part = g->part[row]; part < g->part[row + 1]; part++) {
        place_of_part(s, s->land->establishments, part);
        const uint32_t zone = zone_here(s);
        bool counted = zone == VT_NONE;
        for (uint32_t before = g->part[row]; !counted && before < part; before++) {
            place_of_part(s, s->land->establishments, before);
            counted = zone_here(s) == zone;
        }
        found = found || zone != VT_NONE;
        if (!counted) {
            s->land->establishments_in[zone] += active;
        }
    }
    return found;
}

/* The evidence has the establishment at hand for the unit, from another of its points. */
static bool is_written(const search *s, uint32_t unit, const char *id)
{
    bool has = false;
    for (size_t i = s->evidence.n; !has && i > 0 && s->evidence.at[i - 1].id == id; i--) {
        has = s->evidence.at[i - 1].unit == unit;
    }
    return has;
}

static vitrine_status add_establishment(search *s, size_t row)
{
    const vt_layer *all = s->land->establishments;
    const char *closed = vt_layer_text(all, "closed_on", row), *says = vt_layer_text(all, "active", row);
    if (!closed && says_active(says) == 0) {
        closed = vt_layer_text(all, "state_since", row);
    }
    vt_days end;
    const bool dated = closed && vt_date_parse(closed, "%Y-%m-%d", &end);
    int active = says_active(says);
    vitrine_status status = VITRINE_OK;
    if (dated && end.first > s->today) {
        status = notice(s, all, row, VT_FUTURE_DATE, closed);
    }
    if (says && active < 0) {
        status = status ? status : notice(s, all, row, VT_UNKNOWN_VALUE, says);
    }
    const char *opened = vt_layer_text(all, "opened_on", row);
    vt_days begin;
    if (opened && vt_date_parse(opened, "%Y-%m-%d", &begin) && begin.first > s->today) { /* not there yet */
        return status ? status : notice(s, all, row, VT_FUTURE_DATE, opened);
    }
    const bool told = !vt_layer_has(all, "active"); /* else a state that is not told is not known: closed, nobody knows when */
    active = active < 0 ? told && !closed : active;
    if (active && dated && end.last <= s->today) {
        status = status ? status : notice(s, all, row, VT_STILL_ACTIVE, closed);
    }
    active = active || (dated && end.first > s->today);
    s->outside += !count_in_zones(s, row, active);
    for (uint32_t part = all->geometry.part[row]; !status && part < all->geometry.part[row + 1]; part++) {
        place_of_part(s, all, part);
        const uint32_t unit = unit_here(s);
        if (unit == VT_NONE || is_written(s, unit, all->id[row])) {
            continue;
        }
        findings *f = &s->of_unit[unit];
        if (active) {
            add_active(f, "active");
        } else {
            add_end(s, f, dated ? &end : NULL);
        }
        status = write_down(s, unit, "establishment", all->id[row], active ? "active" : says && says_active(says) >= 0 ? "closed" : "unknown", closed) ? VITRINE_OK : vt_no_memory(s->land->ctx);
    }
    return status;
}

static vitrine_status add_premises(search *s, size_t row)
{
    const vt_layer *all = s->land->premises;
    const vt_status status = (vt_status)all->status[row];
    if (status != VT_OCCUPIED && status != VT_VACANT) {
        return VITRINE_OK;
    }
    vt_layer_place(all, row, &s->x, &s->y);
    const uint32_t unit = unit_here(s);
    if (unit == VT_NONE) {
        return VITRINE_OK;
    }
    findings *f = &s->of_unit[unit];
    const char *since = vt_layer_text(all, "vacant_since", row);
    vt_days end;
    const bool parsed = since && vt_date_parse(since, "%Y-%m-%d", &end), dated = parsed && end.first <= s->today;
    if (status == VT_VACANT && parsed && !dated) { /* vacant from a day to come on: nobody knows since when */
        add_end(s, f, NULL);
        const vitrine_status told = notice(s, all, row, VT_FUTURE_DATE, since);
        return told || write_down(s, unit, "premises", all->id[row], vt_status_names[status], NULL) ? told : vt_no_memory(s->land->ctx);
    }
    if (status == VT_OCCUPIED) {
        add_active(f, "other_occupant");
    } else if (dated) {
        add_end(s, f, &end);
    } else if (vt_study_flag(s->land->study, "layers.premises.two_years")) {
        f->ended = true; /* vacant for long enough, since nobody knows when */
    } else {
        add_end(s, f, NULL);
    }
    return write_down(s, unit, "premises", all->id[row], vt_status_names[status], dated ? since : NULL) ? VITRINE_OK : vt_no_memory(s->land->ctx);
}

/* --- verdict ------------------------------------------------------------------------------------------- */

static void conclude(search *s, vt_land_unit *unit, const findings *f)
{
    char room[VT_DATE_ROOM];
    if (!s->land->establishments) {
        unit->occupancy = VT_UNIT_UNDETERMINED;
        unit->evidence = "no_establishments";
    } else if (f->active) {
        unit->occupancy = VT_UNIT_OCCUPIED;
        unit->evidence = f->why;
    } else if (f->recent) {
        unit->occupancy = VT_UNIT_OCCUPIED;
        unit->evidence = "closed_recently";
    } else if (f->unsure) {
        unit->occupancy = VT_UNIT_UNDETERMINED;
        unit->evidence = "end_unknown";
    } else if (f->ended) {
        unit->occupancy = VT_UNIT_VACANT;
        unit->evidence = "ended";
    } else {
        const bool built = unit->built >= VT_BUILT_M2 || isnan(unit->built);
        unit->occupancy = built ? VT_UNIT_UNDETERMINED : VT_UNIT_NEVER;
        unit->evidence = isnan(unit->built) ? "no_buildings" : built ? "built_no_evidence" : "unbuilt_no_evidence";
    }
    unit->end = f->dated ? vt_arena_text(&s->land->result->arena, vt_date_format(room, f->last)) : NULL;
}

/* Days from 1970 of 1 January, `years` before the year of the reference date, which has been judged. */
static void find_cutoff(search *s)
{
    const char *date = vitrine_study_get(s->land->study, "reference_date");
    char text[VT_DATE_ROOM];
    vt_days day;
    int64_t year;
    if (!date || !vt_date_parse(date, "%Y-%m-%d", &day)) {
        return;
    }
    s->today = day.last;
    snprintf(text, sizeof text, "%.4s", date);
    if (!vt_integer_parse(text, &year)) {
        return;
    }
    snprintf(text, sizeof text, "%04d-01-01", (int)(year - vt_study_integer(s->land->study, "land.vacancy_years")));
    (void)vt_date_parse(text, "%Y-%m-%d", &s->cutoff);
}

static int by_unit(const void *a, const void *b)
{
    const item *x = a, *y = b;
    const int unit = (x->unit > y->unit) - (x->unit < y->unit), source = unit ? unit : strcmp(x->source, y->source);
    return source ? source : strcmp(x->id, y->id);
}

static vitrine_status evidence_layer(search *s)
{
    static const vt_column_type columns[] = {{"land_unit_id", VITRINE_TEXT}, {"source", VITRINE_TEXT}, {"source_id", VITRINE_TEXT},
                                             {"state", VITRINE_TEXT},        {"date", VITRINE_TEXT}};
    const vt_land *land = s->land;
    const size_t n = s->evidence.n;
    vitrine_layer *layer = vt_result_add(land->result, "land_evidence", VT_TABLE, n);
    vt_column *to = layer ? vt_layer_add_columns(land->result, layer, columns, 5) : NULL;
    if (n) {
        qsort(s->evidence.at, n, sizeof *s->evidence.at, by_unit);
    }
    for (size_t i = 0; to && i < n; i++) {
        const item *one = &s->evidence.at[i];
        to[0].text[i] = land->ground.parcels->id[land->members.at[land->units.at[one->unit].first].parcel];
        to[1].text[i] = one->source;
        to[2].text[i] = one->id;
        to[3].text[i] = one->state;
        to[4].text[i] = one->date;
    }
    return to ? VITRINE_OK : vt_no_memory(land->ctx);
}

vitrine_status vt_land_judge_dates(vt_land *land)
{
    return !vt_model_layer(land->model, "establishments") || vitrine_study_get(land->study, "reference_date")
               ? VITRINE_OK
               : vt_fail(land->ctx, VITRINE_E_INPUT, "%s", _("reference_date is missing: the vacancy of land units is counted to 1 January of its year; give a day, as 2026-06-30"));
}

vitrine_status vt_land_occupancy(vt_land *land)
{
    land->establishments = vt_model_layer(land->model, "establishments");
    land->premises = vt_model_layer(land->model, "premises");
    search s = {.land = land, .clip = vt_study_flag(land->study, "land.clip_units"), .of_unit = calloc(land->units.n + 1, sizeof(findings))};
    land->establishments_in = land->establishments ? vt_arena_array(&land->result->arena, land->ground.zones->n, sizeof(double)) : NULL;
    vitrine_status status = s.of_unit && index_parcels(&s) && (!land->establishments || land->establishments_in) ? VITRINE_OK : vt_no_memory(land->ctx);
    if (land->establishments) {
        find_cutoff(&s);
    }
    for (size_t row = 0; !status && land->establishments && row < land->establishments->n; row++) {
        status = add_establishment(&s, row);
    }
    for (size_t row = 0; !status && land->establishments && land->premises && row < land->premises->n; row++) {
        status = add_premises(&s, row);
    }
    for (size_t u = 0; !status && u < land->units.n; u++) {
        conclude(&s, &land->units.at[u], &s.of_unit[u]);
    }
    if (!status && land->establishments) {
        status = evidence_layer(&s);
    }
    if (!status && land->establishments && !vt_result_note(land->result, "establishments_outside_zones", (double)s.outside, land->establishments->n)) {
        status = vt_no_memory(land->ctx);
    }
    vt_rtree_free(s.tree);
    free(s.of_unit);
    vt_array_free(&s.evidence);
    vt_array_free(&s.list);
    return status;
}
