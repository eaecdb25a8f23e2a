#!/usr/bin/python3
"""The Processing plugin in QGIS: the built ZIP is unpacked as QGIS would install it, and its algorithms run without a window.

    plugin.py BUILD

What an algorithm gives on the demo town's layers must be, table by table, what the command itself gives on the same study (SQL over both).
Through qgis_process.bin, as a program would, and through PyQGIS, where layers have filters, selections, edits, and a cancel."""
import atexit
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

BUILD = pathlib.Path(sys.argv[1]).resolve()
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="vitrine-plugin-"))
atexit.register(shutil.rmtree, SCRATCH, True)
os.environ.update(VITRINE=str(BUILD / "tools" / "vitrine"), QT_QPA_PLATFORM="offscreen", QGIS_CUSTOM_CONFIG_PATH=str(SCRATCH / "profile"),
                  XDG_RUNTIME_DIR=str(SCRATCH), QGIS_PLUGINPATH=str(SCRATCH / "plugins"), LC_ALL="C.UTF-8", LANGUAGE="",
                  TMPDIR=str(SCRATCH / "tmp"), PATH=f"{BUILD / 'tools'}:/usr/bin:/bin")
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

STUDY = DEMO / "etude_2026.yaml"
DATA = SCRATCH / "data"  # the demo town's layers: QGIS may change a GeoPackage by opening it
for path in (SCRATCH / "tmp", SCRATCH / "plugins", DATA):
    path.mkdir()
SCRATCH.chmod(0o700)
tempfile.tempdir = str(SCRATCH / "tmp")


def prepare():
    with zipfile.ZipFile(BUILD / "tools" / "qgis" / "vitrine_processing.zip") as packed:
        packed.extractall(SCRATCH / "plugins")
    for path in DEMO.glob("*.geojson"):
        shutil.copy(path, DATA)
    # the survey as a file of points: all columns are text, as the command reads the CSV
    subprocess.run(["/usr/bin/python3", "-c", """if True:
        import sys
        from osgeo import gdal
        gdal.UseExceptions()
        source = gdal.OpenEx(sys.argv[1], open_options=["X_POSSIBLE_NAMES=x", "Y_POSSIBLE_NAMES=y", "EMPTY_STRING_AS_NULL=YES"])
        gdal.VectorTranslate(sys.argv[2], source, dstSRS="EPSG:2154", srcSRS="EPSG:2154", layerName="locaux")
        """, DEMO / "locaux_2026.csv", DATA / "locaux.gpkg"], check=True, stderr=subprocess.DEVNULL)
    shell("plugins", "enable", "vitrine_processing")


def shell(*arguments, env=None):
    return subprocess.run(["qgis_process.bin", *map(str, arguments)], capture_output=True, text=True, timeout=300, env={**os.environ, **(env or {})})


def process(verb, out, *, settings="", env=None, **parameters):
    """Runs an algorithm by qgis_process; its process."""
    words = [f"{key}={value}" for key, value in parameters.items()]
    return shell("run", f"vitrine:{verb}", "--", *words, f"OUTPUT={out}", *([f"SETTINGS={settings}"] if settings else []), env=env)


SURVEY = {"PREMISES_ID": "id", "PREMISES_STREET": "voie", "PREMISES_NUMBER": "numero", "PREMISES_UNIT": "local", "PREMISES_ACTIVITY": "activite",
          "PREMISES_FAMILY": "famille", "PREMISES_FRONTAGE_M": "facade_m", "PREMISES_FLOOR_M2": "surface_m2", "PREMISES_VACANT_SINCE": "vacant_depuis",
          "PREMISES_NAME": "enseigne", "PREMISES_STATUS": "situation", "VALUES_VACANT": "Vacant", "VALUES_WORKS": "Travaux", "VALUES_RESERVE": "Réserve",
          "VALUES_CONVERTED": "Converti", "VALUES_UNKNOWN": "Inconnu", "VALUES_OCCUPIED": "Occupé", "REFERENCE_DATE": "2026-06-30"}
