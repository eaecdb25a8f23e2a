"""Small cases for the oracle's modules, each value worked by hand; test_oracle_diagnosis.py runs them."""
import csv
import datetime
import math
from types import SimpleNamespace

import facing
import hotspots
import sequence
import survey as base
import terms_mix
from osgeo import ogr

REFERENCE = datetime.date(2026, 6, 30)


def near(a, b):
    assert math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-12), (a, b)


def shop(key, measure, status, side="left", **more):
    values = dict(id=str(key), at=(measure, 5.0), status=status, vacant=status == "vacant",
                  stock=status in ("vacant", "occupied"), number=None, unit=None, family=None, since=None,
                  measure=float(measure), side=side, piece=0, block=0, centres=["C"])
    return base.Premises(**{**values, **more})


def one_street(shops, cut=45.0, gap_m=25.0):
    """100 m of one piece in two blocks, cut at 45 m"""
    piece = SimpleNamespace(measures=[0.0, cut, 100.0], points=[(0.0, 0.0), (cut, 0.0), (100.0, 0.0)])
    street = SimpleNamespace(id="S", pieces=[piece], length=100.0,
                             blocks=[dict(piece=0, first=0, last=1), dict(piece=0, first=1, last=2)])
    for p in shops:
        p.street, p.block = street, int(p.measure >= cut)
    return street, sequence.Sequence(base.Survey(shops, [street], {"C": []}, SimpleNamespace(gap_m=gap_m)))


def values(row, *names):
    return tuple(row[n] for n in names)


RUN = ("run_max", "run_max_m", "run_order_unsure")


def read_as(unsure, empty_sides):
    """The readings that a case supposes (choices Q3 and Q4 of sequence.py)."""
    sequence.UNSURE, sequence.EMPTY_SIDES = unsure, empty_sides


def reading(test):
    """Gives back after a test the readings that it changed."""
    def kept():
        before = sequence.UNSURE, sequence.EMPTY_SIDES
        try:
            test()
        finally:
            read_as(*before)
    return kept


@reading
def test_by_hand_runs_and_gaps():
    read_as("longest", True)
    # left: v10 v20 | o30 | v40 v50 v60 | works 70 ends the run; right: nothing occupied, one vacant
    shops = [shop(n, m, s, frontage=f) for n, (m, s, f) in enumerate(
        ((10, "vacant", 5.0), (20, "vacant", 4.0), (30, "occupied", 9.0), (40, "vacant", 6.0), (50, "vacant", 6.0),
         (60, "vacant", 7.0), (70, "works", 3.0)))] + [shop(9, 80, "vacant", "right")]
    street, seq = one_street(shops)
    row = seq.street(street)
    assert values(row, *RUN) == (3, 19.0, False)
    # gaps: left 0-30 and 30-100, right the whole 100: all three of at least 25 m; stock 7 (works are not) on 100 m
    assert values(row, "gap_max_m", "gaps", "units_per_100m") == (100.0, 3, 7.0)
    # block 1 (0-45): runs 10-20 and 40; left gaps 30 and 15, right 45
    assert values(seq.block(street, 0), *RUN, "gap_max_m", "gaps") == (2, 9.0, False, 45.0, 2)
    # block 2 (45-100): run 50-60; left 55, right 55
    assert values(seq.block(street, 1), *RUN, "gap_max_m", "gaps") == (2, 13.0, False, 55.0, 2)
    # without the one at 50 the centre has runs 10-20, 40, 60; it has neither gaps nor a length
    shops[4].centres = []
    assert values(seq.centre("C"), *RUN, "gap_max_m", "gaps", "units_per_100m") == (2, 9.0, False, None, None, None)
    assert values(seq.centre("C", "S", 50.0), "run_max", "units_per_100m") == (2, 12.0)
    assert values(seq.total(), "run_max", "gap_max_m", "gaps", "units_per_100m") == (3, 100.0, 3, 7.0)


