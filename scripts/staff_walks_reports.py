"""The ways through today and the reports on which pictures are taken."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.kiosk_health import KioskHealth
from kiosk.model.loan import LoanTerms
from kiosk.model.money import Money
from kiosk.model.rule import Period, PeriodUnit
from kiosk.services import Services
from kiosk.storage import Act, NewLoan, QuestionAsked, WhichItems
from scripts.desk_hands import DeskHands
from scripts.screenshots import NOW

Snap = Callable[[str], None]
ZERO = Money(0, "EUR")

_SEARCHED = ("one piece band 104", "steuererklärung 2026", "babolat tennisschläger", "українська абетка")
_ASKED = ("Kann ich hier scannen?", "Gibt es eine Wickelecke?", "Darf mein Hund mit?", "Wo ist das Klavier?")


def prepare_today(home: Path) -> None:
    """Have kiosks tell how they are, and patrons seek and ask in vain."""
    services = Services(LibraryFolder(home), FixedClock(NOW))
    health = (KioskHealth(), KioskHealth(printer="paper_low"), KioskHealth(printer="paper_out"))
    with services.database.act() as work:
        kiosks = [kiosk.name for kiosk in work.library.load().kiosks]
        for number, name in enumerate(kiosks):
            work.kiosks.seen(name, NOW - timedelta(seconds=30), health[number % 3].plain())
        for times, (sought, asked) in enumerate(zip(_SEARCHED, _ASKED, strict=True), start=2):
            for n in range(times):
                at = NOW - timedelta(hours=n)
                work.questions.search_empty(sought, "de", at)
                work.questions.asked(QuestionAsked(asked, "de", "none", at))
        work.commit()
    _lend_for_years(services)
    services.close()


def _lend_for_years(services: Services) -> None:
    """Have a year and more of loans, more on some days and at some hours, as a town has them."""
    drawing = random.Random(14)
    with services.database.act() as work:
        lendable = [one.id for one in work.item_use.most_lent(WhichItems(), 200)]
        for days_ago in (*range(100), *range(364, 464)):
            day = NOW - timedelta(days=days_ago)
            if day.weekday() in (0, 6):
                continue
            busy = 5 + day.weekday() + (3 if days_ago < 100 else 0) - days_ago % 100 // 25
            for number in range(drawing.randint(busy, busy + 6)):
                lent = day.replace(
                    hour=drawing.choice((9, 10, 11, 11, 12, 12, 13, 14, 15, 16)), minute=number
                )
                if lent > NOW - timedelta(minutes=20):
                    continue
                _lend(work, drawing.choice(lendable), lent, drawing)
        work.commit()


def _lend(work: Act, item: int, lent: datetime, drawing: random.Random) -> None:
    terms = LoanTerms(Period(28, PeriodUnit.DAYS), 2, ZERO, 0, False, None, ZERO)
    new = NewLoan(
        str(drawing.random()),
        item,
        None,
        "MAIN",
        lent,
        lent + timedelta(days=28),
        terms,
        drawing.choice(("adult", "adult", "child", "student")),
        by_patron=drawing.random() < 0.6,
    )
    loan = work.loans.open(new)
    if loan is not None and loan.returned_at is None:
        back = min(lent + timedelta(minutes=10), NOW)
        by_patron = drawing.random() < 0.5
        work.loans.close(loan.id, act_id=str(drawing.random()), at=back, branch="MAIN", by_patron=by_patron)


def today(hands: DeskHands, snap: Snap) -> None:
    """Look at the day."""
    hands.go("today")
    snap("today")


def reports(hands: DeskHands, snap: Snap) -> None:
    """Look at some reports, the last of them what was never borrowed."""
    for name in ("days", "categories", "turnover", "late_items", "fees", "kiosks"):
        hands.go(f"reports/{name}")
        snap(f"report-{name}")
    hands.go("reports/never")
    snap("report-never")
