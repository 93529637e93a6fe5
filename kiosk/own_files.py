"""Deletes what this machine keeps in files once its time, or the person it tells of, is gone."""

from datetime import datetime

from kiosk.circulation.nightly.old_files import forget_files
from kiosk.devices.kept_papers import forget_papers, papers_by_owner
from kiosk.left_over_files import sweep_left_over
from kiosk.membership.left_drafts import drafts_of_people
from kiosk.membership.left_queues import left_queues
from kiosk.membership.photos import PatronPhotos
from kiosk.services import Services


def forget_own_files(services: Services, at: datetime) -> None:
    """Delete this machine's receipts and logs that are older than the library keeps them."""
    forget_papers_of_erased(services)
    sweep_begun_files(services, at)
    kept, folder = services.library().retention, services.folder
    forget_files(folder.within(services.settings.receipt.folder), kept.receipts, at)
    forget_files(folder.within(services.settings.logs), kept.logs, at)


def forget_papers_of_erased(services: Services) -> int:
    """Delete papers, photos and drafts kept on this machine of a person who was erased; return how many."""
    papers = papers_by_owner(services.folder.within(services.settings.receipt.folder))
    photos = PatronPhotos(services.folder.photos)
    shown = photos.owners()
    drafts = tuple(drafts_of_people(services.folder.drafts))
    queues = tuple(left_queues(services.folder.drafts))
    if not papers and not shown and not drafts and not queues:
        return 0
    with services.database.read() as view:
        there = view.patrons.there({*papers, *shown})
        left = [draft.file for draft in drafts if draft.is_of_nobody(view)]
        cleaned = sum(queue.forget_strangers(view) for queue in queues)
    told = sum(forget_papers(some) for owner, some in papers.items() if owner not in there)
    return told + cleaned + forget_papers(left) + photos.forget_all(shown - there)


def sweep_begun_files(services: Services, at: datetime) -> int:
    """Delete what a killed program began to write on this machine and never ended; return how many files."""
    folder, settings = services.folder, services.settings
    drafts = folder.drafts.glob("*/") if folder.drafts.is_dir() else ()
    own = (
        folder.photos,
        folder.cover_cache,
        folder.sound_cache,
        folder.within(settings.receipt.folder),
        *drafts,
    )
    # Staff lay pictures into the folder of covers themselves: there only what has a name by chance is ours.
    shared = (folder.within(settings.covers),)
    return sweep_left_over(own, at) + sweep_left_over(shared, at, random_names_only=True)
