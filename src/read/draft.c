/* draft.c - see draft.h. Comments are in the study's language, not in that of the messages. */
#include "read/draft.h"

#include <ctype.h>
#include <string.h>

#include "geo/geometry.h"
#include "read/guess.h"

static const char *say(const vt_draft *d, const char *french, const char *english)
{
    return d->french ? french : english;
}

/* Any text in double quotes as YAML has them; a plain word as it is. */
static void scalar(const vt_draft *d, const char *text)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-";
    if (*text && *text != '-' && strspn(text, plain) == strlen(text)) {
        fputs(text, d->to);
        return;
    }
    fputc('"', d->to);
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at < 0x20 || *at == 0x7f) {
            fprintf(d->to, "\\x%02X", *at);
        } else {
            fprintf(d->to, *at == '"' || *at == '\\' ? "\\%c" : "%c", *at);
        }
    }
    fputc('"', d->to);
}

/* Names in a comment, parted by commas, in lines of at most 110 letters. */
static void list(const vt_draft *d, const char *head, const char *const *names, size_t n)
{
    size_t width = strlen(head);
    fputs(head, d->to);
    for (size_t i = 0; i < n; i++) {
        if (width + strlen(names[i]) > 110) {
            fputs("\n  ##   ", d->to);
            width = 6;
        } else if (i) {
            fputs(" ", d->to);
        }
        for (const char *at = names[i]; *at; at++) {
            fputc((unsigned char)*at < 0x20 ? '?' : *at, d->to);
        }
        fputs(i + 1 < n ? "," : "", d->to);
        width += strlen(names[i]) + 2;
    }
    fputs("\n", d->to);
}

static const char *shape_name(const vt_draft *d, unsigned shapes)
{
    return shapes == VT_POINTS     ? say(d, "points", "points")
           : shapes == VT_LINES    ? say(d, "lignes", "lines")
           : shapes == VT_POLYGONS ? say(d, "polygones", "polygons")
           : shapes                ? say(d, "géométries diverses", "geometries of any kind")
                                   : say(d, "table sans géométrie propre", "table without a geometry of its own");
}

static void title_of(const vt_draft *d, const vt_seen *seen)
{
    const char *title[] = {seen->source, seen->layer};
    list(d, "  ## ", title, seen->sole ? 1 : 2);
}

/* Why the preset was taken. */
static void reason(const vt_draft *d, const vt_seen *seen)
{
    const vt_match *m = &seen->match;
    title_of(d, seen);
    if (seen->osm) {
        fputs(say(d, "  ##   reconnu : OpenStreetMap, par le format du fichier\n", "  ##   recognised: OpenStreetMap, by the format of the file\n"), d->to);
        return;
    }
    fprintf(d->to, say(d, "  ##   reconnu : préréglage %s, %zu champs trouvés sur %zu ; %s\n", "  ##   recognised: preset %s, %zu of %zu fields found; %s\n"),
            m->preset->name, m->found, m->slots, shape_name(d, seen->shapes));
    list(d, say(d, "  ##   champs : ", "  ##   fields: "), m->fields, m->n_fields);
    if (m->preset->unverified) {
        fputs(say(d, "  ##   préréglage non vérifié sur des données réelles : comparez les comptes de vitrine check\n",
                  "  ##   preset not verified on real data: compare the counts of vitrine check\n"), d->to);
    }
    if (vt_study_flag(m->preset->text, "unverified") || strcmp(m->kind->name, "constraints") == 0) {
        fprintf(d->to, say(d, "  ##   voir vitrine presets %s\n", "  ##   see vitrine presets %s\n"), m->preset->name);
    }
    char key[64];
    snprintf(key, sizeof key, "%s.where", m->kind->name);
    const vt_entry *where = vt_study_entry(m->preset->text, key);
    if (where && where->n) {
        fprintf(d->to, say(d, "  ##   filtre du préréglage : %s\n", "  ##   filter of the preset: %s\n"), where->values[0]);
    }
    if (m->survey) {
        fputs(say(d, "  ##   aussi premises, dès qu'un relevé y ajoute sa colonne : status: {field: …, values: {vacant: […], occupied: […]}}\n",
                  "  ##   premises too, once a survey has added its column: status: {field: …, values: {vacant: […], occupied: […]}}\n"), d->to);
    }
}