def test_by_hand_run_metres():
    # two runs of two: 4 + unknown, 5 + 4: the known sum counts; one run with an unknown: NULL; nothing vacant: 0 and 0
    shops = [shop(1, 1, "vacant", frontage=4.0), shop(2, 2, "vacant"), shop(3, 3, "occupied"),
             shop(4, 4, "vacant", frontage=5.0), shop(5, 5, "vacant", frontage=4.0)]
    street, seq = one_street(shops)
    assert values(seq.street(street), *RUN) == (2, 9.0, False)
    street, seq = one_street(shops[:3])
    assert values(seq.street(street), *RUN) == (2, None, False)
    street, seq = one_street(shops[2:3])
    assert values(seq.street(street), *RUN) == (0, 0.0, False)
    street, seq = one_street([])
    assert values(seq.street(street), *RUN, "gap_max_m", "gaps") == (0, 0.0, False, None, None)


@reading
def test_by_hand_order():
    read_as("longest", True)
    # one point: by number (2 before 10, 10 before 10 bis), then unit; without both by id, and then the order is unsure
    at = dict(at=(7.0, 5.0))
    shops = [shop(1, 7, "vacant", number="10 bis", **at), shop(2, 7, "occupied", number="10", **at),
             shop(3, 7, "vacant", number="2", **at)]
    assert [p.id for p in base.order(shops)[0, "left"]] == ["3", "2", "1"]
    pair = [shop(11, 7, "vacant", **at), shop(9, 7, "vacant", **at)]
    street, seq = one_street(pair)
    assert [p.id for p in seq.sides["S"][0, "left"]] == ["9", "11"]          # as integers
    assert values(seq.street(street), "run_max", "run_order_unsure") == (2, True)
    for more in (dict(number="1"), dict(unit="A")):                          # one of them alone does not order
        street, seq = one_street([shop(1, 7, "vacant", **at, **more), shop(2, 7, "vacant", **at)])
        assert seq.street(street)["run_order_unsure"], more
    street, seq = one_street([shop(n, 7, "vacant", number="1", unit=unit, **at) for n, unit in enumerate("AB")])
    assert not seq.street(street)["run_order_unsure"]


@reading
def test_by_hand_side_on():
    read_as("longest", True)
    # a side of its own: the vacant one on the line is no run with the left one; a third side of gaps (0-50, 50-100)
    shops = [shop(1, 10, "vacant"), shop(2, 20, "vacant", "on"), shop(3, 50, "occupied", "on")]
    street, seq = one_street(shops)
    assert values(seq.street(street), "run_max", "gap_max_m", "gaps") == (1, 100.0, 4)
    read_as("longest", False)                        # nobody on the right: no gap there
    assert values(seq.street(street), "gap_max_m", "gaps") == (100.0, 3)


@reading
def test_by_hand_unsure_readings():
    # besides a longest run of three on three points, one point with a vacant and an occupied one: only the reading
    # `side` sees it; or with two vacant ones, a shorter run: `runs` does too
    def pair(first, at, *statuses):
        return [shop(first + n, at, status, at=(at, 5.0)) for n, status in enumerate(statuses)]
    open_run = [shop(n, n, "vacant") for n in (1, 2, 3)] + [shop(4, 4, "occupied")]
    for unsure, want in (("longest", (False, False)), ("runs", (False, True)), ("side", (True, True))):
        read_as(unsure, True)
        for members, expected in zip((pair(10, 10, "occupied", "vacant"), pair(10, 10, "vacant", "vacant")), want):
            street, seq = one_street(open_run + members)
            assert seq.street(street)["run_order_unsure"] == expected, (unsure, members)


def test_by_hand_terms():
    # 365 days from 2025-06-30, 730 from 2024-06-30, 1095 from 2023-07-01 (29 February 2024 lies between)
    for since, want in (("2025-07-01", (364, "frictional")), ("2025-06-30", (365, "long")),
                        ("2024-07-01", (729, "long")), ("2024-06-30", (730, "structural")),
                        ("2023-07-02", (1094, "structural")), ("2023-07-01", (1095, "persistent")),
                        ("2026-06-30", (0, "frictional")), (None, (None, "unknown")), ("soon", (None, "unknown")),
                        ("2025-06", (None, "long")),                         # 365 to 394 days
                        ("2025-07", (None, "frictional")), ("2025", (None, "unknown")),     # 181 to 545
                        ("2022", (None, "persistent")), ("2026", (None, "frictional")),     # still running: 0 to 180
                        ("2062", (None, "unknown")), ("2026-07-01", (None, "unknown"))):
        p = shop(1, 1, "vacant", since=since)
        days, term, to_come = terms_mix.term(p, REFERENCE)
        assert (days, term) == want, (since, days, term)
        assert to_come == (since in ("2062", "2026-07-01")), since
        assert terms_mix.term(p, None)[1] == "unknown"
    assert terms_mix.term(shop(1, 1, "occupied", since="2020-01-01"), REFERENCE) == (None, None, False)
    shops = [shop(1, 1, "vacant", since=s) for s in ("2026-01-01", "2025-01-01", "2024-01-01", "2020", None)]
    assert list(terms_mix.terms(shops, REFERENCE).values()) == [1, 1, 1, 1, 1]


