#!/usr/bin/python3
"""The land analysis once more, on OGR geometries: whole geometries, whole unions and differences, envelopes at most.

Written from definitions.md (Land), contract.md (sections 2, 3, 5) and the demo town's README, without sight of src/, include/ or tools/.
A layer is a list of dictionaries: id (text), geometry (ogr.Geometry), and the fields under our names. Layers:
zones (vocation, municipality, basin), parcels (owner, owner_type, type), plots (servicing, marketing, occupancy, usage, useful),
zoning (type), friches, land_cover (artificial), buildings (floors), establishments (active, closed_on), premises (status, vacant_since),
streets; constraints is {kind: [geometry]}. A layer that is not given is None or absent.

Choices - what the documents leave open, and how it is read here:
- Ground. The overlap rule holds before anything else: a zone is the ground that no lesser zone has, a parcel the ground that no lesser
  parcel has, plots, zoning, friches and land cover likewise (lesser id). All areas below are of this ground. gross_m2 is that of the zone.
- Overlaps. Ground under k features of a layer: one row a loser against the winner of that ground. zone_id of a row is the zone that holds
  the ground, of an overlap of zones the one that keeps it. Losses outside the zones are no rows (they are in "its part outside the zones").
- Share of a parcel: its own ground (after the rule) inside the zone's / its area as drawn. A parcel whose ground is all lost has no unit.
- Linking looks at parcels of one zone only, as they are drawn. Edge: the part of one's boundary within 2 cm of the other's boundary is longer
  than 1 m (either way round); parcels that overlap by more than 2 cm share none. A parcel without owner is a unit of its own.
- clip_units false: a unit's ground is its parcels' whole, and pieces of its parcels in another zone have this unit too.
- not_units: a plot's usage or a parcel's type, compared without case and accents; left out where all ground but 1e-6 of it is such.
- Evidence lies on the unit's ground (boundary included). A recent dated end beats an unknown one; then an unknown one beats old ones. A partial
  date is an interval. Only premises occupied or vacant are evidence. An end after 1 January is recent. Establishment neither active nor closed:
  end unknown. last_activity_end: the latest dated end of what has ended, also of an occupied unit; vacant_since: the same, of a vacant unit.
- Without buildings a unit counts as built, and built_m2 and the columns of densification are NULL. Unbuilt: built_m2 is below 1 m2, a neighbour's wall drawn a hand's breadth off. built_m2 is the sum of footprints, overlapping buildings twice. Ground without unit is built where its parcel's
  ground in that zone is.
- kind_priority: ground under none of the listed kinds keeps them all. share_KIND is of what the ground bears then.
- Rules come before the default, a piece that no rule takes falls to it. kind: one of the piece's kinds; zoning: the type or, for AU, one
  that begins so; plot_stage: servicing or marketing; a rule on a unit's value takes no ground without unit.
- AU: the piece's zoning type begins with AU. Ground of any friche of the layer is ground of a friche.
- floor_m2 is 0 where no building stands, NULL without the layer. Zones without basin or municipality are in no row of that scope.
- artificial_share, share_KIND and coverage of a zone: of gross_m2. artificial_share is NULL where no ground is known. Its establishments: the active ones.
  Its densification_m2: the sum over all units.
- owner_type: all the types of a unit's parcels, in the order of the parcels, joined by |.
- Buffers are GEOS's with `quadrant` segments to a quarter (8): the documents do not say. All buildings count, the neighbours' too.
- rectangle_free_m2: cells of 1 m parallel to the longest edge of the unit (first of a tie; vertices within a millimetre of a straight line are no ends of an edge:
  where a constraint's outline meets a side, the side is not two); the axes are that edge and its normal; the grid
  starts in a corner of the free ground's box on these axes, the one where both are least, the edge walked with the unit on its left or on
  its right: the documents do not say which, and both values are given; cells wholly in the free ground; the greatest rectangle of such cells.
- Street access: "ground without parcel" as in Buckets, ground of the zones (any of them): outside them a cadastre that was not given in full
  would be a street everywhere. A connected part of it of more than 1e-3 m2, or a street, within 1 m of the unit's boundary.
- Targets: years so far = as_of - from_year + 1, years left = to_year - as_of; a quotient by 0 is NULL; achieved after as_of does not count.
"""
import datetime
import math
import re
import unicodedata

