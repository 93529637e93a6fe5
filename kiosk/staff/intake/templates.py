"""What new records begin as: the program's templates, and those a library makes of its own records."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.catalog.folding import fold
from kiosk.catalog.marc.content import kept_form
from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import MarcRecord
from kiosk.catalog.taking import same_record, take_record
from kiosk.model.errors import RecordUnknown
from kiosk.model.record import Form
from kiosk.model.staff_errors import (
    RecordTemplateInvalid,
    RecordTemplateUnknown,
    TitleMissing,
)
from kiosk.model.texts import LocalText
from kiosk.staff.intake.copying import Taken
from kiosk.staff.intake.first_templates import FIRST_TEMPLATES, form_of_record
from kiosk.staff.intake.new_titles import NewTitle, as_template, begun
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, StoredTemplate, View
from kiosk.storage.imports import Outcome

_MADE = "record.made"
_SUBJECT = "record_template"
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class RecordTemplate:
    """A template by its code; ``own`` tells that the library made it."""

    code: str
    name: LocalText
    record: MarcRecord
    form: Form
    own: bool = False


class RecordTemplates:
    """Lists templates, makes them of records, and records of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.CATALOGUE_EDIT)
    def all(self, by: SignedIn) -> tuple[RecordTemplate, ...]:
        """Return the program's templates, then the library's own by code."""
        with self._database.read() as view:
            return _all(view)

    @needs(Right.CATALOGUE_EDIT)
    def make(self, by: SignedIn, code: str, title: NewTitle, *, at: datetime, apart: bool = False) -> Taken:
        """Make a record of a template and what was typed; one that is here already is left as it is.

        ``apart`` makes another one beside it. Raises TitleMissing and RecordTemplateUnknown.
        """
        if not title.title.strip():
            raise TitleMissing()
        with self._database.act() as work:
            record = begun(_one(work, code).record, title, at, apart=apart)
            there = same_record(work, record)
            if there is not None:
                return Taken(there, Outcome.UNCHANGED)
            stored = take_record(work, record, at)
            assert stored.record_id is not None
            after = work.records.get(stored.record_id)
            assert after is not None
            work.record_versions.keep(None, after, account=by.account, act=_MADE)
            work.audit.write(
                at=at,
                account=by.account,
                act=_MADE,
                subject="record",
                subject_id=after.id,
                details={"before": None, "after": {"content": after.content_hash}, "template": code},
            )
            work.commit()
        return Taken(after.id, Outcome.CREATED)

    @needs(Right.CATALOGUE_EDIT)
    def save(self, by: SignedIn, name: str, record: str, *, at: datetime) -> RecordTemplate:
        """Make a template of a record, found by barcode, ISBN or id; one of the same name is replaced.

        Raises RecordTemplateInvalid for a name without letters, and RecordUnknown.
        """
        code = "-".join(fold(name).split())[:_LONGEST_NAME]
        if not code or code in FIRST_TEMPLATES:
            raise RecordTemplateInvalid(name=name)
        with self._database.act() as work:
            found = work.records.find(record)
            if found is None:
                raise RecordUnknown(record=record)
            before = work.record_templates.get(code)
            written, digest = kept_form(as_template(read_back(found.marc)))
            shown = LocalText(name.strip()[:_LONGEST_NAME])
            work.record_templates.save(StoredTemplate(code, shown, written, by.account, at))
            details = {
                "before": before and {"name": before.name.plain},
                "after": {"code": code, "content": digest},
            }
            work.audit.write(
                at=at, account=by.account, act="record_template.save", subject=_SUBJECT, details=details
            )
            work.commit()
            return _one(work, code)

    @needs(Right.CATALOGUE_EDIT)
    def forget(self, by: SignedIn, code: str, *, at: datetime) -> None:
        """Forget one of the library's own; raises RecordTemplateUnknown for any other."""
        with self._database.act() as work:
            before = work.record_templates.get(code)
            if before is None:
                raise RecordTemplateUnknown(template=code)
            work.record_templates.forget(code)
            details = {
                "before": {"code": code, "name": before.name.plain, "marc": before.marc},
                "after": None,
            }
            work.audit.write(
                at=at, account=by.account, act="record_template.forget", subject=_SUBJECT, details=details
            )
            work.commit()


def _all(view: View) -> tuple[RecordTemplate, ...]:
    first = tuple(
        RecordTemplate(code, name, record, Form(code)) for code, (name, record) in FIRST_TEMPLATES.items()
    )
    return first + tuple(map(_own, view.record_templates.all()))


def _own(stored: StoredTemplate) -> RecordTemplate:
    record = read_back(stored.marc)
    return RecordTemplate(stored.code, stored.name, record, form_of_record(record), own=True)


def _one(view: View, code: str) -> RecordTemplate:
    found = next((template for template in _all(view) if template.code == code), None)
    if found is None:
        raise RecordTemplateUnknown(template=code)
    return found
