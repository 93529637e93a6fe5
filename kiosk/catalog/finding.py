"""Finds titles and says of each what may be done with it now: the index finds, the rules say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.catalog.call_numbers import call_number_key
from kiosk.catalog.index_source import DatabaseSource
from kiosk.catalog.likeness import one_of_each_work
from kiosk.catalog.search import (
    Growing,
    IndexProgress,
    IndexStatus,
    Refreshed,
    SearchField,
    SearchIndex,
    SearchRequest,
    SearchResult,
    Sort,
    Suggestion,
)
from kiosk.decisions import Decider
from kiosk.model.decision import Say
from kiosk.model.errors import RecordUnknown
from kiosk.model.library import Library
from kiosk.model.record import BibRecord
from kiosk.rules.resolution import RuleBook
from kiosk.rules.say import say_of_copy, say_of_record
from kiosk.storage import Copy, Database, HeadingPage, ListedRecord, View

# Beyond so many changes a search does not wait for the index; a process of its own brings it up to date.
BACKLOG = 300
_POPULAR_FOR = timedelta(days=365)
# So many times as many like titles are looked at as are shown, for editions of one work are left out.
_EDITIONS = 5
_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Asker:
    """Who looks, where and when; without a card or a category the library's first category is told of."""

    at: datetime
    branch: str
    card: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """One row of a result: the record as the database lists it now, and what may be done with it."""

    listed: ListedRecord
    say: Say


@dataclass(frozen=True, slots=True)
class FoundPage:
    """One page of a search: what the index says of all hits, and the rows shown."""

    result: SearchResult
    rows: tuple[FoundTitle, ...]


@dataclass(frozen=True, slots=True)
class ShownCopy:
    """One copy of a record with what may be done with it."""

    copy: Copy
    say: Say


@dataclass(frozen=True, slots=True)
class ShownTitle:
    """A record whole: description, MARC, copies, and what may be done."""

    record: BibRecord
    listed: ListedRecord
    say: Say
    copies: tuple[ShownCopy, ...]


