/* columns.c - see columns.h. A new column is one row here and one vt_layer_add_column in its analysis. */
#include "write/columns.h"

#include <string.h>

#include "model/result.h"

/* clang-format off */
const vt_layer_title vt_layer_titles[] = {
    {"premises", "Locaux commerciaux", "Commercial premises", "Each premises of the survey: its street, its place along it, its status."},
    {"street_vacancy", "Taux de vacance par rue", "Vacancy rate per street", "One row a street, also those without premises."},
    {"segment_vacancy", "Taux de vacance par tronçon", "Vacancy rate per block", "One row a block: a stretch of street between two crossings."},
    {"centre_vacancy", "Taux de vacance par centre", "Vacancy rate per centre", "One row a town-centre perimeter. A premises counts in every centre that covers it."},
    {"street_centre_vacancy", "Taux de vacance par rue et centre", "Vacancy rate per street and centre", "The part of a street inside a centre."},
    {"total_vacancy", "Taux de vacance de l'ensemble", "Vacancy rate in total", "All premises of the survey, matched to a street or not."},
    {"street_mix", "Familles d'activité", "Activity mix", "Occupied premises by family of activity, for each street, each centre and in total."},
    {"frontage_rule_vacancy", "Linéaires commerciaux protégés", "Protected shop frontage", "Premises on frontage that the PLU protects, by rule and street."},
    {"network_density", "Densité le long des rues", "Density along the streets", "One row a lixel: an equal part, of at most 25 m, of a block."},
    {"to_check", "Locaux à vérifier", "Premises to check", "The surveyor's list: unknown statuses and doubtful matches."},
    {"friche_potential", "Potentiel des friches", "Potential of friches", "One row a friche that is scored, best first by rank."},
    {"friche_points", "Friches sans contour", "Friches without an outline", "The scored friches that have neither a polygon nor parcels, as points."},
    {"friche_criteria", "Critères des friches", "Criteria of friches", "Why: each criterion of each site, its value and its points."},
    {"friche_measures", "Mesures des friches", "Measures of friches", "What the layers of the study tell of each site."},
    {"friche_stock", "Stock de friches", "Stock of friches", "All friches by status, for each municipality, each zone and in total."},
    {"zone_inventory", "Zones d'activité", "Inventory of business zones", "One row a business zone: its ground, its land units and their vacancy (art. L318-8-2 of the Code de l'urbanisme), what is built."},
    {"land_unit", "Unités foncières", "Land units", "Contiguous parcels of one owner in a zone, how they are occupied and why, what could still be built on them."},
    {"land_evidence", "Indices d'occupation", "Evidence of occupancy", "What each land unit's occupancy rests on: establishments and premises on its ground."},
    {"land_partition", "Partition du sol", "Partition of the ground", "The ground of the zones, every square metre once, cut by parcels, plots, zoning, friches, constraints and land cover."},
    {"land_overlap", "Sol en double", "Overlaps", "Ground that two features of one layer claim: the lesser id keeps it."},
    {"land_balance", "Bilan foncier", "Land balance", "Hectares by bucket, for each zone, basin and municipality, and in total. Never add gross and net, nor scopes."},
    {"land_target", "Objectifs fonciers", "Land targets", "Targets against what was achieved and committed, years inclusive."},
    {"heatmap_contours", "Vacance hors de l'ordinaire", "Unusual vacancy", "Lines within which the local rate is above (p 0.05) or below (p 0.95) the town's by more than chance."},
    {"heatmap_bands", "Taux de vacance local", "Local vacancy rate", "Areas between two bounds of the local rate, drawn between cell centres where the stock is dense enough."},
    {"rejects", "Rejets et signalements", "Rejects and notices", "Every feature that could not be used (rejected), and remarks on features in use (notice)."},
    {NULL, NULL, NULL, NULL},
};

