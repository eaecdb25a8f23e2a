/* order.c - the order of premises along each side of each piece of street: measure, house number, unit, id. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "analyse/vacancy/survey.h"
#include "base/text.h"

typedef struct {
    const vt_match *match;
    const char *number, *unit; /* "" when not known */
    uint32_t piece, row;
} seat;

/* "12", "12bis", "12 B": by the number, then bis, ter, quater as they follow each other, else by letters. */
static int compare_numbers(const char *a, const char *b)
{
    static const char *const ordinals[] = {"", "bis", "ter", "quater", "quinquies"};
    char *end_a, *end_b;
    const unsigned long x = strtoul(a, &end_a, 10), y = strtoul(b, &end_b, 10);
    if (x != y) {
        return x < y ? -1 : 1;
    }
    end_a += strspn(end_a, " -");
    end_b += strspn(end_b, " -");
    size_t place_a = 0, place_b = 0;
    const size_t n = sizeof ordinals / sizeof *ordinals;
    while (place_a < n && strcasecmp(end_a, ordinals[place_a]) != 0) {
        place_a++;
    }
    while (place_b < n && strcasecmp(end_b, ordinals[place_b]) != 0) {
        place_b++;
    }
    return place_a != place_b ? (place_a < place_b ? -1 : 1) : strcasecmp(end_a, end_b);
}

static int compare_units(const char *a, const char *b)
{
    return vt_text_compare_ids(a, b, vt_text_is_integer_id(a) && vt_text_is_integer_id(b));
}

static int by_place(const void *one, const void *two)
{
    const seat *a = one, *b = two;
    const vt_match *p = a->match, *q = b->match;
    if (a->piece != b->piece) {
        return a->piece < b->piece ? -1 : 1;
    }
    if (p->side != q->side) {
        return p->side < q->side ? -1 : 1;
    }
    if (p->measure_m != q->measure_m) {
        return p->measure_m < q->measure_m ? -1 : 1;
    }
    const int number = compare_numbers(a->number, b->number);
    const int unit = number ? number : compare_units(a->unit, b->unit);
    return unit ? unit : (a->row > b->row) - (a->row < b->row); /* rows are in the order of ids */
}

/* Whether nothing but the id tells which of two at one point comes first. */
static bool is_tied(const seat *a, const seat *b)
{
    const bool numbered = *a->number && *b->number && compare_numbers(a->number, b->number) != 0;
    const bool lettered = *a->unit && *b->unit && compare_units(a->unit, b->unit) != 0;
    return a->piece == b->piece && a->match->side == b->match->side && a->match->x == b->match->x &&
           a->match->y == b->match->y && !numbered && !lettered;
}

static const char *text_or_empty(const vt_survey *s, const char *field, size_t row)
{
    const char *text = vt_layer_text(s->premises, field, row);
    return text ? text : "";
}

vitrine_status vt_survey_order(vt_survey *s)
{
    seat *seats = malloc((s->premises->n + 1) * sizeof *seats);
    if (!seats) {
        return vt_no_memory(s->ctx);
    }
    size_t n = 0;
    for (size_t row = 0; row < s->premises->n; row++) {
        s->details[row].rank = UINT32_MAX;
        if (s->matches[row].how != VT_NO_MATCH) {
            seats[n++] = (seat){&s->matches[row], text_or_empty(s, "number", row), text_or_empty(s, "unit", row),
                                s->network->segments.at[s->matches[row].segment].piece, (uint32_t)row};
        }
    }
    qsort(seats, n, sizeof *seats, by_place);
    for (size_t i = 0; i < n; i++) {
        s->details[seats[i].row].rank = (uint32_t)i;
        s->details[seats[i].row].tied = i > 0 && is_tied(&seats[i - 1], &seats[i]);
    }
    free(seats);
    return VITRINE_OK;
}
