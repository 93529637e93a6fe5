"""What became of a request is written once, in the library's words, as long as it is so."""

from datetime import timedelta

import pytest

from kiosk.decisions import Decider, LibraryCache
from kiosk.membership.requests import PatronRequests
from kiosk.model.request import RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_state import RequestState
from kiosk.notices.outbox import Sent
from kiosk.storage import Template
from tests.notices.mail_server import MailServer, text_of
from tests.notices.test_outbox import outbox, smtp
from tests.storage.builders import NOW, Town

MINUTE = timedelta(minutes=1)


def requests(town: Town) -> PatronRequests:
    return PatronRequests(town.database, Decider(LibraryCache()))


def test_the_answer_to_a_typed_address_is_sent_and_the_address_forgotten(
    town: Town, server: MailServer
) -> None:
    made = requests(town).make(
        RequestKind.PURCHASE,
        {"title": "Solaris"},
        at=NOW,
        email="x@once.example",
        language="de",
        branch="MAIN",
    )
    requests(town).decide(made.number, RequestState.ORDERED, by="anna", at=NOW, note="Kommt im Mai.\nGruß")
    assert outbox(town, smtp(server)).send_due(NOW) == Sent(sent=1)
    assert outbox(town, smtp(server)).send_due(NOW) == Sent()
    (letter,) = server.letters
    said = text_of(letter)
    assert server.to == ["x@once.example"]
    number = shown_request_number(made.number)
    assert f"– Solaris ({number}): Bestellt\n  Kommt im Mai.\n  Gruß" in said
    with town.database.read() as view:
        (notice,) = view.notices.latest(5)
    assert "once" not in repr(notice)


def leave(
    town: Town, *, card: str | None = None, email: str | None = None, language: str | None = None
) -> str:
    asked = {"text": "May parrots come in?"}
    made = requests(town).make(
        RequestKind.QUESTION, asked, at=NOW, branch="MAIN", card=card, email=email, language=language
    )
    return made.number


@pytest.mark.parametrize(
    ("language", "said"), [("de", "Nachricht"), ("en", "message"), ("pl", "wiadomość"), ("uk", "Nachricht")]
)
def test_a_message_is_confirmed_with_its_number_and_when_it_is_read_but_not_its_words(
    town: Town, server: MailServer, language: str, said: str
) -> None:
    number = leave(town, email="x@once.example", language=language)
    assert leave(town, email="x@once.example", language=language) == number, "the same words are one message"
    assert outbox(town, smtp(server)).send_due(NOW) == Sent(sent=1)
    (letter,) = server.letters
    text = text_of(letter)
    assert shown_request_number(number) in text
    assert said in text
    assert "expect." not in text
    assert "parrot" not in text, "anybody's address can be typed"


def test_a_message_is_kept_while_the_mail_server_is_away_and_its_answer_written_later(
    town: Town, server: MailServer
) -> None:
    away = outbox(town, smtp(MailServer(port=1)))
    number = leave(town, email="x@once.example", language="en")
    assert away.send_due(NOW) == Sent(waiting=1)
    requests(town).decide(number, RequestState.DONE, by="anna", at=NOW + MINUTE, note="In a cage.")
    assert away.send_due(NOW + MINUTE).sent == 0
    assert requests(town).status(number).answer == "In a cage."
    assert outbox(town, smtp(server)).send_due(NOW + 60 * MINUTE) == Sent(sent=1)
    (letter,) = server.letters
    assert "In a cage." in text_of(letter), "the answer, and no word any more that the message is there"


def test_who_wants_no_letters_gets_none_about_a_message(town: Town) -> None:
    who = town.patron(email="ewa@example.org", notices_by="none")
    leave(town, card=who.card)
    with town.database.read() as view:
        assert view.notices.latest(5) == ()


def test_a_step_that_is_passed_already_is_not_written_of(town: Town, server: MailServer) -> None:
    who = town.patron(email="ewa@example.org", language="en")
    with town.database.act() as work:
        work.templates.save(
            Template("request_answer", "en", "email", "{library}\n{items}", "anna", NOW, "Your wish")
        )
        work.commit()
    number = requests(town).make(RequestKind.QUESTION, {"text": "Why?"}, at=NOW, card=who.card).number
    for minutes, state in enumerate((RequestState.ACCEPTED, RequestState.DONE)):
        requests(town).decide(number, state, by="anna", at=NOW + minutes * MINUTE)
    assert outbox(town, smtp(server)).send_due(NOW + MINUTE) == Sent(sent=1)
    (letter,) = server.letters
    assert letter["Subject"] == "Your wish"
    assert "Question to staff" in text_of(letter)
    assert "Done" in text_of(letter)
    assert "Accepted" not in text_of(letter)
