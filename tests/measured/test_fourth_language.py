"""A fourth language is added by files alone: a folder of texts and a line of the library's."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from tests.measured.fourth_language import SCREENS
from tests.measured.made_up_languages import (
    BROUGHT,
    MADE_UP,
    in_hebrew_letters,
    stretched,
    write_hebrew_letters,
    write_long_language,
)

# They have a plural rule and names of days, and are none of the three; Hebrew runs from right to left.
LONG, FROM_RIGHT = "eo", "he"
_WIDTH = 1080
_ROOT = Path(__file__).parents[2]
_KEY = re.compile(r"^[a-z_]+(\.[a-z_A-Z0-9]+)+$")

Told = dict[str, Any]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What the screens show of a copy of the program, to which the files of two languages were added."""
    program = tmp_path_factory.mktemp("program")
    for part in ("kiosk", "data", "scripts", "tests"):
        shutil.copytree(_ROOT / part, program / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree(program / "kiosk/words/catalogs")
    write_long_language(program / "kiosk/words/catalogs", LONG)
    write_hebrew_letters(program / "kiosk/words/catalogs", FROM_RIGHT)
    library = program / "data/library.toml"
    text = library.read_text("utf-8")
    spoken = f'["de", "en", "pl", "{LONG}", "{FROM_RIGHT}"]'
    library.write_text(text.replace('["de", "en", "pl"]', spoken), "utf-8")
    for language in (LONG, FROM_RIGHT):
        shutil.copytree(program / "data/policies/en", program / "data/policies" / language)
    return _look(program)


def test_a_language_added_by_files_is_spoken_on_every_screen(told: Told) -> None:
    assert {LONG, FROM_RIGHT} <= set(told["languages"])
    for language in (LONG, FROM_RIGHT):
        for name in SCREENS:
            texts = told["told"][language][name]["texts"]
            assert [line for line in texts if _KEY.match(line)] == [], name
    for name, key in (("home", "home.question"), ("access", "access.title"), ("borrow", "section.borrow")):
        assert stretched(_english(key)) in told["told"][LONG][name]["texts"], name
        assert in_hebrew_letters(_english(key)) in told["told"][FROM_RIGHT][name]["texts"], name
    assert set(told["told"][LONG]["home"]["texts"]) & {"Esperanto", stretched("English")}


def test_a_language_from_right_to_left_turns_every_page_round_and_nothing_that_is_read(told: Told) -> None:
    for name in SCREENS:
        as_usual, turned = told["told"][LONG][name], told["told"][FROM_RIGHT][name]
        assert turned["mirrored"] == as_usual["mirrored"] == [], name
        dock = "dock.access"
        assert as_usual["places"][dock] > _WIDTH / 2 > turned["places"][dock], name
    for name, left in (("results", "dock.back"), ("results", "tab.find"), ("answer", "tab.find")):
        assert told["told"][LONG][name]["places"][left] < _WIDTH / 2, name
        assert told["told"][FROM_RIGHT][name]["places"][left] > _WIDTH / 2, name


def test_keys_lie_as_ever_in_a_language_from_right_to_left(told: Told) -> None:
    for language in (LONG, FROM_RIGHT):
        places = told["told"][language]["typing"]["places"]
        assert places["key.q"] < places["key.w"] < places["key.p"] < _WIDTH
        assert places["key.shift"] < places["key.delete"]


def test_a_keyboard_and_typefaces_come_from_the_languages_files(told: Told) -> None:
    for language in (LONG, FROM_RIGHT):
        keys = told["told"][language]["keys"]
        assert keys["typed"] == keys["wanted"], language
        # Qt keeps them in small letters.
        assert {BROUGHT.lower(), MADE_UP.lower()} <= set(told["told"][language]["typefaces"])
    assert told["told"][LONG]["keys"]["next"] == FROM_RIGHT.upper(), "the key of languages leads to all"
    assert told["told"][FROM_RIGHT]["keys"]["next"] == "DE"


def test_arrows_lead_as_one_sees_in_either_direction(told: Told) -> None:
    for language in (LONG, FROM_RIGHT):
        begun, after_left, after_right = told["told"][language]["arrows"]
        assert after_left < begun, language
        assert after_right == begun, language


def _look(program: Path) -> Told:
    done = subprocess.run(
        [sys.executable, "-m", "tests.measured.fourth_language", program / "library", LONG, FROM_RIGHT],
        cwd=program,
        env={**os.environ, "PYTHONPATH": str(program)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: Told = json.loads(done.stdout.splitlines()[-1])
    return told


def _english(key: str) -> str:
    for path in (_ROOT / "kiosk/words/catalogs/en").glob("*.po"):
        with path.open("rb") as stream:
            for message in read_po(stream, locale="en"):
                if message.id == key:
                    return str(message.string)
    raise LookupError(key)
