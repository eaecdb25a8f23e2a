"""What vitrine refuses: one line, exit 3 (2 for misuse of the command), and everything as it was.

Every test starts from a good town with a good output in `out`; after the refusal every file of the folder, inputs
and output, has the bytes it had, and nothing else is there (contract.md, section 1)."""
import os
import pathlib
import re
import shutil
import socket
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from osgeo import ogr, osr
from tap import *
from town import *

ogr.UseExceptions()

STREETS = [street("s1", "Rue Haute", (0, 0), (300, 0)), street("s2", "Rue de l'Église", (0, 100), (300, 100))]
PREMISES = [shop("p1", "O", 10, 5, "Rue Haute"), shop("p2", "V", 20, 5, "Rue Haute"),
            shop("p3", "?", 30, 95, "Rue de l'Église")]


KEPT = tempfile.TemporaryDirectory(prefix="vitrine-test-")  # the good town and its output, made once


def good(folder):
    kept = pathlib.Path(KEPT.name)
    if not (kept / "out").exists():
        done("run", draw(kept, STREETS, PREMISES), "-o", kept / "out")
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    return folder / "study.yaml"


def everything(folder):
    """Every path below a folder, regular files with their bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None for p in sorted(folder.rglob("*"))}


def refuses(folder, *arguments, says, status=3, study="study.yaml",
            output=("-o", "out", "--overwrite"), **options):
    before = everything(folder)
    ran = refused("run", *([study] if study else []), *output, *arguments, says=says, status=status, cwd=folder,
                  timeout=20, **options)
    assert ran.out == "", f"a refusal says nothing on stdout: {ran.out}"
    after = everything(folder)
    assert after.keys() == before.keys(), f"left behind or gone: {sorted(after.keys() ^ before.keys())}"
    assert after == before, f"changed: {[name for name in after if after[name] != before[name]]}"


def edit(folder, old, new):
    path = folder / "study.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def write_lines(path, driver, epsg=2154, n=2, swap=False):
    """n street lines by OGR, some of them the good town's."""
    srs = osr.SpatialReference()
    if epsg:
        srs.ImportFromEPSG(epsg)
        srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = source.CreateLayer("streets", srs if epsg else None, ogr.wkbLineString)
    for name in ("id", "name"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for i in range(n):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("id", f"s{i + 1}")
        feature.SetField("name", ["Rue Haute", "Rue de l'Église"][i] if i < 2 else f"Rue {i}")
        feature.SetGeometry(ogr.CreateGeometryFromWkt(
            f"LINESTRING ({X} {Y + 100 * i}, {X + 300} {Y + 100 * i})"))
        layer.CreateFeature(feature)


# --- the good town itself ------------------------------------------------------------------------------


def test_the_good_town_is_accepted(folder):
    study = good(folder)
    done("run", study, "-o", folder / "out", "--overwrite")


# --- files -----------------------------------------------------------------------------------------------


def test_missing_file(folder):
    good(folder)
    (folder / "premises.csv").rename(folder / "premises_2026.csv")
    refuses(folder, says=["premises.csv", "layers.premises.source", "study.yaml:5"])


def test_directory_as_source(folder):
    good(folder)
    (folder / "surveys").mkdir()
    refuses(folder, "--set", "layers.premises.source=surveys", says=["surveys", "layers.premises.source"])


def test_directory_named_like_a_file(folder):
    good(folder)
    (folder / "surveys.csv").mkdir()
    refuses(folder, "--set", "layers.premises.source=surveys.csv", says=["surveys.csv", "layers.premises.source"])


def test_empty_csv(folder):
    good(folder)
    (folder / "premises.csv").write_bytes(b"")
    refuses(folder, says=["premises.csv", "layers.premises", "empty"])


def test_empty_geojson(folder):
    good(folder)
    (folder / "streets.geojson").write_bytes(b"")
    refuses(folder, says=["streets.geojson", "layers.streets", "empty"])


def test_empty_geopackage(folder):
    good(folder)
    (folder / "streets.gpkg").write_bytes(b"")
    refuses(folder, "--set", "layers.streets.source=streets.gpkg", says=["streets.gpkg", "empty"])


def truncated(folder, name, driver, share):
    good(folder)
    write_lines(folder / name, driver, n=2000)
    done("check", "study.yaml", "--set", f"layers.streets.source={name}", cwd=folder)  # whole, it is good
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[:int(len(content) * share)])
    refuses(folder, "--set", f"layers.streets.source={name}", says=[name, "layers.streets"])


