"""What may be chosen where a name was typed: people first, then copies of titles; free of Qt."""

from dataclasses import dataclass

from kiosk.model.library import Library
from kiosk.staff.desk.cards import full_name
from kiosk.staff.desk.reading import Read
from kiosk.ui.staff.desk.tasks import Verb
from kiosk.words import Wording

_COPIES = 3  # of one title; whoever wants another copy has it in hand and scans it


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what is done with it, the number it goes by, and how it reads."""

    verb: Verb
    code: str
    text: str


def choices(read: Read, library: Library, words: Wording) -> tuple[Choice, ...]:
    """Return what may be meant, people first."""
    people = [
        Choice(Verb.OPEN, patron.card, _person(read, place, library, words))
        for place, patron in enumerate(read.patrons)
    ]
    copies = [
        Choice(
            Verb.SCAN,
            copy.item.barcode,
            "  ·  ".join(
                filter(
                    None,
                    (
                        title.title,
                        title.author,
                        copy.item.call_number,
                        words(f"status.{copy.status}"),
                        copy.item.barcode,
                    ),
                )
            ),
        )
        for title in read.titles
        for copy in title.copies[:_COPIES]
    ]
    return (*people, *copies)


def _person(read: Read, place: int, library: Library, words: Wording) -> str:
    patron = read.patrons[place]
    category = next((one for one in library.patron_categories if one.code == patron.category), None)
    born = words.dated(patron.birth_date, "year") if patron.birth_date else ""
    kind = words.name(category.name) if category else patron.category
    return "  ·  ".join(filter(None, (full_name(patron), born, kind, patron.card)))
