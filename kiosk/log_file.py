"""Keeps what the program notes of itself: a file a day in the library's folder of logs."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_LOGGER = logging.getLogger("kiosk")


class DailyLog(logging.Handler):
    """Writes each note at once, as a line or more of its own, to `kiosk-<day>.log`; days and times are UTC's.

    Several processes may write to one file. Where it cannot be written the note still goes to standard
    error, as each does; a folder that is not there is not made. Notes name places in the program and
    codes, never persons, titles or numbers of cards.
    """

    def __init__(self, folder: Callable[[], Path]) -> None:
        super().__init__()
        self._folder = folder
        form = logging.Formatter("%(asctime)sZ %(levelname)s %(process)d %(message)s", "%Y-%m-%dT%H:%M:%S")
        form.converter = time.gmtime
        self.setFormatter(form)

    def emit(self, record: logging.LogRecord) -> None:
        """Write one note."""
        if logging.lastResort is not None:
            logging.lastResort.handle(record)
        # Settings that cannot be read, a full disk, a folder taken away: none of them stops a kiosk.
        with suppress(Exception):
            name = time.strftime("kiosk-%Y-%m-%d.log", time.gmtime(record.created))
            with (self._folder() / name).open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{self.format(record)}\n")


def keep_log(folder: Callable[[], Path]) -> None:
    """Write what is noted from now on to files in a folder, asked for at each note; no longer to another."""
    for handler in [one for one in _LOGGER.handlers if isinstance(one, DailyLog)]:
        _LOGGER.removeHandler(handler)
    _LOGGER.addHandler(DailyLog(folder))
