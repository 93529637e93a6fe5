"""Paints the cells of tables: chips of states, call numbers in the typeface of labels."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kiosk.ui.shared.fonts import MONO
from kiosk.ui.staff.style import ROW
from kiosk.ui.staff.widgets.chips import chip_width, draw_chip
from kiosk.ui.staff.widgets.rows_model import ROW_ROLE, RowsModel

_NO_FOCUS = ~QStyle.StateFlag.State_HasFocus
BESIDE = 22  # px that a cell keeps free at both sides of its words, together


def typeface(kind: str, usual: QFont) -> QFont:
    """Return the letters in which the cells of such a column are drawn."""
    if kind != "mono":
        return usual
    font = QFont(MONO)
    font.setPixelSize(usual.pixelSize())
    font.setWeight(QFont.Weight.Bold)
    return font


class CellPainter(QStyledItemDelegate):
    """Draw a cell as its column says."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the typeface of the column; the row alone shows where the keyboard is."""
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, RowsModel) and model.columns[index.column()].kind == "mono":
            option.font = typeface("mono", option.font)
        option.state &= _NO_FOCUS

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground as the style does, and a chip on it where the column has one."""
        model = index.model()
        column = model.columns[index.column()] if isinstance(model, RowsModel) else None
        chip = column.chip(index.data(ROW_ROLE)) if column is not None and column.chip is not None else None
        if chip is None:
            super().paint(painter, option, index)
            return
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, option.widget)
        box = option.rect
        painter.save()
        painter.setFont(option.font)
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        middle = box.center().y() + 0.5
        draw_chip(painter, chip, box.left() + 6, middle, box.width() - 10, framed=marked)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the room a cell wants; all rows are equally high."""
        size = super().sizeHint(option, index)
        model = index.model()
        column = model.columns[index.column()] if isinstance(model, RowsModel) else None
        if column is not None and column.chip is not None:
            chip = column.chip(index.data(ROW_ROLE))
            if chip is not None:
                size.setWidth(round(chip_width(chip, option.font)) + 12)
        size.setHeight(ROW)
        return size
