"""CNIG Sites économiques in and out. The standard's schemas, empty GeoPackage and examples judge the output; figures are by hand."""
import csv
import datetime
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE)]
from tap import *
from town import *

FOLDER = ("cnig", "sites-economiques")
KINDS = {"zones": ("site-eco", "site_eco", "site_geomsurf"), "plots": ("terrain-eco", "terrain_eco", "terr_geomsurf"),
         "establishments": ("etablissement", "etablissement", "etab_geompoint")}
CONFIDENTIAL = ["terr_acquereur", "terr_cession_date", "terr_vente_montant", "terr_m2_prix"]
FIGURES = ["site_uf_nbre", "site_uf_vacant_nbre", "site_taux_vacance", "site_uf_bati_nbre", "site_nb_etab", "site_surf_brute", "site_surf_utile",
           "site_surf_comm_dispo", "site_surf_projet"]


def schema(kind):
    return json.loads(data(*FOLDER, KINDS[kind][0], "schema.json").read_text(encoding="utf-8"))["fields"]


def faults(kind, row):
    """What is wrong with a row of values by the standard's table schema, written anew here: (field, fault); `required` ones apart."""
    wrong, lacking = [], []
    for field in schema(kind):
        name, rules, value = field["name"], field.get("constraints", {}), row.get(field["name"])
        if value in (None, "", "NA", "NaN", "N/A"):
            lacking += [name] * bool(rules.get("required"))
            continue
        if field["type"] == "number" and not isinstance(value, (int, float)):
            wrong.append((name, f"{value!r} is no number"))
        if field["type"] in ("string", "date") and not isinstance(value, str):
            wrong.append((name, f"{value!r} is no text"))
        if field["type"] == "date":
            try:
                datetime.datetime.strptime(value, field.get("format", "%Y-%m-%d"))
            except ValueError:
                wrong.append((name, f"{value!r} is no date"))
        if field["type"] == "geojson" and value["type"] not in ("Polygon", "MultiPolygon"):
            wrong.append((name, value["type"]))
        if "enum" in rules and value not in rules["enum"]:
            wrong.append((name, f"{value!r} is not listed"))
        if "pattern" in rules and not re.search(rules["pattern"], value):
            wrong.append((name, f"{value!r} is not of the pattern"))
    return wrong, lacking


def layer_of(path, name):
    from osgeo import ogr
    ogr.UseExceptions()
    source = ogr.Open(str(path))
    return source, source.GetLayerByName(name)


def definition(path, name):
    """Names, types, subtypes and widths of the fields, and the type of the geometry."""
    source, layer = layer_of(path, name)
    fields = [(f.GetName(), f.GetTypeName(), f.GetSubType(), f.GetWidth()) for f in (layer.GetLayerDefn().GetFieldDefn(i) for i in range(layer.GetLayerDefn().GetFieldCount()))]
    return fields, layer.GetLayerDefn().GetGeomFieldDefn(0).GetType(), layer.GetSpatialRef().GetAuthorityCode(None)


def written(out, name):
    """Rows of a layer with their geometry as the schema wants it."""
    source, layer = layer_of(out / "vitrine.gpkg", name)
    geometry = {"site_eco": "site_geomsurf", "terrain_eco": "terr_geomsurf"}[name]
    return [{**f.items(), geometry: json.loads(f.GetGeometryRef().ExportToJson())} for f in layer]


def told_empty(err, layer):
    """{field: rows} of the warning that lists the empty fields which the standard requires."""
    lines = [line for line in err.splitlines() if f"export.cnig: {layer}" in line and "(" in line]
    assert len(lines) <= 1, err
    return {name: int(n) for line in lines for name, n in re.findall(r"(\w+) \((\d+)\)", line)}


def study(folder, layers, more="", crs="EPSG:2154"):
    text = "".join(f"  {kind}: {{source: {source}{rest}}}\n" for kind, (source, rest) in layers.items())
    (folder / "study.yaml").write_text(f"title: Essai\ncrs: {crs}\nreference_date: 2026-06-30\nlayers:\n{text}export: {{cnig: true}}\n{more}", encoding="utf-8")
    return folder / "study.yaml"


