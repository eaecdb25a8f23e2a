"""Layers of the project as sources that the command reads: the file itself where it says what the map shows, else a copy."""
import os

from osgeo import gdal
from qgis.core import (QgsFeatureRequest, QgsFeatureSink, QgsFields, QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsProviderRegistry,
                       QgsVectorFileWriter, QgsVectorLayerFeatureSource)

from . import study, words
from .words import say

FORMATS = (".gpkg", ".shp", ".geojson", ".fgb")  # that the command reads with no option of QGIS in between


def file_of(layer):
    """(path, source as a study has it) of a layer that is a whole file, or a whole layer of one; None for any other."""
    if layer.providerType() != "ogr":
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path, name = parts.get("path", ""), parts.get("layerName")
    if not os.path.isfile(path) or not path.lower().endswith(FORMATS) or "|" in path or parts.get("openOptions") or parts.get("layerId"):
        return None
    if not name and layer.dataProvider().subLayerCount() > 1:
        return None
    return path, os.path.abspath(path) + (f"|layername={name}" if name else "")


def narrowed(definition):
    """Whether the dialog asks for a part of the layer only."""
    return isinstance(definition, QgsProcessingFeatureSourceDefinition) and (
        definition.selectedFeaturesOnly or definition.featureLimit != -1 or bool(getattr(definition, "filterExpression", "")))


def reason_to_copy(layer, definition):
    """Why the file does not say what the map shows; None: it does."""
    provider, own = layer.dataProvider(), file_of(layer)
    if narrowed(definition):
        return words.SELECTED
    if layer.subsetString():
        return words.FILTERED
    if layer.isModified():
        return words.EDITED
    if any(layer.fields().fieldOrigin(i) != QgsFields.OriginProvider for i in range(layer.fields().count())):
        return words.JOINED
    if not own or layer.providerType() == "ogr" and provider.encoding() not in ("UTF-8", ""):
        return words.OTHER_FORMAT
    if layer.crs() != provider.crs():
        return words.OTHER_CRS
    if any(os.path.exists(own[0] + ending) and os.path.getsize(own[0] + ending) for ending in ("-wal", "-journal")):
        return words.IN_USE
    return None


def request_of(layer, definition):
    """What the dialog asks for of the layer."""
    request = QgsFeatureRequest()
    if not isinstance(definition, QgsProcessingFeatureSourceDefinition):
        return request
    terms = [f"({expression})" for expression in [getattr(definition, "filterExpression", "")] if expression]
    if definition.selectedFeaturesOnly:
        ids = ",".join(map(str, sorted(layer.selectedFeatureIds())))
        terms.append(f"$id IN ({ids})" if ids else "FALSE")
    if terms:
        request.setFilterExpression(" AND ".join(terms))
    if definition.featureLimit != -1:
        request.setLimit(definition.featureLimit)
    return request


class Source:
    """A layer as it is when the dialog is confirmed, on the main thread; the copy is made later, on that of the algorithm."""

    def __init__(self, layer, definition=None):
        self.name, self.crs, self.fields, self.wkb_type = layer.name(), layer.crs(), layer.fields(), layer.wkbType()
        self.reason = reason_to_copy(layer, definition)
        self.note = " ".join(layer.metadata().rights())
        if self.reason is None:
            self.path = file_of(layer)[1]
        else:
            self.features, self.request = QgsVectorLayerFeatureSource(layer), request_of(layer, definition)
        keys = [self.fields.at(i).name() for i in layer.primaryKeyAttributes()]
        self.id = keys[0] if len(keys) == 1 and self.reason else None  # in a copy the key is a field like others

    def entry(self, folder, taken, transforms, feedback):
        """What the study says of where the layer is."""
        if self.reason:
            feedback.pushInfo(say(words.EXPORTS).format(self.name, say(self.reason)))
            file = study.slug(self.name, taken)
            taken.add(file)
            self.path = os.path.join(folder, file + ".gpkg")
            self.copy(transforms, feedback)
        return {"source": self.path, **({"source_note": self.note} if self.note else {})}

    def copy(self, transforms, feedback):
        names = [field.name() for field in self.fields]
        lower = [name.lower() for name in names]
        same = [name for name in names if lower.count(name.lower()) > 1]
        if same:  # a GeoPackage cannot have both
            raise QgsProcessingException(say(words.SAME_FIELDS).format(self.name, ", ".join(same)))
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.fileEncoding, options.layerName = "GPKG", "UTF-8", "copy"
        unlike = lambda name: study.slug(name, lower)  # the file's own columns must not take the name of one of these
        options.layerOptions = [f"FID={unlike('vitrine_fid')}", f"GEOMETRY_NAME={unlike('vitrine_geom')}"]
        gdal.SetThreadLocalConfigOption("OGR_CURRENT_DATE", "1970-01-01T00:00:00.000Z")  # same layer, same bytes
        try:
            writer = QgsVectorFileWriter.create(self.path, self.fields, self.wkb_type, self.crs, transforms, options)
            if writer.hasError() == QgsVectorFileWriter.NoError:
                self.request.setFeedback(feedback)  # a cancel ends it
                writer.addFeatures(self.features.getFeatures(self.request), QgsFeatureSink.FastInsert)
            error = writer.errorMessage() if writer.hasError() != QgsVectorFileWriter.NoError else ""
            del writer  # closes the file
        finally:
            gdal.SetThreadLocalConfigOption("OGR_CURRENT_DATE", None)
        if error:
            raise QgsProcessingException(say(words.NOT_COPIED).format(self.name, error))
