"""Brings the search index up to date, with progress, alone or beside an import."""

import os
import sys
import time
from collections.abc import Callable

from kiosk.cli.context import CommandContext
from kiosk.cli.progress import Tell, progress_bar

_TOLD_EVERY_SECONDS = 1.0


def index_alone(run: CommandContext, *, anew: bool) -> None:
    """Bring the index up to date, or build it anew, and say how it stands."""
    with progress_bar() as tell:
        progress = indexed(run, tell)
        if anew:
            run.services.finder.rebuild(progress)
        else:
            run.services.finder.refresh(progress)
    _say_how_it_stands(run)


def index_beside(run: CommandContext, records: int) -> None:
    """Index what another process is storing, some so many records, until standard input closes.

    How far it is stands on standard output, a line a second, for the other process to tell.
    """
    from kiosk.catalog.index_process import until_closed

    last = -_TOLD_EVERY_SECONDS

    def tell(done: int, of: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _TOLD_EVERY_SECONDS or done == of:
            last = time.monotonic()
            print(f"{done}/{of}", file=run.output, flush=True)

    run.services.finder.follow(until_closed(sys.stdin), records, tell)


def indexed(run: CommandContext, tell: Tell) -> Callable[[int, int], None]:
    """Return what tells the progress of indexing on a bar."""
    what = run.words()("index.running")
    return lambda done, of: tell(done / max(of, 1), what, done)


def at_low_priority() -> None:
    """Let patrons' screens go first."""
    if hasattr(os, "nice"):
        os.nice(10)


def _say_how_it_stands(run: CommandContext) -> None:
    status = run.services.finder.index.status()
    document = {"records": status.records, "sequence": status.sequence, "state": status.state}
    run.result(document, run.words()("index.done", records=status.records))
