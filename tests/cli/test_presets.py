#!/usr/bin/env python3
"""The presets: each is well-formed; those with real data at hand read it, with counts that SQL over GDAL gives apart from vitrine; the
others are marked, and the page cites each field. Files made up here bear the names of a schema and pass for no data."""
import pathlib
import re
import sys

from osgeo import ogr

ogr.UseExceptions()
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE)]
from tap import *
from town import *

FOLDER = ROOT / "geodata" / "presets"
UNVERIFIED = {"ban", "bdcom", "cadastre_etalab", "fichiers_fonciers", "georisques", "new_york", "ocs_ge", "sirene"}
VERIFIED = {"bd_topo", "cadastre_pci", "cnig_friches", "cnig_plu", "cnig_ppr", "cnig_sites_economiques", "osm", "vancouver"}
# Keys of a preset that no study has.
OWN = ("source", "unverified", "once")


def presets():
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml"))}


def ledger(study):
    """layer: (read, used, filtered, rejected) of a check."""
    lines = done("check", study).out.splitlines()[1:]
    return {words[0]: tuple(map(int, words[1:5])) for words in map(str.split, lines)}


def study(folder, layers, more=""):
    path = folder / "study.yaml"
    path.write_text("title: Essai\ncrs: EPSG:2154\nlayers:\n" + "".join(f"  {line}\n" for line in layers) + more, encoding="utf-8")
    return path


def sql(path, query):
    """Values of a query by GDAL itself, SQLite dialect."""
    source = ogr.Open(str(path))
    answer = source.ExecuteSQL(query, dialect="sqlite")
    values = [row.GetFieldAsString(i) for row in answer for i in range(row.GetFieldCount())]
    source.ReleaseResultSet(answer)
    return values


def mapped(text):
    """Every source field that a preset names, by the plain lists of its own style of writing."""
    fields = []
    for line in text.splitlines():
        found = re.match(r"\s+(\w+): \[(.*)\]$", line)
        if found and found.group(1) not in ("keep", "missing", "vacant", "occupied", "layer"):
            fields += [f.strip().strip('"') for f in found.group(2).split(",")]
        if "geometry:" in line:
            fields += [f.strip() for group in re.findall(r"\[([^\]]*)\]", line) for f in group.split(",")]
    return sorted(set(fields))


# --- form -----------------------------------------------------------------------------------------------------------------


def test_all_presets_ship_and_the_unverified_ones_say_so():
    assert set(presets()) == UNVERIFIED | VERIFIED
    lines = done("presets").out.splitlines()
    names = [line.split()[0] for line in lines if not line.startswith(" ")]
    assert names == sorted(presets()), names
    marked = {lines[i].split()[0] for i in range(len(lines) - 1) if lines[i + 1].strip() == "unverified: no real data was at hand"}
    assert marked == UNVERIFIED, marked ^ UNVERIFIED
    french = done("presets", env={"LANGUAGE": "fr", "LC_ALL": "C.UTF-8"})
    assert french.out.count("\n") == len(lines)


def test_every_key_of_a_preset_is_one_of_a_study(folder):
    """As layers of a study each is read whole, and only the file is missing: an unknown key would be named first."""
    for name, text in presets().items():
        body = [line for line in text.splitlines() if not line.startswith("#") and not re.match(rf"\s*({'|'.join(OWN)}):", line)]
        out = []
        for line in body:
            if line in ("constraints:", "places:"):
                out += [line, "  one:"]
            else:
                out.append("  " + line if out and out[-1].startswith("  one:") or any(l in ("constraints:", "places:") for l in out) else line)
        kind = next(l for l in out if not l.startswith(" ")).rstrip(":")
        text = "\n".join("  " + l for l in out)
        text = re.sub(r"(x|y): \[([^\],]*)[^\]]*\]", r"\1: \2", text) if "geometry:" in text else text
        text = re.sub(r"geojson: \[(\w+)\]", r"geojson: \1", text)
        path = folder / "study.yaml"
        path.write_text(f"crs: EPSG:2154\nlayers:\n{text}\n", encoding="utf-8")
        ran = vitrine("check", path)
        assert ran.status == 3 and ".source is missing" in ran.err, (name, kind, ran.err)


