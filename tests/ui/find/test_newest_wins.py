"""A slow search for what is no longer asked neither replaces a newer one's answer nor is waited for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from threading import Event
from typing import Any

import pytest

from kiosk.catalog.search import Hit, SearchRequest, SearchResult
from kiosk.ui.patron.find_loading import FindLoader
from kiosk.ui.patron.find_question import Question
from tests.ui.finding import Finding, OpenFinding


@dataclass
class SlowIndex:
    """The real index, which keeps whoever asks for some texts waiting until it is let go."""

    search: Callable[[SearchRequest], SearchResult]
    slow: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    gate: Event = field(default_factory=Event)

    def __call__(self, request: SearchRequest) -> SearchResult:
        self.asked.append(request.text)
        if request.text in self.slow:
            assert self.gate.wait(20)
        result = self.search(request)
        self.answered.append(request.text)
        return result


@dataclass
class Slow:
    """A kiosk over such an index."""

    kiosk: Finding
    index: SlowIndex


@pytest.fixture
def over_slow_index(open_finding: OpenFinding, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    kiosk = open_finding("en", 1920, 1080)
    index = SlowIndex(kiosk.services.finder.index.search)
    monkeypatch.setattr(kiosk.services.finder.index, "search", index)
    monkeypatch.setattr(kiosk.services.finder.index, "search_begun", lambda request, _tell: index(request))
    yield Slow(kiosk, index)
    index.gate.set()


def test_suggestions_come_while_searches_for_fewer_letters_still_run(over_slow_index: Slow) -> None:
    kiosk, index = over_slow_index.kiosk, over_slow_index.index
    index.slow = ("ka", "kaf")
    kiosk.begin()
    for letter in "kafk":
        kiosk.type(letter)
        typed = "kafk"[: "kafk".index(letter) + 1]
        kiosk.wait(lambda typed=typed: typed not in index.slow or typed in index.asked)  # type: ignore[misc]
    kiosk.wait(lambda: kiosk.shown("find", "answered") == "kafk")
    assert index.answered == ["kafk"]
    shown = _told(kiosk, "suggestions"), kiosk.rows("find", "forms")
    index.gate.set()
    kiosk.settle()
    assert kiosk.shown("find", "answered") == "kafk"
    assert (_told(kiosk, "suggestions"), kiosk.rows("find", "forms")) == shown


def test_titles_are_shown_before_all_hits_are_counted(
    over_slow_index: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk, index = over_slow_index.kiosk, over_slow_index.index
    kiosk.begin()
    kiosk.type("ka")
    kiosk.wait(lambda: kiosk.shown("find", "answered") == "ka")
    counts = kiosk.rows("find", "forms"), kiosk.shown("find", "showAll")

    def in_parts(request: SearchRequest, tell: Callable[[tuple[Hit, ...]], None]) -> SearchResult:
        tell(index.search(request).hits)
        return index(request)

    monkeypatch.setattr(kiosk.services.finder.index, "search_begun", in_parts)
    index.slow = ("kafk",)
    kiosk.type("fk")
    kiosk.wait(lambda: kiosk.shown("find", "offered") == "kafk")
    titles = [row.target for row in kiosk.rows("find", "suggestions") if row.record]
    assert titles
    assert (kiosk.rows("find", "forms"), kiosk.shown("find", "showAll")) == counts
    index.gate.set()
    kiosk.wait(lambda: kiosk.shown("find", "answered") == "kafk")
    assert [row.target for row in kiosk.rows("find", "suggestions") if row.record] == titles
    assert kiosk.shown("find", "showAll") != counts[1]


def test_results_come_while_an_older_search_still_runs(over_slow_index: Slow) -> None:
    kiosk, index = over_slow_index.kiosk, over_slow_index.index
    index.slow = ("moon",)
    kiosk.pages.find.search("moon")
    kiosk.wait(lambda: "moon" in index.asked)
    kiosk.pages.find.search("kafka")
    kiosk.wait(lambda: "“kafka”" in kiosk.shown("find", "remark"))
    rows = _told(kiosk, "rows")
    assert "moon" not in index.answered
    index.gate.set()
    kiosk.settle()
    assert _told(kiosk, "rows") == rows
    assert "“kafka”" in kiosk.shown("find", "remark")


def test_letters_typed_after_enter_are_not_replaced_by_the_results(over_slow_index: Slow) -> None:
    kiosk, index = over_slow_index.kiosk, over_slow_index.index
    kiosk.begin()
    kiosk.type("moon")
    kiosk.wait(lambda: kiosk.shown("find", "answered") == "moon")
    index.slow = ("moon",)
    kiosk.type("\ns")
    kiosk.wait(lambda: kiosk.shown("find", "answered") == "moons")
    index.gate.set()
    kiosk.settle()
    assert (kiosk.shown("find", "mode"), kiosk.shown("find", "text")) == ("typing", "moons")


def test_the_index_is_not_asked_for_what_nobody_waits_for_any_more(over_slow_index: Slow) -> None:
    kiosk, index = over_slow_index.kiosk, over_slow_index.index
    loader = FindLoader(kiosk.services, kiosk.visit.library)
    assert loader.suggest(Question("moon"), lambda: False).total is None
    assert index.asked == []
    assert loader.suggest(Question("moon")).total
    assert index.asked == ["moon"]


def _told(kiosk: Finding, name: str) -> tuple[Any, ...]:
    """Give the rows of a list without their covers, which are drawn meanwhile."""
    return tuple(replace(row, cover="") for row in kiosk.rows("find", name))
