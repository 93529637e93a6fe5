"""Words that cannot be read in full, and words too faint to read."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from kiosk.look.palette import contrast
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from tests.measured_staff.shown import shown, told

LEAST = 4.5  # WCAG 2.2, 1.4.3
_SLACK = 1  # rounding of a layout, px


def cut(root: QWidget) -> Iterator[str]:
    """Yield labels, buttons, tabs and choices that have less room than their words need."""
    for one in shown(root, QLabel):
        lacks = _lacking(one)
        if lacks:
            yield f"{told(one)} lacks {lacks}"
    for kind in (QPushButton, QCheckBox, QRadioButton):
        for button in shown(root, kind):
            if button.text() and button.width() + _SLACK < button.sizeHint().width():
                yield f"{told(button)} lacks {button.sizeHint().width() - button.width()} px"
    for bar in shown(root, QTabBar):
        wide = sum(bar.tabRect(n).width() for n in range(bar.count()))
        if wide > bar.width() + _SLACK:
            yield f"{told(bar)} is {wide} px of tabs in {bar.width()} px"
    for box in shown(root, QComboBox):
        if isinstance(box, ChoiceBox):
            continue  # what is chosen is said whole by its tip, and by its list
        words = box.fontMetrics().horizontalAdvance(box.currentText())
        if words + 38 > box.width() + _SLACK:  # the arrow and the room before the words
            yield f"{told(box)} lacks {words + 38 - box.width()} px for “{box.currentText()}”"


def faint(root: QWidget) -> Iterator[str]:
    """Yield labels and buttons none of whose pixels stands off their ground enough; disabled ones may."""
    picture = root.grab().toImage()
    said: list[QLabel | QAbstractButton] = [*shown(root, QLabel), *shown(root, QAbstractButton)]
    for one in sorted(said, key=lambda one: one.visibleRegion().isEmpty()):  # what is in sight comes first
        if not one.text().strip() or not one.isEnabled():
            continue
        area = _area_of(one)
        if area is not None and one.visibleRegion().isEmpty():
            area.ensureWidgetVisible(one)
            picture = root.grab().toImage()
        place = one.mapTo(root, one.rect().topLeft())
        ratio = _strongest(picture.copy(place.x(), place.y(), one.width(), one.height()))
        if ratio < LEAST:
            yield f"{told(one)} has {ratio:.1f}:1"


def _area_of(one: QWidget) -> QScrollArea | None:
    parent = one.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def _lacking(one: QLabel) -> str:
    if not one.text() or not one.pixmap().isNull():
        return ""
    room = one.contentsRect()
    if one.wordWrap():
        needed = one.heightForWidth(one.width())
        return f"{needed - one.height()} px of height" if needed > one.height() + _SLACK else ""
    needed_size = _plain_size(one)
    if needed_size.width() > room.width() + _SLACK:
        return f"{needed_size.width() - room.width()} px of width"
    if needed_size.height() > one.height() + _SLACK:
        return f"{needed_size.height() - one.height()} px of height"
    return ""


def _plain_size(one: QLabel) -> QSize:
    if "<" in one.text():
        document = QTextDocument()
        document.setDefaultFont(one.font())
        document.setDocumentMargin(0)
        document.setHtml(one.text())
        return document.size().toSize()
    return one.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, one.text())


def _strongest(part: QImage) -> float:
    """Give the best contrast of any pixel with the commonest one."""
    pixels = Counter(part.pixel(x, y) for y in range(part.height()) for x in range(part.width()))
    if not pixels:
        return 21.0
    ground = QColor(pixels.most_common(1)[0][0]).name()
    return max(contrast(QColor(pixel).name(), ground) for pixel in pixels)
