"""Says in a sentence what may be done with a title or a copy."""

from datetime import datetime

from kiosk.model.decision import Say, SayCode
from kiosk.model.library import Library
from kiosk.words.reasons import reason_sentence, way_out
from kiosk.words.wording import Wording


def say_sentence(say: Say, library: Library, words: Wording) -> str:
    """Return the sentence; where the patron must deal with something first, that is said instead."""
    if say.reasons:
        return f"{reason_sentence(say.reasons[0], words, library)} {way_out(say.reasons[0], words, library)}"
    branch = library.branch(say.branch) if say.branch else None
    text = words(
        _key(say),
        branch=branch.name if branch else say.branch,
        location=say.location or "",
        call_number=say.call_number or "",
        due=say.due_at,
        back=say.back_at,
        position=say.position,
    )
    return " ".join(text.split()).replace(" ,", ",").replace(", :", ":")


def say_queue(say: Say, words: Wording) -> str:
    """Return which place in the queue a hold would have, or the patron's own one has."""
    return words(_key(say), position=say.position)


def say_until(due_at: datetime, words: Wording, pattern: str) -> str:
    """Return until when one may have it; the day by a pattern, the time where it is not the whole day."""
    at, day = due_at.astimezone(words.zone), words.dated(due_at, pattern)
    if (at.hour, at.minute) == (23, 59):
        return words("say.yours_until", day=day)
    return words("say.yours_until_hour", day=day, time=words.clock(due_at))


def _key(say: Say) -> str:
    if say.code is SayCode.TAKE_NOW and say.due_at is None:
        return "say.take_now_undated"
    return "say.hold.own" if say.code is SayCode.HOLD and say.own else f"say.{say.code}"
