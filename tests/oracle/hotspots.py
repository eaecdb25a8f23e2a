"""Hot spots: Gi*, Moran's I, their p and q, of premises and of streets. Part of the oracle test_oracle_diagnosis.py.

Distances, neighbours, sums and exact tails are worked out here; the least distances of street lines by osgeo.ogr
(GEOS).

Choices
 H1  The points are the stock: other premises are nobody's neighbours, and knn and contiguity pass over them.
     Contiguity: the one before and the one after in the order of a side of a piece of the street, so that a premises
     of another status between two of the stock does not part them. PASS_OVER false: it does.
 H2  Fewer than k others: all of them. knn is not made symmetric.
 H3  Given i, the sum over its n neighbours is hypergeometric: n drawn from the N − 1 others. Gi* adds y_i, a
     constant, so gi_p and moran_p are one number; an island has gi_p 1.
 H4  q: over all premises of the stock (streets with a stock) that have a p; for moran_q without the islands.
 H5  gi_class: by the sign of gi_z. moran_class: first letter by y_i − mean, second by the neighbours' mean − mean;
     exactly 0 is L.
 H6  A value that is the same everywhere (no variance), or a band that holds everyone, has no z: NULL, and p, q, class
     too where there is no variance.
 H7  Global I: over the premises of the stock, islands in n and in the mean, S0 = premises that have neighbours;
     variance under randomisation, as for the row-standardised weights; p two-sided from the normal law. Below 4
     premises or without variance: NULL.
 H8  Streets: m and A over the streets with a stock; the deviations of the standardised rates are taken from their
     plain mean. Distance of two streets: of all their lines. Contiguous: a common vertex. Global columns are of the
     premises, not of the streets.
"""
import math
from collections import defaultdict
from functools import lru_cache

import numpy
from osgeo import ogr

import survey as base

PASS_OVER = True


# ---------------------------------------------------------------- neighbours

def within(points, distance):
    """For each point the others at most `distance` away."""
    xy = numpy.array(points, dtype=float).reshape(-1, 2)
    found = []
    for i, p in enumerate(xy):
        d = xy - p
        near = numpy.nonzero(numpy.sqrt(d[:, 0] ** 2 + d[:, 1] ** 2) <= distance)[0]
        found.append([int(j) for j in near if j != i])
    return found


def nearest(points, ids, k):
    """For each point its k nearest others, ties by id."""
    rank = base.id_order(ids)
    return [[j for _, _, j in sorted((math.dist(p, q), rank(ids[j]), j) for j, q in enumerate(points) if j != i)[:k]]
            for i, p in enumerate(points)]


def in_a_row(survey, stock, pass_over=None):
    """For each premises of the stock the one before and after it on its side."""
    pass_over = PASS_OVER if pass_over is None else pass_over
    number = {p: i for i, p in enumerate(stock)}
    rank = base.id_order([p.id for p in survey.premises])
    found = [[] for _ in stock]
    for members in survey.by_street.values():
        for side in base.order([p for p in members if p.stock or not pass_over], rank).values():
            for a, b in zip(side, side[1:]):
                if a.stock and b.stock:
                    found[number[a]].append(number[b])
                    found[number[b]].append(number[a])
    return found


def street_distances(streets, most=math.inf):
    """{(i, j): least distance} of the pairs at most about `most` apart"""
    shapes, boxes = [], []
    for s in streets:
        shape = ogr.Geometry(ogr.wkbMultiLineString)
        for piece in s.pieces:
            part = ogr.Geometry(ogr.wkbLineString)
            for p in piece.points:
                part.AddPoint_2D(*p)
            shape.AddGeometry(part)
        shapes.append(shape)
        boxes.append(shape.GetEnvelope())
    found = {}
    for i, (a0, a1, b0, b1) in enumerate(boxes):
        for j, (c0, c1, d0, d1) in enumerate(boxes[:i]):
            if max(c0 - a1, a0 - c1, d0 - b1, b0 - d1) <= most:
                found[i, j] = found[j, i] = shapes[i].Distance(shapes[j])
    return found


