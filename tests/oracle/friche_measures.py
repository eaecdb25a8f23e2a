#!/usr/bin/python3
"""The measures of friches once more, on OGR geometries: plain functions, no index, nothing clipped.

Written from the definitions of the measures. GEOS does the overlays here too (through OGR), on whole geometries; the
inscribed circle, the counts and the areas are this file's own.

usage: friche_measures.py --crs EPSG:26986 --friches F.geojson --id LOC_ID [--constraint KIND=F] [--place KIND=F]
                          [--parcels F [--owner FIELD]] [--buildings F] [--zoning F --type FIELD] [--centres F]
                          [--land-cover F --artificial FIELD]                   a table, tab-separated, by id
       friche_measures.py … --header       cambridge_flood.h of tests/unit/analyse, with one layer of kind flood

What a reader would reject (no geometry, invalid) is left out. KIND may be given several times.
"""
import argparse
import heapq
import math
import sys

from osgeo import ogr, osr

ogr.UseExceptions()
osr.UseExceptions()

# ---------------------------------------------------------------- geometry


def polygons(geometry):
    """Each as a list of rings, each a list of (x, y)."""
    if geometry.GetGeometryName() == "POLYGON":
        yield [geometry.GetGeometryRef(i).GetPoints() for i in range(geometry.GetGeometryCount())]
    else:
        for i in range(geometry.GetGeometryCount()):
            part = geometry.GetGeometryRef(i)
            if part.GetDimension() == 2:
                yield from polygons(part)


