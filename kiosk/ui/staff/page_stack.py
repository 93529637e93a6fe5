"""The pages of the shell one behind another: each is built once, ahead of its time or when it is opened."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.pieces import InPieces
from kiosk.ui.staff.workplace import Workplace


class PageStack(QStackedWidget):
    """Show one page; `built` is told of each new one before anybody sees it.

    A page is built in pieces: made, dressed by the style sheet as it is put below the window, its parts put
    in one by one, laid out as it is shown. Built ahead, only the last is left for whoever opens it.
    """

    def __init__(self, workplace: Workplace, built: Callable[[StaffPage], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._built = built
        self._pages: dict[PageKind, StaffPage] = {}
        self._begun: dict[PageKind, Iterator[None]] = {}
        self._entered: set[PageKind] = set()
        self._ahead = InPieces(lambda: workplace.jobs.awaited > 0, self)

    @property
    def page(self) -> StaffPage | None:
        """Give the page in front."""
        shown = self.currentWidget()
        return shown if isinstance(shown, StaffPage) and self._entered else None

    @property
    def pages(self) -> Iterable[StaffPage]:
        """Give all pages that are built, none that is only begun."""
        return self._pages.values()

    @property
    def is_built(self) -> bool:
        """Tell whether nothing is being built ahead."""
        return self._ahead.is_done

    def show_kind(self, kind: PageKind) -> StaffPage:
        """Show the page of a kind, built now if it has not been, and return it."""
        for _ in self._building(kind):
            pass
        page = self._pages[kind]
        if kind not in self._entered:
            self._entered.add(kind)
            page.enter()
        self.setCurrentWidget(page)
        return page

    def build_ahead(self, kinds: Iterable[PageKind]) -> None:
        """Build the pages of these kinds in pieces from now on, while nobody waits for anything."""
        self._ahead.begin(self._pieces(tuple(kinds)))

    def _pieces(self, kinds: Iterable[PageKind]) -> Iterator[None]:
        for kind in kinds:
            # Not handed on: what is begun stays begun where the rest of all is given up.
            for _ in self._building(kind):
                yield
            yield from self._pages[kind].ahead()

    def _building(self, kind: PageKind) -> Iterator[None]:
        """Return what is left of building a page, whoever has begun it."""
        if kind in self._pages:
            return iter(())
        return self._begun.setdefault(kind, self._steps(kind))

    def _steps(self, kind: PageKind) -> Iterator[None]:
        page: StaffPage | None = None
        try:
            page = kind.make(self._workplace)
            yield
            self.addWidget(page)
            yield
            yield from page.parts()
        except Exception:
            del self._begun[kind]  # whoever opens it begins anew
            if page is not None:
                page.deleteLater()
            raise
        self._built(page)
        self._pages[kind] = page
        del self._begun[kind]
