"""An index whose changes are pruned goes on where it missed none, and is built anew where it did."""

from pathlib import Path

from kiosk.catalog.search import IndexState, SearchIndex, SearchRequest

from .shelf import Feed, all_works, record

NEW = "Neuromancer|Gibson, William|1984|eng|book|Cyberpunk|FIC GIBS"


def test_a_live_index_is_none_the_worse_for_pruning(tmp_path: Path) -> None:
    feed = Feed(all_works())
    feed.put(record(1, NEW))
    index = SearchIndex.open(tmp_path)
    index.rebuild(feed)
    feed.prune(feed.position())
    assert index.status(feed).state is IndexState.READY
    assert not index.refresh(feed).rebuild_needed
    feed.put(record(100, NEW.replace("Neuromancer", "Idoru")))
    assert index.refresh(feed).applied == 1
    assert index.search(SearchRequest("idoru", relax=False)).total == 1


def test_an_index_that_missed_what_is_pruned_is_built_anew(tmp_path: Path) -> None:
    feed = Feed(all_works())
    index = SearchIndex.open(tmp_path)
    index.rebuild(feed)
    feed.put(record(100, NEW))
    feed.prune(feed.position())
    feed.put(record(101, NEW.replace("Neuromancer", "Idoru")))
    assert index.status(feed).state is IndexState.FOREIGN
    assert index.refresh(feed).rebuild_needed
    index.rebuild(feed)
    assert index.search(SearchRequest("neuromancer", relax=False)).total == 1
