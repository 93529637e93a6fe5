"""Pages are built in pieces before anybody opens them; nobody notices but by how soon they stand there."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.staff.rights import Right
from kiosk.ui.staff.app import read_on
from kiosk.ui.staff.pages import PageKind, fetch_pages, page_kinds
from kiosk.ui.staff.pieces import InPieces
from kiosk.ui.staff.settings.library_part import LibraryPart
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import available_languages, load_catalogue
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import ANNA
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.frame.test_frame import Notes

KINDS_TOLD = ("articles", "charge", "library", "loan", "messages", "patron", "record", "rules", "settings")


def built(desk: DeskHands) -> None:
    """Have all pages built, and wait for the last."""
    desk.window.build_ahead()
    desk.wait(lambda: desk.shell.is_built)


def counting(done: list[int]) -> Iterator[None]:
    """Count to two, a piece each."""
    for number in range(3):
        done.append(number)
        yield


def test_work_is_done_a_piece_a_turn_with_events_between(qtbot: QtBot) -> None:
    done: list[str] = []

    def work() -> Iterator[None]:
        for name in "abc":
            done.append(name)
            QTimer.singleShot(0, lambda name=name: done.append(name.upper()))
            yield

    owner = QObject()
    pieces = InPieces(lambda: False, owner)
    assert pieces.is_done
    pieces.begin(work())
    assert not done, "what begins it goes on first"
    qtbot.waitUntil(lambda: pieces.is_done)
    assert "".join(done) == "aAbBcC"


def test_no_piece_is_taken_while_somebody_waits(qtbot: QtBot) -> None:
    done: list[int] = []
    waits = [True]
    beats: list[int] = []
    owner = QObject()

    def waiting() -> bool:
        beats.append(1)
        return waits[0]

    pieces = InPieces(waiting, owner)
    pieces.begin(counting(done))
    qtbot.waitUntil(lambda: len(beats) > 5)
    assert done == []
    waits[0] = False
    qtbot.waitUntil(lambda: pieces.is_done)
    assert done == [0, 1, 2]


def test_a_piece_that_fails_ends_the_work_and_keeps_no_other_from_beginning(qtbot: QtBot) -> None:
    owner = QObject()
    pieces = InPieces(lambda: False, owner)

    def broken() -> Iterator[None]:
        yield
        raise ZeroDivisionError

    with qtbot.captureExceptions() as failed:
        pieces.begin(broken())
        qtbot.waitUntil(lambda: pieces.is_done)
    assert [one[0] for one in failed] == [ZeroDivisionError]
    done: list[int] = []
    pieces.begin(counting(done))
    qtbot.waitUntil(lambda: pieces.is_done)
    assert done == [0, 1, 2]


def test_building_every_page_reads_nothing_says_nothing_and_leaves_the_keys_where_they_are(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    asked: list[str] = []

    def noted(sort: str, do: Callable[..., None]) -> Callable[..., None]:
        def ask(*given: object, **how: object) -> None:
            asked.append(sort)
            do(*given, **how)

        return ask

    for sort in ("serial", "parallel", "latest", "aside"):
        monkeypatch.setattr(desk.jobs, sort, noted(sort, getattr(desk.jobs, sort)))
    for timer in desk.shell.bell.findChildren(QTimer):
        timer.stop()  # which asks for messages every few seconds, whatever is built
    page, focus, title = desk.page, QApplication.focusWidget(), desk.texts()
    windows = {one for one in QApplication.topLevelWidgets() if one.isVisible()}
    built(desk)
    assert asked == []
    assert (desk.page, QApplication.focusWidget(), desk.texts()) == (page, focus, title)
    assert {one for one in QApplication.topLevelWidgets() if one.isVisible()} == windows
    assert desk.shell.unsaved() == 0


def test_a_page_built_ahead_is_made_once_and_takes_keys_as_it_opens(open_desk: OpenDesk) -> None:
    made: list[str] = []

    def counted(kind: PageKind) -> PageKind:
        def make(workplace: Workplace) -> object:
            made.append(f"{kind.route}{'/…' if kind.detail else ''}")
            return kind.make(workplace)

        return PageKind(kind.route, kind.right, make, kind.icon, kind.detail)  # type: ignore[arg-type]

    desk = open_desk(kinds=[counted(kind) for kind in page_kinds()])
    built(desk)
    everyone = list(made)
    assert len(everyone) == len(set(everyone)) == len(page_kinds())
    desk.place.go("desk")
    desk.scan(ANNA)
    desk.settle()
    assert "Anna" in desk.texts()
    desk.place.go("catalogue")
    desk.write("the b")
    assert desk.one(QLineEdit, "catalogueSearch").text() == "the b"
    for kind in page_kinds():
        desk.go(kind.route)
    assert made == everyone


def test_pages_built_ahead_bear_every_change_before_they_are_opened(open_desk: OpenDesk) -> None:
    desk = open_desk()
    built(desk)
    for what in KINDS_TOLD:
        desk.place.changed.emit(what)
        desk.settle()
    assert not desk.shell.wrong.isVisible()
    for keys in ("F5", "Ctrl+S"):
        desk.press(keys)
        desk.settle()
    assert not desk.shell.wrong.isVisible()


def test_a_page_opened_in_the_midst_of_its_building_is_whole_and_loses_no_key(open_desk: OpenDesk) -> None:
    made: list[Notes] = []

    def make(workplace: Workplace) -> Notes:
        made.append(Notes(workplace))
        QTimer.singleShot(0, lambda: workplace.go("catalogue"))  # before the next piece
        return made[-1]

    kinds = (
        PageKind("today", Right.REPORTS, Notes, "home"),
        PageKind("catalogue", Right.CATALOGUE_SEE, make, "book"),
    )
    desk = open_desk(kinds=kinds)
    desk.window.build_ahead()
    desk.wait(lambda: desk.shell.route == "catalogue")
    desk.write("half a")
    desk.wait(lambda: desk.shell.is_built)
    desk.write(" thought")
    assert [desk.page] == made
    assert made[0].field.text() == "half a thought"


def test_whoever_signs_in_next_finds_the_pages_built_too(open_desk: OpenDesk) -> None:
    made: list[Workplace] = []

    class Counted(Notes):
        def __init__(self, workplace: Workplace) -> None:
            super().__init__(workplace)
            made.append(workplace)

    kinds = (
        PageKind("today", Right.REPORTS, Notes, "home"),
        PageKind("rules", Right.RULES_SEE, Counted, "calendar"),
    )
    desk = open_desk(kinds=kinds)
    built(desk)
    desk.press("Ctrl+L")
    desk.come_in()
    desk.wait(lambda: desk.shell.is_built and len(made) == 2)
    assert made[1] is desk.place


@pytest.mark.parametrize("pieces", range(5))
def test_settings_opened_after_some_pieces_show_what_is_in_force(open_desk: OpenDesk, pieces: int) -> None:
    desk = open_desk(kinds=(PageKind("today", Right.REPORTS, Notes, "home"),))
    part = LibraryPart(desk.place)
    desk.page.column.addWidget(part)
    work = part.ahead()
    for _ in range(pieces):
        next(work, None)
    part.open()
    desk.settle()
    for _ in work:
        pass
    shown = part.findChild(QLineEdit, "name-en")
    assert isinstance(shown, QLineEdit)
    assert shown.text() == "Lindenau City Library"
    assert len(part.findChildren(QLineEdit, "name-en")) == 1


def test_the_words_of_every_language_are_read_before_a_page_wants_them() -> None:
    load_catalogue.cache_clear()
    fetch_pages(())
    assert load_catalogue.cache_info().currsize == len(available_languages())
    for language in available_languages():
        load_catalogue(language)
    assert load_catalogue.cache_info().misses == len(available_languages())


class InParts(Notes):
    """A page of three parts, of which the second may fail."""

    fails = False

    def parts(self) -> Iterator[None]:
        """Make them."""
        for number in range(3):
            if number == 1 and type(self).fails:
                type(self).fails = False
                raise ZeroDivisionError
            part = QLineEdit()
            part.setObjectName(f"part{number}")
            self.column.addWidget(part)
            yield

    def unsaved(self) -> int:
        """Count what is typed into the last part, which has to be there."""
        return len(self.findChildren(QLineEdit, "part2")[0].text())


PARTS = (
    PageKind("today", Right.REPORTS, Notes, "home"),
    PageKind("catalogue", Right.CATALOGUE_SEE, InParts, "book"),
)


@pytest.mark.parametrize("pieces", range(7))
def test_a_page_opened_with_some_parts_built_gets_the_others_and_is_asked_nothing_before(
    open_desk: OpenDesk, pieces: int
) -> None:
    desk = open_desk(kinds=PARTS)
    work = desk.shell._stack._pieces(PARTS)
    for _ in range(pieces):
        next(work, None)
    assert desk.shell.unsaved() == 0
    desk.go("catalogue")
    assert [len(desk.page.findChildren(QLineEdit, f"part{n}")) for n in range(3)] == [1, 1, 1]
    for _ in work:
        pass
    desk.go("today")
    desk.go("catalogue")
    assert [len(desk.page.findChildren(QLineEdit, f"part{n}")) for n in range(3)] == [1, 1, 1]


def test_building_begun_anew_goes_on_where_it_was_given_up(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=PARTS)
    work = desk.shell._stack._pieces(PARTS)
    for _ in range(4):
        next(work)
    del work
    built(desk)
    desk.go("catalogue")
    assert [len(desk.page.findChildren(QLineEdit, f"part{n}")) for n in range(3)] == [1, 1, 1]


def test_a_page_whose_part_could_not_be_built_is_built_anew_by_whoever_opens_it(
    open_desk: OpenDesk, qtbot: QtBot
) -> None:
    desk = open_desk(kinds=PARTS)
    InParts.fails = True
    with qtbot.captureExceptions() as failed:
        built(desk)
    assert [one[0] for one in failed] == [ZeroDivisionError]
    desk.go("catalogue")
    assert [len(desk.page.findChildren(QLineEdit, f"part{n}")) for n in range(3)] == [1, 1, 1]
    assert len(desk.window.findChildren(InParts)) == 1


def test_what_is_read_ahead_lets_other_work_come_between_its_steps(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=(PageKind("today", Right.REPORTS, Notes, "home"),))
    done: list[str] = []
    read_on(desk.jobs, (lambda: done.append("first"), lambda: done.append("second")))
    desk.jobs.aside(lambda: done.append("draft"), lambda _: None)
    desk.wait(lambda: len(done) == 3)
    assert done == ["first", "draft", "second"]


def test_pages_behind_the_one_in_front_are_not_asked_how_high_they_would_be(open_desk: OpenDesk) -> None:
    """Qt asks all of them at every change, and each measures all its words for that."""
    asked: list[str] = []

    class Wrapped(Notes):
        def heightForWidth(self, width: int) -> int:
            asked.append(self.objectName())
            return super().heightForWidth(width)

        def enter(self) -> None:
            words = QLabel("what is said here goes over several lines " * 9, self)
            words.setWordWrap(True)
            self.column.addWidget(words)

    kinds = (
        PageKind("today", Right.REPORTS, Wrapped, "home"),
        PageKind("rules", Right.RULES_SEE, Wrapped, "calendar"),
    )
    desk = open_desk(kinds=kinds)
    built(desk)
    for route in ("rules", "today", "rules"):
        desk.go(route)
    desk.settle()
    asked.clear()
    for _ in range(3):
        desk.page.updateGeometry()
        desk.settle()
    assert not asked
