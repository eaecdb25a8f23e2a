"""The QGIS project in vitrine.gpkg, read without QGIS: a zip of one XML. What it names must be there, once, and what it says must be what the
layers beside it say. Expectations come from the GeoPackage's own tables (SQL) and from towns drawn here; tests/qgis/project.py opens it."""
import datetime
import io
import json
import math
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *
from town import *

KEPT = tempfile.TemporaryDirectory(prefix="vitrine-test-")
GROUPS = {"fr": ["Vacance", "Friches", "Foncier", "Contrôle"], "en": ["Vacancy", "Friches", "Land", "Control"]}
CONTROL = {"to_check", "rejects", "land_overlap"}
MAP = (308, 236)  # mm, of the map on the A3 sheet


def demo(lang="fr"):
    """The demo town with all that it can give, made once a language."""
    out = pathlib.Path(KEPT.name) / lang
    if not out.exists():
        done("run", DEMO / "etude_2026.yaml", "--set", "export.cnig=true", "--lang", lang, "-o", out)
    return out


class Project:
    def __init__(self, out):
        (row,) = rows(out, "SELECT name, metadata, content, typeof(content) AS kind FROM qgis_projects")
        self.row = row
        self.bytes = bytes.fromhex(row["content"])
        with zipfile.ZipFile(io.BytesIO(self.bytes)) as archive:
            assert archive.testzip() is None
            (self.info,) = archive.infolist()
            self.text = archive.read(self.info).decode("utf-8")
        self.root = ElementTree.fromstring(self.text)
        self.layers = {layer.findtext("id"): layer for layer in self.root.findall("projectlayers/maplayer")}
        self.groups = {group.get("name"): [node.get("id") for node in group.iter("layer-tree-layer")]
                       for group in self.root.findall("layer-tree-group/layer-tree-group")}
        self.themes = {theme.get("name"): {layer.get("id"): layer for layer in theme.findall("layer")}
                       for theme in self.root.findall("visibility-presets/visibility-preset")}
        self.layouts = {layout.get("name"): layout for layout in self.root.findall("Layouts/Layout")}

    def item(self, layout, kind):
        """The one item of a layout whose uuid begins so."""
        (item,) = [item for item in self.layouts[layout].iter("LayoutItem") if item.get("uuid").startswith(f"vitrine-{kind}-")]
        return item


def written(out):
    """Names of the layers and rasters that the run wrote: {name: is it drawn}."""
    tables = {row["table_name"]: row["data_type"] == "features" for row in
              rows(out, "SELECT table_name, data_type FROM gpkg_contents WHERE table_name <> 'layer_styles'")}
    return {**tables, **{path.stem: True for path in pathlib.Path(out).glob("*.tif")}}


def name_of(id):
    assert id.startswith("vitrine_"), id
    return id[len("vitrine_"):]


def single(folder, verb):
    done(verb, DEMO / "etude_2026.yaml", "-o", folder / verb)
    return folder / verb


def test_it_is_stored_as_qgis_stores_it():
    """Table and form of QGIS's own storage: lower-case hexadecimal text of a zip; the dates are the reference date."""
    project = Project(demo())
    assert project.row["name"] == "vitrine" and project.row["kind"] == "text"
    assert re.fullmatch("504b0304[0-9a-f]*", project.row["content"])
    assert json.loads(project.row["metadata"]) == {"last_modified_time": "2026-06-30T00:00:00", "last_modified_user": "vitrine"}
    assert project.info.filename == "vitrine.qgs" and project.info.date_time == (2026, 6, 30, 0, 0, 0)
    assert project.root.get("saveDateTime") == "2026-06-30T00:00:00"


def test_a_day_before_1980_is_as_early_as_a_zip_can_say(folder):
    out = folder / "out"
    done("run", DEMO / "etude_2026.yaml", "-o", out, env={"SOURCE_DATE_EPOCH": "0"})
    assert Project(out).info.date_time == (1980, 1, 1, 0, 0, 0)
    done("run", DEMO / "etude_2026.yaml", "-o", out, "--overwrite", env={"SOURCE_DATE_EPOCH": "1700000001"})
    at = datetime.datetime.fromtimestamp(1700000000, datetime.timezone.utc)  # a zip counts in steps of two seconds
    assert Project(out).info.date_time == (at.year, at.month, at.day, at.hour, at.minute, at.second)