def test_a_study_may_not_be_unverified(folder):
    path = folder / "study.yaml"
    path.write_text("crs: EPSG:2154\nunverified: true\nlayers:\n  zoning: {source: a.gpkg}\n")
    refused("check", path, says=("study.yaml:2", "unverified", "unknown key"))
    path.write_text("crs: EPSG:2154\nlayers:\n  zoning: {source: a.gpkg, unverified: true}\n")
    refused("check", path, says=("study.yaml:3", "unverified", "unknown key"))


def test_the_page_has_a_part_for_each_and_cites_every_field_of_the_unverified():
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    parts = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    assert set(parts) == set(presets()), set(parts) ^ set(presets())
    for name in UNVERIFIED:
        cited = {c.lower() for c in re.findall(r"`([^`]+)`", parts[name])}
        fields = mapped(presets()[name])
        assert fields, name
        for field in fields:
            assert field.lower() in cited, (name, field)
        assert f"| [`{name}`](#{name}) |" in page and re.search(rf"\[`{name}`\].*unverified", page), name
    for name, text in presets().items():
        assert text.startswith("# ") and "\nsource: https://" in text, name


# --- real data ---------------------------------------------------------------------------------------------------------------


def test_cadastre_pci(folder):
    for code in "13029", "25354":
        file = data("cadastre", f"cadastre_{code}.gpkg")
        parcels, buildings, area = (int(float(sql(file, q)[0])) for q in (
            "SELECT count(DISTINCT IDU) FROM parcelle", "SELECT count(DISTINCT OBJECT_RID) FROM batiment", "SELECT sum(SUPF) FROM parcelle"))
        read = ledger(study(folder, [f"parcels: {{source: {file}, preset: cadastre_pci}}", f"buildings: {{source: {file}, preset: cadastre_pci}}"]))
        assert read == {"parcels": (parcels, parcels, 0, 0), "buildings": (buildings, buildings, 0, 0)}, read
        assert area == {"13029": 1757341, "25354": 6131147}[code]


def test_cadastre_pci_gives_ids_and_stated_areas(folder):
    """A zone over the whole sheet: every parcel is a land unit, and the run compares drawn with stated areas."""
    file = data("cadastre", "cadastre_13029.gpkg")
    x1, x2, y1, y2 = (float(v) for v in sql(file, "SELECT min(st_minx(geom)), max(st_maxx(geom)), min(st_miny(geom)), max(st_maxy(geom)) FROM parcelle"))
    ring = [[x1 - 9, y1 - 9], [x2 + 9, y1 - 9], [x2 + 9, y2 + 9], [x1 - 9, y2 + 9], [x1 - 9, y1 - 9]]
    geojson(folder / "zone.geojson", [({"id": "Z"}, "Polygon", [ring])])
    path = study(folder, [f"parcels: {{source: {file}, preset: cadastre_pci}}", "zones: {source: zone.geojson, fields: {id: id}}"], "land: {}\nrejects: {ceiling: 1}\n")
    done("land", path, "-o", folder / "out")
    ids = {row["parcel_ids"] for row in rows(folder / "out", "SELECT parcel_ids FROM land_unit")}
    assert ids == set(sql(file, "SELECT IDU FROM parcelle")), len(ids)


def test_cnig_plu(folder):
    for plan, invalid in ("30014_PLU_20171013", 0), ("241800432_PLUi_20200128", 1):
        code, day = plan.split("_")[0], plan.split("_")[2]
        zones, lines = (data("plu", plan, f"{code}_{layer}_{day}.shp") for layer in ("ZONE_URBA", "PRESCRIPTION_LIN"))
        n = int(sql(zones, f'SELECT count(*) FROM "{zones.stem}"')[0])
        m = int(sql(lines, f'SELECT count(*) FROM "{lines.stem}"')[0])
        read = ledger(study(folder, [f"zoning: {{source: {zones}, preset: cnig_plu}}", f"frontage_rules: {{source: {lines}, preset: cnig_plu}}"]))
        assert read == {"zoning": (n, n - invalid, 0, invalid), "frontage_rules": (m, 0, m, 0)}, (plan, read)


