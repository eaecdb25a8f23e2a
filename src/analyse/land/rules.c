/* rules.c - which bucket of the balance a piece of ground falls into: the study's rules, then the default table of
 * study/land_rules.c, the first that fits. */
#include "analyse/friche/status.h"
#include "analyse/land/land.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/parallel.h"
#include "base/text.h"
#include "study/land_rules.h"

const char *const vt_bucket_names[VT_BUCKETS] = {"immediate", "committed", "future", "recycling", "densification", "consumed", "neutralised"};

enum { MOST_WHEN = 4 };

/* All conditions hold: a key, and words parted by | (one must fit), or a number. */
typedef struct {
    struct {
        const char *key, *words;
    } when[MOST_WHEN];
    size_t n;
    vt_bucket bucket;
} rule_of_land;

typedef VT_ARRAY(rule_of_land) rule_list;

/* --- words --------------------------------------------------------------------------------------------- */

/* A folded text is one of the words (folded too). */
static bool fits_folded(const char *text, const char *words)
{
    bool fit = false;
    for (const char *at = words; text && at && !fit;) {
        const size_t n = strcspn(at, "|");
        fit = strncmp(text, at, n) == 0 && text[n] == '\0';
        at = at[n] ? at + n + 1 : NULL;
    }
    return fit;
}

static bool fits(const char *text, const char *words)
{
    char *folded = text ? vt_text_fold(text) : NULL;
    const bool fit = fits_folded(folded, words);
    free(folded);
    return fit;
}

/* --- reading ------------------------------------------------------------------------------------------- */

static vt_bucket bucket_of(const char *name)
{
    size_t b = 0;
    while (b < VT_BUCKETS && strcmp(vt_bucket_names[b], name) != 0) {
        b++;
    }
    return (vt_bucket)b;
}

static bool is_key(const char *key)
{
    size_t i = 0;
    while (vt_rule_keys[i] && strcmp(vt_rule_keys[i], key) != 0) {
        i++;
    }
    return vt_rule_keys[i] != NULL;
}

static vitrine_status no_condition(const vt_land *land, const vt_entry *entry, const char *key)
{
    size_t n = 0;
    while (vt_rule_keys[n]) {
        n++;
    }
    const char *near = vt_text_nearest(key, vt_rule_keys, n);
    return near ? vt_fail(land->ctx, VITRINE_E_INPUT, _("%s: %s: no such condition; did you mean %s?"), entry->origin, entry->key, near)
                : vt_fail(land->ctx, VITRINE_E_INPUT,
                          _("%s: %s: no such condition; there are zoning, occupancy, coverage_below, kind, plot_stage, plot_servicing, "
                            "plot_marketing, plot_occupancy, plot_usage, plot_useful, friche, parcel and built"),
                          entry->origin, entry->key);
}

/* Words as they are compared. NULL: out of memory. */
static const char *fold_words(vt_arena *arena, const char *words)
{
    char *folded = vt_text_fold(words);
    const char *own = folded ? vt_arena_text(arena, folded) : NULL;
    free(folded);
    return own;
}

static const char *join_words(vt_arena *arena, const vt_entry *entry)
{
    const char *words = entry->n ? entry->values[0] : "";
    for (size_t i = 1; words && i < entry->n; i++) {
        words = vt_arena_printf(arena, "%s|%s", words, entry->values[i]);
    }
    return words ? fold_words(arena, words) : NULL;
}

/* Words that a condition can never meet, such as a typing error: refused. */
static vitrine_status check_words(const vt_land *land, const vt_entry *entry, const char *key)
{
    static const char *const occupancies[] = {"occupied", "vacant", "never_occupied", "undetermined", "none", NULL}, *const answers[] = {"yes", "no", NULL};
    const bool answer = strcmp(key, "friche") == 0 || strcmp(key, "parcel") == 0 || strcmp(key, "built") == 0, kind = strcmp(key, "kind") == 0;
    const char *const *known = answer ? answers : strcmp(key, "occupancy") == 0 ? occupancies : NULL;
    const char *kinds[VT_MOST_KINDS + 1] = {NULL};
    for (size_t k = 0; kind && k < land->ground.n_kinds; k++) {
        kinds[k] = land->ground.kinds[k];
    }
    known = kind ? kinds : known;
    size_t n = 0;
    while (known && known[n]) {
        n++;
    }
    for (size_t i = 0; known && i < entry->n; i++) {
        size_t at = 0;
        while (at < n && !fits(known[at], entry->values[i]) && !fits(entry->values[i], known[at])) {
            at++;
        }
        if (at == n && !strchr(entry->values[i], '|')) {
            const char *near = vt_text_nearest(entry->values[i], known, n);
            return near ? vt_fail(land->ctx, VITRINE_E_INPUT, _("%s: %s: \"%s\" is never met; did you mean %s?"), entry->origin, entry->key, entry->values[i], near)
                        : vt_fail(land->ctx, VITRINE_E_INPUT, _("%s: %s: \"%s\" is never met; there are %s%s%s"), entry->origin, entry->key, entry->values[i],
                                  n ? known[0] : "-", n > 1 ? ", " : "", n > 1 ? known[1] : "");
        }
    }
    return VITRINE_OK;
}

