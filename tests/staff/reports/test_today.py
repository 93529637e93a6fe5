"""The day at a glance, beside last week and what is usual."""

from datetime import date, timedelta
from typing import Any

import pytest

from kiosk.staff.reports.today import WEEKS, TodayReports
from kiosk.staff.reports.wanted import WantedReports
from kiosk.storage import NewMessage, QuestionAsked
from tests.circulation.desk import NOON, Desk, by, days
from tests.staff.people import signed

HOUR = timedelta(hours=1)


def _lent(desk: Desk, *agos: float, **more: Any) -> None:
    desk.reader("R1")
    for ago in agos:
        number = next(desk._numbers)
        desk.copy(f"T{number}")
        assert desk.lend("R1", f"T{number}", NOON - days(ago), **more).done
        desk.take_back(f"T{number}", NOON - days(ago) + HOUR / 2)


@pytest.mark.parametrize("summed", [False, True])
def test_the_figures_stand_beside_those_of_a_week_ago(desk: Desk, today: TodayReports, summed: bool) -> None:
    _lent(desk, 0.1, 0.05, 7.1, 7 - 0.1, 14.1)
    if summed:
        desk.acts.nightly(NOON)
    found = today.figures(signed(), at=NOON)
    assert (found.day, found.hour) == (date(2026, 3, 2), 12)
    assert (found.loans, found.loans_week_before) == (2, 1), "a week ago only up to the same time"
    assert (found.returns, found.returns_by_patrons) == (2, 2)


@pytest.mark.parametrize("summed", [False, True])
def test_hours_show_what_is_usual_there(desk: Desk, today: TodayReports, summed: bool) -> None:
    _lent(desk, 0, 7, 7, 14, 21 - 2 / 24)
    if summed:
        desk.acts.nightly(NOON)
    hours = {one.hour: one for one in today.figures(signed(), at=NOON).hours}
    assert (hours[12].loans, hours[12].returns) == (1, 1)
    assert (hours[12].usual, hours[14].usual) == (1.0, 1 / 3)
    assert sorted(hours) == [12, 13, 14]


def test_weeks_are_loans_a_day_beside_the_year_before(desk: Desk, today: TodayReports) -> None:
    _lent(desk, 0, 7, 6, 6, 364 + 7)
    weeks = today.figures(signed(), at=NOON).weeks
    assert (len(weeks), weeks[-1].monday, weeks[0].monday) == (WEEKS, date(2026, 3, 2), date(2025, 12, 1))
    assert (weeks[-1].loans_a_day, weeks[-2].loans_a_day, weeks[-3].loans_a_day) == (1.0, 1.5, None)
    assert (weeks[-1].year_before, weeks[-2].year_before) == (None, 1.0)


def test_a_day_that_is_not_over_does_not_pull_its_week_down(desk: Desk, today: TodayReports) -> None:
    _lent(desk, 0, 1, 1, 1)
    weeks = today.figures(signed(), at=NOON + days(1)).weeks
    assert (weeks[-1].loans_a_day, weeks[-2].loans_a_day) == (1.0, 3.0)


def test_what_another_branch_does_is_not_the_day_here(desk: Desk, today: TodayReports) -> None:
    _lent(desk, 0, branch="NORTH")
    assert today.figures(signed(), at=NOON).loans == 0
    assert today.figures(signed(branch="NORTH"), at=NOON).loans == 1


def test_what_staff_did_is_not_self_service(desk: Desk, today: TodayReports) -> None:
    desk.reader("R1")
    desk.copy("B1")
    desk.lend("R1", "B1", NOON - HOUR)
    desk.acts.checkin("B1", by(NOON, account="anna"))
    found = today.figures(signed(), at=NOON)
    assert (found.returns, found.returns_by_patrons) == (1, 0)


def test_what_is_late_and_what_waits_is_counted(desk: Desk, today: TodayReports) -> None:
    desk.reader("R1")
    desk.copy("B1")
    desk.lend("R1", "B1", NOON)
    with desk.database.act() as work:
        for ago in (1, 2):
            work.messages.leave(NewMessage(f"m{ago}", "Hello", "en", NOON + days(58 - ago)))
        work.commit()
    now, later = (today.figures(signed(), at=NOON + days(n)) for n in (29, 60))
    assert (now.late, now.late_new, now.late_long) == (1, 1, 0)
    assert (later.late, later.late_new, later.late_long) == (1, 0, 1)
    assert (later.messages, later.waiting_since) == (2, NOON + days(56))


def test_holds_to_pull_say_for_whom_in_first_name_and_initial(desk: Desk, today: TodayReports) -> None:
    for number in range(3):
        desk.reader(f"R{number}", last_name="Kowalska" if number else "Nowak")
        record = desk.copy(f"B{number}")
        assert desk.hold(f"R{number}", record, NOON - days(number), pickup="NORTH").done
    found = today.holds_to_pull(signed("circulation"), 2, at=NOON)
    assert (found.total, found.since_morning, len(found.first)) == (3, 1, 2)
    every = today.holds_to_pull(signed("circulation"), 9, at=NOON).first
    assert sorted(one.for_whom for one in every) == ["Ewa K.", "Ewa K.", "Ewa N."]


def test_the_day_of_a_library_with_nothing_in_it(desk: Desk, today: TodayReports) -> None:
    found = today.figures(signed(), at=NOON)
    assert (found.loans, found.returns, found.late, found.messages, found.hours) == (0, 0, 0, 0, ())
    assert today.holds_to_pull(signed(), 6, at=NOON).total == 0


def test_searches_and_questions_in_vain_are_counted(desk: Desk, wanted: WantedReports) -> None:
    with desk.database.act() as work:
        for text in ("one piece 104", "one piece 104", "dune"):
            work.questions.search_empty(text, "en", NOON)
        work.questions.search_empty("long ago", "en", NOON - days(90))
        work.questions.asked(QuestionAsked("May my dog come in?", "en", "none", NOON))
        work.commit()
    searched = wanted.searches(signed(), 30, 10, at=NOON)
    assert [(row[0], row[2]) for row in searched.rows] == [("one piece 104", 2), ("dune", 1)]
    asked = wanted.questions(signed(), 30, 10, at=NOON)
    assert [row[:3] for row in asked.rows] == [("May my dog come in?", "en", 1)]
