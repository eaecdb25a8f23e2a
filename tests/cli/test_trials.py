#!/usr/bin/env python3
"""Cases met when people tried the command: each once went wrong. Expected values are hand calculations on integer
metres, or the rule itself."""
import json
import os
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from tap import *  # noqa: E402,F403
from town import X, Y, STUDY, draw, geojson, shop, shops, street  # noqa: E402

MAIN = street("1", "Grande Rue", (0, 0), (200, 0))


def compute(folder, *options):
    done("run", folder / "study.yaml", "-o", folder / "out", "--overwrite", *options)
    return folder / "out"


def study(folder):
    draw(folder, [MAIN], shops("OOV", "Grande Rue"))
    return folder / "study.yaml"


# --- the output folder --------------------------------------------------------------------------------------------


def test_a_file_of_the_user_s_that_bears_our_name_is_not_replaced(folder):
    study(folder)
    (folder / "out").mkdir()
    (folder / "out" / "premises.geojson").write_text("mine")
    refused("run", folder / "study.yaml", "-o", folder / "out", "--overwrite", says=["premises.geojson"])
    assert snapshot(folder / "out") == {"premises.geojson": b"mine"}


def test_a_hidden_folder_of_the_user_s_is_not_swept(folder):
    study(folder)
    for name in (".out.vitrine-sauvegarde", ".out.vitrine-abcdef"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text("precious")
    compute(folder)
    assert (folder / ".out.vitrine-sauvegarde" / "a.txt").read_text() == "precious"
    assert (folder / ".out.vitrine-abcdef" / "a.txt").read_text() == "precious"


def test_an_output_without_a_name_is_refused_before_any_work(folder):
    study(folder)
    refused("run", folder / "study.yaml", "-o", "", says=["-o"])


def test_an_odd_source_date_epoch_is_no_date(folder):
    study(folder)
    for epoch in ("99999999999999999", "-62135596801", "x"):
        done("run", folder / "study.yaml", "-o", folder / "out", "--overwrite", env={"SOURCE_DATE_EPOCH": epoch})
        assert rows(folder / "out", "SELECT last_change FROM gpkg_contents")[0]["last_change"].startswith("1970-01-01")
    done("run", folder / "study.yaml", "-o", folder / "out", "--overwrite", env={"SOURCE_DATE_EPOCH": "86400"})
    assert rows(folder / "out", "SELECT last_change FROM gpkg_contents")[0]["last_change"].startswith("1970-01-02")


def test_no_absolute_path_reaches_the_outputs(folder):
    study(folder)
    (folder / "familles.csv").write_text("code;famille\n47;Commerce\n", encoding="utf-8")
    compute(folder, "--set", f"layers.premises.families={folder}/familles.csv", "--set", f"layers.premises.source={folder}/premises.csv")
    assert str(folder).encode() not in b"".join(snapshot(folder / "out").values())


# --- ids ----------------------------------------------------------------------------------------------------------


def test_a_numbered_id_is_one_that_nobody_has(folder):
    draw(folder, [MAIN], [shop(i, "O", 10 * n, 5, "Grande Rue") for n, i in enumerate(["A", "A", "A#2"], 1)])
    out = compute(folder, "--set", "layers.premises.ids=suffix")
    assert [r["premises_id"] for r in rows(out, "SELECT premises_id FROM premises")] == ["A", "A#2", "A#3"]


def geojson_premises(folder, ids):
    """Premises as GeoJSON whose features carry `ids` (None: no id)."""
    study(folder)
    features = []
    for n, i in enumerate(ids):
        feature = {"type": "Feature", "properties": {"status": "O", "street": "Grande Rue"},
                   "geometry": {"type": "Point", "coordinates": [X + 10 * n, Y + 5]}}
        features.append({**feature, "id": i} if i is not None else feature)
    text = (folder / "study.yaml").read_text().replace("premises.csv", "premises.geojson").replace(
        "    crs: EPSG:2154\n    geometry: {x: x, y: y}\n", "")
    import re
    text = re.sub(r"    fields: \{id.*\}\n    status", "    fields: {street: street}\n    status", text)
    (folder / "study.yaml").write_text(text)
    return features


def save(folder, features):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}
    (folder / "premises.geojson").write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))


