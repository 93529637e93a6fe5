"""Finds out what a code read at the kiosk is and what may be done with it; runs on worker threads."""

from dataclasses import dataclass

from kiosk.model.decision import Act, LimitUse, ReasonCode, Request
from kiosk.model.item import barcode_key
from kiosk.model.outcome import ActBy
from kiosk.model.patron import Patron
from kiosk.model.record import Description, record_key
from kiosk.rules.limits import loan_limits
from kiosk.services import Services
from kiosk.storage import View
from kiosk.ui.patron.flows.borrow_cards import narrower, widest_limit
from kiosk.ui.patron.flows.borrow_rows import Look
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind, Thing, is_book_number
from kiosk.ui.patron.own_covers import OwnCovers
from kiosk.ui.patron.title_words import first_author
from kiosk.words.languages import spoken_code


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a code is; `look` is what the rules say of lending an item on the card asked for."""

    kind: CodeKind
    thing: Thing | None = None
    holder: Cardholder | None = None
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class OnCard:
    """How many loans are on a card, and of how many; None where there is no limit of all together.

    `groups` are the narrower limits under which something on the card counts.
    """

    loans: int
    allowed: int | None
    groups: tuple[LimitUse, ...] = ()


def recognise(services: Services, code: str) -> Recognised:
    """Tell whether a code is an item's, a card's or nobody's: an item first, as it is no secret."""
    with services.database.read() as view:
        thing = thing_of(services, view, code)
        if thing is not None:
            return Recognised(CodeKind.ITEM, thing)
        holder = _holder(view.patrons.of_number(code))
    return Recognised(CodeKind.CARD if holder else CodeKind.NOTHING, holder=holder)


def holder_of(services: Services, card: str) -> Cardholder | None:
    """Return whose card it is."""
    with services.database.read() as view:
        return _holder(view.patrons.of_number(card))


def _holder(patron: Patron | None) -> Cardholder | None:
    if patron is None:
        return None
    return Cardholder(
        patron.card,
        patron.shown_name,
        patron.category,
        patron.card_lost,
        patron.language,
        patron.pin_must_change,
        patron.pin_hash is not None,
    )


def look_at(services: Services, code: str, card: str, by: ActBy, *, hides_cards: bool) -> Recognised:
    """Recognise a code and have the rules decide a loan of it, which changes nothing.

    Where cards are hidden nobody looks whether it is one.
    """
    with services.database.read() as view:
        decider = services.decider
        (facts,) = decider.facts_of_items(view, card, [code])
        if facts.copy is None and not hides_cards:
            holder = _holder(view.patrons.of_number(code))
            if holder is not None:
                return Recognised(CodeKind.CARD, holder=holder)
        thing = thing_of(services, view, code) or Thing(code, 0, "")
        request = Request(Act.CHECKOUT, by.at, by.branch, functions=by.functions, barcode=code)
        decision = decider.decide(request, facts)
    terms = decision.terms
    look = Look(
        thing=thing,
        allowed=decision.allowed,
        reasons=decision.reasons,
        fee=decision.charge or None,
        period=terms.loan_period if terms else None,
        limits=decision.limits,
        may_queue=by.functions is None or "holds" in by.functions,
    )
    if all(reason.code is not ReasonCode.ITEM_UNKNOWN for reason in decision.reasons):
        return Recognised(CodeKind.ITEM, thing, look=look)
    return Recognised(unknown_kind(code, hides_cards=hides_cards), thing, look=look)


def unknown_kind(code: str, *, hides_cards: bool) -> CodeKind:
    """Return what to call a code that is no item's, before anybody has looked for a card."""
    return CodeKind.EITHER if hides_cards and not is_book_number(code) else CodeKind.NOTHING


def count_loans(services: Services, card: str, branch: str) -> OnCard:
    """Return how many loans are on the card, and every limit under which they count."""
    with services.database.read() as view:
        library = services.decider.libraries.current(view)
        patron = view.facts.gather(card=card).patron
    if patron is None:
        return OnCard(0, None)
    kinds = {(facts.item_branch, facts.item_type) for facts in patron.loans}
    limits: dict[LimitUse, None] = {}
    for kind in [(branch, None), *sorted(kinds)]:
        limits.update(dict.fromkeys(loan_limits(library, patron.patron.category, kind, patron.loans)))
    widest = widest_limit(tuple(limits))
    return OnCard(len(patron.loans), widest.allowed if widest else None, narrower(tuple(limits)))


def thing_of(services: Services, view: View, barcode: str) -> Thing | None:
    """Return the item of that barcode as a patron sees it."""
    item = view.items.by_barcode(barcode)
    listed = view.records.listing([item.record_id]) if item else []
    if item is None or not listed:
        return None
    library = services.decider.libraries.current(view)
    home = library.branch(item.branch)
    zone = home.calendar.time_zone if home else library.time_zone
    return thing(
        services,
        listed[0].description,
        item.barcode,
        item.record_id,
        zone,
        listed[0].control_number,
        item.parts or "",
    )


def thing(
    services: Services,
    description: Description,
    barcode: str,
    record_id: int,
    zone: str,
    control_number: str | None = None,
    parts: str = "",
) -> Thing:
    """Return a copy of a described title as a patron sees it, with the library's own cover of it."""
    covers = OwnCovers(services.folder.within(services.settings.covers), services.folder.cover_cache)
    names = (record_key(record_id), *description.isbns, control_number or "")
    return Thing(
        barcode=barcode,
        record_id=record_id,
        title=description.title,
        author=first_author(description.authors),
        form=str(description.form),
        zone=zone,
        picture=covers.url(names),
        parts=" ".join(parts.split()),
        language=spoken_code(description.language),
    )


def is_same_card(one: str | None, other: str) -> bool:
    """Tell whether two card numbers are the same card."""
    return one is not None and barcode_key(one) == barcode_key(other)
