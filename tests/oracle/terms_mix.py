"""Terms of vacancy and the mix of families. Part of the oracle test_oracle_diagnosis.py.

Choices
 T1  Terms are of v premises; the others have vacancy_days and term NULL.
 T2  A date is text in `premises.date_format`, whole or only its year (2019) or year and month (2019-10), which stand
     for all of their days. An interval that begins after the reference date is a date to come: rejected, term
     unknown. One that only ends after it ends there.
 T3  A text that is no date: unknown. Without a reference date in the study every term is unknown.
 T4  Days are the difference of the two dates: empty since the day before the reference date is 1.
 M1  Mix: status occupied and a family, which is compared as written, blanks trimmed. Without any: families 0, shannon
     and evenness NULL; a survey without a field for families: families NULL, for it is not known. One family: shannon
     0, evenness NULL.
 M2  street_mix has a row for each family that occurs among the unit's occupied premises; share is of those that have
     a family.
"""
import calendar
import datetime
import math
import re
from collections import Counter

TERMS = ("frictional", "long", "structural", "persistent", "unknown")
COLUMNS = dict(zip(TERMS, ("frictional", "long_term", "structural", "persistent", "term_unknown")))
BOUNDS = (365, 730, 1095)


def interval(text):
    """first and last day that a date of the form %Y-%m-%d stands for, None if it is no date"""
    parts = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text.strip())
    if not parts:
        return None
    year, month, day = (int(p) if p else None for p in parts.groups())
    try:
        first = datetime.date(year, month or 1, day or 1)
        last_month = month or 12
        return first, datetime.date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except ValueError:
        return None


def term_of(days):
    return TERMS[sum(days >= b for b in BOUNDS)]


def term(premises, reference):
    """→ (vacancy_days, term, is the date to come?) of one premises; reference: a date or None"""
    if not premises.vacant:
        return None, None, False
    days = interval(premises.since) if premises.since else None
    if days is None or reference is None:
        return None, "unknown", False
    first, last = days
    if first > reference:
        return None, "unknown", True
    longest, shortest = (reference - first).days, (reference - min(last, reference)).days
    if first == last:
        return longest, term_of(longest), False
    return None, term_of(longest) if term_of(longest) == term_of(shortest) else "unknown", False


def terms(members, reference):
    """the counts of a unit"""
    count = Counter(term(p, reference)[1] for p in members)
    return {column: count[name] for name, column in COLUMNS.items()}


def families(members):
    return Counter(p.family for p in members if p.status == "occupied" and p.family)


def mix(members, known=True):
    """known: has the survey a field for families?"""
    count = families(members)
    total = sum(count.values())
    shannon = -math.fsum(n / total * math.log(n / total) for n in count.values()) + 0.0 if count else None
    return dict(families=len(count) if known else None, shannon=shannon,
                evenness=shannon / math.log(len(count)) if len(count) > 1 else None)


def mix_rows(unit, unit_id, members):
    count = families(members)
    total = sum(count.values())
    return [dict(unit=unit, unit_id=unit_id, family=f, premises=n, share=n / total) for f, n in count.items()]
