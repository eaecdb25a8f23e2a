"""One tiny town in every format: the numbers do not depend on how the survey is stored.

The town, in metres from (652000, 6862000), EPSG:2154; three streets of 100 m that run east, eight premises 5 m north
of their street. V vacant, O occupied, W works, ? unknown:

    Rue Haute          y = 0     V O O W    4 premises, stock 3, rate 1/3, no unknown: min = max = 1/3
    Rue Basse          y = 200   V O ?      3 premises, stock 2, rate 1/2, min 1/3, max 2/3
    Rue de l'Église    y = 400   O          1 premises,  stock 1, rate 0
    together                                8 premises,  stock 6, rate 2/6
"""
import json
import os
import pathlib
import random
import sqlite3
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from osgeo import ogr, osr
from tap import *
from town import *

ogr.UseExceptions()

NAMES = {"s1": ("Rue Haute", 0), "s2": ("Rue Basse", 200), "s3": ("Rue de l'Église", 400)}
STREETS = [(id, name, at((0, y), (100, y))) for id, (name, y) in NAMES.items()]
PREMISES = [(f"p{i + 1}", status, NAMES[s][0], X + 10 + 10 * i, Y + NAMES[s][1] + 5)
            for i, (status, s) in enumerate([("V", "s1"), ("O", "s1"), ("O", "s1"), ("W", "s1"), ("V", "s2"),
                                             ("O", "s2"), ("?", "s2"), ("O", "s3")])]
#                       premises occupied vacant works unknown stock rate  min  max
EXPECTED = {"Rue Haute": (4, 2, 1, 1, 0, 3, 1 / 3, 1 / 3, 1 / 3),
            "Rue Basse": (3, 1, 1, 0, 1, 2, 1 / 2, 1 / 3, 2 / 3),
            "Rue de l'Église": (1, 1, 0, 0, 0, 1, 0.0, 0.0, 0.0)}

HEAD = "title: Essai\ncrs: EPSG:2154\nlayers:\n"
STATUS = 'status: {field: status, values: {vacant: [V], works: [W], unknown: ["?"], occupied: [O]}}'
FIELDS = "fields: {id: id, street: street}"
STREET_LINE = "  streets: {source: streets.geojson, fields: {id: id, name: name}}\n"


def srs_of(epsg):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


TO_DEGREES = osr.CoordinateTransformation(srs_of(2154), srs_of(4326))


def degrees(x, y):
    """(longitude, latitude) by PROJ through OSR."""
    return list(TO_DEGREES.TransformPoint(x, y)[:2])


def write(path, driver, name, kind, records, epsg=2154, options=(), layer_options=(), mode="create"):
    """records: (properties, WKT in EPSG:2154)."""
    source = ogr.Open(str(path), 1) if mode == "append" else \
        ogr.GetDriverByName(driver).CreateDataSource(str(path), list(options))
    layer = source.CreateLayer(name, srs_of(epsg), kind, list(layer_options))
    for key in records[0][0]:
        layer.CreateField(ogr.FieldDefn(key, ogr.OFTString))
    for properties, wkt in records:
        feature = ogr.Feature(layer.GetLayerDefn())
        for key, value in properties.items():
            feature.SetField(key, value)
        geometry = ogr.CreateGeometryFromWkt(wkt)
        if epsg == 4326:
            geometry.Transform(TO_DEGREES)
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)


PREMISES_WKT = [({"id": id, "status": status, "street": name}, f"POINT ({x} {y})") for id, status, name, x, y in PREMISES]
STREETS_WKT = [({"id": id, "name": name}, "LINESTRING (" + ", ".join(f"{x} {y}" for x, y in line) + ")")
               for id, name, line in STREETS]


def both(folder, driver, ending, epsg=2154, options=(), layer_options=()):
    write(folder / f"premises.{ending}", driver, "premises", ogr.wkbPoint, PREMISES_WKT, epsg, options, layer_options)
    write(folder / f"streets.{ending}", driver, "streets", ogr.wkbLineString, STREETS_WKT, epsg, options, layer_options)


def plain_streets(folder):
    geojson(folder / "streets.geojson", [({"id": id, "name": name}, "LineString", line) for id, name, line in STREETS])


def plain_premises(folder):
    geojson(folder / "premises.geojson",
            [({"id": id, "status": status, "street": name}, "Point", [x, y]) for id, status, name, x, y in PREMISES])


def compute(folder, premises, streets=STREET_LINE, head=HEAD, *arguments):
    """`premises`: lines of the study below layers.premises."""
    (folder / "study.yaml").write_text(head + "  premises:\n" + "".join(f"    {line}\n" for line in premises) + streets,
                                       encoding="utf-8")
    done("run", folder / "study.yaml", "-o", folder / "out", "--overwrite", *arguments)
    return folder / "out"


def holds(out, expected=None):
    equal(by(out, "street_vacancy", "street_name", "premises", "occupied", "vacant", "works", "unknown", "stock",
             "rate", "rate_min", "rate_max"), expected or EXPECTED)
    read = ledger(out)
    equal(read["read"], read["used"] + read["filtered"] + read["rejected"])


def whole(out, tolerance=0.005):
    """The whole town: every premises of every street, each 5 m left of its street at its own measure (in metres)."""
    holds(out)
    total = rows(out, "SELECT * FROM total_vacancy")
    equal([(t["premises"], t["stock"], t["vacant"], t["rate"]) for t in total], [(8, 6, 2, 2 / 6)])
    found = sorted((p["measure_m"], p["distance_m"], p["side"], p["match"]) for p in rows(out, "SELECT * FROM premises"))
    equal([f[2:] for f in found], [("left", "name")] * 8)
    for i, (measure, distance, _, _) in enumerate(found):
        close(measure, 10 + 10 * i, tolerance)
        close(distance, 5, tolerance)


def ogr_format(folder, driver, ending, **more):
    both(folder, driver, ending, **more)
    return compute(folder, [f"source: premises.{ending}", FIELDS, STATUS],
                   f"  streets: {{source: streets.{ending}, fields: {{id: id, name: name}}}}\n")


# --- the formats -------------------------------------------------------------------------------------------------


def test_geopackage(folder):
    whole(ogr_format(folder, "GPKG", "gpkg"))


