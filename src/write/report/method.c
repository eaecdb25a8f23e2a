/* method.c - what the data cannot say, from the ledger; how the figures are made; every parameter in force; the sources. */
#include <stdlib.h>
#include <string.h>

#include "embedded.h"
#include "write/catalogue.h"
#include "write/report/report.h"
#include "write/style.h"
#include "study/words.h"

/* --- what the data cannot say ------------------------------------------------------------------------------------ */

static const char account_kinds[] = "ttnnnnn", code_kinds[] = "tttn";

/* "contrainte flood": the layers that the study names stand under their kind. */
static const char *layer_words(vt_report *r, const char *layer)
{
    const char *point = strchr(layer, '.');
    const char *kind = !point ? NULL : strncmp(layer, "constraints", 11) == 0 ? vt_report_say(r, "contrainte", "constraint") : vt_report_say(r, "lieu", "place");
    return kind ? vt_report_printed(r, "%s %s", kind, point + 1) : vt_word("layer", layer, r->french);
}

static void add_account(vt_report *r, const vt_account *a)
{
    const char *cells[] = {layer_words(r, a->layer), a->source, vt_report_count(r, (double)a->read), vt_report_count(r, (double)a->used), vt_report_count(r, (double)a->filtered),
                           vt_report_count(r, (double)a->rejected), vt_report_count(r, (double)a->notices)};
    vt_report_list_row(r, cells, account_kinds);
}

static void add_codes(vt_report *r, const vt_account *a)
{
    for (int code = 0; code < VT_CODES; code++) {
        const size_t n = vt_export_count(r->e, a, (vt_code)code);
        if (n) {
            const char *cells[] = {layer_words(r, a->layer), vt_word("severity", code < VT_FIRST_NOTICE ? "rejected" : "notice", r->french),
                                   vt_report_say(r, vt_codes[code].fr, vt_codes[code].en), vt_report_count(r, (double)n)};
            vt_report_list_row(r, cells, code_kinds);
        }
    }
    for (size_t i = 0; i < a->n_otherwise; i++) {
        const char *cells[] = {layer_words(r, a->layer), vt_word("severity", "notice", r->french),
                               VT_REPORT_WORDS(r, "situation «\u00A0%s\u00A0» prise selon status.otherwise", "status “%s” taken by status.otherwise", a->otherwise[i].value),
                               vt_report_count(r, (double)a->otherwise[i].n)};
        vt_report_list_row(r, cells, code_kinds);
    }
}

static size_t count_codes(const vt_report *r, const vt_account *a)
{
    size_t n = a->n_otherwise;
    for (int code = 0; code < VT_CODES; code++) {
        n += vt_export_count(r->e, a, (vt_code)code);
    }
    return n;
}

static void add_to_check(vt_report *r)
{
    static const vt_report_column columns[] = {{.column = "premises_id", .fr = "Identifiant", .en = "Id"}, {.column = "name"}, {.column = "reason", .fr = "Motif", .en = "Reason"}, {.column = "message", .fr = "Détail", .en = "Detail"}, {.column = "status"},
                                               {.column = "surveyed_street"}, {.column = "number"}};
    const vitrine_layer *layer = vt_export_layer(r->e, "to_check");
    if (layer && layer->n) {
        vt_report_add_table(r, &(vt_report_table){"verifier", "À vérifier sur place", "To be checked on the spot", layer, NULL, 0, columns, VT_N_OF(columns), 0});
    }
}

void vt_report_limits(vt_report *r)
{
    const vt_ledger *ledger = &r->e->model->ledger;
    vt_report_section(r, "limites", "Ce que les données ne disent pas", "What the data cannot say");
    vt_report_add(r, vt_report_say(r, "<p>Chaque objet lu est utilisé, écarté par le filtre de l'étude, ou rejeté avec son motif\u00A0: lus = utilisés + écartés + rejetés. Un signalement parle d'un objet utilisé.</p>\n",
                                   "<p>Every feature read is used, left out by the study's filter, or rejected with its reason: read = used + filtered + rejected. A notice speaks of a feature in use.</p>\n"));
    if (ledger->accounts.n) {
        const char *const fr[] = {"Couche", "Source", "Lus", "Utilisés", "Écartés", "Rejetés", "Signalés"}, *const en[] = {"Layer", "Source", "Read", "Used", "Filtered", "Rejected", "Notices"};
        vt_report_list(r, "grand-livre", vt_report_say(r, "Ce que chaque couche est devenue", "What became of each layer"), r->french ? fr : en, account_kinds, false);
        size_t noted = 0;
        for (size_t i = 0; i < ledger->accounts.n; i++) {
            add_account(r, &ledger->accounts.at[i]);
            noted += count_codes(r, &ledger->accounts.at[i]);
        }
        vt_report_list_end(r);
        const char *const fr_codes[] = {"Couche", "Gravité", "Motif", "Objets"}, *const en_codes[] = {"Layer", "Severity", "Reason", "Features"};
        if (noted) {
            vt_report_list(r, "motifs", vt_report_say(r, "Rejets et signalements, par motif", "Rejects and notices by reason"), r->french ? fr_codes : en_codes, code_kinds, false);
            for (size_t i = 0; i < ledger->accounts.n; i++) {
                add_codes(r, &ledger->accounts.at[i]);
            }
            vt_report_list_end(r);
        }
    }
    add_to_check(r);
    vt_report_end(r);
}

