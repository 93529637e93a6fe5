"""Which values the forms of settings show, part by part, and how each is written; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kiosk.model.library import Library, Sheet, Symbology
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import RuleValueUnreadable, SettingsInvalid
from kiosk.staff.library_file.choices import FOREVER
from kiosk.staff.library_file.reading import CHANNELS, FUNCTIONS
from kiosk.staff.rules.values import typed
from kiosk.staff.settings.leaves import Path, Plain
from kiosk.ui.staff.settings.service_values import read_service, shown_service
from kiosk.words import Wording, available_languages


class FieldKind(StrEnum):
    """How a value is shown and typed."""

    TEXT = "text"
    NAMES = "names"  # a field for each language of the library
    COUNT = "count"
    DAYS = "days"  # a number of days, or for ever
    MONEY = "money"
    YES_NO = "yes_no"
    CHOICE = "choice"
    MANY = "many"
    SERVICE = "service"  # an amount, a time or a number


@dataclass(frozen=True, slots=True)
class Field:
    """One value of an element: `key` is the end of its path; `usual` stands for one that is not there.

    `said` is what it is called where its key does not tell.
    """

    key: Path
    kind: FieldKind
    choices: tuple[str, ...] = ()
    usual: Plain | None = None
    said: str = ""

    @property
    def word(self) -> str:
        """Name the word by which the value is called."""
        return f"staff.settings.field.{self.said or '.'.join(self.key)}"

    @property
    def name(self) -> str:
        """Name the widget in which it is written."""
        return self.said or "-".join(self.key)


@dataclass(frozen=True, slots=True)
class PartKind:
    """A part of the configuration whose elements have a form: by what one is known, and what it has."""

    part: str
    known_by: tuple[Field, ...]
    fields: tuple[Field, ...]
    counted: bool = False

    def label(self, values: Mapping[str, str]) -> str:
        """Return the label of a new element among the leaves."""
        return "/".join(
            values[field.key[0]] for field in self.known_by if field.key[0] in _LABELLED[self.part]
        )


_LABELLED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "branch": ("code",),
        "patron_category": ("code",),
        "item_type": ("code",),
        "kiosk": ("name",),
        "shelf": ("branch", "id"),
        "channel": ("kind", "value"),
        "service": ("name",),
    }
)
_NAME = Field(("name",), FieldKind.NAMES)
_CODE = Field(("code",), FieldKind.TEXT)
_CONFIGURED = Field(("configured",), FieldKind.YES_NO, usual=True)


def _text(*keys: str) -> tuple[Field, ...]:
    return tuple(Field((key,), FieldKind.TEXT) for key in keys)


def part_kinds(library: Library) -> dict[str, PartKind]:
    """Return the parts that are lists, with what may be chosen in this library."""
    branches = tuple(branch.code for branch in library.branches)
    branch = Field(("branch",), FieldKind.CHOICE, branches)
    languages = Field(("languages",), FieldKind.MANY, library.languages)
    category = (
        _NAME,
        Field(("membership_fee",), FieldKind.MONEY),
        Field(("card_valid_months",), FieldKind.COUNT),
        Field(("hold_priority",), FieldKind.COUNT),
        _CONFIGURED,
    )
    kiosk = (
        branch,
        languages,
        Field(("idle_seconds",), FieldKind.COUNT),
        Field(("functions",), FieldKind.MANY, FUNCTIONS),
        Field(("pin_for",), FieldKind.MANY, FUNCTIONS),
    )
    kind = Field(("kind",), FieldKind.CHOICE, CHANNELS)
    zone = Field(("time_zone",), FieldKind.TEXT, usual=library.time_zone)
    place = (_NAME, *_text("address", "phone", "email", "web"), zone, _CONFIGURED)
    found = (
        PartKind("branch", (_CODE,), place, counted=True),
        PartKind("patron_category", (_CODE,), category, counted=True),
        PartKind("item_type", (_CODE,), (_NAME, _CONFIGURED), counted=True),
        PartKind(
            "shelf",
            (branch, *_text("id", "location", "from", "to")),
            (*_text("location", "from", "to"), _NAME),
        ),
        PartKind("channel", (kind, *_text("value")), (_NAME, zone)),
        PartKind("kiosk", (*_text("name"), branch), kiosk),
        PartKind(
            "service",
            (
                Field(("name",), FieldKind.TEXT, said="service_name"),
                Field(("value",), FieldKind.SERVICE, said="service_value"),
            ),
            (Field((), FieldKind.SERVICE, said="service_value"),),
        ),
    )
    return {one.part: one for one in found}


def library_fields(library: Library) -> tuple[Field, ...]:
    """Return what is said of the library itself."""
    categories = ("", *(one.code for one in library.patron_categories))
    kept = ("loans", "holds", "messages", "requests", "notices", "audit", "questions", "logs", "receipts")
    usual = library.retention.__class__()
    return (
        _NAME,
        *_text("time_zone", "currency"),
        Field(
            ("languages",), FieldKind.MANY, tuple(dict.fromkeys((*library.languages, *available_languages())))
        ),
        Field(("lend_other_branches",), FieldKind.YES_NO, usual=True),
        Field(("joining", "category"), FieldKind.CHOICE, categories),
        Field(("joining", "days_valid"), FieldKind.COUNT, usual=30),
        Field(("joining", "guardian_until_age"), FieldKind.COUNT, usual=18),
        Field(("cards", "symbology"), FieldKind.CHOICE, tuple(Symbology), usual="code128"),
        Field(("cards", "prefix"), FieldKind.TEXT, usual="29"),
        Field(("cards", "length"), FieldKind.COUNT, usual=10),
        Field(("cards", "sheet"), FieldKind.CHOICE, tuple(Sheet), usual="a4-2x5"),
        Field(("labels", "symbology"), FieldKind.CHOICE, tuple(Symbology), usual="code128"),
        Field(("labels", "sheet"), FieldKind.CHOICE, tuple(Sheet), usual="a4-3x8"),
        *(Field(("retention", one), FieldKind.DAYS, usual=_days(getattr(usual, one))) for one in kept),
    )


def read(field: Field, text: str, words: Wording, currency: str) -> Plain | None:
    """Return what was typed into a field, None where it is empty; raises SettingsInvalid."""
    text = text.strip()
    if not text and field.kind is not FieldKind.SERVICE:
        return None
    match field.kind:
        case FieldKind.COUNT if text.isascii() and text.isdecimal() and len(text) < 8:
            return int(text)
        case FieldKind.DAYS if text.isascii() and text.isdecimal() and len(text) < 8:
            return int(text)
        case FieldKind.SERVICE:
            return read_service(text, words, currency)
        case FieldKind.DAYS if text.casefold() in (FOREVER, words("staff.settings.forever").casefold()):
            return FOREVER
        case FieldKind.COUNT | FieldKind.DAYS:
            allowed = (
                "0, 1, 2 …" if field.kind is FieldKind.COUNT else f"30, {words('staff.settings.forever')}"
            )
            wrong = Problem.of("staff.settings.wrong", value=text, name=Problem(field.word), allowed=allowed)
            raise SettingsInvalid(problem=wrong)
        case FieldKind.MONEY:
            try:
                return typed("loan_fee", text, words, currency)
            except RuleValueUnreadable as error:
                wrong = Problem.of(
                    "staff.settings.wrong",
                    value=text,
                    name=Problem(field.word),
                    allowed=error.values["example"],
                )
                raise SettingsInvalid(problem=wrong) from error
        case _:
            return text


def written(field: Field, value: Plain | None, words: Wording, currency: str) -> str:
    """Return a value as it stands in a field."""
    if field.kind is FieldKind.SERVICE:
        return shown_service(value, words, currency)
    if value is None:
        return ""
    return words("staff.settings.forever") if value == FOREVER else str(value)


def choice_label(field: Field, choice: str, library: Library, words: Wording) -> str:
    """Return what a choice is called."""
    if not choice:
        return words("staff.settings.nobody")
    match field.key[-1]:
        case "branch":
            found = library.branch(choice)
            return (words.name(found.name) if found else "") or choice
        case "category":
            named = next((one.name for one in library.patron_categories if one.code == choice), None)
            return (words.name(named) if named else "") or choice
        case "functions" | "pin_for":
            return words(f"staff.settings.function.{choice}")
        case "kind":
            return words(f"channel.{choice}")
        case _:
            return choice


def _days(value: int | None) -> Plain:
    return FOREVER if value is None else value