PRESET = ", preset: cnig_sites_economiques"


def codes(out):
    return sorted((r["layer"], r["feature_id"], r["code"], r["message"]) for r in rows(out, "SELECT * FROM rejects"))


# --- out ---------------------------------------------------------------------------------------------------


def test_the_demo_town_is_written_as_the_empty_geopackage_has_it(folder):
    template = data(*FOLDER, "sites_economiques.gpkg")
    done("land", DEMO / "etude_2026.yaml", "--set", "export.cnig=true", "-o", folder / "out")
    for name in ("site_eco", "terrain_eco"):
        fields, geometry, crs = definition(template, name)
        equal(definition(folder / "out" / "vitrine.gpkg", name), ([f for f in fields if f[0] not in CONFIDENTIAL], geometry, crs))
    done("land", DEMO / "etude_2026.yaml", "--set", "export.cnig=true", "--set", "export.confidential=keep", "-o", folder / "all")
    fields, geometry, crs = definition(template, "terrain_eco")
    price = ("terr_m2_prix", "Real", 0, 0)  # whole in the GeoPackage, a number in the schema, 5.35 in the standard's example
    equal(definition(folder / "all" / "vitrine.gpkg", "terrain_eco"), ([price if f[0] == "terr_m2_prix" else f for f in fields], geometry, crs))


def test_the_demo_town_is_valid_and_what_is_lacking_is_told(folder):
    for verb in ("land", "run"):
        ran = done(verb, DEMO / "etude_2026.yaml", "--set", "export.cnig=true", "-o", folder / verb)
        for kind, name in (("zones", "site_eco"), ("plots", "terrain_eco")):
            lacking = {}
            for row in written(folder / verb, name):
                wrong, empty = faults(kind, row)
                equal(wrong, [])
                for field in empty:
                    lacking[field] = lacking.get(field, 0) + 1
            equal(told_empty(ran.err, name), lacking)
            assert lacking, "the demo town does not fill all that the standard requires"
    ran = done("land", DEMO / "etude_2026.yaml", "--set", "export.cnig=true", "-o", folder / "fr", env={"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"})
    assert "champs obligatoires du standard restés vides" in ran.err, ran.err
    equal([r for r in codes(folder / "fr") if r[0] in ("zones", "plots")], [])


def test_figures_of_the_demo_town_by_hand(folder):
    """geodata/demo/README.md: 4 of 16 units vacant, 1 of 6 (16.67). Built: all but N5a, N5b, S1 + S2, S7; all but E3 + E4. Useful: the plots
    but N8, 93 600 - 2 400 = 91 200 m², and 58 000. On sale N5b and S1, reserved S2 and E4. Establishments in activity: 5 and 3."""
    done("land", DEMO / "etude_2026.yaml", "--set", "export.cnig=true", "-o", folder / "out")
    equal(by(folder / "out", "site_eco", "site_id", *FIGURES), {"71998_SITE-ECO_00001": (16, 4, 25, 12, 5, 10, 9.12, 0.9, 0.6),
                                                               "71999_SITE-ECO_00002": (6, 1, 17, 5, 3, 6, 5.8, 0, 0.75)})
    plots = json.loads((DEMO / "terrains.geojson").read_text(encoding="utf-8"))["features"]
    areas = {}
    for plot in plots:
        ring = plot["geometry"]["coordinates"][0]
        areas[plot["properties"]["terr_id"]] = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2e4
    found = by(folder / "out", "terrain_eco", "terr_id", "terr_surf_brute", "terr_actu_date")
    equal(sorted(found), sorted(areas))
    for id, (area, day) in found.items():
        close(area, areas[id], 5e-5)
        equal(day, "2026-06-30")
    for site in ("71998_SITE-ECO_00001", "71999_SITE-ECO_00002"):
        useful = sum(areas[p["properties"]["terr_id"]] for p in plots if p["properties"]["site_id"] == site and p["properties"]["terr_utile"] == "oui")
        close(by(folder / "out", "site_eco", "site_id", "site_surf_utile")[site][0], useful, 1e-4)