/* The name of one of many layers of a kind: of its file or layer, small letters. */
static void own_name(const vt_seen *seen, char name[72])
{
    const char *from = seen->sole ? seen->stem : seen->layer;
    const size_t stem = strlen(seen->stem);
    size_t n = 0;
    if (!seen->sole && strncmp(from, seen->stem, stem) == 0 && from[stem] == '_') {
        from += stem + 1;
    }
    for (; *from && n < 60; from++) {
        const bool good = isalnum((unsigned char)*from) && (unsigned char)*from < 0x80;
        if (good || (n && name[n - 1] != '_')) {
            name[n++] = good ? (char)tolower((unsigned char)*from) : '_';
        }
    }
    snprintf(name + n, 8, "%s", n ? "" : "layer");
}

/* Two of one name are told apart by a number. */
static void many_name(const vt_draft *d, size_t sight, char name[96])
{
    const vt_seen *seen = &d->sights->at[sight];
    char own[72], other[72];
    own_name(seen, own);
    size_t before = 1;
    for (size_t i = 0; i < sight; i++) {
        own_name(&d->sights->at[i], other);
        before += d->ready[i] && d->sights->at[i].match.kind == seen->match.kind && strcmp(own, other) == 0;
    }
    snprintf(name, 96, before > 1 ? "%s_%zu" : "%s", own, before);
}

static void source_lines(const vt_draft *d, const vt_seen *seen, const char *indent)
{
    fprintf(d->to, "%ssource: ", indent);
    scalar(d, seen->source);
    if (!seen->sole) {
        fprintf(d->to, "\n%slayer: ", indent);
        scalar(d, seen->layer);
    }
    fputs("\n", d->to);
}

/* What a constraint or place is: as its name tells, else to be filled in, behind `closed`. */
static void kind_line(const vt_draft *d, const vt_seen *seen, const vt_kind *kind, const char *indent, const char *closed)
{
    const vt_draft_kinds *known = &d->kinds[strcmp(kind->name, "places") == 0];
    const char *what = vt_guess_kind_of(seen);
    bool fits = false;
    for (size_t i = 0; what && i < known->n; i++) {
        fits = fits || strcmp(known->names[i], what) == 0;
    }
    if (fits) {
        fprintf(d->to, "%skind: %s   # %s\n", indent, what, say(d, "deviné d'après le nom", "guessed from the name"));
        return;
    }
    fprintf(d->to, "%s%skind: …   # %s", indent, closed, say(d, "À COMPLÉTER, ce que friche y reconnaît : ", "TO FILL IN, what friche knows it by: "));
    for (size_t i = 0; i < known->n; i++) {
        fprintf(d->to, "%s%s", i ? ", " : "", known->names[i]);
    }
    fputs("\n", d->to);
}

static void ready_block(const vt_draft *d, size_t sight, const vt_kind *kind)
{
    const vt_seen *seen = &d->sights->at[sight];
    const char *indent = kind->many ? "      " : "    ";
    reason(d, seen);
    char name[96];
    if (kind->many) {
        many_name(d, sight, name);
        fputs("    ", d->to);
        scalar(d, name);
        fputs(":\n", d->to);
    } else {
        fprintf(d->to, "  %s:\n", kind->name);
    }
    source_lines(d, seen, indent);
    fprintf(d->to, "%spreset: %s\n", indent, seen->osm ? "osm" : seen->match.preset->name);
    if (kind->many) {
        kind_line(d, seen, kind, indent, "# ");
    }
    if (strcmp(kind->name, "premises") == 0) {
        fprintf(d->to, "%s# where: …   # %s\n", indent, say(d, "si le fichier tient plusieurs relevés : celui d'une année", "if the file holds several surveys: that of one year"));
    }
}

