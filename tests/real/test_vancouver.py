#!/usr/bin/env python3
"""Vancouver's storefronts: 16,406 premises of two years on 10,219 segments.

Expected counts: those of the data's own description, made apart from any tool here (vacant and total by the
`Street name - Parcel` field), and the oracle of tests/oracle, which shares no code with vitrine."""
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

HERE = pathlib.Path(__file__).resolve().parent
# street: vacant and all premises of 2020, of 2021
STREETS = {
    "W BROADWAY": (73, 736, 99, 733),
    "KINGSWAY": (67, 728, 99, 730),
    "MAIN ST": (78, 668, 88, 660),
    "E HASTINGS ST": (92, 493, 79, 491),
    "GRANVILLE ST": (50, 477, 75, 475),
    "W 4TH AV": (36, 360, 46, 361),
}


def run(out, year, *options):
    source = data("vancouver", "storefronts-inventory.csv").parent
    done("run", HERE / f"vancouver_{year}.yaml", "-o", out, "--overwrite",
         "--set", f"layers.premises.source={source}/storefronts-inventory.csv",
         "--set", f"layers.streets.source={source}/streets.geojson", *options)
    return out


def total(out):
    return rows(out, "SELECT * FROM total_vacancy")[0]


def test_six_streets_have_the_published_counts(folder):
    for year, at in ((2020, 0), (2021, 2)):
        run(folder / "out", year)
        for name, counts in STREETS.items():
            found = rows(folder / "out", "SELECT vacant, premises FROM street_vacancy WHERE street_name = ?", name)
            assert [tuple(r.values()) for r in found] == [counts[at:at + 2]], (year, name, found)


def test_the_report_says_the_published_counts(folder):
    """Of the six streets the row of the table (vacant, by the published counts); of the whole the headline, 989 of 8,078, from the totals below; the
    works, 92, out of the rate. English, as the study."""
    page = (run(folder / "out", 2021) / "report.html").read_text(encoding="utf-8")
    for name, counts in STREETS.items():
        cells = re.search(rf'<tr data-f="s\d+"><td><bdi>{name}</bdi></td>(.*?)</tr>', page).group(1)
        assert re.findall(r'<td class="n">(\d+)</td>', cells)[1] == str(counts[2]), (name, cells)
    assert "<strong>a vacancy of 12.2%</strong>, 989 vacant premises of 8,078 counted" in page
    assert "Out of the rate: 92 under works." in page


def test_totals_and_bounds_of_2021(folder):
    t = total(run(folder / "out", 2021))
    assert (t["premises"], t["vacant"], t["works"], t["unknown"], t["stock"]) == (8182, 989, 92, 12, 8078)
    assert t["rate"] == 989 / 8078 and t["rate_min"] == 989 / 8090 and t["rate_max"] == 1001 / 8090


def test_totals_of_2020(folder):
    t = total(run(folder / "out", 2020))
    assert (t["premises"], t["vacant"], t["works"], t["unknown"]) == (8224, 771, 62, 10)


def test_all_but_eight_premises_of_2021_are_matched_by_name(folder):
    out = run(folder / "out", 2021)
    match = {r["match"]: r["n"] for r in rows(out, "SELECT match, count(*) AS n FROM premises GROUP BY match")}
    assert match == {"name": 8174, "none": 8}, match
    listed = rows(out, "SELECT message FROM rejects WHERE severity = 'notice' AND code = 'unknown_street'")
    names = collections.Counter(r["message"].split(": ")[1] for r in listed)
    assert names == {"CEDAR COTTAGE MEWS": 4, "ELDORADO MEWS": 2, "INTERURBAN WAY": 2}, names


def test_at_150_m_one_more_has_no_street(folder):
    out = run(folder / "out", 2021, "--set", "vacancy.name_distance_m=150")
    assert rows(out, "SELECT count(*) AS n FROM premises WHERE match = 'name'")[0]["n"] == 8173