/* land.rules.N of the study, in the order of N. */
static vitrine_status read_rule(vt_land *land, size_t number, rule_list *list, bool *found)
{
    vt_arena *arena = &land->result->arena;
    const char *prefix = vt_arena_printf(arena, "land.rules.%zu.", number);
    const char *bucket = prefix ? vitrine_study_get(land->study, vt_arena_printf(arena, "%sbucket", prefix)) : NULL;
    rule_of_land rule = {.n = 0};
    *found = bucket != NULL;
    for (size_t i = 0; prefix && i < land->study->entries.n; i++) {
        const vt_entry *entry = &land->study->entries.at[i];
        if (strncmp(entry->key, prefix, strlen(prefix)) != 0 || strncmp(entry->key + strlen(prefix), "when.", 5) != 0) {
            continue;
        }
        *found = true;
        const char *key = entry->key + strlen(prefix) + 5;
        if (!is_key(key)) {
            return no_condition(land, entry, key);
        }
        if (rule.n == MOST_WHEN) {
            return vt_fail(land->ctx, VITRINE_E_INPUT, _("%s: %s: more than %d conditions; write two rules"), entry->origin, entry->key, MOST_WHEN);
        }
        double number_there;
        if (strcmp(key, "coverage_below") == 0 && (entry->n != 1 || !vt_number_parse(entry->values[0], &number_there) || number_there < 0 || number_there > 1)) {
            return vt_fail(land->ctx, VITRINE_E_INPUT, _("%s: %s: \"%s\" is no share; give a number from 0 to 1"), entry->origin, entry->key, entry->n ? entry->values[0] : "");
        }
        const vitrine_status known = check_words(land, entry, key);
        if (known) {
            return known;
        }
        rule.when[rule.n].key = key;
        rule.when[rule.n].words = join_words(arena, entry);
        if (!rule.when[rule.n++].words) {
            return vt_no_memory(land->ctx);
        }
    }
    if (*found && !bucket) {
        return vt_fail(land->ctx, VITRINE_E_INPUT, _("%s: land.rules: rule %zu has no bucket"), vt_study_origin(land->study, vt_arena_printf(arena, "land.rules.%zu", number)), number + 1);
    }
    rule.bucket = *found ? bucket_of(bucket) : VT_FUTURE;
    return !*found || vt_array_push(list, rule) ? VITRINE_OK : vt_no_memory(land->ctx);
}

static bool add_default(vt_arena *arena, const vt_default_rule *row, rule_list *list)
{
    rule_of_land rule = {.bucket = bucket_of(row->bucket)};
    for (size_t i = 0; i < 3 && row->when[i]; i++) {
        const char *colon = strchr(row->when[i], ':');
        rule.when[rule.n].key = vt_arena_text_n(arena, row->when[i], (size_t)(colon - row->when[i]));
        rule.when[rule.n].words = fold_words(arena, colon + 2);
        if (!rule.when[rule.n++].words) {
            return false;
        }
    }
    return vt_array_push(list, rule);
}

static vitrine_status read_rules(vt_land *land, rule_list *list)
{
    vitrine_status status = VITRINE_OK;
    bool found = true;
    size_t n = 0;
    for (; !status && found; n += found) {
        status = read_rule(land, n, list, &found);
    }
    for (size_t i = 0; !status && i < land->study->entries.n; i++) {
        const vt_entry *entry = &land->study->entries.at[i];
        int64_t number = -1;
        if (strncmp(entry->key, "land.rules.", 11) == 0) {
            const char *digits = vt_arena_text_n(&land->result->arena, entry->key + 11, strcspn(entry->key + 11, "."));
            if (digits && vt_integer_parse(digits, &number) && number > (int64_t)n) {
                status = vt_fail(land->ctx, VITRINE_E_INPUT, _("%s: %s: there is no rule %zu before it; number the rules from 0 without a gap"), entry->origin, entry->key, n);
            }
        }
    }
    for (size_t i = 0; !status && i < vt_default_rule_count; i++) {
        status = add_default(&land->result->arena, &vt_default_rules[i], list) ? VITRINE_OK : vt_no_memory(land->ctx);
    }
    return status;
}

/* --- matching ------------------------------------------------------------------------------------------ */

/* A piece with what is around it. */
typedef struct {
    const vt_land *land;
    const vt_base *base;
    const vt_piece *piece;
    const vt_land_unit *unit; /* NULL: none */
} place;

/* A type of the PLU, or the family before its small letters or digits: AU is AUc and AUs too, but A is no AU. */
static bool zoning_fits(const char *type, const char *words)
{
    char family[32];
    size_t n = 0;
    while (type && type[n] && n + 1 < sizeof family && !(n && (islower((unsigned char)type[n]) || isdigit((unsigned char)type[n])))) {
        family[n] = type[n];
        n++;
    }
    family[n] = '\0';
    return fits(type, words) || (n && fits(family, words));
}

static const char *yes_or_no(bool yes)
{
    return yes ? "yes" : "no";
}