STREETS = {"STREETS": DATA / "voies.geojson", "STREETS_ID": "id", "STREETS_NAME": "nom", "STREETS_MUNICIPALITY": "commune"}
CENTRES = {"CENTRES": DATA / "centre.geojson", "CENTRES_ID": "id", "CENTRES_NAME": "nom"}
PARCELS = {"PARCELS": DATA / "parcelles.geojson", "PARCELS_ID": "idu", "PARCELS_OWNER": "proprietaire", "PARCELS_OWNER_TYPE": "type_proprietaire",
           "PARCELS_CADASTRAL_AREA_M2": "contenance"}
BUILDINGS = {"BUILDINGS": DATA / "batiments.geojson", "BUILDINGS_ID": "id", "BUILDINGS_HEIGHT_M": "hauteur_m", "BUILDINGS_FLOORS": "niveaux"}
ZONES = {"ZONES": DATA / "zones.geojson", "ZONES_ID": "site_id", "ZONES_NAME": "site_nom", "ZONES_VOCATION": "site_vocadomi", "ZONES_TYPE": "site_type",
         "ZONES_STATE": "site_etat", "ZONES_MUNICIPALITY": "site_comm_insee", "ZONES_BASIN": "bassin"}
PLOTS = {"PLOTS": DATA / "terrains.geojson", "PLOTS_ID": "terr_id", "PLOTS_ZONE_ID": "site_id", "PLOTS_PARCELS": "terr_refcad", "PLOTS_SERVICING": "terr_stade_amngt",
         "PLOTS_MARKETING": "terr_stade_comm", "PLOTS_OCCUPANCY": "terr_etat_occup", "PLOTS_USAGE": "terr_usage", "PLOTS_USEFUL": "terr_utile"}
ESTABLISHMENTS = {"ESTABLISHMENTS": DATA / "etablissements.geojson", "ESTABLISHMENTS_ID": "siret", "ESTABLISHMENTS_ACTIVE": "actif",
                  "ESTABLISHMENTS_CLOSED_ON": "date_fermeture", "ESTABLISHMENTS_OPENED_ON": "date_creation"}
FRICHES = {"FRICHES": DATA / "friches.geojson", "FRICHES_ID": "site_id", "FRICHES_NAME": "site_nom", "FRICHES_STATUS": "site_statut",
           "FRICHES_MUNICIPALITY": "comm_insee", "FRICHES_PARCELS": "unite_fonciere_refcad", "FRICHES_CRITERIA": "bati_etat;sol_pollution_existe;urba_zaer"}
ZONING = {"ZONING": DATA / "zonage.geojson", "ZONING_TYPE": "typezone", "ZONING_LABEL": "libelle"}
COVER = {"LAND_COVER": DATA / "occupation_sol.geojson", "LAND_COVER_ARTIFICIAL": "artificiel"}
FLOOD = {"CONSTRAINTS": DATA / "inondation.geojson", "CONSTRAINTS_KINDS": "flood"}
REFERENCE = {}


def reference(verb, *settings):
    """What the command gives on the demo study; computed once."""
    key = (verb, *settings)
    if key not in REFERENCE:
        REFERENCE[key] = SCRATCH / f"reference_{len(REFERENCE)}"
        done(verb, STUDY, "-o", REFERENCE[key], "--lang", "en", *(word for pair in settings for word in ("--set", pair)))
    return REFERENCE[key]


def same(out, expected, table, columns="*", least=1):
    """Both folders hold the same rows of a table, and some."""
    have, want = rows(out, f"SELECT {columns} FROM {table} ORDER BY 1, 2"), rows(expected, f"SELECT {columns} FROM {table} ORDER BY 1, 2")
    assert len(want) >= least, table
    differing = [(a, b) for a, b in zip(have, want) if a != b]
    assert len(have) == len(want) and not differing, (table, len(have), len(want), differing[:2])


def finished(ran):
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-2000:]
    return ran


def nothing_left():
    """No study, copy or half-written result anywhere that the plugin writes."""
    left = [path.name for path in (SCRATCH / "tmp").iterdir() if path.name.startswith("vitrine-") and not path.name.startswith("vitrine-test-")]
    assert not left, left


