"""The same study and data give the same bytes; what is private stays private; what others read is valid.

contract.md, section 3. The demo town of geodata/demo is run once for the whole file, and again in other ways."""
import csv
import io
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *
from town import *

KEPT = tempfile.TemporaryDirectory(prefix="vitrine-test-")
STUDY_2026 = DEMO / "etude_2026.yaml"


def demo():
    """The demo town's output, made once."""
    out = pathlib.Path(KEPT.name) / "demo"
    if not out.exists():
        done("run", STUDY_2026, "-o", out)
    return out


def same(out, reference=None):
    """Every file, byte for byte."""
    expected, got = snapshot(reference or demo()), snapshot(out)
    equal(sorted(got), sorted(expected))
    equal([name for name in got if got[name] != expected[name]], [])


# --- the same bytes ------------------------------------------------------------------------------------------------


def test_a_second_run_later(folder):
    """In another second of the clock, with --overwrite."""
    demo()
    done("run", STUDY_2026, "-o", folder / "out")
    time.sleep(1.1)
    done("run", STUDY_2026, "-o", folder / "out", "--overwrite")
    same(folder / "out")


def test_one_thread_and_two(folder):
    for threads in (1, 2, 7):
        done("run", STUDY_2026, "-o", folder / str(threads), "--threads", threads)
        same(folder / str(threads))


def test_french_locale(folder):
    """Decimal commas, dates and sorting of the locale reach no output; LANGUAGE chooses messages only."""
    (folder / "locale").mkdir()
    environment = {**french(folder / "locale"), "LANGUAGE": "fr"}
    said = subprocess.run(["/usr/bin/python3", "-c", "import locale; locale.setlocale(locale.LC_ALL, ''); print(locale.str(1.5))"],
                          env={**os.environ, **environment}, capture_output=True, text=True).stdout.strip()
    equal(said, "1,5")  # the locale is really in force
    done("run", STUDY_2026, "-o", folder / "out", env=environment)
    same(folder / "out")


def test_other_surroundings(folder):
    """Time zone, home, umask and temporary folder are of no matter."""
    before = os.umask(0o077)
    try:
        done("run", STUDY_2026, "-o", folder / "out", env={"TZ": "Pacific/Kiritimati", "HOME": str(folder), "TMPDIR": str(folder)})
    finally:
        os.umask(before)
    same(folder / "out")
    equal([p.name for p in folder.iterdir()], ["out"])


def test_another_folder_and_path(folder):
    """A copy in a folder with a space and accents, from another working directory, by a relative path."""
    other = folder / "déjà vu" / "town"
    shutil.copytree(DEMO, other)
    (folder / "here").mkdir()
    done("run", "../déjà vu/town/etude_2026.yaml", "-o", "../résultat", cwd=folder / "here")
    same(folder / "résultat")


def test_absolute_source_is_recorded_by_its_file_name(folder):
    """No path of this machine in any file."""
    study = draw(folder, [street("s1", "Rue Haute", (0, 0), (100, 0))], shops("VO", "Rue Haute"))
    done("run", study, "-o", folder / "out", "--set", f"layers.streets.source={folder}/streets.geojson")
    for name, content in snapshot(folder / "out").items():
        assert folder.name.encode() not in content, name
    inputs = json.loads((folder / "out" / "run.json").read_text(encoding="utf-8"))["inputs"]
    equal([i["source"] for i in inputs], ["premises.csv", "streets.geojson"])


def test_clock_of_the_outputs_is_the_reference_date(folder):
    """2026-06-30 at 00:00Z; with SOURCE_DATE_EPOCH=86400 2 January 1970."""
    done("run", STUDY_2026, "-o", folder / "out", env={"SOURCE_DATE_EPOCH": "86400"})
    for out, day in ((demo(), "2026-06-30T00:00:00"), (folder / "out", "1970-01-02T00:00:00")):
        changes = {r["last_change"][:19] for r in rows(out, "SELECT last_change FROM gpkg_contents")}
        equal(changes, {day})
        equal({r["timestamp"][:19] for r in rows(out, "SELECT timestamp FROM gpkg_metadata_reference")}, {day})
        equal({r["update_time"][:19] for r in rows(out, "SELECT update_time FROM layer_styles")}, {day})


def shuffled(folder):
    """The demo town with the rows of every table and the features of every layer in another order (seed 20260630)."""
    chance = random.Random(20260630)
    town_folder = folder / "shuffled"
    shutil.copytree(DEMO, town_folder)
    for path in town_folder.glob("*.csv"):
        head, *body = path.read_text(encoding="utf-8").splitlines(keepends=True)
        assert body[-1].endswith("\n")
        chance.shuffle(body)
        path.write_text(head + "".join(body), encoding="utf-8")
    for path in town_folder.glob("*.geojson"):
        collection = json.loads(path.read_text(encoding="utf-8"))
        chance.shuffle(collection["features"])
        path.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    assert (town_folder / "voies.geojson").read_bytes() != (DEMO / "voies.geojson").read_bytes()
    done("run", town_folder / "etude_2026.yaml", "-o", folder / "out")
    return folder / "out"


