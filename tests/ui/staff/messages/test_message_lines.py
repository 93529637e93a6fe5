"""What the inbox says of a message, line by line."""

from datetime import timedelta

import pytest

from kiosk.membership.requests import RequestFile
from kiosk.model.patron import Patron
from kiosk.staff.inbox.messages import InboxRow
from kiosk.staff.inbox.states import InboxState
from kiosk.storage import HelpCall, PatronRequest
from kiosk.ui.staff.messages import message_lines as lines
from kiosk.words import wording
from tests.circulation.desk import NOON, town_library

WORDS = wording("en")
LIBRARY = town_library()


def row(
    kind: str = "question", *, name: str | None = None, email: str | None = None, **details: str
) -> InboxRow:
    request = PatronRequest("1", None, kind, NOON, details, email=email, branch="MAIN")
    return InboxRow(request, InboxState.NEW, name, None, details.get("text", ""))


@pytest.mark.parametrize(
    ("waited", "said"),
    [
        (timedelta(minutes=-5), "0 min"),
        (timedelta(minutes=1), "1 min"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(hours=23), "23 h"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=400), "400 days"),
    ],
)
def test_an_age_is_told_in_the_unit_that_says_enough(waited: timedelta, said: str) -> None:
    assert lines.age(NOON, NOON + waited, WORDS) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (row(name="Ewa Nowak", email="x@example.org"), "Ewa Nowak"),
        (row(email="x@example.org", phone="123"), "x@example.org"),
        (row(phone="123"), "123"),
        (row(), "no contact"),
    ],
)
def test_who_left_it_is_told_by_name_or_by_how_to_reach_them(one: InboxRow, said: str) -> None:
    assert lines.who(one, WORDS) == said


def test_where_it_was_left_names_kiosk_and_branch_as_far_as_known() -> None:
    assert lines.where(row(kiosk="Entrance").request, LIBRARY, WORDS) == "Entrance · Main"
    assert lines.where(PatronRequest("1", None, "question", NOON), LIBRARY, WORDS) == ""


def test_a_change_of_details_is_told_field_by_field_with_what_is_taken_away() -> None:
    request = row("contact", phone="", city="Lindenau").request
    assert lines.said(request, WORDS) == (
        ("New telephone", "(taken away)"),
        ("New town", "Lindenau"),
    )
    assert lines.said(row("incomplete", text="x", barcode="12").request, WORDS) == (("Barcode", "12"),)
    assert lines.said(row(text="x", phone="1", kiosk="k", question="q").request, WORDS) == ()


def test_the_ways_to_reach_somebody_are_told_by_name() -> None:
    patron = Patron(1, "R1", "Nowak", "adult", "Ewa", email="ewa@example.org")
    told = lines.contacts(RequestFile(row(text="x").request, patron, (), ()), WORDS)
    assert [text for _name, text in told] == ["Ewa Nowak", "R1", "ewa@example.org"]
    told = lines.contacts(RequestFile(row(phone="12 34").request, None, (), ()), WORDS)
    assert [text for _name, text in told] == ["12 34"]


def test_a_call_says_who_calls_why_and_since_when() -> None:
    call = HelpCall("1", "Entrance", "MAIN", "home", "asked", NOON)
    said = lines.call_line(call, NOON + timedelta(minutes=3), LIBRARY, WORDS)
    assert "Entrance" in said
    assert "Main" in said
    assert "3 min" in said