def test_every_source_is_there_and_relative():
    out = demo()
    project = Project(out)
    names = written(out)
    for id, layer in project.layers.items():
        source, name = layer.findtext("datasource"), name_of(id)
        if layer.get("type") == "raster":
            assert source == f"./{name}.tif" and (out / source).is_file(), source
        else:
            assert source == f"./vitrine.gpkg|layername={name}" and name in names, source
    assert {name_of(id) for id in project.layers} == set(names)
    for node in project.root.iter("layer-tree-layer"):
        assert node.get("source") == project.layers[node.get("id")].findtext("datasource")


def test_no_absolute_path():
    project = Project(demo())
    for text in (KEPT.name, str(ROOT), str(pathlib.Path.home()) + "/"):
        assert text not in project.text, text
    assert not re.search(r'(?<![:/<\w])/(?!/)[\w.]+/\w', re.sub(r"<wkt>.*?</wkt>", "", project.text)), "a path from the root"
    assert project.root.findtext("properties/Paths/Absolute") == "false" and project.root.find("homePath").get("path") == ""


def test_each_layer_is_in_one_group():
    for lang in ("fr", "en"):
        out = demo(lang)
        project = Project(out)
        assert list(project.groups) == GROUPS[lang]
        members = [name_of(id) for ids in project.groups.values() for id in ids]
        assert sorted(members) == sorted(written(out)), set(members) ^ set(written(out))
        assert {name_of(id) for id in project.groups[GROUPS[lang][3]]} == CONTROL


def test_the_plan_knows_every_layer_there_can_be():
    """A layer that an analysis adds must get its place, also one that the demo town does not give."""
    columns = (ROOT / "src/write/columns.c").read_text(encoding="utf-8")
    titles = re.search(r"vt_layer_titles\[\] = \{(.*?)\n\};", columns, re.S).group(1)
    known = set(re.findall(r'^    \{"(\w+)"', titles, re.M)) | set(re.findall(r'^    \{"(\w+)", \d,', columns, re.M))
    plan = (ROOT / "src/write/qgis_plan.c").read_text(encoding="utf-8")
    places = re.findall(r'^    \{"(\w+)", [A-Z]+, (?:true|false), ', plan, re.M)
    assert len(places) == len(set(places)) and set(places) == known, set(places) ^ known


def test_what_is_on_at_first():
    """The first group, and in it no heat map; tables stand in a closed folder below; control is off and closed."""
    root = Project(demo()).root
    groups = root.findall("layer-tree-group/layer-tree-group")
    assert [g.get("checked") for g in groups] == ["Qt::Checked", "Qt::Unchecked", "Qt::Unchecked", "Qt::Unchecked"]
    assert [g.get("expanded") for g in groups] == ["1", "1", "1", "0"]
    on = {group.get("name"): [name_of(n.get("id")) for n in group.iter("layer-tree-layer") if n.get("checked") == "Qt::Checked"] for group in groups}
    assert on["Vacance"] == ["premises", "street_vacancy"]
    assert on["Friches"] == ["friche_potential"]
    assert on["Foncier"] == ["zone_inventory", "land_partition"]
    drawn = written(demo())
    for group in groups:
        assert all(drawn[name_of(n.get("id"))] for n in group.findall("layer-tree-layer"))
        for tables in group.findall("layer-tree-group"):
            assert tables.get("name") == "Tableaux" and tables.get("expanded") == "0" and tables is list(group)[-1]
            assert not any(drawn[name_of(n.get("id"))] for n in tables.iter("layer-tree-layer"))


def test_layers_bear_their_titles():
    """Those of the GeoPackage's own description of each layer."""
    for lang in ("fr", "en"):
        out = demo(lang)
        titles = {row["table_name"]: row["description"] for row in rows(out, "SELECT table_name, description FROM gpkg_contents")}
        project = Project(out)
        for node in project.root.iter("layer-tree-layer"):
            name = name_of(node.get("id"))
            assert node.get("name") == project.layers[node.get("id")].findtext("layername"), name
            assert name not in titles or node.get("name") == titles[name], name
        names = [layer.findtext("layername") for layer in project.layers.values()]
        assert len(set(names)) == len(names), "two layers of one name"


def canonical(element):
    return ElementTree.canonicalize(ElementTree.tostring(element, encoding="unicode"), strip_text=True)


