"""Friches through the command: measures against what the demo town was built with and against OGR, scores against the
published golden case and a second program that reads only the published matrix."""
import math
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE), str(HERE.parent / "oracle")]
import friche_score
from tap import *
from town import *

MATRIX = ("reference", "mutafriches_v1.11_matrix.json")
#                     area, of it flooded: geodata/demo/README.md
BUILT = {"71998_F01": (12000, 6000), "71998_F02": (3600, 1800), "71998_F03": (6000, 0), "71998_F04": (6000, 2500), "71999_F05": (5000, 0),
         "71998_F06": (8000, 0), "71998_F07": (16000, 0), "71998_F08": (1200, 0), "71998_F10": (9600, 3600), "71998_F12": (4000, 0)}


def friches(folder, records, *arguments, text="", out="out"):
    """Runs friches of 100 × 100 m side by side; records: {id: {attribute: value}}."""
    names = list(dict.fromkeys(k for r in records.values() for k in r))
    geojson(folder / "friches.geojson", [({"id": i, **r}, "Polygon", [at((x, 0), (x + 100, 0), (x + 100, 100), (x, 100), (x, 0))])
                                         for x, (i, r) in zip(range(0, 10 ** 6, 200), records.items())])
    fields = ", ".join(["id: id"] + [f"{n}: {n}" for n in names])
    (folder / "study.yaml").write_text(f"title: Essai\ncrs: EPSG:2154\nlayers:\n  friches: {{source: friches.geojson, fields: {{{fields}}}}}\n{text}",
                                       encoding="utf-8")
    done("friche", folder / "study.yaml", "-o", folder / out, "--overwrite", *arguments)
    return by(folder / out, "friche_potential", "site_id")


def measures(out):
    found = {}
    for r in rows(out, "SELECT * FROM friche_measures"):
        found.setdefault(r["site_id"], {})[r["measure"]] = r["value"]
    return found


def test_the_demo_s_sites_measure_as_they_were_built(folder):
    """The potential and the reconverted one are left out; number 12 is a point and has the ground of its parcels."""
    done("friche", DEMO / "etude_2026.yaml", "-o", folder / "out")
    found = measures(folder / "out")
    equal(set(found), set(BUILT))
    for site, (area, flooded) in BUILT.items():
        close(found[site]["area_m2"], area, 1e-6)
        close(found[site]["share_flood"] * area, flooded, 1e-6)
    close(found["71998_F01"]["compactness"], 4 * math.pi * 12000 / 440 ** 2, 1e-12)  # 120 × 100
    close(found["71998_F01"]["widest_m"], 100, 0.2)
    stock = {(r["scope"], r["scope_id"], r["status"]): (r["sites"], r["area_m2"]) for r in rows(folder / "out", "SELECT * FROM friche_stock")}
    equal(stock["total", "total", "friche sans projet"], (7, 52400))  # 12000 + 3600 + 6000 + 16000 + 1200 + 9600 + 4000
    equal(stock["municipality", "71999", "friche avec projet"], (1, 5000))
    # neither potential nor reconverted and inside a zone: F04 in Quatre-Vents, F05 in Triage
    equal({r["scope_id"]: r["recycling_m2"] for r in rows(folder / "out", "SELECT * FROM friche_stock WHERE recycling_m2 > 0 AND scope = 'zone'")},
          {"71998_SITE-ECO_00001": 6000, "71999_SITE-ECO_00002": 5000})
    equal([stock_["recycling_m2"] for stock_ in rows(folder / "out", "SELECT SUM(recycling_m2) recycling_m2 FROM friche_stock WHERE scope = 'total'")], [11000])
    equal({r["territory_status"] for r in rows(folder / "out", "SELECT * FROM friche_stock WHERE scope_id = '71999'")},
          {"gisement nul car potentiel déjà exploité"})


GOLDEN = dict(surfaceSite="20000", surfaceBati="7000", siteEnCentreVille="true", distanceAutoroute="1500", distanceTransportCommun="300",
              proximiteCommercesServices="true", tauxLogementsVacants="9", zonageReglementaire="zone-urbaine-u-activite",
              zonagePatrimonial="non-concerne", typeProprietaire="public", etatBatiInfrastructure="degradation-moyenne",
              presencePollution="deja-geree")


