"""What QML has from Python's tables is fresh, and its words are all translated."""

import re
from pathlib import Path

import pytest

from kiosk.words import load_catalogue
from scripts.qml_tables import MODULE, tables
from tests.ui.screen_words import words_by_key

FRESH = tables()
SOURCES = sorted(MODULE.rglob("*.qml"))


@pytest.mark.parametrize("target", FRESH, ids=lambda path: path.name)
def test_a_written_file_is_what_its_table_says(target: Path) -> None:
    assert target.read_text(encoding="utf-8") == FRESH[target]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_qml_file_names_only_words_that_every_language_has(source: Path) -> None:
    known = words_by_key()
    catalogues = [load_catalogue(language) for language in ("en", "de", "pl")]
    for key in re.findall(r'qsTrId\("([^"]+)"\)', source.read_text(encoding="utf-8")):
        assert all(known.get(key, {}).values()), key
        assert key in known or all(key in catalogue for catalogue in catalogues), key


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_property_is_named_like_a_signal_handler(source: Path) -> None:
    assert not re.search(r"\bproperty\s+\S+\s+on[A-Z]", source.read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_own_type_is_prefixed(source: Path) -> None:
    assert source.stem == "Theme" or source.stem.startswith("Kiosk")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_page_takes_its_colours_from_the_theme(source: Path) -> None:
    if source.parent.name == "pages":
        assert not re.search(r'"#[0-9A-Fa-f]{6,8}"', source.read_text(encoding="utf-8"))