def test_vacancy_is_that_of_the_command(folder):
    ran = finished(process("vacancy", folder / "out", PREMISES=DATA / "locaux.gpkg", **SURVEY, **STREETS, **CENTRES, **PARCELS, **BUILDINGS, settings="title=Vernoise-les-Forges, relevé de juin 2026",
                           FRONTAGE_RULES=DATA / "lineaires.geojson", FRONTAGE_RULES_TYPE="type"))
    expected = reference("vacancy")
    for table, least in (("street_vacancy", 30), ("segment_vacancy", 30), ("centre_vacancy", 1), ("total_vacancy", 1), ("premises", 900), ("to_check", 20)):
        same(folder / "out", expected, table, least=least)
    assert "Results" in ran.stdout and f"LAYER_STREET_VACANCY:\t{folder / 'out' / 'vitrine.gpkg'}|layername=street_vacancy" in ran.stdout
    assert "features rejected: 1" in ran.stdout + ran.stderr, "warnings reach QGIS"
    assert "reading premises" in ran.stdout and "100 - done." in ran.stdout, "progress reaches QGIS"
    nothing_left()


def test_the_heat_map_is_that_of_the_command(folder):
    finished(process("heatmap", folder / "out", PREMISES=DATA / "locaux.gpkg", **SURVEY, **STREETS, **CENTRES, NETWORK="discontinuous"))
    expected = reference("heatmap")
    for table in ("heatmap_bands", "heatmap_contours", "network_density"):
        same(folder / "out", expected, table)
    for name in ("vacancy_heatmap.tif", "premises_density.tif", "vacancy_density.tif", "vacancy_heatmap.qml"):
        assert (folder / "out" / name).read_bytes() == (expected / name).read_bytes(), name


def test_friches_are_those_of_the_command(folder):
    kinds = {"public_transport": "gare", "motorway_junction": "échangeur", "town_hall": "mairie", "substation": "poste source"}
    places = [f"{DATA / 'lieux.geojson'}|subset=type = '{kind}'" for kind in kinds.values()]
    words = [f"PLACES={place}" for place in places] + [f"PLACES_KINDS={','.join(kinds)}"]
    ran = shell("run", "vitrine:friche", "--", *(f"{k}={v}" for k, v in {**FRICHES, **PARCELS, **BUILDINGS, **ZONES, **CENTRES, **ZONING, **COVER, **FLOOD}.items()), *words,
                f"OUTPUT={folder / 'out'}")
    finished(ran)
    expected = reference("friche", "layers.places.station.kind=public_transport")
    same(folder / "out", expected, "friche_potential")
    for table in ("friche_criteria", "friche_stock"):
        same(folder / "out", expected, table)
    same(folder / "out", expected, "friche_measures", least=20)


def test_the_land_balance_is_that_of_the_command(folder):
    finished(process("land", folder / "out", settings="\n".join(["vacancy.works=excluded", "export.formats=[gpkg]"]), PREMISES=DATA / "locaux.gpkg", **SURVEY, **STREETS,
                     **PARCELS, **BUILDINGS, **ZONES, **PLOTS, **ESTABLISHMENTS, **FRICHES, **ZONING, **COVER, **FLOOD, CNIG="true"))
    expected = reference("land", "export.cnig=true")
    for table in ("zone_inventory", "land_unit", "land_balance", "land_partition", "land_evidence", "site_eco", "terrain_eco"):
        same(folder / "out", expected, table)
    assert not list((folder / "out").glob("*.geojson")), "settings reach the command"


def test_a_study_file_runs_as_it_is(folder):
    finished(process("vacancy", folder / "out", STUDY=STUDY, settings="vacancy.works=vacant"))
    same(folder / "out", reference("vacancy", "vacancy.works=vacant"), "street_vacancy", least=30)
    ran = process("vacancy", folder / "both", STUDY=STUDY, **STREETS)
    assert ran.returncode == 1 and "not both" in ran.stdout + ran.stderr and not (folder / "both").exists()


