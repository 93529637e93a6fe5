"""Every page of the running app against the drawing: type, colours, targets, nothing cut, nothing faint."""

import pytest
from PySide6.QtQml import QQmlProperty

from kiosk.look.palette import DARK, HIGH_CONTRAST, LIGHT
from scripts.hands import Hands
from tests.journeys.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.journeys.looking import Look
from tests.journeys.ways import MOMENTS, WAYS, start_afresh

_THEMES = ((LIGHT, 4.5), (DARK, 4.5), (HIGH_CONTRAST, 7.0))
_PAGES = {**WAYS, **MOMENTS}
_SMALL, _LARGE = (1280, 800), (3840, 2160)


@pytest.mark.parametrize(
    ("language", "size", "themes"),
    [
        ("de", PORTRAIT, (0, 2)),
        ("pl", LANDSCAPE, (1,)),
        pytest.param("de", LANDSCAPE, (0, 1, 2), marks=pytest.mark.proof),
        pytest.param("pl", PORTRAIT, (0, 1, 2), marks=pytest.mark.proof),
        pytest.param("en", PORTRAIT, (0, 1, 2), marks=pytest.mark.proof),
        pytest.param("en", LANDSCAPE, (0, 1, 2), marks=pytest.mark.proof),
        pytest.param("de", _SMALL, (0, 1, 2), marks=pytest.mark.proof),
        pytest.param("pl", _SMALL, (0,), marks=pytest.mark.proof),
        pytest.param("en", _LARGE, (0,), marks=pytest.mark.proof),
    ],
)
def test_every_page_is_as_drawn(
    use_kiosk: OpenKiosk, language: str, size: tuple[int, int], themes: tuple[int, ...]
) -> None:
    hands = use_kiosk(language, size).hands
    faults: list[str] = []
    for name, way in _PAGES.items():
        start_afresh(hands)
        way(hands)
        for number, theme in enumerate(themes):
            hands.counter.shell_view_model.chooseScheme(theme)
            hands.settle()
            found = _in_any_theme(Look.at(hands)) if number == 0 else []
            found += _in_theme(Look.at(hands), theme)
            faults += [f"{name}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.proof
@pytest.mark.parametrize("language", ["de", "pl"])
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("aid", ["largeText", "lowReach"])
def test_no_page_is_cut_by_an_aid(
    use_kiosk: OpenKiosk, language: str, size: tuple[int, int], aid: str
) -> None:
    hands = use_kiosk(language, size).hands
    faults: list[str] = []
    for name, way in _PAGES.items():
        start_afresh(hands)
        hands.counter.shell_view_model.toggle(aid)
        hands.settle()
        way(hands)
        look = Look.at(hands)
        found = look.cut_words() + look.spilling_words() + look.broken_words() + look.overlapping_words()
        found += look.stray_shapes() + look.small_targets() + look.close_targets()
        faults += [f"{name}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


def _in_any_theme(look: Look) -> list[str]:
    return (
        look.strange_type()
        + look.cut_words()
        + look.spilling_words()
        + look.broken_words()
        + look.overlapping_words()
        + look.stray_shapes()
        + look.small_targets()
        + look.close_targets()
    )


def _in_theme(look: Look, theme: int) -> list[str]:
    palette, least = _THEMES[theme]
    return look.strange_colours(palette) + look.faint_words(least)


def test_a_look_sees_what_is_wrong(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("de", PORTRAIT).hands
    WAYS["access"](hands)
    assert _all(hands) == []
    button = hands.find("access.largeText")
    for name, wrong in (("height", 40.0), ("width", 60.0)):
        right = button.property(name)
        button.setProperty(name, wrong)
        assert any("access.largeText" in fault for fault in _all(hands)), name
        button.setProperty(name, right)
    title = next(one for one in Look.at(hands).words if one.property("text") == "Bedienungshilfen")
    title.setX(-60)
    assert any("Bedienungshilfen" in fault and "runs out of" in fault for fault in _all(hands))
    title.setX(16)
    assert QQmlProperty.write(title, "wrapMode", 3)
    title.setWidth(300)
    hands.settle()
    assert any("breaks Bedienungshilfen" in fault for fault in _all(hands))
    for name, strange in (("color", "#cccccc"), ("width", 40.0)):
        title.setProperty(name, strange)
        assert any("Bedienungshilfen" in fault for fault in _all(hands)), name


def _all(hands: Hands) -> list[str]:
    look = Look.at(hands)
    return _in_any_theme(look) + _in_theme(look, 0)
