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

SCRATCH = tempfile.mkdtemp(prefix="vitrine-qgis-")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = SCRATCH
os.environ.setdefault("XDG_RUNTIME_DIR", SCRATCH)

WIDTH, HEIGHT, DPI = 1600, 1200, 130
FEWEST_COLOURS = 30  # a blank picture has one, two hairlines on white paper already about 90
STREET_RULES = {
    "small": "stock > 0 AND coalesce(enough, 0) = 0",
    "none": "coalesce(stock, 0) = 0",
}
MARKS = {"hot": "gi_class = 'hot'", "cold": "gi_class = 'cold'"}  # halos under the rule of the status
PREMISES_RULES = {
    "vacant": "status = 'vacant'",
    "works": "status = 'works'",
    "unknown": "coalesce(status, 'unknown') = 'unknown'",
    "occupied": "status = 'occupied'",
    "other": "status IN ('reserve', 'converted')",
}

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
            stray += len([key for key in keys if key not in MARKS and not key.startswith("use_")]) != 1
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


def check_style(layer, settings, db, sql_of_rule, all_drawn=True):
    name = layer.name()
    style = db.execute("SELECT styleQML FROM layer_styles WHERE f_table_name = ? AND useAsDefault = 1", (name,)).fetchall()
    tap(len(style) == 1 and "{{" not in style[0][0] and "}}" not in style[0][0], f"{name} has one default style, filled in", f"{len(style)} stored")
    if not tap(layer.renderer().type() == "RuleRenderer", f"{name} gets its default style from the file", layer.renderer().type()):
        return None
    rules = layer.renderer().rootRule().children()
    tap(all(rule.label() and rule.symbol() for rule in rules), f"{name}: every rule has a symbol and a legend")
    expressions = Expressions(layer, settings).of_style()
    missing = expressions.unknown_fields()
    tap(not missing, f"{name}: every field of the rules, labels and map tip exists", "; ".join(missing))
    errors = expressions.errors()
    tap(not errors, f"{name}: every expression of the style works on every row", "; ".join(errors))
    counts, stray = expressions.rule_counts()
    tap(stray == 0 or not all_drawn, f"{name}: every row falls under exactly one rule", f"{stray} do not")
    wanted = {key: scalar(db, f"SELECT count(*) FROM {name} WHERE {sql}") for key, sql in sql_of_rule(counts).items()}
    tap(counts == wanted, f"{name}: the rules hold the rows that SQL counts", f"{counts} in QGIS, {wanted} in SQL")
    without = [field.name() for field in layer.fields() if not field.alias() and field.name() not in ("fid", "ogc_fid")]
    tap(not without, f"{name}: every field has an alias", ", ".join(without))
    tips = [expressions.tip(feature) for feature in layer.getFeatures()]
    tap(layer.mapTipTemplate().strip() != "" and all(re.sub(r"<[^>]*>|\s", "", tip) and "[%" not in tip for tip in tips),
        f"{name}: the map tip is filled for every row")
    return counts


def street_sql(counts):
    classes = {key: f"enough = 1 AND class = {key[6:]}" for key in counts if key.startswith("class_")}
    return {**classes, **STREET_RULES}


def check_streets(layer, settings, db):
    counts = check_style(layer, settings, db, street_sql)
    if counts is None:
        return
    keys = list(counts)
    n = len(keys) - len(STREET_RULES)
    highest = scalar(db, "SELECT coalesce(max(class), 0) FROM street_vacancy")
    tap(n >= 2 and keys == [f"class_{i}" for i in range(n)] + list(STREET_RULES), f"street_vacancy has a rule for each of its {n} classes and 2 more",
        ", ".join(keys))
    tap(highest < n, "street_vacancy: every class in the table has a rule", f"class {highest} of {n}")
    field = layer.fields().lookupField("rate")
    tap(field >= 0 and layer.attributeAlias(field) != "", "street_vacancy: rate has an alias")
    tap(layer.labelsEnabled() and layer.labeling().type() == "rule-based", "street_vacancy has its labels")
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
                 for rule in streets.renderer().rootRule().children() if rule.ruleKey().startswith("class_")}
        rated = any(feature["enough"] for feature in streets.getFeatures())
        shown = (set(drawn.values()) & colours) - {0xFFFFFF}
        tap(bool(shown) or not rated, "the map shows the colours of the classes")


def classes_by(column, condition):
    return lambda counts: {key: f"{condition} AND {column} = {key[6:]}" for key in counts if key.startswith("class_")}


def lixel_rules(counts):
    """Lixels without premises near are not drawn."""
    return {**classes_by("class", "enough = 1")(counts), "thin": "stock_density > 0 AND (enough = 0 OR class IS NULL)"}


