"""One person borrows on several cards in one visit, each kept apart: on the real page over a real library."""

import pytest
from pypdf import PdfReader

from kiosk.services import Services
from kiosk.words import wording
from tests.ui.borrow.conftest import Kiosk, OpenKiosk
from tests.ui.borrow.lending_library import (
    ANNA,
    BARCODES,
    BEN,
    LOST,
    PIN,
    lend,
    loans_of,
    set_pin,
)

_NOBODYS = "29999995"


def with_pins(services: Services) -> None:
    set_pin(services, ANNA)
    set_pin(services, BEN)


def two_cards(kiosk: Kiosk) -> None:
    """Borrow one title on Anna's card and two on Ben's."""
    kiosk.sign_in_as(ANNA)
    for code in (BARCODES["Piranesi"], BEN, BARCODES["Kairos"], BARCODES["Momo"]):
        kiosk.scan(code)
        kiosk.settle()
        if code == BEN:
            together(kiosk)


def together(kiosk: Kiosk) -> None:
    """Say that both borrow together."""
    kiosk.touch("borrow.join.no")
    kiosk.settle()


def bar(kiosk: Kiosk) -> list[tuple[str, str, bool]]:
    return [(row.name, row.count, row.chosen) for row in kiosk.rows("borrow", "cards")]


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_a_second_card_has_its_own_items_and_counts(open_kiosk: OpenKiosk, language: str) -> None:
    kiosk = open_kiosk(language, prepare=lambda services: lend(services, BEN, "Solaris"))
    kiosk.sign_in_as(ANNA)
    assert not kiosk.seen("borrow.card.0"), "one card needs no bar"
    two_cards(kiosk)
    assert bar(kiosk) == [("Anna K.", "1", False), ("Ben N.", "2", True)]
    assert [title for title, _ in kiosk.lines()] == ["Momo", "Kairos"]
    assert kiosk.shown("borrow", "name") == "Ben N."
    words = wording(language)
    assert kiosk.shown("borrow", "onCard") == words("borrow.on_card", used=3, allowed=20)
    kiosk.touch("borrow.card.0")
    kiosk.settle()
    assert [title for title, _ in kiosk.lines()] == ["Piranesi"]
    assert kiosk.shown("borrow", "name") == "Anna K."
    assert kiosk.shown("borrow", "onCard") == words("borrow.on_card", used=1, allowed=20)
    kiosk.scan(BARCODES["Lichtspiel"])
    kiosk.settle()
    assert kiosk.aside(loans_of, ANNA) == {"Piranesi", "Lichtspiel"}
    assert kiosk.aside(loans_of, BEN) == {"Solaris", "Kairos", "Momo"}


