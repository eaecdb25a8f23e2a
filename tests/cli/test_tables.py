"""tables.xlsx and LAYER.csv: every cell is the GeoPackage's, typed as a spreadsheet types it, and nothing in them runs.

contract.md, section 3. XLSX is read as what it is, XML in a ZIP (ECMA-376); expectations come from the GeoPackage beside it, which other
tests hold against hand calculations, from the formats' own definitions, or from a town drawn here."""
import csv
import datetime
import decimal
import io
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *
from town import *

KEPT = tempfile.TemporaryDirectory(prefix="vitrine-test-")
DEMO_STUDY = DEMO / "etude_2026.yaml"
TABLES = ("--set", "export.formats=[gpkg, xlsx, csv]")
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
      "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "dcterms": "http://purl.org/dc/terms/"}


def demo(lang="fr"):
    """The demo town's tables, made once a language."""
    out = pathlib.Path(KEPT.name) / lang
    if not out.exists():
        done("run", DEMO_STUDY, "-o", out, *TABLES, "--set", f"lang={lang}")
    return out


# --- reading -----------------------------------------------------------------------------------------------------


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def unescape(text):
    """ECMA-376, ST_Xstring: _x000D_ is the character."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)


class Book:
    """Sheets by name, as {(row, column): (value, number format)}; text is str, a number is float."""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        assert self.zip.testzip() is None
        self.xml = {n: ElementTree.fromstring(self.zip.read(n)) for n in self.zip.namelist() if n.endswith((".xml", ".rels"))}
        book, styles = self.xml["xl/workbook.xml"], self.xml["xl/styles.xml"]
        custom = {int(n.get("numFmtId")): n.get("formatCode") for n in styles.iterfind(".//m:numFmt", NS)}
        known = {0: "General", 1: "0", 3: "#,##0", 4: "#,##0.00", 49: "@", 10: "0.00%"}
        self.formats = [custom.get(int(x.get("numFmtId")), known.get(int(x.get("numFmtId")))) for x in styles.iterfind("m:cellXfs/m:xf", NS)]
        targets = {r.get("Id"): "xl/" + r.get("Target") for r in self.xml["xl/_rels/workbook.xml.rels"]}
        self.sheets = {s.get("name"): self.xml[targets[s.get(f"{{{NS['r']}}}id")]] for s in book.iterfind("m:sheets/m:sheet", NS)}

    def cells(self, name):
        found = {}
        for c in self.sheets[name].iterfind(".//m:c", NS):
            letters, row = re.fullmatch(r"([A-Z]+)(\d+)", c.get("r")).groups()
            form = self.formats[int(c.get("s", 0))]
            kind, v, text = c.get("t", "n"), c.find("m:v", NS), c.find("m:is", NS)
            assert kind in ("n", "inlineStr"), kind
            assert c.find("m:f", NS) is None, f"a formula in {name}!{c.get('r')}"
            if text is not None:
                found[int(row) - 1, column_number(letters)] = unescape("".join(text.itertext())), form
            elif v is not None:
                found[int(row) - 1, column_number(letters)] = float(v.text), form
        return found

    def table(self, name):
        """Rows as dictionaries by heading, cells as (value, format); a cell that is not there is None."""
        cells = self.cells(name)
        head = {c: v for (r, c), (v, _) in cells.items() if r == 0}
        assert len(set(head.values())) == len(head), "two headings alike"
        last = max(r for r, _ in cells)
        return [{head[c]: cells.get((r, c)) for c in head} for r in range(1, last + 1)]


def labels(lang="fr"):
    """{(layer or None, column): (unit, label)} of the column table."""
    text = (ROOT / "src" / "write" / "columns.c").read_text(encoding="utf-8")
    found = {}
    for layer, name, unit, fr, en in re.findall(r'^    \{(NULL|"\w+"), "(\w+\*?)", "([^"]*)", "([^"]*)", "([^"]*)"', text, re.M):
        found[None if layer == "NULL" else layer.strip('"'), name] = unit, fr if lang == "fr" else en
    return found


def titles(lang="fr"):
    text = (ROOT / "src" / "write" / "columns.c").read_text(encoding="utf-8")
    found = {name: fr if lang == "fr" else en for name, fr, en in re.findall(r'^    \{"(\w+)", "([^"]*)", "([^"]*)", "[^"]*",\n', text, re.M)}
    found["street_centre_vacancy"] = "Taux par rue et centre" if lang == "fr" else "Rate per street and centre"
    return found


def layers(out):
    return [r["table_name"] for r in rows(out, "SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles' ORDER BY rowid")]


def columns(out, layer):
    """(name, declared type) in order, without what is the GeoPackage's own."""
    return [(c["name"], c["type"]) for c in rows(out, f'PRAGMA table_info("{layer}")') if c["name"] not in ("fid", "geom")]


