"""Whatever happened before: a deletion or a merge that is taken back leaves nothing behind."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.catalog.marc.record import data_field
from kiosk.model.errors import MoreThanOwed
from kiosk.model.staff_errors import RecordInUse
from kiosk.staff.copies.taking_over import FieldGroup
from tests.circulation.desk import NOON, days
from tests.staff.copies.undoing import deleted, edit, library_of, merged, why_not
from tests.staff.copies.workroom import ANNA, Workroom

_ISBN = data_field("020", "  ", ("a", "9780312429980"))
_ACTS = st.lists(
    st.tuples(
        st.sampled_from(("lend", "back", "hold", "cancel", "renew", "lose", "pay", "edit")),
        st.integers(0, 2),
        st.integers(0, 2),
    ),
    max_size=14,
)
_games = count()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=_ACTS, keeps=st.tuples(*[st.booleans()] * 3), take=st.booleans())
def test_whatever_happened_before_done_and_undone_is_as_before(
    room: Workroom, acts: Sequence[tuple[str, int, int]], keeps: tuple[bool, ...], take: bool
) -> None:
    game = next(_games)
    more = (data_field("500", "  ", ("a", "A note.")), _ISBN, _ISBN)
    titles = [room.described(f"{game}-{n}", f"Title {n}", more[n]).id for n in range(3)]
    barcodes = [f"G{game}B{n}" for n in range(3)]
    cards = [f"G{game}R{n}" for n in range(3)]
    for title, barcode, card, keep in zip(titles, barcodes, cards, keeps, strict=True):
        room.add(barcode, record=title)
        room.desk.reader(card, keeps_history=keep)
    for n, (act, who, what) in enumerate(acts):
        play(room, act, cards[who], titles[what], barcodes[what], NOON - days(30) + timedelta(hours=n))
    before = library_of(room)
    for title in titles:
        try:
            gone = deleted(room, title)
        except RecordInUse:
            assert library_of(room) == before
            continue
        assert library_of(room) != before
        room.services.deleting.undo_delete_record(ANNA, gone)
        assert library_of(room) == before
    made = merged(room, *titles, take=tuple(FieldGroup) if take else ())
    if made.sent_on:
        assert why_not(lambda: room.services.merging.undo(ANNA, made)) == "copies.undo.sent_on"
    else:
        room.services.merging.undo(ANNA, made)
        assert library_of(room) == before


def play(room: Workroom, act: str, card: str, title: int, barcode: str, at: datetime) -> None:
    """Do something at the desk; what is refused changes nothing."""
    desk = room.desk
    match act:
        case "lend":
            desk.lend(card, barcode, at)
        case "back":
            desk.take_back(barcode, at)
        case "hold":
            desk.hold(card, title, at)
        case "cancel":
            desk.cancel(card, title, at)
        case "renew":
            desk.renew(card, barcode, at)
        case "lose":
            desk.lose(barcode)
        case "pay":
            with suppress(MoreThanOwed):
                desk.pay("15.00", card)
        case _:
            edit(room, title, f"Edited at {at}")
