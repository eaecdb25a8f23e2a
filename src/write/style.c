/* style.c - see style.h. */
#include "write/style.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "embedded.h"
#include "study/classes.h"
#include "study/words.h"
#include "write/buffer.h"
#include "write/columns.h"
#include "write/forms.h"

/* OrRd (ColorBrewer), five steps interpolated to the number of classes: told apart under deuteranopia and
 * protanopia, lightness falling throughout. */
static const unsigned char rate_ramp[5][3] = {{254, 232, 200}, {253, 187, 132}, {252, 141, 89}, {215, 48, 31}, {127, 0, 0}};
/* YlGnBu (ColorBrewer), of grades: more is better. */
static const unsigned char grade_ramp[5][3] = {{255, 255, 217}, {199, 233, 180}, {127, 205, 187}, {29, 145, 192}, {34, 94, 168}};

/* Of series that have no order: Okabe and Ito's colours, told apart by those who see fewer, and QGIS's marker shapes. */
static const char *const hues[] = {"#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#999999"};
static const char *const shapes[] = {"circle", "square", "triangle", "diamond", "pentagon", "star", "cross_fill", "hexagon"};
enum { HUES = sizeof hues / sizeof *hues };

enum { STEPS = 5 };

/* What a template repeats, and how often. */
typedef enum { CLASSES, STEPS_BLOCK, GRADES, SERIES, BLOCKS } block_kind;
static const struct {
    const char *open, *close;
} blocks[] = {{"{{#classes}}", "{{/classes}}"}, {"{{#steps}}", "{{/steps}}"}, {"{{#grades}}", "{{/grades}}"}, {"{{#series}}", "{{/series}}"}};

/* One turn of a block: number i of n. */
typedef struct {
    block_kind kind;
    size_t i, n;
} turn;

typedef struct {
    vt_export *e;
    const vitrine_layer *layer; /* NULL for a raster */
    double max;                 /* of the raster */
    double bounds[VT_MOST_BOUNDS];
    size_t n_bounds;
    bool plain; /* not XML: text is put in as it is */
    vt_buffer out;
} filler;

/* Layers drawn by the template of another, and what differs: QGIS expressions, XML-escaped. `called` begins a label, `name` is what that
 * shows of the unit, `title` heads the tip. Blocks show their figures only, for the street's name would be said at each. */
#define STREET "&quot;street_name&quot;"
static const struct {
    const char *layer, *template, *called, *name, *title;
} shared[] = {
    {"street_vacancy", "street_vacancy", STREET ", '  ', ", STREET, STREET},
    {"segment_vacancy", "street_vacancy", "", "''", "concat(" STREET ", ' (', &quot;segment_id&quot;, ')')"},
    {"street_centre_vacancy", "street_vacancy", STREET ", '  ', ", STREET, "concat(" STREET ", ' – ', &quot;centre_name&quot;)"},
};
enum { SHARED = sizeof shared / sizeof *shared };

static size_t shared_by(const char *layer)
{
    size_t i = 0;
    while (i < SHARED && strcmp(shared[i].layer, layer) != 0) {
        i++;
    }
    return i;
}

static const char *style_of(const char *layer, const char *ending)
{
    char name[128];
    const size_t i = shared_by(layer);
    snprintf(name, sizeof name, "styles/%s%s", i < SHARED ? shared[i].template : layer, ending);
    return vt_embedded_find(name);
}

bool vt_style_has(const char *layer)
{
    return style_of(layer, ".qml") != NULL;
}

static void add_text(filler *f, const char *text)
{
    (f->plain ? vt_buffer_add : vt_buffer_xml)(&f->out, text);
}

/* A number to be read, two decimals at most. */
static void add_figure(filler *f, double value)
{
    char text[VT_NUMBER_ROOM];
    vt_number_format_fixed(text, value, 2);
    char *point = strchr(text, '.');
    if (point && f->e->french) {
        *point = ',';
    }
    vt_buffer_add(&f->out, text);
}

static void add_percent(filler *f, double share)
{
    add_figure(f, share * 100);
}

