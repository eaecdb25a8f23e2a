#!/usr/bin/python3
"""Is the oracle itself right? Hand calculations, published figures, and the counts that come with the real data.

usage: test_oracle.py        DATA names the folder of real data (default ../shared/data beside the repository); without it those tests are skipped
"""
import csv
import json
import os
import subprocess
import sys
import tempfile
import unittest
from types import SimpleNamespace

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from names import normalise, same_numbers, similarity  # noqa: E402
from rates import class_of, marshall, rates, wilson  # noqa: E402

DATA = os.environ.get("DATA", os.path.join(HERE, "../../../shared/data"))
VANCOUVER = os.path.join(DATA, "vancouver")


def run(out, *args):
    subprocess.run([sys.executable, "-B", os.path.join(HERE, "vacancy.py"), "--out", out, *args], check=True, stdout=subprocess.DEVNULL)
    tables = {}
    for name in os.listdir(out):
        if name in ("streets.csv", "blocks.csv", "premises.csv", "total.csv", "centres.csv"):
            with open(os.path.join(out, name), newline="") as f:
                tables[name[:-4]] = list(csv.DictReader(f))
    return tables


class Names(unittest.TestCase):
    def test_same(self):
        for a, b in (("Bd de la Liberté", "BOULEVARD DE LA LIBERTE"), ("R. St-Michel", "Rue Saint Michel"), ("Quai de l’Écluse", "quai de l'ecluse"),
                     ("Grand  Rue", "grand rue"), ("Main St", "MAIN STREET"), ("St. George St", "Saint George Street"), ("4th Ave W", "4TH AVENUE WEST"),
                     ("Rue du 1er Mai", "rue du Premier Mai"), ("Av. Ste-Anne", "avenue sainte anne"), ("E Kent Av North", "East Kent Ave N"),
                     ("Rte d'Enfer", "route Enfer"), ("Lamey's Mill Rd", "LAMEYS MILL ROAD"), ("Rue\u00a0d’Alle\u0301gre", "Rue d'Allègre"),
                     ("ch. des Œillets", "Chemin des oeillets"), ("Imp. Thiers", "impasse Thiers"), ("Fg St Antoine", "faubourg Saint-Antoine")):
            self.assertEqual(normalise(a)[0], normalise(b)[0], (a, b))

    def test_different(self):
        for a, b in (("E Hastings St", "W Hastings St"), ("Keefer St", "Keefer Place"), ("Rue Thiers", "Impasse Thiers"), ("E 41st Av", "E 49th Av"),
                     ("East Boulevard", "West Boulevard"), ("Rue Zola", "Zola Street")):
            self.assertNotEqual(normalise(a)[0], normalise(b)[0], (a, b))

    def test_type_word(self):
        self.assertEqual(normalise("W KING EDWARD AV")[1], normalise("W King Edward")[0])
        self.assertEqual(normalise("Rue de Vannes")[1], "vannes")
        for name in ("KINGSWAY", "W BROADWAY", "THE CRESCENT"):
            self.assertIsNone(normalise(name)[1], name)

    def test_similarity(self):                       # one letter of ten
        self.assertEqual(similarity("rue thiers", "rue thyers"), 0.9)
        self.assertFalse(same_numbers("w 8 avenue", "w 7 avenue"))


class Rates(unittest.TestCase):
    def test_wilson(self):                           # per cent, by another program
        for v, n, low, high in ((2, 15, 3.74, 37.88), (1, 4, 4.56, 69.94), (0, 8, 0, 32.44), (5, 50, 4.35, 21.36)):
            self.assertEqual([round(100 * x, 2) for x in wilson(v, n)], [low, high])

    def test_classes(self):                          # a bound belongs above, but the last
        bounds = [0.05, 0.075, 0.10]
        self.assertEqual([class_of(v / 40, bounds) for v in (0, 1, 2, 3, 4, 5)], [0, 0, 1, 2, 2, 3])

    def test_unknown_bounds(self):                   # by hand: 6 occupied, 2 vacant, 1 works, 1 reserve, 2 unknown
        rows = [dict(status=s) for s in ["occupied"] * 6 + ["vacant"] * 2 + ["works", "reserve"] + ["unknown"] * 2]
        opt = SimpleNamespace(works_as="excluded", classes=[0.05, 0.075, 0.10], min_premises=5)
        r = rates(rows, opt)
        self.assertEqual((r["premises"], r["stock"], r["rate"], r["rate_min"], r["rate_max"]), (12, 8, 0.25, 0.2, 0.4))
        opt.works_as = "vacant"
        r = rates(rows, opt)
        self.assertEqual((r["stock"], r["rate"], r["rate_min"], r["rate_max"]), (9, 3 / 9, 3 / 11, 5 / 11))

    def test_marshall(self):                         # by hand: m = .5, A = .25 − .025, s = .025, so the weight is .9; and A = 0 in the second
        rows = [dict(stock=10, v=0, rate=0.0), dict(stock=10, v=10, rate=1.0), dict(stock=0, v=0, rate=None)]
        marshall(rows)
        self.assertAlmostEqual(rows[0]["rate_eb"], 0.05, 15)
        self.assertAlmostEqual(rows[1]["rate_eb"], 0.95, 15)
        self.assertNotIn("rate_eb", rows[2])
        rows = [dict(stock=10, v=1, rate=0.1), dict(stock=10, v=3, rate=0.3)]
        marshall(rows)
        self.assertEqual([r["rate_eb"] for r in rows], [0.2, 0.2])


