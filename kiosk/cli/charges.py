"""Commands that charge fees, take payments and forgive."""

from typing import Annotated

import typer

from kiosk.cli.acting import At, Branch, acting_by
from kiosk.cli.context import CommandContext, context_of
from kiosk.cli.outcomes import show_outcomes
from kiosk.model.charge import ChargeKind, PaymentMethod
from kiosk.model.money import Money

app = typer.Typer()


@app.command("charge")
def charge(
    context: typer.Context,
    card: str,
    amount: str,
    kind: Annotated[str, typer.Option("--kind", help="membership, card_replacement or other.")],
    note: Annotated[str | None, typer.Option("--note", help="What it is for.")] = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Charge a fee that no loan caused."""
    run = context_of(context)
    try:
        fee = ChargeKind(kind)
    except ValueError:
        raise typer.BadParameter("membership, card_replacement or other", param_hint="--kind") from None
    money = Money.parse(amount, run.services.library().currency)
    by = acting_by(run, branch, at)
    show_outcomes(run, [run.services.acts.charge(card, fee, money, by, note=note)])


@app.command("statement")
def statement(
    context: typer.Context,
    card: str,
    since: Annotated[str | None, typer.Option("--since", help="From that time on (all).")] = None,
    at: At = None,
) -> None:
    """Show everything charged, paid, forgiven and paid back on a card, with its balance."""
    from kiosk.cli.statements import ledger_document, ledger_text
    from kiosk.membership.card_ledger import CardLedgers

    run = context_of(context)
    ledgers = CardLedgers(run.services.database, run.services.decider)
    ledger = ledgers.of_card(card, run.moment(at), run.moment(since) if since is not None else None)
    run.result(ledger_document(run, ledger), lambda: ledger_text(run, ledger))


@app.command("pay")
def pay(
    context: typer.Context,
    card: str,
    amount: str,
    method: Annotated[PaymentMethod | None, typer.Option("--method", help="How it was paid.")] = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Take a payment; the oldest charges are settled first."""
    _settle(context_of(context), card, amount, branch, at, None, method)


@app.command("waive")
def waive(
    context: typer.Context,
    card: str,
    amount: str,
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    branch: Branch = None,
    at: At = None,
) -> None:
    """Forgive charges, the oldest first."""
    if not reason.strip():
        raise typer.BadParameter("say why in some words", param_hint="--reason")
    _settle(context_of(context), card, amount, branch, at, reason.strip())


def _settle(
    run: CommandContext,
    card: str,
    amount: str,
    branch: str | None,
    at: str | None,
    reason: str | None,
    method: PaymentMethod | None = None,
) -> None:
    money = Money.parse(amount, run.services.library().currency)
    by = acting_by(run, branch, at)
    outcome = run.services.acts.settle(
        card, money, by, waive=reason is not None, reason=reason, method=method
    )
    show_outcomes(run, [outcome])
