#!/usr/bin/env python3
"""What is judged before anything is computed: kinds that no scheme knows, keys that an analysis would refuse, lists, placeholders, the
output folder. Check and run say the same; expected words are those of the study and of the scheme's own file."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

STUDY = DEMO / "etude_2026.yaml"


def sets(*pairs):
    return [a for pair in pairs for a in ("--set", pair)]


def scheme_kinds():
    """Kinds of constraints and places, read from the scheme's file by pattern, not by the program."""
    text = (ROOT / "geodata" / "schemes" / "mutafriches-1.11.yaml").read_text(encoding="utf-8")
    constraints = set(re.findall(r"measure share_(\w+)", text)) - {"centre", "zones"}
    return constraints, set(re.findall(r"measure distance_(\w+)_m\b", text))


def demo_without(folder, *keys):
    """The demo study without some of its lines, its layers where they are."""
    lines = STUDY.read_text(encoding="utf-8").splitlines(keepends=True)
    for file in DEMO.iterdir():
        (folder / file.name).symlink_to(file)
    study = folder / "study.yaml"
    study.write_text("".join(line for line in lines if not line.startswith(keys)), encoding="utf-8")
    return study


def warnings(ran):
    return [line for line in ran.err.splitlines() if "no criterion" in line]


def test_a_kind_that_no_criterion_uses_is_told_with_the_nearest(folder):
    slips = sets("layers.constraints.flood.kind=floood", "layers.places.station.kind=gare")
    constraints, places = scheme_kinds()
    for ran in done("check", STUDY, *slips), done("run", STUDY, *slips, "-o", folder / "out"):
        flood, station = warnings(ran)
        assert "layers.constraints.flood.kind" in flood and '"floood"' in flood and "did you mean flood?" in flood, flood
        assert "layers.places.station.kind" in station and '"gare"' in station, station
        assert set(re.split(r", | ", flood.split("It knows ")[1])) == constraints, flood
        assert set(re.split(r", | ", station.split("it knows ")[1])) == places, station


def test_a_kind_in_use_is_not_told(folder):
    assert not warnings(done("check", STUDY))
    rule = "land.rules=[{when: {kind: easement}, bucket: neutralised}]"
    assert not warnings(done("check", STUDY, *sets("layers.constraints.flood.kind=easement", rule)))  # for the land, not for the friches
    assert not warnings(done("vacancy", STUDY, *sets("layers.constraints.flood.kind=floood"), "-o", folder / "out"))  # no friche runs


def test_without_a_kind_the_name_counts(folder):
    text = STUDY.read_text(encoding="utf-8")
    study = demo_without(folder, "nothing")
    study.write_text(text.replace("kind: flood, ", "").replace("    flood: {", "    ppri: {"), encoding="utf-8")
    said, = warnings(done("check", study))
    assert "layers.constraints.ppri.kind: is not given" in said and '"ppri"' in said, said
    study.write_text(text.replace("kind: flood, ", ""), encoding="utf-8")  # its own name is the word
    assert not warnings(done("check", study))


def test_params_tells_the_kinds():
    constraints, places = scheme_kinds()
    text = done("params", "layers.constraints.x.kind").out
    for word in constraints | places:
        assert re.search(rf"\b{word}\b", text), word


def test_check_refuses_what_run_refuses_and_run_before_computing(folder):
    study = demo_without(folder, "reference_date")
    for where, keys, says in (
            (study, (), ("reference_date is missing", "vacant_since")),
            (STUDY, sets("friche.scheme=mutafriche"), ("friche.scheme", '"mutafriche"', "did you mean mutafriches-1.11?")),
            (STUDY, sets("friche.scheme=schemes/none.yaml"), ("friche.scheme", '"schemes/none.yaml"', "mutafriches-1.11", "path of a scheme")),
            (STUDY, sets("land.rules=[{when: {kind: floo}, bucket: neutralised}]"), ("land.rules.0.when.kind", "did you mean flood?")),
            (STUDY, sets("land.rules=[{when: {zone: AU}, bucket: future}]"), ("land.rules.0.when.zone", "no such condition")),
            (STUDY, sets("land.targets=[{programme: P, unit: ha, from_year: 2020, to_year: 2019, quantity: 1}]"), ("land.targets.0.to_year", "2019", "2020")),
            (STUDY, sets("heatmap.bandwidth_m=5"), ("heatmap.bandwidth_m: 5", "10")),  # the cell's default
            (STUDY, sets("land.kind_priority=noise"), ("land.kind_priority", '"noise"'))):
        refused("check", where, *keys, says=says)
        ran = vitrine("run", where, *keys, "--progress", "json", "-o", folder / "out")
        assert ran.status == 3 and not (folder / "out").exists()
        assert all(text in ran.err for text in says), ran.err
        assert '"stage": "read"' in ran.err
        assert not re.search(r'"stage": "(vacancy|heatmap|friche|land|write)"', ran.err), ran.err  # nothing but reading


