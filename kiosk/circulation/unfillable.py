"""Closes the holds that no copy is left for, with a message to whoever waits."""

from dataclasses import replace

from kiosk.circulation.recording import new_act_id
from kiosk.circulation.routing import with_copy
from kiosk.model.decision import CopyFacts, Facts
from kiosk.model.hold import HoldState
from kiosk.model.item import Condition
from kiosk.model.outcome import ActBy
from kiosk.rules.holds import can_ever_be_filled
from kiosk.rules.resolution import RuleBook
from kiosk.storage import Act as Work
from kiosk.storage import NewMessage
from kiosk.words import available_languages, wording


def close_unfillable(work: Work, facts: Facts, condition: Condition, by: ActBy) -> None:
    """Close them now that the copy of the facts is gone, lost or withdrawn."""
    assert facts.copy is not None
    assert facts.record is not None
    gone = CopyFacts(replace(facts.copy.item, condition=condition), None, None)
    book, left = RuleBook(facts.library), with_copy(facts.record, gone)
    for hold in left.holds:
        # Another copy that is kept for a hold fills it, whatever rules say by now.
        kept = hold.trapped_item_id not in (None, facts.copy.item.id)
        if kept or can_ever_be_filled(book, left, hold):
            continue
        if work.holds.close(hold.id, HoldState.UNFILLABLE, by.at) is not None:
            _tell(work, facts, hold.patron_id, by)


def _tell(work: Work, facts: Facts, patron_id: int, by: ActBy) -> None:
    """Leave the waiting patron a message in the patron's language."""
    assert facts.record is not None
    patron = work.patrons.get(patron_id)
    wanted = (patron.language if patron else None, *facts.library.languages)
    language = next((one for one in wanted if one in available_languages()), "en")
    text = wording(language)("notice.hold_unfillable", title=facts.record.title)
    work.messages.leave(
        NewMessage(
            act_id=new_act_id(), text=text, language=language, at=by.at, patron_id=patron_id, from_staff=True
        )
    )
