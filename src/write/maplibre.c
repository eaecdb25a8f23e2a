/* maplibre.c - styles.maplibre.json: the legends of all spatial layers as one MapLibre style (style specification, version 8), over the
 * GeoJSON files beside it. No glyphs and no sprites, hence no request beyond the folder: nothing is written on the map, a hatching becomes
 * a thin tint, and every sign a circle. Lines and signs shrink with the scale as in QGIS. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "write/buffer.h"
#include "write/columns.h"
#include "write/legend.h"
#include "write/qgis_plan.h"
#include "write/style.h"

/* At most so many over the rules of a layer. */
enum { PASSES = 10 };

/* What of a symbol is drawn, one after the other over all rules of a pass. */
typedef enum { STAGE_AREA, STAGE_HATCH, STAGE_CASING, STAGE_STROKE, STAGES } stage;

#define PIXEL_MM 0.28
#define HATCH_OPACITY 0.3

typedef struct {
    vt_export *e;
    vt_buffer out;
    double lon, lat, zoom; /* NaN: there is nothing to look at */
} writer;

/* Zoom (tiles of 512 pixels) at which a map of this latitude has the scale 1:denominator; the world is 40,075,017 m round. */
static double zoom_of(const writer *w, double denominator)
{
    const double latitude = isnan(w->lat) ? 46.5 : w->lat;
    return log2(40075016.686 * cos(latitude * M_PI / 180) / 512 / (PIXEL_MM / 1000 * denominator));
}

static void add_number(writer *w, double value)
{
    char number[VT_NUMBER_ROOM];
    vt_buffer_add(&w->out, vt_number_format_fixed(number, value, 2));
}

/* --- filters ------------------------------------------------------------------------------------- */

static void add_get(writer *w, const vt_legend_term *term)
{
    vt_buffer_add(&w->out, "[\"get\",");
    vt_buffer_json(&w->out, term->column);
    vt_buffer_add(&w->out, "]");
}

static void add_value(writer *w, const vt_legend_term *term, size_t i)
{
    if (term->quoted) {
        vt_buffer_json(&w->out, term->values[i]);
    } else {
        vt_buffer_add(&w->out, term->values[i]);
    }
}

static void add_comparison(writer *w, const vt_legend_term *term)
{
    static const char *const operators[VT_COMPARISONS] = {
        [VT_IS_EQUAL] = "==", [VT_IS_LESS] = "<", [VT_IS_LEAST] = ">=", [VT_IS_MORE] = ">", [VT_IS_NULL] = "=="};
    vt_buffer_printf(&w->out, "[\"%s\",", operators[term->comparison]);
    add_get(w, term);
    vt_buffer_add(&w->out, ",");
    if (term->n) {
        add_value(w, term, 0);
    } else {
        vt_buffer_add(&w->out, "null");
    }
    vt_buffer_add(&w->out, "]");
}

static void add_term(writer *w, const vt_legend_term *term)
{
    vt_buffer_add(&w->out, term->negated ? "[\"!\"," : "");
    if (term->comparison == VT_IS_IN) {
        vt_buffer_add(&w->out, "[\"match\",");
        add_get(w, term);
        for (size_t i = 0; i < term->n; i++) {
            vt_buffer_add(&w->out, i ? "," : ",[");
            add_value(w, term, i);
        }
        vt_buffer_add(&w->out, "],true,false]");
    } else if (term->comparison == VT_IS_EQUAL || term->comparison == VT_IS_NULL) {
        add_comparison(w, term);
    } else { /* to compare the size of null is an error */
        vt_buffer_add(&w->out, "[\"all\",[\"==\",[\"typeof\",");
        add_get(w, term);
        vt_buffer_add(&w->out, "],\"number\"],");
        add_comparison(w, term);
        vt_buffer_add(&w->out, "]");
    }
    vt_buffer_add(&w->out, term->negated ? "]" : "");
}

static void add_filter(writer *w, const vt_legend_rule *rule)
{
    vt_buffer_add(&w->out, ",\"filter\":[\"all\"");
    for (size_t i = 0; i < rule->n_terms; i++) {
        vt_buffer_add(&w->out, ",");
        add_term(w, &rule->terms[i]);
    }
    vt_buffer_add(&w->out, "]");
}

/* --- layers -------------------------------------------------------------------------------------- */

/* A size in mm: full to 1:5000, then falling with the square root of the scale to 40 % (styles/README.md). */
static void add_size(writer *w, const char *name, double mm)
{
    const double full = zoom_of(w, 5000), least = zoom_of(w, 5000 / (0.4 * 0.4));
    vt_buffer_printf(&w->out, ",\"%s\":[\"interpolate\",[\"exponential\",1.4142],[\"zoom\"],", name);
    add_number(w, least);
    vt_buffer_add(&w->out, ",");
    add_number(w, 0.4 * mm / PIXEL_MM);
    vt_buffer_add(&w->out, ",");
    add_number(w, full);
    vt_buffer_add(&w->out, ",");
    add_number(w, mm / PIXEL_MM);
    vt_buffer_add(&w->out, "]");
}