def test_a_refusal_is_status_1_and_the_line_of_the_command(folder):
    broken = {**SURVEY, "VALUES_WORKS": ""}
    ran = process("vacancy", folder / "out", PREMISES=DATA / "locaux.gpkg", **broken, **STREETS)
    refusal = refused("vacancy", STUDY, "-o", folder / "no", "--set", "layers.premises.status.values.works=[]").err
    assert ran.returncode == 1, ran.stdout
    told = {line.replace("ERROR:", "").strip() for line in (ran.stdout + ran.stderr).splitlines() if "Travaux" in line and "VALUES" not in line}
    assert told == {refusal[refusal.index("layers.premises.status.field"):].strip()}, (told, refusal)  # QGIS shows it more than once
    assert not list(folder.iterdir())
    nothing_left()
    ran = process("vacancy", folder / "out", PREMISES=DATA / "locaux.gpkg", **broken, **STREETS, env=french(folder))
    assert ran.returncode == 1 and "classez-les sous" in ran.stdout + ran.stderr, ran.stdout + ran.stderr


def test_what_is_missing_is_said(folder):
    ran = process("vacancy", folder / "out", **STREETS)
    assert ran.returncode == 1 and "Premises: give this layer" in ran.stdout + ran.stderr
    ran = process("vacancy", folder / "out", PREMISES=DATA / "locaux.gpkg", **SURVEY, **STREETS, settings="nonsense")
    assert ran.returncode == 1 and '"nonsense" is not KEY=VALUE' in ran.stdout + ran.stderr
    if not shutil.which("vitrine", path="/usr/local/bin:/usr/bin:/bin"):
        ran = process("vacancy", folder / "out", PREMISES=DATA / "locaux.gpkg", **SURVEY, **STREETS, env={"PATH": "/usr/bin:/bin"})
        assert ran.returncode == 1 and "vitrine is not found" in ran.stdout + ran.stderr, ran.stdout + ran.stderr
    assert not list(folder.iterdir())


def test_results_are_replaced_only_when_asked(folder):
    layers = {"PREMISES": DATA / "locaux.gpkg", **SURVEY, **STREETS}
    (folder / "out").mkdir()
    finished(process("vacancy", folder / "out", **layers))  # an empty folder holds nothing to lose
    before = snapshot(folder / "out")
    ran = process("vacancy", folder / "out", **layers, MIN_PREMISES=7)
    assert ran.returncode == 1 and "--overwrite" in ran.stdout + ran.stderr and snapshot(folder / "out") == before
    finished(process("vacancy", folder / "out", **layers, MIN_PREMISES=7, OVERWRITE="true"))
    assert snapshot(folder / "out") != before


# --- through PyQGIS ------------------------------------------------------------------------------------------------


def start_qgis():
    from qgis.core import QgsApplication
    application = QgsApplication([], False)
    application.initQgis()
    sys.path[:0] = ["/usr/share/qgis/python/plugins", str(SCRATCH / "plugins")]
    from processing.core.Processing import Processing
    Processing.initialize()
    import vitrine_processing
    plugin = vitrine_processing.classFactory(None)
    plugin.initProcessing()
    return application, plugin


class Feedback:
    """Made when QGIS is there: keeps what it is told, and cancels at a share."""

    def __new__(cls, cancel_at=200):
        from qgis.core import QgsProcessingFeedback

        class Kept(QgsProcessingFeedback):
            def __init__(self):
                super().__init__(False)
                self.warnings, self.infos = [], []
                self.progressChanged.connect(self.maybe_cancel)

            def maybe_cancel(self, share):
                if share >= cancel_at:
                    self.cancel()

            def pushWarning(self, text):
                self.warnings.append(text)

            def pushInfo(self, text):
                self.infos.append(text)

        return Kept()


def survey(name="locaux", uri=None):
    from qgis.core import QgsVectorLayer
    layer = QgsVectorLayer(uri or f"{DATA / 'locaux.gpkg'}|layername=locaux", name, "ogr")
    assert layer.isValid()
    return layer


def call(verb, out, feedback=None, **parameters):
    import processing
    return processing.run(f"vitrine:{verb}", {**{k: str(v) if isinstance(v, pathlib.Path) else v for k, v in parameters.items()}, "OUTPUT": str(out)},
                          feedback=feedback or Feedback())


def counts(out):
    return rows(out, "SELECT premises, vacant, stock FROM total_vacancy")[0]


def in_sql(condition):
    """Premises of the survey under a condition, and those of them that are vacant, by SQL over the file."""
    with sqlite3.connect(f"file:{DATA / 'locaux.gpkg'}?mode=ro", uri=True) as database:
        return dict(zip(("premises", "vacant"), database.execute(
            f"SELECT count(*), sum(lower(situation) = 'vacant') FROM locaux WHERE geom IS NOT NULL AND NOT id IS NULL AND ({condition})").fetchone()))


