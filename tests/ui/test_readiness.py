"""Whoever supervises the kiosk is told once that it can be used."""

import socket
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.shared.readiness import Readiness
from tests.ui.conftest import OpenScreen


def test_however_many_frames_come_it_is_told_once(
    qtbot: QtBot, open_screen: OpenScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.bind(str(tmp_path / "told"))
        supervisor.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "told"))
        screen = open_screen()
        readiness = Readiness(screen.window)
        for _ in range(3):
            screen.window.frameSwapped.emit()  # all are queued before the first is heard of
        frames = []
        screen.window.frameSwapped.connect(lambda: frames.append(1))
        screen.window.update()
        qtbot.waitUntil(lambda: bool(frames))
        qtbot.wait(0)
        assert supervisor.recv(64) == b"READY=1"
        with pytest.raises(BlockingIOError):
            supervisor.recv(64)
        readiness.deleteLater()
