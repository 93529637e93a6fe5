"""Adds copies, singly or in a series, and changes what describes one, never over what another changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kiosk.catalog.call_numbers import call_number_key
from kiosk.decisions import Decider
from kiosk.model.clock import Clock
from kiosk.model.errors import ItemUnknown, RecordUnknown
from kiosk.model.item import Item, barcode_key
from kiosk.model.library import Library, Symbology
from kiosk.model.staff_errors import (
    BarcodeTaken,
    CopyChangedMeanwhile,
    CopyInvalid,
    NoBarcodeLeft,
    TooManyCopies,
)
from kiosk.staff.copies.barcode_form import BarcodeForm, Check, form_of
from kiosk.staff.copies.fields import CopyFields, differing, fields_of, problems, tidy, told, with_fields
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act as Work
from kiosk.storage import Database, View

MOST_IN_A_SERIES = 500
_EAN_DIGITS = 13
# So many numbers in a row may be taken already before somebody has to name a free one.
_LOOK_AHEAD = 5_000


@dataclass(frozen=True, slots=True)
class Changed:
    """A copy before and after a change; the change is undone by making ``before`` of ``after`` again."""

    before: Item
    after: Item


class CopyEditing:
    """Makes and describes copies; each call is one transaction, told in the audit trail."""

    def __init__(self, database: Database, decider: Decider, clock: Clock) -> None:
        self._database = database
        self._decider = decider
        self._clock = clock

    @needs(Right.CATALOGUE_EDIT)
    def next_barcodes(self, by: SignedIn, count: int, after: str | None = None) -> tuple[str, ...]:
        """Return free barcodes as the library builds them, behind ``after`` or the last copy that came.

        Raises NoBarcodeLeft where its form has no more, TooManyCopies for more than a series may have.
        """
        if not 0 < count <= MOST_IN_A_SERIES:
            raise TooManyCopies(count=count, most=MOST_IN_A_SERIES)
        with self._database.read() as view:
            return _free(view, self._decider.libraries.current(view), count, after)

    @needs(Right.CATALOGUE_EDIT)
    def add(
        self, by: SignedIn, record_id: int, fields: CopyFields, barcodes: Sequence[str]
    ) -> tuple[Item, ...]:
        """Add a copy for each barcode, all of them or none; ``fields.barcode`` does not count.

        Raises RecordUnknown, CopyInvalid, BarcodeTaken, which names the first that is, TooManyCopies.
        """
        if not 0 < len(barcodes) <= MOST_IN_A_SERIES:
            raise TooManyCopies(count=len(barcodes), most=MOST_IN_A_SERIES)
        with self._database.act() as work:
            if work.records.get(record_id) is None:
                raise RecordUnknown(record=record_id)
            library = self._decider.libraries.current(work)
            made = tuple(
                self._add_one(work, by, record_id, replace(fields, barcode=code), library)
                for code in barcodes
            )
            work.commit()
        return made

    @needs(Right.CATALOGUE_EDIT)
    def update(self, by: SignedIn, opened: Item, fields: CopyFields) -> Changed | None:
        """Make the description of a copy as opened into these fields; None where nothing differs.

        Raises CopyChangedMeanwhile where it is no longer as it was opened, ItemUnknown where it is gone,
        CopyInvalid, BarcodeTaken. Where the copy lies, and in what state, may have changed meanwhile.
        """
        with self._database.act() as work:
            library = self._decider.libraries.current(work)
            changed = describe(work, opened, fields, library, by.account, self._clock)
            work.commit()
        return changed

    def _add_one(
        self, work: Work, by: SignedIn, record_id: int, fields: CopyFields, library: Library
    ) -> Item:
        wanted = _sound(fields, library)
        blank = Item(0, record_id, wanted.barcode, wanted.branch, wanted.item_type)
        key = call_number_key(wanted.call_number) if wanted.call_number else None
        added = work.items.add(with_fields(blank, wanted), shelf_key=key)
        if added is None:
            raise BarcodeTaken(barcode=wanted.barcode)
        names = differing(CopyFields("", "", ""), wanted)
        work.audit.write(
            at=self._clock.now(),
            account=by.account,
            act="item.add",
            subject="item",
            subject_id=added.id,
            details={"before": {}, "after": told(wanted, names)},
        )
        return added


def describe(
    work: Work,
    opened: Item,
    fields: CopyFields,
    library: Library,
    account: str,
    clock: Clock,
    batch: str | None = None,
) -> Changed | None:
    """Change what describes a copy within an act, refusing what another changed since it was opened."""
    now = work.item_edits.locked([opened.id]).get(opened.id)
    if now is None:
        raise ItemUnknown(barcode=opened.barcode)
    before = fields_of(now)
    if other := differing(fields_of(opened), before):
        entries = work.audit.about("item", opened.id, limit=1)
        who = entries[0].account if entries else ""
        raise CopyChangedMeanwhile(account=who, barcode=now.barcode, item=now, fields=other)
    wanted = _sound(fields, library)
    names = differing(before, wanted)
    if not names:
        return None
    key = call_number_key(wanted.call_number) if wanted.call_number else None
    if "barcode" in names and _belongs_to_another(work, wanted.barcode, now.id):
        raise BarcodeTaken(barcode=wanted.barcode)
    values = {name: getattr(wanted, name) for name in names}
    if not work.item_edits.describe(now, values, key):
        raise BarcodeTaken(barcode=wanted.barcode)
    details = {"before": told(before, names), "after": told(wanted, names)}
    work.audit.write(
        at=clock.now(),
        account=account,
        act="item.change",
        subject="item",
        subject_id=now.id,
        details=details | ({"batch": batch} if batch else {}),
    )
    return Changed(now, with_fields(now, wanted))


def _sound(fields: CopyFields, library: Library) -> CopyFields:
    wanted = tidy(fields)
    if wrong := problems(wanted, library):
        raise CopyInvalid(wrong, wanted.barcode)
    return wanted


def _belongs_to_another(view: View, barcode: str, item_id: int) -> bool:
    other = view.items.by_barcode(barcode)
    return other is not None and other.id != item_id


def _free(view: View, library: Library, count: int, after: str | None) -> tuple[str, ...]:
    latest = (after,) if after else view.copy_rows.latest_barcodes()
    form = form_of(view.copy_rows.latest_barcodes() if not after else (after, *_alike(view, after)))
    if form is None:
        form = first_form(library)
    begin = next((code for code in latest if form.serial(code) is not None), form.number(0))
    found: list[str] = []
    ahead = islice(form.after(begin or ""), _LOOK_AHEAD)
    while len(found) < count and (some := list(islice(ahead, max(count, 50)))):
        taken = view.copy_rows.taken(some)
        found += [code for code in some if barcode_key(code) not in taken]
    if len(found) < count:
        raise NoBarcodeLeft(barcode=begin or "")
    return tuple(found[:count])


def _alike(view: View, after: str) -> tuple[str, ...]:
    """Return barcodes as long as the one named: they tell how its check digit is made."""
    return tuple(code for code in view.copy_rows.latest_barcodes() if len(code) == len(after.strip()))


def first_form(library: Library) -> BarcodeForm:
    """Return how barcodes are built in a library that has none: 13 digits where labels are EAN-13."""
    if library.label_format.symbology is Symbology.EAN13:
        return BarcodeForm("20", _EAN_DIGITS - 2, Check.GTIN)
    return BarcodeForm()
