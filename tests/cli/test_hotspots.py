"""Hot spots through the command (definitions.md: Hot spots), on towns drawn by hand; p by listing every way to place the
vacant ones. Towns without any variance, neighbour or premises give NULL, never a number."""
import itertools
import math
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *
from town import *

HAUTE = street("s1", "Rue Haute", (0, 0), (400, 0))
SPOT = ("gi_z", "gi_p", "gi_q", "gi_class", "moran_i", "moran_p", "moran_q", "moran_class")
NONE = (None,) * 8


def row_of(statuses, *arguments, folder, x=None):
    """Premises of the one street, ten metres apart."""
    out = town(folder, [HAUTE], shops(statuses, "Rue Haute"), "--set", "hotspots.distance_m=10", "--overwrite", *arguments)
    return out, [by(out, "premises", "premises_id", *SPOT)[f"Rue Haute{i}"] for i in range(len(statuses))]


def enumerated(y, neighbours):
    """p of each: of all ways to give the other values to the others, min(1, 2 min(share ≤, share ≥))."""
    found = []
    for i, near in enumerate(neighbours):
        others = [j for j in range(len(y)) if j != i]
        seen = sum(y[j] for j in near)
        ways = [len(set(near) & set(where)) for where in itertools.combinations(others, sum(y) - y[i])]
        low, high = (sum(f(w) for w in ways) / len(ways) for f in (lambda w: w <= seen, lambda w: w >= seen))
        found.append(min(1, 2 * min(low, high)))
    return found


def gi_star(y, neighbours):
    """Ord & Getis (1995), binary weights with self, S of the population."""
    n, mean = len(y), sum(y) / len(y)
    s = math.sqrt(sum(v * v for v in y) / n - mean * mean)
    return [(sum(y[j] for j in near + [i]) - mean * (len(near) + 1))
            / (s * math.sqrt((n * (len(near) + 1) - (len(near) + 1) ** 2) / (n - 1))) for i, near in enumerate(neighbours)]


def test_a_row_of_premises(folder):
    """VVVVOOOOOOOO, neighbours those at 10 m (the bound included)."""
    statuses = "VVVVOOOOOOOO"
    y = [int(s == "V") for s in statuses]
    near = [[j for j in (i - 1, i + 1) if 0 <= j < len(y)] for i in range(len(y))]
    mean, n = sum(y) / len(y), len(y)
    z2 = sum((v - mean) ** 2 for v in y) / n
    out, spots = row_of(statuses, folder=folder)
    for i, (gi, p, q, _, moran, moran_p, _, _) in enumerate(spots):
        close(gi, gi_star(y, near)[i], 1e-12)
        close(p, enumerated(y, near)[i], 1e-12)
        close(moran, (y[i] - mean) * (sum(y[j] for j in near[i]) / len(near[i]) - mean) / z2, 1e-12)
        equal(moran_p, p)
    order = sorted(range(n), key=lambda i: spots[i][1])
    for rank, i in enumerate(order):  # Benjamini and Hochberg (1995)
        close(spots[i][2], min(min(1, spots[j][1] * n / (k + 1)) for k, j in enumerate(order) if k >= rank), 1e-12)


def test_statuses_outside_the_stock_have_none(folder):
    _, spots = row_of("VWO?RCO", folder=folder)
    equal([s[0] is None for s in spots], [False, True, False, True, True, True, False])
    equal(spots[1], NONE)


def test_classes_where_vacancy_clusters(folder):
    """Ten vacant premises on the first 100 m, thirty occupied: the inside of each block is hot or not, none is cold by far."""
    out, spots = row_of("V" * 10 + "O" * 28, "--set", "hotspots.distance_m=50", folder=folder)
    equal({s[3] for s in spots[1:7]}, {"hot"})
    equal({s[7] for s in spots[1:7]}, {"HH"})
    total, = rows(out, "SELECT moran_i, moran_z, moran_p, islands FROM total_vacancy")
    assert total["moran_i"] > 0.5 and total["moran_p"] < 1e-6 and total["islands"] == 0, total


