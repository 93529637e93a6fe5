"""The composition root: from a command line to services, and from there to a command or a window."""

import io
import json
import logging
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from kiosk.cli.app import REFUSED, main
from kiosk.cli.context import CommandContext, Launchers, WindowChoice
from kiosk.library_folder import LibraryFolder
from kiosk.log_file import keep_log
from kiosk.services import Services

if TYPE_CHECKING:
    from kiosk.ui.patron.curtain import Curtain


def start(arguments: Sequence[str], curtain: "Curtain | None" = None) -> int:
    """Run one command line; a mistake in the program is told as such, with where it happened.

    ``curtain`` is what already stands on the screen and makes way for the patron app.
    """
    _speak_any_encoding()
    try:
        return main(arguments, _services, Launchers(partial(_patron_app, curtain), _staff_app, _out_of_order))
    except Exception as error:  # noqa: BLE001 - the outermost place: whatever comes here is a mistake of ours
        places = "".join(traceback.format_tb(error.__traceback__))
        logging.getLogger("kiosk").critical("K000 %s\n%s", type(error).__name__, places)
        message = "This is a mistake in the program (K000); nothing half done is kept."
        print(f"kiosk: {message}", file=sys.stderr)  # noqa: T201
        if "--json" in arguments:
            print(json.dumps({"error": {"code": "unknown", "message": message}}))  # noqa: T201
        return REFUSED


def _speak_any_encoding() -> None:
    """Write what the terminal's encoding lacks as an escape, which JSON understands, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _services(home: str | None) -> Services:
    services = Services(LibraryFolder.find(home))
    keep_log(lambda: services.folder.within(services.settings.logs))
    return services


def _patron_app(curtain: "Curtain | None", context: CommandContext, choice: WindowChoice) -> int:
    from kiosk.ui.patron.app import run_patron_app

    return run_patron_app(context.services, choice.size, choice.language, choice.platform, curtain)


def _staff_app(context: CommandContext, choice: WindowChoice) -> int:
    from kiosk.ui.staff.app import run_staff_app

    return run_staff_app(context.services, choice.size, choice.language, choice.platform)


def _out_of_order(context: CommandContext, choice: WindowChoice, again_in: int) -> int:
    from kiosk.ui.patron.broken_page import show_broken_page

    return show_broken_page(context.services.folder, choice.size, choice.platform, again_in)
