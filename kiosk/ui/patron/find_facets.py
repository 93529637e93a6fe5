"""Filters as the page offers them: chips with counts, the years as bars, and what they did in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.catalog.search import Filters, YearRange
from kiosk.model.library import Library
from kiosk.ui.patron.find_loading import Found
from kiosk.ui.patron.find_question import FilterKind, values_of
from kiosk.ui.patron.title_words import icon_of, spoken_name
from kiosk.words import Wording
from kiosk.words.languages import language_name

_BARS = 14
_DECADE = 10


@dataclass(frozen=True, slots=True)
class FilterChip:
    """One value to filter by; one that is `extra` has no row on the page and is only taken off there."""

    kind: str
    value: str
    label: str
    count: str
    selected: bool
    icon: str = ""
    extra: bool = False


@dataclass(frozen=True, slots=True)
class YearBar:
    """One decade: `share` of the highest bar, whether it is within the years chosen."""

    label: str
    first: int
    last: int
    share: float
    inside: bool


class Labels(NamedTuple):
    """What names the values of facets."""

    library: Library
    words: Wording

    def of(self, kind: FilterKind, value: str) -> str:
        """Name one value."""
        match kind:
            case FilterKind.AVAILABLE:
                return self.words("find.available_now")
            case FilterKind.FORM:
                return self.words(f"form.{value}")
            case FilterKind.LANGUAGE:
                return language_name(value, self.words) or self.words("find.no_language")
            case FilterKind.AUDIENCE:
                return self.words(f"audience.{value}")
            case FilterKind.BRANCH:
                branch = self.library.branch(value)
                return self.words.name(branch.name) if branch else value
            case FilterKind.AUTHOR:
                return spoken_name(value)
            case FilterKind.SUBJECT:
                return value.replace(" -- ", ": ")
            case FilterKind.YEAR:
                return value.replace("-", "–")


def chips(found: Found, kind: FilterKind, labels: Labels, most: int = 99) -> tuple[FilterChip, ...]:
    """Return the chips of one kind, the most frequent first; one that is set is never left out."""
    counts = found.facets.get(kind, {})
    chosen = values_of(found.question.filters, kind)
    values = [value for value in counts if value][:most]
    if kind is FilterKind.YEAR:
        values = sorted((value for value in counts if value), reverse=True)[:most]
    missing = [value for value in chosen if value not in values]
    return tuple(
        _chip(kind, value, counts.get(value), value in chosen, labels) for value in (*missing, *values)
    )


def extras(found: Found, labels: Labels) -> tuple[FilterChip, ...]:
    """Return what is set of the kinds that only the sheet of all filters offers, to be taken off."""
    filters = found.question.filters
    return tuple(
        FilterChip(kind, value, labels.of(kind, value), "", True, extra=True)
        for kind in (FilterKind.AUTHOR, FilterKind.SUBJECT, FilterKind.AUDIENCE, FilterKind.BRANCH)
        for value in values_of(filters, kind)
    )


def year_bars(found: Found) -> tuple[YearBar, ...]:
    """Return a bar a decade, without gaps; what lies before the last fourteen is one bar."""
    decades = {years.first: n for years, n in _decades(found.facets.get(FilterKind.YEAR, {})) if years.first}
    if len(decades) < 2:
        return ()
    newest = max(decades)
    oldest = max(min(decades), newest - _DECADE * (_BARS - 1))
    counts = {first: decades.get(first, 0) for first in range(oldest, newest + 1, _DECADE)}
    counts[oldest] += sum(n for first, n in decades.items() if first < oldest)
    highest = max(counts.values())
    beginning = min(decades)
    return tuple(
        YearBar(
            label=f"{_first(first, oldest, beginning)}–{first + _DECADE - 1}",
            first=_first(first, oldest, beginning),
            last=first + _DECADE - 1,
            share=n / highest,
            inside=_inside(found.question.filters, first),
        )
        for first, n in counts.items()
    )


def year_ends(bars: tuple[YearBar, ...], this_year: int) -> tuple[str, str]:
    """Return the labels of the histogram's ends; the last decade ends this year."""
    if not bars:
        return "", ""
    return str(bars[0].first), str(min(bars[-1].last, max(this_year, bars[-1].first)))


def told(filters: Filters, labels: Labels) -> str:
    """Say what is filtered: "Film, in English, 1990–2009"."""
    parts: list[str] = []
    for kind in (
        FilterKind.FORM,
        FilterKind.LANGUAGE,
        FilterKind.YEAR,
        FilterKind.AUTHOR,
        FilterKind.SUBJECT,
        FilterKind.AUDIENCE,
        FilterKind.BRANCH,
        FilterKind.AVAILABLE,
    ):
        values = [labels.of(kind, value) for value in values_of(filters, kind)]
        if values:
            joined = _either(values, labels.words)
            parts.append(
                labels.words("find.in_language", language=joined) if kind is FilterKind.LANGUAGE else joined
            )
    return ", ".join(parts)


def _either(values: list[str], words: Wording) -> str:
    return (
        values[0] if len(values) == 1 else words("find.either", head=", ".join(values[:-1]), last=values[-1])
    )


def _chip(kind: FilterKind, value: str, n: int | None, selected: bool, labels: Labels) -> FilterChip:
    icon = icon_of(value) if kind is FilterKind.FORM else "check" if kind is FilterKind.AVAILABLE else ""
    count = "" if n is None else labels.words.number(n)
    label = labels.of(kind, value)
    # A language is no name in every language, but on a chip it stands by itself: "Niemiecki".
    return FilterChip(kind, value, label[:1].upper() + label[1:], count, selected, icon)


def _decades(counts: object) -> Iterable[tuple[YearRange, int]]:
    for text, n in dict(counts).items():  # type: ignore[call-overload]
        years = YearRange.parse(text)
        if years is not None:
            yield years, n


def _first(decade: int, oldest: int, beginning: int) -> int:
    return beginning if decade == oldest else decade


def _inside(filters: Filters, decade: int) -> bool:
    return not filters.years or any(
        (years.first or 0) <= decade + _DECADE - 1 and decade <= (years.last or 9999)
        for years in filters.years
    )
