"""The command that sets the PIN with which staff leave the kiosk's front."""

import typer

from kiosk.cli.context import context_of


def exit_pin(context: typer.Context) -> None:
    """Set this machine's exit PIN, six to twelve digits, read from standard input."""
    import sys
    from getpass import getpass

    from kiosk.exit_pin import ExitPin

    run = context_of(context)
    words = run.words()
    by_hand = sys.stdin.isatty()
    pin = getpass(words("exit_pin.ask")) if by_hand else sys.stdin.readline().strip()
    if by_hand and getpass(words("exit_pin.again")) != pin:
        raise typer.BadParameter(words("exit_pin.not_alike"))
    ExitPin(run.services.folder).set(pin)
    run.result({"set": True}, words("exit_pin.set"))
