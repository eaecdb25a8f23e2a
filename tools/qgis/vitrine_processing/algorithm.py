"""The algorithm behind all four: parameters from the catalogue, layers into a study, the command, results into the project."""
import os
import shutil
import tempfile

from qgis.core import (QgsProcessing, QgsProcessingAlgorithm, QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsProcessingOutputFile,
                       QgsProcessingOutputVectorLayer, QgsProcessingParameterBoolean, QgsProcessingParameterCrs, QgsProcessingParameterDateTime,
                       QgsProcessingParameterDefinition, QgsProcessingParameterFeatureSource, QgsProcessingParameterField, QgsProcessingParameterFile,
                       QgsProcessingParameterFolderDestination, QgsProcessingParameterMultipleLayers, QgsProcessingParameterNumber,
                       QgsProcessingParameterString, QgsProcessingUtils, QgsUnitTypes, QgsVectorLayer)
from qgis.PyQt.QtGui import QIcon

from . import VERSION, catalogue, command, results, study, words
from .sources import Source
from .words import say

GEOMETRIES = {"any": QgsProcessing.TypeVectorAnyGeometry, "lines": QgsProcessing.TypeVectorLine, "polygons": QgsProcessing.TypeVectorPolygon}
NUMBERS = {"integer": QgsProcessingParameterNumber.Integer, "number": QgsProcessingParameterNumber.Double}


def output_name(layer):
    """Not the layer's own, which an input may have."""
    return "LAYER_" + layer.upper()


class Tell(command.Listener):
    def __init__(self, feedback, folder):
        self.feedback, self.folder, self.text = feedback, folder, None

    def progress(self, share, text):
        self.feedback.setProgress(100 * share)
        stage = text.split(" – ")[0]
        if stage != self.text:  # a line a stage in the log
            self.text = stage
            self.feedback.setProgressText(text)

    def result(self, line):
        self.feedback.pushConsoleInfo(line)

    def warning(self, line):
        self.feedback.pushWarning(command.without_folder(line, self.folder))

    def cancelled(self):
        return self.feedback.isCanceled()