from osgeo import ogr

from friche_measures import area, boxes_meet, polygons, widest

ogr.UseExceptions()

BUCKETS = ("immediate", "committed", "future", "recycling", "densification", "consumed", "neutralised")
DEFAULTS = {"parcel_share": 0.5, "owner_contiguity": "edge", "clip_units": True, "vacancy_years": 2, "kind_priority": [], "rules": [],
            "not_units": ["voirie ou infrastructure", "bassin d'orage ou de rétention"], "coverage_target": 0.40, "setback_m": 5,
            "two_years": False, "quadrant": 8}
BUILT = 1.0  # m2
LAYERS = ("parcels", "plots", "zoning", "friches", "land_cover")

# ---------------------------------------------------------------- geometry


def surface(geometry):
    """Its polygons alone."""
    empty = geometry is None or geometry.IsEmpty()
    if not empty and geometry.GetGeometryName() in ("POLYGON", "MULTIPOLYGON"):
        return geometry
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in polygons(geometry) if not empty else ():
        piece = ogr.Geometry(ogr.wkbPolygon)
        for points in rings:
            ring = ogr.Geometry(ogr.wkbLinearRing)
            for point in points:
                ring.AddPoint_2D(*point[:2])
            piece.AddGeometry(ring)
        whole.AddGeometry(piece)
    return whole


def moved(geometry, x, y):
    """The same with (x, y) as origin: near it a double holds nine more bits, and overlays go wrong less."""
    geometry = geometry.Clone()

    def move(part):
        for i in range(part.GetPointCount() if part.GetGeometryCount() == 0 else 0):
            part.SetPoint_2D(i, part.GetX(i) - x, part.GetY(i) - y)
        for i in range(part.GetGeometryCount()):
            move(part.GetGeometryRef(i))

    move(geometry)
    return geometry


def overlay(a, b):
    """(a and b, a without b). Where sides all but coincide GEOS 3.11 may take a whole polygon for inside or outside, and in one order of the
    operands only: both orders must agree and the areas add up."""
    if not boxes_meet(a, b):
        return ogr.Geometry(ogr.wkbMultiPolygon), a
    whole, most = area(surface(a)), area(surface(b))
    for mend in (lambda g: g, lambda g: g.Buffer(0), lambda g: g.SimplifyPreserveTopology(1e-7).Buffer(0), lambda g: g.Buffer(1e-8).Buffer(-1e-8)):
        one, other = mend(a), mend(b)
        inside, outside = surface(one.Intersection(other)), surface(one.Difference(other))
        again = area(surface(other.Intersection(one)))
        if abs(area(inside) + area(outside) - whole) < 1e-4 and abs(area(inside) - again) < 1e-4 and again < most + 1e-4:
            return inside, outside
    raise ArithmeticError(f"overlay of {a.ExportToWkt()} and {b.ExportToWkt()}")


def common(a, b):
    return overlay(a, b)[0]


def without(a, b):
    return overlay(a, b)[1]


def united(geometries):
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for geometry in geometries:
        for i in range(geometry.GetGeometryCount()) if geometry.GetGeometryName() == "MULTIPOLYGON" else ():
            whole.AddGeometry(geometry.GetGeometryRef(i))
        if geometry.GetGeometryName() == "POLYGON" and not geometry.IsEmpty():
            whole.AddGeometry(geometry)
    return surface(whole.UnionCascaded()) if whole.GetGeometryCount() else whole


def parts(geometry, least):
    """Its polygons of more than `least` square metres."""
    if geometry.GetGeometryName() == "POLYGON":
        return [geometry] if area(geometry) > least else []
    return [p.Clone() for p in (geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())) if area(p) > least]


def boundary_near(a, b, metres=0.02):
    """Length of a's boundary within so many metres of b's."""
    shared = a.Boundary().Intersection(b.Boundary().Buffer(metres))
    return shared.Length() if shared.GetDimension() == 1 else 0.0


