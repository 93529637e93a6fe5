"""The command that founds a library in a folder."""

from typing import Annotated

import typer

from kiosk.cli.context import context_of


def init(
    context: typer.Context,
    demo: Annotated[bool, typer.Option("--demo", help="Load the sample library.")] = False,
) -> None:
    """Make the folder and the database; harmless when repeated."""
    run = context_of(context)
    words = run.words()
    founded = run.services.found(demo=demo, report=lambda key: run.complain(words(key)))
    key = "init.made" if founded.created else "init.there"
    document = {"folder": str(run.services.folder.path), "created": founded.created, "demo": demo}
    run.result(document, words(key, folder=run.services.folder.path))
