#!/usr/bin/env python3
"""vitrine heatmap, as a user runs it, against the definitions computed anew in numpy: all premises times all cells,
no code in common. Rasters are float32: 2e-6 of the value, and of 1 for p, is what they can hold after a sum."""
import json
import math
import pathlib
import random
import resource
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import numpy as np
from osgeo import gdal, ogr
from osgeo_utils.samples import validate_cloud_optimized_geotiff
from tap import *
from town import *

gdal.UseExceptions()
ogr.UseExceptions()

RASTERS = ("vacancy_heatmap", "premises_density", "vacancy_density")
STREETS = [street("s1", "Rue Haute", (0, 0), (400, 0)), street("s2", "Rue Longue", (200, -150), (230, 330), (300, 400)),
           street("s3", "Place", (390, 300), (450, 300), (450, 360), (390, 360), (390, 300)),
           street("s4", None, (-400, 0), (-300, 0))]
SEGMENTS = [((0, 0), (400, 0)), ((200, -150), (230, 330)), ((230, 330), (300, 400)), ((390, 300), (450, 300)),
            ((450, 300), (450, 360)), ((450, 360), (390, 360)), ((390, 360), (390, 300))]
ROUGHNESS = {"quartic": 9 / 5, "epanechnikov": 4 / 3, "gaussian": 1 / 4, "triangular": 3 / 2, "uniform": 1}  # 1/π


def survey():
    """90 premises, denser and more vacant in the north-east; the seed is fixed."""
    chance = random.Random(5)
    shops = []
    for i in range(90):
        x, y = (chance.uniform(0, 400), chance.uniform(-30, 30)) if i % 3 else (chance.gauss(300, 60), chance.gauss(330, 40))
        status = chance.choices("VOWR?", (2 if y > 100 else 1, 6, 0.5, 0.3, 0.3))[0]
        shops.append(shop(f"p{i}", status, round(x, 2), round(y, 2)))
    return shops + [shop("far", "V", 1000, 0), shop("near", "O", -350, 5)]


def places(shops, vacant="V"):
    """(x, y, is vacant) of the stock."""
    return np.array([(p["x"], p["y"], p["status"] in vacant) for p in shops if p["status"] in "O" + vacant], dtype=float)


def read(out, name):
    """Bands and the centres of the cells."""
    source = gdal.Open(str(out / f"{name}.tif"))
    west, cell, _, north, _, minus = source.GetGeoTransform()
    assert minus == -cell
    bands = source.ReadAsArray().astype(float).reshape(source.RasterCount, source.RasterYSize, source.RasterXSize)
    x = west + (np.arange(source.RasterXSize) + 0.5) * cell
    y = north - (np.arange(source.RasterYSize) + 0.5) * cell
    return bands, x, y, cell


def kernel(name, h, d2):
    u2 = d2 / h**2
    if name == "gaussian":
        return np.exp(-u2 / 2) / (2 * math.pi * h**2)
    top = {"quartic": 3 * (1 - u2)**2, "epanechnikov": 2 * (1 - u2), "triangular": 3 * (1 - np.sqrt(u2)), "uniform": 1 + 0 * u2}
    return np.where(u2 <= 1, top[name], 0) / (math.pi * h**2)


def near_segments(x, y, segments, h):
    """Whether places lie within h of a segment."""
    near = np.zeros(np.broadcast(x, y).shape, dtype=bool)
    for (ax, ay), (bx, by) in segments:
        ax, ay, bx, by = ax + X, ay + Y, bx + X, by + Y
        t = np.clip(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax)**2 + (by - ay)**2), 0, 1)
        near |= np.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) <= h
    return near


