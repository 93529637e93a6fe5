"""The cache of painted covers: PNG files in a folder, painted off the GUI thread, loaded by URL."""

import os
from collections.abc import Iterable
from functools import partial
from hashlib import blake2b
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QBuffer, QObject, QUrl, Signal

from kiosk.ui.shared.cover_design import CoverOrder
from kiosk.ui.shared.cover_painting import paint_cover
from kiosk.ui.shared.jobs import Jobs

_PNG_END = b"\x00\x00\x00\x00IEND\xaeB`\x82"
STYLE = 2  # raise it when covers are painted otherwise, so that old files are left alone


class UnpaintableCoverError(OSError):
    """A cover that could not be made; its one argument is the title."""


class Covers(QObject):
    """Give covers by order: at once when painted before, else later by the signal `painted`.

    What was ordered last is painted first: it is what is looked at now.
    """

    painted = Signal(object, str)

    def __init__(self, folder: Path, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._jobs = jobs
        # By the names of their files, which tell nobody what a patron has looked at.
        self._known: dict[str, str] = {}
        self._asked: set[str] = set()
        self._orders: list[CoverOrder] = []
        self._painting = False

    def url(self, order: CoverOrder) -> str:
        """Give a cover's file URL, or nothing and have it painted."""
        if (known := self._known.get(_name(order))) is not None:
            return known
        self.want([order])
        return ""

    def want(self, orders: Iterable[CoverOrder]) -> None:
        """Have covers painted that are not there yet; each is told of by `painted`."""
        named = {_name(order): order for order in orders}
        fresh = [order for name, order in named.items() if name not in self._asked]
        self._asked.update(named)
        self._orders += reversed(fresh)
        self._paint_on()

    def _paint_on(self) -> None:
        if self._orders and not self._painting:
            order = self._orders.pop()
            self._painting = True
            self._jobs.aside(
                partial(stored_cover, self._folder, order),
                partial(self._take, order),
                partial(self._give_up, order),
            )

    def _take(self, order: CoverOrder, path: Path) -> None:
        url = self._known[path.stem] = QUrl.fromLocalFile(str(path)).toString()
        self.painted.emit(order, url)
        self._painting = False
        self._paint_on()

    def _give_up(self, order: CoverOrder, _error: Exception) -> None:
        """Show no picture and try again when asked again: a full disk does not stop the screen."""
        self._asked.discard(_name(order))
        self._painting = False
        self._paint_on()


def stored_cover(folder: Path, order: CoverOrder) -> Path:
    """Give the file of a cover, painting it first if need be; two at once do no harm."""
    target = folder / f"{_name(order)}.png"
    if not _is_whole(target):
        folder.mkdir(parents=True, exist_ok=True)
        beside = folder / f"{target.stem}.{uuid4().hex}.part"
        try:
            beside.write_bytes(_png_of(order))
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    return target


def _is_whole(file: Path) -> bool:
    """Tell whether a cover lies there to its end: a power cut may have left less of it."""
    try:
        with file.open("rb") as stream:
            stream.seek(-len(_PNG_END), os.SEEK_END)
            return bool(stream.read() == _PNG_END)
    except OSError:
        return False


def _png_of(order: CoverOrder) -> bytes:
    """Paint into memory: written to a full disk by Qt, a cover is said to be there and is not."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if not paint_cover(order).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise UnpaintableCoverError(order.title)
    return bytes(buffer.data().data())


def _name(order: CoverOrder) -> str:
    parts = (STYLE, order.title, order.author, order.form, order.width, order.colouring, order.layout)
    return blake2b("\0".join(map(str, parts)).encode(), digest_size=16).hexdigest()
