"""Deletes what this machine keeps in files once its time, or the person it tells of, is gone."""

from datetime import datetime

from kiosk.circulation.nightly.old_files import forget_files
from kiosk.devices.kept_papers import forget_papers, papers_by_owner
from kiosk.services import Services


def forget_own_files(services: Services, at: datetime) -> None:
    """Delete this machine's receipts and logs that are older than the library keeps them."""
    forget_papers_of_erased(services)
    kept, folder = services.library().retention, services.folder
    forget_files(folder.within(services.settings.receipt.folder), kept.receipts, at)
    forget_files(folder.within(services.settings.logs), kept.logs, at)


def forget_papers_of_erased(services: Services) -> int:
    """Delete the papers kept on this machine that tell of a person who was erased; return how many."""
    papers = papers_by_owner(services.folder.within(services.settings.receipt.folder))
    if not papers:
        return 0
    with services.database.read() as view:
        there = view.patrons.there(papers)
    return sum(forget_papers(some) for owner, some in papers.items() if owner not in there)
