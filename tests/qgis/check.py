#!/usr/bin/python3
"""Open FOLDER/vitrine.gpkg in QGIS, without a window or a project, and check that it comes up styled.

    check.py FOLDER OUT_PNG

One TAP line a check; the map of streets and premises goes to OUT_PNG. Exit status 1 when a line is `not ok`.
The counts that the rules must give come from SQL over the same file, not from QGIS. QGIS works on a copy: opening a
GeoPackage is enough for it to change the file.
"""
import os
import re
import shutil
import sqlite3
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from map_rules import all_drawn, is_mark, rules_of  # noqa: E402

SCRATCH = tempfile.mkdtemp(prefix="vitrine-qgis-")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = SCRATCH
os.environ.setdefault("XDG_RUNTIME_DIR", SCRATCH)

WIDTH, HEIGHT, DPI = 1600, 1200, 130
FEWEST_COLOURS = 30  # a blank picture has one, two hairlines on white paper already about 90
PLAIN = ("premises", "heatmap_contours", "heatmap_bands", "network_density", "land_partition")  # without labels

failed = 0
lines = 0


def tap(good, what, why=""):
    global failed, lines
    lines += 1
    failed += not good
    print(("ok - " if good else "not ok - ") + what + ("" if good or not why else f": {why}"), flush=True)
    return good


def finish():
    print(f"1..{lines}", flush=True)
    shutil.rmtree(SCRATCH, ignore_errors=True)
    sys.stdout.flush()
    os._exit(1 if failed else 0)  # not sys.exit: QGIS may crash while Python takes its objects down


def scalar(db, sql):
    return db.execute(sql).fetchone()[0]


class Expressions:
    """Every expression of a layer's style, and what is wrong with them."""

    def __init__(self, layer, settings):
        self.layer = layer
        self.context = QgsExpressionContext()
        self.context.appendScope(QgsExpressionContextUtils.globalScope())
        self.context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
        self.context.appendScope(QgsExpressionContextUtils.layerScope(layer))
        self.found = {}  # text: where

    def add(self, where, text):
        if text:
            self.found.setdefault(text, where)

    def add_properties(self, where, properties):
        for key in properties.propertyKeys():
            if properties.isActive(key):
                self.add(where, properties.property(key).asExpression())

    def add_symbol(self, where, symbol):
        for symbol_layer in symbol.symbolLayers():
            self.add_properties(where, symbol_layer.dataDefinedProperties())

    def of_style(self):
        for rule in self.layer.renderer().rootRule().children():
            self.add(f"rule {rule.ruleKey()}", rule.filterExpression())
            self.add_symbol(f"symbol {rule.ruleKey()}", rule.symbol())
        if self.layer.labelsEnabled():
            for rule in self.layer.labeling().rootRule().children():
                where, settings = f"labels {rule.ruleKey()}", rule.settings()
                self.add(where, rule.filterExpression())
                self.add(where, settings.fieldName if settings.isExpression else QgsExpression.quotedColumnRef(settings.fieldName))
                self.add(where, settings.geometryGenerator if settings.geometryGeneratorEnabled else "")
                self.add_properties(where, settings.dataDefinedProperties())
        for text in re.findall(r"\[%(.*?)%\]", self.layer.mapTipTemplate(), re.S):
            self.add("map tip", text)
        self.add("display name", self.layer.displayExpression())
        return self

    def unknown_fields(self):
        known = {field.name() for field in self.layer.fields()}
        return sorted({f"{where}: {name}" for text, where in self.found.items()
                       for name in QgsExpression(text).referencedColumns() if name not in known and name != "#!allattributes!#"})

    def errors(self):
        bad = set()
        for text, where in self.found.items():
            expression = QgsExpression(text)
            if expression.hasParserError():
                bad.add(f"{where}: {expression.parserErrorString()}")
                continue
            expression.prepare(self.context)
            for feature in self.layer.getFeatures():
                self.context.setFeature(feature)
                expression.evaluate(self.context)
                if expression.hasEvalError():
                    bad.add(f"{where}: {expression.evalErrorString()}")
                    break
        return sorted(bad)

    def rule_counts(self):
        """{rule: features}, and how many features fall under another number of rules than one, marks left aside."""
        rules = [(rule.ruleKey(), QgsExpression(rule.filterExpression())) for rule in self.layer.renderer().rootRule().children()]
        counts, stray = {key: 0 for key, _ in rules}, 0
        for feature in self.layer.getFeatures():
            self.context.setFeature(feature)
            keys = [key for key, expression in rules if expression.evaluate(self.context)]
            stray += len([key for key in keys if not is_mark(key)]) != 1
            for key in keys:
                counts[key] += 1
        return counts, stray

    def tip(self, feature):
        self.context.setFeature(feature)
        return QgsExpression.replaceExpressionText(self.layer.mapTipTemplate(), self.context)