def test_at_the_default_gap_two_streets_fall_apart(folder):
    out = run(folder / "out", 2021, "--set", "vacancy.same_name_gap_m=500")
    for name in ("GRANVILLE ST", "W 4TH AV"):
        parts = rows(out, "SELECT street_id, premises FROM street_vacancy WHERE street_name = ?", name)
        assert len(parts) == 2 and len({p["street_id"] for p in parts}) == 2, (name, parts)


def test_a_duplicate_id_refuses_the_run_and_names_both_rows(folder):
    source = data("vancouver", "storefronts-inventory.csv")
    with open(source, encoding="utf-8-sig", newline="") as file:
        twins = [i for i, row in enumerate(csv.DictReader(file, delimiter=";"), 1)
                 if row["ID"] == "2912" and row["Year recorded"] == "2021"]
    assert len(twins) == 2
    refused("run", HERE / "vancouver_2021.yaml", "-o", folder / "out", "--set", f"layers.premises.source={source}",
            "--set", f"layers.streets.source={source.parent}/streets.geojson", "--set", "layers.premises.fields.id=ID",
            says=["2912", str(twins[0]), str(twins[1])])


def test_every_premises_is_in_the_ledger(folder):
    ledger = json.loads((run(folder / "out", 2021) / "run.json").read_text())["ledger"]
    for account in ledger.values():
        assert account["read"] == account["used"] + account["filtered"] + account["rejected"], account
    assert ledger["premises"]["read"] == 16406 and ledger["premises"]["filtered"] == 8224
    assert sum(ledger["premises"]["otherwise"].values()) == 8182 - 989 - 92 - 12


def test_the_oracle_agrees_on_every_street_block_and_premises(folder):
    source = data("vancouver", "storefronts-inventory.csv").parent
    oracle = pathlib.Path(__file__).resolve().parents[1] / "oracle" / "vacancy.py"
    for year in (2020, 2021):
        out = run(folder / "out", year)
        told = folder / f"oracle{year}"
        subprocess.run([sys.executable, oracle, "--premises", source / "storefronts-inventory.csv", "--delimiter", ";",
                        "--where", f"Year recorded={year}", "--geojson", "Geom", "--street-field",
                        "Street name - Parcel", "--number-field", "Civic number - Parcel", "--status-field",
                        "Retail category", "--vacant", "Vacant", "--works", "Vacant UC", "--unknown", "Unknown",
                        "--otherwise", "occupied", "--streets", source / "streets.geojson", "--streets-id", "StreetID",
                        "--streets-name", "streetName", "--crs", "EPSG:26910", "--name-distance", "160",
                        "--same-name-gap", "50000", "--out", told], check=True, stdout=subprocess.DEVNULL)
        compare_streets(out, told)
        compare_bags(out, told)


def near(mine, other, within):
    return other == "" if mine is None else other != "" and abs(float(mine) - float(other)) <= within


def compare_streets(out, told):
    mine = {r["street_id"]: r for r in rows(out, "SELECT * FROM street_vacancy")}
    others = list(csv.DictReader(open(told / "streets.csv", encoding="utf-8")))
    assert len(mine) == len(others)
    for other in others:
        row = mine[other["street_id"]]
        assert row["street_name"] == other["street_name"]
        # coordinates come from the same PROJ, lengths differ in the order of their sums only
        assert near(row["length_m"], other["length_m"], 1e-6), (row, other)
        for column in ("premises", "occupied", "vacant", "works", "reserve", "converted", "unknown", "stock", "rate",
                       "rate_ci_low", "rate_ci_high", "rate_min", "rate_max", "rate_eb", "class", "class_certain",
                       "enough"):
            assert near(row[column], other[column], 1e-12), (column, row, other)


def compare_bags(out, told):
    """Blocks and premises have no common key: compared as bags of rounded rows."""
    def block(r):
        return (r["street_id"], round(float(r["length_m"]), 4),
                *(int(r[c]) for c in ("premises", "occupied", "vacant", "works", "unknown")))

    def place(r):
        return (r["street_id"] or "", r["match"], r["side"] or "",
                *(None if r[c] in (None, "") else round(float(r[c]), 3) for c in ("measure_m", "distance_m")))

    for table, file, key in (("segment_vacancy", "blocks.csv", block), ("premises", "premises.csv", place)):
        mine = collections.Counter(map(key, rows(out, f"SELECT * FROM {table}")))
        other = collections.Counter(map(key, csv.DictReader(open(told / file, encoding="utf-8"))))
        assert mine == other, (table, list((mine - other).items())[:3], list((other - mine).items())[:3])


