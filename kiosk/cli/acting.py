"""What the commands that act have in common: where, when, by whom, and upon what."""

from typing import Annotated

import typer

from kiosk.cli.context import CommandContext
from kiosk.cli.system_user import system_user
from kiosk.model.outcome import ActBy

Branch = Annotated[str | None, typer.Option("--branch", help="Where: a branch's code (this kiosk's).")]
Item = Annotated[str | None, typer.Option("--item", help="Only this item of it: its barcode.")]
Pickup = Annotated[str | None, typer.Option("--pickup", help="Where to fetch it: a branch's code.")]
At = Annotated[str | None, typer.Option("--at", help="When: an ISO time (now).")]


def acting_by(run: CommandContext, branch: str | None, at: str | None) -> ActBy:
    """Return who acts where and when, as the options say."""
    return ActBy(run.moment(at), run.branch(branch), account=system_user())