def strip(folder, n, closed=0, more=None, **layers):
    """A zone of n parcels of 100 × 100 m side by side, an establishment in each; the first `closed` ended in 2020."""
    boxes = [(100 * i, 0, 100 * i + 100, 100) for i in range(n)]
    geojson(folder / "zones.geojson", [({"site_id": "Z", "site_nom": "Zone", **(more or {})}, *square("", "", 0, 0, 100 * n, 100)[1:])])
    geojson(folder / "parcels.geojson", [({"id": f"P{i}", "owner": f"O{i}"}, *square("", "", *box)[1:]) for i, box in enumerate(boxes)])
    geojson(folder / "establishments.geojson", [({"siret": f"E{i}", "etab_actif": "non" if i < closed else "oui",
                                                  "etab_fermeture_date": "2020-01-01" if i < closed else None}, "Point", at((100 * i + 50, 50))[0]) for i in range(n)])
    return {"zones": ("zones.geojson", PRESET), "parcels": ("parcels.geojson", ", fields: {id: id, owner: owner}"),
            "establishments": ("establishments.geojson", PRESET), **layers}


def test_the_rate_is_whole_as_in_the_standard(folder):
    """2 of 15: 13.33 is 13, the standard's own example; 1 of 8: 12.5 is 13; 1 of 200: 0.5 is 1; none of 3 is 0."""
    for vacant, units, rate in ((2, 15, 13), (1, 8, 13), (1, 200, 1), (0, 3, 0)):
        done("land", study(folder, strip(folder, units, vacant)), "-o", folder / "out", "--overwrite")
        equal(by(folder / "out", "site_eco", "site_id", *FIGURES[:3]), {"Z": (units, vacant, rate)})


def test_what_is_not_known_is_the_sources_or_nothing(folder):
    """Counts of units are all ours or all the source's; without plots the net ground is useful."""
    source = dict(site_uf_nbre=99, site_uf_vacant_nbre=9, site_taux_vacance=9, site_uf_bati_nbre=90, site_nb_etab=80, site_surf_utile=7.5, site_surf_comm_dispo=1.5)
    layers = strip(folder, 4, 1, source)
    ask = lambda *kinds: (done("land", study(folder, {k: layers[k] for k in kinds}), "-o", folder / "out", "--overwrite"),
                          by(folder / "out", "site_eco", "site_id", *FIGURES)["Z"])[1]
    equal(ask("zones"), (99, 9, 9, 90, 80, 4, 7.5, 1.5, None))
    equal(ask("zones", "parcels"), (4, None, None, None, 80, 4, 4, 1.5, None))
    equal(ask("zones", "parcels", "establishments"), (4, 1, 25, None, 3, 4, 4, 1.5, None))
    assert "terrain_eco" not in [r["table_name"] for r in rows(folder / "out", "SELECT table_name FROM gpkg_contents")]


def plot(id, box, **more):
    return {"terr_id": id, "site_id": "Z", **more}, *square("", "", *box)[1:]


