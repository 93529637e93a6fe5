"""Which pages the workspace has, in the order of the rail, and who may see them.

A route is a page's own, a slash, and what the page is asked to show: "catalogue/r12". Of two pages
with one route the one with `detail` gets routes that go on, the other the bare one; the longest own
route wins, so "catalogue/import" is a page of its own where there is one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.staff.records.numbers import read_ranges
from kiosk.staff.rights import Right
from kiosk.ui.staff.charts.loading import with_charts
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import available_languages, load_catalogue

Make = Callable[[Workplace], StaffPage]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What makes a page whose module is imported by `fetch`: when the page is first opened, or before."""

    fetch: Callable[[], Make]

    def __call__(self, workplace: Workplace) -> StaffPage:
        """Make the page."""
        return self.fetch()(workplace)


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: made when it is first opened; `icon` only for those in the rail.

    Its name is the word "staff.page.<first part of the route>".
    """

    route: str
    right: Right
    make: Make
    icon: str = ""
    detail: bool = False

    @property
    def section(self) -> str:
        """Give the page of the rail it belongs to."""
        return self.route.partition("/")[0]


def page_kinds() -> tuple[PageKind, ...]:
    """Return all pages; the module of each is imported when it is first opened, or by `fetch_pages`."""
    from kiosk.ui.staff.patrons.kinds import patron_pages
    from kiosk.ui.staff.policies.kinds import policy_pages

    return (
        PageKind("today", Right.CATALOGUE_SEE, Fetched(_today), "home"),
        PageKind("catalogue", Right.CATALOGUE_SEE, Fetched(_catalogue), "book"),
        PageKind("catalogue", Right.CATALOGUE_SEE, Fetched(_record), detail=True),
        PageKind("catalogue/duplicates", Right.CATALOGUE_BULK, Fetched(_duplicates)),
        PageKind("catalogue/import", Right.CATALOGUE_BULK, Fetched(_import)),
        PageKind("catalogue/add", Right.CATALOGUE_EDIT, Fetched(_new)),
        PageKind("catalogue/sources", Right.SETTINGS_EDIT, Fetched(_sources)),
        PageKind("desk", Right.DESK, Fetched(_desk), "return"),
        *patron_pages(),
        *policy_pages(),
        PageKind("messages", Right.MESSAGES, Fetched(_messages), "mail"),
        PageKind("rules", Right.RULES_SEE, Fetched(_rules), "calendar"),
        PageKind("reports", Right.REPORTS, Fetched(_reports), "sort"),
        PageKind("settings", Right.RULES_SEE, Fetched(_settings), "filter"),
    )


def _record() -> Make:
    from kiosk.ui.staff.copies.panel import CopiesPanel
    from kiosk.ui.staff.records.record_page import RecordPage

    return lambda workplace: RecordPage(workplace, CopiesPanel)


def _import() -> Make:
    from kiosk.ui.staff.intake.import_page import ImportPage

    return ImportPage


def _new() -> Make:
    from kiosk.ui.staff.intake.new_page import NewPage

    return NewPage


def _sources() -> Make:
    from kiosk.ui.staff.intake.sources_page import SourcesPage

    return SourcesPage


def _desk() -> Make:
    from kiosk.ui.staff.desk.page import DeskPage

    return DeskPage


def _messages() -> Make:
    from kiosk.ui.staff.messages.page import MessagesPage

    return MessagesPage


def _rules() -> Make:
    from kiosk.ui.staff.rules.page import rules_page

    return rules_page


def _today() -> Make:
    from kiosk.ui.staff.today.page import TodayPage

    return TodayPage


def _reports() -> Make:
    from kiosk.ui.staff.reports.page import ReportsPage

    return ReportsPage


def _settings() -> Make:
    from kiosk.ui.staff.settings.page import settings_page

    return settings_page


def fetch_pages(kinds: Sequence[PageKind]) -> None:
    """Import the modules of all pages and of charts, read every language's words and the ranges of ISBNs.

    Not for the window's thread, which is spared it: names of languages stand in each one's own words.
    """
    for kind in kinds:
        if isinstance(kind.make, Fetched):
            kind.make.fetch()
    with_charts(lambda: None)
    for language in available_languages():
        load_catalogue(language)
    read_ranges()


def resolved(kinds: Sequence[PageKind], route: str) -> tuple[PageKind, str] | None:
    """Return the page a route leads to and the rest of it, None where there is none."""
    fitting = [kind for kind in kinds if f"{route}/".startswith(f"{kind.route}/")]
    if not fitting:
        return None
    longest = max(len(kind.route) for kind in fitting)
    nearest = [kind for kind in fitting if len(kind.route) == longest]
    rest = route[longest:].strip("/")
    goes_on = bool(rest) and not rest.startswith("?")  # words to search for are no detail
    return next((kind for kind in nearest if kind.detail == goes_on), nearest[0]), rest


def _catalogue() -> Make:
    from kiosk.ui.staff.catalogue.page import CataloguePage

    return CataloguePage


def _duplicates() -> Make:
    from kiosk.ui.staff.catalogue.duplicates_page import DuplicatesPage

    return DuplicatesPage
