"""A receipt goes to a raw queue of CUPS, or it is told why not; stand-ins of its programs are on the path."""

import os
import sys
from pathlib import Path

import pytest

from kiosk.devices import PrinterState
from kiosk.model.errors import PrinterUnavailable
from tests.devices.test_printers import PAPER, printer, why
from tests.paper.escpos_decoder import decode

_LP = """#!{python}
import pathlib, sys
folder = pathlib.Path({folder!r})
(folder / "asked").write_text(" ".join(sys.argv[1:]))
(folder / "printed").write_bytes(sys.stdin.buffer.read())
"""
_LPSTAT = """#!{python}
import os, pathlib, sys
told = pathlib.Path({folder!r}, "status").read_text()
if os.environ["LC_ALL"] != "C" or sys.argv[1:] != ["-l", "-p", "slips"]:
    sys.exit("asked otherwise")
if told.startswith("lpstat:"):
    sys.exit(told)
print(told)
"""
# As CUPS 2.4 writes it.
_IDLE = "printer slips is idle.  enabled since Tue 24 Nov 2026 02:32:00 PM CET\n\tAlerts: {alerts}\n"


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A queue named slips; its status is a file."""
    for name, text in (("lp", _LP), ("lpstat", _LPSTAT)):
        program = tmp_path / name
        program.write_text(text.format(python=sys.executable, folder=str(tmp_path)))
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    (tmp_path / "status").write_text(_IDLE.format(alerts="none"))
    return tmp_path


def test_a_receipt_arrives_whole_and_raw(queue: Path) -> None:
    printer(queue, kind="cups", address="slips").print(PAPER)
    assert (queue / "asked").read_text() == "-d slips -o raw -s"
    said = decode((queue / "printed").read_bytes())
    assert said.cuts == 1
    assert "Zażółć gęślą 30000000017" in said.said


@pytest.mark.parametrize(
    ("alerts", "state"),
    [
        ("none", PrinterState.READY),
        ("media-low-warning", PrinterState.PAPER_LOW),
        ("media-empty-error", PrinterState.PAPER_OUT),
        ("media-needed", PrinterState.PAPER_OUT),
        ("cover-open-error media-empty-error", PrinterState.COVER_OPEN),
        ("offline-report", PrinterState.AWAY),
        ("media-jam-error", PrinterState.TROUBLE),
    ],
)
def test_its_state_is_what_the_print_service_says(queue: Path, alerts: str, state: PrinterState) -> None:
    (queue / "status").write_text(_IDLE.format(alerts=alerts))
    there = printer(queue, kind="cups", address="slips")
    assert there.state() is state
    if not state.prints:
        with pytest.raises(PrinterUnavailable):
            there.print(PAPER)
        assert not (queue / "printed").exists(), "nothing waits in the queue for the next patron to find"


def test_a_queue_that_is_switched_off_or_unknown_is_told(queue: Path) -> None:
    there = printer(queue, kind="cups", address="slips")
    (queue / "status").write_text("printer slips disabled since Tue 24 Nov 2026 -\n\tPaused\n")
    assert there.state() is PrinterState.TROUBLE
    (queue / "status").write_text('lpstat: Invalid destination name in list "slips".')
    assert there.state() is PrinterState.AWAY


def test_a_machine_without_cups_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    there = printer(tmp_path, kind="cups", address="slips")
    assert there.state() is PrinterState.AWAY
    with pytest.raises(PrinterUnavailable) as refused:
        there.print(PAPER)
    assert why(refused)