def test_each_layer_has_its_style_and_its_aliases():
    """The same as layer_styles and the file beside the raster, element by element; a column is an alias."""
    out = demo()
    project = Project(out)
    stored = {row["f_table_name"]: row["styleQML"] for row in rows(out, "SELECT f_table_name, styleQML FROM layer_styles")}
    stored.update({path.stem: path.read_text(encoding="utf-8") for path in out.glob("*.qml")})
    assert set(stored) == {name for name, is_drawn in written(out).items() if is_drawn}
    for id, layer in project.layers.items():
        name = name_of(id)
        if name in stored:
            for element in ElementTree.fromstring(stored[name]):
                assert canonical(element) in [canonical(e) for e in layer.findall(element.tag)], (name, element.tag)
        elif written(out)[name]:
            assert layer.find("renderer-v2") is not None, name
        if layer.get("type") == "vector":
            labels = {row["column_name"]: row["name"] for row in rows(out, "SELECT * FROM gpkg_data_columns WHERE table_name = ?", name)}
            aliases = {alias.get("field"): alias.get("name") for alias in layer.findall("aliases/alias")}
            assert labels == {field: aliases.get(field) for field in labels}, name


def words_of(lang):
    """{column: {code: word}}, read from the source of the table of words."""
    text = (ROOT / "src/study/words.c").read_text(encoding="utf-8")
    words = {}
    for column, code, fr, en in re.findall(r'^    \{"(\w+)", "(\w+)", "([^"]+)", "([^"]+)"\},$', text, re.M):
        words.setdefault(column, {})[code] = fr if lang == "fr" else en
    return words


def test_forms_show_words_for_codes():
    """A column whose every value (by SQL) has a word is shown by all the words of the list; the class by its labels; no other by any."""
    for lang, labels in (("fr", ("moins de 5\u00a0%", "5 – 7,5\u00a0%")), ("en", ("below 5%", "5 – 7.5%"))):
        out, words = demo(lang), words_of(lang)
        shown = set()
        for id, layer in Project(out).layers.items():
            if layer.get("type") == "raster":
                continue
            name = name_of(id)
            maps = {field.get("name"): {option.get("value"): option.get("name") for option in field.findall("editWidget/config/Option/Option/Option/Option")}
                    for field in layer.findall("fieldConfiguration/field") if field.find("editWidget").get("type") == "ValueMap"}
            columns = {row["name"]: row["type"] for row in rows(out, "SELECT name, type FROM pragma_table_info(?)", name)}
            for column, type in columns.items():
                values = {row["v"] for row in rows(out, f'SELECT DISTINCT "{column}" AS v FROM "{name}" WHERE "{column}" IS NOT NULL')} if column in words else set()
                expected = words[column] if column in words and type == "TEXT" and values <= set(words[column]) else None
                if column == "class" and type != "TEXT":
                    expected = maps["class"]
                    assert list(expected) == [str(i) for i in range(len(expected))] and (expected["0"], expected["1"]) == labels
                assert maps.get(column) == expected, (name, column)
                shown |= {(name, column)} if expected else set()
        assert {("premises", "status"), ("premises", "gi_class"), ("premises", "match"), ("land_unit", "occupancy"), ("land_unit", "evidence"), ("land_balance", "bucket"),
                ("street_vacancy", "class"), ("friche_potential", "best_use"), ("friche_criteria", "criterion")} <= shown
        assert ("friche_potential", "status") not in shown, "the words of a standard, not ours"


def test_a_use_has_one_name():
    for lang, heading in (("fr", "Indice\u00a0: "), ("en", "Index: ")):
        out, words = demo(lang), words_of(lang)["best_use"]
        aliases = {alias.get("field"): alias.get("name") for alias in Project(out).layers["vitrine_friche_potential"].findall("aliases/alias")}
        assert {field: name for field, name in aliases.items() if field.startswith("index_")} == {f"index_{code}": heading + word for code, word in words.items()}
        assert 'represent_value("best_use")' in label(Project(out), "Carte A3 – Friches" if lang == "fr" else "A3 map – Friches", "words")


