#!/usr/bin/env python3
"""Statistics of hot spots a second time, in plain Python: Gi*, local and global Moran, the exact p of a 0/1
variable, the full enumeration of any variable, Benjamini-Hochberg and -Yekutieli, the Assunção-Reis rate.

Written from the published formulas, without sight of src/. `near` is a list: for each row the list of its
neighbours, without itself; every weight is equal. Undefined is math.nan. Run alone, it checks itself
against published figures and the answers of R's spdep."""
import csv
import functools
import itertools
import math
import pathlib
import struct
import sys
from fractions import Fraction

nan = math.nan


# --- neighbours --------------------------------------------------------------------------------------

def squared(xy, i, j):
    return (xy[i][0] - xy[j][0]) ** 2 + (xy[i][1] - xy[j][1]) ** 2


def near_distance(xy, band):
    """d <= band, by squares"""
    return [[j for j in range(len(xy)) if j != i and squared(xy, i, j) <= band * band] for i in range(len(xy))]


def near_knn(xy, k):
    """the k nearest, ties to the lesser index"""
    order = lambda i: sorted((squared(xy, i, j), j) for j in range(len(xy)) if j != i)  # noqa: E731
    return [sorted(j for _, j in order(i)[:k]) for i in range(len(xy))]


def lattice(rows, columns):
    """rook contiguity of a regular lattice, row by row"""
    at = lambda r, c: r * columns + c  # noqa: E731
    return [[at(r + i, c + j) for i, j in ((-1, 0), (0, -1), (0, 1), (1, 0))
             if 0 <= r + i < rows and 0 <= c + j < columns] for r in range(rows) for c in range(columns)]


# --- statistics --------------------------------------------------------------------------------------

def gi_star(near, y):
    """Getis & Ord 1995 (Ord & Getis, eq. 14), binary weights with self, S of the population"""
    n, out = len(y), []
    mean = math.fsum(y) / n
    s = math.sqrt(math.fsum((v - mean) ** 2 for v in y) / n)
    for i, js in enumerate(near):
        w = len(js) + 1
        below = s * math.sqrt((n * w - w * w) / (n - 1)) if n > 1 and min(y) < max(y) else 0
        out.append((math.fsum(y[j] for j in [i, *js]) - mean * w) / below if below else nan)
    return out


def local_moran(near, y):
    """Anselin 1995, row-standardised, over the variance with n; NaN for islands"""
    n = len(y)
    mean = math.fsum(y) / n
    z = [v - mean for v in y]
    m2 = math.fsum(v * v for v in z) / n
    flat = min(y) == max(y)
    return [nan if flat or not js else z[i] * math.fsum(z[j] for j in js) / len(js) / m2 for i, js in enumerate(near)]


