"""The styles of the map, in three languages of styles (QML, SLD, MapLibre), without QGIS: what they name exists, every feature falls under the rule
that SQL says (tests/support/map_rules.py), and the three say the same. Filters of SLD and MapLibre are evaluated here, by the standards' own words:
OGC Filter 1.1 over the GeoPackage, the MapLibre style specification over the GeoJSON."""
import functools
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as XML

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE)]
import ground
from map_rules import *
from tap import *
from town import *

KEPT = tempfile.TemporaryDirectory(prefix="vitrine-styles-")
SLD, OGC, SE = "{http://www.opengis.net/sld}", "{http://www.opengis.net/ogc}", "{http://www.opengis.net/se}"
RASTERS = ("vacancy_heatmap", "premises_density", "vacancy_density")


def town(lang="fr"):
    """The demo town with every layer that it can give, made once."""
    out = pathlib.Path(KEPT.name) / lang
    if not out.exists():
        done("run", DEMO / "etude_2026.yaml", "--set", "export.cnig=true", "--lang", lang, "-o", out)
    return out


@functools.cache
def overlaps():
    """Two zones and three parcels that overlap, and friches that have no outline: layers that the demo leaves empty or out."""
    folder = pathlib.Path(KEPT.name) / "overlaps"
    folder.mkdir()
    zones = [ground.rect("Z1", 0, 0, 100, 100), ground.rect("Z2", 98, 0, 200, 100)]
    parcels = [ground.rect("P1", 0, 0, 52, 100), ground.rect("P2", 50, 0, 150, 100), ground.rect("P3", 149, 0, 200, 100)]
    friches = [ground.point("F1", 300, 300, status="friche sans projet"), ground.point("F2", 400, 300, status="friche sans projet")]
    study = ground.draw(folder, "land: {}\nfriche: {}\n", zones=zones, parcels=parcels, friches=friches)
    done("run", study, "--set", "land.overlap_ceiling=0.5", "-o", folder / "out")
    return folder / "out"


def everything():
    return [town(), town("en"), overlaps()]


def spatial(out):
    """{layer: (geometry column, columns)}"""
    found = {}
    for r in rows(out, "SELECT table_name, column_name FROM gpkg_geometry_columns"):
        columns = {c["name"]: c["type"] for c in rows(out, f"PRAGMA table_info({r['table_name']})")}
        found[r["table_name"]] = r["column_name"], {name: kind for name, kind in columns.items() if name not in ("fid", r["column_name"])}
    return found


def stored(out):
    return {r["f_table_name"]: r for r in rows(out, "SELECT * FROM layer_styles")}


def database(out):
    return sqlite3.connect(f"file:{out / 'vitrine.gpkg'}?mode=ro", uri=True)


# --- what each says ----------------------------------------------------------------------------------


class Rule:
    def __init__(self, label, colours, holds=None):
        self.label, self.colours, self.holds = label, colours, holds


def qml_rules(text):
    root = XML.fromstring(text)
    symbols = {s.get("name"): s for s in root.find("renderer-v2/symbols")}
    found = {}
    for rule in root.find("renderer-v2/rules"):
        values = [o.get("value") for o in symbols[rule.get("symbol")].iter("Option") if o.get("name") in ("color", "line_color", "outline_color")]
        colours = {v if v[0] == "#" else "#%02x%02x%02x" % tuple(map(int, v.split(",")[:3])) for v in values}
        found[rule.get("key")] = Rule(rule.get("label"), colours)
    return found


def value_of(element, row, types):
    if element.tag == OGC + "PropertyName":
        value = row[element.text]
        return value if value is None or types[element.text] != "BOOLEAN" else "true" if value else "false"
    assert element.tag == OGC + "Literal", element.tag
    return element.text


def ogc_holds(element, row, types):
    """OGC Filter: a comparison with NULL is false; numbers compare as numbers."""
    name = element.tag.removeprefix(OGC)
    parts = list(element)
    if name in ("And", "Or", "Not", "Filter"):
        inner = [ogc_holds(part, row, types) for part in parts]
        return any(inner) if name == "Or" else not inner[0] if name == "Not" else all(inner)
    if name == "PropertyIsNull":
        return value_of(parts[0], row, types) is None
    left, right = (value_of(part, row, types) for part in parts)
    if left is None:
        return False
    if not isinstance(left, str):
        right = float(right)
    return {"PropertyIsEqualTo": left == right, "PropertyIsLessThan": left < right, "PropertyIsGreaterThan": left > right,
            "PropertyIsGreaterThanOrEqualTo": left >= right}[name]


