"""Letters that the product's typefaces lack are printed in one that a language brings along."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import reportlab

from kiosk.paper import typeface
from kiosk.words import language_files

# Of no face of the product, and of the one that comes with the PDF library.
LACKING = "\u2203"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where languages would lie, with none yet."""
    (tmp_path / "uk").mkdir()
    monkeypatch.setattr(language_files, "FOLDER", tmp_path)
    typeface._faces_of_languages.cache_clear()
    yield tmp_path
    typeface._faces_of_languages.cache_clear()


def test_a_letter_that_no_face_has_stays_with_the_second_one(folder: Path) -> None:
    assert typeface.runs(f"a{LACKING}", "regular")[1] == ("NotoSans-Regular", LACKING)


def test_a_languages_typeface_is_used_for_what_only_it_has_and_a_broken_one_is_left_out(folder: Path) -> None:
    (folder / "uk/Broken.ttf").write_bytes(b"no typeface")
    shutil.copy(Path(reportlab.__file__).parent / "fonts/Vera.ttf", folder / "uk")
    parts = typeface.runs(f"aж{LACKING}", "regular")
    assert [font for font, _part in parts] == [
        "AtkinsonHyperlegibleNext-Regular",
        "NotoSans-Regular",
        "uk-Vera",
    ]
    assert typeface.width(LACKING, "bold", 10) > 0
