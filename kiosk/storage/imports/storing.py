"""Decides for a batch what is new, changed or the same, and writes it in one transaction."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from sqlalchemy import select

from kiosk.model.item import barcode_key
from kiosk.model.record import Form
from kiosk.storage.catalogue.descriptions import NewRecord
from kiosk.storage.imports import rows
from kiosk.storage.imports.headings import HeadingMemory
from kiosk.storage.imports.incoming import Incoming, IncomingItem, ItemFate, Outcome, Stored
from kiosk.storage.imports.matching import Known, Shelf, load_shelf, match
from kiosk.storage.link import Link
from kiosk.storage.tables import records
from kiosk.storage.unit_of_work import Act, View

# What a later import changes of an item; its state belongs to the desk once it is here.
_DESCRIBING = ("branch", "item_type", "location", "call_number", "price", "not_for_loan", "note", "parts")
_KNOWN_ITEMS = (
    f"SELECT id, record_id, barcode_key, {', '.join(_DESCRIBING)} FROM items WHERE barcode_key IN ({{}})"
)


@dataclass(slots=True)
class Pretence:
    """What a dry run would have stored so far, so that later records meet it."""

    shelf: Shelf = field(default_factory=Shelf)
    items: dict[str, int] = field(default_factory=dict)
    last_id: int = 0


@dataclass(slots=True)
class _Plan:
    """What is to be written for a batch."""

    created: list[tuple[int, NewRecord]] = field(default_factory=list)
    updated: list[tuple[int, NewRecord]] = field(default_factory=list)
    new_items: list[tuple[int, IncomingItem]] = field(default_factory=list)
    changed_items: list[tuple[int, int, IncomingItem]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Manner:
    """How doubtful records are met: ``overwrite`` replaces those edited here.

    ``seen`` has the records met before in the same file: their first description stays, so that
    importing a file twice is importing it once. ``memory`` lasts as long as the import.
    """

    overwrite: bool = False
    seen: Container[int] = ()
    memory: HeadingMemory = field(default_factory=HeadingMemory)


def store_batch(act: Act, batch: Sequence[Incoming], at: datetime, manner: Manner) -> list[Stored]:
    """Write a batch into the act, which the caller commits; no two of the batch may be one record."""
    link = act.link
    link.tend_log()
    shelf = load_shelf(link, batch)
    known_items = _known_items(link, batch)
    matched = [match(shelf, one) for one in batch]
    new = sum(found is None and not one.items_only for found, one in zip(matched, batch, strict=True))
    numbers = iter(rows.fresh_ids(link, records, new))
    plan = _Plan()
    stored = [
        _decide(link, plan, one, found, known_items, next(numbers) if _is_new(one, found) else 0, manner)
        for one, found in zip(batch, matched, strict=True)
    ]
    rows.write_records(link, plan.created, plan.updated, at, manner.memory)
    rows.write_items(link, plan.new_items, plan.changed_items, at)
    rows.touch(act.feed, plan.created, plan.updated, plan.new_items, plan.changed_items)
    return stored


def pretend_batch(view: View, batch: Sequence[Incoming], pretence: Pretence, manner: Manner) -> list[Stored]:
    """Return what ``store_batch`` would have done after all batches pretended before."""
    shelf = load_shelf(view.link, batch)
    shelf.by_id.update(pretence.shelf.by_id)
    known_items = _known_items(view.link, batch)
    for key, record_id in pretence.items.items():
        if key not in known_items:
            known_items[key] = {"id": 0, "record_id": record_id, "pretended": True}
    stored = []
    for one in batch:
        found = match(pretence.shelf, one) or match(shelf, one)
        if _is_new(one, found):
            pretence.last_id -= 1
        stored.append(_decide(view.link, _Plan(), one, found, known_items, pretence.last_id, manner))
        if _is_new(one, found):
            pretence.shelf.add(_as_known(pretence.last_id, one.record))
        for item in one.items:
            pretence.items.setdefault(barcode_key(item.barcode), stored[-1].record_id or 0)
    return stored


def _is_new(incoming: Incoming, found: Known | None) -> bool:
    return found is None and not incoming.items_only


def _as_known(number: int, record: NewRecord) -> Known:
    described = record.description
    return Known(
        number,
        record.control_number,
        record.agency,
        described.filing_title,
        described.year,
        record.content_hash,
        False,
        described.call_number,
    )


def _decide(
    link: Link,
    plan: _Plan,
    incoming: Incoming,
    found: Known | None,
    known_items: dict[str, dict[str, object]],
    fresh_id: int,
    manner: Manner,
) -> Stored:
    if found is None and incoming.items_only:
        return Stored(Outcome.REJECTED, tuple(ItemFate.REJECTED for _ in incoming.items))
    local = repeated = False
    if found is None:
        record_id = fresh_id
        outcome = Outcome.CREATED
        plan.created.append((record_id, incoming.record))
    else:
        record_id = found.id
        outcome = Outcome.UNCHANGED
        changed = _changed(link, incoming, found)
        repeated = changed is not None and record_id in manner.seen
        local = changed is not None and not repeated and found.edited_here and not manner.overwrite
        if changed is not None and not repeated and not local:
            outcome = Outcome.UPDATED
            plan.updated.append((record_id, changed))
    fates = tuple(
        _decide_item(plan, record_id, item, known_items, partial(_with_call_number, item, incoming, found))
        for item in incoming.items
    )
    return Stored(outcome, fates, record_id, local, repeated)


def _with_call_number(item: IncomingItem, incoming: Incoming, found: Known | None) -> IncomingItem:
    if item.call_number or incoming.shelf_key_of is None:
        return item
    number = found.call_number if found is not None else incoming.record.description.call_number
    return replace(item, call_number=number, shelf_key=incoming.shelf_key_of(number)) if number else item


def _changed(link: Link, incoming: Incoming, found: Known) -> NewRecord | None:
    """Return what to store instead of the stored description, or None where it may stay."""
    if incoming.items_only or incoming.record.content_hash == found.content_hash:
        return None
    if incoming.revise is None or found.id <= 0:
        return incoming.record
    row = link.first(select(records.c.marc, records.c.form).where(records.c.id == found.id))
    return incoming.revise(row.marc, Form(row.form)) if row is not None else None


def _decide_item(
    plan: _Plan,
    record_id: int,
    item: IncomingItem,
    known_items: dict[str, dict[str, object]],
    completed: Callable[[], IncomingItem],
) -> ItemFate:
    key = barcode_key(item.barcode)
    known = known_items.get(key)
    if known is None:
        known_items[key] = {"id": 0, "record_id": record_id, "pretended": True}
        plan.new_items.append((record_id, completed()))
        return ItemFate.CREATED
    if known["record_id"] != record_id:
        return ItemFate.TAKEN
    if known.get("pretended") or not _item_differs(item, known):
        return ItemFate.UNCHANGED
    plan.changed_items.append((int(str(known["id"])), record_id, item))
    return ItemFate.UPDATED


def _item_differs(item: IncomingItem, known: Mapping[str, object]) -> bool:
    return any((value := getattr(item, name)) is not None and value != known[name] for name in _DESCRIBING)


def _known_items(link: Link, batch: Sequence[Incoming]) -> dict[str, dict[str, object]]:
    keys = {barcode_key(item.barcode) for one in batch for item in one.items}
    return {row.barcode_key: dict(row._mapping) for row in link.among(_KNOWN_ITEMS, keys)}
