"""Whoever has no card gets one at the kiosk, and begins with it; nothing typed is lost, nothing is left."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import zxingcpp
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from kiosk.devices.kept_papers import papers_by_owner
from kiosk.services import Services
from kiosk.ui.patron.flows.joining import JoinStep
from scripts.eyes import place_of
from scripts.hands import Hands
from tests.journeys.conftest import LANDSCAPE, OpenKiosk
from tests.journeys.ways import ANNA

_TYPED = ("Quirina", "Zwetschge", "01777654321")


def _join(hands: Hands, *, pin: str = "") -> None:
    hands.touch("home.join")
    for text in _TYPED[:2]:
        hands.type(text)
        hands.enter()
    for part in ("02", "05", "1990"):
        hands.type(part)
    hands.enter()
    hands.type(_TYPED[2])
    hands.enter()
    hands.enter()
    hands.touch("join.next")  # the language of the screen
    for _ in range(2 if pin else 0):
        hands.type(pin)
        hands.enter()


def _card_off_the_glass(hands: Hands) -> str:
    """Read the barcode as it is drawn on the screen."""
    place: QRect = place_of(hands.find("join.bars")).toAlignedRect()
    part = (
        hands.picture().copy(place.adjusted(-20, 0, 20, 0)).convertToFormat(QImage.Format.Format_Grayscale8)
    )
    (code,) = zxingcpp.read_barcodes(part)
    return str(code.text)


def test_a_card_is_made_shown_printed_and_lends_at_once(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en", LANDSCAPE, prepare=_have_the_same_person)
    hands = kiosk.hands
    _join(hands)
    assert hands.page == "join_review"
    assert hands.reads("Quirina Zwetschge"), hands.texts
    hands.touch("join.next")
    assert hands.reads("30\u00a0days"), hands.texts
    hands.touch("join.agree")
    card = _card_off_the_glass(hands)
    (waiting,) = kiosk.aside(lambda services: services.registering.waiting())
    assert waiting.patron.card == card
    assert waiting.patron.language == "en"
    assert [one.card for one in waiting.alike] == [ANNA], "the staff are told"
    assert not hands.reads(ANNA), "and nobody else is"
    assert hands.reads("Thursday 24 December"), hands.texts
    hands.touch("join.print")
    assert hands.reads("Your slip is ready."), hands.texts
    assert list(papers_by_owner(kiosk.folder / "receipts")) == [waiting.patron.id]
    hands.touch("join.begin")
    assert (hands.page, hands.counter.visit.card) == ("borrow", card)
    hands.scan(kiosk.barcodes.free[0])
    lent = kiosk.aside(lambda services: services.accounts.statement(card, services.clock.now(), "MAIN"))
    assert [loan.barcode for loan in lent.loans] == [kiosk.barcodes.free[0]]


def test_the_pin_chosen_at_a_kiosk_with_pin_is_the_cards_own(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", prepare=_ask_for_a_pin)
    hands = kiosk.hands
    _join(hands, pin="86420")
    hands.touch("join.next")
    hands.touch("join.agree")
    assert not hands.reads("86420")
    hands.touch("join.begin")
    hands.type("86420")
    hands.enter()
    assert hands.reads("Quirina Z."), hands.texts


def test_what_was_typed_outlasts_back_home_and_language_and_is_gone_at_the_end(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("en").hands
    _join(hands)
    hands.touch("join.change.contact")
    hands.touch("dock.back")
    hands.touch("dock.language")
    hands.touch("language.de")
    assert hands.reads("Stimmt alles?"), hands.texts
    for _ in range(4):
        hands.touch("dock.back")
    assert (hands.page, hands.find("join.first_name.field.input").property("text")) == (
        "join_name",
        "Quirina",
    )
    hands.touch("dock.home")
    hands.touch("toast.action")
    assert hands.page == "join_name"
    hands.enter()
    hands.enter()
    assert hands.reads("02.05.1990") or hands.reads("2. Mai 1990"), hands.texts
    hands.pass_seconds(46)
    assert hands.reads("Ihre Anmeldung ist noch nicht fertig."), hands.texts
    hands.pass_seconds(20)
    assert hands.page == "home"
    assert not [text for text in _kept(hands) if any(word in text for word in _TYPED)]
    hands.touch("home.join")
    assert hands.find("join.first_name.field.input").property("text") == ""


def test_a_card_shown_while_joining_begins_its_visit_and_nothing_is_left(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("en").hands
    _join(hands)
    hands.scan(ANNA)
    assert hands.counter.visit.card == ANNA
    assert not [text for text in _kept(hands) if any(word in text for word in _TYPED)]


def test_the_answer_on_joining_and_the_question_for_a_card_lead_to_it(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("en").hands
    hands.touch("home.ask")
    hands.type("how do i join the library")
    hands.enter()
    hands.touch("answer.join")
    assert hands.page == "join_name"
    hands.touch("dock.home")
    hands.touch("home.account")
    hands.touch("signIn.join")
    assert hands.page == "join_name"


def _kept(hands: Hands) -> Iterator[str]:
    """Yield what the presenter and its view model keep."""
    joining, shown = hands.counter.pages.join, hands.counter.desk.join
    yield repr(vars(joining))
    yield repr(vars(shown))
    for step in JoinStep:
        rows = shown.formOf(step)
        yield repr(vars(rows)) if rows is not None else ""


def _have_the_same_person(services: Services) -> None:
    with services.database.act() as work:
        anna = work.patrons.by_card(ANNA)
        assert anna is not None
        first, last, _phone = _TYPED
        work.patrons.update(replace(anna, first_name=first, last_name=last, birth_date=date(1990, 5, 2)))
        work.commit()


def _ask_for_a_pin(services: Services) -> None:
    with services.database.act() as work:
        library = services.decider.libraries.current(work)
        kiosks = tuple(replace(one, pin_for=frozenset({"borrow"})) for one in library.kiosks)
        work.library.replace(replace(library, kiosks=kiosks))
        work.commit()
