"""What is wrong with a patron's form, field by field, before anything is stored."""

from datetime import date

from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.model.request import is_email
from kiosk.rules.ages import age_on
from kiosk.staff.patrons.days import day_of
from kiosk.staff.patrons.form import FIELDS, GUARDIAN, PatronForm, category_code, cleaned
from kiosk.storage import View

_LONGEST = 200
_LONGEST_CARD = 64
_OLDEST = 125  # years
_DIGITS_OF_A_PHONE = 3
_SHAPED_AS_EMAIL = ("email", "guardian_email")
_SHAPED_AS_PHONE = ("phone", "guardian_phone")

Found = tuple[tuple[str, Problem], ...]


def problems_of(form: PatronForm, library: Library, today: date, *, new: bool) -> Found:
    """Return what is wrong by itself, each with its field, in the order of the form.

    A guardian is asked for when somebody under age is registered; whoever came without one, from another
    system, can be changed without one, too.
    """
    clean = cleaned(form)
    found = {name: "missing" for name in ("last_name", "category") if not getattr(clean, name)}
    found |= _of_days(clean, today)
    found |= _of_shapes(clean)
    if clean.category and category_code(library, clean.category) is None:
        found["category"] = "category"
    if clean.branch and library.branch(clean.branch) is None:
        found["branch"] = "branch"
    if clean.language and clean.language not in library.languages:
        found["language"] = "language"
    minor = new and "birth_date" not in found and under_age(clean, library, today)
    if minor and not (clean.guardian_card or clean.guardian_name):
        found["guardian_card"] = "guardian"
    if clean.guardian_name and not (clean.guardian_card or clean.guardian_phone or clean.guardian_email):
        found.setdefault("guardian_phone", "contact")
    if not (clean.guardian_name or clean.guardian_card) and (clean.guardian_phone or clean.guardian_email):
        found.setdefault("guardian_name", "missing")
    return tuple((name, _problem(found[name])) for name in FIELDS if name in found)


def problems_with_others(view: View, form: PatronForm, patron_id: int | None) -> Found:
    """Return what is wrong because of what is stored: a card that is taken, a guardian's that is none."""
    clean = cleaned(form)
    found: list[tuple[str, Problem]] = []
    if patron_id is None and clean.card and _is_taken(view, clean.card):
        found.append(("card", _problem("taken")))
    if clean.guardian_card:
        guardian = view.patrons.by_card(clean.guardian_card)
        if guardian is None or guardian.temporary:
            found.append(("guardian_card", _problem("guardian_card")))
        elif guardian.id == patron_id:
            found.append(("guardian_card", _problem("guardian_self")))
    return tuple(found)


def under_age(form: PatronForm, library: Library, today: date) -> bool:
    """Tell whether the form is that of somebody for whom another answers."""
    born = day_of(form.birth_date)
    return born is not None and age_on(today, born) < library.joining.guardian_until_age


def names_guardian(form: PatronForm) -> bool:
    """Tell whether the form names anybody who answers for the person."""
    return any(getattr(form, name).strip() for name in GUARDIAN)


def _of_days(clean: PatronForm, today: date) -> dict[str, str]:
    found = {
        name: "date"
        for name in ("birth_date", "expires_on")
        if getattr(clean, name) and day_of(getattr(clean, name)) is None
    }
    born = day_of(clean.birth_date)
    if born is not None and (born > today or age_on(today, born) > _OLDEST):
        found["birth_date"] = "date"
    return found


def _of_shapes(clean: PatronForm) -> dict[str, str]:
    found = {name: "email" for name in _SHAPED_AS_EMAIL if getattr(clean, name)}
    found = {name: why for name, why in found.items() if not is_email(getattr(clean, name))}
    for name in _SHAPED_AS_PHONE:
        text = getattr(clean, name)
        if text and sum(map(str.isdecimal, text)) < _DIGITS_OF_A_PHONE:
            found[name] = "phone"
    if clean.last_name and not any(map(str.isalpha, clean.last_name)):
        found["last_name"] = "missing"
    if clean.notices_by not in {"", "email", "none"}:
        found["notices_by"] = "unknown"
    found |= {name: "too_long" for name in FIELDS if len(getattr(clean, name)) > _LONGEST}
    if len(clean.card) > _LONGEST_CARD:
        found["card"] = "too_long"
    return found


def _is_taken(view: View, card: str) -> bool:
    return view.patrons.by_card(card) is not None or view.patrons.former.find(card) is not None


def _problem(why: str) -> Problem:
    own = {"category", "branch", "guardian", "guardian_card", "guardian_self", "taken"}
    return Problem.of(f"{'staff.patrons' if why in own else 'request'}.problem.{why}", longest=_LONGEST)
