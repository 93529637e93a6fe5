"""Writes to who asked what became of a request: to the address given with it, else to the patron's own."""

from datetime import datetime
from typing import Any

from kiosk.model.library import Library
from kiosk.model.request import ANSWER_NOTICE, RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_state import RequestState
from kiosk.storage import Act, NewNotice, PatronRequest
from kiosk.words import available_languages

# A card is confirmed where its owner stands, and what somebody took back is no news to them.
_SAID_ELSEWHERE = frozenset({RequestKind.JOIN.value})


def queue_answer(work: Act, library: Library, step: PatronRequest, *, act_id: str, at: datetime) -> bool:
    """Queue the letter about the step that staff took in this act; False where nobody can or will read it.

    One step is told once: its act names the letter.
    """
    if step.kind in _SAID_ELSEWHERE or step.state == RequestState.WITHDRAWN.value:
        return False
    details: dict[str, Any] = {
        "request": step.id,
        "number": shown_request_number(step.number),
        "of": step.kind,
        "title": str(step.details.get("title", "")),
        "state": step.state,
        "note": step.answer or "",
        "branch": step.branch or "",
    }
    language = step.language
    if step.patron_id is None:
        if not step.email:
            return False
        details["to"] = step.email
    else:
        patron = work.patrons.get(step.patron_id)
        if patron is None or not work.notice_facts.reachable(patron.id):
            return False
        language = patron.language or language
    return work.notices.queue(
        NewNotice(
            key=f"{ANSWER_NOTICE}:{step.id}:{act_id}",
            kind=ANSWER_NOTICE,
            channel="email",
            language=_spoken(language, library),
            queued_at=at,
            patron_id=step.patron_id,
            details=details,
        )
    )


def _spoken(wanted: str | None, library: Library) -> str:
    known = available_languages()
    chosen = (wanted, *library.languages)
    return next((one for one in chosen if one in known and one in library.languages), "en")
