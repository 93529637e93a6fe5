"""A receipt printer prints what it is sent or says why not, whichever line it hangs on."""

import os
import threading
import tty
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import usb.core
import usb.util

from kiosk.devices import Printer, PrinterState
from kiosk.devices.choosing import printer_of
from kiosk.devices.printer import receipt_paper
from kiosk.devices.simulated import SimulatedPrinter
from kiosk.model.errors import FolderNotWritable, InvalidSetting, PrinterUnavailable
from kiosk.paper import Receipt, ReceiptLine
from kiosk.settings import PrinterSettings, ReceiptSettings
from kiosk.words import wording
from kiosk.words.reasons import error_sentence
from tests.devices import network_printer as states
from tests.devices.network_printer import NetworkPrinter, network_printer
from tests.paper.escpos_decoder import decode

AT = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
DUE = datetime(2026, 12, 22, 22, 59, 59, tzinfo=UTC)
WORDS = wording("pl", "Europe/Berlin")
RECEIPT = Receipt("checkout", "Bücherei Łódź", "Süd", AT, (ReceiptLine("Zażółć gęślą", "30000000017", DUE),))
PAPER = receipt_paper(RECEIPT, WORDS)


def printer(folder: Path, **chosen: Any) -> Printer:
    return printer_of(PrinterSettings(**{"seconds": 5.0, **chosen}), ReceiptSettings(), folder)


@pytest.fixture
def there() -> Iterator[NetworkPrinter]:
    with network_printer() as one:
        yield one


@pytest.fixture
def networked(there: NetworkPrinter, tmp_path: Path) -> Printer:
    return printer(tmp_path, kind="network", address="127.0.0.1", port=there.port)


def why(refused: pytest.ExceptionInfo[PrinterUnavailable]) -> str:
    return error_sentence(refused.value, wording("en"))


def test_a_receipt_arrives_whole_in_the_network(there: NetworkPrinter, networked: Printer) -> None:
    networked.print(PAPER)
    networked.print(PAPER)
    said = [decode(job) for job in there.printed(2)]
    for one in said:
        assert one.cuts == 1
        assert "Zażółć gęślą 30000000017" in one.said
        assert "Bücherei Łódź" in one.said


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (states.READY, PrinterState.READY),
        (states.COVER_OPEN, PrinterState.COVER_OPEN),
        (states.PAPER_END, PrinterState.PAPER_OUT),
        (states.OUT_BY_SENSOR, PrinterState.PAPER_OUT),
        (states.NEARLY_OUT, PrinterState.PAPER_LOW),
        (states.ERROR, PrinterState.TROUBLE),
        ((0xFF, 0xFF), PrinterState.READY),
    ],
)
def test_its_state_is_what_it_says(
    there: NetworkPrinter, networked: Printer, status: tuple[int, int], state: PrinterState
) -> None:
    there.status = status
    assert networked.state() is state


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (states.COVER_OPEN, "cover is open"),
        (states.PAPER_END, "no paper"),
        (states.OUT_BY_SENSOR, "no paper"),
        (states.ERROR, "reports an error"),
    ],
)
def test_nothing_is_sent_to_a_printer_that_cannot_print(
    there: NetworkPrinter, networked: Printer, status: tuple[int, int], said: str
) -> None:
    there.status = status
    with pytest.raises(PrinterUnavailable) as refused:
        networked.print(PAPER)
    assert said in why(refused)
    assert there.jobs == []


def test_paper_that_runs_out_in_the_middle_is_told(there: NetworkPrinter, networked: Printer) -> None:
    there.then = states.PAPER_END
    with pytest.raises(PrinterUnavailable) as refused:
        networked.print(PAPER)
    assert "no paper" in why(refused)


def test_a_printer_that_tells_nothing_prints(there: NetworkPrinter, networked: Printer) -> None:
    there.status = None
    networked.print(PAPER)
    assert networked.state() is PrinterState.READY
    assert len(there.printed(1)) == 1


def test_a_printer_that_hangs_up_is_away(there: NetworkPrinter, networked: Printer) -> None:
    there.hangs_up = True
    with pytest.raises(PrinterUnavailable):
        networked.print(PAPER)
    assert networked.state() is PrinterState.AWAY


def test_a_printer_that_is_switched_off_is_away_and_back_when_switched_on(tmp_path: Path) -> None:
    with network_printer() as one:
        port = one.port
    networked = printer(tmp_path, kind="network", address="127.0.0.1", port=port)
    assert networked.state() is PrinterState.AWAY
    with pytest.raises(PrinterUnavailable):
        networked.print(PAPER)


def test_two_receipts_at_once_come_one_after_the_other(there: NetworkPrinter, networked: Printer) -> None:
    together = [threading.Thread(target=networked.print, args=(PAPER,)) for _ in range(4)]
    for thread in together:
        thread.start()
    for thread in together:
        thread.join()
    assert [decode(job).cuts for job in there.printed(4)] == [1, 1, 1, 1]