def test_geopackage_in_another_crs(folder):
    """Stored in degrees; PROJ gives the metres back to better than 1 cm."""
    whole(ogr_format(folder, "GPKG", "gpkg", epsg=4326))


def test_geojson_in_wgs_84(folder):
    """RFC 7946: no crs member; 15 digits, lest the writer's rounding moves points."""
    whole(ogr_format(folder, "GeoJSON", "geojson", epsg=4326, layer_options=["RFC7946=YES", "COORDINATE_PRECISION=15"]))
    assert "crs" not in json.loads((folder / "premises.geojson").read_text())


def test_geojson_with_a_crs_member(folder):
    plain_streets(folder)
    plain_premises(folder)
    whole(compute(folder, ["source: premises.geojson", FIELDS, STATUS]))


def test_geojson_with_a_byte_order_mark(folder):
    plain_streets(folder)
    plain_premises(folder)
    path = folder / "premises.geojson"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    whole(compute(folder, ["source: premises.geojson", FIELDS, STATUS]))


def test_shapefile(folder):
    whole(ogr_format(folder, "ESRI Shapefile", "shp", layer_options=["ENCODING=UTF-8"]))


def test_shapefile_in_latin_1_with_its_cpg(folder):
    whole(ogr_format(folder, "ESRI Shapefile", "shp", layer_options=["ENCODING=ISO-8859-1"]))
    assert "Église".encode("latin-1") in (folder / "streets.dbf").read_bytes()


def test_flatgeobuf(folder):
    whole(ogr_format(folder, "FlatGeobuf", "fgb"))


def test_mapinfo_tab(folder):
    """A TAB holds integers over the bounds of its CRS: here steps of about 1 cm."""
    whole(ogr_format(folder, "MapInfo File", "tab", layer_options=["ENCODING=CP1252"]), tolerance=0.03)


def test_mapinfo_mif(folder):
    whole(ogr_format(folder, "MapInfo File", "mif", layer_options=["ENCODING=CP1252"]))


def csv_town(folder, columns, geometry, crs="EPSG:2154", **options):
    """columns: (x, y) → the columns that hold the place."""
    plain_streets(folder)
    table(folder / "premises.csv", [{"id": id, "status": status, "street": name, **columns(x, y)}
                                    for id, status, name, x, y in PREMISES], **options)
    return compute(folder, ["source: premises.csv", f"crs: {crs}", f"geometry: {geometry}", FIELDS, STATUS])


def test_csv_x_y(folder):
    whole(csv_town(folder, lambda x, y: {"x": x, "y": y}, "{x: x, y: y}"))


def test_csv_longitude_latitude(folder):
    """repr: all digits of the double."""
    whole(csv_town(folder, lambda x, y: dict(zip(("lon", "lat"), map(repr, degrees(x, y)))), "{x: lon, y: lat}", "EPSG:4326"))


def test_csv_latlon(folder):
    """As French open-data portals write geo_point_2d: latitude first."""
    whole(csv_town(folder, lambda x, y: {"at": "{1!r}, {0!r}".format(*degrees(x, y))}, "{latlon: at}", "EPSG:4326"))


def test_csv_wkt(folder):
    whole(csv_town(folder, lambda x, y: {"geom": f"POINT ({x} {y})"}, "{wkt: geom}"))


def test_csv_geojson_text(folder):
    whole(csv_town(folder, lambda x, y: {"Geom": json.dumps({"type": "Point", "coordinates": degrees(x, y)})},
                   "{geojson: Geom}", "EPSG:4326"))


def test_csv_semicolon_byte_order_mark_and_decimal_comma(folder):
    """As a French spreadsheet saves it; 652010,5 − 0,5: the comma is a decimal point, the half metre is kept."""
    out = csv_town(folder, lambda x, y: {"x": f"{x},5", "y": f"{y},25"}, "{x: x, y: y}", delimiter=";", encoding="utf-8-sig")
    holds(out)
    found = sorted((p["measure_m"], p["distance_m"]) for p in rows(out, "SELECT * FROM premises"))
    equal(found, [(10.5 + 10 * i, 5.25) for i in range(8)])


def test_csv_crlf(folder):
    csv_town(folder, lambda x, y: {"x": x, "y": y}, "{x: x, y: y}")
    path = folder / "premises.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    done("run", folder / "study.yaml", "-o", folder / "out", "--overwrite")
    whole(folder / "out")


def test_streets_as_csv_wkt(folder):
    plain_premises(folder)
    table(folder / "streets.csv", [{**properties, "geom": wkt} for properties, wkt in STREETS_WKT])
    whole(compute(folder, ["source: premises.geojson", FIELDS, STATUS],
                  "  streets: {source: streets.csv, crs: EPSG:2154, geometry: {wkt: geom}, fields: {id: id, name: name}}\n"))


def test_topojson(folder):
    """Arcs without quantisation, in degrees. The format says no CRS, so the study does."""
    def topology(name, objects, arcs):
        (folder / f"{name}.topojson").write_text(json.dumps({
            "type": "Topology", "objects": {name: {"type": "GeometryCollection", "geometries": objects}}, "arcs": arcs},
            ensure_ascii=False), encoding="utf-8")
    topology("premises", [{"type": "Point", "coordinates": degrees(x, y), "properties": {"id": id, "status": s, "street": n}}
                          for id, s, n, x, y in PREMISES], [])
    topology("streets", [{"type": "LineString", "arcs": [i], "properties": {"id": id, "name": name}}
                         for i, (id, name, _) in enumerate(STREETS)], [[degrees(*p) for p in line] for _, _, line in STREETS])
    whole(compute(folder, ["source: premises.topojson", "crs: EPSG:4326", FIELDS, STATUS],
                  "  streets: {source: streets.topojson, crs: EPSG:4326, fields: {id: id, name: name}}\n"))


