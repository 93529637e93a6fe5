"""My account on the real page over a real library."""

from datetime import date

import pytest

from kiosk.model.charge import ChargeKind
from kiosk.model.errors import DatabaseUnavailable
from kiosk.services import Services
from kiosk.ui.patron.account_holding import AccountHold
from kiosk.words import wording
from tests.ui.borrow.conftest import Kiosk, OpenKiosk
from tests.ui.borrow.lending_library import (
    ANNA,
    BARCODES,
    BEN,
    CHILD,
    charge,
    due_on,
    holds_of,
    keep_for,
    lend,
    queue,
    set_pin,
)
from tests.ui.borrow.test_after_the_end import held_up


def past(services: Services) -> None:
    lend(services, ANNA, "Momo", days_ago=26)
    lend(services, ANNA, "Im Westen nichts Neues", days_ago=10)
    lend(services, ANNA, "Die unendliche Geschichte", days_ago=35)
    queue(services, BEN, "Momo", days_ago=2)
    keep_for(services, ANNA, "Kairos")
    lend(services, CHILD, "Lichtspiel", days_ago=4)
    queue(services, BEN, "Lichtspiel", days_ago=3)
    queue(services, ANNA, "Lichtspiel", days_ago=2)
    charge(services, ANNA, 300, ChargeKind.CARD_REPLACEMENT)


def account(kiosk: Kiosk) -> None:
    kiosk.sign_in_as(ANNA, "account")
    kiosk.wait(lambda: bool(kiosk.shown("account", "loaded")))


def holds(kiosk: Kiosk) -> tuple[AccountHold, ...]:
    rows: tuple[AccountHold, ...] = kiosk.shown("account", "holding").rows.rows
    return rows


def loan(kiosk: Kiosk, title: str) -> object:
    return next(row for row in kiosk.rows("account", "loans") if row.title == title)