def test_the_golden_case(folder):
    """Mutafriches v1.11, 13 criteria (water follows from 7,000 m² built): indices and reliability as published."""
    site = friches(folder, {"a": GOLDEN})["a"]
    equal({k[6:]: v for k, v in site.items() if k.startswith("index_")},
          dict(residentiel=64.9, equipements=67.1, culture=60.8, tertiaire=71.6, industrie=69.8, renaturation=61.4, photovoltaique=59.5))
    equal((site["best_use"], site["best_index"], site["band"], site["reliability"], site["reliability_band"], site["scheme"]),
          ("tertiaire", 71.6, "Excellent", 6, "Moyennement fiable", "mutafriches-1.11"))


def test_the_sums_of_the_criteria_give_the_index_back(folder):
    site = friches(folder, {"a": GOLDEN})["a"]
    for use in ("residentiel", "industrie", "photovoltaique"):
        good, bad = (sum(r[f"{k}_{use}"] or 0 for r in rows(folder / "out", "SELECT * FROM friche_criteria")) for k in ("advantage", "constraint"))
        assert abs(100 * good / (good + bad) - site[f"index_{use}"]) <= 0.05 + 1e-9
    criteria = by(folder / "out", "friche_criteria", "criterion", "value", "source", "weight", "advantage_residentiel", "constraint_residentiel")
    equal(criteria["presencePollution"][:3], ("deja-geree", "attribute", 2))
    equal(criteria["qualitePaysage"], (None, "missing", 1, None, None))
    equal(criteria["raccordementEau"], ("oui", "attribute", 1, 2, 0))


def test_cases_of_a_second_program(folder):
    """Every category of every criterion, edges of bands, and random mixtures: 160 sites."""
    reference = friche_score.Reference(data(*MATRIX))
    metres = {"distanceAutoroute": 1000, "distanceRaccordementElectrique": 1000}
    around = lambda step, *edges: [round(e + d, 3) for e in edges for d in (-step, 0, step)]  # every edge of a band, a unit before and behind it
    numbers = dict(surfaceSite=around(1, 10000, 15000, 50000), surfaceBati=around(1, 5000, 10000), tauxLogementsVacants=around(0.1, 7, 8, 10),
                   distanceAutoroute=around(0.001, 1, 2, 5), distanceTransportCommun=around(1, 500), distanceRaccordementElectrique=around(0.001, 1, 5))
    fixed = dict(surfaceSite=20000)  # else the polygon's own area would be measured
    cases = [{**fixed, c: v} for c, values in numbers.items() for v in values]
    cases += [{**fixed, c: v} for c, table_ in reference.matrix.items() if c not in numbers and c != "raccordementEau" for v in table_ if v != "ne-sait-pas"]
    cases += [{**fixed, "zonagePatrimonial": "monument-historique"}]  # no row: filled, not scored
    draw = random.Random(1)
    while len(cases) < 160:
        some = draw.sample([c for c in reference.matrix if c != "raccordementEau"], draw.randrange(1, 27))
        cases.append({**fixed, **{c: draw.choice(numbers[c] if c in numbers else [v for v in reference.matrix[c] if v != "ne-sait-pas"]) for c in some}})
    records = {f"s{i:03}": {c: str(v * metres.get(c, 1)) for c, v in case.items()} for i, case in enumerate(cases)}
    found = friches(folder, records)
    for (site, row), case in zip(sorted(found.items()), cases):
        if "surfaceBati" in case:  # water follows from what is built
            case = {**case, "raccordementEau": "oui" if case["surfaceBati"] > 20 else "non"}
        index, best, reliability = reference.score(case)
        equal({u: row[f"index_{u}"] for u in reference.uses}, index)
        equal((row["best_use"], row["reliability"]), (best, reliability))


def test_nothing_known_is_no_index(folder):
    """A scheme of attributes alone, none given: NULL, reliability 0, no rank."""
    (folder / "mine.yaml").write_text("scheme: mine\nuses: [a, b]\ncriteria:\n  x: {weight: 1, from: [attribute x], scores: {oui: [1, -1], non: [-1, 1]}}\n",
                                      encoding="utf-8")
    site = friches(folder, {"a": {"x": "inconnu"}, "b": {"x": "OUI"}}, text="friche: {scheme: mine.yaml}\n")
    equal(tuple(site["a"][c] for c in ("index_a", "best_use", "best_index", "reliability", "rank", "rank_p05")), (None, None, None, 0, None, None))
    equal(tuple(site["b"][c] for c in ("index_a", "index_b", "best_use", "best_index", "reliability", "rank")), (100, 0, "a", 100, 10, 1))