def test_plots_belong_to_their_zone_by_its_id(folder):
    """Of 1 ha each, useful oui, OUI, yes, non and nothing; on sale, with conditions, reserved; the fifth names a zone that is not there."""
    geojson(folder / "plots.geojson", [plot("A", (0, 0, 100, 100), terr_utile="oui", terr_stade_comm="en vente"),
                                       plot("B", (100, 0, 200, 100), terr_utile="OUI", terr_stade_comm="En vente avec contraintes"),
                                       plot("C", (200, 0, 300, 100), terr_utile="yes", terr_stade_comm="Réservé par option de réservation"),
                                       plot("D", (300, 0, 350, 100), terr_utile="non", terr_stade_comm="vendu"),
                                       plot("E", (350, 0, 400, 100), terr_utile="oui", terr_stade_comm="en vente")])
    layers = strip(folder, 4, plots=("plots.geojson", PRESET))
    text = (folder / "plots.geojson").read_text(encoding="utf-8").replace('"E", "site_id": "Z"', '"E", "site_id": "Y"')
    (folder / "plots.geojson").write_text(text, encoding="utf-8")
    done("land", study(folder, layers), "-o", folder / "out")
    equal(by(folder / "out", "site_eco", "site_id", *FIGURES[5:])["Z"], (4, 3, 2, 1))
    equal({k: v[0] for k, v in by(folder / "out", "terrain_eco", "terr_id", "terr_utile").items()}, {"A": "oui", "B": "oui", "C": "oui", "D": "non", "E": "oui"})
    told = codes(folder / "out")
    equal([t[:3] for t in told], [("plots", "D", "unknown_value"), ("plots", "E", "unknown_value")])
    assert "terr_stade_comm: vendu" in told[0][3] and "site_id: Y" in told[1][3], told
    equal(by(folder / "out", "terrain_eco", "terr_id", "terr_stade_comm")["D"], ("vendu",))


def test_values_are_spelled_as_the_standard_does(folder):
    said = {"site_type": "Zone d’Activite Economique", "site_vocadomi": "ENTREPOTS, LOGISTIQUE", "site_etat": "Existant et actif", "site_moa_type": "EPCI",
            "site_voca_tertiaire": "Oui", "reseau_gaz": "non", "site_evol_urba": "Renouvellement Urbain", "site_epci_siren": "200071223000", "gare_dist": "15,4",
            "port_dist": "loin", "site_nb_emploi": "856", "gare_fret_dist": 3e9}
    done("land", study(folder, strip(folder, 2, more=said)), "-o", folder / "out")
    row = rows(folder / "out", "SELECT * FROM site_eco")[0]
    equal({k: row[k] for k in said}, {"site_type": "zone d'activité économique", "site_vocadomi": "entrepôts, logistique", "site_etat": "existant et actif",
                                     "site_moa_type": "epci", "site_voca_tertiaire": "oui", "reseau_gaz": "non", "site_evol_urba": "renouvellement urbain",
                                     "site_epci_siren": "200071223000", "gare_dist": 15, "port_dist": None, "site_nb_emploi": 856, "gare_fret_dist": None})
    told = codes(folder / "out")
    equal([t[2] for t in told], ["bad_value", "bad_value", "unknown_value"])
    assert "gare_fret_dist: 3000000000" in told[0][3] and "port_dist: loin" in told[1][3], told
    assert "site_epci_siren: 200071223000\u00A0; 9 caractères au plus" in told[2][3], told
    done("land", study(folder, strip(folder, 2, more={"site_vocadomi": "entrepôts et logistique"})), "-o", folder / "out", "--overwrite")
    equal(rows(folder / "out", "SELECT site_vocadomi v FROM site_eco")[0]["v"], "entrepôts et logistique")
    assert "entrepôts, logistique" in codes(folder / "out")[0][3], codes(folder / "out")
    done("land", study(folder, strip(folder, 2, more={"site_vocadomi": "entrepôts et logistique"})), "--set", "lang=en", "-o", folder / "out", "--overwrite")
    assert "nearest known value: entrepôts, logistique" in codes(folder / "out")[0][3], codes(folder / "out")


