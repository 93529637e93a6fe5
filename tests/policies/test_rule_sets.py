"""For rules at random, an answer says what ``circulation explain`` says and what the checkout then does."""

import io
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
import typer

from kiosk.circulation.acts import Acts
from kiosk.cli.circulation import app
from kiosk.cli.context import CommandContext, Launchers
from kiosk.library_folder import LibraryFolder
from kiosk.model.article import Article
from kiosk.model.clock import FixedClock
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy
from kiosk.model.rule import Period, PeriodUnit
from kiosk.policies.placeholders import ACCOUNT_VALUES, RULE_VALUES
from kiosk.services import Services
from kiosk.words import Wording, wording
from tests.cli.command import Cli

from .conftest import NOW
from .rule_sets import Asked, rule_set, somebody

SETS = 200
_SHOWN = (*RULE_VALUES, "due_today", *ACCOUNT_VALUES)
_PERIODS = ("loan_period", "renewal_period")
_MONEY = ("fine_per_day", "fine_max", "replacement_fee", "block_owing")
_DAYS = ("fine_grace_days", "hold_shelf_days")


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    home = tmp_path_factory.mktemp("rules") / "library"
    assert Cli(home)("init").status == 0
    made = Services(LibraryFolder(home), FixedClock(NOW))
    body = "\n".join(f"- {name} is {{{{{name}}}}}" for name in _SHOWN)
    with made.database.act() as work:
        work.articles.save(Article("values", "en", "borrowing", "Values?", body), by="test", at=NOW)
        work.commit()
    yield made
    made.close()


def test_answers_explain_and_checkout_say_the_same_for_rules_at_random(
    services: Services, sample_library: Library
) -> None:
    desk = _Desk(services)
    seen: set[str] = set()
    for seed in range(SETS):
        with services.database.act() as work:
            work.library.replace(rule_set(sample_library, seed))
            asked = somebody(work, seed)
            work.commit()
        seen |= desk.compare(asked, f"seed {seed}: {asked}")
    # Sets that never refuse for one of these, or never lend, would prove little.
    assert seen >= {
        "lent",
        "renewed",
        "item.not_loanable",
        "limit.loans",
        "limit.holds",
        "patron.owes",
        "patron.overdue",
        "patron.too_young",
        "renewal.limit",
        "renewal.too_early",
    }


