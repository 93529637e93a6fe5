"""A scanner at a serial line, by a pair of pseudo-terminals: codes, noise, a line that goes and comes."""

import os
import pty
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.serial_codes import CodeCutter, characters
from kiosk.devices.serial_scanner import ScannerState, SerialScanner, scanner_of
from kiosk.settings import ScannerSettings
from kiosk.ui.patron.wedge import KeyWedge, Stroke

_PATIENCE_S = 30.0


@dataclass
class Cable:
    """A line whose far end is a scanner's; pulled out, its device is gone."""

    device: Path
    _far: int = -1
    _near: int = -1
    heard: list[str] = field(default_factory=list)
    states: list[ScannerState] = field(default_factory=list)

    def plug_in(self) -> None:
        """Let the device be there."""
        self._far, self._near = pty.openpty()
        tty.setraw(self._near)
        self.device.symlink_to(os.ttyname(self._near))

    def pull_out(self) -> None:
        """Let it be gone, as a USB line is."""
        self.device.unlink(missing_ok=True)
        for end in (self._far, self._near):
            with suppress(OSError):
                os.close(end)

    def send(self, data: bytes) -> None:
        """Scan."""
        os.write(self._far, data)


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path / "scanner")
    yield made
    made.pull_out()


@pytest.fixture
def listening(cable: Cable) -> Iterator[Callable[..., SerialScanner]]:
    begun: list[SerialScanner] = []

    def listen(**settings: str) -> SerialScanner:
        made = ScannerSettings(kind="serial", device=str(cable.device), **settings)  # type: ignore[arg-type]
        scanner = SerialScanner(made)
        begun.append(scanner)
        scanner.listen(cable.heard.append, cable.states.append)
        return scanner

    yield listen
    for scanner in begun:
        scanner.close()


def wait(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not condition():
        assert time.monotonic() < until, "it does not come"
        time.sleep(0.01)


def test_codes_come_one_by_one_whatever_pieces_the_line_brings(
    cable: Cable, listening: Callable[..., SerialScanner]
) -> None:
    cable.plug_in()
    listening()
    wait(lambda: cable.states == [ScannerState.READY])
    cable.send(b"2000")
    cable.send(b"0017\r\n3001")
    cable.send(b"0001011\r")
    wait(lambda: cable.heard == ["20000017", "30010001011"])


@pytest.mark.parametrize(
    ("settings", "sent"),
    [
        ({}, b"20000017\r"),
        ({"prefix": r"\x02", "terminator": r"\x03"}, b"\x0220000017\x03"),
        ({"prefix": "]C1", "suffix": "##", "terminator": r"\t"}, b"]C120000017##\t"),
        ({"terminator": ""}, b"20000017"),
    ],
)
def test_any_prefix_suffix_and_terminator(
    cable: Cable, listening: Callable[..., SerialScanner], settings: dict[str, str], sent: bytes
) -> None:
    cable.plug_in()
    listening(**settings)
    wait(lambda: cable.states == [ScannerState.READY])
    cable.send(sent)
    wait(lambda: cable.heard == ["20000017"])


def test_a_line_that_goes_and_comes_again_is_heard_again_and_half_a_code_is_none(
    cable: Cable, listening: Callable[..., SerialScanner]
) -> None:
    scanner = listening()
    wait(lambda: cable.states == [ScannerState.AWAY])
    cable.plug_in()
    wait(lambda: scanner.state() is ScannerState.READY)
    cable.send(b"2000")
    cable.pull_out()
    wait(lambda: scanner.state() is ScannerState.AWAY)
    cable.plug_in()
    wait(lambda: scanner.state() is ScannerState.READY)
    cable.send(b"20000033\r")
    wait(lambda: cable.heard == ["20000033"])
    away, ready = ScannerState.AWAY, ScannerState.READY
    assert cable.states == [away, ready, away, ready]


def test_noise_is_told_as_a_code_that_nobody_can_read(
    cable: Cable, listening: Callable[..., SerialScanner]
) -> None:
    cable.plug_in()
    listening()
    wait(lambda: cable.states == [ScannerState.READY])
    cable.send(b"\xff\xfe\x80\r20000017\r")
    wait(lambda: cable.heard == ["", "20000017"])


def test_whether_it_is_there_is_known_without_listening(cable: Cable) -> None:
    scanner = scanner_of(ScannerSettings(kind="serial", device=str(cable.device)))
    assert scanner is not None
    assert scanner.state() is ScannerState.AWAY
    cable.plug_in()
    assert scanner.state() is ScannerState.READY
    assert scanner_of(ScannerSettings()) is None


_CODES = st.lists(st.text("ABC0123456789-", min_size=1, max_size=20), max_size=8)


@given(_CODES, st.sampled_from([b"\r", b"\n", b"\r\n", b"\t", b"\x03"]), st.integers(1, 7))
def test_no_way_of_cutting_the_line_into_pieces_changes_a_code(
    codes: list[str], end: bytes, size: int
) -> None:
    sent = b"".join(b"\x02" + code.encode() + b"!" + end for code in codes)
    cutter = CodeCutter(prefix=b"\x02", suffix=b"!", terminators=end)
    heard = [code for at in range(0, len(sent), size) for code in cutter.take(sent[at : at + size])]
    assert heard == codes
    assert not cutter.waiting


@given(st.binary(max_size=2000))
def test_whatever_comes_codes_are_text_that_can_be_printed(data: bytes) -> None:
    cutter = CodeCutter()
    for code in (*cutter.take(data), *cutter.silence()):
        assert code == "" or code.isprintable()


def test_characters_are_written_as_in_other_programs() -> None:
    assert characters(r"\x02]C1\r\n\t") == b"\x02]C1\r\n\t"
    assert characters("ab") == b"ab"


def test_a_scanner_that_types_has_a_suffix_too() -> None:
    wedge = KeyWedge(ScannerSettings(prefix="]C", suffix="##"))
    for at, letter in enumerate("]C20000017##"):
        wedge.press(Stroke(ord(letter), 0, letter, False), at * 3)
    assert wedge.press(Stroke(0, 0, "\r", True), 40).scan == "20000017"
