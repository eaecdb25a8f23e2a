/* units.c - see units.h. */
#include "analyse/vacancy/units.h"

#include <stdlib.h>

static int by_unit(const void *a, const void *b)
{
    const vt_member *x = a, *y = b;
    return x->unit != y->unit ? (x->unit < y->unit ? -1 : 1) : (x->row > y->row) - (x->row < y->row);
}

typedef struct {
    const vt_survey *s;
    const vt_members *members;
    size_t at; /* the first one not yet counted */
} counting;

static void count_unit(void *user, size_t unit, vt_tally *tally)
{
    counting *c = user;
    for (; c->at < c->members->n && c->members->at[c->at].unit == unit; c->at++) {
        vt_survey_count(c->s, c->members->at[c->at].row, tally);
    }
}

/* Premises of the stock on 100 m of street; NULL where the unit is no line. */
static vitrine_status add_density(vt_survey *s, vitrine_layer *layer)
{
    vt_column *column = vt_layer_add_column(s->result, layer, "units_per_100m", VITRINE_REAL);
    const size_t length = vitrine_layer_column(layer, "length_m"), stock = vitrine_layer_column(layer, "stock");
    for (size_t i = 0; column && length != SIZE_MAX && i < layer->n; i++) {
        const double metres = layer->columns.at[length].real[i];
        if (metres > 0) {
            column->real[i] = 100 * (double)layer->columns.at[stock].integer[i] / metres;
        }
    }
    return column ? VITRINE_OK : vt_no_memory(s->ctx);
}

vitrine_status vt_units_columns(vt_survey *s, vitrine_layer *layer, vt_members *members, vt_stretch stretch)
{
    if (members->n) {
        qsort(members->at, members->n, sizeof *members->at, by_unit);
    }
    counting c = {s, members, 0};
    vitrine_status status = vt_rates_columns(s->ctx, s->result, layer, count_unit, &c, &s->rules);
    if (!status) {
        status = vt_runs_columns(s, layer, members, stretch);
    }
    if (!status) {
        status = add_density(s, layer);
    }
    return status ? status : vt_mix_columns(s, layer, members);
}