def test_ids_that_a_geojson_stores_are_used_and_their_twins_refused(folder):
    save(folder, geojson_premises(folder, [7, 5, 12]))
    assert [r["premises_id"] for r in rows(compute(folder), "SELECT premises_id FROM premises")] == ["5", "7", "12"]
    save(folder, geojson_premises(folder, [5, 5, 12]))
    refused("run", folder / "study.yaml", "-o", folder / "other", says=['"5"'])


def test_ids_that_only_some_features_store_do_not_depend_on_the_order(folder):
    features = geojson_premises(folder, [9, None, 3, None, None])
    results = []
    for seed in range(3):
        random.Random(seed).shuffle(features)
        save(folder, features)
        results.append((compute(folder) / "premises.geojson").read_bytes())
    assert results[0] == results[1] == results[2]


# --- streets ------------------------------------------------------------------------------------------------------


def matched(folder, streets, *premises, options=()):
    draw(folder, streets, list(premises))
    return {r["premises_id"]: r for r in rows(compute(folder, *options), "SELECT * FROM premises")}


def test_a_near_name_of_another_type_or_king_is_another_street(folder):
    streets = [street("1", "Route de Saint-Germain-en-Laye", (0, 0), (200, 0)), street("2", "Rue Charles V", (0, 9), (200, 9))]
    found = matched(folder, streets, shop("a", "V", 50, 5, "Rue de Saint-Germain-en-Laye"),
                    shop("b", "V", 60, 5, "Rue Charles X"))
    assert [found[i]["match"] for i in "ab"] == ["none", "none"], found


def test_a_street_id_that_no_street_has_is_a_named_street(folder):
    found = matched(folder, [MAIN], shop("a", "V", 50, 5, street_id="77"), shop("b", "V", 60, 5, street_id="1"))
    assert found["a"]["match"] == "none" and found["b"]["match"] == "id"
    listed = rows(folder / "out", "SELECT reason FROM to_check")
    assert listed == [{"reason": "unknown_street"}], listed


def test_a_dash_names_no_street(folder):
    found = matched(folder, [MAIN], shop("a", "V", 50, 5, "-"))
    assert found["a"]["match"] == "nearest" and not rows(folder / "out", "SELECT * FROM to_check")


def test_beyond_a_hairpin_the_outside_is_the_outside(folder):
    # east, then back to the north-west: a sharp turn to the left, so what lies beyond its tip is on the right
    hairpin = street("1", "Montée du Lacet", (0, 0), (100, 0), (0, 50))
    found = matched(folder, [hairpin], shop("a", "V", 105, 10, "Montée du Lacet"), shop("b", "V", 110, -5, "Montée du Lacet"),
                    shop("c", "V", 50, 10, "Montée du Lacet"))
    assert [found[i]["side"] for i in "abc"] == ["right", "right", "left"], found
    # the same bend a kilometre along a line of odd lengths, where lengths have rounding errors
    far = street("1", "Montée du Lacet", (0, 0), (333, 77), (1000, 0), (1100, 0), (1000, 50))
    found = matched(folder, [far], shop("a", "V", 1105, 10, "Montée du Lacet"), shop("b", "V", 1110, -5, "Montée du Lacet"))
    assert [found[i]["side"] for i in "ab"] == ["right", "right"], found


def blocks(out):
    return sorted(round(r["length_m"], 6) for r in rows(out, "SELECT length_m FROM segment_vacancy"))


def test_a_last_vertex_drawn_twice_is_no_node(folder):
    draw(folder, [street("1", "Grande Rue", (0, 0), (50, 0), (50, 0)), street("2", "Grande Rue", (50, 0), (100, 0))],
         shops("OOV", "Grande Rue"))
    assert blocks(compute(folder)) == [100]


def test_a_ring_is_cut_where_lines_meet_only(folder):
    # a square of 50 m sides from its south-west corner; a street meets its north-east corner: one block of 200 m
    ring = street("1", "Place Ronde", (0, 0), (50, 0), (50, 50), (0, 50), (0, 0))
    draw(folder, [ring, street("2", "Rue Droite", (50, 50), (90, 80))], [shop("a", "V", 25, 5, "Place Ronde")])
    assert blocks(compute(folder)) == [50, 200]
    draw(folder, [ring, street("2", "Rue Droite", (50, 50), (90, 80)), street("3", "Rue Gauche", (0, 50), (-30, 90))],
         [shop("a", "V", 25, 5, "Place Ronde")])
    out = compute(folder)  # from corner to corner: 50 the short way, 150 the long way through the ring's start
    assert blocks(out) == [50, 50, 50, 150]
    assert rows(out, "SELECT length_m FROM segment_vacancy WHERE vacant = 1") == [{"length_m": 150.0}]


