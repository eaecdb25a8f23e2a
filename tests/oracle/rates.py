"""Vacancy rates of one unit and of a layer of units. Part of the oracle vacancy.py.

Choices
 R1  class_certain: both ends of the interval are in the same class. NULL, like class, when stock is 0; enough is then false.
 R2  Wilson bounds are exactly 0 for v = 0 and 1 for v = stock. Where A + s_i = 0, rate_eb = m. rate_eb of a block is over blocks, of a centre over centres.
"""
import math
from collections import Counter

Z = 1.959963984540054
STATUSES = ("occupied", "vacant", "works", "reserve", "converted", "unknown")
COUNTS = ("premises",) + STATUSES
RATES = ("stock", "rate", "rate_ci_low", "rate_ci_high", "rate_min", "rate_max", "rate_eb", "class", "class_certain", "enough")


def class_of(rate, bounds):
    """below the first bound 0; equal to a bound: above it, except the last, which must be exceeded"""
    return sum(rate >= b for b in bounds[:-1]) + (rate > bounds[-1])


def wilson(v, n):
    p, z2 = v / n, Z * Z
    half = Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    low, high = ((p + z2 / (2 * n) - half) / (1 + z2 / n), (p + z2 / (2 * n) + half) / (1 + z2 / n))
    return 0.0 if v == 0 else low, 1.0 if v == n else high


def rates(rows, opt):
    """the counts and rates of one unit; opt: works_as, classes, min_premises"""
    c = Counter(r["status"] for r in rows)
    out = {"premises": len(rows), **{s: c[s] for s in STATUSES}}
    v = c["vacant"] + (c["works"] if opt.works_as == "vacant" else 0)
    n, u = c["occupied"] + v, c["unknown"]
    out.update(dict.fromkeys(RATES), v=v, stock=n, enough=n >= opt.min_premises)
    if n + u:
        out.update(rate_min=v / (n + u), rate_max=(v + u) / (n + u))
    if n:
        low, high = wilson(v, n)
        out.update({"rate": v / n, "rate_ci_low": low, "rate_ci_high": high, "class": class_of(v / n, opt.classes),
                    "class_certain": class_of(low, opt.classes) == class_of(high, opt.classes)})
    return out


def marshall(table):
    """empirical Bayes with the binomial variance, over the rows with a stock"""
    rows = [r for r in table if r["stock"]]
    if not rows:
        return
    total = sum(r["stock"] for r in rows)
    m = sum(r["v"] for r in rows) / total
    a = max(0.0, math.fsum(r["stock"] * (r["rate"] - m) ** 2 for r in rows) / total - m * (1 - m) / (total / len(rows)))
    for r in rows:
        s = m * (1 - m) / r["stock"]
        r["rate_eb"] = m if a + s == 0 else m + (r["rate"] - m) * a / (a + s)
