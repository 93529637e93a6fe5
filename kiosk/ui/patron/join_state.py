"""What the pages of joining show, step by step, and the card at their end; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.model.errors import JoiningOff, NoCardNumberLeft
from kiosk.paper.barcodes import Bars
from kiosk.ui.patron.flows.joining import FIELDS, JoinForm, JoinStep, JoinTerms, birth_date, steps_of
from kiosk.ui.patron.form_fields import FormField
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.words import Wording, wording

_DIGITS = frozenset({"birth_day", "birth_month", "birth_year", "phone", "guardian_phone"})
_BRIEF = frozenset({"birth_day", "birth_month", "birth_year"})
_LONGEST = {"birth_day": 2, "birth_month": 2, "birth_year": 4, "pin": 12, "pin_again": 12}
_OPTIONAL = frozenset({"guardian_email"})
_FORMS = tuple(step for step in FIELDS if step is not JoinStep.LANGUAGE)
# Why something is wrong is said of the field where the same word means something else for each.
_OF_FIELD = frozenset({"missing"})
_GROUP = 4
_OWN_WORDS = ((JoiningOff, "join.failed.off"), (NoCardNumberLeft, "join.failed.numbers"))


@dataclass(frozen=True, slots=True)
class JoinLanguage:
    """A language the library writes in, named in itself."""

    code: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class JoinAnswer:
    """One thing to look over."""

    step: str
    label: str
    value: str
    change: str


@dataclass(frozen=True, slots=True)
class JoinCard:
    """The card that was made; ``bars`` is a path in units of a module, `room` its width with the white."""

    number: str = ""
    name: str = ""
    until: str = ""
    bars: str = ""
    room: int = 0
    begin: str = ""
    paper: str = ""
    paper_note: str = ""


@dataclass(frozen=True, slots=True)
class JoinState:
    """Everything shown; ``forms`` has the fields of each step, as they are kept when one goes back."""

    step: str = JoinStep.NAME
    place: str = ""
    share: float = 0.0
    forms: Mapping[str, tuple[FormField, ...]] = field(default_factory=dict)
    languages: tuple[JoinLanguage, ...] = ()
    answers: tuple[JoinAnswer, ...] = ()
    terms: tuple[str, ...] = ()
    fixing: bool = False
    busy: bool = False
    failure: str = ""
    birth_error: str = ""
    card: JoinCard = field(default_factory=JoinCard)


def join_state(form: JoinForm, terms: JoinTerms, words: Wording, card: JoinCard | None = None) -> JoinState:
    """Derive all pages from what was typed."""
    steps = steps_of(form.typed, terms)
    number = steps.index(form.step) + 1 if form.step in steps else len(steps)
    failed = form.error is not None and not form.busy
    return JoinState(
        step=form.step,
        place=words("join.place", number=number, steps=len(steps)),
        share=number / len(steps),
        forms={step: tuple(_field(name, form, words) for name in FIELDS[step]) for step in _FORMS},
        languages=tuple(
            JoinLanguage(code, wording(code)("language.name"), code == form.typed.get("language"))
            for code in terms.languages
        ),
        answers=tuple(_looked_over(step, form.typed, words) for step in steps if step in FIELDS),
        terms=_terms(terms, words),
        fixing=form.fixing,
        busy=form.busy,
        failure=failure_of(form.error, words) if failed and form.error is not None else "",
        birth_error=_said_wrong("birth_day", form, words),
        card=card or JoinCard(),
    )


def failure_of(error: Exception, words: Wording) -> str:
    """Say why no card was made and what to do."""
    own = next((key for kind, key in _OWN_WORDS if isinstance(error, kind)), None)
    why = words(own) if own is not None else trouble_behind(error).said(words)
    return words("join.failed", why=why)


def bars_path(bars: Bars) -> str:
    """Return path data of the dark bars, one unit high, the white beside them to the left left out."""
    return " ".join(f"M{place + bars.quiet[0]},0 h{width} v1 h-{width} Z" for place, width in bars.bars)


def grouped(number: str) -> str:
    """Return a card number in groups of four from the right, as it is read aloud."""
    first = len(number) % _GROUP
    parts = [number[:first]] + [number[at : at + _GROUP] for at in range(first, len(number), _GROUP)]
    return "\u2009".join(filter(None, parts))


def _field(name: str, form: JoinForm, words: Wording) -> FormField:
    kind = "pin" if name in FIELDS[JoinStep.PIN] else "digits" if name in _DIGITS else "text"
    return FormField(
        name=name,
        label=words(f"join.field.{name}"),
        text=form.typed.get(name, ""),
        hint=words("form.optional") if name in _OPTIONAL else "",
        error=_said_wrong(name, form, words),
        kind=kind,
        longest=_LONGEST.get(name, 200),
        brief=name in _BRIEF,
    )


def _said_wrong(name: str, form: JoinForm, words: Wording) -> str:
    why = form.wrong.get(name, "")
    if not why:
        return ""
    return words(f"join.wrong.{why}.{name}" if why in _OF_FIELD else f"join.wrong.{why}")


def _looked_over(step: JoinStep, typed: Mapping[str, str], words: Wording) -> JoinAnswer:
    label, value = words(f"join.answer.{step}"), _answer(step, typed, words)
    return JoinAnswer(step, label, value, words("join.change", what=f"{label}, {value}"))


def _answer(step: JoinStep, typed: Mapping[str, str], words: Wording) -> str:
    """Say in one line what was typed on a step; a PIN in as many dots as any other has."""
    if step is JoinStep.PIN:
        return "••••"
    if step is JoinStep.LANGUAGE:
        code = typed.get("language", "")
        return wording(code)("language.name") if code else ""
    if step is JoinStep.BIRTH:
        born = birth_date(typed)
        return words.dated(born, "year") if born else ""
    said = (" ".join(typed.get(name, "").split()) for name in FIELDS[step])
    return (" " if step is JoinStep.NAME else " · ").join(filter(None, said))


def _terms(terms: JoinTerms, words: Wording) -> tuple[str, ...]:
    return (
        words.count("join.terms.days", terms.joining.days_valid),
        words("join.terms.rules"),
        words("join.terms.data"),
        words("join.terms.confirm"),
    )
