"""Commands for the library file."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.context import context_of

app = typer.Typer(no_args_is_help=True, help="The library's configuration as a file.")


@app.command("load")
def load(context: typer.Context, file: Annotated[Path, typer.Argument()]) -> None:
    """Make the configuration equal to the file, in one transaction."""
    from kiosk.staff.library_file import load_library_file

    run = context_of(context)
    loaded = load_library_file(run.services.database, file)
    words = run.words()
    lines = [words("library.loaded" if loaded.changed else "library.unchanged", file=file)]
    if loaded.answers_touched:
        lines.append(words("library.answers_touched", answers=loaded.answers_touched))
    document = {
        "loaded": True,
        "changed": loaded.changed,
        "answers_touched": list(loaded.answers_touched),
    }
    run.result(document, "\n".join(lines))


@app.command("dump")
def dump(context: typer.Context, file: Annotated[Path, typer.Argument()]) -> None:
    """Write the configuration to a file."""
    from kiosk.cli.files import write_whole
    from kiosk.staff.library_file import library_file_text

    run = context_of(context)
    write_whole(file, library_file_text(run.services.library()).encode())
    run.result({"file": str(file)}, run.words()("library.dumped", file=file))
