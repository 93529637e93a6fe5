"""The search index brought up to date by a process of its own, alone or beside an import."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import IO, Self

from kiosk.catalog.search import Growing
from kiosk.own_command import own_command

_LOOK_EVERY_SECONDS = 0.2


def index_command(library_folder: Path, *following: str) -> list[str]:
    """Return the command line that brings the index of a library up to date."""
    return own_command(library_folder, "index", *following)


class IndexBeside:
    """A process that indexes what an import stores while it is stored, on the machine's other core.

    It knows that the import has ended, or has died, by its standard input, which then closes; what it
    has built by then is finished and serves.
    """

    def __init__(self, library_folder: Path, records: int) -> None:
        self._process = subprocess.Popen(
            index_command(library_folder, "--following", str(records)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        # Closing what it listens to ends it, whatever became of the import.
        self.finish(lambda _done, _of: None)

    def finish(self, tell: Callable[[int, int], None]) -> bool:
        """Wait until all is indexed, telling records done and all; return whether it went well."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        if not self._process.stdout.closed:
            for line in self._process.stdout:
                done, _, of = line.partition("/")
                if done.isdecimal() and of.strip().isdecimal():
                    tell(int(done), int(of))
            self._process.stdout.close()
        return self._process.wait() == 0


def until_closed(stream: IO[str]) -> Growing:
    """Return what says, after a moment's waiting, whether a stream is still open."""
    closed = Event()

    def read() -> None:
        while stream.read(1024):
            pass
        closed.set()

    Thread(target=read, daemon=True).start()
    return lambda: not closed.wait(_LOOK_EVERY_SECONDS)