def day(text):
    """Excel's number of a day."""
    return (datetime.date.fromisoformat(text) - datetime.date(1899, 12, 30)).days


# --- tables.xlsx -------------------------------------------------------------------------------------------------


def test_a_sheet_a_layer_in_both_languages():
    for lang, first in (("fr", ["À lire", "Rues les plus vacantes"]), ("en", ["Read me", "Most vacant streets"])):
        book = Book(demo(lang) / "tables.xlsx")
        equal(sorted(book.sheets), sorted(first + [titles(lang)[layer] for layer in layers(demo(lang))]))
        equal(list(book.sheets)[:2], first)
        assert all(len(name) <= 31 for name in book.sheets)


def words_of_codes(lang):
    """{(column, code): word} of src/study/words.c."""
    table = re.findall(r'^    \{"(\w+)", "(\w+)", "([^"]+)", "([^"]+)"\},$', (ROOT / "src" / "study" / "words.c").read_text(encoding="utf-8"), re.M)
    assert len(table) > 80, len(table)
    return {(column, code): en if lang == "en" else fr for column, code, fr, en in table}


def test_codes_are_told_in_words():
    """By hand: the demo's status, term and bucket; and no code of ours is left without a word."""
    book = Book(demo() / "tables.xlsx")
    found = {label: {r[label][0] for r in book.table(sheet) if r[label]} for sheet, label in
             ((titles("fr")["premises"], "Situation"), (titles("fr")["premises"], "Durée de la vacance"), (titles("fr")["land_balance"], "Poste du bilan"))}
    equal(found["Situation"], {"occupé", "vacant", "en travaux", "réserve", "converti", "inconnu"})
    equal(found["Durée de la vacance"], {"frictionnelle", "longue", "structurelle", "persistante", "inconnue"})
    equal(found["Poste du bilan"], {"offre immédiate", "engagé", "offre future", "recyclage", "densification", "consommé", "neutralisé"})
    closed = {"premises": ("status", "side", "match", "frontage_source", "term", "gi_class", "moran_class"), "land_unit": ("occupancy", "evidence"), "to_check": ("reason",),
              "land_balance": ("bucket", "artificial", "scope"), "rejects": ("severity", "layer"), "friche_criteria": ("source", "criterion"), "friche_potential": ("best_use",),
              "land_evidence": ("source", "state"), "street_mix": ("unit",), "heatmap_contours": ("level",)}
    words = words_of_codes("fr")
    for layer, names in closed.items():
        for name in names:
            for row in rows(demo(), f'SELECT DISTINCT "{name}" code FROM "{layer}" WHERE "{name}" IS NOT NULL'):
                assert (name, row["code"]) in words, (layer, name, row["code"])


def test_every_cell_of_every_layer_equals_the_geopackage():
    """All layers, all cells, both languages: numbers to 16 digits (%.16G), texts as they are, codes and booleans in words, whole days as days, NULL as no cell."""
    compared = 0
    for lang, words in (("fr", ("non", "oui")), ("en", ("no", "yes"))):
        out, book, codes = demo(lang), Book(demo(lang) / "tables.xlsx"), words_of_codes(lang)
        for layer in layers(out):
            names = columns(out, layer)
            cells = book.cells(titles(lang)[layer])
            records = rows(out, f'SELECT * FROM "{layer}" ORDER BY fid')
            equal(max(r for r, _ in cells), len(records))
            for r, record in enumerate(records, 1):
                for c, (name, kind) in enumerate(names):
                    value, got = record[name], cells.get((r, c))
                    where = layer, r, name, value, got
                    compared += 1
                    if value is None or value == "":
                        assert got is None, where
                    elif kind == "BOOLEAN":
                        assert got[0] == words[value], where
                    elif isinstance(value, str):
                        assert got[0] == codes.get((name, value), value) or got[0] == day(value) and "yy" in got[1], where
                        assert isinstance(got[0], float) or got[1] == "@", where
                    else:
                        assert isinstance(got[0], float) and abs(got[0] - value) <= 1e-15 * abs(value), where
    assert compared > 100_000, compared


