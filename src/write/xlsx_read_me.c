/* xlsx_read_me.c - the first sheet: what the others are, what the figures mean, what the data cannot say. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "write/xlsx.h"

/* Columns of the sheet: a word, a count, words. */
enum { WORD, COUNT, WORDS };

typedef struct {
    vt_xlsx *x;
    size_t row;
    bool failed;
} page;

static void section(page *p, const char *french, const char *english)
{
    p->row++;
    for (int column = WORD; column <= WORDS; column++) {
        vt_xlsx_text(p->x, p->x->read_me, p->row, column, column == WORD ? vt_xlsx_say(p->x, french, english) : " ", p->x->section);
    }
    p->row++;
}

/* As high as the words ask for: LibreOffice leaves a row as it is stored. */
static void line(page *p, const char *word, double count, const char *words)
{
    enum { LINE = 100 };
    const double line_height = 15;
    const size_t lines = 1 + vt_xlsx_characters(words) / LINE;
    worksheet_set_row(p->x->read_me, (lxw_row_t)p->row, line_height * (double)lines, NULL);
    vt_xlsx_text(p->x, p->x->read_me, p->row, WORD, word, p->x->wrapped);
    vt_xlsx_number(p->x, p->x->read_me, p->row, COUNT, count, p->x->cell[VT_CELL_INTEGER]);
    vt_xlsx_text(p->x, p->x->read_me, p->row, WORDS, words, p->x->wrapped);
    p->row++;
}

/* Without a count. */
static void say(page *p, const char *word, const char *words)
{
    line(p, word, NAN, words);
}

static char *printed(page *p, const char *text)
{
    p->failed = p->failed || !text;
    return (char *)text;
}

#define PRINT(french, english, ...) printed(p, vt_arena_printf(&p->x->arena, vt_xlsx_say(p->x, french, english), __VA_ARGS__))

/* --- sections -------------------------------------------------------------------------------------- */

static void say_title(page *p)
{
    const vitrine_study *study = p->x->e->study;
    const char *title = vitrine_study_get(study, "title"), *day = vitrine_study_get(study, "reference_date");
    vt_xlsx_text(p->x, p->x->read_me, p->row++, WORD, title ? title : "vitrine", p->x->title);
    const bool dated = day && strlen(day) == sizeof "2026-06-30" - 1;
    const char *when = !dated            ? vt_xlsx_say(p->x, "sans date de référence", "without a reference date")
                       : p->x->e->french ? PRINT("date de référence\u00A0: %.2s/%.2s/%.4s", "", day + 8, day + 5, day)
                                         : PRINT("", "reference date: %s", day);
    vt_xlsx_text(p->x, p->x->read_me, p->row++, WORD, PRINT("%s, vitrine %s", "%s, vitrine %s", when, vitrine_version()), NULL);
}

static void link_sheet(page *p, lxw_worksheet *sheet, double rows, const char *words)
{
    const char *quoted = sheet->quoted_name ? sheet->quoted_name : sheet->name;
    char *url = printed(p, vt_arena_printf(&p->x->arena, "internal:%s!A1", quoted));
    if (url) {
        worksheet_write_url_opt(p->x->read_me, (lxw_row_t)p->row, WORD, url, p->x->link, sheet->name, NULL);
    }
    line(p, NULL, rows, words);
}

static void say_sheets(page *p)
{
    vt_xlsx *x = p->x;
    section(p, "Les feuilles, et leurs lignes", "The sheets, and their rows");
    if (x->worst) {
        link_sheet(p, x->worst, NAN, vt_xlsx_say(x, "Les dix rues au taux le plus haut parmi celles dont l'effectif suffit, en graphique.",
                                                         "The ten streets of the highest rate among those with premises enough, as a chart."));
    }
    for (size_t i = 0; i < x->e->n_layers; i++) {
        const vitrine_layer *layer = x->e->layers[i];
        const vt_layer_title *title = vt_layer_title_of(layer->name);
        const char *what = title ? vt_xlsx_say(x, title->meaning_fr, title->meaning) : "";
        link_sheet(p, x->sheets[i], (double)layer->n, PRINT("%s (couche %s)", "%s (layer %s)", what, layer->name));
    }
}