def test_a_row_of_a_table_tells_itself():
    """None by its parent's id alone, nor by a column that is not there."""
    out = demo()
    for id, layer in Project(out).layers.items():
        if layer.get("type") == "vector":
            columns = {row["name"] for row in rows(out, "SELECT name FROM pragma_table_info(?)", name_of(id))}
            named = re.findall(r'"(\w+)"', layer.findtext("previewExpression") or "")
            assert named and set(named) <= columns, (id, named)
    for relation in Project(out).root.findall("relations/relation"):
        child = Project(out).layers[relation.get("referencingLayer")]
        assert set(re.findall(r'"(\w+)"', child.findtext("previewExpression"))) - {relation.find("fieldRef").get("referencingField")}, child.findtext("id")


def test_each_layer_says_what_it_is():
    out = demo()
    for id, layer in Project(out).layers.items():
        metadata = layer.find("resourceMetadata")
        assert metadata.findtext("title") == layer.findtext("layername") and metadata.findtext("language") == "FRE"
        assert metadata.findtext("abstract").startswith("Vernoise-les-Forges, relevé de juin 2026 - ")
        assert layer.findtext("srs/spatialrefsys/authid") == ("EPSG:2154" if written(out)[name_of(id)] else None)
    abstract = {lang: Project(demo(lang)).layers["vitrine_street_vacancy"].findtext("resourceMetadata/abstract") for lang in ("fr", "en")}
    assert "Une ligne par rue" in abstract["fr"] and "One row a street" in abstract["en"]


def test_the_file_says_what_it_is():
    """gpkg_metadata of the whole: title, abstract, licence, and the run; validated by their own readers elsewhere."""
    for lang, language in (("fr", "FRE"), ("en", "ENG")):
        out = demo(lang)
        whole = rows(out, "SELECT md_standard_uri AS uri, mime_type, metadata FROM gpkg_metadata JOIN gpkg_metadata_reference ON id = md_file_id"
                          " WHERE reference_scope = 'geopackage' ORDER BY id")
        assert [(row["uri"], row["mime_type"]) for row in whole] == [("http://mrcc.com/qgis.dtd", "text/xml"), ("urn:vitrine:run", "application/json")]
        for about in (ElementTree.fromstring(whole[0]["metadata"]), Project(out).root.find("projectMetadata")):
            assert about.findtext("title") == "Vernoise-les-Forges, relevé de juin 2026" and about.findtext("language") == language
            assert about.findtext("license") == "Données fictives, Licence MIT" == about.findtext("rights")
            assert ("30/06/2026" if lang == "fr" else "2026-06-30") in about.findtext("abstract")
            told = ("vacance commerciale, carte de chaleur, friches, foncier économique, objectifs fonciers" if lang == "fr" else
                    "vacancy of shops, heat map, friches, business land, land targets")
            assert told in about.findtext("abstract")
            assert about.find("dates/date").get("value") == "2026-06-30T00:00:00"
        run = json.loads(whole[1]["metadata"])
        assert run["inputs"] == json.loads((out / "run.json").read_text(encoding="utf-8"))["inputs"]


def test_themes_show_layers_of_the_project():
    out = demo()
    project = Project(out)
    assert list(project.themes) == ["Vacance", "Vacance par centre", "Carte de chaleur", "Le long des rues", "Friches", "Bilan foncier", "Unités foncières",
                                    "Contrôle"]
    for theme, layers in project.themes.items():
        assert layers and set(layers) <= set(project.layers), theme
        for id, shown in layers.items():
            styles = [style.get("name") for style in project.layers[id].findall("map-layer-style-manager/map-layer-style")]
            assert shown.get("style") in styles, (theme, id)
    assert {id: layer.get("style") for id, layer in project.themes["Bilan foncier"].items()} == {
        "vitrine_zone_inventory": "défaut", "vitrine_land_partition": "défaut", "vitrine_street_vacancy": "context"}


def test_relations_join_columns_that_are_there():
    out = demo()
    relations = Project(out).root.findall("relations/relation")
    assert len(relations) == 6 and len({r.get("id") for r in relations}) == 6
    for relation in relations:
        child, parent = name_of(relation.get("referencingLayer")), name_of(relation.get("referencedLayer"))
        field = relation.find("fieldRef")
        orphans = rows(out, f'SELECT count(*) AS n FROM "{child}" WHERE "{field.get("referencingField")}" NOT IN'
                            f' (SELECT "{field.get("referencedField")}" FROM "{parent}")')[0]["n"]
        twice = rows(out, f'SELECT count(*) - count(DISTINCT "{field.get("referencedField")}") AS n FROM "{parent}"')[0]["n"]
        assert orphans == 0 and twice == 0, (child, parent)