def street_neighbours(streets, kind="distance", distance=150.0, k=8):
    if kind == "contiguity":
        vertices = [{p for piece in s.pieces for p in piece.points} for s in streets]
        return [[j for j in range(len(streets)) if j != i and vertices[i] & vertices[j]] for i in range(len(streets))]
    if kind == "distance":
        apart = street_distances(streets, distance)
        return [[j for j in range(len(streets)) if apart.get((i, j), math.inf) <= distance]
                for i in range(len(streets))]
    apart = street_distances(streets)
    rank = base.id_order([str(s.id) for s in streets])
    others = [[j for j in range(len(streets)) if j != i] for i in range(len(streets))]
    return [sorted(near, key=lambda j: (apart[i, j], rank(str(streets[j].id))))[:k] for i, near in enumerate(others)]


# ---------------------------------------------------------------- statistics

def local(values, neighbours):
    """→ [(gi_z, moran_i, deviation, lag)]; moran_i and lag None for islands, all None without variance"""
    n, mean = len(values), math.fsum(values) / max(len(values), 1)
    square = math.fsum((v - mean) ** 2 for v in values) / max(n, 1)
    if n < 2 or max(values) == min(values):
        return [(None,) * 4] * n
    found = []
    for value, near in zip(values, neighbours):
        w = len(near) + 1
        spread = math.sqrt(square * (n * w - w * w) / (n - 1))
        z = (value + math.fsum(values[j] for j in near) - mean * w) / spread if w < n else None
        lag = math.fsum(values[j] - mean for j in near) / len(near) if near else None
        found.append((z, (value - mean) * lag / square if near else None, value - mean, lag))
    return found


@lru_cache(maxsize=None)
def tails(x, n, ones, others):
    """2·min(P(X <= x), P(X >= x)), at most 1; X: the ones among n drawn from `others`, of which `ones` are 1. Exact."""
    ways = [math.comb(ones, i) * math.comb(others - ones, n - i) for i in range(n + 1)]
    return min(1.0, 2 * min(sum(ways[:x + 1]), sum(ways[x:])) / math.comb(others, n))


def exact_p(values, neighbours):
    """values: 0 or 1"""
    ones, n = sum(values), len(values)
    return [tails(sum(values[j] for j in near), len(near), ones - v, n - 1) for v, near in zip(values, neighbours)]


def permutation_tail(values, neighbours, draws=19999, seed=7):
    """For each i the lesser tail of the sum over its neighbours, i fixed; an estimate with the error of `draws`."""
    n = len(values)
    random = numpy.random.default_rng(seed)
    shuffled = numpy.argsort(random.random((draws, n - 1)), axis=1)
    values = numpy.array(values)
    slack = 1e-9 * numpy.abs(values).max()
    found = []
    for i, near in enumerate(neighbours):
        sums = numpy.delete(values, i)[shuffled[:, :len(near)]].sum(axis=1)
        x = values[near].sum() if near else 0.0
        found.append(min(int((sums <= x + slack).sum()) + 1, int((sums >= x - slack).sum()) + 1) / (draws + 1))
    return found


def adjusted(p, method="bh"):
    """Benjamini–Hochberg (or –Yekutieli) q; None stays None and does not count"""
    known = sorted((value, i) for i, value in enumerate(p) if value is not None)
    m, least = len(known), 1.0
    factor = math.fsum(1 / r for r in range(1, m + 1)) if method == "by" else 1.0
    q = [None] * len(p)
    for r in range(m, 0, -1):
        value, i = known[r - 1]
        least = min(least, value * m * factor / r)
        q[i] = least
    return q


def gi_class(z, q, fdr):
    return None if q is None else "ns" if q > fdr or not z else "hot" if z > 0 else "cold"


def moran_class(deviation, lag, q, fdr):
    if q is None or lag is None:
        return None
    return "HL"[deviation <= 0] + "HL"[lag <= 0] if q <= fdr else "ns"


