"""The command that opens the librarian's workspace."""

from typing import Annotated

import typer

from kiosk.cli.context import WindowChoice, context_of
from kiosk.cli.run import size_of
from kiosk.model.errors import LibraryUnfinished, NoLibraryHere


def staff(
    context: typer.Context,
    windowed: Annotated[str | None, typer.Option("--windowed", metavar="WxH", help="In a window.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="The first language shown.")] = None,
    platform: Annotated[str | None, typer.Option("--platform", help="xcb, wayland, vnc, offscreen …")] = None,
) -> None:
    """Open the librarian's workspace."""
    here = context_of(context)
    size = size_of(windowed)
    folder = here.services.folder
    if folder.is_unfinished or not folder.holds_library(here.services.settings):
        raise (LibraryUnfinished if folder.is_unfinished else NoLibraryHere)(folder=folder.path)
    status = here.launchers.staff(here, WindowChoice(size, language, platform))
    if status:
        raise typer.Exit(status)
