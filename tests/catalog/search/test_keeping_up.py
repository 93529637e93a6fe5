"""The index follows the catalogue, and no crash leaves it worse than before."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
import tantivy

from kiosk.catalog.search import (
    Batch,
    Filters,
    Growing,
    IndexedRecord,
    IndexState,
    SearchIndex,
    SearchRequest,
)
from kiosk.catalog.search.segments import records_per_commit
from kiosk.model.errors import DatabaseUnavailable, FolderNotWritable, IndexUnavailable
from tests.rights import read_only

from .shelf import WORKS, Feed, all_works, record


@pytest.fixture
def feed() -> Feed:
    return Feed(all_works())


@pytest.fixture
def index(tmp_path: Path, feed: Feed) -> SearchIndex:
    opened = SearchIndex.open(tmp_path / "index")
    opened.rebuild(feed)
    return opened


def total(index: SearchIndex, text: str) -> int:
    return index.search(SearchRequest(text, relax=False)).total


def test_a_new_folder_says_it_has_no_index(tmp_path: Path, feed: Feed) -> None:
    index = SearchIndex.open(tmp_path / "nowhere")
    assert index.status().state is IndexState.MISSING
    assert index.refresh(feed).rebuild_needed
    with pytest.raises(IndexUnavailable):
        index.search(SearchRequest("hobbit"))
    with pytest.raises(IndexUnavailable):
        index.suggest("h")


def test_new_changed_and_deleted_records_are_followed(index: SearchIndex, feed: Feed) -> None:
    feed.put(record(100, "Neuromancer|Gibson, William|1984|eng|book|Cyberpunk|FIC GIBS"))
    feed.put(record(1, WORKS[0].replace("Hobbit", "Habbit")))
    feed.drop(2)
    assert index.status(feed).state is IndexState.BEHIND
    done = index.refresh(feed)
    assert (done.applied, done.sequence, done.behind, done.busy) == (3, 3, False, False)
    assert index.status(feed).state is IndexState.READY
    assert (total(index, "neuromancer"), total(index, "habbit"), total(index, "hobbit")) == (1, 1, 0)
    assert total(index, "lord of the rings") == 0
    assert index.status().records == 60


def test_a_loan_changes_what_is_available(index: SearchIndex, feed: Feed) -> None:
    before = index.search(SearchRequest("", filters=Filters(available=True))).total
    lent = feed.held[2]
    feed.put(record(2, WORKS[1], items=tuple(_lent(item) for item in lent.items)))
    index.refresh(feed)
    assert index.search(SearchRequest("", filters=Filters(available=True))).total == before - 1


def _lent(item: object) -> object:
    from dataclasses import replace

    return replace(item, available=False)  # type: ignore[type-var]


def test_refreshing_twice_is_refreshing_once(index: SearchIndex, feed: Feed) -> None:
    feed.put(feed.held[5], feed.held[5])
    assert index.refresh(feed).applied == 2
    assert index.refresh(feed).applied == 0
    assert index.status().records == 60


def test_a_refresh_takes_no_more_than_it_may(index: SearchIndex, feed: Feed) -> None:
    feed.put(*all_works())
    done = index.refresh(feed, most=10)
    assert (done.applied, done.behind, done.sequence) == (10, True, 10)
    assert not index.refresh(feed).behind


def test_another_database_needs_a_rebuild(index: SearchIndex, feed: Feed) -> None:
    other = Feed(all_works()[:5], epoch="two")
    assert index.status(other).rebuild_needed
    assert index.refresh(other).rebuild_needed
    assert total(index, "hobbit") == 1
    index.rebuild(other)
    assert index.status(other).records == 5


def test_a_database_restored_from_before_is_foreign(index: SearchIndex, feed: Feed) -> None:
    feed.put(feed.held[1])
    index.refresh(feed)
    feed.changes.clear()
    assert index.status(feed).state is IndexState.FOREIGN
    assert index.refresh(feed).rebuild_needed


@pytest.mark.parametrize(("field", "value"), [("schema", 0), ("library", "tantivy v0.1.0, index_format v1")])
def test_an_index_of_another_version_is_not_read(
    tmp_path: Path, feed: Feed, field: str, value: object
) -> None:
    SearchIndex.open(tmp_path).rebuild(feed)
    (state,) = tmp_path.glob("generation-*/state.json")
    state.write_text(json.dumps({**json.loads(state.read_text()), field: value}))
    opened = SearchIndex.open(tmp_path)
    assert opened.status().state is IndexState.FOREIGN
    assert opened.refresh(feed).rebuild_needed
    opened.rebuild(feed)
    assert opened.status().state is IndexState.READY


@pytest.mark.parametrize("victim", ["CURRENT", "generation-*/state.json", "generation-*/meta.json"])
def test_a_garbled_index_is_noticed_and_can_be_rebuilt(tmp_path: Path, feed: Feed, victim: str) -> None:
    SearchIndex.open(tmp_path).rebuild(feed)
    (path,) = tmp_path.glob(victim)
    path.write_bytes(b"\xff\x00garbage")
    opened = SearchIndex.open(tmp_path)
    assert opened.status().rebuild_needed
    with pytest.raises(IndexUnavailable):
        opened.search(SearchRequest("hobbit"))
    opened.rebuild(feed)
    assert total(opened, "hobbit") == 1


@pytest.mark.parametrize("part", ["term", "idx", "fast", "store", "fieldnorm"])
def test_an_index_garbled_while_it_is_open_is_told_of_or_goes_on_and_is_given_up_by_the_next_change(
    index: SearchIndex, feed: Feed, tmp_path: Path, part: str
) -> None:
    for path in (tmp_path / "index").glob(f"generation-*/*.{part}"):
        # In place: a file made shorter under a map kills whoever reads it, and no damaged disk does that.
        with path.open("r+b") as file:
            garbled = bytes(byte ^ 0x5A for byte in file.read())
            file.seek(0)
            file.write(garbled)
    for _ in range(2):
        with suppress(IndexUnavailable):
            index.search(SearchRequest("hobbit"))
    feed.put(feed.held[1])
    with suppress(IndexUnavailable):
        index.refresh(feed)
    assert index.status(feed).rebuild_needed
    assert SearchIndex.open(tmp_path / "index").status(feed).rebuild_needed
    index.rebuild(feed)
    assert total(index, "hobbit") == 1


def test_a_folder_deleted_while_it_is_open_is_noticed_and_built_anew(
    index: SearchIndex, feed: Feed, tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "index")
    assert index.refresh(feed).rebuild_needed
    with pytest.raises(IndexUnavailable):
        index.search(SearchRequest("hobbit"))
    index.rebuild(feed)
    assert total(index, "hobbit") == 1


def test_a_pointer_out_of_the_folder_is_not_followed(tmp_path: Path, feed: Feed) -> None:
    SearchIndex.open(tmp_path / "a").rebuild(feed)
    (tmp_path / "b").mkdir()
    (name,) = (path.name for path in (tmp_path / "a").glob("generation-*"))
    (tmp_path / "b" / "CURRENT").write_text(f"../a/{name}")
    assert SearchIndex.open(tmp_path / "b").status().state is IndexState.MISSING


class _Breaking(Feed):
    def batches(self, growing: Growing | None = None) -> Iterator[Batch]:
        yield next(super().batches(growing))
        raise DatabaseUnavailable(detail="went away")


def test_a_rebuild_that_fails_leaves_the_old_index_serving(index: SearchIndex, tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable):
        index.rebuild(_Breaking(all_works(), epoch="two"))
    assert total(index, "hobbit") == 1
    assert len(list((tmp_path / "index").glob("generation-*"))) == 1
    assert SearchIndex.open(tmp_path / "index").status().records == 60


_NEUROMANCER = "Neuromancer|Gibson, William|1984|eng|book|Cyberpunk|FIC GIBS"


class _Busy(Feed):
    """Does something after the batch of records with that number."""

    def __init__(self, act: Callable[[Feed], None], after: int) -> None:
        super().__init__(all_works())
        self._act, self._after = act, after

    def batches(self, growing: Growing | None = None) -> Iterator[Batch]:
        for number, batch in enumerate(super().batches(growing)):
            yield batch
            if number == self._after:
                self._act(self)


@pytest.mark.parametrize("after", range(6))
def test_what_changes_while_the_index_is_built_is_found_once_it_serves(tmp_path: Path, after: int) -> None:
    def change(feed: Feed) -> None:
        feed.put(record(1, _NEUROMANCER))
        feed.put(record(100, _NEUROMANCER))
        feed.drop(2)
        feed.put(record(60, _NEUROMANCER))

    busy, index = _Busy(change, after), SearchIndex.open(tmp_path)
    index.rebuild(busy)
    assert index.status(busy).state is IndexState.READY
    assert total(index, "neuromancer") == 3
    assert index.status().records == 60


def test_what_was_read_after_it_changed_is_not_read_again(tmp_path: Path) -> None:
    class Asked(_Busy):
        def records(self, ids: Sequence[int]) -> Iterable[IndexedRecord]:
            read.extend(ids)
            return super().records(ids)

    read: list[int] = []
    SearchIndex.open(tmp_path).rebuild(Asked(lambda feed: feed.put(record(1, _NEUROMANCER)), 3))
    assert read == [1]


def test_progress_ends_with_the_number_of_records(tmp_path: Path, feed: Feed) -> None:
    told: list[tuple[int, int]] = []
    SearchIndex.open(tmp_path).rebuild(feed, lambda done, of: told.append((done, of)))
    assert told[-1] == (60, 60)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


@pytest.mark.parametrize("records", [0, 1, 9_999, 79_999, 100_000, 640_000, 1_000_000, 5_000_000])
def test_shares_of_equal_size_merge_into_at_most_four_parts(records: int) -> None:
    share = records_per_commit(records)
    assert 1 <= share <= 20_000
    parts = -(-records // share)
    while parts >= 8:
        parts = parts // 8 + parts % 8
    assert parts <= 4


@pytest.mark.parametrize(
    ("records", "parts"),
    [(0, 0), (1, 1), (79_999, 1), (150_001, 2), (400_000, 3), (640_000, 5), (1_000_000, 7), (1_050_000, 7)],
)
def test_beside_an_import_up_to_a_million_records_none_is_merged(records: int, parts: int) -> None:
    share = records_per_commit(records, growing=True)
    assert 1 <= share <= 150_000
    # Eight of one size would be merged.
    assert -(-records // share) == parts < 8


def test_beside_a_larger_import_a_record_is_merged_once_at_most() -> None:
    share = records_per_commit(5_000_000, growing=True)
    # Eight that were merged already would be merged again.
    assert -(-5_000_000 // share) // 8 < 8


def test_a_large_index_is_built_in_one_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "kiosk.catalog.search.writer.records_per_commit", lambda records, growing: records // 8 + 1
    )
    works = [replace(all_works()[number % 60], id=number + 1) for number in range(800)]
    SearchIndex.open(tmp_path).rebuild(Feed(works))
    (generation,) = tmp_path.glob("generation-*")
    assert tantivy.Index.open(str(generation)).searcher().num_segments == 1


def test_another_reader_sees_the_new_generation_after_reloading(tmp_path: Path, feed: Feed) -> None:
    writing = SearchIndex.open(tmp_path)
    writing.rebuild(feed)
    reading = SearchIndex.open(tmp_path)
    feed.put(record(100, "Neuromancer|Gibson, William|1984|eng|book|Cyberpunk|FIC GIBS"))
    writing.refresh(feed)
    reading.reload()
    assert total(reading, "neuromancer") == 1
    writing.rebuild(Feed(all_works()[:3], epoch="two"))
    assert total(reading, "neuromancer") == 1
    reading.reload()
    assert reading.status().records == 3


def test_two_writers_at_once_lose_nothing(index: SearchIndex, feed: Feed, tmp_path: Path) -> None:
    from tantivy import Index

    (generation,) = (tmp_path / "index").glob("generation-*")
    held = Index.open(str(generation)).writer(15_000_000, 1)
    feed.put(record(100, "Neuromancer|Gibson, William|1984|eng|book|Cyberpunk|FIC GIBS"))
    refused = index.refresh(feed)
    assert (refused.busy, refused.behind, refused.applied) == (True, True, 0)
    held.wait_merging_threads()
    assert index.refresh(feed).applied == 1
    assert total(index, "neuromancer") == 1


def test_searching_goes_on_while_the_index_is_rebuilt(index: SearchIndex, feed: Feed) -> None:
    failures: list[BaseException] = []

    def search() -> None:
        try:
            for _ in range(100):
                assert total(index, "hobbit") == 1
        except (AssertionError, IndexUnavailable) as failure:
            failures.append(failure)

    readers = [Thread(target=search) for _ in range(3)]
    for reader in readers:
        reader.start()
    for _ in range(5):
        index.rebuild(feed)
    for reader in readers:
        reader.join()
    assert failures == []


_KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[2])
from contextlib import suppress
from pathlib import Path
from tests.catalog.search.shelf import Feed, all_works
from kiosk.catalog.search import SearchIndex
class Dying(Feed):
    def batches(self, growing=None):
        for number, each in enumerate(super().batches(growing)):
            if number == 3:
                os.kill(os.getpid(), signal.SIGKILL)
            yield each
SearchIndex.open(Path(sys.argv[1])).rebuild(Dying(all_works(), epoch="two"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signal")
def test_a_rebuild_killed_half_way_leaves_the_last_good_index(
    index: SearchIndex, tmp_path: Path, feed: Feed
) -> None:
    folder = tmp_path / "index"
    tests = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(tests.parent)}
    died = subprocess.run(
        [sys.executable, "-c", _KILLED, str(folder), str(tests)], env=environment, check=False
    )
    assert died.returncode == -signal.SIGKILL
    again = SearchIndex.open(folder)
    assert (again.status().epoch, total(again, "hobbit")) == ("one", 1)
    again.rebuild(feed)
    assert len(list(folder.glob("generation-*"))) == 1


def test_a_folder_that_may_not_be_written_is_said_so(tmp_path: Path, feed: Feed) -> None:
    with read_only(tmp_path), pytest.raises(FolderNotWritable):
        SearchIndex.open(tmp_path / "index").rebuild(feed)
