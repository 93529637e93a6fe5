"""One transaction with its repositories: a view that only reads, an act that commits once."""

from functools import cached_property

from kiosk.storage.catalogue.copy_rows import CopyRows
from kiosk.storage.catalogue.headings import Headings
from kiosk.storage.catalogue.item_edits import ItemEdits
from kiosk.storage.catalogue.items import Items
from kiosk.storage.catalogue.kept_rows import KeptRows
from kiosk.storage.catalogue.labelled import LabelledItems
from kiosk.storage.catalogue.merging_records import MergingRecords
from kiosk.storage.catalogue.records import Records
from kiosk.storage.catalogue.versions import RecordVersions
from kiosk.storage.circulation.acts_done import ActsDone
from kiosk.storage.circulation.desk_lists import DeskLists
from kiosk.storage.circulation.facts import FactsGatherer
from kiosk.storage.circulation.hold_waits import HoldWaits
from kiosk.storage.circulation.holds import Holds
from kiosk.storage.circulation.ledger import Ledger
from kiosk.storage.circulation.loans import Loans
from kiosk.storage.circulation.open_kinds import OpenKinds
from kiosk.storage.desk.audit import Audit
from kiosk.storage.desk.help_calls import HelpCalls
from kiosk.storage.desk.kiosks import Kiosks
from kiosk.storage.desk.messages import Messages
from kiosk.storage.desk.nightly_runs import NightlyRuns
from kiosk.storage.desk.notice_facts import NoticeFacts
from kiosk.storage.desk.notices import Notices
from kiosk.storage.desk.request_list import RequestList
from kiosk.storage.desk.requests import Requests
from kiosk.storage.desk.staff import Staff
from kiosk.storage.desk.templates import Templates
from kiosk.storage.feed import Feed
from kiosk.storage.intake.sources import RecordSources
from kiosk.storage.intake.templates import RecordTemplates
from kiosk.storage.library.repository import LibrarySettings
from kiosk.storage.link import Link
from kiosk.storage.people.attempts import AttemptCounter
from kiosk.storage.people.card_numbers import CardNumbers
from kiosk.storage.people.merging import Merging
from kiosk.storage.people.patrons import Patrons
from kiosk.storage.policies.articles import Articles
from kiosk.storage.policies.flows import Flows
from kiosk.storage.policies.questions import Questions
from kiosk.storage.reports.day_sums import DaySums
from kiosk.storage.reports.fee_sums import FeeSums
from kiosk.storage.reports.item_use import ItemUse
from kiosk.storage.reports.late_loans import LateLoans
from kiosk.storage.reports.title_sums import TitleSums