def sld_rules(text, types):
    root = XML.fromstring(text)
    assert root.get("version") == "1.1.0"
    found = {}
    for rule in root.iter(SE + "Rule"):
        assert not [x for x in rule.iter(SE + "SvgParameter") if not (x.text or "").strip()]
        if rule.find(SE + "TextSymbolizer") is not None:
            continue
        colours = {x.text for x in rule.iter(SE + "SvgParameter") if x.get("name") in ("fill", "stroke")}
        where = rule.find(OGC + "Filter")
        found[rule.find(SE + "Name").text] = Rule(rule.find(f"{SE}Description/{SE}Title").text, colours, lambda row, where=where: ogc_holds(where, row, types))
    return found


def evaluate(expression, properties):
    """The expressions that a MapLibre filter of ours may use; a comparison of unlike types is an error there, and here."""
    if not isinstance(expression, list):
        return expression
    name, *arguments = expression
    if name == "all":
        return all(evaluate(a, properties) for a in arguments)
    if name == "match":
        value, words, yes, no = evaluate(arguments[0], properties), *arguments[1:]
        return yes if value in words else no
    values = [evaluate(a, properties) for a in arguments]
    if name == "get":
        return properties.get(values[0])
    if name == "typeof":
        return "boolean" if isinstance(values[0], bool) else "number" if isinstance(values[0], (int, float)) else "string" if isinstance(values[0], str) else "null"
    if name == "!":
        assert isinstance(values[0], bool)
        return not values[0]
    if name == "==":
        return type(values[0]) is type(values[1]) and values[0] == values[1] or all(type(v) in (int, float) for v in values) and values[0] == values[1]
    assert name in ("<", ">", ">="), name
    assert all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in values), expression
    return {"<": values[0] < values[1], ">": values[0] > values[1], ">=": values[0] >= values[1]}[name]


def colours_of(layer):
    return {value for key, value in layer["paint"].items() if key.endswith("-color")}


def maplibre(out):
    return json.loads((out / "styles.maplibre.json").read_text(encoding="utf-8"))


def maplibre_rules(out, name):
    found = {}
    for layer in maplibre(out)["layers"]:
        if layer.get("source") == name:
            key = layer["metadata"]["vitrine:rule"]
            rule = found.setdefault(key, Rule(layer["metadata"]["vitrine:legend"], set(), lambda p, where=layer["filter"]: evaluate(where, p)))
            equal((rule.label, rule.where if hasattr(rule, "where") else layer["filter"]), (layer["metadata"]["vitrine:legend"], layer["filter"]))
            rule.where, rule.colours = layer["filter"], rule.colours | colours_of(layer)
    return found


# --- tests -------------------------------------------------------------------------------------------


def test_every_spatial_layer_has_one_default_style():
    for out in everything():
        layers, styles = spatial(out), rows(out, "SELECT * FROM layer_styles")
        equal(sorted(s["f_table_name"] for s in styles), sorted(layers))
        for style in styles:
            name = style["f_table_name"]
            equal((name, style["useAsDefault"], style["f_geometry_column"], style["f_table_catalog"], style["f_table_schema"]), (name, 1, layers[name][0], "", ""))
            assert 0 < len(style["styleName"]) <= 30 and style["description"], name  # as QGIS makes the columns
            assert XML.fromstring(style["styleQML"]).tag == "qgis" and XML.fromstring(style["styleSLD"]).tag == SLD + "StyledLayerDescriptor", name
        equal([name for s in styles for name in ("{{", "}}") if name in s["styleQML"] + s["styleSLD"]], [])
    assert {"land_overlap", "friche_points"} <= set(spatial(overlaps())) and rows(overlaps(), "SELECT * FROM land_overlap") and rows(overlaps(), "SELECT * FROM friche_points")


def named_by_qml(text):
    """The columns that expressions of a QML quote. Texts stand in single quotes, so that no double quote is another thing."""
    root = XML.fromstring(text)
    said = [x.get("filter") for x in root.iter("rule")] + [x.get("fieldName") for x in root.iter("text-style")]
    said += [x.get("value") for x in root.iter("Option") if x.get("name") == "expression"] + [x.get("geometryGenerator") for x in root.iter("placement")]
    said += re.findall(r"\[%(.*?)%\]", root.findtext("mapTip"), re.S) + [root.findtext("previewExpression")] + [x.get("field") for x in root.iter("attribute")]
    return {name for text in said if text for name in re.findall(r'"([^"]+)"', re.sub(r"'(?:[^']|'')*'", "''", text))}


