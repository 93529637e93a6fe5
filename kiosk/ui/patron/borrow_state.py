"""What the Borrow page shows, derived from the flow; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.model.decision import LimitUse
from kiosk.model.library import Library
from kiosk.rules.codes import same_code
from kiosk.ui.patron.borrow_lines import BorrowLine, borrow_line
from kiosk.ui.patron.date_slips import Slip
from kiosk.ui.patron.flows.borrowing import Borrowing, BorrowStep
from kiosk.ui.patron.flows.codes import Thing
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class FeeQuestion:
    """The fee of one item, to be agreed to before it is lent; ticket 0 for none."""

    ticket: int = 0
    question: str = ""
    yes: str = ""


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
    notice: str = ""
    waiting: str = ""
    fee: FeeQuestion = FeeQuestion()
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
    today = len(flow.lent)
    on_card = flow.on_card if flow.on_card is not None else today
    lines = tuple(borrow_line(row, now, library, words, covers) for row in flow.rows)
    return BorrowState(
        entered=True,
        step=flow.step.value,
        name=name,
        order=words("borrow.order" if flow.rows else "borrow.order.first"),
        rows=lines,
        count=words.count("borrow.count", today) if today else words("borrow.count.none"),
        on_card=_on_card(flow, on_card, words),
        before=max(0, on_card - today),
        today=today,
        limit=flow.allowed or 0,
        limits=tuple(_limit(use, library, words) for use in flow.groups),
        notice=words(f"borrow.notice.{flow.notice}") if flow.notice else "",
        waiting=words.count("borrow.waiting", len(flow.unsettled)) if flow.closing else "",
        fee=_fee_question(flow, words),
        receipt_offered=bool(flow.on_paper),
        thanks=_thanks(flow, words),
        thanks_hint=words("borrow.thanks.receipt") if flow.printed else "",
        first_due=_first_due(flow, lines),
    )


def unfinished(flow: Borrowing, words: Wording) -> str:
    """Say what is not borrowed yet, for whoever would end the visit now."""
    return words.count("borrow.unfinished", len(flow.unsettled)) if flow.unsettled else ""


def settled(flow: Borrowing, words: Wording) -> str:
    """Say that what was laid down is borrowed, once nothing is left to do for it."""
    return words.count("borrow.settled", len(flow.lent)) if flow.lent and not flow.unsettled else ""


def _on_card(flow: Borrowing, on_card: int, words: Wording) -> str:
    if flow.on_card is None:
        return ""
    if flow.allowed is None:
        return words.count("borrow.on_card.unlimited", on_card)
    return words("borrow.on_card", used=on_card, allowed=flow.allowed)


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
    question = words("borrow.fee.question", title=row.thing.title, fee=row.fee)
    return FeeQuestion(row.ticket, question, words("borrow.fee.yes", fee=row.fee))


def _first_due(flow: Borrowing, lines: tuple[BorrowLine, ...]) -> Slip | None:
    """Return the slip of what is due back first."""
    dated = [(row.due_at, row.ticket) for row in flow.lent if row.due_at is not None]
    ticket = min(dated)[1] if dated else 0
    line = next((line for line in lines if line.ticket == ticket and line.day), None)
    return Slip(line.weekday, line.day, line.month, line.slip_tone) if line is not None else None


def _thanks(flow: Borrowing, words: Wording) -> str:
    dues = [row.due_at for row in flow.lent if row.due_at is not None]
    return words.count("borrow.thanks.words", len(dues), day=min(dues)) if dues else ""
