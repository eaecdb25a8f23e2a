#!/usr/bin/env python3
"""report.html in Chromium: makes reports of the demo town, of a town with hostile names and of one with 2,000 premises, and lets report.mjs
use them as readers do; the MapLibre styles, of a run and those ready to use, by MapLibre's own validator (style.mjs). `check.py FOLDER`:
where tools/setup --with-web has put what both need."""
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "cli")]
from tap import DEMO, done  # noqa: E402
from test_report import big_town, hostile  # noqa: E402

if len(sys.argv) != 2:
    sys.exit("usage: check.py FOLDER")
with tempfile.TemporaryDirectory(prefix="vitrine-web-") as made:
    folder = pathlib.Path(made)
    for lang in ("fr", "en"):
        done("run", DEMO / "etude_2026.yaml", "-o", folder / lang, "--lang", lang)
    for name, make in (("hostile", hostile), ("big", big_town)):
        (folder / name).mkdir()
        make(folder / name)
    styles = [folder / "fr" / "styles.maplibre.json", folder / "en" / "styles.maplibre.json", *sorted((HERE.parents[1] / "styles" / "ready").glob("*.maplibre.json"))]
    modules = {**os.environ, "NODE_PATH": str(pathlib.Path(sys.argv[1]).resolve() / "node_modules")}
    ran = [subprocess.run(["node", HERE / "style.mjs", *styles], env=modules, timeout=60), subprocess.run(["node", HERE / "report.mjs", sys.argv[1], folder], timeout=600)]
    sys.exit(any(one.returncode for one in ran))
