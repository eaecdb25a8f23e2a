#!/usr/bin/env python3
"""The land of business zones on real data and on the made-up metropolis. Expected values come from OGR on whole geometries (unions, areas), from
counts made apart (../shared/design: 955 m² of parcels and 501 m² of zoning areas overlap in Gennes), and from what PostGIS, SpatiaLite and
geopandas agree on for the metropolis (../shared/bench)."""
import json
import os
import pathlib
import statistics
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

BENCH = pathlib.Path(os.environ.get("BENCH", ROOT.parent / "shared" / "bench"))


def close(got, expected, tolerance):
    assert got is not None and abs(got - expected) <= tolerance, f"got {got!r}, expected {expected!r}"


def polygons(path, layer=0, to=None, where=None, repair=False):
    """[(feature, geometry)] by OGR, without empty ones."""
    from osgeo import gdal, ogr, osr
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    source = ogr.Open(str(path))
    own = source.GetLayer(layer)
    own.SetAttributeFilter(where)
    transform = None
    if to:
        systems = [osr.SpatialReference(), osr.SpatialReference()]
        for system, code in zip(systems, (4326, to)):
            system.ImportFromEPSG(code)
            system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        transform = osr.CoordinateTransformation(*systems)
    found = []
    for feature in own:
        geometry = feature.GetGeometryRef()
        if geometry is None or geometry.IsEmpty():
            continue
        geometry = geometry.Clone()
        geometry.FlattenTo2D()
        if transform:
            geometry.Transform(transform)
        if repair and not geometry.IsValid():
            geometry = geometry.MakeValid(["METHOD=STRUCTURE"])
        found.append((feature, geometry))
    return found


def union(geometries):
    from osgeo import ogr
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for geometry in geometries:
        for i in range(geometry.GetGeometryCount()):
            part = geometry.GetGeometryRef(i)
            if part.GetGeometryName() == "POLYGON":
                whole.AddGeometry(part)
            elif geometry.GetGeometryName() == "POLYGON":
                whole.AddGeometry(geometry)
                break
    return whole.UnionCascaded()


def checks(out):
    return {k: v["value"] for k, v in json.loads((out / "run.json").read_text(encoding="utf-8"))["checks"].items()}


def study(folder, text, *options):
    (folder / "study.yaml").write_text(text, encoding="utf-8")
    done("land", folder / "study.yaml", "-o", folder / "out", "--overwrite", *options)
    return folder / "out"


def gennes(folder):
    zones, parcels, buildings = (data("gennes", f"{name}.gpkg") for name in ("zoning", "parcel", "building"))
    return study(folder, f"""title: Gennes
crs: EPSG:2154
layers:
  zones: {{source: {zones}, fields: {{vocation: TYPEZONE, municipality: DEPCOM, name: LIBELLE}}}}
  parcels: {{source: {parcels}, fields: {{id: [DEPCOM, COM_ABS, SECTION, NUMERO]}}}}
  buildings: {{source: {buildings}, fields: {{height_m: HAUTEUR}}}}
""", "--set", "rejects.ceiling=0.05")  # one of the 26 zoning areas is empty


def test_gennes_overlaps_are_found_and_listed(folder):
    """By OGR: what the zoning areas have twice, and what the parcels have twice inside of them; 501 and at most 955 m²."""
    out = gennes(folder)
    zones = [g for _, g in polygons(data("gennes", "zoning.gpkg"))]
    parcels = [g for _, g in polygons(data("gennes", "parcel.gpkg"))]
    ground = union(zones)
    twice = sum(g.Area() for g in zones) - ground.Area()
    close(twice, 501, 0.5)
    inside = [g.Intersection(ground) for g in parcels if g.Intersects(ground)]
    parcels_twice = sum(g.Area() for g in inside) - union(inside).Area()
    everywhere = sum(g.Area() for g in parcels) - union(parcels).Area()
    assert parcels_twice <= everywhere <= 955.5, (parcels_twice, everywhere)
    listed = {r["layer"]: r["m2"] for r in rows(out, "SELECT layer, SUM(area_m2) m2 FROM land_overlap GROUP BY 1")}
    close(listed["zones"], twice, 0.01)
    close(listed["parcels"], parcels_twice, 0.01)
    close(checks(out)["overlap_parcels_m2"], parcels_twice, 0.01)
    assert checks(out)["partition_zone_difference_m2"] < 1e-3 and checks(out)["partition_parcel_difference_m2"] < 1e-3


