/* words.c - see words.h. A new code is one row here. */
#include "study/words.h"

#include <stddef.h>
#include <string.h>
#include <vitrine/result.h>

/* clang-format off */
const vt_word_row vt_words[] = {
    {"status", "occupied", "occupé", "occupied"},
    {"status", "vacant", "vacant", "vacant"},
    {"status", "works", "en travaux", "under works"},
    {"status", "reserve", "réserve", "storage"},
    {"status", "converted", "converti", "converted"},
    {"status", "unknown", "inconnu", "unknown"},
    {"side", "left", "gauche", "left"},
    {"side", "right", "droit", "right"},
    {"side", "on", "sur l'axe", "on the line"},
    {"match", "id", "identifiant", "id"},
    {"match", "name", "nom", "name"},
    {"match", "fuzzy", "nom approché", "near name"},
    {"match", "nearest", "la plus proche", "nearest"},
    {"match", "none", "aucune", "none"},
    {"frontage_source", "survey", "relevé", "survey"},
    {"frontage_source", "geometry", "mesuré", "measured"},
    {"frontage_source", "none", "aucune", "none"},
    {"term", "frictional", "frictionnelle", "frictional"},
    {"term", "long", "longue", "long"},
    {"term", "structural", "structurelle", "structural"},
    {"term", "persistent", "persistante", "persistent"},
    {"term", "unknown", "inconnue", "unknown"},
    {"gi_class", "hot", "point chaud", "hot spot"},
    {"gi_class", "cold", "point froid", "cold spot"},
    {"gi_class", "ns", "non significatif", "not significant"},
    {"moran_class", "HH", "vacant parmi les vacants", "vacant among vacant"},
    {"moran_class", "LL", "occupé parmi les occupés", "occupied among occupied"},
    {"moran_class", "HL", "vacant parmi les occupés", "vacant among occupied"},
    {"moran_class", "LH", "occupé parmi les vacants", "occupied among vacant"},
    {"moran_class", "ns", "non significatif", "not significant"},
    {"level", "above", "au-dessus", "above"},
    {"level", "below", "au-dessous", "below"},
    {"unit", "street", "rue", "street"},
    {"unit", "centre", "centre", "centre"},
    {"unit", "total", "ensemble", "total"},
    {"unit", "m2", "m²", "m²"},
    {"reason", "unknown_status", "situation inconnue", "unknown status"},
    {"reason", "no_street", "sans rue", "no street"},
    {"reason", "unknown_street", "rue absente des voies", "street not in the layer"},
    {"reason", "fuzzy_street", "nom de rue approché", "near-identical street name"},
    {"scope", "zone", "zone", "zone"},
    {"scope", "basin", "bassin", "basin"},
    {"scope", "municipality", "commune", "municipality"},
    {"scope", "total", "ensemble", "total"},
    {"occupancy", "occupied", "occupée", "occupied"},
    {"occupancy", "vacant", "vacante", "vacant"},
    {"occupancy", "never_occupied", "jamais occupée", "never occupied"},
    {"occupancy", "undetermined", "indéterminée", "undetermined"},
    {"evidence", "active", "établissement actif", "active establishment"},
    {"evidence", "other_occupant", "local occupé", "occupied premises"},
    {"evidence", "closed_recently", "fermé récemment", "closed recently"},
    {"evidence", "ended", "activité terminée", "activity ended"},
    {"evidence", "end_unknown", "fin inconnue", "end not known"},
    {"evidence", "built_no_evidence", "bâti sans indice", "built, no evidence"},
    {"evidence", "unbuilt_no_evidence", "non bâti sans indice", "unbuilt, no evidence"},
    {"evidence", "no_buildings", "sans couche de bâtiments", "no layer of buildings"},
    {"evidence", "no_establishments", "sans couche d'établissements", "no layer of establishments"},
    {"bucket", "immediate", "offre immédiate", "immediate offer"},
    {"bucket", "committed", "engagé", "committed"},
    {"bucket", "future", "offre future", "future offer"},
    {"bucket", "recycling", "recyclage", "recycling"},
    {"bucket", "densification", "densification", "densification"},
    {"bucket", "consumed", "consommé", "consumed"},
    {"bucket", "neutralised", "neutralisé", "neutralised"},
    {"artificial", "yes", "oui", "yes"},
    {"artificial", "no", "non", "no"},
    {"artificial", "unknown", "inconnu", "unknown"},
    {"source", "measured", "mesuré", "measured"},
    {"source", "attribute", "attribut", "attribute"},
    {"source", "missing", "manquant", "missing"},
    {"source", "establishment", "établissement", "establishment"},
    {"source", "premises", "local", "premises"},
    {"state", "active", "actif", "active"},
    {"state", "closed", "fermé", "closed"},
    {"state", "unknown", "inconnu", "unknown"},
    {"state", "occupied", "occupé", "occupied"},
    {"state", "vacant", "vacant", "vacant"},
    {"severity", "rejected", "rejet", "rejected"},
    {"severity", "notice", "signalement", "notice"},
    {"best_use", "residentiel", "logement", "housing"},
    {"best_use", "equipements", "équipements", "public facilities"},
    {"best_use", "culture", "culture", "culture"},
    {"best_use", "tertiaire", "tertiaire", "offices"},
    {"best_use", "industrie", "industrie", "industry"},
    {"best_use", "renaturation", "renaturation", "renaturation"},
    {"best_use", "photovoltaique", "photovoltaïque", "solar power"},
    {"criterion", "surfaceSite", "surface du site", "area of the site"},
    {"criterion", "surfaceBati", "surface bâtie", "built area"},
    {"criterion", "siteEnCentreVille", "en centre-ville", "in a town centre"},
    {"criterion", "distanceAutoroute", "distance à l'autoroute", "distance to a motorway"},
    {"criterion", "distanceTransportCommun", "distance aux transports en commun", "distance to public transport"},
    {"criterion", "proximiteCommercesServices", "commerces et services proches", "shops and services nearby"},
    {"criterion", "distanceRaccordementElectrique", "distance au raccordement électrique", "distance to a grid connection"},
    {"criterion", "tauxLogementsVacants", "taux de logements vacants", "rate of vacant dwellings"},
    {"criterion", "risqueRetraitGonflementArgile", "risque de retrait-gonflement des argiles", "risk of swelling clay"},
    {"criterion", "risqueCavitesSouterraines", "risque de cavités", "risk of cavities"},
    {"criterion", "risqueInondation", "risque d'inondation", "flood risk"},
    {"criterion", "presenceRisquesTechnologiques", "risques technologiques", "technological risks"},
    {"criterion", "zonageEnvironnemental", "zonage environnemental", "environmental zoning"},
    {"criterion", "zonageReglementaire", "zonage du PLU", "PLU zoning"},
    {"criterion", "zonagePatrimonial", "zonage patrimonial", "heritage zoning"},
    {"criterion", "zoneAccelerationEnr", "zone d'accélération des énergies renouvelables", "acceleration zone for renewables"},
    {"criterion", "zonageAbcLogement", "zonage ABC du logement", "ABC housing zoning"},
    {"criterion", "distanceIte", "distance à un embranchement ferroviaire", "distance to a rail siding"},
    {"criterion", "typeProprietaire", "type de propriétaire", "type of owner"},
    {"criterion", "raccordementEau", "raccordement à l'eau", "water connection"},
    {"criterion", "etatBatiInfrastructure", "état du bâti", "state of the buildings"},
    {"criterion", "presencePollution", "pollution", "pollution"},
    {"criterion", "valeurArchitecturaleHistorique", "valeur architecturale", "architectural value"},
    {"criterion", "qualitePaysage", "qualité du paysage", "quality of the landscape"},
    {"criterion", "qualiteVoieDesserte", "qualité de la desserte", "quality of the access road"},
    {"criterion", "trameVerteEtBleue", "trame verte et bleue", "green and blue corridors"},
    {"criterion", "presenceEspecesProtegees", "espèces protégées", "protected species"},
    {"criterion", "presenceZoneHumide", "zone humide", "wetland"},
    {"layer", "premises", "locaux", "premises"},
    {"layer", "streets", "rues", "streets"},
    {"layer", "centres", "centres", "centres"},
    {"layer", "parcels", "parcelles", "parcels"},
    {"layer", "buildings", "bâtiments", "buildings"},
    {"layer", "zones", "zones d'activité", "business zones"},
    {"layer", "plots", "terrains", "plots"},
    {"layer", "establishments", "établissements", "establishments"},
    {"layer", "friches", "friches", "friches"},
    {"layer", "zoning", "zonage du PLU", "zoning"},
    {"layer", "frontage_rules", "linéaires protégés", "frontage rules"},
    {"layer", "land_cover", "occupation du sol", "land cover"},
    {NULL, NULL, NULL, NULL},
};
/* clang-format on */

const char *vt_word(const char *column, const char *code, bool french)
{
    for (const vt_word_row *row = vt_words; code && row->column; row++) {
        if (strcmp(row->column, column) == 0 && strcmp(row->code, code) == 0) {
            return french ? row->fr : row->en;
        }
    }
    return code;
}

const char *vitrine_word(const char *column, const char *code, bool french)
{
    return vt_word(column, code, french);
}

bool vt_word_has(const char *column)
{
    const vt_word_row *row = vt_words;
    while (row->column && strcmp(row->column, column) != 0) {
        row++;
    }
    return row->column != NULL;
}