class Finder:
    """Search, suggestions and records over one database and this machine's index of it."""

    def __init__(self, database: Database, decider: Decider, index_folder: Path) -> None:
        self._database = database
        self._decider = decider
        self._source = DatabaseSource(database)
        self.index = SearchIndex.open(index_folder)

    def search(self, request: SearchRequest, asker: Asker) -> FoundPage:
        """Return one page of what is found; what may be done is true at this moment."""
        result = self.index.search(request)
        rows = self.rows([hit.record_id for hit in result.hits], asker)
        return FoundPage(result, rows)

    def rows(self, record_ids: Sequence[int], asker: Asker) -> tuple[FoundTitle, ...]:
        """Return the records in the order given, those deleted meanwhile left out."""
        if not record_ids:
            return ()
        with self._database.read() as view:
            listed = view.records.listing(list(record_ids))
            says = self._says(view, record_ids, asker)
        return tuple(FoundTitle(row, says[row.id]) for row in listed if row.id in says)

    def every_id(self, request: SearchRequest) -> list[int]:
        """Return the numbers of all that is found, newest first, whatever page the request is for."""
        ids: list[int] = []
        while True:
            page = replace(request, sort=Sort.NEWEST, limit=_PAGE, offset=len(ids), facets=())
            hits = self.index.search(page).hits
            ids += [hit.record_id for hit in hits]
            if len(hits) < _PAGE:
                return ids

    def suggest(
        self, prefix: str, field: SearchField = SearchField.ANY, limit: int = 8
    ) -> tuple[Suggestion, ...]:
        """Return titles, authors and subjects that begin as typed."""
        return tuple(self.index.suggest(prefix, field, limit))

    def browse(self, kind: str, start: str, limit: int = 20, *, back: bool = False) -> HeadingPage:
        """Return headings (author, subject) or call numbers from a point on, in order, with counts."""
        with self._database.read() as view:
            if kind == "call_number":
                return view.headings.browse_call_numbers(call_number_key(start), limit, back=back)
            return view.headings.browse(kind, start, limit, back=back)

    def newest(self, limit: int, asker: Asker) -> tuple[FoundTitle, ...]:
        """Return titles that came last; of many that came together, those published last."""
        with self._database.read() as view:
            ids = view.records.newest(limit)
        return self.rows(ids, asker)

    def most_borrowed(self, limit: int, asker: Asker) -> tuple[FoundTitle, ...]:
        """Return titles lent most often within a year, or of late where that is much."""
        with self._database.read() as view:
            ids = view.records.most_borrowed(asker.at - _POPULAR_FOR, limit)
        return self.rows(ids, asker)

    def more_like(self, record_id: int, limit: int, asker: Asker) -> tuple[FoundTitle, ...]:
        """Return other works that share subjects or authors, rare ones before common ones."""
        with self._database.read() as view:
            ids = [one.record_id for one in view.headings.alike(record_id, limit * _EDITIONS)]
            listed = view.records.listing([record_id, *ids]) if ids else []
        if not listed or listed[0].id != record_id:
            return ()
        found = ((row.id, row.description) for row in listed[1:])
        return self.rows(one_of_each_work(listed[0].description, found)[:limit], asker)

    def record_id(self, text: str) -> int:
        """Return the number behind an item's barcode, an ISBN or an id, tried in this order."""
        with self._database.read() as view:
            return _known(view.records.find(text), text).id

    def show(self, text: str, asker: Asker) -> ShownTitle:
        """Return the record behind a barcode, an ISBN or an id; raises RecordUnknown."""
        with self._database.read() as view:
            record = _known(view.records.find(text), text)
            (listed,) = view.records.listing([record.id])
            copies = view.items.of_record(record.id)
            facts = self._decider.facts_of_records(view, asker.card, [record.id], at=asker.at)[record.id]
        book, category = RuleBook(facts.library), asker.category or _anybody(facts.library)
        known = {copy.item.id: copy for copy in facts.record.copies} if facts.record else {}
        return ShownTitle(
            record=record,
            listed=listed,
            say=say_of_record(facts, asker.branch, asker.at, category, book),
            copies=tuple(
                ShownCopy(
                    copy,
                    say_of_copy(
                        replace(facts, copy=known.get(copy.item.id)),
                        asker.branch,
                        asker.at,
                        category,
                        book,
                    ),
                )
                for copy in copies
            ),
        )

    def status(self) -> IndexStatus:
        """Return how the index stands against the database."""
        return self.index.status(self._source)

    def catch_up(self) -> Refreshed:
        """Bring the index up to date when little is missing; say so when it is much.

        A missing or foreign index of a small catalogue is built at once, so that a first search finds.
        """
        status = self.index.status(self._source)
        if status.rebuild_needed:
            # Another process may have built it meanwhile.
            self.index.reload()
            status = self.index.status(self._source)
        if status.rebuild_needed:
            with self._database.read() as view:
                titles = view.records.counts().titles
            if titles > BACKLOG * 20:
                return Refreshed(rebuild_needed=True)
            return self.index.rebuild(self._source)
        return self.index.refresh(self._source, BACKLOG)

    def refresh(self, progress: IndexProgress | None = None) -> Refreshed:
        """Bring the index up to date, however much is missing; what has mostly changed is built anew."""
        if self._mostly_new(0):
            return self.index.rebuild(self._source, progress)
        return self.index.refresh(self._source)

    def follow(self, growing: Growing, records: int, progress: IndexProgress | None = None) -> Refreshed:
        """Index what another process is storing, some so many records, for as long as it does."""
        if self._mostly_new(records):
            self.index.rebuild(self._source, progress, growing, records)
        while growing():
            self.index.refresh(self._source)
        return self.refresh(progress)

    def _mostly_new(self, coming: int) -> bool:
        # Another process may have built it meanwhile, as the one beside an import does.
        self.index.reload()
        status = self.index.status(self._source)
        changed = self._source.position() - status.sequence + coming
        return status.rebuild_needed or changed > status.records

    def tend(self) -> bool:
        """Bring the index up to date, and build it anew where that makes it quicker; tell whether it was.

        For the night: of a large catalogue it takes minutes, during which the old index serves.
        """
        self.refresh()
        return self.index.worn() and not self.rebuild().busy

    def rebuild(self, progress: IndexProgress | None = None) -> Refreshed:
        """Build the index anew beside the old one, then take its place; ``progress`` gets done and all."""
        return self.index.rebuild(self._source, progress)

    def library(self) -> Library:
        """Return the library's configuration."""
        with self._database.read() as view:
            return self._decider.libraries.current(view)

    def _says(self, view: View, record_ids: Sequence[int], asker: Asker) -> dict[int, Say]:
        facts = self._decider.facts_of_records(view, asker.card, record_ids, at=asker.at)
        book: RuleBook | None = None
        says = {}
        for record_id, known in facts.items():
            book = book or RuleBook(known.library)
            category = asker.category or _anybody(known.library)
            says[record_id] = say_of_record(known, asker.branch, asker.at, category, book)
        return says


def _anybody(library: Library) -> str | None:
    """Return the category whose rules are told to somebody without a card: the first one there is."""
    return library.patron_categories[0].code if library.patron_categories else None


def _known(record: BibRecord | None, text: str) -> BibRecord:
    if record is None:
        raise RecordUnknown(record=text)
    return record