class VitrineAlgorithm(QgsProcessingAlgorithm):
    def __init__(self, verb):
        super().__init__()
        self.verb, self.says = verb, catalogue.ALGORITHMS[verb]

    def createInstance(self):
        return VitrineAlgorithm(self.verb)

    def name(self):
        return self.verb

    def displayName(self):
        return say(self.says["name"])

    def shortHelpString(self):
        return f"<p>{say(self.says['help'])}</p><p>{say(catalogue.HOW)}</p>"

    def icon(self):
        return QIcon(os.path.join(os.path.dirname(__file__), "icon.svg"))

    # --- parameters --------------------------------------------------------------------------------------------

    def put(self, parameter, key="", help_texts=("", ""), advanced=False):
        """Each says what it means, and which key of a study it is."""
        parameter.setHelp(" ".join(filter(None, [say(help_texts), say(words.KEY).format(key) if key else ""])))
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
        self.addParameter(parameter)

    def put_field(self, layer, name, label, key, help_texts=("", ""), advanced=False, several=False):
        self.put(QgsProcessingParameterField(name, label, None, layer.upper(), optional=True, allowMultiple=several), key, help_texts, advanced)

    def put_layer(self, kind, in_sight):
        geometry, label = catalogue.KINDS[kind]
        label, needed = say(label), kind in self.says["needed"]
        self.put(QgsProcessingParameterFeatureSource(kind.upper(), label, [GEOMETRIES[geometry]], optional=True), f"layers.{kind}", catalogue.LAYER_HELP,
                 in_sight is None)
        if kind == "premises":
            self.put_status(label, needed)
        for field, text in catalogue.FIELDS[kind].items():
            self.put_field(kind, f"{kind}_{field}".upper(), label + say(words.OF) + say(text), f"layers.{kind}.fields.{field}", advanced=field not in (in_sight or ()))
        if kind == "friches":
            self.put_field(kind, "FRICHES_CRITERIA", label + say(words.OF) + say(catalogue.SAME_NAME[0]), "layers.friches.fields", catalogue.SAME_NAME[1], in_sight is None, several=True)
        self.put(QgsProcessingParameterString(f"{kind}_preset".upper(), label + say(words.OF) + say(catalogue.PRESET[0]), "", optional=True), f"layers.{kind}.preset", catalogue.PRESET[1], True)

    def put_status(self, label, in_sight):
        self.put_field("premises", "PREMISES_STATUS", label + say(words.OF) + say(catalogue.STATUS[0]), "layers.premises.status.field", catalogue.STATUS[1], not in_sight)
        for status, text in catalogue.STATUSES.items():
            self.put(QgsProcessingParameterString(f"VALUES_{status}".upper(), label + say(words.OF) + say(catalogue.VALUES[0]).format(say(text)), "", optional=True),
                     f"layers.premises.status.values.{status}", catalogue.VALUES[1], not in_sight or status not in ("vacant", "occupied"))
        self.put(QgsProcessingParameterString("VALUES_OTHERWISE", label + say(words.OF) + say(catalogue.OTHERWISE[0]), "", optional=True),
                 "layers.premises.status.otherwise", catalogue.OTHERWISE[1], True)

    def put_option(self, name, advanced):
        key, kind, label = catalogue.OPTIONS[name]
        label = say(label)
        if kind in NUMBERS:
            parameter = QgsProcessingParameterNumber(name, label, NUMBERS[kind], None, optional=True)
        elif kind == "date":
            parameter = QgsProcessingParameterDateTime(name, label, QgsProcessingParameterDateTime.Date, None, optional=True)
        elif kind == "yes":
            parameter = QgsProcessingParameterBoolean(name, label, False, optional=True)
        else:
            parameter = QgsProcessingParameterString(name, label, "", optional=True)
        self.put(parameter, key, catalogue.OPTION_HELP, advanced)

    def initAlgorithm(self, configuration=None):
        common = {name: (say(label), help_texts) for name, (label, help_texts) in catalogue.COMMON.items()}
        for kind, in_sight in self.says["layers"].items():
            self.put_layer(kind, in_sight)
        for kind in self.says["several"]:
            geometry, label, of = catalogue.SEVERAL[kind]
            self.put(QgsProcessingParameterMultipleLayers(kind.upper(), say(label), GEOMETRIES[geometry], optional=True), f"layers.{kind}", catalogue.SEVERAL_HELP)
            self.put(QgsProcessingParameterString(f"{kind}_kinds".upper(), say(of), "", optional=True), f"layers.{kind}.*.kind", catalogue.KINDS_OF)
        for name in self.says["options"]:
            self.put_option(name, False)
        for name in self.says["advanced"]:
            self.put_option(name, True)
        for name, parameter in (("CRS", QgsProcessingParameterCrs("CRS", common["CRS"][0], None, optional=True)),
                                ("STUDY", QgsProcessingParameterFile("STUDY", common["STUDY"][0], fileFilter="YAML (*.yaml *.yml)", optional=True)),
                                ("SETTINGS", QgsProcessingParameterString("SETTINGS", common["SETTINGS"][0], "", multiLine=True, optional=True)),
                                ("OVERWRITE", QgsProcessingParameterBoolean("OVERWRITE", common["OVERWRITE"][0], False)),
                                ("LOAD", QgsProcessingParameterBoolean("LOAD", common["LOAD"][0], True))):
            self.put(parameter, "crs" if name == "CRS" else "", common[name][1], name in ("CRS", "STUDY", "SETTINGS"))
        self.put(QgsProcessingParameterFolderDestination("OUTPUT", common["OUTPUT"][0]), "", common["OUTPUT"][1])
        self.addOutput(QgsProcessingOutputFile("GEOPACKAGE", "vitrine.gpkg"))
        for name in self.says["outputs"]:
            self.addOutput(QgsProcessingOutputVectorLayer(output_name(name), name))

    # --- what the dialog says ----------------------------------------------------------------------------------

    def given(self, parameters, name, context):
        """Text of a parameter; "" when it is empty."""
        return self.parameterAsString(parameters, name, context).strip()

    def checkParameterValues(self, parameters, context):
        layers = [kind for kind in self.says["layers"] if parameters.get(kind.upper())]
        layers += [kind for kind in self.says["several"] if parameters.get(kind.upper())]
        if self.given(parameters, "STUDY", context):
            if layers:
                return False, say(words.BOTH).format(", ".join(map(self.label_of, layers)))
        else:
            for kind in self.says["needed"]:
                if kind not in layers:
                    return False, say(words.NEEDED).format(self.label_of(kind))
        try:
            study.settings(self.given(parameters, "SETTINGS", context))
        except ValueError as line:
            return False, say(words.NOT_PAIR).format(line)
        return super().checkParameterValues(parameters, context)

    def layer_of(self, parameters, kind, context):
        """(layer, what the dialog asks for of it) of a layer parameter; (None, None) when it is empty."""
        value = parameters.get(kind.upper())
        if not value:
            return None, None
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            layer = QgsProcessingUtils.mapLayerFromString(value.source.valueAsString(context.expressionContext())[0], context)
            definition = value
        else:
            layer, definition = self.parameterAsVectorLayer(parameters, kind.upper(), context), None
        if not isinstance(layer, QgsVectorLayer):
            raise QgsProcessingException(say(words.NOT_LOADED).format(self.label_of(kind)))
        return layer, definition

    def validateInputCrs(self, parameters, context):
        return True  # the command transforms

    def label_of(self, kind):
        return say({**catalogue.KINDS, **catalogue.SEVERAL}[kind][1])

    def prepareAlgorithm(self, parameters, context, feedback):
        """On the main thread, where layers may be asked: which there are, and what they hold now."""
        self.sources = {}
        for kind in self.says["layers"]:
            layer, definition = self.layer_of(parameters, kind, context)
            if layer:
                self.sources[kind] = Source(layer, definition)
        self.several = {}
        for kind in self.says["several"]:
            layers = self.parameterAsLayerList(parameters, kind.upper(), context)
            self.several[kind] = [Source(layer) for layer in layers]
            names = study.listed(self.given(parameters, f"{kind}_kinds".upper(), context))
            if names and len(names) != len(layers):
                raise QgsProcessingException(say(words.TOO_MANY).format(self.label_of(kind), len(names), len(layers)))
        project = context.project()
        self.title = project.title() if project else ""
        self.project_crs = project.crs() if project else None
        from processing.core.ProcessingConfig import ProcessingConfig
        self.program_set = ProcessingConfig.getSetting("VITRINE_EXECUTABLE") or ""
        return True

    def crs(self, parameters, context):
        chosen = self.parameterAsCrs(parameters, "CRS", context)
        if chosen.isValid():
            return chosen
        for crs in [*(source.crs for source in self.sources.values()), self.project_crs]:
            if crs and crs.isValid() and not crs.isGeographic() and crs.mapUnits() == QgsUnitTypes.DistanceMeters:
                return crs
        raise QgsProcessingException(say(words.NO_CRS))

    def fields_of(self, kind, source, parameters, context):
        fields, several = {}, getattr(self, "parameterAsFields", None) or self.parameterAsStrings  # the one gives way to the other
        for field in catalogue.FIELDS[kind]:
            name = self.given(parameters, f"{kind}_{field}".upper(), context)
            if name:
                fields[field] = name
        for name in several(parameters, "FRICHES_CRITERIA", context) if kind == "friches" else ():
            fields[name] = name
        if source.id and "id" not in fields:
            fields["id"] = source.id
        return fields

    def status(self, parameters, context):
        said = {"field": self.given(parameters, "PREMISES_STATUS", context), "otherwise": self.given(parameters, "VALUES_OTHERWISE", context)}
        values = {status: study.listed(self.parameterAsString(parameters, f"VALUES_{status}".upper(), context)) for status in catalogue.STATUSES}
        said["values"] = {status: texts for status, texts in values.items() if texts}
        return {key: value for key, value in said.items() if value}

    def layers_of(self, folder, parameters, context, feedback):
        """What the study says under `layers`."""
        layers, taken, transforms = {}, set(), context.transformContext()
        for kind, source in self.sources.items():
            entry = source.entry(folder, taken, transforms, feedback)
            preset, fields = self.given(parameters, f"{kind}_preset".upper(), context), self.fields_of(kind, source, parameters, context)
            status = self.status(parameters, context) if kind == "premises" else {}
            layers[kind] = {**entry, **({"preset": preset} if preset else {}), **({"fields": fields} if fields else {}), **({"status": status} if status else {})}
        for kind, sources in self.several.items():
            names = study.listed(self.given(parameters, f"{kind}_kinds".upper(), context))
            for i, source in enumerate(sources):
                known = names[i] if names else study.slug(source.name)
                entry = source.entry(folder, taken, transforms, feedback)
                if source.id:
                    entry["fields"] = {"id": source.id}
                several = layers.setdefault(kind, {})
                several[study.slug(source.name, several)] = {**entry, "kind": known}
        return layers

    def options_of(self, parameters, context):
        """Study keys of the options that are given, as KEY=VALUE."""
        pairs = []
        for name in (*self.says["options"], *self.says["advanced"]):
            key, kind, _ = catalogue.OPTIONS[name]
            if kind == "yes":
                pairs += [f"{key}=true"] if self.parameterAsBoolean(parameters, name, context) else []
            elif parameters.get(name) not in (None, ""):
                value = (self.parameterAsDateTime(parameters, name, context).date().toString("yyyy-MM-dd") if kind == "date"
                         else str(self.parameterAsInt(parameters, name, context)) if kind == "integer"
                         else repr(self.parameterAsDouble(parameters, name, context)) if kind == "number" else self.given(parameters, name, context))
                pairs.append(f"{key}={value}")
        return pairs

    # --- the run -----------------------------------------------------------------------------------------------

    def arguments(self, folder, out, parameters, context, feedback):
        said = self.given(parameters, "STUDY", context)
        pairs = self.options_of(parameters, context)
        if said:
            crs = self.parameterAsCrs(parameters, "CRS", context)
            pairs += [f"crs={crs.authid() or crs.toWkt()}"] if crs.isValid() else []
        else:
            crs = self.crs(parameters, context)
            said = os.path.join(folder, command.STUDY)
            whole = {"title": self.title or self.displayName(), "lang": "fr" if words.french else "en", "crs": crs.authid() or crs.toWkt(),
                     "layers": self.layers_of(folder, parameters, context, feedback)}
            with open(said, "w", encoding="utf-8") as file:
                file.write(study.text(whole))
        pairs += study.settings(self.given(parameters, "SETTINGS", context))
        empty = os.path.isdir(out) and not os.listdir(out)
        replace = empty or self.parameterAsBoolean(parameters, "OVERWRITE", context)
        return [self.verb, said, "-o", out, "--progress", "json", *(["--overwrite"] if replace else []), *(word for pair in pairs for word in ("--set", pair))]

    def processAlgorithm(self, parameters, context, feedback):
        out = os.path.abspath(self.parameterAsString(parameters, "OUTPUT", context))
        folder = tempfile.mkdtemp(prefix="vitrine-")
        try:
            program = command.find(self.program_set)
            command.usage(program, self.verb, VERSION)
            arguments = self.arguments(folder, out, parameters, context, feedback)
            if feedback.isCanceled() or not command.run(program, arguments, Tell(feedback, folder)):
                return {}
        except command.Refused as why:
            raise QgsProcessingException(command.without_folder(str(why), folder))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        outputs = {"OUTPUT": out, "GEOPACKAGE": os.path.join(out, "vitrine.gpkg")}
        outputs.update({output_name(name): source for name, _, source, _ in results.layers(out)})
        if self.parameterAsBoolean(parameters, "LOAD", context):
            results.load(out, context, self.says["outputs"])
        return outputs
