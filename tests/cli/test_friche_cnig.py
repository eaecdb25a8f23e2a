"""Friches of the CNIG standard and of Cartofriches through the command: formats, names, values, and what is wrong with them.
The record is the standard's own example (fichier-valide.csv); its places and the other records are made up."""
import csv
import hashlib
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE)]
from tap import *
from town import *

EXAMPLE = ("cnig", "friches", "fichier-valide.csv")
# Two parcels of one place in Corsica, 200 × 100 m and 100 × 100 m side by side.
PARCELS = [({"id": "2B2930000D0625", "owner": "A"}, "Polygon", [at((0, 0), (200, 0), (200, 100), (0, 100), (0, 0))]),
           ({"id": "2A004000AB0012", "owner": "A"}, "Polygon", [at((200, 0), (300, 0), (300, 100), (200, 100), (200, 0))]),
           ({"id": "01004000AB0012", "owner": "B"}, "Polygon", [at((300, 0), (400, 0), (400, 100), (300, 100), (300, 0))])]


def example():
    with open(data(*EXAMPLE), encoding="utf-8") as file:
        return next(csv.DictReader(file))


def study(folder, source, more="", text="", crs="EPSG:2154"):
    path = folder / "study.yaml"
    path.write_text(f"title: Essai\ncrs: {crs}\nlayers:\n  friches: {{source: {source}, preset: cnig_friches{more}}}\n{text}", encoding="utf-8")
    return path


def one(folder, record, more="", text="", name="friches.csv"):
    """Runs one record as a CSV; its row of friche_potential."""
    table(folder / name, [record])
    done("friche", study(folder, name, more, text), "-o", folder / "out", "--overwrite")
    return rows(folder / "out", "SELECT * FROM friche_potential")[0]


def codes(out):
    return sorted((r["feature_id"], r["code"]) for r in rows(out, "SELECT * FROM rejects"))


def criteria(out, *columns):
    return by(out, "friche_criteria", "criterion", *columns)


def test_the_example_of_the_standard_is_refused_as_it_is(folder):
    """Its geomsurf ends in an ellipsis, its point has latitude first."""
    refused("friche", study(folder, data(*EXAMPLE)), "-o", folder / "out",
            says=("geomsurf", "POLYGON((49.33 3.95, 49.38 3.89, 49.42 3.96, ...))", "WKT"))
    record = {**example(), "geomsurf": ""}
    table(folder / "friches.csv", [record])
    refused("friche", study(folder, "friches.csv"), "-o", folder / "out", says=("12083_22-12.0017", "49.2527", "lon lat"))
    assert not (folder / "out").exists()


def test_a_corrected_copy_maps_without_loss(folder):
    """Every field of the example, kept, is in the output as the file has it."""
    record = {**example(), "geomsurf": "", "geompoint": "POINT(3.9815 49.2527)"}
    carried = [k for k in record if k not in ("geompoint", "geomsurf")]
    site = one(folder, record, f", keep: [{', '.join(carried)}]", "export: {confidential: keep}\n")
    equal({k: str(site[k]) for k in carried}, {k: record[k] for k in carried})
    equal((site["site_id"], site["site_name"], site["status"], site["municipality"]),
          ("12083_22-12.0017", "Centre médical thermal", "friche avec projet", "12083"))
    found = criteria(folder / "out", "value", "source")
    equal(found["etatBatiInfrastructure"], ("degradation-moyenne", "attribute"))
    equal(found["zonageReglementaire"], ("zone-naturelle-n", "attribute"))
    equal(found["surfaceSite"], ("16750", "attribute"))  # a point: the land unit's area as given
    equal(found["surfaceBati"][1], "missing")            # bati_surface is floor area
    equal(codes(folder / "out"), [("12083_22-12.0017", "no_polygon")])


SHORT = dict(site_id="SITEID", site_nom="SITENOM", site_statut="SITESTATUT", comm_insee="COMMINSEE", bati_etat="BATIETAT", sol_pollution_existe="SOLPOLEXIS",
             proprio_personne="PROPPERS", unite_fonciere_refcad="UFREFCAD", urba_zone_type="URBZONTYPE", proprio_type="PROPTYPE")