/* "moins de 5 %", "5 – 7,5 %", "plus de 10 %" */
static void add_label(filler *f, size_t class)
{
    const bool fr = f->e->french;
    if (class == 0) {
        vt_buffer_add(&f->out, fr ? "moins de " : "below ");
        add_percent(f, f->bounds[0]);
    } else if (class == f->n_bounds) {
        vt_buffer_add(&f->out, fr ? "plus de " : "above ");
        add_percent(f, f->bounds[class - 1]);
    } else {
        add_percent(f, f->bounds[class - 1]);
        vt_buffer_add(&f->out, " – ");
        add_percent(f, f->bounds[class]);
    }
    vt_buffer_add(&f->out, fr ? "\xC2\xA0%" : "%");
}

/* As "r,g,b" or "#rrggbb". */
static void add_color(filler *f, turn t, bool hex)
{
    const unsigned char(*ramp)[3] = t.kind == GRADES ? grade_ramp : rate_ramp;
    const size_t class = t.i, last = t.n - 1;
    if (t.kind == SERIES) {
        vt_buffer_add(&f->out, hues[t.i % HUES]);
        return;
    }
    if (t.kind == STEPS_BLOCK && t.i == 0) { /* none: white, which multiplied is nothing */
        vt_buffer_add(&f->out, hex ? "#ffffff" : "255,255,255");
        return;
    }
    const double at = last ? 4.0 * (double)class / (double)last : 4;
    const size_t step = at >= 4 ? 3 : (size_t)at;
    vt_buffer_add(&f->out, hex ? "#" : "");
    for (int c = 0; c < 3; c++) {
        const double value = ramp[step][c] + (at - (double)step) * (ramp[step + 1][c] - ramp[step][c]);
        vt_buffer_printf(&f->out, hex ? "%s%02x" : "%s%d", c && !hex ? "," : "", (int)(value + 0.5));
    }
}

static void add_aliases(filler *f)
{
    for (size_t c = 0; c < f->layer->columns.n; c++) {
        vitrine_column info;
        vitrine_layer_column_info(f->layer, c, &info);
        vt_buffer_printf(&f->out, "<alias index=\"%zu\" name=\"", c);
        vt_buffer_xml(&f->out, f->e->french ? info.label_fr : info.label_en);
        vt_buffer_add(&f->out, "\" field=\"");
        vt_buffer_xml(&f->out, info.name);
        vt_buffer_add(&f->out, "\"/>");
    }
}

/* How forms show the columns; the class by its label. */
static void add_widgets(filler *f)
{
    for (size_t c = 0; c < f->layer->columns.n; c++) {
        vt_forms_field(&f->out, f->layer, c, f->e->french);
    }
    if (vitrine_layer_column(f->layer, "class") < f->layer->first_kept) {
        vt_forms_open_map(&f->out, "class");
        for (size_t i = 0; i <= f->n_bounds; i++) {
            char value[24];
            filler label = {.e = f->e, .n_bounds = f->n_bounds};
            memcpy(label.bounds, f->bounds, sizeof label.bounds);
            add_label(&label, i);
            snprintf(value, sizeof value, "%zu", i);
            vt_forms_item(&f->out, label.out.failed ? "" : label.out.text, value);
            f->out.failed = f->out.failed || label.out.failed;
            vt_buffer_free(&label.out);
        }
        vt_forms_close_map(&f->out);
    }
}

static bool is(const char *tag, size_t n, const char *name)
{
    return strlen(name) == n && strncmp(tag, name, n) == 0;
}

/* Tags of one grade; false: not one of them. */
static bool add_grade_tag(filler *f, const char *tag, size_t n, turn t)
{
    char number[VT_NUMBER_ROOM];
    const vt_grade *grade = &f->layer->grades[t.i];
    if (is(tag, n, "label")) {
        add_text(f, grade->name);
    } else if (is(tag, n, "from")) {
        vt_buffer_add(&f->out, vt_number_format(number, grade->from));
    } else if (is(tag, n, "to")) {
        vt_buffer_add(&f->out, t.i + 1 < t.n ? vt_number_format(number, grade[1].from) : "1e9");
    } else {
        return false;
    }
    return true;
}

