"""A record as it was when somebody opened it, to compare with when it is saved."""

from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import MarcRecord
from kiosk.model.record import BibRecord, Form, record_key
from kiosk.staff.records import coded


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """What was opened: ``stored`` is the MARC record byte for byte, None for one that is not saved yet.

    ``changed_by`` is the account that changed it last, None where an import did or nobody.
    """

    record_id: int | None
    stored: str | None
    record: MarcRecord
    form: Form
    changed_at: datetime | None = None
    changed_by: str | None = None
    versions: int = 0

    @property
    def key(self) -> str:
        """Return the public id, empty where there is none yet."""
        return record_key(self.record_id) if self.record_id is not None else ""

    @property
    def is_new(self) -> bool:
        """Tell whether it was never saved."""
        return self.record_id is None


def opened_record(stored: BibRecord, changed_by: str | None, versions: int) -> OpenedRecord:
    """Return a stored record as opened."""
    return OpenedRecord(
        stored.id,
        stored.marc,
        read_back(stored.marc),
        stored.description.form,
        stored.updated_at,
        changed_by,
        versions,
    )


def form_after(before: MarcRecord, form: Form, after: MarcRecord) -> Form:
    """Return what a record is after a change: the stored form stays while the MARC record says no other.

    It may have come from the item types of an import, of which the MARC record knows nothing.
    """
    now = coded.form(after)
    return form if now is coded.form(before) else now


def as_new(opened: OpenedRecord) -> OpenedRecord:
    """Return it as a record that was never saved."""
    return replace(opened, record_id=None, stored=None, changed_at=None, changed_by=None, versions=0)
