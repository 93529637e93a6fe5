"""Takes typed values out of a TOML table and complains of the rest, naming the place."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import TypeVar

from kiosk.model.errors import InvalidAmount, LibraryFileInvalid
from kiosk.model.money import Money
from kiosk.model.problem import Problem
from kiosk.model.texts import LocalText

T = TypeVar("T")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Complaint(Exception):
    """Something in the file that cannot be; carries the problem to be told."""

    def __init__(self, where: str, what: str, /, **values: object) -> None:
        super().__init__(what)
        self.problem = Problem.of(f"library_file.{what}", where=where, **values)

    def about(self, file: object) -> LibraryFileInvalid:
        """Return the error that names the file too."""
        return LibraryFileInvalid(file=file, problem=self.problem)


class Table:
    """One TOML table; every key must be taken, and ``done`` complains of those that were not."""

    def __init__(self, raw: object, where: str) -> None:
        if not isinstance(raw, Mapping):
            raise Complaint(where, "not_a_table")
        self._raw: Mapping[str, object] = raw
        self._taken: set[str] = set()
        self.where = where

    def take(self, key: str, kind: type[T], allowed: str) -> T | None:
        """Return the key's value, None where absent; complain when it is of another kind."""
        self._taken.add(key)
        value = self._raw.get(key)
        if value is None:
            return None
        # In Python truth is a number and a moment is a day; in the file they are not.
        mistaken = (isinstance(value, bool) and kind is not bool) or isinstance(value, datetime)
        if not isinstance(value, kind) or mistaken:
            raise Complaint(self.where, "bad_value", key=key, value=str(value), allowed=allowed)
        return value

    def must(self, key: str, kind: type[T], allowed: str) -> T:
        """Return the key's value; complain when it is absent."""
        value = self.take(key, kind, allowed)
        if value is None:
            raise Complaint(self.where, "missing", key=key, allowed=allowed)
        return value

    def text(self, key: str) -> str | None:
        """Return a text that is not empty, None where absent."""
        value = self.take(key, str, '"…"')
        if value is not None and not value.strip():
            raise Complaint(self.where, "bad_value", key=key, value=value, allowed='"…"')
        return value

    def code(self, key: str) -> str:
        """Return a code that must be there, without blanks around it."""
        value = self.must(key, str, '"…"').strip()
        if not value or any(character.isspace() for character in value):
            raise Complaint(self.where, "bad_value", key=key, value=value, allowed='"CODE"')
        return value

    def name(self, key: str) -> LocalText:
        """Return a name: a string, or a table of languages; empty where absent."""
        self._taken.add(key)
        value = self._raw.get(key, "")
        if isinstance(value, str):
            return LocalText.of(value)
        if isinstance(value, Mapping) and all(
            isinstance(text, str) and _LANGUAGE.fullmatch(language) for language, text in value.items()
        ):
            return LocalText.of({str(language): str(text) for language, text in value.items()})
        raise Complaint(self.where, "bad_value", key=key, value=str(value), allowed='{ en = "…", de = "…" }')

    def count(self, key: str, lowest: int = 0) -> int | None:
        """Return a whole number of at least ``lowest``, None where absent."""
        value = self.take(key, int, "0, 1, 2 …")
        if value is not None and not lowest <= value <= 1_000_000:
            raise Complaint(self.where, "bad_value", key=key, value=value, allowed=f"{lowest} … 1000000")
        return value

    def day(self, key: str) -> date | None:
        """Return a date, None where absent."""
        return self.take(key, date, "2026-12-24")

    def money(self, key: str, currency: str) -> Money | None:
        """Return an amount of at least nothing, None where absent."""
        value = self.take(key, str, '"1.50"')
        try:
            amount = None if value is None else Money.parse(value, currency)
        except InvalidAmount:
            amount = Money(-1, currency)
        if amount is not None and amount.minor < 0:
            raise Complaint(self.where, "bad_value", key=key, value=value, allowed='"1.50"')
        return amount

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Return a list of texts, None where absent."""
        value = self.take(key, list, '["…", "…"]')
        if value is not None and not all(isinstance(part, str) for part in value):
            raise Complaint(self.where, "bad_value", key=key, value=str(value), allowed='["…", "…"]')
        return None if value is None else tuple(value)

    def tables(self, key: str) -> Iterable["Table"]:
        """Yield the tables of an array, each knowing its number."""
        for number, raw in enumerate(self.take(key, list, f"[[{key}]]") or [], start=1):
            yield Table(
                raw, f"[[{key}]] {number}" if self.where == "" else f"{self.where} [[{key}]] {number}"
            )

    def table(self, key: str) -> "Table | None":
        """Return the table of that key, None where absent."""
        raw = self.take(key, dict, "{ … }")
        return None if raw is None else Table(raw, f"{self.where} {key}".strip())

    def choice(self, key: str, kinds: Callable[[str], T], allowed: Iterable[str]) -> T | None:
        """Return one of a few words as its value, None where absent."""
        value = self.take(key, str, ", ".join(allowed))
        try:
            return None if value is None else kinds(value)
        except ValueError:
            raise Complaint(
                self.where, "bad_value", key=key, value=value, allowed=", ".join(allowed)
            ) from None

    def all_names(self) -> tuple[str, ...]:
        """Return every key that stands there, in the file's order."""
        return tuple(self._raw)

    def names(self, key: str) -> bool:
        """Return whether the key stands there."""
        return key in self._raw

    def done(self) -> None:
        """Complain of the first key that nobody took."""
        for key in self._raw:
            if key not in self._taken:
                raise Complaint(self.where, "unknown_key", key=key, allowed=", ".join(sorted(self._taken)))
