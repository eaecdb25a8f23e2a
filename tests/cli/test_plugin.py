#!/usr/bin/env python3
"""The parts of the QGIS plugin that need no QGIS: its tables against what the command says of itself, the study that it writes as the
command reads it, the run with progress and cancel, the ZIP. tests/qgis/plugin.py has the rest."""
import configparser
import json
import os
import pathlib
import subprocess
import sys
import threading
import time
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

sys.path.insert(0, str(ROOT / "tools" / "qgis"))
from vitrine_processing import catalogue, command, study, words  # noqa: E402

STUDY = DEMO / "etude_2026.yaml"
BUILD = pathlib.Path(VITRINE).resolve().parents[1]


class Listener(command.Listener):
    def __init__(self, cancel_at=2):
        self.shares, self.texts, self.results, self.warnings, self.cancel_at = [], [], [], [], cancel_at

    def progress(self, share, text):
        self.shares.append(share)
        self.texts.append(text)

    def result(self, line):
        self.results.append(line)

    def warning(self, line):
        self.warnings.append(line)

    def cancelled(self):
        return bool(self.shares) and self.shares[-1] >= self.cancel_at


def test_layers_and_fields_are_those_of_the_command():
    """Each field of each kind that an algorithm asks for has a parameter, and no parameter is of a field that is none."""
    kinds = {kind["name"]: kind for kind in json.loads(done("params", "--json").out)["kinds"]}
    assert {kind: set(fields) for kind, fields in catalogue.FIELDS.items()} == \
        {name: set(kind["fields"]) for name, kind in kinds.items() if not kind["many"]}
    assert set(catalogue.KINDS) == set(catalogue.FIELDS)
    assert set(catalogue.SEVERAL) == {name for name, kind in kinds.items() if kind["many"]}
    for verb, says in catalogue.ALGORITHMS.items():
        assert set(says["layers"]) <= set(kinds) and set(says["needed"]) <= set(says["layers"]), verb
        for kind, fields in says["layers"].items():
            assert set(fields or ()) <= set(catalogue.FIELDS[kind]), (verb, kind)


def test_keys_and_statuses_are_those_of_the_command():
    keys = {p["key"]: p for p in json.loads(done("params", "--json").out)["params"]}
    types = {"number": "number", "integer": "integer", "yes": "boolean"}
    for name, (key, kind, _) in catalogue.OPTIONS.items():
        assert key in keys and types.get(kind, keys[key]["type"]) == keys[key]["type"], name
    values = "layers.premises.status.values."
    assert {key[len(values):] for key in keys if key.startswith(values)} == set(catalogue.STATUSES)


def test_verbs_and_result_layers_are_those_of_the_command(folder):
    known = set()
    for verb, says in catalogue.ALGORITHMS.items():
        assert "--progress" in command.usage(VITRINE, verb, "0")["options"]
        done(verb, STUDY, "-o", folder / verb, "--set", "export.cnig=true")
        written = {row["table_name"] for row in rows(folder / verb, "SELECT table_name FROM gpkg_contents")}
        assert set(says["outputs"]) <= written, set(says["outputs"]) - written
        rasters = {path.stem for path in (folder / verb).glob("*.tif")}
        assert rasters <= set(catalogue.RASTERS) and (verb != "heatmap" or rasters == set(catalogue.RASTERS))
        known |= written | rasters
    assert set(catalogue.UNSHOWN) <= known, set(catalogue.UNSHOWN) - known


def texts(value):
    """Every pair of texts in a table."""
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(text, str) for text in value):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        yield from texts(tuple(value.values()))


def test_every_text_is_in_both_languages():
    pairs = [pair for table in (catalogue.KINDS, catalogue.SEVERAL, catalogue.FIELDS, catalogue.STATUSES, catalogue.OPTIONS, catalogue.COMMON, catalogue.PRESET,
                                catalogue.SAME_NAME, catalogue.STATUS, catalogue.VALUES, catalogue.OTHERWISE, catalogue.SEVERAL_HELP, catalogue.OPTION_HELP, catalogue.HOW, catalogue.KINDS_OF,
                                catalogue.LAYER_HELP, catalogue.RASTERS)
             for pair in texts(table)]
    pairs += [pair for says in catalogue.ALGORITHMS.values() for pair in (says["name"], says["help"])]
    pairs += [getattr(words, name) for name in dir(words) if name.isupper() and name != "STAGES"] + list(words.STAGES.values())
    assert len(pairs) > 90
    for french, english in pairs:
        assert bool(french) == bool(english) and french.count("{}") == english.count("{}"), (french, english)


