"""The command that keeps the patron app alive, and the page it shows where that is in vain."""

from typing import Annotated

import typer

from kiosk.cli.context import WindowChoice, context_of
from kiosk.cli.run import size_of

_Windowed = Annotated[str | None, typer.Option("--windowed", metavar="WxH", help="In a window.")]
_Platform = Annotated[str | None, typer.Option("--platform", help="xcb, wayland, vnc, offscreen …")]


def guard(
    context: typer.Context,
    windowed: _Windowed = None,
    language: Annotated[str | None, typer.Option("--language", help="The first language shown.")] = None,
    platform: _Platform = None,
) -> None:
    """Open the patron app and start it again whenever it dies or hangs, until staff close it."""
    from kiosk.guarding.guard import Guard, Guarded
    from kiosk.own_command import own_command
    from kiosk.supervising import tell_supervisor

    size_of(windowed)
    services = context_of(context).services
    folder, front = services.folder.path, services.settings.front
    shown = _given(("--windowed", windowed), ("--platform", platform))
    guarded = Guarded(
        app=own_command(folder, "run", *shown, *_given(("--language", language))),
        page=lambda seconds: own_command(folder, "out-of-order", "--again-in", str(seconds), *shown),
        hang_s=front.hang_seconds,
    )
    if status := Guard(guarded, tell_supervisor).run():
        raise typer.Exit(status)


def out_of_order(
    context: typer.Context,
    again_in: Annotated[int, typer.Option("--again-in", help="Seconds until the next try.")] = 0,
    windowed: _Windowed = None,
    platform: _Platform = None,
) -> None:
    """Show the page that says that this kiosk is out of order, and what works all the same."""
    here = context_of(context)
    choice = WindowChoice(size_of(windowed), None, platform)
    if status := here.launchers.out_of_order(here, choice, again_in):
        raise typer.Exit(status)


def _given(*options: tuple[str, str | None]) -> list[str]:
    return [word for name, value in options if value is not None for word in (name, value)]
