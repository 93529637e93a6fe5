"""Who asks, about what, where and when: all that the values of an answer depend on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from kiosk.model.calendar import Calendar
from kiosk.model.decision import Act, CopyFacts, Decision, Facts, LimitUse, PatronFacts, Request
from kiosk.model.item import Item
from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.rules.calendar import calendar_of, local_day, service_hours, start_of_day
from kiosk.rules.case import open_case
from kiosk.rules.codes import same_code
from kiosk.rules.evaluation import decide
from kiosk.rules.limits import hold_limits, loan_limits
from kiosk.rules.resolution import EffectiveValues, RuleBook
from kiosk.words import Wording

# Stands for "no kind in particular": no rule names it, so only rows that leave the kind open hold.
_ANY_KIND = ""


@dataclass(frozen=True)
class Situation:
    """The context in which an answer's values hold.

    ``branch`` is taken for the home branch of what is spoken about; ``item_type`` None speaks of no
    kind in particular; ``category`` is the patron's own unless another was asked for. ``untold`` are
    values that would mislead whoever asks. ``asked_at`` is the moment of asking where ``at`` is of
    another day that was asked for.
    """

    book: RuleBook
    words: Wording
    at: datetime
    branch: str
    category: str | None = None
    item_type: str | None = None
    patron: PatronFacts | None = None
    untold: frozenset[str] = frozenset()
    asked_at: datetime | None = None

    @property
    def library(self) -> Library:
        """The library as it is now."""
        return self.book.library

    @property
    def calendar(self) -> Calendar:
        """The branch's calendar."""
        return calendar_of(self.library, self.branch)

    @property
    def today(self) -> date:
        """The day on the branch's wall."""
        return local_day(self.calendar, self.at)

    @property
    def now(self) -> datetime:
        """The moment of asking, for what can only be known of now: an account."""
        return self.asked_at or self.at

    @property
    def asked_on(self) -> date:
        """The day of asking, on the branch's wall."""
        return local_day(self.calendar, self.now)

    @property
    def here(self) -> Branch | None:
        """The branch."""
        return self.library.branch(self.branch)

    @property
    def kind(self) -> ItemType | None:
        """The item type spoken about."""
        return next((t for t in self.library.item_types if same_code(t.code, self.item_type)), None)

    @property
    def patron_category(self) -> PatronCategory | None:
        """The category spoken about."""
        return next((c for c in self.library.patron_categories if same_code(c.code, self.category)), None)

    @property
    def values(self) -> EffectiveValues:
        """The rule values that hold."""
        return self.book.resolve(self.branch, self.category, self.item_type or _ANY_KIND).values

    @cached_property
    def checkout(self) -> Decision:
        """What the rules decide of borrowing such an item now: its due date, its fee."""
        item = Item(0, 0, "", self.branch, self.item_type or _ANY_KIND)
        # Whoever asks about another category than the own asks for somebody else.
        patron = self.patron if self.is_own else None
        facts = Facts(self.library, patron, CopyFacts(item))
        return decide(open_case(Request(Act.CHECKOUT, self.at, self.branch), facts, self.book, self.category))

    @property
    def is_own(self) -> bool:
        """Whether it is about the patron who is signed in, of the patron's own category."""
        return self.patron is not None and same_code(self.patron.patron.category, self.category)

    def loan_limits(self) -> tuple[LimitUse, ...]:
        """Return every limit that one more loan of this kind would come under."""
        loans = self.patron.loans if self.patron is not None and self.is_own else ()
        return loan_limits(self.library, self.category or "", self._kind_key(), loans)

    def hold_limits(self) -> tuple[LimitUse, ...]:
        """Return every limit that one more hold of this kind would come under."""
        holds = self.patron.holds if self.patron is not None and self.is_own else ()
        return hold_limits(self.book, self.category or "", self._kind_key(), holds)

    def narrowed(self, settings: Mapping[str, str]) -> "Situation":
        """Return the same for another item type, patron category or branch."""
        known: dict[str, str] = {}
        if "item_type" in settings:
            known["item_type"] = settings["item_type"]
        if "patron_category" in settings:
            known["category"] = settings["patron_category"]
        if "branch" in settings:
            known["branch"] = settings["branch"]
        return replace(self, **known) if known else self  # type: ignore[arg-type]

    def on(self, day: date) -> "Situation":
        """Return the same on another day, from its first opening, or noon where it is closed."""
        if day == self.asked_on:
            return self
        hours = service_hours(self.calendar, day)
        noon = start_of_day(self.calendar, day) + timedelta(hours=12)
        return replace(self, at=hours[0] if hours is not None else noon, asked_at=self.now)

    def _kind_key(self) -> tuple[str | None, str | None]:
        return self.branch, self.item_type or _ANY_KIND
