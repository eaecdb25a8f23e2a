/* qgis_layout.c - a print layout, A3 landscape, for each map theme that has something to show: styles/project/layout.xml with its slots
 * filled. The scale is a round one, the least that shows the whole of the theme. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "embedded.h"
#include "write/qgis_metadata.h"
#include "write/qgis_plan.h"
#include "write/qgis_project.h"
#include "write/template.h"

/* Of the map in styles/project/layout.xml. */
static const double map_width_mm = 308, map_height_mm = 236;

/* The greatest of {1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8} times a power of ten that is no more than the value; or the least no less. */
static double round_number(double value, bool up)
{
    static const double steps[] = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10};
    enum { N = sizeof steps / sizeof *steps };
    const double power = pow(10, floor(log10(value)));
    double found = up ? 10 : 1;
    for (int i = 0; i < N; i++) {
        const double step = steps[up ? N - 1 - i : i] * power;
        found = (up ? step >= value * (1 - 1e-9) : step <= value * (1 + 1e-9)) ? step : found;
    }
    return found;
}

/* 1, 2 or 5 times a power of ten, no more than the value. */
static double bar_length(double value)
{
    const double power = pow(10, floor(log10(value))), lead = value / power;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

/* [% … %] would be an expression, and a bare end of line a space. */
void vt_qgis_label(vt_buffer *xml, const char *text)
{
    vt_buffer_add(xml, "");
    for (; *text; text++) {
        const char one[] = {*text, '\0'};
        if (*text == '\n') {
            vt_buffer_add(xml, "&#xa;");
        } else if (text[0] == '[' && text[1] == '%') {
            vt_buffer_add(xml, "[% '[' %]");
        } else {
            vt_buffer_xml(xml, one);
        }
    }
}

/* The text; on a page of the atlas what the expression gives. */
static void add_figure(vt_buffer *xml, const char *text, const char *page)
{
    if (!page) {
        vt_qgis_label(xml, text);
        return;
    }
    vt_buffer_add(xml, "[% if(@atlas_featureid IS NULL, '");
    for (; *text; text++) {
        const char one[] = {*text, '\0'};
        vt_buffer_xml(xml, *text == '\n' ? "\\n" : *text == '\'' ? "''" : one);
    }
    vt_buffer_add(xml, "', ");
    vt_buffer_xml(xml, page);
    vt_buffer_add(xml, ") %]");
}

static void add_figures(const vt_export *e, const vt_qgis_theme *theme, bool paged, vt_buffer *large, vt_buffer *words)
{
    vt_qgis_figure figure = {{0}, {0}, NULL, NULL};
    vt_buffer_add(&figure.large, "");
    vt_buffer_add(&figure.words, "");
    if (theme->figure) {
        theme->figure(e, &figure);
    }
    if (!figure.large.failed && !figure.words.failed) {
        add_figure(large, figure.large.text, paged ? figure.page_large : NULL);
        add_figure(words, figure.words.text, paged ? figure.page_words : NULL);
    }
    vt_buffer_free(&figure.large);
    vt_buffer_free(&figure.words);
}

static void add_atlas(const vt_export *e, const vt_qgis_pages *pages, vt_buffer *xml)
{
    if (!pages) {
        vt_buffer_add(xml, "<Atlas enabled=\"0\"/>");
        return;
    }
    vt_buffer name = {0};
    vt_buffer_xml(&name, pages->name);
    const vt_slot slots[] = {{"layer", pages->layer}, {"name", name.text}, {NULL, NULL}};
    vt_template_fill(xml, vt_embedded_find("project/atlas.xml"), e->french, slots);
    vt_buffer_free(&name);
}

/* What the map is about, top first. */
static void add_legend(const vt_export *e, const vt_qgis_theme *theme, vt_buffer *xml)
{
    vt_buffer_add(xml, "");
    for (const vt_qgis_place *place = vt_qgis_places; place->name; place++) {
        const vt_qgis_found found = vt_qgis_find(e, place->name);
        if (vt_qgis_shows(theme, place->name) && vt_qgis_drawn(found)) {
            vt_qgis_node(e, xml, place->name, found.raster != NULL, true);
        }
    }
}

/* Letters as large as their box has room for: `fit` of `most` points; no less than `least`. */
static size_t points_of(const char *text, size_t most, size_t fit, size_t least)
{
    size_t letters = 0;
    for (; text && *text; text++) {
        letters += ((unsigned char)*text & 0xC0) != 0x80; /* not within a letter of UTF-8 */
    }
    const size_t points = letters > fit ? most * fit / letters : most;
    return points < least ? least : points;
}

typedef enum { NAME, THEME, ATLAS, TITLE, SUBTITLE, SOURCES, FOOT, LEGEND, LARGE, WORDS, PARTS } part;

static void add_texts(const vt_export *e, const vt_qgis_theme *theme, vt_buffer *parts)
{
    vt_buffer day = {0}, sources = {0};
    const vt_qgis_pages *pages = vt_qgis_theme_pages(e, theme);
    vt_qgis_day(e, &day);
    vt_qgis_sources(e, theme, &sources);
    const char *name = e->french ? theme->name_fr : theme->name_en;
    vt_buffer_add(&parts[NAME], e->french ? "Carte A3 – " : "A3 map – ");
    vt_buffer_xml(&parts[NAME], name);
    vt_buffer_xml(&parts[THEME], name);
    vt_qgis_label(&parts[TITLE], vt_qgis_study_title(e));
    vt_buffer_xml(&parts[SUBTITLE], e->french ? theme->title_fr : theme->title_en);
    if (pages) {
        vt_buffer_add(&parts[SUBTITLE], "[% if(@atlas_featureid IS NULL, '', concat(' – ', ");
        vt_buffer_xml(&parts[SUBTITLE], pages->name);
        vt_buffer_add(&parts[SUBTITLE], ")) %]");
    }
    add_atlas(e, pages, &parts[ATLAS]);
    add_figures(e, theme, pages != NULL, &parts[LARGE], &parts[WORDS]);
    vt_qgis_label(&parts[SOURCES], "");
    if (!sources.failed && *sources.text) {
        vt_buffer_add(&parts[SOURCES], e->french ? "Sources\u00A0: " : "Sources: ");
        vt_qgis_label(&parts[SOURCES], sources.text);
    }
    if (!day.failed && *day.text) {
        vt_buffer_add(&parts[FOOT], e->french ? "Situation au " : "As of ");
        vt_buffer_xml(&parts[FOOT], day.text);
        vt_buffer_add(&parts[FOOT], " · ");
    }
    vt_buffer_xml(&parts[FOOT], vt_qgis_crs(e));
    vt_buffer_add(&parts[FOOT], *vt_qgis_crs(e) ? " · " : "");
    vt_buffer_printf(&parts[FOOT], "vitrine %s", vitrine_version());
    add_legend(e, theme, &parts[LEGEND]);
    parts[FOOT].failed = parts[FOOT].failed || day.failed || sources.failed;
    vt_buffer_free(&day);
    vt_buffer_free(&sources);
}

static void add_layout(const vt_export *e, const vt_qgis_theme *theme, const vt_box *box, size_t number, vt_buffer *xml)
{
    vt_buffer parts[PARTS] = {{0}};
    const double margin = 1.06, least_m = 100;
    const double width = fmax(least_m, margin * (box->xmax - box->xmin)), height = fmax(least_m, margin * (box->ymax - box->ymin));
    const double scale = round_number(1000 * fmax(width / map_width_mm, height / map_height_mm), true);
    const double x = (box->xmin + box->xmax) / 2, y = (box->ymin + box->ymax) / 2;
    const double w = scale * map_width_mm / 2000, h = scale * map_height_mm / 2000, bar = bar_length(scale * 0.028);
    const bool km = bar >= 1000;
    const double figures[] = {x - w, y - h, x + w, y + h, km ? bar / 1000 : bar};
    char text[sizeof figures / sizeof *figures][VT_NUMBER_ROOM], whole_scale[VT_NUMBER_ROOM], id[24], title_points[24], source_points[24];
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        vt_number_format(text[i], figures[i]);
    }
    vt_number_format(whole_scale, scale);
    snprintf(id, sizeof id, "%zu", number);
    add_texts(e, theme, parts);
    snprintf(title_points, sizeof title_points, "%zu", points_of(vt_qgis_study_title(e), 24, 62, 9));
    snprintf(source_points, sizeof source_points, "%zu", points_of(parts[SOURCES].text, 8, 700, 4)); /* four lines of 8 points */
    const vt_qgis_pages *pages = vt_qgis_theme_pages(e, theme);
    const vt_slot slots[] = {{"name", parts[NAME].text}, {"theme", parts[THEME].text}, {"atlas", parts[ATLAS].text}, {"atlas_driven", pages ? "1" : "0"}, {"atlas_active", pages ? "true" : "false"}, {"least_scale", pages ? pages->scale : "250"}, {"whole_scale", whole_scale},
                             {"title", parts[TITLE].text}, {"title_points", title_points}, {"source_points", source_points}, {"subtitle", parts[SUBTITLE].text},
                             {"large", parts[LARGE].text}, {"words", parts[WORDS].text}, {"sources", parts[SOURCES].text}, {"foot", parts[FOOT].text}, {"legend", parts[LEGEND].text}, {"id", id},
                             {"xmin", text[0]}, {"ymin", text[1]}, {"xmax", text[2]}, {"ymax", text[3]}, {"bar", text[4]},
                             {"bar_unit", km ? "km" : "m"}, {"bar_units", km ? "kilometers" : "meters"}, {"bar_metres", km ? "1000" : "1"}, {NULL, NULL}};
    vt_template_fill(xml, vt_embedded_find("project/layout.xml"), e->french, slots);
    for (int i = 0; i < PARTS; i++) {
        xml->failed = xml->failed || parts[i].failed;
        vt_buffer_free(&parts[i]);
    }
}

void vt_qgis_layouts(const vt_export *e, vt_buffer *xml)
{
    size_t number = 0;
    vt_buffer_add(xml, "");
    for (const vt_qgis_theme *theme = vt_qgis_themes; theme->name_fr; theme++) {
        vt_box box;
        if (theme->title_fr && vt_qgis_theme_box(e, theme, &box)) {
            add_layout(e, theme, &box, ++number, xml);
        }
    }
}