def test_benjamini_yekutieli_is_stricter(folder):
    """Its q is that of Benjamini and Hochberg times 1 + 1/2 + … + 1/n, up to 1."""
    statuses = "VVVVVVOOOOOOOOOOOOOOOO"
    _, bh = row_of(statuses, folder=folder)
    _, by_ = row_of(statuses, "--set", "hotspots.fdr_method=by", folder=folder)
    c = sum(1 / k for k in range(1, len(statuses) + 1))
    for one, other in zip(bh, by_):
        smallest = min(s[2] for s in bh)
        if one[2] < 1:
            close(other[2], min(1, one[2] * c), 1e-9)
        assert other[2] >= one[2] >= smallest


def test_islands_are_counted_and_have_no_moran(folder):
    """Three within reach of each other, one 200 m away: an island has Gi* from its own value, p 1."""
    premises = shops("VOO", "Rue Haute") + [shop("far", "V", 300, 5, "Rue Haute")]
    out = town(folder, [HAUTE], premises, "--set", "hotspots.distance_m=25")
    spot = by(out, "premises", "premises_id", *SPOT)["far"]
    close(spot[0], gi_star([1, 0, 0, 1], [[1, 2], [0, 2], [0, 1], []])[3])
    equal(spot[1:], (1, 1, "ns", None, None, None, None))
    equal(rows(out, "SELECT islands FROM total_vacancy"), [{"islands": 1}])


def test_nearest_neighbours_and_ties(folder):
    """k = 1: of two at the same distance the lesser id; Gi* of b (between a and c) is that of {a, b}."""
    premises = [shop("a", "V", 10, 5, "Rue Haute"), shop("b", "O", 20, 5, "Rue Haute"), shop("c", "O", 30, 5, "Rue Haute"),
                shop("d", "O", 45, 5, "Rue Haute")]
    out = town(folder, [HAUTE], premises, "--set", "hotspots.neighbours=knn", "--set", "hotspots.k=1")
    close(by(out, "premises", "premises_id", "gi_z")["b"][0], gi_star([1, 0, 0, 0], [[1], [0], [1], [2]])[1])


def test_contiguity_follows_the_side(folder):
    """Left a b c, right d: b has two neighbours, d none, though d stands across the street from b."""
    premises = [shop("a", "V", 10, 5, "Rue Haute"), shop("b", "V", 20, 5, "Rue Haute"), shop("c", "O", 90, 5, "Rue Haute"),
                shop("d", "O", 20, -5, "Rue Haute")]
    out = town(folder, [HAUTE], premises, "--set", "hotspots.neighbours=contiguity")
    expected = gi_star([1, 1, 0, 0], [[1], [0, 2], [1], []])
    equal([i for i, v in enumerate(expected) if abs(by(out, "premises", "premises_id", "gi_z")["abcd"[i]][0] - v) > 1e-12], [])
    equal(rows(out, "SELECT islands FROM total_vacancy"), [{"islands": 1}])


# --- towns without an answer ---------------------------------------------------------------------------------------


def warned(folder, *arguments):
    ran = done("run", folder / "study.yaml", "-o", folder / "out", "--overwrite", *arguments)
    return ran.err


def test_no_difference_no_hot_spot(folder):
    """All vacant, none vacant, one premises, none in the stock."""
    for statuses in ("VVVV", "OOOO", "V", "O", "??", "RC"):
        draw(folder, [HAUTE], shops(statuses, "Rue Haute"))
        err = warned(folder)
        assert "hot spots" in err, err
        equal(set(by(folder / "out", "premises", "premises_id", *SPOT).values()), {NONE})
        equal(set(by(folder / "out", "street_vacancy", "street_id", *SPOT).values()), {NONE})
        total, = rows(folder / "out", "SELECT moran_i, moran_z, moran_p, rate_eb, run_max FROM total_vacancy")
        equal(tuple(total.values())[:3], (None, None, None))


