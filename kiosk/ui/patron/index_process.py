"""Brings a search index that lags far behind up to date in a process of its own, beside the screen."""

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QProcess

from kiosk.catalog.index_process import index_command

_REST_MS = 60_000


class IndexProcess(QObject):
    """Run `kiosk index` when asked to: one at a time, and not again right after one has ended.

    It goes on when this process ends: what it has built is whole, or never served.
    """

    def __init__(self, library_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = library_folder
        self._begun = QElapsedTimer()

    def want(self) -> None:
        """Have the index brought up to date; the process itself finds out whether another is at it."""
        if self._begun.isValid() and self._begun.elapsed() < _REST_MS:
            return
        self._begun.start()
        program, *arguments = index_command(self._folder)
        process = QProcess()
        process.setProgram(program)
        process.setArguments(arguments)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.startDetached()