def test_what_a_style_names_is_in_its_layer():
    for out in everything():
        web = maplibre(out)
        for name, (_, columns) in spatial(out).items():
            style = stored(out)[name]
            named = {"QML": named_by_qml(style["styleQML"]), "SLD": {x.text for x in XML.fromstring(style["styleSLD"]).iter(OGC + "PropertyName")},
                     "MapLibre": set(re.findall(r'\["get", "(\w+)"\]', json.dumps([layer.get("filter") for layer in web["layers"] if layer.get("source") == name])))}
            equal((name, {kind: said - set(columns) for kind, said in named.items()}), (name, {kind: set() for kind in named}))
            assert all(named.values()), (name, named)
            aliases = {a.get("field"): a.get("name") for a in XML.fromstring(style["styleQML"]).iter("alias")}
            equal((name, sorted(aliases)), (name, sorted(columns)))
            assert all(aliases.values()), (name, aliases)


def test_map_tips_and_names_are_there():
    for out in everything():
        for name, style in stored(out).items():
            root = XML.fromstring(style["styleQML"])
            tip = root.findtext("mapTip") or ""
            assert "[%" in tip and tip.count("[%") == tip.count("%]") and root.findtext("previewExpression").strip(), name


def test_forms_tell_codes_in_words():
    """By hand, the statuses in French; and every code in a column of the demo that has words is among those of its form."""
    out = town()
    for name, style in stored(out).items():
        fields = {f.get("name"): {o.get("value"): o.get("name") for o in f.iter("Option") if o.get("value") is not None} for f in XML.fromstring(style["styleQML"]).iter("field") if f.find("editWidget") is not None}
        if name == "premises":
            equal(fields["status"], {"occupied": "occupé", "vacant": "vacant", "works": "en travaux", "reserve": "réserve", "converted": "converti", "unknown": "inconnu"})
        for column in {"status", "term", "gi_class", "moran_class", "side", "match", "occupancy", "evidence", "bucket", "artificial", "severity", "reason", "best_use", "level"} & set(spatial(out)[name][1]):
            if name in ("friche_potential", "friche_points") and column == "status":
                continue  # the source's own words
            codes = {r["code"] for r in rows(out, f'SELECT DISTINCT "{column}" code FROM "{name}" WHERE "{column}" IS NOT NULL')}
            assert codes <= set(fields.get(column, {})), (name, column, codes)


def test_the_three_have_the_same_rules_in_the_same_order():
    """Keys, legends, and no colour that the QML's symbol of the rule has not. A sign within an area has no place in MapLibre."""
    for out in everything():
        for name, (_, columns) in spatial(out).items():
            qml, sld, web = qml_rules(stored(out)[name]["styleQML"]), sld_rules(stored(out)[name]["styleSLD"], columns), maplibre_rules(out, name)
            with database(out) as db:
                wanted = list(rules_of(name, db))
            equal((name, list(qml)), (name, wanted))
            equal((name, list(sld)), (name, wanted))
            equal((name, sorted(web)), (name, sorted(key for key in wanted if not key.startswith("use_"))))
            for key, rule in qml.items():
                for other in [rules[key] for rules in (sld, web) if key in rules]:
                    equal((name, key, other.label, other.colours - rule.colours), (name, key, rule.label, set()))
                    assert other.colours and rule.label, (name, key)


def test_every_rule_is_named_in_both_languages():
    """Two that differ, unless they are figures, the use as its scheme calls it, or a word of both languages; never a bar left over."""
    both = {"Densification"}
    for name, (_, columns) in spatial(town()).items():
        french, english = (sld_rules(stored(town(lang))[name]["styleSLD"], columns) for lang in ("fr", "en"))
        equal(list(french), list(english))
        for key in french:
            fr, en = french[key].label, english[key].label
            figures = re.fullmatch(r"[\d,.–\s%]+", en) or key.startswith(("class_", "use_"))
            assert "|" not in fr + en and (fr != en or figures or fr in both), (name, key, fr, en)


