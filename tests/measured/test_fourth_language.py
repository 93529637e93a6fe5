"""A fourth language is added by files alone: a folder of texts and a line of the library's."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

from tests.measured.fourth_language import SCREENS
from tests.measured.long_words import stretched, write_long_language

LONG = "eo"  # it has a plural rule and names of days, and is none of the three
_ROOT = Path(__file__).parents[2]
_KEY = re.compile(r"^[a-z_]+(\.[a-z_A-Z0-9]+)+$")


def test_a_language_added_by_files_is_spoken_on_every_screen(tmp_path: Path) -> None:
    for part in ("kiosk", "data", "scripts", "tests"):
        shutil.copytree(_ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree(tmp_path / "kiosk/words/catalogs")
    write_long_language(tmp_path / "kiosk/words/catalogs", LONG)
    library = tmp_path / "data/library.toml"
    text = library.read_text("utf-8")
    library.write_text(text.replace('["de", "en", "pl"]', f'["de", "en", "pl", "{LONG}"]'), "utf-8")
    shutil.copytree(tmp_path / "data/policies/en", tmp_path / "data/policies" / LONG)
    told = _look(tmp_path)
    assert LONG in told["languages"]
    for name in SCREENS:
        assert [line for line in told["screens"][name] if _KEY.match(line)] == [], name
    for name, key in (("home", "home.question"), ("access", "access.title"), ("borrow", "section.borrow")):
        assert stretched(_english(key)) in told["screens"][name], name
    assert set(told["screens"]["home"]) & {"Esperanto", stretched("English")}


def _look(program: Path) -> dict[str, dict[str, list[str]]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.measured.fourth_language", LONG, str(program / "library")],
        cwd=program,
        env={**os.environ, "PYTHONPATH": str(program)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, dict[str, list[str]]] = json.loads(done.stdout.splitlines()[-1])
    return told


def _english(key: str) -> str:
    for path in (_ROOT / "kiosk/words/catalogs/en").glob("*.po"):
        with path.open("rb") as stream:
            for message in read_po(stream, locale="en"):
                if message.id == key:
                    return str(message.string)
    raise LookupError(key)
