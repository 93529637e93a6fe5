"""What is changed of one's own and fails once the visit is over is told to the log alone."""

import logging
from collections.abc import Callable
from typing import Any, cast

import pytest

from kiosk.model.clock import FixedClock
from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.library import KioskProfile
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.visit import SignedIn, Visit
from kiosk.ui.shared.jobs import Jobs
from tests.circulation.desk import MAIN, NOON, town_library


class HeldUp:
    """Jobs that do nothing until `fail`, and then fail."""

    def __init__(self) -> None:
        self._failing: list[Callable[[Exception], None]] = []

    def serial(self, _work: object, _done: object, failed: Callable[[Exception], None]) -> None:
        self._failing.append(failed)

    def fail(self) -> None:
        for failed in self._failing:
            failed(DatabaseUnavailable())


@pytest.fixture
def visit() -> Visit:
    visit = Visit(town_library(), KioskProfile("kiosk-1", MAIN, ("en",)), FixedClock(NOON), "en")
    visit.sign_in(SignedIn("20000017", "Anna K.", "adult"))
    return visit


def _change(visit: Visit, *, act_id: str = "") -> tuple[HeldUp, list[Any]]:
    jobs = HeldUp()
    told: list[Any] = []
    # Its parent keeps it alive.
    work = OwnWork(cast(Jobs, jobs), visit, visit)
    work.change("report_lost", lambda: None, told.append, told.append, act_id=act_id)
    return jobs, told


@pytest.mark.parametrize(("act_id", "which"), [("", "report_lost"), ("4f0c", "report_lost 4f0c")])
def test_a_change_that_fails_after_the_visit_is_noted_without_values_and_told_to_nobody(
    visit: Visit, caplog: pytest.LogCaptureFixture, act_id: str, which: str
) -> None:
    jobs, told = _change(visit, act_id=act_id)
    with caplog.at_level(logging.INFO, "kiosk"):
        visit.end()
        jobs.fail()
    (line,) = (record.getMessage() for record in caplog.records)
    assert line.startswith(f"after the end of a visit: {which} failed "), line
    assert told == []
    assert not any(value in line for value in ("20000017", "Anna"))


def test_a_change_that_fails_within_the_visit_is_told_there_alone(
    visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    jobs, told = _change(visit)
    with caplog.at_level(logging.INFO, "kiosk"):
        jobs.fail()
    assert [type(error) for error in told] == [DatabaseUnavailable]
    assert caplog.records == []
