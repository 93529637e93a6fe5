"""The out-of-order page says in every language what works and how the library is reached."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.last_words import LastWords, keep_last_words, last_words
from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from kiosk.ui.patron.broken_page import BrokenPage
from kiosk.ui.shared.fonts import load_fonts
from tests.cli.command import furnish

_REACH = (
    ("Telefon", "+49 341 5550 120"),
    ("E-Mail", "auskunft@bibliothek-lindenau.example"),
    ("Im Netz", "x"),
)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1280, 800), (3840, 2160)])
def test_all_of_it_finds_room_at_every_size(qtbot: QtBot, size: tuple[int, int]) -> None:
    load_fonts()
    page = BrokenPage([LastWords(code, "Stadtbibliothek Lindenau", _REACH) for code in ("de", "en", "pl")])
    page.resize(*size)
    page.show()
    qtbot.waitUntil(lambda: page.painted, timeout=20_000)
    assert page.left_over == 0
    page.close()


def test_it_knows_how_the_library_is_reached_though_the_database_is_gone(tmp_path: Path) -> None:
    cli = furnish(tmp_path / "library")
    services = Services(LibraryFolder(cli.home))
    keep_last_words(services)
    services.close()
    (cli.home / "library.sqlite3").unlink()
    kept = last_words(LibraryFolder(cli.home))
    assert [one.language for one in kept] == ["en", "de", "pl"]
    assert kept[0].library == "Town Library"


@pytest.mark.parametrize("content", ["", "{", "[]", "[1]", '[{"language": "de"}]', json.dumps({"a": 1})])
def test_where_nothing_can_be_read_it_speaks_the_three_languages_all_the_same(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / "out-of-order.json").write_text(content)
    assert [one.language for one in last_words(LibraryFolder(tmp_path))] == ["de", "en", "pl"]


def test_nothing_is_written_anew_that_stands_there(tmp_path: Path) -> None:
    cli = furnish(tmp_path / "library")
    services = Services(LibraryFolder(cli.home))
    keep_last_words(services)
    file = cli.home / "out-of-order.json"
    before = file.stat().st_mtime_ns, file.stat().st_ino
    keep_last_words(services)
    services.close()
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before