def test_confidential_values_leave_no_trace(folder):
    secret = dict(terr_acquereur="Zorglub SAS", terr_cession_date="1987-03-14", terr_vente_montant=7654321, terr_m2_prix=98.76)
    geojson(folder / "plots.geojson", [plot("A", (0, 0, 100, 100), **secret)])
    layers = strip(folder, 4, plots=("plots.geojson", PRESET))
    done("land", study(folder, layers), "-o", folder / "out")
    for name, bytes_ in snapshot(folder / "out").items():
        for value in ("Zorglub", "1987-03-14", "7654321", "98.76", *CONFIDENTIAL):
            for form in (value.encode(), value.encode("utf-16-le")):
                assert form not in bytes_, (name, value)
    equal([r["terr_id"] for r in rows(folder / "out", "SELECT * FROM terrain_eco")], ["A"])
    done("land", study(folder, layers), "--set", "export.confidential=keep", "-o", folder / "all")
    equal(by(folder / "all", "terrain_eco", "terr_id", *CONFIDENTIAL), {"A": tuple(secret.values())})


def test_a_plot_of_two_polygons(folder):
    """The empty GeoPackage has simple polygons: the layer has where it can, and says where it cannot."""
    from osgeo import ogr
    two = [[at((0, 0), (50, 0), (50, 100), (0, 100), (0, 0))], [at((100, 0), (150, 0), (150, 100), (100, 100), (100, 0))]]
    geojson(folder / "plots.geojson", [plot("A", (200, 0, 300, 100)), ({"terr_id": "B", "site_id": "Z"}, "MultiPolygon", two)])
    layers = strip(folder, 4, plots=("plots.geojson", PRESET))
    ran = done("land", study(folder, layers), "-o", folder / "out")
    assert "terrain_eco: plots of several polygons: 1" in ran.err, ran.err
    equal(definition(folder / "out" / "vitrine.gpkg", "terrain_eco")[1], ogr.wkbMultiPolygon)
    equal(by(folder / "out", "terrain_eco", "terr_id", "terr_surf_brute"), {"A": (1,), "B": (1,)})
    geojson(folder / "plots.geojson", [plot("A", (200, 0, 300, 100)), ({"terr_id": "B", "site_id": "Z"}, "MultiPolygon", two[:1])])
    ran = done("land", study(folder, layers), "-o", folder / "out", "--overwrite")
    assert "several polygons" not in ran.err, ran.err
    equal(definition(folder / "out" / "vitrine.gpkg", "terrain_eco")[1], ogr.wkbPolygon)


def test_an_establishment_on_several_plots_counts_once_in_its_zone(folder):
    """The standard draws it as a MultiPoint: evidence for each unit, one establishment of the zone."""
    layers = strip(folder, 4)
    geojson(folder / "establishments.geojson", [({"siret": "E", "etab_actif": "oui"}, "MultiPoint", at((50, 50), (60, 50), (150, 50)))])
    done("land", study(folder, layers), "-o", folder / "out")
    equal(by(folder / "out", "zone_inventory", "zone_id", "establishments", "land_units_occupied"), {"Z": (1, 2)})
    equal([(r["land_unit_id"], r["source_id"]) for r in rows(folder / "out", "SELECT * FROM land_evidence")], [("P0", "E"), ("P1", "E")])


def test_without_the_analysis_land_it_is_said(folder):
    ran = done("vacancy", DEMO / "etude_2026.yaml", "--set", "export.cnig=true", "-o", folder / "out")
    assert "export.cnig: site_eco and terrain_eco come with the analysis land" in ran.err, ran.err
    ran = done("land", DEMO / "etude_2026.yaml", "-o", folder / "land")
    assert "cnig" not in ran.err and not rows(folder / "land", "SELECT * FROM gpkg_contents WHERE table_name LIKE '%_eco'")


# --- in ----------------------------------------------------------------------------------------------------


def example(kind):
    """The standard's example as it would stand corrected: quoted, with its state, the ring closed."""
    text = data(*FOLDER, KINDS[kind][0], "exemple-valide.csv").read_text(encoding="utf-8")
    text = text.replace(";entrepôts;logistique;", ';"entrepôts, logistique";existant et actif;').replace("[656589.707,6425785.32]]]", "[656589.70,6425785.32]]]")
    text = re.sub(r';(\{"type": "MultiPoint".*?\});', lambda m: ';"' + m.group(1).replace('"', '""') + '";', text)
    return text, next(csv.DictReader(text.splitlines(), delimiter=";"))


