/* layers.c - sites with their indices, their criteria and their measures, as result layers. */
#include <math.h>
#include <string.h>

#include "analyse/friche/potential.h"
#include "base/number.h"
#include "study/words.h"

/* A text of the scheme, which does not outlive the analysis. */
static const char *keep(vt_potential *p, const char *text)
{
    return text ? vt_arena_text(&p->result->arena, text) : NULL;
}

/* A column a use, `prefix`_USE, with the use in its heading; NULL: out of memory. */
static vt_column *add_uses(vt_potential *p, vitrine_layer *layer, const char *prefix, const char *fr, const char *en)
{
    const bool french = strcmp(vitrine_study_get(p->study, "lang"), "fr") == 0;
    const size_t first = layer->columns.n;
    for (size_t u = 0; u < p->scheme->n_uses; u++) {
        const char *name = vt_arena_printf(&p->result->arena, "%s_%s", prefix, p->scheme->uses[u]);
        vt_column *column = name ? vt_layer_add_column(p->result, layer, name, VITRINE_REAL) : NULL;
        if (!column) {
            return NULL;
        }
        column->label = vt_arena_printf(&p->result->arena, french ? "%s\u00A0: %s" : "%s: %s", french ? fr : en, vt_word("best_use", p->scheme->uses[u], french));
    }
    return &layer->columns.at[first];
}

/* The polygons of the sites; a point gives none. */
static bool draw_sites(vt_potential *p, vitrine_layer *layer)
{
    const vt_geometry *from = &p->friches->geometry;
    size_t parts = 0, rings = 0, vertices = 0;
    for (size_t i = 0; i < p->n; i++) {
        const size_t row = p->site[i];
        if (from->shape[row] == VT_POLYGONS) {
            const size_t a = from->part[row], b = from->part[row + 1];
            parts += b - a;
            rings += from->ring[b] - from->ring[a];
            vertices += from->vertex[from->ring[b]] - from->vertex[from->ring[a]];
        }
    }
    if (!vt_layer_room(p->result, layer, parts, rings, vertices)) {
        return false;
    }
    vt_geometry *to = &layer->geometry;
    uint32_t part = 0, ring = 0, vertex = 0;
    for (size_t i = 0; i < p->n; i++) {
        const size_t row = p->site[i];
        const bool drawn = from->shape[row] == VT_POLYGONS;
        to->shape[i] = drawn ? VT_POLYGONS : 0;
        for (size_t a = from->part[row]; drawn && a < from->part[row + 1]; a++) {
            for (size_t r = from->ring[a]; r < from->ring[a + 1]; r++) {
                const uint32_t first = from->vertex[r], n = from->vertex[r + 1] - first;
                memcpy(to->x + vertex, from->x + first, n * sizeof *to->x);
                memcpy(to->y + vertex, from->y + first, n * sizeof *to->y);
                vertex += n;
                to->vertex[++ring] = vertex;
            }
            to->ring[++part] = ring;
        }
        to->part[i + 1] = part;
    }
    return true;
}

/* The bands of the scheme, from the lowest, as the grades of a layer; the indices as its series. */
static bool grade(vt_potential *p, vitrine_layer *layer)
{
    const size_t n = p->scheme->bands.n;
    vt_grade *grades = vt_arena_array(&p->result->arena, n, sizeof *grades);
    for (size_t i = 0; grades && i < n; i++) {
        const vt_scheme_band *band = &p->scheme->bands.at[n - 1 - i];
        grades[i] = (vt_grade){keep(p, band->name), band->from};
    }
    layer->grades = grades;
    layer->n_grades = n;
    layer->series = "index_";
    return grades != NULL;
}

static double measured(const vt_potential *p, const char *name, size_t i)
{
    const vt_measure *m = vt_measures_find(&p->measures, name);
    return m ? m->value[p->site[i]] : NAN;
}

static void fill_attributes(vt_potential *p, vt_column *to)
{
    static const char *const texts[] = {NULL, "name", "status", "municipality"};
    static const char *const numbers[] = {"area_m2", "built_m2", "built_coverage", "parcels", "parcels_touching"};
    for (size_t i = 0; i < p->n; i++) {
        to[0].text[i] = p->friches->id[p->site[i]];
        for (size_t c = 1; c < 4; c++) {
            to[c].text[i] = vt_layer_text(p->friches, texts[c], p->site[i]);
        }
        for (size_t c = 0; c < 5; c++) {
            const double value = measured(p, numbers[c], i);
            if (c < 3) {
                to[4 + c].real[i] = value;
            } else if (!isnan(value)) {
                to[4 + c].integer[i] = (int64_t)value;
            }
        }
    }
}

