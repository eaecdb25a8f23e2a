#!/usr/bin/python3
"""Write FOLDER/vitrine.gpkg from the demo town, styled from styles/*.qml, to work on the styles without running vitrine.

    toy.py FOLDER [--lang fr|en] [--scheme procos|igf|0.05,0.10,...] [--year 2024|2026] [--min 5]

The counting is rough (names matched after removing accents and case, no tolerance): good enough to look at a map, never a reference.
"""
import argparse
import csv
import json
import math
import os
import re
import sqlite3
import sys
import unicodedata
from bisect import bisect_right

from osgeo import gdal, ogr, osr

sys.dont_write_bytecode = True
import fill  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DEMO = os.path.join(ROOT, "geodata", "demo")
STATUS = {"vacant": "vacant", "travaux": "works", "reserve": "reserve", "converti": "converted", "inconnu": "unknown", "": "unknown"}
STREET = """street_id:s street_name:s length_m:r premises:i occupied:i vacant:i works:i reserve:i converted:i unknown:i stock:i rate:r
 rate_ci_low:r rate_ci_high:r rate_min:r rate_max:r rate_eb:r class:i class_certain:b enough:b frontage_m:r frontage_vacant_m:r
 frontage_rate:r frontage_coverage:r floor_m2:r floor_vacant_m2:r floor_rate:r floor_coverage:r""".split()
PREMISES = """premises_id:s name:s street_id:s street_name:s side:s measure_m:r distance_m:r match:s centre_id:s status:s activity:s
 family:s frontage_m:r frontage_source:s floor_m2:r vacant_since:s""".split()
TYPES = {"s": ogr.OFTString, "r": ogr.OFTReal, "i": ogr.OFTInteger, "b": ogr.OFTInteger}


def plain(text):
    text = unicodedata.normalize("NFD", text.lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"[^a-z0-9]+", " ", text).strip()
    for short, long in (("bd", "boulevard"), ("av", "avenue"), ("pl", "place"), ("r", "rue"), ("rte", "route"), ("fg", "faubourg"), ("st", "saint")):
        text = re.sub(rf"\b{short}\b", long, text)
    return text


def wilson(v, n):
    z = 1.959963984540054
    mid, half, div = v / n + z * z / (2 * n), z * math.sqrt(v * (n - v) / n**3 + z * z / (4 * n * n)), 1 + z * z / n
    return max(0.0, (mid - half) / div), min(1.0, (mid + half) / div)


def klass(rate, bounds):
    return len(bounds) - 1 if rate == bounds[-1] else bisect_right(bounds, rate)


def make_layer(source, name, kind, columns, srs):
    layer = source.CreateLayer(name, srs, kind, ["GEOMETRY_NAME=geom", "FID=fid", "SPATIAL_INDEX=YES"])
    for column in columns:
        field, code = column.split(":")
        definition = ogr.FieldDefn(field, TYPES[code])
        if code == "b":
            definition.SetSubType(ogr.OFSTBoolean)
        layer.CreateField(definition)
    return layer


def add(layer, geometry, values):
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(geometry)
    for key, value in values.items():
        if value is not None:
            feature.SetField(key, value)
    layer.CreateFeature(feature)


def rate_columns(counts, minimum, bounds):
    stock = counts["occupied"] + counts["vacant"]
    row = dict(counts, premises=sum(counts.values()), stock=stock, enough=int(stock >= minimum))
    if stock:
        rate = counts["vacant"] / stock
        low, high = wilson(counts["vacant"], stock)
        every = stock + counts["unknown"]
        row.update(rate=rate, rate_ci_low=low, rate_ci_high=high, rate_min=counts["vacant"] / every,
                   rate_max=(counts["vacant"] + counts["unknown"]) / every)
        row["class"] = klass(rate, bounds)
        row["class_certain"] = int(klass(low, bounds) == klass(high, bounds))
    return row


