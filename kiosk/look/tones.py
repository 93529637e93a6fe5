"""Finds the nearest lightness at which a colour can be read, in Ottosson's OKLab: its hue stays."""

import math
from collections.abc import Callable

_STEP = 0.004  # of lightness: finer than anybody sees
_STEPS = 250  # from one end of lightness to the other
_HALVINGS = 12


def nearest(colour: str, holds: Callable[[str], bool]) -> str | None:
    """Return the colour itself where it holds, else the one of its hue nearest in lightness that does.

    ``colour`` and the result are `#RRGGBB`; None where no lightness holds. Of two as near the darker wins.
    """
    if holds(colour):
        return colour
    lightness, chroma, hue = _polar(colour)
    for step in range(1, _STEPS + 1):
        for other in (lightness - step * _STEP, lightness + step * _STEP):
            if 0 <= other <= 1 and holds(found := _within_gamut(other, chroma, hue)):
                return found
    return None


def darker(colour: str, by: float) -> str:
    """Return the colour with its lightness (0 to 1) lowered, its hue kept."""
    lightness, chroma, hue = _polar(colour)
    return _within_gamut(max(0.0, lightness - by), chroma, hue)


def _within_gamut(lightness: float, chroma: float, hue: float) -> str:
    """Return the colour, with as much chroma as a screen can show at that lightness."""
    if (found := _hex(lightness, chroma, hue)) is not None:
        return found
    low, high = 0.0, chroma
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if _hex(lightness, middle, hue) is None else (middle, high)
    grey = _hex(lightness, low, hue)
    return grey if grey is not None else "#000000" if lightness < 0.5 else "#FFFFFF"


def _polar(colour: str) -> tuple[float, float, float]:
    """Return lightness, chroma and hue (radians)."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _hex(lightness: float, chroma: float, hue: float) -> str | None:
    """Return the colour as `#RRGGBB`; None where no screen shows it."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    shown = [round(_gamma(channel) * 255) for channel in channels]
    if any(channel < 0 or channel > 255 for channel in shown):
        return None
    return "#" + "".join(f"{channel:02X}" for channel in shown)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _gamma(channel: float) -> float:
    if channel <= 0.0031308:
        return 12.92 * channel
    return float(1.055 * channel ** (1 / 2.4) - 0.055)
