"""Loans of an account as rows: texts ready, date slips, what may be done; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.membership.account import LoanLine
from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.item import barcode_key
from kiosk.model.library import Library
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.date_slips import slip
from kiosk.ui.patron.flows.account_acts import AccountActs
from kiosk.ui.patron.flows.codes import Thing
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.title_rows import GOOD, STOP, WAIT
from kiosk.ui.shared.cover_design import SQUARE_FORMS
from kiosk.words import Wording
from kiosk.words.reasons import what_to_do, why_not


@dataclass(frozen=True, slots=True)
class AccountLoan:
    """One loan; `remark` stands under the author, `side` where the button would be. Empty: none."""

    barcode: str
    title: str
    author: str
    cover: str
    square: bool
    weekday: str
    day: str
    month: str
    slip_tone: int
    remark: str = ""
    remark_tone: int = GOOD
    remark_icon: str = ""
    side: str = ""
    renewable: bool = False
    chosen: bool = False
    busy: bool = False
    button_name: str = ""
    language: str = ""


def account_loan(
    line: LoanLine,
    thing: Thing,
    acts: AccountActs,
    now: datetime,
    library: Library,
    words: Wording,
    covers: Mapping[Thing, str],
) -> AccountLoan:
    """Tell of one loan, with what became of renewing it."""
    home = library.branch(line.item_branch)
    zone = home.calendar.time_zone if home else library.time_zone
    key = barcode_key(line.barcode)
    outcome = acts.outcomes.get(key)
    due = slip((outcome.due_at if outcome and outcome.due_at else None) or line.due_at, now, zone, words)
    row = AccountLoan(
        barcode=line.barcode,
        title=line.title,
        author=thing.author,
        cover=covers.get(thing, ""),
        square=thing.form in SQUARE_FORMS,
        weekday=due.weekday,
        day=due.day,
        month=due.month,
        slip_tone=due.tone,
        chosen=key in acts.chosen,
        button_name=words("account.choose.name" if acts.choosing else "account.renew.name", title=line.title),
        language=thing.language,
    )
    if key in acts.renewing:
        return replace(row, busy=True, side=words("account.renewing.one"))
    if key in acts.failures:
        sentence = failure_sentence(acts.failures[key], words)
        return replace(row, remark=sentence, remark_tone=STOP, remark_icon="stop", renewable=True)
    if outcome is not None:
        return _after_renewing(row, outcome, library, words)
    return _before_renewing(row, line, library, words)


def _after_renewing(row: AccountLoan, outcome: Outcome, library: Library, words: Wording) -> AccountLoan:
    if not outcome.done:
        return _refused(row, outcome.reasons, library, words)
    left = outcome.renewals_left or 0
    side = words.count("account.more_times", left) if left else words("account.more_times.none")
    return replace(row, remark=words("account.renewed"), remark_icon="check", side=side)


def _before_renewing(row: AccountLoan, line: LoanLine, library: Library, words: Wording) -> AccountLoan:
    decision = line.renewal
    if decision is not None and not decision.allowed:
        row = _refused(row, decision.reasons, library, words)
    else:
        row = replace(row, renewable=True)
    if not line.overdue:
        return row
    late = words("account.late")
    if line.fine_so_far:
        late = words("account.late.fine", fine=line.fine_so_far)
    said = f"{late}. {row.remark}" if row.remark else late
    return replace(row, remark=said, remark_tone=STOP, remark_icon="alert")


def _refused(row: AccountLoan, reasons: tuple[Reason, ...], library: Library, words: Wording) -> AccountLoan:
    if {reason.code for reason in reasons} == {ReasonCode.RENEWAL_TOO_EARLY}:
        # No refusal to speak of: the loan has only just begun.
        return replace(row, side=what_to_do(reasons, words, library), renewable=False)
    wanted = any(reason.code is ReasonCode.RENEWAL_WANTED_BY_OTHER for reason in reasons)
    return replace(
        row,
        remark=why_not(reasons, words, library),
        remark_tone=WAIT,
        remark_icon="people" if wanted else "info",
        side=words("account.not_renewable"),
        renewable=False,
    )
