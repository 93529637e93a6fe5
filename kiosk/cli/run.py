"""The command that opens the patron app."""

import re
from typing import Annotated

import typer

from kiosk.cli.context import WindowChoice, context_of
from kiosk.model.errors import LibraryUnfinished, NoLibraryHere


def run(
    context: typer.Context,
    windowed: Annotated[str | None, typer.Option("--windowed", metavar="WxH", help="In a window.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="The first language shown.")] = None,
    platform: Annotated[str | None, typer.Option("--platform", help="xcb, wayland, vnc, offscreen …")] = None,
    demo_if_empty: Annotated[
        bool, typer.Option("--demo-if-empty", help="Make the sample library where there is none.")
    ] = False,
) -> None:
    """Open the patron app, fullscreen."""
    here = context_of(context)
    size = size_of(windowed)
    services = here.services
    folder = services.folder
    if folder.is_unfinished or not folder.holds_library(services.settings):
        if not demo_if_empty:
            raise (LibraryUnfinished if folder.is_unfinished else NoLibraryHere)(folder=folder.path)
        words = here.words()
        here.complain(words("run.making_demo", folder=folder.path))
        services.found(demo=True, report=lambda key: here.complain(words(key)))
    status = here.launchers.patron(here, WindowChoice(size, language, platform))
    if status:
        raise typer.Exit(status)


def size_of(text: str | None) -> tuple[int, int] | None:
    """Return width and height written like 1080x1920; refuse anything else as wrong usage."""
    if text is None:
        return None
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if not found:
        raise typer.BadParameter("write it like 1080x1920", param_hint="--windowed")
    return int(found[1]), int(found[2])