def global_moran(values, neighbours):
    """moran_i, moran_z, moran_p and islands, row-standardised, variance under randomisation"""
    n, islands = len(values), sum(not near for near in neighbours)
    found = dict(moran_i=None, moran_z=None, moran_p=None, islands=islands)
    s0 = n - islands
    if n < 4 or not s0 or max(values) == min(values):
        return found
    mean = math.fsum(values) / n
    z = [v - mean for v in values]
    m2, m4 = math.fsum(v * v for v in z) / n, math.fsum(v ** 4 for v in z) / n
    found["moran_i"] = i = math.fsum(z[a] * math.fsum(z[b] for b in near) / len(near)
                                     for a, near in enumerate(neighbours) if near) / (s0 * m2)
    weight = {(a, b): 1 / len(near) for a, near in enumerate(neighbours) for b in near}
    s1 = math.fsum(w * w + w * weight.get((b, a), 0.0) for (a, b), w in weight.items())
    columns = defaultdict(list)
    for (_, b), w in weight.items():
        columns[b].append(w)
    s2 = math.fsum((bool(near) + math.fsum(columns[a])) ** 2 for a, near in enumerate(neighbours))
    expected, kurtosis = -1 / (n - 1), m4 / m2 ** 2
    square = (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
              - kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0)
    variance = square - expected * expected
    if variance > 0:
        found["moran_z"] = (i - expected) / math.sqrt(variance)
        found["moran_p"] = math.erfc(abs(found["moran_z"]) / math.sqrt(2))
    return found


def standardised(rows):
    """Assunção–Reis with the binomial variance; rows: [(v, stock)] with stock > 0. None without variance."""
    total = sum(b for _, b in rows)
    m = sum(v for v, _ in rows) / total
    mean_stock = total / len(rows)
    a = max(0.0, math.fsum(b * (v / b - m) ** 2 for v, b in rows) / total - m * (1 - m) / mean_stock)
    variances = [a + m * (1 - m) / b for _, b in rows]
    return [(v / b - m) / math.sqrt(s) for (v, b), s in zip(rows, variances)] if min(variances) > 0 else None


# ---------------------------------------------------------------- columns

COLUMNS = ("gi_z", "gi_p", "gi_q", "gi_class", "moran_i", "moran_p", "moran_q", "moran_class")


def columns(values, neighbours, p, fdr=0.05, method="bh"):
    """The eight columns of each, given the p of both."""
    rows = local(values, neighbours)
    known = [value if z[2] is not None else None for value, z in zip(p, rows)]
    moran_p = [value if lag is not None else None for value, (_, _, _, lag) in zip(known, rows)]
    gi_q, moran_q = adjusted(known, method), adjusted(moran_p, method)
    return [dict(gi_z=z, gi_p=known[i], gi_q=gi_q[i], gi_class=gi_class(z, gi_q[i], fdr), moran_i=moran,
                 moran_p=moran_p[i], moran_q=moran_q[i], moran_class=moran_class(deviation, lag, moran_q[i], fdr))
            for i, (z, moran, deviation, lag) in enumerate(rows)]


def of_premises(survey, kind="distance", distance=150.0, k=8):
    """→ ({premises: columns}, the columns of the total); premises outside the stock have NULL"""
    stock = [p for p in survey.premises if p.stock]
    y = [int(p.vacant) for p in stock]
    neighbours = (in_a_row(survey, stock) if kind == "contiguity" else within([p.at for p in stock], distance)
                  if kind == "distance" else nearest([p.at for p in stock], [p.id for p in stock], k))
    found = dict.fromkeys(survey.premises, dict.fromkeys(COLUMNS))
    found.update(zip(stock, columns(y, neighbours, exact_p(y, neighbours))))
    return found, global_moran(y, neighbours)


def of_streets(survey, kind="distance", distance=150.0, k=8):
    """→ (ids of the streets with a stock, their standardised rates, neighbours, lesser tails by permutation)"""
    streets = [s for s in survey.streets if any(p.stock for p in survey.by_street.get(str(s.id), ()))]
    members = [survey.by_street[str(s.id)] for s in streets]
    values = standardised([(sum(p.vacant for p in m), sum(p.stock for p in m)) for m in members])
    neighbours = street_neighbours(streets, kind, distance, k)
    return [str(s.id) for s in streets], values, neighbours, permutation_tail(values, neighbours)
