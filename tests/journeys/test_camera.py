"""A card on a phone, held before the camera: looked for only while a card is asked for, kept nowhere."""

from collections.abc import Callable

from PIL import Image

from kiosk.services import Services
from kiosk.ui.patron.shell_state import Comfort
from scripts.eyes import place_of
from tests.devices.test_camera import qr, room
from tests.journeys.conftest import Kiosk, OpenKiosk
from tests.journeys.ways import EMILY


def _with_pictures(*pictures: Image.Image) -> Callable[[Services], None]:
    def prepare(services: Services) -> None:
        file = services.folder.settings_file
        text = file.read_text("utf-8")
        assert 'kind = "none"' in text
        file.write_text(text.replace('kind = "none"', 'kind = "simulated"'), "utf-8")
        folder = services.folder.within(services.settings.camera.folder)
        folder.mkdir(exist_ok=True)
        for number, picture in enumerate(pictures):
            picture.save(folder / f"{number}.png")

    return prepare


def _files(kiosk: Kiosk) -> set[str]:
    return {str(one) for one in kiosk.folder.rglob("*.*") if one.suffix in (".png", ".bmp", ".jpg")}


def test_a_card_on_a_phone_begins_its_visit_and_nothing_is_looked_at_before_or_after(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("en", prepare=_with_pictures(room(), room(light=5), room(light=5), room(qr(EMILY))))
    hands, shown = kiosk.hands, kiosk.hands.counter.desk.signIn.camera
    before = _files(kiosk)
    assert not shown.on
    hands.touch("homeCard.borrow")
    hands.wait(lambda: shown.hint.startswith("It is too dark"), "the hint does not come")
    assert hands.sees("camera.picture")
    hands.wait(lambda: hands.counter.visit.card == EMILY, "the card is not read")
    hands.settle()
    assert (hands.page, shown.on, shown.picture) == ("borrow", False, "")
    assert _files(kiosk) == before, "no picture is kept"


def test_a_camera_that_is_gone_asks_to_scan_or_type_and_both_work(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", prepare=_with_pictures())
    hands = kiosk.hands
    hands.touch("home.account")
    hands.wait(lambda: hands.reads("Die Kamera antwortet nicht."), "it is not told")
    assert not hands.sees("camera.picture")
    hands.scan(EMILY)
    assert hands.counter.visit.card == EMILY


def test_what_the_camera_sees_is_seen_in_low_reach_and_in_large_text(open_kiosk: OpenKiosk) -> None:
    dark = room(light=5)
    kiosk = open_kiosk("de", prepare=_with_pictures(dark))
    hands, shell = kiosk.hands, kiosk.hands.counter.shell_view_model
    hands.touch("homeCard.borrow")
    hands.wait(lambda: hands.counter.desk.signIn.camera.on, "the camera does not look")
    for comfort in (Comfort(low_reach=True), Comfort(large_text=True, low_reach=True)):
        shell.setComfort(comfort)
        hands.settle()
        picture = place_of(hands.find("camera.picture"))
        (tabs, below) = (place_of(hands.find(name)) for name in ("tab.borrow", "dock.back"))
        assert hands.window.height() * 0.45 <= picture.top() < picture.bottom() < tabs.top() < below.top()