SITE = dict(site_id="S1", site_nom="Forge", site_statut="friche sans projet", comm_insee="2B293", bati_etat="dégradation hétérogène",
            sol_pollution_existe="pollution avérée", proprio_personne="personne physique", unite_fonciere_refcad="", urba_zone_type="U", proprio_type="X1a")


def test_one_friche_in_five_formats(folder):
    """GeoPackage, GeoJSON, Shapefile with the names of ten letters, CSV with WKT: the same layers of results."""
    from osgeo import ogr, osr
    ring = at((0, 0), (200, 0), (200, 100), (0, 100), (0, 0))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(2154)
    for driver, name in (("GPKG", "a.gpkg"), ("GeoJSON", "b.geojson"), ("ESRI Shapefile", "c.shp")):
        source = ogr.GetDriverByName(driver).CreateDataSource(str(folder / name))
        layer = source.CreateLayer(name[0], srs, ogr.wkbPolygon, ["RFC7946=NO"] if driver == "GeoJSON" else
                                   ["ENCODING=UTF-8"] if driver == "ESRI Shapefile" else [])
        names = {k: SHORT[k] if driver == "ESRI Shapefile" else k for k in SITE}
        for column in names.values():
            layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
        feature = ogr.Feature(layer.GetLayerDefn())
        for key, value in SITE.items():
            feature.SetField(names[key], value)
        feature.SetGeometry(ogr.CreateGeometryFromJson(json.dumps({"type": "Polygon", "coordinates": [ring]})))
        layer.CreateFeature(feature)
        del feature, layer, source
    wkt = "POLYGON((" + ", ".join(f"{x} {y}" for x, y in ring) + "))"
    table(folder / "d.csv", [{**SITE, "geompoint": "", "geomsurf": wkt}])
    table(folder / "e.csv", [{SHORT[k]: v for k, v in SITE.items()} | {"GEOM_WKT": wkt}])
    found = []
    for name in ("a.gpkg", "b.geojson", "c.shp", "d.csv", "e.csv"):
        done("friche", study(folder, name, ", crs: EPSG:2154" if name.endswith("csv") else ""), "-o", folder / "out", "--overwrite")
        found.append((rows(folder / "out", "SELECT * FROM friche_potential"), rows(folder / "out", "SELECT * FROM friche_criteria")))
        close(found[-1][0][0]["area_m2"], 20000, 1e-6)
        found[-1][0][0].pop("geom")  # rings run either way
        equal(found[-1], found[0])
    values = criteria(folder / "out", "value", "source")
    equal(values["presencePollution"], ("oui-autres-composes", "attribute"))
    equal(values["typeProprietaire"], ("prive", "attribute"))
    equal(values["etatBatiInfrastructure"], ("degradation-heterogene", "attribute"))


def test_an_export_of_cartofriches_version_1(folder):
    """Its own names, latitude and longitude in columns, and NA for nothing."""
    record = dict(site_id="71998_1", site_nom="Usine", site_statut="friche sans projet", code_insee="1004", bati_etat="NA", pollution="pollution inconnue",
                  typprop="X1", zone_cnig="U", surf_tup="12000", nb_bati="3", lat="46.0", long="2.35")
    site = one(folder, record)
    equal((site["site_id"], site["site_name"], site["municipality"]), ("71998_1", "Usine", "01004"))
    found = criteria(folder / "out", "value", "source")
    equal(found["surfaceSite"], ("12000", "attribute"))
    equal(found["etatBatiInfrastructure"], (None, "missing"))
    equal(found["typeProprietaire"], ("prive", "attribute"))
    equal(codes(folder / "out"), [("71998_1", "lost_zero"), ("71998_1", "no_polygon")])


