"""Shows what became of acts, as the contract's JSON or in words; a refusal makes the status 1."""

from collections.abc import Sequence

import typer

from kiosk.cli.context import CommandContext
from kiosk.model.decision import LimitUse
from kiosk.model.item import Place
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome


def show_outcomes(run: CommandContext, outcomes: Sequence[Outcome]) -> None:
    """Print the outcomes; leave with status 1 if any was refused."""
    library = run.services.library()
    zones = _zones(run, library, outcomes)
    document = {"outcomes": [_document(run, library, zones, outcome) for outcome in outcomes]}
    sentences = [(outcome.done, _sentence(run, zones, outcome)) for outcome in outcomes]
    run.result(document, "\n".join(text for done, text in sentences if done))
    refusals = [text for done, text in sentences if not done]
    for text in refusals:
        run.complain(text)
    if refusals:
        raise typer.Exit(1)


def _zones(run: CommandContext, library: Library, outcomes: Sequence[Outcome]) -> dict[str, str]:
    """Return the zone of each item's home branch by barcode: times are told in it."""
    zones = {}
    with run.services.database.read() as view:
        for outcome in outcomes:
            item = view.items.by_barcode(outcome.barcode) if outcome.due_at else None
            branch = library.branch(item.branch) if item else None
            if branch is not None:
                zones[outcome.barcode] = branch.calendar.time_zone
    return zones


def _document(
    run: CommandContext, library: Library, zones: dict[str, str], outcome: Outcome
) -> dict[str, object]:
    charge = outcome.charge or Money.zero(library.currency)
    return {
        "barcode": outcome.barcode,
        "done": outcome.done,
        "act": outcome.act,
        "title": outcome.title,
        "due_at": run.time(outcome.due_at, zones.get(outcome.barcode, library.time_zone)),
        "charge": charge.decimal(),
        "place": _place(outcome),
        "limits": [_limit(use) for use in outcome.limits],
        "reasons": run.reasons(outcome.reasons),
    }


def _limit(use: LimitUse) -> dict[str, object]:
    """Return how much of one group's limit is used after the act; null stands for any."""
    return {"branch": use.branch, "item_type": use.item_type, "used": use.used, "allowed": use.allowed}


def _place(outcome: Outcome) -> str | None:
    if outcome.place is Place.TRANSIT:
        return f"transit:{outcome.place_branch}"
    return str(outcome.place) if outcome.place else None


def _sentence(run: CommandContext, zones: dict[str, str], outcome: Outcome) -> str:
    words = run.words(zones.get(outcome.barcode))
    name = outcome.title or outcome.barcode
    if not outcome.done:
        why = " ".join(reason["message"] for reason in run.reasons(outcome.reasons))
        return words("outcome.refused", title=name, why=why)
    parts = [words(f"outcome.{outcome.act}", title=name)]
    if outcome.due_at is not None:
        parts.append(words("outcome.due", due=outcome.due_at))
    if outcome.place is not None:
        parts.append(
            words("outcome.place", place=words(f"place.{outcome.place}", branch=outcome.place_branch))
        )
    if outcome.charge:
        parts.append(words("outcome.charge", charge=outcome.charge))
    return " ".join(parts)
