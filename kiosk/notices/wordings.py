"""Words notices: in the library's own words where it has written some, else in the program's."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kiosk.model.errors import TemplateInvalid
from kiosk.model.help_call import HELP_NOTICE
from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.model.request import ANSWER_NOTICE, RECEIVED_NOTICE
from kiosk.notices.kinds import KINDS, OF_LOANS, ON_PAPER, PAPERS, PLACEHOLDERS, channel_of
from kiosk.storage import Notice, View
from kiosk.words import Wording, wording
from kiosk.words.reaching import contact

_PLACE = re.compile(r"\{(\w*)\}")
_LONGEST_BODY, _LONGEST_SUBJECT = 10_000, 200


@dataclass(frozen=True, slots=True)
class Worded:
    """A wording as it is used, and whether the library wrote it."""

    kind: str
    language: str
    subject: str
    body: str
    own: bool = False


class Wordings:
    """The wordings of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def letter(self, view: View, told: Sequence[Notice]) -> tuple[str, str]:
        """Return subject and body of the letter that tells of these notices of one kind and language."""
        first = told[0]
        worded = in_effect(view, first.kind, first.language, len(told))
        words = self._words(first.language)
        values = {
            "library": words.name(self._library.name),
            "items": "\n".join(self._line(notice) for notice in told),
            "n": words.number(len(told)),
            "contact": contact(self._library, str(first.details.get("branch", "")), words),
        }
        return filled(worded.subject, values), filled(worded.body, values).strip() + "\n"

    def _line(self, notice: Notice) -> str:
        details, zone = notice.details, self._zone(str(notice.details.get("branch", "")))
        words = self._words(notice.language, zone)
        title = str(details.get("title", ""))
        if notice.kind in OF_LOANS:
            due = datetime.fromisoformat(str(details["due_at"]))
            return words("letter.item.due", title=title, due=words.moment(due))
        if notice.kind == ANSWER_NOTICE:
            return _answered(details, words)
        if notice.kind == RECEIVED_NOTICE:
            said = {name: str(details[name]) for name in ("number", "at", "expected")}
            return words("letter.item.received", **said)
        if notice.kind == HELP_NOTICE:
            called = words.clock(datetime.fromisoformat(str(details["called_at"])))
            return words(
                "letter.item.help",
                number=str(details["call"]),
                time=called,
                kiosk=str(details["kiosk"]),
                screen=str(details["screen"]),
            )
        code = str(details.get("branch", ""))
        branch = self._library.branch(code)
        where = (words.name(branch.name) if branch else "") or code
        if until := details.get("until"):
            day = words.day(date.fromisoformat(str(until)))
            return words("letter.item.ready", title=title, branch=where, until=day)
        return words("letter.item.lapsed", title=title, branch=where)

    def _zone(self, code: str) -> str:
        branch = self._library.branch(code)
        return branch.calendar.time_zone if branch else self._library.time_zone

    def _words(self, language: str, zone: str = "UTC") -> Wording:
        return wording(language, zone, self._library.languages)


def _answered(details: Mapping[str, Any], words: Wording) -> str:
    """Return what became of a request; below it, what staff wrote to who asked."""
    line = words(
        "letter.item.request",
        what=str(details["title"]) or words(f"request.kind.{details['of']}"),
        number=str(details["number"]),
        state=words(f"requests.state.{details['state']}"),
    )
    return "\n".join([line, *(f"  {part}" for part in str(details["note"]).splitlines())])


def in_effect(view: View, kind: str, language: str, count: int = 2) -> Worded:
    """Return the wording that stands: the library's own, else the program's."""
    own = view.templates.get(kind, language, channel_of(kind))
    if own is not None:
        return Worded(kind, language, own.subject or "", own.body, own=True)
    return usual(kind, language, count)


def usual(kind: str, language: str, count: int = 2) -> Worded:
    """Return the program's own wording."""
    words = wording(language)
    if kind in PAPERS:
        heading, closing = PAPERS[kind]
        end = words.catalogue.text(closing) if closing else ""
        return Worded(kind, language, words.catalogue.text(heading), f"{{items}}\n\n{end}".strip())
    subject, body = words.catalogue.plural(f"letter.{kind}.subject", count), f"letter.{kind}.body"
    return Worded(kind, language, subject, words.catalogue.text(body))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return the text with its {places} filled; what has no value stays as it stands, nothing runs."""
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), text)


def check_wording(worded: Worded, where: object) -> None:
    """Raise TemplateInvalid for a wording that would not tell what it has to."""
    problem = _wrong(worded)
    if problem is not None:
        raise TemplateInvalid(file=where, problem=problem)


def _wrong(worded: Worded) -> Problem | None:
    kinds = (*KINDS, *PAPERS)
    if worded.kind not in kinds:
        return Problem.of("template.kind", kind=worded.kind, known=", ".join(kinds))
    if not worded.subject.strip() or len(worded.subject) > _LONGEST_SUBJECT or "\n" in worded.subject:
        return Problem.of("template.subject", most=_LONGEST_SUBJECT)
    if "{items}" not in worded.body or len(worded.body) > _LONGEST_BODY:
        return Problem.of("template.body", most=_LONGEST_BODY)
    places = ON_PAPER if worded.kind in PAPERS else PLACEHOLDERS
    for place in _PLACE.findall(worded.subject + worded.body):
        if place not in places:
            return Problem.of("template.place", place=place or "{}", known=", ".join(places))
    return None


def address_of(view: View, patron_id: int) -> str | None:
    """Return where a patron reads: an address of one's own, else the guardian's."""
    patron = view.patrons.get(patron_id)
    if patron is None or patron.email:
        return patron.email if patron else None
    guardian = view.patrons.guardians.of(patron_id)
    if guardian is None or guardian.email:
        return guardian.email if guardian else None
    behind = view.patrons.get(guardian.patron_id) if guardian.patron_id else None
    return behind.email if behind else None