def store_style(path, table, qml):
    db = sqlite3.connect(path)
    db.execute("""CREATE TABLE IF NOT EXISTS layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
        f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
        useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
        update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))""")
    db.execute("""INSERT OR IGNORE INTO gpkg_contents(table_name,data_type,identifier,description,last_change,srs_id)
        VALUES('layer_styles','attributes','layer_styles','','2026-06-30T00:00:00.000Z',0)""")
    db.execute("""INSERT INTO layer_styles(f_table_catalog,f_table_schema,f_table_name,f_geometry_column,styleName,styleQML,styleSLD,
        useAsDefault,description,owner,update_time) VALUES('','',?,'geom',?,?,NULL,1,'','','2026-06-30T00:00:00.000Z')""", (table, table, qml))
    db.commit()
    db.execute("PRAGMA journal_mode=DELETE")
    db.close()


def read_premises(year):
    with open(os.path.join(DEMO, f"locaux_{year}.csv"), encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter=";"):
            if row["x"]:
                row["status"] = STATUS.get(plain(row["situation"]), "occupied")
                yield row


def read_streets():
    with open(os.path.join(DEMO, "voies.geojson"), encoding="utf-8") as f:
        features = json.load(f)["features"]
    streets = {}
    for feature in features:
        p = feature["properties"]
        if p["nom"]:
            lines = streets.setdefault((p["nom"], p["commune"]), ogr.Geometry(ogr.wkbMultiLineString))
            lines.AddGeometry(ogr.CreateGeometryFromJson(json.dumps(feature["geometry"])))
    return streets


def main():
    args = argparse.ArgumentParser()
    args.add_argument("folder")
    args.add_argument("--lang", choices=("fr", "en"), default="fr")
    args.add_argument("--scheme", default="procos")
    args.add_argument("--year", default="2026")
    args.add_argument("--min", type=int, default=5)
    a = args.parse_args()
    bounds = fill.bounds_of(a.scheme)
    os.makedirs(a.folder, exist_ok=True)
    path = os.path.join(a.folder, "vitrine.gpkg")
    if os.path.exists(path):
        os.remove(path)
    gdal.UseExceptions()
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-06-30T00:00:00.000Z")
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(2154)
    target = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    streets, premises = read_streets(), list(read_premises(a.year))
    ids = {plain(name): (f"V{n:03d}", name) for n, (name, commune) in enumerate(sorted(streets)) if commune == "71998" or name == "Rue du Triage"}

    layer = make_layer(target, "street_vacancy", ogr.wkbMultiLineString, STREET, srs)
    layer.StartTransaction()
    for n, ((name, commune), lines) in enumerate(sorted(streets.items())):
        counts = dict.fromkeys(("occupied", "vacant", "works", "reserve", "converted", "unknown"), 0)
        if ids.get(plain(name), ("",))[0] == f"V{n:03d}":
            for row in premises:
                if plain(row["voie"]) == plain(name):
                    counts[row["status"]] += 1
        add(layer, lines, dict(rate_columns(counts, a.min, bounds), street_id=f"V{n:03d}", street_name=name, length_m=lines.Length()))
    layer.CommitTransaction()

    layer = make_layer(target, "premises", ogr.wkbPoint, PREMISES, srs)
    layer.StartTransaction()
    for row in premises:
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(float(row["x"]), float(row["y"]))
        street = ids.get(plain(row["voie"]), (None, None))
        add(layer, point, dict(premises_id=row["id"], name=row["enseigne"] or None, street_id=street[0], street_name=street[1],
                               status=row["status"], activity=row["activite"] or None, family=row["famille"] or None,
                               vacant_since=row["vacant_depuis"] or None, match="name" if street[0] else "none"))
    layer.CommitTransaction()
    make_layer(target, "rejects", ogr.wkbUnknown, ["layer:s", "feature_id:s", "code:s"], srs)
    target = layer = None
    for table, columns in (("street_vacancy", STREET), ("premises", PREMISES)):
        with open(os.path.join(ROOT, "styles", table + ".qml"), encoding="utf-8") as f:
            text = f.read()
        store_style(path, table, fill.fill(text, a.lang, bounds, [(c.split(":")[0], "» " + c.split(":")[0]) for c in columns]))
    print(path)


if __name__ == "__main__":
    main()
