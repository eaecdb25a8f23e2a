#!/usr/bin/python3
"""Runs, gaps, terms, mix, frontage and hot spots: does the command agree with the oracle, and is the oracle right?

First hand calculations and the demo town's known truths, then every value of the GeoPackage on the demo town of 2024
and 2026, on variants of it, and on Vancouver 2021 (skipped without the data). Counts and texts must be equal, reals
to 1e-9 of the value.

The oracle works from the inputs alone, with three exceptions: the ids of Vancouver's premises, keys of the content,
are the output's (they break the last ties of an order); the streets' p comes from permutations, so it is compared
within their error, and the streets' q and classes are worked out from the output's own p and q; and a block is
recognised by its ends.
"""
import atexit
import datetime
import itertools
import math
import pathlib
import shutil
import struct
import sys
import tempfile
from collections import Counter

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
import diagnosis_by_hand  # noqa: E402
import facing  # noqa: E402
import hotspots  # noqa: E402
import local_statistics  # noqa: E402
import sequence  # noqa: E402
import survey as base  # noqa: E402
import tap  # noqa: E402
import terms_mix  # noqa: E402
from osgeo import ogr  # noqa: E402

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="vitrine-oracle-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
REAL = HERE.parent / "real"
PERMUTATIONS, FDR = 9999, 0.05


# ---------------------------------------------------------------- the studies, as the oracle reads them

def demo(year, **more):
    crs = "EPSG:2154"
    return dict(premises=tap.DEMO / f"locaux_{year}.csv", premises_crs=crs, streets_crs=crs, crs=crs, xy=("x", "y"),
                fields=dict(id="id", street="voie", number="numero", unit="local", activity="activite",
                            family="famille", frontage_m="facade_m", vacant_since="vacant_depuis",
                            name="enseigne", status="situation"),
                statuses=dict(vacant=["Vacant"], works=["Travaux"], reserve=["Réserve"], converted=["Converti"],
                              unknown=["Inconnu"], occupied=["Occupé"]),
                streets=tap.DEMO / "voies.geojson", streets_id="id", streets_name="nom", municipality="commune",
                centres=tap.DEMO / "centre.geojson", reference_date=datetime.date(year, 6, 30), **more)


def vancouver():
    return dict(premises=tap.data("vancouver", "storefronts-inventory.csv"), where=("Year recorded", "2021"),
                latlon="geo_point_2d", crs="EPSG:26910", otherwise="occupied",
                fields=dict(street="Street name - Parcel", number="Civic number - Parcel", unit="Unit",
                            name="Business name", activity="Retail category", status="Retail category"),
                statuses=dict(vacant=["Vacant"], works=["Vacant UC"], unknown=["Unknown"]),
                streets=tap.data("vancouver", "streets.geojson"), streets_id="StreetID", streets_name="streetName",
                name_distance=160.0, same_name_gap=50000.0)


# name: (options, study, --set, hot spots as the oracle does them)
STUDIES = {
    "demo_2026": (lambda: demo(2026), tap.DEMO / "etude_2026.yaml", (), {}),
    "demo_2024": (lambda: demo(2024), tap.DEMO / "etude_2024.yaml", (), {}),
    "works_vacant": (lambda: demo(2026, works="vacant"), tap.DEMO / "etude_2026.yaml", ("vacancy.works=vacant",), {}),
    "knn": (lambda: demo(2026), tap.DEMO / "etude_2026.yaml", ("hotspots.neighbours=knn", "hotspots.k=8"),
            dict(kind="knn", k=8)),
    "contiguity": (lambda: demo(2026), tap.DEMO / "etude_2026.yaml", ("hotspots.neighbours=contiguity",),
                   dict(kind="contiguity")),
    "vancouver_2021": (vancouver, REAL / "vancouver_2021.yaml", (), {}),
}


class Study:
    """A survey as the oracle sees it and the folder that the command left."""

    def __init__(self, name):
        options, study, settings, self.spots = STUDIES[name]
        self.survey = base.read(**options())
        self.folder, self.failure = FOLDER / name, None
        settings = itertools.chain(*(("--set", s) for s in settings))
        ran = tap.vitrine("vacancy", study, "-o", self.folder, "-q", *settings)
        if ran.status != 0:
            self.failure = f"status {ran.status}: {ran.err}"
            return
        if self.survey.premises[0].id is None:
            rows = [dict(r, **dict(zip("xy", ends(r["geom"])[0]))) for r in self.rows("premises")]
            missing = base.lend_ids(self.survey, rows)
            self.failure = f"{missing} premises of the source are not in the output" if missing else None
        if "demo" in str(study.parent):
            facing.give_frontages(self.survey, [facing.Layer(str(tap.DEMO / "batiments.geojson"), "id"),
                                                facing.Layer(str(tap.DEMO / "parcelles.geojson"), "idu")])
        self.sequence = sequence.Sequence(self.survey)

    def rows(self, layer):
        """The rows of a layer, None if the output has no such layer."""
        if not tap.rows(self.folder, "SELECT 1 FROM sqlite_master WHERE name = ?", layer):
            return None
        return tap.rows(self.folder, f'SELECT * FROM "{layer}"')