def test_counts_of_blocks_and_streets_add_up(folder):
    out = run(folder / "out", 2021)
    sums = "SELECT sum(premises) p, sum(vacant) v, sum(length_m) l FROM "
    streets, blocks = rows(out, sums + "street_vacancy")[0], rows(out, sums + "segment_vacancy")[0]
    assert (streets["p"], streets["v"]) == (blocks["p"], blocks["v"]) == (8174, 989 - unmatched_vacant(out))
    assert abs(streets["l"] - blocks["l"]) < 1e-3


def unmatched_vacant(out):
    return rows(out, "SELECT count(*) n FROM premises WHERE match = 'none' AND status = 'vacant'")[0]["n"]


def shuffled(folder):
    """The same rows in another order: premises lines reversed, street features reversed."""
    source = data("vancouver", "storefronts-inventory.csv")
    lines = source.read_text(encoding="utf-8-sig").splitlines()
    (folder / "premises.csv").write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n", encoding="utf-8")
    streets = json.loads((source.parent / "streets.geojson").read_text())
    streets["features"].reverse()
    (folder / "streets.geojson").write_text(json.dumps(streets))


def test_reordered_rows_give_the_same_layers(folder):
    plain = snapshot(run(folder / "out", 2021))
    shuffled(folder)
    done("run", HERE / "vancouver_2021.yaml", "-o", folder / "turned",
         "--set", f"layers.premises.source={folder}/premises.csv",
         "--set", f"layers.streets.source={folder}/streets.geojson")
    turned = snapshot(folder / "turned")
    for name, content in plain.items():
        if name.endswith(".geojson"):
            assert content == turned[name], name
    for table in ("premises", "street_vacancy", "segment_vacancy", "total_vacancy", "to_check", "rejects"):
        assert rows(folder / "out", f"SELECT * FROM {table}") == rows(folder / "turned", f"SELECT * FROM {table}"), table


def test_threads_locale_and_folder_do_not_change_a_byte(folder):
    plain = snapshot(run(folder / "out", 2021, "--threads", "1"))
    (folder / "elsewhere").mkdir()
    source = data("vancouver", "storefronts-inventory.csv").parent
    done("run", HERE / "vancouver_2021.yaml", "-o", "there", "--threads", "2",
         "--set", f"layers.premises.source={source}/storefronts-inventory.csv",
         "--set", f"layers.streets.source={source}/streets.geojson",
         cwd=folder / "elsewhere", env={"LC_ALL": "fr_FR.UTF-8", "TZ": "Pacific/Auckland"})
    assert plain == snapshot(folder / "elsewhere" / "there")


def test_heat_map_holds_the_survey(folder):
    """Every premises counted lies within 150 m of a street, so the map holds all of them: 989 vacant of 8078."""
    from osgeo import gdal
    source = data("vancouver", "storefronts-inventory.csv").parent
    out = folder / "out"
    done("heatmap", HERE / "vancouver_2021.yaml", "-o", out,
         "--set", f"layers.premises.source={source}/storefronts-inventory.csv", "--set", f"layers.streets.source={source}/streets.geojson")
    for name, premises in (("premises_density", 8078), ("vacancy_density", 989)):
        raster = gdal.Open(str(out / f"{name}.tif"))
        values = raster.ReadAsArray().astype(float)
        mass = values[values == values].sum() * raster.GetGeoTransform()[1]**2 / 1e4
        assert abs(mass - premises) < 1e-5 * premises, (name, mass)


if __name__ == "__main__":
    from tap import run as run_tests
    run_tests({name: value for name, value in globals().items() if name.startswith("test_")})
