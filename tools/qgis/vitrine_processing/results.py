"""The layers that a run has written, in the order in which they go to the project, with the styles that come with them."""
import contextlib
import os
import sqlite3
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingLayerPostProcessorInterface
from qgis.PyQt.QtCore import QTimer

from . import catalogue
from .words import say


def layers(folder):
    """(name, title, source, whether it has a style of its own) of each layer and raster."""
    path = os.path.join(folder, "vitrine.gpkg")
    found = []
    if os.path.isfile(path):
        with contextlib.closing(sqlite3.connect(Path(path).absolute().as_uri() + "?mode=ro", uri=True)) as database:
            has_styles = database.execute("SELECT 1 FROM sqlite_master WHERE name = 'layer_styles'").fetchone()
            styled = {name for (name,) in database.execute("SELECT f_table_name FROM layer_styles")} if has_styles else set()
            found = [(name, title or name, f"{path}|layername={name}", name in styled) for name, title in
                     database.execute("SELECT table_name, description FROM gpkg_contents WHERE table_name <> 'layer_styles' ORDER BY rowid")]
    for file in sorted(os.listdir(folder), reverse=True):  # the rate above the densities
        name, ending = os.path.splitext(file)
        if ending == ".tif":
            found.append((name, say(catalogue.RASTERS.get(name, (name, name))), os.path.join(folder, file), os.path.isfile(os.path.join(folder, name + ".qml"))))
    return found


class Dress(QgsProcessingLayerPostProcessorInterface):
    """Processing loads layers bare and in any order: this gives each the style that the GeoPackage, or the file beside a raster, has for
    it, and its place below those of lesser rank."""

    kept = []  # QGIS holds no reference of Python's; some runs may wait for their layers at once
    ranks = {}  # (run, rank) of layers in the project, by their id there

    def __init__(self, run, rank, shown):
        super().__init__()
        self.run, self.rank, self.shown = run, rank, shown
        self.kept.append(self)
        del self.kept[:-200]

    def postProcessLayer(self, layer, context, feedback):
        layer.loadDefaultStyle()
        layer.triggerRepaint()
        self.ranks[layer.id()] = self.run, self.rank
        if context.project() and not self.place(context.project(), layer.id()):
            project, known = context.project(), layer.id()
            QTimer.singleShot(0, lambda: self.place(project, known))  # later versions of QGIS show it only after this

    def place(self, project, layer):
        """Whether the layer was in the tree of the project."""
        node = project.layerTreeRoot().findLayer(layer)
        if not node:
            return False
        node.setItemVisibilityChecked(self.shown)
        parent = node.parent()
        ranks = [self.ranks.get(child.layerId(), (None, 0)) if hasattr(child, "layerId") else (None, 0) for child in parent.children()]
        lesser = [i for i, (run, rank) in enumerate(ranks) if run is self.run and rank < self.rank]
        if lesser:
            parent.insertChildNode(lesser[-1] + 1, node.clone())
            parent.removeChildNode(node)
        return True


def load(folder, context, wanted):
    """Has the layers of a style of their own, and those that the algorithm names as outputs, loaded at its end: the first is on top."""
    run = object()
    found = [layer for layer in layers(folder) if layer[3] or layer[0] in wanted]
    for rank, (name, title, source, _) in enumerate(found):
        details = QgsProcessingContext.LayerDetails(title, context.project(), name)
        details.forceName = True  # not the name of the output or of the file, as a setting of QGIS would have it
        if hasattr(details, "layerSortKey"):
            details.layerSortKey = len(found) - rank
        details.setPostProcessor(Dress(run, rank, name not in catalogue.UNSHOWN))
        context.addLayerToLoadOnCompletion(source, details)
