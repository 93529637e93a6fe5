"""Keeps a library's look until something in its folder is changed."""

from pathlib import Path
from threading import Lock

from kiosk.look.reading import Look, read_look, traces


class KeptLook:
    """The look of one folder; safe to ask from several threads, slow when something has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._traces: object = None
        self._look = Look()

    def current(self) -> Look:
        """Return the look as the files are now: the very same object as long as they stay as they are."""
        with self._lock:
            seen = traces(self._folder)
            if seen != self._traces:
                self._look = read_look(self._folder)
                self._traces = seen
            return self._look
