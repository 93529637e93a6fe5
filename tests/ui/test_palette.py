"""The colours are far enough apart, in every theme, for every pair in use."""

import pytest

from kiosk.look.palette import DARK, HIGH_CONTRAST, LIGHT, Palette, contrast, mixed

# text or frame, ground, and the ratios in the light, dark and high-contrast theme
PAIRS = [
    ("ink", "paper", 13.5, 15.8, 21.0),
    ("ink", "card", 15.4, 13.9, 21.0),
    ("ink", "sunk", 11.8, 16.8, 17.4),
    ("ink", "tint", 12.6, 10.7, 21.0),
    ("ink", "waitTint", 13.1, 11.5, 21.0),
    ("ink", "stopTint", 12.8, 12.1, 21.0),
    ("ink", "tintAsk", 12.7, 11.4, 21.0),
    ("ink", "field", 15.6, 16.8, 17.4),
    ("ink2", "paper", 6.5, 9.6, 21.0),
    ("ink2", "card", 7.4, 8.5, 21.0),
    ("ink2", "sunk", 5.7, 10.3, 17.4),
    ("ink2", "field", 7.5, 10.3, 17.4),
    ("paper", "ink", 13.5, 15.8, 21.0),
    ("actInk", "action", 7.8, 9.7, 16.1),
    ("actInk", "actionDown", 11.8, 7.0, 21.0),
    ("action", "paper", 6.7, 10.7, 16.1),
    ("action", "card", 7.7, 9.4, 16.1),
    ("good", "tint", 6.3, 7.3, 17.1),
    ("good", "card", 7.7, 9.4, 17.1),
    ("wait", "waitTint", 6.4, 8.4, 15.1),
    ("wait", "card", 7.5, 10.2, 15.1),
    ("stop", "stopTint", 6.3, 7.2, 12.6),
    ("stop", "card", 7.5, 8.3, 12.6),
    ("askText", "card", 8.2, 8.8, 21.0),
    ("askText", "tintAsk", 6.8, 7.2, 21.0),
    ("borrowText", "card", 8.1, 8.2, 21.0),
    ("giveBackText", "paper", 5.9, 10.3, 21.0),
    ("giveBackText", "sunk", 5.2, 10.9, 17.4),
    ("secInk", "find", 7.8, 5.2, 21.0),
    ("secInk", "ask", 8.4, 5.8, 21.0),
    ("secInk", "borrow", 8.3, 5.9, 21.0),
    ("secInk", "giveBack", 6.9, 5.1, 21.0),
    ("stamp", "good", 7.8, 9.7, 17.1),
    ("stamp", "wait", 7.6, 10.5, 15.1),
    ("stamp", "stop", 7.7, 8.5, 12.6),
    ("barInk", "bar", 15.4, 16.8, 21.0),
    ("barInk2", "bar", 9.7, 10.3, 21.0),
    ("edge", "card", 4.1, 4.5, 21.0),
    ("edge", "paper", 3.6, 5.1, 21.0),
    ("focus", "paper", 5.7, 9.2, 16.1),
    ("focus", "card", 6.5, 8.1, 16.1),
    ("focus", "sunk", 5.0, 9.8, 13.3),
]
CONTROLS = {"edge", "focus"}
MORE_TEXT = [
    ("labelInk", "label"),
    ("link", "card"),
    ("link", "paper"),
    ("findText", "card"),
    ("ink2", "tint"),
]
THEMES = [("light", LIGHT, 4.5), ("dark", DARK, 4.5), ("high contrast", HIGH_CONTRAST, 7.0)]


@pytest.mark.parametrize(("over", "under", "light", "dark", "high"), PAIRS)
def test_a_pair_has_the_contrast_it_was_designed_with(
    over: str, under: str, light: float, dark: float, high: float
) -> None:
    for theme, designed in ((LIGHT, light), (DARK, dark), (HIGH_CONTRAST, high)):
        assert contrast(getattr(theme, over), getattr(theme, under)) == pytest.approx(designed, abs=0.1)


@pytest.mark.parametrize(("name", "theme", "least"), THEMES)
def test_all_text_is_readable_and_all_controls_are_seen(name: str, theme: Palette, least: float) -> None:
    pairs = [(over, under) for over, under, *_ in PAIRS] + MORE_TEXT
    weak = {
        f"{over} on {under}": ratio
        for over, under in pairs
        if (ratio := contrast(getattr(theme, over), getattr(theme, under)))
        < (3 if over in CONTROLS else least)
    }
    assert weak == {}


def test_black_on_white_is_twenty_one_to_one_either_way_round() -> None:
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == pytest.approx(21)


def test_a_share_of_one_colour_over_another_lies_between_them() -> None:
    assert mixed("#FFFFFF", "#000000", 0.5) == "#808080"
    assert mixed("#102030", "#FFFFFF", 1) == "#102030"