def test_the_account_tells_whose_it_is_and_what_is_open(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    account(kiosk)
    assert kiosk.shown("account", "name") == "Anna K."
    assert kiosk.shown("account", "about") == "Adults · card valid until 14 March 2027"
    assert [row.title for row in kiosk.rows("account", "loans")] == [
        "Die unendliche Geschichte",
        "Momo",
        "Im Westen nichts Neues",
    ]
    chips = {row.title: row.chip for row in holds(kiosk)}
    assert chips["Lichtspiel"] == "No. 2 in the queue"
    assert chips["Kairos"].startswith("Ready until ")
    assert [(row.text, row.amount) for row in kiosk.rows("account", "fees")] == [
        ("New card", "€3.00"),
        ("“Die unendliche Geschichte”, not back yet", "€1.00"),
    ]
    assert kiosk.shown("account", "owes") == "€4.00"


def test_renewing_one_moves_its_date_and_says_so(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    account(kiosk)
    row = loan(kiosk, "Im Westen nichts Neues")
    kiosk.touch(f"account.renew.{row.barcode}")  # type: ignore[attr-defined]
    kiosk.settle()
    row = loan(kiosk, "Im Westen nichts Neues")
    assert (row.remark, row.side) == ("Renewed", "2 more times possible")  # type: ignore[attr-defined]
    assert kiosk.aside(due_on, ANNA, "Im Westen nichts Neues") == date(2026, 12, 22)


def test_renewing_all_leaves_out_what_others_wait_for_and_says_why(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    account(kiosk)
    kiosk.touch("account.renewAll")
    kiosk.settle()
    remarks = {row.title: row.remark for row in kiosk.rows("account", "loans")}
    assert remarks["Die unendliche Geschichte"] == "Renewed"
    assert remarks["Im Westen nichts Neues"] == "Renewed"
    assert remarks["Momo"] == "Somebody else is waiting for it."


def many(services: Services) -> None:
    for title in _MANY:
        lend(services, ANNA, title, days_ago=10)


_MANY = ("Momo", "Im Westen nichts Neues", "Kairos", "Solaris")


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_some_loans_are_chosen_and_renewed_each_with_its_own_outcome(
    open_kiosk: OpenKiosk, language: str
) -> None:
    kiosk = open_kiosk(language, prepare=many)
    account(kiosk)
    kiosk.touch("account.choose")
    assert not kiosk.item("account.renewChosen").isEnabled()
    for title in ("Momo", "Kairos", "Solaris", "Kairos"):
        kiosk.touch(f"account.choose.{BARCODES[title]}")
    assert kiosk.shown("account", "renewChosenText") == wording(language).count("account.renew_chosen", 2)
    kiosk.aside(queue, BEN, "Solaris")
    kiosk.touch("account.renewChosen")
    kiosk.settle()
    renewed, refused = (wording(language)(f"account.{key}") for key in ("renewed", "not_renewable"))
    told = {title: loan(kiosk, title) for title in _MANY}
    assert told["Momo"].remark == renewed  # type: ignore[attr-defined]
    assert told["Solaris"].side == refused  # type: ignore[attr-defined]
    assert {kiosk.aside(due_on, ANNA, title) for title in _MANY if title != "Momo"} == {date(2026, 12, 12)}
    assert kiosk.aside(due_on, ANNA, "Momo") == date(2026, 12, 22)
    assert not kiosk.shown("account", "choosing")


def test_loans_are_chosen_by_keys_and_choosing_can_be_given_up(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=many)
    account(kiosk)
    kiosk.reach("account.choose")
    kiosk.type("\n")
    kiosk.reach(f"account.choose.{BARCODES['Momo']}")
    kiosk.type("\n")
    assert kiosk.shown("account", "chosen") == 1
    kiosk.reach("account.choose.end")
    kiosk.type("\n")
    assert (kiosk.shown("account", "choosing"), kiosk.shown("account", "chosen")) == (False, 0)
    kiosk.reach("account.choose")
    kiosk.type("\n")
    kiosk.reach(f"account.choose.{BARCODES['Kairos']}")
    kiosk.type("\n")
    kiosk.reach("account.renewChosen")
    kiosk.type("\n")
    kiosk.settle()
    due = {title: kiosk.aside(due_on, ANNA, title) for title in _MANY}
    assert [title for title, day in due.items() if day == date(2026, 12, 22)] == ["Kairos"]


def test_a_renewal_refused_at_the_last_moment_says_why_on_its_row(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    account(kiosk)
    kiosk.aside(queue, BEN, "Im Westen nichts Neues")
    row = loan(kiosk, "Im Westen nichts Neues")
    kiosk.touch(f"account.renew.{row.barcode}")  # type: ignore[attr-defined]
    kiosk.settle()
    row = loan(kiosk, "Im Westen nichts Neues")
    assert row.remark == "Somebody else is waiting for it."  # type: ignore[attr-defined]
    assert row.side == "cannot be renewed"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("said", "left"), [("yes", {"Kairos"}), ("no", {"Kairos", "Lichtspiel"})])
def test_cancelling_a_hold_is_asked_about_first(open_kiosk: OpenKiosk, said: str, left: set[str]) -> None:
    kiosk = open_kiosk("en", 1920, 1080, prepare=past)
    account(kiosk)
    row = next(row for row in holds(kiosk) if row.title == "Lichtspiel")
    kiosk.touch(f"account.cancel.{row.number}")
    assert kiosk.shown("account", "holding").heading == "Cancel the hold on “Lichtspiel”?"
    kiosk.touch(f"account.cancel.{said}")
    kiosk.settle()
    assert kiosk.aside(holds_of, ANNA) == left
    assert {row.title for row in holds(kiosk)} == left


def test_a_cancelling_that_fails_after_the_visit_is_noted_in_the_log(
    open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_kiosk("en", prepare=past)
    account(kiosk)
    row = next(row for row in holds(kiosk) if row.title == "Lichtspiel")
    kiosk.touch(f"account.cancel.{row.number}")

    def away(*_arguments: object, **_more: object) -> None:
        raise DatabaseUnavailable

    monkeypatch.setattr(kiosk.services.acts, "cancel_hold", away)
    with held_up(kiosk, "serial"):
        kiosk.touch("account.cancel.yes")
        kiosk.visit.end()
    (line,) = (record.getMessage() for record in caplog.records if record.name == "kiosk")
    assert line.startswith(f"after the end of a visit: cancel {row.number} failed ")


def test_a_pin_for_the_account_alone_is_asked_in_borrow_already_and_once(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(pin_for=frozenset({"account"}), prepare=lambda services: set_pin(services, ANNA))
    kiosk.open("borrow")
    kiosk.scan(ANNA)
    kiosk.wait(lambda: bool(kiosk.shown("signIn", "asksPin")))
    assert kiosk.visit.card is None
    kiosk.wait(lambda: kiosk.seen("key.go"))
    for digit in "2468":
        kiosk.touch(f"key.{digit}")
    kiosk.touch("key.go")
    kiosk.wait(lambda: kiosk.visit.card == ANNA)
    kiosk.touch("borrow.account")
    kiosk.wait(lambda: bool(kiosk.shown("account", "loaded")))


def test_the_end_of_the_visit_leaves_nothing_of_the_account(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    account(kiosk)
    kiosk.visit.end()
    kiosk.settle()
    for rows in ("loans", "fees"):
        assert kiosk.rows("account", rows) == ()
    assert holds(kiosk) == ()
    assert kiosk.shown("account", "name") == ""


def test_an_account_read_after_the_visit_has_ended_is_not_shown(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    kiosk.sign_in_as(ANNA)
    kiosk.open("account")
    kiosk.visit.end()
    kiosk.settle()
    assert kiosk.rows("account", "loans") == ()


def test_somebody_must_be_known_before_something_is_done_for_them(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    done: list[str | None] = []
    kiosk.sign_in.require("holds", lambda: done.append(kiosk.visit.card))
    assert (kiosk.page, done) == ("sign_in", [])
    kiosk.scan(ANNA)
    kiosk.wait(lambda: done == [ANNA])
    assert kiosk.page == "home"
    kiosk.sign_in.require("holds", lambda: done.append("at once"))
    assert done == [ANNA, "at once"]


def test_walking_away_from_the_sign_in_drops_what_was_wanted(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    done: list[bool] = []
    kiosk.sign_in.require("holds", lambda: done.append(True))
    kiosk.shell.home()
    kiosk.sign_in_as(ANNA)
    assert done == []
