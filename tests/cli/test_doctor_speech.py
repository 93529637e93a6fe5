"""What `kiosk doctor` says of the voice."""

from pathlib import Path

import pytest

from tests.cli.command import Cli
from tests.devices.loudspeaker import needs_espeak, plug_in, unplug


def speech_check(cli: Cli, settings: str = "") -> tuple[bool, str]:
    (cli.home / "settings.toml").write_text(settings, encoding="utf-8")
    (check,) = [check for check in cli("doctor").json["checks"] if check["name"] == "speech"]
    return check["ok"], check["detail"]


def test_no_voice_is_no_fault(cli: Cli) -> None:
    assert speech_check(cli, '[speech]\nkind = "none"\n')[0] is True


def test_a_program_that_is_missing_is_named(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(cli.home))
    ok, detail = speech_check(cli)
    assert not ok
    assert "espeak-ng is not installed" in detail


@needs_espeak
def test_whether_it_is_heard_is_found_out(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unplug(tmp_path, monkeypatch)
    ok, detail = speech_check(cli)
    assert (ok, "no sound output" in detail) == (False, True)
    plug_in(tmp_path, monkeypatch)
    assert speech_check(cli) == (True, "espeak-ng speaks")
