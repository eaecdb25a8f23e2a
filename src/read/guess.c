/* guess.c - see guess.h. Words are French first: that is what the files are called. */
#include "read/guess.h"

#include <string.h>
#include <strings.h>

#include "geo/geometry.h"

/* Each list parted by |. */
static const struct {
    const char *kind, *words;
} names[] = {
    {"premises", "local|locaux|commerce|shop|store|bdcom|releve|enseigne|vitrine"},
    {"streets", "voie|rue|street|road|troncon|route"},
    {"centres", "centre|perimetre|ort|hypercentre"},
    {"parcels", "parcel|cadastr|foncier|tup"},
    {"buildings", "bati|building"},
    {"zones", "zone_d_activite|zae|zones|site_eco|siteeco"},
    {"plots", "terrain|lot|plot"},
    {"establishments", "etablissement|siren|siret|entreprise"},
    {"friches", "friche|brownfield"},
    {"zoning", "zonage|zone_urba|zoning|plu"},
    {"frontage_rules", "lineaire|prescription_lin|frontage"},
    {"land_cover", "occupation_sol|ocs|land_cover|occupation"},
    {"constraints", "inond|ppr|risque|flood|alea|hydro|natura|znieff|zone_reg"},
    {"places", "gare|arret|lieu|poi|station|adresse|equipement"},
};

static const struct {
    const char *kind, *field, *words;
} fields[] = {
    {"premises", "id", "id|identifiant|id_local"}, {"premises", "street", "voie|rue|nom_voie|street|street_name|libelle_voie"},
    {"premises", "number", "numero|num|numero_voie"}, {"premises", "activity", "activite|ape|naf|codact|activity"},
    {"premises", "family", "famille|family"}, {"premises", "frontage_m", "facade_m|facade|frontage_m"},
    {"premises", "floor_m2", "surface_m2|floor_m2"}, {"premises", "vacant_since", "vacant_depuis|vacant_since"},
    {"premises", "name", "enseigne|nom|name"}, {"premises", "status", "situation|etat|statut|status|vacance"},
    {"streets", "id", "id|StreetID|code_voie"}, {"streets", "name", "nom|name|nom_voie|streetName|libelle"},
    {"streets", "municipality", "commune|insee|code_insee"}, {"centres", "id", "id"}, {"centres", "name", "nom|name"},
    {"parcels", "id", "idu|idpar|id|parcelle"}, {"parcels", "owner", "proprietaire|idprocpte|owner"},
    {"parcels", "owner_type", "type_proprietaire|catpro3"}, {"parcels", "cadastral_area_m2", "contenance|dcntpa|supf"},
    {"buildings", "id", "id|cleabs"}, {"buildings", "height_m", "hauteur_m|hauteur|height"},
    {"buildings", "floors", "niveaux|nb_etages|etages|floors"}, {"zones", "id", "id|site_id|cleabs"},
    {"zones", "name", "nom|name|site_nom|toponyme"}, {"zones", "municipality", "commune|insee"}, {"plots", "id", "id|terr_id"},
    {"plots", "zone_id", "site_id|zone_id"}, {"establishments", "id", "siret|id"}, {"establishments", "active", "actif|etat|active"},
    {"establishments", "closed_on", "date_fermeture|closed_on"}, {"establishments", "opened_on", "date_creation|opened_on"},
    {"friches", "id", "site_id|id"}, {"friches", "name", "site_nom|nom"}, {"friches", "status", "site_statut|statut"},
    {"zoning", "id", "id"}, {"zoning", "type", "typezone|type"}, {"zoning", "label", "libelle|label"},
    {"frontage_rules", "id", "id"}, {"frontage_rules", "type", "type|code"}, {"land_cover", "id", "id"},
    {"land_cover", "artificial", "artificiel|artif|artificial"}, {"constraints", "id", "id"}, {"places", "id", "id"},
};

/* The i-th word of a list; false past the last. */
static bool word_at(const char *words, size_t i, char word[40])
{
    for (; i && words; i--) {
        words = strchr(words, '|');
        words = words ? words + 1 : NULL;
    }
    if (!words) {
        return false;
    }
    const size_t n = strcspn(words, "|");
    memcpy(word, words, n < 39 ? n : 39);
    word[n < 39 ? n : 39] = '\0';
    return true;
}

/* Points for each word in the name of the file or layer, fewer for one that begins a field's name. */
static int points_of(const vt_seen *seen, const char *words)
{
    int points = 0;
    char word[40];
    for (size_t i = 0; word_at(words, i, word); i++) {
        if ((seen->sole && strcasestr(seen->stem, word)) || strcasestr(seen->layer, word)) {
            points += 4;
        }
        for (size_t f = 0; f < seen->n; f++) {
            points += strncasecmp(seen->fields[f], word, strlen(word)) == 0;
        }
    }
    return points;
}

size_t vt_guess_kinds(const vt_seen *seen, const vt_kind **kinds)
{
    int best[VT_MOST_GUESSES] = {0};
    size_t n = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const vt_kind *kind = vt_kind_find(names[i].kind);
        const int points = points_of(seen, names[i].words);
        if (!points || (seen->shapes && !(seen->shapes & kind->shapes)) || (!seen->shapes && !(kind->shapes & VT_POINTS))) {
            continue;
        }
        size_t at = n < VT_MOST_GUESSES ? n++ : VT_MOST_GUESSES;
        while (at && best[at - 1] < points) {
            if (at < VT_MOST_GUESSES) {
                best[at] = best[at - 1];
                kinds[at] = kinds[at - 1];
            }
            at--;
        }
        if (at < VT_MOST_GUESSES) {
            best[at] = points;
            kinds[at] = kind;
        }
    }
    return n;
}

static const char *first_of(const vt_seen *seen, const char *words)
{
    char word[40];
    size_t at;
    for (size_t i = 0; word_at(words, i, word); i++) {
        if (vt_seen_field(seen, word, &at)) {
            return seen->fields[at];
        }
    }
    return NULL;
}

const char *vt_guess_field(const vt_seen *seen, const vt_kind *kind, const char *field)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (strcmp(fields[i].kind, kind->name) == 0 && strcmp(fields[i].field, field) == 0) {
            return first_of(seen, fields[i].words);
        }
    }
    return NULL;
}

size_t vt_guess_geometry(const vt_seen *seen, vt_guess_column columns[2])
{
    static const struct {
        const char *key, *words, *other;
    } ways[] = {{"x", "x|x_l93|lambert_x", "y|y_l93|lambert_y"}, {"x", "lon|long|longitude|lng", "lat|latitude"},
                {"latlon", "geo_point_2d|latlon", NULL}, {"wkt", "wkt|the_geom|geom_wkt|geometry", NULL}, {"geojson", "geojson|geom|geo_shape", NULL}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const char *one = first_of(seen, ways[i].words), *two = ways[i].other ? first_of(seen, ways[i].other) : NULL;
        if (one && (two || !ways[i].other)) {
            columns[0] = (vt_guess_column){ways[i].key, one};
            columns[1] = (vt_guess_column){"y", two};
            return two ? 2 : 1;
        }
    }
    return 0;
}

const char *vt_guess_kind_of(const vt_seen *seen)
{
    static const struct {
        const char *word, *kind;
    } words[] = {{"pprt", "technological"}, {"techno", "technological"}, {"inond", "flood"}, {"ppri", "flood"},
                 {"flood", "flood"}, {"gare", "public_transport"}, {"arret", "public_transport"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcasestr(seen->stem, words[i].word) || strcasestr(seen->layer, words[i].word)) {
            return words[i].kind;
        }
    }
    return NULL;
}
