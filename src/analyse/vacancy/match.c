/* match.c - see match.h. Names are parsed once each, then premises are matched in parallel. */
#include "analyse/vacancy/match.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/number.h"
#include "base/parallel.h"
#include "geo/measure.h"

const char *const vt_how_names[] = {"id", "name", "fuzzy", "nearest", "none"};
const char *const vt_side_names[] = {"left", "right", "on"};

/* A premises this near to the line (m) lies on it: its side is told by its number. */
#define ON_THE_LINE 0.01

typedef struct {
    const vt_layer *premises;
    const vt_network *net;
    double name_m, max_m, similarity;
    bool nearest_when_named;
    const vt_street_name **name; /* of each premises; NULL when it names no street */
    size_t *by_id;               /* street that its street_id means; SIZE_MAX */
    vt_match *matches;
} matching;

/* The best segment so far of one kind of candidate. */
typedef struct {
    size_t segment; /* SIZE_MAX: none */
    vt_foot foot;
    uint32_t only;  /* street, while all candidates are of one */
    bool several;
} best;

typedef struct {
    const matching *m;
    double x, y;
    const vt_street_name *name;
    best exact, lacking, fuzzy, nearest;
    bool want_fuzzy;
} search;

static void offer(best *b, const vt_network *net, size_t segment, vt_foot foot)
{
    const uint32_t street = net->segments.at[segment].street;
    b->several = b->several || (b->segment != SIZE_MAX && b->only != street);
    b->only = street;
    if (b->segment == SIZE_MAX || foot.distance < b->foot.distance ||
        (foot.distance == b->foot.distance && segment < b->segment)) {
        b->segment = segment;
        b->foot = foot;
    }
}

static vt_foot foot_of(const vt_network *net, size_t segment, double x, double y)
{
    const size_t a = net->segments.at[segment].a;
    return vt_measure_foot(x, y, net->x.at[a], net->y.at[a], net->x.at[a + 1], net->y.at[a + 1]);
}

static bool consider(void *user, size_t segment)
{
    search *s = user;
    const matching *m = s->m;
    const vt_street *street = &m->net->streets.at[m->net->segments.at[segment].street];
    const vt_foot foot = foot_of(m->net, segment, s->x, s->y);
    if (s->want_fuzzy) {
        if (foot.distance <= m->max_m && *street->key.key &&
            vt_street_name_similarity(s->name, &street->key) >= m->similarity) {
            offer(&s->fuzzy, m->net, segment, foot);
        }
        return true;
    }
    if (s->name && foot.distance <= m->name_m) {
        if (strcmp(s->name->key, street->key.key) == 0) {
            offer(&s->exact, m->net, segment, foot);
        } else if (vt_street_name_lacks_type(s->name, &street->key)) {
            offer(&s->lacking, m->net, segment, foot);
        }
    }
    if (foot.distance <= m->max_m) {
        offer(&s->nearest, m->net, segment, foot);
    }
    return true;
}

/* Which side a point lies on whose foot is a vertex between two segments: they may disagree beyond a sharp
 * bend, and then the point lies on its outside. */
static bool lies_left(const matching *m, size_t segment, vt_foot foot)
{
    const vt_network *net = m->net;
    const size_t other = foot.end > 0 ? segment + 1 : segment - 1; /* wraps at 0, then is out of range */
    if (foot.end == 0 || other >= net->segments.n || net->segments.at[other].piece != net->segments.at[segment].piece) {
        return foot.cross > 0;
    }
    const size_t v = net->segments.at[foot.end > 0 ? segment : other].a; /* the bend is at v + 1 */
    const double *x = net->x.at + v, *y = net->y.at + v;
    const double turn = (x[1] - x[0]) * (y[2] - y[1]) - (y[1] - y[0]) * (x[2] - x[1]);
    return turn == 0 ? foot.cross > 0 : turn < 0;
}

static void settle(vt_match *match, const matching *m, const best *b, vt_how how)
{
    const vt_segment *segment = &m->net->segments.at[b->segment];
    match->how = how;
    match->street = segment->street;
    match->segment = (uint32_t)b->segment;
    match->distance_m = b->foot.distance;
    match->measure_m = m->net->measure.at[segment->a] + b->foot.along;
    match->side = b->foot.distance <= ON_THE_LINE ? VT_ON : lies_left(m, b->segment, b->foot) ? VT_LEFT : VT_RIGHT;
}

static void match_one(const matching *m, size_t row)
{
    vt_match *match = &m->matches[row];
    const best none = {.segment = SIZE_MAX};
    search s = {.m = m, .x = match->x, .y = match->y, .name = m->name[row],
                .exact = none, .lacking = none, .fuzzy = none, .nearest = none};
    match->how = VT_NO_MATCH;
    if (m->by_id[row] != SIZE_MAX) { /* however far */
        const vt_street *street = &m->net->streets.at[m->by_id[row]];
        for (size_t i = 0; i < street->segments; i++) {
            const size_t segment = street->first_segment + i;
            offer(&s.exact, m->net, segment, foot_of(m->net, segment, s.x, s.y));
        }
        settle(match, m, &s.exact, VT_BY_ID);
        return;
    }
    const double reach = s.name && m->name_m > m->max_m ? m->name_m : m->max_m;
    const vt_box around = {s.x - reach, s.y - reach, s.x + reach, s.y + reach};
    vt_rtree_search(m->net->tree, &around, consider, &s);
    if (s.exact.segment != SIZE_MAX) {
        settle(match, m, &s.exact, VT_BY_NAME);
    } else if (s.lacking.segment != SIZE_MAX && !s.lacking.several) {
        settle(match, m, &s.lacking, VT_BY_NAME);
    } else if (s.name) {
        s.want_fuzzy = m->similarity < 1;
        if (s.want_fuzzy) {
            vt_rtree_search(m->net->tree, &around, consider, &s);
        }
        if (s.fuzzy.segment != SIZE_MAX && !s.fuzzy.several) {
            settle(match, m, &s.fuzzy, VT_FUZZY);
        }
    }
    if (match->how == VT_NO_MATCH && s.nearest.segment != SIZE_MAX && (!match->named || m->nearest_when_named)) {
        settle(match, m, &s.nearest, VT_NEAREST);
    }
}