def test_headings_are_the_labels():
    for lang in ("fr", "en"):
        book, label = Book(demo(lang) / "tables.xlsx"), labels(lang)
        for layer in ("street_vacancy", "total_vacancy", "premises", "land_balance", "rejects"):
            cells = book.cells(titles(lang)[layer])
            for c, (name, _) in enumerate(columns(demo(lang), layer)):
                equal(cells[0, c][0], (label.get((layer, name)) or label[None, name])[1])


def test_percent_dates_and_numbers_have_their_formats():
    for lang, percent, date in (("fr", "0.0\\ %", "dd/mm/yyyy"), ("en", "0.0%", "yyyy-mm-dd")):
        out, book, label = demo(lang), Book(demo(lang) / "tables.xlsx"), labels(lang)
        form = {"share": percent, "m2": "#,##0", "m": "#,##0.0", "ha": "#,##0.00"}
        seen = set()
        for layer in layers(out):
            cells = book.cells(titles(lang)[layer])
            for c, (name, kind) in enumerate(columns(out, layer)):
                unit = (label.get((layer, name)) or label.get((None, name)) or [""])[0]
                for value, got in [v for (r, at), v in cells.items() if at == c and r > 0]:
                    if kind == "MEDIUMINT" or kind == "INTEGER":
                        equal(got, "0")
                    elif unit in form and kind == "REAL":
                        equal((layer, name, got), (layer, name, form[unit]))
                        seen.add(unit)
                    elif isinstance(value, float) and kind.startswith("TEXT"):
                        equal(got, date)
                        seen.add("date")
        equal(seen, {*form, "date"})
        since = book.table(titles(lang)["premises"])
        name = label[None, "vacant_since"][1]
        equal(sum(isinstance(r[name][0], float) for r in since if r[name]),
              rows(out, "SELECT COUNT(*) n FROM premises WHERE length(vacant_since) = 10")[0]["n"])


def test_filters_frozen_heads_and_widths():
    book = Book(demo() / "tables.xlsx")
    for name, sheet in book.sheets.items():
        if name == "À lire":
            continue
        pane = sheet.find("m:sheetViews/m:sheetView/m:pane", NS)
        equal((pane.get("ySplit"), pane.get("xSplit"), pane.get("state"), pane.get("topLeftCell")), ("1", None, "frozen", "A2"))
        cells = book.cells(name)
        last_row, last = max(r for r, _ in cells), max(c for r, c in cells if r == 0)
        ref = sheet.find("m:autoFilter", NS).get("ref")
        letters, bottom = re.fullmatch(r"A1:([A-Z]+)(\d+)", ref).groups() if ":" in ref else ("A", "1")
        equal((column_number(letters), int(bottom)), (last, last_row + 1))
        assert all(9 < float(c.get("width")) < 50 for c in sheet.iterfind("m:cols/m:col", NS))
    views = [s.find("m:sheetViews/m:sheetView", NS).get("tabSelected") for s in book.sheets.values()]
    equal(views, ["1"] + [None] * (len(views) - 1))


