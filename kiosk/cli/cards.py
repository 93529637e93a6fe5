"""The command that prints patron cards on sheets of cards, or one as a slip on a roll."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.context import context_of
from kiosk.model.errors import CardUnknown


def cards(
    context: typer.Context,
    numbers: Annotated[list[str], typer.Argument(metavar="CARD...", help="Cards by number.")],
    pdf: Annotated[Path, typer.Option("--pdf", help="The file to be printed.")],
    sheet: Annotated[str | None, typer.Option(help="Number on the cards' box, such as 32010.")] = None,
    start: Annotated[int, typer.Option(help="First free card of a partly used sheet.")] = 1,
    symbology: Annotated[str | None, typer.Option(help="code128, code39, code39_check or ean13.")] = None,
    names: Annotated[bool, typer.Option("--names/--no-names", help="Whether cards show names.")] = True,
    slip: Annotated[bool, typer.Option("--slip", help="One card as a slip, 80 mm wide.")] = False,
    dpi: Annotated[int, typer.Option(min=150, max=2400, help="The printer's dots an inch.")] = 203,
) -> None:
    """Print patrons' cards."""
    from kiosk.cli.sheets import SheetChoice, each_or_why_not, give, library_words, symbology_of
    from kiosk.paper.barcodes import bars_of
    from kiosk.paper.cards import PatronCard, TemporaryCard, card_fits, cards_pdf, temporary_card_pdf
    from kiosk.paper.sheets import SLIP, sheet_of

    if slip and len(numbers) > 1:
        raise typer.BadParameter("a slip is one card.", param_hint="--slip")
    run = context_of(context)
    library = run.services.library()
    words = library_words(library)
    code = symbology_of(symbology, library.card_format.symbology)
    on = SLIP if slip else sheet_of(sheet or library.card_format.sheet.value)
    title = words.name(library.name)
    with run.services.database.read() as view:
        known = {number: view.patrons.by_card(number) for number in numbers}

    def make(number: str) -> PatronCard | TemporaryCard:
        patron = known[number]
        if patron is None:
            raise CardUnknown(card=number)
        bars = bars_of(patron.card, code)
        card_fits(bars, on, dpi)
        if slip:
            branch = library.branch(patron.branch or run.services.profile().branch)
            place = (words.name(branch.name) or branch.code) if branch else ""
            return TemporaryCard(bars, title, place, patron.expires_on)
        name = f"{patron.first_name or ''} {patron.last_name}".strip() if names else ""
        until = patron.expires_on
        note = words("card.until", day=words.dated(until, "year")) if until else ""
        return PatronCard(bars, title, name, note)

    made, problems = each_or_why_not(run, numbers, make)
    slips = [card for card in made if isinstance(card, TemporaryCard)]
    whole = [card for card in made if isinstance(card, PatronCard)]
    if slips:
        content = temporary_card_pdf(slips[0], words, dpi=dpi)
    else:
        content = cards_pdf(whole, on, start=start, dpi=dpi)
    give(run, SheetChoice(pdf, on, start, dpi), content, len(made), problems)
