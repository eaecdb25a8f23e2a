/* cnig.c - see cnig.h. Names, order, types and widths: sites_economiques.gpkg (2024-01-19); required: schema.json; values: §3.4 of the
 * standard, for the schemas list only oui and non. */
#include "study/cnig.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "study/scheme.h"

static const char *const yes_no[] = {VT_CNIG_YES, "non", NULL};
static const char *const site_type[] = {"zone d'activité économique", "site économique historique hors ZAE", "établissement économique isolé",
                                        "zone AU à vocation économique", NULL};
static const char *const vocation[] = {"industrielle", "commerciale", "tertiaire", "artisanale", "touristique", "portuaire", "aéroportuaire, aéronautique",
                                       "entrepôts, logistique", "logistique agricole", "mixte", NULL};
static const char *const site_state[] = {"en projet", "création", "existant et actif", "projet de déclassement", "déclassé", NULL};
static const char *const urbanisation[] = {"extension urbaine", "mixte", "renouvellement urbain", NULL};
static const char *const owner_type[] = {"commune", "epci", "société d'économie mixte", "chambre de commerce et industrie", "Etat", "privé", NULL};
static const char *const control[] = {"personne physique", "Etat", "région", "département", "EPCI, structure intercommunale", "commune",
                                      "autre collectivité territoriale", "organisme de logement social", "établissement public foncier", "SEM ou SPLA", "aménageur",
                                      "investisseur professionnel", "établissement de santé et structure sociale",
                                      "établissement de tourisme et structure de loisir sportive ou cultuelle", "établissement industriel et commercial",
                                      "organisation de gestion foncière et immobilière", "établissement d'enseignement d'étude et de recherche", NULL};
static const char *const servicing[] = {VT_CNIG_UNFIT, "non aménagé, non viabilisé", "viabilisation en cours", VT_CNIG_SERVICED_BARE, VT_CNIG_SERVICED, NULL};
static const char *const marketing[] = {"non commercialisé", VT_CNIG_NOT_FOR_SALE, VT_CNIG_ON_SALE, VT_CNIG_ON_SALE_TERMS, VT_CNIG_SOLD, VT_CNIG_OPTION,
                                        VT_CNIG_VOTED, NULL};
static const char *const occupancy[] = {"inoccupé", "occupation transitoire", "occupé", "vacant", VT_CNIG_FRICHE, NULL};
static const char *const usage[] = {"voirie ou infrastructure", "parkings, stationnement", "zone de retournement poids-lourds", "autres équipements publics",
                                    "bâti productif", "bâti résidentiel", "bassin d'orage ou de rétention", "espace vert", "espace naturel ou forestier",
                                    "espace agricole", "zone de service partagée entre entreprises", "carrières, zones d'extraction", "dépôt, stockage",
                                    "production d'énergie renouvelable", NULL};

#define TEXT(field, characters) {.name = field, .type = VITRINE_TEXT, .width = characters}
#define NEED(field, characters) {.name = field, .type = VITRINE_TEXT, .width = characters, .required = true}
#define OURS(field, characters, from) {.name = field, .type = VITRINE_TEXT, .width = characters, .required = true, .ours = from}
#define LIST(field, from, words) {.name = field, .type = VITRINE_TEXT, .required = true, .ours = from, .values = words}
#define YES(field) {.name = field, .type = VITRINE_TEXT, .width = 3, .values = yes_no}
#define COUNT(field, what) {.name = field, .type = VITRINE_INTEGER, .figure = what}
#define AREA(field, what, need) {.name = field, .type = VITRINE_REAL, .figure = what, .required = need}
#define DAY(field, what) {.name = field, .type = VITRINE_TEXT, .width = 10, .figure = what, .required = true}
#define SECRET(field, of, characters) {.name = field, .type = of, .width = characters, .confidential = true}
#define BEYOND(field) {.name = field, .type = VITRINE_TEXT, .beyond = true}
#define END {.name = NULL}