def test_the_chart_shows_the_ten_worst_streets_with_premises_enough():
    book = Book(demo() / "tables.xlsx")
    worst = rows(demo(), "SELECT street_name, rate, rate_ci_low, rate_ci_high, vacant, stock FROM street_vacancy WHERE enough AND vacant > 0 "
                         "ORDER BY rate DESC, vacant DESC, fid LIMIT 10")
    shown = book.table("Rues les plus vacantes")
    equal(len(shown), 10)
    for expected, got in zip(worst, shown):
        values = [v[0] for v in got.values()]
        equal(values[0], expected["street_name"])
        for a, b in zip(values[1:], list(expected.values())[1:]):
            close(a, b)
    chart = book.xml["xl/charts/chart1.xml"]
    equal(chart.find(".//c:barDir", NS).get("val"), "bar")
    equal([f.text for f in chart.iterfind(".//c:cat//c:f", NS)], ["'Rues les plus vacantes'!$A$2:$A$11"])
    equal([f.text for f in chart.iterfind(".//c:val//c:f", NS)], ["'Rues les plus vacantes'!$B$2:$B$11"])
    equal(len([n for n in book.zip.namelist() if "charts/chart" in n]), 1)
    drawn = book.sheets["Rues les plus vacantes"].find("m:drawing", NS)
    assert drawn is not None


def test_no_chart_without_a_rate_to_show(folder):
    out = town(folder, [street("s1", "Rue Haute", (0, 0), (100, 0))], shops("VO", "Rue Haute"), *TABLES)
    book = Book(out / "tables.xlsx")
    assert "Rues les plus vacantes" not in book.sheets and not [n for n in book.zip.namelist() if "chart" in n]


def test_read_me_says_what_was_rejected_and_where_it_comes_from():
    """Counts by the ledger of run.json; links lead to sheets."""
    book, ledger = Book(demo() / "tables.xlsx"), json.loads((demo() / "run.json").read_text(encoding="utf-8"))["ledger"]
    cells = book.cells("À lire")
    by_row = [{c: cells[r, c][0] for c in range(3) if (r, c) in cells} for r in range(max(r for r, _ in cells) + 1)]
    equal(by_row[0][0], "Vernoise-les-Forges, relevé de juin 2026")
    assert "30/06/2026" in by_row[1][0] and "vitrine 0.1.0" in by_row[1][0]
    text = "\n".join(" | ".join(str(v) for v in row.values()) for row in by_row)
    for layer, account in ledger.items():
        line = [row for row in by_row if row.get(0) == layer and row.get(2, "").startswith("objets lus")]
        equal([row[1] for row in line], [account["read"]])
        equal(re.findall(r"\d+", line[0][2]), [str(account[k]) for k in ("used", "filtered", "rejected")])
        at = by_row.index(line[0])
        told = {}
        for row in by_row[at + 1:]:
            if not row.get(0, "").startswith("    "):
                break
            told[row[0].strip()] = row[1]
        equal(told, {**account["rejected_codes"], **account["notices"]})
    for said in ("Données fictives, Licence MIT", "locaux_2026.csv", "heatmap.network", "Au moins 5 locaux", "Situation inconnue | 24"):
        assert said in text, (said, text)
    counts = {row[0]: row.get(1) for row in by_row if row.get(0) in book.sheets}
    equal(set(counts), set(book.sheets) - {"À lire"})
    equal(counts["Locaux commerciaux"], rows(demo(), "SELECT COUNT(*) n FROM premises")[0]["n"])
    links = [l.get("location") for l in book.sheets["À lire"].iterfind(".//m:hyperlink", NS)]
    equal([l.rsplit("!", 1)[0].strip("'").replace("''", "'") for l in links], list(book.sheets)[1:])


def test_codes_stay_text_and_long_numbers_whole(folder):
    """01004, 1E5 and a SIRET of 14 digits are ids; a kept integer of 17 digits is no number that Excel could hold, one of 14 is."""
    premises = [shop(id, "V", x, 5, "Rue Haute") for id, x in (("01004", 10), ("1E5", 20), ("12345678901234", 30))]
    study = draw(folder, [street("007", "Rue Haute", (0, 0), (100, 0), code=75056123456789012, siret=12345678901234)], premises)
    text = study.read_text(encoding="utf-8").replace("name: name}}", "name: name}, keep: [code, siret]}")
    study.write_text(text, encoding="utf-8")
    done("run", study, "-o", folder / "out", *TABLES)
    book = Book(folder / "out" / "tables.xlsx")
    cells, of_street = book.cells("Locaux commerciaux"), book.table("Taux de vacance par rue")[0]
    equal(sorted(v for (r, c), v in cells.items() if c == 0 and r), [("01004", "@"), ("12345678901234", "@"), ("1E5", "@")])
    equal((of_street["Identifiant de la rue"], of_street["code"], of_street["siret"]), (("007", "@"), ("75056123456789012", "@"), (12345678901234, "0")))


