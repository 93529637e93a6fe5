"""Does one task of the desk through its services; runs on a worker thread, knows nothing of Qt."""

from dataclasses import replace
from datetime import datetime

from kiosk.model.errors import ItemUnknown
from kiosk.model.item import Condition
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.staff.desk.reading import Kind
from kiosk.staff.desk.service import CirculationDesk
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.staff.desk.answers import Acted, Answer, CardOpened, ItemShown, NotOne
from kiosk.ui.staff.desk.tasks import Mode, Task, Verb

_MARKS = {
    Verb.DAMAGED: Condition.DAMAGED,
    Verb.MISSING: Condition.MISSING,
    Verb.SOUND: Condition.FINE,
}


class Deciding:
    """Whoever is signed in, at the desk; ``nothing`` is the amount that needs no agreement."""

    def __init__(self, desk: CirculationDesk, by: SignedIn, nothing: Money) -> None:
        self._desk = desk
        self._by = by
        self._nothing = nothing

    def do(self, task: Task, at: datetime) -> Answer:
        """Do the task and return what it came to; raises what the services raise."""
        match task.verb:
            case Verb.END:
                return None
            case Verb.SCAN:
                return self._scan(task, at)
            case Verb.OPEN | Verb.JOIN:
                return CardOpened(self._desk.cards.open(self._by, task.text, at=at))
            case Verb.LEND | Verb.RETURN | Verb.RENEW:
                return self._act(task, task.text, Mode(task.verb.value), at)
            case Verb.LEND_ANYWAY | Verb.RENEW_ANYWAY:
                return self._anyway(task, at)
            case Verb.UNDO:
                outcome = self._desk.lending.undo(
                    self._by, task.card or "", task.text, at=at, act_id=task.act_id
                )
                return Acted("undo", outcome)
            case Verb.UNDO_RETURN if task.made is not None:
                undo = self._desk.lending.undo_return
                return Acted("undo_return", undo(self._by, task.made, at=at, act_id=task.act_id))
            case Verb.HOLD:
                return self._hold(task, at)
            case _:
                return self._state(task, at)

    def _scan(self, task: Task, at: datetime) -> Answer:
        # Who holds an open card in hand scans items; before that, and for a number that is both, a card.
        item_first = task.card is not None or task.mode is not Mode.LEND
        read = self._desk.reading.what_is(self._by, task.text, item_first=item_first)
        if read.kind is Kind.CARD and read.card is not None:
            return CardOpened(self._desk.cards.open(self._by, read.card, at=at))
        if read.kind is not Kind.ITEM or read.barcode is None:
            return NotOne(read)
        return self._act(task, read.barcode, task.mode, at)

    def _act(self, task: Task, barcode: str, mode: Mode, at: datetime) -> Answer:
        lending = self._desk.lending
        if mode is Mode.RETURN:
            taken = lending.take_back(
                self._by, barcode, at=at, act_id=task.act_id, dated=task.dated, reason=task.reason
            )
            return Acted(
                "return",
                taken.outcome,
                owing_card=taken.owing_card,
                parts=taken.parts,
                note=taken.note,
                made=taken.made,
            )
        item = self._desk.reading.item(self._by, barcode)
        if item is not None and mode is Mode.RENEW:
            # Whoever has it out: a card need not be at hand to renew what is.
            card = item.borrower.card if item.borrower is not None else task.card
            if card is not None:
                outcome = lending.renew(self._by, card, barcode, at=at, act_id=task.act_id)
                return Acted("renew", outcome, item)
        if mode is Mode.LEND and task.card is not None:
            agreed = task.agreed if task.agreed is not None else self._nothing
            outcome = lending.lend(self._by, task.card, barcode, at=at, act_id=task.act_id, agreed=agreed)
            return Acted("lend", outcome, item)
        if item is None:
            return NotOne(self._desk.reading.what_is(self._by, barcode, item_first=True))
        return ItemShown(item)

    def _anyway(self, task: Task, at: datetime) -> Answer:
        lending = self._desk.lending
        lends = task.verb is Verb.LEND_ANYWAY
        act = lending.lend_anyway if lends else lending.renew_anyway
        outcome = act(
            self._by,
            task.card or "",
            task.text,
            at=at,
            act_id=task.act_id,
            codes=task.codes,
            reason=task.reason,
        )
        item = self._desk.reading.item(self._by, task.text)
        return Acted("lend" if lends else "renew", outcome, item)

    def _hold(self, task: Task, at: datetime) -> Answer:
        """Put the card into the queue of the item's title, to be fetched here."""
        item = self._desk.reading.item(self._by, task.text)
        if item is None:
            raise ItemUnknown(barcode=task.text)
        outcome = self._desk.holds.place(
            self._by, task.card or "", item.item.record_id, pickup=None, at=at, act_id=task.act_id
        )
        return Acted("hold", replace(outcome, barcode=item.item.barcode), item)

    def _state(self, task: Task, at: datetime) -> Answer:
        outcome = self._say(task, at)
        return Acted(task.verb.value, outcome, self._desk.reading.item(self._by, task.text))

    def _say(self, task: Task, at: datetime) -> Outcome:
        items, by, barcode = self._desk.items, self._by, task.text
        match task.verb:
            case Verb.LOST:
                return items.lost(by, barcode, at=at, act_id=task.act_id)
            case Verb.CLAIM:
                return items.claim_returned(by, barcode, at=at, reason=task.reason)
            case Verb.DROP_CLAIM:
                return items.drop_claim(by, barcode, at=at)
            case Verb.WITHDRAW:
                return items.withdraw(by, barcode, at=at, reason=task.reason)
        return items.mark(by, barcode, _MARKS[task.verb], at=at, reason=task.reason)