READ = {}


def study(name):
    if name not in READ:
        READ[name] = Study(name)
    if READ[name].failure:
        raise AssertionError(READ[name].failure)
    return READ[name]


def ends(blob):
    """First and last vertex of a GeoPackage point or linestring."""
    wkb = blob[8 + (0, 32, 48, 48, 64)[blob[3] >> 1 & 7]:]
    first = 5 if wkb[1] == 1 else 9
    return struct.unpack_from("<dd", wkb, first), struct.unpack_from("<dd", wkb, len(wkb) - 16)


# ---------------------------------------------------------------- comparing

def same(column, want, got):
    if want is None or got is None:
        return want is got
    if isinstance(want, float):
        return math.isclose(want, got, rel_tol=1e-9, abs_tol=0 if column[-2:] in ("_p", "_q") else 1e-9)
    return want == got                               # True is 1 as in SQLite


def compare(layer, want, rows, key, columns):
    """want: {key: {column: value}}; rows: of the output, None if it lacks the layer; key: of a row"""
    if rows is None:
        assert not want, f"{layer}: no such layer"
        return
    got = {key(r): r for r in rows}
    wrong = [f"{layer}: {len(rows) - len(got)} rows with the key of another"] * (len(got) < len(rows))
    for keys, what in ((set(want) - set(got), "missing"), (set(got) - set(want), "not expected")):
        if keys:
            wrong.append(f"{layer}: {len(keys)} rows {what}: {sorted(keys, key=str)[:5]}")
    for column in columns:
        if rows and column not in rows[0]:
            wrong.append(f"{layer}.{column}: no such column")
            continue
        different = [k for k in want if k in got and not same(column, want[k].get(column), got[k][column])]
        if different:
            wrong.append(f"{layer}.{column}: {len(different)} of {len(want)} rows differ")
            wrong += [f"    {k}: oracle {want[k].get(column)!r}, output {got[k][column]!r}" for k in different[:5]]
    assert not wrong, "\n".join(wrong)


def block_keys():
    """A function that gives each block a key; lines drawn twice are told apart by their order."""
    seen = Counter()

    def key(street_id, a, b, length):
        block = (street_id, *sorted((round(p[0], 3), round(p[1], 3)) for p in (a, b)), round(length, 3))
        seen[block] += 1
        return block + (seen[block],)
    return key


def length_inside(street, polygons):
    lines, area = ogr.Geometry(ogr.wkbMultiLineString), ogr.Geometry(ogr.wkbMultiPolygon)
    for piece in street.pieces:
        part = ogr.Geometry(ogr.wkbLineString)
        for p in piece.points:
            part.AddPoint_2D(*p)
        lines.AddGeometry(part)
    for rings in polygons:
        polygon = ogr.Geometry(ogr.wkbPolygon)
        for ring in rings:
            shape = ogr.Geometry(ogr.wkbLinearRing)
            for p in ring:
                shape.AddPoint_2D(*p)
            polygon.AddGeometry(shape)
        area.AddGeometry(polygon)
    inside = lines.Intersection(area)
    parts = [inside.GetGeometryRef(i) for i in range(inside.GetGeometryCount())] or [inside]
    return math.fsum(p.Length() for p in parts if p.GetGeometryName() == "LINESTRING")


def units(s, layer):
    """[(key, members, the columns of sequence.py)] of every unit of a layer, and the key of a row of the output"""
    survey, seq = s.survey, s.sequence
    along = {x: survey.by_street.get(str(x.id), []) for x in survey.streets}
    if layer == "street_vacancy":
        return [(str(x.id), members, seq.street(x)) for x, members in along.items()], lambda r: r["street_id"]
    if layer == "segment_vacancy":
        found, mine, theirs = [], block_keys(), block_keys()
        for x in survey.streets:
            for n, b in enumerate(x.blocks):
                piece = x.pieces[b["piece"]]
                key = mine(str(x.id), piece.points[b["first"]], piece.points[b["last"]],
                           piece.measures[b["last"]] - piece.measures[b["first"]])
                found.append((key, [p for p in along[x] if p.block == n], seq.block(x, n)))
        return found, lambda r: theirs(r["street_id"], *ends(r["geom"]), r["length_m"])
    if layer == "centre_vacancy":
        found = [(c, [p for p in survey.premises if c in p.centres], seq.centre(c)) for c in survey.centres]
        return found, lambda r: r["centre_id"]
    if layer == "street_centre_vacancy":
        found = []
        for x, (c, polygons) in itertools.product(survey.streets, survey.centres.items()):
            length, members = length_inside(x, polygons), [p for p in along[x] if c in p.centres]
            if length > 0 or members:
                found.append(((str(x.id), c), members, seq.centre(c, str(x.id), length)))
        return found, lambda r: (r["street_id"], r["centre_id"])
    return [("total", survey.premises, seq.total())], lambda r: "total"


