"""A scan at any moment on any screen, whatever has the focus; and typing that is none."""

import pytest
from PySide6.QtCore import Qt

from kiosk.catalog.finding import Asker
from kiosk.services import Services
from kiosk.ui.patron.view_models.find import FindViewModel
from tests.journeys.conftest import OpenKiosk
from tests.journeys.ways import ANNA, EMILY, TOMASZ, WAYS, start_afresh

_WITHOUT_CARD = [name for name in WAYS if name not in ("borrowing", "account")]
# Pages that do something of their own with an item; those that ask for a card say that it is none.
_FOR_CARDS = ("borrow", "account card", "language")


def test_a_card_begins_its_visit_on_every_page(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("de").hands
    for name in _WITHOUT_CARD:
        start_afresh(hands)
        WAYS[name](hands)
        hands.scan(EMILY)
        visit = hands.counter.visit
        assert visit.card == EMILY, f"on {name}: {hands.page}, {hands.texts}"
        assert hands.page == ("account" if name == "account card" else "borrow"), name
        assert hands.reads("Emily C."), f"on {name}: {hands.texts}"


def test_a_card_shown_to_an_answer_that_waits_for_one_makes_it_its_owners(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    for asked_first in (False, True):
        start_afresh(hands)
        WAYS["results"](hands)
        hands.touch("tab.ask")
        hands.touch("ask.field.input")
        hands.type("what do i owe")
        hands.enter()
        assert hands.page == "answer"
        assert not hands.reads("What you owe")
        if asked_first:
            hands.touch("answer.signIn")
            assert hands.page == "sign_in"
        hands.scan(ANNA)
        assert (hands.page, hands.counter.visit.card) == ("answer", ANNA), hands.texts
        assert hands.reads("What you owe"), hands.texts
        looked_for = hands.counter.desk.view_model(FindViewModel).text
        assert bool(looked_for) == asked_first, "of a card shown unasked nobody knows whose search it was"
        hands.touch("dock.back")
        assert hands.page == "ask"


def test_an_item_opens_its_record_on_every_page_that_has_no_use_of_its_own_for_it(
    use_kiosk: OpenKiosk,
) -> None:
    kiosk = use_kiosk("pl")
    hands, barcode = kiosk.hands, kiosk.barcodes.free[0]
    title = kiosk.aside(lambda services: _title(services, barcode))
    for name in _WITHOUT_CARD:
        if name in (*_FOR_CARDS, "return"):
            continue
        start_afresh(hands)
        WAYS[name](hands)
        hands.scan(barcode)
        assert hands.page == "record", f"on {name}: {hands.page}"
        assert hands.reads(title), f"on {name}: {hands.texts}"


def test_an_item_is_borrowed_in_borrow_and_taken_back_in_return(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    hands, barcode = kiosk.hands, kiosk.barcodes.free[0]
    WAYS["borrowing"](hands)
    hands.scan(barcode)
    assert hands.page == "borrow"
    assert kiosk.aside(lambda services: _is_lent(services, barcode))
    start_afresh(hands)
    WAYS["return"](hands)
    hands.scan(barcode)
    assert hands.page == "return"
    assert not kiosk.aside(lambda services: _is_lent(services, barcode))


def _title(services: Services, barcode: str) -> str:
    return services.finder.show(barcode, Asker(services.clock.now(), "MAIN")).listed.description.title


def _is_lent(services: Services, barcode: str) -> bool:
    with services.database.read() as view:
        item = view.items.by_barcode(barcode)
        assert item is not None
        return view.loans.of_item(item.id) is not None


@pytest.mark.parametrize("name", ["home", "results", "account", "language"])
def test_an_unknown_code_is_said_to_be_unknown_and_changes_nothing(use_kiosk: OpenKiosk, name: str) -> None:
    hands = use_kiosk("en").hands
    WAYS[name](hands)
    page, card = hands.page, hands.counter.visit.card
    hands.scan("99999999")
    assert hands.reads("99999999"), hands.texts
    assert (hands.page, hands.counter.visit.card) == (page, card)


@pytest.mark.parametrize("name", ["home", "typing", "answer", "borrow", "borrowing", "account", "return"])
def test_a_garbled_scan_says_so_on_every_kind_of_page(use_kiosk: OpenKiosk, name: str) -> None:
    hands = use_kiosk("en").hands
    WAYS[name](hands)
    before = set(hands.texts)
    hands.scan("300")
    said = set(hands.texts) - before
    assert any("scan" in text.casefold() or "read" in text.casefold() for text in said), said


def test_slow_typing_is_never_taken_for_a_scan(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    WAYS["find"](hands)
    hands.type(ANNA)
    hands.enter()
    assert hands.counter.visit.card is None
    assert hands.page == "find"
    assert hands.find("find.field.input").property("text") == ANNA


def test_a_scan_leaves_the_words_in_the_search_field_as_they_were(use_kiosk: OpenKiosk) -> None:
    kiosk = use_kiosk("de")
    hands = kiosk.hands
    WAYS["typing"](hands)
    hands.scan("99999999")
    assert hands.focus == "find.field.input"
    assert hands.find("find.field.input").property("text") == "kaf"
    hands.scan(kiosk.barcodes.free[0])
    assert hands.page == "record"
    hands.press(Qt.Key.Key_Escape)
    assert hands.page == "find"
    assert hands.find("find.field.input").property("text") == "kaf"


def test_another_card_ends_the_visit_of_the_first(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("de").hands
    for name in ("account", "record", "return"):
        start_afresh(hands)
        WAYS["account"](hands)
        assert hands.reads("Anna K.")
        if name != "account":
            hands.touch("dock.home")
            WAYS[name](hands)
        hands.scan(TOMASZ)
        assert hands.counter.visit.card == TOMASZ
        assert hands.page == "borrow"
        assert not hands.reads("Anna")


def test_another_card_in_borrow_joins_the_visit_and_the_account_of_the_first_is_gone(
    use_kiosk: OpenKiosk,
) -> None:
    hands = use_kiosk("de").hands
    WAYS["account"](hands)
    assert hands.reads("Anna K.")
    hands.touch("account.borrow")
    hands.scan(TOMASZ)
    assert [one.card for one in hands.counter.visit.cards] == [ANNA], "it is asked first"
    hands.touch("borrow.join.no")
    assert [one.card for one in hands.counter.visit.cards] == [ANNA, TOMASZ]
    assert hands.reads("Tomasz W.")
    assert hands.reads("Anna K.")
    hands.touch("borrow.account")
    assert hands.page == "account"
    assert not hands.reads("Anna")
    hands.touch("dock.signOut")
    assert hands.counter.visit.cards == ()


def test_a_card_scanned_twice_goes_on_with_its_visit(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("de").hands
    WAYS["borrowing"](hands)
    generation: list[None] = []
    hands.counter.visit.ended.connect(lambda: generation.append(None))
    hands.scan(ANNA)
    assert hands.counter.visit.card == ANNA
    assert not generation


def test_scans_that_come_at_once_are_taken_in_order(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    hands = kiosk.hands
    for code in (EMILY, *kiosk.barcodes.free[:3]):
        hands.scan_at_once(code)
    hands.settle()
    assert hands.counter.visit.card == EMILY
    assert kiosk.aside(lambda services: sum(_is_lent(services, one) for one in kiosk.barcodes.free[:3])) == 3
