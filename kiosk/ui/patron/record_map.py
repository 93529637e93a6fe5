"""The floor map of a copy: its lines, its numbers and words, and the way to the shelf in a sentence."""

from dataclasses import dataclass

from kiosk.catalog.floor_map import MapWord, MarkedFloor
from kiosk.model.library import Shelf
from kiosk.ui.patron.title_words import floor_and_shelf, shelf_name, shelf_number
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A number or a word on the map; `bold` for the place where the kiosk stands."""

    text: str
    x: float
    y: float
    anchor: str
    number: bool
    target: bool
    bold: bool


@dataclass(frozen=True, slots=True)
class MapState:
    """A map ready to draw; `lines` are SVG path data by kind, in the coordinates of x, y, width, height."""

    title: str = ""
    remark: str = ""
    spoken: str = ""
    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0
    outline: str = ""
    stairs: str = ""
    tread: str = ""
    shelf: str = ""
    furniture: str = ""
    carpet: str = ""
    target: str = ""
    way: str = ""
    here_x: float = -1
    here_y: float = -1
    room: float = 0


def map_state(marked: MarkedFloor, shelf: Shelf, words: Wording) -> MapState:
    """Return the map of a shelf."""
    lines = dict(marked.floor.outlines)
    x, y, width, height = marked.floor.view
    floor, name = floor_and_shelf(shelf_name(shelf, words))
    title = words("record.map.title", floor=floor, shelf=name) if floor else name
    remark = _way(marked, words)
    here = marked.floor.here or (-1.0, -1.0)
    return MapState(
        title=title,
        remark=remark,
        spoken=", ".join(part for part in (title, remark) if part),
        x=x,
        y=y,
        width=width,
        height=height,
        **{
            kind: lines.get(kind, "")
            for kind in ("outline", "stairs", "tread", "shelf", "furniture", "carpet")
        },
        target=marked.target,
        way=marked.way,
        here_x=here[0],
        here_y=here[1],
        room=marked.floor.room,
    )


def map_labels(marked: MarkedFloor, words: Wording) -> tuple[MapLabel, ...]:
    """Return the numbers and words of a map in the language of whoever reads."""
    number = shelf_number(marked.shelf)
    numbers = (
        MapLabel(one.text, one.x, one.y, one.anchor, True, one.text == number, False)
        for one in marked.floor.numbers
    )
    shown = (one for one in marked.floor.words if one.key != "here" or marked.floor.here is not None)
    named = (
        MapLabel(_name(one, words), one.x, one.y, one.anchor, False, False, one.key == "here")
        for one in shown
    )
    return (*numbers, *named)


def _way(marked: MarkedFloor, words: Wording) -> str:
    if marked.steps is None:
        return ""
    return words("record.map.steps_climbing" if marked.climbs else "record.map.steps", steps=marked.steps)


def _name(word: MapWord, words: Wording) -> str:
    key = f"map.{word.key}"
    return words(key) if word.key and key in words.catalogue else word.text