def test_lists_as_they_are_typed():
    assert study.listed('V, "Vacant, fermé" ,vide') == ["V", "Vacant, fermé", "vide"]
    assert study.listed("") == study.listed(None) == study.listed(" , ") == []
    assert study.settings("vacancy.works=vacant\n\n# un rappel\n land.rules=[{when: {kind: flood}, bucket: neutralised}] ") == \
        ["vacancy.works=vacant", "land.rules=[{when: {kind: flood}, bucket: neutralised}]"]
    for wrong in ("vacancy.works", "=vacant", "vacancy.works vacant", "a b=c"):
        try:
            study.settings(wrong)
        except ValueError:
            continue
        raise AssertionError(wrong)


def test_names_become_keys_that_differ():
    assert study.slug("PPRi – zone inondée (2024)") == "ppri_zone_inondee_2024"
    assert study.slug("flood", {"flood", "flood_2"}) == "flood_3" and study.slug("水害") == "layer"


ODD = ["l'état", 'dit "vide"', "a: b # c", "- {x}", "[y], &z", "été ½ 水 \U0001F3EA", "\\n%s", "'", "~", "yes", "tab\there", "nel\x85del\x7f", "\u2028line"]


def test_odd_names_reach_the_command_as_they_are(folder):
    """Each odd name is a field, and each a value that means vacant: were one read otherwise, its premises would be refused or occupied."""
    for i, odd in enumerate(ODD):
        feature = {"type": "Feature", "properties": {"n": "1", odd: odd, "rue": "Rue du Pont"}, "geometry": {"type": "Point", "coordinates": [4.5, 46.6]}}
        taken = {"type": "Feature", "properties": {"n": "2", odd: "autre", "rue": "Rue du Pont"}, "geometry": {"type": "Point", "coordinates": [4.5001, 46.6]}}
        street = {"type": "Feature", "properties": {"nom": "Rue du Pont"}, "geometry": {"type": "LineString", "coordinates": [[4.49, 46.6], [4.51, 46.6]]}}
        for name, features in (("locaux", [feature, taken]), ("rues", [street])):
            (folder / f"{name}.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        (folder / "etude.yaml").write_text(study.text({
            "title": odd, "crs": "EPSG:2154",
            "layers": {"premises": {"source": str(folder / "locaux.geojson"), "fields": {"id": "n", "street": "rue"}, "source_note": odd,
                                    "status": {"field": odd, "values": {"vacant": [odd]}, "otherwise": "occupied"}},
                       "streets": {"source": str(folder / "rues.geojson"), "fields": {"name": "nom"}}}}), encoding="utf-8")
        done("vacancy", folder / "etude.yaml", "-o", folder / str(i))
        assert rows(folder / str(i), "SELECT vacant, stock FROM total_vacancy") == [{"vacant": 1, "stock": 2}], odd
        assert json.loads((folder / str(i) / "run.json").read_text())["parameters"]["title"] == odd, odd


def test_a_run_tells_its_progress_and_its_results(folder):
    words.french = False
    heard = Listener()
    assert command.run(VITRINE, ["vacancy", str(STUDY), "-o", str(folder / "out"), "--progress", "json"], heard)
    assert heard.shares == sorted(heard.shares) and heard.shares[-1] == 1 and "reading premises" in heard.texts
    assert any("Grande Rue" in line for line in heard.results)
    assert heard.warnings == ["features rejected: 1, listed in the layer rejects"]  # one premises of the demo has no geometry


def test_messages_are_in_the_language_of_qgis_and_a_refusal_is_one_line(folder):
    for words.french, said in ((True, "fichier introuvable"), (False, "no such file")):
        try:
            command.run(VITRINE, ["vacancy", str(folder / "none.yaml"), "-o", str(folder / "out")], Listener())
        except command.Refused as why:
            assert said in str(why) and "\n" not in str(why) and not str(why).startswith("vitrine"), why
        else:
            raise AssertionError("not refused")
    words.french = True
    assert not list(folder.iterdir())