def test_long_and_odd_texts(folder):
    """32,767 characters (UTF-16) a cell, whole characters; controls and what looks like their escape come back as they were; nothing but XML in the XML."""
    odd = ["_x0041_", "a\x01b", "tab\there", "line\nbreak", "  spaces  ", "\uffff|\ufffe", "<&>\"'", "😀" * 20000, "é" * 40000]
    premises = [shop(f"p{i}", "O", 10 + i, 5, "Rue Haute", name=name) for i, name in enumerate(odd)]
    study = draw(folder, [street("s1", "Rue Haute", (0, 0), (100, 0))], premises)
    ran = done("run", study, "-o", folder / "out", *TABLES)
    stored = {r["premises_id"]: r["name"] for r in rows(folder / "out", "SELECT premises_id, name FROM premises")}
    got = {r["Identifiant du local"][0]: r["Enseigne"][0] for r in Book(folder / "out" / "tables.xlsx").table("Locaux commerciaux")}
    for id in ("p0", "p1", "p2", "p3", "p4", "p6"):
        equal(got[id], stored[id])
    equal(got["p5"], "\ufffd|\ufffd")
    equal((got["p7"], got["p8"]), ("😀" * 16383, "é" * 32767))
    assert "32,767" in ran.err and "2 cells cut" in ran.err, ran.err
    assert any("2 cellules sont coupées" in str(v) for v, _ in Book(folder / "out" / "tables.xlsx").cells("À lire").values())


# --- CSV ---------------------------------------------------------------------------------------------------------


def read_csv(path, lang):
    raw = path.read_bytes()
    equal(raw.startswith(b"\xef\xbb\xbf"), lang == "fr")
    text = raw.decode("utf-8-sig")
    assert text.endswith("\r\n")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if lang == "fr" else ",", strict=True))


def plain(text):
    """Without the apostrophe that keeps a formula from running."""
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@\t\r\n") else text


def test_csv_of_every_layer_equals_the_geopackage():
    """Whole rows. For machines the same doubles, digit for digit; for people to 12 significant digits (rounded anew, by decimal), codes in words."""
    twelve = decimal.Context(prec=12)
    for lang, words in (("fr", ("non", "oui")), ("en", ("false", "true"))):
        out, label, told = demo(lang), labels(lang), 0
        codes = words_of_codes("fr") if lang == "fr" else {}
        equal(sorted(p.stem for p in out.glob("*.csv")), sorted(layers(out)))
        for layer in layers(out):
            table_, names = read_csv(out / f"{layer}.csv", lang), columns(out, layer)
            if lang == "en":
                equal(table_[0], [name for name, _ in names])
            else:
                equal(table_[0][0], (label.get((layer, names[0][0])) or label[None, names[0][0]])[1])
                assert len(set(table_[0])) == len(names)
            records = rows(out, f'SELECT * FROM "{layer}" ORDER BY fid')
            equal(len(table_) - 1, len(records))
            for record, got in zip(records, table_[1:]):
                equal(len(got), len(names))
                for (name, kind), cell in zip(names, got):
                    value = record[name]
                    if value is None:
                        equal(cell, "")
                    elif kind == "BOOLEAN":
                        equal(cell, words[value])
                    elif isinstance(value, str):
                        equal(plain(cell), codes.get((name, value), value))
                        told += (name, value) in codes
                    else:
                        assert "." not in cell if lang == "fr" else "," not in cell, cell
                        read = decimal.Decimal(cell.replace(",", "."))
                        equal(read, twelve.create_decimal(decimal.Decimal(value))) if lang == "fr" else equal(float(read), value)
        assert (told > 100) == (lang == "fr")


