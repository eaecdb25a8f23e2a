"""Towns drawn by hand for the tests: integer metres from (652000, 6862000) in EPSG:2154."""
import csv
import json
import pathlib

from tap import done, rows

X, Y = 652000, 6862000

STUDY = """\
title: Essai
crs: EPSG:2154
layers:
  premises:
    source: premises.csv
    crs: EPSG:2154
    geometry: {x: x, y: y}
    fields: {id: id, street: street}
    status:
      field: status
      values: {vacant: [V], works: [W], reserve: [R], converted: [C], unknown: ["?"], occupied: [O]}
  streets: {source: streets.geojson, fields: {id: id, name: name}}
"""


def at(*points):
    """Points of the town in EPSG:2154."""
    return [[X + x, Y + y] for x, y in points]


def geojson(path, features, epsg=2154):
    """features: (properties, type, coordinates). With `epsg` the file says its CRS in a crs member."""
    collection = {"type": "FeatureCollection"}
    if epsg:
        collection["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{epsg}"}}
    collection["features"] = [
        {"type": "Feature", "properties": properties,
         "geometry": {"type": kind, "coordinates": coordinates} if kind else None}
        for properties, kind, coordinates in features]
    pathlib.Path(path).write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")


def table(path, records, delimiter=",", encoding="utf-8"):
    """A CSV of dictionaries; the columns are those of all records, in order of appearance."""
    columns = list(dict.fromkeys(key for record in records for key in record))
    with open(path, "w", newline="", encoding=encoding) as file:
        writer = csv.DictWriter(file, columns, delimiter=delimiter, lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)
    return columns


def street(id, name, *points, **more):
    return {"id": id, "name": name, **more}, "LineString", at(*points)


def square(id, name, x1, y1, x2, y2):
    return {"id": id, "name": name}, "Polygon", [at((x1, y1), (x2, y1), (x2, y2), (x1, y2), (x1, y1))]


def shop(id, status, x, y, street="", **more):
    return {"id": id, "status": status, "x": X + x, "y": Y + y, "street": street, **more}


def shops(statuses, street, y=5, prefix=""):
    """One premises a letter, ten metres apart, all on one side of a street that runs east."""
    return [shop(f"{prefix}{street}{i}", letter, 10 + 10 * i, y, street) for i, letter in enumerate(statuses)]


def draw(folder, streets, premises, centres=None, text=STUDY):
    """Writes a study of this town; premises columns of our own field names are mapped."""
    geojson(folder / "streets.geojson", streets)
    columns = table(folder / "premises.csv", premises)
    fields = [c for c in columns if c not in ("x", "y", "status")]
    text = text.replace("{id: id, street: street}", "{" + ", ".join(f"{c}: {c}" for c in fields) + "}")
    if any("municipality" in properties for properties, _, _ in streets):
        text = text.replace("name: name}}", "name: name, municipality: municipality}}")
    if centres:
        geojson(folder / "centres.geojson", centres)
        text += "  centres: {source: centres.geojson, fields: {id: id, name: name}}\n"
    (folder / "study.yaml").write_text(text, encoding="utf-8")
    return folder / "study.yaml"


def town(folder, streets, premises, *arguments, centres=None, out="out"):
    """Draws and runs a town; the output folder."""
    study = draw(folder, streets, premises, centres)
    done("run", study, "-o", folder / out, *arguments)
    return folder / out


def by(out, layer, key, *columns):
    """{key: row} of a layer, or {key: (columns…)}."""
    found = {row[key]: row for row in rows(out, f'SELECT * FROM "{layer}"')}
    assert len(found) == rows(out, f'SELECT COUNT(*) n FROM "{layer}"')[0]["n"], f"{key} is not unique in {layer}"
    return {k: tuple(row[c] for c in columns) for k, row in found.items()} if columns else found


def ledger(out, layer="premises"):
    return json.loads((pathlib.Path(out) / "run.json").read_text(encoding="utf-8"))["ledger"][layer]


def equal(got, expected):
    assert got == expected, f"got      {got}\nexpected {expected}"


def close(got, expected, tolerance=1e-12):
    assert got is not None and abs(got - expected) <= tolerance, f"got {got!r}, expected {expected!r}"
