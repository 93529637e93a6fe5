"""Labels for copies on sheets, as a PDF: barcodes for covers, call numbers for backs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.errors import CodeImpossible, KioskError, LabelTooSmall, NoCallNumber
from kiosk.model.item import barcode_key
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import NothingToPrint
from kiosk.paper.barcodes import bars_of
from kiosk.paper.labels import ItemLabel, SpineLabel, fits, labels_pdf
from kiosk.paper.sheets import SHEETS, sheet_of
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, Labelled
from kiosk.whole_files import write_whole
from kiosk.words import available_languages, wording


@dataclass(frozen=True, slots=True)
class LabelOrder:
    """What is printed on which sheet, from which label on (1 is the first); without a sheet the library's."""

    barcodes: tuple[str, ...]
    spine: bool = False
    sheet: str | None = None
    start: int = 1
    dpi: int = 203


@dataclass(frozen=True, slots=True)
class LabelSheets:
    """The PDF, how many labels are on it, where the next goes, and copies that have none, with the reason."""

    pdf: bytes
    labels: int
    sheet: str
    next_start: int
    problems: tuple[tuple[str, Problem], ...] = ()


class CopyLabels:
    """Draws labels of copies by barcode."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.CATALOGUE_SEE)
    def sheets(self, by: SignedIn) -> tuple[str, ...]:
        """Return the numbers of the sheets that are known, the library's own first."""
        with self._database.read() as view:
            own = sheet_of(view.library.load().label_format.sheet.value).number
        return (own, *(sheet.number for sheet in SHEETS if sheet.number != own))

    @needs(Right.CATALOGUE_SEE)
    def draw(self, by: SignedIn, order: LabelOrder) -> LabelSheets:
        """Return the sheets; raises NothingToPrint, StartNotOnSheet, SheetUnknown."""
        with self._database.read() as view:
            library = view.library.load()
            known = view.labelled.named(order.barcodes)
        sheet = sheet_of(order.sheet or library.label_format.sheet.value)
        language = next((one for one in library.languages if one in available_languages()), "en")
        name = wording(language, library.time_zone, library.languages).name(library.name)
        symbology = library.label_format.symbology

        def make(item: Labelled) -> ItemLabel | SpineLabel:
            if order.spine:
                if not item.call_number:
                    raise NoCallNumber(barcode=item.barcode)
                return SpineLabel(item.call_number)
            label = ItemLabel(bars_of(item.barcode, symbology), name, item.title)
            fits(label, sheet, order.dpi)
            return label

        labels, problems = _each(order.barcodes, known, make)
        if not labels:
            raise NothingToPrint(problem=problems[0][1] if problems else None)
        pdf = labels_pdf(labels, sheet, start=order.start, dpi=order.dpi)
        following = sheet.next_start(len(labels), order.start)
        return LabelSheets(pdf, len(labels), sheet.number, following, tuple(problems))

    @needs(Right.CATALOGUE_SEE)
    def save(self, by: SignedIn, order: LabelOrder, path: Path) -> LabelSheets:
        """Draw the sheets into a file, whole or not at all; raises DiskFull, FolderNotWritable too."""
        made = self.draw(by, order)
        write_whole(path, made.pdf)
        return made


def _each(
    barcodes: Sequence[str],
    known: dict[str, Labelled],
    make: Callable[[Labelled], ItemLabel | SpineLabel],
) -> tuple[list[ItemLabel | SpineLabel], list[tuple[str, Problem]]]:
    labels: list[ItemLabel | SpineLabel] = []
    problems: list[tuple[str, Problem]] = []
    for barcode in barcodes:
        item = known.get(barcode_key(barcode))
        try:
            if item is None:
                problems.append((barcode, Problem.of("copies.why.unknown", barcode=barcode)))
            else:
                labels.append(make(item))
        except (CodeImpossible, LabelTooSmall, NoCallNumber) as error:
            problems.append((barcode, _problem(error)))
    return labels, problems


def _problem(error: KioskError) -> Problem:
    return Problem.of(error.key, **error.values)