# --- print layouts --------------------------------------------------------------------------------------------------

LAYOUTS = {"Vacance": "premises", "Vacance par centre": "centre_vacancy", "Carte de chaleur": None, "Le long des rues": "premises", "Friches": "friche_potential",
           "Bilan foncier": "zone_inventory", "Unités foncières": "zone_inventory"}


def test_layouts_show_the_whole_at_a_round_scale():
    """The extents are those of gpkg_contents; the scale's two first digits are of a short list, and no smaller scale of it would do."""
    out = demo()
    project = Project(out)
    assert list(project.layouts) == [f"Carte A3 – {theme}" for theme in LAYOUTS]
    for theme, layer in LAYOUTS.items():
        item = project.item(f"Carte A3 – {theme}", "map")
        assert item.get("followPreset") == "true" and item.get("followPresetName") == theme in project.themes
        assert item.get("size") == "%d,%d,mm" % MAP
        x1, y1, x2, y2 = (float(item.find("Extent").get(side)) for side in ("xmin", "ymin", "xmax", "ymax"))
        scales = {1000 * (x2 - x1) / MAP[0], 1000 * (y2 - y1) / MAP[1]}
        assert max(scales) - min(scales) < 1e-6, scales
        scale = round(max(scales), 6)
        lead = scale / 10 ** math.floor(math.log10(scale))
        steps = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8)
        assert round(lead, 9) in steps, scale
        if layer:
            box = rows(out, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", layer)[0]
            assert x1 < box["min_x"] and y1 < box["min_y"] and box["max_x"] < x2 and box["max_y"] < y2, theme
            least = 1060 * max((box["max_x"] - box["min_x"]) / MAP[0], (box["max_y"] - box["min_y"]) / MAP[1])
            assert scale == min(s for s in (step * 10 ** p for p in range(2, 7) for step in steps) if s >= least), theme


def test_the_first_view_holds_the_premises():
    out = demo()
    project = Project(out)
    box = rows(out, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'premises'")[0]
    view = project.root.find("ProjectViewSettings/DefaultViewExtent")
    canvas = project.root.find("mapcanvas/extent")
    for side, edge, sign in (("xmin", "min_x", -1), ("ymin", "min_y", -1), ("xmax", "max_x", 1), ("ymax", "max_y", 1)):
        margin = 0.05 * (box["max_x"] - box["min_x"])  # of the longer side
        assert abs(float(view.get(side)) - box[edge] - sign * margin) < 0.01
        assert canvas.findtext(side) == view.get(side)


def label(project, layout, kind):
    return project.item(layout, kind).get("labelText")


def french(value):
    return f"{value:.1f}".replace(".", ",")


def whole(project, theme, kind):
    """What a label says where no page of an atlas is shown: the first of if(@atlas_featureid IS NULL, '…', …), else all of it."""
    text = label(project, f"Carte A3 – {theme}", kind)
    first = re.match(r"\[% if\(@atlas_featureid IS NULL, '((?:[^']|'')*)', ", text)
    return first.group(1).replace("''", "'").replace("\\n", "\n") if first else text


def test_layouts_say_the_figures_of_the_layers():
    """By SQL over the layers."""
    out = demo()
    project = Project(out)
    total = rows(out, "SELECT rate, rate_ci_low, rate_ci_high, stock, stock - occupied AS vacant FROM total_vacancy")[0]
    for theme in ("Vacance", "Vacance par centre", "Carte de chaleur", "Le long des rues"):
        assert whole(project, theme, "figure") == french(100 * total["rate"]) + "\u00a0%"
        beyond = "\nEnsemble du relevé, au-delà de la carte aussi." if theme == "Carte de chaleur" else ""
        assert whole(project, theme, "words") == (f"Locaux vacants\u00a0: {total['vacant']} sur {total['stock']} comptés.\n"
            f"Intervalle à 95\u00a0%\u00a0: {french(100 * total['rate_ci_low'])}\u00a0% à {french(100 * total['rate_ci_high'])}\u00a0%{beyond}")
    friches = rows(out, "SELECT count(*) AS n, sum(area_m2) / 10000 AS ha, max(best_index) AS best FROM friche_potential")[0]
    best = rows(out, "SELECT site_name FROM friche_potential WHERE best_index = ?", friches["best"])[0]["site_name"]
    assert whole(project, "Friches", "figure") == str(friches["n"])
    assert whole(project, "Friches", "words") == f"friches notées, {french(friches['ha'])}\u00a0ha en tout.\nMeilleur indice\u00a0: {french(friches['best'])} ({best})"
    ha = {row["bucket"]: row["ha"] for row in rows(out, "SELECT bucket, sum(gross_ha) AS ha FROM land_balance WHERE scope = 'total' GROUP BY bucket")}
    assert whole(project, "Bilan foncier", "figure") == french(ha["immediate"]) + "\u00a0ha"
    assert whole(project, "Bilan foncier", "words") == (f"d'offre immédiate, et {french(ha['future'])}\u00a0ha d'offre future,\n"
                                                        f"sur {french(sum(ha.values()))}\u00a0ha de zones (brut).")
    units = rows(out, "SELECT sum(land_units_vacant) AS vacant, sum(land_units_undetermined) AS open, sum(land_units) AS n FROM zone_inventory")[0]
    assert whole(project, "Unités foncières", "figure") == french(100 * units["vacant"] / units["n"]) + "\u00a0%"
    assert whole(project, "Unités foncières", "words") == (f"Unités foncières vacantes\u00a0: {units['vacant']} sur {units['n']}"
        f" (au plus {french(100 * (units['vacant'] + units['open']) / units['n'])}\u00a0%)\nau 1er janvier de l'année de référence\n(art. L318-8-2 du code de l'urbanisme)")
    assert units["open"] > 0


def test_thousands_are_grouped(folder):
    """1,200 premises of which 300 are vacant: 25 %."""
    for lang, expected in (("fr", "Locaux vacants\u00a0: 300 sur 1\u00a0200 comptés.\n"), ("en", "Vacant premises: 300 of 1,200 counted.\n")):
        (folder / lang).mkdir()
        out = town(folder / lang, [street("s", "Rue", (0, 0), (13000, 0))], shops("OOOV" * 300, "Rue"), "--lang", lang)
        project = Project(out)
        (layout,) = project.layouts
        assert label(project, layout, "figure") == ("25,0\u00a0%" if lang == "fr" else "25.0%")
        assert label(project, layout, "words").startswith(expected), label(project, layout, "words")


def test_layouts_say_title_date_and_sources():
    for lang, name, day, sources in (("fr", "Carte A3 – Vacance", "Situation au 30/06/2026", "Sources\u00a0: "), ("en", "A3 map – Vacancy", "As of 2026-06-30", "Sources: ")):
        project = Project(demo(lang))
        version = done("--version").out.split()[-1]
        assert label(project, name, "title") == "Vernoise-les-Forges, relevé de juin 2026"
        assert label(project, name, "sources") == sources + "Données fictives, Licence MIT"
        assert label(project, name, "foot") == f"{day} · EPSG:2154 · vitrine {version}"


def test_a_sheet_names_the_sources_of_its_map(folder):
    """Each layer of the demo town under a note of its own: which of them a sheet may name follows from what it draws."""
    text = (DEMO / "etude_2026.yaml").read_text(encoding="utf-8")
    lines, layer = [], ""
    for line in text.split("\n"):
        key = re.match(r"  (\w+):", line)
        layer = key.group(1) if key else layer
        lines.append(re.sub(r'source_note: "[^"]*"', f'source_note: "note_{layer}"', line))
    for path in DEMO.iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / "s.yaml").write_text("\n".join(lines), encoding="utf-8")
    done("run", folder / "s.yaml", "-o", folder / "out")
    project = Project(folder / "out")
    told = {theme: set(re.findall(r"note_(\w+)", label(project, f"Carte A3 – {theme}", "sources"))) for theme in LAYOUTS}
    assert told["Vacance"] == {"premises", "streets"} == told["Le long des rues"], told
    assert told["Vacance par centre"] == {"premises", "streets", "centres"}, told
    assert "friches" in told["Friches"] and not told["Friches"] & {"plots", "establishments", "frontage_rules"}, told
    assert {"zones", "parcels", "streets"} <= told["Unités foncières"] and not told["Unités foncières"] & {"friches", "centres", "plots"}, told
    assert {"zones", "parcels", "plots", "friches"} <= told["Bilan foncier"] and "centres" not in told["Bilan foncier"], told


def test_a_sheet_of_layers_without_a_note_names_none(folder):
    """Only the zones' note is known to the study, and the streets' sheet is not made of zones."""
    text = re.sub(r',? *source_note: "[^"]*"', "", (DEMO / "etude_2026.yaml").read_text(encoding="utf-8"))
    for path in DEMO.iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / "s.yaml").write_text(re.sub(r"(  zones:\n)", '\\1    source_note: "note_zones"\n', text), encoding="utf-8")
    done("run", folder / "s.yaml", "-o", folder / "out")
    project = Project(folder / "out")
    assert label(project, "Carte A3 – Vacance", "sources") == "" and label(project, "Carte A3 – Unités foncières", "sources") == "Sources\u00a0: note_zones"