def test_a_friche_has_the_ground_of_its_parcels(folder):
    """200 × 100 and 100 × 100 m of Corsica and one of the Ain, whose reference has lost its zero: 4 ha of two owners."""
    geojson(folder / "parcels.geojson", PARCELS)
    layer = "  parcels: {source: parcels.geojson, fields: {id: id, owner: owner}}\n"
    record = {**SITE, "unite_fonciere_refcad": "2B2930000D0625|2A004000AB0012|1004000AB0012", "geompoint": "", "geomsurf": ""}
    site = one(folder, record, text=layer)
    equal((site["area_m2"], site["parcels"]), (40000, 3))
    equal({r["measure"]: r["value"] for r in rows(folder / "out", "SELECT * FROM friche_measures WHERE measure IN ('owners', 'widest_m')")}["owners"], 2)
    equal(codes(folder / "out"), [("S1", "lost_zero")])
    site = one(folder, {**record, "unite_fonciere_refcad": "2B2930000D0625|9ZZZZ0000D0625"}, text=layer)
    equal(site["area_m2"], 20000)
    equal(codes(folder / "out"), [("S1", "unknown_parcel")])


def test_neither_a_place_nor_a_parcel(folder):
    geojson(folder / "parcels.geojson", PARCELS)
    table(folder / "friches.csv", [{**SITE, "geompoint": "POINT(9.4 42.6)", "geomsurf": ""}, {**SITE, "site_id": "S2", "geompoint": "", "geomsurf": ""}])
    done("friche", study(folder, "friches.csv", text="  parcels: {source: parcels.geojson, fields: {id: id}}\nrejects: {ceiling: 1}\n"), "-o", folder / "out")
    equal(sorted(by(folder / "out", "friche_potential", "site_id")), ["S1"])
    equal(codes(folder / "out"), [("S1", "no_polygon"), ("S2", "null_geometry")])
    equal([r["site_id"] for r in rows(folder / "out", "SELECT * FROM friche_points WHERE geom IS NOT NULL")], ["S1"])
    equal(ledger(folder / "out", "friches")["rejected"], 1)


def test_words_compare_as_people_write_them(folder):
    """Case, accents, hyphens, spaces; and a typo is told with the nearest that the standard has."""
    place = {"geompoint": "POINT(2.35 46.0)", "geomsurf": ""}
    for i, written in enumerate(("Dégradation Hétérogène", "degradation heterogene", "DÉGRADATION-HÉTÉROGÈNE", "degradation_heterogene")):
        one(folder, {**SITE, **place, "bati_etat": written})
        equal(criteria(folder / "out", "value")["etatBatiInfrastructure"], ("degradation-heterogene",))
        equal(codes(folder / "out"), [("S1", "no_polygon")])
    one(folder, {**SITE, **place, "bati_etat": "dégradaton hétérogène"})
    equal(criteria(folder / "out", "value", "source")["etatBatiInfrastructure"], ("dégradaton hétérogène", "attribute"))
    told = [r["message"] for r in rows(folder / "out", "SELECT * FROM rejects WHERE code = 'unknown_value'")]
    assert len(told) == 1 and "dégradaton hétérogène" in told[0] and "dégradation hétérogène" in told[0], told
    equal(criteria(folder / "out", "score_industrie")["etatBatiInfrastructure"], (None,))


def test_every_value_of_the_standard_is_known(folder):
    """schema.json: no value of an enumeration that the scheme reads is told as unknown."""
    schema = json.loads(data("cnig", "friches", "schema.json").read_text(encoding="utf-8"))
    values = {f["name"]: f["constraints"]["enum"] for f in schema["fields"] if f.get("constraints", {}).get("enum")}
    longest = max(len(v) for v in values.values())
    records = [{"site_id": f"S{i:02}", "geompoint": "POINT(2.35 46.0)", "geomsurf": "", **{k: v[i % len(v)] for k, v in values.items()}} for i in range(longest)]
    table(folder / "friches.csv", records)
    statuses = ", ".join(values["site_statut"])
    done("friche", study(folder, "friches.csv", text=f"friche: {{statuses: [{statuses}]}}\n"), "-o", folder / "out")
    equal({code for _, code in codes(folder / "out")}, {"no_polygon"})


