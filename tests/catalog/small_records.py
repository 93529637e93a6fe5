"""Small MARC records for tests, written as cataloguers write them down."""

from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.catalog.marc.writing import to_iso2709

LEADER = "00000nam a2200000   4500"
CODED = "260101s2005    gw            000 1 ger d"


def field(line: str) -> Field:
    """Read one field: ``245 10 $aTitle$bSubtitle`` or ``001 123``; ``#`` is a blank indicator."""
    tag, _, rest = line.partition(" ")
    if "$" not in rest:
        return Field(tag, rest)
    indicators, _, subfields = rest.partition(" $")
    parts = tuple((part[0], part[1:]) for part in subfields.split("$"))
    return Field(tag, "", indicators.replace("#", " "), parts)


def record(*lines: str, leader: str = LEADER) -> MarcRecord:
    """Make a record of lines."""
    return MarcRecord(leader, tuple(field(line) for line in lines))


def iso2709(*records: MarcRecord) -> bytes:
    """Write records as a file."""
    written = [to_iso2709(one) for one in records]
    return b"".join(one for one in written if one is not None)


def book(number: str, title: str = "Ein Buch", *more: str) -> MarcRecord:
    """Make a book with a control number of the agency DE-1."""
    return record(f"001 {number}", "003 DE-1", f"008 {CODED}", f"245 00 $a{title}", *more)


def item(barcode: str, branch: str = "MAIN", more: str = "") -> str:
    """Write a Koha item as a line."""
    return f"952 ## $a{branch}$b{branch}$cROM$oROM KEHL$p{barcode}$ybook{more}"