def ring_area(ring):
    x0, y0 = ring[0][:2]
    return abs(math.fsum((a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in zip(ring, ring[1:]))) / 2


def area(geometry):
    return math.fsum(ring_area(rings[0]) - math.fsum(map(ring_area, rings[1:])) for rings in polygons(geometry))


def edges(geometry):
    return [(a[0], a[1], b[0], b[1]) for rings in polygons(geometry) for ring in rings for a, b in zip(ring, ring[1:])]


def perimeter(geometry):
    return math.fsum(math.hypot(bx - ax, by - ay) for ax, ay, bx, by in edges(geometry))


def boxes_meet(a, b):
    a, b = a.GetEnvelope(), b.GetEnvelope()
    return a[0] <= b[1] and b[0] <= a[1] and a[2] <= b[3] and b[2] <= a[3]


def overlap(site, other):
    return area(site.Intersection(other)) if boxes_meet(site, other) and site.Intersects(other) else 0.0


# ---------------------------------------------------------------- measures


def compactness(site):
    return 4 * math.pi * area(site) / (perimeter(site) ** 2 or math.nan)


def widest(site, tolerance=0.01):
    """Diameter of the greatest inscribed circle: squares in the order of what they may hold, cut in four."""
    outline = [(ax, ay, bx, by) for ax, ay, bx, by in edges(site) if (ax, ay) != (bx, by)]

    def depth(x, y):
        least, inside = math.inf, False
        for ax, ay, bx, by in outline:
            dx, dy = bx - ax, by - ay
            t = min(1, max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
            least = min(least, math.hypot(x - ax - t * dx, y - ay - t * dy))
            if (ay > y) != (by > y) and x < ax + (y - ay) * dx / dy:
                inside = not inside
        return least if inside else -least

    west, east, south, north = site.GetEnvelope()
    half = max(east - west, north - south) / 2
    x, y = (west + east) / 2, (south + north) / 2
    best = max(0, depth(x, y))
    queue = [(-math.inf, x, y, half)]
    while queue:
        most, x, y, half = heapq.heappop(queue)
        if -most <= best + tolerance:
            break
        half /= 2
        for cx, cy in ((x - half, y - half), (x + half, y - half), (x - half, y + half), (x + half, y + half)):
            found = depth(cx, cy)
            best = max(best, found)
            heapq.heappush(queue, (-(found + half * math.sqrt(2)), cx, cy, half))
    return 2 * best


def share(site, grounds):
    """Of the site under the union of the grounds."""
    pieces = ogr.Geometry(ogr.wkbMultiPolygon)
    for ground in grounds:
        if boxes_meet(site, ground) and site.Intersects(ground):
            for rings in polygons(site.Intersection(ground)):
                piece = ogr.Geometry(ogr.wkbPolygon)
                for points in rings:
                    ring = ogr.Geometry(ogr.wkbLinearRing)
                    for point in points:
                        ring.AddPoint_2D(*point[:2])
                    piece.AddGeometry(ring)
                pieces.AddGeometry(piece)
    return area(pieces.UnionCascaded()) / area(site) if pieces.GetGeometryCount() else 0.0


def built(site, buildings):
    return math.fsum(overlap(site, building) for building in buildings)


def parcels(site, parcels):
    """→ (those at least half inside, those that touch)"""
    near = [p for p in parcels if boxes_meet(site, p[0])]
    counted = [p for p in near if overlap(site, p[0]) >= area(p[0]) / 2 * (1 - 1e-9)]
    return counted, [p for p in near if site.Intersects(p[0])]


def owners(counted):
    names = [name for _, name in counted]
    return math.nan if None in names else len(set(names))


def distance(site, places):
    return min((site.Distance(place) for place in places), default=math.nan)


def zoning(site, zones):
    """→ (share by type, the type of the greatest share: the lesser of a tie)"""
    types = sorted({kind or "unknown" for _, kind in zones}, key=str.encode)
    shares = {t: share(site, [g for g, kind in zones if (kind or "unknown") == t]) for t in types}
    most = max(shares.values(), default=0)
    return shares, next((t for t in types if shares[t] == most and most > 0), None)


def is_artificial(text):
    return text is not None and text.strip().lower() in ("yes", "true", "1", "oui")


# ---------------------------------------------------------------- layers


def read(path, crs, field=None, fid=False):
    """→ list of (geometry in crs, text of the field); what a reader would reject is left out"""
    source = ogr.Open(path)
    layer = source.GetLayer(0)
    to = osr.SpatialReference()
    to.SetFromUserInput(crs)
    to.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    here = layer.GetSpatialRef()
    here.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = osr.CoordinateTransformation(here, to)
    rows = []
    for feature in layer:
        geometry = feature.GetGeometryRef()
        if geometry is None or geometry.IsEmpty():
            continue
        geometry = geometry.Clone()
        geometry.FlattenTo2D()
        geometry.Transform(change)
        if geometry.GetDimension() < 2 or geometry.IsValid():
            text = str(feature.GetFID()) if fid and not field else feature.GetField(field) if field else None
            rows.append((geometry, None if text in (None, "") else str(text)))
    return rows


def measure(site, layers):
    """By name; a site that is a point has only distances, the rest NaN."""
    m = {"area_m2": area(site)}
    if "buildings" in layers:
        m["built_m2"] = built(site, [g for g, _ in layers["buildings"]])
        m["built_coverage"] = m["built_m2"] / (m["area_m2"] or math.nan)
    if "parcels" in layers:
        counted, touching = parcels(site, layers["parcels"])
        m["parcels"], m["parcels_touching"], m["owners"] = len(counted), len(touching), owners(counted)
    m["compactness"], m["widest_m"] = compactness(site), widest(site)
    for kind in sorted(layers["constraints"], key=str.encode):
        m[f"share_{kind}"] = share(site, [g for g, _ in layers["constraints"][kind]])
    for kind in sorted(layers["places"], key=str.encode):
        m[f"distance_{kind}_m"] = distance(site, [g for g, _ in layers["places"][kind]])
    if "zoning" in layers:
        shares, m["zoning"] = zoning(site, layers["zoning"])
        m.update({f"share_zoning_{t}": s for t, s in shares.items()})
    if "centres" in layers:
        m["share_centre"] = share(site, [g for g, _ in layers["centres"]])
    if "land_cover" in layers:
        m["artificial_share"] = share(site, [g for g, text in layers["land_cover"] if is_artificial(text)])
    return m if site.GetDimension() == 2 else {c: v if c.startswith("distance_") else None if c == "zoning" else math.nan
                                               for c, v in m.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("crs", "friches", "id", "parcels", "owner", "buildings", "zoning", "type", "centres", "land-cover",
                 "artificial"):
        parser.add_argument("--" + name, required=name in ("crs", "friches"))
    parser.add_argument("--constraint", action="append", default=[])
    parser.add_argument("--place", action="append", default=[])
    parser.add_argument("--header", action="store_true")
    o = parser.parse_args()
    layers = {"constraints": {}, "places": {}}
    for family, named in (("constraints", o.constraint), ("places", o.place)):
        for text in named:
            kind, path = text.split("=", 1)
            layers[family].setdefault(kind, []).extend(read(path, o.crs))
    for name, path, field in (("parcels", o.parcels, o.owner), ("buildings", o.buildings, None),
                              ("zoning", o.zoning, o.type), ("centres", o.centres, None),
                              ("land_cover", o.land_cover, o.artificial)):
        if path:
            layers[name] = read(path, o.crs, field)
    sites = [(text, measure(g, layers)) for g, text in read(o.friches, o.crs, o.id, fid=True)]
    sites.sort(key=lambda site: site[0].encode())
    if o.header:
        print("/* cambridge_flood.h - written by tests/oracle/friche_measures.py --header, from\n"
              " * flood_parcels_100yr and floodplain_100yr of Cambridge GIS, in EPSG:26986. */\n"
              "static const struct {\n    const char *id;\n    double area_m2, share_flood;\n} cambridge[] = {")
        for name, m in sites:
            print(f'    {{"{name}", {m["area_m2"]!r}, {m["share_flood"]!r}}},')
        print("};")
        return
    columns = list(sites[0][1])
    print("id", *columns, sep="\t")
    for name, m in sites:
        print(name, *("" if m[c] is None else m[c] for c in columns), sep="\t")


if __name__ == "__main__":
    sys.exit(main())
