"""Commands that place holds, cancel them and let them rest."""

from datetime import date
from typing import Annotated

import typer

from kiosk.cli.acting import At, Branch, Item, Pickup, acting_by
from kiosk.cli.context import context_of
from kiosk.cli.outcomes import show_outcomes
from kiosk.model.errors import InvalidTime

app = typer.Typer()


@app.command("hold")
def hold(
    context: typer.Context,
    card: str,
    record: str,
    item: Item = None,
    pickup: Pickup = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Place a hold on a record, or on one item of it."""
    run = context_of(context)
    by = acting_by(run, branch, at)
    record_id = run.services.finder.record_id(record)
    where = run.branch(pickup or branch)
    outcome = run.services.acts.place_hold(card, record_id, by, item=item, pickup_branch=where)
    show_outcomes(run, [outcome])


@app.command("cancel-hold")
def cancel_hold(
    context: typer.Context,
    card: str,
    record: str,
    item: Item = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Take a card out of a record's queue, or its hold on one item."""
    run = context_of(context)
    by = acting_by(run, branch, at)
    record_id = run.services.finder.record_id(record)
    show_outcomes(run, [run.services.acts.cancel_hold(card, record_id, by, item=item)])


@app.command("suspend-hold")
def suspend_hold(
    context: typer.Context,
    card: str,
    record: str,
    until: Annotated[str | None, typer.Option("--until", help="The day it waits again (ISO).")] = None,
    item: Item = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Let others go first; the hold keeps its place."""
    run = context_of(context)
    by = acting_by(run, branch, at)
    record_id = run.services.finder.record_id(record)
    change = run.services.acts.change_hold
    show_outcomes(run, [change.suspend(card, record_id, by, until=_day(until), item=item)])


@app.command("resume-hold")
def resume_hold(
    context: typer.Context,
    card: str,
    record: str,
    item: Item = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Let a suspended hold wait again, in its old place."""
    run = context_of(context)
    by = acting_by(run, branch, at)
    record_id = run.services.finder.record_id(record)
    show_outcomes(run, [run.services.acts.change_hold.resume(card, record_id, by, item=item)])


@app.command("move-hold")
def move_hold(
    context: typer.Context,
    card: str,
    record: str,
    pickup: Annotated[str, typer.Option("--pickup", help="Where to fetch it: a branch's code.")],
    item: Item = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Fetch it at another branch."""
    run = context_of(context)
    by = acting_by(run, branch, at)
    record_id = run.services.finder.record_id(record)
    where = run.branch(pickup)
    show_outcomes(run, [run.services.acts.change_hold.fetch_at(card, record_id, where, by, item=item)])


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise InvalidTime(text=text) from None