/* The column of number i among those of the layer's series; its name behind the prefix is the member. */
static const vt_column *series_column(const vitrine_layer *layer, size_t i)
{
    for (size_t c = 0; c < layer->columns.n; c++) {
        if (strncmp(layer->columns.at[c].name, layer->series, strlen(layer->series)) == 0 && i-- == 0) {
            return &layer->columns.at[c];
        }
    }
    return NULL;
}

static bool add_series_tag(filler *f, const char *tag, size_t n, turn t)
{
    const vt_column *column = series_column(f->layer, t.i);
    const char *code = column->name + strlen(f->layer->series);
    if (is(tag, n, "label")) {
        add_text(f, vt_word("best_use", code, f->e->french));
    } else if (is(tag, n, "code")) {
        add_text(f, code);
    } else if (is(tag, n, "column")) {
        add_text(f, column->name);
    } else if (is(tag, n, "shape")) {
        vt_buffer_add(&f->out, shapes[t.i % HUES]);
    } else {
        return false;
    }
    return true;
}

/* What differs between layers of one template; false: not one of them. */
static bool add_shared_tag(filler *f, const char *tag, size_t n)
{
    const size_t i = f->layer ? shared_by(f->layer->name) : SHARED;
    const char *text = i == SHARED            ? NULL
                       : is(tag, n, "called") ? shared[i].called
                       : is(tag, n, "name")   ? shared[i].name
                       : is(tag, n, "title")  ? shared[i].title
                                              : NULL;
    vt_buffer_add(&f->out, text ? text : "");
    return text != NULL;
}

static void add_tag(filler *f, const char *tag, size_t n, turn t)
{
    char width[VT_NUMBER_ROOM], number[VT_NUMBER_ROOM];
    const char *bars = strstr(tag, "||");
    const double step = f->max * (double)t.i / (STEPS - 1);
    if ((t.kind == GRADES && add_grade_tag(f, tag, n, t)) || (t.kind == SERIES && add_series_tag(f, tag, n, t)) || add_shared_tag(f, tag, n)) {
        return;
    }
    if (is(tag, n, "aliases") && f->layer) {
        add_aliases(f);
    } else if (is(tag, n, "widgets") && f->layer) {
        add_widgets(f);
    } else if (is(tag, n, "row") && f->layer) {
        add_text(f, vt_forms_row(f->layer) ? vt_forms_row(f->layer) : "");
    } else if (is(tag, n, "i")) {
        vt_buffer_printf(&f->out, "%zu", t.i);
    } else if (is(tag, n, "label")) {
        add_label(f, t.i);
    } else if (is(tag, n, "color")) {
        add_color(f, t, false);
    } else if (is(tag, n, "hex")) {
        add_color(f, t, true);
    } else if (is(tag, n, "high")) {
        vt_buffer_add(&f->out, t.i < f->n_bounds ? vt_number_format(number, f->bounds[t.i]) : "inf");
    } else if (is(tag, n, "top")) { /* 2: above any share, and a number to those who know no inf */
        vt_buffer_add(&f->out, vt_number_format(number, t.i < f->n_bounds ? f->bounds[t.i] : 2));
    } else if (is(tag, n, "max")) {
        vt_buffer_add(&f->out, vt_number_format(number, f->max));
    } else if (is(tag, n, "value")) {
        vt_buffer_add(&f->out, vt_number_format(number, step));
    } else if (is(tag, n, "figure")) {
        add_figure(f, step);
    } else if (is(tag, n, "width") || is(tag, n, "thin")) {
        const double share = f->n_bounds ? (double)t.i / (double)f->n_bounds : 0, of_it = is(tag, n, "thin") ? 0.5 : 1;
        vt_buffer_add(&f->out, vt_number_format_fixed(width, of_it * (0.9 + 1.3 * share), 2));
    } else if (bars && bars < tag + n) {
        if (f->e->french) {
            vt_buffer_add_n(&f->out, tag, (size_t)(bars - tag));
        } else {
            vt_buffer_add_n(&f->out, bars + 2, (size_t)(tag + n - bars - 2));
        }
    } else {
        f->out.failed = true; /* a tag that nobody knows: a fault of the template */
    }
}

