"""Copies records from other catalogues: asked for, shown beside what is here already, taken over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.catalog.description import describe
from kiosk.catalog.marc.record import MarcRecord
from kiosk.catalog.problems import Finding
from kiosk.catalog.reading import rejection_of
from kiosk.catalog.sru import SruClient, SruQuery
from kiosk.catalog.sru_answer import SruRecord
from kiosk.catalog.taking import same_record, take_record
from kiosk.model.record import BibRecord, Description
from kiosk.staff.intake.sources import source_of
from kiosk.staff.intake.taking_back import undo_taken
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act, Database, View
from kiosk.storage.imports import Outcome

_COPIED = "record.copied"
# Another library's own copies and local fields: 841 to 878 and 9XX.
_FIRST_HOLDING, _LAST_HOLDING = "841", "878"


class SameBy(StrEnum):
    """Why a record here is taken for the one found elsewhere."""

    NUMBER = "number"
    ISBN = "isbn"


@dataclass(frozen=True, slots=True)
class Twin:
    """A record of this catalogue that may be the same."""

    record_id: int
    title: str
    year: int | None
    why: SameBy
    edited_here: bool


@dataclass(frozen=True, slots=True)
class FoundCopy:
    """A record of another catalogue; without a description it cannot be taken, and the findings say why."""

    number: int
    record: MarcRecord | None
    description: Description | None
    findings: tuple[Finding, ...]
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundCopies:
    """One page of what another catalogue has; ``following`` is where the next page begins."""

    source: str
    total: int
    copies: tuple[FoundCopy, ...]
    following: int | None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a record that was taken: the number under which it is here.

    ``edited_here``: what staff here had changed was left as it is. ``version`` is the one that was kept
    of it, None where nothing changed; ``was_edited`` whether staff had edited what was replaced.
    """

    record_id: int
    outcome: Outcome
    edited_here: bool = False
    version: int | None = None
    was_edited: bool = False


class Copying:
    """Searches elsewhere and takes over."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.CATALOGUE_EDIT)
    def search(
        self,
        by: SignedIn,
        source: str,
        query: SruQuery,
        start: int = 1,
        stopped: Callable[[], bool] = lambda: False,
    ) -> FoundCopies:
        """Ask a catalogue and say of each record which one here may be the same.

        Raises SourceUnknown and what SruClient.search raises.
        """
        with self._database.read() as view:
            target = source_of(view, source).target
        answer = SruClient(target).search(query, start, stopped)
        with self._database.read() as view:
            copies = tuple(_found(view, start + place, found) for place, found in enumerate(answer.records))
        following = start + len(copies) if copies and start + len(copies) <= answer.total else None
        return FoundCopies(source, answer.total, copies, following)

    @needs(Right.CATALOGUE_EDIT)
    def here(self, by: SignedIn, isbn: str) -> Twin | None:
        """Return the record of this catalogue that has the ISBN, before anybody else is asked."""
        with self._database.read() as view:
            found = view.records.by_isbn(isbn)
        return None if found is None else _twin(found, SameBy.ISBN)

    @needs(Right.CATALOGUE_EDIT)
    def take(
        self, by: SignedIn, source: str, record: MarcRecord, *, at: datetime, overwrite: bool = False
    ) -> Taken:
        """Take a record over, matched as an import matches; ``overwrite`` also what staff edited here."""
        with self._database.act() as work:
            there = same_record(work, record)
            before = work.records.get(there) if there is not None else None
            stored = take_record(work, record, at, overwrite=overwrite)
            assert stored.record_id is not None  # a record with a description is never rejected
            version = None
            if stored.outcome is not Outcome.UNCHANGED:
                version = _keep(work, by, before, stored.record_id, source, at)
            work.commit()
        was_edited = before is not None and before.edited_here
        return Taken(stored.record_id, stored.outcome, stored.local_changes, version, was_edited)

    @needs(Right.CATALOGUE_EDIT)
    def undo(self, by: SignedIn, taken: Taken, *, at: datetime) -> None:
        """Take a taking over back: what was new is gone, what was replaced is as it was.

        Raises RecordChangedMeanwhile where somebody has changed the record since, or given it items.
        """
        if taken.version is None:
            return
        new, edited = taken.outcome is Outcome.CREATED, taken.was_edited
        with self._database.act() as work:
            undo_taken(work, by, taken.record_id, taken.version, at, new=new, edited=edited)
            work.commit()


def _keep(
    work: Act, by: SignedIn, before: BibRecord | None, record_id: int, source: str, at: datetime
) -> int:
    """Keep what the record was and is, and who made it so; return the number of its version."""
    after = work.records.get(record_id)
    assert after is not None
    version = work.record_versions.keep(before, after, account=by.account, act=_COPIED)
    details = {
        "before": None if before is None else {"content": before.content_hash},
        "after": {"content": after.content_hash, "version": version},
        "source": source,
    }
    work.audit.write(
        at=at, account=by.account, act=_COPIED, subject="record", subject_id=record_id, details=details
    )
    return version


def _found(view: View, number: int, found: SruRecord) -> FoundCopy:
    findings = list(found.findings)
    if found.record is None:
        return FoundCopy(number, None, None, tuple(findings))
    refusal = rejection_of(found.record)
    if refusal is not None:
        return FoundCopy(number, None, None, (*findings, refusal))
    record = without_holdings(found.record)
    description = describe(record, findings)
    return FoundCopy(number, record, description, tuple(findings), twins_of(view, record, description))


def without_holdings(record: MarcRecord) -> MarcRecord:
    """Return the record without what it says of the other library's own copies."""
    kept = (
        field
        for field in record.fields
        if not (field.tag.startswith("9") or _FIRST_HOLDING <= field.tag <= _LAST_HOLDING)
    )
    return record.having(kept)


def twins_of(view: View, record: MarcRecord, description: Description) -> tuple[Twin, ...]:
    """Return the records here that may be the same: by number as an import matches, and by ISBN."""
    number = same_record(view, record)
    found = [(view.records.get(number), SameBy.NUMBER)] if number is not None else []
    found += [(view.records.by_isbn(isbn), SameBy.ISBN) for isbn in description.isbns]
    twins: dict[int, Twin] = {}
    for one, why in found:
        if one is not None:
            twins.setdefault(one.id, _twin(one, why))
    return tuple(twins.values())


def _twin(record: BibRecord, why: SameBy) -> Twin:
    return Twin(record.id, record.description.title, record.description.year, why, record.edited_here)
