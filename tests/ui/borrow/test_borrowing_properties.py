"""Whatever is laid down and touched, in whatever order answers come: nothing is lent twice or left open."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.item import barcode_key
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows import borrow_effects as wanted
from kiosk.ui.patron.flows import borrow_events as events
from kiosk.ui.patron.flows import borrow_mail_events as mail
from kiosk.ui.patron.flows.borrow_cards import Borrowing, BorrowStep
from kiosk.ui.patron.flows.borrow_rows import ASKED, Look, Offer
from kiosk.ui.patron.flows.borrowing import advance
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind, Thing

CODES = ("A111", "a111", "B222", "C333", "CARD8", "CARD9")
_MAIL = ("there", "skip", "leave")
MOVES = st.one_of(
    st.tuples(st.just("scan"), st.sampled_from(CODES)),
    st.tuples(
        st.just("answer"),
        st.tuples(st.integers(0, 9), st.sampled_from(("yes", "no", "fee", "parts", "fail"))),
    ),
    st.tuples(
        st.just("touch"),
        st.sampled_from(("done", "done", "print", "receipt", "none", "back", "thanks", "mail", *_MAIL)),
    ),
    st.tuples(st.just("fee"), st.booleans()),
    st.tuples(st.just("parts"), st.booleans()),
    st.tuples(st.just("join"), st.booleans()),
    st.tuples(st.just("offer"), st.sampled_from(tuple(Offer))),
)
TOUCHES: dict[str, events.BorrowEvent] = {
    "done": events.DoneWanted(),
    "print": events.DoneWanted(receipt=True),
    "receipt": events.ReceiptChosen(True),
    "none": events.ReceiptChosen(False),
    "back": events.ReceiptChosen(None),
    "thanks": events.ThanksRead(),
    "mail": mail.MailChosen(),
    "there": mail.AddressGiven("letter"),
    "skip": mail.MailSkipped(),
    "leave": mail.MailLeft(),
}
Move = tuple[str, object]


class World:
    """A library that answers late and in any order, and remembers every loan it made by act."""

    def __init__(self) -> None:
        self.state = advance(Borrowing(may_mail=True), events.TurnTaken("CARD8", "Anna K."))[0]
        self.open: list[wanted.BorrowEffect] = []
        self.lent: dict[str, str] = {}
        self.cards: dict[str, str] = {}
        self.before: set[str] = set()
        self.acts = 0

    def happen(self, event: events.BorrowEvent) -> None:
        before = self.state
        self.state, effects = advance(self.state, event)
        for effect in effects:
            if isinstance(effect, wanted.GoHome):
                left = [row for row in before.rows if not row.settled and row.answer is None]
                assert len(left) <= 1, "the visit ended over an open item"
                assert not left or _settles(event, left[0].ticket)
                self.open.clear()
                self.before = set(self.lent)
            elif not isinstance(effect, wanted.SayReceiptFailed | wanted.CountLoans | mail.SayMailFailed):
                self.open.append(effect)
        self.check()

    def check(self) -> None:
        unsettled = self.state.unsettled
        if self.state.step is not BorrowStep.ITEMS:
            assert not unsettled
        keys = [(row.card, barcode_key(row.code)) for row in self.state.rows if row.step != "looking"]
        assert len(keys) == len(set(keys)), "one item has two rows"
        shown = {row.act_id for row in self.state.rows if row.lent_as}
        assert shown == set(self.lent) - self.before, "a loan is shown that is none, or one is not"
        for row in self.state.lent:
            assert self.cards[row.act_id] == row.card, "an item is shown on a card that it is not on"
        for card, rows in self.state.papers:
            assert {row.card for row in rows} == {card}, "a receipt names what is on another card"
        assert len(set(self.lent.values())) == len(self.lent), "one item is lent twice"
        moved = {code for e in self.open if isinstance(e, wanted.BeginVisit) for code, _act in e.items}
        waiting = {e.ticket for e in self.open if isinstance(e, _ASKED) and not _moves_on(e, moved)}
        assert waiting <= {row.ticket for row in self.state.rows}, "an item under way is forgotten"
        asking = {row.ticket for row in unsettled if row.step in ASKED}
        asked = self.state.asked is not None or self.state.joining is not None
        assert asked or not asking, "nobody asks about it"
        held = {row.ticket for row in unsettled if row.answer is not None}
        assert {row.ticket for row in unsettled} <= waiting | asking | held, "an open item waits for nothing"
        first = min((row.ticket for row in unsettled if row.step == "looking"), default=0)
        assert first not in held or self.state.adding, "an item waits for nothing that was read before it"

    def play(self, move: Move) -> None:
        kind, what = move
        match kind, what:
            case "scan", str(code):
                self.acts += 1
                self.happen(events.ItemRead(code, f"act-{self.acts}"))
            case "touch", str(name):
                self.happen(TOUCHES[name])
            case "fee", bool(agreed) if self.state.fee_asked is not None:
                self.happen(events.FeeAnswered(self.state.fee_asked.ticket, agreed))
            case "parts", bool(complete) if self.state.parts_asked is not None:
                self.happen(events.PartsAnswered(self.state.parts_asked.ticket, complete))
            case "join", bool(together) if self.state.joining is not None:
                self.happen(events.JoinAnswered(together))
            case "offer", Offer() as offer:
                for row in self.state.rows[:1]:
                    self.acts += 1
                    self.happen(events.OfferTaken(row.ticket, offer, f"act-{self.acts}"))
            case "answer", (int(number), str(how)) if self.open:
                self.answer(self.open.pop(number % len(self.open)), how)

    def answer(self, effect: wanted.BorrowEffect, how: str) -> None:
        match effect:
            case wanted.PrintReceipt():
                self.happen(events.ReceiptPrinted(how != "fail"))
            case mail.FindAddress(card):
                self.happen(mail.AddressFound(card, "" if how == "no" else "a•••"))
            case mail.QueueReceipt(rows, card, key):
                assert {row.card for row in rows} == {card}, "a letter names what is on another card"
                letter = mail.ReceiptLetter(card, "a•••", key)
                failed = mail.ReceiptNotQueued(card, DatabaseUnavailable())
                self.happen(failed if how == "fail" else mail.ReceiptQueued(letter))
            case mail.SendLetters(keys):
                self.happen(mail.LettersTried(dict.fromkeys(keys, mail.Fate.SENT)))
            case wanted.LookAt() if how == "fail":
                self.happen(events.WentWrong(effect.ticket, effect.attempt, DatabaseUnavailable()))
            case wanted.LookAt(ticket, attempt, code) if code.startswith("CARD"):
                holder = Cardholder(code, "Ben N.", "adult")
                self.happen(events.LookedAt(ticket, attempt, CodeKind.CARD, holder=holder))
            case wanted.AddCard(code) if how in ("no", "fail"):
                self.happen(events.CardLeftOut(lost=how == "no"))
            case wanted.AddCard(code):
                self.happen(events.CardAdmitted(code, code))
            case wanted.JoinVisit(code) | wanted.ChooseCard(code):
                self.happen(events.TurnTaken(code, code))
            case wanted.BeginVisit(code, items):
                self.begin_anew(code, items)
            case wanted.LookAt():
                self.happen(self.looked(effect, how))
            case wanted.LendItem():
                self.lend(effect, how)
            case wanted.TakeOffer():
                act = {"renew": "renew", "return": "return", "undo": "undo"}.get(effect.offer, "hold")
                if how == "fail":
                    self.happen(events.WentWrong(effect.ticket, effect.attempt, DatabaseUnavailable()))
                    return
                if how != "no" and act in ("return", "undo"):
                    self.give_back(barcode_key(effect.barcode))
                done = Outcome(act, how != "no", effect.barcode)
                self.happen(events.ActAnswered(effect.ticket, effect.attempt, done, 1))

    def begin_anew(self, card: str, items: tuple[tuple[str, str], ...]) -> None:
        """Settle the visit that is over, and begin another with what was laid down for it."""
        moved = {act_id for _code, act_id in items}
        assert not moved & {row.act_id for row in self.state.rows}, "one item is in two visits"
        self.state, _ = advance(self.state, events.VisitEnded())
        assert not {row.step for row in self.state.rows} & {*ASKED}
        self.open.clear()  # answers to the visit that is over are nobody's
        self.before = set(self.lent)
        self.state = advance(Borrowing(may_mail=True), events.TurnTaken(card, card))[0]
        for code, act_id in items:
            self.happen(events.ItemRead(code, act_id))

    def give_back(self, key: str) -> None:
        for act in [act for act, lent in self.lent.items() if lent == key]:
            del self.lent[act]

    def looked(self, effect: wanted.LookAt, how: str) -> events.LookedAt:
        reasons = (Reason(ReasonCode.ITEM_WANTED_BY_OTHER),) if how == "no" else ()
        fee = Money(100, "EUR") if how == "fee" else None
        thing = Thing(effect.code, 1, effect.code, parts="2 CDs" if how == "parts" else "")
        look = Look(thing, not reasons, reasons, fee, may_queue=True)
        return events.LookedAt(effect.ticket, effect.attempt, CodeKind.ITEM, look)

    def lend(self, effect: wanted.LendItem, how: str) -> None:
        key = barcode_key(effect.barcode)
        if how == "fail":
            self.happen(events.WentWrong(effect.ticket, effect.attempt, DatabaseUnavailable()))
            return
        free = key not in self.lent.values() or self.lent.get(effect.act_id) == key
        if free and how != "no":
            self.lent[effect.act_id] = key
            self.cards[effect.act_id] = effect.card
        done = Outcome("checkout", free and how != "no", effect.barcode)
        self.happen(events.ActAnswered(effect.ticket, effect.attempt, done))


_ASKED = wanted.LookAt | wanted.LendItem | wanted.TakeOffer


def _moves_on(effect: wanted.BorrowEffect, moved: set[str]) -> bool:
    """Say whether it asks about an item that is about to be laid down anew in another visit."""
    return isinstance(effect, wanted.LookAt) and effect.code in moved


def _settles(event: events.BorrowEvent, ticket: int) -> bool:
    return getattr(event, "ticket", None) == ticket


@settings(max_examples=400, deadline=None)
@example(
    [("scan", "CARD9"), ("answer", (0, "yes")), ("scan", "A111"), ("answer", (0, "yes")), ("join", False)]
)
@given(st.lists(MOVES, max_size=40))
def test_no_visit_ends_over_an_open_item_and_nothing_is_lent_twice(moves: list[Move]) -> None:
    world = World()
    for move in moves:
        world.play(move)


@settings(max_examples=200, deadline=None)
@given(st.lists(MOVES, max_size=30))
def test_once_all_answers_are_in_done_always_ends_the_visit(moves: list[Move]) -> None:
    world = World()
    for move in moves:
        world.play(move)
    for move in [("touch", "back"), ("touch", "done")]:
        world.play(move)
    ended = False
    for _ in range(200):
        if not world.state.rows and not world.open:
            ended = True
            break
        if world.open:
            world.play(("answer", (0, "yes")))
        world.play(("fee", True))
        world.play(("parts", True))
        world.play(("join", True))
        world.play(("touch", "none"))
        world.play(("touch", "skip"))
        world.play(("touch", "thanks"))
        if not world.open and world.state.step is BorrowStep.ITEMS:
            world.play(("touch", "done"))
    assert ended
