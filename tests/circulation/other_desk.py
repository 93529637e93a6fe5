"""Another desk, in a process of its own: it does the acts it is told on standard input, a line each.

usage: python -m tests.circulation.other_desk DATABASE-URL
"""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from subprocess import PIPE, Popen
from typing import Any

from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider, LibraryCache
from kiosk.model.decision import Override, ReasonCode
from kiosk.model.errors import InputError
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy
from kiosk.storage import Database


@dataclass(frozen=True, slots=True)
class Order:
    """One act to be done: the name of the verb, what it is about, and when."""

    act: str
    at: str
    card: str = ""
    barcode: str = ""
    record: int = 0
    amount: str = ""
    setting_aside: str = ""
    branch: str = "MAIN"


@dataclass(frozen=True, slots=True)
class Told:
    """What became of it; ``error`` names what was raised instead of an outcome."""

    done: bool
    codes: tuple[str, ...] = ()
    error: str | None = None


def perform(acts: Acts, order: Order) -> Told:
    """Do the act and tell what became of it; what no desk may ever see goes on as it is."""
    try:
        outcome = _outcome(acts, order)
    except InputError as error:
        return Told(False, error=type(error).__name__)
    return Told(outcome.done, tuple(str(reason.code) for reason in outcome.reasons))


def _outcome(acts: Acts, order: Order) -> Any:
    by = ActBy(datetime.fromisoformat(order.at), order.branch, account="desk")
    codes = frozenset(ReasonCode(code) for code in order.setting_aside.split())
    override = Override(codes, "m.weber", "known to us") if codes else None
    match order.act:
        case "lend":
            return acts.checkout(order.card, order.barcode, by, override=override)
        case "return":
            return acts.checkin(order.barcode, by)
        case "renew":
            return acts.renew(order.card, order.barcode, by, override=override)
        case "hold":
            return acts.place_hold(order.card, order.record, by, override=override)
        case "cancel":
            return acts.cancel_hold(order.card, order.record, by)
        case "lose":
            return acts.declare_lost(order.barcode, by)
        case "pay" | "waive":
            money = Money.parse(order.amount, "EUR")
            return acts.settle(order.card, money, by, waive=order.act == "waive", reason="as said")
    raise ValueError(order.act)


class OtherDesks:
    """Several desks that wait for orders."""

    def __init__(self, desks: Sequence["Popen[str]"]) -> None:
        self._desks = desks

    def begin(self) -> None:
        """Have each forget what it knew of the library: another has taken its place."""
        assert self.at_once([Order("begin", "")] * len(self._desks)) == [Told(True)] * len(self._desks)

    def at_once(self, orders: Sequence[Order]) -> list[Told]:
        """Give each desk its order, all at one moment, and return what they tell."""
        lines = [json.dumps(asdict(order)) for order in orders]
        busy = self._desks[: len(orders)]
        for desk, line in zip(busy, lines, strict=True):
            assert desk.stdin is not None
            desk.stdin.write(line + "\n")
            desk.stdin.flush()
        return [_told(desk) for desk in busy]


def _told(desk: "Popen[str]") -> Told:
    assert desk.stdout is not None
    line = desk.stdout.readline()
    assert line, "a desk has died: see what it wrote to standard error"
    told = json.loads(line)
    return Told(told["done"], tuple(told["codes"]), told["error"])


@contextmanager
def other_desks(url: str, count: int) -> Iterator[OtherDesks]:
    """Open so many desks on a database, each in a process of its own."""
    command = [sys.executable, "-m", "tests.circulation.other_desk", url]
    desks = [Popen(command, stdin=PIPE, stdout=PIPE, text=True) for _ in range(count)]
    try:
        for desk in desks:
            assert desk.stdout is not None
            assert desk.stdout.readline() == "ready\n"
        yield OtherDesks(desks)
    finally:
        for desk in desks:
            desk.communicate(timeout=30)


def main(url: str) -> None:
    """Do what is ordered until nobody orders any more."""
    database = Database.open(url)
    acts = Acts(database, Decider(LibraryCache()))
    print("ready", flush=True)  # noqa: T201 - the other end of the pipe waits for it
    for line in sys.stdin:
        order = Order(**json.loads(line))
        if order.act == "begin":
            acts, told = Acts(database, Decider(LibraryCache())), Told(True)
        else:
            told = perform(acts, order)
        print(json.dumps(asdict(told)), flush=True)  # noqa: T201
    database.close()


if __name__ == "__main__":
    main(sys.argv[1])
