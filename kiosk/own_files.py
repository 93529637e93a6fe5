"""Deletes what this machine keeps in files once its time, or the person it tells of, is gone."""

from datetime import datetime

from kiosk.circulation.nightly.old_files import forget_files
from kiosk.devices.kept_papers import forget_papers, papers_by_owner
from kiosk.membership.left_drafts import drafts_of_people
from kiosk.membership.photos import PatronPhotos
from kiosk.services import Services


def forget_own_files(services: Services, at: datetime) -> None:
    """Delete this machine's receipts and logs that are older than the library keeps them."""
    forget_papers_of_erased(services)
    kept, folder = services.library().retention, services.folder
    forget_files(folder.within(services.settings.receipt.folder), kept.receipts, at)
    forget_files(folder.within(services.settings.logs), kept.logs, at)


def forget_papers_of_erased(services: Services) -> int:
    """Delete papers, photos and drafts kept on this machine of a person who was erased; return how many."""
    papers = papers_by_owner(services.folder.within(services.settings.receipt.folder))
    photos = PatronPhotos(services.folder.photos)
    shown = photos.owners()
    drafts = tuple(drafts_of_people(services.folder.drafts))
    if not papers and not shown and not drafts:
        return 0
    with services.database.read() as view:
        there = view.patrons.there({*papers, *shown})
        left = [draft.file for draft in drafts if draft.is_of_nobody(view)]
    told = sum(forget_papers(some) for owner, some in papers.items() if owner not in there)
    return told + forget_papers(left) + photos.forget_all(shown - there)
