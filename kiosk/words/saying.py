"""Says in a sentence what may be done with a title or a copy."""

from kiosk.model.decision import Say, SayCode
from kiosk.model.library import Library
from kiosk.words.reasons import reason_sentence, way_out
from kiosk.words.wording import Wording


def say_sentence(say: Say, library: Library, words: Wording) -> str:
    """Return the sentence; where the patron must deal with something first, that is said instead."""
    if say.reasons:
        return f"{reason_sentence(say.reasons[0], words, library)} {way_out(say.reasons[0], words, library)}"
    branch = library.branch(say.branch) if say.branch else None
    key = f"say.{say.code}"
    if say.code is SayCode.TAKE_NOW and say.due_at is None:
        key = "say.take_now_undated"
    text = words(
        key,
        branch=branch.name if branch else say.branch,
        location=say.location or "",
        call_number=say.call_number or "",
        due=say.due_at,
        back=say.back_at,
        position=say.position,
    )
    return " ".join(text.split()).replace(" ,", ",").replace(", :", ":")
