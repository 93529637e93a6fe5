"""Floor maps as drawn for the sample library, and drawings that nobody should have made."""

from pathlib import Path

import pytest

from kiosk.catalog.floor_map import read_floor_map
from tests.ui.sample_library import DATA

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{}</svg>'


def test_a_shelf_is_marked_on_its_floor_with_the_way_to_it() -> None:
    drawn = read_floor_map(DATA / "maps" / "MAIN.svg")
    assert drawn is not None
    marked = drawn.marked("shelf-14")
    assert marked is not None
    assert marked.floor.view == (0, 0, 1000, 303)
    assert (marked.steps, marked.climbs) == (40, False)
    assert marked.way.startswith("M75,153")
    assert marked.floor.here == (75, 153)
    assert {word.key for word in marked.floor.words} >= {"stairs", "here", "info"}


def test_the_way_to_another_floor_is_cut_to_that_floor() -> None:
    drawn = read_floor_map(DATA / "maps" / "MAIN.svg")
    assert drawn is not None
    marked = drawn.marked("shelf-1")
    assert marked is not None
    assert marked.climbs
    assert marked.way == "M75,422 L75,475 L320,475 L320,463"
    assert marked.floor.here is None


def test_every_shelf_of_the_sample_library_is_drawn_with_a_way() -> None:
    from kiosk.staff.library_file import read_library_file

    library = read_library_file(DATA / "library.toml")
    maps = {branch.code: read_floor_map(DATA / "maps" / f"{branch.code}.svg") for branch in library.branches}
    for shelf in library.shelves:
        drawn = maps[shelf.branch]
        assert drawn is not None
        marked = drawn.marked(shelf.id)
        assert marked is not None, shelf
        assert marked.steps, shelf


def test_a_plain_drawing_is_one_floor(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text(_SVG.format('<rect id="shelf-1" class="shelf" x="1" y="2" width="3" height="4"/>'))
    drawn = read_floor_map(file)
    assert drawn is not None
    marked = drawn.marked("shelf-1")
    assert marked is not None
    assert (marked.target, marked.way, marked.steps) == ("M1,2 h3 v4 h-3 Z", "", None)
    assert drawn.marked("shelf-2") is None


def test_the_narrowest_shelf_with_a_number_in_it_says_how_much_room_numbers_have(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text(
        _SVG.format(
            '<rect class="shelf" x="0" y="0" width="30" height="40"/>'
            '<rect class="shelf" x="40" y="0" width="20" height="40"/>'
            '<rect class="shelf" x="70" y="0" width="5" height="40"/>'
            '<text class="label" x="15" y="20">1</text><text class="label" x="50" y="20">2</text>'
        )
    )
    drawn = read_floor_map(file)
    assert drawn is not None
    assert [floor.room for floor in drawn.floors] == [20]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a drawing",
        "<svg",
        "<html></html>",
        _SVG.format("<rect/>"),
        _SVG.replace("0 0 100 50", "x").format(""),
    ],
)
def test_a_bad_drawing_marks_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "map.svg"
    file.write_text(text)
    drawn = read_floor_map(file)
    assert drawn is None or drawn.marked("shelf-1") is None


def test_a_missing_or_huge_drawing_is_none(tmp_path: Path) -> None:
    assert read_floor_map(tmp_path / "none.svg") is None
    huge = tmp_path / "huge.svg"
    huge.write_text(_SVG.format(" " * 2_100_000))
    assert read_floor_map(huge) is None


def test_path_data_holds_nothing_but_path_data(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text(_SVG.format('<path id="s" class="shelf" d="M0,0 L1,1 \';alert(1)//"/>'))
    drawn = read_floor_map(file)
    assert drawn is not None
    marked = drawn.marked("s")
    assert marked is not None
    assert "'" not in marked.target
    assert ";" not in marked.target


_TWO_KIOSKS = _SVG.format(
    '<rect id="shelf-1" class="shelf" x="80" y="2" width="3" height="4"/>'
    '<circle id="here" class="outline" cx="1" cy="1" r="1"/>'
    '<path data-way="shelf-1" data-steps="9" d="M1,1 L80,3"/>'
    '<text class="word" data-word="here" x="1" y="5">here</text>'
    '<circle id="here-west" class="outline" cx="60" cy="1" r="1" data-kiosk="West"/>'
    '<path data-way="shelf-1" data-kiosk="West" data-steps="2" d="M60,1 L80,3"/>'
    '<text class="word" data-word="here" data-kiosk="West" x="60" y="5">here</text>'
)


@pytest.mark.parametrize(
    ("kiosk", "here", "way", "steps"),
    [
        ("west", (60, 1), "M60,1 L80,3", 2),
        ("entrance", (1, 1), "M1,1 L80,3", 9),
        ("", (1, 1), "M1,1 L80,3", 9),
    ],
)
def test_the_way_begins_at_the_kiosk_at_which_one_stands(
    tmp_path: Path, kiosk: str, here: tuple[float, float], way: str, steps: int
) -> None:
    file = tmp_path / "map.svg"
    file.write_text(_TWO_KIOSKS)
    drawn = read_floor_map(file, kiosk)
    assert drawn is not None
    marked = drawn.marked("shelf-1")
    assert marked is not None
    assert (marked.floor.here, marked.way, marked.steps) == (here, way, steps)
    assert [(word.key, word.x) for word in marked.floor.words] == [("here", here[0])]
    assert dict(marked.floor.outlines)["outline"] == ""
