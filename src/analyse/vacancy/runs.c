/* runs.c - runs of closed shops and gaps between open ones, along each side of each piece of street.
 *
 * A run is a sequence of vacant premises, any other status ends it; so does the end of the piece, and inside a
 * perimeter a premises outside of it. Of several longest runs the one of most metres is told. A gap is the way from
 * one occupied premises to the next, or to the end of the piece or block; on a side without an occupied premises the
 * whole. A side without premises has no gap: nothing tells that shops were ever meant to be there. */
#include <math.h>
#include <stdlib.h>

#include "analyse/vacancy/units.h"

typedef struct {
    uint32_t unit, group, rank, row; /* group: a side of a piece */
    double at;                       /* metres from the begin of the piece or block */
} seat;

typedef struct {
    size_t run, longest;
    double run_m, longest_m;
    bool tied;
    size_t gaps;
    double gap_m; /* the longest; NaN without one */
} count;

static int by_place(const void *one, const void *two)
{
    const seat *a = one, *b = two;
    if (a->unit != b->unit) {
        return a->unit < b->unit ? -1 : 1;
    }
    if (a->group != b->group) {
        return a->group < b->group ? -1 : 1;
    }
    if (a->at != b->at) {
        return a->at < b->at ? -1 : 1;
    }
    return (a->rank > b->rank) - (a->rank < b->rank);
}

static seat *seat_all(const vt_survey *s, const vt_members *members, vt_stretch stretch, size_t *n)
{
    seat *seats = malloc((members->n + 1) * sizeof *seats);
    *n = 0;
    for (size_t i = 0; seats && i < members->n; i++) {
        const uint32_t row = members->at[i].row;
        const vt_match *match = &s->matches[row];
        if (match->how == VT_NO_MATCH) {
            continue;
        }
        const vt_segment *segment = &s->network->segments.at[match->segment];
        const double at = stretch == VT_ONE_BLOCK ? vt_network_block_offset(s->network, &s->network->blocks.at[segment->block], match->measure_m)
                                                  : match->measure_m;
        seats[(*n)++] = (seat){members->at[i].unit, 3 * segment->piece + match->side, s->details[row].rank, row, at};
    }
    if (seats && *n) {
        qsort(seats, *n, sizeof *seats, by_place);
    }
    return seats;
}

static double length_of(const vt_survey *s, const seat *at, vt_stretch stretch)
{
    const vt_segment *segment = &s->network->segments.at[s->matches[at->row].segment];
    const vt_piece *piece = &s->network->pieces.at[segment->piece];
    return stretch == VT_ONE_BLOCK ? s->network->blocks.at[segment->block].length_m
                                   : s->network->measure.at[piece->first + piece->n - 1];
}

static void end_run(count *c)
{
    if (c->run > c->longest || (c->run == c->longest && (isnan(c->longest_m) || c->run_m > c->longest_m))) {
        c->longest = c->run;
        c->longest_m = c->run_m;
    }
    c->run = 0;
    c->run_m = 0;
}

/* A gap that is as long as asked but for the rounding of measures counts. */
static void add_gap(count *c, double metres, double least)
{
    c->gap_m = isnan(c->gap_m) ? metres : fmax(c->gap_m, metres);
    c->gaps += metres >= least - 1e-6;
}

/* Walks one side of one piece; returns the seat after it. */
static const seat *walk_side(const vt_survey *s, const seat *from, const seat *end, vt_stretch stretch, double least,
                             count *c)
{
    const seat *at = from;
    double open = 0; /* where the last occupied premises lies, or the begin */
    for (; at < end && at->unit == from->unit && at->group == from->group; at++) {
        const vt_status status = s->premises->status[at->row];
        const bool vacant = vt_rates_counts(&s->rules, status) == 1;
        if (!vacant || (stretch == VT_SOME_PREMISES && at > from && at->rank != at[-1].rank + 1)) {
            end_run(c);
        }
        if (vacant) {
            c->run++;
            c->run_m += s->details[at->row].frontage_m;
        }
        if (status == VT_OCCUPIED) {
            add_gap(c, at->at - open, least);
            open = at->at;
        }
        c->tied = c->tied || s->details[at->row].tied;
    }
    end_run(c);
    add_gap(c, length_of(s, from, stretch) - open, least);
    return at;
}

vitrine_status vt_runs_columns(vt_survey *s, vitrine_layer *layer, const vt_members *members, vt_stretch stretch)
{
    enum { RUN, RUN_M, UNSURE, GAP_M, GAPS, COLUMNS };
    static const vt_column_type columns[COLUMNS] = {{"run_max", VITRINE_INTEGER},   {"run_max_m", VITRINE_REAL}, {"run_order_unsure", VITRINE_BOOLEAN},
                          {"gap_max_m", VITRINE_REAL}, {"gaps", VITRINE_INTEGER}};
    vt_column *to = vt_layer_add_columns(s->result, layer, columns, COLUMNS);
    size_t n;
    seat *seats = seat_all(s, members, stretch, &n);
    if (!to || !seats) {
        free(seats);
        return vt_no_memory(s->ctx);
    }
    for (size_t i = 0; i < layer->n; i++) { /* no premises, no run */
        to[RUN].integer[i] = to[UNSURE].integer[i] = 0;
        to[RUN_M].real[i] = 0;
    }
    const double least = vt_study_number(s->study, "vacancy.gap_m");
    for (const seat *at = seats, *end = seats + n; at < end;) {
        const uint32_t unit = at->unit;
        count c = {.gap_m = NAN};
        while (at < end && at->unit == unit) {
            at = walk_side(s, at, end, stretch, least, &c);
        }
        to[RUN].integer[unit] = (int64_t)c.longest;
        to[RUN_M].real[unit] = c.longest_m;
        to[UNSURE].integer[unit] = c.tied;
        if (stretch != VT_SOME_PREMISES) {
            to[GAP_M].real[unit] = c.gap_m;
            to[GAPS].integer[unit] = (int64_t)c.gaps;
        }
    }
    free(seats);
    return VITRINE_OK;
}
