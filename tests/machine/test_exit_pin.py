"""The exit PIN is kept as a hash alone, counted, and set by a command that shows it nowhere."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.bootstrap import start
from kiosk.exit_pin import ExitPin
from kiosk.library_folder import LibraryFolder
from kiosk.model.decision import PinState
from kiosk.model.errors import FolderNotWritable
from kiosk.model.staff_errors import ExitPinWeak

_NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
_PIN = "739184"


@pytest.fixture
def pin(tmp_path: Path) -> ExitPin:
    return ExitPin(LibraryFolder(tmp_path))


@pytest.mark.parametrize(
    "weak", ["", "12345", "1234567890123", "111111", "123456", "654321", "12a456", "１２３４５７"]
)
def test_a_weak_pin_is_refused_and_none_is_set(pin: ExitPin, weak: str) -> None:
    with pytest.raises(ExitPinWeak):
        pin.set(weak)
    assert not pin.is_set
    assert pin.check(weak, _NOW)[0] is PinState.WRONG


def test_it_lies_there_as_a_hash_that_others_cannot_read(pin: ExitPin, tmp_path: Path) -> None:
    pin.set(_PIN)
    (file,) = tmp_path.iterdir()
    assert _PIN not in file.read_text()
    assert "$argon2id$" in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    assert pin.check(_PIN, _NOW) == (PinState.RIGHT, None)


def test_wrong_ones_make_one_wait_longer_and_longer_and_a_restart_is_no_way_around(
    pin: ExitPin, tmp_path: Path
) -> None:
    pin.set(_PIN)
    at, waits = _NOW, []
    for _ in range(8):
        state, until = ExitPin(LibraryFolder(tmp_path)).check("999111", at)
        waits.append(0 if until is None else (until - at) // timedelta(minutes=1))
        assert state is (PinState.WRONG if until is None else PinState.LOCKED)
        at = until or at
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16]
    assert pin.check(_PIN, at - timedelta(seconds=1))[0] is PinState.LOCKED
    assert pin.check(_PIN, at)[0] is PinState.RIGHT
    assert pin.check("999111", at)[0] is PinState.WRONG, "after the right one it begins anew"


def test_where_wrong_ones_cannot_be_counted_nobody_is_let_in(
    pin: ExitPin, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin.set(_PIN)

    def full(*_: object, **__: object) -> None:
        raise FolderNotWritable(folder="x")

    monkeypatch.setattr("kiosk.exit_pin.write_whole", full)
    with pytest.raises(FolderNotWritable):
        pin.check(_PIN, _NOW)


def test_the_command_sets_it_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{_PIN}\n"))
    assert start(["exit-pin", "--home", str(tmp_path)]) == 0
    assert _PIN not in "".join(capsys.readouterr())
    assert ExitPin(LibraryFolder(tmp_path)).check(_PIN, _NOW)[0] is PinState.RIGHT


def test_the_command_refuses_a_weak_one_and_keeps_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ExitPin(LibraryFolder(tmp_path)).set(_PIN)
    monkeypatch.setattr("sys.stdin", io.StringIO("000000\n"))
    assert start(["exit-pin", "--home", str(tmp_path)]) == 1
    assert "six to twelve" in capsys.readouterr().err
    assert ExitPin(LibraryFolder(tmp_path)).check(_PIN, _NOW)[0] is PinState.RIGHT
