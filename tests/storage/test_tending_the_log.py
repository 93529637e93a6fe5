"""SQLite's log is copied into the file by whoever commits: by an import before it comes to a patron."""

from collections.abc import Callable

import pytest

from kiosk.storage import NewRecord, sqlite
from kiosk.storage.imports import Incoming, Manner, store_batch

from .builders import NOW, Town, description

_EARLY, _LATE = 8, 400


def _import(town: Town, first: int) -> None:
    batch = [
        Incoming(NewRecord(str(n), None, description(f"T{n}", isbns=()), "{}" * 2000, f"content{n}"))
        for n in range(first, first + 10)
    ]
    with town.database.act() as act:
        store_batch(act, batch, NOW, Manner())
        act.commit()


def _lend(town: Town, first: int) -> None:
    for n in range(first, first + 10):
        town.record(description(f"T{n}", isbns=()), control_number=str(n), marc="{}" * 2000)


@pytest.mark.parametrize(("commits", "copied"), [(_import, True), (_lend, False)])
def test_an_import_copies_the_log_before_others_come_to_it(
    sqlite_town: Town, monkeypatch: pytest.MonkeyPatch, commits: Callable[[Town, int], None], copied: bool
) -> None:
    monkeypatch.setattr(sqlite, "_LOG_PAGES", _LATE)
    monkeypatch.setattr(sqlite, "_LOG_PAGES_OF_BULK", _EARLY)
    file = sqlite_town.database.file
    assert file is not None
    # Its connections are opened anew, as they are told when to copy when they are made.
    sqlite_town.database.close()
    before = file.stat().st_size
    commits(sqlite_town, 100)
    assert (file.stat().st_size > before) is copied


def test_both_copy_it_before_it_is_larger_than_is_kept() -> None:
    assert sqlite._LOG_PAGES_OF_BULK < sqlite._LOG_PAGES
    assert sqlite._LOG_PAGES * 4096 <= 64 * 1024 * 1024
