"""What is wrong in `look.toml` costs itself, is named, and says what to write."""

from pathlib import Path

import pytest

from kiosk.look.look_file import LONGEST_WELCOME, LookFile, read_look_file
from kiosk.look.reading import is_empty, read_look
from kiosk.words import available_languages, wording

OWN_LOOK = Path(__file__).parents[1] / "sample" / "look"


def read(folder: Path, text: str) -> LookFile:
    (folder / "look.toml").write_text(text, encoding="utf-8")
    return read_look_file(folder)


def test_the_made_up_library_looks_as_its_files_say() -> None:
    look = read_look(OWN_LOOK)
    assert look.problems == look.remarks == ()
    assert look.light_logo is not None
    assert look.dark_logo is not None
    assert dict(look.colours.light)["action"] == "#8C1D40"
    assert look.welcome.in_language("pl") == "Witamy w Wieży Książek."
    assert [picture.path.name for picture in look.pictures] == ["1-reading-room.png"]
    assert look.pictures[0].text.in_language("en").startswith("The reading room")


def test_an_empty_folder_is_the_shipped_look(tmp_path: Path) -> None:
    assert is_empty(tmp_path)
    assert is_empty(tmp_path / "nowhere")
    assert not is_empty(OWN_LOOK)
    assert read_look(tmp_path) == read_look(tmp_path / "nowhere")


def test_one_welcome_may_do_for_all_languages(tmp_path: Path) -> None:
    assert read(tmp_path, 'welcome = "  Welcome \\n here "').welcome.in_language("de") == "Welcome here"


@pytest.mark.parametrize(
    ("text", "key", "named"),
    [
        ("welcome = 7", "look.bad_value", "welcome"),
        (f'welcome = {{ de = "{"x" * (LONGEST_WELCOME + 1)}" }}', "look.long", "welcome.de"),
        ("greeting = 'a'", "look.unknown", "greeting"),
        ("logo = 'logo.svg'", "look.bad_value", "logo"),
        ("[logo]\nlight = '../logo.svg'", "look.bad_value", "logo.light"),
        ("[logo]\ndark = '/etc/passwd'", "look.bad_value", "logo.dark"),
        ("[logo]\nname_beside = 'no'", "look.bad_value", "logo.name_beside"),
        ("[logo]\nsize = 3", "look.unknown", "logo.size"),
        ("[colours]\naccent = 'red'", "look.no_colour", "colours.accent"),
        ("[colours]\naccent = { light = '#12345' }", "look.no_colour", "colours.accent"),
        ("[colours]\naccent = { high_contrast = '#123456' }", "look.unknown", "colours.accent.high_contrast"),
        ("[colours]\nink = '#123456'", "look.unknown", "colours.ink"),
        ("picture = 3", "look.bad_value", "picture"),
        ("[[picture]]\nfile = '../a.jpg'", "look.bad_value", "picture.file"),
        ("[[picture]]\nfile = 'a.jpg'\nsize = 2", "look.unknown", "picture.size"),
    ],
)
def test_a_mistake_is_named_and_the_rest_holds(tmp_path: Path, text: str, key: str, named: str) -> None:
    before = "" if text.startswith("welcome") else 'welcome = "Hello"\n'
    found = read(tmp_path, before + text)
    assert [(problem.key, dict(problem.values)["key"]) for problem in found.problems] == [(key, named)]
    assert found.welcome.plain == ("Hello" if before else "")
    for language in available_languages():
        assert named in wording(language).show(found.problems[0])


def test_a_file_that_is_no_toml_is_left_alone_whole(tmp_path: Path) -> None:
    assert [one.key for one in read(tmp_path, "welcome = ").problems] == ["look.not_toml"]
    (tmp_path / "look.toml").write_bytes(b"welcome = '\xff'")
    assert [one.key for one in read_look_file(tmp_path).problems] == ["look.not_toml"]


def test_a_logo_or_a_caption_of_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "look.toml").write_text("[logo]\nlight = 'mark.svg'\n[[picture]]\nfile = 'a.jpg'\n")
    assert [dict(one.values)["file"] for one in read_look(tmp_path).problems] == [
        "mark.svg",
        "pictures/a.jpg",
    ]


def test_a_corrected_colour_is_a_remark_that_says_what_to_take(tmp_path: Path) -> None:
    (tmp_path / "look.toml").write_text("[colours]\naccent = '#FFD500'\n")
    look = read_look(tmp_path)
    assert look.problems == ()
    shown = dict(look.colours.light)["action"]
    for language in available_languages():
        said = wording(language).show(look.remarks[0])
        assert "#FFD500" in said
        assert shown in said