def agree(out, condition):
    found = counts(out)
    wanted = in_sql(condition)
    assert wanted["premises"] > 0 and {k: found[k] for k in wanted} == wanted, (found, wanted)


def test_a_filter_is_what_is_analysed(folder):
    layer = survey()
    layer.setSubsetString("voie LIKE 'Grande%'")
    feedback = Feedback()
    call("vacancy", folder / "out", feedback, PREMISES=layer, **SURVEY, **STREETS)
    agree(folder / "out", "voie LIKE 'Grande%'")
    assert any("locaux" in text and "filter" in text for text in feedback.infos), feedback.infos
    nothing_left()


def test_selected_features_are_what_is_analysed(folder):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject
    layer = survey()
    QgsProject.instance().addMapLayer(layer)
    try:
        layer.selectByExpression("\"famille\" = 'Alimentation'")
        call("vacancy", folder / "out", PREMISES=QgsProcessingFeatureSourceDefinition(layer.id(), True), **SURVEY, **STREETS)
        agree(folder / "out", "famille = 'Alimentation'")
        layer.removeSelection()
        try:
            call("vacancy", folder / "none", PREMISES=QgsProcessingFeatureSourceDefinition(layer.id(), True), **SURVEY, **STREETS)
        except Exception as why:
            assert "no feature" in str(why), why
        else:
            raise AssertionError("nothing selected, and yet a result")
    finally:
        QgsProject.instance().removeMapLayer(layer.id())


def test_unsaved_edits_are_what_is_analysed(folder):
    path = folder / "locaux.gpkg"
    shutil.copy(DATA / "locaux.gpkg", path)
    layer = survey(uri=f"{path}|layername=locaux")
    before = in_sql("1")
    assert layer.startEditing()
    field = layer.fields().lookupField("situation")
    chosen = [feature.id() for feature in layer.getFeatures("\"situation\" = 'Occupé'")][:7]
    for fid in chosen:
        layer.changeAttributeValue(fid, field, "Vacant")
    call("vacancy", folder / "out", PREMISES=layer, **SURVEY, **STREETS)
    assert counts(folder / "out")["vacant"] == before["vacant"] + 7, counts(folder / "out")
    assert layer.commitChanges()  # QGIS leaves what it wrote in a file beside (-wal), which the command refuses to read
    call("vacancy", folder / "saved", PREMISES=layer, **SURVEY, **STREETS)
    assert counts(folder / "saved")["vacant"] == before["vacant"] + 7


def test_a_layer_in_memory_and_names_of_all_kinds(folder):
    from qgis.core import QgsFeature, QgsField, QgsFields, QgsVectorLayer
    from qgis.PyQt.QtCore import QVariant
    odd = {"id": "l'id", "voie": 'nom "de la" voie', "situation": "état: # {vacant}", "vacant_depuis": "fid"}
    layer = QgsVectorLayer("Point?crs=EPSG:2154", "Locaux « été » / \"x\" ; 水", "memory")
    fields = QgsFields()
    for name in odd.values():
        fields.append(QgsField(name, QVariant.String))
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    wanted = survey()
    metadata = layer.metadata()
    metadata.setRights(["© Ville de Vernoise"])
    layer.setMetadata(metadata)
    values = {"Vacant": "vide, \"à l'angle\"", "Occupé": "- on"}
    added = []
    for feature in wanted.getFeatures():
        copy = QgsFeature(layer.fields())
        copy.setGeometry(feature.geometry())
        situation = feature["situation"]
        copy.setAttributes([feature["id"], feature["voie"], values.get(str(situation).capitalize(), situation), feature["vacant_depuis"]])
        added.append(copy)
    assert layer.dataProvider().addFeatures(added)[0] and layer.featureCount() == wanted.featureCount()
    call("vacancy", folder / "out", PREMISES=layer, PREMISES_ID=odd["id"], PREMISES_STREET=odd["voie"], PREMISES_STATUS=odd["situation"],
         PREMISES_VACANT_SINCE="fid", VALUES_VACANT='"vide, ""à l\'angle"""', VALUES_OCCUPIED="- on", VALUES_WORKS="Travaux", VALUES_RESERVE="Réserve",
         VALUES_CONVERTED="Converti", VALUES_UNKNOWN="Inconnu", **STREETS, REFERENCE_DATE="2026-06-30")
    same(folder / "out", reference("vacancy"), "street_vacancy", "street_id, premises, occupied, vacant, works, unknown, rate, rate_ci_low, frictional, long_term", 30)
    assert "© Ville de Vernoise" in (folder / "out" / "run.json").read_text(encoding="utf-8")
    nothing_left()


