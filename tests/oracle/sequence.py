"""Runs and gaps of the units: street, block, centre, part of a street in a centre, total. Part of the oracle
test_oracle_diagnosis.py.

From survey.py: the order is the oracle's own.

Choices
 Q1  A run lies on one side of one piece. For a block only its own premises are in the row, so a run is cut at the
     block's ends. For a centre or the part of a street in it, a premises outside the centre ends a run like one that
     is not vacant. For the total: the streets' longest.
 Q2  Of equally long runs the one of the greatest run_max_m counts, a known sum before NULL. Without a vacant premises
     run_max is 0, run_max_m 0.
 Q3  run_order_unsure: two members share a point and neither number nor unit orders them. UNSURE says members of what:
     of the `longest` runs alone (the letter of the definition), of any of the unit's `runs`, or of a `side`, whatever
     their statuses. A premises off the run, on the point of one of its members, makes only a `side` unsure.
 Q4  Gaps are of streets and blocks; gap_max_m is the greatest, gaps the number of those >= vacancy.gap_m, over all
     pieces and sides. A side of a piece without an occupied premises is one gap of its length. EMPTY_SIDES: do left
     and right count where they hold no premises of the unit at all (the letter: yes)? `on` counts only where it has
     premises. NULL for a street or block without premises. Measures are cut to the block's ends. Total: greatest and
     sum over the streets; centre and street in a centre: NULL.
 Q5  Only status `occupied` bounds a gap. A premises on no street is in no run and bounds no gap.
 Q6  units_per_100m: of the stock, on length_m; NULL for a centre, which has an area.
"""
import math

import survey as base

UNSURE = "side"
EMPTY_SIDES = False


def runs(members, inside=None):
    """The runs [[premises, …]] of one side in order; `inside`: which of them belong to the unit."""
    found, current = [], []
    for p in members:
        if p.vacant and (inside is None or inside(p)):
            current.append(p)
        elif current:
            found.append(current)
            current = []
    return found + [current] if current else found


def metres(run):
    """Sum of the frontages, None if one is unknown."""
    return None if any(p.frontage is None for p in run) else math.fsum(p.frontage for p in run)


def unsure(run):
    return any(a.at == b.at and not base.ordered_apart(a, b) for i, a in enumerate(run) for b in run[:i])


def longest(found, sides):
    """run_max, run_max_m and run_order_unsure of the runs of a unit; sides: [its premises of one side]"""
    length = max(map(len, found), default=0)
    equal = [r for r in found if len(r) == length]
    sums = [m for m in map(metres, equal) if m is not None]
    return dict(run_max=length, run_max_m=max(sums) if sums else None if equal else 0.0,
                run_order_unsure=any(map(unsure, {"longest": equal, "runs": found, "side": sides}[UNSURE])))


def gaps_between(measures, start, end):
    """The gaps of one side from `start` to `end`; measures of its occupied premises."""
    stops = [start] + sorted(min(max(m, start), end) for m in measures) + [end]
    return [b - a for a, b in zip(stops, stops[1:])]


def gaps(stretches, least):
    """gap_max_m and gaps. stretches: [(start, end, its premises)]; least: vacancy.gap_m"""
    if not any(premises for _, _, premises in stretches):
        return dict(gap_max_m=None, gaps=None)
    all_gaps = []
    for start, end, premises in stretches:
        held = {p.side for p in premises}
        for side in sorted(held | {"left", "right"} if EMPTY_SIDES else held):
            occupied = [p.measure for p in premises if p.side == side and p.status == "occupied"]
            all_gaps += gaps_between(occupied, start, end)
    return dict(gap_max_m=max(all_gaps), gaps=sum(g >= least for g in all_gaps))


def per_100m(stock, length):
    return 100 * stock / length if length else None


class Sequence:
    """Every unit's columns, by its id."""

    def __init__(self, survey):
        self.survey, self.least = survey, survey.options.gap_m
        rank = base.id_order([p.id for p in survey.premises])
        self.sides = {key: base.order(members, rank) for key, members in survey.by_street.items()}

    def row(self, street_id=None, inside=lambda p: True):
        """The columns of the runs of a street (or of all) among the premises that are `inside`."""
        streets = self.sides.values() if street_id is None else [self.sides.get(street_id, {})]
        sides = [side for street in streets for side in street.values()]
        return longest([r for side in sides for r in runs(side, inside)],
                       [list(filter(inside, side)) for side in sides])

    def street(self, s):
        members = self.survey.by_street.get(str(s.id), [])
        stretches = [(0.0, piece.measures[-1], [p for p in members if p.piece == n])
                     for n, piece in enumerate(s.pieces)]
        return {**self.row(str(s.id)), **gaps(stretches, self.least),
                "units_per_100m": per_100m(sum(p.stock for p in members), s.length)}

    def block(self, s, number):
        piece = s.pieces[s.blocks[number]["piece"]]
        start, end = (piece.measures[s.blocks[number][k]] for k in ("first", "last"))
        members = [p for p in self.survey.by_street.get(str(s.id), []) if p.block == number]
        return {**self.row(str(s.id), lambda p: p.block == number), **gaps([(start, end, members)], self.least),
                "units_per_100m": per_100m(sum(p.stock for p in members), end - start)}

    def centre(self, key, street_id=None, length=None):
        """A centre, or the part of a street in it; length: of that part."""
        stock = sum(p.stock for p in self.survey.premises
                    if key in p.centres and (street_id is None or p.street_id == street_id))
        return {**self.row(street_id, lambda p: key in p.centres), "gap_max_m": None, "gaps": None,
                "units_per_100m": per_100m(stock, length)}

    def total(self):
        rows = [self.street(s) for s in self.survey.streets]
        known = [r for r in rows if r["gaps"] is not None]
        return {**self.row(), "gap_max_m": max((r["gap_max_m"] for r in known), default=None),
                "gaps": sum(r["gaps"] for r in known) if known else None,
                "units_per_100m": per_100m(sum(p.stock for p in self.survey.premises),
                                           math.fsum(s.length for s in self.survey.streets))}
