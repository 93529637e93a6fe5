"""Every reason of the contract as a cause of its own, to be brought about alone or two together."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.model.decision import Act, ReasonCode
from kiosk.model.item import Condition
from kiosk.model.outcome import Outcome
from tests.circulation.desk import MAIN, NOON, NORTH, Desk, by, days, eur, staff_may, town_library

CARD, BARCODE, OTHER, THIRD = "ASKING", "WANTED", "OTHER", "THIRD"
Past = Callable[[Desk, int], None]


def _nothing(_desk: Desk, _record: int) -> None: ...


@dataclass(frozen=True)
class Cause:
    """What makes one reason true: rule values, what card and item are, and what was done before."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)
    person: dict[str, Any] = field(default_factory=dict)
    item: dict[str, Any] = field(default_factory=dict)
    past: Past = _nothing
    library: dict[str, Any] = field(default_factory=dict)
    card: str = CARD
    barcode: str = BARCODE

    def __str__(self) -> str:
        return self.code


def _own_loan(barcode: str, days_ago: int, **changed: Any) -> Past:
    def lend(desk: Desk, _record: int) -> None:
        desk.copy(barcode, **changed)
        assert desk.lend(CARD, barcode, NOON - days(days_ago)).done

    return lend


def _lent(card: str, days_ago: int = 3) -> Past:
    def lend(desk: Desk, _record: int) -> None:
        assert desk.lend(card, BARCODE, NOON - days(days_ago)).done

    return lend


def _wanted(desk: Desk, record: int) -> None:
    aside = staff_may(ReasonCode.HOLD_AVAILABLE_NOW)
    assert desk.hold(OTHER, record, NOON - days(1), override=aside).done


def _kept(desk: Desk, record: int) -> None:
    desk.lend(THIRD, BARCODE, NOON - days(3))
    desk.hold(OTHER, record, NOON - days(2))
    desk.take_back(BARCODE, NOON - days(1))


def _on_its_way(desk: Desk, _record: int) -> None:
    desk.lend(THIRD, BARCODE, NOON - days(3))
    desk.take_back(BARCODE, NOON - days(1))


def _waiting_for_another(desk: Desk, _record: int) -> None:
    record = desk.copy("OUT")
    desk.lend(OTHER, "OUT", NOON - days(3))
    assert desk.hold(CARD, record, NOON - days(1)).done


def _waiting(desk: Desk, record: int) -> None:
    desk.lend(OTHER, BARCODE, NOON - days(3))
    assert desk.hold(CARD, record, NOON - days(1)).done


UNKNOWN_CARD = Cause("card.unknown", card="NOBODY")
OF_THE_CARD = (
    Cause("card.lost", person={"card_lost": True}),
    Cause("card.expired", person={"expires_on": (NOON - days(1)).date()}),
    Cause("card.restricted", person={"restriction": "lost the key"}),
    Cause("patron.owes", {"block_owing": eur("1.00")}, past=_own_loan("FEE", 1, item_type="dvd")),
    Cause("patron.too_young", {"minimum_age": 60}),
)
OVERDUE = Cause("patron.overdue", {"block_overdue": 1}, past=_own_loan("LATE", 29))
FULL = Cause("limit.loans", {"max_loans": 1}, past=_own_loan("HAD", 1))
NO_MORE_HOLDS = Cause("limit.holds", {"max_holds": 1}, past=_waiting_for_another)

OF_THE_ITEM = (
    Cause("item.unknown", barcode="NOTHING"),
    Cause("item.not_loanable", item={"not_for_loan": True}),
    Cause("item.on_loan", past=_lent(OTHER)),
    Cause("item.on_loan_to_you", past=_lent(CARD)),
    Cause("item.held_for_other", past=_kept),
    Cause("item.wanted_by_other", past=_wanted),
    Cause("item.lost", item={"condition": Condition.LOST}),
    Cause("item.withdrawn", item={"condition": Condition.WITHDRAWN}),
    Cause("item.damaged", item={"condition": Condition.DAMAGED}),
    Cause("item.in_transit", item={"branch": NORTH}, past=_on_its_way),
    Cause("item.other_branch", item={"branch": NORTH}, library={"lend_other_branches": False}),
)


def _lent_and_wanted(desk: Desk, record: int) -> None:
    _lent(CARD)(desk, record)
    assert desk.hold(OTHER, record, NOON - days(1)).done


def _said_to_be_back(desk: Desk, record: int) -> None:
    _lent(CARD)(desk, record)
    assert desk.acts.claim_returned(BARCODE, by()).done


