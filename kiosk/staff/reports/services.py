"""The services behind today and the reports, each made when it is first asked for."""

from functools import cached_property

from kiosk.decisions import Decider
from kiosk.policies.learning import Learning
from kiosk.staff.reports.circulation import CirculationReports
from kiosk.staff.reports.collection import CollectionReports
from kiosk.staff.reports.fees import FeeReports
from kiosk.staff.reports.kiosks import KioskReports
from kiosk.staff.reports.late import LateReports
from kiosk.staff.reports.today import TodayReports
from kiosk.staff.reports.wanted import WantedReports
from kiosk.storage import Database


class ReportServices:
    """What a page of reports needs, over one library."""

    def __init__(self, database: Database, decider: Decider, learning: Learning) -> None:
        self._database = database
        self._decider = decider
        self._learning = learning

    @cached_property
    def today(self) -> TodayReports:
        """The day at a glance."""
        return TodayReports(self._database, self._decider)

    @cached_property
    def kiosks(self) -> KioskReports:
        """The self-service kiosks and how they are."""
        return KioskReports(self._database, self._decider)

    @cached_property
    def circulation(self) -> CirculationReports:
        """Circulation by hour, day, branch and kind."""
        return CirculationReports(self._database, self._decider)

    @cached_property
    def collection(self) -> CollectionReports:
        """How the collection is used."""
        return CollectionReports(self._database, self._decider)

    @cached_property
    def late(self) -> LateReports:
        """What is overdue."""
        return LateReports(self._database, self._decider)

    @cached_property
    def fees(self) -> FeeReports:
        """What was charged, paid and is owed."""
        return FeeReports(self._database, self._decider)

    @cached_property
    def wanted(self) -> WantedReports:
        """What was sought and asked in vain."""
        return WantedReports(self._database, self._decider, self._learning)
