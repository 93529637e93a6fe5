"""Hands at the Find screen of the real app, and another kiosk that lends and takes back meanwhile."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtQuick import QQuickItem
from screen_watch import Moment, Watch

from kiosk.library_folder import LibraryFolder
from kiosk.model.outcome import ActBy, Outcome
from kiosk.model.patron import Patron
from kiosk.services import Services
from kiosk.ui.patron.find_question import FilterKind
from kiosk.ui.patron.title_rows import TitleRow
from scripts.eyes import middle_of
from scripts.hands import Hands

_CARD = "99000001"
_BETWEEN_KEYS_S = 0.12


class FindScreen:
    """The running app at Find, as a patron and as a watch see it."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.find = hands.counter.desk.find
        self.watch = Watch(hands.window)

    def begin(self) -> QQuickItem:
        """Go to an empty Find and give its field."""
        if self.hands.page != "find":
            self.hands.counter.pages.find.open()
        elif self.find.text:
            self.hands.touch("find.field.clear")
        self.watch.until(lambda: self.hands.focus == "find.field.input", "the field takes letters")
        self.hands.settle()
        return self.watch.item("find.field.input")

    def offered(self, text: str) -> bool:
        """Tell whether the titles and headings shown are those found for a text as typed."""
        return bool(self.find.offered == text)

    def answered(self, text: str) -> bool:
        """Tell whether what is shown, facets too, is what was found for a text as typed."""
        return bool(self.find.answered == text)

    def type(self, text: str) -> tuple[list[Moment], Moment, Moment]:
        """Type on a keyboard; return each key's time to its frame, the last one's to titles and to counts."""
        field, drawn, typed, pressed = self.begin(), [], "", Moment(0, 0)
        offered: list[Moment] = []
        found: list[Moment] = []
        for letter in text:
            self.watch.rest(max(0.0, pressed.at + _BETWEEN_KEYS_S - time.perf_counter()))
            typed += letter
            there = self.watch.noted(partial(_reads, field, typed))
            offered = self.watch.noted(partial(self.offered, typed))
            found = self.watch.noted(partial(self.answered, typed))
            pressed = self.watch.press(letter)
            drawn.append(self.watch.when(there, "the letter").since(pressed))
        counted = self.watch.when(found, f"results of {text}").since(pressed)
        return drawn, self.watch.when(offered, f"titles of {text}").since(pressed), counted

    def submit(self) -> Moment:
        """Press Enter; return the time until the page of results is on the glass."""
        text = self.find.text
        there = self.watch.noted(lambda: self.find.mode == "results" and text in self._told())
        pressed = self.watch.press("\n")
        passed = self.watch.when(there, f"the page of {text}").since(pressed)
        self.hands.settle()
        return passed

    def _told(self) -> str:
        return str(self.find.remark) + str(self.find.nothing)

    def touch_keys(self, text: str) -> list[Moment]:
        """Type on the screen; return the time from the finger's lifting to the letter's frame."""
        field, drawn, typed = self.begin(), [], ""
        for letter in text:
            typed += letter
            at = middle_of(self.watch.item(f"key.{letter}")).toPoint()
            there = self.watch.noted(partial(_reads, field, typed))
            lifted = self.watch.touch(at)
            drawn.append(self.watch.when(there, "the letter").since(lifted))
        return drawn

    @property
    def rows(self) -> tuple[TitleRow, ...]:
        """The titles listed."""
        found: tuple[TitleRow, ...] = self.find.rows.rows  # type: ignore[attr-defined]
        return found

    @property
    def available(self) -> str:
        """How many titles are said to be available."""
        return next((chip.count for chip in self.find.available.rows), "")  # type: ignore[attr-defined]

    def state(self, record: str) -> str:
        """Give what a title's row says of its being there."""
        return next((row.state for row in self.rows if row.record == record), "")

    def changes(self, readings: Sequence[Callable[[], str]], act: Callable[[], float]) -> list[float]:
        """Do something elsewhere; return the times from its commit to the frames on which these read anew."""
        before = [reading() for reading in readings]
        pairs = zip(readings, before, strict=True)
        drawn = [self.watch.noted(partial(_differs, *pair)) for pair in pairs]
        committed = act()
        self.watch.until(lambda: all(drawn), "what shows a loan")
        return [one[0].at - committed for one in drawn]

    def show_all(self, kind: FilterKind, value: str) -> QQuickItem:
        """Show all titles with a filter's value, and give the list."""
        self.hands.counter.pages.find.search_heading(kind, value)
        self.watch.until(lambda: self.find.mode == "results" and bool(self.find.headline), "a list")
        self.hands.wait_for_covers()
        return self.watch.item("find.results")


class Elsewhere:
    """Another kiosk over the same library, with connections of its own, on a thread of its own."""

    def __init__(self, home: Path, desk: ThreadPoolExecutor) -> None:
        self._desk = desk
        self._services = Services(LibraryFolder(home))
        desk.submit(self._register).result()

    def lend(self, barcode: str) -> float:
        """Lend an item; return when that was committed."""
        return self._desk.submit(self._act, self._services.acts.checkout, (_CARD, barcode)).result()

    def take_back(self, barcode: str) -> float:
        """Take an item back; return when that was committed."""
        return self._desk.submit(self._act, self._services.acts.checkin, (barcode,)).result()

    def barcode(self, key: str) -> str:
        """Give the barcode of a record's first copy."""
        return self._desk.submit(self._barcode, key).result()

    def close(self) -> None:
        """Go home."""
        self._services.close()

    def _register(self) -> None:
        with self._services.database.act() as work:
            if work.patrons.by_card(_CARD) is None:
                category = self._services.library().patron_categories[0].code
                now = self._services.clock.now()
                work.patrons.add(Patron(0, _CARD, "Benchmark", category, created_at=now))
                work.commit()

    def _act(self, act: Callable[..., Outcome], arguments: tuple[str, ...]) -> float:
        by = ActBy(self._services.clock.now(), self._services.library().branches[0].code)
        outcome = act(*arguments, by)
        if not outcome.done:
            raise SystemExit(f"{arguments}: {outcome}")
        return time.perf_counter()

    def _barcode(self, key: str) -> str:
        with self._services.database.read() as view:
            record = view.records.find(key)
            return view.items.of_record(record.id)[0].item.barcode if record else ""


@contextmanager
def lending(home: Path) -> Iterator[Elsewhere]:
    """Lend another kiosk."""
    with ThreadPoolExecutor(1) as desk:
        elsewhere = Elsewhere(home, desk)
        try:
            yield elsewhere
        finally:
            elsewhere.close()


def _reads(field: QQuickItem, text: str) -> bool:
    return bool(field.property("text") == text)


def _differs(reading: Callable[[], str], before: str) -> bool:
    return reading() != before
