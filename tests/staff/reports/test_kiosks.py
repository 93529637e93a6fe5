"""What is said of a kiosk follows from its own last word and how long ago that was."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.kiosk_health import KioskHealth
from kiosk.model.library import KioskProfile
from kiosk.staff.reports.kiosks import SILENT_AFTER, KioskReports, Level, judged
from tests.circulation.desk import NOON, Desk, town_library
from tests.staff.people import signed

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("state", "ago", "level", "what"),
    [
        ({}, 0, Level.WELL, "well"),
        ({"printer": "paper_low"}, 1, Level.SOON, "paper_low"),
        ({"printer": "paper_out"}, 1, Level.NOW, "printer_paper_out"),
        ({"printer": "on fire"}, 1, Level.NOW, "printer_trouble"),
        ({"printer": 7}, 1, Level.WELL, "well"),
        ({"scanner": "away"}, 1, Level.NOW, "scanner_away"),
        ({"scanner": ["?"]}, 1, Level.WELL, "well"),
        ({"space_mb": 499}, 1, Level.SOON, "space"),
        ({"space_mb": 500}, 1, Level.WELL, "well"),
        ({"space_mb": True}, 1, Level.WELL, "well"),
        ({"backup_late": True}, 1, Level.SOON, "backup_late"),
        ({"backup_late": 1, "index_behind": True}, 1, Level.SOON, "index_behind"),
        ({"index_behind": True}, 1, Level.SOON, "index_behind"),
        ({"index_behind": True, "printer": "away"}, 1, Level.NOW, "printer_away"),
        ({"printer": "paper_out"}, 60, Level.NOW, "silent"),
        ({"stopped": True}, 6000, Level.OFF, "stopped"),
    ],
)
def test_a_kiosk_is_told_by_the_worst_that_it_says(
    state: dict[str, Any], ago: int, level: Level, what: str
) -> None:
    told, problem = judged(KioskHealth.of(state), NOON - ago * MINUTE, NOON)
    assert (told, problem.key) == (level, f"staff.kiosk.{what}")


@given(
    st.dictionaries(
        st.sampled_from(["printer", "space_mb", "index_behind", "backup_late", "stopped", "x"]),
        st.none() | st.integers() | st.text() | st.booleans(),
    )
)
def test_whatever_another_version_wrote_is_read(state: dict[str, Any]) -> None:
    health = KioskHealth.of(state)
    assert KioskHealth.of(health.plain()) == health


def test_a_slow_minute_is_no_trouble() -> None:
    assert judged(KioskHealth(), NOON - SILENT_AFTER, NOON)[0] is Level.WELL
    assert judged(KioskHealth(), NOON - SILENT_AFTER - MINUTE, NOON)[0] is Level.NOW


def test_every_kiosk_is_told_configured_or_only_heard_of(desk: Desk, kiosks: KioskReports) -> None:
    profiles = tuple(KioskProfile(name, "NORTH", ("en",)) for name in ("Entrance", "Children"))
    desk.configure(replace(town_library(), kiosks=profiles))
    with desk.database.act() as work:
        work.kiosks.seen("Entrance", NOON, KioskHealth(printer="paper_low").plain())
        work.kiosks.seen("Cellar", NOON, {})
        work.kiosks.seen("Sold", NOON - 8 * 24 * 60 * MINUTE, {})
        work.commit()
    told = kiosks.all(signed("circulation"), at=NOON)
    assert [(one.name, one.level, one.what.key) for one in told] == [
        ("Entrance", Level.SOON, "staff.kiosk.paper_low"),
        ("Children", Level.OFF, "staff.kiosk.never"),
        ("Cellar", Level.WELL, "staff.kiosk.well"),
    ]
    assert told[0].branch is not None
    assert told[2].branch is None
