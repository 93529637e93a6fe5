"""What is said of a control, of a letter, of a key, in three languages."""

import pytest

from kiosk.ui.patron.narration.phrases import (
    control_told,
    dots_told,
    help_told,
    letters_told,
    state_told,
    typed_told,
)
from kiosk.ui.patron.narration.seen import Position, Role, Seen
from kiosk.words import wording

ENGLISH = wording("en")
ALONE = Position()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Borrow & account, tab, chosen, 3 of 4"),
        ("de", "Borrow & account, Reiter, ausgewählt, 3 von 4"),
        ("pl", "Borrow & account, karta ekranu, wybrane, 3 z 4"),
    ],
)
def test_a_control_is_told_by_name_kind_state_and_place(language: str, said: str) -> None:
    tab = Seen(Role.TAB, "Borrow & account", checked=True)
    assert control_told(tab, Position(3, 4), wording(language)).text == said


def test_what_stands_alone_has_no_place_and_what_is_off_is_told_to_be() -> None:
    told = control_told(Seen(Role.CHECK, "Large text", checked=False), Position(1, 1), ENGLISH).text
    assert told == "Large text, switch, off"


def test_a_tab_that_is_not_chosen_says_nothing_of_it() -> None:
    assert state_told(Seen(Role.TAB, "Ask", checked=False), ENGLISH) == ""


def test_what_cannot_be_used_now_is_told_so() -> None:
    assert "not available now" in control_told(Seen(Role.BUTTON, "Done", enabled=False), ALONE, ENGLISH).text


def test_an_explanation_follows_unless_it_is_the_name() -> None:
    assert control_told(Seen(Role.BUTTON, "English", "English"), ALONE, ENGLISH).text == "English, button"
    assert (
        control_told(Seen(Role.BUTTON, "Ways", "by phone"), ALONE, ENGLISH).text == "Ways, button, by phone"
    )


@pytest.mark.parametrize(
    ("field", "hides", "said"),
    [
        (Seen(Role.FIELD, "Title", value="momo"), False, "Title, text field, momo"),
        (Seen(Role.FIELD, "Title"), False, "Title, text field, empty"),
        (Seen(Role.FIELD, "Name", value="Ola"), True, "Name, text field"),
        (Seen(Role.FIELD, "PIN", secret=True), False, "PIN, text field, what you type is not said"),
    ],
)
def test_a_field_tells_what_is_in_it_unless_that_is_somebodys_own(
    field: Seen, hides: bool, said: str
) -> None:
    assert control_told(field, ALONE, ENGLISH, hides=hides).text == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("", "m", "m"),
        ("m", "mo", "o"),
        ("mo", "m", "o deleted"),
        ("momo", "", "momo deleted"),
        ("mo", "mmo", "m"),
        ("mo", "mo ", "space"),
        ("mo", "moM", "capital m"),
        ("a", "a.", "full stop"),
        ("solaris", "solaris lem", " lem"),
        ("mo", "mo", ""),
        ("abc", "xyz", "xyz"),
    ],
)
def test_what_is_typed_and_deleted_is_echoed(before: str, after: str, said: str) -> None:
    assert typed_told(before, after, ENGLISH) == said


def test_a_secret_is_echoed_as_dots_that_are_counted() -> None:
    assert [dots_told(0, 1, ENGLISH), dots_told(2, 1, ENGLISH), dots_told(1, 1, ENGLISH)] == [
        "Dot, 1",
        "Deleted, 1",
        "",
    ]


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_every_sign_of_the_keyboard_on_the_screen_has_a_name(language: str) -> None:
    words = wording(language)
    signs = "/@#&%+*=()\"!,;:?'_–„“-. "
    assert [sign for sign in signs if letters_told(sign, words) == sign] == []


@pytest.mark.parametrize("language", ["en", "de", "pl"])
@pytest.mark.parametrize("role", [role for role in Role if role.is_control])
def test_help_begins_with_what_ok_does_here(role: Role, language: str) -> None:
    words = wording(language)
    first, *rest = help_told(Seen(role, "x"), words, spelling=False, dark=False)
    assert first == words(f"narration.help.{role}") != f"narration.help.{role}"
    assert words("help.call") in rest[-1]


def test_help_on_the_keyboard_and_behind_the_curtain_says_so() -> None:
    told = [*help_told(None, ENGLISH, spelling=True, dark=True)]
    assert told[0].startswith("You are on the keyboard on the screen")
    assert any("The screen is dark" in one for one in told)
