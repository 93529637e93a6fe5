"""What Borrow shows of receipts by e-mail: where to, and what became of them; free of Qt."""

from dataclasses import dataclass

from kiosk.ui.patron.flows.borrow_cards import Borrowing, BorrowStep
from kiosk.ui.patron.flows.borrow_mail_events import OWN_ADDRESS
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
        send=_told("send", asked.known, words) if asked.known else "",
        typing=asked.typing,
        trouble=words("borrow.mail.wrong") if asked.wrong else "",
        busy=words("borrow.row.acting") if waiting else "",
    )


def mailed(flow: Borrowing, words: Wording) -> str:
    """Say what became of the receipts that go by e-mail, a line each."""
    return "\n".join(_told(one.fate, one.to, words) for one in flow.letters)


def _told(what: str, address: str, words: Wording) -> str:
    if address == OWN_ADDRESS:
        return words(f"borrow.mail.own.{what}")
    return words(f"borrow.mail.{what}", address=address)
