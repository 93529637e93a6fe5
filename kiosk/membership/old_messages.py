"""Turns messages that patrons and kiosks left before there was one inbox into requests, each once."""

from kiosk.model.request import RequestKind
from kiosk.storage import Act, Database, Message, PatronRequest

_AT_ONCE = 200


def take_over(database: Database) -> int:
    """Make requests of the messages that wait for staff, in their place; return how many.

    What is interrupted or done by two at once is whole all the same: each goes in the act that makes it.
    """
    taken = 0
    while True:
        with database.read() as view:
            waiting = view.messages.inbox(limit=_AT_ONCE)
        if not waiting:
            return taken
        with database.act() as work:
            for message in waiting:
                taken += _take(work, message)
            work.commit()


def _take(work: Act, message: Message) -> int:
    work.requests.make(
        PatronRequest(
            f"message:{message.id}",
            message.patron_id,
            _kind(message).value,
            message.at,
            _details(message),
            branch=message.branch,
            language=message.language,
            email=message.email,
        )
    )
    return work.messages.forget([message.id])


def _kind(message: Message) -> RequestKind:
    """Tell what a person wrote from what a kiosk left about a return: of that nobody is named."""
    written = message.patron_id or message.email or message.question or message.article_key
    return RequestKind.QUESTION if written else RequestKind.INCOMPLETE


def _details(message: Message) -> dict[str, str]:
    told = {"text": message.text, "question": message.question, "article": message.article_key}
    return {name: text for name, text in told.items() if text}
