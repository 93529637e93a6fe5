"""What every command has at hand: the services, the words, and the way to say things."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TextIO
from zoneinfo import ZoneInfo

import typer

from kiosk.model.decision import Reason
from kiosk.model.errors import BranchUnknown, InvalidTime, KioskError
from kiosk.services import Services
from kiosk.words import Wording, available_languages, wording


@dataclass(frozen=True, slots=True)
class Launchers:
    """Ways into the apps with windows, handed in so that commands name no window library."""

    patron: Callable[["CommandContext", "WindowChoice"], int]
    staff: Callable[["CommandContext", "WindowChoice"], int]
    out_of_order: Callable[["CommandContext", "WindowChoice", int], int]


@dataclass(frozen=True, slots=True)
class WindowChoice:
    """How an app is to be shown: as large as the screen unless a size is given."""

    size: tuple[int, int] | None = None
    language: str | None = None
    platform: str | None = None


@dataclass(frozen=True, slots=True)
class CommandContext:
    """One run of the command line."""

    services: Services
    launchers: Launchers
    as_json: bool
    language: str
    output: TextIO

    def words(self, zone: str | None = None) -> Wording:
        """Return the words of the person at the command line, times told in that zone or the library's."""
        zone = zone or self.services.known_zone()
        return wording(self.language, zone, (self.language, *self.services.known_languages()))

    def say(self, text: str) -> None:
        """Tell a person something: on standard output, or beside the JSON on standard error."""
        print(text, file=sys.stderr if self.as_json else self.output)

    def complain(self, text: str) -> None:
        """Tell a person of trouble, on standard error."""
        print(text, file=sys.stderr)  # noqa: T201

    def result(self, document: Mapping[str, object], text: str | Callable[[], str]) -> None:
        """Give a command's result: as one JSON document, or in words."""
        if self.as_json:
            print(json.dumps(document, ensure_ascii=False, indent=2), file=self.output)
        elif told := text() if callable(text) else text:
            self.say(told)

    def fail(self, error: KioskError) -> None:
        """Tell of an error: its sentence on standard error, its key in the JSON."""
        document = {"error": self.failure(error)}
        if self.as_json:
            print(json.dumps(document, ensure_ascii=False), file=self.output)

    def failure(self, error: KioskError) -> dict[str, str]:
        """Tell of an error on standard error; return it as JSON has it."""
        from kiosk.words.reasons import error_sentence

        if not {"folder", "path"} & error.values.keys():
            error.values["folder"] = self.services.folder.path
        message = error_sentence(error, self.words())
        self.complain(message)
        return {"code": error.key.removeprefix("error."), "message": message}

    def reasons(self, reasons: tuple[Reason, ...]) -> list[dict[str, str]]:
        """Return reasons as the contract's JSON has them."""
        from kiosk.words.reasons import reason_sentence, way_out

        words, library = self.words(), self.services.library()
        return [
            {
                "code": str(reason.code),
                "message": f"{reason_sentence(reason, words, library)} {way_out(reason, words, library)}",
            }
            for reason in reasons
        ]

    def branch(self, code: str | None) -> str:
        """Return the code of the branch meant: this kiosk's where none is given."""
        library = self.services.library()
        if code is None:
            return self.services.profile().branch
        branch = library.branch(code)
        if branch is None:
            raise BranchUnknown(branch=code, known=", ".join(b.code for b in library.branches))
        return branch.code

    def moment(self, text: str | None) -> datetime:
        """Return the time meant: now where none is given; without an offset it is the library's."""
        if text is None:
            return self.services.clock.now()
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise InvalidTime(text=text) from None
        if not 1900 < moment.year < 3000:
            raise InvalidTime(text=text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=ZoneInfo(self.services.library().time_zone))
        return moment.astimezone(UTC)

    def time(self, moment: datetime | None, zone: str) -> str | None:
        """Return a moment as JSON has it: ISO 8601 with the offset of the zone."""
        return None if moment is None else moment.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")


def context_of(context: typer.Context) -> CommandContext:
    """Return the run's context out of the parser's own."""
    found = context.obj
    assert isinstance(found, CommandContext)
    return found


def spoken_language() -> str:
    """Return the language of the person at the command line, English where it is not one of ours."""
    for name in ("KIOSK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")[:2].lower()
        if value in available_languages():
            return value
    return "en"
