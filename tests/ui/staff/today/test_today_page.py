"""The page of today over a real library: what it shows, where it leads, for whom."""

import sys
from datetime import timedelta

import pytest

from kiosk.model.kiosk_health import KioskHealth
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.rights import Right
from kiosk.storage import NewMessage, QuestionAsked
from kiosk.ui.staff.charts.bars import BarChart
from kiosk.ui.staff.charts.lines import LineChart
from kiosk.ui.staff.pages import PageKind, page_kinds, resolved
from kiosk.ui.staff.reports.kinds import report_kinds
from kiosk.ui.staff.reports.page import ReportsPage
from kiosk.ui.staff.today.page import TodayPage
from kiosk.ui.staff.widgets.chips import ChipLabel
from scripts.desk_hands import PASSWORD, DeskHands
from tests.staff.people import signed
from tests.ui.borrow.lending_library import ANNA, BEN, CHILD, NOW, give_back, lend, queue
from tests.ui.staff.conftest import OpenDesk

KINDS = (
    PageKind("today", Right.CATALOGUE_SEE, TodayPage, "home"),
    PageKind("reports", Right.REPORTS, ReportsPage, "sort"),
)


def busy(services: Services) -> None:
    """Two loans and a return today, one late, a hold to pull, something sought and asked in vain."""
    lend(services, ANNA, "Kairos")
    lend(services, BEN, "Momo")
    lend(services, BEN, "Solaris", days_ago=40)
    lend(services, CHILD, "Piranesi", days_ago=7)
    give_back(services, "Kairos")
    queue(services, CHILD, "Zimna wojna")
    with services.database.act() as work:
        work.kiosks.seen("kiosk-1", NOW - timedelta(seconds=20), KioskHealth(printer="paper_low").plain())
        for _ in range(2):
            work.questions.search_empty("one piece 104", "en", NOW)
        work.questions.asked(QuestionAsked("May my dog come in?", "en", "none", NOW))
        work.commit()


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskHands:
    hands = open_desk(kinds=KINDS, prepare=busy, branch="WEST")
    hands.go("today")
    return hands


def told(desk: DeskHands, card: str) -> str:
    return desk.find(f"card.{card}").accessibleName()


def test_the_day_is_told_by_figures_charts_kiosks_and_lists(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS, prepare=busy)
    desk.go("today")
    assert told(desk, "loans") == "Loans: 2. + 2 against last Tuesday"
    assert told(desk, "returns") == "Returns: 1. 1 of them self-service"
    assert told(desk, "late") == "Overdue: 1. 0 new, 0 over 30 days"
    assert "14 h: 2 loans, 1 returns" in desk.one(BarChart, "hoursChart").accessibleName()
    assert "Wk 48" in desk.one(LineChart, "weeksChart").accessibleName()
    assert desk.rows("searches") == [("one piece 104", "2")]
    assert desk.rows("questions") == [("May my dog come in?", "1")]
    chips = [one.accessibleName() for one in desk.page.findChildren(ChipLabel)]
    assert any(name.startswith("kiosk-1: Paper runs low") for name in chips)


@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_lists_keep_room_for_their_heads_on_a_small_screen(open_desk: OpenDesk, language: str) -> None:
    desk = open_desk(language, kinds=KINDS, prepare=busy, size=(1280, 800))
    desk.go("today")
    for name in ("pulls", "searches", "questions"):
        panel = desk.find(f"more.{name}").parentWidget()
        assert panel is not None
        desk.wait(lambda panel=panel: panel.width() >= panel.minimumSizeHint().width())  # type: ignore[misc]
        assert desk.find(f"more.{name}").width() >= desk.find(f"more.{name}").sizeHint().width()


def test_holds_to_pull_are_those_of_the_branch_where_the_account_works(desk: DeskHands) -> None:
    assert told(desk, "holds").startswith("Holds to pull: 1.")
    assert [row[1] for row in desk.rows("pulls")] == ["Zimna wojna"]
    assert told(desk, "loans").startswith("Loans: 0.")


def test_a_card_leads_to_what_is_behind_it_by_keyboard_alone(desk: DeskHands) -> None:
    desk.find("card.late").setFocus()
    desk.press("Space")
    desk.settle()
    assert desk.shell.route == "reports/late"
    desk.press("Alt+Left")
    desk.settle()
    assert desk.shell.route == "today"


def test_f5_looks_again(desk: DeskHands) -> None:
    assert told(desk, "messages").startswith("Messages: 0.")
    desk.aside(write)
    desk.press("F5")
    desk.settle()
    assert told(desk, "messages").startswith("Messages: 1. oldest waits since 14:32")


def write(services: Services) -> None:
    """Leave a message for staff."""
    with services.database.act() as work:
        work.messages.leave(NewMessage("m1", "Lost my glove.", "en", NOW))
        work.commit()


def test_who_may_not_see_reports_sees_the_day_without_them(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS, prepare=busy)
    desk.press("Ctrl+L")

    def add(services: Services) -> None:
        by = signed("administrator")
        StaffServices(services).accounts.add(by, "jan", "Jan", "circulation", PASSWORD, at=NOW)

    desk.aside(add)
    desk.come_in("jan")
    desk.go("today")
    assert told(desk, "loans").startswith("Loans: 2.")
    assert not desk.seen("searches")
    assert desk.seen("pulls")


def test_a_machine_without_the_drawing_library_has_all_but_the_charts(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "kiosk.ui.staff.charts.bars", raising=False)
    monkeypatch.setitem(sys.modules, "pyqtgraph", None)
    desk = open_desk(kinds=KINDS, prepare=busy)
    desk.go("today")
    assert told(desk, "loans").startswith("Loans: 2.")
    assert "Charts cannot be drawn" in desk.texts()
    desk.go("reports/days")
    assert desk.rows("report.days")
    assert desk.shell.wrong.isHidden()


@pytest.mark.parametrize(
    "route",
    [
        *("reports/days", "reports/hours", "reports/pulls", "reports/late", "reports/searches"),
        *("reports/kiosks", "messages", "policies/unanswered", "catalogue/r12"),
    ],
)
def test_what_the_day_and_reports_lead_to_is_there(route: str) -> None:
    found = resolved(page_kinds(), route)
    assert found is not None
    kind, rest = found
    assert kind.route != "reports" or rest in {one.key for one in report_kinds()}
