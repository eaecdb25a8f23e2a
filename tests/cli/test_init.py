#!/usr/bin/env python3
"""vitrine init: what it recognises and what it leaves, on the demo town and on real data; the study that it writes checks."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE)]
from tap import *
from town import *


def init(folder, files, *options, name="etude.yaml"):
    """The text of the study written for the files."""
    done("init", *files, "-o", folder / name, *options)
    return (folder / name).read_text(encoding="utf-8")


def ready(text):
    """kind or kind.name: preset, of the layers that stand ready (by indentation: the writer's own form)."""
    found, kind, name = {}, None, None
    for line in text.split("layers:\n")[1].splitlines():
        if re.match(r"  [a-z_]+:", line):
            kind, name = line.strip().rstrip(":"), None
        elif re.match(r"    [a-z0-9_]+:$", line):
            name = line.strip().rstrip(":")
        elif re.match(r"\s+preset: ", line):
            found[f"{kind}.{name}" if name else kind] = line.split(": ")[1]
    return found


def checked(folder, name="etude.yaml"):
    """layer: (read, used, filtered, rejected) of the study's check, which must succeed."""
    return {words[0]: tuple(map(int, words[1:5])) for words in map(str.split, done("check", folder / name).out.splitlines()[1:])}


def test_the_demo_town(folder):
    """Zones, plots, friches and zoning bear the names of the CNIG; the rest is in comments, with the fields guessed."""
    files = sorted([*DEMO.glob("*.geojson"), DEMO / "locaux_2026.csv"])
    text = init(folder, files)
    assert ready(text) == {"zones": "cnig_sites_economiques", "plots": "cnig_sites_economiques", "friches": "cnig_friches", "zoning": "cnig_plu"}, ready(text)
    counts = checked(folder)
    assert {k: v[:2] for k, v in counts.items()} == {"zones": (2, 2), "plots": (27, 27), "friches": (12, 12), "zoning": (15, 15)}, counts
    for words in ("crs: EPSG:2154   # celui de la couche", "# reference_date: ", "À COMPLÉTER", "reconnu : préréglage cnig_plu, 2 champs trouvés sur 2",
                  "#   fields: {id: id, name: nom, municipality: commune}", "#   couches les plus proches : premises",
                  "street: voie", "status: {field: situation", "\nfriche: {}\n", "\nland: {}\n"):
        assert words.replace("#   fields", "fields") in text, words
    assert not re.search(r"[ \t]$", text, re.M), "space at the end of a line"
    done("run", folder / "etude.yaml", "-o", folder / "out")


def opened(text):
    """The blocks of layers with their "# " taken away, as the head of the study says; lines with ## stay comments."""
    return re.sub(r"^( {2,})# ", r"\1", text, flags=re.M)


def test_guessed_blocks_read_once_opened(folder):
    """The comments of streets and premises, opened and filled in as they ask, are a study of vacancy: 922 rows, one without a place."""
    text = opened(init(folder, [DEMO / "locaux_2026.csv", DEMO / "voies.geojson"]))
    (folder / "etude.yaml").write_text(text, encoding="utf-8")
    refused("check", folder / "etude.yaml", says=("layers.premises.status.values.vacant", "still to be filled in"))
    text = text.replace("vacant: […], works: […], occupied: […]}}", "vacant: [Vacant], works: [Travaux]}, otherwise: occupied}")
    text = text.replace("# reference_date", "reference_date")
    (folder / "etude.yaml").write_text(text, encoding="utf-8")
    counts = checked(folder)
    assert counts["premises"][0] == 922 and counts["premises"][3] == 1 and counts["streets"][:2] == (185, 185), counts


def test_constraints_and_places_are_drafted_with_their_kind(folder):
    """Told by the name (inondation), else to be filled in, with the words of the scheme's file; opened, friche measures them by these."""
    scheme = (ROOT / "geodata" / "schemes" / "mutafriches-1.11.yaml").read_text(encoding="utf-8")
    text = init(folder, [DEMO / "inondation.geojson", DEMO / "lieux.geojson", DEMO / "friches.geojson"])
    assert "#     kind: flood   # deviné d'après le nom\n" in text
    words = re.search(r"#     kind: …   # .* : (.*)", text).group(1).split(", ")
    assert set(words) == set(re.findall(r"measure distance_(\w+)_m\b", scheme)) and len(words) == len(set(words))
    refuses = opened(text)
    (folder / "etude.yaml").write_text(refuses, encoding="utf-8")
    refused("check", folder / "etude.yaml", says=("layers.places.lieux.kind", "still to be filled in"))
    (folder / "etude.yaml").write_text(refuses.replace("kind: …", "kind: town_hall"), encoding="utf-8")
    assert checked(folder)["constraints.inondation"][:2] == (1, 1)
    done("run", folder / "etude.yaml", "-o", folder / "out")
    assert {r["measure"] for r in rows(folder / "out", "SELECT DISTINCT measure FROM friche_measures")} >= {"share_flood", "distance_town_hall_m"}


def test_what_was_written_is_told_in_one_line(folder):
    ran = done("init", DEMO / "friches.geojson", DEMO / "zones.geojson", DEMO / "voies.geojson", "-o", folder / "etude.yaml")
    assert not ran.out and ran.err == f"{folder}/etude.yaml: layers ready: 2, to fill in: 1; next: vitrine check {folder}/etude.yaml\n", ran.err
    assert not done("init", DEMO / "zones.geojson", "-o", folder / "b.yaml", "-q").err and not done("init", DEMO / "zones.geojson").err


def test_vancouver(folder):
    """All is in degrees: the study measures in the UTM zone of the place."""
    text = init(folder, [data("vancouver", "storefronts-inventory.csv"), data("vancouver", "streets.geojson")], "--lang", "en")
    assert ready(text) == {"premises": "vancouver"} and "crs: EPSG:32610   # supposed, from where the data lie" in text, text[:900]
    assert "fields: {id: StreetID, name: streetName}" in text
    assert checked(folder) == {"premises": (16406, 16406, 0, 0)}


def test_the_crs_is_that_of_the_place(folder):
    """Longitude and latitude of Paris, Saint-Denis (Réunion), Fort-de-France, Sydney, New York: national systems, else the UTM zone of the longitude."""
    for lon, lat, code in ((2.35, 48.86, 2154), (55.45, -20.88, 2975), (-61.07, 14.6, 5490), (151.2, -33.9, 32756), (-74, 40.7, 32618)):
        ring = [[lon, lat], [lon + .001, lat], [lon + .001, lat + .001], [lon, lat]]
        geojson(folder / "z.geojson", [({"TYPEZONE": "U", "LIBELLE": "U"}, "Polygon", [ring])], epsg=None)
        assert f"\ncrs: EPSG:{code}   # supposé, d'après le lieu" in init(folder, [folder / "z.geojson"], "--overwrite"), code
        assert checked(folder) == {"zoning": (1, 1, 0, 0)}, code
    geojson(folder / "z.geojson", [({"TYPEZONE": "U", "LIBELLE": "U"}, "Polygon", [[[-9e6, 5e6], [-9e6, 5.1e6], [-8.9e6, 5e6], [-9e6, 5e6]]])], epsg=3857)
    assert "\ncrs: EPSG:2154   # supposé (France métropolitaine) : À VÉRIFIER" in init(folder, [folder / "z.geojson"], "--overwrite")


def test_cadastre(folder):
    files = [data("cadastre", f"cadastre_{code}.gpkg") for code in ("13029", "25354")]
    text = init(folder, files)
    assert ready(text) == {"parcels": "cadastre_pci", "buildings": "cadastre_pci"}, ready(text)
    assert checked(folder) == {"parcels": (389, 389, 0, 0), "buildings": (239, 239, 0, 0)}
    assert text.count("mais une étude n'a qu'une couche") == 2  # the second sheet's
    assert "layer: parcelle" in text and re.search(r"cadastre_13029\.gpkg, lieudit\n  ##   non reconnu", text)


def test_plu_and_pprt(folder):
    plan = data("plu", "30014_PLU_20171013")
    text = init(folder, sorted(plan.glob("*.shp")) + [data("plu", "pprt_69dreal20090005", "pprt_69dreal20090005.gpkg")])
    assert ready(text) == {"zoning": "cnig_plu", "frontage_rules": "cnig_plu", "constraints.zonereglementairefoncier_s": "cnig_ppr",
                           "constraints.zonereglementaireurba_s": "cnig_ppr"}, ready(text)
    assert text.count("kind: technological   # deviné d'après le nom") == 2 and "filtre du préréglage : CAST(TYPEPSC AS integer) = 22" in text
    lines = done("check", folder / "etude.yaml").out.splitlines()[1:]  # two names are cut to one
    assert sorted(tuple(map(int, line.split()[1:5])) for line in lines) == [(10, 10, 0, 0), (15, 0, 15, 0), (25, 25, 0, 0), (90, 90, 0, 0)]


def test_a_shapefile_whose_crs_has_no_code(folder):
    plan = data("plu", "241800432_PLUi_20200128")
    text = init(folder, sorted(plan.glob("*.shp")))
    assert "crs: EPSG:2154   # " in text and ready(text) == {"zoning": "cnig_plu", "frontage_rules": "cnig_plu"}
    assert checked(folder)["zoning"] == (221, 220, 0, 1)


def test_olemps(folder):
    files = [data("olemps", f"{name}.shp") for name in ("BATIMENT", "COMMUNE", "SURFACE_HYDROGRAPHIQUE", "ZONE_D_ACTIVITE_OU_D_INTERET")]
    text = init(folder, files)
    assert ready(text) == {"buildings": "bd_topo", "zones": "bd_topo"}, ready(text)
    assert checked(folder) == {"buildings": (2273, 2273, 0, 0), "zones": (21, 4, 17, 0)}
    refused("init", data("olemps", "TRONCON_DE_ROUTE.shp"), says=("TRONCON_DE_ROUTE.shp", ".dbf is missing"))


def test_openstreetmap_is_known_by_its_format(folder):
    text = init(folder, [data("redon", "redon.osm")])
    assert ready(text) == {"premises": "osm", "streets": "osm"} and "\nvacancy: {}\n" in text
    assert set(checked(folder)) == {"premises", "streets"}
    done("run", folder / "etude.yaml", "-o", folder / "out")


def test_unverified_presets_say_so_in_the_study(folder):
    """Made-up rows with the names of Sirene and of the BAN."""
    table(folder / "sirene.csv", [{"siret": "1", "etatAdministratifEtablissement": "A", "dateDebut": "2010-01-01", "dateCreationEtablissement": "2001-01-01", "x": X, "y": Y}])
    table(folder / "ban.csv", [{"id": "71998_0001_00001", "numero": 1, "rep": "", "nom_voie": "Rue Haute", "lon": 2.3472, "lat": 48.8567}], ";")
    text = init(folder, [folder / "sirene.csv", folder / "ban.csv"])
    assert ready(text) == {"establishments": "sirene", "places.ban": "ban"}, text
    assert text.count("préréglage non vérifié") == 2 and "aussi premises" in text
    assert checked(folder) == {"establishments": (1, 1, 0, 0), "places.ban": (1, 1, 0, 0)}


def test_the_stock_without_coordinates_is_not_taken_for_a_layer(folder):
    table(folder / "stock.csv", [{"siret": "1", "etatAdministratifEtablissement": "A", "dateDebut": "2010-01-01", "dateCreationEtablissement": "2001-01-01"}])
    done("init", folder / "stock.csv", "-o", folder / "etude.yaml")
    assert ready((folder / "etude.yaml").read_text(encoding="utf-8")) == {}


def test_sources_are_named_from_where_the_study_stands(folder):
    for name in ("a/data", "b"):
        (folder / name).mkdir(parents=True)
    shutil.copy(DEMO / "zonage.geojson", folder / "a" / "data" / "zonage.geojson")
    for out, name in (("etude.yaml", "a/data/zonage.geojson"), ("a/etude.yaml", "data/zonage.geojson"), ("b/etude.yaml", "../a/data/zonage.geojson"),
                      ("a/data/etude.yaml", "zonage.geojson")):
        done("init", "a/data/zonage.geojson", "-o", out, cwd=folder)
        assert f"    source: {name}\n" in (folder / out).read_text(encoding="utf-8"), out
        assert checked(folder, out) == {"zoning": (15, 15, 0, 0)}
    assert "source: a/data/zonage.geojson" in done("init", "a/data/zonage.geojson", cwd=folder).out


def test_names_of_any_kind(folder):
    """A space, a quote, an accent and # in a file's name; a field with a line break; a layer picked by name."""
    for name in ('zone d\'été "1" # a.geojson', "zones: ça.geojson"):
        (folder / name).write_bytes((DEMO / "zonage.geojson").read_bytes())
        init(folder, [folder / name], "--overwrite")
        assert checked(folder) == {"zoning": (15, 15, 0, 0)}, name
    geojson(folder / "odd.geojson", [({"a\nlayers:": 1, "TYPEZONE": "U", "LIBELLE": "x"}, "Polygon", [at((0, 0), (9, 0), (9, 9), (0, 0))])])
    init(folder, [folder / "odd.geojson"], "--overwrite")
    assert checked(folder) == {"zoning": (1, 1, 0, 0)}
    file = data("cadastre", "cadastre_13029.gpkg")
    text = init(folder, [f"{file}|layername=batiment"], "--overwrite")
    assert ready(text) == {"buildings": "cadastre_pci"} and "layer: batiment" in text
    assert checked(folder) == {"buildings": (239, 239, 0, 0)}
    refused("init", f"{file}|layername=nothing", says=("cadastre_13029.gpkg", 'no layer "nothing"'))


def test_the_same_files_give_the_same_text_in_any_locale(folder):
    files = [DEMO / "zones.geojson", DEMO / "locaux_2026.csv", DEMO / "voies.geojson"]
    texts = {done("init", *files, env=env).out for env in ({}, {"LANGUAGE": "fr"}, {"LC_ALL": "C", "TZ": "Asia/Tokyo"})}
    assert len(texts) == 1 and "reconnu : " in texts.pop()
    assert "recognised: " in done("init", *files, "--lang", "en").out


def test_an_existing_study_is_kept(folder):
    path = folder / "etude.yaml"
    path.write_text("mine\n")
    refused("init", DEMO / "zones.geojson", "-o", path, says=("etude.yaml", "--overwrite"))
    assert path.read_text() == "mine\n" and os.listdir(folder) == ["etude.yaml"]
    init(folder, [DEMO / "zones.geojson"], "--overwrite")
    assert checked(folder) == {"zones": (2, 2, 0, 0)} and os.listdir(folder) == ["etude.yaml"]


def test_nonsense_is_one_line_and_leaves_nothing(folder):
    (folder / "a.txt").write_text("nothing")
    (folder / "b.gpkg").write_text("not a database")
    (folder / "c.geojson").write_text("{")
    (folder / "d.csv").write_text("")
    (folder / "e").mkdir()
    for name, says in (("a.txt", "unknown format"), ("b.gpkg", "not what .gpkg files hold"), ("c.geojson", "cannot be opened"), ("d.csv", "is empty"),
                       ("e", "a folder"), ("none.shp", "no such file"), ("/vsicurl/a.shp", "only local files"), ("PG:dbname=a", "only files")):
        refused("init", DEMO / "zones.geojson", name if "/" in name or ":" in name else folder / name, "-o", folder / "etude.yaml", says=("init: ", says))
        assert not (folder / "etude.yaml").exists(), name
    refused("init", DEMO / "zones.geojson", "-o", folder / "nowhere" / "etude.yaml", says=("nowhere", "no such folder"))
    refused("init", status=2, says=("name the files",))
    refused("init", DEMO / "zones.geojson", "--lang", "de", status=2, says=("de", "fr or en"))


def test_nothing_recognised_is_said(folder):
    table(folder / "t.csv", [{"a": 1, "b": 2}])
    ran = done("init", folder / "t.csv", "-o", folder / "etude.yaml")
    assert "no layer is recognised" in ran.err and len(ran.err.splitlines()) == 2
    assert "aucune couche ne s'en approche" in (folder / "etude.yaml").read_text(encoding="utf-8")
    assert "a, b" in (folder / "etude.yaml").read_text(encoding="utf-8")
    assert vitrine("check", folder / "etude.yaml").status == 3


run(globals())
