"""How long the workspace's own thread works in one piece: every form and dialog opened and typed into.

usage: QT_QPA_PLATFORM=offscreen PYTHONPATH=. python benchmarks/staff_forms.py [--over MS] [--only PAGE]

The forms are those that the proof of drafts walks. Pages are built ahead, as the app has it. A dialog is
watched from the key or click that opens it until all it reads is shown, and again while a letter is typed
into each of its fields. Besides: a title with 500 MARC fields opened, typed into in both its views,
scrolled and saved. As in staff_gui.py a piece is one turn of the
event loop, and its work the processor time of the GUI thread in it.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from loop_watch import Piece
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDateTimeEdit, QDialog, QLineEdit, QWidget
from staff_gui import GOAL_MS, Sitting
from table import show

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.record import MarcRecord, data_field
from kiosk.services import Services
from kiosk.ui.shared.garbage import GarbageRounds
from kiosk.ui.shared.process import take_short_turns
from kiosk.ui.staff.icon_pictures import written_to
from kiosk.ui.staff.pages import fetch_pages, page_kinds
from kiosk.ui.staff.pieces import InPieces
from kiosk.ui.staff.style import dress
from scripts.desk_hands import DeskHands
from tests.staff.records.shelf import wolf_hall
from tests.ui.borrow.lending_library import lending_library
from tests.ui.staff.frame.every_form import FORMS, FormAt, fields_of, fill, show_all

FIELDS = 500
_QUIET_LOOKS, _LOOK_MS = 30, 5


class Filler(QObject):
    """Hands that fill in what stands in front, a letter in each field, each in a turn of its own."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._pieces = InPieces(lambda: sitting.hands.jobs.awaited > 0, self)

    @property
    def is_done(self) -> bool:
        """Tell whether every field has got its letter."""
        return self._pieces.is_done

    def fill(self, root: QWidget) -> None:
        """Begin."""
        self._pieces.begin(self._letters(root))

    def _letters(self, root: QWidget) -> Iterator[None]:
        for field in fields_of(root):
            try:
                if not (field.isVisible() and field.isEnabled()):
                    continue
                holder = field.parentWidget()
                to = holder if isinstance(holder, QDateTimeEdit) else field
                to.setFocus(Qt.FocusReason.MouseFocusReason)
                yield
                QTest.keyClicks(to, "7")
            except RuntimeError:  # what was typed before has taken the field away
                continue
            yield


class InDialog(QObject):
    """Whoever waits for a dialog, fills it in once all is shown there, and drops it."""

    def __init__(self, sitting: Sitting, filler: Filler) -> None:
        super().__init__()
        self._sitting, self._filler = sitting, filler
        self._quiet, self._typing = 0, False
        self.opened, self.filled = 0, 0  # pieces until it stood there, and until it was filled in
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        busy = self._sitting.hands.jobs.awaited > 0 or not self._filler.is_done
        self._quiet = 0 if busy or dialog is None else self._quiet + 1
        if self._quiet < _QUIET_LOOKS or not isinstance(dialog, QDialog):
            return
        self._quiet = 0
        pieces = len(self._sitting.watch.pieces)
        if not self._typing:
            self._typing, self.opened = True, pieces
            self._filler.fill(dialog)
            return
        self.filled = pieces
        self._timer.stop()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.hide()


def longest(pieces: list[Piece]) -> Piece:
    """Return the most that was worked in a piece, and the longest by the clock."""
    return Piece(max(one.took for one in pieces), max(one.worked for one in pieces))


def walk(sitting: Sitting, only: str) -> Iterator[tuple[str, Piece]]:
    """Open every form, and type into it; yield what was done and its longest piece."""
    hands, filler = sitting.hands, Filler(sitting)
    for form in FORMS:
        if only and form.page != only:
            continue
        yield f"{form.route}, its page", sitting.open(form.route)
        show_all(hands)
        name = f"{form.route}{' + ' if form.steps else ''}{len(form.steps) or ''}"
        if form.dialog:
            yield from _dialog(sitting, form, filler, name)
            continue
        if form.steps:
            yield f"{name}, steps", sitting.during(lambda form=form: _stepped(hands, form))  # type: ignore[misc]
        pieces = sitting.watch.during(lambda: filler.fill(hands.page), lambda: filler.is_done)
        yield f"{name}, typed into", longest(pieces)


