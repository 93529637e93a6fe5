"""Takes one item back and tells what a patron may know of it; runs in the lane of changes."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.model.decision import Facts
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.services import Services
from kiosk.ui.patron.code_reading import Recognised, holder_of, is_same_card, thing_of, unknown_kind
from kiosk.ui.patron.flows.codes import CodeKind, Thing
from kiosk.words import wording


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What the code was; for an item what became of it.

    `late` is None where it was on no loan. Fine and loans left are told to the visit's own card alone.
    """

    kind: CodeKind
    thing: Thing | None = None
    outcome: Outcome | None = None
    late: bool | None = None
    fine: Money | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What is known before the return."""

    recognised: Recognised
    late: bool | None = None
    own: bool = False
    loans: int = 0

    def fine(self, outcome: Outcome) -> Money | None:
        """Return what a return costs, for its own card alone."""
        return outcome.charge if self.own else None


def take_back(
    services: Services, code: str, card: str | None, by: ActBy, act_id: str, *, hides_cards: bool
) -> HandedOver:
    """Take the item back, unless the code is a card's; changes nothing then.

    Where cards are hidden nobody looks for one but the visit's own.
    """
    before = look_before(services, code, card, by.at, hides_cards=hides_cards)
    if before.recognised.kind is CodeKind.CARD:
        return HandedOver(CodeKind.CARD)
    outcome = services.acts.checkin(code, by, act_id=act_id)
    return HandedOver(
        kind=before.recognised.kind,
        thing=before.recognised.thing,
        outcome=outcome,
        late=before.late,
        fine=before.fine(outcome),
        left=before.loans - 1 if before.own and outcome.done else None,
    )


def tell_staff(services: Services, barcode: str, title: str, parts: str, by: ActBy, act_id: str) -> None:
    """Set an item aside of which something is missing, with word to staff in the library's language.

    Nobody is named: who had it stands with the item, as long as the library keeps it.
    """
    library = services.library()
    words = wording(library.languages[0], library.time_zone, library.languages)
    text = words("return.missing.message", barcode=barcode, title=title, parts=parts)
    services.acts.report_incomplete(barcode, text, library.languages[0], by, act_id=act_id)


def look_before(
    services: Services, code: str, card: str | None, at: datetime, *, hides_cards: bool
) -> Before:
    """Return what the code is, and for an item what the return itself will no longer tell."""
    with services.database.read() as view:
        (facts,) = services.decider.facts_of_items(view, card, [code])
        thing = thing_of(services, view, code) if facts.copy is not None else None
    if thing is None and hides_cards:
        own = is_same_card(card, code)
        return Before(Recognised(CodeKind.CARD if own else unknown_kind(code, hides_cards=True)))
    if thing is None:
        holder = holder_of(services, code)
        return Before(Recognised(CodeKind.CARD if holder else CodeKind.NOTHING, holder=holder))
    loan = facts.copy.loan if facts.copy else None
    late = None if loan is None else loan.due_at < at
    loans = len(facts.patron.loans) if facts.patron else 0
    return Before(Recognised(CodeKind.ITEM, thing), late, _is_own(facts), loans)


def _is_own(facts: Facts) -> bool:
    loan = facts.copy.loan if facts.copy else None
    return loan is not None and facts.patron is not None and loan.patron_id == facts.patron.patron.id
