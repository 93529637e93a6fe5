"""What is typed is searched for as soon as that rests: Enter finds the page there, and it is true."""

from collections.abc import Iterator
from threading import Event

import pytest

from kiosk.catalog.finding import Asker
from kiosk.model.errors import IndexUnavailable
from kiosk.ui.patron.find_loading import FindLoader, Found
from kiosk.ui.patron.find_question import Question
from tests.ui.find.test_following_the_library import lend_elsewhere
from tests.ui.finding import Finding, OpenFinding


class Searches:
    """Counts the searches for pages, and holds them up while `free` is not set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun: list[str] = []
        self.free = Event()
        self.free.set()
        self.broken = False
        find = FindLoader.find

        def counted(loader: FindLoader, question: Question, asker: Asker) -> Found:
            self.begun.append(question.text)
            self.free.wait(10)
            if self.broken:
                raise IndexUnavailable
            return find(loader, question, asker)

        monkeypatch.setattr(FindLoader, "find", counted)


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> Iterator[Searches]:
    counting = Searches(monkeypatch)
    yield counting
    counting.free.set()


def at_moon(open_finding: OpenFinding, searches: Searches) -> Finding:
    """Type a word and let it rest until it is searched for."""
    kiosk = open_finding()
    kiosk.begin()
    kiosk.type("moon")
    kiosk.wait(lambda: searches.begun == ["moon"])
    return kiosk


def test_a_word_that_rests_is_there_at_enter(open_finding: OpenFinding, searches: Searches) -> None:
    kiosk = at_moon(open_finding, searches)
    kiosk.settle()
    assert kiosk.shown("find", "mode") == "typing"
    kiosk.type("\n")
    assert kiosk.shown("find", "mode") == "results"
    assert kiosk.shown("find", "headline").endswith("titles")
    kiosk.settle()
    assert searches.begun == ["moon"]


def test_enter_waits_for_the_search_that_is_under_way(open_finding: OpenFinding, searches: Searches) -> None:
    searches.free.clear()
    kiosk = at_moon(open_finding, searches)
    kiosk.type("\n")
    assert kiosk.shown("find", "headline") == ""
    searches.free.set()
    kiosk.wait(lambda: kiosk.shown("find", "headline") != "")
    kiosk.settle()
    assert searches.begun == ["moon"]


def test_what_was_found_for_other_words_is_never_shown(open_finding: OpenFinding, searches: Searches) -> None:
    searches.free.clear()
    kiosk = at_moon(open_finding, searches)
    kiosk.type("x")
    kiosk.type("\n")
    searches.free.set()
    kiosk.wait(lambda: "moonx" in searches.begun)
    kiosk.settle()
    assert kiosk.shown("find", "text") == "moonx"
    assert "“moon”" not in kiosk.shown("find", "remark")


def test_a_card_shown_meanwhile_is_searched_for_anew(open_finding: OpenFinding, searches: Searches) -> None:
    kiosk = at_moon(open_finding, searches)
    kiosk.settle()
    kiosk.sign_in()
    kiosk.type("\n")
    kiosk.wait(lambda: kiosk.shown("find", "headline") != "")
    assert searches.begun == ["moon", "moon"]


def test_a_loan_made_since_then_is_told(open_finding: OpenFinding, searches: Searches) -> None:
    kiosk = at_moon(open_finding, searches)
    kiosk.settle()
    title = next(
        row for row in kiosk.rows("find", "suggestions") if row.record and row.plain != "Moon Palace"
    )
    lend_elsewhere(kiosk.services.folder.path, title.target)
    kiosk.type("\n")
    kiosk.wait(lambda: any(row.record == title.target and row.until == "" for row in kiosk.rows("find")))
    assert searches.begun == ["moon"]


def test_nothing_found_ahead_is_left_for_the_next_patron(
    open_finding: OpenFinding, searches: Searches
) -> None:
    searches.free.clear()
    kiosk = at_moon(open_finding, searches)
    kiosk.visit.end()
    searches.free.set()
    kiosk.settle()
    assert (kiosk.shown("find", "mode"), kiosk.rows("find")) == ("start", ())


def test_of_a_search_ahead_that_fails_enter_alone_tells(
    open_finding: OpenFinding, searches: Searches
) -> None:
    searches.broken = True
    kiosk = at_moon(open_finding, searches)
    kiosk.settle()
    assert kiosk.shown("find", "trouble") == ""
    kiosk.type("\n")
    kiosk.wait(lambda: kiosk.shown("find", "trouble") != "")