def surfaces(points, x, y, cell, h, name, threshold, inside=None):
    """The definitions: densities per m², local rate and p, on the cells of centres x, y."""
    v, o = np.zeros((len(y), len(x))), np.zeros((len(y), len(x)))
    for px, py, vacant in points:
        k = kernel(name, h, (x[None, :] - px)**2 + (y[:, None] - py)**2)
        if inside is not None:
            k = k / (k[inside].sum() * cell**2)
        (v if vacant else o)[:] += k
    n_v = points[:, 2].sum()
    n_o = len(points) - n_v
    with np.errstate(all="ignore"):
        rate = v / (v + o)
        z = np.log((v / n_v) / (o / n_o)) / np.sqrt(ROUGHNESS[name] / math.pi / h**2 * (1 / n_v + 1 / n_o) / ((v + o) / (n_v + n_o)))
        p = np.vectorize(lambda z: math.erfc(z / math.sqrt(2)) / 2)(z)
    p = np.where(v == 0, 1, np.where(o == 0, 0, p))
    for surface in (rate, p):
        surface[(v + o) * 1e4 < threshold * (1 - 1e-9)] = np.nan
        surface[v + o == 0] = np.nan
    if inside is not None:
        for surface in (v, o, rate, p):
            surface[~inside] = np.nan
    return v, o, rate, p


def alike(found, expected, least=0.0):
    """Equal to float32, NaN in the same cells."""
    assert (np.isnan(found) == np.isnan(expected)).all(), f"NaN differ in {(np.isnan(found) != np.isnan(expected)).sum()} cells"
    with np.errstate(all="ignore"):
        off = np.abs(found - expected) > 2e-6 * np.maximum(np.abs(expected), least)
    assert not off.any(), (found[off][:3], expected[off][:3])


def compare(out, points, h, name, threshold, inside=None):
    (rate, p), x, y, cell = read(out, "vacancy_heatmap")
    v, o, expected_rate, expected_p = surfaces(points, x, y, cell, h, name, threshold, inside)
    alike(read(out, "premises_density")[0][0], (v + o) * 1e4, 1e-9)
    alike(read(out, "vacancy_density")[0][0], v * 1e4, 1e-9)
    alike(rate, expected_rate, 1e-6)
    alike(p, expected_p, 1)
    assert np.isfinite(rate).sum() > 50


def drawn(folder, shops=None, centres=None, streets=STREETS):
    return draw(folder, streets, shops or survey(), centres)


def heat(study, out, *arguments):
    return done("heatmap", study, "-o", out, *arguments)


def sets(**keys):
    return [a for k, v in keys.items() for a in ("--set", f"heatmap.{k}={v}")]


# --- the numbers -----------------------------------------------------------------------------------------------------


def test_streets_make_the_window(folder):
    study = drawn(folder)
    for name in ROUGHNESS:
        h, cell = (40, 8) if name == "gaussian" else (75, 7.5)
        out = folder / name
        ran = heat(study, out, *sets(bandwidth_m=h, cell_m=cell, kernel=name))
        _, x, y, _ = read(out, "vacancy_heatmap")
        inside = near_segments(x[None, :], y[:, None], SEGMENTS, h)
        points = places(survey())
        kept = points[near_segments(points[:, 0], points[:, 1], SEGMENTS, h)]
        compare(out, kept, h, name, 5 / (math.pi * h**2) * 1e4, inside)
        assert f"left out of the map: {len(points) - len(kept)} of {len(points)}" in ran.err, ran.err
        noted = rows(out, "SELECT feature_id, severity FROM rejects WHERE code = 'outside_window'")
        assert len(noted) == len(points) - len(kept) and {"far", "near"} <= {r["feature_id"] for r in noted}
        equal(ledger(out)["notices"]["outside_window"], len(noted))