def test_cnig_plu_joins_type_and_subtype(folder):
    """30014 has 15 lines of type 15, as a number, and subtype 01; 241800432 has 07-00 and 07-04. A shop on a line of each sort."""
    for plan, where, expected in ("30014_PLU_20171013", 15, {"15-01"}), ("241800432_PLUi_20200128", 7, {"07-00", "07-04"}):
        code, day = plan.split("_")[0], plan.split("_")[2]
        file = data("plu", plan, f"{code}_PRESCRIPTION_LIN_{day}.shp")
        places = sql(file, f'SELECT st_x(p) || \' \' || st_y(p) FROM (SELECT st_pointn(st_geometryn(geometry, 1), 1) p FROM "{file.stem}" WHERE CAST(TYPEPSC AS integer) = {where})')
        table(folder / "p.csv", [{"id": i, "x": p.split()[0], "y": p.split()[1], "s": "V"} for i, p in enumerate(places)])
        x, y = map(float, places[0].split())
        geojson(folder / "s.geojson", [({"id": "1", "name": "Rue"}, "LineString", [[x - 500, y], [x + 500, y]])])
        path = study(folder, ["premises: {source: p.csv, crs: EPSG:2154, geometry: {x: x, y: y}, fields: {id: id}, status: {field: s, values: {vacant: [V]}}}",
                              "streets: {source: s.geojson, fields: {id: id, name: name}}",
                              f"frontage_rules: {{source: {file}, preset: cnig_plu, where: 'CAST(TYPEPSC AS integer) = {where}'}}"])
        done("vacancy", path, "-o", folder / "out", "--overwrite")
        found = {row["rule"] for row in rows(folder / "out", "SELECT DISTINCT rule FROM frontage_rule_vacancy")}
        assert found == expected, (plan, found)


def test_cnig_ppr(folder):
    file = data("plu", "pprt_69dreal20090005", "pprt_69dreal20090005.gpkg")
    layers = [f"pprt_69dreal20090005_zonereglementaire{part}_s" for part in ("urba", "foncier")]
    read = ledger(study(folder, ["constraints:"] + [f"  c{i}: {{source: {file}, layer: {layer}, preset: cnig_ppr, kind: technological}}" for i, layer in enumerate(layers)]))
    for i, layer in enumerate(layers):
        n = int(sql(file, f"SELECT count(DISTINCT idzonereglementaire) FROM {layer}")[0])
        assert read[f"constraints.c{i}"] == (n, n, 0, 0), (layer, n, read)
    refused("check", study(folder, ["constraints:", f"  c: {{source: {file}, preset: cnig_ppr}}"]), says=("several layers", "zonereglementaireurba"))


def test_bd_topo(folder):
    buildings, zones, roads = data("olemps", "BATIMENT.shp"), data("olemps", "ZONE_D_ACTIVITE_OU_D_INTERET.shp"), data("gennes", "road.gpkg")
    n, heights, floors = (int(v) for v in sql(buildings, "SELECT count(DISTINCT ID), count(HAUTEUR), count(NB_ETAGES) FROM BATIMENT"))
    all_zones, trade = (int(v) for v in sql(zones, "SELECT count(*) a, sum(CATEGORIE LIKE 'Industriel et commercial') b FROM ZONE_D_ACTIVITE_OU_D_INTERET"))
    read = ledger(study(folder, [f"buildings: {{source: {buildings}, preset: bd_topo}}", f"zones: {{source: {zones}, preset: bd_topo}}"]))
    assert read == {"buildings": (n, n, 0, 0), "zones": (all_zones, trade, all_zones - trade, 0)}, read
    assert (n, heights, floors, trade) == (2273, 2004, 1334, 4)
    done("land", study(folder, [f"buildings: {{source: {buildings}, preset: bd_topo}}", f"zones: {{source: {zones}, preset: bd_topo}}"], "land: {}\n"), "-o", folder / "out")
    told = sorted((r["zone_id"], r["name"], r["vocation"]) for r in rows(folder / "out", "SELECT * FROM zone_inventory"))
    wanted = sql(zones, "SELECT ID, coalesce(TOPONYME, ''), NATURE FROM ZONE_D_ACTIVITE_OU_D_INTERET WHERE CATEGORIE = 'Industriel et commercial' ORDER BY ID")
    assert [(a, b or None if b != "(null)" else None, c) for a, b, c in zip(*[iter(wanted)] * 3)] == told, (wanted, told)
    x, y = sql(roads, "SELECT st_x(p), st_y(p) FROM (SELECT st_startpoint(st_geometryn(geom, 1)) p FROM roadSS LIMIT 1)")
    table(folder / "p.csv", [{"id": 1, "x": x, "y": y, "s": "V"}])
    path = study(folder, ["premises: {source: p.csv, crs: EPSG:2154, geometry: {x: x, y: y}, fields: {id: id}, status: {field: s, values: {vacant: [V]}}}",
                          f"streets: {{source: {roads}, preset: bd_topo}}"])
    done("vacancy", path, "-o", folder / "out", "--overwrite")
    streets = rows(folder / "out", "SELECT DISTINCT street_name FROM street_vacancy")
    spelt = int(sql(roads, "SELECT count(DISTINCT NOM_VOIE_G) FROM roadSS WHERE NOM_VOIE_G <> ''")[0])
    assert len(streets) == spelt, (len(streets), spelt)


