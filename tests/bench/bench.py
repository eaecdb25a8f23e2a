#!/usr/bin/env python3
"""Benchmarks on a made-up metropolis (60,000 premises, 30,667 streets): figure, goal, `pass` or `falls short`.

    tests/bench/bench.py BUILD [RUNS]

METROPOLIS is the folder of the data, BENCH that of its generator (gen.py), of the same work in SpatiaLite (peers/) and of
what it gives (expected/); by default build/metropolis, made when it is not there, and shared/bench beside the checkout. A
figure that falls short is no failure; a wrong result is."""
import os
import pathlib
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCH = pathlib.Path(os.environ.get("BENCH", ROOT.parent / "shared" / "bench"))
DATA = pathlib.Path(os.environ.get("METROPOLIS", ROOT / "build" / "metropolis" / "s1"))
STUDY = """title: metropolis
crs: EPSG:2154
layers:
  premises:
    source: {data}/shopfronts.gpkg
    fields: {{id: id, street: street, frontage_m: frontage}}
    status: {{field: vacant, values: {{vacant: ["1"], occupied: ["0"]}}}}
  streets: {{source: {data}/streets.gpkg, fields: {{id: id, name: name, municipality: id}}}}
vacancy: {{name_distance_m: 60, max_distance_m: 30, nearest_when_named: true, name_similarity: 1}}
"""
FRICHES = """title: metropolis
crs: EPSG:2154
layers:
  friches: {{source: {data}/friches.gpkg, fields: {{id: id, name: name}}}}
  parcels: {{source: {data}/parcels.gpkg, fields: {{id: id}}}}
  buildings: {{source: {data}/buildings.gpkg, fields: {{id: id}}}}
  constraints:
    flood: {{source: {data}/constraints.gpkg, where: "kind = 'flood'", fields: {{id: id}}}}
    risk: {{source: {data}/constraints.gpkg, where: "kind = 'risk'", fields: {{id: id}}}}
    pollution: {{source: {data}/constraints.gpkg, where: "kind = 'pollution'", fields: {{id: id}}}}
    nature: {{source: {data}/constraints.gpkg, where: "kind = 'nature'", fields: {{id: id}}}}
  places:
    station: {{source: {data}/stations.gpkg, fields: {{id: id}}}}
    junction: {{source: {data}/junctions.gpkg, fields: {{id: id}}}}
"""
LAND = """title: metropolis
crs: EPSG:2154
layers:
  zones: {{source: {data}/zones.gpkg, fields: {{id: id, name: name, vocation: vocation}}}}
  parcels: {{source: {data}/parcels.gpkg, fields: {{id: id, owner: owner}}, keep: [stage]}}
  constraints:
    flood: {{source: {data}/constraints.gpkg, where: "kind = 'flood'", fields: {{id: id}}}}
    risk: {{source: {data}/constraints.gpkg, where: "kind = 'risk'", fields: {{id: id}}}}
    pollution: {{source: {data}/constraints.gpkg, where: "kind = 'pollution'", fields: {{id: id}}}}
    nature: {{source: {data}/constraints.gpkg, where: "kind = 'nature'", fields: {{id: id}}}}
land: {{owner_contiguity: corner, parcel_share: 0, clip_units: false, kind_priority: [flood, risk, pollution, nature]}}
"""
wrong = 0


def say(name, figure, unit="s", goal=None, note=""):
    verdict = "" if goal is None else f"goal {goal:g} {unit}  {'pass' if figure <= goal else 'falls short'}"
    print(f"{name:44} {figure:9.3f} {unit:3} {verdict:28} {note}".rstrip(), flush=True)


def check(name, right, note=""):
    global wrong
    wrong += not right
    print(f"{name:44} {'same' if right else 'WRONG':>9}     {note}".rstrip(), flush=True)


def timed(command):
    """(wall seconds, peak MB, {step: seconds}) of a run of vitrine with --timings."""
    log = tempfile.TemporaryFile("w+")
    start = time.monotonic()
    process = subprocess.Popen([*map(str, command), "--timings", "-q"], stdout=subprocess.DEVNULL, stderr=log, text=True)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    log.seek(0)
    text = log.read()
    assert status == 0, text
    steps = {m[1]: float(m[2]) for m in re.finditer(r"^([a-z][a-z .]*): ([0-9.]+) s$", text, re.M)}
    return wall, usage.ru_maxrss / 1024, steps


def median(runs, part):
    return statistics.median(part(r) for r in runs)


