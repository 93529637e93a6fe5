"""Tells what was scanned or typed at the desk: a card, an item, or who and what goes by such a name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.catalog.finding import Finder
from kiosk.catalog.search import SearchRequest
from kiosk.decisions import Decider
from kiosk.model.decision import CopyFacts, Facts, Routing
from kiosk.model.errors import EnvironmentTrouble
from kiosk.model.hold import Hold
from kiosk.model.item import Item, ItemStatus
from kiosk.model.library import Library
from kiosk.model.loan import Loan
from kiosk.model.patron import Patron
from kiosk.rules.life_cycle import status_of
from kiosk.staff.desk.cards import Relative, full_name
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Copy, Database, View

_NAMES, _TITLES = 8, 5  # so many of either are offered


class Kind(StrEnum):
    """What a code turned out to be."""

    CARD = "card"
    ITEM = "item"
    NAMES = "names"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class DeskItem:
    """An item with what is going on with it; names are for staff alone."""

    library: Library
    item: Item
    title: str
    status: ItemStatus
    loan: Loan | None = None
    borrower: Relative | None = None
    hold: Hold | None = None
    waiting_for: Relative | None = None


@dataclass(frozen=True, slots=True)
class TitleFound:
    """A title that goes by what was typed, with its copies."""

    record_id: int
    title: str
    author: str
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What a code is: ``card`` or ``barcode`` for one thing, else whoever and whatever it may mean.

    ``index_away`` tells that titles could not be looked for.
    """

    kind: Kind
    text: str
    card: str | None = None
    barcode: str | None = None
    patrons: tuple[Patron, ...] = ()
    titles: tuple[TitleFound, ...] = ()
    index_away: bool = False


class DeskReading:
    """Reads; changes nothing."""

    def __init__(self, database: Database, decider: Decider, finder: Finder) -> None:
        self._database = database
        self._decider = decider
        self._finder = finder

    @needs(Right.DESK)
    def what_is(self, by: SignedIn, text: str, *, item_first: bool) -> Read:
        """Tell a card from an item; a number that is both is what is asked for first.

        What is neither is looked for among names and e-mails of patrons and among titles.
        """
        # What a scanner sends beside its code, and what a database refuses, is no part of it.
        code = "".join(letter for letter in text if letter.isprintable()).strip()
        if not code:
            return Read(Kind.NOTHING, code)
        with self._database.read() as view:
            patron = view.patrons.of_number(code)
            item = view.items.by_barcode(code)
            people = view.patrons.search(code, _NAMES) if patron is None and item is None else ()
        if item is not None and (item_first or patron is None):
            return Read(Kind.ITEM, code, barcode=item.barcode)
        if patron is not None:
            return Read(Kind.CARD, code, card=patron.card)
        return self._by_name(code, people)

    @needs(Right.DESK)
    def item(self, by: SignedIn, barcode: str) -> DeskItem | None:
        """Return the item with that barcode, None where there is none."""
        with self._database.read() as view:
            (facts,) = self._decider.facts_of_items(view, None, [barcode])
            if facts.copy is None or facts.record is None:
                return None
            return _desk_item(view, facts, facts.copy)

    @needs(Right.DESK)
    def would_go(self, by: SignedIn, barcode: str, *, at: datetime) -> Routing | None:
        """Tell where the rules would send the item if it were handed in here; None for an unknown one."""
        with self._database.read() as view:
            (facts,) = self._decider.facts_of_items(view, None, [barcode])
        return None if facts.copy is None else self._decider.route(facts, by.branch, at)

    def _by_name(self, text: str, people: tuple[Patron, ...]) -> Read:
        titles: tuple[TitleFound, ...] = ()
        away = False
        if any(letter.isalpha() for letter in text):
            try:
                titles = self._titles(text)
            except EnvironmentTrouble:
                away = True
        kind = Kind.NAMES if people or titles else Kind.NOTHING
        return Read(kind, text, patrons=people, titles=titles, index_away=away)

    def _titles(self, text: str) -> tuple[TitleFound, ...]:
        request = SearchRequest(text, limit=_TITLES, typing=True, facets=(), relax=False)
        numbers = [hit.record_id for hit in self._finder.index.search(request).hits]
        if not numbers:
            return ()
        with self._database.read() as view:
            listed, copies = view.records.listing(numbers), view.items.of_records(numbers)
        return tuple(
            TitleFound(
                row.id, row.description.title, next(iter(row.description.authors), ""), copies.get(row.id, ())
            )
            for row in listed
        )


def _desk_item(view: View, facts: Facts, copy: CopyFacts) -> DeskItem:
    assert facts.record is not None
    borrower = copy.loan.patron_id if copy.loan else None
    waiting = copy.trapped_for.patron_id if copy.trapped_for else None
    return DeskItem(
        library=facts.library,
        item=copy.item,
        title=facts.record.title,
        status=status_of(copy),
        loan=copy.loan,
        borrower=_named(view, borrower),
        hold=copy.trapped_for,
        waiting_for=_named(view, waiting),
    )


def _named(view: View, patron_id: int | None) -> Relative | None:
    patron = view.patrons.get(patron_id) if patron_id is not None else None
    return Relative(patron.card, full_name(patron)) if patron is not None else None