def test_all_on_one_point(folder):
    """Forty premises on one point: everyone is everyone's neighbour, so Gi* has no variance: NULL, not infinity; p is 1."""
    premises = [shop(f"p{i:02}", "VO"[i % 2], 50, 5, "Rue Haute") for i in range(40)]
    out = town(folder, [HAUTE], premises)
    equal({s[:4] for s in by(out, "premises", "premises_id", *SPOT).values()}, {(None, 1, 1, "ns")})
    equal(of_street(out), (1, 1))


def of_street(out):
    row, = rows(out, "SELECT run_max, run_order_unsure FROM street_vacancy")
    return tuple(row.values())


def test_no_permutations(folder):
    """p of streets NULL and said; those of premises are exact and stay."""
    streets = [street(f"s{i}", f"Rue {i}", (0, 50 * i), (100, 50 * i)) for i in range(6)]
    premises = [p for i in range(6) for p in shops("VVOO" if i < 3 else "OOOO", f"Rue {i}", y=50 * i + 5)]
    draw(folder, streets, premises)
    err = warned(folder, "--set", "hotspots.permutations=0", "--set", "hotspots.distance_m=60")
    assert "hotspots.permutations" in err, err
    for spot in by(folder / "out", "street_vacancy", "street_id", *SPOT).values():
        assert spot[0] is not None and spot[1:4] == (None, None, None) and spot[5:] == (None, None, None), spot
    assert all(s[1] is not None for s in by(folder / "out", "premises", "premises_id", *SPOT).values())


def test_seed_and_threads(folder):
    """Same seed, same p, whatever the threads; another seed, other p within the error of the draws."""
    streets = [street(f"s{i}", f"Rue {i}", (0, 50 * i), (100, 50 * i)) for i in range(8)]
    premises = [p for i in range(8) for p in shops(("VVVO", "VVOO", "OOOV", "OOOO")[i // 2], f"Rue {i}", y=50 * i + 5)]
    draw(folder, streets, premises)
    found = []
    for seed, threads in ((1, 1), (1, 2), (2, 1)):
        warned(folder, "--set", f"hotspots.seed={seed}", "--threads", threads)
        found.append([s[1] for s in by(folder / "out", "street_vacancy", "street_id", *SPOT).values()])
    equal(found[0], found[1])
    assert found[0] != found[2]
    for p, q in zip(found[0], found[2]):  # two counts of 9,999 draws, five standard errors of their difference
        assert abs(p - q) <= 5 * 2 * math.sqrt(2 * 0.25 / 9999), (p, q)


def test_a_premises_without_a_street_is_still_a_neighbour(folder):
    premises = shops("VO", "Rue Haute") + [shop("lost", "V", 30, 5, "Cour Perdue")]
    out = town(folder, [HAUTE], premises, "--set", "hotspots.distance_m=10")
    spots = by(out, "premises", "premises_id", *SPOT)
    equal(spots["Rue Haute1"][:2], (None, 1))  # the middle one has all as neighbours
    # lost: itself and one that is occupied, of 1 0 1: (1 − 2·2/3) / (√(2/9) · √((3·2 − 4)/2))
    close(spots["lost"][0], (1 - 4 / 3) / (math.sqrt(2 / 9) * 1))


def test_values_out_of_range_are_refused(folder):
    draw(folder, [HAUTE], shops("VO", "Rue Haute"))
    for key, value in (("hotspots.k", "0"), ("hotspots.distance_m", "-1"), ("hotspots.fdr", "2"), ("hotspots.permutations", "-5"),
                       ("hotspots.neighbours", "queen")):
        refused("run", folder / "study.yaml", "-o", folder / "out2", "--set", f"{key}={value}", says=(key, value))


if __name__ == "__main__":
    run(globals())
