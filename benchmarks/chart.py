"""Draws lines on two logarithmic axes as an SVG file."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_WIDTH, _HEIGHT = 960, 560
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 250, 60, 60
_COLOURS = (
    "#0b6e4f",
    "#b23a48",
    "#2b59c3",
    "#c77d0a",
    "#6a4c93",
    "#3d7a8a",
    "#8a5a44",
    "#4f5d2f",
    "#a0308c",
    "#333333",
)
Points = Sequence[tuple[float, float]]


def draw(path: Path, title: str, across: str, up: str, lines: Mapping[str, Points]) -> None:
    """Draw each line with its name at its end."""
    points = [point for line in lines.values() for point in line]
    xs, ys = _decades([x for x, _ in points]), _decades([y for _, y in points])

    def place(x: float, y: float) -> tuple[float, float]:
        return _LEFT + _share(x, xs) * (_WIDTH - _LEFT - _RIGHT), _HEIGHT - _BOTTOM - _share(y, ys) * (
            _HEIGHT - _TOP - _BOTTOM
        )

    parts = [_text(_LEFT, 30, title, size=18)]
    for x in range(xs[0], xs[1] + 1):
        at, bottom = place(10**x, 10 ** ys[0])
        parts.append(_line([(at, bottom), (at, _TOP)], "#dddddd", 1))
        parts.append(_text(at, bottom + 22, f"{10**x:,}", anchor="middle"))
    for y in range(ys[0], ys[1] + 1):
        left, at = place(10 ** xs[0], 10**y)
        parts.append(_line([(left, at), (_WIDTH - _RIGHT, at)], "#dddddd", 1))
        parts.append(_text(left - 8, at + 5, f"{10.0**y:g}", anchor="end"))
    parts.append(_text(_LEFT, _HEIGHT - 14, across))
    parts.append(_text(10, _TOP - 12, up))
    names: list[tuple[float, str, str]] = []
    for (name, line), colour in zip(lines.items(), _COLOURS, strict=False):
        drawn = [place(x, y) for x, y in line]
        parts.append(_line(drawn, colour, 2.5))
        names.append((drawn[-1][1], name, colour))
    lowest = float(_TOP)
    for at, name, colour in sorted(names):
        lowest = max(at, lowest + 17)
        parts.append(_text(_WIDTH - _RIGHT + 10, lowest + 5, name, colour=colour))
    body = "\n".join(parts)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif">'
    )
    path.write_text(f'{head}\n<rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n', "utf-8")


def _decades(values: Sequence[float]) -> tuple[int, int]:
    first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return first, max(last, first + 1)


def _share(value: float, decades: tuple[int, int]) -> float:
    return (math.log10(value) - decades[0]) / (decades[1] - decades[0])


def _line(points: Sequence[tuple[float, float]], colour: str, width: float) -> str:
    along = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{along}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _text(
    x: float, y: float, text: str, *, size: int = 14, anchor: str = "start", colour: str = "#222222"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}">'
        f"{escape(text)}</text>"
    )
