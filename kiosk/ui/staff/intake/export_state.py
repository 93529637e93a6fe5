"""What an export is offered and what of it is chosen; free of Qt."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.catalog.search import Filters, SearchRequest
from kiosk.staff.intake.exporting import ENDINGS, Selection


class What(StrEnum):
    """Which records."""

    MARKED = "marked"
    SEARCH = "search"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ExportOffer:
    """The records that are marked, and the search that is shown; an empty search is the whole catalogue."""

    marked: tuple[int, ...] = ()
    search: SearchRequest | None = None

    @property
    def kinds(self) -> tuple[What, ...]:
        """Return what can be chosen, first what is likeliest wanted."""
        marked = (What.MARKED,) if len(self.marked) > 1 else ()
        search = (What.SEARCH,) if self.search is not None and not _finds_all(self.search) else ()
        one = (What.MARKED,) if len(self.marked) == 1 else ()
        return (*marked, *search, *one, What.ALL)

    def selection(self, what: What) -> Selection:
        """Return the records that are meant."""
        match what:
            case What.MARKED:
                return Selection(record_ids=self.marked)
            case What.SEARCH:
                return Selection(search=self.search)
            case _:
                return Selection()


def _finds_all(search: SearchRequest) -> bool:
    return not search.text.strip() and search.filters == Filters()


def with_ending(name: str, ending: str) -> Path:
    """Return the file's path; one that names another format by its ending is taken at its word."""
    path = Path(name)
    return path if path.suffix.casefold() in ENDINGS else Path(f"{name}{ending}")
