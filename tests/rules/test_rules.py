#!/usr/bin/env python3
"""The rules of the house, so that it stays one (CONTRIBUTING.md says why each)."""
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

SOURCES = sorted([*ROOT.glob("src/**/*.[ch]"), *ROOT.glob("tools/*.[ch]"), *ROOT.glob("include/**/*.h")])


def includes(path):
    return re.findall(r'^#include [<"]([^>"]+)[>"]', path.read_text(encoding="utf-8"), re.M)


def room(path):
    return path.relative_to(ROOT / "src").parts[0] if path.is_relative_to(ROOT / "src") else None


def test_the_command_sees_only_the_public_headers():
    for path in ROOT.glob("tools/*.[ch]"):
        for name in includes(path):
            assert name == "cli.h" or "/" not in name or name.startswith(("vitrine/", "sys/")), (path.name, name)


def test_public_headers_include_only_plain_c():
    for path in ROOT.glob("include/vitrine/*.h"):
        for name in includes(path):
            assert name in ("stddef.h", "stdint.h", "stdbool.h") or name.startswith("vitrine/"), (path.name, name)


def test_public_headers_stand_alone(folder):
    for path in ROOT.glob("include/vitrine/*.h"):
        (folder / "one.c").write_text(f"#include <vitrine/{path.name}>\nint unused;\n")
        subprocess.run(["cc", "-std=c17", "-Wall", "-Wextra", "-pedantic", "-Werror", "-I", ROOT / "include",
                        "-fsyntax-only", folder / "one.c"], check=True)


def test_rooms_see_only_those_before_them():
    may = {"base": {"base"}, "geo": {"base", "geo"}, "study": {"base", "geo", "study"},
           "model": {"base", "study", "geo", "model"}, "read": {"base", "study", "geo", "model", "read"},
           "analyse": {"base", "study", "geo", "model", "analyse"},
           "write": {"base", "study", "geo", "model", "write"}}
    for path in ROOT.glob("src/*/**/*.[ch]"):
        for name in includes(path):
            first = name.split("/")[0]
            if first in may:
                assert first in may[room(path)], (path.name, name)


def test_each_library_has_its_door():
    doors = {"gdal.h|ogr_.*|cpl_.*": ("read/", "write/", "geo/crs.c"), "geos_c.h": ("geo/",), "proj.h": ("geo/crs.c",),
             "sqlite3.h": ("observatory/", "write/gpkg", "read/vigil.c"), "yaml.h": ("study/yaml.c",),
             "xlsxwriter.h": ("write/xlsx",)}
    for path in ROOT.glob("src/**/*.[ch]"):
        place = str(path.relative_to(ROOT / "src"))
        for name in includes(path):
            for pattern, allowed in doors.items():
                assert not re.fullmatch(pattern, name) or place.startswith(allowed), (place, name)


