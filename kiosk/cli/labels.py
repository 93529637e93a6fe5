"""The command that prints items' labels on sheets: barcodes for covers, call numbers for backs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli.context import CommandContext, context_of
from kiosk.model.errors import ItemUnknown, NoCallNumber

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.storage import Labelled


def labels(
    context: typer.Context,
    pdf: Annotated[Path, typer.Option("--pdf", help="The file to be printed.")],
    barcodes: Annotated[list[str] | None, typer.Argument(help="Items by barcode.")] = None,
    spine: Annotated[bool, typer.Option("--spine", help="Call numbers for the backs of books.")] = False,
    sheet: Annotated[str | None, typer.Option(help="Number on the labels' box, such as L7160.")] = None,
    start: Annotated[int, typer.Option(help="First free label of a partly used sheet.")] = 1,
    symbology: Annotated[str | None, typer.Option(help="code128, code39, code39_check or ean13.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="All from this call number on …")] = None,
    last: Annotated[str | None, typer.Option("--to", help="… to this one.")] = None,
    after: Annotated[str | None, typer.Option(help="All that were added after this barcode.")] = None,
    branch: Annotated[str | None, typer.Option(help="Of those only this branch's.")] = None,
    dpi: Annotated[int, typer.Option(min=150, max=2400, help="The printer's dots an inch.")] = 203,
) -> None:
    """Print labels of items: those named, those in a range of call numbers, those added after one."""
    from kiosk.cli.sheets import SheetChoice, each_or_why_not, give, library_words, symbology_of
    from kiosk.model.item import barcode_key
    from kiosk.paper.barcodes import bars_of
    from kiosk.paper.labels import ItemLabel, SpineLabel, fits, labels_pdf
    from kiosk.paper.sheets import sheet_of

    if not (barcodes or first or last or after):
        raise typer.BadParameter("name barcodes, or a range by --from and --to, or --after.")
    run = context_of(context)
    library = run.services.library()
    code = symbology_of(symbology, library.label_format.symbology)
    on = sheet_of(sheet or library.label_format.sheet.value)
    known = _chosen(run, barcodes or [], (first, last), after, branch)
    title = library_words(library).name(library.name)

    def make(number: str) -> ItemLabel | SpineLabel:
        item = known.get(barcode_key(number))
        if item is None:
            raise ItemUnknown(barcode=number)
        if spine:
            if not item.call_number:
                raise NoCallNumber(barcode=item.barcode)
            return SpineLabel(item.call_number)
        label = ItemLabel(bars_of(item.barcode, code), title, item.title)
        fits(label, on, dpi)
        return label

    named = [number for number in barcodes or [] if barcode_key(number)]
    others = [item.barcode for key, item in known.items() if key not in {barcode_key(n) for n in named}]
    made, problems = each_or_why_not(run, [*named, *others], make)
    content = labels_pdf(made, on, start=start, dpi=dpi)
    give(run, SheetChoice(pdf, on, start, dpi), content, len(made), problems)


def _chosen(
    run: CommandContext,
    barcodes: "Sequence[str]",
    between: tuple[str | None, str | None],
    after: str | None,
    branch: str | None,
) -> "dict[str, Labelled]":
    """Return the items meant by their barcodes' keys, in the order in which they are printed."""
    from kiosk.catalog.call_numbers import call_number_key
    from kiosk.model.item import barcode_key

    of = run.branch(branch) if branch else None
    first, last = (call_number_key(number) if number else None for number in between)
    with run.services.database.read() as view:
        known = view.labelled.named(barcodes)
        found = view.labelled.ranged(first, last, of) if first or last else ()
        found += view.labelled.after(after, of) if after else ()
    return known | {barcode_key(item.barcode): item for item in found}
