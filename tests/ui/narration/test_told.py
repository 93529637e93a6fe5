"""Which words of a text are of another language: free of Qt."""

import pytest

from kiosk.ui.patron.narration.told import Told

VOICES = ("de", "en", "pl")


@pytest.mark.parametrize(
    ("text", "own", "pieces"),
    [
        ("Momo", ("Momo",), [("Momo", "de")]),
        ("Momo, Michael Ende", ("Momo", "Michael Ende"), [("Momo, Michael Ende", "de")]),
        ("Momo, button", ("Momo", ""), [("Momo", "de"), (", button", "en")]),
        ("Renew “Momo”.", ("Momo",), [("Renew “", "en"), ("Momo", "de")]),
        ("1 title: Momo, by Ende, book", ("Momo", "Ende"), [
            ("1 title: ", "en"), ("Momo", "de"), (", by ", "en"), ("Ende", "de"), (", book", "en")
        ]),
        ("Renew Re", ("Re",), [("Renew ", "en"), ("Re", "de")]),
        ("book", ("Momo",), [("book", "en")]),
        ("C++ (2nd), book", ("C++ (2nd)",), [("C++ (2nd)", "de"), (", book", "en")]),
        ("?", ("?",), [("?", "de")]),
    ],
)  # fmt: skip
def test_own_words_are_found_whole_in_their_order_and_the_rest_is_the_screens(
    text: str, own: tuple[str, ...], pieces: list[tuple[str, str]]
) -> None:
    assert [*Told(text, "de", own).spans("en", VOICES)] == pieces


@pytest.mark.parametrize("language", ["", "en", "fr"])
def test_without_a_voice_of_its_own_a_text_is_one_piece(language: str) -> None:
    assert [*Told("Momo, button", language, ("Momo",)).spans("en", VOICES)] == [("Momo, button", "en")]
