"""What staff answer often, kept by name and language, with places that a message fills in."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.model.errors import ReplyTemplateInvalid, ReplyTemplateUnknown, RequestUnknown
from kiosk.model.library import Library
from kiosk.model.patron import Patron
from kiosk.model.problem import Problem
from kiosk.storage import Database, PatronRequest, Template, View
from kiosk.words import Wording, available_languages, wording
from kiosk.words.reaching import contact

PLACES = ("name", "question", "library", "contact")
_KIND, _CHANNEL = "reply.", "reply"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_PLACE = re.compile(r"\{(\w*)\}")
_LONGEST, _LONGEST_QUESTION = 4000, 300


class ReplyTemplates:
    """Keeps templates and fills them in for one message."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def all(self) -> tuple[Template, ...]:
        """Return all by name and language."""
        with self._database.read() as view:
            return _all(view)

    def save(self, name: str, language: str, text: str, *, by: str, at: datetime) -> Template:
        """Keep a template in place of the one there was; raises ReplyTemplateInvalid."""
        with self._database.act() as work:
            languages = self._decider.libraries.current(work).languages
            kept = new_template(name, language, text, languages, by=by, at=at)
            work.templates.save(kept)
            work.commit()
        return kept

    def remove(self, name: str, language: str | None = None) -> int:
        """Remove a template, in one language or all; return how many texts. Raises ReplyTemplateUnknown."""
        with self._database.act() as work:
            gone = [one for one in _named(_all(work), name) if language in {None, one.language}]
            if not gone:
                raise _unknown(work, name)
            for one in gone:
                work.templates.reset(one.kind, one.language, one.channel)
            work.commit()
        return len(gone)

    def filled(self, name: str, number: str) -> str:
        """Return the template as the reply to the request of that number, in its language if it is there.

        Raises RequestUnknown, ReplyTemplateUnknown.
        """
        with self._database.read() as view:
            request = view.requests.by_number(number)
            if request is None:
                raise RequestUnknown(number=number)
            library = self._decider.libraries.current(view)
            patron = None if request.patron_id is None else view.patrons.get(request.patron_id)
            spoken = (patron.language if patron else None, request.language, *library.languages)
            texts = {one.language: one.body for one in _named(_all(view), name)}
            language = next((one for one in (*spoken, *texts) if one in texts), None)
            if language is None:
                raise _unknown(view, name)
        words = wording(language if language in available_languages() else "en", "UTC", library.languages)
        return _filled(texts[language], _values(request, patron, library, words))


def new_template(
    name: str, language: str, text: str, languages: Sequence[str], *, by: str, at: datetime
) -> Template:
    """Return a template as it is kept; raises ReplyTemplateInvalid."""
    name, body = name.strip().casefold(), text.strip().replace("\r\n", "\n")
    problem = _wrong(name, body)
    if problem is None and language not in languages:
        problem = Problem.of("reply.template.language", known=", ".join(languages))
    if problem is not None:
        raise ReplyTemplateInvalid(name=name, problem=problem)
    return Template(f"{_KIND}{name}", language, _CHANNEL, body, by, at)


def name_of(template: Template) -> str:
    """Return what staff call a template."""
    return template.kind.removeprefix(_KIND)


def _all(view: View) -> tuple[Template, ...]:
    return tuple(one for one in view.templates.all() if one.channel == _CHANNEL)


def _named(templates: tuple[Template, ...], name: str) -> list[Template]:
    return [one for one in templates if name_of(one) == name.strip().casefold()]


def _unknown(view: View, name: str) -> ReplyTemplateUnknown:
    known = ", ".join(dict.fromkeys(name_of(one) for one in _all(view)))
    return ReplyTemplateUnknown(name=name, known=known or "–")


def _wrong(name: str, body: str) -> Problem | None:
    if not _NAME.fullmatch(name):
        return Problem.of("reply.template.name")
    if not body or len(body) > _LONGEST:
        return Problem.of("reply.template.text", most=_LONGEST)
    unknown = next((place for place in _PLACE.findall(body) if place not in PLACES), None)
    if unknown is None:
        return None
    return Problem.of("template.place", place=unknown or "{}", known=", ".join(PLACES))


def _values(
    request: PatronRequest, patron: Patron | None, library: Library, words: Wording
) -> dict[str, str]:
    asked = str(request.details.get("text") or request.details.get("title") or "")
    question = " ".join(asked.split())
    name = " ".join(filter(None, (patron.first_name, patron.last_name))) if patron else ""
    return {
        "name": name or words("reply.name"),
        "question": question if len(question) <= _LONGEST_QUESTION else f"{question[:_LONGEST_QUESTION]}…",
        "library": words.name(library.name),
        "contact": contact(library, request.branch or "", words),
    }


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Fill each place once: what somebody typed is no template."""
    return _PLACE.sub(lambda place: values[place[1]], text)
