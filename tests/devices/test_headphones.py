"""The socket for headphones: what it says, who may read it, and that it may go and come back.

The twin of the device is a line of a terminal into which the very bytes of the system are written.
"""

import os
import pty
import select
import tty
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.devices.headphones import HeadphoneSocket, SocketState, event

_OTHER = (b"\0" * 16) + b"\x01\x00\x1e\x00\x01\x00\x00\x00"  # the key A goes down


class Twin:
    """A socket that is plugged by hand."""

    def __init__(self) -> None:
        self._ours, self._theirs = pty.openpty()
        tty.setraw(self._theirs)
        self.path = os.ttyname(self._theirs)

    def send(self, told: bytes) -> None:
        os.write(self._ours, told)

    def go(self) -> None:
        for file in (self._ours, self._theirs):
            os.close(file)


@pytest.fixture
def twin() -> Iterator[Twin]:
    one = Twin()
    yield one
    with suppress(OSError):  # where it went in the test
        one.go()


def read(socket: HeadphoneSocket) -> SocketState:
    number = socket.fileno()
    assert number is not None
    assert select.select([number], [], [], 10)[0]
    return socket.read()


def test_what_is_plugged_in_and_pulled_out_is_told(twin: Twin) -> None:
    socket = HeadphoneSocket(twin.path)
    assert socket.open() is SocketState.EMPTY
    twin.send(_OTHER + event(plugged=True))
    assert read(socket) is SocketState.PLUGGED
    twin.send(event(plugged=False))
    assert read(socket) is SocketState.EMPTY
    socket.close()


def test_news_that_come_in_pieces_are_put_together(twin: Twin) -> None:
    socket = HeadphoneSocket(twin.path)
    socket.open()
    told = event(plugged=True)
    twin.send(told[:7])
    assert read(socket) is SocketState.EMPTY
    twin.send(told[7:])
    assert read(socket) is SocketState.PLUGGED
    socket.close()


def test_of_many_news_the_last_counts(twin: Twin) -> None:
    socket = HeadphoneSocket(twin.path)
    socket.open()
    twin.send(event(plugged=True) + event(plugged=False) + event(plugged=True))
    assert read(socket) is SocketState.PLUGGED
    socket.close()


def test_nothing_new_is_no_news(twin: Twin) -> None:
    socket = HeadphoneSocket(twin.path)
    socket.open()
    assert socket.read() is SocketState.EMPTY
    socket.close()


def test_a_device_that_goes_is_missing_and_comes_back(twin: Twin) -> None:
    socket = HeadphoneSocket(twin.path)
    socket.open()
    twin.send(event(plugged=True))
    read(socket)
    twin.go()
    assert read(socket) is SocketState.MISSING
    assert socket.fileno() is None
    assert not socket.state.works
    again = Twin()
    back = HeadphoneSocket(again.path)
    assert back.open() is SocketState.EMPTY
    back.close()
    again.go()


def test_a_device_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert HeadphoneSocket(str(tmp_path / "event7")).open() is SocketState.MISSING


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_given: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", forbidden)
    assert HeadphoneSocket(str(tmp_path)).open() is SocketState.FORBIDDEN


@pytest.mark.parametrize(
    ("switches", "found"),
    [("4", True), ("10004", True), ("1", False), ("0", False), ("", False), ("3fff 4", True), ("4 0", False)],
)
def test_the_socket_is_found_by_what_the_system_says_of_its_devices(
    twin: Twin, tmp_path: Path, switches: str, found: bool
) -> None:
    system, devices = tmp_path / "class", tmp_path / "dev"
    told = system / "event4" / "device" / "capabilities"
    told.mkdir(parents=True)
    (system / "mouse0").mkdir()
    (told / "sw").write_text(f"{switches}\n")
    devices.mkdir()
    (devices / "event4").symlink_to(twin.path)
    socket = HeadphoneSocket("auto", system=system, devices=devices)
    assert (socket.open() is SocketState.EMPTY) is found
    socket.close()


def test_a_machine_without_such_devices_has_none(tmp_path: Path) -> None:
    assert HeadphoneSocket("auto", system=tmp_path / "none").open() is SocketState.MISSING
