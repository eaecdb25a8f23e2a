#!/usr/bin/env python3
"""The command itself: help, exit status, results on stdout, interruption; the library as others see it."""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

STUDY = DEMO / "etude_2026.yaml"


def test_help_of_every_verb_goes_to_stdout_with_status_0():
    for verb in (), ("run",), ("vacancy",), ("heatmap",), ("check",), ("params",), ("presets",):
        ran = done(*verb, "--help")
        assert ran.out.startswith(("Usage", "vitrine -")) and not ran.err
    assert done("--version").out.startswith("vitrine ")


def test_json_usage_names_every_verb_and_option():
    usage = json.loads(done("--json-usage").out)
    options = {o["name"] for o in usage["options"]}
    for verb in usage["verbs"]:
        assert set(verb["options"]) <= options
        text = done(verb["name"], "--help").out
        assert all(option in text for option in verb["options"])


def test_wrong_usage_is_status_2():
    for arguments in ([], ["nonsense"], ["run"], ["run", "a.yaml"], ["run", "--nonsense"], ["run", "a", "b", "-o", "c"],
                      ["run", "a", "-o"], ["run", "--set", "nokey", "-o", "c"], ["run", "a", "--threads", "0", "-o", "c"],
                      ["params", "nothing_like_it"], ["presets", "nothing_like_it"]):
        refused(*arguments, status=2)


def test_a_misspelt_verb_or_option_is_told_with_the_nearest(folder):
    refused("runn", status=2, says=('"runn"', "did you mean run?"))
    refused("chek", STUDY, status=2, says=("did you mean check?",))
    refused("zzzzz", status=2, says=('no verb "zzzzz"; see',))
    refused("etude.yaml", status=2, says=("vitrine run etude.yaml",))
    refused("run", STUDY, "--threds=2", status=2, says=('"--threds=2"', "did you mean --threads?"))
    refused("check", STUDY, "--overwrite", status=2, says=("no option",))  # of other verbs
    for arguments in (("run", STUDY, "-o", folder / "out"), ("check", STUDY)):
        refused(*arguments, "--lang", "de", status=2, says=("--lang", "fr or en", '"de"'))


def test_what_to_do_about_a_file_that_is_no_study(folder):
    study = folder / "study.yaml"
    for text, says in ((b"lang: fr\ntitle: \xc9tude\n", ("study.yaml:2", "save the file as UTF-8")),  # Latin-1
                       ("title: Étude: 2026\n".encode(), ("study.yaml:1", "in quotes")),
                       (b"layers:\n\tstreets: {}\n", ("study.yaml:2", "spaces, not tabs"))):
        study.write_bytes(text)
        refused("check", study, says=says)
    shutil.copy(DEMO / "voies.geojson", folder / "voies.json")
    for data_file in (DEMO / "voies.geojson", DEMO / "locaux_2026.csv", folder / "voies.json"):
        refused("run", data_file, "-o", folder / "out", says=(data_file.name, "is data, not a study", "vitrine init"))
    refused("run", folder / "none.geojson", "-o", folder / "out", says=("no such file",))


def test_the_summary_tells_uses_terms_and_buckets_in_words(folder):
    """Codes of mutafriches and of the balance by hand: logement and housing are residentiel, offre immédiate is immediate."""
    for lang, words, codes in (("fr", ("  logement, ", "offre immédiate ", "structurelle "), ("residentiel", "immediate ", "structural ")),
                               ("en", ("  housing, ", "immediate offer ", "structural "), ("residentiel", "structurelle "))):
        text = done("run", STUDY, "-o", folder / lang, "--lang", lang).out
        assert all(word in text for word in words), text
        assert not any(code in text for code in codes), text


def test_params_lists_each_key_with_its_default():
    text = done("params").out
    for key in ("vacancy.max_distance_m", "layers.*.source", "rejects.ceiling", "crs"):
        assert re.search(rf"^{re.escape(key)}$", text, re.M), key
    assert "default 50" in done("params", "vacancy.max_distance_m").out


def test_a_shipped_preset_is_printed_as_yaml():
    assert {"osm", "vancouver"} <= {line.split()[0] for line in done("presets").out.splitlines()}
    assert "otherwise: occupied" in done("presets", "vancouver").out


def test_a_study_may_be_given_by_set_alone(folder):
    keys = {"crs": "EPSG:2154", "layers.streets.source": DEMO / "voies.geojson", "layers.streets.fields.id": "id",
            "layers.streets.fields.name": "nom", "layers.premises.source": DEMO / "locaux_2026.csv",
            "layers.premises.crs": "EPSG:2154", "layers.premises.geometry": "{x: x, y: y}",
            "layers.premises.fields": "{id: id, street: voie}", "layers.premises.status.field": "situation",
            "layers.premises.status.values.vacant": "[Vacant]", "layers.premises.status.otherwise": "occupied"}
    done("run", *(a for k, v in keys.items() for a in ("--set", f"{k}={v}")), "-o", folder / "out")
    assert rows(folder / "out", "SELECT vacant FROM total_vacancy")[0]["vacant"] == 113


def test_strict_is_status_4_but_done(folder):
    ran = vitrine("run", STUDY, "-o", folder / "out", "--strict")
    assert ran.status == 4 and (folder / "out" / "run.json").exists()