vitrine_status vt_potential_layer(vt_potential *p)
{
    static const vt_column_type before[] = {
        {"site_id", VITRINE_TEXT}, {"site_name", VITRINE_TEXT}, {"status", VITRINE_TEXT}, {"municipality", VITRINE_TEXT},
        {"area_m2", VITRINE_REAL}, {"built_m2", VITRINE_REAL}, {"built_coverage", VITRINE_REAL}, {"parcels", VITRINE_INTEGER},
        {"parcels_touching", VITRINE_INTEGER}};
    enum { BEST, INDEX, BAND, RELIABILITY, LEVEL, RANK, LOW, HIGH, STABILITY, SCHEME, COLUMNS };
    static const vt_column_type after[COLUMNS] = {
        {"best_use", VITRINE_TEXT},         {"best_index", VITRINE_REAL}, {"band", VITRINE_TEXT},        {"reliability", VITRINE_REAL},
        {"reliability_band", VITRINE_TEXT}, {"rank", VITRINE_INTEGER},    {"rank_p05", VITRINE_INTEGER}, {"rank_p95", VITRINE_INTEGER},
        {"best_use_stability", VITRINE_REAL}, {"scheme", VITRINE_TEXT}};
    vitrine_layer *layer = vt_result_add(p->result, "friche_potential", VT_DRAW_MULTIPOLYGON, p->n);
    vt_column *to = layer && draw_sites(p, layer) ? vt_layer_add_columns(p->result, layer, before, 9) : NULL;
    if (!to) {
        return vt_no_memory(p->ctx);
    }
    layer->source_note = p->friches->source_note;
    fill_attributes(p, to);
    to = add_uses(p, layer, "index", "Indice", "Index");
    for (size_t i = 0; to && i < p->n; i++) {
        for (size_t u = 0; u < p->scheme->n_uses; u++) {
            to[u].real[i] = p->scores[i].index[u];
        }
    }
    to = to ? vt_layer_add_columns(p->result, layer, after, COLUMNS) : NULL;
    for (size_t i = 0; to && i < p->n; i++) {
        const vt_score *score = &p->scores[i];
        const vt_scheme *s = p->scheme;
        to[RELIABILITY].real[i] = score->reliability;
        to[LEVEL].text[i] = keep(p, vt_score_band(s->levels.at, s->levels.n, score->reliability));
        to[SCHEME].text[i] = keep(p, s->name);
        if (score->best == SIZE_MAX) {
            continue;
        }
        to[BEST].text[i] = keep(p, s->uses[score->best]);
        to[INDEX].real[i] = score->index[score->best];
        to[BAND].text[i] = keep(p, vt_score_band(s->bands.at, s->bands.n, score->index[score->best]));
        to[RANK].integer[i] = p->rank[i];
        to[STABILITY].real[i] = p->sure[i].stability;
        if (!isnan(p->sure[i].rank_p05)) {
            to[LOW].integer[i] = (int64_t)p->sure[i].rank_p05;
            to[HIGH].integer[i] = (int64_t)p->sure[i].rank_p95;
        }
    }
    return to && grade(p, layer) && vt_layer_keep(p->result, layer, p->friches, p->site) ? VITRINE_OK : vt_no_memory(p->ctx);
}

vitrine_status vt_potential_points(vt_potential *p)
{
    static const vt_column_type columns[] = {{"site_id", VITRINE_TEXT},    {"site_name", VITRINE_TEXT},    {"best_use", VITRINE_TEXT},
                                             {"best_index", VITRINE_REAL}, {"reliability", VITRINE_REAL}, {"rank", VITRINE_INTEGER}};
    const vt_geometry *from = &p->friches->geometry;
    size_t n = 0, row = 0;
    for (size_t i = 0; i < p->n; i++) {
        n += from->shape[p->site[i]] == VT_POINTS;
    }
    vitrine_layer *layer = n ? vt_result_add(p->result, "friche_points", VT_DRAW_POINT, n) : NULL;
    vt_column *to = layer && vt_layer_room(p->result, layer, n, n, n) && grade(p, layer)
                        ? vt_layer_add_columns(p->result, layer, columns, sizeof columns / sizeof *columns)
                        : NULL;
    if (!to) {
        return n ? vt_no_memory(p->ctx) : VITRINE_OK;
    }
    for (size_t i = 0; i < p->n; i++) {
        const size_t site = p->site[i], best = p->scores[i].best;
        if (from->shape[site] != VT_POINTS) {
            continue;
        }
        const uint32_t vertex = from->vertex[from->ring[from->part[site]]];
        vt_layer_put_point(layer, row, from->x[vertex], from->y[vertex]);
        to[0].text[row] = p->friches->id[site];
        to[1].text[row] = vt_layer_text(p->friches, "name", site);
        to[4].real[row] = p->scores[i].reliability;
        if (best != SIZE_MAX) {
            to[2].text[row] = keep(p, p->scheme->uses[best]);
            to[3].real[row] = p->scores[i].index[best];
            to[5].integer[row] = p->rank[i];
        }
        row++;
    }
    return VITRINE_OK;
}

