"""Commands for joining: register as at a kiosk, list what waits for staff, confirm."""

from datetime import datetime
from typing import Annotated

import typer

from kiosk.cli.context import context_of
from kiosk.cli.system_user import system_user

At = Annotated[str | None, typer.Option("--at", help="When: an ISO time (now).")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="A date such as 2010-05-17.")]


def join(
    context: typer.Context,
    last_name: Annotated[str, typer.Option()] = "",
    first_name: Annotated[str, typer.Option()] = "",
    birth_date: Day = None,
    email: Annotated[str, typer.Option()] = "",
    phone: Annotated[str, typer.Option()] = "",
    street: Annotated[str, typer.Option()] = "",
    postcode: Annotated[str, typer.Option()] = "",
    city: Annotated[str, typer.Option()] = "",
    language: Annotated[str, typer.Option()] = "",
    guardian_name: Annotated[str, typer.Option()] = "",
    guardian_phone: Annotated[str, typer.Option()] = "",
    guardian_email: Annotated[str, typer.Option()] = "",
    guardian_card: Annotated[str, typer.Option()] = "",
    branch: Annotated[str | None, typer.Option("--branch", help="Where: a branch's code.")] = None,
    at: At = None,
) -> None:
    """Make a temporary card, as somebody does at a kiosk."""
    from kiosk.membership.registration import Registration

    run = context_of(context)
    given = Registration(
        last_name=last_name,
        first_name=first_name,
        birth_date=birth_date.date() if birth_date else None,
        email=email,
        phone=phone,
        street=street,
        postcode=postcode,
        city=city,
        language=language,
        guardian_name=guardian_name,
        guardian_phone=guardian_phone,
        guardian_email=guardian_email,
        guardian_card=guardian_card,
    )
    made = run.services.registering.register(given, at=run.moment(at), branch=run.branch(branch))
    until = made.valid_until.isoformat() if made.valid_until else None
    document = {"card": made.card, "valid_until": until, "number": made.number}
    run.result(document, run.words()("patrons.joined", card=made.card, until=made.valid_until))


def waiting(context: typer.Context) -> None:
    """List temporary cards, and to whom each may belong already."""
    run = context_of(context)
    words, found = run.words(), run.services.registering.waiting()
    lines = []
    for one in found:
        name = f"{one.patron.first_name or ''} {one.patron.last_name}".strip()
        lines.append(
            words("patrons.waiting_line", card=one.patron.card, name=name, until=one.patron.expires_on)
        )
        if one.alike:
            lines.append(words("patrons.waiting_alike", cards=tuple(other.card for other in one.alike)))
    document = [
        {
            "card": one.patron.card,
            "first_name": one.patron.first_name,
            "last_name": one.patron.last_name,
            "birth_date": one.patron.birth_date.isoformat() if one.patron.birth_date else None,
            "valid_until": one.patron.expires_on.isoformat() if one.patron.expires_on else None,
            "guardian": one.guardian.name if one.guardian else None,
            "alike": [other.card for other in one.alike],
            "number": one.number,
        }
        for one in found
    ]
    run.result({"waiting": document}, "\n".join(lines or [words("patrons.waiting_none")]))


def confirm(
    context: typer.Context,
    card: str,
    category: Annotated[str | None, typer.Option("--category", help="Put into it (its own).")] = None,
    until: Day = None,
    at: At = None,
) -> None:
    """Confirm a temporary card: it is one like any other from now on."""
    run = context_of(context)
    patron = run.services.registering.confirm(
        card,
        by=system_user(),
        at=run.moment(at),
        category=category,
        expires_on=until.date() if until else None,
    )
    document = {
        "card": patron.card,
        "category": patron.category,
        "expires_on": patron.expires_on.isoformat() if patron.expires_on else None,
    }
    run.result(document, run.words()("patrons.confirmed", card=patron.card))
