"""What was laid down before a visit ended is still settled: told to nobody on the screen, but in the log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest

from kiosk.services import Services
from tests.ui.borrow.conftest import Kiosk, OpenKiosk
from tests.ui.borrow.lending_library import (
    ANNA,
    BARCODES,
    BEN,
    due_on,
    give_back,
    lend,
    loans_of,
)

_LOOKS = 2  # so many at a time
_PATIENCE_S = 20


@contextmanager
def held_up(kiosk: Kiosk, lane: str) -> Iterator[None]:
    """Keep looks or acts waiting."""
    gate = Event()
    for _ in range(_LOOKS):
        getattr(kiosk.jobs, lane)(lambda: gate.wait(_PATIENCE_S), lambda _: None)
    try:
        yield
    finally:
        gate.set()
    kiosk.settle()


def noted(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Give what the log says of acts after the end, without their identities."""
    told = (record.getMessage() for record in caplog.records if record.name == "kiosk")
    words = (line.partition(": ")[2].split(" ", 2) for line in told if line.startswith("after the end"))
    return [f"{act} {became}" for act, _identity, became in words]


@pytest.mark.parametrize("lane", ["serial", "parallel"])
def test_items_in_mid_queue_are_lent_and_the_next_patron_sees_nothing(
    open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture, lane: str
) -> None:
    kiosk = open_kiosk(prepare=lambda services: lend(services, BEN, "Solaris"))
    kiosk.sign_in_as(ANNA)
    with caplog.at_level(logging.INFO, "kiosk"), held_up(kiosk, lane):
        for title in ("Piranesi", "Momo", "Solaris"):
            kiosk.scan(BARCODES[title])
        assert kiosk.visit.unfinished() == "3 items are not borrowed yet."
        kiosk.visit.end()
        assert kiosk.rows("borrow") == ()
        assert kiosk.visit.unfinished() == ""
    assert kiosk.aside(loans_of, ANNA) == {"Piranesi", "Momo"}
    assert sorted(noted(caplog)) == ["borrow lent", "borrow lent", "borrow refused (item.on_loan)"]
    assert not any(name in caplog.text for name in (ANNA, "Piranesi", BARCODES["Piranesi"]))
    kiosk.sign_in_as(BEN)
    assert kiosk.rows("borrow") == ()
    assert kiosk.visit.settled() == ""
    assert not kiosk.shown("shell", "toast")


def test_items_of_one_patron_decided_in_the_visit_of_the_next_stay_the_first_ones(
    open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    with caplog.at_level(logging.INFO, "kiosk"), held_up(kiosk, "serial"):
        kiosk.scan(BARCODES["Piranesi"])
        kiosk.wait(lambda: kiosk.rows("borrow")[0].title == "Piranesi")
        kiosk.visit.end()
        kiosk.open("account")
        kiosk.open("borrow")
        kiosk.scan(BEN)
        kiosk.wait(lambda: bool(kiosk.shown("borrow", "entered")))
        kiosk.scan(BARCODES["Momo"])
    assert kiosk.lines() == [("Momo", "Borrowed")]
    assert kiosk.shown("borrow", "onCard") == "1 of 20 on your card"
    assert (kiosk.aside(loans_of, ANNA), kiosk.aside(loans_of, BEN)) == ({"Piranesi"}, {"Momo"})
    assert noted(caplog) == ["borrow lent"]


def test_a_fee_that_nobody_agreed_to_before_the_end_is_not_charged(
    open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    with caplog.at_level(logging.INFO, "kiosk"):
        kiosk.scan(BARCODES["Bohrmaschine"])
        kiosk.settle()
        kiosk.visit.end()
        kiosk.settle()
    assert kiosk.aside(loans_of, ANNA) == set()
    assert noted(caplog) == ["borrow declined"]


def test_nothing_is_noted_of_a_visit_that_ended_with_everything_settled(
    open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    with caplog.at_level(logging.INFO, "kiosk"):
        kiosk.scan(BARCODES["Piranesi"])
        kiosk.settle()
        kiosk.visit.end()
        kiosk.settle()
    assert noted(caplog) == []


def test_what_was_handed_in_is_taken_back_after_the_end(
    open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = open_kiosk(prepare=lambda services: lend(services, BEN, "Momo"))
    kiosk.open("return")
    with caplog.at_level(logging.INFO, "kiosk"), held_up(kiosk, "serial"):
        kiosk.scan(BARCODES["Momo"])
        kiosk.scan("49999999")
        kiosk.visit.end()
    assert kiosk.aside(loans_of, BEN) == set()
    assert noted(caplog) == ["return done", "return refused (item.unknown)"]
    assert kiosk.rows("checkin") == ()


def test_renewals_asked_for_are_done_after_the_end(
    open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    def past(services: Services) -> None:
        lend(services, ANNA, "Momo", days_ago=10)
        lend(services, ANNA, "Kairos", days_ago=10)

    kiosk = open_kiosk(prepare=past)
    kiosk.sign_in_as(ANNA, "account")
    before = kiosk.aside(due_on, ANNA, "Momo")
    with caplog.at_level(logging.INFO, "kiosk"), held_up(kiosk, "serial"):
        kiosk.touch("account.renewAll")
        kiosk.aside(give_back, "Kairos")
        kiosk.visit.end()
    assert kiosk.aside(due_on, ANNA, "Momo") > before
    assert sorted(noted(caplog)) == ["renew done", "renew refused (renewal.not_on_loan)"]
