"""Amounts as they are typed, receipts made of rows, choices of names, and what is kept over a crash."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.decision import ReasonCode
from kiosk.model.item import Item
from kiosk.model.money import Money
from kiosk.model.staff_errors import LeftOver
from kiosk.staff.desk.reading import Kind, Read, TitleFound
from kiosk.storage import Copy
from kiosk.ui.staff.desk.answers import Acted, CardOpened, answered
from kiosk.ui.staff.desk.card_lines import card_told
from kiosk.ui.staff.desk.choosing import choices
from kiosk.ui.staff.desk.pay_form import typed_amount
from kiosk.ui.staff.desk.queue_draft import left_over, restored
from kiosk.ui.staff.desk.receipts import wanted_receipts
from kiosk.ui.staff.desk.rows import DeskRow, Step
from kiosk.ui.staff.desk.state import DeskState, begun, ended, scanned
from kiosk.ui.staff.desk.tasks import Verb
from kiosk.words import wording
from tests.circulation.desk import MAIN, eur

from .facts import DUE, LIBRARY, card, done

EN = wording("en", "Europe/Berlin", ("en",))


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("2.50", 250),
        ("2,50", 250),
        ("2,5", 250),
        ("€12.50", 1250),
        ("12,50\xa0€", 1250),
        ("1.234,50 €", 123450),
        ("1,234.50", 123450),
        (" 3 ", 300),
        ("0", None),
        ("-1", None),
        ("", None),
        ("abc", None),
        ("1.234", None),
        ("1,2,3", None),
        ("9" * 40, None),
    ],
)
def test_an_amount_is_read_as_people_type_it(text: str, minor: int | None) -> None:
    amount = typed_amount(text, "EUR")
    assert amount == (None if minor is None else Money(minor, "EUR"))


@given(st.integers(1, 10**9), st.sampled_from(["en", "de", "pl"]))
def test_an_amount_that_the_screen_shows_is_read_back(minor: int, language: str) -> None:
    shown = wording(language).money(Money(minor, "EUR"))
    assert typed_amount(shown, "EUR") == Money(minor, "EUR")


@given(st.text(max_size=30))
def test_whatever_is_typed_is_an_amount_above_nothing_or_none(text: str) -> None:
    amount = typed_amount(text, "EUR")
    assert amount is None or amount.minor > 0


def lent(state: DeskState, barcode: str) -> DeskState:
    going, task = begun(scanned(state, barcode))
    assert task is not None
    return answered(going, task, Acted("lend", done(barcode=barcode, due_at=DUE)))


def visiting() -> DeskState:
    going, task = begun(scanned(DeskState(), "R1"))
    assert task is not None
    return answered(going, task, CardOpened(card("R1")))


def test_a_receipt_names_what_the_card_borrowed_in_the_order_it_was_laid_down() -> None:
    (receipt,) = wanted_receipts(lent(lent(visiting(), "B1"), "B2"))
    assert (receipt.kind, receipt.card) == ("checkout", "R1")
    assert [line.barcode for line in receipt.lines] == ["B1", "B2"]
    assert receipt.lines[0].due_at == DUE


def test_each_card_of_a_family_has_a_receipt_of_its_own_also_after_the_visit() -> None:
    going, task = begun(scanned(lent(visiting(), "B1"), "R2"))
    assert task is not None
    state = lent(answered(going, task, CardOpened(card("R2", "R1"))), "B2")
    told = [("R1", ["B1"]), ("R2", ["B2"])]
    assert [(one.card, [line.barcode for line in one.lines]) for one in wanted_receipts(state)] == told
    going, task = begun(ended(state))
    assert task is not None
    over = answered(going, task, None)
    assert over.rows == ()
    assert [(one.card, [line.barcode for line in one.lines]) for one in wanted_receipts(over)] == told


def test_a_receipt_of_returns_needs_no_card() -> None:
    row = DeskRow(1, "B1", Step.RETURNED, outcome=done("return", charge=eur("0.40")))
    (receipt,) = wanted_receipts(DeskState(rows=(row,)))
    (line,) = receipt.lines
    assert (receipt.kind, receipt.card, line.charge, line.due_at) == ("return", None, eur("0.40"), None)


def test_without_anything_there_is_no_receipt() -> None:
    assert wanted_receipts(DeskState()) == ()
    assert wanted_receipts(visiting()) == ()


def test_people_come_before_copies_among_the_choices() -> None:
    patron = replace(card("R1").patron, birth_date=date(1980, 5, 17))
    copies = tuple(Copy(Item(n, 1, f"B{n}", MAIN, "book", call_number="FIC A")) for n in range(9))
    read = Read(Kind.NAMES, "e", patrons=(patron,), titles=(TitleFound(1, "Emma", "Austen, Jane", copies),))
    found = choices(read, LIBRARY, EN)
    assert [(one.verb, one.code) for one in found] == [
        (Verb.OPEN, "R1"),
        *((Verb.SCAN, f"B{n}") for n in range(3)),
    ]
    assert found[0].text == "Nowak, Ewa R1  ·  17 May 1980  ·  adult  ·  R1"
    assert found[1].text == "Emma  ·  Austen, Jane  ·  FIC A  ·  Available  ·  B0"


def test_a_card_without_anything_against_it_has_no_warnings() -> None:
    told = card_told(card("R1"), MAIN, EN)
    assert (told.warnings, told.owes, told.ready, told.loans) == ((), "", (), "0 loans")
    assert told.facts[0] == "adult · 45 years old · R1"


def test_what_waits_comes_back_after_a_crash_as_the_same_acts() -> None:
    state, busy = begun(scanned(scanned(visiting(), "B1"), "B2"))
    assert busy is not None
    kept = left_over(state)
    back = restored(DeskState(), kept)
    assert [(row.text, row.card, row.step) for row in reversed(back.rows)] == [
        ("B1", "R1", Step.FAILED),
        ("B2", "R1", Step.FAILED),
    ]
    assert all(isinstance(row.error, LeftOver) for row in back.rows)
    assert [row.failed.act_id for row in reversed(back.rows) if row.failed] == [one["act_id"] for one in kept]
    assert left_over(back) == kept


def test_an_override_keeps_its_codes_and_reason_over_a_crash() -> None:
    task = begun(scanned(visiting(), "B1"))[1]
    assert task is not None
    forced = replace(
        task, verb=Verb.LEND_ANYWAY, codes=frozenset({ReasonCode.CARD_EXPIRED}), reason="renews tomorrow"
    )
    (row,) = restored(DeskState(), left_over(DeskState(busy=forced))).rows
    assert row.failed is not None
    assert (row.failed.codes, row.failed.reason) == (forced.codes, forced.reason)


@pytest.mark.parametrize(
    "garbled", [{}, {"verb": "dance"}, {"verb": "scan", "text": "B1"}, {"verb": "scan", "mode": 7}]
)
def test_a_garbled_draft_is_left_out(garbled: dict[str, object]) -> None:
    assert restored(DeskState(), [garbled]) == DeskState()