const vt_column_text vt_column_texts[] = {
    {"total_vacancy", "id", "", "Identifiant", "Id", "Always `total`."},
    {"total_vacancy", "name", "", "Étude", "Study", "The study's title."},
    {"premises", "name", "", "Enseigne", "Trading name", "Name on the shopfront, as surveyed."},
    {"premises", "match", "", "Rattachement à la rue", "Street match", "How the street was found: id, name, fuzzy (near-identical name), nearest (no name given), none."},
    {"premises", "status", "", "Situation", "Status", "occupied, vacant, works, reserve, converted or unknown."},
    {"premises", "frontage_m", "m", "Linéaire de façade (m)", "Frontage (m)", "Length of the shopfront on the street."},
    {"premises", "floor_m2", "m2", "Surface (m²)", "Floor area (m²)", "Floor area of the premises, as surveyed."},
    {NULL, "premises_id", "", "Identifiant du local", "Premises id", "The source's id, or a key made of the row's content where it has none."},
    {NULL, "street_id", "", "Identifiant de la rue", "Street id", "The mapped id where constant over the street's lines, else the least of them."},
    {NULL, "street_name", "", "Rue", "Street", "Name of the street, as on its line of least id."},
    {NULL, "segment_id", "", "Identifiant du tronçon", "Block id", "Street id, `/`, number of the block along the street."},
    {NULL, "centre_id", "", "Identifiant du centre", "Centre id", "The source's id; of a premises: the least id of the centres that cover it."},
    {NULL, "centre_name", "", "Centre", "Centre", "Name of the perimeter, or its id."},
    {NULL, "side", "", "Côté de la rue", "Side of the street", "left or right of the street's direction, on: on its line without a house number."},
    {NULL, "measure_m", "m", "Abscisse le long de la rue (m)", "Measure along the street (m)", "Distance along the street's line to the point nearest the premises."},
    {NULL, "distance_m", "m", "Distance à la rue (m)", "Distance to the street (m)", "Distance from the premises to the street's line."},
    {NULL, "activity", "", "Activité", "Activity", "Activity, as surveyed."},
    {NULL, "family", "", "Famille d'activité", "Activity family", "Family of activities, as surveyed, else from the activity by the table of layers.premises.families."},
    {NULL, "frontage_source", "", "Origine du linéaire", "Frontage source", "survey; geometry: edges of its line or polygon, else of the building or parcel that it alone is in, that face the street; none."},
    {NULL, "vacant_since", "", "Vacant depuis", "Vacant since", "Date from which the premises is vacant, as ISO 8601; a month or a year where the survey gives no day."},
    {NULL, "vacancy_days", "days", "Jours de vacance", "Days vacant", "Days from vacant_since to the reference date; NULL where the day is not known, or the premises does not count as vacant."},
    {NULL, "term", "", "Durée de la vacance", "Term of vacancy", "By the bounds of vacancy.terms: frictional (under 1 year), long (under 2), structural (under 3), persistent; unknown without a date; NULL where the premises does not count as vacant."},
    {NULL, "length_m", "m", "Longueur (m)", "Length (m)", "Length of the street's lines in the study's CRS."},
    {NULL, "area_m2", "m2", "Surface du périmètre (m²)", "Perimeter area (m²)", "Area of the perimeter in the study's CRS."},
    {NULL, "premises", "premises", "Locaux relevés", "Premises", "All rows of the unit, whatever their status."},
    {NULL, "occupied", "premises", "Locaux occupés", "Occupied", "Premises with an activity."},
    {NULL, "vacant", "premises", "Locaux vacants", "Vacant", "Premises without activity, works left out."},
    {NULL, "works", "premises", "Locaux en travaux", "Under works", "Premises under works: out of the rate, or vacant with vacancy.works."},
    {NULL, "reserve", "premises", "Réserves, vitrines mortes", "Storage", "Premises used as storage or a dead shop window; never in the rate."},
    {NULL, "converted", "premises", "Locaux convertis", "Converted", "Premises turned into a dwelling or an office; never in the rate."},
    {NULL, "unknown", "premises", "Situation inconnue", "Unknown", "Premises whose status is not known."},
    {NULL, "stock", "premises", "Locaux comptés (occupés + vacants)", "Stock (occupied + vacant)", "Denominator of the rate: occupied + vacant (+ works when they count as vacant)."},
    {NULL, "rate", "share", "Taux de vacance", "Vacancy rate", "vacant / stock; NULL without stock."},
    {NULL, "rate_ci_low", "share", "Taux, borne basse à 95 %", "Rate, 95 % low", "Lower bound of Wilson's 95 % interval of the rate."},
    {NULL, "rate_ci_high", "share", "Taux, borne haute à 95 %", "Rate, 95 % high", "Upper bound of Wilson's 95 % interval of the rate."},
    {NULL, "rate_min", "share", "Taux si les inconnus sont occupés", "Rate if unknown are occupied", "vacant / (stock + unknown)."},
    {NULL, "rate_max", "share", "Taux si les inconnus sont vacants", "Rate if unknown are vacant", "(vacant + unknown) / (stock + unknown)."},
    {NULL, "rate_eb", "share", "Taux lissé (Bayes empirique)", "Smoothed rate (empirical Bayes)", "Marshall's empirical-Bayes rate with the binomial variance, over the rows of the layer; in total the rate itself."},
    {NULL, "class", "", "Classe de vacance", "Class", "Index into the scheme of vacancy.classes, 0 the lowest."},
    {NULL, "class_certain", "", "Classe certaine", "Class certain", "The 95 % interval lies in one class."},
    {NULL, "enough", "", "Effectif suffisant", "Enough premises", "stock >= vacancy.min_premises."},
    {NULL, "frontage_m", "m", "Linéaire connu (m)", "Known frontage (m)", "Sum of the frontages known in the stock; NULL when none is."},
    {NULL, "frontage_vacant_m", "m", "Linéaire vacant (m)", "Vacant frontage (m)", "Of it vacant."},
    {NULL, "frontage_rate", "share", "Taux de vacance en linéaire", "Vacancy rate by frontage", "frontage_vacant_m / frontage_m."},
    {NULL, "frontage_coverage", "share", "Part des locaux au linéaire connu", "Frontage coverage", "Share of the stock that has a frontage."},
    {NULL, "floor_m2", "m2", "Surface connue (m²)", "Known floor area (m²)", "Sum of the floor areas known in the stock; NULL when none is."},
    {NULL, "floor_vacant_m2", "m2", "Surface vacante (m²)", "Vacant floor area (m²)", "Of it vacant."},
    {NULL, "floor_rate", "share", "Taux de vacance en surface", "Vacancy rate by floor area", "floor_vacant_m2 / floor_m2."},
    {NULL, "floor_coverage", "share", "Part des locaux à la surface connue", "Floor coverage", "Share of the stock that has a floor area."},
    {NULL, "frictional", "premises", "Vacance frictionnelle", "Frictional vacancy", "Vacant premises of term frictional."},
    {NULL, "long_term", "premises", "Vacance longue", "Long vacancy", "Vacant premises of term long."},
    {NULL, "structural", "premises", "Vacance structurelle", "Structural vacancy", "Vacant premises of term structural."},
    {NULL, "persistent", "premises", "Vacance persistante", "Persistent vacancy", "Vacant premises of term persistent."},
    {NULL, "term_unknown", "premises", "Vacance de durée inconnue", "Vacancy of unknown term", "Vacant premises whose term is not known; the five terms add up to the vacant ones."},
    {NULL, "run_max", "premises", "Plus longue suite de vacants", "Longest vacant run", "Most vacant premises one after the other on one side of one piece of street."},
    {NULL, "run_max_m", "m", "Longueur de cette suite (m)", "Length of that run (m)", "Sum of their frontages; NULL if one is not known."},
    {NULL, "run_order_unsure", "", "Ordre incertain", "Order unsure", "Premises share a point and neither number nor unit tells their order."},
    {NULL, "gap_max_m", "m", "Plus long vide sans commerce actif (m)", "Longest gap (m)", "Longest stretch without an occupied premises on a side that has premises; NULL without premises, and for the parts inside a centre."},
    {NULL, "gaps", "", "Ruptures de linéaire", "Gaps", "Stretches without an occupied premises of at least vacancy.gap_m; NULL as gap_max_m."},
    {NULL, "units_per_100m", "premises/100m", "Locaux pour 100 m", "Premises on 100 m", "100 stock / length_m."},
    {NULL, "shannon", "", "Diversité (Shannon)", "Diversity (Shannon)", "H = -sum(p ln p) over the families of the occupied premises; NULL where no family is known."},
    {NULL, "evenness", "", "Équitabilité", "Evenness", "shannon / ln(families); NULL for fewer than two."},
    {NULL, "families", "", "Familles présentes", "Families", "Number of families among the occupied premises; NULL where the survey tells none at all."},
    {NULL, "gi_z", "", "Gi* (écart réduit)", "Gi* (z)", "Getis-Ord Gi*, binary weights with self, population S; of premises: 1 vacant, 0 occupied; of streets: the standardised rate (Assuncao-Reis)."},
    {NULL, "gi_p", "", "Gi*, p", "Gi*, p", "Two-sided p, the place itself fixed: of premises exact (hypergeometric), of streets by permutation."},
    {NULL, "gi_q", "", "Gi*, q", "Gi*, q", "q by hotspots.fdr_method over the layer."},
    {NULL, "gi_class", "", "Concentration (Gi*)", "Hot spot (Gi*)", "hot: vacancy clusters here; cold: occupied premises do; ns: not told from chance at hotspots.fdr."},
    {"total_vacancy", "moran_i", "", "I de Moran", "Moran's I", "Global Moran's I of the stock's premises (1 vacant, 0 occupied), row-standardised."},
    {"total_vacancy", "moran_z", "", "I de Moran, écart réduit", "Moran's I, z", "z of moran_i, variance under randomisation."},
    {"total_vacancy", "moran_p", "", "I de Moran, p", "Moran's I, p", "Two-sided p of moran_z by the normal law."},
    {NULL, "islands", "premises", "Locaux sans voisin", "Premises without neighbours", "Premises of the stock without a neighbour by hotspots.neighbours."},
    {NULL, "moran_i", "", "I de Moran local", "Local Moran's I", "Local Moran's I, row-standardised, divided by sum(z2)/n; NULL without neighbours."},
    {NULL, "moran_p", "", "I local, p", "Local Moran, p", "Two-sided p, as gi_p; NULL without neighbours."},
    {NULL, "moran_q", "", "I local, q", "Local Moran, q", "q by hotspots.fdr_method over the layer."},
    {NULL, "moran_class", "", "Type (Moran local)", "Cluster type (local Moran)", "HH: vacant among vacant, LL: occupied among occupied, HL: vacant among occupied, LH: occupied among vacant; ns: not told from chance at hotspots.fdr."},
    {"street_mix", "unit", "", "Maille", "Unit", "street, centre or total."},
    {"street_mix", "unit_id", "", "Identifiant", "Unit id", "Id of the street or centre; `total`."},
    {"street_mix", "family", "", "Famille d'activité", "Activity family", "Family of activities."},
    {"street_mix", "premises", "premises", "Locaux occupés", "Premises", "Occupied premises of the family."},
    {"street_mix", "share", "share", "Part", "Share", "Of the occupied premises whose family is known."},
    {"frontage_rule_vacancy", "rule", "", "Règle", "Rule", "Type of the rule's line (CNIG 22-01 to 22-04), or its id where it has none."},
    {"frontage_rule_vacancy", "street_id", "", "Identifiant de la rue", "Street id", "Street of the premises; NULL for those without one."},
    {"frontage_rule_vacancy", "frontage_m", "m", "Linéaire connu (m)", "Known frontage (m)", "Sum of the frontages known in the stock; NULL when none is."},
    {"frontage_rule_vacancy", "vacant_m", "m", "Linéaire vacant (m)", "Vacant frontage (m)", "Of it vacant."},
    {"frontage_rule_vacancy", "premises", "premises", "Locaux", "Premises", "Premises within vacancy.rule_distance_m of a line of the rule, the nearest rule line of each."},
    {"frontage_rule_vacancy", "vacant", "premises", "Locaux vacants", "Vacant", "Of them counted as vacant."},
    {"network_density", "lixel_id", "", "Identifiant du lixel", "Lixel id", "Block id, `/`, number of the lixel along the block."},
    {"network_density", "length_m", "m", "Longueur (m)", "Length (m)", "Length of the lixel in the study's CRS."},
    {"network_density", "stock_density", "premises/m", "Densité de locaux (par m de rue)", "Density of the stock (per m of street)", "Network kernel density of the stock, averaged over the lixel; times length_m it sums to the stock."},
    {"network_density", "vacant_density", "premises/m", "Densité de locaux vacants (par m de rue)", "Density of the vacant (per m of street)", "The same of the vacant premises."},
    {"network_density", "rate", "share", "Taux de vacance local", "Local vacancy rate", "vacant_density / stock_density; NULL without stock within reach, and where the continuous estimator leaves 0..1."},
    {"network_density", "class", "", "Classe de vacance", "Class", "Class of the rate by vacancy.classes, 0 the lowest."},
    {"network_density", "enough", "", "Effectif suffisant", "Enough premises", "stock_density x twice the bandwidth >= vacancy.min_premises."},
    {"heatmap_contours", "level", "", "Niveau", "Level", "above or below: the local rate on the inner side of the line, against the town's."},
    {"heatmap_contours", "p", "share", "p", "p", "0.05 (above) or 0.95 (below): probability of a local rate so high by chance; of one place at a time."},
    {"heatmap_bands", "band", "", "Classe de vacance", "Class", "Class of the local rate by vacancy.classes, 0 the lowest."},
    {"heatmap_bands", "low", "share", "Taux, de", "Rate from", "Lower bound of the local rate, included."},
    {"heatmap_bands", "high", "share", "Taux, à", "Rate to", "Upper bound of the local rate."},
    {"friche_potential", "status", "", "Statut de la friche", "Status of the friche", "As the source has it."},
    {"friche_potential", "parcels", "count", "Parcelles", "Parcels", "Parcels at least half of whose area lies inside."},
    {NULL, "site_id", "", "Identifiant du site", "Site id", "The source's id."},
    {NULL, "site_name", "", "Site", "Site", "Name of the site."},
    {NULL, "municipality", "", "Commune", "Municipality", "As the source has it."},
    {"friche_potential", "area_m2", "m2", "Surface (m²)", "Area (m²)", "Area of the polygon; NULL for a point."},
    {NULL, "built_m2", "m2", "Emprise bâtie (m²)", "Built footprint (m²)", "Sum of the footprints inside."},
    {NULL, "built_coverage", "share", "Coefficient d'emprise au sol", "Built coverage", "built_m2 / area_m2."},
    {NULL, "parcels_touching", "count", "Parcelles touchées", "Parcels that touch", "Parcels that intersect the site, by a mere touch too."},
    {NULL, "index_*", "", "Indice", "Index", "Advantages / (advantages + constraints) x 100 of the use, to one decimal; NULL where nothing could be scored."},
    {NULL, "best_use", "", "Meilleur usage", "Best use", "Use of the highest index; of equals the first of the scheme."},
    {NULL, "best_index", "", "Meilleur indice", "Best index", "Its index."},
    {NULL, "band", "", "Potentiel", "Potential", "Band of best_index in the scheme."},
    {NULL, "reliability", "", "Fiabilité (sur 10)", "Reliability (of 10)", "Weight of the criteria that are filled / weight of the scheme x 10, to the half. Never enters the ranking."},
    {NULL, "reliability_band", "", "Niveau de fiabilité", "Reliability level", "Level of reliability in the scheme."},
    {NULL, "rank", "", "Rang", "Rank", "By best_index, the highest first; sites of one index share the least rank."},
    {NULL, "rank_p05", "", "Rang, borne basse à 90 %", "Rank, 90 % low", "5th percentile of the rank over the draws of friche.sensitivity."},
    {NULL, "rank_p95", "", "Rang, borne haute à 90 %", "Rank, 90 % high", "95th percentile."},
    {NULL, "best_use_stability", "share", "Stabilité du meilleur usage", "Stability of the best use", "Share of the draws in which best_use stays best."},
    {NULL, "scheme", "", "Barème", "Scheme", "Name and version of the scheme."},
    {NULL, "criterion", "", "Critère", "Criterion", "Criterion of the scheme."},
    {NULL, "value", "", "Valeur", "Value", "The value that was scored, as the scheme names it; of a measure the number."},
    {"friche_criteria", "unit", "", "Unité", "Unit", "Of a number, as the scheme has it."},
    {NULL, "source", "", "Origine", "Source", "measured, attribute or missing."},
    {NULL, "weight", "", "Poids", "Weight", "Weight of the criterion."},
    {NULL, "score_*", "", "Note", "Score", "Score of the value for the use; NULL where it is not scored."},
    {NULL, "advantage_*", "", "Avantage", "Advantage", "Points for the use."},
    {NULL, "constraint_*", "", "Contrainte", "Constraint", "Points against the use; sum of advantages / sum of both = index."},
    {NULL, "measure", "", "Mesure", "Measure", "area_m2, built_m2, built_coverage, parcels, parcels_touching, owners, compactness, widest_m, share_KIND, distance_KIND_m, share_zoning_TYPE, share_centre, share_zones, artificial_share."},
    {"friche_measures", "unit", "", "Unité", "Unit", "m, m2, share or count."},
    {"friche_stock", "scope", "", "Maille", "Scope", "municipality, zone or total."},
    {"friche_stock", "scope_id", "", "Identifiant de la maille", "Scope id", "Municipality as the source has it, id of the zone, or total."},
    {"friche_stock", "status", "", "Statut", "Status", "Status of the friches; NULL where they have none."},
    {NULL, "sites", "count", "Sites", "Sites", "Friches of that status."},
    {"friche_stock", "area_m2", "m2", "Surface (m²)", "Area (m²)", "Their area; points have none."},
    {NULL, "recycling_m2", "m2", "Sol de zones d’activité à recycler", "Ground of business zones to recycle", "Of the friches that are neither potential nor reconverted, the ground inside business zones: what they could give the bucket recycling of the balance. NULL without layers.zones."},
    {NULL, "territory_status", "", "Situation du territoire", "Status of the territory", "By the areas of all statuses of the scope: no stock, stock used up, stock unused, stock in use."},
    {"land_unit", "vacant_since", "", "Vacante depuis", "Vacant since", "Of a vacant unit: last_activity_end; NULL where no day is known."},
    {"land_unit", "parcels", "count", "Nombre de parcelles", "Parcels", "Parcels of the unit."},
    {"land_unit", "area_m2", "m2", "Surface (m²)", "Area (m²)", "Ground of the unit, inside the zone unless land.clip_units is false."},
    {"land_unit", "zone_id", "", "Identifiant de la zone", "Zone id", "The zone that most of its parcels' ground lies in."},
    {"land_unit", "densification_m2", "m2", "Emprise densifiable (m²)", "Footprint to gain (m²)", "min(free_m2, max(0, land.coverage_target x area_m2 - built_m2)): footprint, no hectare of the balance."},
    {"land_unit", "built_m2", "m2", "Emprise bâtie (m²)", "Built footprint (m²)", "Sum of the footprints on its ground inside the zone; NULL without layers.buildings."},
    {NULL, "land_unit_id", "", "Identifiant de l'unité foncière", "Land unit id", "The least of its parcels' ids."},
    {NULL, "parcel_ids", "", "Identifiants des parcelles", "Parcel ids", "Ids of its parcels, parted by |."},
    {NULL, "owner_type", "", "Type de propriétaire", "Owner type", "As the source has it; several are parted by |."},
    {NULL, "coverage", "share", "Coefficient d'emprise au sol (CES)", "Built coverage", "built_m2 / area_m2, of a zone / gross_m2."},
    {NULL, "occupancy", "", "Occupation", "Occupancy", "occupied; vacant: active before, without activity for land.vacancy_years on 1 January; never_occupied: unbuilt, no trace of activity; undetermined."},
    {NULL, "evidence", "", "Motif", "Evidence", "active (establishment), other_occupant (occupied premises), closed_recently, ended, end_unknown, built_no_evidence, unbuilt_no_evidence or no_establishments."},
    {NULL, "last_activity_end", "", "Fin de la dernière activité", "End of the last activity", "Latest end known, of an establishment or a vacant premises, as ISO 8601."},
    {NULL, "free_m2", "m2", "Surface libre (m²)", "Free ground (m²)", "The unit less land.setback_m along its limits and around buildings."},
    {NULL, "widest_free_m", "m", "Plus grand cercle libre, diamètre (m)", "Widest free circle (m)", "Diameter of the greatest circle on the free ground, to 0.1 m."},
    {NULL, "rectangle_free_m2", "m2", "Plus grand rectangle libre (m²)", "Greatest free rectangle (m²)", "Along the unit's longest edge, on a 1 m grid."},
    {NULL, "street_access", "", "Accès à la rue", "Street access", "The limit lies within 1 m of ground without a parcel or of a street line."},
    {"zone_inventory", "name", "", "Zone d'activité", "Business zone", "As the source has it."},
    {"zone_inventory", "vocation", "", "Vocation", "Vocation", "As the source has it."},
    {"zone_inventory", "built_m2", "m2", "Emprise bâtie (m²)", "Built footprint (m²)", "Sum of the footprints inside."},
    {"zone_inventory", "densification_m2", "m2", "Emprise densifiable (m²)", "Footprint to gain (m²)", "Sum over its land units; NULL without layers.buildings."},
    {NULL, "zone_id", "", "Identifiant de la zone", "Zone id", "The source's id."},
    {NULL, "basin", "", "Bassin", "Basin", "As the source has it."},
    {NULL, "gross_m2", "m2", "Surface brute (m²)", "Gross area (m²)", "All ground of the zone, without what a zone of lesser id has."},
    {NULL, "net_m2", "m2", "Surface nette (m²)", "Net area (m²)", "Of it on a parcel, useful, of no use in land.not_units and not neutralised; NULL without layers.parcels."},
    {NULL, "land_units", "count", "Unités foncières", "Land units", "All land units of the zone."},
    {NULL, "land_units_occupied", "count", "Unités occupées", "Occupied units", "Of them occupied."},
    {NULL, "land_units_vacant", "count", "Unités vacantes", "Vacant units", "Of them vacant (art. L318-8-2)."},
    {NULL, "land_units_never_occupied", "count", "Unités jamais occupées", "Units never occupied", "Of them never occupied: not vacant, yet in the denominator."},
    {NULL, "land_units_undetermined", "count", "Unités indéterminées", "Units undetermined", "Of them with nothing that decides."},
    {NULL, "vacancy_rate", "share", "Taux de vacance (L318-8-2)", "Vacancy rate (L318-8-2)", "land_units_vacant / land_units; not the shops' rate. NULL without layers.establishments."},
    {NULL, "vacancy_rate_max", "share", "Taux si les indéterminées sont vacantes", "Rate if undetermined are vacant", "(land_units_vacant + land_units_undetermined) / land_units."},
    {NULL, "vacancy_rate_area", "share", "Taux de vacance en surface", "Vacancy rate by area", "Area of the vacant land units / area of all."},
    {NULL, "establishments", "count", "Établissements actifs", "Active establishments", "Establishments in activity inside the zone."},
    {NULL, "share_*", "share", "Part sous contrainte", "Share under constraint", "Of gross_m2 under constraints of the kind; a place under two of one kind counts once."},
    {NULL, "artificial_share", "share", "Part artificialisée", "Artificial share", "Of gross_m2 artificial by layers.land_cover; NULL where that tells nothing."},
    {"land_evidence", "source", "", "Origine", "Source", "establishment or premises."},
    {"land_evidence", "source_id", "", "Identifiant", "Source id", "Id of the establishment or premises."},
    {"land_evidence", "state", "", "État", "State", "active or closed; occupied or vacant."},
    {"land_evidence", "date", "", "Date", "Date", "Day of closing, or from which the premises is vacant."},
    {"land_partition", "zone_id", "", "Identifiant de la zone", "Zone id", "The zone that the piece belongs to."},
    {"land_partition", "area_m2", "m2", "Surface (m²)", "Area (m²)", "Area of the piece."},
    {NULL, "piece_id", "", "Identifiant du morceau", "Piece id", "Zone id, `/`, parcel id, `/`, number."},
    {NULL, "parcel_id", "", "Identifiant de la parcelle", "Parcel id", "NULL: ground without a parcel (streets)."},
    {NULL, "plot_id", "", "Identifiant du terrain", "Plot id", "Plot (CNIG TERRAIN-ECO) of the piece."},
    {NULL, "zoning", "", "Zonage du PLU", "Zoning", "Type of the PLU zone of the piece."},
    {NULL, "friche_id", "", "Identifiant de la friche", "Friche id", "Friche of the piece, whatever its status."},
    {NULL, "kinds", "", "Contraintes", "Constraints", "Kinds of constraints over the piece, joined by + in byte order; empty: none."},
    {NULL, "bucket", "", "Poste du bilan", "Bucket", "immediate, committed, future, recycling, densification, consumed or neutralised, by the first of land.rules that fits."},
    {NULL, "net", "", "Compte en net", "Counts as net", "On a parcel, useful, of no use in land.not_units and not neutralised."},
    {NULL, "artificial", "", "Artificialisé", "Artificial", "yes, no or unknown, by layers.land_cover."},
    {"land_overlap", "layer", "", "Couche", "Layer", "Layer of the study whose features overlap."},
    {"land_overlap", "area_m2", "m2", "Surface (m²)", "Area (m²)", "Ground that lost_id gave to kept_id."},
    {"land_overlap", "zone_id", "", "Identifiant de la zone", "Zone id", "Zone in which the ground lies."},
    {NULL, "kept_id", "", "Conserve le sol", "Keeps the ground", "Feature of lesser id."},
    {NULL, "lost_id", "", "Perd le sol", "Loses the ground", "Feature of greater id."},
    {"land_balance", "scope", "", "Maille", "Scope", "zone, basin, municipality or total."},
    {"land_balance", "scope_id", "", "Identifiant de la maille", "Scope id", "Id of the zone, basin or municipality as the source has it, or total."},
    {"land_balance", "vocation", "", "Vocation", "Vocation", "Vocation of the zones."},
    {NULL, "gross_ha", "ha", "Surface brute (ha)", "Gross area (ha)", "All ground of the bucket."},
    {NULL, "net_ha", "ha", "Surface nette (ha)", "Net area (ha)", "Of it what counts as net; never added to gross_ha. NULL without layers.parcels."},
    {"land_balance", "floor_m2", "m2", "Surface de plancher estimée (m²)", "Floor area, estimated (m²)", "Sum of footprint x floors; NULL where a building has no floors."},
    {NULL, "programme", "", "Programme", "Programme", "As the study names it."},
    {"land_target", "scope", "", "Maille", "Scope", "What the target covers; `total`: all zones."},
    {"land_target", "unit", "", "Unité", "Unit", "ha of ground or m2 of floor; one is never turned into the other."},
    {NULL, "from_year", "", "De", "From", "First year, included."},
    {NULL, "to_year", "", "À", "To", "Last year, included."},
    {NULL, "as_of", "", "Arrêté à fin", "As of the end of", "Year to whose end the account goes."},
    {NULL, "target", "", "Objectif", "Target", "Quantity aimed at from from_year to to_year."},
    {NULL, "achieved", "", "Réalisé", "Achieved", "Sum of the dated quantities to as_of."},
    {NULL, "committed", "", "Engagé", "Committed", "Sum of the quantities dated after as_of, additional to achieved."},
    {NULL, "remaining", "", "Reste à réaliser", "Remaining", "target - achieved."},
    {NULL, "uncommitted", "", "Reste sans opération", "Without an operation", "remaining - committed."},
    {NULL, "pace", "", "Rythme constaté (par an)", "Pace so far (a year)", "achieved / (as_of - from_year + 1)."},
    {NULL, "pace_needed", "", "Rythme nécessaire (par an)", "Pace needed (a year)", "remaining / (to_year - as_of); NULL where no year is left."},
    {NULL, "projected", "", "Projection à terme", "Projected", "achieved + pace x (to_year - as_of)."},
    {NULL, "gap", "", "Écart à l'objectif", "Gap", "target - projected; below 0: more than the target."},
    {NULL, "recycled_share", "share", "Part recyclée", "Recycled share", "Of achieved on recycled ground; NULL where one quantity does not tell."},
    {NULL, "recycled_share_target", "share", "Part recyclée visée", "Recycled share aimed at", "Of what comes after as_of."},
    {NULL, "years_of_supply", "years", "Années d'offre", "Years of supply", "(immediate + future of the balance, gross_ha, same scope) / pace; NULL without a balance, and for m2."},
    {"to_check", "name", "", "Enseigne", "Trading name", "Name on the shopfront, as surveyed."},
    {"to_check", "reason", "", "Motif (code)", "Reason (code)", "unknown_status, no_street, unknown_street or fuzzy_street."},
    {"to_check", "message", "", "Motif", "Reason", "The reason in words."},
    {"to_check", "status", "", "Situation", "Status", "Status of the premises."},
    {"to_check", "surveyed_street", "", "Rue relevée", "Street as surveyed", "Street name in the survey."},
    {"to_check", "number", "", "Numéro", "Number", "House number in the survey."},
    {"rejects", "layer", "", "Couche", "Layer", "Layer of the study that the feature belongs to."},
    {"rejects", "feature_id", "", "Identifiant", "Feature id", "The feature's id."},
    {"rejects", "severity", "", "Gravité", "Severity", "rejected: not used at all; notice: used, but to be known."},
    {"rejects", "code", "", "Code", "Code", "Stable name of the fault."},
    {"rejects", "message", "", "Message", "Message", "The fault in words, with the value."},
    {NULL, NULL, NULL, NULL, NULL, NULL},
};