def osm(path, nodes, ways, relations=()):
    """nodes: (x, y, tags); ways: ([(x, y)…], tags), closed where the first point comes again."""
    from xml.sax.saxutils import quoteattr
    ids, text = {}, []

    def tags(pairs):
        return "".join(f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in pairs.items())

    def node(x, y, pairs):
        lon, lat = degrees(x, y)
        ids.setdefault((x, y), len(text) + 1)
        text.append(f'<node id="{len(text) + 1}" version="1" lat="{lat:.9f}" lon="{lon:.9f}">{tags(pairs)}</node>')
    for x, y, pairs in nodes:
        node(x, y, pairs)
    for line, _ in ways:
        for x, y in line:
            if (x, y) not in ids:
                node(x, y, {})
    for i, (line, pairs) in enumerate(ways):
        text.append(f'<way id="{1000 + i}" version="1">' + "".join(f'<nd ref="{ids[tuple(p)]}"/>' for p in map(tuple, line))
                    + tags(pairs) + "</way>")
    pathlib.Path(path).write_text('<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">' + "\n".join(text) + "</osm>\n",
                                  encoding="utf-8")


OSM_STREETS = [([tuple(p) for p in line], {"highway": "residential", "name": name}) for _, name, line in STREETS]


def test_osm_xml(folder):
    """The preset's fields and layers; the survey's own words of status win over the preset's."""
    osm(folder / "town.osm", [(x, y, {"shop": status, "addr:street": name}) for _, status, name, x, y in PREMISES], OSM_STREETS)
    whole(compute(folder, ["source: town.osm", "preset: osm", STATUS.replace("field: status", "field: shop")],
                  "  streets: {source: town.osm, preset: osm}\n"))


def test_postgis(folder):
    """PG: only where a server answers; VITRINE_TEST_PG names the database (PG:dbname=…). Without the extension PostGIS
    geometry is WKB in a column, which says no CRS."""
    name = os.environ.get("VITRINE_TEST_PG", "PG:dbname=vitrine_test connect_timeout=2")
    try:
        source = ogr.Open(name, 1)
    except RuntimeError as why:
        raise Skip("no PostGIS server") from why
    if source is None:
        raise Skip("no PostGIS server")
    extension = source.ExecuteSQL("SELECT 1 FROM pg_extension WHERE extname = 'postgis'")
    crs = "" if extension.GetFeatureCount() else "crs: EPSG:2154"
    source.ReleaseResultSet(extension)
    source = extension = None
    try:
        options = ["OVERWRITE=YES"]
        write(name, "PostgreSQL", "vitrine_test_premises", ogr.wkbPoint, PREMISES_WKT, layer_options=options, mode="append")
        write(name, "PostgreSQL", "vitrine_test_streets", ogr.wkbLineString, STREETS_WKT, layer_options=options, mode="append")
        out = compute(folder, [f'source: "{name}"', "layer: vitrine_test_premises", crs, FIELDS, STATUS],
                      f'  streets: {{source: "{name}", layer: vitrine_test_streets, {crs + "," if crs else ""} fields: {{id: id, name: name}}}}\n')
        whole(out)
    finally:
        source = ogr.Open(name, 1)
        for table_name in ("vitrine_test_premises", "vitrine_test_streets"):
            source.ExecuteSQL(f"DROP TABLE IF EXISTS {table_name}")


def test_postgis_password_stays_out_of_the_message(folder):
    """A connection that fails is refused in one line; nothing is written."""
    plain_streets(folder)
    (folder / "study.yaml").write_text(
        HEAD + f'  premises:\n    source: "PG:host=127.0.0.1 port=1 password=hunter2 dbname=none"\n    {FIELDS}\n    {STATUS}\n'
        + STREET_LINE, encoding="utf-8")
    ran = refused("run", folder / "study.yaml", "-o", folder / "out", says=["layers.premises.source"])
    assert "hunter2" not in ran.err, ran.err
    assert not (folder / "out").exists()


# --- several layers in a source ------------------------------------------------------------------------------------


def two_layers(folder):
    """town.gpkg: premises, streets, and a decoy."""
    path = folder / "town.gpkg"
    write(path, "GPKG", "decoy", ogr.wkbPoint, [({"id": "d", "status": "V", "street": "Rue Haute"}, f"POINT ({X} {Y})")])
    write(path, "GPKG", "locaux", ogr.wkbPoint, PREMISES_WKT, mode="append")
    write(path, "GPKG", "voies", ogr.wkbLineString, STREETS_WKT, mode="append")


def test_layer_key(folder):
    two_layers(folder)
    whole(compute(folder, ["source: town.gpkg", "layer: locaux", FIELDS, STATUS],
                  "  streets: {source: town.gpkg, layer: voies, fields: {id: id, name: name}}\n"))


def test_path_with_layername(folder):
    two_layers(folder)
    whole(compute(folder, ["source: town.gpkg|layername=locaux", FIELDS, STATUS],
                  "  streets: {source: town.gpkg|layername=voies, fields: {id: id, name: name}}\n"))


def test_several_layers_and_none_named_is_refused(folder):
    """The layers are named, so that one can be chosen."""
    two_layers(folder)
    plain_streets(folder)
    (folder / "study.yaml").write_text(HEAD + f"  premises:\n    source: town.gpkg\n    {FIELDS}\n    {STATUS}\n" + STREET_LINE,
                                       encoding="utf-8")
    refused("check", folder / "study.yaml", says=["layers.premises", "locaux", "voies", "decoy"])


def test_source_is_relative_to_the_study_file(folder):
    plain_streets(folder)
    plain_premises(folder)
    compute(folder, ["source: premises.geojson", FIELDS, STATUS])
    other = folder / "elsewhere"
    other.mkdir()
    done("run", "../study.yaml", "-o", "result", cwd=other)
    whole(other / "result")


# --- filters, fields, values --------------------------------------------------------------------------------------


def test_where_is_counted_as_filtered(folder):
    """Without its two vacant premises: rates 0 of 2, 0 of 1, 0 of 1; 2 of 8 filtered."""
    plain_streets(folder)
    plain_premises(folder)
    out = compute(folder, ["source: premises.geojson", "where: \"status <> 'V'\"", FIELDS, STATUS])
    holds(out, {"Rue Haute": (3, 2, 0, 1, 0, 2, 0.0, 0.0, 0.0), "Rue Basse": (2, 1, 0, 0, 1, 1, 0.0, 0.0, 0.5),
                "Rue de l'Église": (1, 1, 0, 0, 0, 1, 0.0, 0.0, 0.0)})
    account = ledger(out)
    equal([account[k] for k in ("read", "used", "filtered", "rejected")], [8, 6, 2, 0])