def test_centres_make_the_window_boundary_included(folder):
    """Two overlapping squares whose borders run through cell centres, and a square ring with a hole."""
    ring = {"id": "c3", "name": "C"}, "Polygon", [at((300, 250), (480, 250), (480, 430), (300, 430), (300, 250)),
                                                  at((335, 285), (335, 365), (415, 365), (415, 285), (335, 285))]
    study = drawn(folder, centres=[square("c1", "A", 55, -35, 215, 25), square("c2", "B", 195, -15, 355, 45), ring])
    heat(study, folder / "out", *sets(bandwidth_m=60))
    _, x, y, cell = read(folder / "out", "vacancy_heatmap")
    assert cell == 10 and X % 10 == 0 and Y % 10 == 0

    def held(x, y):
        x, y = x - X, y - Y
        return ((55 <= x) & (x <= 215) & (-35 <= y) & (y <= 25)) | ((195 <= x) & (x <= 355) & (-15 <= y) & (y <= 45)) | (
            (300 <= x) & (x <= 480) & (250 <= y) & (y <= 430) & ~((335 < x) & (x < 415) & (285 < y) & (y < 365)))
    inside = held(x[None, :], y[:, None])
    points = places(survey())
    points = points[held(points[:, 0], points[:, 1])]
    compare(folder / "out", points, 60, "quartic", 5 / (math.pi * 60**2) * 1e4, inside)
    mass = np.nansum(read(folder / "out", "premises_density")[0][0]) * cell**2 / 1e4
    close(mass, len(points), 1e-6 * len(points))  # the mass inside is the number of premises


def test_without_edge_correction_the_kernels_themselves(folder):
    study = drawn(folder)
    out = folder / "out"
    heat(study, out, *sets(edge_correction="false", bandwidth_m=90, threshold=2.5))
    points = places(survey())
    compare(out, points, 90, "quartic", 2.5)
    stock, x, y, cell = read(out, "premises_density")
    assert not np.isnan(stock).any()
    # the box of the points and the reach, in whole cells; all the mass is in it but for what a sum is off an integral
    assert x[0] - 5 <= points[:, 0].min() - 90 < x[0] + 5 and y[0] + 5 >= points[:, 1].max() + 90 > y[0] - 5
    close(stock.sum() * cell**2 / 1e4, len(points), 0.01 * len(points))


def test_one_premises_is_its_kernel(folder):
    study = drawn(folder, [shop("only", "V", 100, 0)])
    ran = heat(study, folder / "out", *sets(edge_correction="false", bandwidth_m=50, threshold=0))
    density, x, y, _ = read(folder / "out", "vacancy_density")
    (rate, p), *_ = read(folder / "out", "vacancy_heatmap")
    d2 = (x[None, :] - X - 100)**2 + (y[:, None] - Y)**2
    alike(density[0], kernel("quartic", 50, d2) * 1e4, 1e-9)
    assert (rate[d2 < 2500] == 1).all() and (p[d2 < 2500] == 0).all() and np.isnan(rate[d2 >= 2500]).all()
    assert "no premises of the map is occupied" in ran.err


def test_none_vacant_is_rate_0_and_p_1(folder):
    study = drawn(folder, [shop(f"p{i}", "O", 10 * i, 5) for i in range(30)])
    ran = heat(study, folder / "out", "-v")
    (rate, p), *_ = read(folder / "out", "vacancy_heatmap")
    assert (rate[np.isfinite(rate)] == 0).all() and (p[np.isfinite(p)] == 1).all() and np.isfinite(rate).any()
    assert "no premises of the map is vacant" in ran.err
    bands = rows(folder / "out", "SELECT DISTINCT band FROM heatmap_bands")
    equal(bands, [{"band": 0}])
    equal(rows(folder / "out", "SELECT count(*) n FROM heatmap_contours"), [{"n": 0}])


def test_swapping_vacant_and_occupied_mirrors_the_map(folder):
    swapped = [{**p, "status": {"V": "O", "O": "V"}.get(p["status"], p["status"])} for p in survey()]
    (folder / "a").mkdir(), (folder / "b").mkdir()
    heat(drawn(folder / "a"), folder / "a" / "out")
    heat(drawn(folder / "b", swapped), folder / "b" / "out")
    (rate, p), *_ = read(folder / "a" / "out", "vacancy_heatmap")
    (other_rate, other_p), *_ = read(folder / "b" / "out", "vacancy_heatmap")
    alike(rate, 1 - other_rate, 1)
    alike(p, 1 - other_p, 1)