static void add_color(writer *w, const char *kind, const char *color, double opacity)
{
    vt_buffer_printf(&w->out, "\"%s-color\":\"%s\"", kind, color);
    if (opacity < 1) {
        vt_buffer_printf(&w->out, ",\"%s-opacity\":", kind);
        add_number(w, opacity);
    }
}

static void add_stroke(writer *w, const vt_legend_part *part, bool casing)
{
    const double width = part->width + (casing ? VT_CASING_MM : 0);
    add_color(w, "line", casing ? part->casing : part->stroke, part->opacity);
    add_size(w, "line-width", width);
    if (part->outside > 0) { /* of areas less than 0 is outwards */
        add_size(w, "line-offset", -(part->width + (part->casing ? VT_CASING_MM : 0)) / 2);
    }
    for (size_t i = 0; i < VT_MOST_DASHES && part->dashes[i] > 0 && !casing; i++) { /* in widths of the line */
        vt_buffer_add(&w->out, i ? "," : ",\"line-dasharray\":[");
        add_number(w, part->dashes[i] / part->width);
    }
    vt_buffer_add(&w->out, part->dashes[0] > 0 && !casing ? "]" : "");
}

static void add_circle(writer *w, const vt_legend_part *part)
{
    add_color(w, "circle", part->fill, part->opacity);
    add_size(w, "circle-radius", part->size / 2);
    if (part->stroke) {
        vt_buffer_printf(&w->out, ",\"circle-stroke-color\":\"%s\"", part->stroke);
        add_size(w, "circle-stroke-width", part->width);
    }
}

/* Whether a symbol has something to be drawn at this stage; a sign within an area has no place of its own here. */
static bool has_stage(const vitrine_layer *layer, const vt_legend_part *part, stage at)
{
    if (part->text || part->mark) {
        return part->mark && layer->draw == VT_DRAW_POINT && at == STAGE_STROKE;
    }
    return at == STAGE_AREA ? part->fill != NULL : at == STAGE_HATCH ? part->hatch != NULL : at == STAGE_CASING ? part->casing != NULL : part->stroke != NULL;
}

static void add_layer(writer *w, const vitrine_layer *layer, const vt_legend_rule *rule, size_t p, stage at, bool shown)
{
    static const char *const stages[STAGES] = {"area", "hatch", "casing", "line"};
    const vt_legend_part *part = &rule->parts[p];
    const char *type = part->mark ? "circle" : at <= STAGE_HATCH ? "fill" : "line";
    vt_buffer_printf(&w->out, ",\n    {\"id\":\"%s/%s/%s%s\",\"type\":\"%s\",\"source\":\"%s\",\"metadata\":{\"vitrine:rule\":\"%s\",\"vitrine:legend\":",
                     layer->name, rule->key, part->mark ? "sign" : stages[at], p ? "/2" : "", type, layer->name, rule->key);
    vt_buffer_json(&w->out, rule->label);
    vt_buffer_add(&w->out, "}");
    if (rule->below > 0) {
        vt_buffer_add(&w->out, ",\"minzoom\":");
        add_number(w, zoom_of(w, rule->below));
    }
    add_filter(w, rule);
    vt_buffer_printf(&w->out, ",\"layout\":{\"visibility\":\"%s\"%s},\"paint\":{", shown ? "visible" : "none",
                     strcmp(type, "line") != 0 ? "" : part->outside > 0 ? ",\"line-join\":\"miter\"" : ",\"line-join\":\"round\"");
    if (part->mark) {
        add_circle(w, part);
    } else if (at <= STAGE_HATCH) {
        add_color(w, "fill", at == STAGE_AREA ? part->fill : part->hatch, at == STAGE_AREA ? part->opacity : HATCH_OPACITY);
    } else {
        add_stroke(w, part, at == STAGE_CASING);
    }
    vt_buffer_add(&w->out, "}}");
}

static vitrine_status add_legend(writer *w, const vitrine_layer *layer, bool shown)
{
    vt_legend legend;
    const vitrine_status status = vt_legend_read(w->e, layer, &legend);
    for (int pass = 0; !status && pass < PASSES; pass++) {
        for (stage at = 0; at < STAGES; at++) {
            for (size_t r = 0; r < legend.rules.n; r++) {
                const vt_legend_rule *rule = &legend.rules.at[r];
                for (size_t p = 0; p < rule->n_parts; p++) {
                    if ((int)rule->parts[p].pass == pass && has_stage(layer, &rule->parts[p], at)) {
                        add_layer(w, layer, rule, p, at, shown);
                    }
                }
            }
        }
    }
    vt_legend_free(&legend);
    return status;
}