# --- names of a schema, on rows made up --------------------------------------------------------------------------------------


def read_premises(folder, records, preset, more="", delimiter=","):
    table(folder / "premises.csv", records, delimiter)
    geojson(folder / "streets.geojson", [street("S", "Rue Haute", (0, 0), (200, 0))])
    path = study(folder, [f"premises: {{source: premises.csv, preset: {preset}{more}}}", "streets: {source: streets.geojson, fields: {id: id, name: name}}"])
    done("vacancy", path, "-o", folder / "out", "--overwrite")
    return rows(folder / "out", "SELECT * FROM premises ORDER BY premises_id")


def test_bdcom_by_both_sets_of_names(folder):
    """Made-up rows: the codes of vacant and works, a baker; the second set of names comes second in the preset."""
    for names in ("C_ORD", "LIB_VOIE", "NUM", "CODACT"), ("ORDRE", "LIBELLE_VOIE", "NUM", "CODE_ACTIVITE"):
        records = [dict(zip(names, (i, "RUE HAUTE", i, code)), X=X + 10 * i, Y=Y + 3) for i, code in enumerate(("AA101", "AA102", "CA106"), 1)]
        found = read_premises(folder, records, "bdcom")
        assert [(r["premises_id"], r["street_name"], r["status"], r["activity"]) for r in found] == [
            ("1", "Rue Haute", "vacant", "AA101"), ("2", "Rue Haute", "works", "AA102"), ("3", "Rue Haute", "occupied", "CA106")], found
        assert found[0]["family"] and found[0]["family"] != found[2]["family"]


def test_new_york_by_both_sets_of_names(folder):
    lon, lat = 2.3472, 48.8567  # near the town's corner
    for names in ("Property Street", "Vacant on 12/31", "Longitude", "Latitude"), ("property_street", "vacant_on_12_31", "longitude", "latitude"):
        records = [dict(zip(names, ("Rue Haute", said, lon, lat)), unit=i) for i, said in enumerate(("YES", "N", ""))]
        for record in records:
            record.update({"Property Number" if names[0][0] == "P" else "property_number": "1",
                           "Primary Business Activity" if names[0][0] == "P" else "primary_business_activity": "RETAIL"})
        found = read_premises(folder, records, "new_york")
        assert sorted(r["status"] for r in found) == ["occupied", "unknown", "vacant"], found
    records[0]["vacant_on_12_31"] = "MAYBE"
    table(folder / "premises.csv", records)
    refused("check", folder / "study.yaml", says=("MAYBE", "not mapped"))


def test_ban_as_a_survey_and_as_places(folder):
    record = {"id": "71998_0001_00001", "numero": 1, "rep": "bis", "nom_voie": "Rue Haute", "lon": 2.3472, "lat": 48.8567, "releve": "V"}
    found = read_premises(folder, [record], "ban", ", status: {field: releve, values: {vacant: [V]}}", ";")
    assert (found[0]["premises_id"], found[0]["street_name"], found[0]["status"]) == ("71998_0001_00001", "Rue Haute", "vacant"), found
    assert ledger(study(folder, ["places:", "  a: {source: premises.csv, preset: ban}"])) == {"places.a": (1, 1, 0, 0)}
    refused("check", study(folder, ["premises: {source: premises.csv, preset: ban}"]), says=("layers.premises.status.field is missing",))


def zone_town(folder, more, files=()):
    """One zone of 200 × 100 m with two parcels of 100 × 100 m; what `more` adds."""
    for name, features in files:
        geojson(folder / name, features)
    geojson(folder / "zones.geojson", [square("Z", "Zone", 0, 0, 200, 100)])
    geojson(folder / "parcels.geojson", [square("A", "", 0, 0, 100, 100), square("B", "", 100, 0, 200, 100)])
    path = study(folder, ["zones: {source: zones.geojson, fields: {id: id}}", "parcels: {source: parcels.geojson, fields: {id: id}}"] + more, "reference_date: 2026-06-30\nland: {}\n")
    done("land", path, "-o", folder / "out", "--overwrite")


