"""Reads a branch's floor map (SVG) into what a page draws: one floor with a shelf marked and the way to it.

What a drawing may hold: `<g data-view="x y width height">` for each floor; in it rectangles, circles and
paths with the classes outline, stairs, tread, shelf, furniture, carpet; shelves with the ids of the library
file; `<text class="word" data-word="stairs">` for words, `<text class="label">` for numbers, a circle with
the id `here`; and paths with `data-way="shelf-14"` and `data-steps`. A file without floors is one floor.
Where several kiosks stand in one branch, each has its own dot (`here-west`), word `here` and ways, all with
`data-kiosk="west"`, the kiosk's name; a kiosk without any takes those without a name.
"""

import re
import xml.etree.ElementTree as Xml
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_MOVE = re.compile(r"(?=[Mm])")
_CLASSES = ("outline", "stairs", "tread", "shelf", "furniture", "carpet")
_LARGEST = 2_000_000
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class MapWord:
    """A word or a number on the map; `key` names a word, `anchor` is start, middle or end of it."""

    x: float
    y: float
    text: str = ""
    key: str = ""
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Floor:
    """One floor: outlines by class as SVG path data, in the coordinates of `view` (x, y, width, height).

    `room` is how wide the narrowest shelf with a number in it is; 0 where no rectangle holds a number.
    """

    view: Box
    outlines: tuple[tuple[str, str], ...] = ()
    shelves: tuple[tuple[str, str], ...] = ()
    numbers: tuple[MapWord, ...] = ()
    words: tuple[MapWord, ...] = ()
    here: tuple[float, float] | None = None
    room: float = 0


@dataclass(frozen=True, slots=True)
class MarkedFloor:
    """A floor with one shelf marked; the way is empty where nobody has drawn it.

    `climbs` tells that the way begins on another floor.
    """

    floor: Floor
    shelf: str
    target: str
    way: str = ""
    steps: int | None = None
    climbs: bool = False


@dataclass(frozen=True, slots=True)
class FloorMap:
    """All floors of a branch, and the ways from where the kiosk stands: shelf id to path and steps."""

    floors: tuple[Floor, ...]
    ways: tuple[tuple[str, str, int | None], ...] = ()

    def marked(self, shelf: str) -> MarkedFloor | None:
        """Return the floor of a shelf with the shelf marked, or None where it is not drawn."""
        for floor in self.floors:
            target = dict(floor.shelves).get(shelf)
            if target is not None:
                return self._marked(floor, shelf, target)
        return None

    def _marked(self, floor: Floor, shelf: str, target: str) -> MarkedFloor:
        for name, path, steps in self.ways:
            if name == shelf:
                parts = [part.strip() for part in _MOVE.split(path) if part.strip()]
                near = [part for part in parts if _begins_in(part, floor.view)]
                return MarkedFloor(floor, shelf, target, " ".join(near), steps, len(near) < len(parts))
        return MarkedFloor(floor, shelf, target)


