"""What Borrow shows of receipts by e-mail: where to, and what became of them; free of Qt."""

from dataclasses import dataclass

from kiosk.ui.patron.flows.borrow_cards import Borrowing, BorrowStep
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class MailState:
    """All texts ready; `send` is empty while no address on file is known, `busy` says what is waited for."""

    offered: bool = False
    asked: int = 0
    order: str = ""
    send: str = ""
    typing: bool = False
    trouble: str = ""
    busy: str = ""


def mail_state(flow: Borrowing, words: Wording) -> MailState:
    """Return what to show of the card whose receipt is asked about; `asked` counts the cards."""
    if flow.mailing is None or flow.step is not BorrowStep.MAIL:
        return MailState(offered=flow.may_mail)
    asked = flow.mailing
    member = flow.member(asked.cards[0]) if len(flow.members) > 1 else None
    order = words("borrow.mail.order.of", name=member.name) if member else words("borrow.mail.order")
    waiting = asked.busy or not (asked.looked or asked.typing)
    return MailState(
        offered=flow.may_mail,
        asked=1 + len(flow.papers) - len(asked.cards),
        order=order,
        send=words("borrow.mail.send", address=asked.known) if asked.known else "",
        typing=asked.typing,
        trouble=words("borrow.mail.wrong") if asked.wrong else "",
        busy=words("borrow.row.acting") if waiting else "",
    )


def mailed(flow: Borrowing, words: Wording) -> str:
    """Say what became of the receipts that go by e-mail, a line each."""
    return "\n".join(words(f"borrow.mail.{one.fate}", address=one.to) for one in flow.letters)
