"""The services of one process over one library folder, each made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import Clock, SystemClock
from kiosk.model.errors import KioskError, NoLibraryHere
from kiosk.model.library import KioskProfile, Library
from kiosk.services_of_machine import ServicesOfMachine

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.catalog.finding import Finder
    from kiosk.catalog.importer import Importer
    from kiosk.circulation.acts import Acts
    from kiosk.decisions import Decider
    from kiosk.founding import Founded
    from kiosk.membership.account import Accounts
    from kiosk.membership.erasing import Erasing
    from kiosk.membership.help_calls import HelpCalls
    from kiosk.membership.hold_prospects import HoldProspects
    from kiosk.membership.pins import Pins
    from kiosk.membership.registering import Registering
    from kiosk.membership.reply_templates import ReplyTemplates
    from kiosk.membership.requests import PatronRequests
    from kiosk.membership.self_service import SelfService
    from kiosk.notices.outbox import Outbox
    from kiosk.notices.planning import Planner
    from kiosk.policies.asking import Asking
    from kiosk.policies.learning import Learning
    from kiosk.policies.noting import Noting
    from kiosk.storage import Counts, Database
    from kiosk.storage.upgrade import Upgrade


class Services(ServicesOfMachine):
    """Everything a command or an app works with; importing this imports neither database nor index.

    ``forbid_thread`` tells whether the calling thread may not touch the database (the GUI thread).
    """

    def __init__(
        self,
        folder: LibraryFolder,
        clock: Clock | None = None,
        forbid_thread: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(folder)
        self.clock = clock or SystemClock()
        self._forbid_thread = forbid_thread or (lambda: False)
        self._opened: list[Database] = []

    def forbid_here(self, forbid_thread: Callable[[], bool]) -> None:
        """From now on refuse database work wherever this tells (on the GUI thread)."""
        self._forbid_thread = forbid_thread

    @cached_property
    def database(self) -> Database:
        """The open database; raises NoLibraryHere, DatabaseOlder, DatabaseNewer, DatabaseUnavailable."""
        from kiosk.storage import Database

        if not self.folder.holds_library(self.settings):
            raise NoLibraryHere(folder=self.folder.path)
        database = Database.open(
            self.folder.database_url(self.settings), forbid_thread=lambda: self._forbid_thread(), check=True
        )
        self._opened.append(database)
        return database

    @cached_property
    def decider(self) -> Decider:
        """The way to the rules, with the library cached."""
        from kiosk.decisions import Decider, LibraryCache

        return Decider(LibraryCache())

    @cached_property
    def acts(self) -> Acts:
        """Checkout, return, renew and all else that changes loans, holds and charges."""
        from kiosk.circulation.acts import Acts

        return Acts(self.database, self.decider)

    @cached_property
    def accounts(self) -> Accounts:
        """What a patron's card shows."""
        from kiosk.membership.account import Accounts

        return Accounts(self.database, self.decider)

    @cached_property
    def hold_prospects(self) -> HoldProspects:
        """How long a hold would wait."""
        from kiosk.membership.hold_prospects import HoldProspects

        return HoldProspects(self.database, self.decider)

    @cached_property
    def finder(self) -> Finder:
        """Search, suggestions, browsing and records, with what may be done with each."""
        from kiosk.catalog.finding import Finder

        return Finder(self.database, self.decider, self.folder.index)

    @cached_property
    def importer(self) -> Importer:
        """Records from files."""
        from kiosk.catalog.importer import Importer

        return Importer(self.database, self.clock)

    @cached_property
    def asking(self) -> Asking:
        """Questions and the library's own answers."""
        from kiosk.policies.asking import Asking

        return Asking(self.database, self.decider, self.clock)

    @cached_property
    def noting(self) -> Noting:
        """What was asked and searched, without who asked."""
        from kiosk.policies.noting import Noting

        return Noting(self.database, self.clock)

    @cached_property
    def learning(self) -> Learning:
        """What was asked in vain, and the answers made of it."""
        from kiosk.policies.learning import Learning

        return Learning(self.database)

    @cached_property
    def outbox(self) -> Outbox:
        """What is to be sent by e-mail, and the way to send it."""
        from kiosk.notices.mail import SmtpMailer
        from kiosk.notices.outbox import Outbox
        from kiosk.notices.wordings import Wordings

        return Outbox(self.database, SmtpMailer(self.settings.mail), lambda: Wordings(self.library()))

    @cached_property
    def planner(self) -> Planner:
        """What is to be told to patrons today."""
        from kiosk.notices.planning import Planner

        return Planner(self.database, self.library, self.settings.notices)

    @cached_property
    def pins(self) -> Pins:
        """PINs: set and check."""
        from kiosk.membership.pins import Pins

        return Pins(self.database)

    @cached_property
    def requests(self) -> PatronRequests:
        """What patrons ask staff to do: made, followed, decided."""
        from kiosk.membership.requests import PatronRequests

        return PatronRequests(self.database, self.decider)

    @cached_property
    def help_calls(self) -> HelpCalls:
        """Calls for staff to come to a kiosk."""
        from kiosk.membership.help_calls import HelpCalls

        return HelpCalls(self.database, self.decider, self.settings.help.email)

    @cached_property
    def reply_templates(self) -> ReplyTemplates:
        """What staff answer often."""
        from kiosk.membership.reply_templates import ReplyTemplates

        return ReplyTemplates(self.database, self.decider)

    @cached_property
    def self_service(self) -> SelfService:
        """What patrons change about their own card."""
        from kiosk.membership.self_service import SelfService

        return SelfService(self.database, self.decider)

    @cached_property
    def erasing(self) -> Erasing:
        """The way to be forgotten."""
        from kiosk.membership.erasing import Erasing

        return Erasing(self.database)

    @cached_property
    def registering(self) -> Registering:
        """Joining by oneself, and its confirmation by staff."""
        from kiosk.membership.registering import Registering

        return Registering(self.database, self.decider)

    def upgrade(self) -> Upgrade:
        """Make the database or bring it to this version; a backup is made before an upgrade."""
        from kiosk.storage import Database

        database = Database.open(self.folder.database_url(self.settings), check=False)
        try:
            backups = self.folder.within(self.settings.backups)
            return database.create_or_upgrade(backup_folder=backups, now=self.clock.now())
        finally:
            database.close()

    def found(self, *, demo: bool, report: Callable[[str], None]) -> Founded:
        """Make the folder and the database; harmless when repeated, whole when interrupted and repeated."""
        from kiosk.founding import found

        return found(self, demo=demo, report=report)

    def library(self) -> Library:
        """Return the library's configuration as it is now."""
        with self.database.read() as view:
            return self.decider.libraries.current(view)

    def counts(self) -> Counts:
        """Return how many titles and items there are."""
        with self.database.read() as view:
            return view.records.counts()

    def profile(self) -> KioskProfile:
        """Return this kiosk's own row, or one made of the first branch where it has none yet."""
        library = self.library()
        name = self.settings.kiosk_name
        found = next((kiosk for kiosk in library.kiosks if kiosk.name == name), None)
        return found or KioskProfile(name, library.branches[0].code, library.languages)

    def zone(self) -> ZoneInfo:
        """Return the zone of this kiosk's branch."""
        library = self.library()
        branch = library.branch(self.profile().branch)
        return ZoneInfo(branch.calendar.time_zone if branch else library.time_zone)

    def known_zone(self) -> str:
        """Return the library's zone where it is already known, else UTC: asks nothing that may fail."""
        library = self._last_known()
        return library.time_zone if library else "UTC"

    def known_languages(self) -> tuple[str, ...]:
        """Return the library's languages where they are already known."""
        library = self._last_known()
        return library.languages if library else ()

    def close(self) -> None:
        """Close what was opened."""
        for database in self._opened:
            database.close()

    def _last_known(self) -> Library | None:
        try:
            return self.decider.libraries.last_known() if "decider" in self.__dict__ else None
        except KioskError:
            return None
