#!/usr/bin/env python3
"""The demo town: made by its program to the byte, and counted as its construction says (verites.csv, which the
generator writes from what it builds, before any analysis)."""
import csv
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403


def test_the_committed_town_is_what_the_program_makes(folder):
    subprocess.run([sys.executable, ROOT / "tools" / "demo_town.py", folder / "town"], check=True,
                   stdout=subprocess.DEVNULL)
    assert snapshot(folder / "town") == snapshot(DEMO)


def truths(year):
    with open(DEMO / "verites.csv", encoding="utf-8-sig", newline="") as file:
        return [r for r in csv.DictReader(file, delimiter=";") if r["annee"] == str(year)]


def test_every_street_has_the_counts_it_was_built_with(folder):
    for year in (2024, 2026):
        done("run", DEMO / f"etude_{year}.yaml", "-o", folder / str(year))
        streets = {}
        for r in rows(folder / str(year), "SELECT * FROM street_vacancy"):
            streets.setdefault(r["street_name"], []).append(r)  # Rue du Moulin is in both municipalities
        built = [t for t in truths(year) if t["voie"]]
        assert len(built) > 20
        for truth in built:
            for column in ("premises", "occupied", "vacant", "works", "reserve", "converted", "unknown"):
                counts = [r[column] for r in streets[truth["voie"]]]
                assert sum(counts) == int(truth[column]), (year, truth, counts)
        without = {n for n, rs in streets.items() if not any(r["premises"] for r in rs)}
        assert without.isdisjoint(t["voie"] for t in built)
        assert all(r["rate"] is None for n in without for r in streets[n])


def test_totals_and_what_could_not_be_matched(folder):
    # by construction: 921 of 922 rows have a place; 113 vacant of 842 counted; three in a street that is not there;
    # one vacant since 2062
    done("run", DEMO / "etude_2026.yaml", "-o", folder / "out")
    total = rows(folder / "out", "SELECT * FROM total_vacancy")[0]
    assert (total["premises"], total["vacant"], total["stock"], total["unknown"]) == (921, 113, 842, 24)
    assert total["rate"] == 113 / 842
    lost = rows(folder / "out", "SELECT severity, code, feature_id FROM rejects WHERE code <> 'outside_window'")
    assert [r["code"] for r in lost] == ["null_geometry"] + ["unknown_street"] * 3 + ["future_date"], lost


def test_runs_are_those_that_were_built(folder):
    """The longest run of each side by construction; the street's is the longer one."""
    for year in (2024, 2026):
        done("run", DEMO / f"etude_{year}.yaml", "-o", folder / str(year))
        found = {}
        for r in rows(folder / str(year), "SELECT street_name, run_max FROM street_vacancy"):
            found[r["street_name"]] = max(r["run_max"], found.get(r["street_name"], 0))
        built = {t["voie"]: max(int(t["run_left"]), int(t["run_right"])) for t in truths(year) if t["voie"]}
        assert {name: found[name] for name in built} == built


def test_centres_count_what_they_cover(folder):
    done("run", DEMO / "etude_2026.yaml", "-o", folder / "out")
    centre = rows(folder / "out", "SELECT * FROM centre_vacancy")[0]
    inside = rows(folder / "out", "SELECT count(*) n FROM premises WHERE centre_id = ?", centre["centre_id"])[0]["n"]
    parts = rows(folder / "out", "SELECT sum(premises) n, sum(length_m) l FROM street_centre_vacancy")[0]
    unmatched = rows(folder / "out", "SELECT count(*) n FROM premises WHERE match = 'none' AND centre_id IS NOT NULL")[0]["n"]
    assert centre["premises"] == inside == parts["n"] + unmatched
    whole = rows(folder / "out", "SELECT sum(length_m) l FROM street_vacancy")[0]["l"]
    assert 0 < parts["l"] < whole


run(globals())