static bool kind_fits(const place *p, const char *words)
{
    bool fit = false;
    for (size_t k = 0; k < p->land->ground.n_kinds; k++) {
        fit = fit || ((p->piece->label.kinds >> k & 1) && fits(p->land->ground.kinds[k], words));
    }
    return fit;
}

static bool holds(const place *p, const char *key, const char *words)
{
    const vt_ground_map *map = &p->land->ground;
    const uint32_t zoning = p->piece->label.feature[VT_BY_ZONING], friche = p->piece->label.feature[VT_BY_FRICHE];
    if (strncmp(key, "plot_", 5) == 0) {
        const char *field = key + 5;
        if (strcmp(field, "stage") == 0) {
            return fits(vt_land_plot_text(p->land, p->piece, "servicing"), words) || fits(vt_land_plot_text(p->land, p->piece, "marketing"), words) ||
                   fits(vt_land_plot_text(p->land, p->piece, "occupancy"), words);
        }
        if (strcmp(field, "useful") == 0) { /* oui, yes, true, 1… are one word, non, no, false, 0… the other */
            const int useful = vt_text_yes_no(vt_land_plot_text(p->land, p->piece, field));
            return useful >= 0 && fits_folded(useful ? "oui" : "non", words);
        }
        return fits(vt_land_plot_text(p->land, p->piece, field), words);
    }
    if (strcmp(key, "zoning") == 0) {
        return zoning != VT_NONE && zoning_fits(vt_layer_text(map->partings[VT_BY_ZONING].layer, "type", zoning), words);
    }
    if (strcmp(key, "occupancy") == 0) {
        return fits_folded(p->unit ? vt_occupancy_names[p->unit->occupancy] : "none", words);
    }
    if (strcmp(key, "coverage_below") == 0) {
        double limit = 0;
        vt_number_parse(words, &limit);
        return p->unit && p->unit->built < limit * p->unit->area;
    }
    if (strcmp(key, "kind") == 0) {
        return kind_fits(p, words);
    }
    if (strcmp(key, "friche") == 0) {
        const bool open = friche != VT_NONE && vt_friche_is_open(vt_layer_text(map->partings[VT_BY_FRICHE].layer, "status", friche));
        return fits_folded(yes_or_no(open), words);
    }
    if (strcmp(key, "parcel") == 0) {
        return fits_folded(yes_or_no(p->base->parcel != VT_NONE), words);
    }
    return fits_folded(yes_or_no((p->unit ? p->unit->built : p->base->built) >= VT_BUILT_M2), words);
}

static vt_bucket bucket_for(const place *p, const rule_list *list)
{
    for (size_t i = 0; i < list->n; i++) {
        const rule_of_land *rule = &list->at[i];
        bool fit = true;
        for (size_t c = 0; fit && c < rule->n; c++) {
            fit = holds(p, rule->when[c].key, rule->when[c].words);
        }
        if (fit) {
            return rule->bucket;
        }
    }
    return VT_FUTURE;
}

/* Net: on a parcel, useful, of a use that makes units, not neutralised (definitions.md, Land). */
static bool is_net(const place *p)
{
    return p->base->parcel != VT_NONE && p->piece->bucket != VT_NEUTRALISED && vt_text_yes_no(vt_land_plot_text(p->land, p->piece, "useful")) != 0 &&
           !vt_land_lists(p->land, "land.not_units", vt_land_plot_text(p->land, p->piece, "usage")) &&
           !vt_land_lists(p->land, "land.not_units", vt_layer_text(p->land->ground.parcels, "type", p->base->parcel));
}

static void settle_zone(const vt_land *land, size_t z, const rule_list *list)
{
    vt_zone_ground *ground = &land->ground.of_zone[z];
    const bool clip = vt_study_flag(land->study, "land.clip_units");
    for (size_t i = 0; i < ground->pieces.n; i++) {
        vt_piece *piece = &ground->pieces.at[i];
        place p = {land, &ground->bases.at[piece->base], piece, NULL};
        const uint32_t unit = p.base->parcel == VT_NONE ? VT_NONE : land->unit_of[p.base->parcel];
        if (unit != VT_NONE && (land->units.at[unit].zone == z || !clip)) {
            p.unit = &land->units.at[unit];
        }
        piece->bucket = (uint8_t)bucket_for(&p, list);
        piece->net = is_net(&p);
    }
}

typedef struct {
    const vt_land *land;
    const rule_list *list;
} settling;

static void settle_range(void *user, size_t from, size_t to)
{
    const settling *s = user;
    for (size_t z = from; z < to; z++) {
        settle_zone(s->land, z, s->list);
    }
}

vitrine_status vt_land_judge_rules(vt_land *land)
{
    rule_list list = {0};
    const vitrine_status status = read_rules(land, &list);
    vt_array_free(&list);
    return status;
}

vitrine_status vt_land_buckets(vt_land *land)
{
    rule_list list = {0};
    const vitrine_status status = read_rules(land, &list);
    if (!status) {
        settling s = {land, &list};
        vt_parallel_for(land->ctx, land->ground.zones->n, 1, settle_range, &s);
    }
    vt_array_free(&list);
    return status;
}
