"""Nothing of one patron is left for the next: not on the screen, not in QML, not in Python."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from PySide6.QtGui import QImage

from kiosk.library_folder import LibraryFolder
from kiosk.model.patron import Address
from kiosk.services import Services
from kiosk.ui.patron.code_reading import Recognised, recognise
from kiosk.ui.patron.view_models.home import HomeViewModel
from kiosk.ui.shared.row_list import RowList
from scripts.eyes import place_of
from scripts.hands import Hands
from tests.journeys.conftest import Kiosk, OpenKiosk
from tests.journeys.left import words_left
from tests.journeys.ways import ANNA, EMILY, WAYS, start_afresh

PIN = "86420975"
# What is known of Anna besides the titles that she has.
KNOWN = (ANNA, "Anna K", "Krause", "anna.krause@", "5550 301", "Lindenallee", "Musterdorf", PIN)
_TYPED = "fürchterliche"


def test_a_countdown_asks_before_a_visit_ends_and_more_time_is_given_as_often_as_wanted(
    use_kiosk: OpenKiosk,
) -> None:
    hands = use_kiosk("en").hands
    WAYS["account"](hands)
    hands.pass_seconds(44)
    assert not hands.sees("idle.more")
    for _ in range(3):
        hands.pass_seconds(1)
        assert hands.sees("idle.more")
        hands.touch("idle.more")
        assert not hands.sees("idle.more")
        assert hands.page == "account"
        hands.pass_seconds(44)
    hands.pass_seconds(20)
    assert hands.reads("1"), hands.texts
    assert _card(hands) == ANNA
    hands.pass_seconds(1)
    assert _card(hands) is None
    assert hands.page == "home"


def _card(hands: Hands) -> str | None:
    return hands.counter.visit.card


def test_behind_the_countdown_of_a_signed_in_visit_nothing_of_the_account_is_drawn(
    use_kiosk: OpenKiosk,
) -> None:
    hands = use_kiosk("de").hands
    WAYS["account"](hands)
    hands.pass_seconds(46)
    with_account = _around_the_dialog(hands)
    hands.touch("idle.more")
    hands.touch("tab.borrow")
    hands.pass_seconds(46)
    assert with_account == _around_the_dialog(hands)


def _around_the_dialog(hands: Hands) -> tuple[QImage, QImage]:
    picture, card = hands.picture(), place_of(hands.find("idle.more"))
    assert picture.height() == 1920
    return picture.copy(0, 0, 1080, 560), picture.copy(0, int(card.bottom()) + 200, 1080, 400)


def test_the_countdown_tells_of_scans_that_are_not_finished(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    WAYS["return"](hands)
    hands.pass_seconds(46)
    assert hands.sees("idle.end")
    hands.touch("idle.end")
    assert hands.page == "home"


def test_whoever_walks_away_from_home_leaves_nothing_typed(use_kiosk: OpenKiosk) -> None:
    kiosk = use_kiosk("de")
    hands = kiosk.hands
    _type_something(hands)
    hands.touch("dock.home")
    hands.pass_seconds(46)
    assert not hands.sees("idle.more")
    assert not left_of(kiosk, (_TYPED,))


def make_known(services: Services) -> None:
    """Let Anna have an address and a PIN that nothing else looks like."""
    services.pins.set_pin(ANNA, PIN)
    with services.database.act() as work:
        anna = work.patrons.by_card(ANNA)
        assert anna is not None
        work.patrons.set_address(anna.id, Address("Lindenallee 7", "01234", "Musterdorf"))
        work.commit()


_ENDS: dict[str, Callable[[Hands], None]] = {
    "idle": lambda hands: hands.pass_seconds(66),
    "sign-out": lambda hands: hands.touch("dock.signOut"),
    "finish at the countdown": lambda hands: _finish_at_the_countdown(hands),
    "another card": lambda hands: _show_another_card(hands),
    "sign-out of two cards": lambda hands: _sign_two_out(hands),
    "a stranger in Borrow": lambda hands: _come_after(hands),
}


def _at_home(hands: Hands) -> Iterator[str]:
    arrivals = hands.counter.desk.view_model(HomeViewModel).arrivals
    assert isinstance(arrivals, RowList)
    return (arrival.title for arrival in arrivals.rows)


def _show_another_card(hands: Hands) -> None:
    hands.touch("dock.home")
    hands.scan("20000281")


def _come_after(hands: Hands) -> None:
    hands.scan("20000281")
    hands.touch("borrow.join.yes")


def _sign_two_out(hands: Hands) -> None:
    hands.scan("20000281")
    hands.touch("borrow.join.no")
    hands.touch("dock.signOut")


def _finish_at_the_countdown(hands: Hands) -> None:
    hands.pass_seconds(46)
    hands.touch("idle.end")


@pytest.mark.parametrize(
    "end",
    [
        "idle",
        "sign-out of two cards",
        "a stranger in Borrow",
        pytest.param("sign-out", marks=pytest.mark.proof),
        pytest.param("finish at the countdown", marks=pytest.mark.proof),
        pytest.param("another card", marks=pytest.mark.proof),
    ],
)
def test_the_end_of_a_visit_leaves_nothing_of_the_patron(open_kiosk: OpenKiosk, end: str) -> None:
    kiosk = open_kiosk("de", prepare=make_known)
    hands = kiosk.hands
    _type_something(hands)
    mine = _titles_of(kiosk, ANNA)
    hands.touch("dock.home")
    WAYS["account"](hands)
    assert len(left_of(kiosk, mine)) == len(mine), "the account shows its titles, and this test sees them"
    hands.touch("account.borrow") if hands.sees("account.borrow") else None
    for barcode in kiosk.barcodes.free[:2]:
        hands.scan(barcode)
    mine |= _titles_of(kiosk, ANNA)
    _ENDS[end](hands)
    assert hands.counter.visit.card != ANNA
    at_home = set(_at_home(hands))
    assert not left_of(kiosk, (*KNOWN, _TYPED, *(mine - at_home)))


@pytest.mark.parametrize("end", ["idle", "sign-out"])
def test_items_decided_after_the_end_are_lent_and_leave_nothing_on_the_screen(
    open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture, end: str
) -> None:
    kiosk = open_kiosk("en", prepare=make_known)
    hands, barcodes = kiosk.hands, kiosk.barcodes.free[:2]
    hands.touch("homeCard.borrow")
    hands.scan(EMILY)
    ended, counter = Event(), hands.counter
    counter.visit.closed.connect(lambda: ended.set())
    counter.jobs.serial(lambda: ended.wait(20), lambda _: None)
    for barcode in barcodes:
        hands.scan_at_once(barcode)
    hands.wait(lambda: counter.visit.unfinished().startswith("2 "), "two items wait to be lent")
    hands.wait(lambda: hands.reads("Checking whether anyone"), "both are looked up")
    with caplog.at_level("WARNING", "kiosk"):
        _ENDS[end](hands)
    assert hands.page == "home"
    told = [record.getMessage() for record in caplog.records if record.name == "kiosk"]
    assert [line.startswith("after the end of a visit: borrow ") for line in told] == [True, True]
    mine = _titles_of(kiosk, EMILY, having=barcodes)
    assert not left_of(kiosk, (EMILY, "Emily C", *(mine - set(_at_home(hands)))))


def test_a_card_that_is_looked_up_beyond_the_end_is_not_left_in_what_the_database_was_asked(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_kiosk("en", prepare=make_known)
    hands, jobs = kiosk.hands, kiosk.hands.counter.jobs
    asked, go_on = Event(), Event()

    def look_up_late(services: Services, code: str) -> Recognised:
        asked.set()
        assert go_on.wait(20)
        return recognise(services, code)

    monkeypatch.setattr("kiosk.ui.patron.presenters.sign_in.recognise", look_up_late)
    hands.touch("home.account")
    hands.scan_at_once(ANNA)
    hands.wait(asked.is_set, "the card is being looked up")
    hands.counter.visit.end()
    jobs.serial(lambda: None, lambda _: go_on.set())
    hands.settle()
    assert not left_of(kiosk, KNOWN)


def _titles_of(kiosk: Kiosk, card: str, having: Iterable[str] = ()) -> set[str]:
    """Ask at another machine what a card has: what this kiosk remembers is to be its own."""
    services = Services(LibraryFolder(kiosk.folder), kiosk.services.clock)
    with ThreadPoolExecutor(1) as elsewhere:
        account = elsewhere.submit(services.accounts.statement, card, services.clock.now(), "MAIN").result()
        elsewhere.submit(services.close).result()
    assert {loan.barcode for loan in account.loans} >= set(having)
    return {str(loan.title) for loan in account.loans} | {str(hold.title) for hold in account.holds}


def _type_something(hands: Hands) -> None:
    start_afresh(hands)
    hands.touch("home.find")
    hands.type(_TYPED)
    hands.enter()
    hands.touch("tab.ask")
    if hands.page == "ask" and hands.sees("ask.field.input"):
        hands.touch("ask.field.input")
        hands.type(_TYPED)


def left_of(kiosk: Kiosk, words: Iterable[str]) -> dict[str, str]:
    """Return which of the words are still somewhere, and where."""
    return words_left(kiosk.hands, kiosk.services, words)
