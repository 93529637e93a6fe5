"""Commands that lend, take back, renew, hold and settle."""

from typing import Annotated

import typer

from kiosk.cli.context import CommandContext, context_of
from kiosk.cli.outcomes import show_outcomes
from kiosk.model.decision import Act, Decision
from kiosk.model.errors import CardUnknown
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy

app = typer.Typer(no_args_is_help=True, help="Lend, take back, renew, hold, settle.")

Branch = Annotated[str | None, typer.Option("--branch", help="Where: a branch's code (this kiosk's).")]
Item = Annotated[str | None, typer.Option("--item", help="Only this item of it: its barcode.")]
Pickup = Annotated[str | None, typer.Option("--pickup", help="Where to fetch it: a branch's code.")]
At = Annotated[str | None, typer.Option("--at", help="When: an ISO time (now).")]


def _by(run: CommandContext, branch: str | None, at: str | None) -> ActBy:
    return ActBy(run.moment(at), run.branch(branch), account=_system_user())


def _system_user() -> str:
    """Return the name under which the command line's acts are audited."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


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
    by = _by(run, branch, at)
    show_outcomes(run, [run.services.acts.checkout(card, barcode, by) for barcode in barcodes])


@app.command("return")
def checkin(context: typer.Context, barcodes: list[str], branch: Branch = None, at: At = None) -> None:
    """Take items back; an earlier time is how a book drop is back-dated."""
    run = context_of(context)
    by = _by(run, branch, at)
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
    by = _by(run, branch, at)
    if not barcodes:
        _must_know(run, card)
    show_outcomes(run, list(run.services.acts.renew.all(card, by, barcodes or [])))


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
    by = _by(run, branch, at)
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
    by = _by(run, branch, at)
    record_id = run.services.finder.record_id(record)
    show_outcomes(run, [run.services.acts.cancel_hold(card, record_id, by, item=item)])


@app.command("lost")
def lost(context: typer.Context, barcode: str, branch: Branch = None, at: At = None) -> None:
    """Declare an item lost."""
    run = context_of(context)
    show_outcomes(run, [run.services.acts.declare_lost(barcode, _by(run, branch, at))])


@app.command("pay")
def pay(context: typer.Context, card: str, amount: str, branch: Branch = None, at: At = None) -> None:
    """Take a payment; the oldest charges are settled first."""
    _settle(context_of(context), card, amount, branch, at, None)


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
    run: CommandContext, card: str, amount: str, branch: str | None, at: str | None, reason: str | None
) -> None:
    money = Money.parse(amount, run.services.library().currency)
    by = _by(run, branch, at)
    outcome = run.services.acts.settle(card, money, by, waive=reason is not None, reason=reason)
    show_outcomes(run, [outcome])


@app.command("account")
def account(context: typer.Context, card: str, branch: Branch = None, at: At = None) -> None:
    """Show what is open on a card."""
    from kiosk.cli.accounts import account_document, account_text

    run = context_of(context)
    statement = run.services.accounts.statement(card, run.moment(at), run.branch(branch))
    run.result(account_document(run, statement), lambda: account_text(run, statement))


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
        "rules": _rules(decision),
        "warnings": [
            {"code": key.removeprefix("warning."), "message": run.words()(key)} for key in decision.warnings
        ],
    }
    run.result(document, lambda: _explained(run, decision, zone))


def _rules(decision: Decision) -> dict[str, object]:
    return {
        applied.name: {
            "value": applied.value.decimal() if isinstance(applied.value, Money) else _plain(applied.value),
            "row": applied.row,
            "scope": {
                name: getattr(applied.scope, name)
                for name in ("branch", "patron_category", "item_type")
                if applied.scope is not None and getattr(applied.scope, name) is not None
            },
        }
        for applied in decision.rules
    }


def _plain(value: object) -> object:
    from datetime import date

    from kiosk.model.rule import Period

    match value:
        case Period():
            return f"{value.count} {value.unit}"
        case date():
            return value.isoformat()
        case None | bool() | int():
            return value
        case _:
            return str(value)


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
