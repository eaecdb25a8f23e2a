#!/usr/bin/python3
"""Vacancy of shops per street: an independent oracle for `vitrine vacancy`.

Written from the definitions of the columns and the rules of matching alone, without sight of the C code.
Plain Python; osgeo.osr only to bring coordinates into the study's CRS. It aims at being read, not at being fast.

usage: vacancy.py --premises F.csv --streets F.geojson --crs EPSG:26910 … --out DIR      (--help; README.md has full examples)

Choices: what the documents leave open, and what is done here
 N1 to N5 (names): names.py. R1, R2 (rates): rates.py.
 S1  A street's name is written as on its line of least id. Gaps are least distances between lines, chained; a gap equal to the bound joins.
     With a municipality no gap splits a street. A street_id that several streets would share gets #1, #2 … by least (x, y).
 S2  Pieces: lines of one street joined where exactly two of its line ends meet (same coordinates after transformation, no tolerance), whatever other
     streets do there. A piece runs in the direction of its line of least id; a ring starts at that line's first vertex. Pieces are ordered by
     their least line id; measure_m starts from 0 on each piece.
 S3  Lines drawn twice count twice in length_m.
 B1  Nodes: three or more line ends, or an inner vertex of a line that is an end or vertex of another line. All lines count for nodes, the unnamed
     too (--named-nodes: only named ones). The start of a ring is also the end of a block.
 B2  A premises belongs to the block of its nearest segment.
 M1  "Within" a distance includes the bound. An equal street_id has no distance limit. One name with several streets in reach: the nearest, then the least id.
 M2  No street name: empty once normalised.
 M3  Tie between segments: the first along the piece, the first piece of the street.
 M4  On the line (d <= 0.01 m): odd number left, even right, no number `on`; the number is the leading digits. Cross product <= 0 elsewhere: right.
 R3  The total has all used rows and the length of all streets; a block or street has only matched rows.
 G1  A point on a centre's boundary (exactly, in doubles) is inside; a point in a hole is not, on the hole's boundary it is.
"""
import argparse
import csv
import json
import math
import os
import re
import sys
from collections import Counter, defaultdict

sys.dont_write_bytecode = True
from names import normalise, plain, similarity, same_numbers
from rates import COUNTS, RATES, STATUSES, marshall, rates

# ---------------------------------------------------------------- geometry

def project(p, a, b):
    """→ (distance of p to segment ab, position 0..1 of the nearest point)"""
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)
    if t <= 0:
        return math.dist(p, a), 0.0
    if t >= 1:
        return math.dist(p, b), 1.0
    return math.dist(p, (a[0] + t * dx, a[1] + t * dy)), t


def cross(a, b, p):
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def line_distance(l, m):
    best = math.inf
    for a, b in zip(l, l[1:]):
        for c, d in zip(m, m[1:]):
            if cross(a, b, c) * cross(a, b, d) < 0 and cross(c, d, a) * cross(c, d, b) < 0:
                return 0.0
            best = min(best, project(a, c, d)[0], project(b, c, d)[0], project(c, a, b)[0], project(d, a, b)[0])
    return best