def test_searched_and_not_found_is_filled_and_missing_is_not(folder):
    """28 criteria weigh 30; zonageReglementaire 2, presencePollution 2: searched counts for the reliability, not for the index."""
    base = {"site_id": "S1", "site_statut": "friche sans projet", "geompoint": "POINT(2.35 46.0)", "geomsurf": ""}
    missing = one(folder, {**base, "urba_zone_type": "U", "sol_pollution_existe": "NA"})
    equal(criteria(folder / "out", "source")["presencePollution"], ("missing",))
    searched = one(folder, {**base, "urba_zone_type": "U", "sol_pollution_existe": "rien trouvé"})
    equal(criteria(folder / "out", "value", "source", "advantage_industrie")["presencePollution"][1:], ("attribute", None))
    equal(searched["best_index"], missing["best_index"])
    equal((missing["reliability"], searched["reliability"]), (0.5, 1.5))  # 2 and 4 of 30 × 10 = 0.67 and 1.33, to the half


def test_nothing_known_and_a_tie_of_all_uses(folder):
    """A point of which nothing is told: no index, reliability 0. Pollution by other compounds scores 0.5 for all seven uses: 50, and the first of the
    scheme's uses is the best."""
    base = {"site_statut": "friche sans projet", "geompoint": "POINT(2.35 46.0)", "geomsurf": ""}
    site = one(folder, {"site_id": "S1", **base})
    equal({site[k] for k in site if k.startswith("index_")} | {site[k] for k in ("best_use", "best_index", "band", "rank")}, {None})
    equal(site["reliability"], 0)
    site = one(folder, {"site_id": "S1", **base, "sol_pollution_existe": "pollution avérée"})
    equal([site[k] for k in site if k.startswith("index_")], [50.0] * 7)
    equal((site["best_use"], site["reliability"]), ("residentiel", 0.5))  # 2 / 30 × 10 = 0.67


def test_owners_of_several_kinds(folder):
    place = {"geompoint": "POINT(2.35 46.0)", "geomsurf": "", "proprio_personne": ""}
    for written, value in (("P4a|P4a", "public"), ("X1a|X1a", "prive"), ("P4a|X1a", "mixte"), ("G2a", "copro-indivision")):
        one(folder, {**SITE, **place, "proprio_type": written})
        equal(criteria(folder / "out", "value")["typeProprietaire"], (value,))


def test_statuses(folder):
    """Potential and reconverted friches are left out by default; a status that nobody has is told."""
    base = {**SITE, "geompoint": "POINT(2.35 46.0)", "geomsurf": ""}
    statuses = ("friche sans projet", "Friche avec projet", "friche potentielle", "friche reconvertie", "")
    table(folder / "friches.csv", [{**base, "site_id": f"S{i}", "site_statut": s} for i, s in enumerate(statuses)])
    done("friche", study(folder, "friches.csv"), "-o", folder / "out")
    equal(sorted(by(folder / "out", "friche_potential", "site_id")), ["S0", "S1", "S4"])
    ran = done("friche", study(folder, "friches.csv"), "-o", folder / "out", "--overwrite", "--set", "friche.statuses=[friche potentiele, friche reconvertie]")
    assert "friche potentiele" in ran.err, ran.err
    equal(sorted(by(folder / "out", "friche_potential", "site_id")), ["S3"])


def test_friches_that_overlap_are_told(folder):
    """100 × 100 m and 100 × 100 m, 40 m apart from covering each other: both are measured whole, and 6,000 m² are shared."""
    geojson(folder / "friches.geojson", [({"site_id": "a"}, "Polygon", [at((0, 0), (100, 0), (100, 100), (0, 100), (0, 0))]),
                                         ({"site_id": "b"}, "Polygon", [at((40, 0), (140, 0), (140, 100), (40, 100), (40, 0))]),
                                         ({"site_id": "c"}, "Polygon", [at((140, 0), (200, 0), (200, 100), (140, 100), (140, 0))])])
    done("friche", study(folder, "friches.geojson"), "-o", folder / "out")
    equal(by(folder / "out", "friche_potential", "site_id", "area_m2"), {"a": (10000,), "b": (10000,), "c": (6000,)})
    told = [(r["feature_id"], r["message"]) for r in rows(folder / "out", "SELECT * FROM rejects WHERE code = 'shared_ground'")]
    assert len(told) == 1 and told[0][0] in "ab" and "6000" in told[0][1].replace(" ", "").replace(",", ""), told


