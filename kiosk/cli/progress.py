"""A bar with the time left, for work that takes a while, on a terminal's standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[float, str, int], None]
"""Gets the part done, from 0 to 1, what is being done, and how many records that makes."""


@contextmanager
def progress_bar() -> Iterator[Tell]:
    """Show a bar while the work lasts; nothing where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _part, _what, _records: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[records]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(part: float, what: str, records: int) -> None:
            # A task for each kind of work, so that the time left is that of the work at hand.
            if what not in tasks:
                for task in tasks.values():
                    bar.update(task, visible=False)
                tasks[what] = bar.add_task(what, total=1.0, records="")
            bar.update(tasks[what], completed=part, records=f"{records:,}")

        yield tell
