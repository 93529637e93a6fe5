"""Reads what the Find page shows: runs on worker threads, so every value that leaves is frozen."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiosk.catalog.call_numbers import shelf_of
from kiosk.catalog.finding import Asker, FoundTitle
from kiosk.catalog.search import Loosening, Row, SearchField, SearchRequest, Suggestion
from kiosk.model.errors import EnvironmentTrouble
from kiosk.model.library import Library, Shelf
from kiosk.model.record import record_key, record_number
from kiosk.services import Services
from kiosk.ui.patron.find_question import FilterKind, Question, active_kinds, without
from kiosk.ui.patron.own_covers import OwnCovers
from kiosk.ui.patron.title_rows import SeenTitle

TITLES_WHILE_TYPING = 5
SUGGESTED = 8
# What the chips beside the suggestions tell.
SHOWN_WHILE_TYPING = (FilterKind.AVAILABLE, FilterKind.FORM, FilterKind.LANGUAGE)
Facets = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Suggested:
    """What begins as typed; `titles` are the first hits, from the second letter on.

    `facets` count all hits by what is shown of them while typing.
    """

    text: str
    field: SearchField
    suggestions: tuple[Suggestion, ...] = ()
    titles: tuple[SeenTitle, ...] = ()
    total: int | None = None
    facets: Facets = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one page, how many are read with it, and what is known of all hits.

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

    def counted_anew(self, now: "Found") -> "Found":
        """Take over what is known of all hits now; the rows stay."""
        return replace(self, total=now.total, unfiltered=now.unfiltered, facets=now.facets)


class FindLoader:
    """Search and suggest for one library on this machine."""

    def __init__(self, services: Services, library: Library) -> None:
        self._services = services
        self._shelves = library.shelves
        own = services.folder.within(services.settings.covers)
        self._covers = OwnCovers(own, services.folder.cover_cache)

    def suggest(
        self,
        question: Question,
        wanted: Callable[[], bool] = lambda: True,
        tell: Callable[[Suggested], None] = lambda _early: None,
    ) -> Suggested:
        """Return what begins as typed; raises IndexUnavailable.

        Asked between its steps, `wanted` tells whether anybody still waits for it. What is found before
        all hits are counted is told at once; it has no total yet.
        """
        finder = self._services.finder
        text, where = question.text, question.where
        begun = finder.suggest(text, where, SUGGESTED)
        if len(text.strip()) < 2 or not wanted():
            return Suggested(text, where, begun)
        request = replace(
            question.request(typing=True),
            limit=TITLES_WHILE_TYPING,
            relax=not begun,
            facets=SHOWN_WHILE_TYPING,
        )
        result = finder.index.search_begun(
            request,
            lambda first: tell(Suggested(text, where, begun, self._indexed([hit.row for hit in first]))),
        )
        titles = self._indexed([hit.row for hit in result.hits]) if wanted() else ()
        return Suggested(text, where, begun, titles, result.total, result.facets)

    def find(self, question: Question, asker: Asker) -> Found:
        """Return the first page with all counts; raises IndexUnavailable."""
        return self._with_counts(self.following(question, asker, 0))

    def count(self, question: Question) -> Found:
        """Return all counts without rows; raises IndexUnavailable."""
        result = self._services.finder.index.search(replace(question.request(), limit=0))
        counted = Found(question, result.total, (), result.total, result.facets, relaxed=result.relaxed)
        return self._with_counts(counted)

    def renew(self, records: Sequence[str], asker: Asker) -> tuple[SeenTitle, ...]:
        """Return titles by their ids as they are now; raises EnvironmentTrouble."""
        numbers = [number for key in records if (number := record_number(key)) is not None]
        return self.seen(self._services.finder.rows(numbers, asker))

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

    def _with_counts(self, page: Found) -> Found:
        kinds = active_kinds(page.question.filters)
        if not kinds or page.relaxed:
            return page
        facets, total = self._counts(page.question, page.facets)
        return replace(page, facets=facets, unfiltered=total)

    def _counts(self, question: Question, counted: Facets) -> tuple[Facets, int]:
        """Count each kind that is set as if it were not, and all without filters."""
        kinds, facets, total = active_kinds(question.filters), dict(counted), 0
        for kind in kinds:
            other = replace(question, filters=without(question.filters, kind))
            total, its_facets = self._count(other.request(), kind)
            facets[kind] = its_facets.get(kind, {})
        if len(kinds) > 1:
            total, _ = self._count(question.unfiltered().request())
        return facets, total

    def _count(self, request: SearchRequest, *kinds: str) -> tuple[int, Facets]:
        result = self._services.finder.index.search(replace(request, limit=0, relax=False, facets=kinds))
        return result.total, result.facets

    def _seen(self, found: FoundTitle) -> SeenTitle:
        listed, say = found.listed, found.say
        description = listed.description
        names = (listed.key, *description.isbns, listed.control_number or "")
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
                picture=self._covers.url((record_key(row.record_id), *row.isbns, row.control_number or "")),
            )
            for row in rows
        )


def _shelf(
    shelves: tuple[Shelf, ...], call_number: str | None, branch: str | None, location: str | None
) -> Shelf | None:
    return shelf_of(call_number, shelves, branch, location) if branch else None
