"""What is wrong in a language's folder is named, file by file; the three languages have nothing wrong."""

import shutil
from pathlib import Path

import pytest

from kiosk.words import wording
from kiosk.words.language_files import FOLDER, language_faults, layouts, typefaces

FONT = Path(__file__).parents[2] / "kiosk/fonts/NotoSans-Regular.ttf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one language, whole, and of another that is a copy of it."""
    for code in ("en", "uk"):
        shutil.copytree(FOLDER / "en", tmp_path / code)
    for path in (tmp_path / "uk").glob("*.po"):
        path.write_text(path.read_text("utf-8").replace("Language: en", "Language: uk"), "utf-8")
    return tmp_path


def said(folder: Path | None = None) -> list[str]:
    return [wording("en").show(problem) for problem in language_faults(folder)]


def test_the_languages_of_the_program_have_no_fault() -> None:
    assert said() == []


def test_a_copy_is_no_fault_nor_are_its_keyboard_and_typefaces(folder: Path) -> None:
    (folder / "uk/keyboard.toml").write_text('rows = ["йцукен"]', "utf-8")
    shutil.copy(FONT, folder / "uk/One.ttf")
    shutil.copy(FONT, folder / "uk/Two.OTF")
    assert said(folder) == []
    assert [path.name for path in typefaces(folder)] == ["One.ttf", "Two.OTF"]
    assert layouts(folder)["uk"].rows == ("йцукен",)


def test_each_broken_file_is_named_and_costs_itself_alone(folder: Path) -> None:
    (folder / "uk/look.po").write_bytes(b'msgid "a\xff\nmsgstr')
    (folder / "uk/keyboard.toml").write_text("rows = 3", "utf-8")
    (folder / "uk/Broken.ttf").write_bytes(b"no typeface")
    told = said(folder)
    assert [line.split()[0] for line in told] == ["uk/look.po", "uk:", "uk/keyboard.toml:", "uk/Broken.ttf"]
    assert "doctor.look" in told[1], "texts of a file that cannot be read are missing"
    assert layouts(folder) == {}


def test_missing_texts_are_counted_and_named_and_so_are_texts_with_too_few_forms(folder: Path) -> None:
    path = folder / "uk/languages.po"
    path.write_text(
        path.read_text("utf-8").replace('msgid "languages.code"', 'msgid "languages.cod"'), "utf-8"
    )
    (missing,) = said(folder)
    assert "1 of " in missing
    assert "languages.code" in missing
    counted = folder / "uk/screens_find.po"
    text = counted.read_text("utf-8")
    counted.write_text(text.replace("nplurals=2; plural=(n != 1);", "nplurals=3; plural=(n%3);"), "utf-8")
    (missing,) = said(folder)
    assert "find.titles" in missing


def test_a_folder_whose_name_is_no_language_is_named(folder: Path) -> None:
    (folder / "uk").rename(folder / "klingon-9")
    assert [line.split()[0] for line in said(folder)] == ["klingon-9"]
