"""Business zones drawn by hand for the tests: rectangles in integer metres from the corner of town.py's grid."""
from tap import done
from town import at, geojson

FIELDS = {"zones": "id name vocation municipality basin", "parcels": "id owner owner_type type", "buildings": "id floors",
          "plots": "id zone_id servicing marketing occupancy usage useful", "establishments": "id active closed_on opened_on",
          "zoning": "id type label", "friches": "id status", "land_cover": "id artificial", "streets": "id name"}


def rect(id, x1, y1, x2, y2, **more):
    return {"id": id, **more}, "Polygon", [at((x1, y1), (x2, y1), (x2, y2), (x1, y2), (x1, y1))]


def point(id, x, y, **more):
    return {"id": id, **more}, "Point", at((x, y))[0]


def draw(folder, text="", constraints=None, premises="", **layers):
    """Writes a study of these layers, each a list of features; their properties are mapped by name. constraints: {kind: features}."""
    lines = ["title: Essai", "crs: EPSG:2154", "reference_date: 2026-06-30", "layers:"]
    for name, features in layers.items():
        geojson(folder / f"{name}.geojson", features)
        used = {key for properties, _, _ in features for key in properties}
        fields = ", ".join(f"{f}: {f}" for f in FIELDS[name].split() if f in used or f == "id")
        lines.append(f"  {name}: {{source: {name}.geojson, fields: {{{fields}}}}}")
    if constraints:
        lines.append("  constraints:")
    for name, features in (constraints or {}).items():
        geojson(folder / f"c_{name}.geojson", features)
        lines.append(f"    {name}: {{source: c_{name}.geojson, kind: {name}, fields: {{id: id}}}}")
    (folder / "study.yaml").write_text("\n".join(lines) + "\n" + premises + text, encoding="utf-8")
    return folder / "study.yaml"


def land(folder, *arguments, out="out", **drawn):
    """Draws and runs; the output folder."""
    done("land", draw(folder, **drawn), "-o", folder / out, "--overwrite", *arguments)
    return folder / out
