"""Commands that look after the database."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.context import context_of

app = typer.Typer(no_args_is_help=True, help="The database: upgrade, check, back up, restore.")


@app.command("upgrade")
def upgrade(context: typer.Context) -> None:
    """Bring the database to this version; a backup is made first."""
    run = context_of(context)
    done = run.services.upgrade()
    backup = str(done.backup) if done.backup else None
    document = {"before": done.before, "after": done.after, "backup": backup}
    run.result(document, run.words()("db.upgraded", after=done.after, backup=backup or "–"))


@app.command("check")
def check(context: typer.Context) -> None:
    """Check that the database is whole."""
    from kiosk.cli.checks import show_checks
    from kiosk.storage import check as check_database

    run = context_of(context)
    show_checks(run, [(r.name, r.ok, r.detail) for r in check_database(run.services.database)])


@app.command("backup")
def backup(context: typer.Context, file: Annotated[Path | None, typer.Argument()] = None) -> None:
    """Copy the database to a file while it is in use."""
    from kiosk.storage import backup as back_up

    run = context_of(context)
    folder = run.services.folder.within(run.services.settings.backups)
    target = file or folder / f"library-{run.services.clock.now():%Y%m%dT%H%M%S}.backup"
    written = back_up(run.services.database, target).file
    run.result({"file": str(written)}, run.words()("db.backed_up", file=written))


@app.command("restore")
def restore(context: typer.Context, file: Annotated[Path, typer.Argument()]) -> None:
    """Put a backup in the database's place, once it is checked."""
    from kiosk.storage import restore as put_back

    run = context_of(context)
    put_back(run.services.folder.database_url(run.services.settings), file)
    run.result({"file": str(file)}, run.words()("db.restored", file=file))
