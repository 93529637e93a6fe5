"""Parses the command line and turns what happens into an exit status."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from importlib import import_module

import typer

from kiosk.cli.context import CommandContext, Launchers, spoken_language
from kiosk.model.errors import KioskError
from kiosk.services import Services

DONE, REFUSED, USAGE = 0, 1, 2

# The parser's own errors, wherever this version of it keeps them.
_ParserError: type[Exception] = next(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
)


# Each noun's module, and what in it answers: a group of commands, or a command itself.
_NOUNS = {
    "library": ("library", "app"),
    "catalog": ("catalog", "app"),
    "patrons": ("patrons", "app"),
    "requests": ("requests", "app"),
    "help": ("help", "app"),
    "templates": ("templates", "app"),
    "circulation": ("circulation", "app"),
    "policies": ("policies", "app"),
    "questions": ("questions", "app"),
    "db": ("database", "app"),
    "init": ("init", "init"),
    "run": ("run", "run"),
    "guard": ("guard", "guard"),
    "out-of-order": ("guard", "out_of_order"),
    "exit-pin": ("exit_pin", "exit_pin"),
    "staff": ("staff", "staff"),
    "notices": ("notices", "app"),
    "slips": ("slips", "app"),
    "labels": ("labels", "labels"),
    "cards": ("cards", "cards"),
    "nightly": ("nightly", "nightly"),
    "index": ("catalog", "index"),
    "doctor": ("doctor", "doctor"),
}


def command_line(noun: str | None = None) -> typer.Typer:
    """Return the parser, with one noun where it is known which is wanted: the others cost start time."""
    app = typer.Typer(
        name="kiosk",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="A self-help desk for public libraries.",
        epilog="Anywhere: --home DIR names the library folder, --json gives one JSON document.",
    )
    # A parser with a single command would take that for the whole: two at least keep the nouns.
    known = noun in _NOUNS
    wanted = {name: _NOUNS[name] for name in (noun, "init", "doctor") if name} if known else _NOUNS
    for name, (module, attribute) in wanted.items():
        command = getattr(import_module(f"kiosk.cli.{module}"), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def main(argv: Sequence[str], open_services: Callable[[str | None], Services], launchers: Launchers) -> int:
    """Run one command line; return 0 done, 1 refused or failed, 2 wrong usage."""
    try:
        arguments, home, as_json = _common_options(argv)
    except typer.BadParameter as error:
        return _wrong_usage(error, "--json" in argv)
    services = open_services(home)
    context = CommandContext(services, launchers, as_json, spoken_language(), sys.stdout)
    try:
        return _run(arguments, context)
    except _ParserError as error:
        return _wrong_usage(error, as_json)
    except KioskError as error:
        context.fail(error)
    except (KeyboardInterrupt, typer.Abort):
        message = context.words()("command.interrupted")
        context.complain(message)
        if as_json:
            _print_error("interrupted", message)
    except BrokenPipeError:
        _give_up_output()
    finally:
        services.close()
    return REFUSED


def _run(arguments: list[str], context: CommandContext) -> int:
    parser = typer.main.get_command(command_line(arguments[0] if arguments else None))
    # Help too is no part of the one document that standard output carries.
    with redirect_stdout(sys.stderr if context.as_json else context.output):
        try:
            # Not by ``main``: it has its own exit status for interruptions, and writes on its own.
            with parser.make_context("kiosk", arguments, obj=context) as parsed:
                parser.invoke(parsed)
        except typer.Exit as leaving:
            return leaving.exit_code
        finally:
            context.output.flush()
    return DONE


def _wrong_usage(error: Exception, as_json: bool) -> int:
    """Tell what is wrong with the command line; where nothing was asked for, its help says enough."""
    show, told = getattr(error, "show", None), getattr(error, "format_message", None)
    if show is not None:
        show(file=sys.stderr)
    if as_json:
        _print_error("usage", (told() if told is not None else str(error)) or "Missing command.")
    return USAGE


def _give_up_output() -> None:
    """Whoever read the output has left: what is still to be written at the end goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_error(code: str, message: str) -> None:
    print(json.dumps({"error": {"code": code, "message": message}}, ensure_ascii=False))  # noqa: T201


def _common_options(argv: Sequence[str]) -> tuple[list[str], str | None, bool]:
    """Take ``--home DIR`` and ``--json`` out of wherever they stand before a lone ``--``."""
    rest: list[str] = []
    home: str | None = None
    as_json = False
    words = iter(argv)
    for word in words:
        if not word.isprintable() and any(0xD800 <= ord(character) < 0xE000 for character in word):
            raise typer.BadParameter("an argument is not text: check the encoding of the terminal.")
        if word == "--":
            rest += [word, *words]
        elif word == "--json":
            as_json = True
        elif word == "--home":
            home = next(words, None)
            if not home:
                raise typer.BadParameter("--home wants a folder.")
        elif word.startswith("--home="):
            home = word.removeprefix("--home=")
        else:
            rest.append(word)
    return rest, home, as_json
