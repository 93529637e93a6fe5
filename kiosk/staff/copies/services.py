"""All that staff do with copies and the titles they belong to, over one database."""

from kiosk.catalog.finding import Finder
from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider
from kiosk.model.clock import Clock
from kiosk.staff.copies.batch import CopyBatch
from kiosk.staff.copies.deleting import CopyDeleting
from kiosk.staff.copies.duplicates import Duplicates
from kiosk.staff.copies.editing import CopyEditing
from kiosk.staff.copies.labelling import CopyLabels
from kiosk.staff.copies.listing import CopyListing
from kiosk.staff.copies.merging import RecordMerging
from kiosk.staff.copies.searching import CatalogueSearch
from kiosk.staff.copies.states import CopyStates
from kiosk.storage import Database


class CopyServices:
    """The services; each of their public methods stands behind a right of its own."""

    def __init__(
        self, database: Database, decider: Decider, acts: Acts, finder: Finder, clock: Clock
    ) -> None:
        self.search = CatalogueSearch(database, finder)
        self.listing = CopyListing(database, decider)
        self.editing = CopyEditing(database, decider, clock)
        self.states = CopyStates(database, decider, acts, clock)
        self.deleting = CopyDeleting(database, clock)
        self.batch = CopyBatch(database, decider, self.states, clock)
        self.duplicates = Duplicates(database, finder)
        self.merging = RecordMerging(database, decider, clock)
        self.labels = CopyLabels(database)
