"""Whatever colours a library chooses, every word and every control stays readable in every theme."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.look.own_colours import THEMES, TOKENS, Corrected, is_colour, own_colours, weak_pairs
from kiosk.look.palette import DARK, LIGHT, contrast

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@pytest.mark.parametrize(("name", "theme"), [*itertools.product(TOKENS, THEMES)])
def test_what_is_shipped_needs_no_correction(name: str, theme: str) -> None:
    assert weak_pairs(THEMES[theme], name) == []


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(TOKENS)), st.sampled_from(sorted(THEMES)), HEX)
def test_any_colour_at_all_ends_in_one_that_holds(name: str, theme: str, colour: str) -> None:
    found = own_colours({(name, theme): colour})
    changed = dict(found.light if theme == "light" else found.dark)
    assert weak_pairs(replace(THEMES[theme], **changed), name) == []


def test_a_colour_that_holds_is_shown_to_the_letter() -> None:
    found = own_colours({("accent", "light"): "#8c1d40"})
    assert dict(found.light)["action"] == "#8C1D40"
    assert found.corrected == ()


def test_a_yellow_accent_becomes_the_nearest_that_can_be_read_and_that_is_told() -> None:
    found = own_colours({("accent", "light"): "#FFD500"})
    shown = dict(found.light)["action"]
    assert found.corrected == (Corrected("accent", "light", "#FFD500", shown),)
    assert 4.5 <= min(contrast(shown, ground) for ground in (LIGHT.paper, LIGHT.card, LIGHT.sunk)) < 4.8
    red, green, blue = (int(shown[place : place + 2], 16) for place in (1, 3, 5))
    assert red > green > blue  # a yellow still


def test_one_colour_serves_both_themes_and_only_what_was_written_is_corrected_aloud() -> None:
    found = own_colours({("accent", "light"): "#8C1D40"})
    assert contrast(dict(found.dark)["action"], DARK.card) >= 4.5
    assert found.corrected == ()
    both = own_colours({("accent", "light"): "#8C1D40", ("accent", "dark"): "#8C1D40"})
    assert [(one.name, one.theme) for one in both.corrected] == [("accent", "dark")]


def test_finding_takes_the_accent_unless_it_has_a_colour_of_its_own() -> None:
    assert dict(own_colours({("accent", "light"): "#8C1D40"}).light)["find"] == "#8C1D40"
    own = own_colours({("accent", "light"): "#8C1D40", ("find", "light"): "#1F5F7A"})
    assert dict(own.light)["find"] == "#1F5F7A"


def test_nothing_chosen_changes_nothing() -> None:
    assert own_colours({}).light == own_colours({}).dark == ()


@pytest.mark.parametrize("text", ["red", "#fff", "#80FFFFFF", "8C1D40", "#8C1D4G", "", 7, None])
def test_only_six_digits_are_a_colour(text: object) -> None:
    assert not is_colour(text)
