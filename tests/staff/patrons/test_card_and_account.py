"""Remarks, cards, PINs, money and papers at the desk."""

import pytest

from kiosk.membership.pins import Pins
from kiosk.model.charge import ChargeKind, PaymentMethod
from kiosk.model.decision import PinState
from kiosk.model.errors import CardTaken, CardUnknown, MoreThanOwed
from kiosk.model.staff_errors import NotAllowed, PhotoUnusable, TextMissing
from kiosk.words import wording
from tests.circulation.desk import NOON, days, eur

from .conftest import Counter, signed

PDF = b"%PDF-"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def _acts(counter: Counter, patron_id: int) -> list[str]:
    return [line.act for line in counter.services.trail.of(counter.by, patron_id)]


def test_a_restriction_is_told_to_the_patron_and_lifted_once(counter: Counter) -> None:
    patron, remarks = counter.desk.reader("R1"), counter.services.remarks
    number = remarks.restrict(counter.by, patron.id, " Please come to the desk. ", at=NOON)
    page = counter.services.records.open(counter.by, patron.id)
    assert page.patron.restriction == "Please come to the desk."
    assert not remarks.lift(counter.by, patron.id + 1, number, at=NOON)
    assert remarks.lift(counter.by, patron.id, number, at=NOON)
    assert not remarks.lift(counter.by, patron.id, number, at=NOON)
    assert counter.services.records.open(counter.by, patron.id).patron.restriction is None
    assert _acts(counter, patron.id) == ["lift_restriction", "restrict"]


@pytest.mark.parametrize("text", ["", "  \n ", "\x00\x07"])
def test_neither_a_restriction_nor_a_note_says_nothing(counter: Counter, text: str) -> None:
    patron = counter.desk.reader("R1")
    for write in (counter.services.remarks.restrict, counter.services.remarks.note):
        with pytest.raises(TextMissing):
            write(counter.by, patron.id, text, at=NOON)


def test_a_note_is_left_and_taken_away(counter: Counter) -> None:
    patron, remarks = counter.desk.reader("R1"), counter.services.remarks
    number = remarks.note(counter.by, patron.id, "Large print, please", at=NOON)
    (note,) = counter.services.records.open(counter.by, patron.id).notes
    assert (note.written, note.by, note.at) == ("Large print, please", "anna", NOON)
    assert remarks.forget_note(counter.by, patron.id, number, at=NOON)
    assert not remarks.forget_note(counter.by, patron.id, number, at=NOON)
    with pytest.raises(CardUnknown):
        remarks.note(counter.by, 4711, "x", at=NOON)


def test_a_lost_card_is_closed_found_again_and_replaced(counter: Counter) -> None:
    patron, cards = counter.desk.reader("R1"), counter.services.cards
    counter.desk.reader("R2")
    cards.report_lost(counter.by, patron.id, at=NOON)
    assert counter.services.records.open(counter.by, patron.id).patron.card_lost
    cards.report_found(counter.by, patron.id, at=NOON)
    assert not counter.services.records.open(counter.by, patron.id).patron.card_lost
    with pytest.raises(CardTaken):
        cards.replace(counter.by, patron.id, at=NOON, new="R2")
    given = cards.replace(counter.by, patron.id, at=NOON)
    page = counter.services.records.open(counter.by, patron.id)
    assert page.patron.card == given != "R1"
    assert [former.card for former in page.former_cards] == ["R1"]
    assert counter.services.finding.find(counter.by, "R1") == (page.patron,)


def test_a_new_pin_is_told_once_opens_the_card_and_must_be_changed(counter: Counter) -> None:
    patron = counter.desk.reader("R1")
    made = counter.services.cards.reset_pin(counter.by, patron.id, at=NOON)
    pins = Pins(counter.desk.database)
    assert pins.check("R1", made.pin, NOON)[0] is PinState.RIGHT
    assert pins.must_change("R1")
    with counter.desk.database.read() as view:
        assert made.pin not in str(view.audit.about("patron", patron.id))
    library = counter.services.records.library(counter.by)
    for language in ("en", "de", "pl"):
        slip = counter.services.cards.pin_slip(counter.by, made, library, wording(language), NOON)
        assert slip.startswith(PDF)


