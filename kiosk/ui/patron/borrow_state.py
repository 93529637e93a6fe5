"""What the Borrow page shows, derived from the flow; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.model.decision import LimitUse
from kiosk.model.library import Library
from kiosk.rules.codes import same_code
from kiosk.ui.patron.borrow_lines import BorrowLine, borrow_line
from kiosk.ui.patron.borrow_mail_state import mailed
from kiosk.ui.patron.date_slips import Slip, slip
from kiosk.ui.patron.flows.borrow_cards import Borrowing, BorrowStep, Tally
from kiosk.ui.patron.flows.borrow_rows import BorrowRow
from kiosk.ui.patron.flows.codes import Thing
from kiosk.ui.patron.return_words import parts_asked
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class FeeQuestion:
    """The fee of one item, to be agreed to before it is lent; ticket 0 for none."""

    ticket: int = 0
    question: str = ""
    yes: str = ""


@dataclass(frozen=True, slots=True)
class PartsQuestion:
    """What belongs to one item, to be looked for before it is lent; ticket 0 for none.

    `back`: it was returned, and something of it may be missing.
    """

    ticket: int = 0
    words: str = ""
    back: bool = False


@dataclass(frozen=True, slots=True)
class BorrowCard:
    """One card of a visit with several: whose it is, how many were borrowed on it, whether it is its turn."""

    place: int
    name: str
    count: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class BorrowLimit:
    """How much of the limit of one group of items is used; `full` when nothing more of it goes."""

    key: str
    text: str
    full: bool


@dataclass(frozen=True, slots=True)
class BorrowState:
    """All texts ready. `entered` is false while a card is asked for; `step` as the flow's."""

    entered: bool = False
    step: str = BorrowStep.ITEMS.value
    name: str = ""
    order: str = ""
    rows: tuple[BorrowLine, ...] = ()
    count: str = ""
    on_card: str = ""
    before: int = 0
    today: int = 0
    limit: int = 0
    limits: tuple[BorrowLimit, ...] = ()
    cards: tuple[BorrowCard, ...] = ()
    notice: str = ""
    waiting: str = ""
    join_question: str = ""
    fee: FeeQuestion = FeeQuestion()
    parts: PartsQuestion = PartsQuestion()
    receipt_offered: bool = False
    thanks: str = ""
    thanks_hint: str = ""
    first_due: Slip | None = None


def borrow_state(
    flow: Borrowing,
    name: str,
    now: datetime,
    library: Library,
    words: Wording,
    covers: Mapping[Thing, str],
) -> BorrowState:
    """Return what to show to the patron of that name."""
    tally, today = flow.tally, len(flow.lent_on(flow.turn))
    on_card = tally.on_card if tally.on_card is not None else today
    shown = (replace(row, offers=flow.offers_of(row)) for row in flow.shown)
    lines = tuple(borrow_line(row, now, library, words, covers) for row in shown)
    return BorrowState(
        entered=True,
        step=flow.step.value,
        name=name,
        order=words("borrow.order" if flow.shown else "borrow.order.first"),
        rows=lines,
        count=words.count("borrow.count", today) if today else words("borrow.count.none"),
        on_card=_on_card(tally, words),
        before=max(0, on_card - today),
        today=today,
        limit=tally.allowed or 0,
        limits=tuple(_limit(use, library, words) for use in tally.groups),
        cards=_cards(flow),
        notice=words(f"borrow.notice.{flow.notice}") if flow.notice else "",
        waiting=words.count("borrow.waiting", len(flow.unsettled)) if flow.closing else "",
        join_question=_join_question(flow, words),
        fee=_fee_question(flow, words),
        parts=_parts_question(flow, words),
        receipt_offered=bool(flow.papers),
        thanks=_thanks(flow, words),
        thanks_hint=mailed(flow, words) or (words("borrow.thanks.receipt") if flow.printed else ""),
        first_due=_first_due(flow, now, words),
    )


def unfinished(flow: Borrowing, words: Wording) -> str:
    """Say what is not borrowed yet, for whoever would end the visit now."""
    return words.count("borrow.unfinished", len(flow.unsettled)) if flow.unsettled else ""


def settled(flow: Borrowing, words: Wording) -> str:
    """Say that what was laid down is borrowed, once nothing is left to do for it."""
    return words.count("borrow.settled", len(flow.lent)) if flow.lent and not flow.unsettled else ""


def _cards(flow: Borrowing) -> tuple[BorrowCard, ...]:
    if len(flow.members) < 2:
        return ()
    return tuple(
        BorrowCard(place, one.name, str(len(flow.lent_on(one.card))), one.card == flow.turn)
        for place, one in enumerate(flow.members)
    )


def _join_question(flow: Borrowing, words: Wording) -> str:
    if flow.joining is None:
        return ""
    names = tuple(one.name.replace(" ", "\u00a0") for one in flow.members)
    return words("borrow.join.question", names=words.join(names))


def _on_card(tally: Tally, words: Wording) -> str:
    if tally.on_card is None:
        return ""
    if tally.allowed is None:
        return words.count("borrow.on_card.unlimited", tally.on_card)
    return words("borrow.on_card", used=tally.on_card, allowed=tally.allowed)


def _limit(use: LimitUse, library: Library, words: Wording) -> BorrowLimit:
    """Say of one group how many, of how many: "DVD: 2 of 2"."""
    names = []
    if use.item_type is not None:
        kind = next((one for one in library.item_types if same_code(one.code, use.item_type)), None)
        names.append(words.name(kind.name) if kind else use.item_type)
    if use.branch is not None:
        branch = library.branch(use.branch)
        names.append(words.name(branch.name) if branch else use.branch)
    text = words("borrow.limit", group=", ".join(names), used=use.used, allowed=use.allowed)
    return BorrowLimit(f"{use.branch} {use.item_type}", text, use.used >= use.allowed)


def _fee_question(flow: Borrowing, words: Wording) -> FeeQuestion:
    row = flow.fee_asked
    if row is None or row.thing is None or row.fee is None:
        return FeeQuestion()
    member = flow.member(row.card) if len(flow.members) > 1 else None
    if member is None:
        question = words("borrow.fee.question", title=row.thing.title, fee=row.fee)
    else:
        question = words("borrow.fee.question.of", title=row.thing.title, fee=row.fee, name=member.name)
    return FeeQuestion(row.ticket, question, words("borrow.fee.yes", fee=row.fee))


def _parts_question(flow: Borrowing, words: Wording) -> PartsQuestion:
    row = flow.parts_asked
    if row is None or row.thing is None:
        return PartsQuestion()
    return PartsQuestion(row.ticket, parts_asked(row.thing, words), row.handed is not None)


def _first_due(flow: Borrowing, now: datetime, words: Wording) -> Slip | None:
    """Return the slip of what is due back first, on whichever card."""
    dated = [(row.due_at, row.thing.zone) for row in flow.lent if row.due_at and row.thing]
    if not dated:
        return None
    due_at, zone = min(dated)
    return slip(due_at, now, zone, words)


def _thanks(flow: Borrowing, words: Wording) -> str:
    """Say how many were borrowed until when; with several cards each on a line of its own."""
    if len(flow.members) < 2:
        return _borrowed(flow.lent, words)
    told = ((member.name, _borrowed(flow.lent_on(member.card), words)) for member in flow.members)
    return "\n".join(words("borrow.thanks.of", name=name, words=said) for name, said in told if said)


def _borrowed(rows: tuple[BorrowRow, ...], words: Wording) -> str:
    dues = [row.due_at for row in rows if row.due_at is not None]
    return words.count("borrow.thanks.words", len(dues), day=min(dues)) if dues else ""
