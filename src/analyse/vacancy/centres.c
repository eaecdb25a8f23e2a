/* centres.c - premises in town centres, and the part of each street inside one. A premises counts in
 * every centre that covers it, boundary included; centres need not add up. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/vacancy/units.h"
#include "geo/geos.h"
#include "geo/measure.h"

/* A notice for each pair of centres that share ground. */
static vitrine_status list_overlaps(vt_survey *s)
{
    const vt_layer *c = s->centres;
    vt_geos *geos = vt_geos_new();
    vitrine_status status = geos ? VITRINE_OK : vt_no_memory(s->ctx);
    for (size_t i = 0; !status && i < c->n; i++) {
        const vt_box one = vt_layer_box(c, i);
        for (size_t j = i + 1; !status && j < c->n; j++) {
            const vt_box two = vt_layer_box(c, j);
            if (!vt_box_meets(&one, &two)) {
                continue;
            }
            const vt_geometry *g = &c->geometry;
            vt_geos_geometry *a = vt_geos_polygons(geos, g, g->part[i], g->part[i + 1] - g->part[i]);
            vt_geos_geometry *b = vt_geos_polygons(geos, g, g->part[j], g->part[j + 1] - g->part[j]);
            vt_geos_geometry *both = a && b ? vt_geos_intersection(geos, a, b) : NULL;
            const double area = both ? vt_geos_area(geos, both) : 0;
            if (area > 1e-6) {
                char detail[200], room[VT_NUMBER_ROOM];
                snprintf(detail, sizeof detail, "%.100s, %s m2", c->id[j], vt_number_format_fixed(room, area, 1));
                status = vt_ledger_add(s->ctx, &s->result->notices, c->name, c->id[i], VT_OVERLAP, NAN, NAN, detail);
            }
            vt_geos_drop(geos, a);
            vt_geos_drop(geos, b);
            vt_geos_drop(geos, both);
        }
    }
    vt_geos_free(geos);
    return status;
}

vitrine_status vt_survey_locate(vt_survey *s)
{
    for (size_t row = 0; row < s->premises->n; row++) {
        s->centre[row] = SIZE_MAX;
        for (size_t c = 0; s->centres && c < s->centres->n && s->centre[row] == SIZE_MAX; c++) {
            if (vt_layer_covers(s->centres, c, s->matches[row].x, s->matches[row].y)) {
                s->centre[row] = c;
            }
        }
    }
    return s->centres ? list_overlaps(s) : VITRINE_OK;
}

static const char *name_of(const vt_layer *centres, size_t row)
{
    const char *name = vt_layer_text(centres, "name", row);
    return name ? name : centres->id[row];
}

vitrine_status vt_survey_centres(vt_survey *s)
{
    const vt_layer *c = s->centres;
    if (!c) {
        return VITRINE_OK;
    }
    const bool single = c->geometry.part[c->n] == c->n;
    vitrine_layer *layer =
        vt_result_add(s->result, "centre_vacancy", single ? VT_DRAW_POLYGON : VT_DRAW_MULTIPOLYGON, c->n);
    if (!layer) {
        return vt_no_memory(s->ctx);
    }
    layer->geometry = c->geometry;
    layer->source_note = c->source_note;
    vt_column *id = vt_layer_add_column(s->result, layer, "centre_id", VITRINE_TEXT);
    for (size_t i = 0; id && i < c->n; i++) {
        id->text[i] = c->id[i];
    }
    vt_column *name = id ? vt_layer_add_column(s->result, layer, "centre_name", VITRINE_TEXT) : NULL;
    for (size_t i = 0; name && i < c->n; i++) {
        name->text[i] = name_of(c, i);
    }
    vt_column *area = name ? vt_layer_add_column(s->result, layer, "area_m2", VITRINE_REAL) : NULL;
    for (size_t i = 0; area && i < c->n; i++) {
        area->real[i] = vt_layer_area(c, i);
    }
    vt_members members = {0};
    bool worked = area != NULL;
    for (uint32_t row = 0; worked && row < s->premises->n; row++) {
        for (uint32_t i = 0; worked && i < c->n; i++) {
            const vt_member member = {i, row};
            worked = !vt_layer_covers(c, i, s->matches[row].x, s->matches[row].y) || vt_array_push(&members, member);
        }
    }
    const vitrine_status status =
        worked ? vt_units_columns(s, layer, &members, VT_SOME_PREMISES) : vt_no_memory(s->ctx);
    vt_array_free(&members);
    return status ? status : vt_layer_keep(s->result, layer, c, NULL) ? VITRINE_OK : vt_no_memory(s->ctx);
}