def check_heatmap(layers, db, folder, out):
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
    styled = {"heatmap_contours": lambda counts: {key: f"level = '{key}'" for key in counts},
              "heatmap_bands": classes_by("band", "1"), "network_density": lixel_rules}
    shown = [layers[name] for name in styled if name in layers]
    if not rasters or not shown:
        return
    settings = map_settings([*shown[:1], layers["street_vacancy"], rasters[0]])
    settings.setExtent(rasters[0].extent())
    for layer in shown:
        check_style(layer, settings, db, styled[layer.name()], all_drawn=layer.name() != "network_density")
    check_picture(layers["street_vacancy"], settings, out + "_heatmap.png")
    if "network_density" in layers:
        check_picture(layers["street_vacancy"], map_settings([layers["network_density"]]), out + "_network.png")


def check_friches(layers, db, out):
    """A rule a band of mutafriches-1.11 and a sign a use, the bars of all indices, the picture."""
    edges = (0, 40, 50, 60, 70, 1e9)
    uses = [column[6:] for (column,) in db.execute("SELECT name FROM pragma_table_info('friche_potential') WHERE name LIKE 'index!_%' ESCAPE '!'")]
    grades = {f"class_{i}": f"best_index >= {edges[i]} AND best_index < {edges[i + 1]}" for i in range(5)}
    rules = {"friche_points": {**grades, "none": "best_index IS NULL"}}
    rules["friche_potential"] = {**rules["friche_points"], **{f"use_{i}": f"best_use = '{use}'" for i, use in enumerate(uses)}}
    for layer in [layers[name] for name in rules if name in layers]:
        check_style(layer, map_settings([layer]), db, lambda counts: rules[layer.name()])
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


def one_of(column, values, otherwise):
    listed = ", ".join(f"'{value}'" for value in values)
    return {**{value: f"{column} = '{value}'" for value in values}, otherwise: f"{column} IS NULL OR {column} NOT IN ({listed})"}


LAND_RULES = {
    "zone_inventory": {"low": "vacancy_rate < 0.1", "middle": "vacancy_rate >= 0.1 AND vacancy_rate < 0.2", "high": "vacancy_rate >= 0.2",
                       "none": "vacancy_rate IS NULL"},
    "land_unit": one_of("occupancy", ("occupied", "vacant", "never_occupied", "undetermined"), "other"),
    "land_partition": one_of("bucket", ("immediate", "committed", "future", "recycling", "densification", "consumed", "neutralised"), "other"),
}


def check_land(layers, db, out):
    """A rule a bucket, an occupancy and a band of rates, and one for what is not known; the picture of the largest zone's balance."""
    shown = [layers[name] for name in LAND_RULES if name in layers]
    for layer in shown:
        name, rules = layer.name(), LAND_RULES[layer.name()]
        settings = map_settings([layer])
        counts = check_style(layer, settings, db, lambda counts: rules)
        if counts is None:
            continue
        tap(list(counts) == list(rules), f"{name}: the legend has its {len(rules)} rules in order", ", ".join(counts))
        unknown = QgsFeature(layer.fields())  # NULL in every column
        unknown.setValid(True)
        context = Expressions(layer, settings).context
        context.setFeature(unknown)
        under = [rule.ruleKey() for rule in layer.renderer().rootRule().children() if QgsExpression(rule.filterExpression()).evaluate(context)]
        tap(under == list(rules)[-1:], f"{name}: what is not known is drawn, under one rule of its own", ", ".join(under))
        if name == "land_partition":
            continue
        labels = [QgsPalLayerSettings(rule.settings()) for rule in layer.labeling().rootRule().children()] if layer.labelsEnabled() else []
        formats = [label.format() for label in labels]
        buffers = [text.buffer() for text in formats]
        tap(labels and all(buffer.enabled() for buffer in buffers), f"{name} has its labels, with a buffer")
        if name == "zone_inventory":
            unknown.setAttribute("zone_id", "A")
            context.setFeature(unknown)
            texts = [QgsExpression(label.fieldName).evaluate(context) for label in labels]
            tap(all(text and not re.search(r"[0-9%]", text) for text in texts), "zone_inventory: without a rate the label has no number", "; ".join(map(str, texts)))
    if len(shown) == len(LAND_RULES):
        zones, _, partition = shown
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
    wanted = [layers.get(name) for name in ("premises", "street_vacancy")]
    if not tap(all(layer and layer.isValid() for layer in wanted), "premises and street_vacancy are among the layers"):
        return
    premises, streets = wanted
    settings = map_settings(wanted)
    check_streets(streets, settings, db)
    check_style(premises, settings, db, lambda counts: {**MARKS, **PREMISES_RULES})
    check_picture(streets, settings, os.path.abspath(sys.argv[2]))
    check_heatmap(layers, db, sys.argv[1], os.path.splitext(os.path.abspath(sys.argv[2]))[0])
    check_friches(layers, db, os.path.splitext(os.path.abspath(sys.argv[2]))[0])
    check_land(layers, db, os.path.splitext(os.path.abspath(sys.argv[2]))[0])
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