def test_truncated_geopackage_10_percent(folder):
    truncated(folder, "streets.gpkg", "GPKG", 0.1)


def test_truncated_geopackage_half(folder):
    truncated(folder, "streets.gpkg", "GPKG", 0.5)


def test_truncated_geopackage_99_percent(folder):
    truncated(folder, "streets.gpkg", "GPKG", 0.99)


def test_truncated_geopackage_whose_header_agrees(folder):
    """The page count of the header is cut as well: only reading tells."""
    good(folder)
    path = folder / "streets.gpkg"
    write_lines(path, "GPKG", n=2000)
    content = bytearray(path.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    pages = len(content) // page // 2
    content[28:32] = pages.to_bytes(4, "big")
    path.write_bytes(content[:pages * page])
    refuses(folder, "--set", "layers.streets.source=streets.gpkg", says=["streets.gpkg", "layers.streets"])


def test_truncated_flatgeobuf(folder):
    truncated(folder, "streets.fgb", "FlatGeobuf", 0.8)


def test_truncated_geojson(folder):
    good(folder)
    content = (folder / "streets.geojson").read_bytes()
    (folder / "streets.geojson").write_bytes(content[:-40])
    refuses(folder, says=["streets.geojson", "layers.streets"])


def test_shapefile_whose_dbf_is_shorter(folder):
    """40 of 50 rows in the .dbf header: OGR would read 40 and say nothing."""
    good(folder)
    write_lines(folder / "streets.shp", "ESRI Shapefile", n=50)
    done("check", "study.yaml", "--set", "layers.streets.source=streets.shp", cwd=folder)
    dbf = bytearray((folder / "streets.dbf").read_bytes())
    dbf[4:8] = (40).to_bytes(4, "little")
    (folder / "streets.dbf").write_bytes(dbf)
    refuses(folder, "--set", "layers.streets.source=streets.shp", says=["streets.", "layers.streets"])


def test_text_renamed_geopackage(folder):
    good(folder)
    (folder / "streets.gpkg").write_text("not a database, but long enough to have a header " * 10)
    refuses(folder, "--set", "layers.streets.source=streets.gpkg", says=["streets.gpkg"])


def test_fifo_does_not_hang(folder):
    good(folder)
    os.mkfifo(folder / "survey.csv")
    refuses(folder, "--set", "layers.premises.source=survey.csv", says=["survey.csv", "layers.premises.source"])


def test_device(folder):
    good(folder)
    refuses(folder, "--set", "layers.premises.source=/dev/zero", says=["/dev/zero", "layers.premises.source"])


def remote(folder, source):
    """A listening socket sees that nobody calls."""
    good(folder)
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        source = source.format(port=server.getsockname()[1])
        refuses(folder, "--set", f"layers.streets.source={source}", says=["layers.streets.source", source])
        try:
            server.accept()
        except BlockingIOError:
            return
        raise AssertionError("a connection was made")


def test_http_path(folder):
    remote(folder, "http://127.0.0.1:{port}/streets.geojson")


def test_vsicurl_path(folder):
    remote(folder, "/vsicurl/http://127.0.0.1:{port}/streets.geojson")


def test_vsizip_over_vsicurl_path(folder):
    remote(folder, "/vsizip//vsicurl/http://127.0.0.1:{port}/streets.zip/streets.geojson")


def test_driver_prefix_with_http(folder):
    remote(folder, "GeoJSON:http://127.0.0.1:{port}/streets.geojson")


def test_geojson_whose_crs_is_a_link(folder):
    good(folder)
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        path = folder / "streets.geojson"
        path.write_text(path.read_text().replace(
            '{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}',
            '{"type": "link", "properties": {"href": "http://127.0.0.1:%d/crs", "type": "proj4"}}'
            % server.getsockname()[1]))
        assert "link" in path.read_text()
        refuses(folder, says=["streets.geojson", "crs"])
        try:
            server.accept()
        except BlockingIOError:
            return
        raise AssertionError("a connection was made")


def test_vrt_is_no_source(folder):
    """A VRT can open other files and the network."""
    good(folder)
    (folder / "streets.vrt").write_text(
        '<OGRVRTDataSource><OGRVRTLayer name="streets"><SrcDataSource relativeToVRT="1">streets.geojson'
        "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")
    refuses(folder, "--set", "layers.streets.source=streets.vrt", says=["streets.vrt"])


def test_layer_that_the_source_lacks(folder):
    good(folder)
    write_lines(folder / "streets.gpkg", "GPKG")
    refuses(folder, "--set", "layers.streets.source=streets.gpkg", "--set", "layers.streets.layer=street",
            says=["street", "layers.streets.layer", 'did you mean', "streets"])


# --- where things are ----------------------------------------------------------------------------------------


def test_geojson_with_lambert_93_numbers_and_no_crs(folder):
    good(folder)
    geojson(folder / "streets.geojson", STREETS, epsg=None)
    refuses(folder, says=["layers.streets", "outside", "crs"])


def test_latitude_and_longitude_swapped_in_a_column(folder):
    """The good point is 48.86, 2.35 (Paris); written longitude first it is in the sea off Somalia."""
    good(folder)
    table(folder / "premises.csv", [{"id": i, "status": "O", "street": "Rue Haute", "at": f"2.35{i}, 48.86"} for i in range(1, 4)])
    edit(folder, "crs: EPSG:2154\n    geometry: {x: x, y: y}", "crs: EPSG:4326\n    geometry: {latlon: at}")
    refuses(folder, says=["layers.premises", "swapped"])


def test_latitude_and_longitude_swapped_in_geojson(folder):
    good(folder)
    geojson(folder / "streets.geojson",
            [({"id": "s1", "name": "Rue Haute"}, "LineString", [[48.86, 2.35], [48.861, 2.351]])], epsg=None)
    refuses(folder, says=["layers.streets", "swapped"])


def test_x_and_y_swapped_in_lambert_93(folder):
    good(folder)
    edit(folder, "{x: x, y: y}", "{x: y, y: x}")
    refuses(folder, says=["layers.premises", "swapped"])


def test_shapefile_without_crs(folder):
    good(folder)
    write_lines(folder / "streets.shp", "ESRI Shapefile", epsg=None)
    refuses(folder, "--set", "layers.streets.source=streets.shp", says=["layers.streets", "CRS", "layers.streets.crs"])
    done("check", "study.yaml", "--set", "layers.streets.source=streets.shp", "--set", "layers.streets.crs=EPSG:2154",
         cwd=folder)


def test_csv_without_crs(folder):
    good(folder)
    edit(folder, "    crs: EPSG:2154\n", "")
    refuses(folder, says=["layers.premises", "CRS", "layers.premises.crs"])


def test_study_without_crs(folder):
    good(folder)
    edit(folder, "crs: EPSG:2154\nlayers", "layers")
    refuses(folder, says=["crs", "EPSG:2154"])


def test_geographic_study_crs(folder):
    good(folder)
    edit(folder, "crs: EPSG:2154\nlayers", "crs: EPSG:4326\nlayers")
    refuses(folder, says=["study.yaml:2", "crs", "EPSG:4326", "metres"])


def test_web_mercator_study_crs(folder):
    good(folder)
    edit(folder, "crs: EPSG:2154\nlayers", "crs: EPSG:3857\nlayers")
    refuses(folder, says=["study.yaml:2", "crs", "EPSG:3857"])


def test_study_crs_in_feet(folder):
    """EPSG:2263: New York, US survey feet."""
    good(folder)
    edit(folder, "crs: EPSG:2154\nlayers", "crs: EPSG:2263\nlayers")
    refuses(folder, says=["study.yaml:2", "crs", "EPSG:2263", "metres"])


def test_unknown_study_crs(folder):
    good(folder)
    edit(folder, "crs: EPSG:2154\nlayers", "crs: EPSG:215400\nlayers")
    refuses(folder, says=["study.yaml:2", "crs", "EPSG:215400"])


def test_crs_key_where_the_source_carries_one(folder):
    good(folder)
    refuses(folder, "--set", "layers.streets.crs=EPSG:2154", says=["layers.streets.crs"])


def test_geojson_with_an_unknown_crs_member(folder):
    """OGR would read it as WGS 84."""
    good(folder)
    geojson(folder / "streets.geojson",
            [({"id": "s1", "name": "Rue Haute"}, "LineString", [[2.35, 48.86], [2.351, 48.861]])], epsg=999999)
    refuses(folder, says=["layers.streets", "streets.geojson"])


# --- fields and values ---------------------------------------------------------------------------------------


def test_missing_status_mapping(folder):
    good(folder)
    text = (folder / "study.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("    status", "      "))]
    (folder / "study.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    refuses(folder, says=["layers.premises.status.field"])


def test_missing_geometry_mapping_of_a_csv(folder):
    good(folder)
    edit(folder, "    geometry: {x: x, y: y}\n", "")
    refuses(folder, says=["layers.premises", "geometry"])


def test_missing_field(folder):
    """Nothing is like it: the fields that are there are named."""
    good(folder)
    edit(folder, "street: street", "street: adresse_complete")
    refuses(folder, says=["study.yaml:8", "layers.premises.fields.street", "adresse_complete", "status"])


def test_misspelt_field(folder):
    good(folder)
    edit(folder, "street: street", "street: stret")
    refuses(folder, says=["study.yaml:8", "layers.premises.fields.street", '"stret"', 'did you mean street'])


def test_misspelt_status_field(folder):
    good(folder)
    edit(folder, "field: status", "field: statut")
    refuses(folder, says=["study.yaml:10", "layers.premises.status.field", "statut", 'did you mean status'])


def test_misspelt_geometry_column(folder):
    good(folder)
    edit(folder, "{x: x, y: y}", "{x: x, y: yy}")
    refuses(folder, says=["study.yaml:7", "layers.premises.geometry.y", "yy"])


def test_misspelt_kept_field(folder):
    good(folder)
    edit(folder, "    status:\n", "    keep: [statu]\n    status:\n")
    refuses(folder, says=["layers.premises.keep", "statu", 'did you mean status'])


def test_field_name_that_the_layer_kind_lacks(folder):
    good(folder)
    edit(folder, "street: street", "stret: street")
    refuses(folder, says=["study.yaml:8", "stret", 'did you mean ', "street"])


def test_status_value_that_nobody_mapped(folder):
    good(folder)
    table(folder / "premises.csv", [*PREMISES, shop("p4", "Fermé", 40, 5, "Rue Haute")])
    refuses(folder, says=["layers.premises.status", "Fermé", "otherwise", "feature 4"])


def test_two_status_values_that_become_equal(folder):
    """Without case and accents "Fermé" and "FERME" are one word (contract.md, Status)."""
    good(folder)
    edit(folder, "vacant: [V]", "vacant: [V, Fermé]")
    edit(folder, "works: [W]", "works: [W, FERME]")
    refuses(folder, says=["layers.premises.status.values"])


def test_duplicate_ids_name_both_rows(folder):
    """Rows 1 and 3 of the table share p1."""
    good(folder)
    table(folder / "premises.csv", [shop("p1", "O", 10, 5, "Rue Haute"), shop("p2", "V", 20, 5, "Rue Haute"),
                                    shop("p1", "V", 30, 5, "Rue Haute")])
    refuses(folder, says=["layers.premises", "p1", "1", "3", "suffix"])


def test_duplicate_ids_are_numbered_where_the_study_says_so(folder):
    """Two rows of p1: both are used, one is renamed and counted as a notice; the order of rows is of no matter."""
    study = good(folder)
    pair = [shop("p1", "O", 10, 5, "Rue Haute"), shop("p1", "V", 30, 5, "Rue Haute")]
    layers = []
    for name, order in (("a", pair), ("b", pair[::-1])):
        table(folder / "premises.csv", [*order, shop("p2", "V", 20, 5, "Rue Haute")])
        done("run", study, "-o", folder / name, "--set", "layers.premises.ids=suffix")
        equal(ledger(folder / name)["used"], 3)
        equal(ledger(folder / name)["rejected"], 0)
        equal(sum(ledger(folder / name)["notices"].values()), 1)
        ids = by(folder / name, "premises", "premises_id")
        equal(len(ids), 3)
        assert {"p1", "p2"} < set(ids), ids
        layers.append((folder / name / "premises.geojson").read_bytes())
    equal(layers[0], layers[1])


def test_empty_id(folder):
    """Above the ceiling of rejects (1 of 4) the run is refused; the feature without id has a key of its content to be
    named by, the same whatever the order of rows."""
    good(folder)
    named = set()
    rows_in_order = [*PREMISES, shop("", "O", 40, 5, "Rue Haute")]
    for order in (rows_in_order, rows_in_order[::-1]):
        table(folder / "premises.csv", order)
        refuses(folder, says=["layers.premises", "no_id", "feature "])
        said = vitrine("check", "study.yaml", cwd=folder).err
        named.add(re.search(r"such as feature (\S+?)[:;]", said)[1])
    equal(len(named), 1)


def test_latin_1_names_in_csv(folder):
    good(folder)
    table(folder / "premises.csv", PREMISES, encoding="latin-1")
    refuses(folder, says=["layers.premises", "premises.csv", "UTF-8", "feature 3", "street"])


def test_csv_row_with_too_many_fields(folder):
    good(folder)
    with open(folder / "premises.csv", "a", encoding="utf-8") as file:
        file.write("p4,O,652040,6862005,Rue Haute,one,two\n")
    refuses(folder, says=["premises.csv"])


def test_csv_quote_that_is_never_closed(folder):
    """OGR swallows the rows that follow."""
    good(folder)
    with open(folder / "premises.csv", "a", encoding="utf-8") as file:
        file.write('p4,O,652040,6862005,"Rue Haute\np5,O,652050,6862005,Rue Haute\n')
    refuses(folder, says=["premises.csv"])


def test_csvt_beside_the_csv(folder):
    """It would change the types of the columns."""
    good(folder)
    (folder / "premises.csvt").write_text('"String","String","Integer","Integer","String"\n')
    refuses(folder, says=["premises.csvt"])


def test_two_columns_of_one_name(folder):
    good(folder)
    path = folder / "premises.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("id,status,x,y,street", "street,status,x,y,street"),
                    encoding="utf-8")
    edit(folder, "id: id, street: street", "street: street")
    refuses(folder, says=["premises.csv", "street"])


def test_where_that_is_no_sql(folder):
    good(folder)
    refuses(folder, "--set", "layers.premises.where=status ===", says=["layers.premises.where", "status ==="])


# --- layers ------------------------------------------------------------------------------------------------------


def test_polygons_where_lines_are_expected(folder):
    good(folder)
    geojson(folder / "streets.geojson", [square("s1", "Rue Haute", 0, 0, 100, 100), square("s2", "Rue Basse", 200, 0, 300, 100)])
    refuses(folder, says=["layers.streets", "Polygon"])


def test_no_premises(folder):
    good(folder)
    (folder / "premises.csv").write_text("id,status,x,y,street\n")
    refuses(folder, says=["layers.premises"])


def test_where_that_leaves_no_premises(folder):
    good(folder)
    refuses(folder, "--set", "layers.premises.where=status = 'none of these'", says=["layers.premises"])


def test_no_streets(folder):
    good(folder)
    geojson(folder / "streets.geojson", [])
    refuses(folder, says=["layers.streets"])


def test_where_that_leaves_no_streets(folder):
    good(folder)
    refuses(folder, "--set", "layers.streets.where=name = 'none of these'", says=["layers.streets"])


def test_streets_without_any_name(folder):
    """Unnamed lines are no streets."""
    good(folder)
    geojson(folder / "streets.geojson", [street("s1", "", (0, 0), (100, 0)), street("s2", None, (0, 9), (100, 9))])
    refuses(folder, says=["layers.streets"])


def test_study_without_streets(folder):
    good(folder)
    text = (folder / "study.yaml").read_text(encoding="utf-8")
    (folder / "study.yaml").write_text(text[:text.index("  streets:")], encoding="utf-8")
    refuses(folder, says=["layers.streets"])


def test_more_rejects_than_the_ceiling(folder):
    """1 of 4 premises (25 %) has no coordinates; the ceiling is 2 %."""
    good(folder)
    table(folder / "premises.csv", [*PREMISES, {"id": "p4", "status": "O", "street": "Rue Haute"}])
    refuses(folder, says=["layers.premises", "1", "4", "rejects.ceiling"])
    done("check", "study.yaml", "--set", "rejects.ceiling=0.25", cwd=folder)


# --- the output folder -------------------------------------------------------------------------------------------


def test_output_under_proc_cannot_be_written(folder):
    good(folder)
    refuses(folder, output=("-o", "/proc/vitrine-out"), says=["/proc/vitrine-out"])


def test_output_folder_not_writable(folder):
    if os.geteuid() == 0:
        raise Skip("root may write everywhere")
    good(folder)
    (folder / "out").chmod(0o555)
    refuses(folder, says=["out"])


def test_parent_of_the_output_not_writable(folder):
    if os.geteuid() == 0:
        raise Skip("root may write everywhere")
    good(folder)
    (folder / "shelf").mkdir(mode=0o555)
    refuses(folder, output=("-o", "shelf/new"), says=["shelf/new"])


def test_output_is_a_file(folder):
    good(folder)
    (folder / "result").write_text("mine")
    refuses(folder, output=("-o", "result", "--overwrite"), says=["result"])


def test_parent_of_the_output_is_missing(folder):
    """No folder is made on the way; or, if it is, the run is done. Never half of it."""
    study = good(folder)
    ran = vitrine("run", study, "-o", folder / "deep" / "deeper" / "out")
    assert ran.status in (0, 3), ran.err
    assert (folder / "deep").exists() == (ran.status == 0)


def test_output_exists_without_overwrite(folder):
    good(folder)
    refuses(folder, output=("-o", "out"), says=["out", "--overwrite"])


def test_output_folder_of_somebody_else_without_overwrite(folder):
    good(folder)
    (folder / "holidays").mkdir()
    (folder / "holidays" / "beach.jpg").write_bytes(b"sand")
    refuses(folder, output=("-o", "holidays"), says=["holidays", "--overwrite"])


# --- the study file ------------------------------------------------------------------------------------------------


def test_unknown_key(folder):
    good(folder)
    edit(folder, "layers:\n", "vacancy:\n  max_distnce_m: 40\nlayers:\n")
    refuses(folder, says=["study.yaml:4", "vacancy.max_distnce_m", 'did you mean ', "max_distance_m"])


def test_unknown_key_at_the_top(folder):
    good(folder)
    edit(folder, "title: Essai", "titel: Essai")
    refuses(folder, says=["study.yaml:1", "titel", 'did you mean title'])


def test_unknown_layer_kind(folder):
    good(folder)
    edit(folder, "  premises:\n", "  premisses:\n")
    refuses(folder, says=["study.yaml:4", "premisses", 'did you mean ', "premises"])


def test_unknown_key_of_a_layer(folder):
    good(folder)
    edit(folder, "    source: premises.csv", "    sorce: premises.csv")
    refuses(folder, says=["study.yaml:5", "sorce", 'did you mean ', "source"])


def test_key_that_belongs_to_another_layer_kind(folder):
    """Only premises have a status."""
    good(folder)
    edit(folder, "name: name}}", "name: name}, status: {field: name}}")
    refuses(folder, says=["study.yaml:12", "layers.streets.status"])


def test_unknown_preset(folder):
    good(folder)
    edit(folder, "    source: premises.csv\n", "    source: premises.csv\n    preset: vancuver\n")
    refuses(folder, says=["study.yaml:6", "layers.premises.preset", "vancuver", 'did you mean vancouver'])


def test_wrong_type_text_for_a_number(folder):
    good(folder)
    edit(folder, "layers:\n", "vacancy: {max_distance_m: far}\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "vacancy.max_distance_m", "far"])


def test_wrong_type_fraction_for_an_integer(folder):
    good(folder)
    edit(folder, "layers:\n", "vacancy: {min_premises: 4.5}\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "vacancy.min_premises", "4.5"])


def test_wrong_type_text_for_a_boolean(folder):
    good(folder)
    edit(folder, "layers:\n", "vacancy: {nearest_when_named: perhaps}\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "vacancy.nearest_when_named", "perhaps"])


def test_wrong_type_list_for_a_number(folder):
    good(folder)
    edit(folder, "layers:\n", "vacancy: {max_distance_m: [10, 20]}\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "vacancy.max_distance_m"])


def test_wrong_type_mapping_for_a_text(folder):
    good(folder)
    edit(folder, "title: Essai", "title: {fr: Essai}")
    refuses(folder, says=["study.yaml:1", "title"])


def test_wrong_type_text_for_a_mapping(folder):
    good(folder)
    edit(folder, "layers:\n", "vacancy: none\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "vacancy"])


def test_number_with_a_decimal_comma(folder):
    good(folder)
    edit(folder, "layers:\n", 'vacancy: {max_distance_m: "12,5"}\nlayers:\n')
    refuses(folder, says=["study.yaml:3", "vacancy.max_distance_m", "12,5"])


def test_number_that_is_none(folder):
    good(folder)
    edit(folder, "layers:\n", "vacancy: {max_distance_m: .nan}\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "vacancy.max_distance_m"])


def test_value_out_of_range(folder):
    good(folder)
    edit(folder, "layers:\n", "vacancy: {max_distance_m: -1}\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "vacancy.max_distance_m", "-1"])


def test_set_value_out_of_range(folder):
    good(folder)
    refuses(folder, "--set", "vacancy.name_similarity=1.5", says=["--set", "vacancy.name_similarity", "1.5"])


def test_unknown_choice(folder):
    good(folder)
    edit(folder, "layers:\n", "vacancy: {works: vacnt}\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "vacancy.works", "vacnt", "vacant", "excluded"])


def test_class_bounds_that_do_not_rise(folder):
    good(folder)
    edit(folder, "layers:\n", "vacancy: {classes: [0.10, 0.05]}\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "vacancy.classes"])


def test_area_of_interest_of_three_numbers(folder):
    good(folder)
    edit(folder, "layers:\n", "area_of_interest: [0, 0, 1]\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "area_of_interest"])


def test_area_of_interest_turned_round(folder):
    good(folder)
    edit(folder, "layers:\n", "area_of_interest: [653000, 6863000, 651000, 6861000]\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "area_of_interest"])


def test_reference_date_that_does_not_exist(folder):
    good(folder)
    edit(folder, "layers:\n", "reference_date: 2026-02-30\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "reference_date", "2026-02-30"])


def test_unknown_export_format(folder):
    good(folder)
    edit(folder, "layers:\n", "export: {formats: [gpgk]}\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "export.formats", "gpgk"])


def test_duplicated_yaml_key(folder):
    good(folder)
    edit(folder, "layers:\n", "title: Encore\nlayers:\n")
    refuses(folder, says=["study.yaml:3", "title"])


def test_duplicated_key_deeper(folder):
    good(folder)
    edit(folder, "    source: premises.csv\n", "    source: premises.csv\n    source: others.csv\n")
    refuses(folder, says=["study.yaml:6", "source"])


def test_second_yaml_document(folder):
    """A key is read or refused, never left unread."""
    good(folder)
    with open(folder / "study.yaml", "a", encoding="utf-8") as file:
        file.write("---\nvacancy: {works: vacant}\n")
    refuses(folder, says=["study.yaml:13"])


def test_invalid_yaml(folder):
    good(folder)
    edit(folder, "geometry: {x: x, y: y}", "geometry: {x: x, y: y")
    refuses(folder, says=["study.yaml:"])


def test_tab_in_yaml(folder):
    good(folder)
    edit(folder, "    source: premises.csv", "\tsource: premises.csv")
    refuses(folder, says=["study.yaml:5"])


def test_study_in_latin_1(folder):
    good(folder)
    text = (folder / "study.yaml").read_text(encoding="utf-8").replace("Essai", "Relevé")
    (folder / "study.yaml").write_text(text, encoding="latin-1")
    refuses(folder, says=["study.yaml"])


def test_empty_study(folder):
    good(folder)
    (folder / "study.yaml").write_text("")
    refuses(folder, says=["study.yaml"])


def test_study_that_is_a_list(folder):
    good(folder)
    (folder / "study.yaml").write_text("- crs: EPSG:2154\n")
    refuses(folder, says=["study.yaml:1"])


def test_study_missing(folder):
    good(folder)
    refuses(folder, study="stduy.yaml", says=["stduy.yaml"])


def test_study_is_a_directory(folder):
    good(folder)
    (folder / "studies").mkdir()
    refuses(folder, study="studies", says=["studies"])


def test_set_of_an_unknown_key(folder):
    good(folder)
    refuses(folder, "--set", "vacancy.work=vacant", says=["--set", "vacancy.work", 'did you mean ', "works"])


# --- the command: misuse is exit 2 ---------------------------------------------------------------------------------


def test_set_without_equals_sign(folder):
    good(folder)
    refuses(folder, "--set", "vacancy.works", says=["--set", "vacancy.works"], status=2)


def test_unknown_option(folder):
    good(folder)
    refuses(folder, "--overwritee", says=["--overwritee"], status=2)


def test_unknown_language(folder):
    good(folder)
    ran = vitrine("run", "study.yaml", "-o", "out", "--overwrite", "--lang", "de", cwd=folder)
    assert ran.status in (2, 3), ran.err
    assert "de" in ran.err and len(ran.err.splitlines()) == 1, ran.err


def test_no_threads(folder):
    good(folder)
    refuses(folder, "--threads", "0", says=["--threads", "0"], status=2)


def test_missing_output(folder):
    good(folder)
    refuses(folder, output=(), says=["-o"], status=2)


def test_missing_study(folder):
    good(folder)
    refuses(folder, study=None, says=["study"], status=2)


def test_two_studies(folder):
    good(folder)
    refuses(folder, "study.yaml", says=["study"], status=2)


def test_unknown_verb():
    refused("rnu", says=["rnu", "--help"], status=2)


def test_no_verb():
    assert vitrine().status == 2


run(globals())
