"""The scan that counts now, large: what became of it, why, and what may be done next."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from kiosk.ui.staff.desk.offers import Offer
from kiosk.ui.staff.desk.telling import RowTold, Tone
from kiosk.ui.staff.style import GAP, INSET
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.ui.staff.widgets.panel import label
from kiosk.words import Wording

_CHIPS = {Tone.GOOD: "good", Tone.WAIT: "wait", Tone.STOP: "stop", Tone.PLAIN: "plain"}
_MOST_LINES = 6


def chip_of(told: RowTold) -> Chip:
    """Return the row's state as a chip."""
    icon = "hourglass" if told.tone is Tone.PLAIN and told.state.endswith("…") else ""
    return Chip(told.state, _CHIPS[told.tone], icon)


class ResultPanel(QFrame):
    """Show one row whole; `pressed` is called with what somebody wants done with it."""

    def __init__(self, words: Wording, pressed: Callable[[Offer], object]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._words = words
        self._pressed = pressed
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 14, INSET, 14)
        column.setSpacing(GAP - 2)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        self._chip = ChipLabel()
        self._title = label("", "heading", name="resultTitle")
        self._due = label("", "heading", name="resultDue")
        self._charge = label("", "heading", name="resultCharge")
        head.addWidget(self._chip)
        head.addWidget(self._title, 1)
        head.addWidget(self._due)
        head.addWidget(self._charge)
        column.addLayout(head)
        self._lines = [label("", wrap=True, name=f"resultLine{n}") for n in range(_MOST_LINES)]
        for line in self._lines:
            column.addWidget(line)
        self._bar = QWidget()
        self._row = QHBoxLayout(self._bar)
        self._row.setContentsMargins(0, 2, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        column.addWidget(self._bar)
        self.buttons: list[QPushButton] = []
        self._made: dict[tuple[Offer, bool], QPushButton] = {}
        self._item = button(words("staff.desk.item"), _nothing, name="itemMenu", kind="quiet")
        self._menu = QMenu(self._item)
        self._item.setMenu(self._menu)
        self._row.insertWidget(0, self._item)
        self._item.hide()
        self._bar.hide()

    def show_row(self, told: RowTold | None, offered: Sequence[Offer], states: Sequence[Offer]) -> None:
        """Show a row, its buttons with the first of them on F8, and its item's states in a menu."""
        self._chip.show_chip(chip_of(told) if told is not None else None)
        self._title.setText(
            (told.title or told.code) if told is not None else self._words("staff.desk.begin")
        )
        self._due.setText(
            self._words("staff.desk.due", day=told.due) if told is not None and told.due else ""
        )
        self._charge.setText(told.charge if told is not None else "")
        for said in (self._due, self._charge):
            said.setVisible(bool(said.text()))
        lines = told.more if told is not None else (self._words("staff.desk.begin.more"),)
        for place, line in enumerate(self._lines):
            text = lines[place] if place < len(lines) else ""
            if place == _MOST_LINES - 1 and len(lines) > _MOST_LINES:
                text = " ".join(lines[place:])
            line.setText(text)
            line.setVisible(bool(text))
        spoken = (
            [] if told is None else [told.state, told.title or told.code, told.due, told.charge, *told.more]
        )
        self.setAccessibleName(", ".join(filter(None, spoken)) or self._words("staff.desk.begin"))
        self._offer(offered, states)

    def _offer(self, offered: Sequence[Offer], states: Sequence[Offer]) -> None:
        """Show these buttons; each is made once, for a scan must not wait for buttons to be made."""
        wanted = [self._button(offer, first=place == 0) for place, offer in enumerate(offered)]
        if states:
            self._menu.clear()
            for offer in states:
                action = self._menu.addAction(self._words(f"staff.desk.offer.{offer}"))
                action.setObjectName(f"state-{offer}")
                action.triggered.connect(partial(self._choose, offer))
            wanted.append(self._item)
        if wanted != self.buttons:
            for place, one in enumerate(wanted):
                self._row.insertWidget(place, one)
            for one in (*self._made.values(), self._item):
                one.setVisible(one in wanted)
            self.buttons = wanted
            self._bar.setVisible(bool(wanted))

    def _button(self, offer: Offer, *, first: bool) -> QPushButton:
        first = first and offer is not Offer.UNDO
        if (offer, first) not in self._made:
            text = self._words(f"staff.desk.offer.{offer}")
            shown = f"{text}  (F8)" if first else f"{text}  (F11)" if offer is Offer.UNDO else text
            made = button(shown, partial(self._pressed, offer), name=f"offer-{offer}")
            made.setAccessibleName(text)
            made.hide()
            self._made[offer, first] = made
        return self._made[offer, first]

    def _choose(self, offer: Offer, _checked: bool = False) -> None:
        self._pressed(offer)


def _nothing() -> None:
    """Do nothing: the button's menu does it."""
