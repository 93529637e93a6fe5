"""How a kiosk shows the record as it reads now: what patrons see of it, derived as an import does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.catalog.description import describe
from kiosk.model.record import Description
from kiosk.ui.staff.records.editor_state import EditorState
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.workplace import Workplace
from kiosk.words.languages import language_name


class KioskView(QDialog):
    """Show title, names, what it is and what it is about, as derived from the MARC record."""

    def __init__(
        self, workplace: Workplace, state: EditorState, cover: QPixmap | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        words = workplace.words
        self.setWindowTitle(words("staff.records.as_kiosk").replace("&", ""))
        self.resize(720, 360)
        shown = describe(state.record)
        card = Panel()
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        picture = QLabel()
        picture.setPixmap(cover if cover is not None else QPixmap.fromImage(QImage()))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(GAP)
        for content, role in lines_of(shown, state.form.value, workplace):
            text.addWidget(label(content, role, wrap=True))
        text.addStretch(1)
        row.addLayout(text, 1)
        card.content.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(label(words("staff.records.as_kiosk.told"), "caption", wrap=True))
        column.addWidget(card, 1)
        column.addWidget(
            button(words("staff.close"), self.accept, name="leave"), 0, Qt.AlignmentFlag.AlignLeft
        )


def lines_of(shown: Description, form: str, workplace: Workplace) -> list[tuple[str, str]]:
    """Return what is shown, line by line, each with its role; what the record does not say is left out."""
    words = workplace.words
    title = f"{shown.title} : {shown.subtitle}" if shown.subtitle else shown.title
    facts = (
        words(f"staff.records.kind.{form}"),
        language_name(shown.language, words),
        str(shown.year or ""),
        shown.publisher or "",
        shown.extent or "",
    )
    found = [
        (title or words("staff.records.untitled"), "title"),
        (" · ".join(shown.authors), "heading"),
        (" · ".join(one for one in facts if one), ""),
        (shown.call_number or "", "mono"),
        (shown.summary or "", ""),
        (" · ".join(shown.subjects), "caption"),
    ]
    return [(text, role) for text, role in found if text]
