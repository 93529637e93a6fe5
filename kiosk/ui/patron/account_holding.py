"""What My account shows of holds, and what it asks before one is changed; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kiosk.membership.account import HoldLine
from kiosk.model.errors import DayNotAhead, HoldUnknown
from kiosk.model.hold import HoldState
from kiosk.model.library import Library
from kiosk.rules.holds import WAITING
from kiosk.ui.patron.account_loading import AccountRead
from kiosk.ui.patron.flows.account_hold_events import Cancel, FetchAt, HoldAct, Resume, Suspend
from kiosk.ui.patron.flows.account_holds import WEEKS, AccountHolds, HoldQuestion, day_after
from kiosk.ui.patron.flows.codes import Thing
from kiosk.ui.patron.hold_words import branch_name, hold_chip, hold_where, weeks_sentence
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.title_rows import GOOD, WAIT
from kiosk.ui.shared.cover_design import SQUARE_FORMS
from kiosk.words import Wording
from kiosk.words.reasons import what_to_do, why_not

_DAY = "weekday_short_day_month"


@dataclass(frozen=True, slots=True)
class AccountHold:
    """One hold, with its chip and where it is collected; `changeable` while it waits."""

    number: int
    title: str
    author: str
    cover: str
    square: bool
    chip: str
    tone: int
    where: str
    changeable: bool
    busy: bool
    cancel_name: str
    change_name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class HoldChoice:
    """One of several answers: weeks to rest, or a branch."""

    key: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class AccountHoldsState:
    """All texts ready. `question` is empty, change, rest, elsewhere, cancel or refused."""

    rows: tuple[AccountHold, ...] = ()
    question: str = ""
    heading: str = ""
    words: str = ""
    resting: bool = False
    movable: bool = False
    day: str = ""
    rest: str = ""
    weeks: tuple[HoldChoice, ...] = ()
    branches: tuple[HoldChoice, ...] = ()


def account_holds_state(
    read: AccountRead | None,
    holds: AccountHolds,
    library: Library,
    words: Wording,
    covers: Mapping[Thing, str],
) -> AccountHoldsState:
    """Return the holds and the question about one of them."""
    if read is None:
        return AccountHoldsState()
    lines = read.statement.holds
    rows = tuple(
        _row(line, read.thing(line.record_id, line.title), holds, library, words, covers) for line in lines
    )
    told = AccountHoldsState(rows)
    if holds.question is HoldQuestion.REFUSED:
        reasons = (why_not(holds.refusal, words, library), what_to_do(holds.refusal, words, library))
        return replace(told, question=str(holds.question), heading=reasons[0], words=reasons[1])
    line = next((one for one in lines if one.hold_id == holds.hold), None)
    return told if line is None else _asked(told, line, holds, library, words)


def told_of(act: HoldAct, title: str, library: Library, words: Wording) -> str:
    """Say that it is done."""
    match act:
        case Suspend(_, None):
            return words("holds.rests.done.open", title=title)
        case Suspend(_, day):
            return words("holds.rests.done", title=title, day=words.dated(day or date.min, _DAY))
        case Resume():
            return words("holds.again.done", title=title)
        case FetchAt(_, branch):
            return words("holds.elsewhere.done", title=title, branch=branch_name(branch, library, words))
        case Cancel():
            return words("account.cancelled")


def told_of_failure(error: Exception, words: Wording) -> str:
    """Say why it could not be done, and what to do."""
    if isinstance(error, HoldUnknown):
        return words("holds.gone")
    return words("holds.day_gone") if isinstance(error, DayNotAhead) else failure_sentence(error, words)


def _row(
    line: HoldLine,
    thing: Thing,
    holds: AccountHolds,
    library: Library,
    words: Wording,
    covers: Mapping[Thing, str],
) -> AccountHold:
    return AccountHold(
        number=line.hold_id,
        title=line.title,
        author=thing.author,
        cover=covers.get(thing, ""),
        square=thing.form in SQUARE_FORMS,
        chip=hold_chip(line, words),
        tone=GOOD if line.state is HoldState.READY else WAIT,
        where=hold_where(line, library, words),
        changeable=line.state in WAITING,
        busy=line.hold_id in holds.busy,
        cancel_name=words("account.hold.cancel", title=line.title),
        change_name=words("holds.change.name", title=line.title),
        language=thing.language,
    )


def _asked(
    told: AccountHoldsState, line: HoldLine, holds: AccountHolds, library: Library, words: Wording
) -> AccountHoldsState:
    told = replace(told, question=str(holds.question), heading=line.title)
    match holds.question:
        case HoldQuestion.CHANGE:
            about = f"{hold_chip(line, words)}. {weeks_sentence(line.estimate_weeks, words)}".strip()
            resting, movable = line.state is HoldState.SUSPENDED, len(library.branches) > 1
            return replace(told, words=about, resting=resting, movable=movable)
        case HoldQuestion.REST:
            return _rest(replace(told, heading=words("holds.rest.until")), holds, words)
        case HoldQuestion.ELSEWHERE:
            here = line.pickup_branch.casefold()
            branches = tuple(
                HoldChoice(one.code, words.name(one.name), one.code.casefold() == here)
                for one in library.branches
            )
            return replace(told, heading=words("record.hold.where"), branches=branches)
        case HoldQuestion.CANCEL:
            ready = line.state is HoldState.READY
            question = words("account.cancel.question", title=line.title)
            meant = words("account.cancel.words.ready" if ready else "account.cancel.words")
            return replace(told, heading=question, words=meant)
    return replace(told, question="")


def _rest(told: AccountHoldsState, holds: AccountHolds, words: Wording) -> AccountHoldsState:
    day = words.dated(holds.day, _DAY) if holds.day is not None else ""
    first = holds.first or date.min
    weeks = (
        HoldChoice(str(n), words.count("holds.rest.weeks", n), holds.day == day_after(first, n))
        for n in WEEKS
    )
    ever = HoldChoice("0", words("holds.rest.open"), holds.day is None)
    yes = words("holds.rest.yes", day=day) if day else words("holds.rest.yes.open")
    return replace(told, words=words("holds.rest.why"), day=day, rest=yes, weeks=(*weeks, ever))