def read_floor_map(path: Path, kiosk: str = "") -> FloorMap | None:
    """Return the map in a file as a kiosk sees it; None where it cannot be read: a page does without."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        root = Xml.parse(path).getroot()
    except (OSError, Xml.ParseError):
        return None
    for parent, other in list(_of_others(root, kiosk.casefold())):
        parent.remove(other)
    groups = [group for group in root.iter(_svg("g")) if group.get("data-view")]
    floors = tuple(_floor(group, group.get("data-view", "")) for group in groups)
    if not floors:
        floors = (_floor(root, root.get("viewBox", "")),)
    return FloorMap(tuple(floor for floor in floors if floor.view[2] > 0), tuple(_ways(root)))


def _floor(group: Xml.Element, view: str) -> Floor:
    elements = list(group.iter())
    shapes = [(element, outline) for element in elements if (outline := _outline(element))]
    here = next((element for element in elements if _is_here(element)), None)
    texts = [element for element in elements if element.tag == _svg("text")]
    numbers = tuple(_word(text) for text in texts if _is(text, "label"))
    boards = [element for element, _outline in shapes if _is(element, "shelf")]
    return Floor(
        view=_box(view),
        outlines=tuple(
            (name, " ".join(outline for element, outline in shapes if _is(element, name)))
            for name in _CLASSES
        ),
        shelves=tuple(
            (element.get("id", ""), outline)
            for element, outline in shapes
            if element.get("id") and _is(element, "shelf")
        ),
        numbers=numbers,
        words=tuple(_word(text) for text in texts if _is(text, "word")),
        here=None if here is None else (_float(here, "cx"), _float(here, "cy")),
        room=min((width for board in boards if (width := _room_for(board, numbers)) > 0), default=0),
    )


def _room_for(board: Xml.Element, numbers: Iterable[MapWord]) -> float:
    """Return how wide a rectangle with a number in it is; 0 for any other shape."""
    x, y, width, height = (_float(board, name) for name in ("x", "y", "width", "height"))
    held = any(x <= one.x <= x + width and y <= one.y <= y + height for one in numbers)
    return width if held else 0


def _of_others(root: Xml.Element, kiosk: str) -> Iterator[tuple[Xml.Element, Xml.Element]]:
    """Yield dots, words and ways of other kiosks, each with what it is in."""
    own = kiosk if any(_kiosk_of(element) == kiosk for element in root.iter()) else ""
    for parent in root.iter():
        for element in parent:
            start = _is_here(element) or element.get("data-way") or element.get("data-word") == "here"
            if start and _kiosk_of(element) != own:
                yield parent, element


def _kiosk_of(element: Xml.Element) -> str:
    return element.get("data-kiosk", "").casefold()


def _is_here(element: Xml.Element) -> bool:
    return element.get("id", "").partition("-")[0] == "here"


def _ways(root: Xml.Element) -> Iterator[tuple[str, str, int | None]]:
    for element in root.iter(_svg("path")):
        shelf = element.get("data-way")
        if shelf:
            steps = element.get("data-steps", "")
            yield shelf, _clean(element.get("d", "")), int(steps) if steps.isdecimal() else None


def _outline(element: Xml.Element) -> str:
    """Return a shape as path data; what is not a shape, or the dot "here", is none."""
    if _is_here(element) or element.get("data-way"):
        return ""
    if element.tag == _svg("path"):
        return _clean(element.get("d", ""))
    if element.tag == _svg("rect"):
        return _rectangle(*(_float(element, name) for name in ("x", "y", "width", "height", "rx")))
    if element.tag == _svg("circle"):
        x, y, r = (_float(element, name) for name in ("cx", "cy", "r"))
        return f"M{x - r:g},{y:g} a{r:g},{r:g} 0 1 0 {2 * r:g},0 a{r:g},{r:g} 0 1 0 {-2 * r:g},0 Z"
    return ""


def _rectangle(x: float, y: float, width: float, height: float, radius: float) -> str:
    r = min(radius, width / 2, height / 2)
    if r <= 0:
        return f"M{x:g},{y:g} h{width:g} v{height:g} h{-width:g} Z"
    corner = f"a{r:g},{r:g} 0 0 1"
    return (
        f"M{x + r:g},{y:g} h{width - 2 * r:g} {corner} {r:g},{r:g} v{height - 2 * r:g} {corner} {-r:g},{r:g} "
        f"h{2 * r - width:g} {corner} {-r:g},{-r:g} v{2 * r - height:g} {corner} {r:g},{-r:g} Z"
    )


def _word(text: Xml.Element) -> MapWord:
    return MapWord(
        x=_float(text, "x"),
        y=_float(text, "y"),
        text="".join(text.itertext()).strip(),
        key=re.sub(r"\W", "", text.get("data-word", "")),
        anchor=text.get("text-anchor", "middle" if _is(text, "label") else "start"),
    )


def _is(element: Xml.Element, name: str) -> bool:
    return name in element.get("class", "").split()


def _clean(path: str) -> str:
    """Leave in path data only what belongs there."""
    return re.sub(r"[^MmLlHhVvCcSsQqTtAaZz0-9eE.,+\s-]", "", path)


def _begins_in(path: str, view: Box) -> bool:
    point = _numbers(path)[:2]
    if len(point) < 2:
        return False
    return view[0] <= point[0] <= view[0] + view[2] and view[1] <= point[1] <= view[1] + view[3]


def _box(text: str) -> Box:
    numbers = _numbers(text)
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else (0, 0, 0, 0)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]


def _float(element: Xml.Element, name: str) -> float:
    return next(iter(_numbers(element.get(name, ""))), 0.0)


def _svg(tag: str) -> str:
    return f"{{http://www.w3.org/2000/svg}}{tag}"