/* The block of a guess, all in comments: take them away, fill in, and it reads. */
static void guessed_block(const vt_draft *d, const vt_seen *seen, const vt_kind *kind)
{
    fprintf(d->to, "  # %s:\n", kind->name);
    const char *indent = kind->many ? "  #     " : "  #   ";
    if (kind->many) {
        char name[72];
        own_name(seen, name);
        fprintf(d->to, "  #   %s:\n", name);
    }
    source_lines(d, seen, indent);
    if (kind->many) {
        kind_line(d, seen, kind, indent, "");
    }
    vt_guess_column columns[2];
    const size_t n = seen->shapes ? 0 : vt_guess_geometry(seen, columns);
    if (!seen->shapes) {
        fprintf(d->to, "%scrs: EPSG:%s   # %s\n", indent, n == 2 && strncasecmp(columns[0].column, "lo", 2) == 0 ? "4326" : n == 1 ? "4326" : "2154", say(d, "à vérifier", "to be checked"));
        fprintf(d->to, "%sgeometry: {", indent);
        for (size_t i = 0; i < n; i++) {
            fprintf(d->to, "%s%s: ", i ? ", " : "", columns[i].key);
            scalar(d, columns[i].column);
        }
        fputs(n ? "}\n" : "x: …, y: …}\n", d->to);
    } else if (!seen->has_crs) {
        fprintf(d->to, "%scrs: EPSG:2154   # %s\n", indent, say(d, "le fichier n'en dit rien : à vérifier", "the file does not say: to be checked"));
    }
    fprintf(d->to, "%sfields: {", indent);
    const char *before = "";
    for (const vt_field *field = kind->fields; field->name; field++) {
        const char *from = vt_guess_field(seen, kind, field->name);
        if (from || field->required) {
            fprintf(d->to, "%s%s: ", before, field->name);
            from ? scalar(d, from) : (void)fputs("…", d->to);
            before = ", ";
        }
    }
    fputs(*before ? "}\n" : "id: …}\n", d->to);
    if (strcmp(kind->name, "premises") == 0) {
        const char *from = vt_guess_field(seen, kind, "status");
        fprintf(d->to, "%sstatus: {field: ", indent);
        from ? scalar(d, from) : (void)fputs("…", d->to);
        fputs(", values: {vacant: […], works: […], occupied: […]}}\n", d->to);
    }
}

static void unknown_block(const vt_draft *d, const vt_seen *seen, bool twin)
{
    fputs("\n", d->to);
    title_of(d, seen);
    if (twin) {
        fprintf(d->to, say(d, "  ##   reconnu par le préréglage %s, mais une étude n'a qu'une couche %s : réunissez les fichiers, ou échangez\n",
                           "  ##   recognised by the preset %s, but a study has one layer %s: join the files, or exchange them\n"),
                seen->match.preset->name, seen->match.kind->name);
        fprintf(d->to, "  # %s:\n", seen->match.kind->name);
        source_lines(d, seen, "  #   ");
        fprintf(d->to, "  #   preset: %s\n", seen->match.preset->name);
        return;
    }
    fprintf(d->to, say(d, "  ##   non reconnu ; %s\n", "  ##   not recognised; %s\n"), shape_name(d, seen->shapes));
    list(d, say(d, "  ##   champs : ", "  ##   fields: "), seen->fields, seen->n);
    const vt_kind *kinds[VT_MOST_GUESSES];
    const size_t n = vt_guess_kinds(seen, kinds);
    const char *names[VT_MOST_GUESSES];
    for (size_t i = 0; i < n; i++) {
        names[i] = kinds[i]->name;
    }
    if (n) {
        list(d, say(d, "  ##   couches les plus proches : ", "  ##   nearest kinds: "), names, n);
        fputs(say(d, "  ##   À COMPLÉTER (deviné d'après les noms) :\n", "  ##   TO FILL IN (guessed from the names):\n"), d->to);
        if (kinds[0]->many) {
            fprintf(d->to, say(d, "  ##   %s: n'est écrit qu'une fois ; s'il l'est déjà, n'ouvrez que ce qui est dessous, et placez-l'y\n",
                               "  ##   %s: is written once; where it stands already, open only what is below, and put it there\n"), kinds[0]->name);
        }
        guessed_block(d, seen, kinds[0]);
    } else {
        fputs(say(d, "  ##   aucune couche ne s'en approche ; vitrine params layers en dit les noms\n", "  ##   no kind is near; vitrine params layers tells their names\n"), d->to);
    }
}

