"""What is kept about a patron: read piece by piece on the screen, by keys too, and printed whole."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from kiosk.devices.kept_papers import papers_by_owner
from kiosk.paper.roll import RollText
from kiosk.services import Services
from kiosk.ui.patron.settings_data_state import DataPaper, data_roll, data_state
from kiosk.words import wording
from tests.ui.account.conftest import OpenHands, aside
from tests.ui.account.test_settings import come_to_settings, reachable
from tests.ui.borrow.lending_library import ANNA, answer, give_back, lend

WORDS = wording("en")


def much(services: Services) -> None:
    reachable(services)
    services.self_service.keep_history(ANNA, True)
    for title in ("Momo", "Kairos", "Lichtspiel", "Solaris"):
        lend(services, ANNA, title)
        give_back(services, title)
    answer(services, ANNA, "Piano?", "Yes, at the desk.")


def test_everything_is_read_on_the_screen_by_keys_and_printed(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=much)
    come_to_settings(hands)
    hands.touch("settings.data")
    assert hands.reads(wording("en")("data.part.patron"))
    assert hands.reads("anna@example.org")
    assert not hands.reads("Yes, at the desk."), "that stands far below"
    for _ in range(40):
        hands.press(Qt.Key.Key_Down)
        if hands.reads("Yes, at the desk."):
            break
    assert hands.reads("Yes, at the desk.")
    hands.touch("dock.back")
    hands.touch("settings.data")
    hands.touch("data.print")
    assert hands.reads(WORDS("mydata.printed"))
    services = hands.counter.services
    receipts = services.folder.within(services.settings.receipt.folder)
    (paper,) = receipts.glob("*.pdf")
    assert papers_by_owner(receipts) == {aside(hands, number_of_anna): (paper,)}
    hands.counter.visit.end()
    hands.settle()
    assert hands.counter.desk.settingsData.pieces.rows == ()  # type: ignore[attr-defined]


def number_of_anna(services: Services) -> int:
    with services.database.read() as view:
        patron = view.patrons.by_card(ANNA)
    assert patron is not None
    return patron.id


def test_paper_that_does_not_come_is_told_and_can_be_tried_again(open_hands: OpenHands) -> None:
    hands = open_hands("pl", prepare=much)
    services = hands.counter.services
    folder = services.folder.within(services.settings.receipt.folder)
    _block(folder)
    come_to_settings(hands)
    hands.touch("settings.data")
    hands.touch("data.print")
    assert hands.counter.desk.settingsData.paperFailed
    folder.unlink()
    hands.touch("data.print")
    assert hands.reads(wording("pl")("mydata.printed"))


def _block(folder: Path) -> None:
    """Put a file where the folder should be."""
    if folder.exists():
        folder.rmdir()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")


_lines = st.builds(
    lambda depth, text: "  " * (depth + 1) + text,
    st.integers(0, 5),
    st.text("abcäß. :", min_size=1, max_size=20).map(lambda text: "x" + text.strip()),
)


@given(
    st.lists(st.tuples(st.just("Part"), st.lists(_lines, min_size=1, max_size=60)), min_size=1, max_size=4)
)
def test_no_line_is_lost_in_pieces_or_on_paper(parts: list[tuple[str, list[str]]]) -> None:
    text = "\n\n".join("\n".join([head, *lines]) for head, lines in parts) + "\n"
    said = [line.strip() for _head, lines in parts for line in lines]
    shown = data_state(text, DataPaper.NONE, None, WORDS).pieces
    assert [line.strip("\u00a0") for piece in shown for line in piece.text.split("\n")] == said
    assert all(piece.text.count("\n") < 10 for piece in shown)
    assert [piece.heading for piece in shown if piece.heading] == ["Part"] * len(parts)
    roll = data_roll(text, "Library", "", datetime(2026, 11, 24, tzinfo=UTC), WORDS)
    on_paper = [part.text for part in roll.parts if isinstance(part, RollText)]
    assert [line for line in on_paper if line.startswith("x")] == said


@pytest.mark.parametrize("paper", list(DataPaper))
def test_each_state_of_the_paper_has_its_words(paper: DataPaper) -> None:
    state = data_state("Part\n  x\n", paper, OSError("away"), WORDS)
    assert bool(state.paper) == (paper is not DataPaper.NONE)
    assert state.paper_failed == (paper is DataPaper.FAILED)
