/* sld.c - a layer's legend as Styled Layer Descriptor 1.1.0 with Symbology Encoding 1.1.0 (OGC 05-078r4, 05-077r4), as GeoServer and QGIS
 * read it: one FeatureTypeStyle, a rule a line of the legend, sizes in pixels of 0.28 mm, the standard's own size. Passes are left out:
 * QGIS would show a rule once for each. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "write/buffer.h"
#include "write/columns.h"
#include "write/legend.h"

#define PIXEL_MM 0.28

/* QGIS's shapes by the names of the standard; GeoServer has no more than these. */
static const struct {
    const char *mark, *name;
    double turned, scale;
} marks[] = {{"diamond", "square", 45, 0.71}, {"cross2", "x", 0, 1},       {"cross_fill", "cross", 0, 1},
             {"pentagon", "circle", 0, 1},    {"hexagon", "circle", 0, 1}};

static void add_element(vt_buffer *out, const char *element, const char *text)
{
    vt_buffer_printf(out, "<%s>", element);
    vt_buffer_xml(out, text);
    vt_buffer_printf(out, "</%s>", element);
}

/* --- filters ------------------------------------------------------------------------------------- */

static void add_null(vt_buffer *out, const vt_legend_term *term)
{
    vt_buffer_add(out, "<ogc:PropertyIsNull>");
    add_element(out, "ogc:PropertyName", term->column);
    vt_buffer_add(out, "</ogc:PropertyIsNull>");
}

static void add_comparison(vt_buffer *out, const vt_legend_term *term, const char *value)
{
    static const char *const elements[VT_COMPARISONS] = {
        [VT_IS_EQUAL] = "ogc:PropertyIsEqualTo", [VT_IS_IN] = "ogc:PropertyIsEqualTo",
        [VT_IS_LESS] = "ogc:PropertyIsLessThan", [VT_IS_LEAST] = "ogc:PropertyIsGreaterThanOrEqualTo",
        [VT_IS_MORE] = "ogc:PropertyIsGreaterThan"};
    vt_buffer_printf(out, "<%s>", elements[term->comparison]);
    add_element(out, "ogc:PropertyName", term->column);
    add_element(out, "ogc:Literal", value);
    vt_buffer_printf(out, "</%s>", elements[term->comparison]);
}

static void add_term(vt_buffer *out, const vt_legend_term *term)
{
    if (term->negated) {
        vt_buffer_add(out, "<ogc:Or>");
        add_null(out, term);
        vt_buffer_add(out, "<ogc:Not>");
    }
    if (term->comparison == VT_IS_NULL) {
        add_null(out, term);
    }
    vt_buffer_add(out, term->n > 1 ? "<ogc:Or>" : "");
    for (size_t i = 0; i < term->n; i++) {
        add_comparison(out, term, term->values[i]);
    }
    vt_buffer_add(out, term->n > 1 ? "</ogc:Or>" : "");
    vt_buffer_add(out, term->negated ? "</ogc:Not></ogc:Or>" : "");
}

static void add_filter(vt_buffer *out, const vt_legend_rule *rule)
{
    if (!rule->n_terms) {
        return;
    }
    vt_buffer_add(out, "<ogc:Filter>");
    vt_buffer_add(out, rule->n_terms > 1 ? "<ogc:And>" : "");
    for (size_t i = 0; i < rule->n_terms; i++) {
        add_term(out, &rule->terms[i]);
    }
    vt_buffer_add(out, rule->n_terms > 1 ? "</ogc:And>" : "");
    vt_buffer_add(out, "</ogc:Filter>\n");
}

/* --- symbols ------------------------------------------------------------------------------------- */

static const char *pixels(char room[VT_NUMBER_ROOM], double mm)
{
    return vt_number_format_fixed(room, mm / PIXEL_MM, 2);
}

static void add_parameter(vt_buffer *out, const char *name, const char *value)
{
    vt_buffer_printf(out, "<se:SvgParameter name=\"%s\">%s</se:SvgParameter>", name, value);
}