def test_csv_for_people_tells_codes_in_words_but_no_kept_field(folder):
    """By hand: one premises under works, and a field of the source that bears the name of a column of ours and holds one of its codes."""
    study = draw(folder, [street("s1", "Rue", (0, 0), (100, 0))], [shop("p1", "W", 10, 5, "Rue", bucket="future")])
    study.write_text(study.read_text(encoding="utf-8").replace(", bucket: bucket", "").replace("    status:\n", "    keep: [bucket]\n    status:\n"), encoding="utf-8")
    for lang, words in (("fr", {"en travaux", "nom"}), ("en", {"works", "name"})):
        done("run", study, "-o", folder / lang, *TABLES, "--set", f"lang={lang}")
        line = read_csv(folder / lang / "premises.csv", lang)[1]
        assert words < set(line) and "future" in line, line


def test_csv_as_ogr_reads_it():
    """GDAL's driver, which knows nothing of us: rows and rates of both manners."""
    from osgeo import gdal, ogr
    gdal.UseExceptions()
    expected = {r["street_id"]: (r["rate"], r["premises"]) for r in rows(demo("fr"), "SELECT street_id, rate, premises FROM street_vacancy")}
    for lang, names in (("fr", ("Identifiant de la rue", "Taux de vacance", "Locaux relevés")), ("en", ("street_id", "rate", "premises"))):
        source = ogr.Open(str(demo(lang) / "street_vacancy.csv"))
        got = {}
        for feature in source.GetLayer(0):
            id, rate, n = (feature.GetField(name) for name in names)
            got[id] = float(rate.replace(",", ".")) if rate else None, int(n)
        if lang == "fr":  # rounded for people, half a unit of the twelfth digit at most
            equal({id: n for id, (_, n) in got.items()}, {id: n for id, (_, n) in expected.items()})
            assert all(rate is None if want is None else abs(rate - want) <= 5e-13 for (rate, _), (want, _) in zip((got[id] for id in expected), expected.values()))
        else:
            equal(got, expected)


# --- formulas ----------------------------------------------------------------------------------------------------

FORMULAS = ["=1+1", "+ de Fleurs", "-5", "@SUM(A1)", "=HYPERLINK(\"http://example.org\";\"x\")", "=cmd|' /C calc'!A0", "\t=1", "'=1", "a=1", "-"]


def inert_town(folder, lang):
    premises = [shop(f"={i}", "V" if i % 2 else "O", 10 + i, 5, "=Rue", name=name) for i, name in enumerate(FORMULAS)]
    text = draw(folder, [street("+s1", "=Rue", (0, 0), (100, 0))], premises)
    done("run", text, "-o", folder / lang, *TABLES, "--set", f"lang={lang}")
    return folder / lang


def test_cells_that_begin_as_formulas_are_inert(folder):
    """In XLSX text (Book refuses formulas), in CSV quoted behind an apostrophe; numbers below zero have none."""
    for lang, sheet in (("fr", "Locaux commerciaux"), ("en", "Commercial premises")):
        out = inert_town(folder, lang)
        stored = [r["name"] for r in rows(out, "SELECT name FROM premises ORDER BY fid")]
        book = Book(out / "tables.xlsx")
        heading = "Enseigne" if lang == "fr" else "Trading name"
        equal([r[heading] for r in book.table(sheet)], [(name, "@") for name in stored])
        for name in book.sheets:
            book.cells(name)
        raw = (out / "premises.csv").read_bytes().decode("utf-8-sig")
        cells = [c for line in read_csv(out / "premises.csv", lang)[1:] for c in line]
        for name in ("=1+1", "+ de Fleurs", "-5", "@SUM(A1)"):
            assert name in stored and f"\"'{name}\"" in raw, (name, raw)
        numbers = re.compile(r"-?[\d.,]+(e-?\d+)?")
        assert not [c for c in cells if c[:1] in tuple("=+-@\t\r") and not numbers.fullmatch(c)], cells
    lines = read_csv(demo("fr") / "street_vacancy.csv", "fr")
    z = [line[lines[0].index("Gi* (écart réduit)")] for line in lines[1:]]
    assert any(v.startswith("-") for v in z) and not any(v.startswith("'") for v in z)