def test_a_serial_printer_gets_the_same_bytes(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    tty.setraw(ours)
    tty.setraw(theirs)
    came: list[bytes] = []

    def play() -> None:
        data = b""
        with suppress(OSError):  # the other end is closed
            while True:
                data += os.read(ours, 4096)
                if data.endswith((b"\x10\x04\x02", b"\x10\x04\x04")):
                    data = data[:-3]
                    os.write(ours, b"\x12")
        came.append(data)

    thread = threading.Thread(target=play)
    thread.start()
    at_line = printer(tmp_path, kind="serial", address=os.ttyname(theirs))
    at_line.print(PAPER)
    assert at_line.state() is PrinterState.READY
    os.close(theirs)
    thread.join(20)
    os.close(ours)
    assert "Zażółć gęślą" in decode(came[0]).said


def test_a_printer_that_is_a_file_gets_the_same_bytes(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    as_file = printer(tmp_path, kind="file", address=str(device))
    as_file.print(PAPER)
    assert as_file.state() is PrinterState.READY
    assert "Zażółć gęślą" in decode(device.read_bytes()).said


@pytest.mark.parametrize(
    "chosen",
    [
        {"kind": "file", "address": "/nowhere/lp0"},
        {"kind": "serial", "address": "/nowhere/ttyS9"},
        {"kind": "network", "address": "no-such-host.invalid"},
    ],
)
def test_a_line_that_leads_nowhere_is_told_and_makes_no_file(tmp_path: Path, chosen: dict[str, Any]) -> None:
    if chosen["kind"] == "file":
        chosen = {**chosen, "address": str(tmp_path / "lp0")}
    away = printer(tmp_path, **chosen)
    assert away.state() is PrinterState.AWAY
    with pytest.raises(PrinterUnavailable):
        away.print(PAPER)
    assert list(tmp_path.iterdir()) == []


class _Plugged:
    """A USB printer as pyusb shows it; it stands for the one thing that a test machine has not."""

    class _Backend:
        pass

    def __init__(self) -> None:
        self.backend = self._Backend()
        self.sent = b""
        self.ends: set[int] = set()

    def set_configuration(self) -> None: ...

    def reset(self) -> None: ...

    def write(self, end: int, data: bytes, timeout: int) -> None:
        self.ends.add(end)
        self.sent += data

    def read(self, end: int, size: int) -> bytes:
        self.ends.add(end)
        return b"\x12"


def test_a_usb_printer_gets_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugged = _Plugged()
    monkeypatch.setattr(usb.core, "find", lambda **wanted: plugged if wanted["idVendor"] == 0x0416 else None)
    monkeypatch.setattr(usb.util, "dispose_resources", lambda device: None)
    printer(tmp_path, kind="usb", address="0416:5011:81:03").print(PAPER)
    assert plugged.ends == {0x81, 0x03}
    job = plugged.sent.replace(b"\x10\x04\x02", b"").replace(b"\x10\x04\x04", b"")
    assert "Zażółć gęślą" in decode(job).said
    assert printer(tmp_path, kind="usb", address="04b8:0e15").state() is PrinterState.AWAY


def test_a_machine_without_usb_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_backend(**wanted: object) -> None:
        raise usb.core.NoBackendError("No backend available")

    monkeypatch.setattr(usb.core, "find", no_backend)
    with pytest.raises(PrinterUnavailable) as refused:
        printer(tmp_path, kind="usb", address="04b8:0e15").print(PAPER)
    assert "No backend available" in why(refused)


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        ({"kind": "usb", "address": "epson"}, "printer.address"),
        ({"kind": "usb", "address": ""}, "printer.address"),
        ({"kind": "network", "address": " "}, "printer.address"),
        ({"kind": "network", "address": "::1", "profile": "TM-NONE"}, "printer.profile"),
        ({"kind": "network", "address": "::1", "code_page": "CP9999"}, "printer.code_page"),
    ],
)
def test_a_setting_that_no_printer_has_is_named(tmp_path: Path, chosen: dict[str, Any], name: str) -> None:
    with pytest.raises(InvalidSetting) as refused:
        printer(tmp_path, **chosen)
    assert refused.value.values["name"] == name


def test_the_default_writes_a_pdf_into_the_folder(tmp_path: Path) -> None:
    printer(tmp_path / "receipts").print(PAPER)
    (file,) = (tmp_path / "receipts").iterdir()
    assert file.name.startswith("20261124-133200-")
    assert file.read_bytes().startswith(b"%PDF")


def test_the_default_runs_the_command_with_the_file(tmp_path: Path) -> None:
    copied = tmp_path / "copied.pdf"
    by_command = printer_of(
        PrinterSettings(), ReceiptSettings(command=f"cp {{file}} '{copied}'"), tmp_path / "r"
    )
    assert by_command.state() is PrinterState.READY
    by_command.print(PAPER)
    assert copied.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("command", ["no-such-program {file}", "false {file}"])
def test_a_command_that_fails_is_told_and_the_file_kept(tmp_path: Path, command: str) -> None:
    failing = printer_of(PrinterSettings(), ReceiptSettings(command=command), tmp_path)
    with pytest.raises(PrinterUnavailable):
        failing.print(PAPER)
    assert [file.suffix for file in tmp_path.iterdir()] == [".pdf"]
    assert (failing.state() is PrinterState.AWAY) == command.startswith("no-such")


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "receipts").touch()
    with pytest.raises(FolderNotWritable):
        printer(tmp_path / "receipts").print(PAPER)


def test_the_simulated_twin_prints_the_same_and_can_be_put_out_of_paper(
    there: NetworkPrinter, networked: Printer
) -> None:
    twin = SimulatedPrinter()
    twin.print(PAPER)
    networked.print(PAPER)
    assert twin.printed == there.printed(1)
    twin.put_into = PrinterState.PAPER_OUT
    with pytest.raises(PrinterUnavailable):
        twin.print(PAPER)
    assert len(twin.printed) == 1
    assert twin.state() is PrinterState.PAPER_OUT
