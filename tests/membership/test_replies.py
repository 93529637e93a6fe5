"""Replies of staff: from templates filled in for one message, kept, and told at the next card scan."""

import pytest

from kiosk.membership.reply_templates import ReplyTemplates, name_of
from kiosk.membership.requests import PatronRequests
from kiosk.model.errors import ReplyTemplateInvalid, ReplyTemplateUnknown, RequestUnknown
from kiosk.model.request import RequestKind
from kiosk.model.request_state import RequestState
from kiosk.storage import Message, PatronRequest
from kiosk.words import wording
from kiosk.words.reasons import error_sentence
from tests.circulation.desk import MAIN, NOON, Desk, days


@pytest.fixture
def requests(desk: Desk) -> PatronRequests:
    desk.reader("R1", email="ewa@example.org")
    return PatronRequests(desk.database, desk.decider)


@pytest.fixture
def templates(desk: Desk) -> ReplyTemplates:
    return ReplyTemplates(desk.database, desk.decider)


def keep(templates: ReplyTemplates, language: str, text: str, name: str = "thanks") -> None:
    templates.save(name, language, text, by="anna", at=NOON)


def asked(
    requests: PatronRequests,
    text: str = "May parrots come in?",
    *,
    card: str | None = None,
    language: str | None = None,
) -> PatronRequest:
    details = {"text": text}
    return requests.make(RequestKind.QUESTION, details, at=NOON, branch=MAIN, card=card, language=language)


def unread(desk: Desk) -> tuple[Message, ...]:
    with desk.database.read() as view:
        who = view.patrons.by_card("R1")
        assert who is not None
        return view.messages.unread(who.id)


def test_a_template_is_filled_in_for_one_message(requests: PatronRequests, templates: ReplyTemplates) -> None:
    keep(templates, "en", "Hello {name}, you asked “{question}”. {library}, {contact}")
    filled = templates.filled("Thanks", asked(requests, card="R1").number)
    assert filled == "Hello Ewa Nowak, you asked “May parrots come in?”. Town Library, Main"


def test_it_speaks_the_language_of_who_asked_as_far_as_there_is_one(
    requests: PatronRequests, templates: ReplyTemplates
) -> None:
    keep(templates, "de", "Guten Tag {name}")
    keep(templates, "pl", "Dzień dobry, {name}")
    assert templates.filled("thanks", asked(requests, language="pl").number).startswith("Dzień")
    assert templates.filled("thanks", asked(requests, "Why?", language="uk").number).startswith(
        "Guten Tag liebe"
    )


def test_what_somebody_typed_is_no_template(requests: PatronRequests, templates: ReplyTemplates) -> None:
    keep(templates, "en", "{question}")
    made = asked(requests, "{contact} {0.__class__} {question}")
    assert templates.filled("thanks", made.number) == "{contact} {0.__class__} {question}"


def test_a_template_is_replaced_and_removed(templates: ReplyTemplates) -> None:
    for text in ("One", "Two"):
        keep(templates, "en", text)
    keep(templates, "de", "Drei")
    assert [(name_of(one), one.language, one.body) for one in templates.all()] == [
        ("thanks", "de", "Drei"),
        ("thanks", "en", "Two"),
    ]
    assert templates.remove("thanks", "de") == 1
    assert templates.remove("thanks") == 1
    with pytest.raises(ReplyTemplateUnknown):
        templates.remove("thanks")


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("thanks", "en", "{age}"),
        ("thanks", "en", "{}"),
        ("thanks", "en", "  "),
        ("thanks", "en", "x" * 4001),
        ("thanks", "fr", "Merci"),
        ("two words", "en", "Hello"),
        ("", "en", "Hello"),
    ],
)
def test_a_template_that_cannot_be_used_is_told_and_not_kept(
    templates: ReplyTemplates, name: str, language: str, text: str
) -> None:
    with pytest.raises(ReplyTemplateInvalid) as told:
        keep(templates, language, text, name)
    for spoken in ("de", "en", "pl"):
        assert "template." not in error_sentence(told.value, wording(spoken))
    assert templates.all() == ()


def test_what_is_not_there_is_told(requests: PatronRequests, templates: ReplyTemplates) -> None:
    keep(templates, "en", "Hello")
    with pytest.raises(RequestUnknown):
        templates.filled("thanks", "nothing")
    with pytest.raises(ReplyTemplateUnknown):
        templates.filled("other", asked(requests).number)


def test_a_reply_waits_for_the_next_card_scan_until_it_is_seen(requests: PatronRequests, desk: Desk) -> None:
    number = asked(requests, card="R1").number
    assert unread(desk) == ()
    for _ in range(2):
        requests.decide(
            number, RequestState.DONE, by="anna", at=NOON + days(1), note="In a cage.", act_id="d"
        )
    (letter,) = unread(desk)
    assert (letter.text, letter.reply, letter.at) == ("May parrots come in?", "In a cage.", NOON)
    with desk.database.act() as work:
        assert letter.patron_id is not None
        work.messages.seen(letter.patron_id, [letter.id], NOON + days(2))
        work.commit()
    assert unread(desk) == ()
    assert requests.waiting() == (), "it is no message to staff"


def test_what_is_decided_without_a_word_leaves_nothing_to_read(requests: PatronRequests, desk: Desk) -> None:
    requests.decide(asked(requests, card="R1").number, RequestState.DONE, by="anna", at=NOON)
    book = requests.make(RequestKind.PURCHASE, {"title": "Emma"}, at=NOON, card="R1")
    requests.decide(book.number, RequestState.DONE, by="anna", at=NOON, note="It stands in the request.")
    assert unread(desk) == ()