static void say_vacancy(page *p)
{
    vt_xlsx *x = p->x;
    const vitrine_study *study = x->e->study;
    const bool works = strcmp(vitrine_study_get(study, "vacancy.works"), "vacant") == 0;
    say(p, vt_xlsx_say(x, "Taux de vacance", "Vacancy rate"),
        works ? vt_xlsx_say(x, "Vacants / (occupés + vacants), les travaux comptés comme vacants. Ni réserves ni locaux convertis.",
                            "Vacant / (occupied + vacant), works counted as vacant. Neither storage nor converted premises.")
              : vt_xlsx_say(x, "Vacants / (occupés + vacants). Ni travaux, ni réserves, ni locaux convertis.",
                            "Vacant / (occupied + vacant). Neither works, nor storage, nor converted premises."));
    say(p, vt_xlsx_say(x, "Bornes à 95 %", "95 % bounds"),
        vt_xlsx_say(x, "Intervalle de Wilson\u00A0: ce que le hasard seul peut faire d'un petit effectif. Deux rues dont les intervalles se recouvrent largement ne se classent pas.",
                    "Wilson's interval: what chance alone can make of small numbers. Two streets whose intervals overlap widely cannot be ranked."));
    say(p, vt_xlsx_say(x, "Effectif suffisant", "Enough premises"),
        PRINT("Au moins %" PRId64 " locaux comptés (vacancy.min_premises)\u00A0; en dessous, lire les nombres et non le taux.",
              "At least %" PRId64 " premises in the stock (vacancy.min_premises); below, read the counts and not the rate.",
              vt_study_integer(study, "vacancy.min_premises")));
    say(p, vt_xlsx_say(x, "Taux si les inconnus…", "Rate if unknown…"),
        vt_xlsx_say(x, "Entre ces deux taux se trouve celui qu'un relevé complet donnerait.", "Between these two lies the rate that a complete survey would give."));
    say(p, vt_xlsx_say(x, "Taux lissé", "Smoothed rate"),
        vt_xlsx_say(x, "Rapproché du taux de l'ensemble quand l'effectif est petit (Bayes empirique, Marshall)\u00A0: pour classer.",
                    "Drawn towards the rate in total where numbers are small (empirical Bayes, Marshall): for ranking."));
    say(p, vt_xlsx_say(x, "Situation", "Status"),
        vt_xlsx_say(x, "Occupé, vacant, en travaux, réserve ou vitrine morte, converti en logement ou bureau, inconnu.",
                    "Occupied, vacant, under works, storage, converted into a dwelling or an office, unknown."));
    say(p, vt_xlsx_say(x, "Durée", "Term"),
        vt_xlsx_say(x, "Frictionnelle, longue, structurelle, persistante, ou inconnue faute de date (bornes\u00A0: vacancy.terms).",
                    "Frictional, long, structural, persistent, or unknown without a date (bounds: vacancy.terms)."));
}

static void say_figures(page *p)
{
    vt_xlsx *x = p->x;
    section(p, "Ce que disent les chiffres", "What the figures mean");
    say(p, vt_xlsx_say(x, "Cellule vide", "Empty cell"), vt_xlsx_say(x, "Inconnu, jamais zéro.", "Unknown, never zero."));
    say(p, vt_xlsx_say(x, "Codes et identifiants", "Codes and ids"),
        vt_xlsx_say(x, "Du texte\u00A0: 01004 garde son zéro. Les codes sont dits en mots\u00A0; vitrine.gpkg, GeoJSON et CSV gardent les codes.",
                    "Text: 01004 keeps its zero. Codes are told in words; vitrine.gpkg, GeoJSON and CSV keep the codes."));
    if (vt_export_layer(p->x->e, "total_vacancy")) {
        say_vacancy(p);
    }
    if (vt_export_layer(p->x->e, "zone_inventory")) {
        say(p, vt_xlsx_say(x, "Taux de vacance (L318-8-2)", "Vacancy rate (L318-8-2)"),
            vt_xlsx_say(x, "Unités foncières vacantes / toutes. Ce n'est pas le taux de vacance commerciale.", "Vacant land units / all. It is not the vacancy rate of shops."));
        say(p, vt_xlsx_say(x, "Brut et net", "Gross and net"),
            vt_xlsx_say(x, "Deux comptes du même sol\u00A0: ils ne s'additionnent pas, et les mailles non plus.", "Two accounts of the same ground: they are never added, nor are scopes."));
    }
    if (vt_export_layer(p->x->e, "friche_potential")) {
        say(p, vt_xlsx_say(x, "Indice d'une friche", "Index of a friche"),
            vt_xlsx_say(x, "De 0 à 100 pour chaque usage, selon le barème\u00A0; les rangs à 90 % disent où il tomberait avec d'autres poids et des valeurs manquantes tirées au sort.",
                        "0 to 100 for each use, by the scheme; the 90 % ranks are where it would fall with other weights and with missing values drawn at random."));
        say(p, vt_xlsx_say(x, "Fiabilité", "Reliability"),
            vt_xlsx_say(x, "Part du barème qui est renseignée, sur 10\u00A0; elle n'entre pas dans le classement.", "How much of the scheme is filled, of 10; it does not enter the ranking."));
    }
}

