"""The services behind today and the reports, each made when it is first asked for."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cached_property, partial

from kiosk.decisions import Decider
from kiosk.model.happened import Dimension
from kiosk.policies.learning import Learning
from kiosk.staff.reports.circulation import CirculationReports
from kiosk.staff.reports.collection import CollectionReports
from kiosk.staff.reports.counted import count_by, titles_lent
from kiosk.staff.reports.fees import FeeReports
from kiosk.staff.reports.kiosks import KioskReports
from kiosk.staff.reports.late import LateReports
from kiosk.staff.reports.report import Ask
from kiosk.staff.reports.today import TodayReports
from kiosk.staff.reports.wanted import WantedReports
from kiosk.storage import Database, View, WhichItems

_YEAR = timedelta(days=365)
_ONE_OF_EACH_FACET = (Dimension.HOUR, Dimension.ITEM_TYPE, Dimension.LOCATION)


class ReportServices:
    """What a page of reports needs, over one library."""

    def __init__(self, database: Database, decider: Decider, learning: Learning) -> None:
        self._database = database
        self._decider = decider
        self._learning = learning

    def ahead(self, at: datetime) -> tuple[Callable[[], object], ...]:
        """Return steps, a moment each, that read what reports of a year count, and tell nothing of it.

        Whoever opens the first report of a morning then finds it in memory and not on the disk.
        """
        last = at.date()
        year, both = Ask(last - _YEAR, last), Ask(last - 2 * _YEAR, last)
        return (
            *(partial(self._count, both, dimension, at) for dimension in _ONE_OF_EACH_FACET),
            partial(self._look, lambda view: view.item_use.stock()),
            partial(self._look, lambda view: view.item_use.count_unlent(WhichItems())),
            partial(self._titles, year),
        )

    def _count(self, ask: Ask, dimension: Dimension, at: datetime) -> None:
        self._look(lambda view: count_by(view, self._decider.libraries.current(view), ask, dimension, at))

    def _titles(self, ask: Ask) -> None:
        self._look(lambda view: titles_lent(view, self._decider.libraries.current(view), ask))

    def _look(self, look: Callable[[View], object]) -> None:
        with self._database.read() as view:
            look(view)

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