def test_works_count_as_in_the_rates(folder):
    study = drawn(folder)
    heat(study, folder / "out", *sets(edge_correction="false"), "--set", "vacancy.works=vacant")
    compare(folder / "out", places(survey(), "VW"), 150, "quartic", 5 / (math.pi * 150**2) * 1e4)


def test_the_demo_town(folder):
    out = folder / "out"
    done("run", DEMO / "etude_2026.yaml", "-o", out, "--set", "heatmap={}")
    source = ogr.Open(str(out / "vitrine.gpkg"))
    feature = source.GetLayer("centre_vacancy").GetNextFeature()  # held on to: its geometry dies with it
    centre = feature.geometry().Clone()
    points = np.array([(f.geometry().GetX(), f.geometry().GetY(), f["status"] == "vacant") for f in source.GetLayer("premises")
                       if f["status"] in ("vacant", "occupied") and centre.Intersects(f.geometry())], dtype=float)
    _, x, y, _ = read(out, "vacancy_heatmap")
    inside = np.array([[centre.Intersects(ogr.CreateGeometryFromWkt(f"POINT ({a} {b})")) for a in x] for b in y])
    compare(out, points, 150, "quartic", 5 / (math.pi * 150**2) * 1e4, inside)
    mass = np.nansum(read(out, "vacancy_density")[0][0]) / 100
    close(mass, points[:, 2].sum(), 1e-6 * mass)


# --- the bandwidth ---------------------------------------------------------------------------------------------------


def bandwidth(out):
    told = json.loads((out / "run.json").read_text(encoding="utf-8"))["rasters"]
    values = {told[name]["bandwidth_m"] for name in RASTERS}
    values |= {float(gdal.Open(str(out / f"{name}.tif")).GetMetadataItem("BANDWIDTH_M")) for name in RASTERS}
    assert len(values) == 1, values
    return values.pop()


def spread(points):
    square = sum(np.var(points[:, axis], ddof=1) for axis in (0, 1)) / 2
    quartiles = [np.subtract(*np.percentile(points[:, axis], (75, 25))) for axis in (0, 1)]
    return min(math.sqrt(square), sum(quartiles) / 2 / 1.349)


def test_oversmoothing(folder):
    points = places(survey())
    n = math.sqrt(points[:, 2].sum() * (len(points) - points[:, 2].sum()))
    study = drawn(folder)
    ran = heat(study, folder / "out", *sets(bandwidth_rule="oversmoothing", bandwidth_m=1), "-v")
    # quartic: R(K) = 9/(5π), variance 1/8; the bound 3072/10⁴/π on the roughness of the Laplacian
    expected = (2 * 9 / (5 * math.pi) * 64 / (n * 0.3072 / math.pi))**(1 / 6) * spread(points)
    close(bandwidth(folder / "out"), expected, 1e-9 * expected)
    assert "oversmoothing" in ran.err


def test_likelihood(folder):
    """The best of a fine grid of bandwidths, with the Gaussian kernel and without those at the very place."""
    shops = survey() + [shop(f"again{i}", "O", 100, 10) for i in range(6)]
    points = places(shops)
    study = drawn(folder, shops)
    heat(study, folder / "out", *sets(bandwidth_rule="likelihood"))
    d2 = (points[:, 0, None] - points[None, :, 0])**2 + (points[:, 1, None] - points[None, :, 1])**2
    others = (d2 > 0).sum(axis=1)

    def score(h):
        k = np.exp(-d2 / 2 / h**2) / (2 * math.pi * h**2)
        k[d2 == 0] = 0
        return np.log(np.maximum(k.sum(axis=1), 1e-16 / (2 * math.pi * h**2) * math.exp(16 * math.log(10) - 8.6**2 / 2)) / others).sum()
    tried = np.exp(np.linspace(math.log(10), math.log(200), 3000))
    best = tried[np.argmax([score(h) for h in tried])]
    assert abs(math.log(bandwidth(folder / "out") / (best * 460.8**(1 / 6)))) < 0.02  # canonical factor of quartic; 1 % of the search


# --- lines and areas -------------------------------------------------------------------------------------------------


