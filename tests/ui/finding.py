"""Joins the pages of Find to a real library, as the app does."""

from dataclasses import dataclass

from kiosk.catalog.search import SearchField
from kiosk.services import Services
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.find_question import FilterKind
from kiosk.ui.patron.presenters.browse import BrowsePresenter
from kiosk.ui.patron.presenters.find import FindPresenter
from kiosk.ui.patron.presenters.record import RecordPresenter
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.view_models.browse import BrowseViewModel
from kiosk.ui.patron.view_models.find import FindViewModel
from kiosk.ui.patron.view_models.record import RecordViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.view_models.sign_in import SignInViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Joined:
    """The presenters of Find."""

    find: FindPresenter
    record: RecordPresenter
    browse: BrowsePresenter
    sign_in: SignInPresenter


def join(desk: Desk, services: Services, jobs: Jobs, visit: Visit, covers: Covers) -> Joined:
    """Make them and lead from one to the other."""
    shell = desk.view_model(ShellViewModel)
    sign_in = SignInPresenter(desk.view_model(SignInViewModel), shell, services, jobs, visit, desk)
    find = FindPresenter(desk.view_model(FindViewModel), shell, services, jobs, visit, covers, desk)
    record = RecordPresenter(
        desk.view_model(RecordViewModel), shell, services, jobs, visit, covers, sign_in, desk
    )
    browse = BrowsePresenter(desk.view_model(BrowseViewModel), shell, services, jobs, visit, covers, desk)
    browse.recordWanted.connect(record.open_record)
    browse.headingWanted.connect(lambda kind, text: find.search_heading(FilterKind(kind), text))
    browse.callNumberWanted.connect(lambda text: find.search(text, SearchField.CALL_NUMBER))
    find.browseWanted.connect(browse.open)
    find.recordWanted.connect(record.open_record)
    record.authorWanted.connect(lambda name: find.search_heading(FilterKind.AUTHOR, name))
    record.subjectWanted.connect(lambda name: find.search_heading(FilterKind.SUBJECT, name))
    return Joined(find, record, browse, sign_in)