def check_layers(path, db):
    layers = {}
    for (name,) in db.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name"):
        layer = layers[name] = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        rows = scalar(db, 'SELECT count(*) FROM "%s"' % name.replace('"', '""'))
        if tap(layer.isValid(), f"{name} is valid in QGIS"):
            tap(layer.featureCount() == rows, f"{name} shows its {rows} rows", f"{layer.featureCount()}")
    return layers


def check_style(layer, db):
    name = layer.name()
    style = db.execute("SELECT styleQML FROM layer_styles WHERE f_table_name = ? AND useAsDefault = 1", (name,)).fetchall()
    tap(len(style) == 1 and "{{" not in style[0][0] and "}}" not in style[0][0], f"{name} has one default style, filled in", f"{len(style)} stored")
    if not tap(layer.renderer().type() == "RuleRenderer", f"{name} gets its default style from the file", layer.renderer().type()):
        return
    rules = layer.renderer().rootRule().children()
    tap(all(rule.label() and rule.symbol() for rule in rules), f"{name}: every rule has a symbol and a legend")
    expressions = Expressions(layer, map_settings([layer])).of_style()
    missing = expressions.unknown_fields()
    tap(not missing, f"{name}: every field of the rules, labels and map tip exists", "; ".join(missing))
    errors = expressions.errors()
    tap(not errors, f"{name}: every expression of the style works on every row", "; ".join(errors))
    counts, stray = expressions.rule_counts()
    tap(stray == 0 or not all_drawn(name), f"{name}: every row falls under exactly one rule", f"{stray} do not")
    check_counts(name, counts, db)
    without = [field.name() for field in layer.fields() if not field.alias() and field.name() not in ("fid", "ogc_fid")]
    tap(not without, f"{name}: every field has an alias", ", ".join(without))
    tips = [expressions.tip(feature) for feature in layer.getFeatures()]
    tap(layer.mapTipTemplate().strip() != "" and all(re.sub(r"<[^>]*>|\s", "", tip) and "[%" not in tip for tip in tips),
        f"{name}: the map tip is filled for every row")
    tap((layer.labelsEnabled() and layer.labeling().type() == "rule-based") == (name not in PLAIN), f"{name} has the labels it should have")


def check_counts(name, counts, db, what="the rules hold"):
    sql = rules_of(name, db, sum(key.startswith("class_") for key in counts))
    wanted = {key: scalar(db, f"SELECT count(*) FROM {name} WHERE {condition}") for key, condition in sql.items()}
    tap(list(counts.items()) == list(wanted.items()), f"{name}: {what} the rows that SQL counts, in the order of the legend", f"{counts} in QGIS, {wanted} in SQL")


def check_sld(layer, db):
    """The SLD beside the QML, as another program would take it up: the same rules, legends and labels."""
    name = layer.name()
    other = layer.clone()
    path = os.path.join(SCRATCH, name + ".sld")
    with open(path, "w", encoding="utf-8") as file:
        file.write(scalar(db, f"SELECT styleSLD FROM layer_styles WHERE f_table_name = '{name}'"))
    message, worked = other.loadSldStyle(path)
    if not tap(worked and other.renderer().type() == "RuleRenderer", f"{name}: QGIS reads the SLD", message):
        return
    rules, ours = other.renderer().rootRule().children(), layer.renderer().rootRule().children()
    tap([r.label() for r in rules] == [r.label() for r in ours], f"{name}: the SLD has the legend of the QML", ", ".join(r.label() for r in rules))
    tap(all(rule.symbol() and rule.symbol().symbolLayerCount() for rule in rules), f"{name}: every rule of the SLD draws something")
    context, counts = Expressions(other, map_settings([layer])).context, {rule.ruleKey(): 0 for rule in ours}
    for feature in other.getFeatures():
        context.setFeature(feature)
        for rule, known in zip(rules, ours):
            counts[known.ruleKey()] += bool(QgsExpression(rule.filterExpression()).evaluate(context))
    check_counts(name, counts, db, "the rules of the SLD hold")