def test_check_prints_the_ledger_and_writes_nothing(folder):
    ran = done("check", STUDY, cwd=folder)
    assert re.search(r"^premises +922 +921 +0 +1 ", ran.out, re.M) and not list(folder.iterdir())


def test_results_on_stdout_remarks_on_stderr(folder):
    ran = done("run", STUDY, "-o", folder / "out", "--progress", "json", "-v", "--timings")
    assert "Grande Rue" in ran.out and "stage" not in ran.out and "read" not in ran.out
    stages = [json.loads(line)["stage"] for line in ran.err.splitlines() if line.startswith("{")]
    assert {"read", "vacancy", "write"} <= set(stages)
    assert not done("run", STUDY, "-o", folder / "quiet", "-q").err


def test_lang_chooses_the_outputs_not_the_locale(folder):
    done("run", STUDY, "-o", folder / "fr", env={"LC_ALL": "C.UTF-8"})
    done("run", STUDY, "-o", folder / "en", "--lang", "en", env={"LC_ALL": "fr_FR.UTF-8"})
    for lang, word in (("fr", "sans géométrie"), ("en", "no geometry")):
        messages = rows(folder / lang, "SELECT message FROM rejects WHERE code = 'null_geometry'")
        assert messages == [{"message": word}], messages


def test_ctrl_c_is_status_130_and_leaves_no_trace(folder):
    done("run", STUDY, "-o", folder / "out")
    before = snapshot(folder / "out")
    for delay in (0.01, 0.03, 0.05, 0.08, 0.12):
        process = subprocess.Popen([VITRINE, "run", str(STUDY), "-o", str(folder / "out"), "--overwrite"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) in (0, 130, -signal.SIGINT)
        assert snapshot(folder / "out") == before and [p.name for p in folder.iterdir()] == ["out"]


def test_a_killed_run_leaves_old_or_new_and_the_next_one_cleans(folder):
    done("run", STUDY, "-o", folder / "out")
    before = snapshot(folder / "out")
    for delay in (0.05, 0.1, 0.15, 0.2, 0.25, 0.3):
        process = subprocess.Popen([VITRINE, "run", str(STUDY), "-o", str(folder / "out"), "--overwrite"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        process.wait(60)
        assert snapshot(folder / "out") == before
    done("run", STUDY, "-o", folder / "out", "--overwrite")
    assert [p.name for p in folder.iterdir()] == ["out"], list(folder.iterdir())


def test_what_a_killed_run_left_is_swept_at_any_point_and_nothing_else(folder):
    """A run may be killed before its folder is marked (empty), while it fills, or while the old one goes, of which run.json goes last."""
    done("run", STUDY, "-o", folder / "out")
    for name, files in (("empty0", []), ("filled", [".vitrine-unfinished", "premises.geojson"]), ("going0", ["run.json"]), ("theirs", ["notes.txt"])):
        left = folder / f".out.vitrine-{name}"
        left.mkdir()
        for file in files:
            (left / file).write_bytes((folder / "out" / "run.json").read_bytes())
    done("run", STUDY, "-o", folder / "out", "--overwrite")
    assert sorted(p.name for p in folder.iterdir()) == [".out.vitrine-theirs", "out"], list(folder.iterdir())


def test_a_full_disk_leaves_the_old_output(folder):
    """RLIMIT_FSIZE stands for a full disk: every write past the limit fails with EFBIG, here while the GeoPackage of 1.3 MB
    gets its tables, its rows, and what comes last."""
    import resource
    done("run", STUDY, "-o", folder / "out")
    before = snapshot(folder / "out")
    for most in (100_000, 800_000, 1_300_000):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        process = subprocess.run([VITRINE, "run", str(STUDY), "-o", str(folder / "out"), "--overwrite"], preexec_fn=limit,
                                 capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        assert process.returncode == 1, process
        assert "vitrine.gpkg cannot be written: " in process.stderr, process.stderr
        assert snapshot(folder / "out") == before
        assert [p.name for p in folder.iterdir()] == ["out"], list(folder.iterdir())


def test_the_readme_example_builds_against_the_installed_library(folder):
    if "asan" in VITRINE:
        raise Skip("the sanitizer's library asks for its runtime")
    build = pathlib.Path(VITRINE).resolve().parents[1]
    subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", folder / "root"], check=True,
                   stdout=subprocess.DEVNULL)
    pc = next((folder / "root").rglob("vitrine.pc"))
    prefix = folder / "root" / "usr" / "local"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    code = re.search(r"```c\n(.*?)```", readme, re.S).group(1)
    (folder / "example.c").write_text(code)
    flags = subprocess.run(["pkg-config", f"--define-variable=prefix={prefix}", "--cflags", "--libs", "vitrine"],
                           env={**os.environ, "PKG_CONFIG_PATH": str(pc.parent)}, check=True, capture_output=True,
                           text=True).stdout.split()
    subprocess.run(["cc", "-std=c17", "-Wall", "-Wextra", "-pedantic", "-Werror", folder / "example.c", "-o",
                    folder / "example", *flags], check=True)
    shutil.copytree(DEMO, folder / "demo")
    ran = subprocess.run([folder / "example", folder / "demo" / "etude_2026.yaml", folder / "out"], check=True,
                         capture_output=True, text=True,
                         env={**os.environ, "LD_LIBRARY_PATH": str(next(prefix.rglob("libvitrine.so")).parent)})
    assert "Grande Rue" in ran.stdout, ran.stdout


run(globals())
