"""An answer goes along on a phone: its camera reads from the screen what stands there, in every language."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk.policies.asking import Asking
from kiosk.ui.patron.answer_note import ROOM
from kiosk.ui.patron.shell_state import Comfort
from tests.ui.ask.asking_library import ADULT
from tests.ui.ask.conftest import Kiosk, OpenKiosk

# What the longest articles of the sample library say near their beginnings.
LONGEST = {"de": "renewals", "en": "what-can-be-borrowed", "pl": "what-can-be-borrowed"}
LETTERS = {"de": "ü", "en": "e", "pl": "ż"}


def read(kiosk: Kiosk) -> str:
    """Return what a phone reads from the screen, empty for nothing."""
    picture = kiosk.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    found = zxingcpp.read_barcodes(picture)
    return found[0].text if found else ""


def take(kiosk: Kiosk, article: str) -> str:
    """Open an article and take it along."""
    kiosk.asking.open_question(article)
    kiosk.settle()
    kiosk.touch("answer.phone")
    kiosk.wait(lambda: kiosk.answer.phone.qr != "")
    return read(kiosk)


@pytest.mark.parametrize("language", ["de", "en", "pl"])
@pytest.mark.parametrize(
    ("size", "large"), [((1080, 1920), False), ((1920, 1080), True), ((1280, 800), False)], ids=str
)
def test_the_longest_answer_is_read_from_the_screen(
    open_kiosk: OpenKiosk, size: tuple[int, int], large: bool, language: str
) -> None:
    kiosk = open_kiosk(language, *size, comfort=Comfort(0, large, True, False))
    text = take(kiosk, LONGEST[language])
    assert text.startswith(kiosk.answer.title)
    assert LETTERS[language] in text
    assert ROOM * 0.7 < len(text.encode()) <= ROOM
    assert text.endswith("www.stadtbibliothek-lindenau.example")
    assert kiosk.seen("answer.phone.cut")
    assert not kiosk.seen("answer.phone.own")
    module = kiosk.item("answer.phone.qr").width() / (kiosk.answer.phone.qrSize + 8)
    assert module * 1080 / min(size) >= 4


def test_a_short_answer_goes_whole_and_the_dialog_is_gone_at_a_touch_and_by_a_key(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("pl", 1080, 1920)
    text = take(kiosk, "using-without-card")
    assert "…" not in text
    assert not kiosk.seen("answer.phone.cut")
    kiosk.touch("answer.phone.done")
    assert kiosk.answer.phone.qr == ""
    before = kiosk.window.activeFocusItem()
    kiosk.touch("answer.phone")
    kiosk.wait(lambda: kiosk.answer.phone.qr != "")
    QTest.keyClick(kiosk.window, Qt.Key.Key_Escape)
    kiosk.wait(lambda: not kiosk.seen("answer.phone.qr"))
    assert kiosk.window.activeFocusItem() == before
    assert read(kiosk) == ""


@pytest.mark.parametrize("leave", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_whoever_took_it_with_keys_is_back_at_the_button_afterwards(
    open_kiosk: OpenKiosk, leave: Qt.Key
) -> None:
    kiosk = open_kiosk("de", 1920, 1080)
    kiosk.asking.open_question("loan-periods")
    kiosk.settle()
    kiosk.item("answer.phone").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
    kiosk.wait(lambda: kiosk.seen("answer.phone.done") and kiosk.item("answer.phone.done").hasActiveFocus())
    QTest.keyClick(kiosk.window, leave)
    kiosk.wait(lambda: not kiosk.seen("answer.phone.qr"))
    assert kiosk.item("answer.phone").hasActiveFocus()


def test_it_speaks_the_answer_s_language_also_where_the_screen_speaks_another(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", 1920, 1080)
    kiosk.question("how long can i keep a film")
    assert kiosk.answer.title.startswith("How long")
    kiosk.touch("answer.phone")
    kiosk.wait(lambda: kiosk.answer.phone.qr != "")
    text = read(kiosk)
    assert "for 24 November 2026" in text
    assert "Lindenau City Library" in text


def test_what_the_account_says_is_warned_of_and_is_gone_with_the_visit(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", 1080, 1920)
    kiosk.sign_in(ADULT)
    kiosk.question("was habe ich ausgeliehen")
    kiosk.touch("answer.phone")
    kiosk.wait(lambda: kiosk.answer.phone.qr != "")
    assert kiosk.seen("answer.phone.own")
    text = read(kiosk)
    assert text
    assert "Anna" not in text
    assert ADULT not in text
    kiosk.visit.end()
    kiosk.settle()
    assert kiosk.answer.phone.qr == ""
    kiosk.wait(lambda: not kiosk.seen("answer.phone.qr"))
    dialog = kiosk.window.findChild(QObject, "answer.phone.dialog")
    assert dialog is not None
    assert dialog.property("path") == ""


def test_another_card_another_language_and_another_page_take_it_away(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", 1080, 1920)
    ways: tuple[Callable[[], None], ...] = (
        lambda: kiosk.sign_in(ADULT),
        lambda: kiosk.speak("pl"),
        lambda: kiosk.asking.open_question("renewals"),
        kiosk.shell.home,
    )
    for leave in ways:
        take(kiosk, "loan-periods")
        leave()
        kiosk.settle()
        assert kiosk.answer.phone.qr == ""


def test_twice_at_once_is_once_and_one_left_at_once_is_not_shown(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", 1080, 1920)
    take(kiosk, "loan-periods")
    kiosk.answer.phone.take()
    kiosk.answer.phone.dismiss()
    kiosk.settle()
    assert kiosk.answer.phone.qr == ""


def test_while_the_answer_to_a_chip_is_awaited_the_one_before_is_not_taken_along(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_kiosk("de", 1080, 1920)
    kiosk.asking.open_question("loan-periods")
    kiosk.settle()
    go_on, article = threading.Event(), Asking.article

    def held_up(*given: Any, **more: Any) -> Any:
        assert go_on.wait(30)
        return article(*given, **more)

    monkeypatch.setattr(Asking, "article", held_up)
    kiosk.answer.refine("item_type", "dvd")
    kiosk.answer.phone.take()
    kiosk.answer.printOut()
    kiosk.answer.judge(True)
    go_on.set()
    kiosk.settle()
    assert kiosk.answer.figure == "7 Tage"
    assert (kiosk.answer.phone.qr, kiosk.answer.paper, kiosk.answer.verdict) == ("", "", "")