def test_a_long_title_stays_on_the_sheet(folder):
    """396 mm wide, in one line: the letters get smaller, the words stay. 0.72 em is more than a bold letter takes on average."""
    long = "Diagnostic du commerce et de l'artisanat en centre-ville de Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson, deuxième relevé"
    out = town(folder, [street("s", "Rue", (0, 0), (100, 0))], shops("OVVO", "Rue"), "--set", f"title={long}")
    item = Project(out).item("Carte A3 – Vacance", "title")
    points = int(item.find("LabelFont").get("description").split(",")[1])
    assert item.get("labelText") == long and 10 <= points and points * 0.3528 * 0.72 * len(long) <= 396, points
    assert Project(demo()).item("Carte A3 – Vacance", "title").find("LabelFont").get("description").split(",")[1] == "24"


def test_legends_list_what_the_map_is_about():
    project = Project(demo())
    for layout in project.layouts:
        nodes = [node.get("id") for node in project.item(layout, "legend").iter("layer-tree-layer")]
        shown = project.themes[layout.removeprefix("Carte A3 – ")]
        assert nodes == [id for id, layer in shown.items() if layer.get("style") == "défaut"], layout


def test_centres_friches_and_zones_have_a_page_each():
    project = Project(demo())
    pages = {name.removeprefix("Carte A3 – "): layout.find("Atlas").get("coverageLayer") for name, layout in project.layouts.items()
             if layout.find("Atlas").get("enabled") == "1"}
    assert pages == {"Vacance par centre": "vitrine_centre_vacancy", "Friches": "vitrine_friche_potential", "Bilan foncier": "vitrine_zone_inventory", "Unités foncières": "vitrine_zone_inventory"}
    for name, layout in project.layouts.items():
        driven = project.item(name, "map").find("AtlasMap").get("atlasDriven")
        assert driven == layout.find("Atlas").get("enabled"), name