/* --- streets inside centres ---------------------------------------------------------------------- */

typedef struct {
    size_t street, centre;
    size_t parts; /* stretches found */
    double length_m;
} pair;

typedef struct {
    vt_survey *s;
    VT_ARRAY(pair) pairs;
    vt_members members; /* of the pairs */
    VT_ARRAY(uint32_t) vertex;
    VT_ARRAY(double) x;
    VT_ARRAY(double) y;
} stretches;

static bool add_line(void *user, const double *x, const double *y, size_t n, bool part)
{
    (void)part;
    stretches *all = user;
    bool worked = true;
    for (size_t i = 0; worked && i < n; i++) {
        worked = vt_array_push(&all->x, x[i]) && vt_array_push(&all->y, y[i]);
    }
    pair *p = &all->pairs.at[all->pairs.n - 1];
    p->parts++;
    p->length_m += vt_measure_length(x, y, n);
    return worked && vt_array_push(&all->vertex, (uint32_t)all->x.n);
}

/* The part of a street inside a centre. false: GEOS or memory failed. */
static bool cut_street(stretches *all, vt_geos *geos, const vitrine_layer *lines, size_t street, size_t centre)
{
    const vt_geometry *l = &lines->geometry, *c = &all->s->centres->geometry;
    vt_geos_geometry *line = vt_geos_lines(geos, l, l->part[street], l->part[street + 1] - l->part[street]);
    vt_geos_geometry *polygon = vt_geos_polygons(geos, c, c->part[centre], c->part[centre + 1] - c->part[centre]);
    vt_geos_geometry *inside = line && polygon ? vt_geos_intersection(geos, line, polygon) : NULL;
    const bool worked = inside && vt_geos_rings(geos, inside, VT_LINES, add_line, all);
    vt_geos_drop(geos, line);
    vt_geos_drop(geos, polygon);
    vt_geos_drop(geos, inside);
    return worked;
}

static vt_box street_box(const vitrine_layer *lines, size_t street)
{
    const vt_geometry *g = &lines->geometry;
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = g->vertex[g->ring[g->part[street]]]; i < g->vertex[g->ring[g->part[street + 1]]]; i++) {
        box = (vt_box){fmin(box.xmin, g->x[i]), fmin(box.ymin, g->y[i]), fmax(box.xmax, g->x[i]), fmax(box.ymax, g->y[i])};
    }
    return box;
}

/* Lists the premises of the last pair; false: out of memory. */
static bool list_members(stretches *all, const size_t *first, const size_t *next)
{
    const vt_survey *s = all->s;
    const pair *p = &all->pairs.at[all->pairs.n - 1];
    bool worked = true;
    for (size_t row = first[p->street]; worked && row != SIZE_MAX; row = next[row]) {
        const vt_member member = {(uint32_t)(all->pairs.n - 1), (uint32_t)row};
        worked = !vt_layer_covers(s->centres, p->centre, s->matches[row].x, s->matches[row].y) ||
                 vt_array_push(&all->members, member);
    }
    return worked;
}