def test_the_examples_of_the_standard_are_refused_as_they_are(folder):
    """Their rings are not closed, the quotes of the GeoJSON are not doubled; one line says so."""
    for kind, says in (("zones", ("80024_SITE-ECO_00001", "invalid_geometry", "Points of LinearRing do not form a closed linestring")),
                       ("plots", ("80024_TERRAIN-ECO_00131", "invalid_geometry", "closed linestring")),
                       ("establishments", ("34749951900010", "etab_geompoint (GeoJSON): {type: MultiPoint"))):
        source = data(*FOLDER, KINDS[kind][0], "exemple-valide.csv")
        refused("check", study(folder, {kind: (source, PRESET)}), says=says)
        refused("check", study(folder, {kind: (source, PRESET)}), says=says[:1] + ("trop de rejets",), env={"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"})


def test_a_vocation_cut_in_two_is_told(folder):
    """entrepôts;logistique without quotes puts the second half in site_etat, which the example lacks: so many fields, yet two odd values."""
    text = data(*FOLDER, "site-eco", "exemple-valide.csv").read_text(encoding="utf-8").replace("[656589.707,", "[656589.70,")
    (folder / "site.csv").write_text(text, encoding="utf-8")
    done("land", study(folder, {"zones": ("site.csv", PRESET)}), "-o", folder / "out")
    told = [m for *_, code, m in codes(folder / "out") if code == "unknown_value"]
    assert any("site_vocadomi: entrepôts" in m and "entrepôts, logistique" in m for m in told) and any("site_etat: logistique" in m for m in told), told


