"""Leads whoever has no card through a few steps to a temporary one; no step back loses what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kiosk.membership.registration import (
    Registration,
    cleaned_registration,
    needs_guardian,
    registration_problems,
)
from kiosk.model.library import Joining, Library

SHORTEST_PIN, LONGEST_PIN = 4, 12
_BIRTH = ("birth_day", "birth_month", "birth_year")


class JoinStep(StrEnum):
    """One thing to say on each; `DONE` shows the card."""

    NAME = "name"
    BIRTH = "birth"
    CONTACT = "contact"
    GUARDIAN = "guardian"
    LANGUAGE = "language"
    PIN = "pin"
    REVIEW = "review"
    AGREE = "agree"
    DONE = "done"


FIELDS: Mapping[JoinStep, tuple[str, ...]] = {
    JoinStep.NAME: ("first_name", "last_name"),
    JoinStep.BIRTH: _BIRTH,
    JoinStep.CONTACT: ("phone", "email"),
    JoinStep.GUARDIAN: ("guardian_name", "guardian_phone", "guardian_email"),
    JoinStep.LANGUAGE: ("language",),
    JoinStep.PIN: ("pin", "pin_again"),
}


@dataclass(frozen=True, slots=True)
class JoinTerms:
    """What library and kiosk want of somebody who joins here today."""

    joining: Joining
    today: date
    languages: tuple[str, ...]
    asks_pin: bool = False


@dataclass(frozen=True, slots=True)
class NewCard:
    """The card that was made; a PIN is never part of it."""

    card: str
    valid_until: date | None
    first_name: str


@dataclass(frozen=True, slots=True)
class JoinForm:
    """What was typed, by field, and what is wrong with it, as a word of what is.

    `fixing` is on once everything was looked over: from then on every step leads back to that.
    `act` names the one registration that was `tried`, with its PIN, however often the same is; `turn` drops
    answers to older tries.
    """

    step: JoinStep = JoinStep.NAME
    typed: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)
    fixing: bool = False
    busy: bool = False
    error: Exception | None = None
    made: NewCard | None = None
    act: str = ""
    tried: tuple[Registration, str | None] | None = None
    turn: int = 0


# What happens.


@dataclass(frozen=True, slots=True)
class Typed:
    """A field has another text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step's page came into sight, from wherever."""

    step: JoinStep


@dataclass(frozen=True, slots=True)
class NextWanted:
    """This step is filled in."""


@dataclass(frozen=True, slots=True)
class EditWanted:
    """Something looked over is to be changed."""

    step: JoinStep


@dataclass(frozen=True, slots=True)
class Agreed:
    """The card is wanted, on the library's conditions; `act` is taken unless just this was tried already."""

    act: str


@dataclass(frozen=True, slots=True)
class CardMade:
    """The library made the card."""

    turn: int
    card: str
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class JoiningFailed:
    """The library did not."""

    turn: int
    error: Exception


JoinEvent = Typed | StepShown | NextWanted | EditWanted | Agreed | CardMade | JoiningFailed


# What is to be done.


@dataclass(frozen=True, slots=True)
class ShowStep:
    """Go to a step's page."""

    step: JoinStep


@dataclass(frozen=True, slots=True)
class Register:
    """Make the card."""

    turn: int
    act: str
    person: Registration
    pin: str | None


JoinEffect = ShowStep | Register
Next = tuple[JoinForm, tuple[JoinEffect, ...]]


def advance(form: JoinForm, event: JoinEvent, terms: JoinTerms) -> Next:
    """Return the next form and what is to be done; what does not fit the step changes nothing."""
    match event:
        case Typed(name, text):
            return _typed(form, name, text), ()
        case StepShown(step):
            fixing = form.fixing or step is JoinStep.REVIEW
            return replace(form, step=step, wrong={}, error=None, fixing=fixing), ()
        case NextWanted() if not form.busy and form.made is None:
            return _next(form, terms)
        case EditWanted(step) if step in FIELDS and not form.busy:
            return form, (ShowStep(step),)
        case Agreed(act) if form.step is JoinStep.AGREE and not form.busy and form.made is None:
            return _agreed(form, act, terms)
        case CardMade() if event.turn == form.turn and form.busy:
            return _made(form, event)
        case JoiningFailed(turn, error) if turn == form.turn and form.busy:
            return replace(form, busy=False, error=error), ()
    return form, ()


def joins_here(library: Library, functions: frozenset[str]) -> bool:
    """Tell whether somebody can join at a kiosk with these functions."""
    return "join" in functions and library.joining.category is not None


