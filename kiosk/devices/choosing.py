"""Gives this machine the printer that its settings name."""

from pathlib import Path

from kiosk.devices.cups_printer import CupsPrinter
from kiosk.devices.escpos_printer import EscposPrinter
from kiosk.devices.lines import file_line, network_line, serial_line, usb_line
from kiosk.devices.pdf_printer import PdfPrinter
from kiosk.devices.printer import Printer
from kiosk.devices.simulated import SimulatedPrinter
from kiosk.model.errors import InvalidSetting
from kiosk.paper.escpos import RollPaper, known_to_printers, paper_of
from kiosk.settings import PrinterSettings, ReceiptSettings


def printer_of(printer: PrinterSettings, receipt: ReceiptSettings, folder: Path) -> Printer:
    """Return the printer; opens nothing yet.

    Raises InvalidSetting for a profile, a code page or a USB address that is none.
    """
    paper = paper_of(printer.width_mm, printer.profile, printer.code_page, cut=printer.cut)
    if printer.kind != "pdf":
        _check(paper)
    if printer.kind not in ("pdf", "simulated") and not printer.address.strip():
        _refuse("printer.address", "", '"192.168.1.20", "04b8:0e15", "/dev/usb/lp0" …')
    match printer.kind:
        case "network":
            return EscposPrinter(network_line(printer.address, printer.port, printer.seconds), paper)
        case "serial":
            return EscposPrinter(serial_line(printer.address, printer.baud, printer.seconds), paper)
        case "usb":
            return EscposPrinter(usb_line(printer.address, printer.seconds), paper)
        case "file":
            return EscposPrinter(file_line(printer.address), paper)
        case "cups":
            return CupsPrinter(printer.address, paper, printer.seconds)
        case "simulated":
            return SimulatedPrinter(paper)
        case "pdf":
            return PdfPrinter(folder, receipt.command)


def _check(paper: RollPaper) -> None:
    model, letters = known_to_printers(paper)
    if not model:
        _refuse("printer.profile", paper.profile, '"default", "TM-T88V", "POS-5890" …')
    if not letters:
        _refuse("printer.code_page", paper.code_page, '"", "CP852", "CP1250" …')


def _refuse(name: str, value: str, allowed: str) -> None:
    raise InvalidSetting(file="settings.toml", line=1, name=name, problem=value, allowed=allowed)