def test_gennes_pieces_are_the_ground_of_the_zones(folder):
    """Their sum is the union of the zones by OGR; the built ground that of the footprints inside."""
    out = gennes(folder)
    ground = union([g for _, g in polygons(data("gennes", "zoning.gpkg"))])
    close(rows(out, "SELECT SUM(area_m2) m2 FROM land_partition")[0]["m2"], ground.Area(), 0.01)
    close(rows(out, "SELECT SUM(gross_ha) ha FROM land_balance WHERE scope = 'total'")[0]["ha"] * 1e4, ground.Area(), 0.01)
    built = sum(g.Intersection(ground).Area() for _, g in polygons(data("gennes", "building.gpkg")))
    close(rows(out, "SELECT SUM(built_m2) m2 FROM zone_inventory")[0]["m2"], built, 0.01)


def test_cadastral_areas(folder):
    """The distribution of drawn / stated areas (SUPF) of two sheets, as OGR gives it; ids are IDU without a department."""
    for sheet in ("13029", "25354"):
        path = data("cadastre", f"cadastre_{sheet}.gpkg")
        out = study(folder, f"""title: Cadastre
crs: EPSG:2154
repair: structure
layers:
  zones: {{source: {path}, layer: section, fields: {{id: IDU}}}}
  parcels: {{source: {path}, layer: parcelle, fields: {{id: IDU, cadastral_area_m2: SUPF}}}}
""")
        ratios = [g.Area() / f["SUPF"] for f, g in polygons(path, "parcelle") if f["SUPF"]]
        found = checks(out)
        close(found["drawn_to_cadastral_median"], statistics.median(ratios), 1e-6)
        cuts = statistics.quantiles(ratios, n=20, method="inclusive")
        close(found["drawn_to_cadastral_p05"], cuts[0], 1e-6)
        close(found["drawn_to_cadastral_p95"], cuts[-1], 1e-6)
        assert found["drawn_to_cadastral_off_5_percent"] == sum(abs(r - 1) > 0.05 for r in ratios)
        ids = [r["parcel_id"] for r in rows(out, "SELECT DISTINCT parcel_id FROM land_partition WHERE parcel_id IS NOT NULL")]
        assert all(len(i) == 12 for i in ids), ids[:3]


def test_olemps_zones_without_parcels(folder):
    """Four activity zones of BD TOPO and its buildings: areas, footprints and coverage by OGR; no units, no rate."""
    zones, buildings = data("olemps", "ZONE_D_ACTIVITE_OU_D_INTERET.shp"), data("olemps", "BATIMENT.shp")
    where = "CATEGORIE = 'Industriel et commercial'"
    out = study(folder, f"""title: Olemps
crs: EPSG:2154
layers:
  zones: {{source: {zones}, where: "{where}", fields: {{id: ID, name: TOPONYME, vocation: NATURE}}}}
  buildings: {{source: {buildings}, fields: {{}}}}
""")
    footprints = [g for _, g in polygons(buildings)]
    found = {r["zone_id"]: r for r in rows(out, "SELECT * FROM zone_inventory")}
    expected = polygons(zones, where=where)
    assert len(found) == len(expected) == 4
    for feature, zone in expected:
        row = found[feature["ID"]]
        built = sum(g.Intersection(zone).Area() for g in footprints if g.Intersects(zone))
        close(row["gross_m2"], zone.Area(), 1e-3)
        close(row["built_m2"], built, 0.01)
        close(row["coverage"], built / zone.Area(), 1e-6)
        assert row["land_units"] is None and row["vacancy_rate"] is None