static size_t turns(const filler *f, block_kind kind)
{
    size_t n = kind == CLASSES ? f->n_bounds + 1 : kind == STEPS_BLOCK ? STEPS : kind == GRADES && f->layer ? f->layer->n_grades : 0;
    while (kind == SERIES && f->layer && f->layer->series && series_column(f->layer, n)) {
        n++;
    }
    return n;
}

static void fill(filler *f, const char *from, const char *to, turn t)
{
    for (const char *tag; (tag = strstr(from, "{{")) && tag < to;) {
        vt_buffer_add_n(&f->out, from, (size_t)(tag - from));
        size_t block = 0;
        while (block < BLOCKS && strncmp(tag, blocks[block].open, strlen(blocks[block].open)) != 0) {
            block++;
        }
        const char *end = strstr(tag, block < BLOCKS ? blocks[block].close : "}}");
        if (!end) {
            f->out.failed = true;
            return;
        }
        if (block < BLOCKS) {
            const size_t n = turns(f, (block_kind)block);
            for (size_t i = 0; i < n; i++) {
                fill(f, tag + strlen(blocks[block].open), end, (turn){(block_kind)block, i, n});
            }
            from = end + strlen(blocks[block].close);
        } else {
            add_tag(f, tag + 2, (size_t)(end - tag - 2), t);
            from = end + 2;
        }
    }
    vt_buffer_add_n(&f->out, from, (size_t)(to - from));
}

static vitrine_status fill_all(filler *f, const char *name, const char *template, char **text)
{
    f->n_bounds = vt_class_bounds(f->e->study, f->bounds);
    f->out.failed = !template;
    if (template) {
        fill(f, template, template + strlen(template), (turn){CLASSES, 0, 1});
    }
    *text = f->out.text;
    if (f->out.failed) {
        vt_buffer_free(&f->out);
        *text = NULL;
        return vt_fail(f->e->ctx, VITRINE_E_FAILED, _("the style of %s cannot be made"), name);
    }
    return VITRINE_OK;
}

vitrine_status vt_style_fill_text(vt_export *e, const vitrine_layer *layer, const char *template, char **text)
{
    filler f = {.e = e, .layer = layer};
    return fill_all(&f, layer ? layer->name : "report.html", template, text);
}

vitrine_status vt_style_fill(vt_export *e, const vitrine_layer *layer, char **qml)
{
    return vt_style_fill_as(e, layer, layer->name, qml);
}

vitrine_status vt_style_fill_rules(vt_export *e, const vitrine_layer *layer, char **rules)
{
    filler f = {.e = e, .layer = layer, .plain = true};
    return fill_all(&f, layer->name, style_of(layer->name, ".rules"), rules);
}

static vitrine_status fill_raster(vt_export *e, const vt_raster *raster, const char *ending, char **text)
{
    filler f = {.e = e};
    for (size_t i = 0; i < raster->info.columns * raster->info.rows; i++) {
        f.max = (double)raster->band[0][i] > f.max ? (double)raster->band[0][i] : f.max; /* false for NaN */
    }
    f.max = f.max > 0 ? f.max : 1;
    return fill_all(&f, raster->info.name, style_of(raster->info.name, ending), text);
}

vitrine_status vt_style_fill_raster(vt_export *e, const vt_raster *raster, char **qml)
{
    return fill_raster(e, raster, ".qml", qml);
}

vitrine_status vt_style_fill_raster_sld(vt_export *e, const vt_raster *raster, char **sld)
{
    return fill_raster(e, raster, ".sld", sld);
}

vitrine_status vt_style_fill_as(vt_export *e, const vitrine_layer *layer, const char *name, char **qml)
{
    filler f = {.e = e, .layer = layer};
    return fill_all(&f, name, style_of(name, ".qml"), qml);
}

size_t vt_style_legend(const vt_export *e, const char *raster)
{
    double bounds[VT_MOST_BOUNDS];
    return strstr(style_of(raster, ".qml"), blocks[CLASSES].open) ? vt_class_bounds(e->study, bounds) + 1 : 1;
}