def test_establishments_need_a_day(folder):
    """Of the land alone: no premises with dates."""
    study = demo_without(folder, "reference_date")
    text = study.read_text(encoding="utf-8")
    study.write_text(text.replace(" vacant_since: vacant_depuis,", ""), encoding="utf-8")
    refused("check", study, says=("reference_date is missing", "land units"))


def test_a_declared_analysis_lacks_its_layer():
    keys = sets("crs=EPSG:2154", f"layers.streets.source={DEMO / 'voies.geojson'}", "layers.streets.fields={id: id, name: nom}")
    refused("check", *keys, *sets("friche={scheme: mutafriches-1.11}"), says=("layers.friches",))
    refused("check", *keys, *sets("land={setback_m: 5}"), says=("layers.zones",))
    refused("check", *keys, *sets("vacancy={gap_m: 25}"), says=("layers.premises",))
    done("check", *keys)  # a layer may be looked at by itself


def test_a_list_is_written_in_brackets():
    for key, value, written in (("export.formats", "xlsx,csv", "[xlsx, csv]"), ("vacancy.terms", "1,2,3", "[1, 2, 3]"),
                                ("vacancy.classes", "0.1, 0.2", "[0.1, 0.2]")):
        refused("check", STUDY, *sets(f"{key}={value}"), says=(key, f"write {written}"))
        done("check", STUDY, *sets(f"{key}={written}"))
    refused("check", STUDY, *sets("vacancy.gap_m=1,5"), says=("not a number with a decimal point",))  # takes no list
    refused("check", STUDY, *sets("export.formats=[]"), says=("export.formats", "empty"))


def test_a_list_of_mappings_set_stands_for_the_whole(folder):
    """One target in the place of the demo's: its own quantity, no year of the demo's left."""
    target = "land.targets=[{programme: P, unit: m2, from_year: 2020, to_year: 2029, quantity: 7, as_of: 2024}]"
    done("land", STUDY, *sets(target), "-o", folder / "out")
    assert rows(folder / "out", "SELECT programme, unit, target, achieved FROM land_target") == [{"programme": "P", "unit": "m2", "target": 7, "achieved": 0}]


def test_a_placeholder_is_still_to_be_filled_in():
    refused("check", STUDY, *sets("layers.premises.status.values={vacant: […], works: […]}"), says=("layers.premises.status.values.vacant", "still to be filled in"))
    refused("check", STUDY, *sets("layers.premises.where=…"), says=("layers.premises.where", "still to be filled in"))


def test_the_folder_one_stands_in_is_not_exchanged(folder):
    out = folder / "out"
    done("run", STUDY, "-o", out)
    before = snapshot(out)
    for cwd, name in ((out, "."), (out, out), (folder, "."), (out, "..")):
        refused("run", STUDY, "-o", name, "--overwrite", cwd=cwd, says=("current folder", "-o results"))
    assert snapshot(out) == before
    done("run", STUDY, "-o", "out", "--overwrite", cwd=folder)
    (folder / "outer").mkdir()
    done("run", STUDY, "-o", "../out", "--overwrite", cwd=folder / "outer")  # a name that begins alike is another folder


def test_params_finds_what_stands_below_a_layer():
    text = done("params", "layers.streets").out
    assert "layers.*.source\n" in text and "layers.premises" not in text and "fields: id, name, municipality\n" in text
    assert "layers.*.fields.*\n" in done("params", "layers.premises.fields.street").out
    assert "layers.constraints.NAME" in done("params", "layers.constraints").out
    assert done("params", "layers.constraints.flood.source").out.startswith("layers.*.source\n")
    refused("params", "layers.street", status=2)
    refused("params", "layers.streets.fields.nam", status=2)


run(globals())
