"""What labels and cards have in common at the command line: on which sheet, and what became of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from kiosk.cli.context import CommandContext
from kiosk.cli.files import write_whole
from kiosk.model.errors import KioskError
from kiosk.model.library import Library, Symbology
from kiosk.words import Wording, available_languages, wording

if TYPE_CHECKING:
    from kiosk.paper.sheets import Sheet

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """Where and how it is printed."""

    file: Path
    sheet: "Sheet"
    start: int
    dpi: int


def library_words(library: Library) -> Wording:
    """Return the words of the library's own first language: what is printed is not for who prints it."""
    known = (one for one in library.languages if one in available_languages())
    return wording(next(known, "en"), library.time_zone, library.languages)


def symbology_of(name: str | None, chosen: Symbology) -> Symbology:
    """Return the symbology of that name, the library's where none is given; anything else is wrong usage."""
    if name is None:
        return chosen
    try:
        return Symbology(name.strip().casefold())
    except ValueError:
        known = ", ".join(Symbology)
        raise typer.BadParameter(f"{name!r} is not one of {known}.", param_hint="--symbology") from None


def each_or_why_not(
    run: CommandContext, numbers: Sequence[str], make: Callable[[str], T]
) -> tuple[list[T], list[dict[str, str]]]:
    """Return what can be made of the numbers, and what is wrong with the others."""
    made: list[T] = []
    problems: list[dict[str, str]] = []
    for number in numbers:
        try:
            made.append(make(number))
        except KioskError as error:
            problems.append({"barcode": number, **run.failure(error)})
    return made, problems


def give(
    run: CommandContext, choice: SheetChoice, pdf: bytes, count: int, problems: list[dict[str, str]]
) -> None:
    """Write the sheets, unless nothing is on them, and tell what was done; exit 1 on any problem."""
    if count:
        write_whole(choice.file, pdf)
    sheet, following = choice.sheet, choice.sheet.next_start(count, choice.start)
    document = {
        "file": str(choice.file) if count else None,
        "sheet": sheet.number,
        "printed": count,
        "pages": -(-(choice.start - 1 + count) // sheet.labels) if count else 0,
        "next_start": following,
        "problems": problems,
    }
    words = run.words()
    told = words.count("labels.printed", count, file=choice.file, sheet=sheet.number, next=str(following))
    run.result(document, told if count else words("labels.none"))
    if problems:
        raise typer.Exit(1)