def test_where_compares_numbers_in_a_typed_source(folder):
    """The example of contract.md: annee = 2026, an integer column of a GeoPackage."""
    plain_streets(folder)
    path = folder / "premises.gpkg"
    write(path, "GPKG", "premises", ogr.wkbPoint, PREMISES_WKT, layer_options=["SPATIAL_INDEX=NO"])
    with sqlite3.connect(path) as database:
        database.execute("ALTER TABLE premises ADD COLUMN annee INTEGER")
        database.execute("UPDATE premises SET annee = CASE WHEN status = 'V' THEN 2025 ELSE 2026 END")
    database.close()
    out = compute(folder, ["source: premises.gpkg", 'where: "annee = 2026"', FIELDS, STATUS])
    equal([ledger(out)[k] for k in ("read", "used", "filtered", "rejected")], [8, 6, 2, 0])


def test_where_on_a_csv(folder):
    """Text columns compare as text."""
    plain_streets(folder)
    table(folder / "premises.csv", [{"id": id, "status": s, "street": n, "x": x, "y": y, "annee": year}
                                    for year in ("2024", "2026") for id, s, n, x, y in PREMISES])
    out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}", "where: \"annee = '2026'\"",
                           FIELDS, STATUS])
    whole(out)
    equal([ledger(out)[k] for k in ("read", "used", "filtered", "rejected")], [16, 8, 8, 0])


def test_kept_fields_keep_their_types(folder):
    """Of a GeoPackage: integer, real and text; 9007199254740993 = 2^53 + 1 is no double; NULL stays NULL."""
    plain_streets(folder)
    path = folder / "premises.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("premises", srs_of(2154), ogr.wkbPoint)
    for name, kind in (("id", ogr.OFTString), ("status", ogr.OFTString), ("street", ogr.OFTString),
                       ("siret", ogr.OFTString), ("serial", ogr.OFTInteger64), ("rent", ogr.OFTReal), ("floors", ogr.OFTInteger)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    for i, (id, status, name, x, y) in enumerate(PREMISES):
        feature = ogr.Feature(layer.GetLayerDefn())
        for key, value in (("id", id), ("status", status), ("street", name)):
            feature.SetField(key, value)
        if i == 0:
            for key, value in (("siret", "00012345600017"), ("serial", 9007199254740993), ("rent", 12.5), ("floors", 3)):
                feature.SetField(key, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({x} {y})"))
        layer.CreateFeature(feature)
    layer = source = None
    out = compute(folder, ["source: premises.gpkg", "keep: [siret, serial, rent, floors]", FIELDS, STATUS])
    whole(out)
    types = {r["name"]: r["type"].split("(")[0] for r in rows(out, "SELECT name, type FROM pragma_table_info('premises')")}
    equal([types[k] for k in ("siret", "serial", "rent", "floors")], ["TEXT", "INTEGER", "REAL", "INTEGER"])
    kept = by(out, "premises", "premises_id", "siret", "serial", "rent", "floors")
    equal(kept["p1"], ("00012345600017", 9007199254740993, 12.5, 3))
    equal(kept["p2"], (None, None, None, None))
    text = (out / "premises.geojson").read_text(encoding="utf-8")
    assert '"siret":"00012345600017"' in text and '"serial":9007199254740993' in text and '"rent":12.5' in text


def test_kept_fields_of_a_csv_are_text_as_written(folder):
    """No number is made of 007 or 1e3, no boolean of oui."""
    plain_streets(folder)
    table(folder / "premises.csv", [{"id": id, "status": s, "street": n, "x": x, "y": y, "siren": "007", "code": "1e3", "open": "N"}
                                    for id, s, n, x, y in PREMISES])
    out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}", "keep: [siren, code, open]", FIELDS, STATUS])
    equal(set(by(out, "premises", "premises_id", "siren", "code", "open").values()), {("007", "1e3", "N")})


def test_status_words_are_text_as_written(folder):
    """N, on, 010 and 12:30 are no boolean, octal or sexagesimal (contract.md, section 2)."""
    plain_streets(folder)
    words = ["N", "on", "010", "12:30"]
    table(folder / "premises.csv", [shop(f"p{i}", word, 10 + 10 * i, 5, "Rue Haute") for i, word in enumerate(words)])
    out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}", FIELDS,
                           "status: {field: status, values: {vacant: [N], works: [on], reserve: [010], converted: [12:30]}}"])
    equal(by(out, "street_vacancy", "street_name", "vacant", "works", "reserve", "converted")["Rue Haute"], (1, 1, 1, 1))


def test_status_compares_after_trimming_without_case_or_accents(folder):
    plain_streets(folder)
    table(folder / "premises.csv", [shop(f"p{i}", word, 10 + 10 * i, 5, "Rue Haute") for i, word in
                                    enumerate(["FERME", " fermé ", "Fermé", "ferme\u0301"])])
    out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}", FIELDS,
                           "status: {field: status, values: {vacant: [Fermé]}}"])
    equal(by(out, "street_vacancy", "street_name", "vacant")["Rue Haute"], (4,))


def test_empty_status_is_unknown_and_never_otherwise(folder):
    """The ledger counts what fell to otherwise: the two words, not the empty one."""
    plain_streets(folder)
    table(folder / "premises.csv", [shop(f"p{i}", word, 10 + 10 * i, 5, "Rue Haute") for i, word in
                                    enumerate(["V", "", "  ", "boulangerie", "bar", "bar"])])
    out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}", FIELDS,
                           "status: {field: status, values: {vacant: [V]}, otherwise: occupied}"])
    equal(by(out, "street_vacancy", "street_name", "vacant", "unknown", "occupied")["Rue Haute"], (1, 2, 3))
    account = json.dumps(ledger(out), ensure_ascii=False)
    assert '"boulangerie": 1' in account and '"bar": 2' in account, account


def test_empty_status_may_be_listed(folder):
    plain_streets(folder)
    table(folder / "premises.csv", [shop("p1", "", 10, 5, "Rue Haute"), shop("p2", "O", 20, 5, "Rue Haute")])
    out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}", FIELDS,
                           'status: {field: status, values: {vacant: [""], occupied: [O]}}'])
    equal(by(out, "street_vacancy", "street_name", "vacant", "unknown")["Rue Haute"], (1, 0))


