#!/usr/bin/python3
"""Open the project that lies in FOLDER/vitrine.gpkg as QGIS opens it, from copies in other places, and check that it is whole.

    project.py FOLDER OUT

One TAP line a check; the maps and print layouts go to OUT.png, OUT_1.png…; exit status 1 when a line is `not ok`. FOLDER holds the demo town.
What must hold comes from the GeoPackage's tables (SQL) and from the layers opened without the project. VITRINE is the command, for other studies.
"""
import glob
import os
import shutil
import sqlite3
import subprocess
import sys

sys.dont_write_bytecode = True  # of check.py
from check import FEWEST_COLOURS, SCRATCH, finish, scalar, tap

HERE = os.path.dirname(os.path.abspath(__file__))
DEMO = os.path.join(HERE, "..", "..", "geodata", "demo", "etude_2026.yaml")
VITRINE = os.environ.get("VITRINE", os.path.join(HERE, "..", "..", "build", "tools", "vitrine"))
ODD = """L'été <b>"A" & 'B'</b> [% 1 + 1 %] é"""


def copy(source, name):
    """A folder of its own for each opening: QGIS changes the file that it opens."""
    return shutil.copytree(source, os.path.join(SCRATCH, name, "été & co"))


def vitrine(verb, name, *arguments, study=DEMO):
    out = os.path.join(SCRATCH, name)
    ran = subprocess.run([VITRINE, verb, study, "-o", out, *arguments], capture_output=True, text=True)
    return out if tap(ran.returncode == 0, f"{name}: vitrine {verb} runs", ran.stderr.replace("\n", " ")) else None


def opened(folder, what):
    project = QgsProject.instance()
    project.clear()
    read = project.read(f"geopackage:{folder}/vitrine.gpkg?projectName=vitrine")
    tap(read, f"{what}: the project opens", project.error())
    bad = [layer.name() for layer in project.mapLayers().values() if not layer.isValid()]
    tap(project.mapLayers() and not bad, f"{what}: all of its {len(project.mapLayers())} layers are valid", ", ".join(bad))
    return project


def name_of(layer):
    return layer.id()[len("vitrine_"):]


def visible(project):
    root = project.layerTreeRoot()
    return [layer for layer in root.layerOrder() if layer.isSpatial() and root.findLayer(layer.id()).isVisible()]


def check_tree(project, folder, db):
    root = project.layerTreeRoot()
    tap([group.name() for group in root.children()] == ["Vacance", "Friches", "Foncier", "Contrôle"], "groups in order", str([group.name() for group in root.children()]))
    names = {name for (name,) in db.execute("SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles'")}
    names |= {os.path.basename(path)[:-4] for path in glob.glob(os.path.join(folder, "*.tif"))}
    tap(sorted(name_of(node.layer()) for node in root.findLayers()) == sorted(names), "every layer, table and raster is in the tree once")
    shown = [name_of(layer) for layer in visible(project)]
    tap(shown == ["premises", "street_vacancy"], "premises and streets are what one sees first, premises on top", ", ".join(shown))
    titles = dict(db.execute("SELECT table_name, description FROM gpkg_contents"))
    wrong = [layer.name() for layer in project.mapLayers().values() if layer.name() != titles.get(name_of(layer), layer.name())]
    tap(not wrong, "layers bear their French titles", ", ".join(wrong))
    root.findGroup("Friches").setItemVisibilityChecked(True)
    tap("friche_potential" in [name_of(layer) for layer in visible(project)], "one click shows the friches")
    root.findGroup("Friches").setItemVisibilityChecked(False)


def check_layer(layer, db, folder):
    """Against the layer opened by itself, without the project."""
    name = name_of(layer)
    if layer.type() == QgsMapLayer.RasterLayer:
        alone = QgsRasterLayer(os.path.join(folder, name + ".tif"), name)
        return layer.renderer().type() == alone.renderer().type() == "singlebandpseudocolor" and layer.crs().authid() == "EPSG:2154"
    alone = QgsVectorLayer(f"{folder}/vitrine.gpkg|layername={name}", name, "ogr")
    labels = dict(db.execute("SELECT column_name, name FROM gpkg_data_columns WHERE table_name = ?", (name,)))
    good = layer.featureCount() == scalar(db, f'SELECT count(*) FROM "{name}"')
    good = good and {field.name(): field.alias() for field in layer.fields() if field.name() in labels} == labels
    if layer.isSpatial():
        good = good and layer.crs().authid() == "EPSG:2154" and (alone.featureCount() == 0 or layer.extent() == alone.extent())
        if scalar(db, f"SELECT count(*) FROM layer_styles WHERE f_table_name = '{name}'"):
            good = good and layer.renderer().type() == alone.renderer().type()
            good = good and layer.renderer().dump() == alone.renderer().dump() and layer.labelsEnabled() == alone.labelsEnabled()
            good = good and layer.mapTipTemplate() == alone.mapTipTemplate()
    return good


