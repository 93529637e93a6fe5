"""Which rule applies? A case is put together or a card and barcode are given, and the rules decide it."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.model.decision import Act
from kiosk.model.library import Library
from kiosk.model.staff_errors import RuleValueUnreadable
from kiosk.staff.rights import Right
from kiosk.staff.rules.trying import Question, Tried, TriedValue
from kiosk.staff.rules.values import typed, value_label
from kiosk.ui.staff.rules.scope_dialog import scope_box
from kiosk.ui.staff.rules.telling import PARTS, shown_or_none, source, verdict
from kiosk.ui.staff.typed_places import seeks
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.form import mark_wrong
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


class Tester(Panel):
    """Decide again whenever the case or the rules change; rules not saved yet count already."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(words("staff.rules.tester"), words("staff.rules.tester.hint"))
        seeks(self)
        self._workplace = workplace
        self._library: Library | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(1)
        self._boxes: dict[str, QComboBox] = {}
        self.day, self.card, self.barcode = (
            self._field(name) for name in ("testDay", "testCard", "testBarcode")
        )
        self.acts = ChoiceBox()
        self._lay_out()
        self.verdict = label("", wrap=True, name="verdict")
        self.values: DataTable[TriedValue] = DataTable(
            workplace, self._columns(), name="tried", filtered=False, csv=False, key=lambda one: one.name
        )
        self.values.view.setAccessibleName(words("staff.rules.tester"))
        self.put(self.verdict)
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        left = QVBoxLayout()
        left.addLayout(self._grid)
        left.addStretch(1)
        row.addLayout(left, 4)
        row.addWidget(self.values, 6)
        self.put(side, stretch=1)

    def show_library(self, library: Library) -> None:
        """Decide under these rules from now on."""
        if self._library is None or _offered(library) != _offered(self._library):
            self._offer(library)
        self._library = library
        self.ask()

    def ask(self) -> None:
        """Decide the case; of several asked for the newest is shown."""
        library, question = self._library, self._question()
        if library is None or question is None:
            return
        rules, by = self._workplace.services.rules, self._workplace.by
        self._workplace.jobs.latest(
            "rules.test",
            lambda: rules.tried(by, question, library),
            lambda tried: self._show(tried, library),
            self._workplace.fail,
        )

    def _question(self) -> Question | None:
        branch, category, item_type = (self._boxes[part].currentData() for part in PARTS)
        barcode, card = self.barcode.text().strip(), self.card.text().strip()
        try:
            day = self._day()
        except RuleValueUnreadable:
            mark_wrong(self.day, True)
            return None
        mark_wrong(self.day, False)
        if branch is None:
            return None
        act = self.acts.currentData() if card and barcode else Act.CHECKOUT
        return Question(branch, category, item_type, Act(act), day, card or None, barcode or None)

    def _day(self) -> date | None:
        """Return the day asked about, None for now; raises RuleValueUnreadable."""
        currency = self._library.currency if self._library is not None else ""
        found = typed("fixed_due_date", self.day.text(), self._workplace.words, currency)
        return found if isinstance(found, date) else None

    def _show(self, tried: Tried, library: Library) -> None:
        words = self._workplace.words
        self.verdict.setText(verdict(tried, library, words))
        self.verdict.setProperty("role", "heading" if tried.decision.allowed else "wrong")
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        self.values.show_rows(tried.values)

    def _columns(self) -> tuple[Column[TriedValue], ...]:
        words = self._workplace.words

        def library() -> Library:
            return self._library or self._workplace.library

        return (
            Column(
                "name", words("staff.rules.tester.value"), lambda one: value_label(one.name, words), width=114
            ),
            Column(
                "holds",
                words("staff.rules.tester.holds"),
                lambda one: shown_or_none(one.name, one.value, library(), words),
                width=92,
            ),
            Column(
                "row",
                words("staff.rules.tester.row"),
                lambda one: source(one.contenders, library(), words),
            ),
        )

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setMaxLength(60)
        field.textChanged.connect(self.ask)
        return field

    def _lay_out(self) -> None:
        words = self._workplace.words
        for act in Act:
            self.acts.addItem(words(f"staff.rules.act.{act}"), str(act))
        self.acts.activated.connect(lambda _: self.ask())
        for place, part in enumerate(("patron_category", "item_type", "branch")):
            self._boxes[part] = ChoiceBox()
            self._boxes[part].activated.connect(lambda _: self.ask())
            self._put(
                place % 2,
                2 * (place // 2),
                words(f"staff.rules.part.{part}"),
                self._boxes[part],
                f"test-{part}",
            )
        self.day.setPlaceholderText(words("staff.rules.tester.today"))
        self._put(1, 2, words("staff.rules.tester.day"), self.day, "testDay")
        self._put(0, 4, words("staff.rules.tester.card"), self.card, "testCard")
        self._put(1, 4, words("staff.rules.tester.barcode"), self.barcode, "testBarcode")
        self._put(0, 6, words("staff.rules.tester.act"), self.acts, "testAct")
        self.card.setEnabled(self._workplace.by.may(Right.PATRONS_SEE))

    def _put(self, place: int, row: int, text: str, field: QWidget, name: str) -> None:
        said = label(text, "caption")
        said.setBuddy(field)
        field.setObjectName(name)
        field.setAccessibleName(text)
        field.setMinimumWidth(134)
        self._grid.addWidget(said, row, place)
        self._grid.addWidget(field, row + 1, place)
        self._grid.setColumnStretch(place, 1)

    def _offer(self, library: Library) -> None:
        """Offer what the library has; without "any", because somebody always borrows something somewhere."""
        for part, box in self._boxes.items():
            chosen = box.currentData()
            box.clear()
            offered = scope_box(part, library, self._workplace.words)
            for place in range(1, offered.count()):
                box.addItem(offered.itemText(place), offered.itemData(place))
            wanted = chosen or (self._workplace.by.branch if part == "branch" else None)
            box.setCurrentIndex(max(0, box.findData(wanted)))


def _offered(library: Library) -> tuple[object, ...]:
    return library.branches, library.patron_categories, library.item_types
