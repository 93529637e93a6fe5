"""Year, language, audience and form as codes of 008 and the leader, each read and written by itself."""

from kiosk.catalog.description.coded import language_of
from kiosk.catalog.description.fields import by_tag
from kiosk.catalog.description.forms import form_of
from kiosk.catalog.marc.record import Field, MarcRecord, control, data_field
from kiosk.catalog.tables.to_marc import LEADER_CODES
from kiosk.model.record import Audience, Form
from kiosk.staff.records.marc_fields import place_of, with_field, with_new_field, without_field

_LENGTH = 40
_UNSAID = "||||||" + "nuuuuuuuu" + "xx " + " " * 17 + "   " + " d"
# The types of material with a target audience in 008/22, unless they are serials.
_WITH_AUDIENCE = "acdgijkmort"
_SERIAL = "sib"
_CODES = {Audience.CHILDREN: "j", Audience.YOUTH: "d", Audience.ADULT: "e"}
_AUDIENCES = {
    **dict.fromkeys("abcj", Audience.CHILDREN),
    "d": Audience.YOUTH,
    **dict.fromkeys("ef", Audience.ADULT),
}
_NO_LANGUAGE = frozenset({"", "|||", "und"})
# What RDA says of contents, media and carriers of the two forms that are both text.
_TEXT_ONLINE = {"336": "txt", "337": "c", "338": "cr"}
_TEXT_ON_PAPER = {"336": "txt", "337": "n", "338": "nc"}


def year(record: MarcRecord) -> str:
    """Return the first date of 008 as it stands there, empty where it says nothing."""
    found = record_codes(record)[7:11].strip(" |")
    return "" if found == "uuuu" else found


def with_year(record: MarcRecord, text: str) -> MarcRecord:
    """Write a year, or as much as is known of it ("19"), into 008; the kind of date follows if need be."""
    codes = _whole(record)
    kind = codes[6]
    bare = "".join(char for char in text if char.isalnum())[:4].casefold()
    if not bare:
        kind, rest = ("n", "uuuu") if kind == "s" else (kind, codes[11:15])
        return _written(record, 6, f"{kind}uuuu{rest}")
    kind, rest = ("s", "    ") if kind in " bn|" else (kind, codes[11:15])
    return _written(record, 6, f"{kind}{bare.ljust(4, 'u')}{rest}")


def language(record: MarcRecord) -> str:
    """Return the MARC code of the language, from 008 or else from 041; empty where neither says one."""
    fields, _ = by_tag(record)
    return language_of(record_codes(record).replace("#", " "), fields) or ""


def with_language(record: MarcRecord, code: str) -> MarcRecord:
    """Write a language into 008."""
    return _written(record, 35, code.ljust(3)[:3] if code not in _NO_LANGUAGE else "   ")


def audience(record: MarcRecord) -> str:
    """Return for whom the record's codes say that it is; what follows from headings is left out."""
    if _has_audience_code(record):
        found = _AUDIENCES.get(record_codes(record)[22:23])
        if found is not None:
            return found.value
    place = _audience_note(record)
    return record.fields[place].first("a") if place is not None else ""


def with_audience(record: MarcRecord, value: str) -> MarcRecord:
    """Write for whom it is into 008, where the kind of material has a place for it, else into a note."""
    place = _audience_note(record)
    if _has_audience_code(record):
        if place is not None:
            record = without_field(record, place)
        return _written(record, 22, _CODES[Audience(value)] if value else " ")
    if not value:
        return record if place is None else without_field(record, place)
    note = data_field("521", "8 ", ("a", value))
    return with_new_field(record, note) if place is None else with_field(record, place, note)


def form(record: MarcRecord) -> Form:
    """Return what the MARC record alone says that it is."""
    fields, _ = by_tag(record)
    return form_of(record.leader, record_codes(record).replace("#", " "), fields)


def with_form(record: MarcRecord, wanted: Form) -> MarcRecord:
    """Change what says otherwise until the record is of that form: leader, then 008, 007, 33X, 245 h."""
    if form(record) is wanted:
        return record
    record = _with_leader_codes(record, wanted)
    online = wanted is Form.EBOOK
    steps = (_with_item_form, _without_physical, _with_carriers, _without_medium)
    for step in steps:
        if form(record) is wanted:
            return record
        record = step(record, online)
    return record


def record_codes(record: MarcRecord) -> str:
    """Return what 008 holds, or an empty text."""
    place = place_of(record, "008")
    return record.fields[place].data if place is not None else ""


def _with_leader_codes(record: MarcRecord, wanted: Form) -> MarcRecord:
    kind, level = LEADER_CODES[wanted][0], LEADER_CODES[wanted][1]
    leader = record.leader
    if wanted in (Form.BOOK, Form.EBOOK) and leader[6] in "at":
        kind = leader[6]
    if level == "m" and leader[7] not in _SERIAL:
        level = leader[7]
    return MarcRecord(f"{leader[:6]}{kind}{level}{leader[8:]}", record.fields)


def _with_item_form(record: MarcRecord, online: bool) -> MarcRecord:
    code = record_codes(record)[23:24]
    if online:
        return _written(record, 23, "o")
    return _written(record, 23, " ") if code in ("o", "q", "s") else record


def _without_physical(record: MarcRecord, _online: bool) -> MarcRecord:
    return record.having(field for field in record.fields if field.tag != "007")


def _with_carriers(record: MarcRecord, online: bool) -> MarcRecord:
    codes = _TEXT_ONLINE if online else _TEXT_ON_PAPER
    fields: list[Field] = []
    for field in record.fields:
        if field.tag not in codes:
            fields.append(field)
        elif all(found.tag != field.tag for found in fields):
            source = f"rda{ {'336': 'content', '337': 'media', '338': 'carrier'}[field.tag] }"
            fields.append(Field(field.tag, "", "  ", (("b", codes[field.tag]), ("2", source))))
    return record.having(fields)


def _without_medium(record: MarcRecord, _online: bool) -> MarcRecord:
    return record.having(
        field._replace(subfields=tuple(pair for pair in field.subfields if pair[0] != "h"))
        if field.tag == "245"
        else field
        for field in record.fields
    )


def _has_audience_code(record: MarcRecord) -> bool:
    return record.leader[6] in _WITH_AUDIENCE and record.leader[7] not in _SERIAL


def _audience_note(record: MarcRecord) -> int | None:
    named = {each.value for each in Audience}
    places = (n for n, field in enumerate(record.fields) if field.tag == "521" and field.first("a") in named)
    return next(places, None)


def _whole(record: MarcRecord) -> str:
    codes = record_codes(record)
    return codes.ljust(_LENGTH) if codes else _UNSAID


def _written(record: MarcRecord, start: int, text: str) -> MarcRecord:
    codes = _whole(record)
    field = control("008", codes[:start] + text + codes[start + len(text) :])
    place = place_of(record, "008")
    return with_new_field(record, field) if place is None else with_field(record, place, field)