def _stepped(hands: DeskHands, form: FormAt) -> None:
    for step in form.steps:
        step(hands)


def _dialog(sitting: Sitting, form: FormAt, filler: Filler, name: str) -> Iterator[tuple[str, Piece]]:
    hands = sitting.hands
    _stepped(hands, replace(form, steps=form.steps[:-1]))
    hands.settle()
    inside = InDialog(sitting, filler)
    pieces = sitting.watch.during(lambda: form.steps[-1](hands), lambda: inside.filled > 0)
    yield f"{name}, dialog opened", longest(pieces[: inside.opened])
    yield f"{name}, dialog typed into", longest(pieces[inside.opened : inside.filled])


def large_record(services: Services) -> int:
    """Store a title with 500 fields, as a collection with all its parts has, and return its number."""
    wolf = wolf_hall("90500", "Complete Works")
    more = tuple(
        data_field("700", "12", ("a", f"Composer, {n}"), ("t", f"Sonata no. {n} in many movements"))
        if n % 2
        else data_field("505", "0 ", ("a", f"Part {n}: a title of a part, with who wrote and who plays it"))
        for n in range(FIELDS - len(wolf.fields))
    )
    fields = tuple(sorted((*wolf.fields, *more), key=lambda field: field.tag))
    with services.database.act() as act:
        stored = act.records.add(new_record(MarcRecord(wolf.leader, fields)), services.clock.now())
        act.commit()
    return stored.id


def record_walk(sitting: Sitting, number: int) -> Iterator[tuple[str, Piece]]:
    """Open the large title, type into form and table, scroll both, and save."""
    hands, filler = sitting.hands, Filler(sitting)
    told = f"a title of {FIELDS} fields"
    yield f"{told}, opened", sitting.open(f"catalogue/r{number}")
    form = hands.find("record.title").window()
    pieces = sitting.watch.during(lambda: filler.fill(form), lambda: filler.is_done)
    yield f"{told}, typed into", longest(pieces)
    for _ in range(2):  # what was typed, then saved; and again with nothing built for the first time
        line = hands.one(QLineEdit, "record.title")
        hands.focus(line)
        yield f"{told}, a letter in its title", sitting.during(lambda: QTest.keyClicks(line, "x"))  # noqa: B023
    table = hands.find("marc")
    assert isinstance(table, QAbstractScrollArea)
    hands.focus(table)
    for keys in ("PgDown", "PgDown", "End", "Home", "F2"):
        yield f"{told}, {keys} in its table", sitting.during(lambda: hands.press(keys))  # noqa: B023
    yield f"{told}, a letter in its table", sitting.during(lambda: hands.write("7"))
    yield f"{told}, left the cell", sitting.during(lambda: hands.press("Escape"))
    yield f"{told}, saved", sitting.during(hands.page.save)


def main() -> None:
    """Walk, and print a line for each thing done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--over", type=float, default=0.0, help="only what took longer, in ms")
    parser.add_argument("--only", default="", help="the forms of one page; “record” for the large title")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as made:
        dress(app, written_to(Path(made), "down"), written_to(Path(made), "check"))
        services = lending_library(Path(made) / "library")
        fill(services)
        number = large_record(services)
        hands = DeskHands.over(services, "en", branch="MAIN")
        take_short_turns()
        with ThreadPoolExecutor(1) as aside:
            aside.submit(hands.place.services.fetch).result()
            aside.submit(fetch_pages, page_kinds()).result()
        rounds = GarbageRounds(hands.window)
        rounds.start()
        sitting = Sitting(hands)
        found = [("all pages built ahead", sitting.build_ahead())]
        if chosen.only != "record":
            found += walk(sitting, chosen.only)
        if chosen.only in ("", "record"):
            found += record_walk(sitting, number)
        rounds.close()
        hands.mistakes.clear()
        hands.close()
        services.close()
    rows = [
        [what, f"{one.worked * 1000:.0f}", f"{one.took * 1000:.0f}"]
        for what, one in found
        if one.worked * 1000 >= chosen.over
    ]
    head = ["the longest piece of", "worked", "length"]
    show(f"The workspace's GUI thread, forms, ms (goal {GOAL_MS})", head, rows)


if __name__ == "__main__":
    main()