def program(path, *lines):
    """A program in the place of vitrine."""
    path.write_text("#!/bin/sh\n" + "\n".join(lines) + "\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_of_a_run_that_fails_the_last_line_is_the_reason_and_those_before_are_warnings(folder):
    failing = program(folder / "failing", "echo 'vitrine: warning: {odd}' >&2", "echo 'vitrine : avertissement : deux' >&2", "echo '{\"stage\": 1}' >&2",
                      "echo 'vitrine: the reason' >&2", "exit 3")
    heard = Listener()
    try:
        command.run(failing, [], heard)
    except command.Refused as why:
        assert str(why) == "the reason" and heard.warnings == ["{odd}", "deux", '{"stage": 1}'], heard.warnings
    else:
        raise AssertionError("not refused")
    try:
        command.run(program(folder / "mute", "kill -9 $$"), [], Listener())
    except command.Refused as why:
        assert "-9" in str(why), why
    else:
        raise AssertionError("not refused")


def test_cancel_leaves_nothing(folder):
    for at in (0.01, 0.2):
        heard = Listener(cancel_at=at)
        slow = ["--set", "hotspots.permutations=1000000"]
        assert not command.run(VITRINE, ["vacancy", str(STUDY), "-o", str(folder / "out"), "--progress", "json", *slow], heard), heard.shares
        assert not list(folder.iterdir()), list(folder.iterdir())


def test_a_program_that_does_not_listen_is_killed(folder):
    deaf = folder / "deaf"
    deaf.write_text('#!/usr/bin/env python3\nimport signal, sys, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n'
                    'print(\'{"stage": "read", "total": 0.5}\', file=sys.stderr, flush=True)\ntime.sleep(60)\n')
    deaf.chmod(0o755)
    start = time.monotonic()
    assert not command.run(str(deaf), [], Listener(cancel_at=0.5), patience=0.5)
    assert time.monotonic() - start < 30 and threading.active_count() == 1


def test_what_qgis_sets_for_itself_does_not_reach_the_command(folder):
    mirror = program(folder / "mirror", "env")
    os.environ.update({name: "of QGIS" for name in command.NOT_FOR_IT if name not in ("LD_PRELOAD", "PYTHONHOME")}, KEPT="yes")
    try:
        heard = Listener()
        command.run(mirror, [], heard)
    finally:
        for name in command.NOT_FOR_IT:
            os.environ.pop(name, None)
    assert "KEPT=yes" in heard.results and not any("of QGIS" in line for line in heard.results)


def test_where_the_program_is(folder):
    assert command.find(VITRINE) == VITRINE
    for words.french in (True, False):
        try:
            command.find(str(folder / "vitrine"))
        except command.Refused as why:
            assert str(folder / "vitrine") in str(why)
        else:
            raise AssertionError("found")
    program(folder / "vitrine", """echo '{"version": "0.0.9", "verbs": []}'""")
    before, os.environ["PATH"] = os.environ["PATH"], f"{folder}:{os.environ['PATH']}"
    try:
        assert command.find() == str(folder / "vitrine")
    finally:
        os.environ["PATH"] = before
    try:
        command.usage(str(folder / "vitrine"), "vacancy", "1.2.3")
    except command.Refused as why:
        assert "0.0.9" in str(why) and "1.2.3" in str(why)
    else:
        raise AssertionError("an old program passes")


def test_the_zip_is_what_qgis_installs(folder):
    path = BUILD / "tools" / "qgis" / "vitrine_processing.zip"
    with zipfile.ZipFile(path) as packed:
        names = {pathlib.PurePosixPath(name) for name in packed.namelist()}
        sources = {p.name for p in (ROOT / "tools/qgis/vitrine_processing").iterdir() if p.is_file()}
        assert {name.name for name in names} == sources | {"LICENSE"} and {name.parent.name for name in names} == {"vitrine_processing"}
        metadata = configparser.ConfigParser(interpolation=None)
        metadata.read_string(packed.read("vitrine_processing/metadata.txt").decode())
    assert metadata["general"]["version"] == json.loads(done("--json-usage").out)["version"]
    assert metadata["general"]["hasProcessingProvider"] == "yes" and metadata["general"]["icon"] in sources
    files = [*(ROOT / "tools/qgis/vitrine_processing").iterdir(), ROOT / "LICENSE"]
    for name, listed in (("a", files), ("b", files[::-1])):
        subprocess.run([sys.executable, "-B", ROOT / "tools/qgis/pack.py", metadata["general"]["version"], folder / name,
                        *(p for p in listed if p.is_file())], check=True, env={**os.environ, "TZ": f"UTC{-5 if name == 'a' else 5}"})
        assert (folder / name).read_bytes() == path.read_bytes()


run(globals())