def test_id_of_several_fields_is_joined_by_a_slash(folder):
    plain_streets(folder)
    table(folder / "premises.csv", [{**shop(id, s, x - X, y - Y, n), "siren": "123", "nic": str(i)}
                                    for i, (id, s, n, x, y) in enumerate(PREMISES)])
    out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}",
                           "fields: {id: [siren, nic], street: street}", STATUS])
    whole(out)
    equal(set(by(out, "premises", "premises_id")), {f"123/{i}" for i in range(8)})


def test_source_feature_ids_where_the_format_stores_them(folder):
    """A GeoPackage numbers its rows for good: 1 to 8."""
    plain_streets(folder)
    both(folder, "GPKG", "gpkg")
    out = compute(folder, ["source: premises.gpkg", "fields: {street: street}", STATUS])
    whole(out)
    equal(set(by(out, "premises", "premises_id")), {str(i) for i in range(1, 9)})


def test_content_keys_where_an_id_would_be_the_row_number(folder):
    """CSV without ids, two equal rows: nine different ids, the same for any order of the rows."""
    plain_streets(folder)
    records = [{"status": s, "street": n, "x": x, "y": y} for _, s, n, x, y in [*PREMISES, PREMISES[0]]]
    layers = []
    for order in (records, records[::-1]):
        table(folder / "premises.csv", order)
        out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}", "fields: {street: street}", STATUS])
        equal(len(by(out, "premises", "premises_id")), 9)
        layers.append((out / "premises.geojson").read_bytes())
    equal(layers[0], layers[1])


