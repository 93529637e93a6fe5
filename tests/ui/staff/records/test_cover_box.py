"""A picture dropped on the cover becomes the record's own, and goes again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage

from kiosk.model.staff_errors import CoverUnusable
from kiosk.services import Services
from kiosk.ui.staff.records.pictures import kept_picture, picture_of_file
from kiosk.ui.staff.records.record_page import RecordPage
from scripts.desk_hands import DeskHands

Open = Callable[..., tuple[DeskHands, int]]


def page_of(hands: DeskHands) -> RecordPage:
    page = hands.page
    assert isinstance(page, RecordPage)
    return page


def picture(path: Path, width: int = 2000) -> Path:
    image = QImage(width, width * 3 // 2, QImage.Format.Format_ARGB32)
    image.fill(QColor("#aa3300"))
    assert image.save(str(path))
    return path


def drop(hands: DeskHands, file: Path) -> None:
    """Drag a file over the cover and let it go there."""
    box = page_of(hands).cover
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), *held)
    box.dragEnterEvent(enter)
    assert enter.isAccepted()
    box.dropEvent(QDropEvent(QPointF(5, 5), *held))
    hands.settle()


def own(services: Services, key: str) -> bool:
    return (services.folder.within(services.settings.covers) / f"{key}.jpg").is_file()


def test_a_dropped_picture_is_the_cover_until_it_is_removed(open_record: Open, tmp_path: Path) -> None:
    hands, number = open_record()
    page = page_of(hands)
    assert not page.cover.is_own
    drop(hands, picture(tmp_path / "wolf.png"))
    assert page.cover.is_own
    assert own(hands.services, f"r{number}")
    assert page.cover.pixmap.toImage().pixelColor(20, 20).red() > 150
    page.cover.remove()
    hands.settle()
    assert not page.cover.is_own
    hands.click("toastUndo")
    hands.settle()
    assert page.cover.is_own


def test_what_is_no_picture_is_said_and_changes_nothing(open_record: Open, tmp_path: Path) -> None:
    hands, number = open_record()
    text = tmp_path / "notes.png"
    text.write_text("no picture")
    drop(hands, text)
    assert hands.shell.wrong.isVisible()
    assert "JPEG" in hands.shell.wrong.text
    assert not own(hands.services, f"r{number}")


def test_a_record_that_is_not_saved_takes_no_picture(open_record: Open) -> None:
    hands, _ = open_record()
    hands.go("catalogue/new/book")
    assert not page_of(hands).cover.choose.isEnabled()


def test_a_large_picture_is_kept_no_wider_than_it_is_shown(tmp_path: Path) -> None:
    kept = picture_of_file(picture(tmp_path / "large.png", 3000))
    assert QImage.fromData(kept).width() == 1280
    with pytest.raises(CoverUnusable):
        kept_picture(QImage())