/* --- the whole ----------------------------------------------------------------------------------- */

/* The layers of the plan of the QGIS project, from the ground up: number i that is drawn; NULL past the last. `shown`: it is on at first; those
 * that say the same in another way, or are for checking, are there to be switched on. */
static const vitrine_layer *drawn(const vt_export *e, size_t i, bool *shown)
{
    size_t n = 0;
    while (vt_qgis_places[n].name) {
        n++;
    }
    while (n-- > 0) {
        const vt_qgis_place *place = &vt_qgis_places[n];
        const vt_qgis_found found = vt_qgis_find(e, place->name);
        if (found.layer && vt_qgis_drawn(found) && i-- == 0) {
            *shown = place->on && !vt_qgis_groups[place->group].control;
            return found.layer;
        }
    }
    return NULL;
}

/* Where the map opens: so that all that is shown fits on 1000 pixels. */
static vitrine_status look(writer *w)
{
    vt_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    bool shown;
    const vitrine_layer *layer;
    for (size_t i = 0; (layer = drawn(w->e, i, &shown)) != NULL; i++) {
        if (shown) {
            vt_qgis_widen((vt_qgis_found){layer, NULL}, &box);
        }
    }
    if (box.xmin > box.xmax) {
        return VITRINE_OK;
    }
    vt_transform *transform = NULL;
    const vitrine_status status = vt_transform_open_lonlat(w->e->ctx, w->e->model->crs, &transform);
    if (!status) {
        const double size_m = fmax(fmax(box.xmax - box.xmin, box.ymax - box.ymin), 50);
        w->lon = (box.xmin + box.xmax) / 2;
        w->lat = (box.ymin + box.ymax) / 2;
        vt_transform_points(transform, &w->lon, &w->lat, 1);
        w->zoom = fmax(zoom_of(w, size_m / (PIXEL_MM / 1000 * 1000)), 0);
    }
    vt_transform_free(transform);
    return status;
}

static void add_source(writer *w, const vitrine_layer *layer, bool first)
{
    vt_buffer_printf(&w->out, "%s\n    \"%s\":{\"type\":\"geojson\",\"data\":\"%s.geojson\"", first ? "" : ",", layer->name, layer->name);
    if (layer->source_note) { /* shown as HTML */
        vt_buffer html = {0};
        vt_buffer_xml(&html, layer->source_note);
        vt_buffer_add(&w->out, ",\"attribution\":");
        vt_buffer_json(&w->out, html.text);
        w->out.failed = w->out.failed || html.failed;
        vt_buffer_free(&html);
    }
    vt_buffer_add(&w->out, "}");
}

static void add_head(writer *w)
{
    const char *title = vitrine_study_get(w->e->study, "title");
    vt_buffer_add(&w->out, "{\n  \"version\":8,\n  \"name\":");
    vt_buffer_json(&w->out, title ? title : "vitrine");
    if (!isnan(w->lon) && !isnan(w->lat)) {
        char lon[VT_NUMBER_ROOM], lat[VT_NUMBER_ROOM];
        vt_buffer_printf(&w->out, ",\n  \"center\":[%s,%s],\n  \"zoom\":", vt_number_format_fixed(lon, w->lon, 6), vt_number_format_fixed(lat, w->lat, 6));
        add_number(w, w->zoom);
    }
    vt_buffer_add(&w->out, ",\n  \"sources\":{");
    bool shown;
    const vitrine_layer *layer;
    for (size_t i = 0; (layer = drawn(w->e, i, &shown)) != NULL; i++) {
        add_source(w, layer, i == 0);
    }
    vt_buffer_add(&w->out, "\n  },\n  \"layers\":[\n    {\"id\":\"background\",\"type\":\"background\",\"paint\":{\"background-color\":\"#ffffff\"}}");
}

vitrine_status vt_maplibre_write(vt_export *e)
{
    writer w = {.e = e, .lon = NAN, .lat = NAN};
    vitrine_status status = look(&w);
    add_head(&w);
    bool shown;
    const vitrine_layer *layer;
    for (size_t i = 0; !status && (layer = drawn(e, i, &shown)) != NULL; i++) {
        status = add_legend(&w, layer, shown);
    }
    vt_buffer_add(&w.out, "\n  ]\n}\n");
    if (!status) {
        status = w.out.failed ? vt_no_memory(e->ctx) : vt_export_file(e, "styles.maplibre.json", w.out.text, w.out.n);
    }
    vt_buffer_free(&w.out);
    return status;
}
