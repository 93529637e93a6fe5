"""What is asked of the catalogue's search, and what its list says of a title; free of windows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kiosk.catalog.search import Filters, SearchField, SearchRequest, SearchResult, Sort, YearRange
from kiosk.storage import ListedRecord
from kiosk.ui.staff.widgets.columns import Asked, Column
from kiosk.words import Wording
from kiosk.words.languages import language_name

COUNTED = ("form", "language", "branch")
_ORDERS = {
    ("title", False): (Sort.TITLE, False),
    ("title", True): (Sort.TITLE, True),
    ("author", False): (Sort.AUTHOR, False),
    ("author", True): (Sort.AUTHOR, True),
    ("year", False): (Sort.OLDEST, False),
    ("year", True): (Sort.NEWEST, False),
}

Search = Callable[[SearchRequest], tuple[SearchResult, Sequence[ListedRecord]]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What stands in the field and the filters; an empty text is all of the catalogue, newest first."""

    text: str = ""
    field: SearchField = SearchField.ANY
    form: str | None = None
    language: str | None = None
    branch: str | None = None
    years: str = ""
    available: bool = False

    @property
    def filtered(self) -> bool:
        """Whether anything narrows what is found."""
        return any((self.form, self.language, self.branch, self.year_range, self.available))

    @property
    def year_range(self) -> YearRange | None:
        """The years that were typed, None where they are none."""
        return YearRange.parse(self.years) if self.years.strip() else None


def request_of(wanted: Wanted) -> SearchRequest:
    """Return the search for what is wanted, the last word taken as begun."""
    years = wanted.year_range
    filters = Filters(
        forms=(wanted.form,) if wanted.form else (),
        languages=(wanted.language,) if wanted.language else (),
        years=(years,) if years else (),
        branches=(wanted.branch,) if wanted.branch else (),
        available=wanted.available,
    )
    typing = wanted.field not in (SearchField.ISBN, SearchField.BARCODE)
    return SearchRequest(wanted.text.strip(), wanted.field, filters, typing=typing, facets=())


def rows_for(
    search: Search, wanted: SearchRequest, asked: Asked[ListedRecord]
) -> tuple[SearchResult, Sequence[ListedRecord]]:
    """Return the rows a list asks for and what is known of all hits; counts only with the first rows."""
    sort, backwards = _ORDERS.get((asked.sort, asked.descending), (Sort.RELEVANCE, False))
    request = replace(wanted, sort=sort, backwards=backwards, offset=asked.offset, limit=asked.limit)
    return search(replace(request, facets=COUNTED) if asked.offset == 0 else request)


def title_columns(words: Wording) -> tuple[Column[ListedRecord], ...]:
    """Return the columns of the list of titles."""
    return (
        Column("title", words("staff.catalogue.title"), _title),
        Column(
            "author",
            words("staff.catalogue.author"),
            lambda row: "; ".join(row.description.authors),
            width=250,
        ),
        Column("year", words("staff.catalogue.year"), lambda row: str(row.description.year or ""), width=76),
        Column(
            "form",
            words("staff.catalogue.form"),
            lambda row: words(f"form.{row.description.form.value}"),
            width=156,
            sortable=False,
        ),
        Column(
            "language",
            words("staff.catalogue.language"),
            lambda row: language_name(row.description.language, words),
            width=120,
            sortable=False,
        ),
        Column(
            "call_number",
            words("staff.catalogue.call_number"),
            lambda row: row.call_number or "",
            "mono",
            160,
            sortable=False,
        ),
        Column(
            "copies",
            words("staff.catalogue.copies"),
            lambda row: words(
                "staff.catalogue.copies_of",
                shelf=words.number(row.available),
                all=words.number(row.items),
            ),
            "number",
            110,
            sortable=False,
        ),
    )


def told_of(result: SearchResult, wanted: Wanted, words: Wording) -> str:
    """Return how much was found, and what was loosened where nothing matched as asked."""
    told = words.count("staff.catalogue.found", result.total)
    if result.relaxed:
        told += f" ({words.join(tuple(words(step) for step in result.relaxed))})"
    elif wanted.filtered:
        told += f" {words('staff.catalogue.with_filters')}"
    return told


def _title(row: ListedRecord) -> str:
    known = row.description
    return f"{known.title} : {known.subtitle}" if known.subtitle else known.title
