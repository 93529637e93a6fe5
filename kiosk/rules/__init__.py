"""Decisions as pure functions over facts: what may be done, until when, for how much, and what goes where."""

from kiosk.rules.evaluation import evaluate
from kiosk.rules.routing import route

__all__ = ["evaluate", "route"]