def steps_of(typed: Mapping[str, str], terms: JoinTerms) -> tuple[JoinStep, ...]:
    """Return the steps before the card, in order: whoever needs no guardian or PIN is not asked for one."""
    left_out = set()
    if not needs_guardian(terms.joining, birth_date(typed), terms.today):
        left_out.add(JoinStep.GUARDIAN)
    if not terms.asks_pin:
        left_out.add(JoinStep.PIN)
    if len(terms.languages) < 2:
        left_out.add(JoinStep.LANGUAGE)
    return tuple(step for step in JoinStep if step is not JoinStep.DONE and step not in left_out)


def birth_date(typed: Mapping[str, str]) -> date | None:
    """Return the date that was typed; None while there is none."""
    parts = [typed.get(name, "").strip() for name in _BIRTH]
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    day, month, year = map(int, parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def registration_of(typed: Mapping[str, str], terms: JoinTerms) -> Registration:
    """Return what was typed as the library takes it; a guardian only where one is needed."""
    born = birth_date(typed)
    wanted = ["first_name", "last_name", "phone", "email", "language"]
    if needs_guardian(terms.joining, born, terms.today):
        wanted += FIELDS[JoinStep.GUARDIAN]
    return cleaned_registration(
        Registration(birth_date=born, **{name: typed.get(name, "") for name in wanted})
    )


def wrong_in(step: JoinStep, typed: Mapping[str, str], terms: JoinTerms) -> dict[str, str]:
    """Return what is wrong on a step, by field: missing, date, contact, email, phone, pin …"""
    if step is JoinStep.PIN:
        return _wrong_pin(typed.get("pin", ""), typed.get("pin_again", ""))
    if step is JoinStep.BIRTH and birth_date(typed) is None:
        empty = not any(typed.get(name, "").strip() for name in _BIRTH)
        return {_BIRTH[0]: "missing" if empty else "date"}
    names = FIELDS.get(step, ())
    found: dict[str, str] = {}
    person = registration_of(typed, terms)
    for name, problem in registration_problems(person, terms.joining, terms.today, terms.languages):
        name = _BIRTH[0] if name == "birth_date" else name
        if name in names:
            found.setdefault(name, problem.key.rpartition(".")[2])
    return found


def _wrong_pin(pin: str, again: str) -> dict[str, str]:
    if not (pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        return {"pin": "pin"}
    return {} if pin == again else {"pin_again": "pin_again"}


def _typed(form: JoinForm, name: str, text: str) -> JoinForm:
    if form.busy or form.made is not None or form.typed.get(name, "") == text:
        return form
    # A complaint goes as soon as something is done about it; those of a step belong together.
    return replace(form, typed={**form.typed, name: text}, wrong={})


def _next(form: JoinForm, terms: JoinTerms) -> Next:
    wrong = wrong_in(form.step, form.typed, terms)
    if wrong:
        return replace(form, wrong=wrong), ()
    steps = steps_of(form.typed, terms)
    if form.step not in steps or form.step is JoinStep.AGREE:
        return form, ()
    if form.fixing:
        unfinished = next((step for step in steps if wrong_in(step, form.typed, terms)), None)
        after = unfinished or (JoinStep.AGREE if form.step is JoinStep.REVIEW else JoinStep.REVIEW)
    else:
        after = steps[steps.index(form.step) + 1]
    return form, (ShowStep(after),)


def _agreed(form: JoinForm, act: str, terms: JoinTerms) -> Next:
    unfinished = next(
        (step for step in steps_of(form.typed, terms) if wrong_in(step, form.typed, terms)), None
    )
    if unfinished is not None:
        return form, (ShowStep(unfinished),)
    pin = form.typed.get("pin") if terms.asks_pin else None
    tried = (registration_of(form.typed, terms), pin)
    # A try that seemed to fail may have made a card: only the very same may go by its name, as whoever
    # corrected something would be given that card with the old words. Staff see who is there twice.
    turn, act = form.turn + 1, form.act if tried == form.tried else act
    going = replace(form, busy=True, error=None, turn=turn, act=act, tried=tried)
    return going, (Register(turn, act, *tried),)


def _made(form: JoinForm, event: CardMade) -> Next:
    """Show the card; of what was typed only the first name is kept, to greet with."""
    first_name = " ".join(form.typed.get("first_name", "").split())
    card = NewCard(event.card, event.valid_until, first_name)
    return JoinForm(JoinStep.DONE, made=card, turn=form.turn), (ShowStep(JoinStep.DONE),)