class View:
    """The repositories over one snapshot."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.feed = Feed(link)

    @cached_property
    def library(self) -> LibrarySettings:
        """The configuration."""
        return LibrarySettings(self.link)

    @cached_property
    def records(self) -> Records:
        """Bibliographic records."""
        return Records(self.link, self.feed)

    @cached_property
    def record_versions(self) -> RecordVersions:
        """What records looked like."""
        return RecordVersions(self.link)

    @cached_property
    def headings(self) -> Headings:
        """Browse lists."""
        return Headings(self.link)

    @cached_property
    def items(self) -> Items:
        """Items."""
        return Items(self.link, self.feed)

    @cached_property
    def copy_rows(self) -> CopyRows:
        """Copies as librarians' lists show them."""
        return CopyRows(self.link)

    @cached_property
    def item_edits(self) -> ItemEdits:
        """What librarians change about copies."""
        return ItemEdits(self.link, self.feed)

    @cached_property
    def kept_rows(self) -> KeptRows:
        """What hangs on titles, to be put back."""
        return KeptRows(self.link, self.feed)

    @cached_property
    def merging_records(self) -> MergingRecords:
        """Records that are one and the same."""
        return MergingRecords(self.link, self.feed)

    @cached_property
    def labelled(self) -> LabelledItems:
        """Items as their labels show them."""
        return LabelledItems(self.link)

    @cached_property
    def patrons(self) -> Patrons:
        """Patrons."""
        return Patrons(self.link)

    @cached_property
    def merging(self) -> Merging:
        """Making one of two patrons."""
        return Merging(self.link, self.feed)

    @cached_property
    def card_numbers(self) -> CardNumbers:
        """Numbers for new cards."""
        return CardNumbers(self.link)

    @cached_property
    def attempts(self) -> AttemptCounter:
        """Wrong PINs."""
        return AttemptCounter(self.link)

    @cached_property
    def loans(self) -> Loans:
        """Loans."""
        return Loans(self.link, self.feed)

    @cached_property
    def open_kinds(self) -> OpenKinds:
        """Open loans by what rules tell apart."""
        return OpenKinds(self.link)

    @cached_property
    def holds(self) -> Holds:
        """Holds."""
        return Holds(self.link, self.feed)

    @cached_property
    def hold_waits(self) -> HoldWaits:
        """How long filled holds waited."""
        return HoldWaits(self.link)

    @cached_property
    def desk_lists(self) -> DeskLists:
        """The hold shelf, and what is on its way."""
        return DeskLists(self.link)

    @cached_property
    def ledger(self) -> Ledger:
        """Charges and payments."""
        return Ledger(self.link)

    @cached_property
    def acts_done(self) -> ActsDone:
        """Acts that left nothing else to know them by."""
        return ActsDone(self.link)

    @cached_property
    def facts(self) -> FactsGatherer:
        """What decisions need to know."""
        return FactsGatherer(self.link)

    @cached_property
    def articles(self) -> Articles:
        """Policy texts."""
        return Articles(self.link)

    @cached_property
    def questions(self) -> Questions:
        """What was asked, and searched in vain."""
        return Questions(self.link)

    @cached_property
    def flows(self) -> Flows:
        """Guided flows."""
        return Flows(self.link)

    @cached_property
    def help_calls(self) -> HelpCalls:
        """Calls for help from kiosks."""
        return HelpCalls(self.link)

    @cached_property
    def messages(self) -> Messages:
        """Messages between patrons and staff."""
        return Messages(self.link)

    @cached_property
    def requests(self) -> Requests:
        """What patrons ask staff to do."""
        return Requests(self.link)

    @cached_property
    def request_list(self) -> RequestList:
        """Requests as the list of staff shows them."""
        return RequestList(self.link)

    @cached_property
    def notices(self) -> Notices:
        """What is sent to patrons."""
        return Notices(self.link)

    @cached_property
    def notice_facts(self) -> NoticeFacts:
        """What notices are made of."""
        return NoticeFacts(self.link)

    @cached_property
    def templates(self) -> Templates:
        """The library's own wordings of what is sent."""
        return Templates(self.link)

    @cached_property
    def record_sources(self) -> RecordSources:
        """Other catalogues that records are copied from."""
        return RecordSources(self.link)

    @cached_property
    def record_templates(self) -> RecordTemplates:
        """What new records begin as."""
        return RecordTemplates(self.link)

    @cached_property
    def nightly_runs(self) -> NightlyRuns:
        """Which steps of the nightly job were done when."""
        return NightlyRuns(self.link)

    @cached_property
    def staff(self) -> Staff:
        """Staff accounts and roles."""
        return Staff(self.link)

    @cached_property
    def audit(self) -> Audit:
        """Who did what."""
        return Audit(self.link)

    @cached_property
    def kiosks(self) -> Kiosks:
        """The state of kiosks."""
        return Kiosks(self.link)

    @cached_property
    def day_sums(self) -> DaySums:
        """What happened on each day."""
        return DaySums(self.link)

    @cached_property
    def title_sums(self) -> TitleSums:
        """Which titles were lent on each day."""
        return TitleSums(self.link)

    @cached_property
    def item_use(self) -> ItemUse:
        """How much items are used."""
        return ItemUse(self.link)

    @cached_property
    def late_loans(self) -> LateLoans:
        """What is late."""
        return LateLoans(self.link)

    @cached_property
    def fee_sums(self) -> FeeSums:
        """What was charged, paid and is owed, in sums."""
        return FeeSums(self.link)


class Act(View):
    """The repositories over one transaction that lasts only if it is committed."""

    def commit(self) -> None:
        """Make the act last, its touched records told to the feed; nothing can be done in it afterwards."""
        self.feed.append_touched()
        self.link.commit()