def test_premises_drawn_as_lines_and_polygons(folder):
    """One feature a commercial unit, whatever its geometry; each counts once in its street."""
    plain_streets(folder)
    shapes = [f"LINESTRING ({x - 2} {y}, {x + 2} {y})" if i % 2 else
              f"POLYGON (({x - 2} {y - 2}, {x + 2} {y - 2}, {x + 2} {y + 2}, {x - 2} {y + 2}, {x - 2} {y - 2}))"
              for i, (_, _, _, x, y) in enumerate(PREMISES)]
    table(folder / "premises.csv", [{**properties, "geom": wkt} for (properties, _), wkt in zip(PREMISES_WKT, shapes)])
    holds(compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {wkt: geom}", FIELDS, STATUS]))


# --- presets ------------------------------------------------------------------------------------------------------------


def test_presets_are_listed():
    names = [line.split()[0] for line in done("presets").out.splitlines() if line and not line[0].isspace()]
    assert {"osm", "vancouver"} <= set(names), names


def test_a_preset_is_shown():
    shown = done("presets", "vancouver").out
    assert "Vacant UC" in shown and "geo_point_2d" in shown, shown


def test_an_unknown_preset_is_refused():
    ran = vitrine("presets", "vancuver")
    assert ran.status in (2, 3) and "vancuver" in ran.err and len(ran.err.splitlines()) == 1, (ran.status, ran.err)


def osm_run(folder, nodes=(), ways=()):
    osm(folder / "town.osm", nodes, [*OSM_STREETS, *ways])
    return compute(folder, ["source: town.osm", "preset: osm"],
                   "  streets: {source: town.osm, preset: osm}\n")


def test_osm_premises_rules(folder):
    """Issue 2, point 3. Vacant: disused:shop=*, shop=vacant. Occupied: any other shop, office, listed amenities. None:
    shop=no, office=no, amenity=school, a bench. So 2 vacant, 5 occupied of 7 premises."""
    kinds = [{"shop": "bakery"}, {"shop": "yes"}, {"office": "notary"}, {"amenity": "cafe"}, {"amenity": "childcare"},
             {"shop": "vacant"}, {"disused:shop": "shoes"},
             {"shop": "no"}, {"office": "no"}, {"amenity": "school"}, {"amenity": "bench"}, {"highway": "crossing"}]
    out = osm_run(folder, [(X + 5 + 5 * i, Y + 5, {**tags, "addr:street": "Rue Haute"}) for i, tags in enumerate(kinds)])
    equal(by(out, "street_vacancy", "street_name", "premises", "occupied", "vacant")["Rue Haute"], (7, 5, 2))


def test_osm_premises_that_is_only_a_polygon(folder):
    corners = [(X + 10, Y + 5), (X + 20, Y + 5), (X + 20, Y + 15), (X + 10, Y + 15), (X + 10, Y + 5)]
    out = osm_run(folder, [(X + 50, Y + 5, {"shop": "bakery"})],
                  [(corners, {"building": "yes", "shop": "vacant", "addr:street": "Rue Haute"})])
    equal(by(out, "street_vacancy", "street_name", "premises", "occupied", "vacant")["Rue Haute"], (2, 1, 1))


def test_osm_business_as_point_and_polygon_counts_once(folder):
    """A bakery's point inside the bakery's building: one premises; a bank in the same building: another."""
    corners = [(X + 10, Y + 5), (X + 30, Y + 5), (X + 30, Y + 15), (X + 10, Y + 15), (X + 10, Y + 5)]
    out = osm_run(folder, [(X + 15, Y + 8, {"shop": "bakery", "name": "Au Bon Pain", "addr:street": "Rue Haute"}),
                           (X + 25, Y + 8, {"amenity": "bank", "name": "Crédit", "addr:street": "Rue Haute"})],
                  [(corners, {"building": "yes", "shop": "bakery", "name": "Au Bon Pain", "addr:street": "Rue Haute"})])
    equal(by(out, "street_vacancy", "street_name", "premises", "occupied")["Rue Haute"], (2, 2))


def test_osm_streets_rules(folder):
    """footway and service only if named; motorway and unnamed residential lines are no streets."""
    def line(y, **tags):
        return [(X, Y + y), (X + 100, Y + y)], tags
    out = osm_run(folder, [(X + 10, Y + 5, {"shop": "bakery"})],
                  [line(600, highway="footway"), line(700, highway="footway", name="Passage Vert"), line(800, highway="service"),
                   line(900, highway="service", name="Rue du Service"), line(1000, highway="motorway", name="A 6"),
                   line(1100, highway="primary_link", name="Bretelle"), line(1200, highway="residential")])
    equal(set(by(out, "street_vacancy", "street_name")),
          {"Rue Haute", "Rue Basse", "Rue de l'Église", "Passage Vert", "Rue du Service", "Bretelle"})


# --- rejects ----------------------------------------------------------------------------------------------------------------


def rejected(folder, wkt, code, head=HEAD):
    """The town and one more premises that cannot be used: the numbers are as before, and the ledger says why. A pair
    instead of WKT is written as a point by SQL: OGR does not write such numbers."""
    plain_streets(folder)
    write(folder / "premises.gpkg", "GPKG", "premises", ogr.wkbUnknown, PREMISES_WKT,
          layer_options=["SPATIAL_INDEX=NO"])
    source = ogr.Open(str(folder / "premises.gpkg"), 1)
    layer = source.GetLayer(0)
    feature = ogr.Feature(layer.GetLayerDefn())
    for key, value in (("id", "bad"), ("status", "V"), ("street", "Rue Haute")):
        feature.SetField(key, value)
    if isinstance(wkt, str):
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
    layer.CreateFeature(feature)
    feature = layer = source = None
    if isinstance(wkt, tuple):
        with sqlite3.connect(folder / "premises.gpkg") as database:
            blob = struct.pack("<2sBBi", b"GP", 0, 1, 2154) + struct.pack("<BI2d", 1, 1, *wkt)
            database.execute("UPDATE premises SET geom = ? WHERE id = 'bad'", (blob,))
        database.close()
    study = ["source: premises.gpkg", FIELDS, STATUS]
    out = compute(folder, study, STREET_LINE + "rejects: {ceiling: 0.2}\n", head)
    whole(out)
    listed = rows(out, "SELECT layer, feature_id, severity, code FROM rejects WHERE severity = 'rejected'")
    equal(listed, [{"layer": "premises", "feature_id": "bad", "severity": "rejected", "code": code}])
    account = ledger(out)
    equal([account[k] for k in ("read", "used", "filtered", "rejected")], [9, 8, 0, 1])
    equal(account["rejected_codes"], {code: 1})
    strict = vitrine("run", folder / "study.yaml", "-o", folder / "strict", "--strict")
    equal(strict.status, 4)  # contract.md, section 1: done, but with rejected features under --strict
    whole(folder / "strict")


def test_null_geometry_is_rejected(folder):
    rejected(folder, None, "null_geometry")


def test_empty_geometry_is_rejected(folder):
    rejected(folder, "POINT EMPTY", "empty_geometry")


def test_nan_coordinate_is_rejected(folder):
    rejected(folder, (X + 50, float("nan")), "not_finite")


def test_infinite_coordinate_is_rejected(folder):
    rejected(folder, (float("inf"), Y), "not_finite")


def test_wrong_type_is_rejected(folder):
    rejected(folder, f"GEOMETRYCOLLECTION (POINT ({X} {Y}), LINESTRING ({X} {Y}, {X + 1} {Y}))", "wrong_type")


def test_premises_in_two_places_is_rejected(folder):
    """A unit is one place; a multipoint of two is two units."""
    rejected(folder, f"MULTIPOINT (({X + 10} {Y + 5}), ({X + 90} {Y + 5}))", "wrong_type")


def test_misplaced_premises_is_rejected(folder):
    rejected(folder, f"POINT ({X + 5000} {Y})", "misplaced",
             HEAD.replace("layers:", f"area_of_interest: [{X - 100}, {Y - 100}, {X + 1000}, {Y + 1000}]\nlayers:"))


def test_premises_outside_the_crs_is_rejected(folder):
    """(0, 0) in Lambert-93 is far in the Atlantic, and so it is when swapped."""
    rejected(folder, "POINT (0 0)", "outside_crs")


def test_swapped_premises_is_rejected(folder):
    rejected(folder, f"POINT ({Y} {X})", "swapped_axes")


def test_bowtie_premises_is_rejected(folder):
    """A self-intersecting outline has area 0 by formula; it is invalid, not empty."""
    rejected(folder, f"POLYGON (({X} {Y}, {X + 10} {Y + 10}, {X + 10} {Y}, {X} {Y + 10}, {X} {Y}))", "invalid_geometry")


def test_premises_without_id_is_rejected_with_its_place(folder):
    """Listed under a key of its content, for the order of rows is of no matter, and with its geometry, for there is
    one (contract.md, section 3)."""
    plain_streets(folder)
    records = [shop(id, s, x - X, y - Y, n) for id, s, n, x, y in PREMISES] + [shop("", "V", 50, 5, "Rue Haute")]
    layers = []
    for order in (records, records[::-1]):
        table(folder / "premises.csv", order)
        out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}", FIELDS, STATUS],
                      STREET_LINE + "rejects: {ceiling: 0.2}\n")
        whole(out)
        listed, = rows(out, "SELECT * FROM rejects")
        equal((listed["severity"], listed["code"]), ("rejected", "no_id"))
        assert listed["feature_id"], listed
        layers.append((out / "rejects.geojson").read_bytes())
        place = json.loads(layers[-1])["features"][0]["geometry"]
        assert place, "no geometry"
        close(place["coordinates"][0], degrees(X + 50, Y + 5)[0], 1e-7)
        close(place["coordinates"][1], degrees(X + 50, Y + 5)[1], 1e-7)
    equal(layers[0], layers[1])


def test_misplaced_premises_is_listed_with_its_place(folder):
    """5 km east of the area of interest: metres of the drawing, in the GeoPackage as they were."""
    rejected(folder, f"POINT ({X + 5000} {Y})", "misplaced",
             HEAD.replace("layers:", f"area_of_interest: [{X - 100}, {Y - 100}, {X + 1000}, {Y + 1000}]\nlayers:"))
    place = json.loads((folder / "out" / "rejects.geojson").read_text(encoding="utf-8"))["features"][0]["geometry"]
    close(place["coordinates"][0], degrees(X + 5000, Y)[0], 1e-7)
    close(place["coordinates"][1], degrees(X + 5000, Y)[1], 1e-7)


