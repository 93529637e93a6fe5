"""The search index is deleted or garbled under a running kiosk: it says so, and a new one is built beside."""

import shutil
from pathlib import Path

import pytest

from kiosk.catalog import finding
from kiosk.catalog.search import SearchIndex
from kiosk.model.errors import IndexUnavailable
from tests.journeys.conftest import Kiosk, OpenKiosk
from tests.journeys.trouble import told
from tests.journeys.ways import start_afresh

WANTED = "Kafka am Strand"


def _search(kiosk: Kiosk) -> None:
    hands = kiosk.hands
    start_afresh(hands)
    hands.touch("home.find")
    hands.type("kafka")
    hands.enter()


def _garble(folder: Path) -> None:
    """Change every byte of what the index holds, as a failing disk might; no file grows or shrinks."""
    for path in folder.glob("generation-*/*"):
        if path.suffix in (".term", ".idx", ".fast", ".store", ".pos", ".fieldnorm"):
            path.write_bytes(bytes(byte ^ 0x5A for byte in path.read_bytes()))


def _generations(kiosk: Kiosk) -> set[str]:
    return {path.name for path in kiosk.services.folder.index.glob("generation-*")}


def _is_built(kiosk: Kiosk, before: set[str]) -> bool:
    """Tell whether the folder has an index anew and the app has opened it, which it does a moment later."""
    index = SearchIndex.open(kiosk.services.folder.index)
    opened = kiosk.services.finder.index
    built = not (_generations(kiosk) & before or index.status().rebuild_needed)
    return built and not opened.status().rebuild_needed


def test_an_index_deleted_while_the_window_is_open_is_built_anew_and_found_in_again(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("en")
    before = _generations(kiosk)
    shutil.rmtree(kiosk.services.folder.index)
    _search(kiosk)
    assert kiosk.hands.reads(WANTED) or kiosk.hands.reads(told(IndexUnavailable)), kiosk.hands.texts
    kiosk.hands.wait(lambda: _is_built(kiosk, before), "no index is built")
    _search(kiosk)
    assert kiosk.hands.reads(WANTED), kiosk.hands.texts


def test_an_index_garbled_while_the_window_is_open_is_told_of_and_built_anew(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    hands, before = kiosk.hands, _generations(kiosk)
    _garble(kiosk.services.folder.index)
    _search(kiosk)
    assert hands.reads(told(IndexUnavailable)), hands.texts
    assert not hands.reads("K000")
    hands.wait(lambda: _is_built(kiosk, before), "no index is built")
    hands.settle()
    _search(kiosk)
    assert hands.reads(WANTED), hands.texts


def test_an_index_too_large_to_be_built_beside_the_screen_is_built_by_a_process_of_its_own(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "BACKLOG", 0)
    kiosk = open_kiosk("en")
    before = _generations(kiosk)
    shutil.rmtree(kiosk.services.folder.index)
    kiosk.hands.wait(lambda: _is_built(kiosk, before), "no index is built")

    def is_found() -> bool:
        _search(kiosk)
        return kiosk.hands.reads(WANTED)

    kiosk.hands.wait(is_found, "what was built is not searched")
