"""Shows a card's statement, as the contract's JSON or in words."""

from kiosk.cli.context import CommandContext
from kiosk.cli.requests import request_document
from kiosk.membership.account import HoldLine, Statement
from kiosk.model.library import Library
from kiosk.model.request_number import shown_request_number
from kiosk.storage import Message
from kiosk.words import Wording


def account_document(run: CommandContext, statement: Statement) -> dict[str, object]:
    """Return the statement as the contract's JSON."""
    library, patron = statement.library, statement.patron
    zones = {branch.code: branch.calendar.time_zone for branch in library.branches}
    return {
        "name": " ".join(filter(None, (patron.first_name, patron.last_name))),
        "category": patron.category,
        "expires_on": patron.expires_on.isoformat() if patron.expires_on else None,
        "owes": statement.owes.decimal(),
        "loans": [
            {
                "barcode": loan.barcode,
                "title": loan.title,
                "due_at": run.time(loan.due_at, zones.get(loan.item_branch, library.time_zone)),
                "overdue": loan.overdue,
                "renewals_left": loan.renewals_left,
                "fine_so_far": loan.fine_so_far.decimal(),
            }
            for loan in statement.loans
        ],
        "holds": [
            {
                "title": hold.title,
                "state": str(hold.state),
                "position": hold.position,
                "pickup_branch": hold.pickup_branch,
                "ready_until": hold.ready_until.isoformat() if hold.ready_until else None,
                "item": hold.item,
                "suspended_until": hold.suspended_until.isoformat() if hold.suspended_until else None,
                "estimate_weeks": hold.estimate_weeks,
            }
            for hold in statement.holds
        ],
        "charges": [
            {
                "kind": str(charge.kind),
                "amount": charge.open_amount.decimal(),
                "title": charge.title,
                "date": run.time(charge.booked_at, library.time_zone),
            }
            for charge in statement.charges
        ],
        "requests": [request_document(run, request) for request in statement.requests],
        "messages": [_message(run, library, message) for message in statement.messages],
    }


def _message(run: CommandContext, library: Library, message: Message) -> dict[str, object]:
    return {
        "from": "library" if message.from_staff else "patron",
        "date": run.time(message.at, library.time_zone),
        "text": message.text,
        "reply": message.reply,
        "replied_at": run.time(message.replied_at, library.time_zone),
        "seen": message.seen_at is not None,
    }


def account_text(run: CommandContext, statement: Statement) -> str:
    """Return the statement in words, for a person at the command line."""
    words = run.words()
    patron = statement.patron
    lines = [
        f"{patron.first_name or ''} {patron.last_name}".strip() + f" · {patron.category} · {patron.card}",
        words("account.owes", owes=statement.owes),
        words.count("account.loans", len(statement.loans)),
    ]
    lines += [
        f"  {words.day(loan.due_at)}  {loan.title} ({loan.barcode})"
        + (f"  {words('account.overdue')}" if loan.overdue else "")
        for loan in statement.loans
    ]
    lines.append(words.count("account.holds", len(statement.holds)))
    lines += [f"  {_hold_text(words, hold)}" for hold in statement.holds]
    lines += [
        words(
            "request.line_of_account",
            number=shown_request_number(request.number),
            kind=words(f"request.kind.{request.kind}"),
            state=words(f"request.state.{request.state}"),
        )
        for request in statement.requests
    ]
    return "\n".join(lines)


def _hold_text(words: Wording, hold: HoldLine) -> str:
    parts = [hold.title, words(f"hold.state.{hold.state}")]
    if hold.item is not None:
        parts.append(words("hold.only_item", barcode=hold.item))
    if hold.suspended_until is not None:
        parts.append(words("hold.rests_until", day=words.day(hold.suspended_until)))
    if hold.position is not None:
        parts.append(words("hold.position", position=hold.position))
    if hold.estimate_weeks is not None:
        parts.append(words.count("hold.estimate", hold.estimate_weeks))
    return "  ".join(parts)