def test_an_invalid_polygon_is_rejected_or_repaired(folder):
    """A bow tie of two triangles of 2,500 m² each: rejected; under repair: structure mended, with the area in the ledger."""
    geojson(folder / "friches.geojson", [({"site_id": "tie"}, "Polygon", [at((0, 0), (100, 100), (100, 0), (0, 100), (0, 0))]),
                                         ({"site_id": "good"}, "Polygon", [at((200, 0), (300, 0), (300, 100), (200, 100), (200, 0))])])
    text = "rejects: {ceiling: 1}\n"
    done("friche", study(folder, "friches.geojson", text=text), "-o", folder / "out")
    equal(sorted(by(folder / "out", "friche_potential", "site_id")), ["good"])
    done("friche", study(folder, "friches.geojson", text="repair: structure\n"), "-o", folder / "out", "--overwrite")
    close(by(folder / "out", "friche_potential", "site_id")["tie"]["area_m2"], 5000, 1e-6)
    told = [r["message"] for r in rows(folder / "out", "SELECT * FROM rejects WHERE feature_id = 'tie'")]
    assert len(told) == 1 and "5000" in told[0].replace(",", ""), told


SCHEME = """\
scheme: mine
uses: [a, b]
criteria:
  pollution:
    weight: 2
    from: [attribute sol_pollution_existe is pollution* and measure area_m2 > 15000 -> probable, attribute sol_pollution_existe]
    values: {pollution avérée: oui, "pollution sup*": probable}
    several: mixed
    known: [inconnu]
    scores: {oui: [-2, -1], probable: [-1, 0.5], non: [1, 1]}
"""


def test_the_language_of_sources(folder):
    """A question with `and` and `->`; words with *; several; known: a scheme as the README of schemes has it."""
    (folder / "mine.yaml").write_text(SCHEME, encoding="utf-8")
    squares = {"wide": (200, "pollution avérée"), "sure": (100, "pollution avérée"), "maybe": (100, "pollution supposée"), "no": (100, "NON"),
               "both": (100, "pollution avérée|non"), "same": (100, "non|Non"), "known": (100, "inconnu"), "odd": (100, "nom")}
    geojson(folder / "friches.geojson", [({"site_id": k, "sol_pollution_existe": v}, "Polygon",
                                          [at((x, 0), (x + w, 0), (x + w, 100), (x, 100), (x, 0))]) for x, (k, (w, v)) in zip(range(0, 9999, 300), squares.items())])
    done("friche", study(folder, "friches.geojson", text="friche: {scheme: mine.yaml}\n"), "-o", folder / "out")
    found = by(folder / "out", "friche_criteria", "site_id", "value", "source", "score_a")
    equal({k: found[k] for k in ("wide", "sure", "maybe", "no", "same")},
          {"wide": ("probable", "measured", -1), "sure": ("oui", "attribute", -2), "maybe": ("probable", "attribute", -1),
           "no": ("non", "attribute", 1), "same": ("non", "attribute", 1)})
    equal({k: found[k][2] for k in ("both", "known", "odd")}, {"both": None, "known": None, "odd": None})
    equal(codes(folder / "out"), [("odd", "unknown_value")])
    inputs = json.loads((folder / "out" / "run.json").read_text(encoding="utf-8"))["inputs"]
    equal([i for i in inputs if i["layer"] == "friche.scheme"],
          [{"layer": "friche.scheme", "source": "mine.yaml", "sha256": hashlib.sha256(SCHEME.encode()).hexdigest()}])


if __name__ == "__main__":
    run(globals())
