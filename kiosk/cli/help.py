"""Commands for calls for help: who waits at which kiosk, and who goes."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.cli.context import CommandContext, context_of
from kiosk.cli.system_user import system_user
from kiosk.model.help_call import HelpReason

if TYPE_CHECKING:
    from kiosk.storage import HelpCall

app = typer.Typer(no_args_is_help=True, help="Calls for help from kiosks: list, take, call.")

At = Annotated[str | None, typer.Option("--at", help="When: an ISO time (now).")]


@app.command("list")
def list_(context: typer.Context, at: At = None) -> None:
    """List the kiosks where somebody waits for help, who has waited longest first."""
    run = context_of(context)
    calls = run.services.help_calls.waiting(run.moment(at))
    lines = [_line(run, call) for call in calls] or [run.words()("help.none")]
    run.result({"calls": [_document(run, call) for call in calls]}, "\n".join(lines))


@app.command("take")
def take(context: typer.Context, number: int, at: At = None) -> None:
    """Say that you go; what another has taken stays theirs."""
    run = context_of(context)
    taken = run.services.help_calls.take(number, by=system_user(), at=run.moment(at))
    run.result(_document(run, taken), run.words()("help.taken", kiosk=taken.kiosk, by=taken.taken_by or ""))


@app.command("call")
def call(
    context: typer.Context,
    kiosk: Annotated[str | None, typer.Option("--kiosk", help="For which kiosk (this one).")] = None,
    screen: Annotated[str, typer.Option("--screen", help="On which of its screens.")] = "home",
    branch: Annotated[str | None, typer.Option("--branch", help="Where: a branch's code.")] = None,
    at: At = None,
) -> None:
    """Call staff to a kiosk, as its help button does."""
    run = context_of(context)
    name, moment = kiosk or run.services.settings.kiosk_name, run.moment(at)
    made = run.services.help_calls.call(name, run.branch(branch), screen, HelpReason.ASKED, at=moment)
    if made is None:
        run.result({"called": False, "call": None}, run.words()("help.nobody_in"))
    else:
        run.result({"called": True, "call": _document(run, made)}, _line(run, made))


def _document(run: CommandContext, call: "HelpCall") -> dict[str, Any]:
    return {
        "number": call.id,
        "kiosk": call.kiosk,
        "branch": call.branch,
        "screen": call.screen,
        "why": call.why,
        "at": _time(run, call.at),
        "taken_by": call.taken_by,
        "taken_at": _time(run, call.taken_at),
    }


def _line(run: CommandContext, call: "HelpCall") -> str:
    time = run.words().clock(call.at)
    return run.words()("help.line", number=call.id, time=time, kiosk=call.kiosk, screen=call.screen)


def _time(run: CommandContext, moment: datetime | None) -> str | None:
    return run.time(moment, run.services.library().time_zone)