static const vt_band_text band_texts[] = {
    {"vacancy_heatmap", 0, "share", "Taux de vacance local", "Local vacancy rate", "Vacant density / stock density, one bandwidth; NaN where the stock is below heatmap.threshold."},
    {"vacancy_heatmap", 1, "share", "p : taux plus élevé que dans la ville", "p: rate above the town's", "Probability of a local rate so high by chance; small: above the town, near 1: below it."},
    {"premises_density", 0, "premises/ha", "Locaux par hectare", "Premises per hectare", "Density of the stock, occupied and vacant; NaN outside the window."},
    {"vacancy_density", 0, "premises/ha", "Locaux vacants par hectare", "Vacant premises per hectare", "Density of the vacant premises; it shows where shops are more than where vacancy is."},
};
/* clang-format on */

const vt_band_text *vt_band_text_of(const char *raster, size_t band)
{
    for (size_t i = 0; i < sizeof band_texts / sizeof *band_texts; i++) {
        if (strcmp(band_texts[i].raster, raster) == 0 && band_texts[i].band == band) {
            return &band_texts[i];
        }
    }
    return NULL;
}

const vt_column_text *vt_column_text_of(const char *layer, const char *column)
{
    const vt_column_text *general = NULL;
    for (const vt_column_text *text = vt_column_texts; text->name; text++) {
        const size_t n = strcspn(text->name, "*"); /* a name that ends in * stands for all that begin so */
        if (strncmp(text->name, column, text->name[n] ? n : n + 1) != 0) {
            continue;
        }
        if (text->layer && strcmp(text->layer, layer) == 0) {
            return text;
        }
        general = text->layer ? general : text;
    }
    return general;
}

const vt_layer_title *vt_layer_title_of(const char *layer)
{
    for (const vt_layer_title *text = vt_layer_titles; text->name; text++) {
        if (strcmp(text->name, layer) == 0) {
            return text;
        }
    }
    return NULL;
}

bool vitrine_layer_column_info(const vitrine_layer *layer, size_t column, vitrine_column *info)
{
    if (column >= layer->columns.n) {
        return false;
    }
    const vt_column *c = &layer->columns.at[column];
    const vt_column_text *text = column < layer->first_kept ? vt_column_text_of(layer->name, c->name) : NULL;
    *info = (vitrine_column){
        .name = c->name,
        .type = c->type,
        .unit = text ? text->unit : "",
        .label_fr = c->label ? c->label : text ? text->label_fr : c->name,
        .label_en = c->label ? c->label : text ? text->label_en : c->name,
        .meaning = text ? text->meaning : "",
    };
    return true;
}