class Town(unittest.TestCase):
    """By hand.  Rue A runs east from (0,0) to (200,0): line 2 is drawn (100,0) → (0,0), line 1 (100,0) → (200,0). Bd B leaves it northward at (100,0).
    A second Rue A lies 1000 m north, nearer than the second gap but not the first."""
    STREETS = ((2, "Rue A", [[100, 0], [0, 0]]), (1, "Rue A", [[100, 0], [200, 0]]), (3, "Bd B", [[100, 0], [100, 50]]), (9, "rue a", [[0, 1000], [100, 1000]]),
               (7, " ", [[0, 500], [50, 500]]))
    #           x, y, name, number: street, match, side, measure, distance
    PREMISES = ((50, 10, "R. A", "", "1", "name", "left", 50, 10), (150, -5, "RUE A", "", "1", "name", "right", 150, 5),
                (90, -10, "A", "", "1", "name", "right", 90, 10), (100, -10, "Rue A", "", "1", "name", "right", 100, 10),
                (20, 0.005, "Rue A", "", "1", "name", "on", 20, 0.005), (20, 0.005, "Rue A", "8 bis", "1", "name", "right", 20, 0.005),
                (20, -0.005, "Rue A", "7", "1", "name", "left", 20, 0.005), (140, 20, "boulevard B", "", "3", "name", "right", 20, 40),
                (100, 70, "", "", "3", "nearest", "right", 50, 20), (100, 120, "", "", "", "none", "", "", ""), (50, 10, "Rue Zola", "", "", "none", "", "", ""),
                (350, 0, "Rue A", "", "1", "name", "right", 200, 150), (350.01, 0, "Rue A", "", "", "none", "", "", ""),
                (10, 980, "Rue A", "", "9", "name", "right", 10, 20))

    def test_town(self):
        with tempfile.TemporaryDirectory() as folder:
            streets, premises = os.path.join(folder, "s.geojson"), os.path.join(folder, "p.csv")
            with open(streets, "w") as f:
                json.dump({"features": [{"properties": {"id": i, "name": n}, "geometry": {"type": "LineString", "coordinates": c}} for i, n, c in self.STREETS]}, f)
            with open(premises, "w", newline="") as f:
                csv.writer(f).writerows([("x", "y", "street", "no", "state")] + [p[:4] + ("V" if i % 2 else "O",) for i, p in enumerate(self.PREMISES)])
            common = ("--premises", premises, "--xy", "x", "y", "--street-field", "street", "--number-field", "no", "--status-field", "state", "--vacant", "v",
                      "--occupied", "o", "--streets", streets, "--streets-id", "id", "--streets-name", "name", "--streets-crs", "EPSG:2154",
                      "--premises-crs", "EPSG:2154", "--crs", "EPSG:2154")
            t = run(os.path.join(folder, "out"), *common)
            with open(os.path.join(folder, "c.geojson"), "w") as f:         # three shops on the boundary, one of them at the corner; three in the hole
                box, hole = ([[a, b], [c, b], [c, d], [a, d], [a, b]] for a, b, c, d in ((0, -10, 100, 10), (15, -1, 25, 1)))
                json.dump({"features": [{"properties": {"id": i}, "geometry": {"type": "Polygon", "coordinates": rings}}
                                        for i, rings in enumerate(([box], [box, hole]))]}, f)
            centres = run(os.path.join(folder, "in"), *common, "--centres", f.name, "--centres-id", "id")["centres"]
            joined = run(os.path.join(folder, "wide"), *common, "--same-name-gap", "1000")
        self.assertEqual([c["premises"] for c in centres], ["7", "4"])
        for want, got in zip(self.PREMISES, t["premises"]):
            self.assertEqual(tuple(got[c] for c in ("street_id", "match", "side")), want[4:7], want)
            for value, c in zip(want[7:], ("measure_m", "distance_m")):
                self.assertAlmostEqual(float(got[c]), value, 9, want) if value != "" else self.assertEqual(got[c], "")
        self.assertEqual([(s["street_id"], float(s["length_m"])) for s in t["streets"]], [("1", 200), ("3", 50), ("9", 100)])
        self.assertEqual([(s["street_id"], float(s["length_m"])) for s in joined["streets"]], [("1", 300), ("3", 50)])
        self.assertEqual([(b["street_id"], float(b["start_x"]), float(b["end_x"]), b["premises"]) for b in t["blocks"]],
                         [("1", 0, 100, "6"), ("1", 100, 200, "2"), ("3", 100, 100, "2"), ("9", 0, 100, "1")])
        self.assertEqual((t["total"][0]["premises"], t["total"][0]["vacant"]), ("14", "7"))


