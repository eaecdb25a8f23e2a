"""Measures of friches through the command against friche_measures.py: Gennes (IGN), the demo town, a PLU with an invalid polygon."""
import math
import pathlib
import sqlite3
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "cli")]
from tap import *
from town import by, equal, ledger


def oracle(*arguments):
    """{site: {measure: value}} of friche_measures.py."""
    ran = subprocess.run([sys.executable, str(HERE / "friche_measures.py"), *map(str, arguments)], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    head, *lines = [line.split("\t") for line in ran.stdout.splitlines()]
    return {line[0]: dict(zip(head[1:], line[1:])) for line in lines}


def compare(out, expected):
    """Each measure to 1e-9 of its size, shares to 1e-9; the inscribed circle to the tolerances of its radius, 0.1 m and here 0.01."""
    found = {}
    for row in rows(out, "SELECT * FROM friche_measures"):
        found.setdefault(row["site_id"], {})[row["measure"]] = row["value"]
    compared = 0
    for site, measures in expected.items():
        for name, text in measures.items():
            if name == "zoning" or text == "":
                continue
            value, got = float(text), found[site].get(name)
            if math.isnan(value):
                assert got is None or math.isnan(got), (site, name, got)
                continue
            if got is None and name.startswith("share_zoning_"):
                got = 0.0
            room = 0.22 if name == "widest_m" else 1e-9 * max(abs(value), 1)
            assert got is not None and abs(got - value) <= room, f"{site} {name}: got {got!r}, expected {value!r}"
            compared += 1
    equal(sorted(found), sorted(expected))
    return compared


def test_gennes(folder):
    """Every 40th parcel as a friche: its own parcel inside, its neighbours touching, buildings, zoning (one of 26 is empty)."""
    from osgeo import gdal
    gennes = data("gennes", "parcel.gpkg").parent
    gdal.UseExceptions()
    gdal.VectorTranslate(str(folder / "friches.gpkg"), str(gennes / "parcel.gpkg"), SQLStatement="SELECT SECTION || NUMERO || '_' || fid AS site, geom FROM parcel WHERE fid % 40 = 0",
                         SQLDialect="SQLITE", layerName="friches")
    (folder / "study.yaml").write_text(f"""title: Gennes
crs: EPSG:2154
layers:
  friches: {{source: friches.gpkg, fields: {{id: site}}}}
  parcels: {{source: {gennes}/parcel.gpkg}}
  buildings: {{source: {gennes}/building.gpkg}}
  zoning: {{source: {gennes}/zoning.gpkg, fields: {{type: TYPEZONE}}}}
rejects: {{ceiling: 0.05}}
""")
    done("friche", folder / "study.yaml", "-o", folder / "out")
    expected = oracle("--crs", "EPSG:2154", "--friches", folder / "friches.gpkg", "--id", "site", "--parcels", gennes / "parcel.gpkg",
                      "--buildings", gennes / "building.gpkg", "--zoning", gennes / "zoning.gpkg", "--type", "TYPEZONE")
    equal(len(expected), 21)  # 851 / 40
    assert compare(folder / "out", expected) >= 21 * 8
    assert all(row["parcels"] >= 1 for row in by(folder / "out", "friche_potential", "site_id").values())


def test_the_demo_town(folder):
    done("friche", DEMO / "etude_2026.yaml", "-o", folder / "out", "--set", "friche.statuses=[friche sans projet, friche avec projet, friche potentielle, friche reconvertie]")
    expected = oracle("--crs", "EPSG:2154", "--friches", DEMO / "friches.geojson", "--id", "site_id", "--constraint", f"flood={DEMO / 'inondation.geojson'}",
                      "--parcels", DEMO / "parcelles.geojson", "--owner", "proprietaire", "--buildings", DEMO / "batiments.geojson",
                      "--zoning", DEMO / "zonage.geojson", "--type", "typezone", "--centres", DEMO / "centre.geojson",
                      "--land-cover", DEMO / "occupation_sol.geojson", "--artificial", "artificiel")
    expected.pop("71998_F12")  # a point: the command gives it the ground of its parcels
    database = sqlite3.connect(folder / "out" / "vitrine.gpkg")
    database.execute("DELETE FROM friche_measures WHERE site_id = '71998_F12'")
    database.commit()
    assert compare(folder / "out", expected) >= 11 * 12


def test_a_plu_with_an_invalid_polygon(folder):
    """PLUi 241800432: one of its polygons crosses itself. As friches: rejected, or mended and told with the change of area."""
    plu = next(data("plu", "241800432_PLUi_20200128").glob("*ZONE_URBA*.shp"))
    (folder / "study.yaml").write_text(f"title: PLU\ncrs: EPSG:2154\nlayers:\n  friches: {{source: {plu}}}\n")
    done("friche", folder / "study.yaml", "-o", folder / "out", "--set", "friche.sensitivity.draws=0")
    account = ledger(folder / "out", "friches")
    equal((account["read"], account["rejected"]), (account["used"] + account["filtered"] + account["rejected"], 1))
    done("friche", folder / "study.yaml", "-o", folder / "mended", "--set", "friche.sensitivity.draws=0", "--set", "repair=structure")
    equal(ledger(folder / "mended", "friches")["rejected"], 0)
    told = [row["message"] for row in rows(folder / "mended", "SELECT * FROM rejects WHERE code = 'repaired'")]
    assert len(told) == 1 and " m2" in told[0], told


if __name__ == "__main__":
    run(globals())