def test_sql_counts_what_each_rule_holds():
    """By SLD over the rows of the GeoPackage and by MapLibre over the GeoJSON; and each feature is drawn by exactly one rule."""
    for out in everything():
        for name, (_, columns) in spatial(out).items():
            table = rows(out, f"SELECT * FROM {name}")
            features = [f["properties"] for f in json.loads((out / f"{name}.geojson").read_text(encoding="utf-8"))["features"]]
            with database(out) as db:
                wanted = {key: db.execute(f"SELECT count(*) FROM {name} WHERE {sql}").fetchone()[0] for key, sql in rules_of(name, db).items()}
            sld, web = sld_rules(stored(out)[name]["styleSLD"], columns), maplibre_rules(out, name)
            equal((name, {key: sum(rule.holds(row) for row in table) for key, rule in sld.items()}), (name, wanted))
            equal((name, {key: sum(rule.holds(row) for row in features) for key, rule in web.items()}), (name, {k: n for k, n in wanted.items() if k in web}))
            drawn = {sum(rule.holds(row) for key, rule in sld.items() if not is_mark(key)) for row in table}
            assert drawn <= ({1} if all_drawn(name) else {0, 1}), (name, drawn)


def test_what_is_not_known_is_drawn():
    """A feature that is NULL in every column falls under the last rule of its layer, of all but those that only draw what is."""
    for out in (town(), overlaps()):
        for name, (_, columns) in spatial(out).items():
            nothing = dict.fromkeys(columns)
            last = {"premises": "unknown", "friche_potential": "none", "heatmap_contours": None, "heatmap_bands": None, "network_density": None}
            sld, web = sld_rules(stored(out)[name]["styleSLD"], columns), maplibre_rules(out, name)
            expected = last.get(name, list(sld)[-1])
            for rules in (sld, web):
                equal((name, [key for key, rule in rules.items() if rule.holds(nothing)]), (name, [expected] if expected else []))


def test_a_bound_belongs_to_the_rule_above_it():
    """10 % and 20 % of the land, 40 and 70 of an index, and what lies just below."""
    cases = {"zone_inventory": ("vacancy_rate", {0.0: "low", 0.0999: "low", 0.1: "middle", 0.1999: "middle", 0.2: "high", 1.0: "high"}),
             "friche_potential": ("best_index", {0.0: "class_0", 39.9: "class_0", 40.0: "class_1", 69.9: "class_3", 70.0: "class_4", 100.0: "class_4"})}
    for name, (column, expected) in cases.items():
        columns = spatial(town())[name][1]
        for rules in (sld_rules(stored(town())[name]["styleSLD"], columns), maplibre_rules(town(), name)):
            got = {value: [k for k, rule in rules.items() if rule.holds({**dict.fromkeys(columns), column: value})] for value in expected}
            equal(got, {value: [key] for value, key in expected.items()})


# What we use of the MapLibre style specification (version 8): properties by type of layer, and the type of their values.
PAINT = {"fill": {"fill-color": "color", "fill-opacity": "share"},
         "line": {"line-color": "color", "line-width": "size", "line-offset": "size", "line-opacity": "share", "line-dasharray": "numbers"},
         "circle": {"circle-color": "color", "circle-radius": "size", "circle-opacity": "share", "circle-stroke-color": "color", "circle-stroke-width": "size"}}
GEOMETRY = {"fill": ("POLYGON", "MULTIPOLYGON"), "circle": ("POINT",), "line": ("LINESTRING", "MULTILINESTRING", "POLYGON", "MULTIPOLYGON")}


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def fits(kind, value):
    if kind == "color":
        return bool(re.fullmatch(r"#[0-9a-f]{6}", value))
    if kind == "numbers":
        return len(value) >= 2 and all(is_number(v) and v > 0 for v in value)
    if kind == "share":
        return is_number(value) and 0 < value <= 1
    name, curve, at, *stops = value
    rising = stops[0] < stops[2] and abs(stops[1]) < abs(stops[3])
    return name == "interpolate" and curve[0] == "exponential" and at == ["zoom"] and len(stops) == 4 and all(map(is_number, stops)) and rising