@unittest.skipUnless(os.path.isdir(VANCOUVER), "no real data")
class Vancouver(unittest.TestCase):
    SIX = {"W BROADWAY": (73, 736, 99, 733), "KINGSWAY": (67, 728, 99, 730), "MAIN ST": (78, 668, 88, 660), "E HASTINGS ST": (92, 493, 79, 491),
           "GRANVILLE ST": (50, 477, 75, 475), "W 4TH AV": (36, 360, 46, 361)}       # counted apart from any tool: vacant / rows, 2020 then 2021

    def survey(self, year, name_distance, gap="50000"):
        with tempfile.TemporaryDirectory() as folder:
            return run(folder, "--premises", VANCOUVER + "/storefronts-inventory.csv", "--delimiter", ";", "--where", f"Year recorded={year}",
                       "--geojson", "Geom", "--street-field", "Street name - Parcel", "--number-field", "Civic number - Parcel",
                       "--status-field", "Retail category", "--vacant", "Vacant", "--works", "Vacant UC", "--unknown", "Unknown", "--otherwise", "occupied",
                       "--streets", VANCOUVER + "/streets.geojson", "--streets-id", "StreetID", "--streets-name", "streetName",
                       "--crs", "EPSG:26910", "--name-distance", str(name_distance), "--same-name-gap", gap)

    def test_2021(self):                             # counted apart from any tool
        t = self.survey(2021, 160)
        total = t["total"][0]
        self.assertEqual([int(total[c]) for c in ("premises", "vacant", "works", "unknown", "stock")], [8182, 989, 92, 12, 8078])
        self.assertEqual([float(total[c]) for c in ("rate", "rate_min", "rate_max")], [989 / 8078, 989 / 8090, 1001 / 8090])
        self.assertEqual(sum(p["match"] == "name" for p in t["premises"]), 8174)
        self.assertEqual(sum(p["match"] == "none" for p in t["premises"]), 8)
        for name, (_, _, vacant, rows) in self.SIX.items():
            self.assertEqual([(int(s["vacant"]), int(s["premises"])) for s in t["streets"] if s["street_name"] == name], [(vacant, rows)], name)
        for s in t["streets"]:                       # an invariant: blocks add up to their street
            blocks = [b for b in t["blocks"] if b["street_id"] == s["street_id"]]
            self.assertEqual([sum(int(b[c]) for b in blocks) for c in ("premises", "vacant", "works")], [int(s[c]) for c in ("premises", "vacant", "works")])
            self.assertAlmostEqual(sum(float(b["length_m"]) for b in blocks), float(s["length_m"]), 6)

    def test_2020(self):
        t = self.survey(2020, 160)
        self.assertEqual([int(t["total"][0][c]) for c in ("premises", "vacant", "works", "unknown")], [8224, 771, 62, 10])
        for name, (vacant, rows, _, _) in self.SIX.items():
            self.assertEqual([(int(s["vacant"]), int(s["premises"])) for s in t["streets"] if s["street_name"] == name], [(vacant, rows)], name)

    def test_defaults(self):                         # 8,173 at 150 m; two GRANVILLE ST and two W 4TH AV at a gap of 500 m
        t = self.survey(2021, 150, "500")
        self.assertEqual(sum(p["match"] == "name" for p in t["premises"]), 8173)
        for name in ("GRANVILLE ST", "W 4TH AV"):
            self.assertEqual(sum(s["street_name"] == name for s in t["streets"]), 2)


class Tap(unittest.TextTestResult):
    """One TAP line a test, on stdout."""
    def addSuccess(self, test):
        super().addSuccess(test)
        print(f"ok - {test.id()}", flush=True)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        print(f"ok - {test.id()} # SKIP {reason}", flush=True)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        print(f"not ok - {test.id()}", flush=True)

    def addError(self, test, err):
        super().addError(test, err)
        print(f"not ok - {test.id()}", flush=True)


if __name__ == "__main__":
    unittest.main(testRunner=unittest.TextTestRunner(resultclass=Tap))
