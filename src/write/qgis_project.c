/* qgis_project.c - see qgis_project.h. styles/project/project.xml is the frame; here its slots are filled: the tree of layers, the
 * relations, the map themes. */
#include "write/qgis_project.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "embedded.h"
#include "write/qgis_metadata.h"
#include "write/qgis_plan.h"
#include "write/style.h"
#include "write/template.h"

static const char *say(const vt_export *e, const char *french, const char *english)
{
    return e->french ? french : english;
}

void vt_qgis_id(vt_buffer *xml, const char *name)
{
    vt_buffer_add(xml, "vitrine_");
    vt_buffer_add(xml, name);
}

void vt_qgis_source(vt_buffer *xml, const char *name, bool raster)
{
    vt_buffer_printf(xml, raster ? "./%s.tif" : "./vitrine.gpkg|layername=%s", name);
}

/* --- the tree of layers ---------------------------------------------------------------------------- */

void vt_qgis_node(const vt_export *e, vt_buffer *xml, const char *name, bool raster, bool on)
{
    vt_buffer_add(xml, "<layer-tree-layer id=\"");
    vt_qgis_id(xml, name);
    vt_buffer_add(xml, "\" name=\"");
    vt_buffer_xml(xml, vt_qgis_title(e, name));
    vt_buffer_add(xml, "\" source=\"");
    vt_qgis_source(xml, name, raster);
    vt_buffer_printf(xml, "\" providerKey=\"%s\" checked=\"Qt::%s\" expanded=\"%d\" legend_exp=\"\" patch_size=\"-1,-1\""
                          " legend_split_behavior=\"0\"><customproperties><Option type=\"Map\">",
                     raster ? "gdal" : "ogr", on ? "Checked" : "Unchecked", on);
    if (raster) { /* the legend without its first line, which names the band in QGIS's own words */
        vt_buffer_add(xml, "<Option name=\"legend/node-order\" type=\"QString\" value=\"1");
        for (size_t line = 2; line <= vt_style_legend(e, name); line++) {
            vt_buffer_printf(xml, ",%zu", line);
        }
        vt_buffer_add(xml, "\"/>");
    }
    vt_buffer_add(xml, "</Option></customproperties></layer-tree-layer>");
}

static void open_group(vt_buffer *xml, const char *name, bool on, bool open)
{
    vt_buffer_add(xml, "<layer-tree-group name=\"");
    vt_buffer_xml(xml, name);
    vt_buffer_printf(xml, "\" checked=\"Qt::%s\" expanded=\"%d\"><customproperties><Option/></customproperties>", on ? "Checked" : "Unchecked", open);
}

static const char *tables_name(const vt_export *e)
{
    return say(e, "Tableaux", "Tables");
}

/* The group's layers that are drawn, or its tables; false: none. */
static bool add_nodes(const vt_export *e, vt_buffer *xml, int group, bool tables)
{
    bool any = false;
    for (const vt_qgis_place *place = vt_qgis_places; place->name; place++) {
        const vt_qgis_found found = vt_qgis_find(e, place->name);
        if (place->group == group && (found.layer || found.raster) && vt_qgis_drawn(found) != tables) {
            vt_qgis_node(e, xml, place->name, found.raster != NULL, place->on);
            any = true;
        }
    }
    return any;
}

/* The first group is on; the others are one click away, with what one wants to see of them on inside. */
static void add_tree(const vt_export *e, vt_buffer *xml)
{
    bool first = true;
    for (int group = 0; group < VT_QGIS_GROUPS; group++) {
        vt_buffer layers = {0}, tables = {0};
        const bool drawn = add_nodes(e, &layers, group, false), listed = add_nodes(e, &tables, group, true);
        if (drawn || listed) {
            const bool on = first && !vt_qgis_groups[group].control;
            open_group(xml, say(e, vt_qgis_groups[group].name_fr, vt_qgis_groups[group].name_en), on, !vt_qgis_groups[group].control);
            vt_buffer_add(xml, drawn ? layers.text : "");
            if (listed) {
                open_group(xml, tables_name(e), false, false);
                vt_buffer_add(xml, tables.text);
                vt_buffer_add(xml, "</layer-tree-group>");
            }
            vt_buffer_add(xml, "</layer-tree-group>");
            first = first && !on;
        }
        xml->failed = xml->failed || layers.failed || tables.failed;
        vt_buffer_free(&layers);
        vt_buffer_free(&tables);
    }
}

/* --- relations and themes -------------------------------------------------------------------------- */

static void add_relations(const vt_export *e, vt_buffer *xml)
{
    vt_buffer_add(xml, "");
    for (const vt_qgis_relation *r = vt_qgis_relations; r->child; r++) {
        if (!vt_qgis_find(e, r->child).layer || !vt_qgis_find(e, r->parent).layer) {
            continue;
        }
        vt_buffer_printf(xml, "<relation id=\"vitrine_%s\" name=\"", r->child);
        vt_buffer_xml(xml, say(e, r->name_fr, r->name_en));
        vt_buffer_printf(xml, "\" referencingLayer=\"vitrine_%s\" referencedLayer=\"vitrine_%s\" strength=\"Association\">"
                              "<fieldRef referencingField=\"%s\" referencedField=\"%s\"/></relation>",
                         r->child, r->parent, r->field, r->field);
    }
}