def test_libreoffice_reads_both(folder):
    """A second reader, where it is at hand: the rate, and that nothing was computed."""
    soffice = shutil.which("soffice")
    if not soffice:
        raise Skip("no LibreOffice")
    out = inert_town(folder, "fr")
    done("run", DEMO_STUDY, "-o", folder / "demo", *TABLES)
    for source, sheet in ((out, 3), (folder / "demo", 4)):
        subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                        f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,{sheet}", "--outdir", folder / source.name,
                        source / "tables.xlsx"], check=True, capture_output=True, timeout=200,
                       env={**os.environ, "LC_ALL": "C.UTF-8"})
    named = [list(csv.DictReader(open(p, encoding="utf-8"))) for p in sorted((folder / "fr").glob("tables-*.csv"))][0]
    equal([r["Enseigne"] for r in named], [r["name"] for r in rows(out, "SELECT name FROM premises ORDER BY fid")])
    streets = [list(csv.DictReader(open(p, encoding="utf-8"))) for p in sorted((folder / "demo").glob("tables-*.csv"))][0]
    expected = rows(folder / "demo", "SELECT street_id, rate FROM street_vacancy ORDER BY fid")
    equal([r["Identifiant de la rue"] for r in streets], [r["street_id"] for r in expected])
    for got, row in zip(streets, expected):
        if row["rate"] is not None:
            close(float(got["Taux de vacance"].rstrip("%")) / 100, row["rate"])


# --- bytes, disks, secrets ---------------------------------------------------------------------------------------


def test_same_bytes_later_elsewhere_in_french_on_one_thread_and_two(folder):
    """Not the clock, the time zone, the temporary folder, the locale, the folder, nor the number of threads."""
    expected = snapshot(demo())
    ways = {"1": ({}, ["--threads", 1]), "2": ({}, ["--threads", 2]), "7": ({}, ["--threads", 7]),
            "déjà vu": ({**french(folder), "LANGUAGE": "fr", "TZ": "Pacific/Kiritimati", "TMPDIR": str(folder / "nowhere")}, [])}
    for name, (env, more) in ways.items():
        done("run", DEMO_STUDY, "-o", folder / name, *TABLES, "--set", "lang=fr", *more, env=env)
        got = snapshot(folder / name)
        equal(sorted(got), sorted(expected))
        equal([n for n in got if got[n] != expected[n]], [])
    with zipfile.ZipFile(folder / "1" / "tables.xlsx") as archive:
        equal({i.date_time[:1] for i in archive.infolist()}, {(1980,)})


def test_same_bytes_from_a_program_with_decimal_commas(folder):
    """The library inside a program that sets its whole locale to French, as QGIS does, also while it runs: no 0,5 in the XML."""
    env = french(folder)
    library = pathlib.Path(VITRINE).resolve().parents[1] / "src" / "libvitrine.so"
    if "asan" in VITRINE or not library.exists():
        raise Skip("the sanitizer's library, or none")
    program = """if True:
        import ctypes, locale, sys
        vitrine = ctypes.CDLL(sys.argv[1])
        vitrine.vitrine_context_new.restype, vitrine.vitrine_message.restype = ctypes.c_void_p, ctypes.c_char_p
        context = ctypes.c_void_p(vitrine.vitrine_context_new())
        decimal = lambda: locale.localeconv()["decimal_point"]

        @ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_double)
        def progress(user, stage, done):  # GDAL sets the locale back when it registers its drivers
            locale.setlocale(locale.LC_ALL, "")
            return decimal() == ","

        vitrine.vitrine_set_progress(context, progress, None)
        study = ctypes.c_void_p()
        failed = vitrine.vitrine_study_load(context, sys.argv[2].encode(), ctypes.byref(study)) or \
            vitrine.vitrine_study_set(context, study, b"export.formats", b"[gpkg, xlsx, csv]") or \
            vitrine.vitrine_study_set(context, study, b"lang", b"fr") or \
            vitrine.vitrine_run(context, study, sys.argv[3].encode(), False, None)
        assert decimal() == ","
        sys.exit(vitrine.vitrine_message(context).decode() if failed else 0)"""
    ran = subprocess.run([sys.executable, "-c", program, library, DEMO_STUDY, folder / "out"], capture_output=True, text=True, env={**os.environ, **env})
    equal((ran.returncode, ran.stderr), (0, ""))
    got, expected = snapshot(folder / "out"), snapshot(demo())
    equal([n for n in expected if got.get(n) != expected[n]], [])