def without_hashes(text):
    return re.sub(r'"sha256": "[0-9a-f]{64}"', '"sha256": ""', text)


def tables(out):
    """Every table of the GeoPackage, rows in their stored order; hashes of inputs left out."""
    names = [r["name"] for r in rows(out, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree_%' ORDER BY name")]
    return {name: [tuple(without_hashes(v) if isinstance(v, str) else v for v in row.values())
                   for row in rows(out, f'SELECT * FROM "{name}"')] for name in names}


def test_shuffled_rows_give_the_same_layers_and_tables(folder):
    """Only the hashes of the inputs differ, in run.json and in gpkg_metadata."""
    out, reference = shuffled(folder), demo()
    expected, got = snapshot(reference), snapshot(out)
    equal(sorted(got), sorted(expected))
    equal([name for name in got if name.endswith(".geojson") and got[name] != expected[name]], [])
    one, two = tables(reference), tables(out)
    equal([name for name in one if one[name] != two[name]], [])
    assert len(one["premises"]) == 921 and len(one["street_vacancy"]) > 0  # 921: geodata/demo/README.md
    runs = [re.sub(r'"bytes": \d+', "", without_hashes((o / "run.json").read_text(encoding="utf-8"))) for o in (out, reference)]
    equal(runs[0], runs[1])


def test_run_json_says_what_the_files_are(folder):
    """sha256 and bytes of every output but itself, and the sha256 of every input, computed here."""
    import hashlib
    record = json.loads((demo() / "run.json").read_text(encoding="utf-8"))
    files = snapshot(demo())
    equal({o["file"]: (o["bytes"], o["sha256"]) for o in record["outputs"]},
          {n: (len(b), hashlib.sha256(b).hexdigest()) for n, b in files.items() if n != "run.json"})
    for entry in record["inputs"]:
        equal((entry["source"], entry["sha256"]), (entry["source"], hashlib.sha256((DEMO / entry["source"]).read_bytes()).hexdigest()))


def test_run_json_holds_no_path_and_no_thread_count():
    text = (demo() / "run.json").read_text(encoding="utf-8")
    for private in (str(ROOT), KEPT.name, "thread", os.uname().nodename):
        assert private not in text, private


def test_metadata_holds_run_json_without_its_outputs():
    record = json.loads((demo() / "run.json").read_text(encoding="utf-8"))
    del record["outputs"]
    stored = [json.loads(r["metadata"]) for r in rows(demo(), "SELECT metadata FROM gpkg_metadata WHERE mime_type = 'application/json'")]
    equal(stored, [record])


# --- the folder -------------------------------------------------------------------------------------------------------


def small(folder, *arguments, out="out", **more):
    draw(folder, [street("s1", "Rue Haute", (0, 0), (100, 0))], shops("VOO?", "Rue Haute"), **more)
    done("run", folder / "study.yaml", "-o", folder / out, *arguments)
    return folder / out


def test_overwrite_keeps_a_file_of_the_user_s_own(folder):
    out = small(folder)
    (out / "notes.txt").write_text("rappeler le bailleur du n° 12", encoding="utf-8")
    (out / "carte.qgz").write_bytes(b"PK my own project")
    small(folder, "--overwrite")
    equal((out / "notes.txt").read_text(encoding="utf-8"), "rappeler le bailleur du n° 12")
    equal((out / "carte.qgz").read_bytes(), b"PK my own project")


def test_overwrite_leaves_no_layer_of_the_run_before(folder):
    """The first run has centres, the second has none: the old centre_vacancy would be read as the new one's."""
    out = small(folder, centres=[square("c", "Centre", 0, -10, 100, 10)])
    assert (out / "centre_vacancy.geojson").exists()
    small(folder, out="fresh")
    small(folder, "--overwrite")
    same(out, folder / "fresh")


def test_overwrite_gives_the_bytes_of_a_fresh_run(folder):
    small(folder, out="fresh")
    done("run", STUDY_2026, "-o", folder / "out")
    small(folder, "--overwrite")
    same(folder / "out", folder / "fresh")


def test_nothing_is_left_beside_the_output(folder):
    out = small(folder)
    equal(sorted(p.name for p in folder.iterdir()), ["out", "premises.csv", "streets.geojson", "study.yaml"])
    assert not [p.name for p in out.iterdir() if p.name.startswith(".") or p.suffix in (".tmp", "-wal", "-journal")]


def test_inputs_are_as_they_were(folder):
    shutil.copytree(DEMO, folder / "demo")
    before = snapshot(folder / "demo")
    done("run", folder / "demo" / "etude_2026.yaml", "-o", folder / "out")
    equal(sorted(snapshot(folder / "demo")), sorted(before))
    assert snapshot(folder / "demo") == before


def test_a_layer_is_written_in_both_formats_with_the_same_rows():
    """Every spatial layer of the GeoPackage has its GeoJSON, feature by feature."""
    spatial = {r["table_name"]: rows(demo(), f'SELECT COUNT(*) n FROM "{r["table_name"]}"')[0]["n"]
               for r in rows(demo(), "SELECT table_name FROM gpkg_geometry_columns")}
    files = {p.stem: len(json.loads(p.read_text(encoding="utf-8"))["features"]) for p in demo().glob("*.geojson")}
    equal(files, spatial)


def test_numbers_are_the_same_doubles_in_both_formats():
    """repr of a double reads back as it: nothing is rounded in GeoJSON properties."""
    features = json.loads((demo() / "street_vacancy.geojson").read_text(encoding="utf-8"))["features"]
    stored = by(demo(), "street_vacancy", "street_id")
    for feature in features:
        row = stored[feature["properties"]["street_id"]]
        for key, value in feature["properties"].items():
            assert value == row[key], (key, value, row[key])


# --- validity ------------------------------------------------------------------------------------------------------------


def test_geopackage_passes_validate_gpkg():
    """GDAL's own validator, extra checks, warnings as errors."""
    found = subprocess.run(["/usr/bin/python3", "-c", "from osgeo_utils.samples import validate_gpkg as v; print(v.__file__)"],
                           capture_output=True, text=True)
    if found.returncode:
        raise Skip("no validate_gpkg (python3-gdal)")
    checked = subprocess.run(["/usr/bin/python3", found.stdout.strip(), "--extra", "--warning-as-error", demo() / "vitrine.gpkg"],
                             capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_geopackage_is_whole():
    equal([r["integrity_check"] for r in rows(demo(), "PRAGMA integrity_check")], ["ok"])
    equal(rows(demo(), "PRAGMA foreign_key_check"), [])


def test_street_vacancy_has_a_default_style():
    """With every column that QGIS asks for (ecosystem.md, section 1)."""
    style, = [r for r in rows(demo(), "SELECT * FROM layer_styles") if r["f_table_name"] == "street_vacancy"]
    assert style["useAsDefault"] and style["f_geometry_column"] == "geom" and "<qgis" in style["styleQML"]


def features_of(out):
    for path in sorted(pathlib.Path(out).glob("*.geojson")):
        collection = json.loads(path.read_text(encoding="utf-8"))
        for feature in collection["features"]:
            yield path.name, feature


def positions(geometry):
    def walk(item):
        if item and isinstance(item[0], (int, float)):
            yield item
        else:
            for inner in item:
                yield from walk(inner)
    if geometry:
        yield from walk(geometry["coordinates"])


def test_geojson_has_no_crs_member_and_is_a_feature_collection():
    for path in demo().glob("*.geojson"):
        text = path.read_bytes()
        assert not text.startswith(b"\xef\xbb\xbf"), path.name
        collection = json.loads(text.decode("utf-8"))
        equal((path.name, collection["type"], "crs" in collection), (path.name, "FeatureCollection", False))


def test_geojson_is_in_degrees_of_its_town():
    """The demo town lies round 812000, 6612000 (its README): by PROJ at 4.459 E, 46.597 N; 5 km are less than 0.1°."""
    n = 0
    for name, feature in features_of(demo()):
        for position in positions(feature["geometry"]):
            n += 1
            assert len(position) == 2 and abs(position[0] - 4.459) < 0.1 and abs(position[1] - 46.597) < 0.1, (name, position)
    assert n > 921


def test_geojson_coordinates_have_at_most_7_decimals():
    """As written, not as parsed."""
    for path in demo().glob("*.geojson"):
        for line in path.read_text(encoding="utf-8").splitlines():
            at_coordinates = line.partition('"coordinates":')[2]
            long = re.findall(r"-?\d+\.\d{8,}|\d[eE][-+]?\d", at_coordinates)
            equal((path.name, long), (path.name, []))


def test_geojson_rings_follow_the_right_hand_rule(folder):
    """RFC 7946, 3.1.6: outside anticlockwise (area > 0), holes clockwise, however they were drawn."""
    outside, hole = [(0, 0), (0, 100), (100, 100), (100, 0), (0, 0)], [(40, 40), (60, 40), (60, 60), (40, 60), (40, 40)]
    for turn in (1, -1):
        centre = ({"id": "c", "name": "Centre"}, "Polygon", [at(*outside[::turn]), at(*hole[::turn])])
        out = small(folder, "--overwrite", centres=[centre])
        feature, = json.loads((out / "centre_vacancy.geojson").read_text(encoding="utf-8"))["features"]
        polygons = feature["geometry"]["coordinates"]
        rings = polygons if feature["geometry"]["type"] == "Polygon" else polygons[0]
        areas = [sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(r, r[1:])) for r in
                 ([[x - rings[0][0][0], y - rings[0][0][1]] for x, y in ring] for ring in rings)]
        equal([area > 0 for area in areas], [True, False])


# --- what is private, and whose data it is --------------------------------------------------------------------------------


OWNER = "MOREAU-QUENTIN"


def with_owner(folder, *arguments, out="out"):
    """proprio_nom: the name of an owner in the files that the French tax office gives to municipalities."""
    text = STUDY.replace("    status:\n", "    keep: [proprio_nom, enseigne]\n    status:\n", 1)
    premises = [{**s, "proprio_nom": f"{OWNER} {i}", "enseigne": f"Boutique {i}"} for i, s in enumerate(shops("VOO?", "Rue Haute"))]
    geojson(folder / "streets.geojson", [street("s1", "Rue Haute", (0, 0), (100, 0))])
    table(folder / "premises.csv", premises)
    (folder / "study.yaml").write_text(text, encoding="utf-8")
    done("run", folder / "study.yaml", "-o", folder / out, *arguments)
    return folder / out


def test_confidential_kept_field_is_in_no_output_by_default(folder):
    """Neither its values in any file nor its column in any layer; the other kept field is there."""
    out = with_owner(folder)
    for name, content in snapshot(out).items():
        assert OWNER.encode() not in content, name
    columns = [r["name"] for r in rows(out, "SELECT name FROM pragma_table_info('premises')")]
    assert "proprio_nom" not in columns and "enseigne" in columns, columns
    assert b"proprio_nom" not in (out / "premises.geojson").read_bytes()


def test_every_confidential_field_of_cnig_is_dropped(folder):
    """TERRAIN-ECO's acquirer, date of sale, amount and price a m² (contract.md, section 3; domain.md), in the case that
    shapefiles and QGIS give them; terr_usage may be published."""
    private = ["terr_acquereur", "terr_cession_date", "terr_vente_montant", "terr_m2_prix", "PROPRIO_NOM"]
    text = STUDY.replace("    status:\n", f"    keep: [{', '.join(private)}, terr_usage]\n    status:\n", 1)
    geojson(folder / "streets.geojson", [street("s1", "Rue Haute", (0, 0), (100, 0))])
    table(folder / "premises.csv", [{**s, **{k: f"{OWNER} {k}" for k in private}, "terr_usage": "commerce"} for s in shops("VO", "Rue Haute")])
    (folder / "study.yaml").write_text(text, encoding="utf-8")
    done("run", folder / "study.yaml", "-o", folder / "out")
    columns = [r["name"] for r in rows(folder / "out", "SELECT name FROM pragma_table_info('premises')")]
    equal([c for c in private if c in columns], [])
    assert "terr_usage" in columns, columns
    equal([name for name, content in snapshot(folder / "out").items() if OWNER.encode() in content], [])


def test_confidential_kept_field_is_kept_where_the_study_says_so(folder):
    out = with_owner(folder, "--set", "export.confidential=keep")
    equal({r["proprio_nom"] for r in rows(out, "SELECT proprio_nom FROM premises")}, {f"{OWNER} {i}" for i in range(4)})
    assert OWNER.encode() in (out / "premises.geojson").read_bytes()


def test_confidential_values_leave_with_overwrite(folder):
    """After a run that kept them, a run that drops them leaves no trace in the folder, free pages included."""
    with_owner(folder, "--set", "export.confidential=keep")
    out = with_owner(folder, "--overwrite")
    for name, content in snapshot(out).items():
        assert OWNER.encode() not in content, name


def test_confidential_values_do_not_leak_through_rejects(folder):
    """A premises without coordinates is listed with its id, not with its owner."""
    with_owner(folder)
    path = folder / "premises.csv"
    records = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    records[0].update(x="", y="")
    table(path, records)
    done("run", folder / "study.yaml", "-o", folder / "out", "--overwrite", "--set", "rejects.ceiling=0.5")
    for name, content in snapshot(folder / "out").items():
        assert OWNER.encode() not in content, name


def test_source_note_is_in_the_metadata_of_its_layer(folder):
    note = "© Ville d'Essai, Licence Ouverte, relevé de juin 2026"
    out = small(folder, text=STUDY.replace("    status:\n", f'    source_note: "{note}"\n    status:\n', 1))
    stored = rows(out, "SELECT r.table_name, m.metadata FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON r.md_file_id = m.id")
    assert [r for r in stored if r["table_name"] == "premises" and note.replace("'", "&apos;") in r["metadata"].replace("'", "&apos;").replace("&#39;", "&apos;")], stored


run(globals())
