"""What QML has from Python's tables is fresh, and its words are all translated."""

import re
from pathlib import Path

import pytest

from kiosk.words import load_catalogue
from scripts.qml_tables import MODULE, tables

FRESH = tables()
SOURCES = sorted(MODULE.rglob("*.qml"))


@pytest.mark.parametrize("target", FRESH, ids=lambda path: path.name)
def test_a_written_file_is_what_its_table_says(target: Path) -> None:
    assert target.read_text(encoding="utf-8") == FRESH[target]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_qml_file_names_only_words_that_every_language_has(source: Path) -> None:
    catalogues = [load_catalogue(language) for language in ("en", "de", "pl")]
    for key in re.findall(r'qsTrId\("([^"]+)"\)', source.read_text(encoding="utf-8")):
        assert all(key in catalogue for catalogue in catalogues), key
