"""What each rule of each map must hold, as SQL over the layer: written from the dictionary of columns and styles/README.md, for the tests of the
styles. The demo's classes are Procos's (5, 7.5, 10 %), its friches' bands those of mutafriches-1.11."""

UNITS = ("street_vacancy", "segment_vacancy", "street_centre_vacancy", "centre_vacancy")
MARKS = ("hot", "cold")  # drawn under another rule of the same feature; so are the signs of the best use
EDGES = (0, 40, 50, 60, 70, 1e9)


def one_of(column, otherwise="other", **words):
    """A rule a word, and one for what is none of them."""
    listed = [word if isinstance(word, (list, tuple)) else [word] for word in words.values()]
    quote = lambda some: ", ".join("'" + word.replace("'", "''") + "'" for word in some)
    rules = {key: f"{column} IN ({quote(some)})" for key, some in zip(words, listed)}
    return {**rules, otherwise: f"{column} IS NULL OR {column} NOT IN ({quote(sum(map(list, listed), []))})"}


def same(*words):
    return dict(zip(words, words))


GRADES = {**{f"class_{i}": f"best_index >= {EDGES[i]} AND best_index < {EDGES[i + 1]}" for i in range(5)}, "none": "best_index IS NULL"}

RULES = {
    "premises": {"hot": "gi_class = 'hot'", "cold": "gi_class = 'cold'", "vacant": "status = 'vacant'", "works": "status = 'works'",
                 "unknown": "coalesce(status, 'unknown') = 'unknown'", "occupied": "status = 'occupied'", "other": "status IN ('reserve', 'converted')"},
    "to_check": one_of("reason", **same("unknown_street", "no_street", "fuzzy_street", "unknown_status")),
    "rejects": one_of("severity", **same("rejected", "notice")),
    "heatmap_contours": {"above": "level = 'above'", "below": "level = 'below'"},
    "friche_points": GRADES,
    "zone_inventory": {"low": "vacancy_rate < 0.1", "middle": "vacancy_rate >= 0.1 AND vacancy_rate < 0.2", "high": "vacancy_rate >= 0.2",
                       "none": "vacancy_rate IS NULL"},
    "land_unit": one_of("occupancy", **same("occupied", "vacant", "never_occupied", "undetermined")),
    "land_partition": one_of("bucket", **same("immediate", "committed", "future", "recycling", "densification", "consumed", "neutralised")),
    "land_overlap": one_of("layer", **same("parcels", "zones")),
    "site_eco": one_of("site_etat", active="existant et actif", creation="création", project="en projet", leaving="projet de déclassement", left="déclassé"),
    "terrain_eco": one_of("terr_stade_comm", sale="en vente", terms="en vente avec contraintes",
                          reserved=("réservé par option de réservation", "réservé par une délibération de l'EPCI"), waiting="non commercialisé",
                          sold="vendu, commercialisation achevée", unfit="non commercialisable"),
}



def rules_of(layer, db, n=4):
    """{rule: SQL}, in the order of the legend. db: of the layer's GeoPackage; n: its classes."""
    enough = {f"class_{i}": f"enough = 1 AND class = {i}" for i in range(n)}
    if layer in UNITS and layer != "centre_vacancy":  # half as wide where the interval covers several classes
        sure = {key: f"{sql} AND class_certain = 1" for key, sql in enough.items()}
        unsure = {f"unsure_{i}": f"enough = 1 AND class = {i} AND coalesce(class_certain, 0) = 0" for i in range(n)}
        return {**sure, **unsure, "small": "stock > 0 AND coalesce(enough, 0) = 0", "none": "coalesce(stock, 0) = 0"}
    if layer in UNITS:
        return {**enough, "small": "stock > 0 AND coalesce(enough, 0) = 0", "none": "coalesce(stock, 0) = 0"}
    if layer == "network_density":
        return {**enough, "thin": "stock_density > 0 AND coalesce(enough, 0) = 0", "unrated": "stock_density > 0 AND enough = 1 AND class IS NULL"}
    if layer == "heatmap_bands":
        return {f"class_{i}": f"band = {i}" for i in range(n)}
    if layer == "friche_potential":
        uses = [column[6:] for (column,) in db.execute("SELECT name FROM pragma_table_info('friche_potential') WHERE name LIKE 'index!_%' ESCAPE '!'")]
        return {**GRADES, **{f"use_{i}": f"best_use = '{use}'" for i, use in enumerate(uses)}}
    return RULES[layer]


def is_mark(rule):
    return rule in MARKS or rule.startswith("use_")


def all_drawn(layer):
    """Lixels without premises near are left out."""
    return layer != "network_density"