def global_moran(near, y, binary=False):
    """Cliff & Ord 1981, row-standardised weights (or `binary` ones) written out as a matrix; two-sided p"""
    n = len(y)
    names = ("i", "expected", "variance_normal", "z_normal", "p_normal", "variance_random", "z_random", "p_random")
    islands = sum(not js for js in near)
    if n < 4 or min(y) == max(y) or islands == n:
        return {**dict.fromkeys(names, nan), "islands": islands}
    w = {(i, j): 1 if binary else 1 / len(js) for i, js in enumerate(near) for j in js}
    mean = math.fsum(y) / n
    z = [v - mean for v in y]
    z2, z4 = math.fsum(v ** 2 for v in z), math.fsum(v ** 4 for v in z)
    s0 = math.fsum(w.values())
    both = {tuple(sorted(key)) for key in w}
    s1 = math.fsum((w.get((i, j), 0) + w.get((j, i), 0)) ** 2 for i, j in both)  # ½ΣΣ: each unordered pair once
    to, by = [0.0] * n, [0.0] * n
    for (i, j), value in w.items():
        to[i] += value
        by[j] += value
    s2 = math.fsum((a + b) ** 2 for a, b in zip(to, by))
    expected = -1 / (n - 1)
    out = {"i": n / s0 * math.fsum(v * z[i] * z[j] for (i, j), v in w.items()) / z2, "expected": expected, "islands": islands}
    out["variance_normal"] = (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - expected ** 2
    b2 = n * z4 / (z2 * z2)
    out["variance_random"] = (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
                              - b2 * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) \
        / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected ** 2
    for kind in ("normal", "random"):
        out["z_" + kind] = (out["i"] - expected) / math.sqrt(out["variance_" + kind]) \
            if out["variance_" + kind] > 1e-12 * expected ** 2 else nan  # everyone a neighbour of everyone: rounding
        out["p_" + kind] = math.erfc(abs(out["z_" + kind]) / math.sqrt(2))
    return out


@functools.cache
def hypergeometric_p(others, marked, drawn, s):
    """two-sided p of s marked among `drawn` of `others`, as a Fraction"""
    low, high = max(0, drawn - (others - marked)), min(drawn, marked)
    ways = [math.comb(marked, low) * math.comb(others - marked, drawn - low)]
    for x in range(low, high):  # C(M, x)·C(N - M, k - x) from the one before, in whole numbers
        ways.append(ways[-1] * (marked - x) * (drawn - x) // ((x + 1) * (others - marked - drawn + x + 1)))
    tail = min(sum(ways[:s - low + 1]), sum(ways[s - low:]))
    return min(Fraction(1), Fraction(2 * tail, math.comb(others, drawn)))


def conditional_p(near, y):
    """two-sided p by full enumeration, i fixed: the limit of the permutations; y exact (int or Fraction)"""
    out = []
    for i, js in enumerate(near):
        others, s = [v for j, v in enumerate(y) if j != i], sum(y[j] for j in js)
        sums = [sum(c) for c in itertools.combinations(others, len(js))]
        tail = min(sum(v <= s for v in sums), sum(v >= s for v in sums))
        out.append(min(Fraction(1), Fraction(2 * tail, len(sums))))
    return out


def fdr(p, method="bh"):
    """Benjamini & Hochberg 1995 ("bh"), Benjamini & Yekutieli 2001 ("by"); NaN stays and is not counted"""
    order = sorted((v, i) for i, v in enumerate(p) if not math.isnan(v))
    m, least, q = len(order), 1.0, [nan] * len(p)
    factor = m * (math.fsum(1 / j for j in range(1, m + 1)) if method == "by" else 1)
    for j in range(m, 0, -1):
        v, i = order[j - 1]
        least = min(least, factor * v / j)
        q[i] = least
    return q


def assuncao_reis(v, b, poisson=False):
    """Assunção & Reis 1999, standardised rates; binomial: m(1 - m) for m, the variance between rates not below 0"""
    used = [(e, n) for e, n in zip(v, b) if n > 0]
    if not used:
        return [nan] * len(v)
    total = math.fsum(n for _, n in used)
    m = math.fsum(e for e, _ in used) / total
    inner = m if poisson else m * (1 - m)
    between = math.fsum(n * (e / n - m) ** 2 for e, n in used) / total - inner / (total / len(used))
    if not poisson:
        between = max(0.0, between)
    out = []
    for e, n in zip(v, b):
        variance = between + inner / n if n > 0 else 0
        if n > 0 and variance <= 0:
            variance = inner / n
        out.append((e / n - m) / math.sqrt(variance) if variance > 0 else nan)
    return out


# --- reference files ---------------------------------------------------------------------------------

def read_gal(path, ids=None):
    """GAL: a first line with the count, then "id k" and its k neighbours; ids: the order of the rows"""
    words = path.read_text().split("\n", 1)
    near, at = {}, iter(words[1].split())
    for name in at:
        near[int(name)] = [int(next(at)) for _ in range(int(next(at)))]
    ids = ids or sorted(near)
    index = {name: i for i, name in enumerate(ids)}
    return [sorted(index[j] for j in near[name]) for name in ids]


def read_dbf(path):
    """rows of a dBASE III table, numbers as floats"""
    raw = path.read_bytes()
    count, header, size = struct.unpack("<IHH", raw[4:12])
    fields = [(raw[at:at + 11].split(b"\0")[0].decode(), raw[at + 16]) for at in range(32, header - 31, 32) if raw[at] != 13]
    out = []
    for r in range(count):
        at, row = header + r * size + 1, {}
        for name, width in fields:
            text = raw[at:at + width].decode("latin-1").strip()
            at += width
            try:
                row[name] = float(text)
            except ValueError:
                row[name] = text
        out.append(row)
    return out


def read_csv(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def close(found, expected, within=1e-9):
    for i, (a, b) in enumerate(zip(found, expected, strict=True)):
        assert abs(a - float(b)) <= within, (i, a, b)


def check(folder):
    """every figure is published or of another program; the comment says which"""
    # Getis & Ord's six points, printed to eight digits
    points, y = [(10, 10), (20, 10), (40, 10), (15, 20), (30, 20), (30, 30)], [2, 3, 3.2, 5, 8, 7]
    close(gi_star(near_distance(points, 15), y),
          [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331], 5e-9)
    # PySAL's test of a 3 × 3 lattice, binary weights
    m = global_moran(lattice(3, 3), range(1, 10), binary=True)
    close([m["variance_normal"], m["variance_random"]], [0.053125, 0.0596875], 1e-12)
    # St. Louis and SIDS: PySAL's tests, which print the one-tailed p under normality
    stl = read_csv(folder / "stl" / "stl_hom.csv")
    m = global_moran(read_gal(folder / "stl" / "stl.gal"), [float(r["HR8893"]) for r in stl])
    close([m["i"], m["p_normal"] / 2], [0.24365582621771659, 0.00013573931385468807], 1e-12)
    sids = read_dbf(folder / "sids2" / "sids2.dbf")
    near = read_gal(folder / "sids2" / "sids2.gal", [int(r["FIPSNO"]) for r in sids])
    m = global_moran(near, [r["SIDR74"] for r in sids])
    close([m["i"], m["p_normal"] / 2], [0.24772519320480135, 5.7916539e-05], 1e-12)
    rate = assuncao_reis([r["SID79"] for r in sids], [r["BIR79"] for r in sids], poisson=True)
    m = global_moran(near, rate)  # PySAL's Moran_Rate is Moran's I of the standardised rate
    close([m["i"], m["p_normal"] / 2], [0.16622343552567395, 0.004191499504892171], 1e-12)
    # de Smith, Goodchild & Longley 2015, figure 5-31; the local ones are over the variance with n
    z = [float(r["z"]) for r in csv.DictReader((folder / "desmith" / "desmith.txt").read_text().splitlines()[1:])]
    near = read_gal(folder / "desmith" / "desmith.gal")
    close([global_moran(near, z)["i"]], [0.07361243], 5e-9)
    close(local_moran(near, z), [-0.12677, -0.221562, -0.148349, -0.575226, 0.534389, 0.135646, 1.32387, -0.646048,
                                 0.078904, 0.38127], 5e-6)
    # spdep, all rows
    table = read_csv(folder / "spdep" / "columbus_crime_local_spdep.csv")
    near, y = read_gal(folder / "columbus" / "columbus.gal"), [float(r["CRIME"]) for r in table]
    close(local_moran(near, y), [r["Ii"] for r in table])
    close(gi_star(near, y), [r["GiStar_B"] for r in table])
    table = read_csv(folder / "spdep" / "baltim_price_local_spdep.csv")
    points, y = [(float(r["X"]), float(r["Y"])) for r in table], [float(r["PRICE"]) for r in table]
    close(gi_star(near_distance(points, 15), y), [r["GiStar_d15"] for r in table])
    close(local_moran(near_knn(points, 4), y), [r["Ii_knn4"] for r in table])
    table = read_csv(folder / "spdep" / "sids2_eb_spdep.csv")
    close(assuncao_reis([float(r["SID74"]) for r in table], [float(r["BIR74"]) for r in table], True), [r["EBz"] for r in table])
    # by hand: 2 of 4 marked, 2 drawn: P(0) = 1/6, P(1) = 4/6
    assert [hypergeometric_p(4, 2, 2, s) for s in range(3)] == [Fraction(1, 3), 1, Fraction(1, 3)]
    # by hand: row 0 draws 2 of {1, 1, 0, 0} and has (1, 1)
    assert conditional_p([[1, 2], [], [], [], []], [1, 1, 1, 0, 0]) == [Fraction(1, 3), 1, 1, 1, 1]
    # Benjamini & Hochberg 1995, section 4.1: fifteen p-values, four of them discoveries at 0.05
    p = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.0]
    assert sum(q <= 0.05 for q in fdr(p)) == 4


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
    from tap import data
    check(data("reference"))
    print("ok")