def test_bands_and_contours_follow_the_rasters(folder):
    study = drawn(folder)
    out = folder / "out"
    heat(study, out, *sets(bandwidth_m=70, cell_m=5, threshold=1), "--set", "vacancy.classes=[0.1, 0.25, 0.4]")
    (rate, p), x, y, cell = read(out, "vacancy_heatmap")
    source = ogr.Open(str(out / "vitrine.gpkg"))
    bands = [(f["band"], f["low"], f["high"], f.geometry().Clone()) for f in source.GetLayer("heatmap_bands")]
    bounds = [0, 0.1, 0.25, 0.4, 1]
    assert {(b, l, h) for b, l, h, _ in bands} == {(i, bounds[i], bounds[i + 1]) for i in range(4)}
    assert all(g.IsValid() and g.GetGeometryName() == "POLYGON" for *_, g in bands)
    covered, together = sum(g.GetArea() for *_, g in bands), ogr.Geometry(ogr.wkbMultiPolygon)
    for *_, g in bands:
        together.AddGeometry(g)
    close(together.UnionCascaded().GetArea(), covered, 1e-6 * covered)  # none overlaps another
    whole = ~np.isnan(rate[:-1, :-1] + rate[1:, :-1] + rate[:-1, 1:] + rate[1:, 1:])
    close(covered, whole.sum() * cell**2, 1e-6 * covered)  # and together they are all squares between known centres
    tested = 0
    for r in range(0, len(y), 3):
        for c in range(0, len(x), 3):
            point = ogr.CreateGeometryFromWkt(f"POINT ({x[c]} {y[r]})")
            for band, low, high, g in bands:
                if g.Contains(point) and point.Distance(g.Boundary()) > 0.01:
                    assert low <= rate[r, c] < high or (high == 1 and rate[r, c] == 1), (rate[r, c], low, high)
                    tested += 1
    assert tested > 200
    lines = [(f["level"], f["p"], f.geometry().Clone()) for f in source.GetLayer("heatmap_contours")]
    assert {(l, v) for l, v, _ in lines} == {("above", 0.05), ("below", 0.95)}
    for _, level, g in lines:  # each vertex lies between two neighbouring centres, one on each side of the level
        for i in range(g.GetPointCount()):
            c, r = (g.GetX(i) - x[0]) / cell, (y[0] - g.GetY(i)) / cell
            corners = p[math.floor(r + 1e-9):math.ceil(r - 1e-9) + 1, math.floor(c + 1e-9):math.ceil(c - 1e-9) + 1]
            assert corners.size == 2 and corners.min() < level <= corners.max() + 1e-7, (corners, level)


# --- the files -------------------------------------------------------------------------------------------------------


def test_rasters_are_cloud_optimised_and_described(folder):
    study = drawn(folder)
    heat(study, folder / "out", *sets(cell_m=1, bandwidth_m=80), "--lang", "en")  # beyond 512 cells: overviews
    outputs = {o["file"] for o in json.loads((folder / "out" / "run.json").read_text(encoding="utf-8"))["outputs"]}
    for name in RASTERS:
        path = folder / "out" / f"{name}.tif"
        warnings, errors, _ = validate_cloud_optimized_geotiff.validate(str(path), full_check=True)
        assert not errors and not warnings, (warnings, errors)
        source = gdal.Open(str(path))
        band = source.GetRasterBand(1)
        assert band.DataType == gdal.GDT_Float32 and math.isnan(band.GetNoDataValue()) and band.GetOverviewCount() >= 1
        assert source.GetMetadata("IMAGE_STRUCTURE")["COMPRESSION"] == "DEFLATE"
        assert source.GetSpatialRef().GetAuthorityCode(None) == "2154"
        assert b"{{" not in (folder / "out" / f"{name}.qml").read_bytes() and {f"{name}.tif", f"{name}.qml", f"{name}.sld"} <= outputs
    heatmap = gdal.Open(str(folder / "out" / "vacancy_heatmap.tif"))
    equal([heatmap.GetRasterBand(b).GetDescription() for b in (1, 2)], ["Local vacancy rate", "p: rate above the town's"])
    heat(study, folder / "fr")
    french = gdal.Open(str(folder / "fr" / "vacancy_density.tif"))
    equal(french.GetRasterBand(1).GetDescription(), "Locaux vacants par hectare")
    equal(sorted(p.suffix for p in folder.glob("out/*") if not p.name.endswith("json")), [".gpkg", ".html"] + [".qml"] * 3 + [".sld"] * 3 + [".tif"] * 3)