def test_by_hand_mix():
    # 3 : 1 gives −.75 ln .75 − .25 ln .25; the vacant one and the one without a family do not count
    shops = [shop(n, n, "occupied", family=f) for n, f in enumerate(("a", "a", "a", "b", None))]
    shops.append(shop(9, 9, "vacant", family="c"))
    mix = terms_mix.mix(shops)
    near(mix["shannon"], 0.75 * math.log(4 / 3) + 0.25 * math.log(4))
    near(mix["evenness"], mix["shannon"] / math.log(2))
    assert mix["families"] == 2
    assert terms_mix.mix(shops[:3]) == dict(families=1, shannon=0.0, evenness=None)
    assert terms_mix.mix([]) == dict(families=0, shannon=None, evenness=None)
    assert terms_mix.mix([], known=False)["families"] is None
    assert [values(r, "family", "premises", "share") for r in terms_mix.mix_rows("total", None, shops)] == [
        ("a", 3, 0.75), ("b", 1, 0.25)]


def polygon(*points):
    return ogr.CreateGeometryFromWkt("POLYGON((" + ", ".join(f"{x} {y}" for x, y in points + points[:1]) + "))")


def test_by_hand_facing():
    street = [[(0.0, 0.0), (100.0, 0.0)]]
    # the front, not the back; a front set back counts too; a yard behind does not; 45 degrees; 46.4; on the other side
    for want, shape in ((10, polygon((10, 5), (20, 5), (20, 15), (10, 15))),
                        (20, polygon((0, 5), (10, 5), (10, 10), (20, 10), (20, 20), (0, 20))),
                        (20, polygon((0, 5), (20, 5), (20, 20), (15, 20), (15, 10), (5, 10), (5, 20), (0, 20))),
                        (math.hypot(10, 10), polygon((0, 5), (10, 15), (0, 15))),
                        (0, polygon((0, 5), (10, 15.5), (0, 15.5))),
                        (10, polygon((10, -5), (20, -5), (20, -15), (10, -15)))):
        near(facing.frontage(shape, street), want)
    holed = ogr.CreateGeometryFromWkt("POLYGON((0 5,30 5,30 35,0 35,0 5),(10 15,10 25,20 25,20 15,10 15))")
    near(facing.frontage(holed, street), 30)         # no edge of the yard
    corner = [[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)]]     # a bend round the house: two fronts
    near(facing.frontage(polygon((85, 5), (95, 5), (95, 15), (85, 15)), corner), 20)


def test_by_hand_permutations_and_tails():
    # others 1, 1, 0, 0, two neighbours: P(0) = P(2) = 1/6, P(1) = 4/6
    near(hotspots.tails(2, 2, 2, 4), 1 / 3)
    near(hotspots.tails(1, 2, 2, 4), 1.0)
    near(hotspots.tails(0, 0, 2, 4), 1.0)
    # one neighbour among others 1, 0, 0: the upper tail is 1/3
    tail = hotspots.permutation_tail([1.0, 1.0, 0.0, 0.0], [[1], [0, 2], [1, 3], []])
    assert abs(tail[0] - 1 / 3) < 0.02 and tail[3] == 1.0, tail


def test_by_hand_adjusted():
    # .01·4/1 = .04, .03·4/2 = .06 but .04·4/3 = .0533 lies above it in rank, .5·4/4
    for got, want in zip(hotspots.adjusted([0.01, 0.04, None, 0.03, 0.5]), (0.04, 0.16 / 3, None, 0.16 / 3, 0.5)):
        assert got is None if want is None else math.isclose(got, want)
    for got, want in zip(hotspots.adjusted([0.01, 0.5], "by"), (0.03, 0.75)):               # 1 + 1/2 times as much
        near(got, want)


