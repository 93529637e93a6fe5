"""Writes a receipt as PDF into the library folder and prints it; runs on a worker thread after the acts."""

import errno
import shlex
import subprocess
from contextlib import suppress
from datetime import datetime
from uuid import uuid4

from kiosk.model.errors import DiskFull, FolderNotWritable, PrinterUnavailable
from kiosk.paper.receipt import Receipt, receipt_pdf
from kiosk.services import Services
from kiosk.words import Wording

_PRINTING_SECONDS = 30


def print_receipt(services: Services, receipt: Receipt, words: Wording) -> None:
    """Write the receipt and have it printed; raises as `print_pdf`."""
    print_pdf(services, receipt_pdf(receipt, words), receipt.at)


def print_pdf(services: Services, pdf: bytes, at: datetime) -> None:
    """Write what goes on paper and have it printed by this machine's command, where one is set.

    Raises DiskFull or FolderNotWritable, which leave no file, and PrinterUnavailable.
    """
    folder = services.folder.within(services.settings.receipt.folder)
    file = folder / f"{_stamp(at)}-{uuid4().hex[:8]}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pdf)
    except OSError as error:
        with suppress(OSError):
            file.unlink(missing_ok=True)
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (DiskFull(path=folder) if full else FolderNotWritable(folder=folder)) from error
    command = services.settings.receipt.command.strip()
    if command:
        _run([part.replace("{file}", str(file)) for part in shlex.split(command)])


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_PRINTING_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        raise PrinterUnavailable(problem=str(error)) from error


def _stamp(at: datetime) -> str:
    return at.strftime("%Y%m%d-%H%M%S")