def test_same_bytes_for_any_threads_folder_and_order(folder):
    study = drawn(folder)
    heat(study, folder / "one", "--threads", 1, *sets(cell_m=2))
    heat(study, folder / "seven", "--threads", 7, *sets(cell_m=2))
    (folder / "elsewhere").mkdir()
    shuffled = survey()
    random.Random(3).shuffle(shuffled)
    heat(drawn(folder / "elsewhere", shuffled), folder / "elsewhere" / "out", *sets(cell_m=2))
    plain, seven, other = (snapshot(folder / n) for n in ("one", "seven", "elsewhere/out"))
    equal([n for n in plain if plain[n] != seven[n]], [])
    equal([n for n in plain if plain[n] != other[n]], ["run.json", "vitrine.gpkg"])  # the digest of the survey


def test_rasters_whatever_the_formats_and_no_vacancy_layers(folder):
    study = drawn(folder)
    heat(study, folder / "out", "--set", "export.formats=[geojson]")
    names = sorted(p.name for p in (folder / "out").iterdir())
    equal(names, sorted([*(f"{r}.{s}" for r in RASTERS for s in ("tif", "qml", "sld")), "heatmap_bands.geojson", "heatmap_contours.geojson",
                         "rejects.geojson", "run.json", "styles.maplibre.json"]))


def test_run_makes_it_when_the_study_has_the_section(folder):
    study = drawn(folder)
    done("run", study, "-o", folder / "out")
    assert not list(folder.glob("out/*.tif")) and "rasters" not in (folder / "out" / "run.json").read_text(encoding="utf-8")
    for section in ("heatmap: {}\n", "heatmap:\n", "heatmap: {cell_m: 12}\n"):
        study.write_text(STUDY.replace("fields: {id: id, street: street}", "fields: {id: id}") + section, encoding="utf-8")
        ran = done("run", study, "-o", folder / "out", "--overwrite")
        assert len(list(folder.glob("out/*.tif"))) == 3 and "carte de chaleur" in ran.out and "ensemble" in ran.out, section
        tables = {r["table_name"] for r in rows(folder / "out", "SELECT table_name FROM gpkg_contents")}
        assert {"heatmap_bands", "heatmap_contours", "street_vacancy"} <= tables
        styled = {r["f_table_name"] for r in rows(folder / "out", "SELECT f_table_name FROM layer_styles")}
        assert {"heatmap_bands", "heatmap_contours"} <= styled
    (folder / "out" / "mine.tif").write_bytes(b"mine")
    done("vacancy", study, "-o", folder / "out", "--overwrite")  # ours go, the user's own stays
    equal([p.name for p in folder.glob("out/*.tif")] + [p.name for p in folder.glob("out/*.qml")] + [p.name for p in folder.glob("out/*.sld")], ["mine.tif"])


def test_a_disk_that_fills_up_leaves_nothing(folder):
    study = drawn(folder)
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))  # noqa: E731
    ran = subprocess.run([VITRINE, "heatmap", str(study), "-o", str(folder / "out"), *sets(cell_m=2), "--set", "export.formats=[geojson]"],
                         preexec_fn=limit, restore_signals=False, capture_output=True, text=True)  # EFBIG, not SIGXFSZ
    assert ran.returncode == 1 and "tif" in ran.stderr, (ran.returncode, ran.stderr)
    assert not (folder / "out").exists() and not list(folder.glob(".out*"))


# --- what is refused, what is warned of ------------------------------------------------------------------------------


