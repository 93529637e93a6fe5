"""Beside an article: how the kiosk would show it now, what is wrong with it, and what led to it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from kiosk.policies.answer import ArticleAnswer
from kiosk.staff.answers.asked import LedHere
from kiosk.staff.answers.checking import PageProblem
from kiosk.staff.answers.preview import ASKED, PreviewChoices
from kiosk.ui.staff.icon_pictures import icon
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.ui.staff.policies.preview_text import answer_text
from kiosk.ui.staff.policies.problem_telling import problem_told
from kiosk.ui.staff.style import COLOURS
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


class SidePanel(QTabWidget):
    """Show the three; `chosen` tells that the preview is wanted for another language or situation."""

    chosen = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("articleSide")
        self._workplace = workplace
        self._choices = {name: ChoiceBox() for name in ASKED}
        self._language = ChoiceBox()
        self.preview = QTextBrowser()
        self.preview.setWordWrapMode(
            QTextOption.WrapMode.WordWrap
        )  # a table's columns as wide as their words
        self.problems = QListWidget()
        self.asked: DataTable[LedHere] = DataTable(
            workplace,
            _columns(workplace),
            name="ledHere",
            key=lambda row: (row.language, row.text),
            filtered=False,
        )
        words = workplace.words
        self.addTab(self._preview_tab(), words("staff.policies.preview"))
        self.addTab(self._problems_tab(), words("staff.policies.problems"))
        self.addTab(self._asked_tab(), words("staff.policies.asked"))

    @property
    def language(self) -> str:
        """Give the language that is previewed."""
        return str(self._language.currentData())

    def follow(self, language: str) -> None:
        """Preview the language in which somebody writes."""
        self._language.setCurrentIndex(self._language.findData(language))

    def situation(self) -> dict[str, str]:
        """Return for whom, what, where and when the preview is wanted."""
        return {name: str(box.currentData()) for name, box in self._choices.items() if box.currentData()}

    def offer(self, choices: PreviewChoices) -> None:
        """Offer what may be chosen; what was chosen stays."""
        for name, box in self._choices.items():
            chosen = box.currentData() or (self._workplace.by.branch if name == "branch" else None)
            box.blockSignals(True)
            box.clear()
            if name == "item_type":
                box.addItem(self._workplace.words("staff.policies.preview.any"), "")
            for choice in choices.of(name):
                box.addItem(choice.label, choice.value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)

    def show_answer(self, answer: ArticleAnswer | None) -> None:
        """Show an answer, or that nothing is written."""
        words = self._workplace.words
        if answer is None:
            self.preview.setPlainText(words("staff.policies.preview.nothing"))
            return
        before = self.preview.verticalScrollBar().value()
        self.preview.setHtml(answer_text(answer, COLOURS, words("staff.policies.preview.related")))
        self.preview.verticalScrollBar().setValue(before)

    def show_problems(self, problems: Sequence[PageProblem]) -> None:
        """Say what is wrong, what stops first."""
        words = self._workplace.words
        self.problems.clear()
        for one in problems:
            picture = icon("stop", COLOURS.stop) if one.stops else icon("alert", COLOURS.wait)
            self.problems.addItem(QListWidgetItem(picture, problem_told(one, words)))
        if not problems:
            good = icon("check", COLOURS.good)
            self.problems.addItem(QListWidgetItem(good, words("staff.policies.no_problems")))
        self._count(1, "problems", len(problems))

    def show_asked(self, led: Sequence[LedHere]) -> None:
        """Show the questions that led here."""
        self.asked.show_rows(led)
        self._nobody.setVisible(not led)
        self._count(2, "asked", sum(one.times for one in led))

    def _count(self, place: int, name: str, count: int) -> None:
        named = self._workplace.words(f"staff.policies.{name}")
        self.setTabText(place, f"{named} ({count})" if count else named)

    def _preview_tab(self) -> QWidget:
        words = self._workplace.words
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for language in self._workplace.library.languages:
            self._language.addItem(language_name(language), language)
        self._language.setObjectName("previewLanguage")
        boxes = {"language": self._language, **self._choices}
        for place, (name, box) in enumerate(boxes.items()):
            named = words(f"staff.policies.preview.{name}")
            box.setAccessibleName(named)
            if name in self._choices:
                box.setObjectName(f"preview-{name}")
            grid.addWidget(label(named, "caption"), place // 2, place % 2 * 2)
            grid.addWidget(box, place // 2, place % 2 * 2 + 1)
            box.currentIndexChanged.connect(lambda _: self.chosen.emit())
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.preview.setObjectName("preview")
        self.preview.setAccessibleName(words("staff.policies.preview"))
        self.preview.setOpenLinks(False)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(grid)
        column.addWidget(self.preview, 1)
        return made

    def _problems_tab(self) -> QWidget:
        self.problems.setObjectName("problems")
        self.problems.setAccessibleName(self._workplace.words("staff.policies.problems"))
        self.problems.setWordWrap(True)
        return _alone(self.problems)

    def _asked_tab(self) -> QWidget:
        self._nobody = label(self._workplace.words("staff.policies.no_asked"), "caption", wrap=True)
        made = _alone(self._nobody)
        layout = made.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self.asked, 1)
        return made


def _alone(widget: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 8, 0, 0)
    column.addWidget(widget)
    return made


def _columns(workplace: Workplace) -> tuple[Column[LedHere], ...]:
    words = workplace.words
    return (
        Column("question", words("staff.policies.asked.question"), lambda row: row.text),
        Column(
            "times",
            words("staff.policies.asked.times"),
            lambda row: str(row.times),
            kind="number",
            width=58,
            sort=lambda row: row.times,
        ),
        Column(
            "failed",
            words("staff.policies.asked.failed"),
            lambda row: str(row.failed),
            kind="number",
            width=84,
            sort=lambda row: row.failed,
        ),
    )