static void add_fill(vt_buffer *out, const char *color, double opacity)
{
    char number[VT_NUMBER_ROOM];
    vt_buffer_add(out, "<se:Fill>");
    add_parameter(out, "fill", color);
    if (opacity < 1) {
        add_parameter(out, "fill-opacity", vt_number_format_fixed(number, opacity, 2));
    }
    vt_buffer_add(out, "</se:Fill>");
}

static void add_stroke(vt_buffer *out, const vt_legend_part *part, const char *color, double width)
{
    char number[VT_NUMBER_ROOM];
    const bool casing = color == part->casing;
    vt_buffer_add(out, "<se:Stroke>");
    add_parameter(out, "stroke", color);
    add_parameter(out, "stroke-width", pixels(number, width));
    if (part->opacity < 1) {
        add_parameter(out, "stroke-opacity", vt_number_format_fixed(number, part->opacity, 2));
    }
    add_parameter(out, "stroke-linejoin", "round");
    if (part->dashes[0] > 0 && !casing) {
        vt_buffer_add(out, "<se:SvgParameter name=\"stroke-dasharray\">");
        for (size_t i = 0; i < VT_MOST_DASHES && part->dashes[i] > 0; i++) {
            vt_buffer_add(out, i ? " " : "");
            vt_buffer_add(out, pixels(number, part->dashes[i]));
        }
        vt_buffer_add(out, "</se:SvgParameter>");
    }
    vt_buffer_add(out, "</se:Stroke>");
}

static void add_point(vt_buffer *out, const vt_legend_part *part)
{
    char number[VT_NUMBER_ROOM];
    size_t i = 0;
    while (i < sizeof marks / sizeof *marks && strcmp(marks[i].mark, part->mark) != 0) {
        i++;
    }
    const bool known = i < sizeof marks / sizeof *marks;
    vt_buffer_add(out, "<se:PointSymbolizer><se:Graphic><se:Mark>");
    add_element(out, "se:WellKnownName", known ? marks[i].name : part->mark);
    add_fill(out, part->fill, part->opacity);
    if (part->stroke) {
        add_stroke(out, part, part->stroke, part->width);
    }
    vt_buffer_printf(out, "</se:Mark><se:Size>%s</se:Size>", pixels(number, part->size * (known ? marks[i].scale : 1)));
    if (known && marks[i].turned > 0) {
        vt_buffer_printf(out, "<se:Rotation>%s</se:Rotation>", vt_number_format(number, marks[i].turned));
    }
    vt_buffer_add(out, "</se:Graphic></se:PointSymbolizer>\n");
}

static void add_line(vt_buffer *out, const vt_legend_part *part)
{
    if (part->casing) {
        vt_buffer_add(out, "<se:LineSymbolizer>");
        add_stroke(out, part, part->casing, part->width + VT_CASING_MM);
        vt_buffer_add(out, "</se:LineSymbolizer>\n");
    }
    vt_buffer_add(out, "<se:LineSymbolizer>");
    add_stroke(out, part, part->stroke, part->width);
    vt_buffer_add(out, "</se:LineSymbolizer>\n");
}

static void add_area(vt_buffer *out, const vt_legend_part *part)
{
    if (part->fill) {
        vt_buffer_add(out, "<se:PolygonSymbolizer>");
        add_fill(out, part->fill, part->opacity);
        vt_buffer_add(out, "</se:PolygonSymbolizer>\n");
    }
    if (part->hatch) {
        /* Crosses: the one pattern for which GeoServer and QGIS have the same name. */
        vt_buffer_add(out, "<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>x</se:WellKnownName><se:Stroke>");
        add_parameter(out, "stroke", part->hatch);
        add_parameter(out, "stroke-width", "1");
        vt_buffer_add(out, "</se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>\n");
    }
    if (part->stroke) {
        add_line(out, part);
    }
}