def test_bad_parameters_are_refused(folder):
    study = drawn(folder)

    def no(*says, **keys):
        refused("heatmap", study, "-o", folder / "out", *sets(**keys), says=says)
    no("heatmap.bandwidth_m", "0.1..100000", bandwidth_m=0)
    no("heatmap.bandwidth_m", "nan", bandwidth_m="nan")
    no("heatmap.bandwidth_m: 20", "cell_m, 25", bandwidth_m=20, cell_m=25)
    no("heatmap.kernel", "quartic", kernel="cubic")
    no("heatmap.cell_m: 0.1", "more than 200000000", "at least", cell_m=0.1, bandwidth_m=2000)
    no("heatmap.threshold", threshold=-1)
    assert not (folder / "out").exists()


def test_the_cell_that_is_said_to_fit_fits(folder):
    """12 m of street 200 km away: 200 million cells are not asked for, only counted."""
    study = drawn(folder, streets=STREETS + [street("s9", "Loin", (200000, 0), (200012, 150000))])
    ran = refused("heatmap", study, "-o", folder / "out", says=["heatmap.cell_m: 10", "give at least"])
    least = float(ran.err.split("give at least ")[1])
    assert 12 < least < 14  # 200.4 km by 150.5 km in 2e8 cells: 12.28 m


def test_studies_without_a_map_are_refused(folder):
    def no(shops, *says, centres=None, streets=STREETS, keys=None):
        refused("heatmap", drawn(folder, shops, centres, streets), "-o", folder / "out", *sets(**(keys or {})), says=says)
    no([shop("a", "?", 0, 0), shop("b", "R", 10, 0)], "none of its 2 premises is occupied or vacant")
    no([shop("a", "V", 5000, 0)], "none of the 1 premises", "layers.streets", "edge_correction")
    no(None, "none of the", "layers.centres", centres=[square("c", "C", 5000, 5000, 5100, 5100)])
    no(None, "no line has a name", streets=[street("s", None, (0, 0), (10, 0))])
    for rule in ("oversmoothing", "likelihood"):
        no([shop("a", "V", 0, 0), shop("b", "O", 0, 0)], "heatmap.bandwidth_rule", "one place", keys={"bandwidth_rule": rule})
    refused("heatmap", drawn(folder), "-o", folder / "out", "--set", "layers.streets.where=name = 'none'", says=["edge_correction"])


def test_all_at_one_place_and_a_window_less_than_a_cell(folder):
    study = drawn(folder, [shop(f"p{i}", "VO"[i % 2], 100, 0) for i in range(10)])
    ran = heat(study, folder / "out")
    (rate, p), *_ = read(folder / "out", "vacancy_heatmap")
    known = np.isfinite(rate)
    assert known.any() and (rate[known] == 0.5).all() and (p[known] == 0.5).all()
    assert "larger than the town" in ran.err
    # a centre of 4 m that no cell centre lies in: there is nowhere to put the premises
    study = drawn(folder, [shop("a", "V", 2, 2), shop("b", "O", 1, 1)], [square("c", "C", 0, 0, 4, 4)])
    refused("heatmap", study, "-o", folder / "no", says=["none of the 2 premises"])
    # one cell: all of both
    heat(study, folder / "yes", *sets(cell_m=4, bandwidth_m=4, threshold=0))
    close(read(folder / "yes", "vacancy_density")[0][0, 0, 0], 1e4 / 16, 1e-3)


def test_a_threshold_that_nothing_reaches_is_warned_of(folder):
    ran = heat(drawn(folder), folder / "out", *sets(threshold=100000))
    assert "nowhere is the stock as dense" in ran.err
    assert np.isnan(read(folder / "out", "vacancy_heatmap")[0]).all() and np.nanmax(read(folder / "out", "premises_density")[0]) > 0
    equal(rows(folder / "out", "SELECT count(*) n FROM heatmap_bands"), [{"n": 0}])


def test_progress_and_help():
    assert "p < 5" not in done("heatmap", "--help").out and "vacancy_heatmap.tif" in done("heatmap", "--help").out
    assert "heatmap.kernel" in done("params", "heatmap").out


run(globals())
