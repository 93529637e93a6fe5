"""What is told to the machine's supervisor reaches it, and one that is not there is nobody's trouble."""

import socket
from pathlib import Path

import pytest

from kiosk.supervising import tell_supervisor


def test_a_supervisor_hears_and_one_that_has_gone_or_never_was_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = tmp_path / "told"
    monkeypatch.setenv("NOTIFY_SOCKET", str(address))
    tell_supervisor("never there")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(address))
        tell_supervisor("READY=1")
        assert listener.recv(64) == b"READY=1"
    tell_supervisor("gone")
    monkeypatch.setenv("NOTIFY_SOCKET", "")
    tell_supervisor("nobody")