def test_the_same_layer_gives_the_same_bytes(folder):
    layer = survey()
    layer.setSubsetString("voie LIKE 'Grande%'")
    for name in ("a", "b"):
        call("vacancy", folder / name, PREMISES=layer, **SURVEY, **STREETS)
        time.sleep(1.1)  # a clock anywhere would show
    assert snapshot(folder / "a") == snapshot(folder / "b")
    told = (folder / "a" / "run.json").read_text(encoding="utf-8")
    assert str(SCRATCH) not in told and "locaux.gpkg" in told


def test_fields_that_a_copy_cannot_hold_are_said(folder):
    from qgis.core import QgsVectorLayer
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=voie:string&field=Voie:string", "double", "memory")
    try:
        call("vacancy", folder / "out", PREMISES=layer, **STREETS)
    except Exception as why:
        assert "double" in str(why) and "voie, Voie" in str(why), why
    else:
        raise AssertionError("no refusal")


def test_the_crs_that_the_project_shows_counts(folder):
    from qgis.core import QgsCoordinateReferenceSystem
    layer = survey()
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))  # as if the file were wrong about itself: it then lies elsewhere
    try:
        call("vacancy", folder / "out", PREMISES=layer, **SURVEY, **STREETS, CRS=QgsCoordinateReferenceSystem("EPSG:2154"))
    except Exception as why:
        assert "rejects.ceiling" in str(why) or "rejected" in str(why), why
    else:
        assert rows(folder / "out", "SELECT match, count(*) AS n FROM premises GROUP BY match") == [{"match": "none", "n": 921}]


def test_cancel_leaves_no_trace(folder):
    before = set((SCRATCH / "tmp").iterdir()), threading.active_count()
    for at in (5, 20):
        feedback = Feedback(cancel_at=at)
        call("vacancy", folder / "out", feedback, PREMISES=DATA / "locaux.gpkg", **SURVEY, **STREETS, SETTINGS="hotspots.permutations=1000000")
        assert feedback.isCanceled() and not list(folder.iterdir()), list(folder.iterdir())
        assert (set((SCRATCH / "tmp").iterdir()), threading.active_count()) == before
    children = subprocess.run(["ps", "--ppid", str(os.getpid()), "-o", "comm="], capture_output=True, text=True).stdout.split()
    assert "vitrine" not in children, children


def test_it_runs_beside_the_window(folder):
    """As the toolbox runs it: on a thread of its own, for a layer of the main one that has edits."""
    from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProject, QgsVectorLayer
    layer = QgsVectorLayer("Point?crs=EPSG:2154", "copy", "memory")
    original = survey()
    layer.dataProvider().addAttributes(original.fields().toList())
    layer.updateFields()
    layer.dataProvider().addFeatures(list(original.getFeatures()))
    context, feedback, ended = QgsProcessingContext(), Feedback(), []
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("vitrine:vacancy")
    parameters = {"PREMISES": layer, **SURVEY, **{k: str(v) for k, v in STREETS.items()}, "OUTPUT": str(folder / "out"), "LOAD": False}
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda good, results: ended.append((good, results)))
    QgsApplication.taskManager().addTask(task)
    end = time.monotonic() + 60
    while not ended and time.monotonic() < end:
        QgsApplication.processEvents()
        time.sleep(0.01)
    assert ended and ended[0][0], (ended, feedback.warnings)
    same(folder / "out", reference("vacancy"), "street_vacancy", "street_id, rate, rate_ci_low, rate_ci_high, stock, vacant", 30)


