"""Borrow on the real page over a real library: from the card to the receipt."""

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.services import Services
from tests.ui.borrow.conftest import Kiosk, OpenKiosk
from tests.ui.borrow.lending_library import (
    ANNA,
    BARCODES,
    BEN,
    CHILD,
    LOST,
    NOW,
    PIN,
    charge,
    give_back,
    holds_of,
    keep_for,
    lend,
    loans_of,
    set_pin,
)


def kept_for_ben(services: Services) -> None:
    keep_for(services, BEN, "Klara and the Sun")


def with_pin(services: Services) -> None:
    set_pin(services, ANNA)


def receipts(kiosk: Kiosk) -> int:
    return len(list((kiosk.services.folder.path / "receipts").glob("*.pdf")))


def test_a_card_items_and_a_receipt_make_a_visit(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES["Piranesi"])
    kiosk.scan(BARCODES["Arrival"])
    kiosk.scan(BARCODES["Piranesi"])
    kiosk.settle()
    assert kiosk.lines() == [("Arrival", "Borrowed"), ("Piranesi", "Borrowed")]
    assert kiosk.shown("borrow", "onCard") == "2 of 20 on your card"
    assert kiosk.visit.settled() == "Your 2 items are borrowed. Nothing more to do."
    kiosk.touch("borrow.done")
    kiosk.touch("borrow.receipt.yes")
    kiosk.wait(lambda: bool(kiosk.shown("borrow", "step") == "thanks"))
    first = " ".join(str(kiosk.shown("borrow", f"first{part}")) for part in ("Day", "Month"))
    assert first in str(kiosk.shown("borrow", "thanks")), "the slip bears the day that the words name"
    assert receipts(kiosk) == 1
    kiosk.touch("borrow.leave")
    kiosk.wait(lambda: kiosk.page == "home")
    assert kiosk.visit.card is None
    assert not kiosk.shown("borrow", "entered")
    assert not kiosk.shown("borrow", "firstDated")
    assert kiosk.visit.settled() == ""
    assert kiosk.aside(loans_of, ANNA) == {"Piranesi", "Arrival"}


def test_the_card_may_be_typed_on_the_number_pad(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.open("borrow")
    kiosk.touch("signIn.type")
    for digit in ANNA:
        kiosk.touch(f"key.{digit}")
    kiosk.touch("key.go")
    kiosk.wait(lambda: bool(kiosk.shown("borrow", "entered")))
    assert kiosk.shown("borrow", "name") == "Anna K."


def test_an_item_number_may_be_typed(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    kiosk.touch("borrow.type")
    kiosk.type(BARCODES["Piranesi"] + "\n")
    kiosk.settle()
    assert kiosk.lines() == [("Piranesi", "Borrowed")]


def test_a_pin_is_typed_hidden_and_lets_in(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(pin_for=frozenset({"borrow"}), prepare=with_pin)
    kiosk.open("borrow")
    kiosk.scan(ANNA)
    kiosk.wait(lambda: bool(kiosk.shown("signIn", "asksPin")))
    assert kiosk.visit.card is None
    kiosk.wait(lambda: kiosk.seen("key.go"))
    for digit in PIN:
        kiosk.touch(f"key.{digit}")
    field = kiosk.item("signIn.field.input")
    assert field.property("displayText") == "••••"
    kiosk.touch("key.go")
    kiosk.wait(lambda: bool(kiosk.shown("borrow", "entered")))


@pytest.mark.parametrize("card", [ANNA, "99999999"])
def test_a_wrong_pin_and_an_unknown_card_are_told_alike(open_kiosk: OpenKiosk, card: str) -> None:
    kiosk = open_kiosk(pin_for=frozenset({"borrow"}), prepare=with_pin)
    kiosk.open("borrow")
    kiosk.scan(card)
    kiosk.wait(lambda: kiosk.seen("key.go"))
    for digit in "9999":
        kiosk.touch(f"key.{digit}")
    kiosk.touch("key.go")
    kiosk.wait(lambda: kiosk.shown("signIn", "trouble") != "")
    assert kiosk.shown("signIn", "trouble").startswith("Card number and PIN do not match.")
    assert kiosk.visit.card is None


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("99999999", "99999999 is neither a card nor an item of ours."),
        ("40000055", "That was an item. Please show your card first."),
        (LOST, "This card was reported lost."),
        ("7", "That could not be read."),
    ],
)
def test_what_is_no_card_is_told_on_the_page(open_kiosk: OpenKiosk, code: str, told: str) -> None:
    kiosk = open_kiosk()
    kiosk.open("borrow")
    kiosk.scan(code)
    kiosk.wait(lambda: kiosk.shown("signIn", "trouble").startswith(told))
    assert kiosk.visit.card is None


def test_a_card_that_was_replaced_is_told_as_lost(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=lambda services: services.self_service.replace_card(ANNA, NOW, by="staff"))
    kiosk.open("borrow")
    kiosk.scan(ANNA)
    kiosk.wait(lambda: kiosk.shown("signIn", "trouble").startswith("This card was reported lost."))
    assert kiosk.visit.card is None


def test_a_refused_item_says_why_and_leads_into_the_queue(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=kept_for_ben)
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES["Klara and the Sun"])
    kiosk.settle()
    (row,) = kiosk.rows("borrow")
    assert (row.kind, row.chip) == ("stopped", "Not borrowed")
    assert "Wednesday 2 December" in row.text
    kiosk.touch(f"borrow.offer.{row.ticket}")
    kiosk.settle()
    assert kiosk.lines() == [("Klara and the Sun", "In the queue")]
    assert kiosk.aside(holds_of, ANNA) == {"Klara and the Sun"}