def test_the_maplibre_style_keeps_its_specification():
    for out in everything():
        style, names = maplibre(out), spatial(out)
        kinds = {r["table_name"]: r["geometry_type_name"] for r in rows(out, "SELECT * FROM gpkg_geometry_columns")}
        equal(sorted(set(style) - {"center", "zoom"}), ["layers", "name", "sources", "version"])
        equal((style["version"], sorted(style["sources"])), (8, sorted(names)))
        for name, source in style["sources"].items():
            equal((set(source) - {"attribution"}, source["type"], source["data"]), ({"type", "data"}, "geojson", f"{name}.geojson"))
            assert (out / source["data"]).is_file()
        ids = [layer["id"] for layer in style["layers"]]
        equal(len(set(ids)), len(ids))
        equal(style["layers"][0], {"id": "background", "type": "background", "paint": {"background-color": "#ffffff"}})
        for layer in style["layers"][1:]:
            equal(set(layer) - {"minzoom"}, {"id", "type", "source", "metadata", "filter", "layout", "paint"})
            assert kinds[layer["source"]] in GEOMETRY[layer["type"]], layer["id"]
            assert 0 <= layer.get("minzoom", 0) <= 24 and layer["layout"].pop("line-join", "round") in ("round", "miter")
            assert list(layer["layout"]) == ["visibility"] and layer["layout"]["visibility"] in ("visible", "none"), layer["id"]
            for key, value in layer["paint"].items():
                assert fits(PAINT[layer["type"]][key], value), (layer["id"], key, value)


def test_the_ready_styles_are_what_a_run_makes(folder):
    """styles/ready is of tools/styles.py, byte for byte; every layer with a style is there, thrice, every raster twice; no more words of a template."""
    subprocess.run([sys.executable, ROOT / "tools" / "styles.py", VITRINE, folder / "ready"], check=True)
    made, kept = snapshot(folder / "ready"), snapshot(ROOT / "styles" / "ready")
    equal([name for name in sorted({*made, *kept}) if made.get(name) != kept.get(name)], [])
    layers = {p.stem for p in (ROOT / "styles").glob("*.rules")} | {"segment_vacancy", "street_centre_vacancy"}
    rasters = {p.stem for p in (ROOT / "styles").glob("*.sld")}
    equal(set(kept), {f"{name}{end}" for name in layers for end in (".qml", ".sld", ".maplibre.json")} | {f"{name}{end}" for name in rasters for end in (".qml", ".sld")})
    assert not any(b"{{" in text for text in kept.values())


def test_the_maplibre_style_opens_on_the_town_and_says_its_sources():
    """The demo town lies round 4.459 E, 46.597 N (test_same_bytes.py); 1:N on screen pixels of 0.28 mm."""
    style = maplibre(town())
    assert abs(style["center"][0] - 4.459) < 0.02 and abs(style["center"][1] - 46.597) < 0.02
    # by hand: a world of 40,075 km, 0.69 of it at this latitude, is 512 * 2^zoom pixels wide; the town, some 3 km, must fit in 1000
    assert 2000 < 1000 * 40075017 * 0.687 / (512 * 2 ** style["zoom"]) < 4000, style["zoom"]
    equal(style["sources"]["premises"]["attribution"], "Données fictives, Licence MIT")
    halos = {layer["minzoom"] for layer in style["layers"] if layer.get("minzoom")}
    # 1:6000 is 1.68 m a pixel: log2(40075017 * 0.687 / 512 / 1.68) = 14.97
    assert len(halos) == 1 and abs(halos.pop() - 14.97) < 0.02


def test_the_maplibre_style_draws_from_the_ground_up():
    layers = maplibre(town())["layers"]
    ids = [layer["id"] for layer in layers]
    street = [i.split("/", 1)[1] for i in ids if i.startswith("street_vacancy/")]
    equal(street, ["none/line", "small/line", *[f"{sure}_{i}/casing" for sure in ("class", "unsure") for i in range(4)], *[f"{sure}_{i}/line" for sure in ("class", "unsure") for i in range(4)]])
    sources = list(dict.fromkeys(layer["source"] for layer in layers[1:]))
    assert sources.index("land_partition") < sources.index("zone_inventory") < sources.index("street_vacancy") < sources.index("premises")
    shown = {layer["source"] for layer in layers[1:] if layer["layout"]["visibility"] == "visible"}
    equal(shown, {"land_partition", "friche_potential", "zone_inventory", "street_vacancy", "premises"})


