"""Rows of a table as MARC records, so that everything in the catalogue is MARC."""

import re
from hashlib import blake2b

from kiosk.catalog.description.titles import filing_form
from kiosk.catalog.folding import fold
from kiosk.catalog.marc.record import Field, MarcRecord, control, data_field
from kiosk.catalog.tables.table_row import TableRow
from kiosk.model.record import Audience, Form

# The agency under which numbers made here from a row's own words are kept apart from all others.
MADE_HERE = "x-table"

LEADER_CODES = {
    Form.BOOK: "am",
    Form.EBOOK: "am",
    Form.SERIAL: "as",
    Form.AUDIOBOOK: "im",
    Form.MUSIC: "jm",
    Form.FILM: "gm",
    Form.GAME: "rm",
    Form.MAP: "em",
    Form.SCORE: "cm",
    Form.KIT: "om",
}
PHYSICAL_CODES = {Form.EBOOK: "cr", Form.AUDIOBOOK: "sd", Form.MUSIC: "sd", Form.FILM: "vd"}
_AUDIENCES = {Audience.CHILDREN: "j", Audience.YOUTH: "d", Audience.ADULT: "e"}
# In these 008/22 means something else, so that the audience goes to a note.
_WITHOUT_AUDIENCE_CODE = frozenset({Form.MAP, Form.SERIAL})
_NUMBERED = re.compile(r"(.+?)\s+;\s+(.+)")


def identity(row: TableRow) -> str:
    """Return what tells that two rows describe one record: number, else ISBN and title, else all of it."""
    if row.control_number:
        return f"number\x1f{row.control_number}"
    title = fold(row.title or "")
    if row.isbns:
        return f"isbn\x1f{row.isbns[0]}\x1f{title}"
    author = fold(row.authors[0]) if row.authors else ""
    return "\x1f".join(("work", title, author, str(row.year), str(row.form or Form.BOOK), str(row.language)))


def to_marc(row: TableRow) -> MarcRecord:
    """Return the row's record; one without a control number gets one made from its identity."""
    form = row.form or Form.BOOK
    fields = [
        *_numbers(row),
        *([control("007", PHYSICAL_CODES[form])] if form in PHYSICAL_CODES else []),
        control("008", _coded(row, form)),
        *(data_field("020", "  ", ("a", number)) for number in row.isbns),
        *([data_field("099", "  ", ("a", row.call_number))] if row.call_number else []),
        *_names(row, "1"),
        *([data_field("240", "10", ("a", row.original_title))] if row.original_title else []),
        _title(row),
        *_imprint(row),
        *([data_field("300", "  ", ("a", row.extent))] if row.extent else []),
        *(_series(text) for text in row.series),
        *([data_field("520", "  ", ("a", row.summary))] if row.summary else []),
        *_audience_note(row, form),
        *(_subject(text) for text in row.subjects),
        *_names(row, "7"),
    ]
    return MarcRecord(f"00000n{LEADER_CODES[form]} a2200000   4500", tuple(fields))


def _numbers(row: TableRow) -> list[Field]:
    if row.control_number:
        return [control("001", row.control_number)]
    made = blake2b(identity(row).encode("utf-8", "replace"), digest_size=8).hexdigest()
    return [control("001", f"t{made}"), control("003", MADE_HERE)]


def _coded(row: TableRow, form: Form) -> str:
    coded = [" "] * 40
    coded[6] = "s" if row.year else "n"
    coded[7:11] = f"{row.year:04d}" if row.year else "uuuu"
    coded[15:18] = "xx "
    if row.audience is not None and form not in _WITHOUT_AUDIENCE_CODE:
        coded[22] = _AUDIENCES[row.audience]
    if form is Form.EBOOK:
        coded[23] = "o"
    if form is Form.GAME:
        coded[33] = "g"
    coded[35:38] = row.language or "   "
    coded[39] = "d"
    return "".join(coded)


def _title(row: TableRow) -> Field:
    title = row.title or ""
    filed = filing_form(title, row.language)
    skipped = len(title) - len(title.lstrip()) if filed == fold(title) else _skipped(title, filed)
    parts = [("a", title)] + ([("b", row.subtitle)] if row.subtitle else [])
    return Field("245", "", f"{1 if row.authors else 0}{skipped}", tuple(parts))


def _skipped(title: str, filed: str) -> int:
    starts = (count for count in range(1, min(10, len(title))) if not title[count].isspace())
    return next((count for count in starts if fold(title[count:]) == filed), 0)


def _imprint(row: TableRow) -> list[Field]:
    parts = [("a", row.place), ("b", row.publisher), ("c", str(row.year) if row.year else None)]
    found = tuple((code, text) for code, text in parts if text)
    return [Field("264", "", " 1", found)] if found else []


def _series(text: str) -> Field:
    numbered = _NUMBERED.fullmatch(text)
    if numbered is None:
        return data_field("490", "0 ", ("a", text))
    return data_field("490", "0 ", ("a", numbered[1]), ("v", numbered[2]))


def _audience_note(row: TableRow, form: Form) -> list[Field]:
    if row.audience is None or form not in _WITHOUT_AUDIENCE_CODE:
        return []
    return [data_field("521", "8 ", ("a", row.audience.value))]


def _subject(text: str) -> Field:
    main, *divisions = [part.strip() for part in text.split(" -- ") if part.strip()] or [text]
    return data_field("650", " 4", ("a", main), *(("x", part) for part in divisions))


def _names(row: TableRow, series: str) -> list[Field]:
    if series == "1":
        return [_name("100", row.authors[0], None)] if row.authors else []
    others: list[tuple[str, str | None]] = [(name, "author") for name in row.authors[1:]]
    return [_name("700", name, role) for name, role in (*others, *row.contributors)]


def _name(tag: str, name: str, role: str | None) -> Field:
    inverted = "1" if "," in name else "0"
    parts = [("a", name)] + ([("e", role)] if role else [])
    return Field(tag, "", f"{inverted} ", tuple(parts))
