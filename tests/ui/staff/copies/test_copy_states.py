"""What dialogs about copies say and read, as tables."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.model.item import Condition, Item, ItemStatus
from kiosk.model.money import Money
from kiosk.model.problem import Problem
from kiosk.staff.copies.batch import BatchLine
from kiosk.staff.copies.fields import CopyFields, fields_of
from kiosk.storage import Copy, CopyRow
from kiosk.ui.staff.copies.batch_lines import change_text, line_chip, skipped_text
from kiosk.ui.staff.copies.both_changed import chosen, differences
from kiosk.ui.staff.copies.copy_columns import since_text, status_chip
from kiosk.ui.staff.copies.typed_copy import (
    TypedCopy,
    as_draft,
    fields_typed,
    from_draft,
    numbers_of,
    typed_of,
)
from kiosk.words import wording
from tests.circulation.desk import NOON, days, town_library

KNOWN = CopyFields("B1", "MAIN", "book", "Fiction", "FIC A", Money(1250, "EUR"), True, "a note", "2 CDs")


def test_what_is_stored_is_what_is_typed() -> None:
    assert fields_typed(typed_of(KNOWN), "EUR") == (KNOWN, {})
    assert fields_typed(typed_of(CopyFields("", "M", "b")), "EUR") == (CopyFields("", "M", "b"), {})


@pytest.mark.parametrize("price", ["x", "-1", "1.234"])
def test_a_price_that_is_none_is_said(price: str) -> None:
    assert set(fields_typed(TypedCopy(price=price), "EUR")[1]) == {"price"}


def test_a_number_read_twice_counts_once() -> None:
    assert numbers_of(" b1 \n\nB2\nB1\r\nb3") == ("B1", "B2", "b3")
    assert numbers_of(" \n") == ()


def test_a_draft_comes_back_as_it_was_and_a_foreign_one_not_at_all() -> None:
    typed = typed_of(KNOWN)
    assert from_draft(as_draft(typed)) == typed
    for foreign in ({}, {"barcode": "1"}, {**as_draft(typed), "note": 3}, {**as_draft(typed), "more": ""}):
        assert from_draft(foreign) is None


def test_only_what_both_touched_or_only_they_did_is_to_be_chosen() -> None:
    theirs = replace(KNOWN, location="Crime", note="theirs")
    mine = replace(KNOWN, location="Horror", call_number="FIC Z")
    asked = differences(KNOWN, theirs, mine)
    assert [(one.name, one.only_theirs) for one in asked] == [("location", False), ("note", True)]
    assert chosen(theirs, mine, ["note"]) == replace(mine, note="theirs")
    assert chosen(theirs, mine, ["location", "note"]) == replace(theirs, call_number="FIC Z")


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_every_state_has_a_chip(language: str) -> None:
    chips = [status_chip(status, wording(language)) for status in ItemStatus]
    assert len({chip.text for chip in chips}) == len(chips)


@pytest.mark.parametrize(
    ("copy", "since", "said"),
    [
        (Copy(Item(1, 1, "B", "M", "b")), None, ""),
        (Copy(Item(1, 1, "B", "M", "b")), NOON, "since 2 Mar"),
        (Copy(Item(1, 1, "B", "M", "b")), NOON - days(700), "since 01/04/2024"),
        (Copy(Item(1, 1, "B", "M", "b"), True, NOON + days(3)), NOON, "due 5 Mar"),
        (Copy(Item(1, 1, "B", "M", "b"), True, NOON - days(3)), NOON, "was due 27 Feb"),
    ],
)
def test_a_copy_says_until_or_since_when(copy: Copy, since: object, said: str) -> None:
    row = CopyRow(copy, "Emma", 3, since)  # type: ignore[arg-type]  # a moment or None
    assert since_text(row, NOON + timedelta(minutes=1), wording("en")) == said


def test_a_preview_tells_what_changes_what_stays_and_what_cannot() -> None:
    words, library = wording("en"), town_library()
    row = CopyRow(Copy(Item(1, 1, "B1", "MAIN", "book", "Fiction", "FIC A")), "Emma", 0)
    fields = fields_of(row.copy.item)
    will = BatchLine(row, replace(fields, branch="NORTH", location=None), Condition.MISSING)
    assert change_text(will, library, words) == (
        "Branch: Main → North; Place: Fiction → –; State: In order → Missing"
    )
    stays = BatchLine(row, fields, Condition.FINE)
    assert change_text(stays, library, words) == "is so already"
    cannot = BatchLine(row, fields, Condition.LOST, Problem("copies.why.on_loan"))
    assert change_text(cannot, library, words).startswith("It is on loan")
    assert [line_chip(line, words).tone for line in (will, stays, cannot)] == ["good", "plain", "stop"]


def test_of_many_that_were_skipped_the_first_are_named() -> None:
    skipped = [(Item(n, 1, f"B{n}", "M", "b"), Problem("copies.why.on_loan")) for n in range(9)]
    told = skipped_text(skipped, wording("en"))
    assert told.startswith("9 copies were left")
    assert "B2:" in told
    assert "B3" not in told
