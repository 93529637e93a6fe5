"""Completes authors and subjects from the headings that the catalogue has, as they are established in it."""

from collections import Counter
from dataclasses import dataclass

from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import Field
from kiosk.staff.records.headings import NAME_TAGS, SUBJECT_TAGS, HeadingKind, heading_text
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, heading_key

# So many records tell how a heading is mostly written.
_LOOKED_AT = 25


@dataclass(frozen=True, slots=True)
class Completion:
    """A heading that begins as typed, and how many records have it."""

    text: str
    records: int


class HeadingCompletion:
    """Looks along the browse lists; every question reads a page of an index at most."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.CATALOGUE_SEE)
    def begin_with(
        self, by: SignedIn, kind: HeadingKind, typed: str, limit: int = 8
    ) -> tuple[Completion, ...]:
        """Return the headings that begin as typed, in the order of the list."""
        wanted = heading_key(typed)
        if not wanted:
            return ()
        with self._database.read() as view:
            page = view.headings.browse(kind.list_name, typed, limit)
        fitting = (one for one in page.headings if heading_key(one.text).startswith(wanted))
        return tuple(Completion(one.text, one.records) for one in fitting)

    @needs(Right.CATALOGUE_SEE)
    def knows(self, by: SignedIn, kind: HeadingKind, text: str) -> bool:
        """Tell whether some record of the catalogue has this heading."""
        wanted = heading_key(text)
        if not wanted:
            return False
        with self._database.read() as view:
            return bool(view.headings.records_of(kind.list_name, text, 1))

    @needs(Right.CATALOGUE_SEE)
    def established(self, by: SignedIn, kind: HeadingKind, text: str) -> Field | None:
        """Return the field by which most records have a heading, dates and all; None where none has it."""
        wanted = heading_key(text)
        if not wanted:
            return None
        tags = SUBJECT_TAGS if kind is HeadingKind.SUBJECT else NAME_TAGS
        found: Counter[Field] = Counter()
        with self._database.read() as view:
            for record_id in view.headings.records_of(kind.list_name, text, _LOOKED_AT):
                stored = view.records.get(record_id)
                for field in read_back(stored.marc).all(*tags) if stored is not None else ():
                    if heading_key(heading_text(field)) == wanted:
                        found[_bare(field)] += 1
        return found.most_common(1)[0][0] if found else None


def _bare(field: Field) -> Field:
    """Leave out what belongs to one work: relators, links within its record, who said it."""
    kept = tuple(pair for pair in field.subfields if pair[0] not in "e4i568")
    return field._replace(subfields=kept)
