"""Parses the command line and turns what happens into an exit status."""

import json
import sys
from collections.abc import Callable, Sequence

import click
import typer

from kiosk.cli import catalog, circulation, database, doctor, init, library, nightly, patrons, policies, run
from kiosk.cli.context import CommandContext, Launchers, spoken_language
from kiosk.model.errors import KioskError
from kiosk.services import Services

DONE, REFUSED, USAGE = 0, 1, 2


def command_line() -> typer.Typer:
    """Return the parser with every noun."""
    app = typer.Typer(
        name="kiosk",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="A self-help desk for public libraries.",
        epilog="Anywhere: --home DIR names the library folder, --json gives one JSON document.",
    )
    app.add_typer(library.app, name="library")
    app.add_typer(catalog.app, name="catalog")
    app.add_typer(patrons.app, name="patrons")
    app.add_typer(circulation.app, name="circulation")
    app.add_typer(policies.app, name="policies")
    app.add_typer(database.app, name="db")
    app.command("init")(init.init)
    app.command("run")(run.run)
    app.command("nightly")(nightly.nightly)
    app.command("index")(catalog.index)
    app.command("doctor")(doctor.doctor)
    return app


def main(argv: Sequence[str], open_services: Callable[[str | None], Services], launchers: Launchers) -> int:
    """Run one command line; return 0 done, 1 refused or failed, 2 wrong usage."""
    try:
        arguments, home, as_json = _common_options(argv)
    except click.UsageError as error:
        error.show()
        return USAGE
    services = open_services(home)
    context = CommandContext(services, launchers, as_json, spoken_language())
    try:
        status = typer.main.get_command(command_line()).main(
            args=arguments, prog_name="kiosk", standalone_mode=False, obj=context
        )
        return status if isinstance(status, int) else DONE
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        if as_json:
            _print_error("usage", error.format_message())
        return USAGE
    except KioskError as error:
        context.fail(error)
        return REFUSED
    except (KeyboardInterrupt, click.exceptions.Abort):
        context.complain(context.words()("command.interrupted"))
        if as_json:
            _print_error("interrupted", context.words()("command.interrupted"))
        return REFUSED
    except BrokenPipeError:
        # Whoever read the output has left; there is nobody to tell.
        sys.stderr.close()
        return REFUSED
    finally:
        services.close()


def _print_error(code: str, message: str) -> None:
    print(json.dumps({"error": {"code": code, "message": message}}, ensure_ascii=False))  # noqa: T201


def _common_options(argv: Sequence[str]) -> tuple[list[str], str | None, bool]:
    """Take ``--home DIR`` and ``--json`` out of wherever they stand before a lone ``--``."""
    rest: list[str] = []
    home: str | None = None
    as_json = False
    words = iter(argv)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--json":
            as_json = True
        elif word == "--home":
            home = next(words, None)
            if not home:
                raise click.UsageError("--home wants a folder.")
        elif word.startswith("--home="):
            home = word.removeprefix("--home=")
        else:
            rest.append(word)
    return rest, home, as_json
