"""What the page of today says, as tables."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.model.problem import Problem
from kiosk.model.texts import LocalText
from kiosk.staff.reports.kiosks import KioskTold, Level
from kiosk.staff.reports.report import Column, Report
from kiosk.staff.reports.today import HourOfToday, Today, WeekOfLoans
from kiosk.ui.staff.today import state
from kiosk.words import wording

EN = wording("en", "Europe/Berlin")
NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
DAY = Today(
    day=date(2026, 11, 24),
    hour=14,
    loans=177,
    loans_week_before=165,
    returns=140,
    returns_by_patrons=31,
    late=64,
    late_new=11,
    late_long=3,
    messages=4,
    waiting_since=NOW - timedelta(hours=21),
    hours=(HourOfToday(13, 52, 27, 40.0), HourOfToday(14, 28, 14, 48.04), HourOfToday(15, 0, 0, 52.0)),
    weeks=(WeekOfLoans(date(2026, 11, 16), 244.4, 229.0), WeekOfLoans(date(2026, 11, 23), None, 231.0)),
)


@pytest.mark.parametrize(
    ("before", "told"),
    [(165, "+ 12 against last Tuesday"), (180, "– 3 against last Tuesday"), (177, "as many as last Tuesday")],
)
def test_loans_stand_beside_those_of_a_week_ago(before: int, told: str) -> None:
    figure = state.loans_figure(EN, replace(DAY, loans_week_before=before))
    assert (figure.number, figure.told) == ("177", told)


def test_the_other_figures_say_what_is_behind_them() -> None:
    assert state.returns_figure(EN, DAY).told == "31 of them self-service"
    assert state.late_figure(EN, DAY).told == "11 new, 3 over 30 days"
    assert state.messages_figure(EN, DAY, NOW).told == "oldest waits since yesterday 17:32"
    nobody = replace(DAY, messages=0, waiting_since=None)
    assert state.messages_figure(EN, nobody, NOW).told == "Nobody is waiting"


@pytest.mark.parametrize(("ago", "told"), [(1, "13:32"), (20, "yesterday 18:32"), (24 * 5, "19 Nov")])
def test_moments_are_told_as_one_says_them(ago: int, told: str) -> None:
    assert state.when(EN, NOW - timedelta(hours=ago), NOW) == told


def test_what_is_usual_shows_only_for_hours_that_are_not_over() -> None:
    bars = state.hour_bars(EN, DAY)
    assert bars.labels == ("13", "14", "15")
    assert bars.usual == (0.0, 48.0, 52.0)
    assert "13 h: 52 loans, 27 returns" in bars.told


def test_weeks_are_named_at_both_ends_and_an_unknown_one_stays_unknown() -> None:
    lines = state.week_lines(EN, DAY)
    assert lines.labels == ((0, "Wk 47"), (1, "Wk 48"))
    assert lines.now == (244.4, None)
    assert "Wk 47: 244" in lines.told


@pytest.mark.parametrize(
    ("level", "tone"), [(Level.WELL, "good"), (Level.SOON, "warn"), (Level.NOW, "stop"), (Level.OFF, "plain")]
)
def test_a_kiosk_has_a_chip_with_a_word(level: Level, tone: str) -> None:
    told = KioskTold("Eingang", LocalText.of("Main"), level, Problem("staff.kiosk.paper_low"), NOW)
    (row,) = state.kiosk_rows(EN, [told], NOW)
    assert (row.name, row.chip, row.tone) == ("Eingang", "Paper runs low", tone)
    assert row.tip == "Main · last heard of: 14:32"


def test_what_was_sought_keeps_its_count() -> None:
    report = Report((Column("searched"),), (("dune", "en", 3, NOW.date()),))
    assert state.times_rows(report) == (state.TimesRow("dune", 3),)


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_a_kiosk_can_be_told_in_every_language(language: str) -> None:
    words = wording(language)
    for key in ("well", "paper_low", "space", "index_behind", "silent", "stopped", "never"):
        assert words(f"staff.kiosk.{key}") != f"staff.kiosk.{key}"
