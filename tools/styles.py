#!/usr/bin/python3
"""Writes styles/ready/: the styles of all layers as a run makes them, for those who draw vitrine's layers elsewhere (PostGIS, GeoServer, the web).

    tools/styles.py VITRINE FOLDER

French, classes of Procos. For each spatial layer LAYER.qml, LAYER.sld and LAYER.maplibre.json, for each raster LAYER.qml and LAYER.sld; from a run of the
demo town, to which a friche without an outline is added so that every layer is there."""
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

vitrine, target = sys.argv[1], pathlib.Path(sys.argv[2])
demo = pathlib.Path(__file__).resolve().parents[1] / "geodata" / "demo"
with tempfile.TemporaryDirectory(prefix="vitrine-styles-") as made:
    town, out = pathlib.Path(made) / "demo", pathlib.Path(made) / "out"
    shutil.copytree(demo, town)
    friches = json.loads((town / "friches.geojson").read_text(encoding="utf-8"))
    point = {"type": "Feature", "properties": {"site_id": "P", "site_nom": "P", "site_statut": "friche sans projet"}, "geometry": {"type": "Point", "coordinates": [811000.0, 6611700.0]}}
    (town / "friches.geojson").write_text(json.dumps({**friches, "features": [*friches["features"], point]}, ensure_ascii=False), encoding="utf-8")
    subprocess.run([vitrine, "run", "-q", town / "etude_2026.yaml", "-o", out, "--set", "export.cnig=true", "--set", "export.formats=[gpkg, geojson]"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        old.unlink()
    for layer, qml, sld in sqlite3.connect(out / "vitrine.gpkg").execute("SELECT f_table_name, styleQML, styleSLD FROM layer_styles"):
        (target / f"{layer}.qml").write_text(qml, encoding="utf-8")
        (target / f"{layer}.sld").write_text(sld, encoding="utf-8")
    for path in [*out.glob("*.qml"), *out.glob("*.sld")]:
        shutil.copy(path, target)
    style = json.loads((out / "styles.maplibre.json").read_text(encoding="utf-8"))
    for name, source in style["sources"].items():
        layers = [dict(layer) for layer in style["layers"] if layer.get("source") == name]
        for layer in layers:
            layer["layout"] = {k: v for k, v in layer.get("layout", {}).items() if k != "visibility"}
        source = {k: v for k, v in source.items() if k != "attribution"}
        text = json.dumps({"version": 8, "name": name, "sources": {name: source}, "layers": layers}, ensure_ascii=False, indent=1)
        (target / f"{name}.maplibre.json").write_text(text + "\n", encoding="utf-8")
