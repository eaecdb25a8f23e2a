/* qgis_layers.c - the <maplayer> of each layer of the project: where it lies, what it is, and its style, taken out of the QML that
 * layer_styles and the files beside the rasters hold too. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "embedded.h"
#include "write/qgis_metadata.h"
#include "write/qgis_plan.h"
#include "write/qgis_project.h"
#include "write/style.h"
#include "write/template.h"

/* How QGIS and OGR call what a layer's rows are drawn as; the file of the plain style. */
static const struct {
    const char *geometry, *wkb, *plain;
} drawn_as[] = {
    [VT_TABLE] = {"No geometry", "NoGeometry", "table"},
    [VT_DRAW_POINT] = {"Point", "Point", "point"},
    [VT_DRAW_LINE] = {"Line", "LineString", "line"},
    [VT_DRAW_MULTILINE] = {"Line", "MultiLineString", "line"},
    [VT_DRAW_POLYGON] = {"Polygon", "Polygon", "polygon"},
    [VT_DRAW_MULTIPOLYGON] = {"Polygon", "MultiPolygon", "polygon"},
};

/* A QML's root: its attributes, and all that is in it. */
typedef struct {
    const char *attributes, *inside, *end;
} root;

static bool find_root(const char *qml, root *r)
{
    r->attributes = strstr(qml, "<qgis");
    r->inside = r->attributes ? strchr(r->attributes, '>') : NULL;
    r->end = r->inside ? strstr(r->inside, "</qgis>") : NULL;
    if (!r->end) {
        return false;
    }
    r->attributes += strlen("<qgis");
    r->inside++;
    return true;
}

static vitrine_status fill_style(vt_export *e, const char *name, vt_qgis_found found, char **qml)
{
    if (found.raster) {
        return vt_style_fill_raster(e, found.raster, qml);
    }
    if (found.layer->draw != VT_TABLE && vt_style_has(name)) {
        return vt_style_fill(e, found.layer, qml);
    }
    char plain[64];
    snprintf(plain, sizeof plain, "project/plain_%s", drawn_as[found.layer->draw].plain);
    return vt_style_fill_as(e, found.layer, plain, qml);
}

/* styles/project/LAYER_context.qml, where there is one: a second style, for maps about other things. */
static vitrine_status add_context(vt_export *e, const char *name, vt_qgis_found found, vt_buffer *xml)
{
    char style[96], *qml = NULL;
    vt_buffer_add(xml, "");
    snprintf(style, sizeof style, "project/%s_context", name);
    if (!vt_style_has(style)) {
        return VITRINE_OK;
    }
    vitrine_status status = vt_style_fill_as(e, found.layer, style, &qml);
    root r;
    if (!status && find_root(qml, &r)) {
        vt_buffer_add(xml, "<map-layer-style name=\"" VT_QGIS_CONTEXT "\"><qgis");
        vt_buffer_add_n(xml, r.attributes, (size_t)(r.end - r.attributes));
        vt_buffer_add(xml, "</qgis></map-layer-style>");
    }
    free(qml);
    return status;
}

static vitrine_status add_layer(vt_export *e, const char *name, vt_qgis_found found, const char *crs, vt_buffer *xml)
{
    vt_buffer id = {0}, source = {0}, metadata = {0}, context = {0}, attributes = {0};
    char *qml = NULL;
    root r = {NULL, NULL, NULL};
    vitrine_status status = fill_style(e, name, found, &qml);
    status = status ? status : add_context(e, name, found, &context);
    if (!status && !find_root(qml, &r)) {
        status = vt_fail(e->ctx, VITRINE_E_FAILED, _("the style of %s cannot be made"), name);
    } else if (!status) {
        vt_qgis_id(&id, name);
        vt_qgis_source(&source, name, found.raster != NULL);
        vt_qgis_layer_metadata(e, name, found.layer, &metadata);
        vt_buffer_add_n(&attributes, r.attributes, (size_t)(r.inside - 1 - r.attributes));
        const vt_draw draw = found.raster ? VT_TABLE : found.layer->draw;
        vt_buffer_add(&attributes, found.raster ? " type=\"raster" : " type=\"vector\" geometry=\"");
        vt_buffer_add(&attributes, found.raster ? "" : drawn_as[draw].geometry);
        vt_buffer_add(&attributes, found.raster ? "" : "\" wkbType=\"");
        vt_buffer_add(&attributes, found.raster ? "\"" : drawn_as[draw].wkb);
        vt_buffer_add(&attributes, found.raster ? "" : "\"");
        qml[r.end - qml] = '\0';
        const vt_slot slots[] = {{"attributes", attributes.text}, {"id", id.text}, {"source", source.text}, {"title", vt_qgis_title(e, name)},
                                 {"crs", vt_qgis_drawn(found) ? crs : "<spatialrefsys/>"}, {"metadata", metadata.text},
                                 {"provider", found.raster ? "<provider>gdal</provider>" : "<provider encoding=\"UTF-8\">ogr</provider>"},
                                 {"styles", context.text}, {"style", r.inside}, {NULL, NULL}};
        vt_template_fill(xml, vt_embedded_find("project/layer.xml"), e->french, slots);
        xml->failed = xml->failed || id.failed || source.failed || metadata.failed || attributes.failed || context.failed;
    }
    vt_buffer_free(&id);
    vt_buffer_free(&source);
    vt_buffer_free(&metadata);
    vt_buffer_free(&attributes);
    vt_buffer_free(&context);
    free(qml);
    return status;
}

vitrine_status vt_qgis_layers(vt_export *e, const char *crs, vt_buffer *xml)
{
    vitrine_status status = VITRINE_OK;
    for (const vt_qgis_place *place = vt_qgis_places; !status && place->name; place++) {
        const vt_qgis_found found = vt_qgis_find(e, place->name);
        if (found.layer || found.raster) {
            status = add_layer(e, place->name, found, crs, xml);
        }
    }
    return status;
}
