"""What a patron looks for, as one value: words, field, filters, order; every change makes another one."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.catalog.search import FACETS, Filters, SearchField, SearchRequest, Sort, YearRange

FIELDS = (SearchField.ANY, SearchField.TITLE, SearchField.AUTHOR, SearchField.SUBJECT, SearchField.ISBN)
SORTS = (Sort.RELEVANCE, Sort.NEWEST, Sort.TITLE, Sort.AUTHOR)
PAGE = 20
# What follows is read in larger pages, ahead of whoever scrolls.
FOLLOWING = 60
LONGEST = 200


class FilterKind(StrEnum):
    """A kind of filter, by the name of its facet."""

    AVAILABLE = "available"
    FORM = "form"
    LANGUAGE = "language"
    YEAR = "year"
    SUBJECT = "subject"
    AUTHOR = "author"
    AUDIENCE = "audience"
    BRANCH = "branch"


@dataclass(frozen=True, slots=True)
class Question:
    """A search as the patron has put it together so far."""

    text: str = ""
    where: SearchField = SearchField.ANY
    filters: Filters = field(default_factory=Filters)
    sort: Sort = Sort.RELEVANCE

    @property
    def asks(self) -> bool:
        """Tell whether there is anything to search for."""
        return bool(self.text.strip()) or bool(self.filters)

    def request(self, *, typing: bool = False, offset: int = 0) -> SearchRequest:
        """Return what the index is asked."""
        return SearchRequest(
            text=self.text,
            field=self.where,
            filters=self.filters,
            sort=self.sort,
            limit=FOLLOWING if offset else PAGE,
            offset=offset,
            typing=typing,
            facets=FACETS if offset == 0 else (),
        )

    def typed(self, text: str) -> "Question":
        """Look for other words; an order and filters that were chosen for the old ones go."""
        return Question(text[:LONGEST], self.where if self.where in FIELDS else SearchField.ANY)

    def toggled(self, kind: FilterKind, value: str) -> "Question":
        """Set a filter, or take it off where it is set."""
        return replace(self, filters=toggled(self.filters, kind, value))

    def within(self, years: YearRange | None) -> "Question":
        """Look within these years only; None: in any."""
        return replace(self, filters=replace(self.filters, years=(years,) if years else ()))

    def unfiltered(self) -> "Question":
        """Take all filters off."""
        return replace(self, filters=Filters())


def values_of(filters: Filters, kind: FilterKind) -> tuple[str, ...]:
    """Return the values set for a kind, as its facet names them."""
    match kind:
        case FilterKind.AVAILABLE:
            return ("true",) if filters.available else ()
        case FilterKind.YEAR:
            return tuple(str(years) for years in filters.years)
        case FilterKind.FORM:
            return filters.forms
        case FilterKind.LANGUAGE:
            return filters.languages
        case FilterKind.SUBJECT:
            return filters.subjects
        case FilterKind.AUTHOR:
            return filters.authors
        case FilterKind.AUDIENCE:
            return filters.audiences
        case FilterKind.BRANCH:
            return filters.branches


def with_values(filters: Filters, kind: FilterKind, values: tuple[str, ...]) -> Filters:
    """Return the filters with other values of one kind; years that cannot be read are left out."""
    match kind:
        case FilterKind.AVAILABLE:
            return replace(filters, available=bool(values))
        case FilterKind.YEAR:
            years = (YearRange.parse(value) for value in values)
            return replace(filters, years=tuple(one for one in years if one is not None))
        case FilterKind.FORM:
            return replace(filters, forms=values)
        case FilterKind.LANGUAGE:
            return replace(filters, languages=values)
        case FilterKind.SUBJECT:
            return replace(filters, subjects=values)
        case FilterKind.AUTHOR:
            return replace(filters, authors=values)
        case FilterKind.AUDIENCE:
            return replace(filters, audiences=values)
        case FilterKind.BRANCH:
            return replace(filters, branches=values)


def active_kinds(filters: Filters) -> tuple[FilterKind, ...]:
    """Return the kinds of which anything is set."""
    return tuple(kind for kind in FilterKind if values_of(filters, kind))


def without(filters: Filters, kind: FilterKind) -> Filters:
    """Return the filters with everything of one kind taken off."""
    return with_values(filters, kind, ())


def toggled(filters: Filters, kind: FilterKind, value: str) -> Filters:
    """Return the filters with one value set or taken off; a value that cannot be read changes nothing."""
    values = values_of(filters, kind)
    kept = tuple(one for one in values if one != value)
    return with_values(filters, kind, kept if len(kept) < len(values) else (*values, value))