def test_the_clock_of_the_workbook(folder):
    """reference_date, SOURCE_DATE_EPOCH, or the first second of 1970 but one (0 would be now to libxlsxwriter)."""
    def created(out):
        return Book(out / "tables.xlsx").xml["docProps/core.xml"].find("dcterms:created", NS).text

    equal(created(demo()), "2026-06-30T00:00:00Z")
    study = draw(folder, [street("s1", "Rue Haute", (0, 0), (100, 0))], shops("VO", "Rue Haute"))
    done("run", study, "-o", folder / "none", *TABLES)
    done("run", study, "-o", folder / "epoch", *TABLES, env={"SOURCE_DATE_EPOCH": "86461"})
    equal((created(folder / "none"), created(folder / "epoch")), ("1970-01-01T00:00:01Z", "1970-01-02T00:01:01Z"))


def test_a_full_disk_leaves_the_old_output(folder):
    """RLIMIT_FSIZE stands for a full disk, as in test_command: wherever it strikes, one line and the old output."""
    done("run", DEMO_STUDY, "-o", folder / "out", *TABLES)
    before = snapshot(folder / "out")
    for name, formats, limits in (("tables.xlsx", "[xlsx]", (70_000, 100_000, 300_000, 500_000)), (".csv", "[csv]", (70_000, 100_000))):
        for most in limits:
            def limit():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            process = subprocess.run([VITRINE, "vacancy", str(DEMO_STUDY), "-o", str(folder / "out"), "--overwrite", "--set", f"export.formats={formats}"],
                                     preexec_fn=limit, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
            lines = [l for l in process.stderr.splitlines() if "warning" not in l]
            assert process.returncode == 1 and len(lines) == 1, (name, most, process)
            assert f"{name} cannot be written: " in lines[0], (most, lines)
            assert snapshot(folder / "out") == before
            equal([p.name for p in folder.iterdir()], ["out"])


def test_confidential_fields_are_in_no_table(folder):
    study = draw(folder, [street("s1", "Rue Haute", (0, 0), (100, 0))], [shop("a", "V", 10, 5, "Rue Haute", proprietaire="Mme Untel", etage="3")])
    text = study.read_text(encoding="utf-8").replace(", proprietaire: proprietaire, etage: etage", "").replace("    status:\n", "    keep: [proprietaire, etage]\n    status:\n")
    study.write_text(text, encoding="utf-8")
    done("run", study, "-o", folder / "out", *TABLES)
    for name, content in snapshot(folder / "out").items():
        if name == "tables.xlsx":
            content = b"".join(zipfile.ZipFile(io.BytesIO(content)).read(n) for n in zipfile.ZipFile(io.BytesIO(content)).namelist())
        if name != "run.json" and name != "vitrine.gpkg":
            assert b"Untel" not in content, name
    assert "etage" in (folder / "out" / "premises.csv").read_text(encoding="utf-8-sig")
    done("run", study, "-o", folder / "kept", *TABLES, "--set", "export.confidential=keep")
    assert "Mme Untel" in (folder / "kept" / "premises.csv").read_text(encoding="utf-8-sig")


def test_no_word_of_formats_that_are_written(folder):
    study = draw(folder, [street("s1", "Rue Haute", (0, 0), (100, 0))], shops("VO", "Rue Haute"))
    ran = done("run", study, "-o", folder / "out", *TABLES)
    assert "not written" not in ran.err, ran.err
    run_json = json.loads((folder / "out" / "run.json").read_text(encoding="utf-8"))
    assert {"tables.xlsx", "premises.csv", "rejects.csv"} <= {o["file"] for o in run_json["outputs"]}
    (folder / "out" / "mine.csv").write_bytes(b"mine")
    done("run", study, "-o", folder / "out", "--overwrite")  # ours go, the user's own stays
    equal([p.name for p in folder.glob("out/*.csv")] + [p.name for p in folder.glob("out/*.xlsx")], ["mine.csv"])


run(globals())
