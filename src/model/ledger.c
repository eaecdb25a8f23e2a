/* ledger.c - see ledger.h. */
#include "model/ledger.h"

const vt_code_text vt_codes[VT_CODES] = {
    [VT_NULL_GEOMETRY] = {"null_geometry", "sans géométrie", "no geometry"},
    [VT_EMPTY_GEOMETRY] = {"empty_geometry", "géométrie vide", "empty geometry"},
    [VT_BAD_GEOMETRY] = {"bad_geometry", "géométrie illisible", "unreadable geometry"},
    [VT_NOT_FINITE] = {"not_finite", "coordonnée infinie ou non numérique", "coordinate that is no finite number"},
    [VT_WRONG_TYPE] = {"wrong_type", "type de géométrie inattendu", "unexpected geometry type"},
    [VT_INVALID_GEOMETRY] = {"invalid_geometry", "polygone invalide", "invalid polygon"},
    [VT_ZERO_LENGTH] = {"zero_length", "longueur ou surface nulle", "no length or area"},
    [VT_NO_ID] = {"no_id", "identifiant vide", "empty id"},
    [VT_SWAPPED_AXES] = {"swapped_axes", "latitude et longitude inversées", "latitude and longitude swapped"},
    [VT_OUTSIDE_CRS] = {"outside_crs", "hors du domaine d'emploi du système de coordonnées",
                        "outside the area of use of the CRS"},
    [VT_MISPLACED] = {"misplaced", "hors de la zone d'étude", "outside the area of interest"},
    [VT_BAD_VALUE] = {"bad_value", "valeur illisible, laissée vide", "unreadable value, left empty"},
    [VT_DUPLICATE_ID] = {"duplicate_id", "identifiant en double, numéroté", "duplicate id, numbered"},
    [VT_SAME_BUSINESS] = {"same_business", "même commerce en point et en surface, compté une fois",
                          "the same business as point and polygon, counted once"},
    [VT_REPAIRED] = {"repaired", "polygone réparé", "polygon repaired"},
    [VT_NO_STREET] = {"no_street", "sans nom de rue, aucune rue à portée", "no street name, no street in reach"},
    [VT_UNKNOWN_STREET] = {"unknown_street", "rue absente de la couche des rues, ou trop loin",
                           "street not in the street layer, or too far"},
    [VT_CROSSING] = {"crossing", "croisement sans sommet commun, tronçons non coupés",
                     "crossing without a shared vertex, blocks not split"},
    [VT_OVERLAP] = {"overlap", "périmètres qui se recouvrent\u00A0: les centres ne s'additionnent pas",
                    "overlapping perimeters: centres do not add up"},
    [VT_FUTURE_DATE] = {"future_date", "date postérieure à la date de référence, laissée de côté",
                        "a day after the reference date, left out"},
    [VT_UNKNOWN_ACTIVITY] = {"unknown_activity", "activité absente de la table des familles",
                             "activity not in the table of families"},
    [VT_UNKNOWN_PARCEL] = {"unknown_parcel", "parcelle absente de la couche des parcelles", "parcel not in the parcel layer"},
    [VT_NO_POLYGON] = {"no_polygon", "ni polygone ni parcelle connue\u00A0: reste un point (ou sans lieu), sans surface",
                       "neither polygon nor known parcel: stays a point (or without a place), without an area"},
    [VT_OUTSIDE_WINDOW] = {"outside_window", "hors de la fenêtre de la carte de chaleur, qui n'en tient pas compte",
                           "outside the window of the heat map, which leaves it out"},
    [VT_NOT_MEASURED] = {"not_measured", "mesure impossible sur cette géométrie, laissée vide",
                         "cannot be measured on this geometry, left empty"},
    [VT_LOST_ZERO] = {"lost_zero", "code qui avait perdu son zéro de tête, rendu", "code that had lost its first zero, given back"},
    [VT_UNKNOWN_VALUE] = {"unknown_value", "valeur hors de la liste attendue, gardée telle quelle et sans effet",
                          "value not in the expected list, kept as it is and without effect"},
    [VT_SHARED_GROUND] = {"shared_ground", "recouvre une autre friche, le sol commun compte deux fois dans le stock",
                          "overlaps another friche, the ground in common counts twice in the stock"},
    [VT_NO_OWNER] = {"no_owner", "parcelle sans propriétaire connu, unité foncière à elle seule",
                     "owner not known, the parcel is a land unit by itself"},
    [VT_NO_PARCELS] = {"no_parcels", "aucune parcelle dans la zone\u00A0: pas d'unité foncière, pas de taux",
                       "no parcel in the zone: no land unit, no rate"},
    [VT_STILL_ACTIVE] = {"still_active", "dit actif, mais avec une date de fermeture passée\u00A0: compté actif",
                         "said to be active, yet closed on a day gone by: counts as active"},
};

void vt_ledger_free(vt_ledger *ledger)
{
    vt_array_free(&ledger->accounts);
    vt_array_free(&ledger->rejects);
    vt_arena_free(&ledger->arena);
}

vitrine_status vt_ledger_add(vitrine_context *ctx, vt_ledger *ledger, const char *layer, const char *feature_id,
                             vt_code code, double x, double y, const char *detail)
{
    const vt_reject reject = {layer, vt_arena_text(&ledger->arena, feature_id), code,
                              vt_arena_text(&ledger->arena, detail ? detail : ""), x, y};
    if (!reject.feature_id || !reject.detail || !vt_array_push(&ledger->rejects, reject)) {
        return vt_no_memory(ctx);
    }
    return VITRINE_OK;
}

vitrine_status vt_ledger_unknown(vitrine_context *ctx, vt_ledger *ledger, bool french, const vt_layer *layer, size_t row, const char *field,
                                 const char *written, const char *near)
{
    const char *form = !near    ? "%s: %s"
                       : french ? "%s: %s\u00A0; valeur connue la plus proche\u00A0: %s"
                                : "%s: %s; nearest known value: %s";
    const char *detail = vt_arena_printf(&ledger->arena, form, field, written, near);
    double x, y;
    vt_layer_place(layer, row, &x, &y);
    return detail ? vt_ledger_add(ctx, ledger, layer->name, layer->id[row], VT_UNKNOWN_VALUE, x, y, detail) : vt_no_memory(ctx);
}
