"""The sample library has filled enough holds that how long another may take is seen in it."""

from tests.journeys.conftest import OpenKiosk
from tests.journeys.ways import TOMASZ, WAYS


def test_the_account_tells_how_long_a_hold_of_the_sample_may_take(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    WAYS["account"](hands)
    assert hands.reads("about 1 week · Main Library"), hands.texts


def test_the_title_page_tells_it_before_a_hold_is_placed(use_kiosk: OpenKiosk) -> None:
    kiosk = use_kiosk("en")
    hands = kiosk.hands
    hands.touch("home.find")
    hands.type("mutmassungen")
    hands.enter()
    hands.touch_first("find.title.")
    hands.touch("record.hold")
    hands.scan(TOMASZ)
    assert hands.page == "record", hands.page
    assert hands.reads("It will probably take about"), hands.texts
    mine = kiosk.aside(lambda services: services.accounts.statement(TOMASZ, services.clock.now(), "MAIN"))
    assert mine.holds == (), "it is only told"
