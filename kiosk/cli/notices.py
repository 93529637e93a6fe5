"""Commands for what the library writes to patrons: queue, send, list, and its wordings."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.context import context_of

app = typer.Typer(no_args_is_help=True, help="Notices: make, send, list; wordings: dump, load.")

At = Annotated[str | None, typer.Option("--at", help="As at that time (now).")]


@app.command("make")
def make(context: typer.Context, at: At = None) -> None:
    """Queue what there is to tell today: each thing once, however often this runs."""
    run = context_of(context)
    document = {"queued": run.services.planner.make(run.moment(at))}
    run.result(document, run.words()("notices.made", **document))


@app.command("send")
def send(context: typer.Context, at: At = None) -> None:
    """Send what is queued; what cannot be sent now waits for the next time."""
    from kiosk.model.errors import MailNotSet

    run = context_of(context)
    if not run.services.outbox.sends:
        raise MailNotSet
    done = run.services.outbox.send_due(run.moment(at))
    document = {"sent": done.sent, "waiting": done.waiting, "given_up": done.given_up}
    run.result(document, run.words()("notices.sent", **document))


@app.command("list")
def list_(
    context: typer.Context,
    waiting: Annotated[bool, typer.Option("--waiting", help="Only what is not sent yet.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 50,
) -> None:
    """List the newest notices: what kind, when, and what became of them; not what they say."""
    run = context_of(context)
    zone = run.services.library().time_zone
    with run.services.database.read() as view:
        found = view.notices.latest(limit, waiting=waiting)
    rows = [
        {
            "kind": notice.kind,
            "channel": notice.channel,
            "language": notice.language,
            "queued_at": run.time(notice.queued_at, zone),
            "sent_at": run.time(notice.sent_at, zone),
            "given_up_at": run.time(notice.given_up_at, zone),
            "next_try_at": None
            if notice.sent_at or notice.given_up_at
            else run.time(notice.next_try_at, zone),
            "tries": notice.tries,
            "last_error": notice.last_error,
        }
        for notice in found
    ]
    lines = [
        f"{row['queued_at']}  {row['kind']}  {row['sent_at'] or row['last_error'] or row['next_try_at']}"
        for row in rows
    ]
    run.result({"notices": rows}, "\n".join(lines) or run.words()("notices.none"))


@app.command("dump")
def dump(context: typer.Context, folder: Path) -> None:
    """Write all wordings into a folder, to be edited and loaded back."""
    from kiosk.cli.files import write_whole
    from kiosk.model.errors import FolderNotWritable
    from kiosk.notices.wording_files import wordings_in_effect

    run = context_of(context)
    languages = run.services.library().languages
    with run.services.database.read() as view:
        files = list(wordings_in_effect(view, languages))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(folder=folder) from error
    for name, text in files:
        write_whole(folder / name, text.encode("utf-8"))
    document = {"folder": str(folder), "count": len(files)}
    run.result(document, run.words()("notices.dumped", **document))


@app.command("load")
def load(context: typer.Context, folder: Path) -> None:
    """Take wordings from a folder, all or none; one like the program's is the program's again."""
    from kiosk.cli.system_user import system_user
    from kiosk.notices.wording_files import keep_wordings, read_wordings

    run = context_of(context)
    worded = read_wordings(folder, run.services.library().languages)
    with run.services.database.act() as work:
        own, usual = keep_wordings(work, worded, system_user(), run.services.clock.now())
        work.commit()
    document = {"own": own, "usual": usual}
    run.result(document, run.words()("notices.loaded", **document))