def longest_edge(geometry):
    """((x, y), (dx, dy)): first end and unit vector, the ground on its left; vertices on a straight line are passed over."""
    best = None
    for rings in polygons(geometry):
        for number, ring in enumerate(rings):
            points = [p[:2] for p in ring[:-1]]
            (x0, y0), turn = points[0], 0.0
            for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1]):
                turn += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
            if (turn > 0) == (number > 0):
                points.reverse()
            turns = [i for i, p in enumerate(points) if not _straight(points[i - 1], p, points[(i + 1) % len(points)])]
            for i, k in zip(turns, turns[1:] + turns[:1]):
                (ax, ay), (bx, by) = points[i], points[k]
                length = math.hypot(bx - ax, by - ay)
                if length and (best is None or length > best[0] + 1e-6):
                    best = length, (ax, ay), ((bx - ax) / length, (by - ay) / length)
    return best and best[1:]


def _straight(a, p, b):
    cross = (p[0] - a[0]) * (b[1] - p[1]) - (p[1] - a[1]) * (b[0] - p[0])
    along = (p[0] - a[0]) * (b[0] - p[0]) + (p[1] - a[1]) * (b[1] - p[1])
    return abs(cross) <= 1e-3 * math.hypot(b[0] - a[0], b[1] - a[1]) and along > 0