def rates(vitrine, study, out, n):
    runs = [timed([vitrine, "vacancy", study, "-o", out, "--overwrite", "--set", "export.formats=[gpkg]"]) for _ in range(n)]
    say("match, order and rates of 30,667 streets", median(runs, lambda r: sum(r[2][s] for s in ("match", "order", "street rates"))),
        goal=0.15)
    for step in ("streets", "hot spots", "block rates", "write gpkg"):
        say(f"  {step}", median(runs, lambda r: r[2][step]))
    say("  whole run", median(runs, lambda r: r[0]))
    say("peak memory of that run", median(runs, lambda r: r[1]), "MB", 200)
    database = sqlite3.connect(f"file:{out}/vitrine.gpkg?mode=ro", uri=True)
    found = [row[0] for row in database.execute(
        "SELECT street_name || char(9) || sum(premises) || char(9) || sum(vacant) || char(9) ||"
        " printf('%.1f', coalesce(sum(frontage_vacant_m), 0)) || char(9) || max(run_max)"
        " FROM street_vacancy WHERE premises > 0 GROUP BY street_name ORDER BY street_name COLLATE BINARY")]
    expected = BENCH / "expected" / DATA.name / "check_a.tsv"
    if expected.exists():
        check("check_a: names, vacant, metres, runs", found == expected.read_text(encoding="utf-8").splitlines(), f"{len(found)} names")


def density(vitrine, study, out, n):
    """The grid of all premises, without a window: about 6 million cells of 10 m."""
    runs = [timed([vitrine, "heatmap", study, "-o", out, "--overwrite", "--set", "heatmap.edge_correction=false"]) for _ in range(n)]
    import numpy
    from osgeo import gdal
    gdal.UseExceptions()
    cells = gdal.Open(str(out / "vacancy_density.tif")).ReadAsArray().astype(float) / 1e4
    say("kernel densities and p", median(runs, lambda r: r[2]["heatmap density"]), goal=0.2, note=f"{cells.size / 1e6:.1f} million cells")
    say("  whole run", median(runs, lambda r: r[0]))
    say("  its peak memory", median(runs, lambda r: r[1]), "MB")
    expected = BENCH / "expected" / DATA.name / "check_d.tsv"
    if expected.exists():  # float32 has seven digits
        n_cells, total, most = map(float, expected.read_text().split("\t"))
        right = (cells > 0).sum() == n_cells and numpy.isclose(cells.sum() * 100, total, rtol=1e-6) and numpy.isclose(cells.max(), most, rtol=1e-6)
        check("check_d: cells, mass, peak", right)


def friches(vitrine, study, out, n):
    """1,500 friches against 1 M parcels, 250,000 buildings and 5,000 constraints of up to 6,000 vertices."""
    study.write_text(FRICHES.format(data=DATA), encoding="utf-8")
    runs = [timed([vitrine, "friche", study, "-o", out, "--overwrite", "--set", "export.formats=[gpkg]"]) for _ in range(n)]
    beyond = lambda r: sum(v for k, v in r[2].items() if k.startswith("friche ") or k.startswith("write "))
    say("1,500 friches measured, scored and written", median(runs, beyond), goal=1)
    say("  of it measured", median(runs, lambda r: r[2]["friche measures"]))
    say("  1,002,252 parcels read", median(runs, lambda r: r[2]["read parcels"]))
    say("  whole run", median(runs, lambda r: r[0]))
    say("  its peak memory", median(runs, lambda r: r[1]), "MB", 600)
    measures = (("area_m2", 2), ("share_flood", 6), ("share_risk", 6), ("share_pollution", 6), ("share_nature", 6), ("distance_station_m", 3),
                ("distance_junction_m", 3), ("parcels_touching", 0), ("built_coverage", 6))
    found = {}
    for site, measure, value in sqlite3.connect(f"file:{out}/vitrine.gpkg?mode=ro", uri=True).execute("SELECT site_id, measure, value FROM friche_measures"):
        found.setdefault(site, {})[measure] = value
    expected = BENCH / "expected" / DATA.name / "check_b.tsv"
    if expected.exists():
        lines = [line.split("\t") for line in expected.read_text().splitlines()]
        right = [[site, *(f"{found[site][m]:.{digits}f}" for m, digits in measures)] == [site, *rest[:9]] for site, *rest in lines]
        check("check_b: nine measures of each friche", all(right) and len(right) == len(found), f"{sum(right)} of {len(lines)} friches")