/* Every street that has ground or premises inside a centre, sorted by street, then centre. */
static vitrine_status find_pairs(stretches *all, const vitrine_layer *lines)
{
    vt_survey *s = all->s;
    const size_t streets = s->network->streets.n;
    size_t *first = malloc((streets + 1) * sizeof *first), *next = malloc((s->premises->n + 1) * sizeof *next);
    vt_geos *geos = vt_geos_new();
    vitrine_status status = first && next && geos ? VITRINE_OK : vt_no_memory(s->ctx);
    for (size_t i = 0; !status && i < streets; i++) {
        first[i] = SIZE_MAX;
    }
    for (size_t row = s->premises->n; !status && row-- > 0;) { /* backwards: each list then runs forwards */
        if (s->matches[row].how != VT_NO_MATCH) {
            next[row] = first[s->matches[row].street];
            first[s->matches[row].street] = row;
        }
    }
    for (size_t street = 0; !status && street < streets; street++) {
        const vt_box box = street_box(lines, street);
        for (size_t c = 0; !status && c < s->centres->n; c++) {
            const vt_box centre = vt_layer_box(s->centres, c);
            const pair p = {.street = street, .centre = c};
            const size_t before = all->members.n;
            if (!vt_array_push(&all->pairs, p) || !list_members(all, first, next)) {
                status = vt_no_memory(s->ctx);
            } else if (vt_box_meets(&box, &centre) && !cut_street(all, geos, lines, street, c)) {
                status = vt_fail(s->ctx, VITRINE_E_FAILED, _("street %s and centre %s cannot be cut: %s"),
                                 s->network->streets.at[street].id, s->centres->id[c], vt_geos_message(geos));
            } else {
                all->pairs.n -= all->pairs.at[all->pairs.n - 1].parts == 0 && all->members.n == before;
            }
        }
    }
    vt_geos_free(geos);
    free(first);
    free(next);
    return status;
}

static bool fill_geometry(const stretches *all, vitrine_layer *layer)
{
    vt_geometry *g = &layer->geometry;
    const size_t parts = all->vertex.n - 1;
    if (!vt_layer_room(all->s->result, layer, parts, parts, all->x.n)) {
        return false;
    }
    for (size_t i = 0; i < parts; i++) {
        g->ring[i + 1] = (uint32_t)i + 1;
        g->vertex[i + 1] = all->vertex.at[i + 1];
    }
    if (all->x.n) {
        memcpy(g->x, all->x.at, all->x.n * sizeof *g->x);
        memcpy(g->y, all->y.at, all->y.n * sizeof *g->y);
    }
    for (size_t i = 0; i < layer->n; i++) {
        g->shape[i] = all->pairs.at[i].parts ? VT_LINES : 0;
        g->part[i + 1] = g->part[i] + (uint32_t)all->pairs.at[i].parts;
    }
    return true;
}

static vitrine_status fill_layer(stretches *all)
{
    vt_survey *s = all->s;
    vitrine_layer *layer = vt_result_add(s->result, "street_centre_vacancy", VT_DRAW_MULTILINE, all->pairs.n);
    static const char *const names[] = {"street_id", "street_name", "centre_id", "centre_name"};
    bool worked = layer && fill_geometry(all, layer);
    for (size_t c = 0; worked && c < 4; c++) {
        vt_column *column = vt_layer_add_column(s->result, layer, names[c], VITRINE_TEXT);
        for (size_t i = 0; column && i < layer->n; i++) {
            const pair *p = &all->pairs.at[i];
            const vt_street *street = &s->network->streets.at[p->street];
            column->text[i] = c == 0   ? street->id
                              : c == 1 ? street->name
                              : c == 2 ? s->centres->id[p->centre]
                                       : name_of(s->centres, p->centre);
        }
        worked = column != NULL;
    }
    vt_column *length = worked ? vt_layer_add_column(s->result, layer, "length_m", VITRINE_REAL) : NULL;
    for (size_t i = 0; length && i < layer->n; i++) {
        length->real[i] = all->pairs.at[i].length_m;
    }
    const vitrine_status status =
        length ? vt_units_columns(s, layer, &all->members, VT_SOME_PREMISES) : vt_no_memory(s->ctx);
    if (layer) {
        layer->source_note = s->streets->source_note;
    }
    return status;
}

vitrine_status vt_survey_street_centres(vt_survey *s)
{
    if (!s->centres) {
        return VITRINE_OK;
    }
    stretches all = {.s = s};
    vitrine_status status = vt_array_push(&all.vertex, 0) ? VITRINE_OK : vt_no_memory(s->ctx);
    if (!status) {
        status = find_pairs(&all, vitrine_result_find(s->result, "street_vacancy"));
    }
    if (!status) {
        status = fill_layer(&all);
    }
    vt_array_free(&all.pairs);
    vt_array_free(&all.members);
    vt_array_free(&all.vertex);
    vt_array_free(&all.x);
    vt_array_free(&all.y);
    return status;
}
