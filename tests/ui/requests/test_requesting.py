"""From a wish to its number, and from a number to how far it is, without a screen."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.model.errors import RequestUnknown, TooManyHere, TooManyRequests
from kiosk.model.request import RequestKind
from kiosk.model.request_number import with_check_character
from kiosk.model.request_state import RequestState
from kiosk.rules.expecting import Expectation
from kiosk.ui.patron.channel_rows import ChannelRow
from kiosk.ui.patron.flows import requesting as flow
from kiosk.ui.patron.request_state import RequestPaper, RequestsState, request_state
from kiosk.words import available_languages, wording

NUMBER = with_check_character("ABCDEFGHJ")
AT = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)


def filled(kind: RequestKind = RequestKind.PURCHASE, **typed: str) -> flow.RequestForm:
    form, _ = flow.advance(flow.RequestForm(), flow.KindChosen(kind))
    for name, text in typed.items():
        form, _ = flow.advance(form, flow.Typed(name, text))
    return form


def sent(form: flow.RequestForm, card: str | None = None, act: str = "a") -> flow.Next:
    return flow.advance(form, flow.SendWanted(act, card))


def shown(form: flow.RequestForm, lookup: flow.Lookup | None = None, name: str = "") -> RequestsState:
    return request_state(form, lookup or flow.Lookup(), RequestPaper(), name, wording("en", "UTC"))


def test_a_title_is_enough_and_an_address_may_be_left_out() -> None:
    form, send = sent(filled(title="Momo"))
    assert send is not None
    assert (send.kind, send.details["title"], send.email, send.card) == ("purchase", "Momo", None, None)
    assert form.busy


@pytest.mark.parametrize(
    ("kind", "typed", "wrong"),
    [
        (RequestKind.PURCHASE, {}, {"title": "missing"}),
        (RequestKind.QUESTION, {"text": "  "}, {"text": "missing"}),
        (RequestKind.PURCHASE, {"title": "Momo", "email": "me"}, {"email": "email"}),
        (RequestKind.INTERLIBRARY_LOAN, {"title": "x" * 201}, {"title": "too_long"}),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_sent(
    kind: RequestKind, typed: dict[str, str], wrong: dict[str, str]
) -> None:
    form, send = sent(filled(kind, **typed))
    assert send is None
    assert form.wrong == wrong
    told = {row.name: row.error for row in shown(form).fields if row.error}
    assert told.keys() == wrong.keys()


def test_with_a_card_no_address_is_asked_for_or_sent() -> None:
    assert "email" not in [row.name for row in shown(filled(), name="Anna K.").fields]
    _form, send = sent(filled(title="Momo", email="me@example.org"), card="20000017")
    assert send is not None
    assert (send.card, send.email) == ("20000017", None)


def test_what_was_typed_outlasts_a_change_of_kind() -> None:
    form, _ = flow.advance(filled(title="Momo"), flow.KindChosen(RequestKind.INTERLIBRARY_LOAN))
    _form, send = sent(form)
    assert send is not None
    assert (send.kind, send.details["title"]) == ("interlibrary_loan", "Momo")


def test_sending_twice_or_after_a_failure_is_one_and_the_same_act() -> None:
    form, send = sent(filled(title="Momo"))
    assert send is not None
    assert sent(form, act="b") == (form, None)
    failed, _ = flow.advance(form, flow.SendingFailed(form.turn, TooManyRequests(most=30)))
    assert "30" in shown(failed).failure
    _again, second = sent(failed, act="c")
    assert second is not None
    assert second.act == send.act == "a"


def test_an_answer_to_an_older_try_is_dropped_and_a_taken_request_leaves_nothing_typed() -> None:
    form, _ = sent(filled(title="Momo"))
    assert flow.advance(form, flow.RequestTaken(form.turn - 1, "ABC"))[0] == form
    taken, _ = flow.advance(form, flow.RequestTaken(form.turn, "ABC-DEFG-HJK"))
    assert taken.typed == {}
    assert shown(taken).number == "ABC-DEFG-HJK"
    assert sent(taken) == (taken, None)


@pytest.mark.parametrize("typed", ["", "ABC", NUMBER[:-1] + "0", NUMBER.replace("A", "B", 1), "ß" * 10])
def test_a_mistyped_number_is_said_to_be_none_without_asking(typed: str) -> None:
    lookup, number = flow.look_up(flow.number_typed(flow.Lookup(), typed))
    assert number is None
    assert "ABC-DEFG-HJK" in shown(flow.RequestForm(), lookup).lookup[0].error


def test_a_number_is_read_however_it_is_typed() -> None:
    typed = f"{NUMBER[:3]} {NUMBER[3:7]}-{NUMBER[7:]}".lower()
    assert flow.look_up(flow.number_typed(flow.Lookup(), typed))[1] == NUMBER


def test_what_was_told_of_one_number_goes_with_the_first_letter_of_another() -> None:
    asking, _ = flow.look_up(flow.number_typed(flow.Lookup(), NUMBER))
    told = flow.Told(NUMBER, "purchase", RequestState.OPEN, AT, AT)
    found = flow.looked_up(asking, asking.turn, told)
    assert shown(flow.RequestForm(), found).found.state == "Received"
    other = flow.number_typed(found, NUMBER[:-1])
    assert shown(flow.RequestForm(), other).found.state == ""
    assert flow.looked_up(other, asking.turn, told) == other
    unknown = flow.looked_up(asking, asking.turn, RequestUnknown(number=NUMBER))
    assert "No request has this number" in shown(flow.RequestForm(), unknown).lookup[0].error


@pytest.mark.parametrize("language", available_languages())
@pytest.mark.parametrize("state", list(RequestState))
def test_every_state_is_said_with_what_comes_next(state: RequestState, language: str) -> None:
    told = flow.Told(NUMBER, "question", state, AT, AT, answer="No.")
    asking, _ = flow.look_up(flow.number_typed(flow.Lookup(), NUMBER))
    lookup = flow.looked_up(asking, asking.turn, told)
    found = request_state(flow.RequestForm(), lookup, RequestPaper(), "", wording(language, "UTC")).found
    said = (found.state, found.next_step, found.answer, found.dates, found.kind)
    assert all(text and "requests." not in text and "{" not in text for text in said), said


def test_what_staff_wrote_as_next_step_stands_before_what_the_state_says() -> None:
    told = flow.Told(NUMBER, "purchase", RequestState.ORDERED, AT, AT, next_step="Come on Friday.")
    asking, _ = flow.look_up(flow.number_typed(flow.Lookup(), NUMBER))
    lookup = flow.looked_up(asking, asking.turn, told)
    assert shown(flow.RequestForm(), lookup).found.next_step == "Come on Friday."


def test_a_request_corrected_or_for_another_card_after_a_failure_is_another_act() -> None:
    def again(*events: flow.RequestEvent, card: str | None = None) -> str:
        form, _ = sent(filled(title="Momi"))
        form, _ = flow.advance(form, flow.SendingFailed(form.turn, TooManyRequests(most=30)))
        for event in events:
            form, _ = flow.advance(form, event)
        _form, send = sent(form, card, act="b")
        assert send is not None
        return send.act

    assert again(flow.Typed("title", "Momo")) == "b"
    assert again(flow.KindChosen(RequestKind.INTERLIBRARY_LOAN)) == "b"
    assert again(card="20000017") == "b"
    assert again(flow.Typed("title", "Momo"), flow.Typed("title", "Momi")) == "a"


def test_a_question_asks_for_address_and_number_where_there_is_no_card_and_takes_neither_with_one() -> None:
    question = filled(RequestKind.QUESTION, text="Why?", email="me@example.org", phone="0341 5550")
    assert [row.name for row in shown(question).fields] == ["text", "email", "phone"]
    assert [row.name for row in shown(question, name="Anna K.").fields] == ["text"]
    _form, without = sent(question)
    _form, with_card = sent(question, card="20000017")
    assert without is not None
    assert with_card is not None
    assert (without.details, without.email) == ({"text": "Why?", "phone": "0341 5550"}, "me@example.org")
    assert (with_card.details, with_card.email) == ({"text": "Why?"}, None)


@pytest.mark.parametrize("language", available_languages())
@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ({"text": "Why?", "phone": "soon"}, "phone"),
        ({"text": " ".join(["www.a.example"] * 4)}, "text"),
        ({"text": "x" * 2001}, "text"),
    ],
)
def test_a_message_that_staff_could_not_use_is_told_at_its_field(
    typed: dict[str, str], name: str, language: str
) -> None:
    form, send = sent(filled(RequestKind.QUESTION, **typed))
    assert send is None
    state = request_state(form, flow.Lookup(), RequestPaper(), "", wording(language, "UTC"))
    (error,) = (row.error for row in state.fields if row.name == name)
    assert error
    assert "requests." not in error


def taken(kind: RequestKind, **typed: str) -> RequestsState:
    form, _ = sent(filled(kind, **typed))
    told = Expectation(until=AT + timedelta(hours=2))
    form, _ = flow.advance(form, flow.RequestTaken(form.turn, "ABC-DEFG-HJK", told, AT))
    return shown(form)


def test_after_sending_a_question_it_is_said_when_it_is_read() -> None:
    assert "today until 15:32" in taken(RequestKind.QUESTION, text="Why?").expect
    assert taken(RequestKind.PURCHASE, title="Momo").expect == ""


def test_where_a_kiosk_takes_no_more_it_says_how_else_the_library_is_reached() -> None:
    form, _ = sent(filled(RequestKind.QUESTION, text="Why?"))
    channels = (ChannelRow("phone", "Desk", "0341 5550", "open", "open", "", True, "phone"),)
    for error, told in ((TooManyHere(most=10), channels), (TooManyRequests(most=30), ())):
        failed, _ = flow.advance(form, flow.SendingFailed(form.turn, error))
        state = request_state(failed, flow.Lookup(), RequestPaper(), "", wording("en", "UTC"), channels)
        assert state.channels == told
        assert state.failure
