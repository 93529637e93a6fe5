"""Requests: made with a card or without, followed by number alone, decided step by step."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.membership.erasing import Erasing
from kiosk.membership.message_limits import MOST_OPEN
from kiosk.membership.requests import PatronRequests
from kiosk.membership.self_service import SelfService
from kiosk.model.errors import (
    CardUnknown,
    KioskError,
    NeedsCard,
    PatronHasLoans,
    RequestIncomplete,
    RequestStepImpossible,
    RequestUnknown,
    TooManyRequests,
)
from kiosk.model.request import ANSWER_NOTICE, FIELDS, RequestKind, cleaned, next_states, problems_of
from kiosk.model.request_number import (
    ALPHABET,
    read_request_number,
    shown_request_number,
    with_check_character,
)
from kiosk.model.request_state import OPEN_REQUEST_STATES, RequestState
from kiosk.storage import PatronRequest
from kiosk.words import wording
from kiosk.words.reasons import error_sentence
from tests.circulation.desk import NOON, Desk, days

BOOK = {"title": "Solaris", "author": "Lem"}


@pytest.fixture
def requests(desk: Desk) -> PatronRequests:
    desk.reader("R1", email="ewa@example.org")
    return PatronRequests(desk.database, desk.decider)


def asked(requests: PatronRequests, kind: RequestKind = RequestKind.PURCHASE, **more: str) -> PatronRequest:
    return requests.make(kind, more or BOOK, at=NOON, card="R1")


def test_every_kind_is_made_with_a_card_and_told_by_its_number(requests: PatronRequests) -> None:
    said = {
        RequestKind.INTERLIBRARY_LOAN: BOOK,
        RequestKind.PURCHASE: BOOK,
        RequestKind.QUESTION: {"text": "Why?"},
        RequestKind.CONTACT: {"phone": "123"},
        RequestKind.ERASE: {},
    }
    for kind, details in said.items():
        made = requests.make(kind, details, at=NOON, card="r1 ")
        status = requests.status(made.number)
        assert (status.kind, status.state, status.over) == (kind.value, RequestState.OPEN, False)


def test_a_number_tells_nothing_of_who_asked_or_what(requests: PatronRequests) -> None:
    made = asked(requests)
    requests.decide(
        made.number, RequestState.ORDERED, by="anna", at=NOON, note="For Ewa Nowak", next_step="May"
    )
    shown = str(requests.status(made.number.lower()))
    assert "May" in shown
    assert not [word for word in ("Ewa", "Nowak", "R1", "Solaris", "Lem", "anna", "example") if word in shown]


def test_a_question_without_a_card_is_answered_under_its_number(requests: PatronRequests) -> None:
    made = requests.make(RequestKind.QUESTION, {"text": "Do you lend games?"}, at=NOON, email="x@example.org")
    assert made.patron_id is None
    requests.decide(made.number, RequestState.DONE, by="anna", at=NOON + days(1), note="Yes.")
    status = requests.status(shown_request_number(made.number))
    assert (status.answer, status.over, status.changed_at) == ("Yes.", True, NOON + days(1))


@pytest.mark.parametrize("kind", [RequestKind.CONTACT, RequestKind.ERASE])
def test_what_concerns_a_person_needs_the_card(requests: PatronRequests, kind: RequestKind) -> None:
    with pytest.raises(NeedsCard):
        requests.make(kind, {"phone": "1"} if kind is RequestKind.CONTACT else {}, at=NOON)
    with pytest.raises(CardUnknown):
        requests.make(kind, {"phone": "1"} if kind is RequestKind.CONTACT else {}, at=NOON, card="nobody")


@pytest.mark.parametrize(
    ("kind", "details", "field"),
    [
        (RequestKind.PURCHASE, {}, "title"),
        (RequestKind.PURCHASE, {"title": " \x00 "}, "title"),
        (RequestKind.PURCHASE, {"title": "x" * 201}, "title"),
        (RequestKind.PURCHASE, {"title": "x", "price": "1"}, "price"),
        (RequestKind.QUESTION, {"text": "x" * 4001}, "text"),
        (RequestKind.CONTACT, {}, "email"),
        (RequestKind.CONTACT, {"last_name": " "}, "email"),
        (RequestKind.CONTACT, {"email": "ewa at example"}, "email"),
    ],
)
def test_what_is_wrong_is_told_with_its_field(
    requests: PatronRequests, kind: RequestKind, details: dict[str, str], field: str
) -> None:
    assert [name for name, _problem in problems_of(kind, details)] == [field]
    with pytest.raises(RequestIncomplete) as told:
        requests.make(kind, details, at=NOON, card="R1")
    for language in ("de", "en", "pl"):
        sentence = error_sentence(told.value, wording(language))
        assert "request." not in sentence
        assert "{" not in sentence


def test_a_repeated_act_makes_one_request_and_one_step(requests: PatronRequests, desk: Desk) -> None:
    twice = [requests.make(RequestKind.PURCHASE, BOOK, at=NOON, card="R1", act_id="a1") for _ in range(2)]
    assert twice[0] == twice[1]
    for _ in range(2):
        requests.decide(twice[0].number, RequestState.ORDERED, by="anna", at=NOON, act_id="d1")
    assert [step.state for step in requests.show(twice[0].number).steps] == ["ordered"]
    with desk.database.read() as view:
        assert [entry.act for entry in view.audit.about("request", twice[0].id)] == ["request_ordered"]


def test_every_step_is_kept_with_who_when_and_what_was_told(requests: PatronRequests) -> None:
    number = asked(requests, RequestKind.INTERLIBRARY_LOAN).number
    requests.decide(number, RequestState.ORDERED, by="anna", at=NOON, note="From Leipzig", next_step="In May")
    requests.decide(number, RequestState.READY, by="jan", at=NOON + days(9))
    requests.decide(number, RequestState.DONE, by="jan", at=NOON + days(10))
    shown = requests.show(number)
    assert [(step.state, step.by, step.note) for step in shown.steps] == [
        ("ordered", "anna", "From Leipzig"),
        ("ready", "jan", None),
        ("done", "jan", None),
    ]
    assert shown.next_states == ()
    assert shown.patron is not None


def test_what_is_over_or_makes_no_sense_is_refused_and_nothing_changes(requests: PatronRequests) -> None:
    question = asked(requests, RequestKind.QUESTION, text="Why?").number
    with pytest.raises(RequestStepImpossible):
        requests.decide(question, RequestState.ORDERED, by="anna", at=NOON)
    requests.decide(question, RequestState.DECLINED, by="anna", at=NOON)
    for state in RequestState:
        with pytest.raises(RequestStepImpossible):
            requests.decide(question, state, by="anna", at=NOON)
    assert len(requests.show(question).steps) == 1


def test_contact_details_change_only_when_staff_confirm(requests: PatronRequests, desk: Desk) -> None:
    made = asked(requests, RequestKind.CONTACT, email="new@example.org", phone="", city="Gdańsk")
    with desk.database.read() as view:
        before = view.patrons.by_card("R1")
    assert before is not None
    assert (before.email, before.address) == ("ewa@example.org", None)
    requests.decide(made.number, RequestState.DONE, by="anna", at=NOON)
    with desk.database.read() as view:
        after = view.patrons.by_card("R1")
    assert after is not None
    assert after.address is not None
    assert (after.email, after.phone, after.address.city) == ("new@example.org", None, "Gdańsk")
    assert (after.last_name, after.first_name, after.card) == ("Nowak", "Ewa", "R1")


def test_declined_contact_details_stay_as_they_were(requests: PatronRequests, desk: Desk) -> None:
    made = asked(requests, RequestKind.CONTACT, last_name="Kowalska")
    requests.decide(made.number, RequestState.DECLINED, by="anna", at=NOON)
    with desk.database.read() as view:
        patron = view.patrons.by_card("R1")
    assert patron is not None
    assert patron.last_name == "Nowak"


def test_who_asks_twice_to_be_forgotten_has_asked_once(requests: PatronRequests, desk: Desk) -> None:
    first, second = (requests.make(RequestKind.ERASE, {}, at=NOON, card="R1") for _ in range(2))
    assert first.number == second.number
    with desk.database.read() as view:
        patron = view.patrons.by_card("R1")
    assert patron is not None
    assert patron.erase_asked_at == NOON


def test_erasing_waits_for_what_is_open_and_then_forgets_person_and_request(
    requests: PatronRequests, desk: Desk
) -> None:
    desk.copy()
    desk.lend()
    number = requests.make(RequestKind.ERASE, {}, at=NOON, card="R1").number
    with pytest.raises(PatronHasLoans):
        requests.decide(number, RequestState.DONE, by="anna", at=NOON)
    assert requests.status(number).state is RequestState.OPEN
    desk.take_back()
    assert requests.decide(number, RequestState.DONE, by="anna", at=NOON).state == "done"
    with pytest.raises(RequestUnknown):
        requests.status(number)
    with desk.database.read() as view:
        assert view.patrons.by_card("R1") is None


def test_a_withdrawn_wish_to_be_forgotten_is_forgotten(requests: PatronRequests, desk: Desk) -> None:
    number = requests.make(RequestKind.ERASE, {}, at=NOON, card="R1").number
    for _ in range(2):
        assert requests.withdraw("R1", number, at=NOON).state == "withdrawn"
    with desk.database.read() as view:
        patron = view.patrons.by_card("R1")
    assert patron is not None
    assert patron.erase_asked_at is None


def test_nobody_withdraws_the_request_of_another(requests: PatronRequests, desk: Desk) -> None:
    desk.reader("R2")
    number = asked(requests).number
    with pytest.raises(RequestUnknown):
        requests.withdraw("R2", number, at=NOON)
    assert requests.status(number).state is RequestState.OPEN


def test_one_card_cannot_flood_the_desk(requests: PatronRequests) -> None:
    for number in range(MOST_OPEN):
        asked(requests, title=f"Book {number}")
    with pytest.raises(TooManyRequests):
        asked(requests)


@pytest.mark.parametrize("number", ["", "ABC", "222-2222-222", "\ud800" * 10, "AAA-AAAA-AAA", "x" * 10_000])
def test_a_number_nobody_has_is_told(requests: PatronRequests, number: str) -> None:
    with pytest.raises(RequestUnknown):
        requests.status(number)


def test_of_two_who_decide_at_once_one_wins_and_the_other_is_told(requests: PatronRequests) -> None:
    number = asked(requests).number
    start = Barrier(2)

    def decide(state: RequestState) -> str:
        start.wait(timeout=30)
        try:
            return requests.decide(number, state, by="anna", at=NOON).state
        except KioskError as error:
            return error.key

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(decide, (RequestState.DONE, RequestState.DECLINED)))
    assert told in (
        ["declined", "error.request_step_impossible"],
        ["done", "error.request_step_impossible"],
    )
    assert len(requests.show(number).steps) == 1


def test_who_asks_to_be_forgotten_at_several_kiosks_at_once_has_asked_once(
    requests: PatronRequests,
) -> None:
    start = Barrier(4)

    def ask(_number: int) -> str:
        start.wait(timeout=30)
        return requests.make(RequestKind.ERASE, {}, at=NOON, card="R1").number

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(ask, range(4)))) == 1


@pytest.mark.parametrize("round_", range(4))
def test_deciding_and_erasing_at_once_end_in_one_way_or_the_other(
    requests: PatronRequests, desk: Desk, round_: int
) -> None:
    number = asked(requests, RequestKind.CONTACT, phone=f"12{round_}").number
    start = Barrier(3)

    def decide() -> str:
        start.wait(timeout=30)
        return requests.decide(number, RequestState.DONE, by="anna", at=NOON).state

    def withdraw() -> str:
        start.wait(timeout=30)
        return requests.withdraw("R1", number, at=NOON).state

    def erase() -> str:
        start.wait(timeout=30)
        Erasing(desk.database)("R1", by="jan", at=NOON)
        return "erased"

    def told(act: Callable[[], str]) -> str:
        try:
            return act()
        except (RequestUnknown, RequestStepImpossible) as error:
            return error.key

    with ThreadPoolExecutor(3) as pool:
        decided, withdrawn, erased = pool.map(told, (decide, withdraw, erase))
    assert erased == "erased"
    assert (decided, withdrawn).count("done") + (decided, withdrawn).count("withdrawn") <= 1
    with desk.database.read() as view:
        assert view.patrons.by_card("R1") is None
        assert view.requests.all() == ()


def test_a_step_cut_off_before_its_end_never_happened(
    requests: PatronRequests, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = asked(requests, RequestKind.CONTACT, last_name="Kowalska").number

    def cut(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.storage.desk.audit.Audit.write", cut)
    with pytest.raises(KeyboardInterrupt):
        requests.decide(number, RequestState.DONE, by="anna", at=NOON)
    assert requests.status(number).state is RequestState.OPEN
    assert requests.show(number).steps == ()
    with desk.database.read() as view:
        patron = view.patrons.by_card("R1")
    assert patron is not None
    assert patron.last_name == "Nowak"


KINDS, STATES = st.sampled_from(RequestKind), st.sampled_from(RequestState)


@given(KINDS, STATES)
def test_what_is_over_stays_over_and_what_is_not_can_end(kind: RequestKind, state: RequestState) -> None:
    following = next_states(kind.value, state.value)
    assert bool(following) == (state in OPEN_REQUEST_STATES)
    assert state not in following
    if following:
        assert {RequestState.DONE, RequestState.DECLINED, RequestState.WITHDRAWN} <= set(following)


@given(
    KINDS, st.dictionaries(st.sampled_from(sorted({f for all_ in FIELDS.values() for f in all_})), st.text())
)
def test_cleaning_again_changes_nothing_and_leaves_nothing_unseen(
    kind: RequestKind, details: dict[str, str]
) -> None:
    once = cleaned(kind, details)
    assert cleaned(kind, once) == once
    assert not [text for text in once.values() if "\x00" in text or text != text.strip()]


@given(st.text(ALPHABET, min_size=9, max_size=9), st.integers(0, 9), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_never_another_number(drawn: str, place: int, other: str) -> None:
    number = with_check_character(drawn)
    assert read_request_number(shown_request_number(number).lower()) == number
    changed = number[:place] + other + number[place + 1 :]
    assert (read_request_number(changed) is None) == (changed != number)


def letters(desk: Desk) -> list[tuple[str | None, str]]:
    """Return to whom what is queued."""
    with desk.database.read() as view:
        queued = [one for one in reversed(view.notices.latest(10)) if one.kind == ANSWER_NOTICE]
        return [(notice.details.get("to"), notice.details["state"]) for notice in queued]


def test_an_answer_goes_once_to_the_address_given_without_a_card(
    requests: PatronRequests, desk: Desk
) -> None:
    made = requests.make(RequestKind.QUESTION, {"text": "Why?"}, at=NOON, email="x@example.org")
    silent = requests.make(RequestKind.QUESTION, {"text": "Why?"}, at=NOON)
    assert letters(desk) == []
    for number, act in ((made.number, "d1"), (made.number, "d1"), (silent.number, "d2")):
        requests.decide(number, RequestState.DONE, by="anna", at=NOON, note="So.", act_id=act)
    with pytest.raises(RequestStepImpossible):
        requests.decide(made.number, RequestState.DONE, by="jan", at=NOON)
    assert letters(desk) == [("x@example.org", "done")]


def test_an_answer_goes_to_the_patron_unless_nothing_shall_come_by_e_mail(
    requests: PatronRequests, desk: Desk
) -> None:
    number = asked(requests).number
    requests.decide(number, RequestState.ORDERED, by="anna", at=NOON)
    assert letters(desk) == [(None, "ordered")]
    SelfService(desk.database, desk.decider).send_notices("R1", by_email=False)
    requests.decide(number, RequestState.READY, by="anna", at=NOON)
    desk.reader("R2")
    nowhere = requests.make(RequestKind.QUESTION, {"text": "Why?"}, at=NOON, card="R2").number
    requests.decide(nowhere, RequestState.DONE, by="anna", at=NOON)
    assert letters(desk) == [(None, "ordered")]


def test_what_somebody_takes_back_is_no_news(requests: PatronRequests, desk: Desk) -> None:
    requests.withdraw("R1", asked(requests).number, at=NOON)
    requests.decide(asked(requests).number, RequestState.WITHDRAWN, by="anna", at=NOON)
    assert letters(desk) == []