static void match_range(void *user, size_t from, size_t to)
{
    for (size_t row = from; row < to; row++) {
        match_one(user, row);
    }
}

/* --- what the survey says, parsed once ------------------------------------------------------------ */

static bool parse_names(matching *m, vt_arena *arena)
{
    vt_map seen = {0};
    VT_ARRAY(vt_street_name *) names = {0};
    bool worked = true;
    for (size_t row = 0; worked && row < m->premises->n; row++) {
        const char *text = vt_layer_text(m->premises, "street", row);
        bool fresh;
        size_t *slot = text ? vt_map_at(&seen, text, &fresh) : NULL;
        if (!text) {
            continue;
        }
        if (slot && fresh) {
            vt_street_name *name = vt_arena_alloc(arena, sizeof *name);
            *slot = names.n;
            worked = name && vt_street_name_parse(arena, text, name) && vt_array_push(&names, name);
        }
        worked = worked && slot;
        if (worked && *names.at[*slot]->key) {
            m->name[row] = names.at[*slot];
        }
    }
    vt_map_free(&seen);
    vt_array_free(&names);
    return worked;
}

/* A premises' street_id may be the street's, or that of any of its lines. */
static bool find_ids(matching *m, const vt_layer *streets)
{
    vt_map known = {0};
    bool fresh, worked = true;
    for (size_t i = 0; worked && i < m->net->streets.n; i++) {
        size_t *slot = vt_map_at(&known, m->net->streets.at[i].id, &fresh);
        worked = slot != NULL;
        if (worked && fresh) {
            *slot = i;
        }
    }
    for (size_t row = 0; worked && row < streets->n; row++) {
        if (m->net->street_of_line[row] != SIZE_MAX) {
            size_t *slot = vt_map_at(&known, streets->id[row], &fresh);
            worked = slot != NULL;
            if (worked && fresh) {
                *slot = m->net->street_of_line[row];
            }
        }
    }
    for (size_t row = 0; worked && row < m->premises->n; row++) {
        const char *id = vt_layer_text(m->premises, "street_id", row);
        const size_t *found = id ? vt_map_find(&known, id) : NULL;
        m->by_id[row] = found && m->net->streets.at[*found].segments ? *found : SIZE_MAX;
        m->matches[row].named = id || m->name[row];
    }
    vt_map_free(&known);
    return worked;
}

/* --- sides of premises that lie on the line ------------------------------------------------------- */

/* 1 for an odd house number, 0 for an even one, −1 for none. */
static int parity(const vt_layer *premises, size_t row)
{
    const char *number = vt_layer_text(premises, "number", row);
    const size_t digits = number ? strspn(number, "0123456789") : 0;
    return digits ? (number[digits - 1] - '0') % 2 : -1;
}

/* Odd numbers are on the left or the right as most of the street's premises beside the line show; where
 * none does, on the left, as French streets are numbered. A premises without a number stays `on`. */
static bool settle_sides(matching *m)
{
    int *odd_left = calloc(m->net->streets.n + 1, sizeof *odd_left);
    for (size_t row = 0; odd_left && row < m->premises->n; row++) {
        const vt_match *match = &m->matches[row];
        const int odd = parity(m->premises, row);
        if (match->how != VT_NO_MATCH && match->side != VT_ON && odd >= 0) {
            odd_left[match->street] += (odd == 1) == (match->side == VT_LEFT) ? 1 : -1;
        }
    }
    for (size_t row = 0; odd_left && row < m->premises->n; row++) {
        vt_match *match = &m->matches[row];
        const int odd = parity(m->premises, row);
        if (match->how != VT_NO_MATCH && match->side == VT_ON && odd >= 0) {
            match->side = (odd == 1) == (odd_left[match->street] >= 0) ? VT_LEFT : VT_RIGHT;
        }
    }
    const bool worked = odd_left != NULL;
    free(odd_left);
    return worked;
}

vitrine_status vt_match_all(vitrine_context *ctx, const vt_layer *premises, const vt_layer *streets,
                            const vt_network *network, const vitrine_study *study, vt_match *matches)
{
    vt_arena arena = {0};
    matching m = {
        .premises = premises,
        .net = network,
        .name_m = vt_study_number(study, "vacancy.name_distance_m"),
        .max_m = vt_study_number(study, "vacancy.max_distance_m"),
        .similarity = vt_study_number(study, "vacancy.name_similarity"),
        .nearest_when_named = vt_study_flag(study, "vacancy.nearest_when_named"),
        .matches = matches,
    };
    m.name = vt_arena_array(&arena, premises->n, sizeof *m.name);
    m.by_id = vt_arena_array(&arena, premises->n, sizeof *m.by_id);
    bool worked = m.name && m.by_id && parse_names(&m, &arena) && find_ids(&m, streets);
    if (worked) {
        for (size_t row = 0; row < premises->n; row++) {
            vt_layer_place(premises, row, &matches[row].x, &matches[row].y);
        }
        vt_parallel_for(ctx, premises->n, 256, match_range, &m);
        worked = settle_sides(&m);
    }
    vt_arena_free(&arena);
    return worked ? VITRINE_OK : vt_no_memory(ctx);
}
