"""What staff work with over one library: services behind rights, each made when it is first asked for."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.services import Services
    from kiosk.staff.accounts import StaffAccounts
    from kiosk.staff.answers.asked import Asked
    from kiosk.staff.answers.checking import ArticleChecking
    from kiosk.staff.answers.editing import ArticleEditing
    from kiosk.staff.answers.guides import Guides
    from kiosk.staff.answers.preview import ArticlePreview
    from kiosk.staff.answers.shelf import ArticleShelf
    from kiosk.staff.copies.services import CopyServices
    from kiosk.staff.desk.service import CirculationDesk
    from kiosk.staff.inbox.calls import CallsForHelp
    from kiosk.staff.inbox.messages import Inbox
    from kiosk.staff.inbox.replies import Replies
    from kiosk.staff.intake.services import IntakeServices
    from kiosk.staff.patrons.services import PatronServices
    from kiosk.staff.records.services import RecordServices
    from kiosk.staff.reports.services import ReportServices
    from kiosk.staff.rules.desk import RuleDesk
    from kiosk.staff.settings.calendars import CalendarDesk
    from kiosk.staff.settings.desk import SettingsDesk
    from kiosk.staff.settings.letters import LetterDesk
    from kiosk.staff.settings.trail import AuditTrail
    from kiosk.staff.signing_in import SigningIn


class StaffServices:
    """The services of the workspace; ``base`` are those that it shares with the kiosk."""

    def __init__(self, base: Services) -> None:
        self.base = base

    def fetch(self) -> None:
        """Make all services now, with what they import and read; not on a thread that somebody waits for.

        One that cannot be made now is made, or fails, when it is asked for.
        """
        for name, member in vars(StaffServices).items():
            if isinstance(member, cached_property):
                with suppress(KioskError, OSError, ImportError):
                    getattr(self, name)

    @cached_property
    def signing_in(self) -> SigningIn:
        """The way in."""
        from kiosk.staff.signing_in import SigningIn

        return SigningIn(self.base.database)

    @cached_property
    def reports(self) -> ReportServices:
        """The day at a glance, and reports."""
        from kiosk.staff.reports.services import ReportServices

        base = self.base
        return ReportServices(base.database, base.decider, base.learning)

    @cached_property
    def accounts(self) -> StaffAccounts:
        """Accounts and roles."""
        from kiosk.staff.accounts import StaffAccounts

        return StaffAccounts(self.base.database)

    @cached_property
    def desk(self) -> CirculationDesk:
        """The circulation desk."""
        from kiosk.staff.desk.papers import PaperWays
        from kiosk.staff.desk.service import CirculationDesk

        base = self.base
        ways = PaperWays(lambda: base.printer, lambda: base.outbox)
        return CirculationDesk(base.database, base.decider, base.acts, base.finder, ways)

    @cached_property
    def copies(self) -> CopyServices:
        """Copies and the titles they belong to."""
        from kiosk.staff.copies.services import CopyServices

        base = self.base
        return CopyServices(base.database, base.decider, base.acts, base.finder, base.clock)

    @cached_property
    def inbox(self) -> Inbox:
        """What patrons left for staff."""
        from kiosk.own_files import forget_papers_of_erased
        from kiosk.staff.inbox.messages import Inbox

        base = self.base
        return Inbox(base.database, base.requests, lambda: forget_papers_of_erased(base))

    @cached_property
    def calls_for_help(self) -> CallsForHelp:
        """Who calls from a kiosk."""
        from kiosk.staff.inbox.calls import CallsForHelp

        return CallsForHelp(self.base.database, self.base.help_calls)

    @cached_property
    def replies(self) -> Replies:
        """What staff answer often."""
        from kiosk.staff.inbox.replies import Replies

        return Replies(self.base.database, self.base.decider)

    @cached_property
    def article_shelf(self) -> ArticleShelf:
        """All articles by topic."""
        from kiosk.staff.answers.shelf import ArticleShelf

        return ArticleShelf(self.base.database, self.base.decider)

    @cached_property
    def article_editing(self) -> ArticleEditing:
        """Articles in all languages, to write."""
        from kiosk.staff.answers.editing import ArticleEditing

        return ArticleEditing(self.base.database, self.base.decider)

    @cached_property
    def article_checking(self) -> ArticleChecking:
        """What is wrong with what is being written."""
        from kiosk.staff.answers.checking import ArticleChecking

        return ArticleChecking(self.base.database, self.base.decider)

    @cached_property
    def article_preview(self) -> ArticlePreview:
        """What is being written, as a kiosk would show it."""
        from kiosk.staff.answers.preview import ArticlePreview

        return ArticlePreview(self.base.database, self.base.decider)

    @cached_property
    def asked(self) -> Asked:
        """What patrons asked."""
        from kiosk.staff.answers.asked import Asked

        return Asked(self.base.database, self.base.learning)

    @cached_property
    def guides(self) -> Guides:
        """Guided flows."""
        from kiosk.staff.answers.guides import Guides

        return Guides(self.base.database, self.base.decider)

    @cached_property
    def rules(self) -> RuleDesk:
        """Circulation rules."""
        from kiosk.staff.rules.desk import RuleDesk

        return RuleDesk(self.base.database, self.base.decider, self.base.clock)

    @cached_property
    def calendars(self) -> CalendarDesk:
        """Opening hours and closures."""
        from kiosk.staff.settings.calendars import CalendarDesk

        return CalendarDesk(self.base.database, self.base.clock)

    @cached_property
    def settings(self) -> SettingsDesk:
        """The library's settings and its library file."""
        from kiosk.staff.settings.desk import SettingsDesk

        return SettingsDesk(self.base.database, self.base.clock)

    @cached_property
    def letters(self) -> LetterDesk:
        """The wordings of letters, receipts and slips."""
        from kiosk.staff.settings.letters import LetterDesk

        return LetterDesk(self.base.database, self.base.clock)

    @cached_property
    def trail(self) -> AuditTrail:
        """Who did what."""
        from kiosk.staff.settings.trail import AuditTrail

        return AuditTrail(self.base.database)

    @cached_property
    def patrons(self) -> PatronServices:
        """All that is done with patrons at the desk."""
        from kiosk.own_files import forget_papers_of_erased
        from kiosk.staff.patrons.services import PatronServices

        base = self.base
        return PatronServices(
            base.database, base.decider, base.clock, base.folder.photos, lambda: forget_papers_of_erased(base)
        )

    @cached_property
    def intake(self) -> IntakeServices:
        """Records in and out."""
        from kiosk.staff.intake.services import IntakeServices

        base = self.base
        return IntakeServices(base.database, base.importer, base.finder, base.clock, base.folder.path)

    @cached_property
    def records(self) -> RecordServices:
        """The record editor."""
        from kiosk.staff.records.services import RecordServices

        base = self.base
        return RecordServices(base.database, base.decider, base.folder.within(base.settings.covers))