def test_cambridge_parcels_with_invalid_ones(folder):
    """13,116 parcels, 37 invalid in degrees (34 in metres): rejected and listed, or repaired; either way the zones' ground adds up to their areas
    by OGR, and the one parcel of all roads is cut by every zone."""
    zones, parcels = data("cambridge", "zoning.geojson"), data("cambridge", "parcels_fy2014.topojson")
    text = f"""title: Cambridge
crs: EPSG:26986
layers:
  zones: {{source: {zones}, fields: {{id: GlobalID, vocation: ZONE_TYPE}}}}
  parcels: {{source: {parcels}, crs: EPSG:4326, fields: {{id: [ML, id]}}}}
"""
    ground = sum(g.Area() for _, g in polygons(zones, to=26986))
    invalid = {f"{f['ML']}/{f['id']}" for f, g in polygons(parcels, to=26986) if not g.IsValid()}
    more = ("--set", "land.overlap_ceiling=0.05", "--set", "rejects.ceiling=0.05")
    out = study(folder, text, *more)
    assert {r["feature_id"] for r in rows(out, "SELECT * FROM rejects WHERE code = 'invalid_geometry'")} == invalid and len(invalid) == 34
    close(rows(out, "SELECT SUM(area_m2) m2 FROM land_partition")[0]["m2"], ground, 0.1)
    out = study(folder, text, *more, "--set", "repair=structure")
    assert {r["feature_id"] for r in rows(out, "SELECT * FROM rejects WHERE code = 'repaired'")} == invalid
    close(rows(out, "SELECT SUM(area_m2) m2 FROM land_partition")[0]["m2"], ground, 0.1)


def test_the_metropolis_as_three_others_have_it(folder):
    """check_c of a tenth of the metropolis, its lines of zones' shopfronts and of 0.0 m² left out: a study with the task's parameters, and SQL."""
    maker, expected = BENCH / "gen.py", BENCH / "expected" / "s0.1" / "check_c.tsv"
    if not maker.exists():
        raise Skip("no ../shared/bench")
    if subprocess.run(["/usr/bin/python3", "-c", "import numpy"], capture_output=True).returncode:
        raise Skip("no numpy")
    subprocess.run(["/usr/bin/python3", maker, folder / "s", "0.1"], check=True, stdout=subprocess.DEVNULL)
    kinds = ("flood", "risk", "pollution", "nature")
    constraints = "".join(f"    {k}: {{source: s/constraints.gpkg, where: \"kind = '{k}'\", fields: {{id: id}}}}\n" for k in kinds)
    out = study(folder, f"""title: Metropolis
crs: EPSG:2154
layers:
  zones: {{source: s/zones.gpkg, fields: {{id: id, name: name, vocation: vocation}}}}
  parcels: {{source: s/parcels.gpkg, fields: {{id: id, owner: owner}}, keep: [stage]}}
  constraints:
{constraints}land: {{owner_contiguity: corner, parcel_share: 0, clip_units: false, kind_priority: [{', '.join(kinds)}]}}
export: {{formats: [gpkg]}}
""")
    areas = rows(out, """SELECT p.zone_id z, p.stage s, i.vocation v, CASE kinds WHEN '' THEN 'free' ELSE kinds END k, PRINTF('%.1f', SUM(p.area_m2)) m2
                         FROM land_partition p JOIN zone_inventory i USING (zone_id) WHERE parcel_id IS NOT NULL GROUP BY 1, 2, 4
                         ORDER BY CAST(p.zone_id AS INTEGER), 2, 4""")
    lines = ["\t".join(("area", r["z"], r["s"], r["v"], r["k"], r["m2"])) for r in areas if r["m2"] != "0.0"]
    uf = rows(out, "SELECT COUNT(*) n, SUM(parcels) p, MAX(parcels) m, PRINTF('%.1f', SUM(area_m2)) a FROM land_unit")[0]
    lines.append(f"uf\t{uf['n']}\t{uf['p']}\t{uf['m']}\t{uf['a']}")
    lines.append("total\t" + rows(out, "SELECT PRINTF('%.1f', SUM(area_m2)) a FROM land_partition WHERE parcel_id IS NOT NULL")[0]["a"])
    wanted = [line for line in expected.read_text(encoding="utf-8").splitlines()
              if not line.startswith("vac\t") and not (line.startswith("area\t") and line.endswith("\t0.0"))]
    assert lines == wanted, next((a, b) for a, b in zip(lines, wanted) if a != b)


run(globals())