def test_equal_sites_share_a_rank_and_draws_do_not_depend_on_threads(folder):
    records = {"a": GOLDEN, "b": GOLDEN, "c": {**GOLDEN, "presencePollution": "oui-composes-volatils"}}
    found = [friches(folder, records, "--threads", t, out=f"out{t}") for t in (1, 2)]
    equal(found[0], found[1])
    equal([found[0][k]["rank"] for k in "abc"], [1, 1, 3])
    for row in found[0].values():
        assert row["rank_p05"] <= row["rank"] <= row["rank_p95"] and 0 <= row["best_use_stability"] <= 1, row
    none = friches(folder, records, "--set", "friche.sensitivity.draws=0")
    equal({(r["rank_p05"], r["best_use_stability"]) for r in none.values()}, {(None, None)})


def test_what_cannot_be_drawn_is_told(folder):
    """A point without a parcel, and one whose parcel is not in the layer: they stay points, without an area."""
    geojson(folder / "friches.geojson", [({"id": "p", "ref": ""}, "Point", at((5, 5))[0]), ({"id": "q", "ref": "A1|A9"}, "Point", at((50, 5))[0]),
                                         ({"id": "r", "ref": "A9"}, "Point", at((90, 5))[0])])
    geojson(folder / "parcels.geojson", [({"id": "A1"}, "Polygon", [at((40, 0), (60, 0), (60, 10), (40, 10), (40, 0))])])
    (folder / "study.yaml").write_text("title: t\ncrs: EPSG:2154\nlayers:\n  parcels: {source: parcels.geojson, fields: {id: id}}\n"
                                       "  friches: {source: friches.geojson, fields: {id: id, parcels: ref}}\n", encoding="utf-8")
    done("friche", folder / "study.yaml", "-o", folder / "out")
    equal(by(folder / "out", "friche_potential", "site_id", "area_m2"), {"p": (None,), "q": (200,), "r": (None,)})
    equal(sorted((r["feature_id"], r["code"]) for r in rows(folder / "out", "SELECT * FROM rejects")),
          [("p", "no_polygon"), ("q", "unknown_parcel"), ("r", "no_polygon"), ("r", "unknown_parcel")])


def test_refusals(folder):
    draw(folder, [street("s1", "Rue Haute", (0, 0), (9, 0))], shops("O", "Rue Haute"))
    refused("friche", folder / "study.yaml", "-o", folder / "out", says=("layers.friches",))
    friches(folder, {"a": GOLDEN})
    (folder / "bad.yaml").write_text("scheme: bad\nuses: [a]\ncriteria:\n  x: {weight: -1, scores: {oui: [1]}}\n", encoding="utf-8")
    refused("friche", folder / "study.yaml", "-o", folder / "new", "--set", "friche.scheme=bad.yaml", says=("bad.yaml:4", "weight"))
    refused("friche", folder / "study.yaml", "-o", folder / "new", "--set", "friche.scheme=none", says=("none",))


def test_cambridge_s_flooded_parcels(folder):
    """157 parcels in the 100-year floodplain (City of Cambridge): each share is what OGR gives for the union of the flood polygons."""
    from osgeo import gdal, ogr, osr
    sites, flood = data("cambridge", "flood_parcels_100yr.geojson"), data("cambridge", "floodplain_100yr.geojson")
    (folder / "study.yaml").write_text(f"title: Cambridge\ncrs: EPSG:26986\nrepair: structure\nlayers:\n  friches: {{source: {sites}, fields: {{id: LOC_ID}}, ids: suffix}}\n"
                                       f"  constraints:\n    flood: {{source: {flood}, kind: flood}}\n", encoding="utf-8")
    done("friche", folder / "study.yaml", "-o", folder / "out")
    found = {k: m["share_flood"] for k, m in measures(folder / "out").items()}
    equal(len(found), 157)
    assert all(v > 0 for v in found.values()), sorted(found.items(), key=lambda i: i[1])[:3]
    gdal.UseExceptions()
    target = osr.SpatialReference()
    target.ImportFromEPSG(26986)
    target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)

    def polygons(path):
        layer = (source := ogr.Open(str(path))).GetLayer(0)
        moved = osr.CoordinateTransformation(layer.GetSpatialRef(), target)
        for feature in layer:
            geometry = feature.GetGeometryRef().Clone()
            geometry.Transform(moved)
            yield feature, geometry if geometry.IsValid() else geometry.MakeValid(["METHOD=STRUCTURE"])
        del source
    water = ogr.Geometry(ogr.wkbMultiPolygon)
    for _, geometry in polygons(flood):
        water = water.Union(geometry)
    for feature, geometry in polygons(sites):
        key = feature.GetField("LOC_ID")
        if key in found:
            close(found[key], geometry.Intersection(water).Area() / geometry.Area(), 1e-6)


if __name__ == "__main__":
    run(globals())
