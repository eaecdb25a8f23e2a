"""Frontage from geometry and the premises of the PLU's commercial frontage. Part of the oracle test_oracle_diagnosis.py.

Polygons and their relations by osgeo.ogr (GEOS); the edges, angles and nearest points are worked out here.

Choices
 F1  An edge is one straight side of a ring, inner rings and every part of a multipolygon included; it counts whole or
     not at all.
 F2  Looked at from the middle of the edge: the nearest point of the street's line gives the line of sight and the
     direction of the street (that of its first nearest segment). The edge faces if the angle of the two undirected
     lines is at most 45 degrees (1e-9 of slack) and the line of sight meets the polygon nowhere but at its start.
 F3  A polygon holds a premises if it covers its point, boundary included; of several buildings the one of least id.
     All used premises count, of whatever status, and whether they have a surveyed frontage or not.
 F4  The building that holds a premises decides: if it holds several, the source is none, without a look at the
     parcel. The parcel is asked where no building holds the premises, or the building has no edge that faces the
     street. A premises on no street has none.
 F5  A surveyed frontage is kept as it is. Premises given as lines or polygons are not covered here.
 R1  `rule` of frontage_rule_vacancy is the rule's type, street_id the street of the premises; a row for each pair
     that occurs, street_id NULL for premises on no street. premises: all of them; vacant: v; frontage_m and vacant_m:
     sums over the stock and over v of the frontages that are known, as for any unit: both NULL where no premises of
     the stock has one, else vacant_m is 0 without a vacant one.
 R2  "Within" includes the bound. Ties of exactly equal distances go to the lesser id.
"""
import math
from collections import defaultdict

from osgeo import ogr

import survey as base
import vacancy

ogr.UseExceptions()
COS_45 = math.sqrt(0.5)


class Layer:
    """The features of a layer: [(id, geometry, value)] in order of id, found by a grid of their envelopes."""
    CELL = 50.0

    def __init__(self, path, id_field, value_field=None, reach=0.0):
        source = ogr.Open(path)
        found = [(str(f[id_field]), f.geometry().Clone(), f[value_field] if value_field else None)
                 for f in source.GetLayer(0)]
        rank = base.id_order([i for i, _, _ in found])
        self.features = sorted(found, key=lambda f: rank(f[0]))
        self.cells = defaultdict(list)
        for n, (_, geometry, _) in enumerate(self.features):
            x0, x1, y0, y1 = geometry.GetEnvelope()
            for i in range(int((x0 - reach) // self.CELL), int((x1 + reach) // self.CELL) + 1):
                for j in range(int((y0 - reach) // self.CELL), int((y1 + reach) // self.CELL) + 1):
                    self.cells[i, j].append(n)

    def near(self, at):
        return self.cells.get((int(at[0] // self.CELL), int(at[1] // self.CELL)), ())


def point(at):
    geometry = ogr.Geometry(ogr.wkbPoint)
    geometry.AddPoint_2D(*at)
    return geometry


def line(a, b):
    geometry = ogr.Geometry(ogr.wkbLineString)
    geometry.AddPoint_2D(*a)
    geometry.AddPoint_2D(*b)
    return geometry


def edges(polygon):
    """every side of every ring: [(start, end)]"""
    found = []
    parts = [polygon.GetGeometryRef(i) for i in range(polygon.GetGeometryCount())]
    if polygon.GetGeometryName() == "MULTIPOLYGON":
        return [edge for part in parts for edge in edges(part)]
    for ring in parts:
        points = [p[:2] for p in ring.GetPoints()]
        found += [(a, b) for a, b in zip(points, points[1:]) if a != b]
    return found


def nearest(at, pieces):
    """→ (nearest point of the street, direction of the segment there)"""
    best = (math.inf,)
    for points in pieces:
        for a, b in zip(points, points[1:]):
            d, t = vacancy.project(at, a, b)
            if d < best[0]:
                best = (d, (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])), (b[0] - a[0], b[1] - a[1]))
    return best[1:]


def faces(edge, polygon, pieces):
    """Does this side of the polygon face the street, given as the points of its pieces?"""
    (ax, ay), (bx, by) = edge
    middle = ((ax + bx) / 2, (ay + by) / 2)
    seen, (dx, dy) = nearest(middle, pieces)
    cosine = abs((bx - ax) * dx + (by - ay) * dy) / (math.hypot(bx - ax, by - ay) * math.hypot(dx, dy))
    if cosine < COS_45 - 1e-9:
        return False
    if math.dist(seen, middle) < 1e-9:
        return True
    common = line(middle, seen).Intersection(polygon)
    if common is None or common.IsEmpty():
        return True
    x0, x1, y0, y1 = common.GetEnvelope()
    return max(abs(v - m) for v, m in ((x0, middle[0]), (x1, middle[0]), (y0, middle[1]), (y1, middle[1]))) < 1e-6


def frontage(polygon, pieces):
    """the length of the sides that face the street, 0 if none does"""
    return math.fsum(math.dist(*e) for e in edges(polygon) if faces(e, polygon, pieces))


def holders(premises, layer):
    """{premises: number of the polygon that holds it}, and how many each polygon holds"""
    holder, held = {}, defaultdict(int)
    for p in premises:
        covering = [n for n in layer.near(p.at) if layer.features[n][1].Intersects(point(p.at))]
        for n in covering:
            held[n] += 1
        if covering:
            holder[p] = covering[0]
    return holder, held


def give_frontages(survey, layers):
    """Sets frontage and frontage_source of the premises without a surveyed one. layers: buildings, then parcels."""
    held_by = [(layer, *holders(survey.premises, layer)) for layer in layers]
    for p in survey.premises:
        if p.frontage_source == "survey" or p.street is None:
            continue
        pieces = [piece.points for piece in p.street.pieces]
        for layer, holder, held in held_by:
            if p not in holder:
                continue
            if held[holder[p]] > 1:
                break
            length = frontage(layer.features[holder[p]][1], pieces)
            if length > 0:
                p.frontage, p.frontage_source = length, "geometry"
                break


def rule_rows(survey, rules):
    """The rows of frontage_rule_vacancy; rules: a Layer with the type as value, of reach rule_distance_m"""
    reach = survey.options.rule_distance_m
    groups = defaultdict(list)
    for p in survey.premises:
        near = [(rules.features[n][1].Distance(point(p.at)), n) for n in rules.near(p.at)]
        near = [(d, n) for d, n in near if d <= reach]
        if near:
            groups[rules.features[min(near)[1]][2], p.street_id].append(p)

    def total(members, of):
        known = [p for p in members if p.stock and p.frontage is not None]
        return math.fsum(p.frontage for p in known if of(p)) if known else None

    return [dict(rule=rule, street_id=street, frontage_m=total(members, lambda p: True),
                 vacant_m=total(members, lambda p: p.vacant), premises=len(members),
                 vacant=sum(p.vacant for p in members))
            for (rule, street), members in groups.items()]