def test_results_come_into_the_project_with_their_style(folder):
    import processing
    from qgis.core import QgsProject
    for verb, parameters, rules, raster in (
            ("vacancy", {"PREMISES": str(DATA / "locaux.gpkg"), **SURVEY, **STREETS}, ["premises", "street_vacancy"], []),
            ("heatmap", {"PREMISES": str(DATA / "locaux.gpkg"), **SURVEY, **STREETS}, ["heatmap_contours", "heatmap_bands"],
             ["vacancy_heatmap", "vacancy_density", "premises_density"])):
        project = QgsProject.instance()
        project.clear()
        given = {k: str(v) for k, v in parameters.items()}
        results = processing.runAndLoadResults(f"vitrine:{verb}", {**given, "OUTPUT": str(folder / verb)}, feedback=Feedback())
        tree = [node.layer() for node in project.layerTreeRoot().findLayers()]
        names = [pathlib.Path(layer.source().split("|")[0]).stem if "layername=" not in layer.source() else layer.source().split("layername=")[1] for layer in tree]
        shown = dict(zip(names, tree))
        for name in rules:
            assert shown[name].renderer().type() == "RuleRenderer", (name, shown[name].renderer().type())
            assert results[f"LAYER_{name.upper()}"] == shown[name].source()
        for name in raster:
            assert shown[name].renderer().type() == "singlebandpseudocolor", name
        told = [name for name in names if name in rules + raster]
        assert told == rules + raster, names  # from the top of the tree
        visible = {name for name, node in zip(names, project.layerTreeRoot().findLayers()) if node.isVisible()}
        assert visible == ({"premises", "street_vacancy", "total_vacancy"} if verb == "vacancy" else {"heatmap_contours", "vacancy_heatmap"}), visible
        titles = dict(rows(folder / verb, "SELECT table_name, description FROM gpkg_contents WHERE table_name = ?", rules[0])[0].items())
        assert shown[rules[0]].name() == titles["description"]
        project.clear()


def test_parameters_speak_french_when_qgis_does():
    from vitrine_processing import words
    from qgis.core import QgsApplication
    registry = QgsApplication.processingRegistry()
    try:
        for words.french, name, label in ((True, "Vacance commerciale par rue", "Locaux commerciaux : nom de la rue"),
                                          (False, "Vacancy of shops per street", "Premises: street name")):
            algorithm = registry.algorithmById("vitrine:vacancy").create()
            assert algorithm.displayName() == name and algorithm.parameterDefinition("PREMISES_STREET").description() == label
            assert algorithm.parameterDefinition("PREMISES_STREET").help().endswith("layers.premises.fields.street.")
            for verb in ("vacancy", "heatmap", "friche", "land"):
                algorithm = registry.algorithmById(f"vitrine:{verb}").create()
                silent = [p.name() for p in algorithm.parameterDefinitions() if not p.help()]
                assert not silent and algorithm.shortHelpString() and not algorithm.icon().isNull(), silent
    finally:
        words.french = False


def test_the_setting_says_where_the_program_is(folder):
    from processing.core.ProcessingConfig import ProcessingConfig
    program = folder / "elsewhere"
    program.write_text(f'#!/bin/sh\ntouch "{folder}/used"\nexec "{VITRINE}" "$@"\n')
    program.chmod(0o755)
    try:
        ProcessingConfig.setSettingValue("VITRINE_EXECUTABLE", str(program))
        call("vacancy", folder / "out", PREMISES=DATA / "locaux.gpkg", **SURVEY, **STREETS)
        assert (folder / "used").exists()
        (folder / "plain").write_text("no program")
        ProcessingConfig.setSettingValue("VITRINE_EXECUTABLE", str(folder / "plain"))
        try:
            call("vacancy", folder / "no", PREMISES=DATA / "locaux.gpkg", **SURVEY, **STREETS)
        except Exception as why:
            assert str(folder / "plain") in str(why), why
        else:
            raise AssertionError("ran a text")
    finally:
        ProcessingConfig.setSettingValue("VITRINE_EXECUTABLE", "")


if __name__ == "__main__":
    prepare()
    application = start_qgis()
    status = 1
    try:
        run(globals())
    except SystemExit as end:
        status = int(end.code)
    atexit._run_exitfuncs()
    sys.stdout.flush()
    os._exit(status)  # not sys.exit: QGIS may crash while Python takes its objects down
