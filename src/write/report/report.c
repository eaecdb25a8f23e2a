/* report.c - the page: its head with the policy that lets nothing in or out, then the chapters in the order in which they are asked for. */
#include "write/report/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "embedded.h"
#include "write/style.h"

/* A file of styles/report/, filled in. The caller frees it. */
static char *filled(vt_report *r, const char *name, const vitrine_layer *layer)
{
    char *text = NULL;
    const char *template = vt_embedded_find(name);
    if (!template || vt_style_fill_text(r->e, layer, template, &text)) {
        r->out.failed = true;
    }
    return text;
}

/* What may run and colour the page: these two texts, by their digests, and nothing else. */
static void add_head(vt_report *r, const char *css, const char *js)
{
    char style[VT_SHA256_BASE64_ROOM], script[VT_SHA256_BASE64_ROOM];
    const char *title = vitrine_study_get(r->e->study, "title");
    vt_sha256_base64(css, strlen(css), style);
    vt_sha256_base64(js, strlen(js), script);
    vt_buffer_printf(&r->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", vt_report_say(r, "fr", "en"));
    vt_buffer_printf(&r->out,
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; "
                     "base-uri 'none'; form-action 'none'\">\n",
                     style, script);
    vt_report_add(r, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    vt_buffer_xml(&r->out, title ? title : "vitrine");
    vt_report_add(r, "</title>\n<style>");
    vt_report_add(r, css);
    vt_report_add(r, "</style>\n</head>\n<body>\n");
}

static void add_title(vt_report *r)
{
    const char *title = vitrine_study_get(r->e->study, "title"), *day = vitrine_study_get(r->e->study, "reference_date");
    vt_report_add(r, vt_report_printed(r, "<header>\n<h1>%s</h1>\n<p class=\"sub\">", title ? vt_report_text(r, title) : vt_report_say(r, "Diagnostic", "Diagnosis")));
    if (day) {
        VT_REPORT_PRINT(r, "Situation au %s · ", "As of %s · ", vt_report_text(r, vt_report_day(r, day)));
    }
    vt_report_add(r, vt_report_printed(r, "vitrine %s</p>\n", vitrine_version()));
    vt_report_add(r, "</header>\n");
}

/* The chapters; each writes nothing where the study has no such analysis. */
static const struct {
    void (*write)(vt_report *);
    const char *id, *fr, *en, *layer; /* a link at the top, where the layer is there */
} chapters[] = {
    {vt_report_summary, "essentiel", "L'essentiel", "In short", "rejects"},
    {vt_report_vacancy, "vacance", "Vacance", "Vacancy", "total_vacancy"},
    {vt_report_friches, "friches", "Friches", "Friches", "friche_potential"},
    {vt_report_land, "foncier", "Foncier", "Land", "zone_inventory"},
    {vt_report_limits, "limites", "Limites", "Limits", "rejects"},
    {vt_report_method, "methode", "Méthode", "Method", "rejects"},
};
enum { CHAPTERS = sizeof chapters / sizeof *chapters };

static void add_contents(vt_report *r)
{
    vt_report_add(r, vt_report_printed(r, "<nav aria-label=\"%s\">", vt_report_say(r, "Chapitres", "Chapters")));
    for (size_t i = 0; i < CHAPTERS; i++) {
        const vitrine_layer *layer = vt_export_layer(r->e, chapters[i].layer);
        const bool targets = !layer && chapters[i].write == vt_report_land && vt_export_layer(r->e, "land_target");
        if (layer || targets) {
            vt_report_add(r, vt_report_printed(r, "<a href=\"#%s\">%s</a> ", chapters[i].id, vt_report_say(r, chapters[i].fr, chapters[i].en)));
        }
    }
    vt_report_add(r, "</nav>\n<main>\n");
}

vitrine_status vt_export_report(vt_export *e)
{
    vt_report r = {.e = e, .french = e->french};
    char *css = filled(&r, "report/report.css", vt_export_layer(e, "friche_potential")), *js = filled(&r, "report/report.js", NULL);
    vitrine_status status = VITRINE_OK;
    if (css && js) {
        add_head(&r, css, js);
        add_title(&r);
        add_contents(&r);
        for (size_t i = 0; !status && i < CHAPTERS; i++) {
            chapters[i].write(&r);
            status = vt_progress(e->ctx, "write", (double)(i + 1) / (CHAPTERS + 1));
        }
        vt_report_add(&r, "</main>\n<script>");
        vt_report_add(&r, js);
        vt_report_add(&r, "</script>\n</body>\n</html>\n");
    }
    if (!status) {
        status = r.out.failed ? vt_no_memory(e->ctx) : vt_export_file(e, "report.html", r.out.text, r.out.n);
    }
    free(css);
    free(js);
    vt_buffer_free(&r.out);
    vt_arena_free(&r.arena);
    return status;
}
