"""Short beginnings that many titles share are answered from what was stored when the index was built."""

from pathlib import Path

import msgspec
import pytest

from kiosk.catalog.search import SearchField, SearchIndex, SearchRequest, SearchResult
from kiosk.catalog.search.engine import SearchEngine

from .shelf import Feed, all_works, record

_BEGUN = ("t", "th", "the", "d", "de", "der", "s", "h", "ma", "o", "1", "ż", "zz", "the h")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.catalog.search.beginnings._MANY", 3)


def _suggested(index: SearchIndex, begun: str, kind: SearchField) -> list[tuple[str, int]]:
    return [(one.text, one.records) for one in index.suggest(begun, kind)]


def _stored(folder: Path) -> Path:
    (file,) = folder.glob("generation-*/beginnings.msgpack")
    return file


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("kind", [SearchField.TITLE, SearchField.AUTHOR, SearchField.SUBJECT])
def test_stored_beginnings_suggest_as_many_records_as_the_index_itself(
    tmp_path: Path, kind: SearchField
) -> None:
    SearchIndex.open(tmp_path).rebuild(Feed(all_works()))
    with_them = SearchIndex.open(tmp_path)
    told = {begun: _suggested(with_them, begun, kind) for begun in _BEGUN}
    _stored(tmp_path).unlink()
    without = SearchIndex.open(tmp_path)
    for begun in _BEGUN:
        counts = [records for _, records in told[begun]]
        assert counts == [records for _, records in _suggested(without, begun, kind)], begun
    assert any(told.values())


@pytest.mark.usefixtures("few")
def test_a_stored_beginning_counts_what_is_there_now(tmp_path: Path) -> None:
    feed = Feed(all_works())
    index = SearchIndex.open(tmp_path)
    index.rebuild(feed)
    title, records = _suggested(index, "t", SearchField.TITLE)[0]
    for number, each in list(feed.held.items()):
        if each.description.title == title:
            feed.drop(number)
    index.refresh(feed)
    assert (title, records) not in _suggested(index, "t", SearchField.TITLE)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("bytes_", [b"", b"garbled", msgspec.msgpack.encode({"suggest_title": 7})])
def test_garbled_beginnings_are_done_without(tmp_path: Path, bytes_: bytes) -> None:
    SearchIndex.open(tmp_path).rebuild(Feed(all_works()))
    _stored(tmp_path).write_bytes(bytes_)
    assert SearchIndex.open(tmp_path).suggest("t")


def test_a_small_index_stores_none_and_suggests_what_came_last(tmp_path: Path) -> None:
    feed = Feed(all_works())
    index = SearchIndex.open(tmp_path)
    index.rebuild(feed)
    assert not list(tmp_path.glob("generation-*/beginnings.msgpack"))
    feed.put(record(100, "Xenophon|Someone|1984|eng|book|Greece|FIC XENO"))
    index.refresh(feed)
    assert [one.text for one in index.suggest("x", SearchField.TITLE)] == ["Xenophon"]


def test_a_warmed_index_has_been_asked_once_of_each_generation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer = SearchEngine.answer

    def noted(engine: SearchEngine, request: SearchRequest) -> SearchResult:
        asked.append(request.text)
        return answer(engine, request)

    monkeypatch.setattr(SearchEngine, "answer", noted)
    index, feed = SearchIndex.open(tmp_path), Feed(all_works())
    index.warm()
    assert asked == []
    for _ in range(2):
        index.rebuild(feed)
        index.warm()
        index.warm()
        assert asked == ["a", ""]
        asked.clear()


def test_a_warmed_index_reads_nothing_more_for_a_typing_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = SearchIndex.open(tmp_path)
    index.warm()
    index.rebuild(Feed(all_works()))
    index.warm()

    def read_again() -> None:
        raise AssertionError("the words of a letter were read again")

    monkeypatch.setattr("kiosk.catalog.search.vocabulary._Words", read_again)
    assert index.search(SearchRequest("hobbti")).total