class _Desk:
    """Asks, has it explained, lends and renews; compares all of it."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._acts = Acts(services.database, services.decider)
        self._command = typer.main.get_command(app)

    def compare(self, asked: Asked, seed: str) -> set[str]:
        """Return what was seen: reasons, a loan, a renewal."""
        shown = self._shown(asked)
        lending = self._explained(asked, "checkout")
        rules = {name: one["value"] for name, one in lending["rules"].items()}
        words = wording("en", self._zone(asked))
        for name, value in _expected(rules, words).items():
            assert shown[name] == value, f"{name}, {seed}"
        _compare_due(shown, lending, rules["loanable"], words, seed)
        reasons = {reason["code"] for reason in lending["reasons"]}
        _compare_reasons(shown, reasons, asked, rules, self._owes(asked), seed)
        holding = {reason["code"] for reason in self._explained(asked, "hold")["reasons"]}
        if rules["holds"] and rules["loanable"]:
            most = shown["max_holds"]
            assert ("limit.holds" in holding) == (most != "no limit" and asked.holds >= int(most)), seed
        return reasons | holding | self._lend(asked, shown, lending, words, seed)

    def _lend(
        self, asked: Asked, shown: dict[str, str], lending: dict[str, Any], words: Wording, seed: str
    ) -> set[str]:
        """Lend as explained and then renew as explained; compare what is kept with the loan."""
        by = ActBy(asked.at, asked.branch)
        outcome = self._acts.checkout(asked.card, asked.barcode, by)
        assert outcome.done == lending["allowed"], seed
        if not outcome.done:
            return set()
        assert _same_moment(outcome.due_at, lending["due_at"]), seed
        assert (outcome.charge or Money.zero("EUR")).decimal() == lending["charge"], seed
        left = min((use.allowed - use.used for use in outcome.limits), default=0)
        assert shown["loans_left"] == str(left + 1), seed
        with self._services.database.read() as view:
            item = view.items.by_barcode(asked.barcode)
            loan = view.loans.of_item(item.id) if item is not None else None
        assert loan is not None
        assert shown["fine_per_day"] == words.money(loan.terms.fine_per_day), seed
        assert shown["replacement_fee"] == words.money(loan.terms.replacement_fee), seed
        assert shown["renewals"] == words.count("count.times", loan.terms.renewals), seed
        renewing = self._explained(asked, "renew")
        renewed = self._acts.renew(asked.card, asked.barcode, by)
        refused = {reason["code"] for reason in renewing["reasons"]}
        assert renewed.done == renewing["allowed"], seed
        assert ("renewal.limit" in refused) == (shown["renewals"] == words.count("count.times", 0)), seed
        if not renewed.done:
            return {"lent", *refused}
        assert _same_moment(renewed.due_at, renewing["due_at"]), seed
        return {"lent", "renewed"}

    def _shown(self, asked: Asked) -> dict[str, str]:
        answer = self._services.asking.article(
            "values",
            "en",
            branch=asked.branch,
            card=asked.card,
            chosen={"item_type": asked.kind},
            at=asked.at,
        )
        assert answer is not None
        lines = (line.removeprefix("– ").partition(" is ") for line in answer.text.splitlines())
        return {name: value for name, _is, value in lines}

    def _explained(self, asked: Asked, act: str) -> dict[str, Any]:
        """Return the document of ``kiosk circulation explain``."""
        out = io.StringIO()
        no_windows = Launchers(lambda *_: 0, lambda *_: 0, lambda *_: 0)
        run = CommandContext(self._services, no_windows, True, "en", out)
        words = ["explain", asked.card, asked.barcode, "--act", act, "--at", asked.at.isoformat()]
        self._command.main([*words, "--branch", asked.branch], obj=run, standalone_mode=False)
        document: dict[str, Any] = json.loads(out.getvalue())
        return document

    def _owes(self, asked: Asked) -> Money:
        return self._services.accounts.statement(asked.card, asked.at, asked.branch).owes

    def _zone(self, asked: Asked) -> str:
        branch = self._services.library().branch(asked.branch)
        assert branch is not None
        return branch.calendar.time_zone


def _expected(rules: dict[str, Any], words: Wording) -> dict[str, str]:
    """Return what answers must say of the values that the rules document has."""
    here, no_limit = words("answer.only_here"), words("answer.no_limit")
    told = {
        "loan_period": _period(rules["loan_period"], words) if rules["loanable"] else here,
        "renewal_period": _period(rules["renewal_period"], words),
        "renewals": words.count("count.times", rules["renewals"]),
        "block_overdue": no_limit if rules["block_overdue"] is None else str(rules["block_overdue"]),
        "minimum_age": (
            words("answer.any_age")
            if rules["minimum_age"] is None
            else words.count("period.years", rules["minimum_age"])
        ),
    }
    told |= {name: _money(rules[name], words) for name in _MONEY}
    told |= {name: words.count("period.days", rules[name]) for name in _DAYS}
    fee = Money.parse(rules["loan_fee"], "EUR")
    return {**told, "loan_fee": words.money(fee) if fee.minor else words("answer.free")}


def _compare_due(
    shown: dict[str, str], lending: dict[str, Any], loanable: bool, words: Wording, seed: str
) -> None:
    if not loanable:
        assert shown["due_today"] == words("answer.only_here"), seed
        return
    due = datetime.fromisoformat(lending["due_at"])
    assert shown["due_today"].startswith(words.day(due)), seed
    if shown["due_today"] != words.day(due):
        assert shown["due_today"].endswith(words.clock(due)), seed


def _compare_reasons(
    shown: dict[str, str], reasons: set[str], asked: Asked, rules: dict[str, Any], owes: Money, seed: str
) -> None:
    """Compare each reason with what the answer says of its limit and of the account."""
    assert shown["owes"] == wording("en").money(owes), seed
    assert shown["overdue_now"] == str(asked.overdue), seed
    assert ("limit.loans" in reasons) == (shown["loans_left"] == "0"), seed
    blocked = rules["block_owing"] is not None and owes.minor > Money.parse(rules["block_owing"], "EUR").minor
    assert ("patron.owes" in reasons) == blocked, seed
    late = rules["block_overdue"] is not None and asked.overdue >= rules["block_overdue"]
    assert ("patron.overdue" in reasons) == late, seed
    young = None not in (rules["minimum_age"], asked.age) and (asked.age or 0) < rules["minimum_age"]
    assert ("patron.too_young" in reasons) == young, seed
    assert ("item.not_loanable" in reasons) == (not rules["loanable"]), seed


def _same_moment(moment: datetime | None, told: str) -> bool:
    return moment is not None and moment.replace(microsecond=0) == datetime.fromisoformat(told)


def _period(told: str, words: Wording) -> str:
    count, unit = told.split()
    return words.period(Period(int(count), PeriodUnit(unit)))


def _money(told: str | None, words: Wording) -> str:
    return words("answer.no_limit") if told is None else words.money(Money.parse(told, "EUR"))
