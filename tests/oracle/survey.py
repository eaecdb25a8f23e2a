"""A survey with its streets and centres, matched by the oracle vacancy.py: what the later modules start from.

All of it is independent of the program: match, street, piece, block, side, measure, distance, centre. Ids alone may
come from it: a source without an id field gets keys made of the content, which nobody else can know; `lend_ids` then
takes them from the output.

Choices
 V1  A number or unit compares by its leading integer, then by the rest as text; one without leading digits comes
     after those that have them, a missing one last. `N/A` is a text like another.
 V2  "Share a point" is meant literally: equal coordinates. "Orders them": both have a number (or unit), and the two
     differ.
 V3  Works count as vacant only where the study says so; the stock is occupied + v.
"""
import csv
import re
from collections import defaultdict

import vacancy
from names import plain

DEFAULTS = dict(delimiter=";", where=None, premises_crs="EPSG:4326", streets_crs="EPSG:4326", xy=None, latlon=None,
                fields={}, otherwise=None, works="excluded", name_distance=150.0, max_distance=50.0,
                same_name_gap=500.0, name_similarity=0.9, nearest_when_named=False, plain_fuzzy=False,
                municipality=None, centres=None, centre_id="id", reference_date=None, gap_m=25.0, rule_distance_m=15.0)


class Premises:
    """One commercial unit. street, piece, block, side, measure and distance are None where there is no street."""

    def __init__(self, **values):
        self.street = self.piece = self.block = self.side = self.measure = self.distance = None
        self.frontage, self.frontage_source, self.centres = None, "none", []
        self.__dict__.update(values)

    @property
    def street_id(self):
        return None if self.street is None else str(self.street.id)


class Survey:
    """premises in the order of the source, streets in the order of their ids, centres {id: polygons}"""

    def __init__(self, premises, streets, centres, options):
        self.premises, self.streets, self.centres, self.options = premises, streets, centres, options
        self.by_street = defaultdict(list)
        for p in premises:
            if p.street is not None:
                self.by_street[p.street_id].append(p)


def id_order(ids):
    """The key that sorts ids: as integers where all are integers, else by their bytes."""
    if all(re.fullmatch(r"-?\d+", i) for i in ids):
        return int
    return lambda i: i.encode()


def text_key(text):
    """A house number or unit as a key to sort by; a missing one comes last."""
    text = (text or "").strip()
    digits = re.match(r"\d+", text)
    if digits:
        return 0, int(digits[0]), plain(text[digits.end():].strip())
    return (1, 0, plain(text)) if text else (2, 0, "")


def ordered_apart(a, b):
    """Does the number or the unit put two premises in an order?"""
    return any(x and y and text_key(x) != text_key(y) for x, y in ((a.number, b.number), (a.unit, b.unit)))


def read(**given):
    """The survey that the options describe; see DEFAULTS."""
    o = type("Options", (), {**DEFAULTS, **given})
    streets = read_streets(o)
    centres = read_centres(o)
    grid = vacancy.Grid(streets, max(o.name_distance, o.max_distance))
    by_id, rank = {str(s.id): s for s in streets}, {s: i for i, s in enumerate(streets)}
    premises = []
    for row in read_rows(o):
        p = as_premises(row, o)
        if p is None:
            continue
        wanted = dict(street=row.get(o.fields.get("street")) or "", street_key=row.get(o.fields.get("street_id")) or "")
        p.street, p.match = vacancy.match(wanted, grid.distances(p.at), by_id, rank, o)
        if p.street is not None:
            p.piece, segment, p.measure, p.distance, p.side = vacancy.locate(p.at, p.street, p.number)
            p.block = p.street.pieces[p.piece].block_of[segment]
        p.centres = [key for key, polygons in centres.items() if any(vacancy.covers(r, p.at) for r in polygons)]
        premises.append(p)
    return Survey(premises, streets, centres, o)


def read_rows(o):
    with open(o.premises, encoding="utf-8-sig", newline="") as f:
        rows = list(csv.DictReader(f, delimiter=o.delimiter))
    return [r for r in rows if o.where is None or r[o.where[0]] == o.where[1]]


def as_premises(row, o):
    """One row of the source; None if it has no coordinates."""
    if o.latlon:
        point = row[o.latlon].split(",")[::-1]
    else:
        point = [row[name] for name in o.xy]
    if not all(part.strip() for part in point):
        return None
    if not hasattr(o, "change"):
        o.change = staticmethod(vacancy.transformer(o.premises_crs, o.crs))
        o.meaning = {plain(value.strip()): status for status, values in o.statuses.items() for value in values}
    value = {ours: (row[theirs] or "").strip() or None for ours, theirs in o.fields.items() if ours != "status"}
    text = plain((row[o.fields["status"]] or "").strip())
    status = o.meaning.get(text) or ("unknown" if not text else o.otherwise)
    if status is None:
        raise ValueError(f"status {text!r} is not mapped")
    vacant = status == "vacant" or status == "works" and o.works == "vacant"
    p = Premises(id=value.get("id"), at=tuple(o.change([float(c) for c in point])), status=status, vacant=vacant,
                 stock=vacant or status == "occupied", number=value.get("number"), unit=value.get("unit"),
                 family=value.get("family"), name=value.get("name"), activity=value.get("activity"),
                 since=value.get("vacant_since"))
    if value.get("frontage_m"):
        p.frontage, p.frontage_source = float(value["frontage_m"]), "survey"
    return p


def read_streets(o):
    lines = vacancy.read_lines(type("Lines", (), dict(
        streets=o.streets, streets_crs=o.streets_crs, crs=o.crs, streets_id=o.streets_id, streets_name=o.streets_name,
        streets_municipality=o.municipality)))
    streets = vacancy.make_streets(lines, o.same_name_gap)
    nodes = vacancy.find_nodes(lines)
    for s in streets:
        vacancy.split_blocks(s, nodes)
    return streets


def read_centres(o):
    if o.centres is None:
        return {}
    found = vacancy.read_centres(type("Centres", (), dict(
        centres=o.centres, streets_crs=o.streets_crs, crs=o.crs, centres_id=o.centre_id, centres_name=o.centre_id)))
    return {str(key): polygons for key, _, polygons in found}


def order(premises, rank=None):
    """{(piece, side): premises in their order along the street}, of one street"""
    rank = rank or id_order([p.id for p in premises])
    sides = defaultdict(list)
    for p in premises:
        sides[p.piece, p.side].append(p)
    for members in sides.values():
        members.sort(key=lambda p: (p.measure, text_key(p.number), text_key(p.unit), rank(p.id)))
    return sides


def lend_ids(survey, rows):
    """Ids of the program's premises [{premises_id, x, y, status, name, activity, street_id}] for a source without an
    id field. Rows that agree in all of these are alike but for number and unit; they get the ids in order. Returns how
    many rows found no partner."""
    def key(x, y, *rest):
        return (round(x, 3), round(y, 3)) + tuple(v or None for v in rest)

    free = defaultdict(list)
    for r in rows:
        free[key(r["x"], r["y"], r["status"], r["name"], r["activity"], r["street_id"])].append(r["premises_id"])
    for ids in free.values():
        ids.sort(reverse=True)
    missing = 0
    for p in sorted(survey.premises, key=lambda p: (text_key(p.number), text_key(p.unit))):
        ids = free[key(*p.at, p.status, p.name, p.activity, p.street_id)]
        if ids:
            p.id = ids.pop()
        else:
            missing += 1
    return missing