# --- damaged files ------------------------------------------------------------------------------------------------


def test_a_geopackage_with_a_damaged_page_is_refused(folder):
    from osgeo import gdal
    gdal.UseExceptions()
    study(folder)
    streets = folder / "rues % ?.gpkg"  # a name that means something in a URI
    gdal.VectorTranslate(str(streets), str(folder / "streets.geojson"), format="GPKG", layerName="streets")
    done("run", folder / "study.yaml", "-o", folder / "out", "--set", f"layers.streets.source={streets.name}")
    content = bytearray(streets.read_bytes())
    assert len(content) % 4096 == 0
    for page in range(4096, len(content), 4096):  # the header of each page but the first
        content[page:page + 8] = b"\xff" * 8
    streets.write_bytes(content)
    refused("run", folder / "study.yaml", "-o", folder / "new", "--set", f"layers.streets.source={streets.name}",
            says=[streets.name, "damaged"])


# --- tables -------------------------------------------------------------------------------------------------------


def premises_csv(folder, text, encoding="utf-8"):
    study(folder)
    (folder / "premises.csv").write_bytes(text.encode(encoding))


HEAD, ROW = "id,status,x,y,street\n", f"a,V,{X + 10},{Y + 5},Grande Rue\n"


def test_rows_of_separators_alone_are_no_rows(folder):
    premises_csv(folder, HEAD + ROW + ",,,,\n,,,,\n")
    compute(folder)
    account = json.loads((folder / "out" / "run.json").read_text())["ledger"]["premises"]
    assert (account["read"], account["used"]) == (1, 1)


def test_tables_that_are_not_what_they_seem_are_refused(folder):
    for text, encoding, word in ((HEAD.replace("status", "société") + ROW, "cp1252", "UTF-8"),
                                 (HEAD + ROW, "utf-16", "UTF-16"), ("sep=,\n" + HEAD + ROW, "utf-8", "sep="),
                                 ((HEAD + ROW).replace(",", ";").replace("status", "etat, releve"), "utf-8", "separators")):
        premises_csv(folder, text, encoding)
        refused("run", folder / "study.yaml", "-o", folder / "out", says=["premises.csv", word])


def test_lambert_coordinates_to_the_millimetre_with_a_comma(folder):
    premises_csv(folder, (HEAD + ROW).replace(",", ";").replace(f"{X + 10}", f"{X + 10},123").replace(f"{Y + 5}", f"{Y + 5},250"))
    point = json.loads((compute(folder) / "premises.geojson").read_text())["features"][0]
    assert point["properties"]["distance_m"] == 5.25 and abs(point["properties"]["measure_m"] - 10.123) < 1e-9


def test_an_unreadable_coordinate_is_shown_in_the_ledger(folder):
    premises_csv(folder, HEAD + ROW + f"b,V,12 m,{Y},Grande Rue\n")
    ran = done("run", folder / "study.yaml", "-o", folder / "out", "--set", "rejects.ceiling=0.5", "--lang", "en")
    assert rows(folder / "out", "SELECT code, message FROM rejects") == [
        {"code": "bad_geometry", "message": f"unreadable geometry: x (x, y): 12 m, {Y}"}]
    assert "ERROR" not in ran.err


def test_a_date_stays_a_date(folder):
    features = geojson_premises(folder, [1])
    features[0]["properties"]["since"] = "2024-03-12"
    save(folder, features)
    out = compute(folder, "--set", "layers.premises.fields.vacant_since=since", "--set", "layers.premises.keep=[since]",
                  "--set", "reference_date=2026-01-01")
    assert rows(out, "SELECT vacant_since, since FROM premises") == [{"vacant_since": "2024-03-12", "since": "2024-03-12"}]


def test_a_crs_without_its_authority_is_told(folder):
    study(folder)
    refused("run", folder / "study.yaml", "-o", folder / "out", "--set", "crs=2154", says=["EPSG:"])


def test_progress_never_goes_back(folder):
    ran = done("check", DEMO / "etude_2026.yaml", "--progress", "json")
    steps = [json.loads(line)["done"] for line in ran.err.splitlines()]
    assert steps == sorted(steps) and steps[-1] == 1.0, steps


run(globals())
