"""The inbox: what waits, by age and state; taken, answered by the ways there are, decided, closed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest

from kiosk.membership.requests import PatronRequests
from kiosk.model.errors import KioskError, RequestUnknown
from kiosk.model.request import AnswerWay, RequestKind
from kiosk.model.request_state import RequestState
from kiosk.model.staff_errors import AnswerEmpty, AnswerReachesNobody, NotAllowed, RequestChangedMeanwhile
from kiosk.staff.inbox.messages import Inbox, InboxRow
from kiosk.staff.inbox.states import InboxState
from kiosk.storage import PatronRequest
from tests.circulation.desk import MAIN, NOON, Desk, days
from tests.staff.people import signed

ANNA, BERT = signed(), signed(account="bert")


def asked(requests: PatronRequests, text: str = "May parrots come in?", **more: str) -> PatronRequest:
    return requests.make(RequestKind.QUESTION, {"text": text}, at=NOON, branch=MAIN, **more)  # type: ignore[arg-type]


def states(rows: tuple[InboxRow, ...]) -> list[tuple[str, str]]:
    return [(row.about, row.state.value) for row in rows]


def answer(inbox: Inbox, number: str, text: str = "They may.", *ways: AnswerWay, seen: int = 0) -> None:
    chosen = ways or tuple(AnswerWay)
    inbox.answer(ANNA, number, text, chosen, seen=seen, at=NOON, act_id=str(uuid4()))


def letters(desk: Desk) -> list[str]:
    with desk.database.read() as view:
        return [one.kind for one in view.notices.latest(99)]


def unread(desk: Desk) -> list[str | None]:
    with desk.database.read() as view:
        who = view.patrons.by_card("R1")
        assert who is not None
        return [one.reply for one in view.messages.unread(who.id)]


def test_the_oldest_waits_on_top_with_who_asked(inbox: Inbox, requests: PatronRequests) -> None:
    asked(requests, card="R1")
    requests.make(
        RequestKind.PURCHASE, {"title": "Solaris", "author": "Lem"}, at=NOON - days(2), email="a@example.org"
    )
    rows = inbox.unfinished(ANNA)
    assert states(rows) == [("Solaris · Lem", "new"), ("May parrots come in?", "new")]
    assert [(row.name, row.card) for row in rows] == [(None, None), ("Ewa Nowak", "R1")]
    assert inbox.waiting(ANNA) == 2


def test_what_is_taken_waits_or_is_over_is_no_longer_new(inbox: Inbox, requests: PatronRequests) -> None:
    taken, aside, done, closed = (asked(requests, text, card="R1") for text in ("a", "b", "c", "d"))
    inbox.take(ANNA, taken.number, seen=0, at=NOON, act_id="1")
    inbox.put_aside(ANNA, aside.number, seen=0, at=NOON, act_id="2")
    answer(inbox, done.number)
    inbox.close(ANNA, closed.number, seen=0, at=NOON, act_id="4")
    assert inbox.waiting(ANNA) == 0
    assert states(inbox.unfinished(ANNA)) == [("a", "taken"), ("b", "waiting")]
    assert sorted(states(inbox.over(ANNA))) == [("c", "answered"), ("d", "closed")]


def test_whoever_asked_hears_of_the_answer_and_of_nothing_else(
    desk: Desk, inbox: Inbox, requests: PatronRequests
) -> None:
    made = asked(requests, card="R1")
    inbox.take(ANNA, made.number, seen=0, at=NOON, act_id="1")
    assert "request_answer" not in letters(desk)
    answer(inbox, made.number, "They may.", seen=1)
    assert letters(desk).count("request_answer") == 1
    assert unread(desk) == ["They may."]


@pytest.mark.parametrize(
    ("way", "written", "told"), [(AnswerWay.EMAIL, 1, []), (AnswerWay.CARD, 0, ["They may."])]
)
def test_an_answer_goes_by_the_way_that_was_chosen(
    desk: Desk, inbox: Inbox, requests: PatronRequests, way: AnswerWay, written: int, told: list[str]
) -> None:
    answer(inbox, asked(requests, card="R1").number, "They may.", way)
    assert (letters(desk).count("request_answer"), unread(desk)) == (written, told)


def test_ways_are_those_that_arrive(desk: Desk, inbox: Inbox, requests: PatronRequests) -> None:
    desk.reader("R2")
    ways = {
        name: inbox.open(ANNA, made.number).ways
        for name, made in {
            "card and address": asked(requests, "a", card="R1"),
            "card alone": asked(requests, "b", card="R2"),
            "address alone": asked(requests, "c", email="x@example.org"),
            "neither": asked(requests, "d"),
            "no message": requests.make(RequestKind.PURCHASE, {"title": "Solaris"}, at=NOON, card="R1"),
        }.items()
    }
    assert ways == {
        "card and address": (AnswerWay.EMAIL, AnswerWay.CARD),
        "card alone": (AnswerWay.CARD,),
        "address alone": (AnswerWay.EMAIL,),
        "neither": (),
        "no message": (AnswerWay.EMAIL,),
    }


def test_an_answer_that_says_nothing_or_reaches_nobody_is_refused(
    inbox: Inbox, requests: PatronRequests
) -> None:
    nobody, somebody = asked(requests, "a"), asked(requests, "b", email="x@example.org")
    with pytest.raises(AnswerReachesNobody):
        answer(inbox, nobody.number)
    with pytest.raises(AnswerReachesNobody):
        answer(inbox, somebody.number, "They may.", AnswerWay.CARD)
    with pytest.raises(AnswerEmpty):
        answer(inbox, somebody.number, " \n")
    with pytest.raises(RequestUnknown):
        answer(inbox, "ABC")
    assert inbox.waiting(ANNA) == 2


def test_what_a_colleague_did_meanwhile_is_seen_first(inbox: Inbox, requests: PatronRequests) -> None:
    made = asked(requests, card="R1")
    inbox.take(BERT, made.number, seen=0, at=NOON, act_id="1")
    with pytest.raises(RequestChangedMeanwhile) as refused:
        answer(inbox, made.number, seen=0)
    assert refused.value.values["by"] == "bert"
    answer(inbox, made.number, seen=inbox.open(ANNA, made.number).seen)


def test_of_two_answers_at_once_one_goes_out(desk: Desk, inbox: Inbox, requests: PatronRequests) -> None:
    made, both = asked(requests, card="R1"), Barrier(2)

    def send(text: str) -> str:
        both.wait()
        try:
            answer(inbox, made.number, text)
        except KioskError as refused:
            return type(refused).__name__
        return "sent"

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(send, ("Yes.", "No.")))
    assert outcomes[1] == "sent"
    assert outcomes[0] in {"RequestChangedMeanwhile", "RequestStepImpossible"}
    assert len(unread(desk)) == 1


def test_an_answer_sent_twice_is_one(desk: Desk, inbox: Inbox, requests: PatronRequests) -> None:
    made = asked(requests, card="R1")
    for _ in range(2):
        inbox.answer(ANNA, made.number, "Yes.", tuple(AnswerWay), seen=0, at=NOON, act_id="same")
    assert unread(desk) == ["Yes."]


def test_every_step_is_audited_before_and_after_and_says_nothing_of_the_text(
    desk: Desk, inbox: Inbox, requests: PatronRequests
) -> None:
    made = asked(requests, card="R1")
    inbox.take(ANNA, made.number, seen=0, at=NOON, act_id="1")
    answer(inbox, made.number, seen=1)
    with desk.database.read() as view:
        entries = view.audit.about("request", made.id)
    assert [(one.act, one.account, dict(one.details)) for one in reversed(entries)] == [
        ("request_accepted", "anna", {"before": "open", "after": "accepted"}),
        ("request_done", "anna", {"before": "accepted", "after": "done"}),
    ]


@pytest.mark.parametrize(
    ("kind", "details", "role"),
    [
        (RequestKind.CONTACT, {"phone": "0123"}, "editor"),
        (RequestKind.ERASE, {}, "circulation"),
    ],
)
def test_who_may_not_change_a_patron_cannot_do_it_by_a_request(
    inbox: Inbox, requests: PatronRequests, kind: RequestKind, details: dict[str, str], role: str
) -> None:
    made = requests.make(kind, details, at=NOON, card="R1")
    with pytest.raises(NotAllowed):
        inbox.decide(signed(role), made.number, RequestState.DONE, seen=0, at=NOON, act_id="1")
    assert inbox.open(ANNA, made.number).state is InboxState.NEW


def test_a_change_of_address_is_made_when_it_is_agreed_to(
    desk: Desk, inbox: Inbox, requests: PatronRequests
) -> None:
    made = requests.make(RequestKind.CONTACT, {"phone": "030 1234"}, at=NOON, card="R1")
    inbox.decide(ANNA, made.number, RequestState.DONE, seen=0, at=NOON, act_id="1")
    with desk.database.read() as view:
        patron = view.patrons.by_card("R1")
    assert patron is not None
    assert patron.phone == "030 1234"


def test_who_is_forgotten_leaves_no_paper_on_this_machine(desk: Desk, requests: PatronRequests) -> None:
    swept: list[str] = []
    inbox = Inbox(desk.database, requests, lambda: swept.append("papers"))
    made = requests.make(RequestKind.ERASE, {}, at=NOON, card="R1")
    inbox.decide(ANNA, made.number, RequestState.DONE, seen=0, at=NOON, act_id="1")
    assert swept == ["papers"]
    with desk.database.read() as view:
        assert view.patrons.by_card("R1") is None


def test_where_a_request_stands_is_told_with_its_next_step(inbox: Inbox, requests: PatronRequests) -> None:
    made = requests.make(RequestKind.INTERLIBRARY_LOAN, {"title": "Solaris"}, at=NOON, card="R1")
    inbox.decide(
        ANNA,
        made.number,
        RequestState.ORDERED,
        next_step=" It comes from Poznań. ",
        seen=0,
        at=NOON,
        act_id="1",
    )
    assert requests.status(made.number).next_step == "It comes from Poznań."
    assert states(inbox.unfinished(ANNA)) == [("Solaris", "waiting")]


def test_a_wish_to_be_forgotten_is_not_withdrawn_by_whoever_may_not_forget(
    desk: Desk, inbox: Inbox, requests: PatronRequests
) -> None:
    made = requests.make(RequestKind.ERASE, {}, at=NOON, card="R1")
    with pytest.raises(NotAllowed):
        inbox.decide(signed("editor"), made.number, RequestState.WITHDRAWN, seen=0, at=NOON, act_id="1")
    assert requests.show(made.number).request.state == RequestState.OPEN


def test_whoever_may_not_see_patrons_reads_only_who_asked_and_how_to_answer(
    inbox: Inbox, requests: PatronRequests
) -> None:
    made = asked(requests, card="R1")
    whole, little = (inbox.open(by, made.number) for by in (ANNA, signed("editor")))
    assert whole.file.patron is not None
    assert little.file.patron is not None
    assert (little.file.patron.card, little.file.patron.first_name) == ("R1", "Ewa")
    assert little.file.patron.email == "ewa@example.org", "an answer goes there"
    assert (whole.file.patron.birth_date is None, little.file.patron.birth_date) == (False, None)
    assert little.ways == whole.ways