static void add_writing(vt_buffer *out, const vitrine_layer *layer, const char *column)
{
    const bool line = layer->draw == VT_DRAW_LINE || layer->draw == VT_DRAW_MULTILINE;
    vt_buffer_add(out, "<se:TextSymbolizer><se:Label>");
    add_element(out, "ogc:PropertyName", column);
    vt_buffer_add(out, "</se:Label><se:Font>");
    add_parameter(out, "font-family", "DejaVu Sans");
    add_parameter(out, "font-size", "10");
    vt_buffer_add(out, "</se:Font><se:LabelPlacement>");
    vt_buffer_add(out, line ? "<se:LinePlacement><se:PerpendicularOffset>8</se:PerpendicularOffset></se:LinePlacement>"
                            : "<se:PointPlacement><se:AnchorPoint><se:AnchorPointX>0.5</se:AnchorPointX><se:AnchorPointY>0</se:AnchorPointY></se:AnchorPoint>"
                              "<se:Displacement><se:DisplacementX>0</se:DisplacementX><se:DisplacementY>8</se:DisplacementY></se:Displacement></se:PointPlacement>");
    vt_buffer_add(out, "</se:LabelPlacement><se:Halo><se:Radius>1</se:Radius>");
    add_fill(out, "#ffffff", 0.9);
    vt_buffer_add(out, "</se:Halo>");
    add_fill(out, "#141414", 1);
    vt_buffer_add(out, "</se:TextSymbolizer>\n");
}

static void add_rule(vt_buffer *out, const vitrine_layer *layer, const vt_legend_rule *rule)
{
    char number[VT_NUMBER_ROOM];
    vt_buffer_add(out, "<se:Rule>");
    add_element(out, "se:Name", rule->key);
    if (*rule->label) {
        vt_buffer_add(out, "<se:Description>");
        add_element(out, "se:Title", rule->label);
        vt_buffer_add(out, "</se:Description>\n");
    }
    add_filter(out, rule);
    if (rule->below > 0) {
        vt_buffer_printf(out, "<se:MaxScaleDenominator>%s</se:MaxScaleDenominator>", vt_number_format(number, rule->below));
    }
    for (size_t i = 0; i < rule->n_parts; i++) {
        const vt_legend_part *part = &rule->parts[i];
        if (part->text) {
            add_writing(out, layer, part->text);
        } else if (part->mark) {
            add_point(out, part);
        } else {
            add_area(out, part);
        }
    }
    vt_buffer_add(out, "</se:Rule>\n");
}

vitrine_status vt_sld_make(vt_export *e, const vitrine_layer *layer, char **sld)
{
    vt_legend legend;
    vt_buffer out = {0};
    const vitrine_status status = vt_legend_read(e, layer, &legend);
    const vt_layer_title *title = vt_layer_title_of(layer->name);
    *sld = NULL;
    if (status) {
        return status;
    }
    vt_buffer_add(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<StyledLayerDescriptor version=\"1.1.0\" xmlns=\"http://www.opengis.net/sld\""
                        " xmlns:ogc=\"http://www.opengis.net/ogc\" xmlns:se=\"http://www.opengis.net/se\">\n<NamedLayer>");
    add_element(&out, "se:Name", layer->name);
    vt_buffer_add(&out, "<UserStyle>");
    add_element(&out, "se:Name", "vitrine");
    vt_buffer_add(&out, "<se:Description>");
    add_element(&out, "se:Title", e->french ? title->title_fr : title->title_en);
    vt_buffer_add(&out, "</se:Description><se:FeatureTypeStyle>\n");
    for (size_t i = 0; i < legend.rules.n; i++) {
        add_rule(&out, layer, &legend.rules.at[i]);
    }
    vt_buffer_add(&out, "</se:FeatureTypeStyle></UserStyle></NamedLayer>\n</StyledLayerDescriptor>\n");
    vt_legend_free(&legend);
    if (out.failed) {
        vt_buffer_free(&out);
        return vt_no_memory(e->ctx);
    }
    *sld = out.text;
    return VITRINE_OK;
}