def check_themes(project):
    themes, root = project.mapThemeCollection(), project.layerTreeRoot()
    model = QgsLayerTreeModel(root)
    wanted = {"Vacance": ["premises", "street_vacancy"], "Vacance par centre": ["premises", "street_vacancy", "centre_vacancy"],
              "Carte de chaleur": ["heatmap_contours", "street_vacancy", "vacancy_heatmap"], "Le long des rues": ["network_density"], "Friches": ["street_vacancy", "friche_potential"],
              "Bilan foncier": ["street_vacancy", "zone_inventory", "land_partition"], "Unités foncières": ["street_vacancy", "zone_inventory", "land_unit"],
              "Contrôle": ["street_vacancy", "to_check", "rejects", "land_overlap"]}
    tap(sorted(themes.mapThemes()) == sorted(wanted), "a map theme for each map", ", ".join(themes.mapThemes()))
    streets = project.mapLayer("vitrine_street_vacancy")
    for theme, layers in wanted.items():
        themes.applyTheme(theme, root, model)
        shown = [name_of(layer) for layer in visible(project)]
        tap(shown == layers, f"theme {theme} shows its layers", ", ".join(shown))
        quiet = theme not in ("Vacance", "Vacance par centre")
        if streets not in visible(project):
            continue
        tap(streets.renderer().type() == ("singleSymbol" if quiet else "RuleRenderer"), f"theme {theme}: the streets are {'quiet' if quiet else 'in colour'}",
            streets.renderer().type())
    themes.applyTheme("Vacance", root, model)


def check_relations(project, db):
    relations = project.relationManager().relations().values()
    tap(len(relations) == 6 and all(relation.isValid() for relation in relations), "six relations, all valid", str([r.name() for r in relations if not r.isValid()]))
    friche = project.relationManager().relation("vitrine_friche_criteria")
    feature = next(friche.referencedLayer().getFeatures())
    listed = len(list(friche.getRelatedFeatures(feature)))
    tap(listed == scalar(db, f"SELECT count(*) FROM friche_criteria WHERE site_id = '{feature['site_id']}'") > 0, "a friche lists its criteria", str(listed))


def drawn(path):
    """How many colours a picture has, and whether its corner is white."""
    image = QImage(path).convertToFormat(QImage.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.bytesPerLine() * image.height())
    pixels = memoryview(bytes(bits)).cast("I")
    return len({pixel & 0xFFFFFF for pixel in pixels}), (pixels[0] & 0xFFFFFF) == 0xFFFFFF


def export(layout, path, what):
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 110
    done = QgsLayoutExporter(layout).exportToImage(path, settings) == QgsLayoutExporter.Success
    colours, white = drawn(path) if done else (0, False)
    tap(done and white and colours > FEWEST_COLOURS, f"{what} is drawn", f"{colours} colours")


def items(layout, kind):
    return [item for item in layout.items() if isinstance(item, kind)]


def check_layout(layout, out, number):
    name = layout.name()
    legend, map_item = items(layout, QgsLayoutItemLegend)[0], items(layout, QgsLayoutItemMap)[0]
    page = layout.pageCollection().page(0).pageSize()
    tap((page.width(), page.height()) == (420, 297), f"{name} is A3, landscape", str(page))
    atlas = layout.atlas()
    export(layout, f"{out}_{number}.png", name)
    whole = [label.currentText() for label in items(layout, QgsLayoutItemLabel)]
    tap(all("[%" not in text and "NULL" not in text for text in whole), f"{name}: every expression is filled in", " | ".join(whole))
    if atlas.enabled():
        tap(map_item.extent().contains(atlas.coverageLayer().extent()) and map_item.extent().width() < 3 * max(atlas.coverageLayer().extent().width(), atlas.coverageLayer().extent().height()),
            f"{name}: before its pages it shows all", map_item.extent().toString(0))
        atlas.beginRender()
        atlas.seekTo(0)
        layout.refresh()
        scale = map_item.scale()
        tap(atlas.count() == atlas.coverageLayer().featureCount() > 0 and abs(scale - round(scale / 250) * 250) < 0.01,
            f"{name}: a page each, at a scale of whole 250", f"{atlas.count()} pages, 1:{scale}")
        tap(map_item.extent().contains(layout.reportContext().feature().geometry().boundingBox()), f"{name}: the first page holds its feature")
        export(layout, f"{out}_{number}_page.png", f"{name}, page 1")
    groups = [node.name() for node in legend.model().rootGroup().findLayers()]
    lines = [node.data(0) for layer in legend.model().rootGroup().findLayers() for node in legend.model().layerLegendNodes(layer)]
    tap(groups and lines and not any(line.startswith(("Band", "Bande")) for line in lines), f"{name}: the legend has its lines, without QGIS's words", "; ".join(lines))
    boxes = {item.id(): item.sceneBoundingRect() for item in items(layout, QgsLayoutItem) if item.id() and item.id() != "page"}
    paper = QRectF(0, 0, 420, 297)
    tap(all(paper.contains(box) for box in boxes.values()), f"{name}: all lies on the paper", str(boxes))
    over = [(a, b) for a in boxes for b in boxes if a < b and boxes[a].adjusted(0.5, 0.5, -0.5, -0.5).intersects(boxes[b].adjusted(0.5, 0.5, -0.5, -0.5))]
    tap(not over, f"{name}: nothing lies over another", str(over))
    texts = [label.currentText() for label in items(layout, QgsLayoutItemLabel)]
    tap(all("[%" not in text and "NULL" not in text for text in texts), f"{name}: every expression is filled in on the page too", " | ".join(texts))
    (bar,) = items(layout, QgsLayoutItemScaleBar)
    metres = bar.unitsPerSegment() * bar.numberOfSegments() * bar.mapUnitsPerScaleBarUnit()
    mm = 1000 * metres / map_item.scale()
    tap(37.99 < mm < 60.01, f"{name}: the scale bar is as long as it says, and fits", f"{mm} mm")
    return lines, texts


