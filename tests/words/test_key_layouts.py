"""A keyboard from a file: what it may say, and that each mistake is named with its file."""

from pathlib import Path

import pytest

from kiosk.words import wording
from kiosk.words.key_layouts import KeyLayout, UnusableLayoutError, read_layout

UKRAINIAN = """
rows = ["єїґ", "йцукенгшщзх", "фівапролдж", "ячсмитьбю"]
aside = ["єїґ"]
[behind]
"е" = "ёэ"
[corner]
"е" = "ё"
"""


def layout_file(folder: Path, text: str) -> Path:
    path = folder / "uk" / "keyboard.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_the_block_beside_what_is_behind_and_in_the_corner_are_read(tmp_path: Path) -> None:
    assert read_layout(layout_file(tmp_path, UKRAINIAN)) == KeyLayout(
        ("єїґ", "йцукенгшщзх", "фівапролдж", "ячсмитьбю"), ("єїґ",), {"е": "ёэ"}, {"е": "ё"}
    )


def test_a_letter_typed_as_two_signs_is_one(tmp_path: Path) -> None:
    assert read_layout(layout_file(tmp_path, 'rows = ["o\u0308a"]')).rows == ("öa",)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("rows = [", "TOML"),
        ("rows = []", "rows"),
        ('rows = "abc"', "rows"),
        ('rows = ["abc", ""]', "rows"),
        ('rows = ["abcdefghijkl", "m"]', "rows"),
        ('rows = ["abcdefghij"]', "rows"),
        ('rows = ["a", "b", "c", "d", "e"]', "rows"),
        ('rows = ["abc", "d"]\naside = ["ab"]', "aside"),
        ('rows = ["abcd", "e"]\naside = ["abcd"]', "aside"),
        ('rows = ["abca"]', "the letter a"),
        ('rows = ["a b"]', "U+0020"),
        ('rows = ["a😀"]', "U+1F600"),
        ('rows = ["x\u0301"]', "U+0301"),
        ('rows = ["abc"]\n[behind]\nz = "q"', "behind"),
        ('rows = ["abc"]\n[behind]\na = "qwertyuiop"', "behind"),
        ('rows = ["abc"]\n[behind]\na = "qq"', "the letter q"),
        ('rows = ["abc"]\n[behind]\na = 3', "behind"),
        ('rows = ["abc"]\nbehind = "a"', "behind"),
        ('rows = ["abc"]\n[corner]\na = "qw"', "corner"),
        ('rows = ["abc"]\ncolumns = 3', "columns"),
    ],
)
def test_each_mistake_is_named_with_its_file(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(UnusableLayoutError) as refused:
        read_layout(layout_file(tmp_path, text))
    said = wording("en").show(refused.value.problem)
    assert said.startswith("uk/keyboard.toml")
    assert named in said
    assert "{" not in said
