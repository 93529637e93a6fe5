"""Writes to who asked that a message is there, and what became of a request.

It goes to the address given with it, else to the patron's own.
"""

from datetime import datetime
from typing import Any

from kiosk.model.library import Library
from kiosk.model.request import ANSWER_NOTICE, RECEIVED_NOTICE, RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_state import RequestState
from kiosk.rules.calendar import calendar_of
from kiosk.rules.expecting import expected_at
from kiosk.storage import Act, NewMessage, NewNotice, PatronRequest
from kiosk.words import available_languages, wording
from kiosk.words.expecting import expected_sentence

# A card is confirmed where its owner stands, and what somebody took back is no news to them.
_SAID_ELSEWHERE = frozenset({RequestKind.JOIN.value})


def queue_answer(work: Act, library: Library, step: PatronRequest, *, act_id: str, at: datetime) -> bool:
    """Queue the letter about the step that staff took in this act; False where nobody can or will read it.

    One step is told once: its act names the letter.
    """
    if step.kind in _SAID_ELSEWHERE or step.state == RequestState.WITHDRAWN.value:
        return False
    details: dict[str, Any] = {
        "title": str(step.details.get("title", "")),
        "state": step.state,
        "note": step.answer or "",
    }
    return _queue(work, library, step, ANSWER_NOTICE, f"{ANSWER_NOTICE}:{step.id}:{act_id}", details, at)


def leave_reply(work: Act, step: PatronRequest, *, by: str, at: datetime, act_id: str) -> bool:
    """Leave what staff answered to a message among its patron's own, to be told at the next card scan.

    False where there is no answer, or no patron.
    """
    if step.kind != RequestKind.QUESTION.value or step.patron_id is None or not step.answer:
        return False
    left = work.messages.leave(
        NewMessage(
            act_id=f"{ANSWER_NOTICE}:{step.id}:{act_id}",
            text=str(step.details.get("text", "")),
            language=step.language or "en",
            at=step.at,
            patron_id=step.patron_id,
            question=step.details.get("question"),
            article_key=step.details.get("article"),
            branch=step.branch,
            kind=ANSWER_NOTICE,
        )
    )
    return work.messages.reply(left.id, step.answer, by=by, at=at) is not None


def queue_received(work: Act, library: Library, made: PatronRequest, at: datetime) -> bool:
    """Queue the letter that a message is there, with its number and when staff will read it.

    It repeats nothing of what was written: anybody's address can be typed.
    """
    if made.kind != RequestKind.QUESTION.value:
        return False
    words = wording(
        _language(work, made, library), calendar_of(library, made.branch).time_zone, library.languages
    )
    details = {
        "at": words.moment(at),
        "expected": expected_sentence(expected_at(library, made.branch, at), at, words),
    }
    return _queue(work, library, made, RECEIVED_NOTICE, f"{RECEIVED_NOTICE}:{made.id}", details, at)


def _queue(
    work: Act,
    library: Library,
    step: PatronRequest,
    kind: str,
    key: str,
    told: dict[str, Any],
    at: datetime,
) -> bool:
    """Queue a letter about a request; False where nobody can or will read it."""
    details: dict[str, Any] = {
        "request": step.id,
        "number": shown_request_number(step.number),
        "of": step.kind,
        "branch": step.branch or "",
        **told,
    }
    if step.patron_id is None:
        if not step.email:
            return False
        details["to"] = step.email
    else:
        patron = work.patrons.get(step.patron_id)
        if patron is None or not work.notice_facts.reachable(patron.id):
            return False
    return work.notices.queue(
        NewNotice(
            key=key,
            kind=kind,
            channel="email",
            language=_language(work, step, library),
            queued_at=at,
            patron_id=step.patron_id,
            details=details,
        )
    )


def _language(work: Act, step: PatronRequest, library: Library) -> str:
    patron = None if step.patron_id is None else work.patrons.get(step.patron_id)
    return _spoken((patron.language if patron else None) or step.language, library)


def _spoken(wanted: str | None, library: Library) -> str:
    known = available_languages()
    chosen = (wanted, *library.languages)
    return next((one for one in chosen if one in known and one in library.languages), "en")