static const vt_cnig_field sites[] = {
    OURS("site_id", 20, "id"),
    NEED("pole_id", 20),
    OURS("site_nom", 0, "name"),
    LIST("site_type", "type", site_type),
    LIST("site_vocadomi", "vocation", vocation),
    LIST("site_etat", "state", site_state),
    AREA("site_surf_brute", VT_CNIG_GROSS, true),
    AREA("site_surf_utile", VT_CNIG_USEFUL, true),
    TEXT("site_creation_date", 4),
    DAY("site_identif_date", VT_CNIG_CARRIED),
    DAY("site_actu_date", VT_CNIG_UPDATED),
    TEXT("site_description", 0),
    TEXT("source_producteur", 0),
    TEXT("site_quali_territoire", 0),
    {.name = "site_evol_urba", .type = VITRINE_TEXT, .values = urbanisation},
    TEXT("site_url", 0),
    NEED("site_epci_nom", 0),
    NEED("site_epci_siren", 9),
    NEED("site_comm_nom", 0),
    OURS("site_comm_insee", 5, "municipality"),
    LIST("site_moa_type", NULL, owner_type),
    TEXT("site_moa_nom", 0),
    TEXT("site_moa_amngt", 0),
    TEXT("site_moa_comm", 0),
    COUNT("site_uf_nbre", VT_CNIG_UNITS),
    COUNT("site_uf_vacant_nbre", VT_CNIG_VACANT),
    COUNT("site_taux_vacance", VT_CNIG_RATE),
    COUNT("site_uf_bati_nbre", VT_CNIG_BUILT),
    COUNT("site_nb_etab", VT_CNIG_ESTABLISHMENTS),
    COUNT("site_nb_emploi", VT_CNIG_CARRIED),
    TEXT("site_media", 0),
    AREA("site_surf_comm_dispo", VT_CNIG_AVAILABLE, false),
    AREA("site_surf_projet", VT_CNIG_PROJECT, false),
    YES("site_voca_industrielle"),
    YES("site_voca_commerciale"),
    YES("site_voca_tertiaire"),
    YES("site_voca_artisanale"),
    YES("site_voca_touristique"),
    YES("site_voca_portuaire"),
    YES("site_voca_aeroportuaire"),
    YES("reseau_eau_pluviale"),
    YES("reseau_eau_potable"),
    YES("reseau_assainissement"),
    YES("reseau_gaz"),
    YES("reseau_electrique"),
    YES("reseau_fibre_optique"),
    YES("reseau_fret_ferroviaire"),
    YES("reseau_fluvial"),
    YES("desserte_tc"),
    TEXT("desserte_route_nom", 0),
    TEXT("autoroute_nom", 0),
    COUNT("autoroute_echang_dist", VT_CNIG_CARRIED),
    TEXT("gare_nom", 0),
    COUNT("gare_dist", VT_CNIG_CARRIED),
    TEXT("gare_fret_nom", 0),
    COUNT("gare_fret_dist", VT_CNIG_CARRIED),
    TEXT("aeroport_nom", 0),
    COUNT("aeroport_dist", VT_CNIG_CARRIED),
    TEXT("port_nom", 0),
    COUNT("port_dist", VT_CNIG_CARRIED),
    BEYOND("site_geompoint"),
    END};

static const vt_cnig_field plots[] = {
    OURS("terr_id", 23, "id"),
    OURS("site_id", 20, "zone_id"),
    {.name = "terr_refcad", .type = VITRINE_TEXT, .ours = "parcels"},
    AREA("terr_surf_brute", VT_CNIG_GROSS, true),
    {.name = "terr_utile", .type = VITRINE_TEXT, .width = 3, .ours = "useful", .values = yes_no},
    DAY("terr_identif_date", VT_CNIG_CARRIED),
    DAY("terr_actu_date", VT_CNIG_UPDATED),
    LIST("terr_maitrise_fonc", NULL, control),
    LIST("terr_stade_amngt", "servicing", servicing),
    LIST("terr_stade_comm", "marketing", marketing),
    LIST("terr_etat_occup", "occupancy", occupancy),
    LIST("terr_usage", "usage", usage),
    YES("terr_cle_en_main"),
    SECRET("terr_acquereur", VITRINE_TEXT, 0),
    SECRET("terr_cession_date", VITRINE_TEXT, 10),
    SECRET("terr_vente_montant", VITRINE_INTEGER, 0),
    SECRET("terr_m2_prix", VITRINE_REAL, 0), /* integer in the GeoPackage, yet the standard's own example is 5.35 */
    BEYOND("terr_url_cartofriches"),
    END};

const vt_cnig_table vt_cnig_sites = {"site_eco", "zones", sites}, vt_cnig_plots = {"terrain_eco", "plots", plots};

const vt_cnig_field *vt_cnig_find(const char *layer, const char *column)
{
    const vt_cnig_field *field = strcmp(layer, vt_cnig_sites.layer) == 0   ? sites
                                 : strcmp(layer, vt_cnig_plots.layer) == 0 ? plots
                                                                           : NULL;
    while (field && field->name && strcmp(field->name, column) != 0) {
        field++;
    }
    return field && field->name ? field : NULL;
}

static bool is_one_of(const char *word, const char *const *words)
{
    while (*words && strcmp(*words, word) != 0) {
        words++;
    }
    return *words != NULL;
}

const char *vt_cnig_spelling(const vt_cnig_field *field, const char *text)
{
    static const char *const yes[] = {"yes", "true", "1", "o", "y", "t", NULL}, *const no[] = {"no", "false", "0", "n", "f", NULL};
    char *word = vt_scheme_word(text);
    const char *found = NULL;
    for (size_t i = 0; word && !found && field->values[i]; i++) {
        char *value = vt_scheme_word(field->values[i]);
        found = value && strcmp(value, word) == 0 ? field->values[i] : NULL;
        free(value);
    }
    if (word && !found && field->values == yes_no) {
        found = is_one_of(word, yes) ? yes_no[0] : is_one_of(word, no) ? yes_no[1] : NULL;
    }
    free(word);
    return found;
}

const char *vt_cnig_nearest(const vt_cnig_field *field, const char *text)
{
    size_t n = 0;
    while (field->values[n]) {
        n++;
    }
    const char *near = vt_text_nearest(text, field->values, n);
    char *word = near ? NULL : vt_scheme_word(text);
    for (size_t i = 0; word && strlen(word) > 3 && !near && i < n; i++) { /* a part of it */
        char *value = vt_scheme_word(field->values[i]);
        near = value && strstr(value, word) ? field->values[i] : NULL;
        free(value);
    }
    free(word);
    return near;
}