static void add_themes(const vt_export *e, vt_buffer *xml)
{
    vt_buffer_add(xml, "");
    for (const vt_qgis_theme *theme = vt_qgis_themes; theme->name_fr; theme++) {
        vt_box box;
        if (!vt_qgis_theme_box(e, theme, &box)) {
            continue;
        }
        bool on[VT_QGIS_GROUPS] = {false};
        vt_buffer_add(xml, "<visibility-preset has-expanded-info=\"1\" has-checked-group-info=\"1\" name=\"");
        vt_buffer_xml(xml, say(e, theme->name_fr, theme->name_en));
        vt_buffer_add(xml, "\">");
        for (const vt_qgis_place *place = vt_qgis_places; place->name; place++) {
            const bool shown = vt_qgis_shows(theme, place->name), context = theme->context && strcmp(place->name, theme->context) == 0;
            if ((shown || context) && vt_qgis_drawn(vt_qgis_find(e, place->name))) {
                on[place->group] = true;
                vt_buffer_printf(xml, "<layer id=\"vitrine_%s\" visible=\"1\" expanded=\"%d\" style=\"%s\"/>", place->name, shown,
                                 context ? VT_QGIS_CONTEXT : say(e, "défaut", "default"));
            }
        }
        const char *const nodes[] = {"checked", "expanded"};
        for (size_t i = 0; i < 2; i++) {
            vt_buffer_printf(xml, "<%s-group-nodes>", nodes[i]);
            for (int group = 0; group < VT_QGIS_GROUPS; group++) {
                if (on[group]) {
                    vt_buffer_printf(xml, "<%s-group-node id=\"%s\"/>", nodes[i], say(e, vt_qgis_groups[group].name_fr, vt_qgis_groups[group].name_en));
                }
            }
            vt_buffer_printf(xml, "</%s-group-nodes>", nodes[i]);
        }
        vt_buffer_add(xml, "</visibility-preset>");
    }
}

/* --- the whole ------------------------------------------------------------------------------------- */

/* What the first theme shows, with a margin; the whole world of the CRS where nothing is drawn. */
static vt_box first_view(const vt_export *e)
{
    vt_box box = {0, 0, 1, 1};
    for (const vt_qgis_theme *theme = vt_qgis_themes; theme->name_fr; theme++) {
        vt_box own;
        if (vt_qgis_theme_box(e, theme, &own)) {
            const double margin = fmax(25, 0.05 * fmax(own.xmax - own.xmin, own.ymax - own.ymin));
            return (vt_box){own.xmin - margin, own.ymin - margin, own.xmax + margin, own.ymax + margin};
        }
    }
    return box;
}

static void add_crs(const vt_export *e, vt_buffer *xml)
{
    vt_buffer_add(xml, "<spatialrefsys><wkt>");
    vt_buffer_xml(xml, vt_crs_wkt(e->model->crs));
    vt_buffer_add(xml, "</wkt><authid>");
    vt_buffer_xml(xml, vt_qgis_crs(e));
    vt_buffer_add(xml, "</authid></spatialrefsys>");
}

typedef enum { TITLE, CRS, TREE, RELATIONS, LAYERS, THEMES, METADATA, LAYOUTS, PARTS } part;

vitrine_status vt_qgis_project(vt_export *e, vt_buffer *qgs)
{
    vt_buffer parts[PARTS] = {{0}};
    char side[4][VT_NUMBER_ROOM], time[32];
    const vt_box view = first_view(e);
    const double sides[] = {view.xmin, view.ymin, view.xmax, view.ymax};
    for (int i = 0; i < 4; i++) {
        vt_number_format_fixed(side[i], sides[i], 2);
    }
    snprintf(time, sizeof time, "%.19s", e->timestamp);
    vt_buffer_xml(&parts[TITLE], vt_qgis_study_title(e));
    add_crs(e, &parts[CRS]);
    add_tree(e, &parts[TREE]);
    add_relations(e, &parts[RELATIONS]);
    vitrine_status status = vt_qgis_layers(e, parts[CRS].text, &parts[LAYERS]);
    add_themes(e, &parts[THEMES]);
    vt_qgis_project_metadata(e, &parts[METADATA]);
    vt_qgis_layouts(e, &parts[LAYOUTS]);
    const vt_slot slots[] = {{"title", parts[TITLE].text}, {"crs", parts[CRS].text}, {"tree", parts[TREE].text}, {"relations", parts[RELATIONS].text},
                             {"layers", parts[LAYERS].text}, {"themes", parts[THEMES].text}, {"metadata", parts[METADATA].text},
                             {"layouts", parts[LAYOUTS].text}, {"xmin", side[0]}, {"ymin", side[1]}, {"xmax", side[2]}, {"ymax", side[3]},
                             {"time", time}, {NULL, NULL}};
    vt_template_fill(qgs, vt_embedded_find("project/project.xml"), e->french, slots);
    for (int i = 0; i < PARTS; i++) {
        qgs->failed = qgs->failed || parts[i].failed;
        vt_buffer_free(&parts[i]);
    }
    return status          ? status
           : qgs->failed ? vt_no_memory(e->ctx)
                         : VITRINE_OK;
}
