"""Cards, items and answers as the desk's services give them, made without a database."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kiosk.membership.account import Statement
from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.item import Item, ItemStatus
from kiosk.model.loan import Loan, LoanTerms
from kiosk.model.outcome import Outcome
from kiosk.model.patron import Patron
from kiosk.model.rule import Period, PeriodUnit
from kiosk.staff.desk.cards import DeskCard, Relative
from kiosk.staff.desk.reading import DeskItem
from tests.circulation.desk import MAIN, NOON, eur, town_library

LIBRARY = town_library()
DUE = datetime(2026, 3, 30, 21, 59, 59, tzinfo=UTC)


def card(number: str = "R1", *family: str, **changed: Any) -> DeskCard:
    patron = replace(Patron(1, number, "Nowak", "adult", f"Ewa {number}"), **changed)
    statement = Statement(LIBRARY, patron, eur("0"), (), (), (), (), ())
    return DeskCard(
        number, statement, 45, False, False, (), tuple(Relative(one, one) for one in family), None
    )


def done(act: str = "checkout", barcode: str = "B1", **more: Any) -> Outcome:
    return Outcome(act, True, barcode, "Emma", **more)


def refused(*codes: ReasonCode, act: str = "checkout", barcode: str = "B1", **more: Any) -> Outcome:
    return Outcome(act, False, barcode, "Emma", reasons=tuple(Reason(one) for one in codes), **more)


def loan(**changed: Any) -> Loan:
    terms = LoanTerms(Period(28, PeriodUnit.DAYS), 2, eur("0.20"), 0, False, None, eur("15"))
    return replace(Loan(1, "a", 1, 1, MAIN, NOON, DUE, terms), **changed)


def desk_item(status: ItemStatus = ItemStatus.AVAILABLE, of: Loan | None = None) -> DeskItem:
    item = Item(1, 1, "B1", MAIN, "book", location="Fiction", call_number="FIC AUS")
    borrower = Relative("R2", "Lem, Jan") if of is not None else None
    return DeskItem(LIBRARY, item, "Emma", status, of, borrower)
