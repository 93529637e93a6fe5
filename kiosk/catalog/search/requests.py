"""What a search is asked and what it answers, as values that need no search library."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

_YEARS = re.compile(r"(-?\d{1,4})?\s*([-–])?\s*(\d{1,4})?")


FACETS = ("form", "language", "year", "subject", "author", "audience", "branch", "available")
"""What hits can be counted by."""


class SearchField(StrEnum):
    """Where to look."""

    ANY = "any"
    TITLE = "title"
    AUTHOR = "author"
    SUBJECT = "subject"
    ISBN = "isbn"
    CALL_NUMBER = "call_number"
    BARCODE = "barcode"


class Sort(StrEnum):
    """In what order to show; newest and oldest go by year, then by when a record came."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class YearRange:
    """Years from ``first`` to ``last``, both included; None is open."""

    first: int | None = None
    last: int | None = None

    def __str__(self) -> str:
        if self.first == self.last and self.first is not None:
            return str(self.first)
        return f"{'' if self.first is None else self.first}-{'' if self.last is None else self.last}"

    @classmethod
    def parse(cls, text: str) -> "YearRange | None":
        """Read ``1990``, ``1990-2000``, ``1990-`` or ``-2000``; None for anything else."""
        given = text.strip()
        if given.startswith(("-", "–")) and given[1:].strip().isdecimal() and len(given) <= 6:
            return cls(None, int(given[1:]))
        match = _YEARS.fullmatch(given)
        if match is None or match[1] is None or (match[3] and not match[2]):
            return None
        first = int(match[1])
        if match[2] is None:
            return cls(first, first)
        last = int(match[3]) if match[3] else None
        return cls(last, first) if last is not None and last < first else cls(first, last)


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits must be: one of each tuple's values, of every tuple that has any.

    ``available`` together with ``branches`` means available in one of those branches.
    """

    forms: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    years: tuple[YearRange, ...] = ()
    subjects: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    available: bool = False

    def __bool__(self) -> bool:
        return self != Filters()


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search; ``typing`` takes the last word as begun, not as whole.

    Only those ``facets`` are counted that are named, for to count takes most of the time.
    ``backwards`` turns an order by title or author round.
    """

    text: str = ""
    field: SearchField = SearchField.ANY
    filters: Filters = Filters()
    sort: Sort = Sort.RELEVANCE
    limit: int = 20
    offset: int = 0
    typing: bool = False
    facets: tuple[str, ...] = FACETS
    relax: bool = True
    explain: bool = False
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """One copy as it stood when the index last heard of it."""

    branch: str
    location: str | None
    call_number: str | None
    available: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What the index itself keeps of a record, enough to show it while the database is away."""

    record_id: int
    title: str
    form: str
    control_number: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    year: int | None = None
    language: str | None = None
    isbns: tuple[str, ...] = ()
    publisher: str | None = None
    audience: str | None = None
    call_number: str | None = None
    online: str | None = None
    items: int = 0
    available: int = 0
    standings: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that moved a hit up: what, where, by how much."""

    what: str
    points: float


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found; ``reasons`` only where an explanation was asked for."""

    row: Row
    score: float
    reasons: tuple[Reason, ...] = ()

    @property
    def record_id(self) -> int:
        """Return the record's number."""
        return self.row.record_id


class Loosening(StrEnum):
    """What was loosened because nothing matched as asked; the value is the key of its words."""

    PHRASE = "search.relaxed.phrase"
    FIELD = "search.relaxed.field"
    PARTS = "search.relaxed.parts"
    SPELLING = "search.relaxed.spelling"
    FEWER_WORDS = "search.relaxed.fewer_words"
    FILTERS = "search.relaxed.filters"


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer: one page of hits, and total and facets over all of them.

    ``facets`` maps a facet's name to its values with counts, most frequent first; years are
    decades ("1990-1999"). ``relaxed`` is empty when the hits are what was asked for.
    """

    request: SearchRequest
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    did_you_mean: str | None = None
    relaxed: tuple[Loosening, ...] = ()
    milliseconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A title, author or subject that begins as typed, and how many records have it."""

    text: str
    kind: SearchField
    records: int


class IndexState(StrEnum):
    """Whether the index can be searched, and is up to date."""

    READY = "ready"
    BEHIND = "behind"
    MISSING = "missing"
    FOREIGN = "foreign"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """How the index stands; ``rebuild_needed`` when changes alone cannot mend it."""

    state: IndexState
    records: int = 0
    sequence: int = 0
    epoch: str | None = None

    @property
    def rebuild_needed(self) -> bool:
        """Tell whether only a rebuild helps."""
        return self.state not in (IndexState.READY, IndexState.BEHIND)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did: ``busy`` when another process is writing, ``behind`` when changes are left."""

    applied: int = 0
    sequence: int = 0
    busy: bool = False
    behind: bool = False
    rebuild_needed: bool = False
