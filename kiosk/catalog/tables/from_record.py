"""Records as rows of a table, in the columns that an import understands."""

from kiosk.catalog.description.fields import by_tag, trimmed
from kiosk.catalog.description.names import authors_of
from kiosk.catalog.description.titles import other_title
from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.catalog.tables.headers import COLUMNS
from kiosk.catalog.tables.table_row import is_role
from kiosk.model.record import Description
from kiosk.model.spreadsheet import disarmed
from kiosk.storage import Copy

_MAIN_ENTRIES = ("100", "110", "111")


def table_rows(
    record: MarcRecord, description: Description, copies: tuple[Copy, ...], key: str
) -> list[list[str]]:
    """Return a row for each copy, or one row for a record without copies; ``key`` is its public id.

    What a spreadsheet would run is disarmed; an import takes it as it was.
    """
    of_record = {**_of_record(record, description), "record": key}
    rows = [{**of_record, **_of_copy(copy)} for copy in copies] or [of_record]
    return [[disarmed(row.get(column) or "") for column in COLUMNS] for row in rows]


def _of_record(record: MarcRecord, description: Description) -> dict[str, str | None]:
    main = [field for field in record.fields if field.tag in _MAIN_ENTRIES and not field.first("t")]
    author = next(iter(authors_of(by_tag(record.having(main))[0])), None)
    uniform = record.get("240")
    return {
        "control_number": record.control_number,
        "title": description.title,
        "subtitle": description.subtitle,
        "original_title": other_title(uniform) if uniform is not None else None,
        "author": author,
        "contributors": _contributors(record, description, author),
        "year": str(description.year) if description.year else None,
        "isbn": "; ".join(description.isbns),
        "language": description.language,
        "form": description.form.value,
        "subjects": "; ".join(description.subjects),
        "publisher": description.publisher,
        "place": description.place,
        "extent": description.extent,
        "series": " | ".join(description.series),
        "summary": description.summary,
        "audience": description.audience.value if description.audience else None,
        "call_number": description.call_number,
    }


def _contributors(record: MarcRecord, description: Description, author: str | None) -> str:
    roles: dict[str | None, str] = {}
    for field in record.fields:
        if field.tag[:1] == "7" and not field.first("t"):
            roles.setdefault(_name(record, field), trimmed(field.first("e"), " .,()"))
    named = [name for name in description.authors if name != author]
    return "; ".join([f"{name} ({roles[name]})" if is_role(roles.get(name, "")) else name for name in named])


def _name(record: MarcRecord, field: Field) -> str | None:
    return next(iter(authors_of(by_tag(record.having([field]))[0])), None)


def _of_copy(copy: Copy) -> dict[str, str | None]:
    item = copy.item
    return {
        "barcode": item.barcode,
        "branch": item.branch,
        "location": item.location,
        "item_type": item.item_type,
        "price": item.price.decimal() if item.price is not None else None,
        "condition": item.condition.value,
        "not_for_loan": "true" if item.not_for_loan else None,
        "due": copy.due_at.date().isoformat() if copy.on_loan and copy.due_at else None,
        "note": item.note,
        "parts": item.parts,
        "call_number": item.call_number,
    }