def test_corrected_examples_are_read_and_written_without_loss(folder):
    """Every field of the three, through the preset and out again; the areas are those of the drawn triangle, 0.0108 ha by the shoelace."""
    for kind in KINDS:
        (folder / f"{kind}.csv").write_text(example(kind)[0], encoding="utf-8")
    layers = {"zones": ("zones.csv", PRESET), "plots": ("plots.csv", PRESET), "establishments": ("establishments.csv", PRESET + ", crs: EPSG:4326")}
    ran = done("land", study(folder, layers), "--set", "export.confidential=keep", "-o", folder / "out")
    assert "export.cnig" not in ran.err, ran.err
    ring = json.loads(example("zones")[1]["site_geomsurf"])["coordinates"][0]
    x0, y0 = ring[0]
    area = abs(sum((a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in zip(ring, ring[1:]))) / 2
    for kind, own in (("zones", {"site_surf_brute", "site_surf_utile", "site_nb_etab", "site_surf_comm_dispo", "site_surf_projet"}), ("plots", {"terr_surf_brute"})):
        file, name, geometry = KINDS[kind]
        record, row = example(kind)[1], written(folder / "out", name)[0]
        equal(sorted(row), sorted(record))
        equal(faults(kind, row), ([], []))
        for field, value in record.items():
            if field in own | {geometry}:
                continue
            got = f"{row[field]:g}" if isinstance(row[field], float) else str(row[field])
            equal((field, got), (field, "epci" if value == "EPCI" else value.strip()))
        brute = "site_surf_brute" if kind == "zones" else "terr_surf_brute"
        close(row[brute], round(area) / 1e4)
        first = row[geometry]["coordinates"][0][0] if kind == "zones" else row[geometry]["coordinates"][0]
        equal(sorted(first), sorted(ring))
    equal(by(folder / "out", "site_eco", "site_id", *FIGURES)["80024_SITE-ECO_00001"], (15, 2, 13, 9, 0, round(area) / 1e4, round(area) / 1e4, 0, 0))
    # the example's establishment is said to be active, yet closed on 2025-02-08
    equal([k for k, _, c, _ in codes(folder / "out") if c == "still_active"], ["establishments"])
    equal(sorted((k, m.split(": ", 1)[1].split("\u00A0")[0]) for k, _, c, m in codes(folder / "out") if c != "still_active"),
          [("plots", "terr_maitrise_fonc: structure intercommunale"), ("zones", "site_evol_urba: extension")])
    account = ledger(folder / "out", "establishments")
    equal((account["read"], account["used"]), (1, 1))


def test_the_empty_geopackage_is_read(folder):
    template = data(*FOLDER, "sites_economiques.gpkg")
    ran = done("check", study(folder, {kind: (template, PRESET) for kind in KINDS}))
    assert all(re.search(rf"^{kind} +0 +0 ", ran.out, re.M) for kind in KINDS), ran.out
    done("check", study(folder, {kind: (template, PRESET + f", layer: {KINDS[kind][1]}") for kind in KINDS}))
    done("check", study(folder, {"zones": (f"'{template}|layername=site_eco'", PRESET)}))
    refused("check", study(folder, {"zones": (template, PRESET + ", layer: site")}), says=('no layer "site"', "site_eco"))
    refused("land", study(folder, {kind: (template, PRESET) for kind in KINDS}), "-o", folder / "out", says=("layers.zones is missing or empty",))
    layers = strip(folder, 3, plots=(template, PRESET))
    done("land", study(folder, layers), "-o", folder / "out")
    equal(rows(folder / "out", "SELECT * FROM terrain_eco"), [])


def test_a_filled_geopackage_goes_through(folder):
    """The empty GeoPackage filled in as QGIS would: native geometry, whole numbers, siret; missing values as NA."""
    from osgeo import ogr
    import shutil as files
    files.copyfile(data(*FOLDER, "sites_economiques.gpkg"), folder / "filled.gpkg")
    (folder / "filled.gpkg").chmod(0o644)
    source = ogr.Open(str(folder / "filled.gpkg"), 1)
    for kind, values, wkt in (
            ("zones", {"site_id": "80024_SITE-ECO_00001", "site_nom": "Zone", "site_nb_emploi": 856, "site_creation_date": "2015", "pole_id": "NA", "gare_dist": 15,
                       "site_uf_nbre": 7, "site_comm_insee": "80024"},
             f"MULTIPOLYGON ((({X} {Y}, {X + 200} {Y}, {X + 200} {Y + 100}, {X} {Y + 100}, {X} {Y})))"),
            ("plots", {"terr_id": "80024_TERRAIN-ECO_00131", "site_id": "80024_SITE-ECO_00001", "terr_utile": "oui", "terr_stade_comm": "en vente", "terr_m2_prix": 5},
             f"POLYGON (({X} {Y}, {X + 100} {Y}, {X + 100} {Y + 100}, {X} {Y + 100}, {X} {Y}))"),
            ("establishments", {"siret": "34749951900010", "etab_actif": "oui"}, f"MULTIPOINT ({X + 50} {Y + 50})")):
        layer = source.GetLayerByName(KINDS[kind][1])
        feature = ogr.Feature(layer.GetLayerDefn())
        for key, value in values.items():
            feature.SetField(key, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
        del feature, layer
    del source
    done("land", study(folder, {kind: ("filled.gpkg", PRESET) for kind in KINDS}), "-o", folder / "out")
    row = rows(folder / "out", "SELECT * FROM site_eco")[0]
    equal([row[k] for k in ("site_id", "site_nom", "site_nb_emploi", "site_creation_date", "pole_id", "gare_dist", "site_uf_nbre", "site_nb_etab", *FIGURES[5:])],
          ["80024_SITE-ECO_00001", "Zone", 856, "2015", None, 15, 7, 1, 2, 1, 1, 0])
    # what was written is read again, and comes out the same
    out = study(folder, {"zones": ("out/vitrine.gpkg", PRESET), "plots": ("out/vitrine.gpkg", PRESET), "establishments": ("filled.gpkg", PRESET)})
    done("land", out, "-o", folder / "again")
    for name in ("site_eco", "terrain_eco"):
        equal(written(folder / "again", name), written(folder / "out", name))


if __name__ == "__main__":
    run(globals())
