"""A desk over each database in turn, and the reports of its library."""

import pytest

from kiosk.policies.learning import Learning
from kiosk.staff.reports.circulation import CirculationReports
from kiosk.staff.reports.collection import CollectionReports
from kiosk.staff.reports.fees import FeeReports
from kiosk.staff.reports.kiosks import KioskReports
from kiosk.staff.reports.late import LateReports
from kiosk.staff.reports.today import TodayReports
from kiosk.staff.reports.wanted import WantedReports
from tests.circulation.conftest import database, desk, kept_postgresql, kept_sqlite
from tests.circulation.desk import Desk

__all__ = ["database", "desk", "kept_postgresql", "kept_sqlite"]


@pytest.fixture
def circulation(desk: Desk) -> CirculationReports:
    return CirculationReports(desk.database, desk.decider)


@pytest.fixture
def collection(desk: Desk) -> CollectionReports:
    return CollectionReports(desk.database, desk.decider)


@pytest.fixture
def fees(desk: Desk) -> FeeReports:
    return FeeReports(desk.database, desk.decider)


@pytest.fixture
def kiosks(desk: Desk) -> KioskReports:
    return KioskReports(desk.database, desk.decider)


@pytest.fixture
def late(desk: Desk) -> LateReports:
    return LateReports(desk.database, desk.decider)


@pytest.fixture
def today(desk: Desk) -> TodayReports:
    return TodayReports(desk.database, desk.decider)


@pytest.fixture
def wanted(desk: Desk) -> WantedReports:
    return WantedReports(desk.database, desk.decider, Learning(desk.database))