# --- other studies --------------------------------------------------------------------------------------------------


def test_one_analysis_alone(folder):
    for verb, groups, layouts in (("vacancy", ["Vacance", "Contrôle"], ["Vacance", "Vacance par centre"]), ("friche", ["Friches", "Contrôle"], ["Friches"]),
                                  ("land", ["Foncier", "Contrôle"], ["Bilan foncier", "Unités foncières"]),
                                  ("heatmap", ["Vacance", "Contrôle"], ["Vacance", "Vacance par centre", "Carte de chaleur"])):
        out = single(folder, verb)
        project = Project(out)
        expected = [layout for layout in layouts if layout in project.themes]
        assert list(project.groups) == groups, (verb, list(project.groups))
        assert list(project.layouts) == [f"Carte A3 – {layout}" for layout in expected] and expected, (verb, list(project.layouts))
        assert sorted(name_of(id) for ids in project.groups.values() for id in ids) == sorted(written(out))
        assert project.root.find("layer-tree-group/layer-tree-group").get("checked") == "Qt::Checked"
    assert re.match(r"Calculé par vitrine [\d.]+\u00a0: friches\. ", Project(folder / "friche").root.findtext("projectMetadata/abstract"))
    assert "Friches" in Project(folder / "friche").themes and "Bilan foncier" in Project(folder / "land").themes


