"""The command that does what the library does once a day."""

from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

from kiosk.cli.context import context_of
from kiosk.cli.indexing import at_low_priority

T = TypeVar("T")


def nightly(
    context: typer.Context,
    at: Annotated[str | None, typer.Option("--at", help="As at that time (now).")] = None,
) -> None:
    """Do the day's work: safe twice, late or never; what fails keeps nothing else from being done."""
    from kiosk.own_backups import back_up_tonight
    from kiosk.own_files import forget_own_files

    run = context_of(context)
    moment, services, failed = run.moment(at), run.services, list[Exception]()

    def attempt(work: Callable[[], T]) -> T | None:
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - raised below
            failed.append(error)
            return None

    # First, so that it is the library as the day left it.
    night = attempt(lambda: back_up_tonight(services))
    report = attempt(lambda: services.acts.nightly(moment))
    # Holds that lapsed just now are told of too; a mail server that is away keeps nothing from being done.
    queued = attempt(lambda: services.planner.make(moment))
    sent = attempt(lambda: services.outbox.send_due(moment))
    attempt(lambda: forget_own_files(services, moment))
    at_low_priority()
    rebuilt = attempt(services.finder.tend)
    if failed or report is None or sent is None:
        raise failed[0]
    document = {
        "holds_resumed": report.holds_resumed,
        "holds_expired": report.holds_expired,
        "links_cut": report.links_cut,
        "holds_forgotten": report.holds_forgotten,
        "changes_forgotten": report.changes_forgotten,
        "notices_queued": queued,
        "notices_sent": sent.sent,
        "notices_waiting": sent.waiting,
        "index_rebuilt": rebuilt,
        "backup": str(night.backup.file) if night else None,
        "backups_dropped": len(night.dropped) if night else 0,
    }
    lines = [run.words()("nightly.done", **document)]
    if night:
        records = night.backup.rows["records"]
        lines.append(run.words()("nightly.backed_up", file=night.backup.file, records=records))
    run.result(document, "\n".join(lines))
