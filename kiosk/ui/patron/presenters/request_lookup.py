"""Finds out how far the request of a number is; a number alone tells nothing personal."""

from PySide6.QtCore import QObject, Signal

from kiosk.membership.requests import RequestStatus
from kiosk.services import Services
from kiosk.ui.patron.flows import requesting as flow
from kiosk.ui.shared.jobs import Jobs


class RequestLookup(QObject):
    """Keep the number typed and what was told of it; `changed` tells of either."""

    changed = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self.state = flow.Lookup()

    def type(self, text: str) -> None:
        """Keep what is typed."""
        self._take(flow.number_typed(self.state, text))

    def ask(self) -> None:
        """Ask about the number typed."""
        state, number = flow.look_up(self.state)
        self._take(state)
        if number is None:
            return
        services, turn = self._services, state.turn
        self._jobs.parallel(
            lambda: _told(services.requests.status(number)),
            lambda told: self._take(flow.looked_up(self.state, turn, told)),
            lambda error: self._take(flow.looked_up(self.state, turn, error)),
        )

    def forget(self) -> None:
        """Forget the number and what was told."""
        self._take(flow.Lookup(turn=self.state.turn + 1))

    def _take(self, state: flow.Lookup) -> None:
        self.state = state
        self.changed.emit()


def _told(status: RequestStatus) -> flow.Told:
    return flow.Told(
        number=status.number,
        kind=status.kind,
        state=status.state,
        made_at=status.made_at,
        changed_at=status.changed_at,
        next_step=status.next_step or "",
        answer=status.answer or "",
    )
