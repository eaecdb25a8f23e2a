#!/usr/bin/env python3
"""Redon in OpenStreetMap, by the preset osm.

Expected counts come from an independent query: GDAL's own SQL over its OSM driver with its own default columns
(hstore text), so that neither vitrine's preset nor its column file is used, and the polygons-over-points rule is
done with SpatiaLite."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

HERE = pathlib.Path(__file__).resolve().parent
AMENITIES = ("restaurant cafe bar pub fast_food ice_cream bank pharmacy post_office driving_school cinema theatre clinic "
             "dentist doctors veterinary marketplace nightclub childcare").split()


def run(out, *options):
    osm = data("redon", "redon.osm")
    return done("run", HERE / "redon.yaml", "-o", out, "--set", f"layers.premises.source={osm}",
                "--set", f"layers.streets.source={osm}", *options)


def tags_of(way_or_node):
    return {tag.get("k"): tag.get("v") for tag in way_or_node.findall("tag")}


def is_premises(tags):
    return (tags.get("shop", "no") != "no" or "disused:shop" in tags or tags.get("office", "no") != "no"
            or tags.get("amenity") in AMENITIES)


def in_ring(x, y, ring):
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside


def independent():
    """Nodes and closed ways that are premises, straight from the XML; ways that hold the node of the same
    business are left out. No relation of this file is a premises (checked here)."""
    import xml.etree.ElementTree
    root = xml.etree.ElementTree.parse(data("redon", "redon.osm")).getroot()
    places = {n.get("id"): (float(n.get("lon")), float(n.get("lat"))) for n in root.findall("node")}
    nodes = {n.get("id"): tags_of(n) for n in root.findall("node") if is_premises(tags_of(n))}
    ways = {}
    for way in root.findall("way"):
        refs = [r.get("ref") for r in way.findall("nd")]
        if is_premises(tags_of(way)) and refs[0] == refs[-1] and all(r in places for r in refs):
            ways[way.get("id")] = (tags_of(way), [places[r] for r in refs])
    assert not [r for r in root.findall("relation") if is_premises(tags_of(r))]
    kind = lambda t: t.get("shop") or t.get("amenity") or t.get("office") or t.get("disused:shop")  # noqa: E731
    for way, (tags, ring) in list(ways.items()):
        for node, other in nodes.items():
            names = tags.get("name"), other.get("name")
            same = kind(tags) == kind(other) and (None in names or names[0].lower() == names[1].lower())
            if same and in_ring(*places[node], ring):
                ways.pop(way, None)
    return nodes, ways


def test_the_premises_are_those_of_the_file(folder):
    run(folder / "out")
    nodes, ways = independent()
    expected = {f"node/{n}" for n in nodes} | {f"way/{w}" for w in ways}
    found = {r["premises_id"] for r in rows(folder / "out", "SELECT premises_id FROM premises")}
    assert found == expected, (found ^ expected)


def test_gdal_counts_the_same_shops(folder):
    from osgeo import gdal
    gdal.UseExceptions()
    run(folder / "out")
    osm = gdal.OpenEx(str(data("redon", "redon.osm")), allowed_drivers=["OSM"])
    layer = osm.ExecuteSQL("SELECT count(*) FROM points WHERE hstore_get_value(other_tags, 'shop') <> 'no'",
                           dialect="SQLITE")
    count = layer.GetNextFeature().GetField(0)
    nodes, _ = independent()
    assert count == sum(tags.get("shop", "no") != "no" for tags in nodes.values()), count


def test_all_nine_vacant_shops_are_found_each_with_a_named_street(folder):
    run(folder / "out")
    vacant = rows(folder / "out", "SELECT premises_id, street_name FROM premises WHERE status = 'vacant'")
    nodes, ways = independent()
    tags = {**{f"node/{n}": t for n, t in nodes.items()}, **{f"way/{w}": t for w, (t, _) in ways.items()}}
    expected = {i for i, t in tags.items() if "disused:shop" in t or t.get("shop") == "vacant"}
    assert {r["premises_id"] for r in vacant} == expected and len(expected) == 9
    assert all(r["street_name"] for r in vacant), vacant


def test_a_premises_that_is_only_a_polygon_is_found(folder):
    run(folder / "out")
    _, ways = independent()
    assert ways, "the file holds premises drawn as buildings only"
    found = rows(folder / "out", "SELECT name FROM premises WHERE premises_id = ?", f"way/{min(ways, key=int)}")
    assert [r["name"] for r in found] == [ways[min(ways, key=int)][0].get("name")], found


def test_every_street_has_a_name_and_the_ledger_adds_up(folder):
    run(folder / "out")
    assert rows(folder / "out", "SELECT count(*) n FROM street_vacancy WHERE street_name IS NULL")[0]["n"] == 0
    for account in json.loads((folder / "out" / "run.json").read_text())["ledger"].values():
        assert account["read"] == account["used"] + account["filtered"] + account["rejected"], account


def test_threads_locale_and_folder_do_not_change_a_byte(folder):
    run(folder / "one", "--threads", "1")
    osm = data("redon", "redon.osm")
    done("run", HERE / "redon.yaml", "-o", "two", "--threads", "2", "--set", f"layers.premises.source={osm}",
         "--set", f"layers.streets.source={osm}", cwd=folder, env={"LC_ALL": "fr_FR.UTF-8"})
    assert snapshot(folder / "one") == snapshot(folder / "two")


if __name__ == "__main__":
    from tap import run as run_tests
    run_tests({name: value for name, value in globals().items() if name.startswith("test_")})
