"""Which pages the workspace has, in the order of the rail, and who may see them.

A route is a page's own, a slash, and what the page is asked to show: "catalogue/r12". Of two pages
with one route the one with `detail` gets routes that go on, the other the bare one; the longest own
route wins, so "catalogue/import" is a page of its own where there is one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.staff.rights import Right
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.workplace import Workplace

Make = Callable[[Workplace], StaffPage]


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
    """Return all pages; their modules are imported when the first of them is opened."""
    from kiosk.ui.staff.patrons.kinds import patron_pages
    from kiosk.ui.staff.policies.kinds import policy_pages

    return (
        PageKind("today", Right.CATALOGUE_SEE, _today, "home"),
        PageKind("catalogue", Right.CATALOGUE_SEE, _catalogue, "book"),
        PageKind("catalogue", Right.CATALOGUE_SEE, _record, detail=True),
        PageKind("catalogue/duplicates", Right.CATALOGUE_BULK, _duplicates),
        PageKind("catalogue/import", Right.CATALOGUE_BULK, _import),
        PageKind("catalogue/add", Right.CATALOGUE_EDIT, _new),
        PageKind("catalogue/sources", Right.SETTINGS_EDIT, _sources),
        PageKind("desk", Right.DESK, _desk, "return"),
        *patron_pages(),
        *policy_pages(),
        PageKind("messages", Right.MESSAGES, _messages, "mail"),
        PageKind("rules", Right.RULES_SEE, _rules, "calendar"),
        PageKind("reports", Right.REPORTS, _reports, "sort"),
        PageKind("settings", Right.RULES_SEE, _settings, "filter"),
    )


def _record(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.copies.panel import CopiesPanel
    from kiosk.ui.staff.records.record_page import RecordPage

    return RecordPage(workplace, CopiesPanel)


def _import(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.intake.import_page import ImportPage

    return ImportPage(workplace)


def _new(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.intake.new_page import NewPage

    return NewPage(workplace)


def _sources(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.intake.sources_page import SourcesPage

    return SourcesPage(workplace)


def _desk(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.desk.page import DeskPage

    return DeskPage(workplace)


def _messages(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.messages.page import MessagesPage

    return MessagesPage(workplace)


def _rules(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.rules.page import rules_page

    return rules_page(workplace)


def _today(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.today.page import TodayPage

    return TodayPage(workplace)


def _reports(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.reports.page import ReportsPage

    return ReportsPage(workplace)


def _settings(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.settings.page import settings_page

    return settings_page(workplace)


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


def _catalogue(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.catalogue.page import CataloguePage

    return CataloguePage(workplace)


def _duplicates(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.catalogue.duplicates_page import DuplicatesPage

    return DuplicatesPage(workplace)
