"""Work runs off the GUI thread; its results come back on it, in the order promised."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from kiosk.model.errors import DiskFull
from kiosk.ui.shared.jobs import Jobs


class BrokenError(Exception):
    """What a test's work fails with."""


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    runner = Jobs()
    yield runner
    runner.close()


def test_results_come_back_on_the_thread_that_asked(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[bool, bool]] = []
    main = threading.get_ident()
    with qtbot.waitSignal(jobs.idle):
        jobs.parallel(
            threading.get_ident, lambda worker: seen.append((worker != main, QThread.isMainThread()))
        )
    assert seen == [(True, True)]


def test_changes_are_made_one_after_another_in_the_order_asked_for(jobs: Jobs, qtbot: QtBot) -> None:
    made: list[int] = []
    told: list[int] = []

    def change(number: int) -> int:
        made.append(number)
        return number

    with qtbot.waitSignal(jobs.idle):
        for number in range(50):
            jobs.serial(lambda number=number: change(number), told.append)  # type: ignore[misc]
    assert made == told == list(range(50))


def test_of_what_came_at_once_each_is_told_in_a_turn_of_its_own(jobs: Jobs) -> None:
    all_are_there = threading.Event()
    told: list[int] = []
    for number in range(3):
        jobs.serial(lambda number=number: number, told.append)  # type: ignore[misc]
    jobs.serial(all_are_there.set, lambda _: None)
    assert all_are_there.wait(5)
    before = 0
    while jobs.running:
        QCoreApplication.processEvents()
        assert len(told) <= before + 1
        before = len(told)
    assert told == [0, 1, 2]


def test_what_comes_while_a_result_is_shown_in_a_loop_of_its_own_is_told_there(
    jobs: Jobs, qtbot: QtBot
) -> None:
    told: list[str] = []

    def ask(_: None) -> None:
        jobs.parallel(lambda: "asked", told.append)
        qtbot.waitUntil(lambda: told == ["asked"])
        told.append("answered")

    with qtbot.waitSignal(jobs.idle):
        jobs.parallel(lambda: None, ask)
        jobs.parallel(lambda: None, lambda _: None)
    assert told == ["asked", "answered"]


def test_of_as_you_type_work_only_the_newest_is_delivered(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    told: list[str] = []

    def search(text: str) -> str:
        gate.wait(5)
        return text

    with qtbot.waitSignal(jobs.idle):
        for text in ("k", "ka", "kaf", "kafk"):
            jobs.latest("search", lambda text=text: search(text), told.append)  # type: ignore[misc]
        gate.set()
    assert told == ["kafk"]


def test_as_you_type_work_tells_what_it_has_before_it_ends(jobs: Jobs, qtbot: QtBot) -> None:
    gate, told = threading.Event(), list[str]()

    def search(tell: Callable[[str], None]) -> str:
        tell("some")
        assert gate.wait(5)
        return "all"

    with qtbot.waitSignal(jobs.idle):
        jobs.latest_in_parts("search", search, told.append)
        qtbot.waitUntil(lambda: told == ["some"])
        assert jobs.running == 1
        gate.set()
    assert told == ["some", "all"]


def test_what_old_work_tells_on_its_way_is_not_delivered(jobs: Jobs, qtbot: QtBot) -> None:
    gate, told = threading.Event(), list[str]()

    def search(tell: Callable[[str], None]) -> str:
        assert gate.wait(5)
        tell("old")
        return "old"

    with qtbot.waitSignal(jobs.idle):
        jobs.latest_in_parts("search", search, told.append)
        jobs.latest_in_parts("search", lambda _tell: "new", told.append)
        qtbot.waitUntil(lambda: told == ["new"])
        gate.set()
    assert told == ["new"]


def test_work_of_another_kind_does_not_push_as_you_type_work_aside(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[str] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.latest("search", lambda: "found", told.append)
        jobs.latest("suggest", lambda: "suggested", told.append)
    assert sorted(told) == ["found", "suggested"]


def test_what_has_been_forgotten_is_not_delivered(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[str] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.latest("search", lambda: "found", told.append)
        jobs.forget("search")
    assert told == []


def test_an_error_goes_to_whoever_asked_and_the_next_job_runs(jobs: Jobs, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    told: list[int] = []

    def broken() -> int:
        raise BrokenError

    with qtbot.waitSignal(jobs.idle):
        jobs.serial(broken, told.append, errors.append)
        jobs.serial(lambda: 2, told.append)
    assert [type(error) for error in errors] == [BrokenError]
    assert told == [2]


def test_an_error_that_nobody_expects_is_told_aloud(jobs: Jobs, qtbot: QtBot) -> None:
    def broken() -> int:
        raise BrokenError

    with qtbot.waitSignal(jobs.crashed) as told:
        jobs.parallel(broken, lambda _: None)
    assert isinstance(told.args[0], BrokenError)


def test_a_mistake_is_told_aloud_even_to_whom_the_work_was_for(jobs: Jobs, qtbot: QtBot) -> None:
    loud: list[Exception] = []
    told: list[Exception] = []
    jobs.crashed.connect(loud.append)

    def mistaken() -> None:
        raise BrokenError

    def in_trouble() -> None:
        raise DiskFull

    with qtbot.waitSignal(jobs.idle):
        jobs.serial(mistaken, lambda _: None, told.append)
        jobs.serial(in_trouble, lambda _: None, told.append)
    assert [type(error) for error in told] == [BrokenError, DiskFull]
    assert [type(error) for error in loud] == [BrokenError]


def test_a_panic_of_native_code_ends_its_job_too(jobs: Jobs, qtbot: QtBot) -> None:
    class Panic(BaseException):
        """What native code raises: no Exception."""

    def panicking() -> None:
        raise Panic

    told: list[Exception] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.parallel(panicking, lambda _: None, told.append)
    assert [str(error) for error in told] == ["Panic"]
    assert jobs.running == 0


def test_closing_finishes_the_changes_and_delivers_nothing_more(qtbot: QtBot) -> None:
    jobs = Jobs()
    made: list[int] = []
    told: list[None] = []
    for number in range(20):
        jobs.serial(lambda number=number: made.append(number), told.append)  # type: ignore[misc]
    jobs.close()
    jobs.serial(lambda: made.append(99), told.append)
    qtbot.wait(0)
    assert made == list(range(20))
    assert told == []
