"""Chips of headings: those that say the same stay, and each takes off the heading it says."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from kiosk.catalog.marc.record import data_field
from kiosk.staff.records.headings import HeadingKind
from kiosk.ui.staff.records.record_page import RecordPage
from scripts.desk_hands import DeskHands

Open = Callable[..., tuple[DeskHands, int]]


def page_of(hands: DeskHands) -> RecordPage:
    page = hands.page
    assert isinstance(page, RecordPage)
    return page


def chips(hands: DeskHands) -> list[QPushButton]:
    """Give the chips of subjects, from left to right."""
    made = hands.page.findChildren(QPushButton, "subjectsChip")
    shown = [one for one in made if one.isVisible()]
    return sorted(shown, key=lambda one: (one.y(), one.x()))


def add(hands: DeskHands, text: str, count: int) -> None:
    hands.focus("subjectsLine")
    hands.write(text)
    hands.press("Return")
    hands.wait(lambda: len(chips(hands)) == count)


def test_chips_that_say_the_same_stay_as_another_is_added(open_record: Open) -> None:
    hands, _ = open_record()
    first = chips(hands)
    add(hands, "Tudors", 2)
    assert chips(hands)[:1] == first
    add(hands, "Courts", 3)
    assert chips(hands)[:1] == first


def test_a_chip_takes_off_its_heading_after_its_field_was_moved(open_record: Open) -> None:
    hands, _ = open_record()
    add(hands, "Tudors", 2)
    page = page_of(hands)
    stayed = chips(hands)
    page.marc.added.emit(data_field("246", "1 ", ("a", "Another title")))  # before all subjects
    page.marc.view.finish()
    hands.settle()
    assert chips(hands) == stayed
    hands.click(stayed[0])
    hands.settle()
    subjects = page.form.chips[HeadingKind.SUBJECT]
    assert subjects.texts == ("Tudors",)
    hands.focus(chips(hands)[0])
    hands.press("Delete")
    hands.settle()
    assert len(page.form.chips[HeadingKind.SUBJECT].texts) == 0
