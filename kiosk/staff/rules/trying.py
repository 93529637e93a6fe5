"""Tries the rules out: the same decision as at the desk, for a case made up or a real card and item."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kiosk.decisions import Decider
from kiosk.model.decision import Act, CopyFacts, Decision, Facts, PatronFacts, Request
from kiosk.model.item import Item
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.model.rule import RuleScope
from kiosk.rules import evaluate
from kiosk.rules.calendar import calendar_of, local_day, service_hours, start_of_day
from kiosk.staff.rules.matrix import Contender, contenders
from kiosk.staff.rules.values import plain_of
from kiosk.staff.settings.leaves import Plain
from kiosk.storage import View


@dataclass(frozen=True, slots=True)
class Question:
    """What is tried: a kind of patron and item, or a card and a barcode, which then say both.

    ``day`` None is this moment; another day is asked about at its first opening, else at noon.
    """

    branch: str
    category: str | None = None
    item_type: str | None = None
    act: Act = Act.CHECKOUT
    day: date | None = None
    card: str | None = None
    barcode: str | None = None


@dataclass(frozen=True, slots=True)
class TriedValue:
    """One value as it holds for the case, with every row that speaks of it, the deciding one first."""

    name: str
    value: Plain | None
    contenders: tuple[Contender, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """What was decided, for which scope, at which moment, and the row behind every value."""

    scope: RuleScope
    at: datetime
    decision: Decision
    values: tuple[TriedValue, ...]


def try_rules(view: View, decider: Decider, question: Question, library: Library, now: datetime) -> Tried:
    """Decide the question under a library's rules, which need not be those in force."""
    facts = _facts(view, decider, question, library, now)
    branch = facts.copy.item.branch if facts.copy is not None else question.branch
    at = _moment(library, branch, question.day, now)
    request = Request(question.act, at, question.branch, barcode=question.barcode)
    if question.act is Act.HOLD and question.barcode:
        facts = replace(facts, copy=None)
    decision = evaluate(request, facts)
    scope = _scope(facts, question)
    applied = {one.name: one.value for one in decision.rules}
    values = tuple(
        TriedValue(name, plain_of(value), contenders(library, scope, name)) for name, value in applied.items()
    )
    return Tried(scope, at, decision, values)


def _facts(view: View, decider: Decider, question: Question, library: Library, now: datetime) -> Facts:
    if question.barcode:
        (known,) = decider.facts_of_items(view, question.card or None, [question.barcode], at=now)
    else:
        known = Facts(library)
        if question.card:
            known = replace(known, patron=view.facts.gather(card=question.card).patron)
        item = Item(0, 0, "", question.branch, question.item_type or "")
        known = replace(known, copy=CopyFacts(item))
    patron = known.patron
    if not question.card and question.category is not None:
        patron = PatronFacts(Patron(0, "", "", question.category), Money.zero(library.currency))
    return replace(known, library=library, patron=patron)


def _scope(facts: Facts, question: Question) -> RuleScope:
    patron = facts.patron.patron.category if facts.patron is not None else None
    if facts.copy is not None:
        return RuleScope(facts.copy.item.branch, patron, facts.copy.item.item_type)
    copies = facts.record.copies if facts.record is not None else ()
    item = next((copy.item for copy in copies), None)
    return RuleScope(item.branch, patron, item.item_type) if item else RuleScope(None, patron, None)


def _moment(library: Library, branch: str, day: date | None, now: datetime) -> datetime:
    calendar = calendar_of(library, branch)
    if day is None or day == local_day(calendar, now):
        return now
    hours = service_hours(calendar, day)
    return hours[0] if hours is not None else start_of_day(calendar, day) + timedelta(hours=12)
