"""Joins the pages of Find to a real library, as the app does."""

from dataclasses import dataclass

from kiosk.services import Services
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.presenters.find import FindPresenter
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Joined:
    """The presenters of Find."""

    find: FindPresenter


def join(desk: Desk, services: Services, jobs: Jobs, visit: Visit, covers: Covers) -> Joined:
    """Make them and lead from one to the other."""
    find = FindPresenter(desk.find, desk.shell, services, jobs, visit, covers, desk)
    return Joined(find)
