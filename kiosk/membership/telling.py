"""Tells which field of a form is wrong, and how."""

from collections.abc import Sequence
from dataclasses import fields

from kiosk.membership.registration import Registration
from kiosk.model.problem import Problem
from kiosk.model.request import FIELDS

_NAMED = frozenset(name for names in FIELDS.values() for name in names) | {
    field.name for field in fields(Registration)
}


def told_of(problems: Sequence[tuple[str, Problem]]) -> tuple[Problem, ...]:
    """Return problems with their fields as sentences tell them."""
    return tuple(
        Problem.of(
            "request.field",
            field=Problem.of(f"field.{name}" if name in _NAMED else "field.other"),
            problem=problem,
        )
        for name, problem in problems
    )
