"""Rows in use: each says whole what the rules decide, signed in or not, in every language and size."""

from collections.abc import Iterator

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.ui.patron.shell_state import Comfort
from tests.ui.finding import Finding, OpenFinding


def cut(item: QQuickItem) -> Iterator[str]:
    """Name all words in sight that are cut."""
    if item.isVisible():
        if item.property("truncated"):
            yield str(item.property("text"))
        for child in item.childItems():
            yield from cut(child)


def said(kiosk: Finding, title: str) -> tuple[str, ...]:
    row = next(row for row in kiosk.rows("find") if row.title == title)
    return row.state, row.until, row.place


@pytest.mark.parametrize(
    ("language", "there", "out"),
    [
        ("en", ("Available", "Yours until 22 Dec"), ("Back on 3 Dec", "", "nobody waiting")),
        ("de", ("Da", "Ihres bis 22. Dez."), ("Zurück am 3. Dez.", "", "niemand wartet")),
        ("pl", ("Na miejscu", "Twoje do 22 gru"), ("Wraca 3 gru", "", "nikt nie czeka")),
    ],
)
def test_a_row_says_until_when_a_title_would_be_yours_or_from_when(
    open_finding: OpenFinding, language: str, there: tuple[str, str], out: tuple[str, str, str]
) -> None:
    kiosk = open_finding(language)
    kiosk.search("moon")
    assert said(kiosk, "Moon Tiger")[:2] == there
    assert said(kiosk, "Moon Palace") == out


def test_who_waits_sees_the_own_place_and_the_next_one_theirs(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.sign_in()
    kiosk.open_title("Moon Palace")
    kiosk.touch("record.hold")
    kiosk.touch("record.pickup.MAIN")
    kiosk.settle()
    kiosk.search("moon")
    assert said(kiosk, "Moon Palace") == ("Back on 3 Dec", "", "on hold for you: you are number 1")
    kiosk.visit.end()
    kiosk.pages.find.search("moon")
    kiosk.settle()
    assert said(kiosk, "Moon Palace") == ("Back on 3 Dec", "", "place a hold: you would be number 2")


@pytest.mark.parametrize("language", ["en", "de", "pl"])
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1280, 800)])
@pytest.mark.parametrize("large", [False, True])
def test_nothing_that_a_row_says_is_cut(
    open_finding: OpenFinding, language: str, size: tuple[int, int], large: bool
) -> None:
    kiosk = open_finding(language, *size, Comfort(reduced_motion=True, large_text=large))
    kiosk.search("moon")
    assert kiosk.seen(f"find.title.{kiosk.rows('find')[0].record}")
    assert list(cut(kiosk.item("find.results"))) == []
