"""The way to a card, step by step, without a screen."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.model.library import Joining
from kiosk.ui.patron.flows import joining as flow
from kiosk.ui.patron.flows.joining import JoinStep

TERMS = flow.JoinTerms(Joining("adult", 30, 18), date(2026, 11, 24), ("de", "en", "pl"))
WITH_PIN = replace(TERMS, asks_pin=True)
BORN = {"birth_day": "2", "birth_month": "5", "birth_year": "1990"}
ADULT = {"first_name": "Ola", "last_name": "Nowak", **BORN, "phone": "0301234", "language": "pl"}
CHILD = {**ADULT, "birth_year": "2017"}
PARENT = {"guardian_name": "Ewa Nowak", "guardian_phone": "0305678"}


def at(step: JoinStep, typed: dict[str, str], **more: object) -> flow.JoinForm:
    return replace(flow.JoinForm(step, typed), **more)  # type: ignore[arg-type]


def after(form: flow.JoinForm, *events: flow.JoinEvent, terms: flow.JoinTerms = TERMS) -> flow.Next:
    effects: tuple[flow.JoinEffect, ...] = ()
    for event in events:
        form, effects = flow.advance(form, event, terms)
    return form, effects


def steps(typed: dict[str, str], terms: flow.JoinTerms = TERMS) -> list[str]:
    """Walk from the first step to the last and name those that were come by."""
    form, seen = at(JoinStep.NAME, typed), ["name"]
    while form.step is not JoinStep.AGREE:
        form, effects = after(form, flow.NextWanted(), terms=terms)
        (effect,) = effects
        assert isinstance(effect, flow.ShowStep)
        seen.append(effect.step)
        form, _nothing = after(form, flow.StepShown(effect.step), terms=terms)
    return seen


def test_a_grown_up_is_led_past_guardian_and_pin() -> None:
    assert steps(ADULT) == ["name", "birth", "contact", "language", "review", "agree"]


def test_a_child_is_asked_for_a_guardian_and_a_kiosk_with_pin_for_a_pin() -> None:
    typed = {**CHILD, **PARENT, "pin": "2468", "pin_again": "2468"}
    assert steps(typed, WITH_PIN) == [
        "name",
        "birth",
        "contact",
        "guardian",
        "language",
        "pin",
        "review",
        "agree",
    ]


def test_a_kiosk_of_one_language_asks_for_none() -> None:
    assert "language" not in steps(ADULT, replace(TERMS, languages=("de",)))


@pytest.mark.parametrize(
    ("step", "typed", "wrong"),
    [
        (JoinStep.NAME, {}, {"first_name": "missing", "last_name": "missing"}),
        (JoinStep.NAME, {"first_name": "Ola", "last_name": " 7 "}, {"last_name": "missing"}),
        (JoinStep.NAME, {"first_name": "O" * 201, "last_name": "N"}, {"first_name": "too_long"}),
        (JoinStep.BIRTH, {}, {"birth_day": "missing"}),
        (
            JoinStep.BIRTH,
            {"birth_day": "31", "birth_month": "2", "birth_year": "1990"},
            {"birth_day": "date"},
        ),
        (JoinStep.BIRTH, {"birth_day": "٣", "birth_month": "2", "birth_year": "1990"}, {"birth_day": "date"}),
        (JoinStep.BIRTH, {**BORN, "birth_year": "2027"}, {"birth_day": "date"}),
        (JoinStep.BIRTH, {**BORN, "birth_year": "1890"}, {"birth_day": "date"}),
        (JoinStep.BIRTH, {**BORN, "birth_year": ""}, {"birth_day": "date"}),
        (JoinStep.CONTACT, {}, {"email": "contact"}),
        (JoinStep.CONTACT, {"email": "ola@nowak"}, {"email": "email"}),
        (JoinStep.CONTACT, {"phone": "-"}, {"phone": "phone"}),
        (JoinStep.GUARDIAN, CHILD, {"guardian_name": "missing", "guardian_phone": "contact"}),
        (JoinStep.PIN, {"pin": "123", "pin_again": "123"}, {"pin": "pin"}),
        (JoinStep.PIN, {"pin": "2468", "pin_again": "2486"}, {"pin_again": "pin_again"}),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_keeps_one_there(
    step: JoinStep, typed: dict[str, str], wrong: dict[str, str]
) -> None:
    form, effects = after(at(step, typed), flow.NextWanted())
    assert form.wrong == wrong
    assert effects == ()
    assert after(form, flow.Typed("first_name", "x"))[0].wrong == {}


def test_going_back_loses_nothing() -> None:
    form, _ = after(at(JoinStep.CONTACT, ADULT), flow.StepShown(JoinStep.NAME))
    assert form.typed == ADULT


def test_what_is_changed_after_looking_over_leads_straight_back() -> None:
    form, effects = after(at(JoinStep.REVIEW, ADULT, fixing=True), flow.EditWanted(JoinStep.CONTACT))
    assert effects == (flow.ShowStep(JoinStep.CONTACT),)
    _form, effects = after(form, flow.StepShown(JoinStep.CONTACT), flow.NextWanted())
    assert effects == (flow.ShowStep(JoinStep.REVIEW),)


def test_who_turns_out_to_be_under_age_is_asked_for_a_guardian_before_going_on() -> None:
    form = at(JoinStep.BIRTH, ADULT, fixing=True)
    _form, effects = after(form, flow.Typed("birth_year", "2017"), flow.NextWanted())
    assert effects == (flow.ShowStep(JoinStep.GUARDIAN),)
    _form, effects = after(at(JoinStep.AGREE, CHILD, fixing=True), flow.Agreed("a"))
    assert effects == (flow.ShowStep(JoinStep.GUARDIAN),)


def test_a_guardian_no_longer_needed_is_not_sent() -> None:
    assert flow.registration_of({**ADULT, **PARENT}, TERMS).guardian_name == ""
    assert flow.registration_of({**CHILD, **PARENT}, TERMS).guardian_name == "Ewa Nowak"


def test_agreeing_twice_or_after_a_failure_is_one_and_the_same_act() -> None:
    form, (first,) = after(at(JoinStep.AGREE, ADULT), flow.Agreed("a"))
    assert after(form, flow.Agreed("b")) == (form, ())
    assert isinstance(first, flow.Register)
    failed, _ = after(form, flow.JoiningFailed(first.turn, OSError()))
    assert failed.error is not None
    assert failed.typed == ADULT
    _again, (second,) = after(failed, flow.Agreed("c"))
    assert isinstance(second, flow.Register)
    assert second.act == first.act == "a"


@pytest.mark.parametrize(("name", "text"), [("last_name", "Nowack"), ("pin", "97531")])
def test_a_correction_after_a_failure_gets_a_card_of_its_own(name: str, text: str) -> None:
    terms = replace(TERMS, asks_pin=True)
    typed = {**ADULT, "pin": "8642", "pin_again": "8642"}
    form, _ = after(at(JoinStep.AGREE, typed), flow.Agreed("a"), terms=terms)
    form, _ = after(form, flow.JoiningFailed(form.turn, OSError()), terms=terms)
    corrected = {**typed, name: text, **({"pin_again": text} if name == "pin" else {})}
    _again, (second,) = after(replace(form, typed=corrected), flow.Agreed("b"), terms=terms)
    assert isinstance(second, flow.Register)
    assert second.act == "b"


def test_an_answer_to_an_older_try_is_dropped() -> None:
    form, _ = after(at(JoinStep.AGREE, ADULT), flow.Agreed("a"))
    assert after(form, flow.CardMade(form.turn - 1, "2900000004", None)) == (form, ())


def test_with_the_card_nothing_is_kept_of_what_was_typed_but_the_first_name() -> None:
    typed = {**ADULT, "pin": "2468", "pin_again": "2468"}
    form, (register,) = after(at(JoinStep.AGREE, typed), flow.Agreed("a"), terms=WITH_PIN)
    assert isinstance(register, flow.Register)
    assert register.pin == "2468"
    form, effects = after(form, flow.CardMade(form.turn, "2900000004", date(2026, 12, 24)), terms=WITH_PIN)
    assert effects == (flow.ShowStep(JoinStep.DONE),)
    assert form.typed == {}
    assert form.made == flow.NewCard("2900000004", date(2026, 12, 24), "Ola")
    assert after(form, flow.NextWanted(), terms=WITH_PIN)[1] == ()
