"""One row of a table, understood: what it says of a record and of an item."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.catalog.description.forms import form_by_words
from kiosk.catalog.description.identifiers import is_ruined, isbn13, with_lost_zeros
from kiosk.catalog.folding import fold
from kiosk.catalog.items.source_item import SourceItem
from kiosk.catalog.marc.characters import clean, note
from kiosk.catalog.problems import Finding, warning
from kiosk.catalog.tables.headers import Header
from kiosk.catalog.tables.languages import language_code
from kiosk.model.item import Condition
from kiosk.model.record import Audience, Form, record_number

Lookup = Callable[[str], str | None]

_YEAR = re.compile(r"(?<![\d-])(\d{4})(?!\d)")
_CONTRIBUTOR = re.compile(r"(.+?)\s*\(([^()]{1,60})\)\s*")
_ROLE_WORDS = (
    "author translator illustrator editor narrator director actor composer performer artist singer"
    " autor autorin ubersetzer ubersetzerin ubers illustratorin hrsg hg herausgeber herausgeberin sprecher"
    " sprecherin erzahler regisseur regisseurin regie schauspieler schauspielerin darsteller komponist"
    " komponistin interpret tlumacz tlumaczka redaktor ilustrator lektor rezyser aktor aktorka kompozytor"
    " wykonawca"
)
_ROLES = frozenset(_ROLE_WORDS.split())
_TRUE = frozenset({"1", "true", "yes", "y", "x", "ja", "j", "wahr", "tak", "t", "prawda"})
_AUDIENCES = {
    **dict.fromkeys(("children", "child", "juvenile", "kinder", "kind", "dzieci", "j"), Audience.CHILDREN),
    **dict.fromkeys(
        ("youth", "young adult", "teen", "ya", "jugend", "jugendliche", "mlodziez"), Audience.YOUTH
    ),
    **dict.fromkeys(("adult", "adults", "erwachsene", "dorosli", "general"), Audience.ADULT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """What a row says; texts are clean, codes are checked, what could not be understood is left out."""

    control_number: str | None = None
    title: str | None = None
    subtitle: str | None = None
    original_title: str | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[tuple[str, str | None], ...] = ()
    year: int | None = None
    isbns: tuple[str, ...] = ()
    language: str | None = None
    form: Form | None = None
    subjects: tuple[str, ...] = ()
    publisher: str | None = None
    place: str | None = None
    extent: str | None = None
    series: tuple[str, ...] = ()
    summary: str | None = None
    audience: Audience | None = None
    call_number: str | None = None
    record_id: int | None = None
    item: SourceItem | None = None


def understood(header: Header, cells: list[str], findings: list[Finding]) -> TableRow:
    """Read a row; everything doubtful in it is told among the findings and left out."""
    values = {
        column: [clean(text, findings) for text in texts] for column, texts in header.values(cells).items()
    }

    def one(column: str) -> str | None:
        return next(iter(values.get(column, ())), None)

    item = _item(one, findings)
    return TableRow(
        control_number=one("control_number"),
        title=one("title"),
        subtitle=one("subtitle"),
        original_title=one("original_title"),
        authors=_authors(one("author"), header.authors_by_comma),
        contributors=_contributors(one("contributors")),
        year=_year(values.get("year", []), findings),
        isbns=_isbns(values.get("isbn", []), findings),
        language=_language(one("language"), findings),
        form=_form(one("form"), one("item_type"), findings),
        subjects=_list(values.get("subjects", [])),
        publisher=one("publisher"),
        place=one("place"),
        extent=one("extent"),
        series=tuple(part.strip() for part in (one("series") or "").split(" | ") if part.strip()),
        summary=one("summary"),
        audience=_audience(one("audience"), findings),
        call_number=one("call_number"),
        record_id=record_number(one("record") or ""),
        item=item,
    )


def _list(texts: list[str]) -> tuple[str, ...]:
    return tuple(part.strip() for text in texts for part in text.split(";") if part.strip())


def _authors(text: str | None, by_comma: bool) -> tuple[str, ...]:
    names = _list([text] if text else [])
    if len(names) == 1 and by_comma:
        parts = [part.strip() for part in names[0].split(",")]
        # "Kehlmann, Daniel" is one name; "J. K. Rowling, Mary GrandPré" are two.
        if all(" " in part for part in parts):
            return tuple(parts)
    return names


def _contributors(text: str | None) -> tuple[tuple[str, str | None], ...]:
    found: list[tuple[str, str | None]] = []
    for part in _list([text] if text else []):
        matched = _CONTRIBUTOR.fullmatch(part)
        # "Loituma (Musical group)" is a name, "Foy, Claire (actor)" a name and a role.
        named = matched is not None and is_role(matched[2].strip())
        found.append((matched[1], matched[2].strip()) if matched is not None and named else (part, None))
    return tuple(found)


def is_role(text: str) -> bool:
    """Return whether what stands in parentheses behind a name says what the person did."""
    return text[:1].islower() or any(word in _ROLES for word in fold(text).split())


def _year(texts: list[str], findings: list[Finding]) -> int | None:
    for text in texts:
        found = _YEAR.search(text)
        if found is not None and 1 <= int(found[1]) <= 2099 and not text.startswith("-"):
            return int(found[1])
    if texts:
        note(findings, warning("row.year", year=texts[0][:40]))
    return None


def _isbns(texts: list[str], findings: list[Finding]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in _list(texts):
        number = None if is_ruined(text) else isbn13(text) or with_lost_zeros(text)
        if number is not None:
            found[number] = None
        else:
            code = "isbn.ruined" if is_ruined(text) else "isbn.invalid"
            note(findings, warning(code, isbn=text[:40]))
    return tuple(found)


def _language(text: str | None, findings: list[Finding]) -> str | None:
    code = language_code(text) if text else None
    if text and code is None:
        note(findings, warning("row.language", language=text[:40]))
    return code


def _form(text: str | None, item_type: str | None, findings: list[Finding]) -> Form | None:
    found = form_by_words(text) if text else None
    if text and found is None:
        note(findings, warning("row.form", form=text[:40]))
    return found or (form_by_words(item_type) if item_type else None)


def _audience(text: str | None, findings: list[Finding]) -> Audience | None:
    found = _AUDIENCES.get(text.casefold()) if text else None
    if text and found is None:
        note(findings, warning("row.audience", audience=text[:40]))
    return found


def _item(one: Lookup, findings: list[Finding]) -> SourceItem | None:
    barcode = one("barcode")
    if not barcode:
        return None
    if is_ruined(barcode):
        note(findings, warning("row.barcode_ruined", barcode=barcode[:40]))
        return None
    return SourceItem(
        barcode=barcode,
        branch=one("branch"),
        location=one("location"),
        call_number=one("call_number"),
        item_type=one("item_type"),
        price=one("price"),
        condition=_condition(one("condition")),
        not_for_loan=(one("not_for_loan") or "").casefold() in _TRUE,
        due=one("due"),
        note=one("note"),
        parts=one("parts"),
    )


def _condition(text: str | None) -> Condition:
    try:
        return Condition((text or "").casefold())
    except ValueError:
        return Condition.FINE
