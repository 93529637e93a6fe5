"""Whoever waits for longer than a moment sees that something is being done, on whatever page and dialog."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from kiosk.staff.rights import Right
from kiosk.ui.staff.busy import BusyLine
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.reports.kinds import report_kinds
from scripts.desk_hands import NAME, PASSWORD, DeskHands
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.frame.every_form import FORMS, fill
from tests.ui.staff.frame.test_frame import Notes

# Pages that read nothing as they come to the front: what is written there is known without.
READ_NOTHING = {"settings/file"}
# What nobody waits for: drafts, the bell that tells of messages, whether the sign-in still holds, and the
# index, which follows what is changed while one searches.
BY_THE_WAY = (
    "Workplace.keep_draft",
    "Workplace.forget_draft",
    "MessageBell",
    "Shell",
    "TypingNet",
    "IndexFollowing",
)
ROUTES = tuple(dict.fromkeys(form.route for form in FORMS))
REPORTS = tuple(f"reports/{kind.key}" for kind in report_kinds())

NOTES = (PageKind("today", Right.REPORTS, Notes, "home"),)


class Looks:
    """Look for the sign every few milliseconds."""

    def __init__(self, desk: DeskHands) -> None:
        self.count, self.seen = 0, False
        self._desk = desk
        self._timer = QTimer(desk.window)
        self._timer.timeout.connect(self._look)
        self._timer.start(30)

    def _look(self) -> None:
        self.count += 1
        self.seen = self.seen or self._desk.seen("busy")


class SlowDatabase:
    """Whatever is asked for off the window's thread is not answered until `answer`."""

    def __init__(self, desk: DeskHands, monkeypatch: pytest.MonkeyPatch) -> None:
        self._desk = desk
        self._answers = Event()
        self._answers.set()
        self.aside: list[str] = []
        self.awaited = 0
        start = desk.jobs._start

        def held(pool: ThreadPoolExecutor, job: Any) -> None:
            def work() -> Any:
                self._answers.wait()
                return job.work()

            if job.awaited:
                self.awaited += 1
            else:
                self.aside.append(job.work.__qualname__)
            start(pool, replace(job, work=work))

        monkeypatch.setattr(desk.jobs, "_start", held)

    @contextmanager
    def still(self) -> Iterator[None]:
        """Give no answer meanwhile."""
        self.awaited = 0
        self._answers.clear()
        try:
            yield
        finally:
            self._answers.set()
            self._desk.settle()


def opened_without_an_answer(desk: DeskHands, slow: SlowDatabase, route: str) -> None:
    """Open a page and find the sign on it, or that nothing was asked for."""
    desk.wait(lambda: not desk.seen("busy"))
    with slow.still():
        desk.place.go(route)
        if route not in READ_NOTHING:
            desk.wait(lambda: desk.seen("busy"))
    assert bool(slow.awaited) == (route not in READ_NOTHING), route


@pytest.mark.parametrize("page", dict.fromkeys(form.page for form in FORMS))
def test_every_list_and_form_shows_the_sign_while_the_database_is_slow(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    desk = open_desk(prepare=fill)
    slow = SlowDatabase(desk, monkeypatch)
    routes = tuple(route for route in ROUTES if route.partition("/")[0] == page)
    for route in (*routes, *(REPORTS if page == "reports" else ())):
        opened_without_an_answer(desk, slow, route)
    assert [one for one in slow.aside if not one.startswith(BY_THE_WAY)] == []
    desk.mistakes.clear()  # a draft of an article that is not there says so


def test_a_sign_moves_while_somebody_waits_and_not_for_what_is_done_by_the_way(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=NOTES)
    go_on = Event()
    desk.jobs.aside(go_on.wait, lambda _: None)
    looks = Looks(desk)
    desk.wait(lambda: looks.count > 10)
    assert not looks.seen
    desk.place.read(go_on.wait, lambda _: None)
    desk.wait(lambda: desk.seen("busy"))
    assert desk.jobs.awaited == 1
    go_on.set()
    desk.wait(lambda: not desk.seen("busy"))


def test_what_is_done_by_the_way_and_waited_for_all_the_same_shows_the_sign(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=NOTES)
    go_on = Event()
    desk.place.jobs.aside(go_on.wait, lambda _: None, awaited=True)
    desk.wait(lambda: desk.seen("busy"))
    go_on.set()
    desk.wait(lambda: not desk.seen("busy"))


def test_a_dialog_in_front_bears_the_sign_itself_and_only_while_somebody_waits(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=NOTES)
    go_on = Event()
    dialog = QDialog(desk.page)
    dialog.resize(400, 300)
    seen: list[tuple[int, int, int]] = []

    def waited() -> None:
        desk.place.read(go_on.wait, lambda _: None)
        desk.wait(lambda: dialog.findChild(BusyLine) is not None)
        line = dialog.findChild(BusyLine)
        assert isinstance(line, BusyLine)
        seen.append((line.x(), line.y(), line.width()))
        go_on.set()
        desk.wait(lambda: dialog.findChild(BusyLine) is None)

    desk.when_asked(waited)
    dialog.exec()
    dialog.deleteLater()
    assert seen == [(0, 0, 400)]
    desk.wait(lambda: not desk.seen("busy"))


def test_the_door_shows_the_sign_while_it_looks_who_is_there(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(kinds=NOTES)
    desk.press("Ctrl+L")
    slow = SlowDatabase(desk, monkeypatch)
    with slow.still():
        door = desk.window.door
        assert door is not None
        for field, text in ((door.name, NAME), (door.password, PASSWORD)):
            desk.focus(field)
            desk.write(text)
        desk.press("Return")
        desk.wait(lambda: desk.seen("busy"))
        assert desk.window.door is door
    assert desk.window.shell is not None
