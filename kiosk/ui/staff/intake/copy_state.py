"""Copying from other catalogues, as pure functions from one state to the next; free of Qt."""

from dataclasses import dataclass, field, replace

from kiosk.catalog.description.identifiers import isbn13
from kiosk.catalog.sru import SruQuery
from kiosk.staff.intake.copying import FoundCopies, FoundCopy, Twin
from kiosk.staff.intake.sources import RecordSource


@dataclass(frozen=True, slots=True)
class CopyState:
    """What is shown: the page found last, which of it is chosen, and what is here with the ISBN asked for.

    ``asked`` tells the answer that is waited for from those that came too late.
    """

    sources: tuple[RecordSource, ...] = ()
    source: str = ""
    query: SruQuery = field(default_factory=SruQuery)
    here: Twin | None = None
    found: FoundCopies | None = None
    chosen: int = -1
    busy: bool = False
    asked: int = 0

    @property
    def copy(self) -> FoundCopy | None:
        """Return the record that is chosen."""
        if self.found is None or not 0 <= self.chosen < len(self.found.copies):
            return None
        return self.found.copies[self.chosen]

    @property
    def twins(self) -> tuple[Twin, ...]:
        """Return what is here already and may be the chosen one, or what was asked for."""
        if self.copy is not None:
            return self.copy.twins
        return (self.here,) if self.here is not None else ()

    @property
    def may_take(self) -> bool:
        """Tell whether the chosen record can be taken over now."""
        return not self.busy and self.copy is not None and self.copy.record is not None

    @property
    def may_ask(self) -> bool:
        """Tell whether there is something to ask, and somebody."""
        given = self.query
        return bool(self.source) and any(
            text.strip() for text in (given.isbn, given.title, given.author, given.anywhere)
        )


def with_sources(state: CopyState, sources: tuple[RecordSource, ...]) -> CopyState:
    """Offer the catalogues in use; the one that was chosen stays while it is among them."""
    active = tuple(source for source in sources if source.active)
    codes = [source.code for source in active]
    source = state.source if state.source in codes else next(iter(codes), "")
    return replace(state, sources=active, source=source)


def with_source(state: CopyState, source: str) -> CopyState:
    """Choose whom to ask next; what was found stays until then."""
    return replace(state, source=source) if source in {one.code for one in state.sources} else state


def asking(state: CopyState, query: SruQuery) -> CopyState:
    """Begin a search: what was found before is gone."""
    return replace(state, query=query, here=None, found=None, chosen=-1, busy=True, asked=state.asked + 1)


def turning(state: CopyState) -> CopyState:
    """Begin to fetch another page of the same search, with the one there is still shown."""
    return replace(state, busy=True, asked=state.asked + 1)


def known_here(state: CopyState, asked: int, here: Twin | None) -> CopyState:
    """Say what this catalogue has with that ISBN, which is known before anybody else has answered."""
    return replace(state, here=here) if asked == state.asked else state


def answered(state: CopyState, asked: int, found: FoundCopies) -> CopyState:
    """Show what was found, unless something else has been asked since; a single record is chosen at once."""
    if asked != state.asked:
        return state
    return replace(state, found=found, chosen=0 if found.copies else -1, busy=False)


def failed(state: CopyState, asked: int) -> CopyState:
    """Wait no more for an answer that did not come."""
    return replace(state, busy=False) if asked == state.asked else state


def given_up(state: CopyState) -> CopyState:
    """Wait no more, whatever may still come."""
    return replace(state, busy=False, asked=state.asked + 1)


def choosing(state: CopyState, place: int) -> CopyState:
    """Choose a record of the page."""
    return replace(state, chosen=place)


def query_of(isbn: str, title: str, author: str) -> SruQuery:
    """Return the search that was typed; an ISBN that is one is asked for by its 13 digits alone."""
    number = isbn13(isbn)
    if number is not None:
        return SruQuery(isbn=number)
    return SruQuery(isbn=isbn.strip(), title=title.strip(), author=author.strip())


def previous_start(found: FoundCopies, page: int) -> int | None:
    """Return where the page before begins, None before the first."""
    first = found.copies[0].number if found.copies else 1
    return max(1, first - page) if first > 1 else None
