/* qgis_metadata.c - see qgis_metadata.h. The elements are those of QGIS's own schema (resources/qgis-resource-metadata.xsd). */
#include "write/qgis_metadata.h"

#include <string.h>

#include "write/columns.h"
#include "write/qgis_plan.h"

static void element(vt_buffer *xml, const char *name, const char *text)
{
    vt_buffer_printf(xml, "<%s>", name);
    vt_buffer_xml(xml, text);
    vt_buffer_printf(xml, "</%s>", name);
}

const char *vt_qgis_title(const vt_export *e, const char *name)
{
    const vt_layer_title *title = vt_layer_title_of(name);
    const vt_band_text *band = vt_band_text_of(name, 0);
    return title  ? (e->french ? title->title_fr : title->title_en)
           : band ? (e->french ? band->label_fr : band->label_en)
                  : name;
}

const char *vt_qgis_study_title(const vt_export *e)
{
    const char *title = vitrine_study_get(e->study, "title");
    return title && *title ? title : "vitrine";
}

const char *vt_qgis_crs(const vt_export *e)
{
    const char *name = vt_crs_name(e->model->crs);
    return strchr(name, ':') && !strpbrk(name, "+[ ") ? name : ""; /* else it is a definition */
}

/* The note of a layer of the study; NULL: it has none, or the theme's map is not made of it. */
static const char *note_of(const vt_export *e, const vt_qgis_theme *theme, size_t i)
{
    const vt_layer *layer = &e->model->layers[i];
    const bool used = layer->source_note && *layer->source_note && (!theme || vt_qgis_theme_reads(e, theme, layer->kind->name));
    return used ? layer->source_note : NULL;
}

void vt_qgis_sources(const vt_export *e, const vt_qgis_theme *theme, vt_buffer *text)
{
    vt_buffer_add(text, "");
    for (size_t i = 0; i < e->model->n_layers; i++) {
        const char *note = note_of(e, theme, i);
        bool told = !note;
        for (size_t before = 0; !told && before < i; before++) {
            const char *other = note_of(e, theme, before);
            told = other && strcmp(other, note) == 0;
        }
        if (!told) {
            vt_buffer_add(text, text->n ? " ; " : "");
            vt_buffer_add(text, note);
        }
    }
}

void vt_qgis_day(const vt_export *e, vt_buffer *text)
{
    const char *day = vitrine_study_get(e->study, "reference_date");
    vt_buffer_add(text, "");
    if (day && strlen(day) == sizeof "2026-06-30" - 1 && e->french) {
        vt_buffer_printf(text, "%.2s/%.2s/%.4s", day + 8, day + 5, day);
    } else {
        vt_buffer_add(text, day ? day : "");
    }
}

static void begin(const vt_export *e, const char *name, const char *type, const char *title, vt_buffer *xml)
{
    vt_buffer_add(xml, "<identifier>vitrine");
    vt_buffer_add(xml, *name ? ":" : "");
    vt_buffer_xml(xml, name);
    vt_buffer_add(xml, "</identifier><parentidentifier></parentidentifier>");
    element(xml, "language", e->french ? "FRE" : "ENG");
    element(xml, "type", type);
    element(xml, "title", title);
}

/* The program that made it, and the day that it speaks of. */
static void end(const vt_export *e, vt_buffer *xml)
{
    vt_buffer_printf(xml, "<links/><history>vitrine %s</history>", vitrine_version());
    const char *day = vitrine_study_get(e->study, "reference_date");
    if (day && strlen(day) == sizeof "2026-06-30" - 1) {
        vt_buffer_printf(xml, "<dates><date type=\"Created\" value=\"%sT00:00:00\"/></dates>", day);
    }
}

void vt_qgis_layer_metadata(const vt_export *e, const char *name, const vitrine_layer *layer, vt_buffer *xml)
{
    const char *study = vitrine_study_get(e->study, "title");
    const vt_layer_title *text = vt_layer_title_of(name);
    const vt_band_text *band = vt_band_text_of(name, 0);
    const char *note = layer ? layer->source_note : NULL;
    begin(e, name, "dataset", vt_qgis_title(e, name), xml);
    vt_buffer_add(xml, "<abstract>");
    vt_buffer_xml(xml, study ? study : "");
    vt_buffer_add(xml, study ? " - " : "");
    vt_buffer_xml(xml, text ? (e->french ? text->meaning_fr : text->meaning) : band ? band->meaning : "");
    vt_buffer_add(xml, "</abstract>");
    end(e, xml);
    if (note) {
        element(xml, "license", note);
        element(xml, "rights", note);
    }
    vt_buffer_add(xml, "<encoding></encoding><crs><spatialrefsys><authid>");
    vt_buffer_xml(xml, vt_qgis_crs(e));
    vt_buffer_add(xml, "</authid></spatialrefsys></crs><extent/>");
}

/* What the run computed, by a layer that each analysis leaves. */
static void add_contents(const vt_export *e, vt_buffer *xml)
{
    static const struct {
        const char *layer, *fr, *en;
    } contents[] = {{"street_vacancy", "vacance commerciale", "vacancy of shops"},
                    {"vacancy_heatmap", "carte de chaleur", "heat map"},
                    {"friche_potential", "friches", "friches"},
                    {"zone_inventory", "foncier économique", "business land"},
                    {"land_target", "objectifs fonciers", "land targets"}};
    const char *between = e->french ? "\u00A0: " : ": ";
    vt_buffer_printf(xml, e->french ? "Calculé par vitrine %s" : "Computed by vitrine %s", vitrine_version());
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++) {
        const vt_qgis_found found = vt_qgis_find(e, contents[i].layer);
        if (found.layer || found.raster) {
            vt_buffer_add(xml, between);
            vt_buffer_add(xml, e->french ? contents[i].fr : contents[i].en);
            between = ", ";
        }
    }
    vt_buffer_add(xml, ".");
}

void vt_qgis_project_metadata(const vt_export *e, vt_buffer *xml)
{
    vt_buffer sources = {0}, day = {0};
    vt_qgis_sources(e, NULL, &sources);
    vt_qgis_day(e, &day);
    const bool worked = !sources.failed && !day.failed;
    begin(e, "", "dataset", vt_qgis_study_title(e), xml);
    vt_buffer_add(xml, "<abstract>");
    add_contents(e, xml);
    if (worked && *day.text) {
        vt_buffer_add(xml, e->french ? " Date de référence\u00A0: " : " Reference date: ");
        vt_buffer_xml(xml, day.text);
        vt_buffer_add(xml, ".");
    }
    if (worked && *sources.text) {
        vt_buffer_add(xml, e->french ? " Sources\u00A0: " : " Sources: ");
        vt_buffer_xml(xml, sources.text);
        vt_buffer_add(xml, ".");
    }
    vt_buffer_add(xml, "</abstract>");
    end(e, xml);
    if (worked && *sources.text) {
        element(xml, "license", sources.text);
        element(xml, "rights", sources.text);
    }
    xml->failed = xml->failed || !worked;
    vt_buffer_free(&sources);
    vt_buffer_free(&day);
}