def check_streets(layer, db):
    keys = [rule.ruleKey() for rule in layer.renderer().rootRule().children()]
    n = len(keys) - 2
    highest = scalar(db, "SELECT coalesce(max(class), 0) FROM street_vacancy")
    tap(n >= 2 and highest < n, "street_vacancy: every class in the table has a rule", f"class {highest} of {n}")
    tap("street_name" in QgsExpression(layer.displayExpression()).referencedColumns(), "street_vacancy is named by its street", layer.displayExpression())


def map_settings(layers):
    extent = QgsRectangle()
    extent.setMinimal()
    for layer in layers:
        if not hasattr(layer, "featureCount") or layer.featureCount():  # a raster always has an extent
            extent.combineExtentWith(layer.extent())
    extent.scale(1.05)
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[-1].crs())
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setOutputDpi(DPI)
    settings.setExtent(extent)
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    settings.setFlag(QgsMapSettings.DrawLabeling, True)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    return settings


def check_picture(streets, settings, out):
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    tap(not job.errors(), "the map is drawn without an error", "; ".join(error.message for error in job.errors()))
    image = job.renderedImage().convertToFormat(QImage.Format_RGB32)
    tap(image.save(out, "PNG"), "the map is written", out)
    bits = image.constBits()
    bits.setsize(image.bytesPerLine() * image.height())
    pixels = memoryview(bytes(bits)).cast("I")
    colours = {pixel & 0xFFFFFF for pixel in pixels}
    tap(len(colours) > FEWEST_COLOURS, f"the map is not blank: more than {FEWEST_COLOURS} colours", f"{len(colours)}")
    tap((pixels[0] & 0xFFFFFF) == 0xFFFFFF, "the paper is white", f"{pixels[0] & 0xFFFFFF:06x}")
    if streets.name() == "street_vacancy" and streets.renderer().type() == "RuleRenderer":
        drawn = {rule.ruleKey(): rule.symbol().symbolLayer(rule.symbol().symbolLayerCount() - 1).color().rgb() & 0xFFFFFF
                 for rule in streets.renderer().rootRule().children() if rule.ruleKey().startswith(("class_", "unsure_"))}
        rated = any(feature["enough"] for feature in streets.getFeatures())
        shown = (set(drawn.values()) & colours) - {0xFFFFFF}
        tap(bool(shown) or not rated, "the map shows the colours of the classes")


def check_heatmap(layers, folder, out):
    """The rasters with the styles beside them, and the layers that come with them, where the study has a heat map."""
    rasters = []
    for name in ("vacancy_heatmap", "premises_density", "vacancy_density"):
        path = os.path.join(folder, name + ".tif")
        if not os.path.exists(path):
            continue
        for kind in (".tif", ".qml"):
            shutil.copy(os.path.join(folder, name + kind), SCRATCH)
        raster = QgsRasterLayer(os.path.join(SCRATCH, name + ".tif"), name)
        tap(raster.isValid(), f"{name}.tif is valid in QGIS")
        tap(raster.renderer().type() == "singlebandpseudocolor", f"{name}.tif gets its style from the file beside it", raster.renderer().type())
        rasters.append(raster)
    shown = [layers[name] for name in ("heatmap_contours", "heatmap_bands", "network_density") if name in layers]
    if not rasters or not shown:
        return
    settings = map_settings([*shown[:1], layers["street_vacancy"], rasters[0]])
    settings.setExtent(rasters[0].extent())
    check_picture(layers["street_vacancy"], settings, out + "_heatmap.png")
    if "network_density" in layers:
        check_picture(layers["street_vacancy"], map_settings([layers["network_density"]]), out + "_network.png")


def check_friches(layers, db, out):
    """A sign a use, the bars of all indices, the picture."""
    uses = [column[6:] for (column,) in db.execute("SELECT name FROM pragma_table_info('friche_potential') WHERE name LIKE 'index!_%' ESCAPE '!'")]
    layer = layers.get("friche_potential")
    if not layer:
        return
    diagram = layer.diagramRenderer()
    shown = diagram.diagramSettings()[0].categoryAttributes if diagram else []
    tap([QgsExpression(a).referencedColumns() for a in shown] == [{f"index_{use}"} for use in uses], f"friche_potential: a bar for each of {len(uses)} indices", str(shown))
    around = [layers[name] for name in ("friche_points", "friche_potential", "street_vacancy") if name in layers]
    settings = map_settings(around)
    settings.setExtent(layer.extent().buffered(100))
    check_picture(layer, settings, out + "_friches.png")