def test_the_library_never_prints_exits_or_sets_the_locale():
    forbidden = re.compile(r"\b(printf|puts|putchar|exit|abort|_exit|setlocale|perror)\s*\(|\bstd(out|err)\b|"
                           r"\b(strcpy|strcat|sprintf|gets|atof|atoi|strtok|system|popen)\s*\(")
    for path in ROOT.glob("src/**/*.c"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = forbidden.search(re.sub(r'"(\\.|[^"\\])*"', '""', line))
            assert not found, (path.name, number, line.strip())


def test_nothing_names_a_machine_or_a_registry():
    if not shutil.which("git"):
        raise Skip("no git")
    listed = subprocess.run(["git", "-C", ROOT, "ls-files"], capture_output=True, text=True)
    if listed.returncode:
        raise Skip("not a git checkout")
    bad = re.compile(r"/(work|root|home)/[a-z]|deb\.debian\.org|registry\.npmjs|farm-|\bsubagent", re.I)
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in (".png", ".gpkg") or not path.is_file() or path.name == "test_rules.py":
            continue
        found = bad.search(path.read_text(encoding="utf-8", errors="replace"))
        assert not found, (name, found.group())


def pattern(column):
    """A column of each use of a scheme or kind of constraint is described once: index_* for all of index_USE."""
    stem = re.match(r"(index|score|advantage|constraint|share)_", column)
    return stem.group() + "*" if stem else column


# Layers whose columns are those of a standard, which describes them itself (src/study/cnig.c).
STANDARD = ("site_eco", "terrain_eco")


def standard_columns():
    return set(re.findall(r'"((?:site|terr|pole|source|reseau|desserte|autoroute|gare|aeroport|port)_\w+)"', (ROOT / "src" / "study" / "cnig.c").read_text(encoding="utf-8")))


def run_all(folder):
    """The demo town with every layer that it can give."""
    done("run", DEMO / "etude_2026.yaml", "--set", "export.cnig=true", "-o", folder / "out")


def test_every_result_column_is_described_and_every_description_used(folder):
    run_all(folder)
    described = set()
    text = (ROOT / "src" / "write" / "columns.c").read_text(encoding="utf-8")
    for layer, name in re.findall(r'^    \{(NULL|"\w+"), "(\w+\*?)", "', text, re.M):
        described.add((None if layer == "NULL" else layer.strip('"'), name))
    used = set()
    for row in rows(folder / "out", "SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles'"):
        table = row["table_name"]
        for column in rows(folder / "out", f"PRAGMA table_info({table})"):
            if column["name"] in ("fid", "geom"):
                continue
            name = pattern(column["name"])
            key = (table, name) if (table, name) in described else (None, name)
            if table in STANDARD and key[0] is None:
                assert name in standard_columns(), (table, name)
                continue
            assert key in described, (table, column["name"])
            used.add(key)
    assert described == used, described - used


def dictionary(folder):
    """The data dictionary of README, as the GeoPackage itself tells it; the columns of all units are told once."""
    run_all(folder)
    lines, told = [], {}
    for table in rows(folder / "out", "SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles' ORDER BY rowid"):
        name = table["table_name"]
        lines += ["", f"**{name}**", "", "| column | meaning |", "| --- | --- |"]
        columns = [(pattern(c["column_name"]).replace("share_*", "share_KIND").replace("*", "USE"), c["description"]) for c in
                   rows(folder / "out", "SELECT column_name, description FROM gpkg_data_columns WHERE table_name = ? ORDER BY rowid", name)]
        columns = [c for c in dict.fromkeys(columns) if name not in STANDARD or c[1]]
        shared = [c for c in columns if told.get("street_vacancy") and c in told["street_vacancy"]]
        for column, description in columns:
            if len(shared) > 20 and (column, description) in shared:
                if (column, description) == shared[-1]:
                    lines.append(f"| {shared[0][0]} … {column} | as in street_vacancy |")
            else:
                lines.append(f"| {column} | {description.replace('|', chr(92) + '|')} |")
        if name in STANDARD:
            lines.append("| … | the other fields of the standard, in its order, as the source has them |")
        told[name] = columns
    return "\n".join(lines).strip()


def test_the_data_dictionary_in_readme_is_the_column_table(folder):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    begin, end = "<!-- dictionary -->", "<!-- /dictionary -->"
    assert begin in readme and end in readme
    told = readme.split(begin)[1].split(end)[0].strip()
    assert told == dictionary(folder), "run tests/rules/test_rules.py --dictionary and paste"


def test_every_key_that_the_demo_study_uses_is_in_params():
    known = done("params").out
    assert "layers.premises.status.field" in known and "vacancy.works" in known


def test_every_message_has_its_french(folder):
    messages = [l for l in (ROOT / "tools/po/POTFILES").read_text().splitlines() if l]
    marked = [str(p.relative_to(ROOT)) for p in SOURCES
              if p.suffix == ".c" and re.search(r'\b(_|N_)\("', p.read_text(encoding="utf-8"))]
    assert sorted(messages) == marked, set(messages) ^ set(marked)
    subprocess.run(["xgettext", "--keyword=_", "--keyword=N_", "--from-code=UTF-8", "-o", folder / "now.pot", *messages],
                   cwd=ROOT, check=True)
    french = subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", ROOT / "tools/po/fr.po", folder / "now.pot"],
                            check=True, capture_output=True, text=True).stdout
    lacking = subprocess.run(["msgattrib", "--untranslated", "--no-obsolete", "-"], input=french, check=True,
                             capture_output=True, text=True).stdout
    assert not re.search(r'^msgid "."', lacking, re.M) and lacking.count("msgid") <= 1, lacking


def test_files_and_functions_keep_to_one_idea():
    for path in SOURCES:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= 500, (path.name, len(lines))
        start = None
        for i, line in enumerate(lines):
            if re.match(r"^[A-Za-z_].*\)\s*$", line) and i + 1 < len(lines) and lines[i + 1] == "{":
                start = i
            if line == "}" and start is not None:
                assert i - start <= 75, (path.name, lines[start], i - start)
                start = None


if "--dictionary" in sys.argv:
    import tempfile
    print(dictionary(pathlib.Path(tempfile.mkdtemp())))
else:
    run(globals())
