"""The library's own colours: every one is held to the contrasts of the palette, theme by theme.

The high-contrast theme stays as it is shipped: who needs it needs exactly that.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kiosk.look.palette import DARK, LIGHT, Palette, contrast, mixed
from kiosk.look.tones import darker, nearest

TEXT, CONTROL = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
THEMES = {"light": LIGHT, "dark": DARK}
# What may be chosen, by its name in the file, with the colours that follow from it.
TOKENS = {
    "accent": ("action", "actInk", "actionDown", "link"),
    "find": ("find", "findText"),
    "ask": ("ask", "askText"),
    "borrow": ("borrow", "borrowText", "patronCard"),
    "return": ("giveBack", "giveBackText"),
    "dock": ("bar",),
}
_GROUNDS = ("paper", "card", "sunk", "tint", "tintAsk")
_DARK_INK = "#0B1018"
_PRESSED = 0.2  # how much lighter a pressed button of the dock is


@dataclass(frozen=True, slots=True)
class Corrected:
    """A colour that could not be read as it was chosen, and the one shown instead."""

    name: str
    theme: str
    chosen: str
    shown: str


@dataclass(frozen=True, slots=True)
class OwnColours:
    """Colours of the palette, by token, that stand for the shipped ones; and what had to be corrected."""

    light: tuple[tuple[str, str], ...] = ()
    dark: tuple[tuple[str, str], ...] = ()
    corrected: tuple[Corrected, ...] = ()


def is_colour(text: object) -> bool:
    """Tell whether it is written as `#RRGGBB`; one that lets something through cannot be measured."""
    return isinstance(text, str) and re.fullmatch("#[0-9A-Fa-f]{6}", text) is not None


def own_colours(chosen: Mapping[tuple[str, str], str]) -> OwnColours:
    """Return what follows from the colours chosen by name (a key of TOKENS) and theme ("light", "dark").

    One chosen for the light theme alone is reckoned for the dark one too; the tab of finding has the accent
    unless it has a colour of its own. Nothing of another kind than `#RRGGBB` may be among them.
    """
    found: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
    corrected: list[Corrected] = []
    for name in TOKENS:
        for theme, palette in THEMES.items():
            said = chosen.get((name, theme))
            wanted = said or chosen.get((name, "light")) or _lent(chosen, name, theme)
            if wanted is None:
                continue
            tokens = _held(name, wanted.upper(), palette)
            found[theme] |= tokens
            shown = tokens[TOKENS[name][0]]
            if said is not None and shown != said.upper():
                corrected.append(Corrected(name, theme, said, shown))
    light, dark = (tuple(sorted(found[theme].items())) for theme in THEMES)
    return OwnColours(light, dark, tuple(corrected))


def weak_pairs(palette: Palette, name: str) -> list[str]:
    """Name the pairs of a palette in which a colour of that name, as in TOKENS, is too faint."""
    return [
        f"{over} on {under}" for over, under, least in _pairs(palette, name) if contrast(over, under) < least
    ]


def _lent(chosen: Mapping[tuple[str, str], str], name: str, theme: str) -> str | None:
    if name != "find":
        return None
    return chosen.get(("accent", theme)) or chosen.get(("accent", "light"))


def _held(name: str, wanted: str, palette: Palette) -> dict[str, str]:
    """Return the tokens of the nearest colour with which every pair holds; black or white always does."""
    derive = _deriving(name)

    def holds(colour: str) -> bool:
        return not weak_pairs(replace(palette, **derive(colour, palette)), name)

    return derive(nearest(wanted, holds) or getattr(palette, TOKENS[name][0]), palette)


def _accent(colour: str, palette: Palette) -> dict[str, str]:
    ink = max(("#FFFFFF", _DARK_INK), key=lambda one: contrast(one, colour))
    down = darker(colour, 0.11 if palette is LIGHT or ink == "#FFFFFF" else 0.09)
    return {"action": colour, "link": colour, "actInk": ink, "actionDown": down}


def _dock(colour: str, _palette: Palette) -> dict[str, str]:
    return {"bar": colour}


def _deriving(name: str) -> Callable[[str, Palette], dict[str, str]]:
    if name in _DERIVED:
        return _DERIVED[name]
    fill, text, *more = TOKENS[name]

    def section(colour: str, palette: Palette) -> dict[str, str]:
        words = nearest(colour, lambda one: all(_readable(one, ground, palette) for ground in _GROUNDS))
        return {fill: colour, text: words or getattr(palette, text), **dict.fromkeys(more, colour)}

    return section


_DERIVED = {"accent": _accent, "dock": _dock}


def _readable(colour: str, ground: str, palette: Palette) -> bool:
    return contrast(colour, getattr(palette, ground)) >= TEXT


def _pairs(palette: Palette, name: str) -> list[tuple[str, str, float]]:
    """Give what stands on what, and how far apart they must be."""
    if name == "accent":
        on_it = [(palette.actInk, ground, TEXT) for ground in (palette.action, palette.actionDown)]
        as_text = [(palette.action, getattr(palette, ground), TEXT) for ground in (*_GROUNDS, "field")]
        return on_it + as_text
    if name == "dock":
        pressed = mixed(palette.barInk, palette.bar, _PRESSED)
        words = [(palette.barInk, palette.bar, TEXT), (palette.barInk2, palette.bar, TEXT)]
        return [*words, (palette.barInk, pressed, TEXT)]
    fill, text, *_ = TOKENS[name]
    as_text = [(getattr(palette, text), getattr(palette, ground), TEXT) for ground in _GROUNDS]
    return [(palette.secInk, getattr(palette, fill), TEXT), *as_text]