# ---------------------------------------------------------------- one function a topic, of which the tests are made

def matching(s):
    """That both mean the same premises in the same place: what the rest rests on."""
    want = {p.id: dict(street_id=p.street_id, match=p.match, side=p.side, measure_m=p.measure, distance_m=p.distance,
                       status=p.status, frontage_m=p.frontage, frontage_source=p.frontage_source)
            for p in s.survey.premises}
    compare("premises", want, s.rows("premises"), lambda r: r["premises_id"], next(iter(want.values())))


def runs_and_gaps(s, layer):
    found, key = units(s, layer)
    compare(layer, {k: columns for k, _, columns in found}, s.rows(layer), key,
            ("run_max", "run_max_m", "run_order_unsure", "gap_max_m", "gaps", "units_per_100m"))


def terms_of_units(s, layer):
    found, key = units(s, layer)
    reference = s.survey.options.reference_date
    compare(layer, {k: terms_mix.terms(members, reference) for k, members, _ in found}, s.rows(layer), key,
            terms_mix.COLUMNS.values())


def mix_of_units(s, layer):
    found, key = units(s, layer)
    known = "family" in s.survey.options.fields
    compare(layer, {k: terms_mix.mix(members, known) for k, members, _ in found}, s.rows(layer), key,
            ("families", "shannon", "evenness"))


def terms_of_premises(s):
    reference, want, late = s.survey.options.reference_date, {}, set()
    for p in s.survey.premises:
        days, term, to_come = terms_mix.term(p, reference)
        want[p.id] = dict(vacancy_days=days, term=term)
        late |= {p.id} if to_come else set()
    compare("premises", want, s.rows("premises"), lambda r: r["premises_id"], ("vacancy_days", "term"))
    noticed = {r["feature_id"] for r in s.rows("rejects") or () if r["layer"] == "premises"
               and r["severity"] == "notice" and r["code"] not in ("no_street", "unknown_street")}
    assert late <= noticed, f"dates to come without a notice: {sorted(late - noticed)}"


def street_mix(s):
    rows, survey = [], s.survey
    for x in survey.streets:
        rows += terms_mix.mix_rows("street", str(x.id), survey.by_street.get(str(x.id), []))
    for c in survey.centres:
        rows += terms_mix.mix_rows("centre", c, [p for p in survey.premises if c in p.centres])
    rows += terms_mix.mix_rows("total", None, survey.premises)

    def key(r):
        return r["unit"], None if r["unit"] == "total" else r["unit_id"], r["family"]
    compare("street_mix", {key(r): r for r in rows}, s.rows("street_mix"), key, ("premises", "share"))


def frontage_rules(s):
    rules = facing.Layer(str(tap.DEMO / "lineaires.geojson"), "id", "type", s.survey.options.rule_distance_m)

    def key(r):
        return r["rule"], r["street_id"]
    want = {key(r): r for r in facing.rule_rows(s.survey, rules)}
    compare("frontage_rule_vacancy", want, s.rows("frontage_rule_vacancy"), key,
            ("frontage_m", "vacant_m", "premises", "vacant"))


def spots_of_premises(s):
    want, total = hotspots.of_premises(s.survey, **s.spots)
    wrong = []
    for layer, rows, key, columns in (("premises", {p.id: c for p, c in want.items()}, "premises_id", hotspots.COLUMNS),
                                      ("total_vacancy", {"total": total}, None, tuple(total))):
        try:
            compare(layer, rows, s.rows(layer), lambda r: r[key] if key else "total", columns)
        except AssertionError as why:
            wrong.append(str(why))
    assert not wrong, "\n".join(wrong)


