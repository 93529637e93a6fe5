"""All checks of a record together, and which of their problems keep it from being saved."""

from collections import Counter
from datetime import date
from functools import lru_cache

from kiosk.catalog.marc.record import MarcRecord
from kiosk.staff.records.problems.characters import character_problems
from kiosk.staff.records.problems.coded_data import coded_problems
from kiosk.staff.records.problems.field_shapes import shape_problems
from kiosk.staff.records.problems.leaders import leader_problems
from kiosk.staff.records.problems.problem import Degree, RecordProblem
from kiosk.staff.records.problems.standard_numbers import number_problems
from kiosk.staff.records.problems.statements import statement_problems


@lru_cache(maxsize=8)
def problems_of(record: MarcRecord, today: date) -> tuple[RecordProblem, ...]:
    """Return everything that is wrong with a record, leader first, then in the order of its fields.

    Those of the last few records are remembered: whoever shows, saves and checks one asks for them anew.
    """
    found = [
        *leader_problems(record),
        *coded_problems(record, today),
        *shape_problems(record),
        *number_problems(record),
        *statement_problems(record, today),
        *character_problems(record),
    ]
    return tuple(sorted(found, key=lambda one: -1 if one.place is None else one.place))


def blocking(record: MarcRecord, opened: MarcRecord | None, today: date) -> tuple[RecordProblem, ...]:
    """Return the errors that this change brings: what was wrong before it may stay until it is mended."""
    errors = [one for one in problems_of(record, today) if one.degree is Degree.ERROR]
    if opened is None or not errors:
        return tuple(errors)
    known = Counter(one.told for one in problems_of(opened, today))
    fresh = []
    for one in errors:
        known[one.told] -= 1
        if known[one.told] < 0:
            fresh.append(one)
    return tuple(fresh)