static void say_account(page *p, const vt_account *a)
{
    line(p, a->layer, (double)a->read,
         PRINT("objets lus = %zu utilisés + %zu écartés par le filtre + %zu rejetés", "features read = %zu used + %zu filtered + %zu rejected",
               a->used, a->filtered, a->rejected));
    for (int code = 0; code < VT_CODES; code++) {
        const size_t n = vt_export_count(p->x->e, a, (vt_code)code);
        if (n) {
            const char *kind = code < VT_FIRST_NOTICE ? vt_xlsx_say(p->x, "rejeté", "rejected") : vt_xlsx_say(p->x, "signalé", "notice");
            line(p, PRINT("    %s", "    %s", vt_codes[code].name), (double)n,
                 PRINT("%s\u00A0: %s", "%s: %s", kind, vt_xlsx_say(p->x, vt_codes[code].fr, vt_codes[code].en)));
        }
    }
}

static void say_limits(page *p)
{
    const vt_export *e = p->x->e;
    section(p, "Ce que les données ne disent pas", "What the data cannot say");
    const vitrine_layer *total = vt_export_layer(p->x->e, "total_vacancy");
    if (total && total->n) {
        line(p, vt_xlsx_say(p->x, "Situation inconnue", "Status unknown"),
             (double)vitrine_layer_get_integer(total, 0, vitrine_layer_column(total, "unknown")),
             vt_xlsx_say(p->x, "locaux sans situation relevée\u00A0: hors du taux, dans ses bornes", "premises without a status: out of the rate, within its bounds"));
    }
    for (size_t i = 0; i < e->model->ledger.accounts.n; i++) {
        say_account(p, &e->model->ledger.accounts.at[i]);
    }
    if (e->cut_rows + e->cut_cells > 0) {
        say(p, vt_xlsx_say(p->x, "Coupé", "Cut"),
            PRINT("Une feuille tient 1 048 576 lignes et une cellule 32 767 caractères\u00A0: %zu lignes manquent, %zu cellules sont coupées. vitrine.gpkg a tout.",
                  "A sheet holds 1,048,576 rows and a cell 32,767 characters: %zu rows are left out, %zu cells cut. vitrine.gpkg has all.",
                  e->cut_rows, e->cut_cells));
    }
}

static int by_key(const void *a, const void *b)
{
    return strcmp((*(const vt_entry *const *)a)->key, (*(const vt_entry *const *)b)->key);
}

static void say_value(page *p, const vt_entry *entry)
{
    const vt_param *param = vt_param_find(entry->key);
    const bool path = param && param->type == VT_PARAM_PATH;
    const char *all = "";
    for (size_t i = 0; all && i < entry->n; i++) {
        const char *value = path ? vt_export_without_folder(entry->values[i]) : entry->values[i];
        all = PRINT("%s%s%s", "%s%s%s", all, i ? ", " : "", value);
    }
    say(p, entry->key, all);
}

/* What the study says itself; layers are told under the sources. */
static void say_parameters(page *p)
{
    const vitrine_study *study = p->x->e->study;
    const vt_entry **entries = vt_arena_array(&p->x->arena, study->entries.n + 1, sizeof *entries);
    size_t n = 0;
    for (size_t i = 0; entries && i < study->entries.n; i++) {
        const char *key = study->entries.at[i].key;
        if (strncmp(key, "layers.", 7) != 0 && strncmp(key, "export.", 7) != 0 && strcmp(key, "title") != 0) {
            entries[n++] = &study->entries.at[i];
        }
    }
    p->failed = p->failed || !entries;
    if (n) {
        qsort(entries, n, sizeof *entries, by_key);
    }
    section(p, "Paramètres de l'étude", "Parameters of the study");
    for (size_t i = 0; i < n; i++) {
        say_value(p, entries[i]);
    }
    say(p, vt_xlsx_say(p->x, "Tous les autres", "All others"),
        vt_xlsx_say(p->x, "comme vitrine les propose\u00A0; run.json les donne tous.", "as vitrine has them; run.json gives them all."));
}

static void say_sources(page *p)
{
    const vt_export *e = p->x->e;
    section(p, "Sources", "Sources");
    for (size_t i = 0; i < e->model->ledger.accounts.n; i++) {
        const vt_account *a = &e->model->ledger.accounts.at[i];
        const vt_layer *layer = vt_model_layer(e->model, a->layer);
        const char *note = layer ? layer->source_note : NULL;
        say(p, a->layer, note ? PRINT("%s — %s", "%s — %s", a->source, note) : a->source);
    }
}

bool vt_xlsx_fill_read_me(vt_xlsx *x)
{
    page p = {.x = x};
    worksheet_set_column(x->read_me, WORD, WORD, 34, NULL);
    worksheet_set_column(x->read_me, COUNT, COUNT, 10, NULL);
    worksheet_set_column(x->read_me, WORDS, WORDS, 96, NULL);
    worksheet_set_landscape(x->read_me);
    worksheet_set_paper(x->read_me, 9); /* A4 */
    worksheet_fit_to_pages(x->read_me, 1, 0);
    worksheet_activate(x->read_me);
    say_title(&p);
    say_sheets(&p);
    say_figures(&p);
    say_limits(&p);
    say_parameters(&p);
    say_sources(&p);
    return !p.failed;
}