def test_friches_without_an_outline_are_on_the_sheet(folder):
    """As points: the map shows outlines and points both; where there is no outline, nothing has a page."""
    (folder / "f.csv").write_text(f"id,nom,x,y,bati_etat\na,Loin,{X + 5000},{Y},dégradé\nb,Près,{X},{Y + 10},dégradé\n", encoding="utf-8")
    geojson(folder / "f.geojson", [({"id": "c", "nom": "Carré [% 1 %]"}, "Polygon", [at((0, 0), (50, 0), (50, 50), (0, 50), (0, 0))])])
    study = "title: F\ncrs: EPSG:2154\nlayers:\n  friches: {source: %s, fields: {id: id, name: nom%s}%s}\n"
    (folder / "points.yaml").write_text(study % ("f.csv", ", bati_etat: bati_etat", ", crs: EPSG:2154, geometry: {x: x, y: y}"), encoding="utf-8")
    (folder / "square.yaml").write_text(study % ("f.geojson", "", ""), encoding="utf-8")
    for name, paged in (("points", "0"), ("square", "1")):
        done("friche", folder / f"{name}.yaml", "-o", folder / name)
        project = Project(folder / name)
        assert project.layouts["Carte A3 – Friches"].find("Atlas").get("enabled") == paged, name
        extent = project.item("Carte A3 – Friches", "map").find("Extent")
        (box,) = rows(folder / name, "SELECT min_x, max_x FROM gpkg_contents WHERE table_name LIKE 'friche_po%' AND min_x IS NOT NULL")
        assert float(extent.get("xmin")) < box["min_x"] and box["max_x"] < float(extent.get("xmax"))
    assert float(Project(folder / "points").item("Carte A3 – Friches", "map").find("Extent").get("xmax")) > X + 5000
    assert whole(Project(folder / "points"), "Friches", "figure") == "2"
    assert whole(Project(folder / "points"), "Friches", "words").startswith("friches notées."), "no area is known: none is said"


def test_targets_alone(folder):
    """Nothing to be drawn: tables, no theme, no layout."""
    (folder / "s.yaml").write_text("title: Cibles\ncrs: EPSG:2154\nland:\n  targets:\n"
                                   "    - {programme: P, scope: total, unit: ha, from_year: 2021, to_year: 2032, quantity: 6, as_of: 2025, achieved: [{year: 2023, quantity: 1}]}\n")
    done("run", folder / "s.yaml", "-o", folder / "out")
    project = Project(folder / "out")
    assert not project.layouts and not project.themes
    assert sorted(name_of(id) for ids in project.groups.values() for id in ids) == sorted(written(folder / "out"))


def test_words_of_others_are_inert(folder):
    """Title and source note with the signs of XML, of QGIS's expressions and of the templates: they come out as they went in."""
    odd = """L'été <b>"A" & 'B'</b> [% 1 + 1 %] {{xmin}} {{a||b}} ]]> é"""
    note = """© <Ville> & "Cie" [% layer_property('x') %]"""
    quoted = odd.replace("'", "''"), note.replace("'", "''")
    text = STUDY.replace("title: Essai", f"title: '{quoted[0]}'").replace("    fields: {id: id, street: street}", f"    source_note: '{quoted[1]}'\n    fields: {{id: id, street: street}}")
    done("run", draw(folder, [street("s", "Rue <x> & y", (0, 0), (100, 0))], shops("OVVO", "Rue <x> & y"), text=text), "-o", folder / "out")
    project = Project(folder / "out")
    assert project.root.findtext("title") == odd == project.root.get("projectname")
    assert project.root.findtext("projectMetadata/title") == odd and project.root.findtext("projectMetadata/license") == note
    assert project.layers["vitrine_premises"].findtext("resourceMetadata/license") == note
    shown = {label(project, "Carte A3 – Vacance", "title"): odd, label(project, "Carte A3 – Vacance", "sources"): "Sources\u00a0: " + note}
    for text, meant in shown.items():
        # As QGIS replaces expressions (one pass, the shortest match): '[' alone is put in where one would have begun.
        found = re.findall(r"\[%(.*?)%\]", text, re.S)
        assert found == [" '[' "] and re.sub(r"\[%(.*?)%\]", "[", text, flags=re.S) == meant, text


def test_the_same_bytes_from_another_folder(folder):
    done("run", DEMO / "etude_2026.yaml", "--set", "export.cnig=true", "-o", folder / "x", "--threads", 1)
    assert Project(folder / "x").bytes == Project(demo()).bytes


run(globals())
