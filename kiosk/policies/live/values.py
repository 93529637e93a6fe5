"""Fills the inline values of articles, a word or two each: what rules, calendar and account decide."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kiosk.model.money import Money
from kiosk.model.rule import Period, PeriodUnit
from kiosk.model.service import Span
from kiosk.policies.days import TODAY, TOMORROW, value_of
from kiosk.policies.live.opening import hours_on, hours_today, next_closed, open_now
from kiosk.policies.live.situation import Situation
from kiosk.policies.placeholders import SERVICE, SERVICE_NAME, Placeholder
from kiosk.rules.calendar import closure_on
from kiosk.rules.owing import owes
from kiosk.words.reaching import ways_of


def fill(placeholder: Placeholder, situation: Situation) -> str | None:
    """Return the value in words; None where nobody can know it (no account, no such placeholder)."""
    if not placeholder.known or placeholder.table or placeholder.name in situation.untold:
        return None
    if placeholder.name == SERVICE:
        return _service(dict(placeholder.settings).get(SERVICE_NAME, ""), situation)
    about = situation.narrowed(dict(placeholder.settings))
    return _FILLED[placeholder.name](about)


def loan_period(about: Situation) -> str:
    """Return for how long one may borrow, or that it stays here."""
    values = about.values
    if not values.loanable or values.loan_period is None:
        return about.words("answer.only_here")
    return about.words.period(values.loan_period)


def renewals(about: Situation) -> str:
    """Return how often one may renew."""
    return about.words.count("count.times", about.values.renewals)


def max_loans(about: Situation) -> str:
    """Return how many one may have at once: the smallest of all limits that cover the kind."""
    limits = [limit.allowed for limit in about.loan_limits()]
    return about.words.number(min(limits)) if limits else about.words("answer.no_limit")


def fine_per_day(about: Situation) -> str:
    """Return what a day late costs."""
    return about.words.money(about.values.fine_per_day)


def fine_max(about: Situation) -> str:
    """Return what being late costs at most."""
    most = about.values.fine_max
    return about.words("answer.no_limit") if most is None else about.words.money(most)


def membership_fee(about: Situation) -> str:
    """Return what membership costs; nothing costs nothing where no fee is set."""
    category = about.patron_category
    fee = category.membership_fee if category is not None else None
    return about.words.money(fee) if fee else about.words("answer.free")


def card_valid(about: Situation) -> str:
    """Return for how long a card is valid."""
    category = about.patron_category
    months = category.card_valid_months if category is not None else None
    return about.words("answer.no_limit") if months is None else about.words.count("period.months", months)


def _service(name: str, about: Situation) -> str | None:
    service = about.library.service(name)
    match service.value if service is not None else None:
        case None:
            return None
        case Money() as price:
            return about.words.money(price) if price.minor else about.words("answer.free")
        case Span(count, unit):
            return about.words.count(f"period.{unit}", count)
        case number:
            return about.words.number(number)


def _max_holds(about: Situation) -> str:
    limits = [limit.allowed for limit in about.hold_limits()]
    return about.words.number(min(limits)) if limits else about.words("answer.no_limit")


def _renewal_period(about: Situation) -> str:
    period = about.values.renewal_period
    return about.words("answer.only_here") if period is None else about.words.period(period)


def _days(about: Situation, count: int) -> str:
    return about.words.period(Period(count, PeriodUnit.DAYS))


def _loan_fee(about: Situation) -> str:
    fee = about.checkout.charge or about.values.loan_fee
    return about.words.money(fee) if fee else about.words("answer.free")


def _block_owing(about: Situation) -> str:
    limit = about.values.block_owing
    return about.words("answer.no_limit") if limit is None else about.words.money(limit)


def _block_overdue(about: Situation) -> str:
    limit = about.values.block_overdue
    return about.words("answer.no_limit") if limit is None else about.words.number(limit)


def _minimum_age(about: Situation) -> str:
    age = about.values.minimum_age
    return about.words("answer.any_age") if age is None else about.words.count("period.years", age)


def _due_today(about: Situation) -> str:
    values, due = about.values, about.checkout.due_at
    if not values.loanable or values.loan_period is None or due is None:
        return about.words("answer.only_here")
    if values.loan_period.unit is PeriodUnit.HOURS:
        return about.words("answer.due_hours", day=about.words.day(due), time=about.words.clock(due))
    return about.words.day(due)


def _open_state(about: Situation) -> str:
    if about.today == about.asked_on:
        return open_now(about.calendar, about.at, about.words)
    hours = hours_on(about.calendar, about.today, about.words)
    if closure_on(about.calendar, about.today) is not None:
        return hours  # which names the day, and why
    return about.words("answer.open.on", day=about.today, hours=hours)


def _hours(about: Situation) -> str:
    if about.today == about.asked_on:
        return hours_today(about.calendar, about.at, about.words)
    return hours_on(about.calendar, about.today, about.words)


def _day(about: Situation) -> str:
    """Return when, within a sentence: today, tomorrow, or on a date."""
    value = value_of(about.today, about.asked_on)
    if value in (TODAY, TOMORROW):
        return about.words(f"answer.when.{value}")
    return about.words("answer.when.on", day=about.today)


def _branch_name(about: Situation) -> str | None:
    return about.words.name(about.here.name) if about.here is not None else None


def loans_left(about: Situation) -> str | None:
    """Return how many more one may borrow; None of somebody else."""
    if not about.is_own:
        return None
    left = [limit.allowed - limit.used for limit in about.loan_limits()]
    return about.words.number(max(0, min(left))) if left else about.words("answer.no_limit")


def _loans_now(about: Situation) -> str | None:
    patron = about.patron
    return None if patron is None else about.words.number(len(patron.loans))


def _owes(about: Situation) -> str | None:
    patron = about.patron
    return None if patron is None else about.words.money(owes(about.library, patron, about.now))


def _overdue_now(about: Situation) -> str | None:
    patron = about.patron
    if patron is None:
        return None
    return about.words.number(sum(facts.loan.due_at < about.now for facts in patron.loans))


def _of_branch(name: str) -> Callable[[Situation], str | None]:
    """Return what tells a branch's address, phone, e-mail or web; another branch stands in without one."""

    def told(about: Situation) -> str | None:
        branches = ((about.here,) if about.here is not None else ()) + about.library.branches
        return next((value for branch in branches if (value := getattr(branch, name))), None)

    return told


