"""What is read for an index agrees with what is read the long way, whatever becomes of copies."""

from dataclasses import fields

from kiosk.model.item import Condition, ItemStatus, Place
from kiosk.model.record import Audience, Description, Form
from kiosk.storage import Copy, CopyToIndex, RecordToIndex, StoredTitle

from .builders import NOW, Town, act, description

_FULL = Description(
    title='Zoë "liest"\\',
    filing_title="zoe liest",
    form=Form.AUDIOBOOK,
    subtitle="Łódź",
    responsibility="von Zoë",
    authors=("Zoë, A.", 'B "C"'),
    names=("Zoë, A.", "Żak\tD"),
    other_titles=("Andere",),
    subjects=("Fuchs",),
    series=("Reihe ; 1",),
    notes=("Zeile\nzwei", "drei"),
    summary="Kurz 😀",
    publisher="Verlag",
    place="Łódź",
    extent="3 CDs",
    year=1999,
    language="ger",
    isbns=("9783161484100",),
    issns=("0317-8471",),
    audience=Audience.CHILDREN,
    call_number="A 1",
    online="https://example.org/",
)


def _long_way(title: StoredTitle, loans: int) -> RecordToIndex:
    record = title.record
    copies = [_copy(one) for one in title.copies]
    return RecordToIndex(
        record.id, record.control_number, record.description, record.created_at, copies, loans
    )


def _copy(one: Copy) -> CopyToIndex:
    item = one.item
    shelved = (item.location, item.call_number)
    return CopyToIndex(item.barcode, item.branch, item.item_type, *shelved, one.status, item.condition)


def test_every_part_of_a_description_is_read(town: Town) -> None:
    assert all(getattr(_FULL, field.name) for field in fields(Description))
    full, plain = town.record(_FULL), town.record(description("Plain", audience=None), control_number=None)
    with town.database.read() as view:
        assert list(view.records.to_index([plain.id, full.id, 4711])) == [
            RecordToIndex(full.id, full.control_number, _FULL, NOW, (), 0),
            RecordToIndex(plain.id, None, plain.description, NOW, (), 0),
        ]


def test_copies_are_read_as_they_stand(town: Town) -> None:
    record = town.record()
    for condition in Condition:
        town.item(record, barcode=f"C-{condition}", condition=condition)
    for place in Place:
        town.item(record, barcode=f"P-{place}", place=place, at_branch="MAIN", location="ADULT")
    town.item(record, barcode="kept", not_for_loan=True, call_number="B 2")
    lost = town.item(record, barcode="lost", condition=Condition.LOST)
    out, kept_for = town.item(record, barcode="Out"), town.item(record, barcode="held")
    undone = town.loan(None, town.item(record, barcode="undone"))
    reader = town.patron()
    town.loan(reader, out)
    town.loan(None, lost)
    hold = town.hold(reader, record.id)
    with town.database.act() as work:
        work.loans.close(undone.id, at=NOW, act_id=act(), undone=True)
        work.holds.trap(hold.id, kept_for.id, ready_at=NOW, ready_until=NOW.date())
        work.commit()
    with town.database.read() as view:
        (found,) = view.records.to_index([record.id])
        ((title,),) = view.records.iterate()
    assert found == _long_way(title, loans=2)
    assert {copy.status for copy in found.copies} == set(ItemStatus)


def test_ids_come_in_order_behind_the_last(town: Town) -> None:
    ids = [town.record(description(f"T{number}")).id for number in range(5)]
    with town.database.read() as view:
        assert view.records.ids_after(0, 3) == ids[:3]
        assert view.records.ids_after(ids[2], 3) == ids[3:]
        assert view.records.ids_after(ids[4], 3) == []
        assert list(view.records.to_index([])) == []
