"""Writes what is printed as PDF into a folder, or hands it to this machine's command, such as CUPS has."""

import errno
import shlex
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from kiosk.devices.kept_papers import paper_name
from kiosk.devices.printer import Printable, PrinterState
from kiosk.model.errors import DiskFull, FolderNotWritable, PrinterUnavailable

_PRINTING_SECONDS = 30


class PdfPrinter:
    """Prints by a command with {file} in it, which leaves no file; without one the file is all there is."""

    def __init__(self, folder: Path, command: str) -> None:
        self._folder = folder
        self._command = command.strip()

    def state(self) -> PrinterState:
        """Return whether the command's program is there."""
        program = shlex.split(self._command)[:1]
        there = not program or shutil.which(program[0]) is not None
        return PrinterState.READY if there else PrinterState.AWAY

    def print(self, paper: Printable) -> None:
        """Write the file, or run the command over it; DiskFull and FolderNotWritable leave no file.

        What the command did not take stays, to be printed by staff.
        """
        pdf = paper.pdf()
        file = self._folder / paper_name(paper.at, paper.patron_id)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file.write_bytes(pdf)
        except OSError as error:
            with suppress(OSError):
                file.unlink(missing_ok=True)
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise (DiskFull(path=self._folder) if full else FolderNotWritable(folder=self._folder)) from error
        if self._command:
            _run([part.replace("{file}", str(file)) for part in shlex.split(self._command)])
            with suppress(OSError):
                file.unlink(missing_ok=True)


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_PRINTING_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        raise PrinterUnavailable(problem=str(error)) from error
