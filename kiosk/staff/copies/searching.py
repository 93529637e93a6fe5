"""Searches the catalogue for librarians: as the kiosk finds, with all that a search found at hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from kiosk.catalog.finding import Finder
from kiosk.catalog.search import Refreshed, Row, SearchField, SearchRequest, SearchResult, Suggestion
from kiosk.model.library import Library
from kiosk.model.record import Description, Form
from kiosk.model.staff_errors import TooManyCopies
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, ListedRecord

_PAGE = 1_000
Progress = Callable[[int, int], None]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class TitlePage:
    """A page of what was found: what the index says of all of it, and the rows as they are now by place."""

    result: SearchResult
    rows: tuple[ListedRecord, ...]


class CatalogueSearch:
    """Finds titles for the workspace; where the index is away, so is the search."""

    def __init__(self, database: Database, finder: Finder) -> None:
        self._database = database
        self._finder = finder

    @needs(Right.CATALOGUE_SEE)
    def search(self, by: SignedIn, request: SearchRequest) -> TitlePage:
        """Return one page; raises IndexUnavailable.

        A title deleted meanwhile stands there as the index knew it, so that pages keep their length.
        """
        result = self._finder.index.search(request)
        with self._database.read() as view:
            known = {row.id: row for row in view.records.listing([hit.record_id for hit in result.hits])}
        rows = (known.get(hit.record_id) or _as_indexed(hit.row) for hit in result.hits)
        return TitlePage(result, tuple(rows))

    @needs(Right.CATALOGUE_SEE)
    def listed(self, by: SignedIn, record_ids: Sequence[int]) -> tuple[ListedRecord, ...]:
        """Return these titles as they are now, those that are gone left out."""
        with self._database.read() as view:
            return tuple(view.records.listing(list(record_ids)))

    @needs(Right.CATALOGUE_SEE)
    def suggest(
        self, by: SignedIn, prefix: str, field: SearchField = SearchField.ANY, limit: int = 8
    ) -> tuple[Suggestion, ...]:
        """Return titles, authors and subjects that begin as typed."""
        return self._finder.suggest(prefix, field, limit)

    @needs(Right.CATALOGUE_SEE)
    def find(self, by: SignedIn, text: str) -> int:
        """Return the record that a barcode, an ISBN or an id leads to; raises RecordUnknown."""
        return self._finder.record_id(text)

    @needs(Right.CATALOGUE_SEE)
    def library(self, by: SignedIn) -> Library:
        """Return the library with the names of what filters and columns show."""
        return self._finder.library()

    @needs(Right.CATALOGUE_SEE)
    def catch_up(self, by: SignedIn) -> Refreshed:
        """Bring this machine's index up to date, so that what was just changed is found."""
        return self._finder.catch_up()

    @needs(Right.CATALOGUE_SEE)
    def all_ids(
        self,
        by: SignedIn,
        request: SearchRequest,
        most: int,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> tuple[int, ...]:
        """Return the numbers of all that a search finds, in its order; raises TooManyCopies above ``most``.

        Stopped, it returns those found so far.
        """
        asked = replace(request, offset=0, limit=_PAGE, facets=(), explain=False)
        found: dict[int, None] = {}
        while not (stop is not None and stop()):
            result = self._finder.index.search(asked)
            if result.total > most:
                raise TooManyCopies(count=result.total, most=most)
            found.update(dict.fromkeys(hit.record_id for hit in result.hits))
            if progress is not None:
                progress(len(found), result.total)
            if len(result.hits) < _PAGE:
                break
            asked = replace(asked, offset=asked.offset + _PAGE)
        return tuple(found)


def _as_indexed(row: Row) -> ListedRecord:
    described = Description(
        title=row.title,
        filing_title=row.title,
        form=Form(row.form),
        subtitle=row.subtitle,
        authors=row.authors,
        year=row.year,
        language=row.language,
        isbns=row.isbns,
        call_number=row.call_number,
    )
    long_ago = datetime.min.replace(tzinfo=UTC)
    return ListedRecord(
        row.record_id, row.control_number, None, described, long_ago, long_ago, False, 0, 0, row.call_number
    )