def test_by_hand_local_and_global():
    # 1 1 0 0 in a chain: mean .5, S .5. First: (2 − .5·2) / (.5 √((4·2 − 4)/3)) = √3; lags .5, 0, 0, −.5
    y, chain = [1, 1, 0, 0], [[1], [0, 2], [1, 3], [2]]
    rows = hotspots.local(y, chain)
    near(rows[0][0], math.sqrt(3))
    for row, want in zip(rows, (1, 0, 0, 1)):
        near(row[1], want)
    assert hotspots.local([1, 1, 1], [[1], [0], []]) == [(None,) * 4] * 3
    # an island: (0 − 1/3) / (√(2/9) √(2/2))
    near(hotspots.local([1, 0, 0], [[1], [0], []])[2][0], -math.sqrt(1 / 2))
    # over the six orders I is ±.5 and −1, twice each of .5, −.5, −1: mean −1/3, mean square .5
    whole = hotspots.global_moran(y, chain)
    near(whole["moran_i"], 0.5)
    near(whole["moran_z"], (5 / 6) / math.sqrt(7 / 18))
    near(whole["moran_p"], math.erfc(whole["moran_z"] / math.sqrt(2)))
    # a fifth value far off: S0 4, islands 1, n 5: I = Σ over the chain / (4 · .24), mean .4
    whole = hotspots.global_moran(y + [0], chain + [[]])
    assert whole["islands"] == 1
    near(whole["moran_i"], (0.6 * 0.6 + 0.6 * 0.1 + -0.4 * 0.1 + -0.4 * -0.4) / (4 * 0.24))
    for deviation, lag, q, want in ((0.5, 0.5, 0.05, "HH"), (-0.5, 0.5, 0.04, "LH"), (0.5, 0.5, 0.06, "ns"),
                                    (0.5, None, None, None)):
        assert hotspots.moran_class(deviation, lag, q, 0.05) == want
    for z, q, want in ((2.0, 0.05, "hot"), (-2.0, 0.01, "cold"), (2.0, 0.06, "ns"), (2.0, None, None)):
        assert hotspots.gi_class(z, q, 0.05) == want


def test_by_hand_standardised():
    # m .2, A = .01 − .016 < 0, so v = .016; then 0/10 and 10/10: m .5, A = .25 − .025, v = .25
    for got, want in zip(hotspots.standardised([(1, 10), (3, 10)]), (-0.1 / math.sqrt(0.016), 0.1 / math.sqrt(0.016))):
        near(got, want)
    for got, want in zip(hotspots.standardised([(0, 10), (10, 10)]), (-1, 1)):
        near(got, want)
    assert hotspots.standardised([(0, 10), (0, 5)]) is None


def test_by_hand_neighbours():
    assert hotspots.within([(0, 0), (0, 150), (0, 300.1)], 150) == [[1], [0], []]     # the bound is inside
    points = [(0, 0), (1, 0), (-1, 0)]               # 9 < 10 as integers, "10" < "9" as bytes
    assert hotspots.nearest(points, ["1", "10", "9"], 1) == [[2], [0], [0]]
    assert hotspots.nearest(points, ["a", "10", "9"], 1) == [[1], [0], [0]]
    shops = [shop(1, 1, "vacant"), shop(2, 2, "unknown"), shop(3, 3, "occupied"), shop(4, 4, "vacant", "right")]
    _, seq = one_street(shops)
    stock = [p for p in shops if p.stock]
    assert hotspots.in_a_row(seq.survey, stock) == [[1], [0], []]
    assert hotspots.in_a_row(seq.survey, stock, pass_over=False) == [[], [], []]


def truths(path, surveys):
    """run_left and run_right of verites.csv, with works ending a run; streets of one name together"""
    with open(path, encoding="utf-8", newline="") as f:
        rows = [r for r in csv.DictReader(f, delimiter=";") if r["voie"]]
    assert len(rows) > 60
    for r in rows:
        survey = surveys[int(r["annee"])]
        for side, column in (("left", "run_left"), ("right", "run_right")):
            found = [len(run) for s in survey.streets if s.name == r["voie"]
                     for (_, where), members in base.order(survey.by_street.get(str(s.id), [])).items() if where == side
                     for run in sequence.runs(members)]
            assert max(found, default=0) == int(r[column]), (r, side, found)