def draw_map(project, path):
    settings = QgsMapSettings()
    settings.setLayers(visible(project))
    settings.setDestinationCrs(project.crs())
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(1600, 1000))
    settings.setOutputDpi(120)
    settings.setExtent(project.viewSettings().defaultViewExtent())
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(path, "PNG")
    colours, _ = drawn(path)
    tap(not job.errors() and colours > FEWEST_COLOURS, "the first view is drawn", f"{colours} colours")
    premises = project.mapLayer("vitrine_premises").extent()
    tap(settings.extent().contains(premises), "the first view holds all premises")


def check_demo(source, out):
    folder = copy(source, "moved")
    db = sqlite3.connect(f"file:{source}/vitrine.gpkg?mode=ro", uri=True)
    listed = QgsApplication.projectStorageRegistry().projectStorageFromType("geopackage").listProjects(f"geopackage:{folder}/vitrine.gpkg")
    tap(listed == ["vitrine"], "QGIS lists one project in the file, vitrine", str(listed))
    project = opened(folder, "moved folder")
    tap(project.title() == "Vernoise-les-Forges, relevé de juin 2026" and project.crs().authid() == "EPSG:2154", "title and CRS of the study", project.title())
    tap(project.metadata().title() == project.title() and "Licence MIT" in project.metadata().abstract(), "title and sources in the project's metadata")
    check_tree(project, folder, db)
    wrong = [name_of(layer) for layer in project.mapLayers().values() if not check_layer(layer, db, folder)]
    tap(not wrong, "each layer is the one that is in the file: rows, French aliases, CRS, extent, style, map tip", ", ".join(wrong))
    metadata = project.mapLayer("vitrine_street_vacancy").metadata()
    tap(metadata.licenses() == ["Données fictives, Licence MIT"] and "Une ligne par rue" in metadata.abstract(), "a layer says its licence and what it is", metadata.abstract())
    draw_map(project, f"{out}.png")
    check_relations(project, db)
    check_themes(project)
    layouts = project.layoutManager().layouts()
    tap(len(layouts) == 7, "seven print layouts", ", ".join(layout.name() for layout in layouts))
    told = {layout.name(): check_layout(layout, out, number) for number, layout in enumerate(layouts, 1)}
    lines, texts = told["Carte A3 – Vacance par centre"]
    tap({"Local vacant", "plus de 10\u00a0%"} <= set(lines), "the legend is French", "; ".join(lines))
    centre = db.execute("SELECT centre_name, stock - occupied, stock FROM centre_vacancy").fetchone()
    tap(f"Taux de vacance commerciale par rue – {centre[0]}" in texts and any(text.startswith(f"Locaux vacants : {centre[1]} sur {centre[2]} comptés.\n") for text in texts),
        "the page of a centre says its name and its figures", " | ".join(texts))
    lines, texts = told["Carte A3 – Friches"]
    friche = db.execute("SELECT site_name, best_index, best_use, rank, rank_p05, rank_p95, reliability FROM friche_potential ORDER BY site_name").fetchone()
    index, reliability = (f"{value:.1f}".replace(".", ",") for value in (friche[1], friche[6]))
    tap(f"Potentiel de reconversion des friches – {friche[0]}" in texts and index in texts
        and f"sur 100, meilleur usage : {friche[2]}\nRang {friche[3]} (à 90 % : {friche[4]} à {friche[5]}) ; fiabilité {reliability} / 10" in texts,
        "the page of a friche says its name, index, use and rank", " | ".join(texts))
    lines, texts = told["Carte A3 – Bilan foncier"]
    zone = db.execute("SELECT zone_id, name FROM zone_inventory ORDER BY name").fetchone()
    ha = {bucket: sum_ha for bucket, sum_ha in db.execute("SELECT bucket, sum(gross_ha) FROM land_balance WHERE scope = 'zone' AND scope_id = ? GROUP BY bucket", zone[:1])}
    immediate, future, all_of_it = (f"{value:.1f} ha".replace(".", ",") for value in (ha.get("immediate", 0), ha.get("future", 0), sum(ha.values())))
    tap(f"Bilan foncier des zones d'activité – {zone[1]}" in texts and immediate in texts
        and f"d'offre immédiate, et {future} d'offre future,\nsur {all_of_it} (brut)." in texts, "the page of a zone says its name and its hectares", " | ".join(texts))
    db.close()


