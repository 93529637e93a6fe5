"""New records: an empty one of each form with what its codes must say, and one made after another."""

from datetime import date

from kiosk.catalog.marc.record import Field, MarcRecord, control
from kiosk.catalog.tables.media_types import media_fields
from kiosk.catalog.tables.to_marc import LEADER_CODES, PHYSICAL_CODES
from kiosk.model.record import Form

# The numbers and stamps by which a record and an edition are known: a record made after another has its own.
_OWN_NUMBERS = ("001", "003", "005", "010", "015", "016", "020", "024", "035")


def empty_record(form: Form, language: str, today: date) -> MarcRecord:
    """Return a record with nothing to read in it yet, its codes those of the form."""
    codes = LEADER_CODES[form]
    return MarcRecord(
        f"00000n{codes} a2200000 i 4500",
        (
            *([control("007", PHYSICAL_CODES[form])] if form in PHYSICAL_CODES else []),
            control("008", _coded(form, language, today)),
            Field("245", "", "00", (("a", ""),)),
            *media_fields(form),
        ),
    )


def record_after(record: MarcRecord, today: date) -> MarcRecord:
    """Return a record like another one, without what is that one's alone: its numbers and its stamps."""
    fields = []
    for field in record.fields:
        if field.tag == "008" and len(field.data) == 40:
            fields.append(control("008", _day(today) + field.data[6:]))
        elif field.tag not in _OWN_NUMBERS:
            fields.append(field)
    return MarcRecord(f"{record.leader[:5]}n{record.leader[6:]}", tuple(fields))


def _coded(form: Form, language: str, today: date) -> str:
    coded = [" "] * 40
    coded[:6] = _day(today)
    coded[6:15] = "cuuuu9999" if form is Form.SERIAL else "nuuuuuuuu"
    coded[15:18] = "xx "
    if form is Form.EBOOK:
        coded[23] = "o"
    if form is Form.GAME:
        coded[33] = "g"
    coded[35:38] = language.ljust(3)[:3]
    coded[39] = "d"
    return "".join(coded)


def _day(today: date) -> str:
    return today.strftime("%y%m%d")
