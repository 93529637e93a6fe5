"""What patrons change about their own card, and what of it staff do."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from kiosk.membership.account import Accounts
from kiosk.membership.patron_files import import_patrons
from kiosk.membership.self_service import SelfService
from kiosk.model.clock import FixedClock
from kiosk.model.errors import CardTaken, CardUnknown, HistoryNotKept, LanguageUnknown
from kiosk.model.item import barcode_key
from kiosk.model.patron import Patron
from kiosk.storage import NewNotice
from tests.circulation.desk import MAIN, NOON, Desk, days, town_library, why


@pytest.fixture
def own(desk: Desk) -> SelfService:
    desk.reader("R1")
    return SelfService(desk.database, desk.decider)


def patron(desk: Desk, card: str = "R1") -> Patron:
    with desk.database.read() as view:
        found = view.patrons.by_card(card)
    assert found is not None
    return found


def audited(desk: Desk, patron_id: int) -> list[str]:
    with desk.database.read() as view:
        return [entry.act for entry in reversed(view.audit.about("patron", patron_id))]


def test_a_card_reported_lost_lends_nothing_until_it_is_found(own: SelfService, desk: Desk) -> None:
    desk.copy()
    for _ in range(2):
        own.report_lost("r1", NOON)
    assert why(desk.lend()) == ["card.lost"]
    own.report_found("R1", NOON, by="anna")
    assert desk.lend().done
    assert audited(desk, patron(desk).id) == ["card_found"]


def test_a_lost_number_stays_lost_when_another_stands_for_it(own: SelfService, desk: Desk) -> None:
    desk.copy()
    own.report_lost("R1", NOON)
    new = own.replace_card("R1", NOON, by="anna")
    assert why(desk.lend("R1")) == ["card.lost"]
    assert why(desk.lend("r1 ")) == ["card.lost"]
    assert desk.lend(new).done
    newest = own.replace_card("R1", NOON, by="anna", new="N2")
    assert [why(desk.lend(card)) for card in ("R1", new)] == [["card.lost", "item.on_loan_to_you"]] * 2
    assert why(desk.lend(newest)) == ["item.on_loan_to_you"]
    assert patron(desk, "N2").card_lost is False


def test_who_finds_a_lost_card_learns_nothing_by_it(own: SelfService, desk: Desk) -> None:
    own.replace_card("R1", NOON, by="anna")
    with pytest.raises(CardUnknown):
        Accounts(desk.database, desk.decider).statement("R1", NOON, MAIN)
    for ask in (own.file, own.past_loans):
        with pytest.raises(CardUnknown):
            ask("R1")
    own.report_lost("R1", NOON)


def test_a_repeated_replacement_draws_one_number(own: SelfService, desk: Desk) -> None:
    assert own.replace_card("R1", NOON, by="anna", act_id="a") == own.replace_card(
        "R1", NOON, by="anna", act_id="a"
    )
    with desk.database.read() as view:
        assert view.patrons.count() == 1


def test_nobody_gets_a_card_that_is_or_was_another_persons(own: SelfService, desk: Desk) -> None:
    desk.reader("R2")
    own.replace_card("R2", NOON, by="anna", new="R3")
    for taken in ("R2", "r3"):
        with pytest.raises(CardTaken):
            own.replace_card("R1", NOON, by="anna", new=taken)
    assert patron(desk).card_lost is False


def test_cards_replaced_at_once_get_numbers_of_their_own(own: SelfService, desk: Desk) -> None:
    cards = [f"P{number}" for number in range(6)]
    for card in cards:
        desk.reader(card)
    start = Barrier(len(cards))

    def replace(card: str) -> str:
        start.wait(timeout=30)
        return own.replace_card(card, NOON, by="anna")

    with ThreadPoolExecutor(len(cards)) as pool:
        drawn = list(pool.map(replace, cards))
    assert len({barcode_key(number) for number in drawn}) == len(cards)


def test_of_two_who_are_given_one_card_at_once_one_gets_it(own: SelfService, desk: Desk) -> None:
    desk.reader("R2")
    start = Barrier(2)

    def replace(card: str) -> str:
        start.wait(timeout=30)
        try:
            return own.replace_card(card, NOON, by="anna", new="N1")
        except CardTaken:
            return "taken"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(replace, ("R1", "R2"))) == ["N1", "taken"]


@pytest.mark.parametrize("new", ["  ", "x" * 10_000, "\x00"])
def test_what_can_be_no_number_becomes_none(own: SelfService, desk: Desk, new: str) -> None:
    with pytest.raises(CardTaken):
        own.replace_card("R1", NOON, by="anna", new=new)
    assert patron(desk).card_lost is False


def test_a_patron_is_spoken_to_in_a_language_of_the_library(own: SelfService, desk: Desk) -> None:
    own.speak("R1", "PL")
    assert patron(desk).language == "pl"
    for language in ("xx", "", "\ud800"):
        if language:
            with pytest.raises(LanguageUnknown):
                own.speak("R1", language)
    assert patron(desk).language == "pl"
    own.speak("R1", None)
    assert patron(desk).language is None


def test_notices_come_as_the_patron_wants_them(own: SelfService, desk: Desk) -> None:
    own.send_notices("R1", by_email=False)
    assert patron(desk).notices_by == "none"
    own.send_notices("R1", by_email=True)
    assert patron(desk).notices_by == "email"


def test_past_loans_are_kept_only_from_the_choice_on_and_forgotten_at_once(
    own: SelfService, desk: Desk
) -> None:
    for number in range(3):
        desk.copy(f"B{number}")
    desk.lend("R1", "B0")
    desk.take_back("B0")
    with pytest.raises(HistoryNotKept):
        own.past_loans("R1")
    own.keep_history("R1", True)
    assert own.past_loans("R1") == ()
    for number in (1, 2):
        desk.lend("R1", f"B{number}", NOON + days(number))
        desk.take_back(f"B{number}", NOON + days(number + 1))
    assert [loan.barcode for loan in own.past_loans("R1")] == ["B2", "B1"]
    assert [loan.barcode for loan in own.past_loans("R1", limit=1, offset=1)] == ["B1"]
    own.keep_history("R1", False)
    own.keep_history("R1", True)
    assert own.past_loans("R1") == ()


def test_what_is_kept_about_a_person_holds_also_notices_and_staffs_acts(own: SelfService, desk: Desk) -> None:
    who = patron(desk)
    with desk.database.act() as work:
        work.notices.queue(NewNotice("k", "overdue", "email", "en", NOON, patron_id=who.id))
        work.commit()
    own.report_lost("R1", NOON, by="anna")
    file = own.file("R1")
    assert [notice.kind for notice in file.notices] == ["overdue"]
    assert [entry.act for entry in file.audit] == ["card_lost"]


def test_a_card_nobody_has_is_told(own: SelfService) -> None:
    for ask in (
        lambda: own.report_lost("nobody", NOON),
        lambda: own.report_found("nobody", NOON, by="anna"),
        lambda: own.replace_card("nobody", NOON, by="anna"),
        lambda: own.speak("nobody", "en"),
        lambda: own.keep_history("nobody", True),
        lambda: own.send_notices("nobody", by_email=True),
        lambda: own.file("nobody"),
    ):
        with pytest.raises(CardUnknown):
            ask()


def test_an_import_does_not_open_a_lost_card_again(own: SelfService, desk: Desk, tmp_path: Path) -> None:
    new = own.replace_card("R1", NOON, by="anna")
    file = tmp_path / "patrons.csv"
    file.write_text(f"card,last_name,category\nr1,Nowak,adult\n{new},Nowak,adult\n", encoding="utf-8")
    report = import_patrons(desk.database, town_library(), file, FixedClock(NOON))
    assert (report.rejected, report.created) == (1, 0)
    assert [problem.key for _line, problem in report.problems] == ["patrons.row.replaced_card"]
    desk.copy()
    assert why(desk.lend("R1")) == ["card.lost"]