/* --- how the figures are made --------------------------------------------------------------------------------------- */

/* As the study gives it, else as it is by default. */
static const char *value_of(vt_report *r, const vt_param *param, const vt_entry *entry)
{
    vt_buffer all = {0};
    for (size_t i = 0; entry && i < entry->n; i++) {
        vt_buffer_add(&all, i ? ", " : "");
        vt_buffer_add(&all, param->type == VT_PARAM_PATH ? vt_export_without_folder(entry->values[i]) : entry->values[i]);
    }
    const char *text = entry ? vt_arena_text(&r->arena, all.text ? all.text : "") : param->fallback;
    r->out.failed = r->out.failed || all.failed || !text;
    vt_buffer_free(&all);
    return text ? text : "";
}

static void add_parameter(vt_report *r, const char *key, const vt_param *param, const vt_entry *entry)
{
    const char *cells[] = {key, value_of(r, param, entry), param->unit, entry ? vt_report_say(r, "étude", "study") : vt_report_say(r, "par défaut", "default"),
                           r->french ? vt_catalogue_french(param->help) : param->help};
    if (*cells[1]) {
        vt_report_list_row(r, cells, "ttttt");
    }
}

/* Those of one key with the value in force; of keys with a name in them what the study gives. */
static void add_parameters(vt_report *r)
{
    const char *const fr[] = {"Paramètre", "Valeur", "Unité", "D'où", "Sens"}, *const en[] = {"Parameter", "Value", "Unit", "From", "Meaning"};
    const vitrine_study *study = r->e->study;
    vt_report_add(r, vt_report_say(r, "<details><summary>Tous les paramètres du calcul</summary>\n", "<details><summary>All parameters of the run</summary>\n"));
    vt_report_list(r, "parametres", vt_report_say(r, "Tous les paramètres", "All parameters"), r->french ? fr : en, "ttttt", true);
    const vt_param *param;
    for (size_t i = 0; (param = vt_param_at(i)) != NULL; i++) {
        if (!strchr(param->key, '*')) {
            add_parameter(r, param->key, param, vt_study_entry(study, param->key));
        }
    }
    for (size_t i = 0; i < study->entries.n; i++) {
        const vt_entry *entry = &study->entries.at[i];
        param = vt_param_find(entry->key);
        if (param && strchr(param->key, '*')) {
            add_parameter(r, entry->key, param, entry);
        }
    }
    vt_report_list_end(r);
    vt_report_add(r, "</details>\n");
}

static void add_sources(vt_report *r)
{
    const vt_ledger *ledger = &r->e->model->ledger;
    const char *const fr[] = {"Couche", "Fichier", "Mention"}, *const en[] = {"Layer", "File", "Credit"};
    if (!ledger->accounts.n) {
        return;
    }
    vt_report_list(r, "sources", "Sources", r->french ? fr : en, "ttt", false);
    for (size_t i = 0; i < ledger->accounts.n; i++) {
        const vt_account *a = &ledger->accounts.at[i];
        const vt_layer *layer = vt_model_layer(r->e->model, a->layer);
        const char *cells[] = {layer_words(r, a->layer), a->source, layer ? layer->source_note : NULL};
        vt_report_list_row(r, cells, "ttt");
    }
    vt_report_list_end(r);
}

void vt_report_method(vt_report *r)
{
    static const struct {
        const char *layer, *file; /* prose of the analyses that ran */
    } prose[] = {{"total_vacancy", "report/method_vacancy.html"}, {"friche_potential", "report/method_friche.html"}, {"zone_inventory", "report/method_land.html"}};
    vt_report_section(r, "methode", "Méthode", "Method");
    for (size_t i = 0; i < VT_N_OF(prose); i++) {
        char *text = NULL;
        const vitrine_layer *layer = vt_export_layer(r->e, prose[i].layer);
        if (layer && vt_style_fill_text(r->e, layer, vt_embedded_find(prose[i].file), &text) == VITRINE_OK) {
            vt_report_add(r, text);
            free(text);
        }
    }
    add_parameters(r);
    add_sources(r);
    vt_report_add(r, vt_report_say(r, "<p class=\"note\">Ce fichier est autonome\u00A0: il ne demande rien au réseau et n'y envoie rien. Les couches sont dans vitrine.gpkg, le détail du calcul dans run.json.</p>\n",
                                   "<p class=\"note\">This file stands alone: it asks nothing of the network and sends nothing. The layers are in vitrine.gpkg, the account of the run in run.json.</p>\n"));
    vt_report_end(r);
}