def check_read_only(source):
    """As another user who may not write there: root may everywhere."""
    folder = copy(source, "read_only")
    os.chmod(SCRATCH, 0o755)
    for path in glob.glob(folder + "/*"):
        os.chmod(path, 0o444)
    os.chmod(folder, 0o555)
    before = open(f"{folder}/vitrine.gpkg", "rb").read()
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    tap(not os.access(folder, os.W_OK, effective_ids=True), "read-only folder: nobody writes there")
    opened(folder, "read-only folder")
    if root:
        os.seteuid(0)
    QgsProject.instance().clear()
    os.chmod(folder, 0o755)
    tap(open(f"{folder}/vitrine.gpkg", "rb").read() == before and not glob.glob(folder + "/*-wal"), "read-only folder: the file is as it was")


def check_english(out):
    folder = vitrine("run", "english", "--lang", "en")
    if folder:
        project = opened(folder, "English")
        groups = [group.name() for group in project.layerTreeRoot().children()]
        tap(groups == ["Vacancy", "Friches", "Land", "Control"], "English: groups", ", ".join(groups))
        layout = project.layoutManager().layoutByName("A3 map – Vacancy by centre")
        lines, texts = check_layout(layout, out + "_en", 1) if tap(layout is not None, "English: the layout has its name") else ([], [])
        tap("Vacant" in lines and any("Vacant premises: " in text for text in texts), "English: legend and figures", "; ".join(lines + texts))
        tap(project.mapLayer("vitrine_street_vacancy").attributeAlias(project.mapLayer("vitrine_street_vacancy").fields().lookupField("rate")) == "Vacancy rate", "English: aliases")


def check_single(out):
    for verb, layout in (("vacancy", "Carte A3 – Vacance"), ("friche", "Carte A3 – Friches"), ("land", "Carte A3 – Bilan foncier")):
        folder = vitrine(verb, verb)
        if folder:
            project = opened(folder, f"{verb} alone")
            found = project.layoutManager().layoutByName(layout)
            if tap(found is not None, f"{verb} alone: its layout is there"):
                check_layout(found, f"{out}_{verb}", 1)
            tap(len(visible(project)) > 0, f"{verb} alone: something is on")


def check_words_of_others(out):
    folder = vitrine("run", "words", "--set", f"title={ODD}", "--set", f"layers.premises.source_note={ODD}")
    if folder:
        project = opened(folder, "odd words")
        tap(project.title() == ODD and project.mapLayer("vitrine_premises").metadata().licenses() == [ODD], "odd words: title and licence", project.title())
        labels = {label.id(): label.currentText() for label in items(project.layoutManager().layoutByName("Carte A3 – Vacance"), QgsLayoutItemLabel)}
        tap(labels["titre"] == ODD and ODD in labels["sources"], "odd words stay words on the layout", str(labels))


def main():
    source, out = (os.path.abspath(argument) for argument in sys.argv[1:])
    if tap(os.path.isfile(os.path.join(source, "vitrine.gpkg")), "vitrine.gpkg is there", source):
        check_demo(source, out)
        check_read_only(source)
        check_english(out)
        check_single(out)
        check_words_of_others(out)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: project.py FOLDER OUT")
    try:
        from qgis.core import (QgsApplication, QgsLayerTreeModel, QgsLayoutExporter, QgsLayoutItem, QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemScaleBar,
                               QgsMapLayer, QgsMapRendererSequentialJob, QgsMapSettings, QgsProject, QgsRasterLayer, QgsVectorLayer)
        from qgis.PyQt.QtCore import QRectF, QSize
        from qgis.PyQt.QtGui import QColor, QImage

        application = QgsApplication([], False)
        application.initQgis()
        main()
    except Exception as error:  # a check that cannot be made has failed
        tap(False, "the checks ran to their end", f"{type(error).__name__}: {error}".replace("\n", " "))
    finish()
