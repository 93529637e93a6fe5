"""A row of Borrow as the screen shows it: texts ready, tone, date slip and ways out; free of Qt."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.model.library import Library
from kiosk.model.record import Form
from kiosk.ui.patron.date_slips import Slip, slip
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, Offer, RowStep
from kiosk.ui.patron.flows.codes import Thing
from kiosk.ui.patron.hold_words import branch_name
from kiosk.ui.patron.return_words import chip_of, lay_of, note_of, parts_back, timeliness
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.title_rows import GOOD, STOP, WAIT
from kiosk.ui.patron.title_words import DOT
from kiosk.ui.shared.cover_design import SQUARE_FORMS
from kiosk.words import Wording
from kiosk.words.reasons import what_to_do, why_not

_CHECKING = {
    RowStep.LOOKING: ("borrow.row.reading", 0.3),
    RowStep.LENDING: ("borrow.row.checking", 0.6),
    RowStep.PARTS: ("borrow.row.parts", 0.5),
    RowStep.ASKING: ("borrow.row.asking", 0.5),
    RowStep.ACTING: ("borrow.row.acting", 0.5),
}
_CHIPS = {
    RowStep.LENT: ("borrow.row.lent", GOOD),
    RowStep.RENEWED: ("borrow.row.renewed", GOOD),
    RowStep.RETURNED: ("borrow.row.returned", GOOD),
    RowStep.UNDONE: ("borrow.row.undone", WAIT),
    RowStep.INCOMPLETE: ("borrow.row.undone", WAIT),
    RowStep.QUEUED: ("borrow.row.queued", WAIT),
    RowStep.DECLINED: ("borrow.row.declined", WAIT),
    RowStep.REFUSED: ("borrow.row.refused", STOP),
    RowStep.FAILED: ("borrow.row.failed", STOP),
}
_OFFER_ICONS = {
    Offer.QUEUE: "hold",
    Offer.RENEW: "renew",
    Offer.RETURN: "return",
    Offer.UNDO: "close",
    Offer.MISSING: "alert",
    Offer.AGAIN: "renew",
}


@dataclass(frozen=True, slots=True)
class BorrowLine:
    """One row; `kind` is checking, done or stopped. Offers are empty where there is none."""

    ticket: int
    kind: str
    title: str
    author: str = ""
    cover: str = ""
    square: bool = False
    text: str = ""
    progress: float = 0.0
    chip: str = ""
    tone: int = GOOD
    note: str = ""
    hint: str = ""
    weekday: str = ""
    day: str = ""
    month: str = ""
    slip_tone: int = GOOD
    offer: str = ""
    offer_text: str = ""
    offer_icon: str = ""
    other: str = ""
    other_text: str = ""
    other_icon: str = ""
    language: str = ""


def borrow_line(
    row: BorrowRow, now: datetime, library: Library, words: Wording, covers: Mapping[Thing, str]
) -> BorrowLine:
    """Tell of one item; `covers` are painted ones."""
    thing = row.thing if row.thing is not None and row.thing.title else None
    line = BorrowLine(
        ticket=row.ticket,
        kind="checking",
        title=thing.title if thing else row.code,
        author=thing.author if thing else "",
        cover=covers.get(thing, "") if thing else "",
        square=thing is not None and thing.form in SQUARE_FORMS,
        language=thing.language if thing else "",
    )
    if not row.settled:
        key, progress = _CHECKING[row.step]
        return replace(line, text=words(key), progress=progress)
    key, tone = _CHIPS[row.step]
    line = replace(line, kind="done", chip=words(key), tone=tone)
    return _with_offers(_with_particulars(line, row, now, library, words), row, words)


def _with_particulars(
    line: BorrowLine, row: BorrowRow, now: datetime, library: Library, words: Wording
) -> BorrowLine:
    match row.step:
        case RowStep.LENT | RowStep.RENEWED:
            return replace(_with_slip(line, row, now, words), hint=_still_lent(row, library, words))
        case RowStep.REFUSED:
            why, way = why_not(row.reasons, words, library), what_to_do(row.reasons, words, library)
            # Where only returning is left, its button says it all.
            hint = "" if row.offers == (Offer.RETURN,) else way
            return replace(line, kind="stopped", text=why, hint=hint)
        case RowStep.FAILED:
            return replace(line, kind="stopped", text=failure_sentence(row.error, words))
        case RowStep.DECLINED:
            return replace(line, text=words("borrow.row.declined.words"))
        case RowStep.INCOMPLETE:
            parts = row.thing.parts if row.thing else ""
            return replace(line, text=words("borrow.row.incomplete", parts=parts))
        case RowStep.QUEUED:
            place = words("borrow.row.queued.words", position=row.position or 1)
            return replace(line, text=place, hint=words("borrow.row.queued.lay"))
        case RowStep.RETURNED:
            return _returned(line, row, library, words)
        case RowStep.UNDONE:
            return replace(line, text=_undone(row, library, words))
    return line


def _still_lent(row: BorrowRow, library: Library, words: Wording) -> str:
    """Say why a loan could not be taken back; empty where nobody tried."""
    if row.error is not None:
        return words("borrow.row.still_lent", words=failure_sentence(row.error, words))
    if not row.reasons:
        return ""
    why, way = why_not(row.reasons, words, library), what_to_do(row.reasons, words, library)
    return words("borrow.row.still_lent", words=f"{why} {way}")


def _undone(row: BorrowRow, library: Library, words: Wording) -> str:
    told = [words("borrow.row.undone.words"), _where_to_lay(row, library, words)]
    if row.fee:
        told.append(words("borrow.row.undone.fee", fee=row.fee))
    if row.hold_again:
        told.append(words("borrow.row.undone.hold"))
    return " ".join(told)


def _returned(line: BorrowLine, row: BorrowRow, library: Library, words: Wording) -> BorrowLine:
    """Say of what was returned all that Return says: in time or not, where to lay it, and its parts."""
    handed = row.handed
    if handed is None:
        return line
    chip, tone = chip_of(handed, words)
    laid = re.sub("</?b>", "", lay_of(handed, library, words))
    told = " ".join(filter(None, (f"{laid}.", note_of(handed, library, words))))
    cost = timeliness(handed, words) if handed.fine else ""
    return replace(
        line,
        author=DOT.join(filter(None, (line.author, cost))),
        chip=chip,
        tone=tone,
        text="\n".join(filter(None, (told, parts_back(handed, words)))),
    )


def _where_to_lay(row: BorrowRow, library: Library, words: Wording) -> str:
    where = words(f"place.{row.place}", branch=branch_name(row.place_branch, library, words))
    return words("borrow.row.returned.words", place=where)


def _with_slip(line: BorrowLine, row: BorrowRow, now: datetime, words: Wording) -> BorrowLine:
    if row.due_at is None or row.thing is None:
        return line
    due = slip(row.due_at, now, row.thing.zone, words)
    note = _terms(row, due, words)
    return replace(line, note=note, weekday=due.weekday, day=due.day, month=due.month, slip_tone=due.tone)


def _terms(row: BorrowRow, due: Slip, words: Wording) -> str:
    """Say for how long and how often again: "Film: 7 days, renew 2 times"; for hours until when."""
    left = row.renewals_left or 0
    again = words.count("borrow.row.renewals", left) if left else words("borrow.row.renewals.none")
    period = words.period(row.period) if row.period else ""
    text = words("borrow.row.terms", period=period, renewals=again) if period else again
    if due.hour:
        text = words("borrow.row.hour", time=due.hour)
    if row.fee and row.step is RowStep.LENT:
        text = f"{text}, {words('borrow.row.fee', fee=row.fee)}"
    form = row.thing.form if row.thing else Form.BOOK
    return text if form == Form.BOOK else f"{words(f'form.{form}')}: {text}"


def _with_offers(line: BorrowLine, row: BorrowRow, words: Wording) -> BorrowLine:
    first, second = (*row.offers, None, None)[:2]
    if first is not None:
        text = words(_offer_key(first))
        line = replace(line, offer=str(first), offer_text=text, offer_icon=_OFFER_ICONS[first])
    if second is not None:
        text = words(_offer_key(second))
        line = replace(line, other=str(second), other_text=text, other_icon=_OFFER_ICONS[second])
    return line


def _offer_key(offer: Offer) -> str:
    """Return the key of what stands on its button: the words of Return for what Return offers too."""
    return "return.missing" if offer is Offer.MISSING else f"borrow.offer.{offer}"