/* A value as text: the category, or the number. */
static const char *text_of(vt_potential *p, const vt_value *value)
{
    char number[VT_NUMBER_ROOM];
    return value->text ? keep(p, value->text) : isnan(value->number) ? NULL : keep(p, vt_number_format(number, value->number));
}

vitrine_status vt_potential_criteria(vt_potential *p)
{
    enum { SITE, CRITERION, VALUE, UNIT, SOURCE, WEIGHT, COLUMNS };
    static const vt_column_type list[COLUMNS] = {{"site_id", VITRINE_TEXT}, {"criterion", VITRINE_TEXT}, {"value", VITRINE_TEXT},
                                                 {"unit", VITRINE_TEXT}, {"source", VITRINE_TEXT}, {"weight", VITRINE_REAL}};
    const size_t criteria = p->scheme->criteria.n, uses = p->scheme->n_uses;
    vitrine_layer *layer = vt_result_add(p->result, "friche_criteria", VT_TABLE, p->n * criteria);
    const bool worked = layer && vt_layer_add_columns(p->result, layer, list, COLUMNS) && add_uses(p, layer, "score", "Note", "Score") &&
                        add_uses(p, layer, "advantage", "Avantage", "Advantage") && add_uses(p, layer, "constraint", "Contrainte", "Constraint");
    for (size_t i = 0, row = 0; worked && i < p->n; i++) {
        for (size_t c = 0; c < criteria; c++, row++) {
            const vt_criterion *criterion = &p->scheme->criteria.at[c];
            const vt_value *value = &p->values[i * criteria + c];
            vt_column *to = layer->columns.at;
            to[SITE].text[row] = p->friches->id[p->site[i]];
            to[CRITERION].text[row] = keep(p, criterion->name);
            to[VALUE].text[row] = text_of(p, value);
            to[UNIT].text[row] = keep(p, criterion->unit);
            to[SOURCE].text[row] = vt_value_sources[value->source];
            to[WEIGHT].real[row] = criterion->weight;
            for (size_t u = 0; value->row != SIZE_MAX && u < uses; u++) {
                to[COLUMNS + u].real[row] = criterion->rows.at[value->row].scores[u];
                vt_score_points(p->scheme, c, value->row, u, criterion->weight, &to[COLUMNS + uses + u].real[row],
                                &to[COLUMNS + 2 * uses + u].real[row]);
            }
        }
    }
    return worked ? VITRINE_OK : vt_no_memory(p->ctx);
}

vitrine_status vt_potential_measures(vt_potential *p)
{
    enum { SITE, MEASURE, VALUE, UNIT, COLUMNS };
    static const vt_column_type list[COLUMNS] = {{"site_id", VITRINE_TEXT}, {"measure", VITRINE_TEXT}, {"value", VITRINE_REAL},
                                                 {"unit", VITRINE_TEXT}};
    const size_t n = p->measures.list.n;
    vitrine_layer *layer = vt_result_add(p->result, "friche_measures", VT_TABLE, p->n * n);
    vt_column *to = layer ? vt_layer_add_columns(p->result, layer, list, COLUMNS) : NULL;
    for (size_t i = 0, row = 0; to && i < p->n; i++) {
        for (size_t m = 0; m < n; m++, row++) {
            to[SITE].text[row] = p->friches->id[p->site[i]];
            to[MEASURE].text[row] = p->measures.list.at[m].name;
            to[VALUE].real[row] = p->measures.list.at[m].value[p->site[i]];
            to[UNIT].text[row] = *p->measures.list.at[m].unit ? p->measures.list.at[m].unit : NULL;
        }
    }
    return to ? VITRINE_OK : vt_no_memory(p->ctx);
}
