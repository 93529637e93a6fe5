"""Answers questions about oneself from the card's statement, in the form of an article filled in."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from kiosk.membership.account import HoldLine, LoanLine, Statement
from kiosk.model.hold import HoldState
from kiosk.policies.answer import ArticleAnswer, RelatedQuestion
from kiosk.policies.blocks import Block, Paragraph, Run, Table, TableRow, plain_block
from kiosk.policies.live.situation import Situation
from kiosk.policies.live.tables import fill_table
from kiosk.policies.own_matters import OwnMatter
from kiosk.policies.placeholders import parse
from kiosk.rules.calendar import calendar_of
from kiosk.words import Wording, wording

OWN_TOPIC = "account"
_NOTHING = "–"

OF_ALL: Mapping[OwnMatter, str] = MappingProxyType(
    {
        OwnMatter.LOANS: "account-and-pin",
        OwnMatter.CHARGES: "paying-fees",
        OwnMatter.HOLDS: "hold-pickup",
        OwnMatter.LIMITS: "borrowing-limits",
        OwnMatter.CARD: "card-validity",
        OwnMatter.MESSAGES: "account-and-pin",
    }
)
"""What tells of such matters in general, where no article was found for the words of the question."""

# A date for something borrowed today is not that of what somebody has at home.
UNTOLD: Mapping[OwnMatter, frozenset[str]] = MappingProxyType({OwnMatter.LOANS: frozenset({"due_today"})})
"""Values of articles that would mislead whoever asks about the own account."""

_Told = tuple[str, str, tuple[Block, ...]]
"""The figure, the sentence under it, and what follows."""


def own_answer(
    matter: OwnMatter,
    account: Statement,
    about: Situation,
    related: tuple[RelatedQuestion, ...] = (),
) -> ArticleAnswer:
    """Return what the account says of the matter at that moment; its key is ``own-`` and the matter."""
    figure, said, blocks = _TOLD[matter](account, about)
    lead = Paragraph((Run(said),))
    return ArticleAnswer(
        key=f"own-{matter}",
        language=about.words.language,
        topic=OWN_TOPIC,
        title=about.words(f"own.{matter}.title"),
        figure=figure,
        lead=lead,
        blocks=blocks,
        text="\n\n".join(plain_block(block) for block in (lead, *blocks)),
        refine=(),
        related=related,
        as_of=about.today,
        personal=True,
    )


def _loans(account: Statement, about: Situation) -> _Told:
    words = about.words
    loans = sorted(account.loans, key=lambda loan: (loan.due_at, loan.title))
    if not loans:
        return words("own.loans.none.figure"), words("own.loans.none"), ()
    late = sum(loan.overdue for loan in loans)
    first = _due(loans[0], about)
    said = words.count("own.loans.lead", len(loans), day=first)
    if late:
        said = f"{said} {words.count('own.loans.late', late)}"
    header = _header(words, "title", "due", "fine_so_far", "renewals_left")
    rows = tuple(
        TableRow(
            (
                loan.title,
                _due(loan, about),
                words.money(loan.fine_so_far) if loan.fine_so_far.minor else _NOTHING,
                words.number(loan.renewals_left),
            ),
            loan.barcode,
            loan.overdue,
        )
        for loan in loans
    )
    return first, said, (Table(header, rows, "own_loans"),)


def _charges(account: Statement, about: Situation) -> _Told:
    words = about.words
    rows = tuple(_charge_rows(account, about))
    owes = words.money(account.owes)
    if not rows:
        return owes, words("own.charges.none"), ()
    running = any(loan.fine_so_far.minor for loan in account.loans)
    said = words("own.charges.lead" if running else "own.charges.booked", owes=account.owes)
    return owes, said, (Table(_header(words, "charge", "title", "amount"), rows, "own_charges"),)


def _charge_rows(account: Statement, about: Situation) -> Iterator[TableRow]:
    words = about.words
    for charge in account.charges:
        kind = words(f"ledger.kind.{charge.kind}")
        what = charge.title or charge.note or words.dated(charge.booked_at, "year")
        yield TableRow((kind, what, words.money(charge.open_amount)), str(charge.kind))
    for loan in account.loans:
        if loan.fine_so_far.minor:
            running = words("own.charges.running")
            yield TableRow((running, loan.title, words.money(loan.fine_so_far)), "running", marked=True)


def _holds(account: Statement, about: Situation) -> _Told:
    words = about.words
    ready = sum(hold.state is HoldState.READY for hold in account.holds)
    if not account.holds:
        return words("own.holds.none.figure"), words("own.holds.none"), ()
    said = words.count("own.holds.ready", ready) if ready else words("own.holds.not_ready")
    rows = tuple(
        TableRow(
            (hold.title, _state(hold, words), _branch(about, hold.pickup_branch)),
            str(hold.state),
            hold.state is HoldState.READY,
        )
        for hold in sorted(account.holds, key=lambda hold: hold.state is not HoldState.READY)
    )
    table = Table(_header(words, "title", "hold_state", "pickup"), rows, "own_holds")
    return words.count("own.holds.figure", ready), said, (table,)


def _state(hold: HoldLine, words: Wording) -> str:
    match hold.state:
        case HoldState.READY if hold.ready_until is not None:
            return words("own.hold.ready_until", day=hold.ready_until)
        case HoldState.READY:
            return words("own.hold.ready")
        case HoldState.IN_TRANSIT:
            return words("own.hold.in_transit")
        case HoldState.SUSPENDED:
            return words("own.hold.suspended")
    if hold.position is None:
        return words("own.hold.queued")
    place = words("own.hold.position", position=hold.position)
    if hold.estimate_weeks is None:
        return place
    return f"{place}, {words.count('own.hold.weeks', hold.estimate_weeks)}"


def _limits(account: Statement, about: Situation) -> _Told:
    words = about.words
    anything = about.narrowed({"item_type": ""})
    uses = anything.loan_limits()
    table = fill_table(parse("table limits"), about)
    blocks = (table,) if table is not None else ()
    if not uses:
        return words("answer.no_limit"), words.count("own.limits.unlimited", len(account.loans)), blocks
    left = max(0, min(use.allowed - use.used for use in uses))
    said = words.count("own.limits.lead", left, used=len(account.loans))
    return words.number(left), said, blocks


def _card(account: Statement, about: Situation) -> _Told:
    words, last = about.words, account.patron.expires_on
    if last is None:
        return words("answer.no_limit"), words("own.card.never"), ()
    shown = words.dated(last, "year")
    return shown, words("own.card.expired" if last < about.today else "own.card.valid", day=shown), ()


def _messages(account: Statement, about: Situation) -> _Told:
    words = about.words
    told = [message for message in account.messages if message.from_staff or message.reply]
    if not told:
        return words.number(0), words("own.messages.none"), ()
    unread = sum(message.seen_at is None for message in told)
    said = (
        words.count("own.messages.unread", unread) if unread else words.count("own.messages.read", len(told))
    )
    return words.number(unread), said, ()


def _header(words: Wording, *columns: str) -> tuple[str, ...]:
    return tuple(words(f"own.column.{column}") for column in columns)


def _due(loan: LoanLine, about: Situation) -> str:
    return _at_branch(about, loan.item_branch, loan.due_at)


def _at_branch(about: Situation, branch: str, at: datetime) -> str:
    """Return a moment as the clocks of that branch show it."""
    zone = calendar_of(about.library, branch).time_zone
    there = wording(about.words.language, zone, about.words.fallback)
    return there.moment(at)


def _branch(about: Situation, code: str) -> str:
    branch = about.library.branch(code)
    return about.words.name(branch.name) if branch is not None else code


_TOLD: Mapping[OwnMatter, Callable[[Statement, Situation], _Told]] = MappingProxyType(
    {
        OwnMatter.LOANS: _loans,
        OwnMatter.CHARGES: _charges,
        OwnMatter.HOLDS: _holds,
        OwnMatter.LIMITS: _limits,
        OwnMatter.CARD: _card,
        OwnMatter.MESSAGES: _messages,
    }
)
