"""The record's cover: its own picture by drag and drop, by a file or by paste, else one painted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QVBoxLayout, QWidget

from kiosk.staff.records.covers import RemovedCover
from kiosk.staff.rights import Right
from kiosk.ui.shared.cover_design import CoverOrder
from kiosk.ui.staff.records.pictures import kept_picture, picture_of_file, shown_cover
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.workplace import Workplace

_WIDTH, _HEIGHT = 104, 156
_FILES = "*.jpg *.jpeg *.png *.webp *.bmp *.gif"


class CoverBox(QWidget):
    """Show a cover; a picture dropped on it becomes the record's own, which may be undone."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace, self._words = workplace, workplace.words
        self._record_id: int | None = None
        self._shown: tuple[int | None, CoverOrder] | None = None
        self._own = False
        self._picture = QLabel()
        self._picture.setObjectName("cover")
        self._picture.setFixedSize(_WIDTH, _HEIGHT)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.choose = button(self._words("staff.records.cover.choose"), self._menu, name="coverChoose")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._picture)
        column.addWidget(self.choose)
        self.setFixedWidth(_WIDTH + 8)
        self.setAcceptDrops(True)

    @property
    def is_own(self) -> bool:
        """Tell whether the library's own picture is shown."""
        return self._own

    @property
    def pixmap(self) -> QPixmap:
        """Give the picture shown."""
        return self._picture.pixmap()

    def show_cover(self, record_id: int | None, title: str, author: str, form: str) -> None:
        """Show the cover of a record as it reads now; one that is not saved has no picture of its own."""
        ratio = max(1, round(self.devicePixelRatioF()))
        wanted = (record_id, CoverOrder(title, author, form, _WIDTH * ratio))
        self._record_id = record_id
        may = self._workplace.by.may(Right.CATALOGUE_EDIT)
        self.choose.setEnabled(may and record_id is not None)
        self.choose.setToolTip("" if record_id is not None else self._words("staff.records.cover.save_first"))
        self._picture.setAccessibleName(self._words("staff.records.cover.of", title=title))
        if wanted != self._shown:
            self._shown = wanted
            self._load()

    def take(self, data: QMimeData) -> bool:
        """Make a dropped or pasted picture the record's own; return whether there is one."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self._put_file(files[0])
            return True
        if data.hasImage():
            image = QImage(data.imageData())
            self._put(lambda: kept_picture(image))
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures, for a record that is saved."""
        data = event.mimeData()
        if self.choose.isEnabled() and (data.hasUrls() or data.hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        if self.choose.isEnabled() and self.take(event.mimeData()):
            event.acceptProposedAction()

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(self._words("staff.records.cover.file"), self._ask_file)
        pasted = menu.addAction(self._words("staff.records.cover.paste"), self._paste)
        board = QGuiApplication.clipboard().mimeData()
        pasted.setEnabled(board is not None and (board.hasImage() or board.hasUrls()))
        removed = menu.addAction(self._words("staff.records.cover.remove"), self.remove)
        removed.setEnabled(self._own)
        menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def _ask_file(self) -> None:
        told = self._words("staff.records.cover.file")
        chosen, _ = QFileDialog.getOpenFileName(
            self, told, "", f"{self._words('staff.records.cover.pictures')} ({_FILES})"
        )
        if chosen:
            self._put_file(Path(chosen))

    def _paste(self) -> None:
        board = QGuiApplication.clipboard().mimeData()
        if board is not None:
            self.take(board)

    def _put_file(self, path: Path) -> None:
        self._put(lambda: picture_of_file(path))

    def _put(self, picture: Callable[[], bytes]) -> None:
        record_id, place = self._record_id, self._workplace
        if record_id is None:
            return
        at, covers = place.now(), place.services.records.covers
        place.change(
            lambda: covers.put(place.by, record_id, picture(), at),
            partial(self._changed, record_id, "staff.records.cover.put"),
        )

    def remove(self) -> None:
        """Take the own picture away."""
        record_id, place = self._record_id, self._workplace
        if record_id is None:
            return
        at, covers = place.now(), place.services.records.covers
        place.change(
            lambda: covers.remove(place.by, record_id, at),
            partial(self._changed, record_id, "staff.records.cover.removed"),
        )

    def _changed(self, record_id: int, told: str, before: RemovedCover) -> None:
        self._load()
        self._workplace.say(self._words(told), partial(self._undo, record_id, before))

    def _undo(self, record_id: int, before: RemovedCover) -> None:
        place = self._workplace
        at, covers = place.now(), place.services.records.covers
        place.change(lambda: covers.undo(place.by, record_id, before, at), lambda _: self._load())

    def _load(self) -> None:
        if self._shown is None:
            return
        record_id, order = self._shown
        place = self._workplace

        def read() -> tuple[bool, QImage]:
            own = (
                place.services.records.covers.picture(place.by, record_id) if record_id is not None else None
            )
            return own is not None, shown_cover(own, order)

        place.jobs.latest("records.cover", read, self._show, lambda _: None)

    def _show(self, found: tuple[bool, QImage]) -> None:
        self._own, image = found
        pixmap = QPixmap.fromImage(image)
        ratio = max(1, round(self.devicePixelRatioF()))
        most = self._picture.size() * ratio
        if pixmap.height() > most.height() or pixmap.width() > most.width():
            how = Qt.TransformationMode.SmoothTransformation
            pixmap = pixmap.scaled(most, Qt.AspectRatioMode.KeepAspectRatio, how)
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)
