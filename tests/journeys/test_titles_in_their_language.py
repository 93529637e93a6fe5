"""A title is said by the voice of its own language, and all around it by that of the screen's."""

import pytest

from kiosk.words import wording
from tests.journeys.blind import DOWN, OK, PAGE, PLUG, UNPLUG, Blind, blind_before, give_voice
from tests.journeys.conftest import LANDSCAPE, OpenKiosk
from tests.journeys.own_words import strange_words
from tests.journeys.ways import ANNA, start_afresh

_LANGUAGES = ["en", "de", "pl"]
# What is typed, a title that is found by it with its author, and the beginning of its summary.
_BOOKS = {
    "de": ("vorleser", "Der Vorleser", "Bernhard Schlink", "Der fünfzehnjährige Michael"),
    "en": ("defoe", "Robinson Crusoe", "Daniel Defoe", "A shipwrecked sailor"),
    "pl": ("bieguni", "Bieguni", "Olga Tokarczuk", "Opowieści i zapiski"),
}


def languages_of(blind: Blind, words: str) -> set[str]:
    """Give the languages in which something that begins so was said since it was last asked."""
    return {language for text, language in blind.log if text.startswith(words)}


@pytest.mark.parametrize("screen", _LANGUAGES)
@pytest.mark.parametrize("book", _LANGUAGES)
def test_title_author_and_summary_are_said_in_the_books_language_and_the_rest_in_the_screens(
    use_kiosk: OpenKiosk, screen: str, book: str
) -> None:
    kiosk = use_kiosk(screen, LANDSCAPE, give_voice)
    blind, words = blind_before(kiosk), wording(screen)
    typed, title, author, summary = _BOOKS[book]
    kiosk.hands.touch("home.find")
    kiosk.hands.type(typed)
    kiosk.hands.enter()
    blind.press(PLUG)

    found = blind.go_to(title)
    assert f"{title}, {author}" in found
    row = [(text, language) for text, language in blind.log if text.startswith(title)][-1]
    rest = blind.log[blind.log.index(row) + 1 :] or [row]
    assert row[1] == book
    assert rest[-1][1] == screen
    assert words("narration.role.button") in rest[-1][0]

    blind.log.clear()
    blind.press(OK)
    blind.press(PAGE)
    assert languages_of(blind, title) == languages_of(blind, summary) == {book}
    form = f"{words('form.book')}, "
    assert {language for text, language in blind.log if form in text} == {screen}
    assert strange_words(blind.log, screen) == []
    blind.press(UNPLUG)
    start_afresh(kiosk.hands)


@pytest.mark.parametrize("screen", _LANGUAGES)
def test_what_is_on_a_card_is_said_so_too(use_kiosk: OpenKiosk, screen: str) -> None:
    kiosk = use_kiosk(screen, LANDSCAPE, give_voice)
    blind = blind_before(kiosk)
    blind.press(PLUG)
    kiosk.hands.touch("home.account")
    blind.scan(ANNA)
    blind.log.clear()
    blind.press(PAGE)
    for _ in range(8):
        blind.press(DOWN)
    assert languages_of(blind, "Krabat") == {"de"}
    assert strange_words(blind.log, screen) == []
    blind.press(UNPLUG)
    start_afresh(kiosk.hands)
