"""The rules at the desk of staff: looked at, tried, changed with their effect told first, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.model.clock import Clock
from kiosk.model.decision import Act, Decision, Request
from kiosk.model.library import Library
from kiosk.rules import evaluate
from kiosk.staff.rights import Right, needs
from kiosk.staff.rules.effects import Effects, effects_of
from kiosk.staff.rules.trying import Question, Tried, try_rules
from kiosk.staff.settings.changing import Area, Changing, LastChange, Saved
from kiosk.staff.settings.leaves import Edits
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, OpenKind, OpenLoan, View

_RULES = frozenset({Area.RULES})


@dataclass(frozen=True, slots=True)
class RenewalThen:
    """An open loan, and what would be decided of renewing it now, under the rules before and after."""

    loan: OpenLoan
    before: Decision
    after: Decision


class RuleDesk:
    """What staff do with circulation rules; changes are edits of leaves below ``rule``."""

    def __init__(self, database: Database, decider: Decider, clock: Clock) -> None:
        self._database = database
        self._decider = decider
        self._clock = clock
        self._changing = Changing(database, clock)

    @needs(Right.RULES_SEE)
    def library(self, by: SignedIn) -> Library:
        """Return the library with its rules as they are now."""
        return self._changing.load()

    @needs(Right.RULES_SEE)
    def tried(self, by: SignedIn, question: Question, library: Library) -> Tried:
        """Decide a case under a library's rules, saved or not; a card needs the right to see patrons."""
        if question.card:
            by.must(Right.PATRONS_SEE)
        with self._database.read() as view:
            return try_rules(view, self._decider, question, library, self._clock.now())

    @needs(Right.RULES_SEE)
    def effects(self, by: SignedIn, before: Library, after: Library, language: str) -> Effects:
        """Return what a change would do to open loans, limits and answers."""
        with self._database.read() as view:
            return effects_of(view, before, after, self._clock.now(), by.branch, language)

    @needs(Right.RULES_SEE)
    def renewals(
        self,
        by: SignedIn,
        before: Library,
        after: Library,
        kinds: Sequence[OpenKind],
        *,
        limit: int = 100,
        after_loan: int = 0,
    ) -> tuple[RenewalThen, ...]:
        """Return open loans of these kinds by number, each with a renewal now, before and after.

        Whoever may not see patrons is not told the cards.
        """
        now = self._clock.now()
        with self._database.read() as view:
            loans = view.open_kinds.loans(kinds, limit, after_loan)
            found = tuple(self._renewal(view, loan, before, after, now) for loan in loans)
        if by.may(Right.PATRONS_SEE):
            return found
        return tuple(replace(one, loan=replace(one.loan, card="")) for one in found)

    @needs(Right.RULES_EDIT)
    def save(self, by: SignedIn, opened: Library, edits: Edits) -> Saved:
        """Make the edits, in one transaction.

        Raises SettingsChangedMeanwhile with ``theirs`` and ``library``, SettingsInvalid with ``problem``.
        """
        return self._changing.save(by.account, _RULES, opened, edits)

    @needs(Right.RULES_SEE)
    def last_change(self, by: SignedIn) -> LastChange | None:
        """Return the change of the rules that an undo would take back, or None."""
        return self._changing.last(_RULES)

    @needs(Right.RULES_EDIT)
    def undo(self, by: SignedIn, entry: int) -> Saved:
        """Take the last change back, told by its number; raises NothingToUndo, SettingsChangedMeanwhile."""
        return self._changing.undo(by.account, entry, _RULES)

    def _renewal(
        self, view: View, loan: OpenLoan, before: Library, after: Library, now: datetime
    ) -> RenewalThen:
        (facts,) = self._decider.facts_of_items(view, loan.card, [loan.barcode], at=now)
        branch = facts.copy.item.branch if facts.copy is not None else ""
        request = Request(Act.RENEW, now, branch, barcode=loan.barcode)
        decided = (evaluate(request, replace(facts, library=library)) for library in (before, after))
        return RenewalThen(loan, *decided)
