"""What somebody who joins by themselves says, and what of it is missing or cannot be."""

import re
from dataclasses import dataclass, fields
from datetime import date

from kiosk.model.library import Joining
from kiosk.model.problem import Problem
from kiosk.model.request import is_email
from kiosk.rules.ages import age_on

_LONGEST = 200
_OLDEST = 125  # years
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
_DIGITS_OF_A_PHONE = 3


@dataclass(frozen=True, slots=True)
class Registration:
    """A person's own words, each as it was typed; ``guardian_card`` is taken where it is one and else left.

    Whether it is one is told to nobody at a kiosk.
    """

    last_name: str = ""
    first_name: str = ""
    birth_date: date | None = None
    email: str = ""
    phone: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    language: str = ""
    guardian_name: str = ""
    guardian_phone: str = ""
    guardian_email: str = ""
    guardian_card: str = ""


def cleaned_registration(given: Registration) -> Registration:
    """Return it without blanks around what was typed and without what no screen can show."""
    texts = {field.name: getattr(given, field.name) for field in fields(given) if field.name != "birth_date"}
    clean = {name: " ".join(_UNSEEN.sub(" ", text).split()) for name, text in texts.items()}
    return Registration(birth_date=given.birth_date, **clean)


def needs_guardian(joining: Joining, birth_date: date | None, today: date) -> bool:
    """Tell whether somebody born then must name who answers for them."""
    return birth_date is not None and age_on(today, birth_date) < joining.guardian_until_age


def registration_problems(
    given: Registration, joining: Joining, today: date, languages: tuple[str, ...] = ()
) -> tuple[tuple[str, Problem], ...]:
    """Return what is wrong, each with its field, in the order of the form; nothing says who is known here."""
    person = cleaned_registration(given)
    found = [(name, "missing") for name in ("last_name", "first_name") if not _named(getattr(person, name))]
    of_birth = _of_birth(person.birth_date, today)
    found += of_birth
    if not person.email and not person.phone:
        found.append(("email", "contact"))
    if person.language and languages and person.language.casefold() not in languages:
        found.append(("language", "language"))
    if not of_birth and needs_guardian(joining, person.birth_date, today):
        if not _named(person.guardian_name):
            found.append(("guardian_name", "missing"))
        if not person.guardian_phone and not person.guardian_email:
            found.append(("guardian_phone", "contact"))
    found += [
        (name, "email")
        for name in ("email", "guardian_email")
        if getattr(person, name) and not is_email(getattr(person, name))
    ]
    found += [
        (name, "phone")
        for name in ("phone", "guardian_phone")
        if getattr(person, name) and sum(map(str.isdecimal, getattr(person, name))) < _DIGITS_OF_A_PHONE
    ]
    texts = (field.name for field in fields(person) if field.name != "birth_date")
    found += [(name, "too_long") for name in texts if len(getattr(person, name)) > _LONGEST]
    return tuple((name, Problem.of(f"request.problem.{why}", longest=_LONGEST)) for name, why in found)


def _named(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _of_birth(birth_date: date | None, today: date) -> list[tuple[str, str]]:
    if birth_date is None:
        return [("birth_date", "missing")]
    if birth_date > today or age_on(today, birth_date) > _OLDEST:
        return [("birth_date", "date")]
    return []