def test_unreadable_value_of_a_premises_without_id_is_told(folder):
    """Two defects of one row, each listed: a frontage that is no number (notice) and the missing id (rejected)."""
    plain_streets(folder)
    table(folder / "premises.csv", [{**shop(id, s, x - X, y - Y, n), "front": "4"} for id, s, n, x, y in PREMISES]
          + [{**shop("", "V", 50, 5, "Rue Haute"), "front": "wide"}])
    out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}",
                           "fields: {id: id, street: street, frontage_m: front}", STATUS],
                  STREET_LINE + "rejects: {ceiling: 0.2}\n")
    whole(out)
    names = {r["code"]: r["feature_id"] for r in rows(out, "SELECT code, feature_id FROM rejects")}
    assert names["no_id"], names
    assert names.get("bad_value", names["no_id"]) == names["no_id"], names


def test_street_without_length_is_rejected(folder):
    """Also features of other layers have their row, and area_of_interest only filters them."""
    plain_premises(folder)
    more = [({"id": "s8", "name": "Rue Nulle"}, "LineString", at((50, 50), (50, 50))),
            ({"id": "s9", "name": "Rue Loin"}, "LineString", at((50000, 0), (50100, 0)))]
    geojson(folder / "streets.geojson", [({"id": id, "name": name}, "LineString", line) for id, name, line in STREETS] + more)
    out = compute(folder, ["source: premises.geojson", FIELDS, STATUS], STREET_LINE + "rejects: {ceiling: 0.25}\n",
                  HEAD.replace("layers:", f"area_of_interest: [{X - 100}, {Y - 100}, {X + 1000}, {Y + 1000}]\nlayers:"))
    whole(out)
    account = ledger(out, "streets")
    equal([account[k] for k in ("read", "used", "filtered", "rejected")], [5, 3, 1, 1])
    equal(rows(out, "SELECT layer, feature_id, severity, code FROM rejects"),
          [{"layer": "streets", "feature_id": "s8", "severity": "rejected", "code": "zero_length"}])


def test_a_point_on_the_edge_of_the_area_of_interest_is_inside(folder):
    """The least box that holds all eight premises; streets reach beyond it and stay."""
    plain_streets(folder)
    plain_premises(folder)
    whole(compute(folder, ["source: premises.geojson", FIELDS, STATUS], STREET_LINE,
                  HEAD.replace("layers:", f"area_of_interest: [{X + 10}, {Y}, {X + 80}, {Y + 405}]\nlayers:")))


def test_notices_are_no_rejects(folder):
    """A premises of an unknown street keeps its row, counts in the total, and --strict still ends with 0."""
    plain_streets(folder)
    table(folder / "premises.csv", [shop("p1", "V", 10, 5, "Rue Haute"), shop("p2", "O", 20, 5, "Cour des Miracles")])
    out = compute(folder, ["source: premises.csv", "crs: EPSG:2154", "geometry: {x: x, y: y}", FIELDS, STATUS], STREET_LINE, HEAD, "--strict")
    equal(rows(out, "SELECT feature_id, severity, code FROM rejects"), [{"feature_id": "p2", "severity": "notice", "code": "unknown_street"}])
    equal(rows(out, "SELECT premises, stock FROM total_vacancy"), [{"premises": 2, "stock": 2}])
    equal(ledger(out)["notices"], {"unknown_street": 1})


def test_check_says_the_same_as_the_ledger(folder):
    """`check` computes nothing and writes nothing."""
    plain_streets(folder)
    plain_premises(folder)
    compute(folder, ["source: premises.geojson", "where: \"status <> 'V'\"", FIELDS, STATUS])
    before = sorted(p.name for p in folder.iterdir())
    line = [line.split() for line in done("check", folder / "study.yaml", cwd=folder).out.splitlines() if line.startswith("premises")]
    equal(line[0][1:5], ["8", "6", "2", "0"])
    equal(sorted(p.name for p in folder.iterdir()), before)


# --- the GeoPackage that is written: its rows, and their packed index ------------------------------------------------
#
# A node of SQLite's R-tree has room for 51 cells (RTREE_MAXCELLS, ext/rtree/rtree.c): 51 rows fit into the root, 52 need a
# second level, more than 51 * 51 = 2601 a third.


