"""Past loans: kept from the moment it is wanted, shown as a list, forgotten at once."""

from kiosk.services import Services
from kiosk.ui.patron import settings_history_state as history
from kiosk.words import wording
from tests.ui.account.conftest import OpenHands, aside
from tests.ui.account.test_settings import come_to_settings
from tests.ui.borrow.lending_library import ANNA, give_back, lend


def had(services: Services, *titles: str) -> None:
    for title in titles:
        lend(services, ANNA, title)
        give_back(services, title)


def test_only_what_is_returned_after_it_is_wanted_stands_there_and_leads_to_its_record(
    open_hands: OpenHands,
) -> None:
    hands = open_hands("de", prepare=lambda services: had(services, "Kairos"))
    come_to_settings(hands)
    assert not hands.sees("settings.history.show")
    hands.touch("settings.history")
    aside(hands, had, "Momo", "Lichtspiel")
    hands.touch("settings.history.show")
    hands.wait_for_covers()
    titles = [row.title for row in hands.counter.desk.settingsHistory.loans.rows]  # type: ignore[attr-defined]
    assert titles == ["Lichtspiel", "Momo"]
    assert hands.reads(wording("de").count("history.count", 2))
    hands.touch_first("history.title.")
    assert hands.page == "record"
    assert hands.reads("Lichtspiel")
    hands.touch("dock.back")
    assert hands.page == "settings_history"
    hands.touch("dock.back")
    hands.touch("settings.history")
    hands.touch("settings.question.yes")
    hands.touch("settings.history")
    hands.touch("settings.history.show")
    assert hands.reads(wording("de")("history.none"))


def test_a_long_list_is_read_a_stretch_at_a_time_and_no_loan_stands_in_it_twice(
    open_hands: OpenHands,
) -> None:
    many = history.STRETCH + 3

    def keep_and_have(services: Services) -> None:
        services.self_service.keep_history(ANNA, True)
        had(services, *(["Momo"] * many))

    hands = open_hands("en", (1280, 800), prepare=keep_and_have)
    come_to_settings(hands)
    hands.touch("settings.history.show")
    rows = hands.counter.desk.settingsHistory.loans
    assert len(rows.rows) == history.STRETCH  # type: ignore[attr-defined]
    aside(hands, had, "Kairos")
    hands.counter.desk.settingsHistory.readMore()
    hands.settle()
    keys = [row.key for row in rows.rows]  # type: ignore[attr-defined]
    assert len(keys) == len(set(keys)) == many
    assert hands.reads(wording("en").count("history.count", many))
