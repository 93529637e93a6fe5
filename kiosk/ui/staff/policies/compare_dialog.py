"""Two people wrote at once: both readings part by part, and a choice for each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.staff.answers.pages import Difference, OpenArticle
from kiosk.ui.staff.policies.article_form import ArticleForm
from kiosk.ui.staff.policies.differing_text import shown_value
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.ui.staff.policies.meeting import brought_together, differing
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.workplace import Workplace


class CompareDialog(QDialog):
    """Show what a colleague changed; `form` is what is chosen of both, to be looked at and saved again.

    Chosen beforehand is the colleague's where nothing was written here, one's own where both wrote.
    """

    def __init__(
        self,
        workplace: Workplace,
        opened: OpenArticle,
        now: OpenArticle,
        form: ArticleForm,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._opened, self._now, self._form = opened, now, form
        self._theirs: dict[tuple[str, str], QRadioButton] = {}
        words = workplace.words
        who = next((page.newest.written_by for page in now.pages if page.newest), "")
        self.setWindowTitle(words("staff.compare.title", by=who))
        self.resize(980, 620)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.compare.title", by=who), "heading"))
        found = differing(opened, now, form)
        told = words("staff.compare.explain" if found else "staff.compare.nothing")
        column.addWidget(label(told, wrap=True))
        column.addWidget(self._area(found), 1)
        go_on = button(words("staff.compare.take"), self.accept, kind="primary", name="takeChosen")
        leave = button(words("staff.compare.cancel"), self.reject, name="leave")
        column.addWidget(across(go_on, leave))

    @property
    def form(self) -> ArticleForm:
        """Give the form with what is chosen of both."""
        take = {part for part, radio in self._theirs.items() if radio.isChecked()}
        return brought_together(self._opened, self._now, self._form, take)

    def _area(self, found: tuple[tuple[str, Difference], ...]) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("canvas")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(GAP)
        for language, one in found:
            column.addWidget(self._part(language, one))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _part(self, language: str, one: Difference) -> Panel:
        words = self._workplace.words
        named = words(f"staff.policies.field.{one.field}")
        panel = Panel(words("staff.compare.part", language=language_name(language), field=named))
        grid = QGridLayout()
        radios = []
        for place, (side, value) in enumerate((("mine", one.mine), ("theirs", one.theirs))):
            radio = QRadioButton(words(f"staff.compare.{side}"), panel)
            radio.setObjectName(f"{side}-{language}-{one.field}")
            text = QPlainTextEdit(shown_value(one.field, value, words), panel)
            text.setReadOnly(True)
            text.setAccessibleName(f"{radio.text()}: {named}")
            text.setFixedHeight(150 if one.field == "body" else 74)
            grid.addWidget(radio, 0, place)
            grid.addWidget(text, 1, place)
            radios.append(radio)
        radios[0 if one.clash else 1].setChecked(True)
        self._theirs[language, one.field] = radios[1]
        panel.content.addLayout(grid)
        return panel