def grid_town(folder, n):
    """n shops, each in a square centre of its own, 10 m apart, 60 to a line of the street, shuffled; and a shop without a place.
    Coordinates are tenths of a metre: no float holds them so far from the origin. The output folder, and the boxes (west, east, south,
    north) by premises_id and by centre_id."""
    places = [(f"{i:05d}", X + i % 60 * 10 + 0.1, Y + i // 60 * 10 + 0.3) for i in range(n)]
    random.Random(20260630).shuffle(places)
    points = {id: (x, x, y, y) for id, x, y in places}
    squares = {id: (x - 3.6, x + 3.7, y - 3.4, y + 3.8) for id, x, y in places}
    shops = [{"id": id, "status": "O", "x": x, "y": y, "street": "Rue Haute"} for id, x, y in places + [("nowhere", "", "")]]
    centres = [({"id": id, "name": f"l'Été « {id} \""}, "Polygon", [[[w, s], [e, s], [e, n], [w, n], [w, s]]])
               for id, (w, e, s, n) in squares.items()]
    lines = [(x, 10 * i) for i in range((n + 59) // 60) for x in ((0, 600) if i % 2 == 0 else (600, 0))]  # past every shop
    out = town(folder, [street("s1", "Rue Haute", *lines)], shops, "--set", "rejects.ceiling=0.6", centres=centres)
    return out, points, squares


def index_holds(out, table, boxes):
    """SQLite finds the tree sound, and a box in it is that of its row, wider by at most two steps of a float."""
    equal(rows(out, f"SELECT rtreecheck('rtree_{table}_geom') said"), [{"said": "ok"}])
    stored = rows(out, f'SELECT i.*, t.* FROM "rtree_{table}_geom" i LEFT JOIN "{table}" t ON t.fid = i.id')
    equal(len(stored), len(boxes))
    for row in stored:
        west, east, south, north = boxes[row.get("centre_id") if table == "centre_vacancy" else row["premises_id"]]
        for less, more in ((row["minx"], west), (east, row["maxx"]), (row["miny"], south), (north, row["maxy"])):
            assert 0 <= more - less <= more * 2**-22, (row, less, more)


def finds(out, table, key, boxes):
    """OGR's spatial filter, which asks the index, against a look at every box: 200 boxes of all sizes (seed 1), many of
    whose sides touch the one sought."""
    chance, source = random.Random(1), ogr.Open(str(out / "vitrine.gpkg"))
    layer = source.GetLayer(table)
    for _ in range(200):
        west, _, south, _ = chance.choice(list(boxes.values()))
        west, south = (west, south) if chance.random() < 0.5 else (west + chance.uniform(-50, 50), south + chance.uniform(-50, 50))
        east, north = west + chance.choice([0, 3, 40, 900]), south + chance.choice([0, 3, 40, 900])
        layer.SetSpatialFilterRect(west, south, east, north)
        equal(sorted(f[key] for f in layer),
              sorted(id for id, (w, e, s, n) in boxes.items() if w <= east and west <= e and s <= north and south <= n))


def stored_as_drawn(out, table, key, boxes):
    """Geometry blobs as GeoPackage 1.2 has them (2.1.3): "GP", version 0, flags, CRS, an envelope but for points, WKB."""
    for row in rows(out, f'SELECT "{key}", geom FROM "{table}"'):
        west, east, south, north = boxes[row[key]]
        if table == "premises":
            expected = struct.pack("<2sBBi", b"GP", 0, 1, 2154) + struct.pack("<BI2d", 1, 1, west, south)
            equal(row["geom"], expected)
        else:
            equal(row["geom"][:40], struct.pack("<2sBBi4d", b"GP", 0, 3, 2154, west, east, south, north))
            polygon = ogr.CreateGeometryFromWkb(bytes(row["geom"][40:]))
            equal(polygon.GetGeometryName(), "POLYGON")
            equal(polygon.GetEnvelope(), (west, east, south, north))
            close(polygon.Area(), (east - west) * (north - south), 1e-6)


def contents_tell(out, table, boxes, n):
    told, = rows(out, "SELECT min_x, max_x, min_y, max_y, feature_count FROM gpkg_contents JOIN gpkg_ogr_contents USING (table_name)"
                      " WHERE table_name = ?", table)
    whole = [f(b[i] for b in boxes.values()) if boxes else None for i, f in enumerate((min, max, min, max))]
    equal(list(told.values()), whole + [n])
    equal([r["fid"] for r in rows(out, f'SELECT fid FROM "{table}"')], list(range(1, n + 1)))


def layers_of_a_grid(folder, n, levels):
    out, points, squares = grid_town(folder, n)
    for table, key, boxes in (("premises", "premises_id", points), ("centre_vacancy", "centre_id", squares)):
        index_holds(out, table, boxes)
        root, = rows(out, f"SELECT data FROM rtree_{table}_geom_node WHERE nodeno = 1")
        equal(struct.unpack(">H", root["data"][:2])[0] + 1, levels)
        finds(out, table, key, boxes)
        stored_as_drawn(out, table, key, boxes)
        contents_tell(out, table, boxes, n)
    for table, n_rows in (("to_check", 0), ("rejects", 1)):  # nothing to look for in these: no row, a row without a place
        index_holds(out, table, {})
        contents_tell(out, table, {}, n_rows)
    equal(rows(out, "SELECT geom FROM rejects"), [{"geom": None}])


def test_index_of_one_row(folder):
    layers_of_a_grid(folder, 1, 1)


def test_index_of_a_full_root(folder):
    layers_of_a_grid(folder, 51, 1)


def test_index_of_two_levels(folder):
    layers_of_a_grid(folder, 52, 2)


def test_index_of_three_levels(folder):
    layers_of_a_grid(folder, 2650, 3)


def test_a_written_layer_can_be_edited(folder):
    """The triggers live: what OGR adds, moves and deletes is found, counted, and not found any more."""
    out, points, _ = grid_town(folder, 300)
    source = ogr.Open(str(out / "vitrine.gpkg"), 1)
    layer = source.GetLayer("premises")
    layer.StartTransaction()
    for fid in range(1, 301):
        feature = layer.GetFeature(fid)
        id = feature["premises_id"]
        if fid % 3 == 0:
            layer.DeleteFeature(fid)
            del points[id]
        elif fid % 3 == 1:
            x, y = X - fid, Y + 7 * fid
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({x} {y})"))
            layer.SetFeature(feature)
            points[id] = (x, x, y, y)
    for i in range(150):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["premises_id"] = f"new {i}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({X + i} {Y - 500})"))
        layer.CreateFeature(feature)
        equal(feature.GetFID(), 301 + i)
        points[f"new {i}"] = (X + i, X + i, Y - 500, Y - 500)
    layer.CommitTransaction()
    equal(layer.GetFeatureCount(), 350)
    layer = source = None
    index_holds(out, "premises", points)
    finds(out, "premises", "premises_id", points)
    equal(rows(out, "SELECT feature_count n FROM gpkg_ogr_contents WHERE table_name = 'premises'"), [{"n": 350}])
    equal(rows(out, "PRAGMA integrity_check"), [{"integrity_check": "ok"}])


def test_values_are_stored_as_their_columns_say(folder):
    """Text as text, numbers as numbers, booleans 0 or 1, and NULL, of which the demo town has all."""
    done("run", DEMO / "etude_2026.yaml", "-o", folder / "out")
    kinds, seen = {"TEXT": "text", "REAL": "real", "INTEGER": "integer", "BOOLEAN": "integer"}, set()
    for table in rows(folder / "out", "SELECT table_name name FROM gpkg_ogr_contents"):
        for column in rows(folder / "out", f'PRAGMA table_info("{table["name"]}")'):
            if column["name"] not in ("fid", "geom"):
                name = column["name"]
                stored = rows(folder / "out", f'SELECT DISTINCT typeof("{name}") kind FROM "{table["name"]}"')
                assert {r["kind"] for r in stored} <= {kinds[column["type"]], "null"}, (table, column, stored)
                seen |= {(column["type"], r["kind"]) for r in stored}
                if column["type"] == "BOOLEAN":
                    equal(rows(folder / "out", f'SELECT COUNT(*) n FROM "{table["name"]}" WHERE "{name}" NOT IN (0, 1)'), [{"n": 0}])
    equal(seen, {(k, "null") for k in kinds} | set(kinds.items()))


run(globals())