def test_sirene_dates_the_closing_only_of_the_closed(folder):
    """A: active since 2010, its dateDebut of 2010 closes nothing. B: closed since 2019, vacant in 2026."""
    table(folder / "sirene.csv", [
        {"siret": "1", "etatAdministratifEtablissement": "A", "dateDebut": "2010-01-01", "dateCreationEtablissement": "2001-01-01", "x": X + 50, "y": Y + 50},
        {"siret": "2", "etatAdministratifEtablissement": "F", "dateDebut": "2019-03-31", "dateCreationEtablissement": "2001-01-01", "x": X + 150, "y": Y + 50}])
    zone_town(folder, ["establishments: {source: sirene.csv, preset: sirene}"])
    found = {r["parcel_ids"]: (r["occupancy"], r["last_activity_end"]) for r in rows(folder / "out", "SELECT * FROM land_unit")}
    assert found == {"A": ("occupied", None), "B": ("vacant", "2019-03-31")}, found


OCS = [("CS1.1.1.1", "US5", True), ("CS1.1.1.2", "US4.1.1", True), ("CS1.1.2.2", None, True), ("CS1.1.2.1", "US5", True), ("CS1.1.2.1", "US1.3", False),
       ("CS2.2.1", "US5", True), ("CS2.2.2", "US4.1.3", True), ("CS2.2.1", "US1.1", False), ("CS2.2.1", None, False), ("CS2.1.1.1", "US5", False), ("CS1.2.2", "US6.3", False)]


def test_ocs_ge_by_its_codes_and_by_artif(folder):
    """The rule of the decree, code by code; `artif` wins where the file has it."""
    for code, usage, artificial in OCS:
        cover = [({"ID": "1", "CODE_CS": code, "CODE_US": usage}, "Polygon", [at((0, 0), (200, 0), (200, 100), (0, 100), (0, 0))])]
        zone_town(folder, ["land_cover: {source: ocs.geojson, preset: ocs_ge}"], [("ocs.geojson", cover)])
        found = {r["artificial"] for r in rows(folder / "out", "SELECT artificial FROM land_partition")}
        assert found == {"yes" if artificial else "no"}, (code, usage, found)
        cover[0][0]["artif"] = "non artif"
        zone_town(folder, ["land_cover: {source: ocs.geojson, preset: ocs_ge}"], [("ocs.geojson", cover)])
        assert {r["artificial"] for r in rows(folder / "out", "SELECT artificial FROM land_partition")} == {"no"}


def test_parcels_and_risks_by_the_names_of_their_schemas(folder):
    ring = [at((0, 0), (100, 0), (100, 100), (0, 100), (0, 0))]
    for preset, record in (("cadastre_etalab", {"id": "71998000AB0001", "contenance": 10000}),
                           ("fichiers_fonciers", {"idpar": "71998000AB0001", "idprocpte": "71998+00001", "catpro3": "P5a", "dcntpa": 10000})):
        geojson(folder / "p.geojson", [(record, "Polygon", ring)])
        assert ledger(study(folder, [f"parcels: {{source: p.geojson, preset: {preset}}}"])) == {"parcels": (1, 1, 0, 0)}
        zone = [square("Z", "Zone", 0, 0, 100, 100)]
        geojson(folder / "z.geojson", zone)
        done("land", study(folder, [f"parcels: {{source: p.geojson, preset: {preset}}}", "zones: {source: z.geojson, fields: {id: id}}"], "land: {}\n"), "-o", folder / "out", "--overwrite")
        unit = rows(folder / "out", "SELECT * FROM land_unit")[0]
        assert unit["parcel_ids"] == "71998000AB0001", unit
        assert (unit["owner_type"] == "P5a") == (preset == "fichiers_fonciers"), unit
    geojson(folder / "r.geojson", [({"id_zone": "Z1", "typereg": "04"}, "Polygon", ring), ({"id_zone": "Z2", "typereg": "02"}, "Polygon", ring)])
    read = ledger(study(folder, ["constraints:", "  flood: {source: r.geojson, preset: georisques, kind: flood, where: \"typereg IN ('03', '04')\"}"]))
    assert read == {"constraints.flood": (2, 1, 1, 0)}, read


run(globals())