def spots_of_streets(s):
    ids, values, neighbours, lesser = hotspots.of_streets(s.survey, **s.spots)
    rows = s.rows("street_vacancy")
    local = hotspots.local(values, neighbours)
    want = {r["street_id"]: {} for r in rows}
    want.update({i: dict(gi_z=z, moran_i=moran) for i, (z, moran, _, _) in zip(ids, local)})
    compare("street_vacancy", want, rows, lambda r: r["street_id"], ("gi_z", "moran_i"))
    missing = [c for c in hotspots.COLUMNS if c not in rows[0]]
    assert not missing, f"street_vacancy: no such columns: {missing}"
    got = {r["street_id"]: r for r in rows}
    wrong = []
    # p: a whole number of draws, and the oracle's p but for the error of both
    for i, near, tail in zip(ids, neighbours, lesser):
        error = 10 * math.sqrt(tail * (1 - tail) * (1 / PERMUTATIONS + 1 / 19999)) + 4 / PERMUTATIONS
        for column in ("gi_p", "moran_p"):
            p = got[i][column]
            if column == "moran_p" and not near:
                wrong += [f"{i}: moran_p of an island is {p}"] * (p is not None)
            elif p is None or abs(p - min(1.0, 2 * tail)) > error:
                wrong.append(f"{i}: {column} is {p}, oracle {min(1.0, 2 * tail):.5f} within {error:.5f}")
            elif p < 1 and abs(p * (PERMUTATIONS + 1) / 2 - round(p * (PERMUTATIONS + 1) / 2)) > 1e-6:
                wrong.append(f"{i}: {column} is {p}, no 2 (M + 1) / ({PERMUTATIONS} + 1)")
    assert not wrong, f"{len(wrong)} p of streets differ\n" + "\n".join(wrong[:10])
    gi_q, moran_q = (hotspots.adjusted([got[i][c] for i in ids]) for c in ("gi_p", "moran_p"))
    want = {r["street_id"]: {} for r in rows}
    want.update({i: dict(gi_q=gq, moran_q=mq, gi_class=hotspots.gi_class(z, got[i]["gi_q"], FDR),
                         moran_class=hotspots.moran_class(d, lag, got[i]["moran_q"], FDR))
                 for i, gq, mq, (z, _, d, lag) in zip(ids, gi_q, moran_q, local)})
    compare("street_vacancy", want, rows, lambda r: r["street_id"], ("gi_q", "gi_class", "moran_q", "moran_class"))


# ---------------------------------------------------------------- the tests

UNITS = ("street_vacancy", "segment_vacancy", "centre_vacancy", "street_centre_vacancy", "total_vacancy")
SPOTS = (spots_of_premises, spots_of_streets)
PREMISES = (matching, terms_of_premises, street_mix)


def add(name, topic, *layer):
    globals()["_".join(("test", name, topic.__name__) + layer)] = lambda: topic(study(name), *layer)


globals().update({name: test for name, test in vars(diagnosis_by_hand).items() if name.startswith("test_")})
for _name in ("demo_2026", "demo_2024", "works_vacant", "vancouver_2021"):
    for _topic in PREMISES:
        add(_name, _topic)
    for _topic in (runs_and_gaps, terms_of_units, mix_of_units):
        for _layer in UNITS:
            if _name != "vancouver_2021" or "centre" not in _layer:
                add(_name, _topic, _layer)
    if _name != "vancouver_2021":
        add(_name, frontage_rules)
for _name in STUDIES:
    for _topic in SPOTS:
        add(_name, _topic)


def test_truths_of_the_demo_town():
    """The longest run of each side of each street, from how the town is made."""
    diagnosis_by_hand.truths(tap.DEMO / "verites.csv", {year: base.read(**demo(year)) for year in (2024, 2026)})


def test_local_statistics_against_the_reference_sets():
    """spdep, PySAL and de Smith: see local_statistics.check."""
    local_statistics.check(tap.data("reference"))


def test_two_ways_to_the_same_statistics():
    """hotspots.py, which the command is compared with, and local_statistics.py, which reproduces the reference sets."""
    points = [(17 * i % 101, 31 * i % 89) for i in range(60)]
    y = [int((x * x + z) % 7 < 2) for x, z in points]
    near = hotspots.within(points, 20)
    assert near == local_statistics.near_distance(points, 20) and any(not js for js in hotspots.within(points, 5))
    mine = hotspots.columns(y, near, hotspots.exact_p(y, near))
    exact = [float(local_statistics.hypergeometric_p(len(y) - 1, sum(y) - v, len(js), sum(y[j] for j in js)))
             for v, js in zip(y, near)]
    other = dict(gi_z=local_statistics.gi_star(near, y), moran_i=local_statistics.local_moran(near, y), gi_p=exact,
                 gi_q=local_statistics.fdr(exact))
    for column, values in other.items():
        for row, value in zip(mine, values):
            assert abs(row[column] - value) <= 1e-12 * max(1, abs(value)), (column, row, value)
    one, two = hotspots.global_moran(y, near), local_statistics.global_moran(near, y)
    assert all(abs(one[a] - two[b]) <= 1e-12 for a, b in (("moran_i", "i"), ("moran_z", "z_random"), ("moran_p", "p_random")))
    counts = [(2, 5), (0, 3), (7, 9), (1, 20), (3, 4)]
    for a, b in zip(hotspots.standardised(counts), local_statistics.assuncao_reis(*zip(*counts))):
        assert abs(a - b) <= 1e-12


if __name__ == "__main__":
    tap.run(globals())
