"""With the screen dark, a keypad and headphones, a patron finds a book, asks, borrows and leaves.

Whoever walks here sees nothing: every key is pressed for what was said before it. Card and item are
held to the reader, as by everybody.
"""

import pytest

from kiosk.words import wording
from tests.journeys.blind import CURTAIN, OK, PLUG, RIGHT, UP, blind_at
from tests.journeys.conftest import OpenKiosk, Sample
from tests.journeys.own_words import strange_words
from tests.journeys.ways import ANNA

# The spoken words for where it stands, for the question of the hours, and for those of a Tuesday.
_PLACE = {"en": "Ground floor, Shelf 2", "de": "Erdgeschoss, Regal 2", "pl": "Parter, regał 2"}
_STEPS = {"en": "48 steps from here", "de": "48 Schritte", "pl": "48 kroków"}
_QUESTION = {"en": "When are you open", "de": "Wann haben Sie geöffnet", "pl": "W jakich godzinach"}
_OPEN = {"en": "10 am to 7 pm", "de": "10 Uhr bis 19 Uhr", "pl": "od dziesiątej do dziewiętnastej"}
_DUE = {"en": "22nd December", "de": "zweiundzwanzigsten Dezember", "pl": "dwudziestego drugiego grudnia"}


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_a_patron_who_sees_nothing_finds_asks_borrows_and_leaves(
    open_kiosk: OpenKiosk, sample: Sample, language: str
) -> None:
    blind = blind_at(open_kiosk, language)
    hands, words = blind.hands, wording(language)

    # Headphones in: it says that it speaks, how it is used, and where one is.
    blind.press(PLUG)
    assert blind.hears(words("narration.how")[:40])
    assert blind.hears(words("home.question"))
    assert blind.press(CURTAIN) == [words("narration.dark")]
    picture = hands.picture()
    assert len({picture.pixelColor(x, y).name() for x in (10, 900, 1900) for y in (10, 400, 800)}) == 1

    # A book.
    blind.choose(words("section.find"))
    assert blind.hears(words("narration.role.field"))
    blind.press(OK)
    blind.spell("momo")
    assert blind.hears(words.count("narration.suggestions", 2)) or blind.hears(
        words.count("narration.suggestions", 1)
    )
    blind.find_key(words("keyboard.search"))
    blind.press(OK)
    assert blind.hears("1 ")
    found = blind.go_to("Momo")
    assert "Michael Ende" in found
    blind.press(OK)

    # Where it stands.
    assert blind.hears(_PLACE[language])
    assert blind.hears(_STEPS[language])

    # The opening hours.
    blind.choose(words("section.ask"), UP)
    blind.choose(_QUESTION[language])
    assert blind.hears(_OPEN[language])

    # A loan.
    blind.choose(words("section.borrow"), UP)
    blind.scan(ANNA)
    assert blind.hears("Anna K.")
    blind.scan(sample.barcodes.free[0])
    assert blind.hears("Robinson Crusoe")
    assert blind.hears(words("borrow.row.lent"))
    assert blind.hears(_DUE[language])

    # And out.
    blind.choose(words("borrow.done"), RIGHT)
    blind.choose(words("borrow.receipt.no"))
    assert blind.hears(words("borrow.thanks"))
    blind.choose(words("borrow.thanks.leave"), RIGHT)
    assert blind.heard == [words("narration.ended")]
    assert hands.page == "home"
    assert hands.counter.visit.card is None
    assert strange_words(blind.log, language) == []
    assert {spoken for text, spoken in blind.log if text.startswith(("Momo", "Das Mädchen Momo"))} == {"de"}
    assert {spoken for text, spoken in blind.log if text.startswith("Robinson Crusoe")} == {"en"}
    assert not any("<" in text or "_" in text for text, _language in blind.log)