def test_the_maplibre_style_comes_with_the_geojson(folder):
    listed = [f["file"] for f in json.loads((town() / "run.json").read_text(encoding="utf-8"))["outputs"]]
    assert "styles.maplibre.json" in listed and "vacancy_heatmap.sld" in listed
    premises = [{"id": "a", "street": "Rue Haute", "status": "V", "x": X + 5, "y": Y + 2}]
    table(folder / "premises.csv", premises)
    geojson(folder / "streets.geojson", [street("s1", "Rue Haute", (0, 0), (100, 0))])
    hostile = 'source_note: "<img src=x onerror=alert(1)> & Ville"'
    (folder / "study.yaml").write_text(STUDY.replace("    crs: EPSG:2154\n", f"    crs: EPSG:2154\n    {hostile}\n", 1), encoding="utf-8")
    done("run", folder / "study.yaml", "-o", folder / "out")
    note = maplibre(folder / "out")["sources"]["premises"]["attribution"]  # MapLibre shows it as HTML
    assert "<" not in note and note.startswith("&lt;img") and note.endswith("&amp; Ville"), note
    done("run", folder / "study.yaml", "-o", folder / "out", "--overwrite", "--set", "export.formats=[gpkg]")
    equal(sorted(p.name for p in (folder / "out").iterdir()), ["run.json", "vitrine.gpkg"])


def test_rasters_have_sld_beside_their_qml():
    """Intervals end below their quantity: Procos's bounds, and for the last what no share reaches. A density runs from 0 to its greatest value."""
    for name in RASTERS:
        text = (town() / f"{name}.sld").read_text(encoding="utf-8")
        root = XML.fromstring(text)
        equal((root.tag, root.get("version"), "{{" in text), (SLD + "StyledLayerDescriptor", "1.0.0", False))
        qml = XML.fromstring((town() / f"{name}.qml").read_text(encoding="utf-8"))
        entries = [(float(e.get("quantity")), e.get("color"), e.get("label")) for e in root.iter(SLD + "ColorMapEntry")]
        items = [(i.get("color"), i.get("label")) for i in qml.iter("item")]
        equal([(c, label) for _, c, label in entries], items)
        if name == "vacancy_heatmap":
            equal([q for q, _, _ in entries], [0.05, 0.075, 0.1, 2])
        else:
            quantities = [q for q, _, _ in entries]
            assert quantities[0] == 0 and quantities == sorted(quantities) and len(set(quantities)) == 5


def test_classes_of_the_study_are_those_of_its_styles(folder):
    """Two bounds are three classes, in all three."""
    done("run", DEMO / "etude_2026.yaml", "--set", "vacancy.classes=[0.08, 0.2]", "-o", folder / "out")
    columns = spatial(folder / "out")["street_vacancy"][1]
    style = stored(folder / "out")["street_vacancy"]
    for rules in (qml_rules(style["styleQML"]), sld_rules(style["styleSLD"], columns), maplibre_rules(folder / "out", "street_vacancy")):
        equal({k: r.label for k, r in rules.items() if k.startswith("class_")}, {"class_0": "moins de 8\u00a0%", "class_1": "8 – 20\u00a0%", "class_2": "plus de 20\u00a0%"})


def test_a_field_left_out_does_not_cost_a_layer_its_legend(folder):
    """A kept field that names a person is left out; the friches keep bands and uses."""
    geojson(folder / "friches.geojson", [({"id": "a", "proprietaire": "Untel"}, "Polygon", [at((0, 0), (100, 0), (100, 100), (0, 100), (0, 0))])])
    (folder / "study.yaml").write_text("title: t\ncrs: EPSG:2154\nlayers:\n  friches: {source: friches.geojson, fields: {id: id}, keep: [proprietaire]}\n", encoding="utf-8")
    ran = done("friche", folder / "study.yaml", "-o", folder / "out")
    assert "proprietaire" in ran.err and "proprietaire" not in spatial(folder / "out")["friche_potential"][1]
    with database(folder / "out") as db:
        equal(list(qml_rules(stored(folder / "out")["friche_potential"]["styleQML"])), list(rules_of("friche_potential", db)))


def test_legends_of_densities_begin_once(folder):
    """Five steps of a quarter of the greatest, from 0, which is white: no value stands in a legend twice."""
    done("run", DEMO / "etude_2026.yaml", "-o", folder / "out")
    for name in ("premises_density", "vacancy_density"):
        qml = (folder / "out" / f"{name}.qml").read_text(encoding="utf-8")
        items = re.findall(r'<item alpha="255" value="([^"]+)" label="([^"]+)" color="(#\w+)"/>', qml)
        values = [float(value) for value, _, _ in items]
        assert len(items) == 5 and items[0] == ("0", "0", "#ffffff"), (name, items)
        assert all(abs(value - values[4] * i / 4) < 1e-9 * values[4] for i, value in enumerate(values)), (name, values)
        assert len({label for _, label, _ in items}) == 5


if __name__ == "__main__":
    run(globals())
