"""What a change of the rules would do: to the loans that are open, to limits, and to the answers."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from kiosk.model.library import Library
from kiosk.model.rule import RuleScope
from kiosk.policies.before_after import AnswerChange, answer_changes
from kiosk.rules.calendar import calendar_of
from kiosk.rules.due import due
from kiosk.rules.resolution import VALUE_NAMES, Resolved, RuleBook
from kiosk.staff.rules.matrix import scope_label
from kiosk.staff.rules.values import plain_of
from kiosk.staff.settings.leaves import Plain
from kiosk.storage import OpenKind, View

# What a loan already made is asked about again when it is renewed; all else is for new loans and holds.
AT_RENEWAL = frozenset(
    {"renewals", "renewal_period", "renew_not_before", "closed_days", "fixed_due_date", "fine_per_day"}
    | {"fine_grace_days", "fine_closed_days", "fine_max", "replacement_fee", "block_owing", "block_overdue"}
)


@dataclass(frozen=True, slots=True)
class ValueEffect:
    """A value that becomes another one for so many open loans.

    ``at_renewal`` where those loans meet it when they are next renewed, else only new loans do.
    """

    name: str
    before: Plain | None
    after: Plain | None
    loans: int
    at_renewal: bool


@dataclass(frozen=True, slots=True)
class RenewalEffect:
    """So many open loans of a kind would, if renewed now, be due at another time."""

    kind: OpenKind
    before: datetime | None
    after: datetime | None


@dataclass(frozen=True, slots=True)
class LimitEffect:
    """How many patrons have reached a limit, before and after; None where there is no such limit."""

    label: str
    before: int | None
    after: int | None
    reached_before: int
    reached_after: int


@dataclass(frozen=True, slots=True)
class Effects:
    """All that a change would do; ``kinds`` are those of which open loans are concerned."""

    kinds: tuple[OpenKind, ...]
    values: tuple[ValueEffect, ...]
    renewals: tuple[RenewalEffect, ...]
    limits: tuple[LimitEffect, ...]
    answers: tuple[AnswerChange, ...]

    @property
    def loans(self) -> int:
        """How many open loans are concerned."""
        return sum(kind.loans for kind in self.kinds)


def effects_of(
    view: View, before: Library, after: Library, now: datetime, branch: str, language: str
) -> Effects:
    """Return what changes between two configurations for what is in the database."""
    books = RuleBook(before), RuleBook(after)
    values: Counter[tuple[str, Plain | None, Plain | None]] = Counter()
    renewals: list[RenewalEffect] = []
    concerned: list[OpenKind] = []
    for kind in view.open_kinds.all():
        earlier, later = (book.resolve(kind.branch, kind.category, kind.item_type) for book in books)
        changed = _changed(earlier, later)
        concerned += [kind] if changed else []
        for name, was, is_now in changed:
            values[name, was, is_now] += kind.loans
        dues = _renewed(before, earlier, kind, now), _renewed(after, later, kind, now)
        if dues[0] != dues[1]:
            renewals.append(RenewalEffect(kind, *dues))
    told = (ValueEffect(*key, loans, key[0] in AT_RENEWAL) for key, loans in values.items())
    return Effects(
        tuple(concerned),
        tuple(sorted(told, key=lambda one: (VALUE_NAMES.index(one.name), str(one.before), str(one.after)))),
        tuple(renewals),
        tuple(_limit_effects(view, before, after)),
        answer_changes(before, after, view.articles.all(language), now, branch, language),
    )


def _changed(earlier: Resolved, later: Resolved) -> list[tuple[str, Plain | None, Plain | None]]:
    pairs = (
        (name, plain_of(getattr(earlier.values, name)), plain_of(getattr(later.values, name)))
        for name in VALUE_NAMES
    )
    return [(name, was, is_now) for name, was, is_now in pairs if was != is_now]


def _renewed(library: Library, resolved: Resolved, kind: OpenKind, now: datetime) -> datetime | None:
    values = resolved.values
    if values.renewal_period is None:
        return None
    calendar = calendar_of(library, kind.branch)
    return due(calendar, now, values.renewal_period, values.fixed_due_date, values.closed_days).at


def _limit_effects(view: View, before: Library, after: Library) -> list[LimitEffect]:
    earlier, later = _limits(before), _limits(after)
    found = []
    for scope in dict.fromkeys((*earlier, *later)):
        was, is_now = earlier.get(scope), later.get(scope)
        if was != is_now:
            reached = (0 if most is None else _reached(view, scope, most) for most in (was, is_now))
            found.append(LimitEffect(scope_label(scope), was, is_now, *reached))
    return found


def _limits(library: Library) -> dict[RuleScope, int]:
    return {rule.scope: most for rule in library.rules if (most := rule.values.max_loans) is not None}


def _reached(view: View, scope: RuleScope, most: int) -> int:
    return view.open_kinds.patrons_with(max(most, 1), scope.branch, scope.patron_category, scope.item_type)
