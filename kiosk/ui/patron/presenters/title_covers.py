"""Covers of titles by record: painted where the library has no picture of its own."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.ui.patron.title_rows import SeenTitle
from kiosk.ui.patron.title_words import first_author
from kiosk.ui.shared.cover_design import CoverOrder
from kiosk.ui.shared.covers import Covers

_GATHER_MS = 40


class TitleCovers(QObject):
    """Collect cover URLs for a page; `painted` comes once for all that came within a moment."""

    painted = Signal()

    def __init__(self, covers: Covers, width: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._covers = covers
        self._width = width
        self._urls: dict[str, str] = {}
        self._fresh: dict[str, str] = {}
        self._waiting: dict[CoverOrder, list[str]] = {}
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self.painted)
        covers.painted.connect(self._take)

    @property
    def urls(self) -> Mapping[str, str]:
        """Give the URLs known, by record."""
        return MappingProxyType(self._urls)

    def fresh(self) -> Mapping[str, str]:
        """Give those that came since this was last asked."""
        fresh, self._fresh = self._fresh, {}
        return fresh

    def want(self, titles: Iterable[SeenTitle]) -> None:
        """Have the covers of titles painted that have no picture of their own."""
        for title in titles:
            if title.picture or title.key in self._urls:
                continue
            order = cover_order(title, self._width)
            if url := self._covers.url(order):
                self._urls[title.key] = self._fresh[title.key] = url
            else:
                self._waiting.setdefault(order, []).append(title.key)

    def forget(self) -> None:
        """Forget which titles were shown."""
        self._urls.clear()
        self._fresh.clear()
        self._waiting.clear()

    def _take(self, order: CoverOrder, url: str) -> None:
        keys = self._waiting.pop(order, ())
        if keys:
            self._urls.update(dict.fromkeys(keys, url))
            self._fresh.update(dict.fromkeys(keys, url))
            self._gather.start()


def cover_order(title: SeenTitle, width: int) -> CoverOrder:
    """Order a title's cover, `width` device pixels wide."""
    return CoverOrder(title.title, first_author(title.authors), title.form, width)