def check_unknown(layer, db):
    """NULL in every column: drawn, under the one rule for what is not known, and labelled without a number."""
    name, unknown = layer.name(), QgsFeature(layer.fields())
    rules = list(rules_of(name, db))
    if name.startswith("heatmap_") or not all_drawn(name):
        return  # they draw only what is
    unknown.setValid(True)
    context = Expressions(layer, map_settings([layer])).context
    context.setFeature(unknown)
    under = [rule.ruleKey() for rule in layer.renderer().rootRule().children() if QgsExpression(rule.filterExpression()).evaluate(context)]
    tap(under == [{"premises": "unknown", "friche_potential": "none"}.get(name, rules[-1])], f"{name}: what is not known is drawn, under one rule of its own", ", ".join(under))
    labels = [QgsPalLayerSettings(rule.settings()) for rule in layer.labeling().rootRule().children()] if layer.labelsEnabled() else []
    formats = [label.format() for label in labels]  # kept: a buffer is a part of its format
    tap(all(text.buffer().enabled() for text in formats), f"{name}: its labels have a buffer")
    if name in ("zone_inventory", "site_eco"):
        unknown.setAttribute("zone_id" if name == "zone_inventory" else "site_id", "A")
        context.setFeature(unknown)
        texts = [QgsExpression(label.fieldName).evaluate(context) for label in labels]
        tap(all(text and not re.search(r"[0-9%]", text) for text in texts), f"{name}: without a rate the label has no number", "; ".join(map(str, texts)))


# A picture each, of layers from the top down; the first gives the extent.
PICTURES = {"_blocks": ("segment_vacancy",), "_centres": ("centre_vacancy", "street_centre_vacancy"), "_control": ("to_check", "rejects", "street_vacancy"),
            "_cnig": ("site_eco", "terrain_eco"), "_overlaps": ("land_overlap", "land_partition")}


def check_pictures(layers, out):
    for end, names in PICTURES.items():
        shown = [layers[name] for name in names if name in layers]
        if shown and shown[0].featureCount():
            settings = map_settings(shown)
            settings.setExtent(shown[0].extent().buffered(60))
            check_picture(shown[0], settings, out + end + ".png")


def check_land(layers, out):
    """The picture of the largest zone's balance."""
    if not {"zone_inventory", "land_partition"} <= set(layers):
        return
    zones, partition = layers["zone_inventory"], layers["land_partition"]
    settings = map_settings([zones, partition])
    largest = max(zones.getFeatures(), key=lambda zone: zone["gross_m2"], default=None)
    if largest:
        settings.setExtent(largest.geometry().boundingBox().buffered(60))
    check_picture(partition, settings, out + "_land.png")


def main():
    source = os.path.join(sys.argv[1], "vitrine.gpkg")
    if not tap(os.path.isfile(source), "vitrine.gpkg is there", source):
        return
    path = shutil.copy(source, os.path.join(SCRATCH, "vitrine.gpkg"))
    os.chmod(path, 0o600)
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tap(scalar(db, "PRAGMA journal_mode") == "delete", "the file is not left in WAL mode")
    layers = check_layers(path, db)
    for layer in layers.values():
        check_style(layer, db)
        check_sld(layer, db)
        check_unknown(layer, db)
    out = os.path.splitext(os.path.abspath(sys.argv[2]))[0]
    if {"premises", "street_vacancy"} <= set(layers):
        check_streets(layers["street_vacancy"], db)
        check_picture(layers["street_vacancy"], map_settings([layers["premises"], layers["street_vacancy"]]), out + ".png")
        check_heatmap(layers, sys.argv[1], out)
    check_friches(layers, db, out)
    check_land(layers, out)
    check_pictures(layers, out)
    db.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: check.py FOLDER OUT_PNG")
    try:
        from qgis.core import (QgsApplication, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeature,
                               QgsMapRendererSequentialJob, QgsMapSettings, QgsPalLayerSettings, QgsRasterLayer, QgsRectangle, QgsVectorLayer)
        from qgis.PyQt.QtCore import QSize
        from qgis.PyQt.QtGui import QColor, QImage

        application = QgsApplication([], False)
        application.initQgis()
        main()
    except Exception as error:  # a check that cannot be made has failed
        tap(False, "the checks ran to their end", f"{type(error).__name__}: {error}".replace("\n", " "))
    finish()