def covers(rings, p):
    """rings: outer then holes, of one polygon"""
    inside = False
    for ring in rings:
        for a, b in zip(ring, ring[1:]):
            if cross(a, b, p) == 0 and min(a[0], b[0]) <= p[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= p[1] <= max(a[1], b[1]):
                return True
            if (a[1] > p[1]) != (b[1] > p[1]) and (cross(a, b, p) > 0) == (b[1] > a[1]):
                inside = not inside
    return inside


def transformer(source, target):
    if source == target:
        return lambda p: (float(p[0]), float(p[1]))
    from osgeo import osr
    osr.UseExceptions()
    pair = []
    for code in (source, target):
        crs = osr.SpatialReference()
        crs.SetFromUserInput(code)
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        pair.append(crs)
    change = osr.CoordinateTransformation(*pair)
    return lambda p: change.TransformPoint(p[0], p[1])[:2]


# ---------------------------------------------------------------- streets

class Line:
    def __init__(self, key, name, municipality, points):
        self.key, self.name, self.municipality, self.points = key, name, municipality, points


class Piece:
    def __init__(self, lines):                      # lines: [(line, forward)] in order along the piece
        self.least = min(l.key for l, _ in lines)
        self.points = []
        for line, forward in lines:
            points = line.points if forward else line.points[::-1]
            self.points += points[1:] if self.points else points
        self.lengths = [math.dist(a, b) for a, b in zip(self.points, self.points[1:])]
        self.measures = [math.fsum(self.lengths[:i]) for i in range(len(self.points))]


class Street:
    def __init__(self, lines):
        lines.sort(key=lambda l: l.key)
        self.id, self.name, self.lines = lines[0].key, lines[0].name, lines
        self.key, self.rest = normalise(self.name)
        self.pieces = join_lines(lines)
        self.corner = min(p for l in lines for p in l.points)
        self.length = math.fsum(d for p in self.pieces for d in p.lengths)
        self.blocks = []


def join_lines(lines):
    """lines in order of id → pieces, joined where exactly two ends meet"""
    ends = defaultdict(list)
    for line in lines:
        ends[line.points[0]].append((line, True))
        ends[line.points[-1]].append((line, False))
    used, pieces = set(), []

    def follow(point):
        """lines beyond `point`, each with whether it is walked from its first vertex"""
        walked = []
        while len(ends[point]) == 2:
            free = [(l, first) for l, first in ends[point] if l not in used]
            if not free:
                break
            line, first = free[0]
            used.add(line)
            walked.append((line, first))
            point = line.points[-1 if first else 0]
        return walked

    for line in lines:
        if line not in used:
            used.add(line)
            after = follow(line.points[-1])
            before = follow(line.points[0])
            pieces.append(Piece([(l, not first) for l, first in reversed(before)] + [(line, True)] + after))
    return sorted(pieces, key=lambda p: p.least)


def clusters(lines, gap):
    """single linkage: lines of one name, a gap of at most `gap` joins"""
    groups = []
    for line in lines:
        near = [g for g in groups if any(line_distance(line.points, m.points) <= gap for m in g)]
        groups = [g for g in groups if g not in near] + [sum(near, []) + [line]]
    return groups


def make_streets(lines, gap):
    by_name = defaultdict(list)
    for line in lines:
        key = normalise(line.name)[0]
        if key:
            by_name[key, line.municipality].append(line)
    streets = []
    for (_, municipality), group in by_name.items():
        streets += [Street(g) for g in ([group] if municipality else clusters(group, gap))]
    times, seen = Counter(s.id for s in streets), Counter()
    for street in sorted(streets, key=lambda s: (s.id, s.corner)):
        if times[street.id] > 1:
            seen[street.id] += 1
            street.id = f"{street.id}#{seen[street.id]}"
    return sorted(streets, key=lambda s: s.id if isinstance(s.id, int) else str(s.id).encode())


def find_nodes(lines):
    ends, inner, touching = Counter(), Counter(), defaultdict(set)
    for line in lines:
        ends.update((line.points[0], line.points[-1]))
        inner.update(line.points[1:-1])
        for p in line.points:
            touching[p].add(line)
    return {p for p in touching if ends[p] >= 3 or (inner[p] and len(touching[p]) > 1)}


def split_blocks(street, nodes):
    for n, piece in enumerate(street.pieces):
        piece.block_of = []                          # segment → number of its block in the street
        for i in range(len(piece.lengths)):
            if i == 0 or piece.points[i] in nodes:
                street.blocks.append(dict(piece=n, first=i, rows=[]))
            street.blocks[-1]["last"] = i + 1
            piece.block_of.append(len(street.blocks) - 1)


# ---------------------------------------------------------------- premises to streets

class Grid:
    """segments by cell; a point's cell lists every segment within `reach` of it, and some others"""
    CELL = 100.0

    def __init__(self, streets, reach):
        self.cells = defaultdict(list)
        for s in streets:
            for a, b in ((a, b) for piece in s.pieces for a, b in zip(piece.points, piece.points[1:])):
                span = [range(int((min(a[k], b[k]) - reach) // self.CELL), int((max(a[k], b[k]) + reach) // self.CELL) + 1) for k in (0, 1)]
                for cell in ((i, j) for i in span[0] for j in span[1]):
                    self.cells[cell].append((s, a, b))

    def distances(self, p):
        found = {}
        for s, a, b in self.cells.get((int(p[0] // self.CELL), int(p[1] // self.CELL)), ()):
            found[s] = min(project(p, a, b)[0], found.get(s, math.inf))
        return found


def match(row, near, by_id, rank, opt):
    """→ (street or None, how)"""
    if row["street_key"] and row["street_key"] in by_id:
        return by_id[row["street_key"]], "id"

    def nearest(candidates):
        return min(candidates, key=lambda s: (near[s], rank[s]))

    key, rest = normalise(row["street"])
    if key:
        named = [s for s, d in near.items() if d <= opt.name_distance]
        exact = [s for s in named if s.key == key]
        if exact:
            return nearest(exact), "name"
        if rest is None:
            bearing = [s for s in named if s.rest == key]
            if len(bearing) == 1:
                return bearing[0], "name"
        close = [s for s, d in near.items() if d <= opt.max_distance]
        alike = [s for s in close if similarity(s.key, key) >= opt.name_similarity and (opt.plain_fuzzy or same_numbers(s.key, key))] if opt.name_similarity < 1 else []
        if len(alike) == 1:
            return alike[0], "fuzzy"
    if not key or opt.nearest_when_named:
        close = [s for s, d in near.items() if d <= opt.max_distance]
        if close:
            return nearest(close), "nearest"
    return None, "none"


def locate(p, street, number):
    """→ piece, segment, measure, distance, side"""
    best = (math.inf,)
    for n, piece in enumerate(street.pieces):
        for i, (a, b) in enumerate(zip(piece.points, piece.points[1:])):
            d, t = project(p, a, b)
            if d < best[0]:                          # strictly: on a tie the first stays
                best = (d, n, i, piece.measures[i] + t * piece.lengths[i], cross(a, b, p))
    d, n, i, measure, turn = best
    side = "left" if turn > 0 else "right"
    if d <= 0.01:
        digits = re.match(r"\s*(\d+)", number or "")
        side = "on" if not digits else "left" if int(digits[1]) % 2 else "right"
    return n, i, measure, d, side


# ---------------------------------------------------------------- files

def read_premises(opt):
    change = transformer(opt.premises_crs, opt.crs)
    if opt.premises.endswith(".csv"):
        with open(opt.premises, encoding="utf-8-sig", newline="") as f:
            source = list(csv.DictReader(f, delimiter=opt.delimiter))
    else:
        source = [dict(f["properties"], geojson__=json.dumps(f["geometry"])) for f in json.load(open(opt.premises, encoding="utf-8"))["features"]]
        opt.geojson = opt.geojson or "geojson__"
    meaning = {plain(v.strip()): s for s in STATUSES for v in getattr(opt, s) or ()}
    rows = []
    for number, r in enumerate(source, 1):
        r = {k: "" if v is None else str(v) for k, v in r.items()}
        if any(r[field] != value for field, value in (w.split("=", 1) for w in opt.where)):
            continue
        if opt.latlon:
            point = [float(v) for v in r[opt.latlon].split(",")][::-1]
        elif opt.xy:
            point = [float(r[f]) for f in opt.xy]
        else:
            point = json.loads(r[opt.geojson])["coordinates"]
        text = plain(r[opt.status_field].strip())
        status = meaning.get(text) or ("unknown" if not text else opt.otherwise)
        if not status:
            sys.exit(f"row {number}: status {text!r} is not mapped")
        rows.append(dict(row=number, at=change(point), status=status, street=r[opt.street_field],
                         street_key=r[opt.street_id_field] if opt.street_id_field else "", number=r[opt.number_field] if opt.number_field else ""))
    return rows


def read_lines(opt):
    change = transformer(opt.streets_crs, opt.crs)
    lines = []
    for f in json.load(open(opt.streets, encoding="utf-8"))["features"]:
        g, a = f["geometry"], f["properties"]
        for part in [g["coordinates"]] if g["type"] == "LineString" else g["coordinates"]:
            points = [change(p) for p in part]
            points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
            if len(points) > 1:
                key = a[opt.streets_id] if opt.streets_id else len(lines) + 1
                lines.append(Line(key, a[opt.streets_name] or "", a.get(opt.streets_municipality) or "", points))
    if all(isinstance(l.key, int) or re.fullmatch(r"-?\d+", str(l.key)) for l in lines):
        for l in lines:
            l.key = int(l.key)
    else:
        for l in lines:
            l.key = str(l.key)
    return lines


def read_centres(opt):
    change = transformer(opt.streets_crs, opt.crs)
    for f in json.load(open(opt.centres, encoding="utf-8"))["features"]:
        g = f["geometry"]
        polygons = [g["coordinates"]] if g["type"] == "Polygon" else g["coordinates"]
        yield f["properties"][opt.centres_id], f["properties"].get(opt.centres_name), [[[change(p) for p in ring] for ring in rings] for rings in polygons]


def write(opt, name, columns, table):
    def text(value):
        return "" if value is None else int(value) if isinstance(value, bool) else repr(value) if isinstance(value, float) else value
    with open(os.path.join(opt.out, name), "w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(columns)
        out.writerows([text(r.get(c)) for c in columns] for r in table)


def arguments():
    p = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name in ("premises", "street-field", "status-field", "streets", "streets-name", "crs", "out"):
        p.add_argument("--" + name, required=True)
    for name in ("latlon", "geojson", "street-id-field", "number-field", "streets-id", "streets-municipality", "centres", "centres-id", "centres-name"):
        p.add_argument("--" + name)
    p.add_argument("--xy", nargs=2)
    p.add_argument("--delimiter", default=",")
    p.add_argument("--where", action="append", default=[], metavar="FIELD=VALUE")
    p.add_argument("--premises-crs", default="EPSG:4326")
    p.add_argument("--streets-crs", default="EPSG:4326")
    for status in STATUSES:
        p.add_argument("--" + status, nargs="*")
    p.add_argument("--otherwise", choices=("occupied", "unknown"))
    p.add_argument("--works-as", choices=("excluded", "vacant"), default="excluded")
    p.add_argument("--name-distance", type=float, default=150)
    p.add_argument("--max-distance", type=float, default=50)
    p.add_argument("--same-name-gap", type=float, default=500)
    p.add_argument("--name-similarity", type=float, default=0.9)
    p.add_argument("--nearest-when-named", action="store_true")
    p.add_argument("--plain-fuzzy", action="store_true")
    p.add_argument("--named-nodes", action="store_true")
    p.add_argument("--classes", type=float, nargs="+", default=[0.05, 0.075, 0.10])
    p.add_argument("--min-premises", type=int, default=5)
    return p.parse_args()


def main():
    opt = arguments()
    os.makedirs(opt.out, exist_ok=True)
    rows, lines = read_premises(opt), read_lines(opt)
    streets = make_streets(lines, opt.same_name_gap)
    nodes = find_nodes([l for l in lines if normalise(l.name)[0]] if opt.named_nodes else lines)
    for s in streets:
        split_blocks(s, nodes)
        s.rows = []
    grid = Grid(streets, max(opt.name_distance, opt.max_distance))
    by_id, rank = {str(s.id): s for s in streets}, {s: i for i, s in enumerate(streets)}
    for r in rows:
        street, r["match"] = match(r, grid.distances(r["at"]), by_id, rank, opt)
        r["x"], r["y"] = r["at"]
        if street:
            n, i, r["measure_m"], r["distance_m"], r["side"] = locate(r["at"], street, r["number"])
            r.update(street_id=street.id, street_name=street.name, piece=n, block=street.pieces[n].block_of[i])
            street.rows.append(r)
            street.blocks[r["block"]]["rows"].append(r)

    street_table = [dict(rates(s.rows, opt), street_id=s.id, street_name=s.name, length_m=s.length, pieces=len(s.pieces), lines=len(s.lines)) for s in streets]
    block_table = []
    for s in streets:
        for n, b in enumerate(s.blocks):
            piece, i, j = s.pieces[b["piece"]], b["first"], b["last"]
            (x0, y0), (x1, y1) = piece.points[i], piece.points[j]
            block_table.append(dict(rates(b["rows"], opt), start_x=x0, start_y=y0, end_x=x1, end_y=y1, street_id=s.id, street_name=s.name, piece=b["piece"],
                                    block=n, start_m=piece.measures[i], length_m=math.fsum(piece.lengths[i:j])))
    marshall(street_table)
    marshall(block_table)
    total = dict(rates(rows, opt), length_m=math.fsum(s.length for s in streets))
    total["rate_eb"] = total["rate"]
    write(opt, "streets.csv", ("street_id", "street_name", "length_m") + COUNTS + RATES + ("lines", "pieces"), street_table)
    write(opt, "blocks.csv", ("start_x", "start_y", "end_x", "end_y", "street_id", "street_name", "piece", "block", "start_m", "length_m") + COUNTS + RATES, block_table)
    write(opt, "premises.csv", ("row", "street_id", "street_name", "match", "side", "measure_m", "distance_m", "piece", "block", "status", "x", "y"), rows)
    write(opt, "total.csv", ("length_m",) + COUNTS + RATES, [total])
    if opt.centres:
        centre_table = []
        for key, name, polygons in read_centres(opt):
            inside = [r for r in rows if any(covers(rings, r["at"]) for rings in polygons)]
            centre_table.append(dict(rates(inside, opt), centre_id=key, centre_name=name))
        marshall(centre_table)
        write(opt, "centres.csv", ("centre_id", "centre_name") + COUNTS + RATES, centre_table)
    print(len(rows), "premises;", len(streets), "streets;", len(block_table), "blocks;", dict(sorted(Counter(r["match"] for r in rows).items())))


if __name__ == "__main__":
    main()
