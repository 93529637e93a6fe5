"""Reads what the Find page shows: runs on worker threads, so every value that leaves is frozen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiosk.catalog.call_numbers import shelf_of
from kiosk.catalog.finding import Asker, FoundTitle
from kiosk.catalog.search import Loosening, Row, SearchField, SearchRequest, Suggestion
from kiosk.model.errors import EnvironmentTrouble
from kiosk.model.library import Library, Shelf
from kiosk.model.record import record_key
from kiosk.services import Services
from kiosk.ui.patron.find_question import Question, active_kinds, without
from kiosk.ui.patron.own_covers import OwnCovers
from kiosk.ui.patron.title_rows import SeenTitle

TITLES_WHILE_TYPING = 5
SUGGESTED = 8
Facets = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Suggested:
    """What begins as typed; `titles` are the first hits, from the second letter on."""

    text: str
    field: SearchField
    suggestions: tuple[Suggestion, ...] = ()
    titles: tuple[SeenTitle, ...] = ()
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The rows read so far and what is known of all hits.

    `facets` count each kind as if nothing of that kind were set; `unfiltered` counts all without filters.
    """

    question: Question
    total: int
    titles: tuple[SeenTitle, ...]
    unfiltered: int = 0
    facets: Facets = field(default_factory=dict)
    did_you_mean: str | None = None
    relaxed: tuple[Loosening, ...] = ()
    read: int = 0
    database_away: bool = False

    @property
    def more(self) -> bool:
        """Tell whether hits are left to read."""
        return self.read < self.total

    def joined(self, following: "Found") -> "Found":
        """Add the rows of the next page; a title that moved meanwhile stands only once."""
        known = {title.record_id for title in self.titles}
        added = tuple(title for title in following.titles if title.record_id not in known)
        read = following.read if following.read > self.read else self.total
        return replace(self, titles=(*self.titles, *added), read=read)


class FindLoader:
    """Search and suggest for one library on this machine."""

    def __init__(self, services: Services, library: Library) -> None:
        self._services = services
        self._shelves = library.shelves
        own = services.folder.within(services.settings.covers)
        self._covers = OwnCovers(own, services.folder.cover_cache)

    def suggest(self, question: Question, asker: Asker) -> Suggested:
        """Return what begins as typed; raises IndexUnavailable."""
        finder = self._services.finder
        text, where = question.text, question.where
        begun = finder.suggest(text, where, SUGGESTED)
        if len(text.strip()) < 2:
            return Suggested(text, where, begun)
        request = replace(
            question.request(typing=True), limit=TITLES_WHILE_TYPING, facets=False, relax=not begun
        )
        result = finder.index.search(request)
        titles = self._indexed([hit.row for hit in result.hits])
        return Suggested(text, where, begun, titles, result.total)

    def find(self, question: Question, asker: Asker) -> Found:
        """Return the first page with all counts; raises IndexUnavailable."""
        page = self.following(question, asker, 0)
        kinds = active_kinds(question.filters)
        if not kinds or page.relaxed:
            return page
        facets, total = self._counts(question, page.facets)
        return replace(page, facets=facets, unfiltered=total)

    def following(self, question: Question, asker: Asker, offset: int) -> Found:
        """Return one page from a place on; with the database away, what the index keeps of it."""
        result = self._services.finder.index.search(question.request(offset=offset))
        rows = [hit.row for hit in result.hits]
        away = False
        try:
            titles = self.seen(self._services.finder.rows([row.record_id for row in rows], asker))
        except EnvironmentTrouble:
            titles, away = self._indexed(rows), True
        return Found(
            question=question,
            total=result.total,
            titles=titles,
            unfiltered=result.total,
            facets=result.facets,
            did_you_mean=result.did_you_mean,
            relaxed=result.relaxed,
            read=offset + len(rows),
            database_away=away,
        )

    def seen(self, found: Iterable[FoundTitle]) -> tuple[SeenTitle, ...]:
        """Return titles with their shelves and own covers."""
        return tuple(self._seen(title) for title in found)

    def _counts(self, question: Question, counted: Facets) -> tuple[Facets, int]:
        """Count each kind that is set as if it were not, and all without filters."""
        kinds, facets, total = active_kinds(question.filters), dict(counted), 0
        for kind in kinds:
            other = replace(question, filters=without(question.filters, kind))
            total, its_facets = self._count(other.request())
            facets[kind] = its_facets.get(kind, {})
        if len(kinds) > 1:
            total, _ = self._count(question.unfiltered().request())
        return facets, total

    def _count(self, request: SearchRequest) -> tuple[int, Facets]:
        result = self._services.finder.index.search(replace(request, limit=1, relax=False))
        return result.total, result.facets

    def _seen(self, found: FoundTitle) -> SeenTitle:
        listed, say = found.listed, found.say
        description = listed.description
        names = (*description.isbns, listed.control_number or "", listed.key)
        return SeenTitle(
            record_id=listed.id,
            title=description.title,
            form=description.form,
            authors=description.authors,
            year=description.year,
            language=description.language,
            call_number=say.call_number or listed.call_number,
            say=say,
            shelf=_shelf(self._shelves, say.call_number, say.branch, say.location),
            picture=self._covers.url(names),
        )

    def _indexed(self, rows: Sequence[Row]) -> tuple[SeenTitle, ...]:
        return tuple(
            SeenTitle(
                record_id=row.record_id,
                title=row.title,
                form=row.form,
                authors=row.authors,
                year=row.year,
                language=row.language,
                call_number=row.call_number,
                picture=self._covers.url((*row.isbns, row.control_number or "", record_key(row.record_id))),
            )
            for row in rows
        )


def _shelf(
    shelves: tuple[Shelf, ...], call_number: str | None, branch: str | None, location: str | None
) -> Shelf | None:
    return shelf_of(call_number, shelves, branch, location) if branch else None
