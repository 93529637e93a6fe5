"""A patron's photo beside the details: shown small, taken from a file, taken away."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from kiosk.model.staff_errors import PhotoUnusable
from kiosk.staff.rights import Right
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace

_SHOWN = QSize(104, 132)
_KEPT = 480  # pixels of the longer side
_QUALITY = 85


def reduced(path: Path) -> bytes:
    """Return a picture file as a small JPEG without what the camera wrote into it; PhotoUnusable."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _KEPT:
        reader.setScaledSize(size.scaled(_KEPT, _KEPT, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise PhotoUnusable
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.write(image.convertToFormat(QImage.Format.Format_RGB32))
    return bytes(data.data())


class PhotoBox(QWidget):
    """Only as wide as a passport photo, and not there without one."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._patron_id = 0
        words = workplace.words
        self._picture = QLabel()
        self._picture.setFixedSize(_SHOWN)
        self._picture.setAccessibleName(words("staff.patrons.photo"))
        self._drop = button(
            words("staff.patrons.photo.forget"), self._forget, kind="quiet", name="forgetPhoto"
        )
        self._may = workplace.by.may(Right.PATRONS_EDIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for one in (self._picture, self._drop):
            column.addWidget(one)
        column.addStretch(1)
        self.hide()

    def show_photo(self, patron_id: int, content: bytes | None) -> None:
        """Show that person's photo, or that there is none."""
        self._patron_id = patron_id
        pixmap = QPixmap()
        there = content is not None and pixmap.loadFromData(content)
        if there:
            by_expanding = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(pixmap.scaled(_SHOWN, by_expanding, smooth))
        self._drop.setVisible(self._may)
        self.setVisible(there)

    def keep(self, path: Path) -> None:
        """Keep a picture file as the person's photo."""
        place, patron, now = self._workplace, self._patron_id, self._workplace.now()
        photos = place.services.patrons.photos
        place.change(
            lambda: photos.keep(place.by, patron, reduced(path), at=now),
            lambda _: self._done("staff.patrons.photo.kept"),
        )

    def ask_file(self) -> None:
        """Ask for a picture file and keep it."""
        asked = self._workplace.words("staff.patrons.photo.take")
        chosen, _ = QFileDialog.getOpenFileName(self, asked, "", "JPEG, PNG (*.jpg *.jpeg *.png)")
        if chosen:
            self.keep(Path(chosen))

    def _forget(self) -> None:
        place, words = self._workplace, self._workplace.words
        subject = words("staff.patrons.photo.forget")
        if not ask(words, self, subject, words("staff.patrons.photo.forget.told"), subject, dangerous=True):
            return
        patron, now, photos = self._patron_id, place.now(), place.services.patrons.photos
        place.change(
            lambda: photos.forget(place.by, patron, at=now),
            lambda _: self._done("staff.patrons.photo.forgotten"),
        )

    def _done(self, told: str) -> None:
        self._workplace.changed.emit("patron")
        self._workplace.say(self._workplace.words(told))
