"""Commands for slips on the paper roll: an item on hold, the statement of a card."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli.context import CommandContext, context_of

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.paper.roll import Roll
    from kiosk.words import Wording

app = typer.Typer(no_args_is_help=True, help="Slips: hold, statement; printed, or written as PDF.")

At = Annotated[str | None, typer.Option("--at", help="As at that time (now).")]
Branch = Annotated[str | None, typer.Option("--branch", help="Where: a branch's code (this kiosk's).")]
Pdf = Annotated[Path | None, typer.Option("--pdf", help="Write this file instead of printing.")]
Language = Annotated[
    str | None, typer.Option("--language", help="In which it is written (the library's first).")
]


@app.command("hold")
def hold(
    context: typer.Context, barcode: str, pdf: Pdf = None, language: Language = None, at: At = None
) -> None:
    """Print the slip of an item that waits on the hold shelf or travels there."""
    from kiosk.membership.papers import hold_slip
    from kiosk.notices.own_words import own_words
    from kiosk.paper.hold_slip import hold_slip_roll

    run = context_of(context)
    moment, words = run.moment(at), _words(run, language)
    library, where = run.services.library(), run.branch(None)
    with run.services.database.read() as view:
        own = own_words(view, library, "hold_slip", where, words)
        slip = replace(hold_slip(view, library, barcode, moment, words), own=own)
    _give(run, hold_slip_roll(slip, words), moment, words, pdf)


@app.command("statement")
def statement(
    context: typer.Context,
    card: str,
    pdf: Pdf = None,
    language: Language = None,
    branch: Branch = None,
    at: At = None,
) -> None:
    """Print what was charged to a card, paid and forgiven, and what is owed; it names nobody."""
    from kiosk.membership.papers import statement_paper
    from kiosk.notices.own_words import own_words
    from kiosk.paper.statement import statement_roll

    run = context_of(context)
    moment, words, where = run.moment(at), _words(run, language), run.branch(branch)
    account = run.services.accounts.statement(card, moment, where)
    with run.services.database.read() as view:
        own = own_words(view, account.library, "statement", where, words)
        paper = replace(statement_paper(view, account, where, moment, words), own=own)
    _give(run, statement_roll(paper, words), moment, words, pdf, account.patron.id)


def _words(run: CommandContext, language: str | None) -> "Wording":
    from kiosk.cli.sheets import library_words
    from kiosk.words import available_languages, wording

    library = run.services.library()
    if language is None:
        return library_words(library)
    if language not in available_languages():
        raise typer.BadParameter(", ".join(available_languages()), param_hint="--language")
    return wording(language, library.time_zone, library.languages)


def _give(
    run: CommandContext,
    roll: "Roll",
    at: "datetime",
    words: "Wording",
    pdf: Path | None,
    patron_id: int | None = None,
) -> None:
    """Write the PDF where one is wanted, else print on this machine's printer."""
    from kiosk.cli.files import write_whole
    from kiosk.devices.printer import roll_paper

    paper = roll_paper(roll, at, words, patron_id)
    if pdf is not None:
        write_whole(pdf, paper.pdf())
    else:
        run.services.printer.print(paper)
    document = {"slip": roll.title, "file": str(pdf) if pdf else None, "printed": pdf is None}
    key = "slips.printed" if pdf is None else "slips.written"
    run.result(document, run.words()(key, slip=roll.title, file=pdf))