def _way(kind: str) -> Callable[[Situation], str | None]:
    """Return what tells how the branch is reached; the library's channels stand in, then another branch."""

    def told(about: Situation) -> str | None:
        ways = ways_of(about.library, about.branch)
        return next((way.value for way in ways if way.kind == kind), None) or _of_branch(kind)(about)

    return told


def _category_name(about: Situation) -> str | None:
    category = about.patron_category
    return None if category is None else about.words.name(category.name)


def _kind_name(about: Situation) -> str | None:
    kind = about.kind
    return None if kind is None else about.words.name(kind.name)


_FILLED: Mapping[str, Callable[[Situation], str | None]] = MappingProxyType(
    {
        "loan_period": loan_period,
        "renewals": renewals,
        "renewal_period": _renewal_period,
        "max_loans": max_loans,
        "max_holds": _max_holds,
        "fine_per_day": fine_per_day,
        "fine_max": fine_max,
        "fine_grace_days": lambda about: _days(about, about.values.fine_grace_days),
        "loan_fee": _loan_fee,
        "hold_shelf_days": lambda about: _days(about, about.values.hold_shelf_days),
        "replacement_fee": lambda about: about.words.money(about.values.replacement_fee),
        "block_owing": _block_owing,
        "block_overdue": _block_overdue,
        "minimum_age": _minimum_age,
        "due_today": _due_today,
        "open_state": _open_state,
        "next_closure": next_closed,
        "hours_today": _hours,
        "library_name": lambda about: about.words.name(about.library.name),
        "branch_name": _branch_name,
        "address": _of_branch("address"),
        "phone": _way("phone"),
        "email": _way("email"),
        "web": _way("web"),
        "membership_fee": membership_fee,
        "card_valid": card_valid,
        "patron_category_name": _category_name,
        "item_type_name": _kind_name,
        "today": lambda about: about.words.day(about.asked_on),
        "day": _day,
        "loans_now": _loans_now,
        "loans_left": loans_left,
        "owes": _owes,
        "overdue_now": _overdue_now,
    }
)