def land(vitrine, study, out, n):
    """280 zones cut by 1 M parcels and 5,000 constraints: all pieces as polygons, land units, balance, from files to a written GeoPackage."""
    study.write_text(LAND.format(data=DATA), encoding="utf-8")
    runs = [timed([vitrine, "land", study, "-o", out, "--overwrite", "--set", "export.formats=[gpkg]"]) for _ in range(n)]
    say("280 zones: partition, units, balance, written", median(runs, lambda r: r[0]), goal=6, note="files to GeoPackage")
    for step in ("read parcels", "land partition", "land units", "write gpkg"):
        say(f"  of it {step}", median(runs, lambda r: r[2][step]))
    say("  its peak memory", median(runs, lambda r: r[1]), "MB", 600)
    database = sqlite3.connect(f"file:{out}/vitrine.gpkg?mode=ro", uri=True)
    found = [row[0] for row in database.execute(
        "SELECT 'area' || char(9) || p.zone_id || char(9) || p.stage || char(9) || z.vocation || char(9) || coalesce(nullif(kinds, ''), 'free') ||"
        " char(9) || printf('%.1f', sum(p.area_m2)) FROM land_partition p JOIN zone_inventory z USING (zone_id) WHERE parcel_id IS NOT NULL"
        " GROUP BY p.zone_id, p.stage, kinds ORDER BY cast(p.zone_id AS INTEGER), p.stage, coalesce(nullif(kinds, ''), 'free')")]
    found += [row[0] for row in database.execute("SELECT 'uf' || char(9) || count(*) || char(9) || sum(parcels) || char(9) || max(parcels) || char(9) ||"
                                                 " printf('%.1f', sum(area_m2)) FROM land_unit")]
    found += [row[0] for row in database.execute("SELECT 'total' || char(9) || printf('%.1f', sum(area_m2)) FROM land_partition WHERE parcel_id IS NOT NULL")]
    expected = BENCH / "expected" / DATA.name / "check_c.tsv"
    if expected.exists():  # its zones' shopfronts are no part of a land balance; slivers of 0.0 m² are left out on both sides
        wanted = [line for line in expected.read_text(encoding="utf-8").splitlines()
                  if not line.startswith("vac\t") and not (line.startswith("area\t") and line.endswith("\t0.0"))]
        found = [line for line in found if not (line.startswith("area\t") and line.endswith("\t0.0"))]
        check("check_c: areas, units, total", found == wanted, f"{len(found)} lines")


def permutations(program, study, n):
    runs = [subprocess.run([program, study], check=True, capture_output=True, text=True).stdout.split() for _ in range(n)]
    say("9,999 permutations of 60,000 premises", statistics.median(float(r[0]) for r in runs), goal=20, note=f"{runs[0][2]} links")
    check("  p against the exact distribution", runs[0][3] == "0", f"{runs[0][3]} of {runs[0][1]} beyond five standard errors")


def spatialite(task, name):
    script = BENCH / "peers" / "spatialite" / "run.sh"
    if not script.exists() or not shutil.which("spatialite") or not shutil.which("ogr2ogr"):
        print(f"  {name} in SpatiaLite: not here (spatialite, ogr2ogr and the peers are needed)")
        return
    with tempfile.TemporaryDirectory(prefix="vitrine-peer-") as folder:
        ran = subprocess.run([script, DATA, folder], env={**os.environ, "TASKS": task, "NOEXPORT": "1"}, capture_output=True, text=True)
        times = pathlib.Path(folder, "times.tsv")
        rows = [line.split("\t") for line in times.read_text().splitlines()] if times.exists() else []
        for step, wall, _, _ in [row for row in rows if row[0].startswith(task)]:
            say(f"  {name} in SpatiaLite ({step})", float(wall))
        if ran.returncode or not rows:
            print(f"  {name} in SpatiaLite: status {ran.returncode}: {ran.stderr.strip()[-200:]}")


def main(build, runs=5):
    if not DATA.exists():
        maker = BENCH / "gen.py"
        if not maker.exists():
            print(f"no metropolis: set METROPOLIS or BENCH ({maker} is not there)")
            return 0
        subprocess.run(["/usr/bin/python3", maker, DATA, "1"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory(prefix="vitrine-bench-") as folder:
        folder = pathlib.Path(folder)
        study = folder / "metropolis.yaml"
        study.write_text(STUDY.format(data=DATA), encoding="utf-8")
        vitrine = build / "tools" / "vitrine"
        rates(vitrine, study, folder / "rates", runs)
        spatialite("a", "the same rates")
        density(vitrine, study, folder / "density", runs)
        spatialite("d", "the density of the vacant")
        friches(vitrine, folder / "friches.yaml", folder / "friches", runs)
        spatialite("b", "the same measures")
        land(vitrine, folder / "land.yaml", folder / "land", runs)
        spatialite("c", "the same balance")
        permutations(build / "tests" / "bench_permutations", study, 3)
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), *map(int, sys.argv[2:3])))
