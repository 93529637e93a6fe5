"""Finds records that describe one title: by ISBN, or by title and author."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from kiosk.catalog.finding import Finder
from kiosk.catalog.likeness import Work
from kiosk.catalog.search import SearchField, SearchRequest
from kiosk.model.errors import IndexUnavailable, RecordUnknown
from kiosk.model.record import Description
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, ListedRecord, View, isbn_key

_LOOKED_AT = 60
_AT_ONCE = 500
# Of records that have title, form and year in common most are by different authors.
_MOSTLY_NOT = 25


class Alike(StrEnum):
    """Why two records look like one."""

    ISBN = "isbn"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Records that look like one and the same, the oldest first."""

    why: Alike
    rows: tuple[ListedRecord, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        """The records' numbers."""
        return tuple(row.id for row in self.rows)


class _Known:
    """A row with its work, which is told once however often the row is compared."""

    __slots__ = ("row", "work")

    def __init__(self, row: ListedRecord) -> None:
        self.row, self.work = row, Work(row.description)


class Duplicates:
    """Looks for duplicates of one record, or through the whole catalogue."""

    def __init__(self, database: Database, finder: Finder) -> None:
        self._database = database
        self._finder = finder

    @needs(Right.CATALOGUE_SEE)
    def of_record(self, by: SignedIn, record_id: int) -> tuple[ListedRecord, ...]:
        """Return what looks like this record: same ISBN, else same title, author and form."""
        with self._database.read() as view:
            record = view.records.get(record_id)
            if record is None:
                raise RecordUnknown(record=record_id)
            isbns = [key for text in record.description.isbns if (key := isbn_key(text))]
            same_isbn = view.merging_records.with_isbns(isbns) if isbns else []
        alike = self._by_title(record.description)
        with self._database.read() as view:
            rows = view.records.listing([*dict.fromkeys([*same_isbn, *alike])])
        return tuple(
            row
            for row in rows
            if row.id != record_id
            and (row.id in same_isbn or same_title(record.description, row.description))
        )

    @needs(Right.CATALOGUE_BULK)
    def everywhere(self, by: SignedIn, limit: int = 200) -> tuple[DuplicateGroup, ...]:
        """Return groups of records that look like one, those with a common ISBN first.

        It reads the whole catalogue: seconds for a million titles.
        """
        with self._database.read() as view:
            found = list(_by_isbn(view, limit))
            seen = {frozenset(group.ids) for group in found}
            if len(found) < limit:
                groups = _by_titles(view, view.merging_records.shared_titles(limit * _MOSTLY_NOT))
                fresh = (group for group in groups if frozenset(group.ids) not in seen)
                found += islice(fresh, limit - len(found))
        return tuple(found[:limit])

    def _by_title(self, description: Description) -> list[int]:
        request = SearchRequest(
            description.title, SearchField.TITLE, limit=_LOOKED_AT, facets=(), relax=False
        )
        try:
            return [hit.record_id for hit in self._finder.index.search(request).hits]
        except IndexUnavailable:
            return []


def same_title(one: Description, other: Description) -> bool:
    """Tell whether two records describe one publication: a work's editions of other years do not."""
    return _may_be_one(one, other) and Work(one).is_that_of(Work(other))


def _may_be_one(one: Description, other: Description) -> bool:
    if one.form is not other.form or one.language != other.language:
        return False
    return one.year == other.year or None in (one.year, other.year)


def _same_title(one: _Known, other: _Known) -> bool:
    return _may_be_one(one.row.description, other.row.description) and one.work.is_that_of(other.work)


def _by_isbn(view: View, limit: int) -> Iterable[DuplicateGroup]:
    """Yield groups with a common ISBN; volumes that share the ISBN of their set are no duplicates."""
    after, seen = "", set[tuple[int, ...]]()
    while len(seen) < limit and (some := view.merging_records.shared_isbns(after, _AT_ONCE)):
        for isbn, numbers in some:
            after = isbn
            rows = tuple(view.records.listing(list(numbers)))
            groups = [group for group in _grouped(rows, _loosely_same) if len(group) > 1]
            for group in groups:
                numbers = tuple(row.id for row in group)
                if numbers not in seen:
                    seen.add(numbers)
                    yield DuplicateGroup(Alike.ISBN, group)
            if len(seen) >= limit:
                return


def _by_titles(view: View, groups: Sequence[tuple[int, ...]]) -> Iterable[DuplicateGroup]:
    for start in range(0, len(groups), _AT_ONCE):
        some = groups[start : start + _AT_ONCE]
        rows = {row.id: row for row in view.records.listing([number for group in some for number in group])}
        for numbers in some:
            known = tuple(rows[number] for number in numbers if number in rows)
            for group in _grouped(known, _same_title):
                if len(group) > 1:
                    yield DuplicateGroup(Alike.TITLE, group)


def _loosely_same(one: _Known, other: _Known) -> bool:
    return one.row.description.form is other.row.description.form and one.work.is_that_of(other.work)


def _grouped(
    rows: tuple[ListedRecord, ...], same: Callable[[_Known, _Known], bool]
) -> list[tuple[ListedRecord, ...]]:
    groups: list[list[_Known]] = []
    for known in map(_Known, rows):
        home = next((group for group in groups if same(group[0], known)), None)
        if home is None:
            groups.append([known])
        else:
            home.append(known)
    return [tuple(one.row for one in group) for group in groups]