def test_cards_are_printed_on_sheets(counter: Counter) -> None:
    first, second = counter.desk.reader("R1"), counter.desk.reader("R2")
    library = counter.services.records.library(counter.by)
    words = wording("en")
    printed = counter.services.cards.printed(counter.by, [first.id, second.id], library, words, start=2)
    assert printed.startswith(PDF)
    with pytest.raises(CardUnknown):
        counter.services.cards.printed(counter.by, [4711], library, words)


def test_fees_are_charged_paid_and_forgiven_by_those_who_may(counter: Counter) -> None:
    patron, money = counter.desk.reader("R1"), counter.services.accounts
    money.charge(counter.by, patron.id, ChargeKind.OTHER, eur("7.00"), at=NOON, note="Bag", act_id="a1")
    money.charge(counter.by, patron.id, ChargeKind.OTHER, eur("7.00"), at=NOON, note="Bag", act_id="a1")
    money.pay(counter.by, patron.id, eur("2.00"), at=NOON, method=PaymentMethod.CASH)
    account = money.open(counter.by, patron.id, at=NOON)
    assert account.statement.owes == eur("5.00")
    assert [line.balance.decimal() for line in account.ledger.lines] == ["7.00", "5.00"]
    with pytest.raises(MoreThanOwed):
        money.pay(counter.by, patron.id, eur("5.01"), at=NOON)
    with pytest.raises(NotAllowed):
        money.waive(signed("circulation"), patron.id, eur("5.00"), at=NOON, reason="kind")
    with pytest.raises(TextMissing):
        money.waive(counter.by, patron.id, eur("5.00"), at=NOON, reason=" ")
    money.waive(counter.by, patron.id, eur("5.00"), at=NOON, reason="flood")
    assert money.open(counter.by, patron.id, at=NOON).statement.owes == eur("0.00")
    assert money.printed(counter.by, patron.id, wording("de"), at=NOON).startswith(PDF)


def test_past_loans_are_shown_only_where_the_patron_chose_to_keep_them(counter: Counter) -> None:
    patron = counter.desk.reader("R1")
    counter.desk.reader("R2", keeps_history=True)
    for card, barcode in (("R1", "B1"), ("R2", "B2")):
        counter.desk.copy(barcode)
        counter.desk.lend(card, barcode, NOON - days(3))
        counter.desk.take_back(barcode)
    other = counter.services.finding.find(counter.by, "R2")[0]
    assert counter.services.accounts.open(counter.by, patron.id, at=NOON).past is None
    past = counter.services.accounts.open(counter.by, other.id, at=NOON).past
    assert past is not None
    assert [loan.barcode for loan in past] == ["B2"]


def test_a_photo_is_kept_replaced_and_gone(counter: Counter) -> None:
    patron, photos = counter.desk.reader("R1"), counter.services.photos
    photos.keep(counter.by, patron.id, PNG, at=NOON)
    photos.keep(counter.by, patron.id, PNG + b"1", at=NOON)
    assert photos.of(counter.by, patron.id) == PNG + b"1"
    for content in (b"", b"GIF89a", b"\xff\xd8\xff" + b"0" * (9 * 1024 * 1024)):
        with pytest.raises(PhotoUnusable):
            photos.keep(counter.by, patron.id, content, at=NOON)
    with pytest.raises(CardUnknown):
        photos.keep(counter.by, 4711, PNG, at=NOON)
    photos.forget(counter.by, patron.id, at=NOON)
    assert photos.of(counter.by, patron.id) is None
    assert _acts(counter, patron.id) == ["forget_photo", "photo", "photo"]