def test_every_reason_is_told(open_kiosk: OpenKiosk) -> None:
    def prepare(services: Services) -> None:
        kept_for_ben(services)
        charge(services, ANNA, 2500)

    kiosk = open_kiosk(prepare=prepare)
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES["Klara and the Sun"])
    kiosk.settle()
    (row,) = kiosk.rows("borrow")
    assert "€25.00" in row.text
    assert "kept for another reader" in row.text
    assert row.offer == ""


def test_an_item_on_the_own_card_can_be_returned_there(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=lambda services: lend(services, ANNA, "Momo", days_ago=10))
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES["Momo"])
    kiosk.settle()
    (row,) = kiosk.rows("borrow")
    assert (row.offer, row.other) == ("renew", "return")
    kiosk.touch(f"borrow.other.{row.ticket}")
    kiosk.settle()
    assert kiosk.lines() == [("Momo", "Returned in time")]
    assert kiosk.shown("borrow", "onCard") == "0 of 20 on your card"
    assert kiosk.aside(loans_of, ANNA) == set()


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_each_limit_is_counted_after_each_loan_and_return(open_kiosk: OpenKiosk, language: str) -> None:
    of = {"en": "of", "de": "von", "pl": "z"}[language]
    kiosk = open_kiosk(language)
    kiosk.sign_in_as(CHILD)

    def told() -> tuple[str, list[tuple[str, bool]]]:
        on_card = str(kiosk.shown("borrow", "onCard"))
        limits = kiosk.rows("borrow", "limits")
        return on_card, [(row.text.partition(": ")[2], row.full) for row in limits]

    assert told()[0].startswith(f"0 {of} 12")
    for title in ("Arrival", "Das Leben der Anderen", "Zimna wojna", "Catan"):
        kiosk.scan(BARCODES[title])
        kiosk.settle()
    assert told()[0].startswith(f"3 {of} 12")
    assert told()[1] == [(f"2 {of} 2", True), (f"1 {of} 3", False)]
    assert kiosk.rows("borrow", "limits")[0].text.startswith("Film")
    kiosk.scan(BARCODES["Solaris"])
    kiosk.settle()
    assert told()[0].startswith(f"4 {of} 12")
    kiosk.aside(give_back, "Arrival")
    kiosk.scan(BARCODES["Piranesi"])
    kiosk.settle()
    assert told()[1][0] == (f"1 {of} 2", False)


@pytest.mark.parametrize(("answer", "loans"), [("yes", {"Bohrmaschine"}), ("no", set())])
def test_a_fee_is_asked_about_before_the_loan(open_kiosk: OpenKiosk, answer: str, loans: set[str]) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES["Bohrmaschine"])
    kiosk.settle()
    assert kiosk.shown("borrow", "feeQuestion") == "Borrow “Bohrmaschine” for €2.00?"
    assert kiosk.aside(loans_of, ANNA) == set()
    kiosk.touch(f"borrow.fee.{answer}")
    kiosk.settle()
    assert kiosk.aside(loans_of, ANNA) == loans


def test_an_unknown_number_is_a_row_that_shows_what_was_read(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    kiosk.scan("49999999")
    kiosk.settle()
    (row,) = kiosk.rows("borrow")
    assert (row.title, row.kind) == ("49999999", "stopped")
    assert "49999999" in row.text


def test_the_end_of_the_visit_leaves_nothing_behind(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES["Piranesi"])
    kiosk.visit.end()
    kiosk.settle()
    assert kiosk.rows("borrow") == ()
    assert kiosk.shown("borrow", "name") == ""
    assert kiosk.visit.unfinished() == ""


def test_a_receipt_that_fails_leaves_the_loans(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    (kiosk.services.folder.path / "receipts").rmdir()
    (kiosk.services.folder.path / "receipts").write_text("no folder")
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES["Piranesi"])
    kiosk.settle()
    kiosk.touch("borrow.print")
    kiosk.wait(lambda: bool(kiosk.shown("borrow", "step") == "thanks"))
    assert kiosk.shown("shell", "toast").startswith("The receipt could not be printed (K207).")
    assert kiosk.aside(loans_of, ANNA) == {"Piranesi"}


def test_arrows_and_enter_alone_finish_a_visit(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES["Piranesi"])
    kiosk.settle()
    kiosk.reach("borrow.done")
    kiosk.type("\n")
    kiosk.wait(lambda: bool(kiosk.shown("borrow", "step") == "receipt"))
    kiosk.wait(lambda: _focused() == "borrow.receipt.yes")
    kiosk.reach("borrow.receipt.no")
    kiosk.type("\n")
    kiosk.wait(lambda: bool(kiosk.shown("borrow", "step") == "thanks"))


def _focused() -> str:
    item = QGuiApplication.focusObject()
    return item.objectName() if item else ""