OF_THE_RENEWAL = (
    Cause("renewal.limit", {"renewals": 0}, past=_lent(CARD)),
    Cause("renewal.too_early", {"renew_not_before": 1}, past=_lent(CARD)),
    Cause("renewal.wanted_by_other", past=_lent_and_wanted),
    Cause("renewal.not_on_loan"),
    Cause("renewal.claimed_returned", past=_said_to_be_back),
)
OF_THE_HOLD = (
    Cause("hold.available_now"),
    Cause("hold.duplicate", past=_waiting),
    Cause("hold.not_allowed", {"holds": False}, past=_lent(OTHER)),
    Cause("hold.no_items", item={"condition": Condition.WITHDRAWN}),
)

ALONE: tuple[tuple[Act, tuple[Cause, ...]], ...] = (
    *((Act.CHECKOUT, (cause,)) for cause in (*OF_THE_CARD, OVERDUE, FULL, *OF_THE_ITEM)),
    (Act.CHECKOUT, (UNKNOWN_CARD,)),
    *((Act.RENEW, (cause,)) for cause in OF_THE_RENEWAL),
    (Act.HOLD, (NO_MORE_HOLDS, Cause("", past=_lent(OTHER)))),
    *((Act.HOLD, (cause,)) for cause in OF_THE_HOLD),
)
# What a card and what an item or a record say against it do not hide each other.
TOGETHER: tuple[tuple[Act, tuple[Cause, ...]], ...] = (
    *((Act.CHECKOUT, (a, b)) for a in (*OF_THE_CARD, OVERDUE, FULL) for b in OF_THE_ITEM),
    *((Act.RENEW, (a, b)) for a in (*OF_THE_CARD, OVERDUE) for b in OF_THE_RENEWAL),
    *((Act.HOLD, (a, b)) for a in (*OF_THE_CARD, NO_MORE_HOLDS) for b in OF_THE_HOLD),
    *((Act.CHECKOUT, (a, b)) for a in (OVERDUE, FULL) for b in OF_THE_CARD),
    *((Act.CHECKOUT, (UNKNOWN_CARD, b)) for b in OF_THE_ITEM if b.code != "item.on_loan_to_you"),
    (Act.CHECKOUT, (OVERDUE, FULL)),
)


@dataclass(frozen=True)
class Question:
    """An act to be asked about, with everything in place that the causes need."""

    act: Act
    card: str
    barcode: str
    record: int

    def do(self, desk: Desk) -> Outcome:
        if self.act is Act.CHECKOUT:
            return desk.acts.checkout(self.card, self.barcode, by())
        if self.act is Act.RENEW:
            return desk.acts.renew(self.card, self.barcode, by())
        return desk.acts.place_hold(self.card, self.record, by())


def bring_about(desk: Desk, act: Act, causes: tuple[Cause, ...]) -> Question:
    """Make all causes true at this desk, and no other."""
    for card in (CARD, OTHER, THIRD):
        desk.reader(card)
    item = {name: value for cause in causes for name, value in cause.item.items()}
    spoilt = {name: item.pop(name) for name in ("not_for_loan",) if name in item}
    record = desk.copy(
        BARCODE, **{name: value for name, value in item.items() if name != "condition"}, **spoilt
    )
    for cause in causes:
        cause.past(desk, record)
    if "condition" in item:
        desk.set_condition(item["condition"], BARCODE)
    values = {name: value for cause in causes for name, value in cause.values.items()}
    library = {name: value for cause in causes for name, value in cause.library.items()}
    desk.configure(replace(town_library(**values), **library))
    _change_person(desk, {name: value for cause in causes for name, value in cause.person.items()})
    card = next((cause.card for cause in causes if cause.card != CARD), CARD)
    barcode = next((cause.barcode for cause in causes if cause.barcode != BARCODE), BARCODE)
    return Question(act, card, barcode, record)


def _change_person(desk: Desk, changes: dict[str, Any]) -> None:
    with desk.database.act() as work:
        patron = work.patrons.by_card(CARD)
        assert patron is not None
        work.patrons.upsert(replace(patron, **{k: v for k, v in changes.items() if k != "card_lost"}))
        work.patrons.set_card_lost(patron.id, bool(changes.get("card_lost")))
        work.commit()


def codes(causes: tuple[Cause, ...]) -> list[str]:
    return [cause.code for cause in causes if cause.code]


__all__ = ["ALONE", "MAIN", "TOGETHER", "Cause", "Question", "bring_about", "codes"]
