/* style.c - see style.h. */
#include "write/style.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "embedded.h"
#include "study/classes.h"
#include "write/buffer.h"
#include "write/columns.h"

/* OrRd (ColorBrewer), five steps interpolated to the number of classes: told apart under deuteranopia and
 * protanopia, lightness falling throughout. */
static const unsigned char ramp[5][3] = {{254, 232, 200}, {253, 187, 132}, {252, 141, 89}, {215, 48, 31}, {127, 0, 0}};

typedef struct {
    vt_export *e;
    const vitrine_layer *layer;
    double bounds[VT_MOST_BOUNDS];
    size_t n_bounds;
    vt_buffer out;
} filler;

static const char *style_of(const char *layer)
{
    char name[128];
    snprintf(name, sizeof name, "styles/%s.qml", layer);
    return vt_embedded_find(name);
}

bool vt_style_has(const char *layer)
{
    return style_of(layer) != NULL;
}

static void add_percent(filler *f, double share)
{
    char text[VT_NUMBER_ROOM];
    vt_number_format_fixed(text, share * 100, 2);
    char *point = strchr(text, '.');
    if (point && f->e->french) {
        *point = ',';
    }
    vt_buffer_add(&f->out, text);
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

static void add_color(filler *f, size_t class)
{
    const double at = f->n_bounds ? 4.0 * (double)class / (double)f->n_bounds : 4;
    const size_t step = at >= 4 ? 3 : (size_t)at;
    for (int c = 0; c < 3; c++) {
        const double value = ramp[step][c] + (at - (double)step) * (ramp[step + 1][c] - ramp[step][c]);
        vt_buffer_printf(&f->out, "%s%d", c ? "," : "", (int)(value + 0.5));
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

static bool is(const char *tag, size_t n, const char *name)
{
    return strlen(name) == n && strncmp(tag, name, n) == 0;
}

static void add_tag(filler *f, const char *tag, size_t n, size_t class)
{
    char width[VT_NUMBER_ROOM];
    const char *bars = strstr(tag, "||");
    if (is(tag, n, "aliases")) {
        add_aliases(f);
    } else if (is(tag, n, "i")) {
        vt_buffer_printf(&f->out, "%zu", class);
    } else if (is(tag, n, "label")) {
        add_label(f, class);
    } else if (is(tag, n, "color")) {
        add_color(f, class);
    } else if (is(tag, n, "width")) {
        const double share = f->n_bounds ? (double)class / (double)f->n_bounds : 0;
        vt_buffer_add(&f->out, vt_number_format_fixed(width, 0.9 + 1.3 * share, 2));
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

static void fill(filler *f, const char *from, const char *to, size_t class)
{
    static const char open[] = "{{#classes}}", close[] = "{{/classes}}";
    for (const char *tag; (tag = strstr(from, "{{")) && tag < to;) {
        vt_buffer_add_n(&f->out, from, (size_t)(tag - from));
        const char *end = strncmp(tag, open, strlen(open)) == 0 ? strstr(tag, close) : strstr(tag, "}}");
        if (!end) {
            f->out.failed = true;
            return;
        }
        if (strncmp(tag, open, strlen(open)) == 0) {
            for (size_t i = 0; i <= f->n_bounds; i++) {
                fill(f, tag + strlen(open), end, i);
            }
            from = end + strlen(close);
        } else {
            add_tag(f, tag + 2, (size_t)(end - tag - 2), class);
            from = end + 2;
        }
    }
    vt_buffer_add_n(&f->out, from, (size_t)(to - from));
}

vitrine_status vt_style_fill(vt_export *e, const vitrine_layer *layer, char **qml)
{
    filler f = {.e = e, .layer = layer};
    f.n_bounds = vt_class_bounds(e->study, f.bounds);
    const char *template = style_of(layer->name);
    fill(&f, template, template + strlen(template), 0);
    *qml = f.out.text;
    if (f.out.failed) {
        vt_buffer_free(&f.out);
        *qml = NULL;
        return vt_fail(e->ctx, VITRINE_E_FAILED, _("the style of %s cannot be made"), layer->name);
    }
    return VITRINE_OK;
}
