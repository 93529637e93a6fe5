"""What is said of a row: in a word, in one line, and all there is to it; free of Qt."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.errors import KioskError
from kiosk.model.item import ItemStatus, Place
from kiosk.model.library import Library
from kiosk.ui.staff.desk.rows import DeskRow, Step
from kiosk.words import Wording
from kiosk.words.reasons import error_sentence, reason_sentence, way_out

_TO = "staff.desk."


class Tone(StrEnum):
    """How a row is coloured; words always say the same."""

    PLAIN = "plain"
    GOOD = "good"
    WAIT = "wait"
    STOP = "stop"


_TONES = {
    Step.LENT: Tone.GOOD,
    Step.RENEWED: Tone.GOOD,
    Step.RETURNED: Tone.GOOD,
    Step.CHANGED: Tone.GOOD,
    Step.UNDONE: Tone.PLAIN,
    Step.ASKS: Tone.WAIT,
    Step.OWN: Tone.WAIT,
    Step.CHOOSING: Tone.WAIT,
    Step.REFUSED: Tone.STOP,
    Step.UNKNOWN: Tone.STOP,
    Step.FAILED: Tone.STOP,
}

_OF_STATUS = {
    ItemStatus.AVAILABLE: Tone.GOOD,
    ItemStatus.DAMAGED: Tone.STOP,
    ItemStatus.MISSING: Tone.STOP,
    ItemStatus.LOST: Tone.STOP,
    ItemStatus.WITHDRAWN: Tone.STOP,
}


@dataclass(frozen=True, slots=True)
class RowTold:
    """A row in words: ``state`` is what became of it, ``more`` everything else, a sentence a line.

    ``line`` is for the list: of what was refused all reasons, the ways out of them stand where it is large.
    """

    ticket: int
    state: str
    tone: Tone
    code: str
    title: str
    due: str
    charge: str
    who: str
    more: tuple[str, ...]
    line: str


def row_told(row: DeskRow, library: Library, words: Wording) -> RowTold:
    """Return the row in words."""
    due = row.outcome.due_at if row.outcome is not None and row.step is not Step.UNDONE else None
    if due is None and row.step is Step.SHOWN and row.item is not None and row.item.loan is not None:
        due = row.item.loan.due_at
    more = tuple(filter(None, _more(row, library, words)))
    return RowTold(
        ticket=row.ticket,
        state=_state(row, words),
        tone=_tone(row),
        code=row.barcode or row.text,
        title=row.name if row.step is Step.CARD else row.title,
        due=words.dated(due, "weekday_short_day_short") if due is not None else "",
        charge=words.money(row.charge) if row.charge is not None else "",
        who="" if row.step is Step.CARD else row.name,
        more=more,
        line=" ".join((row.step is Step.REFUSED and dict.fromkeys(_said(row, library, words))) or more),
    )


def _tone(row: DeskRow) -> Tone:
    if row.step is Step.RETURNED and (row.charge is not None or row.reasons):
        return Tone.WAIT
    if row.step is Step.SHOWN and row.item is not None:
        return _OF_STATUS.get(row.item.status, Tone.WAIT)
    return _TONES.get(row.step, Tone.PLAIN)


def _state(row: DeskRow, words: Wording) -> str:
    if row.step is Step.REFUSED:
        return words(f"staff.desk.refused.{row.wanted or 'lend'}")
    if row.step is Step.CHANGED:
        return words(f"staff.desk.changed.{row.changed}")
    if row.step is Step.SHOWN and row.item is not None:
        return words(f"status.{row.item.status}")
    return words(f"staff.desk.step.{row.step}")


def _more(row: DeskRow, library: Library, words: Wording) -> list[str]:
    match row.step:
        case Step.REFUSED | Step.OWN | Step.UNKNOWN:
            return _against(row, library, words)
        case Step.ASKS:
            return [words("staff.desk.asks.more", charge=row.charge)]
        case Step.RETURNED:
            return _returned(row, library, words)
        case Step.SHOWN:
            return _shown(row, library, words)
        case Step.FAILED:
            return [_failure(row, words), words("staff.desk.failed.more")]
        case Step.RENEWED:
            left = row.outcome.renewals_left if row.outcome is not None else None
            return [words.count("staff.desk.renewals_left", left)] if left is not None else []
        case Step.CHANGED:
            return [*_lay(row, library, words)]
        case Step.UNDONE:
            return [*_lay(row, library, words)]
        case Step.CHOOSING:
            return [words("staff.desk.choosing.more")]
    return [_limit(row, words)]


def _against(row: DeskRow, library: Library, words: Wording) -> list[str]:
    """Return all reasons, then the way out of each, none twice."""
    said = _said(row, library, words)
    ways = [way_out(reason, words, library, _TO) for reason in row.reasons]
    if not said:
        return [words("staff.desk.unknown.more")]
    return list(dict.fromkeys(text for pair in zip(said, ways, strict=True) for text in pair))


def _said(row: DeskRow, library: Library, words: Wording) -> list[str]:
    return [reason_sentence(reason, words, library, _TO) for reason in row.reasons]


def _returned(row: DeskRow, library: Library, words: Wording) -> list[str]:
    lines = [*_lay(row, library, words)]
    lines += _said(row, library, words)
    if row.charge is not None:
        lines.append(words("staff.desk.fine", charge=row.charge))
    if row.outcome is not None and row.outcome.loan_id is None:
        lines.append(words("staff.desk.was_not_lent"))
    if row.parts:
        lines.append(words("staff.desk.parts", parts=row.parts))
    if row.note:
        lines.append(words("staff.desk.note", note=row.note))
    return lines


def _lay(row: DeskRow, library: Library, words: Wording) -> tuple[str, ...]:
    outcome = row.outcome
    if outcome is None or outcome.place is None:
        return ()
    branch = library.branch(outcome.place_branch) if outcome.place_branch else None
    name = words.name(branch.name) if branch is not None else outcome.place_branch or ""
    lay = words(f"staff.desk.lay.{outcome.place}", branch=name)
    kept = outcome.place in (Place.HOLD_SHELF, Place.TRANSIT) and outcome.hold_id is not None
    return (lay, words("staff.desk.for_hold")) if kept else (lay,)


def _shown(row: DeskRow, library: Library, words: Wording) -> list[str]:
    item = row.item
    if item is None:
        return []
    home = library.branch(item.item.branch)
    lines = [words("staff.desk.home", branch=words.name(home.name) if home else item.item.branch)]
    if item.item.call_number:
        place = " ".join(filter(None, (item.item.location, item.item.call_number)))
        lines.append(words("staff.desk.stands", place=place))
    if item.borrower is not None:
        lines.append(words("staff.desk.borrowed_by", name=item.borrower.name, card=item.borrower.card))
    if item.loan is not None and item.loan.claims_returned:
        lines.append(words("staff.desk.claimed"))
    if item.waiting_for is not None:
        lines.append(words("staff.desk.kept_for", name=item.waiting_for.name))
    if item.item.note:
        lines.append(words("staff.desk.note", note=item.item.note))
    if row.card is None and item.loan is None:
        lines.append(words("staff.desk.no_card"))
    return lines


def _failure(row: DeskRow, words: Wording) -> str:
    if isinstance(row.error, KioskError):
        return error_sentence(row.error, words)
    return words("error.unknown")


def _limit(row: DeskRow, words: Wording) -> str:
    """Say how much of the fullest limit is used, once little of it is left."""
    uses = row.outcome.limits if row.outcome is not None and row.step is Step.LENT else ()
    fullest = min(uses, key=lambda use: use.allowed - use.used, default=None)
    if fullest is None or fullest.allowed - fullest.used > 2:
        return ""
    return words("staff.desk.limit", used=fullest.used, allowed=fullest.allowed)