static void head(const vt_draft *d)
{
    fputs(say(d, "## Étude écrite par vitrine init. À relire : ce qui est deviné ou À COMPLÉTER est dit en commentaire.\n"
                 "## Les lignes en ## expliquent. Pour ouvrir ce qui est derrière un seul #, ôtez « # » (dièse et espace) de ses lignes,\n"
                 "## sans toucher au retrait, puis remplacez chaque « … ».\n"
                 "## vitrine check dit ce qui est lu et rejeté, vitrine run calcule, vitrine params explique chaque clé.\n",
              "## Study written by vitrine init. To be read over: what is guessed or TO FILL IN is said in comments.\n"
              "## Lines with ## explain. To open what stands behind a single #, take \"# \" (the sign and the space) away from its\n"
              "## lines, leave the indentation, then replace each \"…\".\n"
              "## vitrine check says what is read and rejected, vitrine run computes, vitrine params explains each key.\n"), d->to);
    fprintf(d->to, "title: %s   # %s\nlang: %s\n", say(d, "Étude", "Study"), say(d, "À COMPLÉTER", "TO FILL IN"), d->french ? "fr" : "en");
    fprintf(d->to, "crs: %s   # ", d->crs);
    if (d->crs_of) {
        fprintf(d->to, say(d, "celui de la couche %s\n", "that of the layer %s\n"), d->crs_of->layer);
    } else {
        fputs(d->crs_by_place ? say(d, "supposé, d'après le lieu des données\n", "supposed, from where the data lie\n")
                              : say(d, "supposé (France métropolitaine) : À VÉRIFIER\n", "supposed (metropolitan France): TO BE CHECKED\n"), d->to);
    }
    fprintf(d->to, "# reference_date: 2026-06-30   # %s\n", say(d, "À COMPLÉTER : jour auquel se comptent les durées (vacance, établissements fermés)",
                                                                  "TO FILL IN: day to which durations are counted (vacancy, closed establishments)"));
}

static bool has_ready(const vt_draft *d, const char *kind)
{
    bool has = false;
    for (size_t i = 0; !has && i < d->sights->n; i++) {
        const vt_seen *seen = &d->sights->at[i];
        has = d->ready[i] && (seen->osm ? strcmp(kind, "premises") == 0 || strcmp(kind, "streets") == 0 : strcmp(seen->match.kind->name, kind) == 0);
    }
    return has;
}

/* The analyses that the layers allow; those that lack something, in comments. */
static void analyses(const vt_draft *d)
{
    fputs("\n", d->to);
    const bool premises = has_ready(d, "premises"), streets = has_ready(d, "streets");
    fprintf(d->to, "## %s\n", premises && streets ? say(d, "La vacance commerciale se calcule sans autre clé ; heatmap: {} ajoute la carte de chaleur.",
                                                          "The vacancy of shops needs no further key; heatmap: {} adds the heat map.")
                                                  : say(d, "La vacance commerciale demande premises et streets.", "The vacancy of shops needs premises and streets."));
    fprintf(d->to, premises && streets ? "vacancy: {}\n# heatmap: {}\n" : "# vacancy: {}\n");
    fprintf(d->to, has_ready(d, "friches") ? "friche: {}\n" : "# friche: {}   # %s\n", say(d, "demande friches", "needs friches"));
    if (has_ready(d, "zones") && has_ready(d, "establishments")) {
        fprintf(d->to, "# land: {}   # %s\n", say(d, "à ouvrir avec reference_date, que les établissements demandent", "to be opened with reference_date, which establishments need"));
    } else {
        fprintf(d->to, has_ready(d, "zones") ? "land: {}\n" : "# land: {}   # %s\n", say(d, "demande zones et parcels", "needs zones and parcels"));
    }
    fprintf(d->to, "\nexport: {formats: [gpkg, geojson, report, xlsx]}   # %s\n", say(d, "QGIS, le web, le rapport à lire, le tableur ; aussi csv", "QGIS, the web, the report to read, the spreadsheet; also csv"));
}

void vt_draft_write(const vt_draft *d)
{
    head(d);
    fputs("layers:\n", d->to);
    for (const vt_kind *kind = vt_kinds; kind->name; kind++) {
        bool begun = false;
        for (size_t i = 0; i < d->sights->n; i++) {
            const vt_seen *seen = &d->sights->at[i];
            const bool osm = seen->osm && (strcmp(kind->name, "premises") == 0 || strcmp(kind->name, "streets") == 0);
            if (!d->ready[i] || (seen->osm ? !osm : seen->match.kind != kind)) {
                continue;
            }
            if (kind->many && !begun) {
                fprintf(d->to, "\n  %s:", kind->name);
            }
            fputs("\n", d->to);
            ready_block(d, i, kind);
            begun = true;
        }
    }
    for (size_t i = 0; i < d->sights->n; i++) {
        if (!d->ready[i]) {
            unknown_block(d, &d->sights->at[i], d->sights->at[i].match.preset != NULL);
        }
    }
    analyses(d);
}
