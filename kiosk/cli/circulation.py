"""Commands that lend, take back, renew, give up, show and explain."""

from typing import Annotated

import typer

from kiosk.cli import charges, holds
from kiosk.cli.acting import At, Branch, Pickup, acting_by
from kiosk.cli.context import CommandContext, context_of
from kiosk.cli.outcomes import show_outcomes
from kiosk.model.decision import Act, Decision
from kiosk.model.errors import CardUnknown
from kiosk.model.money import Money
from kiosk.rules.deciding_values import plain_values

app = typer.Typer(no_args_is_help=True, help="Lend, take back, renew, hold, settle.")
app.add_typer(holds.app)
app.add_typer(charges.app)


def _must_know(run: CommandContext, card: str) -> None:
    with run.services.database.read() as view:
        if view.patrons.by_card(card) is None:
            raise CardUnknown(card=card)


@app.command("checkout")
def checkout(
    context: typer.Context, card: str, barcodes: list[str], branch: Branch = None, at: At = None
) -> None:
    """Lend items on a card."""
    run = context_of(context)
    by = acting_by(run, branch, at)
    show_outcomes(run, [run.services.acts.checkout(card, barcode, by) for barcode in barcodes])


@app.command("return")
def checkin(context: typer.Context, barcodes: list[str], branch: Branch = None, at: At = None) -> None:
    """Take items back; an earlier time is how a book drop is back-dated."""
    run = context_of(context)
    by = acting_by(run, branch, at)
    show_outcomes(run, [run.services.acts.checkin(barcode, by) for barcode in barcodes])


@app.command("renew")
def renew(
    context: typer.Context,
    card: str,
    barcodes: Annotated[list[str] | None, typer.Argument()] = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Renew the loans named, or all of the card."""
    run = context_of(context)
    by = acting_by(run, branch, at)
    if not barcodes:
        _must_know(run, card)
    show_outcomes(run, list(run.services.acts.renew.all(card, by, barcodes or [])))


@app.command("lost")
def lost(context: typer.Context, barcode: str, branch: Branch = None, at: At = None) -> None:
    """Declare an item lost."""
    run = context_of(context)
    show_outcomes(run, [run.services.acts.declare_lost(barcode, acting_by(run, branch, at))])


@app.command("withdraw")
def withdraw(
    context: typer.Context,
    barcode: str,
    reason: Annotated[str | None, typer.Option("--reason", help="Why.")] = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Give an item up; holds that nothing else can fill close with a message."""
    run = context_of(context)
    outcome = run.services.acts.withdraw(barcode, acting_by(run, branch, at), reason=reason)
    show_outcomes(run, [outcome])


@app.command("undo")
def undo(context: typer.Context, card: str, barcode: str, branch: Branch = None, at: At = None) -> None:
    """Undo the loan that the card has just made: as if it had never been."""
    run = context_of(context)
    show_outcomes(run, [run.services.acts.undo(card, barcode, acting_by(run, branch, at))])


@app.command("account")
def account(context: typer.Context, card: str, branch: Branch = None, at: At = None) -> None:
    """Show what is open on a card."""
    from kiosk.cli.accounts import account_document, account_text

    run = context_of(context)
    statement = run.services.accounts.statement(card, run.moment(at), run.branch(branch))
    run.result(account_document(run, statement), lambda: account_text(run, statement))


@app.command("loan")
def loan(context: typer.Context, barcode: str, at: At = None) -> None:
    """Show an open loan with the rule values that decided it, as they were then."""
    from kiosk.cli.loan_stories import story_document, story_text
    from kiosk.membership.loan_story import LoanStories

    run = context_of(context)
    stories = LoanStories(run.services.database, run.services.decider)
    story = stories.of_item(barcode, run.moment(at))
    run.result(story_document(run, story), lambda: story_text(run, story))


@app.command("explain")
def explain(
    context: typer.Context,
    card: str,
    barcode: str,
    act: Annotated[Act, typer.Option("--act", help="What is to be decided.")] = Act.CHECKOUT,
    this_item: Annotated[bool, typer.Option("--item", help="A hold on this very item.")] = False,
    pickup: Pickup = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Decide, and change nothing: may the card have the item, until when, and which rules say so."""
    run = context_of(context)
    with run.services.database.read() as view:
        decision = run.services.decider.explain(
            view,
            card,
            barcode,
            act,
            run.branch(branch),
            run.moment(at),
            pickup=run.branch(pickup or branch),
            this_item=this_item,
        )
        item = view.items.by_barcode(barcode)
    library = run.services.library()
    home = library.branch(item.branch) if item else None
    zone = home.calendar.time_zone if home else library.time_zone
    document = {
        "allowed": decision.allowed,
        "due_at": run.time(decision.due_at, zone),
        "charge": (decision.charge or Money.zero(library.currency)).decimal(),
        "reasons": run.reasons(decision.reasons),
        "rules": plain_values(decision.rules),
        "warnings": [
            {"code": key.removeprefix("warning."), "message": run.words()(key)} for key in decision.warnings
        ],
    }
    run.result(document, lambda: _explained(run, decision, zone))


def _explained(run: CommandContext, decision: Decision, zone: str) -> str:
    words = run.words(zone)
    lines = [words("explain.allowed" if decision.allowed else "explain.refused")]
    lines += [f"- {reason['message']}" for reason in run.reasons(decision.reasons)]
    if decision.due_at is not None:
        lines.append(words("explain.due", due=decision.due_at))
    lines += [words("explain.warning", warning=words(key)) for key in decision.warnings]
    lines += [
        words("explain.rule", name=applied.name, value=words.show(applied.value), row=applied.row or "–")
        for applied in decision.rules
        if applied.value is not None
    ]
    return "\n".join(lines)
