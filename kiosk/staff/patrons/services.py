"""All that the patrons' pages work with, made together over one library."""

from collections.abc import Callable
from pathlib import Path

from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider
from kiosk.membership.photos import PatronPhotos
from kiosk.membership.pins import Pins
from kiosk.membership.registering import Registering
from kiosk.membership.requests import PatronRequests
from kiosk.membership.self_service import SelfService
from kiosk.model.clock import Clock
from kiosk.staff.patrons.account import PatronAccounts
from kiosk.staff.patrons.cards import PatronCards
from kiosk.staff.patrons.files import PatronFiles
from kiosk.staff.patrons.finding import PatronFinding
from kiosk.staff.patrons.merging import PatronMerging
from kiosk.staff.patrons.photos import PhotosAtTheDesk
from kiosk.staff.patrons.privacy import PatronPrivacy
from kiosk.staff.patrons.records import PatronRecords
from kiosk.staff.patrons.remarks import PatronRemarks
from kiosk.staff.patrons.renewing import CardRenewing
from kiosk.staff.patrons.trail import PatronTrail
from kiosk.staff.patrons.waiting import PatronsWaiting
from kiosk.storage import Database


class PatronServices:
    """The services by what they do; ``forget_files`` takes away files of people who are gone."""

    def __init__(
        self,
        database: Database,
        decider: Decider,
        clock: Clock,
        photos: Path,
        forget_files: Callable[[], object] = lambda: None,
    ) -> None:
        self.clock = clock
        self.finding = PatronFinding(database)
        self.records = PatronRecords(database, decider)
        self.renewing = CardRenewing(database, decider)
        self.remarks = PatronRemarks(database)
        self.cards = PatronCards(database, SelfService(database, decider), Pins(database))
        self.accounts = PatronAccounts(database, decider, Acts(database, decider))
        self.privacy = PatronPrivacy(database, decider, forget_files)
        self.merging = PatronMerging(database, forget_files)
        self.waiting = PatronsWaiting(
            database,
            Registering(database, decider),
            PatronRequests(database, decider),
            forget_files,
        )
        self.trail = PatronTrail(database)
        self.files = PatronFiles(database, decider, clock)
        self.photos = PhotosAtTheDesk(database, PatronPhotos(photos))
