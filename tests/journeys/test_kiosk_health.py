"""A kiosk tells staff how it is while it runs, and that it was switched off."""

import pytest
from msgspec.structs import replace

from kiosk.model.kiosk_health import KioskHealth
from kiosk.own_health import own_health, tell_stop
from kiosk.services import Services
from kiosk.settings import Settings
from kiosk.storage import KioskState
from tests.journeys.conftest import NOW, Kiosk, OpenKiosk


def _last_word(kiosk: Kiosk) -> KioskState | None:
    def look(services: Services) -> KioskState | None:
        name = services.settings.kiosk_name
        with services.database.read() as view:
            return next((state for state in view.kiosks.all() if state.name == name), None)

    return kiosk.aside(look)


def test_a_kiosk_that_runs_has_told_how_it_is(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    kiosk.hands.wait(lambda: _last_word(kiosk) is not None, "nothing was told")
    state = _last_word(kiosk)
    assert state is not None
    assert state.seen_at == NOW
    health = KioskHealth.of(state.state)
    assert (health.printer, health.stopped) == ("ready", False)
    assert health.space_mb is not None
    told = {"printer", "scanner", "index_behind", "space_mb", "backup_late", "stopped", "look_broken"}
    assert set(state.state) == told, "and nothing of a patron"


def test_a_printer_that_is_not_there_or_set_up_wrongly_is_told(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_kiosk("en")
    for command, told in (("", "ready"), ("/no/such/program {file}", "away")):
        settings = kiosk.services.settings
        monkeypatch.setattr(kiosk.services, "settings", _printing(settings, command))
        monkeypatch.delitem(kiosk.services.__dict__, "printer", raising=False)
        assert kiosk.aside(own_health).printer == told


def _printing(settings: Settings, command: str) -> Settings:
    return replace(settings, receipt=replace(settings.receipt, command=command))


def test_one_that_was_switched_off_has_said_so(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    kiosk.hands.settle()
    kiosk.aside(lambda services: tell_stop(services, NOW))
    state = _last_word(kiosk)
    assert state is not None
    assert KioskHealth.of(state.state).stopped
