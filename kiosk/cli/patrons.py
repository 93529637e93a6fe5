"""Commands for patrons."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import joining, own_card
from kiosk.cli.context import context_of
from kiosk.cli.system_user import system_user
from kiosk.model.errors import CardUnknown

app = typer.Typer(no_args_is_help=True, help="Patrons: files, cards, PINs, joining, their own data.")


@app.command("import")
def import_(context: typer.Context, file: Annotated[Path, typer.Argument()]) -> None:
    """Take patrons from a CSV file; an existing card is updated, a bad row is rejected by line."""
    from kiosk.membership.patron_files import import_patrons

    run = context_of(context)
    report = import_patrons(run.services.database, run.services.library(), file, run.services.clock)
    words = run.words()
    problems = [
        {"line": line, "message": words.show(problem), "code": problem.key.rpartition(".")[2]}
        for line, problem in report.problems
    ]
    document = {
        "read": report.read,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": report.rejected,
        "problems": problems,
    }
    lines = [words("patrons.imported", **document)]
    lines += [words("patrons.problem", line=p["line"], message=p["message"]) for p in problems]
    run.result(document, "\n".join(lines))


@app.command("export")
def export(context: typer.Context, file: Annotated[Path, typer.Argument()]) -> None:
    """Write all patrons to a CSV file that imports back; PINs are left out."""
    from kiosk.cli.files import write_whole
    from kiosk.membership.patron_files import patrons_csv

    run = context_of(context)
    with run.services.database.read() as view:
        text, count = patrons_csv(view)
    write_whole(file, text.encode("utf-8"))
    run.result({"file": str(file), "patrons": count}, run.words()("patrons.exported", count=count, file=file))


@app.command("show")
def show(context: typer.Context, card: str) -> None:
    """Show what is known of a card."""
    run = context_of(context)
    with run.services.database.read() as view:
        patron = view.patrons.of_number(card)
    if patron is None:
        raise CardUnknown(card=card)
    document = {
        "card": patron.card,
        "first_name": patron.first_name,
        "last_name": patron.last_name,
        "category": patron.category,
        "birth_date": patron.birth_date.isoformat() if patron.birth_date else None,
        "email": patron.email,
        "phone": patron.phone,
        "branch": patron.branch,
        "expires_on": patron.expires_on.isoformat() if patron.expires_on else None,
        "language": patron.language,
        "restriction": patron.restriction,
        "has_pin": patron.pin_hash is not None,
        "lost": patron.card_lost,
        "temporary": patron.temporary,
        "keeps_history": patron.keeps_history,
    }
    run.result(
        document,
        "\n".join(f"{key}: {value}" for key, value in document.items() if value not in {None, False}),
    )


@app.command("set-pin")
def set_pin(context: typer.Context, card: str) -> None:
    """Set a card's PIN, read from standard input so that it stands in no history."""
    import getpass
    import sys

    run = context_of(context)
    prompt = run.words()("patrons.pin_prompt")
    pin = getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().strip()
    run.services.pins.set_pin(card, pin, by=system_user(), at=run.services.clock.now())
    run.result({"card": card, "set": True}, run.words()("patrons.pin_set", card=card))


app.command("erase")(own_card.erase)
app.command("lost")(own_card.lost)
app.command("found")(own_card.found)
app.command("replace-card")(own_card.replace_card)
app.command("reset-pin")(own_card.reset_pin)
app.command("change-pin")(own_card.change_pin)
app.command("language")(own_card.language)
app.command("history")(own_card.history)
app.command("data")(own_card.data)
app.command("join")(joining.join)
app.command("waiting")(joining.waiting)
app.command("confirm")(joining.confirm)
