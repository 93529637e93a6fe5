"""What My account shows, derived from what was read and what is being changed; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.membership.account import Statement
from kiosk.model.charge import Charge
from kiosk.model.library import Library
from kiosk.model.patron import Patron
from kiosk.ui.patron.account_lines import AccountLoan, account_loan
from kiosk.ui.patron.account_loading import AccountRead
from kiosk.ui.patron.flows.account_acts import AccountActs
from kiosk.ui.patron.flows.codes import Thing
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.title_words import DOT
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class AccountFee:
    """One amount owed and what it is for."""

    key: str
    text: str
    amount: str


@dataclass(frozen=True, slots=True)
class AccountState:
    """All texts ready. `entered` is false while a card is asked for, `loaded` until it is read."""

    entered: bool = False
    loaded: bool = False
    failure: str = ""
    name: str = ""
    initials: str = ""
    about: str = ""
    loans: tuple[AccountLoan, ...] = ()
    renewable: int = 0
    choosing: bool = False
    chosen: int = 0
    renew_chosen: str = ""
    progress: str = ""
    done: float = 0.0
    fees: tuple[AccountFee, ...] = ()
    owes: str = ""


def account_state(
    read: AccountRead,
    acts: AccountActs,
    now: datetime,
    library: Library,
    words: Wording,
    covers: Mapping[Thing, str],
) -> AccountState:
    """Return what to show to the account's owner."""
    statement, chosen = read.statement, len(acts.chosen)
    loans = tuple(
        account_loan(line, read.thing(line.record_id, line.title), acts, now, library, words, covers)
        for line in statement.loans
    )
    return AccountState(
        entered=True,
        loaded=True,
        name=statement.patron.shown_name,
        initials=initials(statement.patron),
        about=DOT.join(filter(None, (_category(statement, words), _valid_until(statement, now, words)))),
        loans=loans,
        renewable=sum(loan.renewable for loan in loans),
        choosing=acts.choosing,
        chosen=chosen,
        renew_chosen=words.count("account.renew_chosen", chosen) if chosen else words("account.choose.none"),
        progress=_progress(acts, words),
        done=1 - len(acts.renewing) / acts.total if acts.total else 0.0,
        fees=_fees(statement, words),
        owes=words.money(statement.owes) if statement.owes else "",
    )


def failed_state(name: str, error: Exception, words: Wording) -> AccountState:
    """Return what to show when the account cannot be read."""
    return AccountState(entered=True, name=name, failure=failure_sentence(error, words))


def initials(patron: Patron) -> str:
    """Return the letters in the disc before the name."""
    return f"{(patron.first_name or '')[:1]}{patron.last_name[:1]}".upper()


def _category(statement: Statement, words: Wording) -> str:
    code = statement.patron.category
    found = next((one for one in statement.library.patron_categories if one.code == code), None)
    return words.name(found.name) if found else code


def _valid_until(statement: Statement, now: datetime, words: Wording) -> str:
    until = statement.patron.expires_on
    if until is None:
        return words("account.until.none")
    gone = until < now.astimezone(words.zone).date()
    return words("account.expired" if gone else "account.until", day=words.dated(until, "year"))


def _progress(acts: AccountActs, words: Wording) -> str:
    if acts.total < 2:
        return ""
    number = acts.total - len(acts.renewing) + 1
    return words("account.renewing", number=number, total=acts.total)


def _fees(statement: Statement, words: Wording) -> tuple[AccountFee, ...]:
    booked = [
        AccountFee(f"charge-{charge.id}", _charge_text(charge, words), words.money(charge.open_amount))
        for charge in statement.charges
    ]
    running = [
        AccountFee(
            f"running-{loan.barcode}",
            words("account.fee.running", title=loan.title),
            words.money(loan.fine_so_far),
        )
        for loan in statement.loans
        if loan.fine_so_far
    ]
    return (*booked, *running)


def _charge_text(charge: Charge, words: Wording) -> str:
    """Say what it is for; staff's own note where the kind alone says little."""
    about_title = charge.kind in ("fine", "loan_fee", "replacement")
    if charge.note and not (about_title and charge.title):
        return charge.note
    if about_title and not charge.title:
        return words("account.fee.other")
    return words(f"account.fee.{charge.kind}", title=charge.title or "")
