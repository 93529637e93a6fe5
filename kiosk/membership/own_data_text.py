"""Tells a person in words everything that is kept about them: names for codes, dates as people write them."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from kiosk.membership.own_data import LEFT_OUT
from kiosk.model.charge import Charge, Settlement
from kiosk.model.hold import Hold
from kiosk.model.library import Library
from kiosk.model.loan import Loan
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.model.request_number import shown_request_number
from kiosk.model.rule import Period
from kiosk.model.texts import LocalText
from kiosk.rules.codes import same_code
from kiosk.storage import AuditEntry, Message, Notice, PatronFile, PatronRequest, RequestStep
from kiosk.words import Wording
from kiosk.words.languages import language_name

# Under which words the codes stand that something may have.
CODES: Mapping[tuple[type, str], str] = {
    (Patron, "notices_by"): "data.channel",
    (Hold, "state"): "hold.state",
    (Charge, "kind"): "statement",
    (Settlement, "kind"): "data.settled",
    (Settlement, "method"): "data.paid",
    (Message, "kind"): "data.notice",
    (Notice, "kind"): "data.notice",
    (Notice, "channel"): "data.channel",
    (PatronRequest, "kind"): "request.kind",
    (PatronRequest, "state"): "request.state",
    (RequestStep, "state"): "request.state",
    (AuditEntry, "act"): "data.done",
}
_BRANCHES = frozenset({"branch", "item_branch", "pickup_branch"})
_CATEGORIES = frozenset({"category", "patron_category"})
# In details, which are kept as they go to other machines.
_DETAILS = {"due_at": datetime.fromisoformat, "until": date.fromisoformat}
_SUBJECT = (AuditEntry, "subject")  # of each entry here it is this person
_NOTHING_AT_NONE = frozenset({"priority", "failures", "tries"})


def own_data_text(file: PatronFile, library: Library, words: Wording) -> str:
    """Return all that is kept in words, a part after another; what is empty is left out."""
    teller = _Teller(file, library, words)
    parts = []
    for field in fields(file):
        lines = list(teller.part(field.name))
        if lines:
            parts.append("\n".join([words(f"data.part.{field.name}"), *lines]))
    return "\n\n".join(parts) + "\n"


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells of one person's file in one language."""

    file: PatronFile
    library: Library
    words: Wording

    def part(self, name: str) -> Iterator[str]:
        """Yield the lines of one part of the file."""
        value = getattr(self.file, name)
        if name == "wards":
            # Who they are is kept about them.
            yield from self._lines(len(value) or None, "  ")
        elif name != "steps":
            yield from self._lines(value, "  ")

    def _lines(self, value: Any, indent: str) -> Iterator[str]:
        """Yield a value's lines: a table's named, a list's one entry after another."""
        if isinstance(value, tuple | list):
            for number, each in enumerate(value, 1):
                below = list(self._lines(each, indent + "  "))
                if below:
                    yield f"{indent}{number}."
                    yield from below
        elif _has_parts(value):
            for label, each in self._parts(value):
                below = list(self._lines(each, indent + "  "))
                if below and (_has_parts(each) or isinstance(each, tuple | list)):
                    yield f"{indent}{label}:"
                    yield from below
                elif below:
                    yield f"{indent}{label}: {below[0].strip()}"
        elif value is not None and value is not False and value != "":
            yield indent + " ".join(self._said(value).split())

    def _parts(self, value: Any) -> Iterator[tuple[str, Any]]:
        """Yield what a thing consists of under its labels, what it is called first and what is in it last."""
        if isinstance(value, Mapping):
            for name, each in value.items():
                yield self._label(str(name)), self._detail(str(name), each)
            return
        names = [one.name for one in fields(value) if one.name not in LEFT_OUT]
        for name in sorted(names, key=lambda name: (_has_parts(getattr(value, name)), name != "title")):
            if isinstance(getattr(value, name), Loan):
                yield from self._parts(getattr(value, name))  # with its title: they are one thing to a person
            elif not _is_number_of_ours(name) and (type(value), name) != _SUBJECT:
                yield self._label(name), self._told(type(value), name, getattr(value, name))
        if isinstance(value, Patron):
            yield self._label("has_pin"), value.pin_hash is not None
        elif isinstance(value, PatronRequest):
            steps = tuple(step for of_request, step in self.file.steps if of_request == value.id)
            yield self._label("steps"), steps

    def _told(self, owner: type, name: str, value: Any) -> Any:
        """Return a value with a name in the place of a code."""
        if value is None or (name in _NOTHING_AT_NONE and not value):
            return None
        if (prefix := CODES.get((owner, name))) is not None:
            code = str(value.value if isinstance(value, Enum) else value)
            return self.words(f"{prefix}.{code}") if f"{prefix}.{code}" in self.words.catalogue else code
        if owner is PatronRequest and name == "number":
            return shown_request_number(value)
        return self._named(name, value)

    def _named(self, name: str, value: Any) -> Any:
        if name in _BRANCHES:
            return self._name_of(value, ((one.code, one.name) for one in self.library.branches))
        if name in _CATEGORIES:
            return self._name_of(value, ((one.code, one.name) for one in self.library.patron_categories))
        if name == "item_type":
            return self._name_of(value, ((one.code, one.name) for one in self.library.item_types))
        return language_name(value, self.words) if name == "language" else value

    def _name_of(self, code: str, known: Iterable[tuple[str, LocalText]]) -> str:
        """Return a name, or the code of what the library no longer knows."""
        return next((self.words.name(name) for one, name in known if same_code(one, code)), code)

    def _detail(self, name: str, value: Any) -> Any:
        if name == "fields" and isinstance(value, list | tuple):
            return self.words.join(tuple(self._label(str(each)) for each in value))
        if not isinstance(value, str):
            return value
        with suppress(ValueError):  # kept by an earlier version, or typed by somebody
            if name in _DETAILS:
                return _DETAILS[name](value)
        return self._named(name, value)

    def _said(self, value: Any) -> str:
        match value:
            case datetime():
                return f"{self.words.dated(value, 'year')}, {self.words.clock(value)}"
            case date():
                return self.words.dated(value, "year")
            case Enum():
                return str(value.value)
            case _:
                return self.words.show(value)

    def _label(self, name: str) -> str:
        key = next((key for key in (f"field.{name}", f"data.{name}") if key in self.words.catalogue), None)
        return self.words(key) if key else name.replace("_", " ")


def _has_parts(value: Any) -> bool:
    return isinstance(value, Mapping) or (is_dataclass(value) and not isinstance(value, Money | Period))


def _is_number_of_ours(name: str) -> bool:
    """Tell whether a value is only how the database tells rows apart; it says nothing to a person."""
    return name in {"id", "key", "article_key"} or name.endswith("_id")
