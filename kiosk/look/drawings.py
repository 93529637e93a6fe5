"""Looks through an SVG before anything draws it: only shapes and colours, nothing that leads out or grows."""

import re
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from kiosk.look.files import Unusable, read_whole
from kiosk.model.problem import Problem

MOST_BYTES = 500_000
_MOST_ELEMENTS, _MOST_NUMBERS, _DEEPEST = 3000, 60_000, 40
_SLIMMEST = 12  # times as long one way as the other
_LARGEST = 100_000  # units: far beyond what drawing programs write
_NOTES = frozenset({"metadata", "title", "desc"})  # with all that is in them, drawn by nobody
_SHAPES = _NOTES | {"svg", "g", "defs", "style", "linearGradient", "radialGradient", "stop"}
_SHAPES |= {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_SVG = "http://www.w3.org/2000/svg"
_DRAWN = ("", "http://www.w3.org/1999/xlink")  # namespaces of attributes that mean anything
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_COSTLY = ("stroke-dasharray", "filter", "mask")  # a few letters of these take a drawer days
_SIZES = re.compile(r"\s*([0-9.]+)\s*(px|mm|cm|pt|in|pc)?\s*")
_FORBIDDEN = re.compile(
    r"@|\\|url\(\s*['\"]?(?!\s*['\"]?#)|javascript:|data:|(?:dasharray|filter|mask)\s*:(?!\s*none)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG that may be drawn; ``ratio`` is width by height."""

    content: bytes
    ratio: float


def read_drawing(path: Path) -> Drawing:
    """Return an SVG that is safe to draw; raises Unusable with what is in it that is not."""
    content = read_whole(path, MOST_BYTES)
    return Drawing(content, _Looking(path.name).through(content))


class _Looking:
    """Walk through one drawing and count what it is made of."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[str] = []
        self._elements = self._numbers = 0
        self._ratio: float | None = None

    def through(self, content: bytes) -> float:
        """Return the drawing's ratio."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text, parser.buffer_size = True, MOST_BYTES
        parser.StartElementHandler = self._begins
        parser.EndElementHandler = self._ends
        parser.CharacterDataHandler = self._says
        # Entities make a few letters into gigabytes; a logo needs none.
        parser.EntityDeclHandler = self._declares
        parser.ProcessingInstructionHandler = self._instructs
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise Unusable(Problem.of("look.no_svg", file=self._name, line=str(error.lineno))) from error
        if self._ratio is None:
            raise Unusable(Problem.of("look.svg_size", file=self._name))
        return self._ratio

    def _begins(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        self._open.append(name)
        self._elements += 1
        if len(self._open) > _DEEPEST or self._elements > _MOST_ELEMENTS:
            raise Unusable(Problem.of("look.svg_large", file=self._name))
        if len(self._open) == 1:
            if name != "svg" or space != _SVG:
                raise Unusable(Problem.of("look.no_svg", file=self._name, line="1"))
            self._ratio = _ratio(attributes)
        elif space != _SVG or not _NOTES.isdisjoint(self._open):
            return  # drawn by nobody
        if name not in _SHAPES:
            self._refuse(f"<{name}>")
        for key, value in attributes.items():
            space, _, key = key.rpartition(" ")
            if space in _DRAWN and not key.startswith("data-"):
                self._look_at(key, value)

    def _look_at(self, key: str, value: str) -> None:
        if key.startswith("on") or (key in _COSTLY and value != "none"):
            self._refuse(key)
        if key == "href" and not value.startswith("#"):
            self._refuse(f"href={value[:40]}")
        if found := _FORBIDDEN.search(value):
            self._refuse(found[0])
        for number in _NUMBER.findall(value) if key not in ("id", "class") else ():
            self._numbers += 1
            if self._numbers > _MOST_NUMBERS:
                raise Unusable(Problem.of("look.svg_large", file=self._name))
            if key in ("d", "points", "transform", "viewBox") and abs(float(number)) > _LARGEST:
                self._refuse(number[:40])

    def _ends(self, _tag: str) -> None:
        self._open.pop()

    def _says(self, text: str) -> None:
        if self._open and self._open[-1] == "style" and (found := _FORBIDDEN.search(text)):
            self._refuse(found[0])

    def _declares(self, *_entity: object) -> None:
        self._refuse("<!ENTITY>")

    def _instructs(self, target: str, _data: str) -> None:
        if target != "xml":
            self._refuse(f"<?{target}?>")

    def _refuse(self, what: str) -> None:
        raise Unusable(Problem.of("look.svg_part", file=self._name, part=what))


def _ratio(attributes: dict[str, str]) -> float | None:
    """Return width by height of the view box, else of the drawing; None for what has neither."""
    box = [float(one) for one in _NUMBER.findall(attributes.get("viewBox", ""))]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        width, height = box[2], box[3]
    else:
        sizes = [_SIZES.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
        if sizes[0] is None or sizes[1] is None:
            return None
        width, height = _length(sizes[0][1]), _length(sizes[1][1])
    if width <= 0 or height <= 0 or not 1 / _SLIMMEST <= width / height <= _SLIMMEST:
        return None
    return width / height


def _length(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0