def test_cards_and_items_scanned_at_once_go_where_they_belong(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    for code in (BARCODES["Piranesi"], BEN, BARCODES["Kairos"], ANNA, BARCODES["Momo"], BEN):
        kiosk.scan(code)
    kiosk.scan(BARCODES["Solaris"])
    kiosk.settle()
    assert kiosk.aside(loans_of, ANNA) == {"Piranesi"}, "what follows the other card waits for the answer"
    together(kiosk)
    assert kiosk.aside(loans_of, ANNA) == {"Piranesi", "Momo"}
    assert kiosk.aside(loans_of, BEN) == {"Kairos", "Solaris"}
    assert bar(kiosk) == [("Anna K.", "2", False), ("Ben N.", "2", True)]


def test_each_card_gets_a_receipt_that_names_nothing_of_the_other(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    two_cards(kiosk)
    kiosk.touch("borrow.print")
    kiosk.wait(lambda: bool(kiosk.shown("borrow", "step") == "thanks"))
    files = (kiosk.services.folder.path / "receipts").glob("*.pdf")
    papers = ["\n".join(page.extract_text() for page in PdfReader(file).pages) for file in files]
    titles = [{t for t in ("Piranesi", "Kairos", "Momo") if t in paper} for paper in papers]
    assert len(titles) == 2
    assert {"Piranesi"} in titles
    assert {"Kairos", "Momo"} in titles
    assert not any(name in paper for paper in papers for name in ("Anna", "Ben", ANNA, BEN))
    thanks = str(kiosk.shown("borrow", "thanks")).splitlines()
    assert [line.partition(" item")[0] for line in thanks] == ["Anna K. – 1", "Ben N. – 2"]
    kiosk.touch("borrow.leave")
    kiosk.wait(lambda: kiosk.page == "home")
    assert kiosk.visit.cards == ()
    assert kiosk.rows("borrow", "cards") == ()


def test_a_card_is_chosen_by_keys(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    two_cards(kiosk)
    kiosk.reach("borrow.card.0")
    kiosk.type("\n")
    kiosk.settle()
    assert kiosk.visit.card == ANNA
    assert bar(kiosk) == [("Anna K.", "1", True), ("Ben N.", "2", False)]


def test_a_second_card_may_be_typed(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    kiosk.touch("borrow.type")
    kiosk.type(BEN + "\n")
    kiosk.settle()
    together(kiosk)
    assert kiosk.visit.card == BEN


def test_the_account_is_that_of_the_card_whose_turn_it_is(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA, "account")
    kiosk.open("borrow")
    two_cards(kiosk)
    kiosk.open("account")
    kiosk.settle()
    assert kiosk.shown("account", "name") == "Ben N."
    assert {row.title for row in kiosk.rows("account", "loans")} == {"Kairos", "Momo"}


def test_a_lost_card_is_not_let_in(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    kiosk.scan(LOST)
    kiosk.settle()
    assert kiosk.visit.card == ANNA
    assert str(kiosk.shown("borrow", "notice")).startswith("This card was reported lost.")


@pytest.mark.parametrize("code", [BEN, _NOBODYS])
def test_a_second_card_without_its_pin_looks_like_a_number_that_is_none(
    open_kiosk: OpenKiosk, code: str
) -> None:
    kiosk = open_kiosk(pin_for=frozenset({"borrow"}), prepare=with_pins)
    _sign_in_with_pin(kiosk, ANNA)
    kiosk.scan(code)
    kiosk.wait(lambda: kiosk.page == "sign_in")
    _type_pin(kiosk, "9999")
    kiosk.wait(lambda: kiosk.shown("signIn", "trouble") != "")
    assert kiosk.shown("signIn", "trouble").startswith("Card number and PIN do not match.")
    kiosk.shell.back()
    kiosk.settle()
    assert kiosk.page == "borrow"
    assert kiosk.visit.card == ANNA
    assert bar(kiosk) == []
    (row,) = kiosk.rows("borrow")
    assert (row.title, row.chip) == (code, "Not borrowed")


def test_a_second_card_joins_after_its_pin_and_the_first_keeps_its_own(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(pin_for=frozenset({"borrow", "account"}), prepare=with_pins)
    _sign_in_with_pin(kiosk, ANNA)
    kiosk.scan(BARCODES["Piranesi"])
    kiosk.scan(BEN)
    kiosk.wait(lambda: kiosk.page == "sign_in")
    kiosk.scan(BARCODES["Kairos"])
    kiosk.settle()
    assert kiosk.shown("signIn", "trouble").startswith("That was an item. Please type your PIN first")
    _type_pin(kiosk, PIN)
    kiosk.wait(lambda: kiosk.page == "borrow")
    together(kiosk)
    kiosk.scan(BARCODES["Kairos"])
    kiosk.settle()
    assert kiosk.aside(loans_of, BEN) == {"Kairos"}
    assert kiosk.rows("borrow", "cards")
    kiosk.touch("borrow.card.0")
    kiosk.settle()
    assert kiosk.lines() == [("Piranesi", "Borrowed")], "its PIN is not asked for again"


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_whoever_is_somebody_else_begins_a_visit_of_their_own_with_what_they_laid_down(
    open_kiosk: OpenKiosk, language: str
) -> None:
    kiosk = open_kiosk(language)
    kiosk.sign_in_as(ANNA)
    for code in (BARCODES["Bohrmaschine"], BARCODES["Piranesi"], BEN, BARCODES["Kairos"], BARCODES["Momo"]):
        kiosk.scan(code)
    kiosk.settle()
    assert "Anna\u00a0K." in kiosk.shown("borrow", "joinQuestion")
    assert kiosk.shown("borrow", "feeTicket") == 0, "nothing else is asked of a stranger"
    kiosk.wait(lambda: _focused(kiosk) == "borrow.join.yes")
    kiosk.type("\n")
    kiosk.settle()
    assert [one.card for one in kiosk.visit.cards] == [BEN]
    assert kiosk.shown("borrow", "name") == "Ben N."
    assert [title for title, _ in kiosk.lines()] == ["Momo", "Kairos"]
    assert bar(kiosk) == []
    assert kiosk.aside(loans_of, ANNA) == {"Piranesi"}, "a fee that nobody agreed to is not charged"
    assert kiosk.aside(loans_of, BEN) == {"Kairos", "Momo"}


def test_a_stranger_with_a_pin_is_not_asked_for_it_again(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(pin_for=frozenset({"borrow", "account"}), prepare=with_pins)
    _sign_in_with_pin(kiosk, ANNA)
    kiosk.scan(BEN)
    kiosk.wait(lambda: kiosk.page == "sign_in")
    _type_pin(kiosk, PIN)
    kiosk.touch("borrow.join.yes")
    kiosk.settle()
    kiosk.scan(BARCODES["Kairos"])
    kiosk.settle()
    assert kiosk.aside(loans_of, BEN) == {"Kairos"}
    kiosk.touch("borrow.account")
    kiosk.settle()
    assert kiosk.shown("account", "name") == "Ben N."


def test_an_end_instead_of_an_answer_lends_nothing_to_either(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    for code in (BEN, BARCODES["Kairos"]):
        kiosk.scan(code)
    kiosk.settle()
    kiosk.visit.end()
    kiosk.settle()
    assert (kiosk.aside(loans_of, ANNA), kiosk.aside(loans_of, BEN)) == (set(), set())
    assert kiosk.shown("borrow", "joinQuestion") == ""


def _focused(kiosk: Kiosk) -> str:
    item = kiosk.window.activeFocusItem()
    return item.objectName() if item else ""


def _sign_in_with_pin(kiosk: Kiosk, card: str) -> None:
    kiosk.open("borrow")
    kiosk.scan(card)
    kiosk.wait(lambda: bool(kiosk.shown("signIn", "asksPin")))
    _type_pin(kiosk, PIN)
    kiosk.wait(lambda: bool(kiosk.shown("borrow", "entered")))
    kiosk.settle()


def _type_pin(kiosk: Kiosk, pin: str) -> None:
    kiosk.wait(lambda: kiosk.seen("key.go"))
    for digit in pin:
        kiosk.touch(f"key.{digit}")
    kiosk.touch("key.go")
    kiosk.settle()