def greatest_rectangle(free, unit, on_the_left=True, eps=1e-6):
    """Of free cells of 1 m2 along the unit's longest edge, walked with the unit on its left or right."""
    edge = longest_edge(unit)
    if edge is None or not free.GetGeometryCount():
        return 0.0
    (ox, oy), (dx, dy) = edge if on_the_left else (edge[0], (-edge[1][0], -edge[1][1]))
    turned = [[((x - ox) * dx + (y - oy) * dy, (y - oy) * dx - (x - ox) * dy) for x, y, *_ in ring]
              for rings in polygons(free) for ring in rings]
    left, low = min(x for r in turned for x, _ in r), min(y for r in turned for _, y in r)
    turned = [[(x - left, y - low) for x, y in r] for r in turned]
    west, south = 0, 0
    east, north = (math.ceil(max(v[k] for r in turned for v in r) - eps) for k in (0, 1))
    edges = [(a, b) for ring in turned for a, b in zip(ring, ring[1:])]
    heights, best = [0] * (east - west), 0
    for row in range(south, north):
        middle = row + 0.5
        crossings = sorted(a[0] + (middle - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in edges if (a[1] > middle) != (b[1] > middle))
        is_free = [False] * (east - west)
        for enter, leave in zip(crossings[::2], crossings[1::2]):
            for cell in range(max(0, math.ceil(enter - west - 0.5 - eps)), min(east - west, math.floor(leave - west - 0.5 + eps) + 1)):
                is_free[cell] = True
        for a, b in edges:
            low, high = (a, b) if a[1] <= b[1] else (b, a)
            y1, y2 = max(row + eps, low[1]), min(row + 1 - eps, high[1])
            if y1 > y2:
                continue
            at = [low[0] + (y - low[1]) / (high[1] - low[1]) * (high[0] - low[0]) for y in (y1, y2)] if high[1] > low[1] else [a[0], b[0]]
            for cell in range(max(0, math.floor(min(at) - west + eps)), min(east - west, math.ceil(max(at) - west - eps))):
                is_free[cell] = False
        heights = [h + 1 if f else 0 for h, f in zip(heights, is_free)]
        best = max(best, _histogram(heights))
    return float(best)


def _histogram(heights):
    stack, best = [], 0
    for i, h in enumerate(heights + [0]):
        start = i
        while stack and stack[-1][1] >= h:
            start, tall = stack.pop()
            best = max(best, tall * (i - start))
        stack.append((start, h))
    return best


# ---------------------------------------------------------------- values


def order(ids):
    """Key of an id: as an integer where all are, else by bytes."""
    numbers = all(re.fullmatch(r"-?\d+", i) for i in ids)
    return (lambda i: int(i)) if numbers else (lambda i: i.encode())


def plain(text):
    text = unicodedata.normalize("NFD", (text or "").strip().lower()).replace("’", "'")
    return "".join(c for c in text if not unicodedata.combining(c))


def yes_no(text):
    word = plain(text)
    return "yes" if word in ("yes", "true", "1", "oui") else "no" if word in ("no", "false", "0", "non") else "unknown"


def interval(text):
    """A date, or a year or month as its first and last day; None without."""
    parts = [int(p) for p in re.split("[-/]", text or "") if p]
    if not parts:
        return None
    if len(parts) == 3:
        return datetime.date(*parts), datetime.date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else None
    after = datetime.date(year + 1, 1, 1) if month in (None, 12) else datetime.date(year, month + 1, 1)
    return datetime.date(year, month or 1, 1), after - datetime.timedelta(1)


# ---------------------------------------------------------------- the overlap rule


def own_ground(features):
    """[(feature, its ground)] in the order of ids: what no feature of lesser id has."""
    key = order([f["id"] for f in features])
    kept, boxes = [], []
    for feature in sorted(features, key=lambda f: key(f["id"])):
        ground = feature["geometry"]
        west, east, south, north = box = ground.GetEnvelope()
        for (lesser, _), (w, e, s, n) in zip(kept, boxes):
            if w <= east and west <= e and s <= north and south <= n:
                ground = without(ground, lesser["geometry"])
        kept.append((feature, ground))
        boxes.append(box)
    return kept


def losses(layer, kept, zones):
    """[(layer, kept id, lost id, zone id, area)]"""
    found = []
    kept = [k for k in kept if any(boxes_meet(k[0]["geometry"], z["geometry"]) for z, _ in zones)]
    for i, (winner, ground) in enumerate(kept):
        for loser, _ in kept[i + 1:]:
            if not boxes_meet(ground, loser["geometry"]):
                continue
            lost = common(ground, loser["geometry"])
            if area(lost) < 1e-6:
                continue
            for zone, there in [(winner, None)] if layer == "zones" else zones:
                size = area(common(lost, there) if there else lost)
                if size >= 1e-6:
                    found.append((layer, winner["id"], loser["id"], zone["id"], size))
    return found


# ---------------------------------------------------------------- partition


def split(pieces, name, grounds, value=lambda f: f["id"]):
    """Every piece cut by grounds that do not overlap; `name` holds the value there, None elsewhere."""
    result = []
    for piece in pieces:
        near = [(f, g, common(piece["geometry"], g)) for f, g in grounds if boxes_meet(piece["geometry"], g)]
        near = [(f, g, part) for f, g, part in near if area(part) > 1e-7]
        rest = without(piece["geometry"], united([g for _, g, _ in near])) if near else piece["geometry"]
        result += [{**piece, name: value(f), "_" + name: f, "geometry": part} for f, _, part in near]
        if area(rest) > 1e-7:
            result.append({**piece, name: None, "_" + name: None, "geometry": rest})
        sums = math.fsum(area(part) for _, _, part in near) + area(rest) - area(piece["geometry"])
        assert abs(sums) < 1e-4, (name, piece["zone"], sums)  # an overlay of GEOS gone wrong
    return result


def partition(town, zones, kept, options):
    pieces = [{"zone": z["id"], "_zone": z, "kinds": (), "geometry": ground} for z, ground in zones if area(ground) > 1e-7]
    for name, layer in (("parcel", "parcels"), ("plot", "plots"), ("zoning", "zoning"), ("friche", "friches"), ("land_cover", "land_cover")):
        pieces = split(pieces, name, kept[layer], (lambda f: f.get("type")) if layer == "zoning" else (lambda f: f["id"]))
    for kind in sorted(town.get("constraints") or {}, key=str.encode):
        pieces = split(pieces, "kind", [({"id": kind}, united(town["constraints"][kind]))])
        for piece in pieces:
            if piece.pop("kind"):
                piece["kinds"] += (kind,)
    for piece in pieces:
        first = next((k for k in options["kind_priority"] if k in piece["kinds"]), None)
        piece["kinds"] = (first,) if first else piece["kinds"]
        cover = piece["_land_cover"]
        piece["artificial"] = yes_no(cover.get("artificial")) if cover else "unknown"
        piece["area"] = area(piece["geometry"])
        buildings = [b for b in town.get("buildings") or [] if boxes_meet(piece["geometry"], b["geometry"])]
        footprints = [(b, area(common(piece["geometry"], b["geometry"]))) for b in buildings]
        piece["footprints"] = [(b, m2) for b, m2 in footprints if m2 > 1e-6]
        piece["built"] = math.fsum(m2 for _, m2 in piece["footprints"])
    return pieces


# ---------------------------------------------------------------- land units


def is_no_unit(parcel, plot, options):
    values = [plain(v) for v in options["not_units"]]
    return bool(plot and plain(plot.get("usage")) in values or parcel and plain(parcel.get("type")) in values)


def home(parcel, ground, zones, options):
    """The zone of its largest share, or None."""
    whole = area(parcel["geometry"])
    best, best_share = None, 0.0
    for zone, there in zones:
        part = area(common(ground, there)) / whole if whole and boxes_meet(ground, there) else 0.0
        if part > best_share * (1 + 1e-9) + 1e-12:
            best, best_share = zone, part
    return best if best is not None and best_share >= options["parcel_share"] * (1 - 1e-9) else None


def linked(a, b, options):
    one, other = a[0]["geometry"], b[0]["geometry"]
    if options["owner_contiguity"] == "corner":
        return one.Intersects(other)
    return max(boundary_near(one, other), boundary_near(other, one)) > 1


def land_units(town, zones, kept, options):
    units, members, key = [], {}, order([p["id"] for p, _ in kept["parcels"]])
    for parcel, ground in kept["parcels"]:
        zone = home(parcel, ground, zones, options)
        if zone is not None:
            members.setdefault(zone["id"], []).append((parcel, ground))
    for zone, there in zones:
        groups = []
        for member in members.get(zone["id"], []):
            owner = (member[0].get("owner") or "").strip()
            joined = [g for g in groups if owner and owner == (g[0][0].get("owner") or "").strip()
                      and any(boxes_meet(m[0]["geometry"].Buffer(0.03), member[0]["geometry"]) and linked(m, member, options) for m in g)]
            groups = [g for g in groups if g not in joined] + [[m for g in joined for m in g] + [member]]
        for group in groups:
            ground = united([common(g, there) if options["clip_units"] else g for _, g in group])
            size = area(ground)
            if size < 1e-6 or _all_no_unit(group, ground, size, kept, options):
                continue
            types = dict.fromkeys(p.get("owner_type") for p, _ in sorted(group, key=lambda m: key(m[0]["id"])) if p.get("owner_type"))
            units.append({"zone": zone["id"], "parcels": sorted(p["id"] for p, _ in group), "geometry": ground, "area": size,
                          "owner_type": "|".join(types) or None})
    return units


def _all_no_unit(group, ground, size, kept, options):
    such = [g for p, g in group if is_no_unit(p, None, options)]
    such += [g for plot, g in kept["plots"] if is_no_unit(None, plot, options) and boxes_meet(g, ground)]
    return area(common(ground, united(such))) >= size * (1 - 1e-6) if such else False


def built_on(ground, buildings):
    return math.fsum(area(common(ground, b["geometry"])) for b in buildings if boxes_meet(ground, b["geometry"]))


def judge(unit, town, reference, options):
    """occupancy, recently (closed less than vacancy_years before), last_activity_end"""
    start = datetime.date(reference.year, 1, 1)
    try:
        limit = start.replace(year=start.year - options["vacancy_years"])
    except TypeError:  # half years
        months = round(options["vacancy_years"] * 12)
        limit = datetime.date(start.year - -(-months // 12), 1 + -months % 12, 1)
    here = [e for e in town.get("establishments") or [] if unit["geometry"].Intersects(e["geometry"])]
    shops = [p for p in town.get("premises") or [] if unit["geometry"].Intersects(p["geometry"])]
    active = any(yes_no(e.get("active")) == "yes" for e in here) or any(p["status"] == "occupied" for p in shops)
    ends = [interval(e.get("closed_on")) for e in here if yes_no(e.get("active")) != "yes"]
    for shop in shops:
        if shop["status"] == "vacant":
            since = interval(shop.get("vacant_since"))
            ends.append(since or ((datetime.date.min, limit) if options["two_years"] else None))
    dated = [end[1] for end in ends if end and end[0] == end[1]]
    unit["last_activity_end"] = max(dated).isoformat() if dated else None
    unit["recently"] = False
    built = unit["is_built"] = town.get("buildings") is None or unit["built"] >= BUILT
    if town.get("establishments") is None:
        unit["occupancy"] = "undetermined"
    elif active:
        unit["occupancy"] = "occupied"
    elif any(end and end[0] > limit for end in ends):
        unit["occupancy"], unit["recently"] = "occupied", True
    elif any(end is None or end[1] > limit for end in ends):
        unit["occupancy"] = "undetermined"
    elif ends:
        unit["occupancy"] = "vacant"
    else:
        unit["occupancy"] = "undetermined" if built else "never_occupied"
    unit["vacant_since"] = unit["last_activity_end"] if unit["occupancy"] == "vacant" else None


def room(unit, town, options):
    """The unit's free ground."""
    setback, quadrant = options["setback_m"], options["quadrant"]
    free, around = surface(unit["geometry"].Normalize().Buffer(-setback, quadrant)), unit["geometry"].Buffer(2 * setback)
    for building in town.get("buildings") or []:
        if boxes_meet(around, building["geometry"]):
            free = without(free, building["geometry"].Normalize().Buffer(setback, quadrant))
    return free


def street_access(unit, town, public):
    around, edge = unit["geometry"].Buffer(1), unit["geometry"].Boundary()
    return any(edge.Distance(g) <= 1 for g in public + [s["geometry"] for s in town.get("streets") or []] if boxes_meet(around, g))


# ---------------------------------------------------------------- buckets


def rule_takes(when, piece, unit):
    for name, wanted in when.items():
        plot = piece["_plot"]
        if name == "zoning":
            here = piece["zoning"] or ""
            if not (plain(here) == plain(wanted) or plain(wanted) == "au" and plain(here).startswith("au")):
                return False
        elif name == "kind":
            if wanted not in piece["kinds"]:
                return False
        elif name == "plot_stage":
            if not plot or plain(wanted) not in (plain(plot.get("servicing")), plain(plot.get("marketing"))):
                return False
        elif name == "occupancy":
            if unit is None or unit["occupancy"] != wanted:
                return False
        elif name == "coverage_below":
            if unit is None or unit["coverage"] is None or not unit["coverage"] < wanted:
                return False
        else:
            raise ValueError(name)
    return True


def bucket(piece, unit, parcel_built, options):
    for rule in options["rules"]:
        if rule_takes(rule["when"], piece, unit):
            return rule["bucket"]
    plot = {k: plain(v) for k, v in (piece["_plot"] or {}).items() if isinstance(v, str)}
    servicing, marketing = plot.get("servicing", ""), plot.get("marketing", "")
    occupancy = unit["occupancy"] if unit else None
    if servicing == "non amenageable" or marketing == "non commercialisable" or yes_no(plot.get("useful")) == "no":
        return "neutralised"
    if marketing in ("reserve par option de reservation", "reserve par une deliberation de l'epci"):
        return "committed"
    if plot.get("occupancy") == "friche" or piece["friche"]:
        return "recycling"
    if occupancy == "occupied" and unit["coverage"] is not None and unit["coverage"] < 0.10:
        return "densification"
    if occupancy == "occupied" or marketing == "vendu, commercialisation achevee" or piece["parcel"] is None:
        return "consumed"
    if (occupancy == "undetermined" and unit["is_built"]) or (unit is None and parcel_built >= BUILT):
        return "consumed"
    if servicing in ("viabilise non amenage", "viabilise et amenage") and marketing in ("en vente", "en vente avec contraintes"):
        return "immediate"
    if occupancy in ("vacant", "never_occupied") and not plain(piece["zoning"]).startswith("au"):
        return "immediate"
    return "future"


# ---------------------------------------------------------------- all of it


def analyse(town, reference, densification=lambda unit: True, **options):
    """{partition, overlaps, units, inventory, balance}; `densification` chooses the units whose circle and rectangle are worked out."""
    options = {**DEFAULTS, **options}
    reference = datetime.date.fromisoformat(reference)
    x, _, y, _ = map(math.floor, united([z["geometry"] for z in town["zones"]]).GetEnvelope())
    town = {name: features and [{**f, "geometry": moved(f["geometry"], x, y)} for f in features] for name, features in town.items() if name != "constraints"} | {
        "constraints": {kind: [moved(g, x, y) for g in grounds] for kind, grounds in (town.get("constraints") or {}).items()}}
    zones = own_ground(town["zones"])
    kept = {layer: own_ground(town.get(layer) or []) for layer in LAYERS}
    overlaps = losses("zones", zones, zones)
    for layer in LAYERS:
        overlaps += losses(layer, kept[layer], zones)
    pieces = partition(town, zones, kept, options)
    units = land_units(town, zones, kept, options)
    public = parts(united([p["geometry"] for p in pieces if p["parcel"] is None]), 1e-3)
    for unit in units:
        unit["built"] = unit["built_m2"] = built_on(unit["geometry"], town.get("buildings") or [])
        unit["coverage"] = unit["built"] / unit["area"] if town.get("buildings") is not None else None
        judge(unit, town, reference, options)
        free = room(unit, town, options)
        unit["free"] = area(free)
        unit["free_geometry"] = free
        unit["widest_free"] = unit["rectangle_free"] = None
        if densification(unit):
            unit["widest_free"] = widest(free) if unit["free"] else 0.0
            unit["rectangle_free"] = {greatest_rectangle(free, unit["geometry"], left) for left in (True, False)}
        unit["street_access"] = street_access(unit, town, public)
        unit["densification"] = min(unit["free"], max(0.0, options["coverage_target"] * unit["area"] - unit["built"]))
        if town.get("buildings") is None:
            unit.update({c: None for c in ("built_m2", "free", "widest_free", "rectangle_free", "densification")})
    unit_of = {(u["zone"], p): u for u in units for p in u["parcels"]}
    anywhere = {} if options["clip_units"] else {p: u for u in units for p in u["parcels"]}
    parcel_built = {}
    for piece in pieces:
        here = piece["zone"], piece["parcel"]
        parcel_built[here] = parcel_built.get(here, 0.0) + piece["built"]
    for piece in pieces:
        here = piece["zone"], piece["parcel"]
        piece["unit"] = unit_of.get(here) or anywhere.get(piece["parcel"])
        piece["bucket"] = bucket(piece, piece["unit"], parcel_built[here], options)
        plot = piece["_plot"]
        piece["net"] = (piece["parcel"] is not None and not is_no_unit(piece["_parcel"], plot, options)
                        and not (plot and yes_no(plot.get("useful")) == "no") and piece["bucket"] != "neutralised")
    return {"partition": pieces, "overlaps": overlaps, "units": units, "balance": balance(pieces, town),
            "inventory": {z["id"]: inventory(z, ground, pieces, units, town) for z, ground in zones}}


def summed(pieces, *columns):
    """{values of the columns: area}"""
    sums = {}
    for piece in pieces:
        sums.setdefault(tuple(piece[c] for c in columns), []).append(piece["area"])
    return {key: math.fsum(areas) for key, areas in sums.items()}


def inventory(zone, ground, pieces, units, town):
    pieces = [p for p in pieces if p["zone"] == zone["id"]]
    units = [u for u in units if u["zone"] == zone["id"]]
    gross, count = area(ground), {o: sum(u["occupancy"] == o for u in units) for o in ("occupied", "vacant", "never_occupied", "undetermined")}
    everything, known = len(units), units and town.get("establishments") is not None
    row = {"gross_m2": gross, "net_m2": math.fsum(p["area"] for p in pieces if p["net"]), "land_units": everything,
           **{f"land_units_{o}": n for o, n in count.items()},
           "vacancy_rate": count["vacant"] / everything if known else None,
           "vacancy_rate_max": (count["vacant"] + count["undetermined"]) / everything if known else None,
           "vacancy_rate_area": math.fsum(u["area"] for u in units if u["occupancy"] == "vacant") / math.fsum(u["area"] for u in units) if known else None,
           "built_m2": None, "coverage": None, "densification_m2": math.fsum(u["densification"] for u in units) if town.get("buildings") is not None else None,
           "establishments": None, "artificial_share": None}
    if town.get("buildings") is not None:
        row["built_m2"] = built_on(ground, town["buildings"])
        row["coverage"] = row["built_m2"] / gross if gross else None
    if town.get("establishments") is not None:
        row["establishments"] = sum(yes_no(e.get("active")) == "yes" and ground.Intersects(e["geometry"]) for e in town["establishments"])
    for kind in town.get("constraints") or {}:
        row[f"share_{kind}"] = math.fsum(p["area"] for p in pieces if kind in p["kinds"]) / gross if gross else None
    if any(p["artificial"] != "unknown" for p in pieces):
        row["artificial_share"] = math.fsum(p["area"] for p in pieces if p["artificial"] == "yes") / gross if gross else None
    return row


def balance(pieces, town):
    """{(scope, scope id, vocation, bucket, artificial): [gross ha, net ha, floor m2 or None]}"""
    rows = {}
    for piece in pieces:
        zone = piece["_zone"]
        floors = [m2 * b["floors"] if b.get("floors") is not None else None for b, m2 in piece["footprints"]]
        floor = None if None in floors or town.get("buildings") is None else math.fsum(floors)
        for scope, name in (("zone", zone["id"]), ("basin", zone.get("basin")), ("municipality", zone.get("municipality")), ("total", "")):
            if name is None or (name == "" and scope != "total"):
                continue
            row = rows.setdefault((scope, name, zone.get("vocation"), piece["bucket"], piece["artificial"]), [0.0, 0.0, 0.0])
            row[0] += piece["area"] / 1e4
            row[1] += piece["area"] / 1e4 if piece["net"] else 0
            row[2] = None if row[2] is None or floor is None else row[2] + floor
    return rows


def target(row, supply_ha=None):
    """A row of land_target from a target of the study; supply_ha: immediate + future of its scope, gross."""
    done = [a for a in row.get("achieved", []) if a["year"] <= row["as_of"]]
    achieved, committed = math.fsum(a["quantity"] for a in done), math.fsum(c["quantity"] for c in row.get("committed", []))
    so_far, left = row["as_of"] - row["from_year"] + 1, row["to_year"] - row["as_of"]
    remaining, pace = row["quantity"] - achieved, achieved / so_far if so_far > 0 else None
    recycled = [a.get("recycled") for a in done]
    projected = None if pace is None else achieved + pace * left
    return {"target": row["quantity"], "achieved": achieved, "committed": committed, "remaining": remaining, "uncommitted": remaining - committed,
            "pace": pace, "pace_needed": remaining / left if left > 0 else None, "projected": projected,
            "gap": None if projected is None else row["quantity"] - projected,
            "recycled_share": math.fsum(recycled) / achieved if achieved and None not in recycled else None,
            "recycled_share_target": row.get("recycled_share"),
            "years_of_supply": supply_ha / pace if supply_ha is not None and pace and row["unit"] == "ha" else None}


# ---------------------------------------------------------------- layers


def read(path, fields=None, where=None):
    """The features of a file whose CRS is that of the study; `fields` {our name: the source's}; ids by FID without `id`."""
    source = ogr.Open(str(path))
    layer = source.GetLayer(0)
    if where:
        layer.SetAttributeFilter(where)
    found = []
    for feature in layer:
        geometry = feature.GetGeometryRef()
        if geometry is None or geometry.IsEmpty() or (geometry.GetDimension() == 2 and not geometry.IsValid()):
            continue
        geometry = geometry.Clone()
        geometry.FlattenTo2D()
        row = {ours: feature.GetField(theirs) for ours, theirs in (fields or {}).items()}
        row = {k: str(v) if v is not None and k != "floors" else v for k, v in row.items()}
        row.setdefault("id", str(feature.GetFID()))
        found.append({**row, "geometry": geometry})
    return found
